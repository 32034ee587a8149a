"""Guess what somebody meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CLOSE = 0.6
"""How much of two words must be alike, as difflib counts it."""


def did_you_mean(word: str, known: Iterable[str], *, close: float = CLOSE, otherwise: str = "") -> str:
    """The end of an error's sentence, with the known word that is most like the one that is not.

    Args:
        word: What nobody knows.
        known: What it may be.
        close: How much alike they must be, from 0 to 1.
        otherwise: The end of the sentence where nothing is alike.
    """
    found = nearest(word, known, close=close)
    return f"; did you mean “{found}”?" if found is not None else otherwise


def nearest(word: str, known: Iterable[str], *, close: float = CLOSE) -> str | None:
    """The known word that is most like another one, if any is like it."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=close)), None)
