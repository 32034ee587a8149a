"""Make text of any origin harmless where it is shown: in a line of a log, in a terminal, on a page.

A file's name, a cell or an article may hold line breaks, a terminal's commands, marks that turn the direction of
writing, and bytes that are no UTF-8 (lone surrogates in Python). None of them gets through.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from translate import patterns

_PLAIN = dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚", "'") | dict.fromkeys("–—−─━╸╺", "-") | {
    "…": "...", "→": "->", "≠": "!=", "×": "x", "\xa0": " ", "\u202f": " "
}  # fmt: skip
"""What stands for a sign where a terminal has not got it; letters have no other."""
JOINERS = "\u200c\u200d"
"""They do not print; they are spelling in Persian and in Indian scripts, and join emoji."""

_FLAG = "\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f"
"""The flag of England, Scotland or Wales: a black one, and which it is in letters that do not print."""
_UNSEEN = patterns.compile(
    f"(?:{_FLAG})|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # Controls, but for tab and line feed.
    "\u2028-\u202e\u2060-\u206f"  # Line ends, directions and other invisible orders of Unicode.
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # Others that say something to machines only.
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # No characters at all: UTF-8 or XML has no place for them.
)
_SURROGATE = patterns.compile("[\ud800-\udfff]")
_UNUSUAL = patterns.compile(r"[^\n -~]")
_BLANK = patterns.compile(
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

    Marks of a single character's direction (U+200E, U+200F, U+061C), joiners and the space without width stay:
    languages need them.
    """
    return _UNSEEN.sub(_name, text)


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """The characters that `on_a_page` shows as something else, each behind its place."""
    return ((found.start(), found[0]) for found in _UNSEEN.finditer(text) if len(found[0]) == 1)


def in_charset(text: str, charset: str) -> bytes:
    """A text for a terminal: what that has no sign for is a plainer sign or “?”, which takes the same room in a table.

    What is no character at all, such as a byte of a file's name that is no UTF-8, is shown as its code.
    """
    try:
        return text.encode(charset)
    except UnicodeEncodeError:
        shown = _SURROGATE.sub(_name, text)
        return "".join(c if _has(charset, c) else _PLAIN.get(c, "?") for c in shown).encode(charset)


def as_json(value: object, **options: Any) -> str:
    """JSON that every parser takes and no terminal obeys; letters of any language stay readable.

    Whatever does not print is escaped, which parsers read as the same: what somebody sees is what is there.
    """
    text = json.dumps(value, **options | {"ensure_ascii": False})
    if _SURROGATE.search(text):  # Few have any, and to look for them in each value takes longer than to write it.
        text = json.dumps(_without_surrogates(value), **options | {"ensure_ascii": False})
    return _UNUSUAL.sub(lambda found: found[0] if found[0].isprintable() else _json_code(found[0]), text)


def as_json_in_pieces(value: object) -> Iterator[str]:
    """The same, cut between the values of objects and lists: thousands of rows in one text take their room twice."""
    match value:
        case dict():
            for number, (name, each) in enumerate(value.items()):
                yield f"{', ' if number else '{'}{as_json(name)}: "
                yield from as_json_in_pieces(each)
            yield "}" if value else "{}"
        case list():
            for number, each in enumerate(value):
                yield f"{', ' if number else '['}{as_json(each)}"
            yield "]" if value else "[]"
        case _:
            yield as_json(value)


def is_visible(text: str) -> bool:
    """Whether a reader sees anything of a text: space, format and control characters show nothing.

    Neither do marks without a letter, such as variation selectors. What Python does not know yet may be a new emoji.
    """
    return any(unicodedata.category(c) not in _WITHOUT_SHAPE and not _BLANK.match(c) for c in text)


def _has(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _json_code(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _without_surrogates(value: Any) -> Any:
    """What cannot be UTF-8 as its code, readable: half of a surrogate pair breaks strict JSON parsers."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_without_surrogates(key): _without_surrogates(held) for key, held in value.items()}
        case list() | tuple():
            return [_without_surrogates(held) for held in value]
        case _:
            return value


def _without_unprintable(text: str, written: Callable[[str], str]) -> str:
    return text if text.isprintable() else "".join(c if c.isprintable() else written(c) for c in text)


def _name(found: re.Match[str]) -> str:
    if len(found[0]) > 1:
        return found[0]  # A flag.
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"[U+{code:04X}]"
