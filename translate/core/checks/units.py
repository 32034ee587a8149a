"""Find numbers that have come to be of another currency or unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from translate.core.checks.findings import Finding, Level, Unit

_SIGNS = (
    *("%", "‰", "€", "$", "£", "¥", "₽", "₴", "°C", "°F"),
    *("km/h", "mph", "km", "cm", "mm", "kg", "mg"),
    *("kWh", "MWh", "GWh", "kW", "MW", "GW", "kB", "MB", "GB", "TB", "kHz", "MHz", "GHz"),
)
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_NUMBER = r"\d+(?:[.,\u00a0\u202f']\d+)*"
_AMOUNT = re.compile(
    rf"(?P<before>[€$£¥])\s?(?P<first>{_NUMBER})|(?<![\w.,])(?P<second>{_NUMBER})[\s-]?(?P<behind>{_SIGN})(?!\w)"
)


def check_units(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``unit`` for each number of the source that has another sign beside it in the translation.

    A sign that has become a word, or has no number beside it, is a translator's good right.
    """
    there = _amounts(unit.target)
    for digits, signs in _amounts(unit.source).items():
        others = there.get(digits, {})
        for sign, amount in signs.items():
            if others and sign not in others:
                other = next(iter(others.values()))
                message = f"“{amount[0]}” of the source is “{other[0]}” here; correct the unit"
                yield Finding("unit", Level.WARNING, message, other.span())


def _amounts(text: str) -> Mapping[str, dict[str, re.Match[str]]]:
    """The signs beside each number, by its digits, with where they stand."""
    found: defaultdict[str, dict[str, re.Match[str]]] = defaultdict(dict)
    for amount in _AMOUNT.finditer(text):
        digits = "".join(filter(str.isdigit, amount["first"] or amount["second"]))
        found[digits].setdefault(amount["before"] or amount["behind"], amount)
    return found
