"""A glossary's rows, found by their letters; whatever is made of a row is made when a text may have it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import cached_property
from typing import TypeVar, overload

from translate.core.terms.glossary import Action, Match, Term
from translate.core.terms.phrases import Phrase, keys_of
from translate.core.text.fingerprints import fingerprint
from translate.values import dataclass

T = TypeVar("T")

Named = tuple[str, Term]
"""A spelling of a term, and the term."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """How some rows are found."""

    lengths: dict[str, list[int]] = field(default_factory=dict)
    """Of the spellings that begin with a word, the longest first."""
    rows: dict[str, int | list[int]] = field(default_factory=dict)
    """The row of a spelling without capitals, by its number; the rows, in their order, where several have it."""

    def note(self, number: int, key: str, word: str) -> None:
        """Note a spelling of a row, and the word that it begins with; rows come in their order."""
        known = self.rows.setdefault(key, number)
        if isinstance(known, list):
            if known[-1] != number:
                known.append(number)
        elif known != number:
            self.rows[key] = [known, number]
        lengths = self.lengths.setdefault(word, [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)

    def become(self, other: Spellings) -> None:
        """Know what others know, and nothing else; whoever looks into this goes on with it."""
        self.lengths.clear()
        self.lengths.update(other.lengths)
        self.rows.clear()
        self.rows.update(other.rows)


@dataclass(frozen=True, slots=True)
class Index:
    """How all rows of a glossary are found, by their numbers; `index_of` makes one."""

    terms: Spellings = field(default_factory=Spellings)
    titles: Spellings = field(default_factory=Spellings)
    """Of the rows with `Match.TITLE`."""
    bans: Spellings = field(default_factory=Spellings)
    """Of the `forbid` rows that have a source."""
    always: list[int] = field(default_factory=list)
    """The `forbid` rows that have none."""
    silent: list[int] = field(default_factory=list)
    """The rows that ask for nothing to stand in a translation."""

    def become(self, other: Index) -> None:
        """Know what another index knows, and nothing else."""
        for own, theirs in ((self.terms, other.terms), (self.titles, other.titles), (self.bans, other.bans)):
            own.become(theirs)
        self.always[:] = other.always
        self.silent[:] = other.silent


def index_of(terms: Iterable[Term]) -> Index:
    """Note how each of a glossary's terms is found."""
    index = Index()
    for number, term in enumerate(terms):
        if term.action is Action.FORBID:
            spellings = index.bans
            if not term.sources:
                index.always.append(number)
        else:
            spellings = index.titles if term.match is Match.TITLE else index.terms
        if term.action in {Action.FORBID, Action.OFF}:
            index.silent.append(number)
        for source in term.sources:
            for key, word in keys_of(source):
                spellings.note(number, key, word)
    return index


class Rows(Sequence[Term]):
    """The rows of one glossary.

    Args:
        terms: The rows; where they are made when they are asked for, ValueError says that one makes no sense.
        index: How they are found.
        digest: The fingerprint of them all; made of them where it is not known.
        anew: Gives both anew where a row makes no sense.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        index: Index,
        *,
        digest: str = "",
        anew: Callable[[], tuple[Sequence[Term], Index]] | None = None,
    ) -> None:
        self._rows = terms
        self._index = index
        self._digest = digest
        self._anew = anew
        self._numbers: dict[Term, int] = {}
        self.terms, self.titles, self.bans = (Shelf(self, own) for own in (index.terms, index.titles, index.bans))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Term]: ...
    def __getitem__(self, at: int | slice) -> Term | Sequence[Term]:
        return self.sound(lambda: self._rows[at])

    def __iter__(self) -> Iterator[Term]:
        return iter(self.sound(lambda: tuple(self._rows)))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    @property
    def digest(self) -> str:
        """The fingerprint of all rows."""
        if not self._digest:
            self._digest = fingerprint(map(repr, self))
        return self._digest

    @cached_property
    def always(self) -> tuple[Term, ...]:
        """The `forbid` rows that hold for every text."""
        return self.sound(lambda: tuple(map(self.row, self._index.always)))

    def asking(self, mentioned: Collection[int]) -> tuple[int, int]:
        """How many rows ask for something to stand in a translation, and how many of them are not mentioned."""
        asking = len(self) - len(self._index.silent)
        return asking, asking - len({*mentioned}.difference(self._index.silent))

    def numbers(self, terms: Iterable[Term]) -> tuple[int, ...]:
        """The numbers of terms that stand in rows, in order; titles that nobody has decided on stand in none."""
        wanted = [term for term in terms if not term.undecided]
        if any(term not in self._numbers for term in wanted):
            self._numbers.update((term, number) for number, term in enumerate(self))
        return tuple(sorted(self._numbers[term] for term in wanted if term in self._numbers))

    def row(self, number: int) -> Term:
        """A row that is to be noted for `numbers`.

        Raises:
            ValueError: It makes no sense, or there is none.
        """
        if not (type(number) is int and 0 <= number < len(self._rows)):
            raise ValueError("no row")
        term = self._rows[number]
        self._numbers[term] = number
        return term

    def sound(self, make: Callable[[], T]) -> T:
        """What is made of rows; where one of them makes no sense, it is made of rows that are read anew."""
        with contextlib.suppress(ValueError):
            return make()
        if self._anew is not None:
            self._rows, index = self._anew()
            self._anew = None
            self._index.become(index)
            self._numbers.clear()
        return make()


class Shelf:
    """Some rows of a glossary, found by their letters."""

    def __init__(self, rows: Rows, spellings: Spellings) -> None:
        self._rows = rows
        self._spellings = spellings

    @property
    def lengths(self) -> dict[str, list[int]]:
        """Those of the spellings that begin with a word, the longest first."""
        return self._spellings.lengths

    @property
    def keys(self) -> AbstractSet[str]:
        """The letters of all spellings, without capitals."""
        return self._spellings.rows.keys()

    def rows(self, key: str) -> list[Term]:
        """The rows of some letters without capitals, in their order."""
        found = self._spellings.rows.get(key, [])
        return self._rows.sound(
            lambda: [self._rows.row(one) for one in (found if isinstance(found, list) else [found])]
        )

    def phrases(self, match: Match | None = None) -> Callable[[str], Sequence[Phrase[Named]] | None]:
        """What gives the phrases of some letters without capitals.

        Args:
            match: The rule for capitals; None for each row's own.
        """
        made: dict[str, Sequence[Phrase[Named]]] = {}

        def of(key: str) -> Sequence[Phrase[Named]] | None:
            found = made.get(key)
            if found is None and key in self._spellings.rows:
                found = made[key] = self._rows.sound(lambda: tuple(self._made(key, match)))
            return found

        return of

    def _made(self, key: str, match: Match | None) -> Iterator[Phrase[Named]]:
        found = self._spellings.rows.get(key, [])
        for number in found if isinstance(found, list) else (found,):
            term = self._rows.row(number)
            own = [source for source in term.sources if any(key == letters for letters, _ in keys_of(source))]
            if not own:
                raise ValueError("no spelling of the row")
            for source in own:
                yield Phrase.of(source, match or term.match, (source, term))


def rows_of(terms: Sequence[Term]) -> Rows:
    """Some terms as rows; the very same where they are rows already."""
    return terms if isinstance(terms, Rows) else Rows(terms, index_of(terms))
