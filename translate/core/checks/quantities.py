"""Find quantities that were lost or changed: numbers, and what they count or measure.

A number may be written in any way that its language has, as a word or in other units; what it says must stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.quantities.differences import Difference, Fault, differences
from translate.core.quantities.quantity import Quantity, shifted
from translate.core.quantities.reading import has_digits
from translate.core.text.identifiers import blanked

_SCALE = ((12, "million million"), (9, "thousand million"), (6, "million"), (3, "thousand"))
"""Powers of ten by names that mean one thing: a billion is something else in Spanish."""

_ADVICE = {
    Fault.UNIT: "correct the unit",
    Fault.MONTH: "put the month right",
    Fault.MORNING: "say that it is after noon",
    Fault.TURNED: "see which way round is right",
    Fault.EXCHANGED: "was it converted right?",
}
"""What to do where a number is the same and something about it is not."""


def check_quantities(unit: Unit) -> Iterator[Finding]:
    """Yield a finding ``number`` or ``unit`` for each quantity of the source that the translation does not have so."""
    if unit.source == unit.target or not (has_digits(unit.source) or has_digits(unit.target)):
        return
    notations = unit.source_language.notation(), unit.language.notation()
    # What is within an identifier stays as it is, and is told by the check of these.
    for one in differences(blanked(unit.source), blanked(unit.target), *notations):
        yield _finding(one)


def _finding(one: Difference) -> Finding:
    source, target = one.source, one.target
    # “£2.8bn” tells more than “2.8”.
    told = source.amount if source.power else source.text
    if target is None:
        return Finding("number", Level.WARNING, f"“{told}” of the source is not here; put the number right")
    if one.fault == Fault.LOST:
        instead = target.amount if target.power else target.text
        message = f"“{told}” of the source is not here; “{instead}” may stand in its place; put the number right"
        return Finding("number", Level.WARNING, message, target.span)
    if one.fault == Fault.ADDED:
        message = f"“{target.amount}” is not in the source; see whether it is right"
        return Finding("number", Level.WARNING, message, target.span)
    message = _sentence(one, source, target)
    if one.fault in {Fault.UNIT, Fault.EXCHANGED}:
        level = Level.WARNING if one.fault == Fault.UNIT else Level.INFO
        return Finding("unit", level, message, target.amount_span)
    return Finding("number", Level.WARNING, message, target.amount_span)


def _sentence(one: Difference, source: Quantity, target: Quantity) -> str:
    """What is said of a number that another one stands for, by what is known of both."""
    told, here = f"“{source.amount}” of the source", f"“{target.amount}”"
    match one.fault:
        case Fault.MAGNITUDE:
            return f"{told} is {_in_millions(source)}, and {here} here is {_in_millions(target)}; see which is meant"
        case Fault.CONVERSION:
            return f"{told} would be about {one.expected}, and {here} stands here; see which is right"
        case _:
            return f"{told} is {here} here; {_ADVICE[one.fault]}"


def _in_millions(one: Quantity) -> str:
    """A number by thousands and millions, which mean the same everywhere: 3.5 thousand million."""
    value = next((value for value in sorted(one.values, key=len) if value.replace(".", "").isdecimal()), "")
    whole = value.partition(".")[0]
    for power, name in _SCALE:
        if len(whole) > power:
            return f"{shifted(value, -power)} {name}".strip()
    return value
