"""Find quantities that were lost or changed: numbers, and what they count or measure.

A number may be written in any way that its language has, as a word or in other units; what it says must stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.quantities.differences import Difference, Fault, differences
from translate.core.quantities.quantity import Quantity, shifted
from translate.core.text.identifiers import blanked

_SCALE = ((12, "million million"), (9, "thousand million"), (6, "million"), (3, "thousand"))
"""Powers of ten by names that mean one thing: a billion is something else in Spanish."""


def check_quantities(unit: Unit) -> Iterator[Finding]:
    """Yield a finding ``number`` or ``unit`` for each quantity of the source that the translation does not have so."""
    if unit.source == unit.target:
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
        message = f"“{told}” of the source is not here; put the number right"
        return Finding("number", Level.WARNING, message)
    match one.fault:
        case Fault.ADDED:
            message = f"“{target.amount}” is not in the source; see whether it is right"
            return Finding("number", Level.WARNING, message, target.span)
        case Fault.UNIT:
            message = f"“{source.amount}” of the source is “{target.amount}” here; correct the unit"
            return Finding("unit", Level.WARNING, message, target.amount_span)
        case Fault.EXCHANGED:
            message = f"“{source.amount}” of the source is “{target.amount}” here; was it converted right?"
            return Finding("unit", Level.INFO, message, target.amount_span)
        case Fault.MAGNITUDE:
            told, here = _in_millions(source), _in_millions(target)
            message = (
                f"“{source.amount}” of the source is {told}, and “{target.amount}” here is {here}; see which is meant"
            )
            return Finding("number", Level.WARNING, message, target.amount_span)
        case Fault.CONVERSION:
            here = f"“{target.amount}” stands here; see which is right"
            message = f"“{source.amount}” of the source would be about {one.expected}, and {here}"
            return Finding("number", Level.WARNING, message, target.amount_span)
    instead = target.amount if target.power else target.text
    message = f"“{told}” of the source is not here; “{instead}” may stand in its place; put the number right"
    return Finding("number", Level.WARNING, message, target.span)


def _in_millions(one: Quantity) -> str:
    """A number by thousands and millions, which mean the same everywhere: 3.5 thousand million."""
    value = next((value for value in sorted(one.values, key=len) if value.replace(".", "").isdecimal()), "")
    whole = value.partition(".")[0]
    for power, name in _SCALE:
        if len(whole) > power:
            return f"{shifted(value, -power)} {name}".strip()
    return value
