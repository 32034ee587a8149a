"""What the glossary asks of a translation, and what became of it, said honestly."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from translate.core.terms.glossary import Action, Require, Term
from translate.core.terms.matching import Matcher, TermMatch
from translate.core.terms.mentions import NO_USAGE, Usage
from translate.core.terms.verification import Rendering, forbidden, verify
from translate.core.terms.ways import AS_IS, NO_FAULT, How, Way
from translate.core.text.sentences import Sentence
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Demands:
    """What the glossary asks of the translation of one text."""

    matches: tuple[TermMatch, ...] = ()
    """The terms in the source, those that ask for nothing included."""
    bans: tuple[Term, ...] = ()
    """The `forbid` rows that hold for it."""

    @property
    def enforced(self) -> tuple[TermMatch, ...]:
        """The matches that ask for something to stand in the translation."""
        asking = (m for m in self.matches if m.term.action not in {Action.OFF, Action.FORBID})
        return tuple(m for m in asking if not m.term.undecided)

    @property
    def undecided(self) -> tuple[TermMatch, ...]:
        """The titles that stay as they are, since nobody has decided on them."""
        return tuple(m for m in self.matches if m.term.undecided)

    @property
    def decided(self) -> Demands:
        """The same without those titles: where titles themselves are translated, a draft of each is wanted."""
        return replace(self, matches=tuple(m for m in self.matches if not m.term.undecided))

    def within(self, sentence: Sentence) -> Demands:
        """The part of them that concerns one sentence of the text, with offsets in the sentence."""
        if not self.matches:
            return self
        # From left to right, and none overlaps another, so that their ends are in order, too.
        first = bisect_left(self.matches, sentence.start, key=attrgetter("start"))
        behind = bisect_right(self.matches, sentence.end, key=attrgetter("end"))
        inside = self.matches[first:behind]
        offset = sentence.start
        return Demands(tuple(replace(m, start=m.start - offset, end=m.end - offset) for m in inside), self.bans)


def demands_on(matcher: Matcher, text: str, usage: Usage = NO_USAGE) -> Demands:
    """What a glossary asks of the translation of a text; see `Matcher.find`."""
    return Demands(matcher.find(text, usage), matcher.bans(text))


@dataclass(frozen=True, slots=True)
class TermOutcome:
    """What became of one demand of the glossary in a text."""

    source: str
    """The term as the glossary has it."""
    target: str
    """The base form that was asked for; of a forbidden rendering, what stands in the text."""
    form: str | None
    """The accepted form that stands in the text; None where there is none."""
    how: Way
    """How it came there."""
    label: str = ""
    """The form's grammatical name, where the glossary gives one."""
    forbidden: bool = False
    """Whether this tells of a rendering that must not be there, and is."""

    @property
    def at_fault(self) -> bool:
        """Whether the text does not do what is asked; where a person may tell, it is no fault."""
        return self.form is None and self.how.how not in NO_FAULT


def outcomes(asked: Demands, text: str, ways: Sequence[Way] = ()) -> tuple[TermOutcome, ...]:
    """What became of each demand in a text, whoever wrote it.

    Args:
        asked: The demands on the whole segment.
        text: The translation.
        ways: For each enforced match, how the engine came by it; ``as is`` where nothing is said.

    Returns:
        The terms in the order of the source, later mentions left out where the first is enough and they are not there,
        and titles that somebody has translated, on which nobody has decided; then the forbidden renderings.
    """
    told = _by_mention(verify(asked.matches, text).renderings, ways)
    terms = (
        TermOutcome(
            r.match.term.source,
            r.match.term.target,
            text[r.found.start : r.found.end] if r.found else None,
            _way(r, text, how),
            r.found.form.label if r.found else "",
        )
        for r, how in told
        if r.found or r.required or (r.match.term.require is Require.WARN and not r.match.term.undecided)
    )
    offences = (
        TermOutcome(hit.term.source or hit.rendering, text[hit.start : hit.end], None, AS_IS, forbidden=True)
        for hit in forbidden(asked.bans, asked.matches, text)
    )
    return (*terms, *offences)


def _by_mention(renderings: Sequence[Rendering], ways: Sequence[Way]) -> Iterator[tuple[Rendering, Way]]:
    """The mentions, each with how it came.

    Of a term whose mentions are not all there, those of the text that are there come first, whichever sentence they
    stand in: what is told of the others goes with the others.
    """
    told: defaultdict[Term, list[Way]] = defaultdict(list)
    for rendering, way in zip((r for r in renderings if not r.match.term.undecided), ways, strict=False):
        told[rendering.match.term].append(way)
    for rendering in renderings:
        left = told[rendering.match.term]
        lacks = rendering.found is None
        fitting = next((n for n, way in enumerate(left) if (way.how is How.OFFERED) is lacks), None)
        yield rendering, AS_IS if fitting is None else left.pop(fitting)


def _way(rendering: Rendering, text: str, how: Way) -> Way:
    """How a term came, or where it may be seen that it is not there."""
    if rendering.match.term.undecided:
        return Way(How.UNDECIDED)
    if rendering.unlisted:
        return Way(How.UNLISTED, word=text[slice(*rendering.unlisted)])
    if rendering.within:
        return Way(How.WITHIN, word=text[slice(*rendering.within)])
    return Way(How.WARNED) if rendering.only_warned else how
