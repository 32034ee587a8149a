"""Find rows of a glossary that get in each other's way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from translate.core.checks.findings import Level
from translate.core.linting.findings import Finding
from translate.core.terms.glossary import Action, Term
from translate.core.text.spelling import fold, normalise
from translate.core.text.words import TOKEN
from translate.values import dataclass

Placed = tuple[int, Term]
"""A term, and the line that its row starts on."""

_ASKING = (Action.TRANSLATE, Action.INFLECT, Action.KEEP)
_LONGEST = 12
"""Words of a name in which shorter ones are looked for."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The rows of a file by what they are found by."""

    sources: Mapping[str, Placed]
    """By each source spelling without capitals, the first."""
    accepted: Mapping[str, Placed]
    """By each accepted form without capitals, the first."""
    alike: Mapping[str, Placed]
    """By each source without what it may lack by a slip, the first."""

    @classmethod
    def of(cls, rows: Sequence[Placed]) -> Neighbours:
        """The rows of a file, in its order."""
        sources: dict[str, Placed] = {}
        accepted: dict[str, Placed] = {}
        alike: dict[str, Placed] = {}
        for row in rows:
            term = row[1]
            if term.action not in _ASKING:
                continue
            for name in term.sources:
                sources.setdefault(_key(name), row)
            for form in term.accepted:
                accepted.setdefault(_key(form), row)
            alike.setdefault(_letters(term.source), row)
        return cls(sources, accepted, alike)


def lint_across(line: int, term: Term, near: Neighbours) -> Iterator[Finding]:
    """What is doubtful about a row beside the others of its file.

    Args:
        line: Where it starts.
        term: What it makes.
        near: The rows of the file, its own among them.
    """

    def found(rule: str, column: str, message: str, level: Level = Level.WARNING) -> Finding:
        return Finding(rule, level, line, column, message)

    if term.action in _ASKING:
        place, other = near.alike[_letters(term.source)]
        if place != line and other.source != term.source:
            yield found(
                "near", "source",
                f"“{term.source}” is nearly “{other.source}” of line {place}; write one under the other's variants",
            )  # fmt: skip
        yield from _hidden(line, term, near)
    if term.action is Action.TRANSLATE:
        place, other = near.sources.get(_key(term.target), (line, term))
        if place != line and _key(other.target) != _key(term.target):
            yield found(
                "chain", "target",
                f"“{term.target}” is a source, too, and becomes “{other.target}” on line {place}; see which is meant",
            )  # fmt: skip
    for text in term.forbid:
        place, other = near.accepted.get(_key(text), (line, term))
        if place != line:
            yield found(
                "forbids-right", "forbid",
                f"forbids “{text}”, which is right for “{other.source}” on line {place}; see which is meant",
                Level.INFO,
            )  # fmt: skip


def _hidden(line: int, term: Term, near: Neighbours) -> Iterator[Finding]:
    """A shorter name within this one that its target forgets."""
    words = [(word.start(), word.end()) for word in TOKEN.finditer(normalise(term.source).folded)][:_LONGEST]
    whole, target = normalise(term.source).folded, _key(term.target)
    for first, (start, _) in enumerate(words):
        for last, (_, end) in enumerate(words[first:], first):
            if last - first + 1 == len(words):
                continue
            place, other = near.sources.get(whole[start:end], (line, term))
            if place != line and not any(_key(form) in target for form in other.accepted):
                message = (
                    f"hides “{other.source}” of line {place}, and “{term.target}” has no “{other.target}”; see both"
                )
                yield Finding("hides", Level.INFO, line, "source", message)
                return


def _key(text: str) -> str:
    return normalise(text).folded


def _letters(text: str) -> str:
    """A text without what it may lack by a slip: capitals, accents, spaces and hyphens."""
    apart = unicodedata.normalize("NFD", fold(text))
    return "".join(letter for letter in apart if letter.isalnum()) or text
