"""newsdesk: news articles drafted offline, glossary enforced, into PO files for review."""

__version__ = "0.1.0"
