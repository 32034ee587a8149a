"""Find white space that no text should have: around it, doubled, invisible, or a line end."""

from __future__ import annotations

from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit

_LINE_END = patterns.compile(r"[\r\n\v\f]+")
_DOUBLE = patterns.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
_WIDE = patterns.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
"""The same where two spaces are one wide one."""
_INVISIBLE = patterns.compile("[\u200b\u2060\ufeff]")

_NO_SEAM = patterns.compile("[\u2060\ufeff]")
"""The same where a space without a width tells lines where a word ends, as in Thai."""


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
    double = _WIDE if unit.language.wide_spaces else _DOUBLE
    if (found := double.search(target)) and not _DOUBLE.search(source):
        yield Finding(
            "double-space", Level.WARNING, "there is more than one space here; delete the others", found.span()
        )
    invisible = _NO_SEAM if not unit.language.inflection.joining.spaces else _INVISIBLE
    if (found := invisible.search(target)) and found[0] not in source:
        name = f"U+{ord(found[0]):04X}"
        yield Finding(
            "invisible", Level.WARNING, f"the invisible character {name} stands here; delete it", found.span()
        )
