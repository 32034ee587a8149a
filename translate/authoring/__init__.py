"""Propose the forms of a term, for a person to review; needed by who writes a glossary, never by a run."""
