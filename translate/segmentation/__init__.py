"""Sentence segmenters: which places in a text end a sentence, by language."""

from __future__ import annotations

from functools import lru_cache

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
        return list(_pieces(text, self._language))


@lru_cache(maxsize=64)  # An article is cut for each of its locales, one right after the other.
def _pieces(text: str, language: str) -> tuple[str, ...]:
    pieces = srx.split(text, language) if srx.has(language) else wikimedia.split(text, language)
    # A library that lost or added a character must not reach an article: better one long sentence.
    return tuple(pieces) if "".join(pieces) == text else (text,)
