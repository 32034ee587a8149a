"""Of which gender a target is, as people write it."""

from __future__ import annotations

import re

from translate.core.terms.labels import GENDERS
from translate.core.text.guessing import nearest

_ALONE = {"neut": "n nt", "common": "c mf fm epicene both"}
"""Spellings that can mean nothing else where a gender is asked for."""
_GENDERS = {
    spelling: gender
    for table in (GENDERS, _ALONE)
    for gender, others in table.items()
    for spelling in (gender, *others.split())
}
_PLURALS = frozenset({"pl", "plur", "plural", "ptan"})
_SINGULARS = frozenset({"sg", "sing", "singular"})
_FEATURES = frozenset({"gender", "number", "and"})
_WORD = re.compile(r"[^\W\d_]+")


def read_gender(text: str) -> str | None:
    """A gender as newsdesk writes it: ``fem`` for ``f``, ``masc pl`` for ``pl. m.``, ``common`` for ``m/f``.

    Returns:
        The gender, with ``pl`` behind it for the base form of a plural; None where the text says something else.
    """
    words = [word for word in _WORD.findall(text.lower()) if word not in _FEATURES]
    plural = not _PLURALS.isdisjoint(words)
    if plural and not _SINGULARS.isdisjoint(words):
        return None
    told = {_GENDERS.get(word, "") for word in words if word not in _PLURALS | _SINGULARS}
    gender = "common" if told == {"masc", "fem"} else next(iter(told), "") if len(told) == 1 else ""
    return f"{gender}{' pl' * plural}" if gender else None


def fault_of_gender(text: str) -> str:
    """Say what is wrong with a gender that `read_gender` does not know: the end of a sentence that begins with it."""
    words = _WORD.findall(text.lower())
    meant = read_gender(" ".join(nearest(word, {*_GENDERS, *_PLURALS}) or word for word in words))
    if meant:
        return f"is unknown; did you mean “{meant}”?"
    return f"is unknown; there is: {', '.join(GENDERS)}, and pl behind them for a plural"
