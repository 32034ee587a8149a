"""Write a text as Markdown that reads as that text, with as few backslashes as that takes."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

from translate import patterns
from translate.core.article import Part, Tag
from translate.core.text.tags import Side
from translate.documents.markdown.blocks import Form

_SIGNS = patterns.compile(
    r"[\\`*\[\]]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # Within a word it is a sign like any other.
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|(?<=~)~|~(?=~)|~$|^~"
    r"|[!^](?=\[|$)"
    r"|\|"
)
_LINE = patterns.compile(r"(?P<number>\d{1,9})(?P<sign>[.)])(?=\s|$)|(?=[-+=>#~:|{])")
"""What a line must not begin with, or is taken for a list, a heading, a quotation, a line or front matter."""
_SPACES = patterns.compile(r"[ \t\r\n\f]+")
_BREAK = patterns.compile(r"(?:\\| *)[\r\n]")
_ALL = patterns.compile(rf"[{re.escape(string.punctuation)}]")


def escaped(parts: Sequence[Part], form: Form, *, all_signs: bool = False) -> str:
    """The parts of a text as Markdown.

    Args:
        parts: Runs of text, and tags, of which each stands as its original.
        form: How the block is written that they stand in.
        all_signs: Whether whatever may be a sign gets a backslash.
    """
    done: list[str] = []
    at_line_start = True
    for part in parts:
        if isinstance(part, Tag):
            done.append(part.original)
            at_line_start = _breaks(part)
            continue
        text = _ALL.sub(r"\\\g<0>", part) if all_signs else _SIGNS.sub(r"\\\g<0>", part)
        if form is Form.HEADING and not all_signs:
            text = text.replace("#", r"\#")
        if form is Form.CELL:  # A backslash before a | is the table's, however many stand there.
            text = text.replace("\\\\", "&#92;")
        if at_line_start and not all_signs:
            text = _LINE.sub(_guarded, text, count=1) if _LINE.match(text) else text
        at_line_start = False
        done.append(text)
    return "".join(done)


def _guarded(found: re.Match[str]) -> str:
    return rf"{found['number']}\{found['sign']}" if found["number"] else "\\"


def settled(parts: Sequence[Part]) -> list[Part]:
    """The same with no white space where it would hide a tag from Markdown: at the ends of a pair, or of a line."""
    done: list[Part] = []
    for part in parts:
        if isinstance(part, str):
            _add(done, _SPACES.sub(" ", part))
            continue
        if part.side is Side.CLOSE or _breaks(part):
            moved = _taken(done)
            done.append(part)
            if not _breaks(part):
                _add(done, moved)
        else:
            done.append(part)
    _taken(done)
    return [part for part in done if part]


def _add(done: list[Part], text: str) -> None:
    """Add a text behind what is there; a space at its start goes before the tags that open there."""
    before = done[-1] if done else " "
    if isinstance(before, str):
        text = text.lstrip(" ") if before.endswith(" ") else text
        done[-1:] = [before + text] if done else [text]
        return
    if before.side is Side.OPEN and text.startswith(" "):
        place = len(done)
        while place and isinstance(tag := done[place - 1], Tag) and tag.side is Side.OPEN:
            place -= 1
        outside = done[place - 1] if place else " "
        if not str(outside).endswith(" ") and not (isinstance(outside, Tag) and _breaks(outside)):
            done.insert(place, " ")
    bare = before.side is Side.OPEN or _breaks(before)
    done.append(text.lstrip(" ") if bare else text)


def _taken(done: list[Part]) -> str:
    """Take the space from the end of what is there."""
    if not done or not isinstance(last := done[-1], str) or not last.endswith(" "):
        return ""
    done[-1] = last.rstrip(" ")
    return " "


def _breaks(tag: Tag) -> bool:
    """Whether a tag ends a line."""
    return tag.side is Side.VOID and bool(_BREAK.match(tag.original))


def plain(parts: Sequence[Part]) -> list[Part]:
    """The same without the pairs that stress, which Markdown does not see everywhere; no letter is lost."""
    return [part for part in parts if not isinstance(part, Tag) or part.original.strip("*_~")]
