"""What the label of a form says: ``gen``, ``pl in``, and the other spellings that people know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from translate import patterns
from translate.core.text.guessing import nearest
from translate.values import dataclass

_NUMBERS = {"sg": "sing singular", "pl": "plur plural ptan", "du": "dual"}
_CASES = {
    "nom": "n nomn nominative", "gen": "g gent genitive", "part": "p par partitive", "ill": "adt add illative",
    "in": "ine inessive", "el": "ela elative", "all": "allative", "ad": "ade adessive", "abl": "ablative",
    "tr": "tra transl translative", "ter": "term terminative", "es": "ess essive", "ab": "abe abessive",
    "kom": "com comitative", "dat": "datv dative", "acc": "accs accusative", "ins": "ablt instr instrumental",
    "prp": "prep prepositional", "loc": "loct locative", "voc": "voct vocative",
}  # fmt: skip
_CASES_ELSEWHERE = ("abs", "ben", "cau", "cmp", "cns", "del", "dis", "equ", "erg", "lat", "per", "sub", "sup", "tem")
"""Of languages that newsdesk has no name of its own for: those of Universal Dependencies."""
GENDERS = {"masc": "m masculine", "fem": "f femn feminine", "neut": "neuter", "common": "com utr"}
"""Each with its other spellings."""
_DEFINITENESS = {"def": "definite", "indef": "ind indefinite"}

LABELS = (*_CASES, "masc", "fem", "neut", "def", "indef")
"""What newsdesk calls the forms of one number."""

_SAME_CASE = {"prp": "loc"}
"""Cases that go by another name in some languages."""
_PARTS = patterns.compile(r"[\s.|+/_-]+")
_IGNORED = "animacy="
"""A feature of Universal Dependencies that tells no form from another one here."""


@dataclass(frozen=True, slots=True)
class Label:
    """The place of a form among the forms of its word."""

    number: str = ""
    """sg, pl, du; empty where the label tells neither a number nor a case."""
    case: str = "nom"
    gender: str = ""
    definiteness: str = ""

    @property
    def in_other_number(self) -> Label:
        """The same in the singular for the plural, in the plural for the rest."""
        return replace(self, number="sg" if self.number == "pl" else "pl")


NOMINATIVE = Label("sg")
PLURAL_NOMINATIVE = Label("pl")


@lru_cache(maxsize=4096)
def read(label: str) -> Label | None:
    """What a label says; None where it is unknown. A case without a number is of the singular."""
    told = _told(label)
    if not told:
        return None
    case = told.get("case", "nom")
    number = told.get("number", "sg" if "case" in told else "")
    return Label(number, _SAME_CASE.get(case, case), told.get("gender", ""), told.get("definiteness", ""))


@lru_cache(maxsize=4096)
def canonical(label: str) -> str:
    """A label as newsdesk writes it: ``in`` for ``Case=Ine|Number=Sing``; as it is where it is unknown."""
    told = _told(label)
    return _spelt_out(told) if told else label


def fault_of_label(label: str) -> str | None:
    """Say what is wrong with a label.

    Returns:
        The end of a sentence that begins with the label in quotation marks, or None where it is known.
    """
    if _told(label):
        return None
    parts = [_said(part) or _meant(part) for part in _parts(label)]
    told = _together(parts)
    if told:
        return f"is unknown and was not read; did you mean “{_spelt_out(told)}”?"
    if parts and all(parts):
        return "says two things at once and was not read; write the form once for each of them"
    return f"is unknown and was not read; there is: {', '.join(LABELS)}, and pl before them for the plural"


_Said = tuple[str, str]
"""What a part of a label tells of, and what of it: ``case``, ``in``."""


def _told(label: str) -> Mapping[str, str]:
    """What each part of a label tells; nothing where one of them is unknown or contradicts another."""
    return _together([_said(part) for part in _parts(label)])


def _spelt_out(told: Mapping[str, str]) -> str:
    number = "" if told.get("number") == "sg" and "case" in told else told.get("number", "")
    return " ".join(filter(None, (number, *(told.get(kind, "") for kind in ("case", "gender", "definiteness")))))


def _parts(label: str) -> list[str]:
    parts = (part.rstrip("0123456789") for part in _PARTS.split(label.lower()))  # gen2 is another genitive.
    return [part for part in parts if part and not part.startswith(_IGNORED)]


def _together(parts: Iterable[_Said | None]) -> dict[str, str]:
    told: dict[str, str] = {}
    for part in parts:
        if part is None or told.setdefault(*part) != part[1]:
            return {}
    return told


def _said(part: str) -> _Said | None:
    value, known = _spelt(part)
    return known.get(value)


def _meant(part: str) -> _Said | None:
    value, known = _spelt(part)
    return known.get(nearest(value, known) or "")


def _spelt(part: str) -> tuple[str, Mapping[str, _Said]]:
    """How a part of a label spells what it tells, and all that may be spelt there."""
    feature, equals, value = part.rpartition("=")
    return value, _FEATURES.get(feature, {}) if equals else _SAID


def _spellings(kind: str, own: Mapping[str, str]) -> dict[str, _Said]:
    return {spelling: (kind, label) for label, others in own.items() for spelling in (label, *others.split())}


_FEATURES = {
    "definite": _spellings("definiteness", _DEFINITENESS),
    "gender": _spellings("gender", GENDERS),
    "case": _spellings("case", _CASES | dict.fromkeys(_CASES_ELSEWHERE, "")),
    "number": _spellings("number", _NUMBERS),
}
"""What each value of a feature of Universal Dependencies tells (``Case=Ine``)."""
_SAID: Mapping[str, _Said] = {spelling: said for known in _FEATURES.values() for spelling, said in known.items()}
"""What each spelling tells without the feature; of two, the later: ``com`` alone is the comitative."""
