"""Tell whether the words around a term agree with it in gender and number, by the readings of Spanish words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pair import SPANISH, Word, analyse

BOTH = frozenset("mf")
GENDERS = {"masc": frozenset("m"), "fem": frozenset("f"), "common": BOTH}
"""What a gender of the glossary may agree with."""


_TAG = re.compile(r"<(\w+)>")
_STRESSED_A = re.compile(r"h?(?:á|au?[^aeiouáéíóú]+(?:u?[aeo])s?(?!\w))", re.IGNORECASE)
_JOINING = {"de", "y", "e", "o", "u"}
_DETERMINERS = {"det", "predet"}
_AGREE = {"m": frozenset("m"), "f": frozenset("f"), "mf": BOTH}
_NUMBERS = {"sg": {False}, "pl": {True}, "sp": {False, True}}


@dataclass(frozen=True, slots=True)
class Standing:
    """A form of a term that stands in a draft."""

    start: int
    end: int
    genders: frozenset[str]
    """``m``, ``f`` or both."""
    plural: bool


def words_of(drafts: Sequence[str]) -> list[list[Word]]:
    """The words of drafts with their readings."""
    return analyse(drafts, SPANISH)


def determiner_agrees(draft: str, words: Sequence[Word], form: Standing) -> bool | None:
    """Whether the determiner directly before a form agrees with it; None where there is none."""
    readings = [tags for tags in _readings(_before(draft, words, form)) if tags & _DETERMINERS and "nt" not in tags]
    if not readings:
        return None
    said = replace(form, genders=frozenset("m")) if _takes_el(draft, form) else form
    return any(
        _fits(tags, said) if "def" in tags else _fits(tags, form) or ("ind" in tags and _fits(tags, said))
        for tags in readings
    )


def adjective_agrees(draft: str, words: Sequence[Word], form: Standing) -> bool | None:
    """Whether the word directly behind a form agrees with it; None where it is not surely an adjective of it.

    In “los vuelos de dron nocturnos” and “un dron o barco blancos” it is not.
    """
    before = _before(draft, words, form)
    if before and before.text.lower() in _JOINING:
        return None
    behind = next((word for word in words if word.start > form.end and draft[form.end : word.start] == " "), None)
    readings = list(_readings(behind))
    surely = all({"adj", "pp"} & tags for tags in readings) and any("adj" in tags for tags in readings)
    return any(_fits(tags, form) for tags in readings) if surely else None


def _before(draft: str, words: Sequence[Word], form: Standing) -> Word | None:
    """The word that only spaces part from a form behind it."""
    return next((word for word in words if word.end < form.start and not draft[word.end : form.start].strip()), None)


def _readings(word: Word | None) -> list[set[str]]:
    """The tags of each reading; of ``de<pr>+el<det><def><m><sg>`` those of the article."""
    return [set(_TAG.findall(one.rpartition("+")[2])) for one in word.readings] if word else []


def _fits(tags: set[str], form: Standing) -> bool:
    genders = set().union(*(_AGREE[tag] for tag in tags & _AGREE.keys())) or BOTH
    numbers = set().union(*(_NUMBERS[tag] for tag in tags & _NUMBERS.keys())) or {False, True}
    return bool(genders & form.genders) and form.plural in numbers


def _takes_el(draft: str, form: Standing) -> bool:
    """Whether it is said as ``el agua`` is."""
    feminine = form.genders == frozenset("f") and not form.plural
    return feminine and _STRESSED_A.match(draft, form.start) is not None
