"""Sentence segmenters: which places in a text end a sentence, by language."""

from __future__ import annotations

from translate.core.text.locales import language_of
from translate.core.text.sentences import Segmenter
from translate.segmentation import srx, wikimedia


def segmenter_for(language: str) -> Segmenter:
    """Find the segmenter of a language; its rules are loaded when it first splits a text.

    Args:
        language: A code such as ``en``, ``pt_BR`` or ``sr@latin``; any string is one, with general rules at worst.
    """
    return _ByLanguage(language_of(language))


class _ByLanguage:
    def __init__(self, language: str) -> None:
        self._language = language

    def split(self, text: str) -> list[str]:
        """Cut a text after each sentence; see `Segmenter`."""
        pieces = srx.split(text, self._language) if srx.has(self._language) else wikimedia.split(text, self._language)
        # A library that lost or added a character must not reach an article: better one long sentence.
        return pieces if "".join(pieces) == text else [text]
