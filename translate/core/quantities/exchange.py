"""What money is worth in other money, roughly and for many years."""

from __future__ import annotations

import math

from translate.core.quantities.measures import CURRENCY

_DOLLARS = {"EUR": 1.1, "USD": 1.0, "GBP": 1.3, "CHF": 1.05, "CAD": 0.75, "AUD": 0.7, "NZD": 0.65, "SGD": 0.75}
"""What a strong currency mostly is in dollars."""
_WORTH = {
    **{code: -math.log10(dollars) for code, dollars in _DOLLARS.items()},
    **dict.fromkeys(("SEK", "NOK", "DKK", "PLN", "CNY", "BRL", "ILS", "SAR", "AED", "GEL", "RON", "BGN", "HKD"), 0.8),
    **dict.fromkeys(("MXN", "TWD", "ZAR", "CZK", "TRY", "UAH", "EGP", "THB"), 1.4),
    **dict.fromkeys(("RUB", "INR", "JPY", "ISK", "AMD", "HUF"), 2.1),
    **dict.fromkeys(("KRW", "CLP", "ARS", "COP"), 3.1),
    **dict.fromkeys(("VND", "IDR", "IRR"), 4.4),
}
"""How many of a currency make a dollar, as a power of ten, roughly and for many years."""
_STEADY, _UNSTEADY = 0.7, 1.2
"""How far from it a rate may be, as a power of ten: five times for dollars, euros and pounds, and for others more."""
_USUAL_RATE = math.log10(1.2)
"""How far from it the rate of two strong currencies mostly is."""


def may_be_exchanged(value: float, units: frozenset[str], other: float, others: frozenset[str]) -> bool:
    """Whether money may be other money, at any rate that ever was likely.

    Args:
        value: How much.
        units: The currencies that its sign may stand for.
        other: How much of the other money.
        others: The currencies of that one.
    """
    if value <= 0 or other <= 0:
        return False
    rate = math.log10(other / value)
    pairs = ((one, another) for one in _strongest(units) for another in _strongest(others))
    return any(abs(rate - _rate(*pair)) <= (_STEADY if all(map(_is_strong, pair)) else _UNSTEADY) for pair in pairs)


def is_usual_rate(value: float, units: frozenset[str], other: float, others: frozenset[str]) -> bool:
    """Whether money is other money at about the rate that two strong currencies mostly have; see `may_be_exchanged`."""
    if value <= 0 or other <= 0:
        return False
    rate = math.log10(other / value)
    pairs = ((one, another) for one in _usual(units) for another in _usual(others))
    return any(abs(rate - _rate(*pair)) <= _USUAL_RATE for pair in pairs)


def _rate(one: str, another: str) -> float:
    """How much there is of another currency for one of the first, as a power of ten."""
    return _worth(another) - _worth(one)


def _strongest(units: frozenset[str]) -> frozenset[str]:
    """The currencies that a sign mostly stands for: “$” for no pesos where it may be dollars."""
    return frozenset(filter(_is_strong, units)) or units


def _usual(units: frozenset[str]) -> frozenset[str]:
    """The strong currencies that a sign may stand for: “$” for that of the United States."""
    return units & {f"{CURRENCY}USD"} or frozenset(filter(_is_strong, units))


def _is_strong(unit: str) -> bool:
    return unit.removeprefix(CURRENCY) in _DOLLARS


def _worth(unit: str) -> float:
    return _WORTH.get(unit.removeprefix(CURRENCY), 0.8)
