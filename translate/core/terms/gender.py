"""Of which gender a target is: as people write it, or as far as its ending tells."""

from __future__ import annotations

from translate.core.terms.labels import GENDERS
from translate.core.terms.language import Language
from translate.core.text.guessing import nearest
from translate.core.text.words import LETTERS

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
_SHORTEST_STEM = 2
"""Letters before an ending: “la” and “los” are no nouns in -a and -os."""


def read_gender(text: str) -> str | None:
    """A gender as newsdesk writes it: ``fem`` for ``f``, ``masc pl`` for ``pl. m.``, ``common`` for ``m/f``.

    Returns:
        The gender, with ``pl`` behind it for the base form of a plural; None where the text says something else.
    """
    words = [word for word in LETTERS.findall(text.lower()) if word not in _FEATURES]
    plural = not _PLURALS.isdisjoint(words)
    if plural and not _SINGULARS.isdisjoint(words):
        return None
    told = {_GENDERS.get(word, "") for word in words if word not in _PLURALS | _SINGULARS}
    gender = "common" if told == {"masc", "fem"} else next(iter(told), "") if len(told) == 1 else ""
    return f"{gender}{' pl' * plural}" if gender else None


def fault_of_gender(text: str) -> str:
    """Say what is wrong with a gender that `read_gender` does not know: the end of a sentence that begins with it."""
    words = LETTERS.findall(text.lower())
    meant = read_gender(" ".join(nearest(word, {*_GENDERS, *_PLURALS}) or word for word in words))
    if meant:
        return f"is unknown; did you mean “{meant}”?"
    return f"is unknown; there is: {', '.join(GENDERS)}, and pl behind them for a plural"


def gender_by_ending(language: Language, base: str) -> str:
    """The gender that the ending of a target's first word tells, for words that no dictionary knows.

    Args:
        language: What is known of the target's language.
        base: The base form of the target.

    Returns:
        What the longest of the language's own endings tells; empty where it has none of them, as no acronym in capitals
        has.
    """
    word = (LETTERS.findall(base) or [""])[0]
    told = {ending: gender for gender, endings in language.genders for ending in endings}
    return next((told[word[n:]] for n in range(_SHORTEST_STEM, len(word)) if word[n:] in told), "")
