"""Apertium's language pairs on this machine: which there are, and what their programs know of words."""
