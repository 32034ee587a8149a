"""Split with Wikimedia's sentencex, which knows some 300 languages and guesses at the rest."""

from __future__ import annotations


def split(text: str, language: str) -> list[str]:
    """Cut a text after each sentence of any language."""
    import sentencex  # Only for languages that have no SRX rules.

    return list(sentencex.segment(language, text))
