"""Keep identifiers out of an engine's hands: it drafts a sentence with marks in their places, or the parts around them.

An engine that is given an address copies it in two sentences of five. A number in brackets it copies nearly always,
and the words around it come out as they do beside a name; a bare number next. What loses even that is drafted in parts.
A mark counts only where the draft has each once, in order, and no letter or digit is tied to it: then each identifier
stands there exactly, in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice

from translate.core.enforcing.candidate import Case
from translate.core.enforcing.ladder import NOTHING, Enforced
from translate.core.offers import UNKNOWN
from translate.core.terms.demands import Demands
from translate.core.text import identifiers
from translate.core.text.sentences import Sentence
from translate.core.text.words import UNSPACED

_BRACKETS = r"[\[［【] ?{} ?[\]］】]"
"""A number in brackets, as an engine may write them."""
_FIRST = 7391
"""The bare numbers begin here: no year, no count that newsrooms write, and few digits to lose."""
_LETTER = re.compile(rf"(?!{UNSPACED})\w")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Masked:
    """A case with a mark in the place of each of its identifiers."""

    case: Case
    kept: tuple[str, ...] = ()
    """The identifiers, in order."""
    marks: tuple[str, ...] = ()
    """What stands in their places, as patterns."""

    def restored(self, said: Enforced) -> Enforced | None:
        """What an engine made of it with the identifiers in their places again; None where it lost or tied one."""
        if not self.marks or not said.text:
            return said
        places = [place.span() for place in re.finditer("|".join(self.marks), said.text)]
        found = [said.text[start:end] for start, end in places]
        if len(found) != len(self.marks) or not all(map(re.fullmatch, self.marks, found)):
            return None
        text, done = "", 0
        exact: list[tuple[int, int]] = []
        for (start, end), kept in zip(places, self.kept, strict=True):
            text += said.text[done:start]
            exact.append((len(text), len(text) + len(kept)))
            text += kept
            done = end
        text += said.text[done:]
        known = set(identifiers.spans(text))
        stands = all(place in known or identifiers.is_apart(text, *place) for place in exact)
        return replace(said, text=text) if stands else None


def keep(cases: Sequence[Case]) -> Generator[list[Case], list[Enforced], list[Enforced]]:
    """Draft many sentences together, their identifiers kept.

    Yields:
        The cases of each round, at least one: they have no identifier but one that a term asks for.

    Returns:
        What became of each sentence, in order.
    """
    said = {n: Enforced(case.source, ()) for n, case in enumerate(cases) if _is_settled(case)}
    tries = {n: _masked(case) for n, case in enumerate(cases) if n not in said}
    while going := {n: one for n, left in tries.items() if (one := next(left, None))}:
        answers = yield [one.case for one in going.values()]
        found = {n: one.restored(answer) for (n, one), answer in zip(going.items(), answers, strict=True)}
        said |= {n: one for n, one in found.items() if one is not None}
        tries = {n: tries[n] for n, one in found.items() if one is None}
    lost = {n: _parts(case) for n, case in enumerate(cases) if n not in said}
    parts = [part for around in lost.values() for part in around if isinstance(part, Case)]
    answered = iter((yield parts) if parts else ())
    said |= {n: _joined([p if isinstance(p, str) else next(answered) for p in a]) for n, a in lost.items()}
    return [said[n] for n in range(len(cases))]


def _is_settled(case: Case) -> bool:
    """Whether a case is nothing but identifiers with the signs around them, so that no engine has anything to say."""
    return bool(_spans(case)) and not case.asked.enforced and identifiers.is_settled(case.source)


def _masked(case: Case) -> Iterator[Masked]:
    """A case with marks of each kind, the best first; nothing but the case as it is where it has no identifier."""
    spans = _spans(case)
    if not spans:
        yield Masked(case)
        return
    yield _with_marks(case, spans, "[{}]", _BRACKETS, 1)
    yield _with_marks(case, spans, "{}", r"(?<!\d){}(?!\d)", _FIRST)


def _parts(case: Case) -> list[Case | str]:
    """A case in parts: what is to be drafted, and what stands between as it is."""
    found: list[Case | str] = []
    end = 0
    for start, stop in (*_spans(case), (len(case.source), len(case.source))):
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


def _spans(case: Case) -> list[tuple[int, int]]:
    """The identifiers that no term asks for."""
    terms = case.asked.enforced
    return [
        (start, end)
        for start, end in identifiers.spans(case.source)
        if all(end <= m.start or m.end <= start for m in terms)
    ]


def _with_marks(case: Case, spans: Sequence[tuple[int, int]], shape: str, pattern: str, first: int) -> Masked:
    numbers = [*islice((n for n in count(first) if str(n) not in case.source), len(spans))]
    text, done = "", 0
    shifts: list[int] = []
    for (start, end), number in zip(spans, numbers, strict=True):
        text += case.source[done:start] + shape.format(number)
        shifts.append(len(text) - end)
        done = end
    text += case.source[done:]
    return Masked(
        Case(text, _shifted(case.asked, spans, shifts)),
        tuple(case.source[start:end] for start, end in spans),
        tuple(pattern.format(number) for number in numbers),
    )


def _shifted(asked: Demands, spans: Sequence[tuple[int, int]], shifts: Sequence[int]) -> Demands:
    """Demands with the offsets that they have in the text with marks."""
    starts = [start for start, _ in spans]
    shifted = ((match, [0, *shifts][bisect_right(starts, match.start)]) for match in asked.matches)
    return replace(asked, matches=tuple(replace(m, start=m.start + by, end=m.end + by) for m, by in shifted))


def _words(case: Case, start: int, end: int) -> Iterator[Case | str]:
    """What stands between two identifiers: the words to draft, and the signs and spaces around them."""
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
