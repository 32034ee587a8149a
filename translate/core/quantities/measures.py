"""How units of measure convert into one another, and how newspapers round what they have converted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

_SIZES: Mapping[str, tuple[str, float]] = {
    # A speed is a length, too: who writes “85 miles an hour” may go on with “in gusts 100 miles”.
    **{f"length-{name}": ("length", size) for name, size in _LENGTHS.items()},
    **{f"speed-{name}": ("length", size) for name, size in _SPEEDS.items()},
    **{f"area-{name}": ("area", size) for name, size in _AREAS.items()},
    **{f"mass-{name}": ("mass", size) for name, size in _MASSES.items()},
    **{f"volume-{name}": ("volume", size) for name, size in _VOLUMES.items()},
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
_FAHRENHEIT, _CELSIUS = "temperature-fahrenheit", "temperature-celsius"
_HEAT = frozenset({_FAHRENHEIT, _CELSIUS})
CURRENCY = "currency-"
"""The name of a unit of money begins so."""
_SLACK = 0.04
"""How far a number with zeros at its end may be from what it rounds."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with a unit."""

    value: float
    unit: str


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
    if unit == _FAHRENHEIT and (not others or _CELSIUS in others):
        yield Measure((value - 32) / 1.8, _CELSIUS)
    if unit == _CELSIUS and _FAHRENHEIT in others:
        yield Measure(value * 1.8 + 32, _FAHRENHEIT)


def rounds(written: str, exact: float) -> bool:
    """Whether a number is written for an exact one, rounded as newspapers do it: 250 or 249.47 for 249.4758.

    Args:
        written: Its digits, with a point before the decimals.
        exact: What it should be.
    """
    value = float(written)
    step = _step(written)
    off = abs(value - exact)
    cut_off = value < exact and off < step  # 136 for 136.79.
    if step > 1:
        return (off <= step / 2 or cut_off) and off <= _SLACK * abs(exact)
    return off <= step / 2 * 1.001 or (cut_off and off <= 0.1 * abs(exact))


def _step(written: str) -> float:
    """What a number has been rounded to, at most: 0.01 for 249.47, 50 for 250, 100 for 300."""
    whole, _, decimals = written.partition(".")
    if decimals:
        step = 10.0 ** -len(decimals)
        return step * 5 if decimals.endswith("5") and len(decimals) == 1 else step
    zeros = len(whole) - len(whole.rstrip("0"))
    significant = whole.rstrip("0")
    return 10.0**zeros * (5 if significant.endswith("5") and len(whole) > 1 else 1)
