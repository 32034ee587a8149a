"""Find identifiers that were lost or changed: addresses, handles, hashtags, file names, versions, placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.identifiers import has, identifiers

_MOST = 1000
"""Identifiers of a text that are looked for: one with more is no text for readers."""


def check_addresses(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``address`` for each identifier of the source that the translation does not have as it is.

    The page in the other language is a translator's good right; then the warning is wrong, and rare.
    """
    wanted = {unit.source[one.start : one.end]: one.kind for one in identifiers(unit.source)}
    given = {unit.target[one.start : one.end]: one for one in identifiers(unit.target)}
    strange = {
        one.kind: (one.start, one.end)
        for text, one in reversed([*islice(given.items(), _MOST)])
        if text not in wanted and not has(unit.source, text)
    }
    for text, kind in islice(wanted.items(), _MOST):
        if text not in given and not has(unit.target, text):
            other = strange.get(kind)
            instead = f"; “{unit.target[slice(*other)]}” may stand in its place" if other else ""
            message = f"the {kind} “{text}” of the source is not here{instead}; copy it from the source"
            yield Finding("address", Level.WARNING, message, other)
