"""Find what is set as the language of the source has it, and not as its own."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.identifiers import blanked
from translate.core.text.typography import kept_dates


def check_typography(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``typography`` where a date or a question is set as English sets it.

    A date has its order, as “märts 31, 2027”; a Spanish question or exclamation begins with no sign of its own.
    Names that end in a mark, such as Yahoo!, are in the source.
    """
    for found, month in kept_dates(unit.target, unit.source):
        if unit.source_language.typography().months.count(month) and unit.language.code != unit.source_language.code:
            message = f"“{found[0]}” is in the order of the source; write the date in that of the language"
            yield Finding("typography", Level.WARNING, message, found.span())
    if not ("?" in unit.target or "!" in unit.target):
        return
    signs = unit.language.typography().inverted
    text = blanked(unit.target) if signs else ""
    for closing, opening in zip("?!", signs, strict=False):
        place = text.find(closing)
        name = text[: place + 1].rpartition(" ")[2]
        if place > 0 and not any(sign in text for sign in signs) and name not in unit.source:
            message = f"this ends in “{closing}” and begins with no “{opening}”; write it where the sentence begins"
            yield Finding("typography", Level.WARNING, message, (place, place + 1))
