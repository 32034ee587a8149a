"""Fold prose into lines, and leave in one piece what a person would copy."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from translate import patterns

_UNIT = patterns.compile(
    r"(?P<place>^[^\s:“”]*/[^:“”]*(?::\d+)?:(?=\s))"  # The place that a sentence is about: “a/my ferry.txt line 3:”.
    r"|(?P<command>\S*“(?:newsdesk |[a-z./]+ -)[^“”]*”\S*)"  # Ours, or another program with its options.
    r"|\S*“[^“”]*”\S*"  # A name or a command in quotation marks.
    r"|\[[^\[\]]+\]\S*"
    r"|\S+"
)
_WIDE = {"W", "F"}


def fold(text: str, width: int, *, hang: str = "", taken: int = 0, measure: Callable[[str], int] = len) -> list[str]:
    """The lines of a text, each at most so wide where that can be without breaking what is copied.

    A word, a file's name or a command is never broken: one that is wider than a line has a line of its own. A text in
    a script that is written without spaces goes on in the next line at any letter.

    Args:
        text: One paragraph.
        width: Of a line, in a terminal's columns.
        hang: What each line but the first begins with; it counts.
        taken: So many columns of the first line are taken already.
        measure: How many columns a text takes.
    """
    lines: list[str] = []
    line = ""
    room, next_room = width - taken, width - len(hang)
    for unit in _units(text, next_room, measure):
        longer = f"{line} {unit}" if line else unit
        if measure(longer) <= room or not (line or (not lines and taken and measure(unit) <= next_room)):
            line = longer
        else:
            lines.append(line)
            line, room = unit, next_room
    first, *others = [*lines, line]
    return [first, *(hang + other for other in others)]


def _units(text: str, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    for found in _UNIT.finditer(text):
        unit = found[0]
        whole = found.lastgroup is not None or measure(unit) <= width
        for part in (unit,) if whole else unit.split():
            yield from _cut(part, width, measure) if _is_wide(part) and measure(part) > width else (part,)


def _is_wide(word: str) -> bool:
    """Whether it is written in a script without spaces; a path is copied, whatever script it is in."""
    return "/" not in word and any(unicodedata.east_asian_width(letter) in _WIDE for letter in word)


def _cut(text: str, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    part = ""
    for letter in text:
        if part and measure(part + letter) > width:
            yield part
            part = ""
        part += letter
    yield part
