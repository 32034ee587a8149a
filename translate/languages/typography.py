"""How languages are set: what their files tell, with CLDR's signs of numbers and names of months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial

from translate.core.quantities.notation import Notation
from translate.core.quantities.reading import quantities
from translate.core.text.typography import Typography
from translate.languages.cldr import known_locale

_DAY, _YEAR = 28, 2027
"""A day that every month has; neither number is part of the other or of a month's name."""


@lru_cache(maxsize=64)
def typography(code: str, told: Typography, notation: Callable[[], Notation], *, dates: bool) -> Typography:
    """How the language of a locale is set.

    Args:
        code: The locale's.
        told: What its language's file tells.
        notation: How the language writes quantities.
        dates: Whether its dates have one form, wherever they stand in a sentence.
    """
    data = known_locale(code)
    if data is None or told == Typography():
        return told  # Where nobody has looked, newsrooms may write numbers as English does: Armenian, Georgian.
    from babel.dates import format_date

    signs = data.number_symbols.get("latn", {})
    written = (format_date(dt.date(_YEAR, month, _DAY), "long", data) for month in range(1, 13))
    return replace(
        told,
        decimal=signs.get("decimal", ""),
        grouping=signs.get("group", ""),
        months=tuple(data.months["stand-alone"]["wide"].values()),
        dates=tuple(date.replace(str(_DAY), "{day}").replace(str(_YEAR), "{year}") for date in written)
        if dates
        else (),
        amounts=partial(_amounts, notation),
    )


def _amounts(notation: Callable[[], Notation], text: str) -> Iterator[tuple[int, int]]:
    return (one.span for one in quantities(text, notation()) if one.power or one.measured)
