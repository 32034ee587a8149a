"""Which texts a change of a glossary may concern, and which of them it does.

`Impact` is quick and errs on one side only: a text in which no spelling of a changed row stands, under whatever rule
for capitals, asks for the same as before. `asks_alike` is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Action, Glossary, Match, Term
from translate.core.terms.matching import PhraseFinder
from translate.core.terms.phrases import Capitals, keys_of
from translate.core.terms.rows import Shelf, rows_of
from translate.core.text.spelling import letters
from translate.core.text.words import TOKEN

_ONE_BY_ONE = 100
"""Looking for more words than these takes longer than cutting a file in words."""


class Impact:
    """What differs between two glossaries of a locale, for texts to be held against."""

    def __init__(self, old: Glossary, new: Glossary) -> None:
        """Compare two glossaries.

        Args:
            old: That which the drafts were made with.
            new: Another one.
        """
        before, after = rows_of(old.terms), rows_of(new.terms)
        self.everywhere = [*map(as_asked, before.always)] != [*map(as_asked, after.always)]
        """Whether what is forbidden in every text differs."""
        shelves = zip((before.terms, before.titles, before.bans), (after.terms, after.titles, after.bans), strict=True)
        keys = [key for one, other in shelves for key in _changed(one, other)]
        titles = {*old.undecided} ^ {*new.undecided}
        keys += [key for title in titles for source in title.sources for key, _ in keys_of(source)]
        self.spellings: tuple[str, ...] = tuple(dict.fromkeys(keys))
        """The spellings of what differs, without capitals."""
        self._finder = PhraseFinder((key, Match.ANY, key) for key in self.spellings)
        self._words = frozenset(word for key in self.spellings for _, word in keys_of(key))
        self._is_anywhere = self.everywhere or not all(map(str.isalnum, self._words))

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.spellings)

    def may_concern(self, text: str) -> bool:
        """Whether anything may be asked of a translation of a text that was not asked before, or the other way."""
        return self.everywhere or (self.may_stand_in(text) and bool(self._finder.hits(text, hyphens_part=True)))

    def may_stand_in(self, file: str) -> bool:
        """Whether a text that it may concern may stand in a file, whose words are whole.

        This only looks for the first words of what differs, so that thousands of files can be asked.
        """
        told = None if self._is_anywhere else letters(file)
        if told is None:
            return True
        if len(self._words) > _ONE_BY_ONE:
            return not self._words.isdisjoint(TOKEN.findall(told))
        return any(word in told for word in self._words)


def _changed(one: Shelf, other: Shelf) -> Iterator[str]:
    """The spellings that do not lead to the same rows, in the same order."""
    for key in one.keys | other.keys:
        if [*map(as_asked, one.rows(key))] != [*map(as_asked, other.rows(key))]:
            yield key


@lru_cache(maxsize=4096)  # The same few are asked for again and again.
def as_asked(term: Term) -> Term:
    """A term without what only glossary maintainers see: where it stands, who has reviewed it, and its note.

    What is forbidden keeps its note: it is told with each finding.
    """
    return replace(term, origin=None, reviewed="", note=term.note if term.action is Action.FORBID else "")


def asks_alike(one: Demands, other: Demands) -> bool:
    """Whether the same is asked of a translation."""
    return rows(one) == rows(other) and _ways(one) == _ways(other)


def _ways(asked: Demands) -> list[tuple[bool, Capitals]]:
    return [(match.compound, match.capitals) for match in asked.matches]


def rows(asked: Demands) -> list[tuple[Term, int, int]]:
    """What is asked, row by row, and where; a row that only forbids asks for it nowhere in particular."""
    places = [(as_asked(match.term), match.start, match.end) for match in asked.matches]
    return places + [(as_asked(term), 0, 0) for term in asked.bans]
