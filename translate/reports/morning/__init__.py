"""What the newsroom reads in the morning: a page for a browser, a mail, and an object for machines."""
