"""How units of measure convert into one another, and how newspapers round what they have converted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.values import dataclass

CURRENCY, TIME = "currency-", "duration-"
"""The names of units of money and of time begin so."""

_LENGTHS = {
    "millimeter": 0.001, "centimeter": 0.01, "decimeter": 0.1, "meter": 1.0, "kilometer": 1000.0,
    "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "mile": 1609.344, "nautical-mile": 1852.0,
}  # fmt: skip
_AREAS = {
    "square-centimeter": 0.0001, "square-meter": 1.0, "dunam": 1000.0, "hectare": 10_000.0, "square-kilometer": 1e6,
    "square-inch": 0.0254**2, "square-foot": 0.3048**2, "square-yard": 0.9144**2, "acre": 4046.8564224,
    "square-mile": 1609.344**2,
}  # fmt: skip
_MASSES = {
    "milligram": 1e-6, "gram": 0.001, "kilogram": 1.0, "tonne": 1000.0,
    "ounce": 0.028349523125, "pound": 0.45359237, "stone": 6.35029318, "ton": 907.18474,
}  # fmt: skip
_SPEEDS = {"meter-per-second": 3600.0, "kilometer-per-hour": 1000.0, "mile-per-hour": 1609.344, "knot": 1852.0}
_VOLUMES = {
    "milliliter": 0.001, "centiliter": 0.01, "deciliter": 0.1, "liter": 1.0, "hectoliter": 100.0,
    "cubic-meter": 1000.0, "fluid-ounce": 0.0295735295625, "pint": 0.473176473, "quart": 0.946352946,
    "gallon": 3.785411784, "cubic-foot": 28.316846592, "barrel": 158.987294928,
}  # fmt: skip
"""In metres, square metres, kilograms, metres an hour and litres, as laws define them."""

_TIMES = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86_400.0, "week": 604_800.0, "month": 30.4375 * 86_400.0,
    "year": 365.25 * 86_400.0, "decade": 3652.5 * 86_400.0, "century": 36_525.0 * 86_400.0,
}  # fmt: skip
"""In seconds; a month and a year are what they are on average."""

_SIZES: Mapping[str, tuple[str, float]] = {
    # A speed is a length, too: who writes “85 miles an hour” may go on with “in gusts 100 miles”.
    **{f"length-{name}": ("length", size) for name, size in _LENGTHS.items()},
    **{f"speed-{name}": ("length", size) for name, size in _SPEEDS.items()},
    **{f"area-{name}": ("area", size) for name, size in _AREAS.items()},
    **{f"mass-{name}": ("mass", size) for name, size in _MASSES.items()},
    **{f"volume-{name}": ("volume", size) for name, size in _VOLUMES.items()},
    **{f"{TIME}{name}": ("duration", size) for name, size in _TIMES.items()},
}
_IMPERIAL = frozenset(
    {
        *("length-inch", "length-foot", "length-yard", "length-mile", "length-nautical-mile"),
        *("area-square-inch", "area-square-foot", "area-square-yard", "area-acre", "area-square-mile"),
        *("mass-ounce", "mass-pound", "mass-stone", "mass-ton", "speed-mile-per-hour", "speed-knot"),
        *("volume-fluid-ounce", "volume-pint", "volume-quart", "volume-gallon", "volume-cubic-foot"),
        *("volume-barrel", "temperature-fahrenheit"),
    }
)
_USUAL = frozenset(
    {
        *("length-millimeter", "length-centimeter", "length-meter", "length-kilometer", "mass-gram", "mass-kilogram"),
        *("mass-tonne", "area-square-meter", "area-hectare", "area-square-kilometer", "volume-liter"),
    }
)
"""What newspapers convert into."""
_UNIT_SIGNS = {
    "length-millimeter": "mm", "length-centimeter": "cm", "length-meter": "m", "length-kilometer": "km",
    "mass-milligram": "mg", "mass-gram": "g", "mass-kilogram": "kg", "mass-tonne": "t",
    "length-inch": "in", "length-foot": "ft", "length-yard": "yd", "mass-pound": "lb", "mass-ounce": "oz",
    "area-square-meter": "m²", "area-square-kilometer": "km²", "area-hectare": "ha",
    "speed-meter-per-second": "m/s", "speed-kilometer-per-hour": "km/h", "speed-mile-per-hour": "mph",
    "volume-milliliter": "ml", "volume-liter": "l", "volume-cubic-meter": "m³",
    "temperature-celsius": "°C", "temperature-fahrenheit": "°F",
}  # fmt: skip
FAHRENHEIT, CELSIUS = "temperature-fahrenheit", "temperature-celsius"
_HEAT = frozenset({FAHRENHEIT, CELSIUS})
_RISE = 30
"""So many degrees may be a difference."""
_TIME_SLACK = 0.02
"""Time is not rounded; but a month may be thirty days."""
_SLACK, _NEAREST_SLACK, _SMALL_SLACK = 0.03, 0.04, 0.25
"""How far a number may be from what it rounds: in general, where it is the nearest with its zeros, as a digit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with a unit; as a text the number has three digits that count, and the unit its sign."""

    value: float
    unit: str

    def __str__(self) -> str:
        name = self.unit.partition("-")[2].replace("-", " ")
        return f"{float(f'{self.value:.3g}'):,.12g} {_UNIT_SIGNS.get(self.unit, name)}"


def is_money(units: frozenset[str]) -> bool:
    """Whether all that a sign may stand for is money."""
    return bool(units) and all(unit.startswith(CURRENCY) for unit in units)


def converted(value: float, units: frozenset[str], others: frozenset[str]) -> Iterator[Measure]:
    """Yield what a value is in other units.

    Args:
        value: How much.
        units: What its unit may be.
        others: What the other unit may be; empty where nobody knows it: then what newspapers convert into.
    """
    for unit in sorted(units):
        if unit in _HEAT:
            yield from _heat(value, unit, others)
        elif unit in _SIZES:
            dimension, size = _SIZES[unit]
            for other, (of, other_size) in _SIZES.items():
                usual = unit in _IMPERIAL and other in _USUAL
                if of == dimension and other != unit and (other in others if others else usual):
                    yield Measure(value * size / other_size, other)


def _heat(value: float, unit: str, others: frozenset[str]) -> Iterator[Measure]:
    if unit == FAHRENHEIT and (not others or CELSIUS in others):
        yield Measure((value - 32) / 1.8, CELSIUS)
        if 0 < value <= _RISE:  # Warmer by so much.
            yield Measure(value / 1.8, CELSIUS)
    if unit == CELSIUS and FAHRENHEIT in others:
        yield Measure(value * 1.8 + 32, FAHRENHEIT)


def is_time(units: frozenset[str]) -> bool:
    """Whether a unit may be one of time: three days, not three o’clock."""
    return any(unit.startswith(TIME) for unit in units)


def is_written_for(written: str, measure: Measure) -> bool:
    """Whether a number is written for a measure, rounded as is usual for what it measures.

    Args:
        written: Its digits, with a point before the decimals.
        measure: What it should be.
    """
    value = abs(measure.value)  # What stands before a number is no part of it.
    if measure.unit.startswith(TIME):
        return abs(float(written) - value) <= _TIME_SLACK * value
    return rounds(written, value)


def rounds(written: str, exact: float) -> bool:
    """Whether a number is written for an exact one, rounded as newspapers do it: 250, 249 or 249.47 for 249.4758.

    It may be rounded up or down at its last digit that is no zero, or to fives, as far as it stays near what it rounds.

    Args:
        written: Its digits, with a point before the decimals.
        exact: What it should be.
    """
    step = _step(written)
    off = abs(float(written) - exact)
    near = off / abs(exact) if exact else off
    nearest = off <= step / 2 or (len(written) > 1 and written.rstrip("0")[-1] == "5" and off <= 5 * step / 2)
    if step > 1:
        return (nearest and near <= _NEAREST_SLACK) or (off < step and near <= _SLACK)
    return off <= step / 2 or (nearest and near <= _SLACK) or (off < step and near <= _SMALL_SLACK)


def _step(written: str) -> float:
    """What its last digit that is no zero counts: 0.01 for 249.47, 10 for 250."""
    whole, _, decimals = written.partition(".")
    return 10.0 ** (-len(decimals) if decimals else len(whole) - len(whole.rstrip("0")))
