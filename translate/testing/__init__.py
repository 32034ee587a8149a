"""Contract tests that a plugin author inherits."""
