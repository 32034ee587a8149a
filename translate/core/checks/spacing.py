"""Find white space that no text should have: around it, doubled, invisible, or a line end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit

_LINE_END = re.compile(r"[\r\n\v\f]+")
_DOUBLE = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")


def check_spacing(unit: Unit) -> Iterator[Finding]:
    """Yield what is wrong with the white space, where the source is not so itself.

    A ``line-break`` is an error: a paragraph is one line, and the article cannot be written back with two.
    ``space-around``, ``double-space`` and ``invisible`` are warnings.
    """
    source, target = unit.source, unit.target
    if (found := _LINE_END.search(target)) and not _LINE_END.search(source):
        yield Finding("line-break", Level.ERROR, "a line ends within the text; make it one line", found.span())
    if (target[:1].isspace() and not source[:1].isspace()) or (target[-1:].isspace() and not source[-1:].isspace()):
        where = "before" if target[:1].isspace() else "behind"
        yield Finding("space-around", Level.WARNING, f"there is a space {where} the text; delete it")
    if (found := _DOUBLE.search(target)) and not _DOUBLE.search(source):
        yield Finding(
            "double-space", Level.WARNING, "there is more than one space here; delete the others", found.span()
        )
    if (found := _INVISIBLE.search(target)) and found[0] not in source:
        name = f"U+{ord(found[0]):04X}"
        yield Finding(
            "invisible", Level.WARNING, f"the invisible character {name} stands here; delete it", found.span()
        )
