"""The records of past runs."""
