"""Make text of any origin harmless where it is shown: in a line of a log, in a terminal, on a page.

A file's name, a cell or an article may hold line breaks, a terminal's commands, marks that turn the direction of
writing, and bytes that are no UTF-8 (lone surrogates in Python). None of them gets through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

JOINERS = "\u200c\u200d"
"""They do not print; they are spelling in Persian and in Indian scripts, and join emoji."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # Controls, but for tab and line feed.
    "\u2028-\u202e\u2066-\u2069"  # Line ends and directions of Unicode.
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # No characters at all: UTF-8 or XML has no place for them.
)
_BLANK = re.compile(
    "[\u115f\u1160\u3164\uffa0\u2800"  # Fillers of Hangul, and the Braille pattern without a dot.
    "\u2065\ufff0-\ufff8\U000e0000-\U000e0fff"  # Kept for characters that do not print.
    "\ufdd0-\ufdef\ufffe\uffff]"
)
_WITHOUT_SHAPE = frozenset({"Cc", "Cf", "Cs", "Mn", "Mc", "Me", "Zs", "Zl", "Zp"})
_PICTURES = 0x2400
_DELETE = 0x7F


def in_a_line(text: str, *, spare: str = "") -> str:
    r"""A text in one line: what does not print is written as its code, such as ``\n``, ``\x1b`` or ``\u202e``.

    Args:
        text: Any text.
        spare: Characters that stay although they do not print.
    """
    return _without_unprintable(text, lambda c: c if c in spare else c.encode("unicode_escape").decode("ascii"))


def blotted(text: str) -> str:
    """A text in one line, with a “\ufffd” for each character that does not print: what they were does not matter."""
    return _without_unprintable(text, lambda _: "\ufffd")


def on_a_page(text: str) -> str:
    """A text of several lines that can be written as UTF-8, printed to a terminal and set on a page.

    Marks of a single character's direction (U+200E, U+200F) and joiners stay: languages need them.
    """
    return _UNSEEN.sub(_name, text)


def is_visible(text: str) -> bool:
    """Whether a reader sees anything of a text: space, format and control characters show nothing.

    Neither do marks without a letter, such as variation selectors. What Python does not know yet may be a new emoji.
    """
    return any(unicodedata.category(c) not in _WITHOUT_SHAPE and not _BLANK.match(c) for c in text)


def _without_unprintable(text: str, written: Callable[[str], str]) -> str:
    return text if text.isprintable() else "".join(c if c.isprintable() else written(c) for c in text)


def _name(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"[U+{code:04X}]"
