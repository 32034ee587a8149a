"""Keep what stays out of an engine's hands: it drafts a sentence with marks in its places, or the parts around them.

What stays are identifiers, and titles that nobody has decided on. An engine that is given an address copies it in two
sentences of five, and a mark nearly always. Which one it drafts the words around as it does beside a name, each engine
says (`Mark`); what loses all of them is drafted in parts. A mark counts only where the draft has each once, in order,
and no letter or digit is tied to it: then what stays stands there exactly, in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from types import MappingProxyType

from translate import patterns
from translate.core.enforcing.candidate import Case
from translate.core.enforcing.ladder import NOTHING, Enforced
from translate.core.offers import UNKNOWN, Mark
from translate.core.terms.demands import Demands
from translate.core.text import identifiers
from translate.core.text.covering import covered
from translate.core.text.sentences import Sentence
from translate.core.text.words import UNSPACED
from translate.values import dataclass

_LETTER = patterns.compile(rf"(?!{UNSPACED})\w")
_POSSESSIVE = patterns.compile(r"['’]s\b")
_CONSONANTS = "vkjqwxzpbgdfhmt"


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the marks of a kind are made, written and known again."""

    name: Callable[[int], str]
    """What tells each from the others, counted from 0."""
    written: str
    pattern: re.Pattern[str]
    """As an engine may write it; the group is what tells it."""


def _word(number: int) -> str:
    """A word that nobody can speak: ``Qzxwv`` for 0."""
    more, last = divmod(number, len(_CONSONANTS))
    return (_word(more - 1) if more else "Qzxw") + _CONSONANTS[last]


_SHAPES = MappingProxyType(
    {
        Mark.BRACKETS: _Shape(lambda number: str(number + 1), "[{}]", re.compile(r"[\[［【] ?(\d+) ?[\]］】]")),
        # No year, no count that newsrooms write, and few digits to lose.
        Mark.NUMBER: _Shape(lambda number: str(number + 7391), "{}", re.compile(r"(?<!\d)(\d+)(?!\d)")),
        Mark.WORD: _Shape(_word, "{}", re.compile(rf"(?<!\w)(Qzxw[{_CONSONANTS}]+)(?!\w)")),
    }
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A case with a mark in the place of all that stays."""

    case: Case
    kept: tuple[str, ...] = ()
    """What stays, in order."""
    marks: tuple[str, ...] = ()
    """What tells the marks in their places."""
    pattern: re.Pattern[str] = re.compile("")
    """What an engine may write for any of them."""

    def restored(self, said: Enforced) -> Enforced | None:
        """What an engine made of it with all that stays in its place again; None where it lost or tied a mark."""
        if not self.marks or not said.text:
            return said
        own = {*self.marks}
        places = [place for place in self.pattern.finditer(said.text) if place[1] in own]
        if tuple(place[1] for place in places) != self.marks:
            return None
        text, done = "", 0
        exact: list[tuple[int, int]] = []
        for (start, end), kept in zip((place.span() for place in places), self.kept, strict=True):
            text += said.text[done:start]
            exact.append((len(text), len(text) + len(kept)))
            text += kept
            done = end
        text += said.text[done:]
        known = set(identifiers.spans(text))
        stands = all(place in known or identifiers.is_apart(text, *place) for place in exact)
        return replace(said, text=text) if stands else None


def keep(cases: Sequence[Case], marks: Sequence[Mark]) -> Generator[list[Case], list[Enforced], list[Enforced]]:
    """Draft many sentences together, with all that stays as it is kept.

    Args:
        cases: The sentences.
        marks: What the engine may be given in its places, the best first.

    Yields:
        The cases of each round, at least one: they have no identifier but one that a term asks for, and no title that
        nobody has decided on.

    Returns:
        What became of each sentence, in order.
    """
    spans = [_spans(case) for case in cases]
    said = {n: Enforced(case.source, ()) for n, case in enumerate(cases) if _is_settled(case, spans[n])}
    tries = {n: _masked(case, spans[n], marks) for n, case in enumerate(cases) if n not in said}
    while going := {n: one for n, left in tries.items() if (one := next(left, None))}:
        answers = yield [one.case for one in going.values()]
        found = {n: one.restored(answer) for (n, one), answer in zip(going.items(), answers, strict=True)}
        said |= {n: one for n, one in found.items() if one is not None}
        tries = {n: tries[n] for n, one in found.items() if one is None}
    lost = {n: _parts(case, spans[n]) for n, case in enumerate(cases) if n not in said}
    parts = [part for around in lost.values() for part in around if isinstance(part, Case)]
    answered = iter((yield parts) if parts else ())
    said |= {n: _joined([p if isinstance(p, str) else next(answered) for p in a]) for n, a in lost.items()}
    return [said[n] for n in range(len(cases))]


def _is_settled(case: Case, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a case is nothing but what stays with the signs around it, so that no engine has anything to say."""
    if not spans or case.asked.enforced:
        return False
    kept = covered(case.source, spans)
    return all(kept[place] or not char.isalnum() for place, char in enumerate(case.source))


def _masked(case: Case, spans: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[Masked]:
    """A case with marks of each kind; nothing but the case as it is where nothing of it stays."""
    if not spans:
        yield Masked(case)
        return
    yield from (_with_marks(case, spans, _SHAPES[mark]) for mark in marks)


def _parts(case: Case, spans: Sequence[tuple[int, int]]) -> list[Case | str]:
    """A case in parts: what is to be drafted, and what stands between as it is."""
    found: list[Case | str] = []
    end = 0
    for start, stop in (*spans, (len(case.source), len(case.source))):
        found += _words(case, end, start)
        found.append(case.source[start:stop])
        end = stop
    return found


def _joined(parts: Sequence[Enforced | str]) -> Enforced:
    """What became of the parts of a case, as one; nothing where a part came to nothing."""
    said = [part for part in parts if isinstance(part, Enforced)]
    if not all(one.text for one in said):
        return NOTHING
    text = ""
    for part in (part if isinstance(part, str) else part.text for part in parts):
        touches = _LETTER.match(text[-1:]) and _LETTER.match(part)  # From a language that puts no spaces.
        text += f" {part}" if touches else part
    return Enforced(
        text,
        tuple(way for one in said for way in one.ways),
        tuple(outcome for one in said for outcome in one.avoided),
        sum((one.likelihood for one in said), UNKNOWN),
        in_parts=True,
    )


def _spans(case: Case) -> Sequence[tuple[int, int]]:
    """What stays: the titles that nobody has decided on, and the identifiers that no term asks for."""
    if not case.asked.matches:
        return identifiers.spans(case.source)
    titles = case.asked.undecided
    known = (*titles, *case.asked.enforced)
    free = (
        (start, end)
        for start, end in identifiers.spans(case.source)
        if all(end <= m.start or m.end <= start for m in known)
    )
    return sorted([*((m.start, m.end) for m in titles), *free])


def _with_marks(case: Case, spans: Sequence[tuple[int, int]], shape: _Shape) -> Masked:
    names = [*islice((n for n in map(shape.name, count()) if n not in case.source), len(spans))]
    text, done = "", 0
    shifts: list[int] = []
    for (start, end), name in zip(spans, names, strict=True):
        text += case.source[done:start] + shape.written.format(name)
        shifts.append(len(text) - end)
        done = end
    text += case.source[done:]
    return Masked(
        Case(text, _shifted(case.asked, spans, shifts)),
        tuple(case.source[start:end] for start, end in spans),
        tuple(names),
        shape.pattern,
    )


def _shifted(asked: Demands, spans: Sequence[tuple[int, int]], shifts: Sequence[int]) -> Demands:
    """Demands with the offsets that they have in the text with marks, which have the titles in them."""
    starts = [start for start, _ in spans]
    matches = (match for match in asked.matches if not match.term.undecided)
    shifted = ((match, [0, *shifts][bisect_right(starts, match.start)]) for match in matches)
    return replace(asked, matches=tuple(replace(m, start=m.start + by, end=m.end + by) for m, by in shifted))


def _words(case: Case, start: int, end: int) -> Iterator[Case | str]:
    """What stands between two that stay: the words to draft, and the signs and spaces around them."""
    text = case.source[start:end]
    possessive = _POSSESSIVE.match(text)
    words = [
        place for place, char in enumerate(text) if char.isalnum() and not (possessive and place < possessive.end())
    ]
    if not any(text[place].isalpha() for place in words):
        yield text
        return
    first, last = words[0], words[-1] + 1
    part = Sentence(text[first:last], start + first, start + last)
    yield text[:first]
    yield Case(part.text, case.asked.within(part))
    yield text[last:]
