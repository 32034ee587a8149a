"""Pair the quantities of a translation with those of its source, as far as they say the same."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from translate.core.quantities.measures import converted, is_time
from translate.core.quantities.quantity import Kind, Quantity, plain

MOST = 64
"""So many quantities of a text are looked at one by one; more are no prose."""


class Pairs:
    """The quantities of both sides: `paired`, and what is left, `lost` of the source and `new` in the translation."""

    def __init__(self, wanted: Sequence[Quantity], there: Sequence[Quantity]) -> None:
        """Pair what is written alike, then what says the same, then what says it of another unit."""
        self.lost, self.new = list(wanted), list(there)
        self.paired: list[tuple[Quantity, Quantity]] = []
        self._pair(lambda one: [(one.name.casefold(), value) for value in one.values if one.name])
        self._pair(lambda one: ((one.text, one.measured, one.power),))
        self._pair(lambda one: one.values, _have_one_unit)
        self._pair(lambda one: one.values, _may_have_one_unit)
        self._pair(lambda one: one.values, _may_be_of_other_units)

    def pair_other_powers(self) -> list[tuple[Quantity, Quantity]]:
        """Pair what has the same digits of another magnitude, and return these pairs."""
        before = len(self.paired)
        self._pair(lambda one: one.bare, _have_other_powers)
        return self.paired[before:]

    def other_units(self) -> Iterator[tuple[Quantity, Quantity]]:
        """Yield the pairs of another unit, those of one kind once."""
        told: set[tuple[frozenset[str], frozenset[str]]] = set()
        for one, other in self.paired:
            if differ(one, other) and (one.values, one.units) not in told:
                told.add((one.values, one.units))
                yield one, other

    def pair_lists(self, named: Sequence[Quantity], also: Sequence[Quantity]) -> list[Quantity]:
        """Pair dates, times and scores that were taken apart or put together, number by number.

        Args:
            named: The months that the source names.
            also: Those of the translation.

        Returns:
            The months of the source that its translation neither names nor has a number for.
        """
        self.lost = [_as_date(one, also) for one in self.lost]
        self.new = [_as_date(one, named) for one in self.new]
        here = Counter(value for month in also for value in month.values)
        months = [month for month in named if not any(here[value] for value in month.values)]
        some = max(len(self.lost), len(self.new), len(named)) <= MOST  # More are no prose.
        if some and (any(one.is_list for one in (*self.lost, *self.new)) or (months and self.new)):
            whole = [one for one in self.new if not one.is_list or self._is_given(one, named)]
            lost, taken = _taken(self.lost, whole, here)
            # A number as long as the month may rather stand for one that is lost: “9 Sept.” for the 1st of September.
            lengths = {len(one.parts[0]) for one in lost if len(one.parts) == 1}
            free = [month for month in named if len(month.parts[0]) in lengths or not _take(month.values, taken)]
            # What is left of a number goes to the one that stands alone: “20.02.2025” and “2 hours” have two twos.
            alone_first = sorted(self.new, key=lambda one: one.is_list)
            left = [one for one in alone_first if one not in whole or _is_left(one, taken)]
            self.lost, self.new = lost, sorted(left, key=lambda one: one.span)
            return [month for month in months if month in free]
        return months

    def _is_given(self, one: Quantity, named: Sequence[Quantity]) -> bool:
        """Whether the source has all numbers of a list; the minutes of a full hour may have been added."""
        rest = Counter(_atoms(one))
        for other in (*self.lost, *named):
            for part in _atoms(other) or sorted(other.values):
                _take(_ways(part, other), rest)
        return not [part for part in rest.elements() if part != "0" or not _is_full_hour(one)]

    def _pair(
        self,
        keys: Callable[[Quantity], Iterable[object]],
        fits: Callable[[Quantity, Quantity], bool] = lambda _one, _other: True,
    ) -> None:
        """Pair what has a key in common and fits, the first with the first."""
        if not self.lost or not self.new:
            return
        by_key: defaultdict[object, deque[int]] = defaultdict(deque)
        for at, one in enumerate(self.new):
            for key in keys(one):
                by_key[key].append(at)
        used: set[int] = set()
        left: list[Quantity] = []
        for one in self.lost:
            found = min(
                (at for key in keys(one) for at in _first(by_key[key], used) if fits(one, self.new[at])), default=None
            )
            if found is None:
                left.append(one)
            else:
                used.add(found)
                self.paired.append((one, self.new[found]))
        self.lost = left
        self.new = [one for at, one in enumerate(self.new) if at not in used]


def _first(places: deque[int], used: set[int]) -> list[int]:
    """The first few places that are not used; those that are used at the front are dropped for good."""
    while places and places[0] in used:
        places.popleft()
    return [at for at, _ in zip(places, range(MOST), strict=False) if at not in used]


def _taken(
    lost: Sequence[Quantity], whole: Sequence[Quantity], here: Counter[str]
) -> tuple[list[Quantity], Counter[str]]:
    """What of the source has no numbers in lists and beside them, and which numbers are left there."""
    pool = Counter(part for one in whole for part in _atoms(one))
    left = []
    for one in lost:
        free = Counter(pool)
        wanted = [part for part in _atoms(one) if part != "0" or not _is_full_hour(one)]
        rest = [part for part in wanted if not _take(_ways(part, one), free)]
        if _atoms(one) and (not rest or (one.is_list and len(rest) == 1 < len(one.parts) and here[rest[0]])):
            pool = free
        else:
            left.append(one)
    return left, pool


def _as_date(one: Quantity, named: Sequence[Quantity]) -> Quantity:
    """A number as the day and the month that it is where the other text names that month: “12.6.”."""
    short = one.kind == Kind.PLAIN and "." in one.text and len(one.parts) == len(("day", "month"))
    return replace(one, is_list=True) if short and any(one.parts[1] in month.values for month in named) else one


def _is_left(one: Quantity, pool: Counter[str]) -> bool:
    """Whether a number of the translation has parts that nothing of the source took."""
    rest = [part for part in _atoms(one) if _take((part,), pool)]
    return not _atoms(one) or any(part != "0" or not _is_full_hour(one) for part in rest)


def _is_full_hour(one: Quantity) -> bool:
    """Whether it ends in minutes that need not be told: 19:00."""
    last = one.text[-2:]
    return one.is_list and last.isdecimal() and int(last) == 0 and not one.text[-3:-2].isdecimal()


def _atoms(one: Quantity) -> tuple[str, ...]:
    """The numbers that it may be taken apart into; nothing where it is one that has several runs of digits."""
    return one.parts if one.is_list or (len(one.parts) == 1 and not one.power and not one.name) else ()


def _ways(part: str, one: Quantity) -> tuple[str, ...]:
    """The ways to write a part of a list: the hours of both clocks, the year of a date without its century."""
    if one.kind == Kind.CLOCK and part == one.parts[0]:
        return (part, *_hours(one))
    return (part, plain(part[2:])) if len(part) == len("2025") else (part,)


def _hours(one: Quantity) -> tuple[str, ...]:
    if one.kind != Kind.CLOCK:
        return ()
    return tuple(sorted({value.partition(":")[0] for value in one.values} - {one.parts[0]}))


def _take(ways: Iterable[str], pool: Counter[str]) -> bool:
    for way in ways:
        if pool[way] > 0:
            pool[way] -= 1
            return True
    return False


def _have_one_unit(one: Quantity, other: Quantity) -> bool:
    same = one.measured == other.measured or bool(one.measured & other.measured)
    return same and may_be_one_name(one, other)


def _may_have_one_unit(one: Quantity, other: Quantity) -> bool:
    return may_be_one_name(one, other) and not (one.measured and other.measured)


def _may_be_of_other_units(one: Quantity, other: Quantity) -> bool:
    """Whether two may be told of another unit: not the first 3 of “3 to 6 inches” and of “3 to 15 cm”."""
    shares = not one.units or not other.units
    converts = shares and any(converted(1.0, one.measured, other.measured)) and not one.measured & other.measured
    return may_be_one_name(one, other) and not (converts and other.measured)


def may_be_one_name(one: Quantity, other: Quantity) -> bool:
    """Whether two may be the same name, if they are digits of names at all: HER2 is not T2."""
    names = one.name, other.name
    if not all(names):
        return Kind.NAME not in {one.kind, other.kind}
    return names[0].casefold() == names[1].casefold() or names[0].isascii() != names[1].isascii()


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether two are evidently of another unit; “an hour” may stand elsewhere, if units are words."""
    if not one.units or not other.units or one.units & other.units or is_time(one.units) or is_time(other.units):
        return False
    kinds = {unit.partition("-")[2].partition("-per-")[0] for unit in one.units | other.units}
    words = max(len(each.amount) - len(each.text) for each in (one, other)) > len(" km/h")
    return not (words and len(kinds) == 1)


def _have_other_powers(one: Quantity, other: Quantity) -> bool:
    return one.power != other.power and not one.name and not other.name
