"""Show the characters that are not seen, or that turn the text around them."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # Controls, but for tab and line feed.
    "\u2028-\u202e\u2066-\u2069"  # Line ends and directions of Unicode.
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # No characters at all: UTF-8 or XML has no place for them.
)
_PICTURES = 0x2400
_DELETE = 0x7F


def visible(text: str) -> str:
    """A text that can be written as UTF-8, printed to a terminal and set on a page without doing anything to either.

    Marks of a single character's direction (U+200E, U+200F) and joiners stay: languages need them.
    """
    return _UNSEEN.sub(_name, text)


def _name(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"[U+{code:04X}]"
