"""What the end of a noun tells of its case and number: learnt from running text, for `translate/languages/`."""
