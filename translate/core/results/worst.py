"""Of many PO files the worst, which reports name, and what the others come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from translate.core.results.summary import Named, Totals, total
from translate.values import dataclass

MOST = 1_000
"""So many PO files of a locale are named: more than that nobody reads, and they are what takes a run's memory."""

Rank = tuple[float | str, ...]
_ROOM = 4
"""A quarter more are kept before they are sorted and cut."""
_AT_ONCE = 1_000
"""So many of the others are added up at a time."""


class Ranked(Named, Protocol):
    """A PO file that is named if it is bad enough."""

    @property
    def rank(self) -> Rank:
        """Sorts where only some are named: the worst comes first."""

    @property
    def place(self) -> str:
        """Sorts where all are."""


T = TypeVar("T", bound=Ranked)


@dataclass(slots=True)
class Worst(Generic[T]):
    """The PO files of a locale so far: the worst of them, and what the others come to."""

    most: int = field(default_factory=lambda: MOST)
    _first: list[T] = field(default_factory=list)
    _last: Rank | None = None
    """Nothing that comes later is named."""
    _others: list[Totals] = field(default_factory=list)

    def add(self, one: T) -> None:
        """Name a PO file, or count it."""
        if self._last is not None and one.rank > self._last:
            self._leave_out(one.totals)
            return
        self._first.append(one)
        if len(self._first) > self.most + self.most // _ROOM:
            self._cut()

    def update(self, other: Worst[T]) -> None:
        """Count those of another one, too."""
        for one in other.named():
            self.add(one)
        self._leave_out(other.left_out())

    def named(self) -> tuple[T, ...]:
        """The PO files that are named: by place, or, where others are left out, by rank."""
        order = attrgetter("rank" if self.left_out().catalogs else "place")
        return tuple(sorted(self._first, key=order))

    def left_out(self) -> Totals:
        """What the others come to."""
        self._cut()
        return total(self._others)

    def totals(self) -> Totals:
        """What all come to."""
        return total((self.left_out(), *(one.totals for one in self._first)))

    def _cut(self) -> None:
        if len(self._first) > self.most:
            self._first.sort(key=attrgetter("rank"))
            for one in self._first[self.most :]:
                self._leave_out(one.totals)
            del self._first[self.most :]
            self._last = self._first[-1].rank

    def _leave_out(self, totals: Totals) -> None:
        self._others.append(totals)
        if len(self._others) >= _AT_ONCE:
            self._others = [total(self._others)]


@dataclass(slots=True)
class ByLocale(Generic[T]):
    """The same of each locale of a project."""

    _locales: dict[str, Worst[T]] = field(default_factory=dict)

    @classmethod
    def of(cls, others: Mapping[str, Worst[T]]) -> ByLocale[T]:
        """What is known of each locale so far, which stays as it is; files of others may come."""
        made = cls()
        for locale, other in others.items():
            made._locales[locale] = Worst(other.most)
            made._locales[locale].update(other)
        return made

    def add(self, one: T) -> None:
        """Name a PO file, or count it."""
        self._locales.setdefault(one.locale, Worst()).add(one)

    def named(self) -> tuple[T, ...]:
        """The PO files that are named, locale by locale."""
        return tuple(one for worst in self._locales.values() for one in worst.named())

    def left_out(self) -> dict[str, Totals]:
        """What the others come to, by locale; without the locales of which all are named."""
        return {locale: rest for locale, worst in self._locales.items() if (rest := worst.left_out()).catalogs}

    def totals(self) -> Totals:
        """What all come to."""
        return total(worst.totals() for worst in self._locales.values())
