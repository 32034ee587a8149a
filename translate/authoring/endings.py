"""The endings of Estonian acronyms, and of names that keep their stem; they need no dictionary."""

from __future__ import annotations

from collections.abc import Mapping

from translate.authoring.interface import Proposal
from translate.core.terms.glossary import Form

_VOWEL_NAMES = frozenset("ABCDEGHIKOPQTUVWÕÄÖÜŠ")
"""Letters whose Estonian names end in a vowel, and so take endings without i: ETV-s, but ERR-is."""
_VOWELS = frozenset("AEIOUÕÄÖÜ")
_BARE = {
    "gen": "", "part": "d", "ill": "sse", "in": "s", "el": "st", "all": "le", "ad": "l", "abl": "lt", "tr": "ks",
    "ter": "ni", "es": "na", "ab": "ta", "kom": "ga",
}  # fmt: skip
_BEHIND_I = {label: "i" if label == "part" else f"i{ending}" for label, ending in _BARE.items()}
_BARE_PLURAL = {"nom": "d"} | {label: f"de{ending}" for label, ending in _BARE.items()} | {"part": "sid"}
_PLURAL_BEHIND_I = {label: f"i{ending}" for label, ending in _BARE_PLURAL.items()} | {"part": "e"}
_LONGEST_CLUSTER = 2
_SHORTEST_WORD = 4


def acronym(base: str) -> Proposal:
    """Decline by the names of the letters, with a hyphen and then without."""
    last = base.rpartition(" ")[2].upper()
    bare = last[-1] in _VOWEL_NAMES
    endings = dict(_BARE if bare else _BEHIND_I)
    doubts: tuple[str, ...] = ()
    if _reads_as_word(last):
        endings["part"] = "t" if bare else "it"
        doubts = (f"“{base}” is declined as one that is read as a word; letter by letter its endings may differ",)
    endings |= {f"pl {label}": ending for label, ending in (_BARE_PLURAL if bare else _PLURAL_BEHIND_I).items()}
    hyphened = _with(base, {label: ending and f"-{ending}" for label, ending in endings.items()})
    return Proposal((*hyphened, *_with(base, {k: v for k, v in endings.items() if v})), doubts)


def name_with_its_stem(base: str) -> tuple[Form, ...]:
    """Decline a name that keeps its stem, unlike the common noun that it is spelt like."""
    name = base.rpartition(" ")[2]
    last = name[-1:].upper()
    syllables = len("".join(c if c.upper() in _VOWELS else " " for c in name).split())
    if last in _VOWELS:
        endings = _BARE | {"part": "t"}
    elif last == "S" and syllables > 1:
        endings = {label: f"e{ending}" for label, ending in _BARE.items()} | {"part": "t"}
    else:
        endings = _BEHIND_I | {"part": "i" if syllables == 1 else "it"}
    return _with(base, endings)


def _reads_as_word(acronym: str) -> bool:
    if len(acronym) < _SHORTEST_WORD:
        return False
    clusters = "".join(" " if letter in _VOWELS else letter for letter in acronym).split(" ")
    return len(clusters) > 2 and max(map(len, clusters)) <= _LONGEST_CLUSTER  # noqa: PLR2004  Two vowels.


def _with(base: str, endings: Mapping[str, str]) -> tuple[Form, ...]:
    return tuple(Form(base + ending, label) for label, ending in endings.items())
