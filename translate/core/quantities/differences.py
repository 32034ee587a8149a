"""Tell what of the quantities of a source its translation does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from translate.core.quantities.clock import is_told_by_half, is_told_by_quarters, lost_afternoons
from translate.core.quantities.dates import dates, months, other_months
from translate.core.quantities.exchange import is_usual_rate, may_be_exchanged
from translate.core.quantities.measures import CELSIUS, FAHRENHEIT, converted, is_money, is_time, is_written_for
from translate.core.quantities.notation import Notation
from translate.core.quantities.pairing import MOST, Pairs, may_be_one_name
from translate.core.quantities.quantity import Kind, Quantity
from translate.core.quantities.reading import in_ranges, quantities, roman_numbers
from translate.core.quantities.scores import turned
from translate.core.quantities.ways import other_ways
from translate.core.quantities.wording import is_named, is_worded, units_alone, worded_quantities
from translate.values import dataclass

_LONGEST = 15
"""Digits that are reckoned with."""
_ONE = frozenset({"1"})
_ABOUT = 1.1
_YEAR = 4
"""Digits."""
_TOO_FEW = 2
"""Digits, of which one may be the same by chance."""


class Fault(StrEnum):
    """What may be wrong with a quantity."""

    LOST = "lost"
    """It is not there, or another number is there for it."""
    UNIT = "unit"
    """The same number has another unit."""
    MAGNITUDE = "magnitude"
    """The same digits are a thousand times as much, or as little."""
    CONVERSION = "conversion"
    """It was converted, and comes to something else."""
    MONTH = "month"
    """The same day is in another month."""
    MORNING = "morning"
    """A time after noon is told as if it were before."""
    TURNED = "turned"
    """The two numbers of a score or a range stand the other way round."""
    EXCHANGED = "exchanged"
    """It was converted into other money, at a rate that nobody here knows."""
    ADDED = "added"
    """The source has nothing that it may stand for."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A quantity of the source that the translation does not have so, or one that only the translation has."""

    fault: Fault
    source: Quantity
    """What was added stands here, too."""
    target: Quantity | None = None
    """What may stand in its place."""
    expected: str = ""
    """What it would be in the other one's unit."""


def differences(source: str, target: str, of_source: Notation, of_target: Notation) -> tuple[Difference, ...]:
    """What of the quantities of a source its translation does not have.

    Args:
        source: A text.
        target: Its translation.
        of_source: How the source's language writes quantities.
        of_target: How the translation's does.

    Returns:
        In the order of the source; each difference once.
    """
    wanted, there = quantities(source, of_source), quantities(target, of_target)
    if not wanted and not there:
        return ()
    pairs = Pairs(wanted, there)
    found = [Difference(Fault.UNIT, *pair) for pair in pairs.other_units()]
    found += [Difference(Fault.UNIT, *pair) for pair in _kept_degrees(pairs, target, of_target)]
    both = tuple(dates(source, wanted, of_source)), tuple(dates(target, there, of_target))
    found += [Difference(Fault.MONTH, *pair) for pair in other_months(*both)]
    found += [Difference(Fault.MORNING, *pair) for pair in lost_afternoons(wanted, there, target, of_target)]
    found += [Difference(Fault.TURNED, *pair) for pair in turned(source, target, of_source, of_target)]
    if pairs.lost or pairs.new:
        found += _Left(pairs, source, target, of_source, of_target).differences()
    return tuple(sorted(found, key=lambda one: one.source.span))


def _kept_degrees(pairs: Pairs, target: str, of_target: Notation) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield degrees Fahrenheit that readers would take for Celsius: the translation tells no scale."""
    if of_target.ways.fahrenheit:
        return
    kept = [
        (one, other)
        for one, other in pairs.paired
        if one.units == {FAHRENHEIT} and {FAHRENHEIT, CELSIUS} <= other.measured
    ]
    kept = [pair for pair in kept if not is_conversion(*pair)]  # Minus forty is the same.
    if kept and not is_named(FAHRENHEIT, target, of_target):
        yield from kept


class _Left:
    """What is left on both sides, and why it may be so."""

    def __init__(self, pairs: Pairs, source: str, target: str, of_source: Notation, of_target: Notation) -> None:
        self.pairs = pairs
        self.source, self.target = source, target
        self.of_source, self.of_target = of_source, of_target
        self.wanted = [*pairs.lost, *(one for one, _ in pairs.paired)]
        self.optional: list[Quantity] = []
        """What the source says in words."""

    @property
    def lost(self) -> list[Quantity]:
        return self.pairs.lost

    @property
    def new(self) -> list[Quantity]:
        return self.pairs.new

    def differences(self) -> Iterator[Difference]:
        """Yield what nothing explains."""
        self.optional = self.pairs.pair_lists(months(self.source, self.of_source), months(self.target, self.of_target))
        if len(self.lost) <= MOST and len(self.new) <= MOST:
            self._drop_conversions()
            self._drop_numbers_in_words()
        for pair in self.pairs.pair_other_powers():
            yield Difference(Fault.MAGNITUDE, *pair)
        if len(self.lost) <= MOST and len(self.new) <= MOST:
            self._drop_words_for_numbers()
            yield from self._exchanged()
        yield from self._judged()

    def _drop_conversions(self) -> None:
        """Drop what was converted right, into a number that is left or that stands there all the same."""
        theirs = [other for _, other in self.pairs.paired]
        for one in list(self.lost):
            alike = [each for each in self.lost if each.measured & one.measured]
            if sum(_have_unit(one, other) for other in self.new) >= len(alike):
                continue  # The translation has as many in the source's unit: none was converted.
            found = next((other for other in self.new if is_conversion(one, other)), None)
            if found:
                self.new.remove(found)
                self.lost.remove(one)
                self.pairs.paired.append((one, found))
            elif any(is_conversion(one, other) for other in theirs):
                self.lost.remove(one)
        # Of what the translation has in the source's unit, too, each once.
        for one in [one for one, other in self.pairs.paired if not is_conversion(one, other)]:
            found = next((other for other in self.new if is_conversion(one, other)), None)
            if found:
                self.new.remove(found)

    def _drop_numbers_in_words(self) -> None:
        """Drop the numbers that the source has as words or Roman numerals."""
        if not self.new:
            return
        digits, words = self.wanted, list(worded_quantities(self.source, self.of_source))
        words = [word for word in in_ranges(self.source, [*digits, *words]) if word.kind == Kind.WORD]
        words += roman_numbers(self.source)
        for other in [one for one in self.new if one.kind != Kind.NAME]:
            slip = any(_is_slip(one, other) for one in self.lost)
            fits = (word for word in words if word.values & other.values or is_conversion(word, other))
            found = next((word for word in fits if not (slip and self._is_here(word))), None)
            if found:
                words.remove(found)
                self.new.remove(other)
            elif not slip and any(is_worded(value, self.source, self.of_source) for value in other.values):
                self.new.remove(other)
        self.optional += [one for one in words if one.kind == Kind.WORD]

    def _is_worded(self, one: Quantity) -> bool:
        """Whether the translation has a number in words."""
        return any(is_worded(value, self.target, self.of_target) for value in one.values)

    def _is_here(self, word: Quantity) -> bool:
        """Whether the translation has a number of the source's words as a word, and not as the beginning of another."""
        return any(word.values & other.values for other in worded_quantities(self.target, self.of_target))

    def _drop_words_for_numbers(self) -> None:
        """Drop the numbers that the translation has as words or Roman numerals."""
        if not self.lost:
            return
        words = [*roman_numbers(self.target), *worded_quantities(self.target, self.of_target)]
        if any(is_time(one.units) for one in self.lost):
            words += units_alone(self.target, self.of_target)
        self.pairs.lost = [one for one in self.lost if not self._is_written(one, words)]

    def _is_written(self, one: Quantity, words: Sequence[Quantity]) -> bool:
        if one.kind == Kind.NAME or any(_is_slip(one, other) for other in self.new):
            return False
        if any(one.values & word.values or is_conversion(one, word) for word in words):
            return True
        ways = set(other_ways(one, self.of_target))
        if self._is_worded(one) or any(ways & word.values for word in words):
            return True
        if any(is_told_by_quarters(value, self.target, self.of_target) for value in one.values):
            return True
        found = next((other for other in self.new if ways & other.values or self._is_half_hour(one, other)), None)
        if found:
            self.new.remove(found)
        return found is not None

    def _is_half_hour(self, one: Quantity, other: Quantity) -> bool:
        return is_told_by_half(one, other, self.target, self.of_target)

    def _exchanged(self) -> Iterator[Difference]:
        """Yield money that has become other money."""
        for one in list(self.lost):
            money = [other for other in self.new if is_money(one.units) and is_money(other.units)]
            known = any(one.units & each.units for each in money)
            other = None if known else next((each for each in money if _is_exchange(one, each)), None)
            if other:
                self.lost.remove(one)
                self.new.remove(other)
                yield Difference(Fault.EXCHANGED, one, other)

    def _judged(self) -> Iterator[Difference]:
        """Yield what is lost for good: what is often left out only where another number is there for it."""
        kept = {value for one, _ in self.pairs.paired for value in one.values}
        told: set[frozenset[str]] = set()
        free = list(self.new)
        shown: set[tuple[int, int]] = set()
        for one in self.lost:
            instead = _instead(one, free[:MOST])
            if one.values in told or (instead is None and (_is_often_left_out(one) or one.values & kept)):
                continue
            told.add(one.values)
            if instead and instead.span in shown:
                continue
            if instead and len(free) > 1:
                free.remove(instead)
            if instead and (instead.is_list or one.text != one.amount):
                shown.add(instead.span)
            yield _difference(one, instead)
        if not told and len(free) <= MOST:
            yield from list(self._slips(free)) or self._added(free)

    def _slips(self, free: Sequence[Quantity]) -> Iterator[Difference]:
        """Yield new numbers that are there for a word of the source, or were not converted right."""
        for other in free:
            for one in self.optional[:MOST]:
                if _is_slip(one, other) and (one.kind == Kind.MONTH or not self._is_worded(one)):
                    yield Difference(Fault.LOST, one, other)
                    return
            given = [*(one for one, _ in self.pairs.paired), *self.optional[:MOST]]
            if is_time(other.units) or any(is_conversion(one, other) for one in given):
                continue  # It is told twice, or tells when.
            for one in given:
                if expected := _expected(one, other):
                    yield Difference(Fault.CONVERSION, one, other, expected)
                    return

    def _added(self, free: Sequence[Quantity]) -> Iterator[Difference]:
        """Yield new numbers that nothing of the source explains; a one may be an article there."""
        given = [*self.wanted, *self.optional]
        left = [other for other in free if not (other.name or _ONE & other.values)] if len(given) <= MOST else []
        left = [other for other in left if not any(_explains(one, other) for one in given)]
        alone = {one.units: one for one in units_alone(self.source, self.of_source)}.values() if left else ()
        for other in left:
            if not any(_is_about(one, other) for one in alone):
                yield Difference(Fault.ADDED, other, other)


def _difference(one: Quantity, instead: Quantity | None) -> Difference:
    if instead is None:
        return Difference(Fault.LOST, one)
    if (one.power or instead.power) and _have_same_digits(one, instead):
        return Difference(Fault.MAGNITUDE, one, instead)
    expected = _expected(one, instead)
    return Difference(Fault.CONVERSION if expected else Fault.LOST, one, instead, expected)


def _explains(one: Quantity, other: Quantity) -> bool:
    """Whether a number may be there for one that has been told: again, converted, or the century of a decade."""
    century = {str(int(one.parts[0][:-2]) + 1)} if one.kind == Kind.DECADE and len(one.parts[0]) == _YEAR else set()
    again = bool((one.values | century) & other.values)
    return again or is_conversion(one, other) or _is_exchange(one, other)


def _is_often_left_out(one: Quantity) -> bool:
    """Whether a translator may leave a number out: a small one, one in a name, a time of day, and “100 percent”."""
    whole = "100" in one.values and "concentr-percent" in one.units
    return one.small or whole or one.kind in {Kind.NAME, Kind.CLOCK, Kind.ALWAYS}


def _is_slip(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers differ in one digit."""
    if other.name:
        return False
    return any(
        len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
        for a in one.values
        for b in other.values
        if len(a) <= _LONGEST
    )


def _instead(one: Quantity, new: Sequence[Quantity]) -> Quantity | None:
    """What may stand in its place, the likeliest first."""
    if one.name:
        names = (other for other in new if other.name and may_be_one_name(one, other))
        return next(names, None) or next((other for other in new if _is_slip(one, other)), None)
    likely = [other for other in new if not other.name and not is_conversion(one, other)] or list(new)
    return min(likely, key=lambda other: _unlikeness(one, other), default=None)


def _unlikeness(one: Quantity, other: Quantity) -> tuple[bool, bool, int]:
    first, second = "".join(one.parts), "".join(other.parts)
    changed = sum(a != b for a, b in zip(first, second, strict=False)) + abs(len(first) - len(second))
    related = bool(one.measured and any(converted(1.0, one.measured, other.measured)))
    return not related, one.small != other.small, changed


def _have_same_digits(one: Quantity, other: Quantity) -> bool:
    """Whether two differ by a power of ten."""
    first, second = ({value.replace(".", "").strip("0") for value in each.values} for each in (one, other))
    return not first.isdisjoint(second)


def _have_unit(one: Quantity, other: Quantity) -> bool:
    """Whether both are told in one unit; of what degrees are, nobody is sure."""
    return bool(one.measured & other.measured) and "degree" not in one.measured | other.measured


def is_conversion(one: Quantity, other: Quantity) -> bool:
    """Whether a quantity is another one in other units, rounded as newspapers do it."""
    same = one.units and one.units == other.units and "degree" not in one.units
    if same or not one.measured or is_money(one.measured):
        return False
    return any(
        is_written_for(written, measure)
        for value in _signed(one)
        for measure in converted(value, one.measured, other.measured)
        for written in _numeric(other)
    )


def _is_exchange(one: Quantity, other: Quantity) -> bool:
    """Whether money may have been converted into other money; a slip of the pen or another million is no rate.

    Of two numbers with one digit and another one, as 85 and 75, few are slips where the rate is the usual one.
    """
    if not is_money(one.units) or not is_money(other.units) or one.units & other.units:
        return False
    much, others = (max(map(float, _numeric(each)), default=0.0) for each in (one, other))
    if _is_slip(one, other):
        short = all(len("".join(each.parts).strip("0")) <= _TOO_FEW for each in (one, other))
        return short and is_usual_rate(much, one.units, others, other.units)
    return may_be_exchanged(much, one.units, others, other.units)


def _is_about(one: Quantity, other: Quantity) -> bool:
    """Whether a quantity is about another one in other units: 1.5 km for a mile."""
    found = [m.value for v in _numeric(one) for m in converted(float(v), one.measured, other.measured)]
    return any(_unlike(value, float(written)) <= _ABOUT for value in found for written in _numeric(other))


def _numeric(one: Quantity) -> Iterator[str]:
    return (value for value in one.values if value.replace(".", "").isdecimal() and len(value) <= _LONGEST)


def _signed(one: Quantity) -> Iterator[float]:
    return (-float(value) if one.negative else float(value) for value in _numeric(one))


def _expected(one: Quantity, other: Quantity) -> str:
    """What a quantity would be in the other one's unit, with it; empty where they cannot be compared."""
    if not one.measured or not other.measured or _have_unit(one, other) or is_money(one.measured | other.measured):
        return ""
    kinds = {unit.partition("-")[0] for unit in one.measured}  # A speed is told as a speed.
    found = [
        m for v in _signed(one) for m in converted(v, one.measured, other.measured) if m.unit.partition("-")[0] in kinds
    ]
    there = [float(v) for v in _numeric(other)]
    return str(min(found, key=lambda m: min(_unlike(abs(m.value), v) for v in there))) if found and there else ""


def _unlike(one: float, other: float) -> float:
    """How many times as much one number is as another, whichever is more."""
    return max(one / other, other / one) if one > 0 < other else 1 + abs(one - other)
