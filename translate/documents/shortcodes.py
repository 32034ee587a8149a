"""The shortcodes of WordPress, such as ``[gallery ids="1,2"]``: what a site puts something else in the place of.

HTML knows nothing of them. They are shown to whoever reads it as elements of as many characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from translate import patterns
from translate.core.article import Part, Tag
from translate.documents.layout import Piece

_SHORTCODE = patterns.compile(
    r"""<!--.*?-->|</?[A-Za-z][^<>]*>|"""
    r"""\[(?P<close>/?)(?P<name>[a-z][a-z0-9_-]*[a-z0-9])"""
    r"""(?P<rest>(?:\s(?:[^\[\]<>"']|"[^"\[\]<>]*"|'[^'\[\]<>]*')*)?/?)\]""",
    re.DOTALL,
)
_KNOWN = frozenset(["audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"])
_PRIVATE = 0xE000
"""Where letters that nobody has in a page begin: the last letter of a masked name is one, so that HTML knows none."""
_MASKED = patterns.compile(r"<(?P<close>/?)(?P<name>[a-z0-9_-]+)(?P<last>[\ue030-\ue07a])(?P<rest>[^<>]*)>")
_LONGEST_NAME = 12


def masked(html: str) -> str:
    """A text with an element in the place of each shortcode.

    A word in brackets is none, such as “[sic]”: what WordPress brings with it is, and what has a value or an end.
    """
    if "[" not in html:
        return html
    closed = {found["name"] for found in _SHORTCODE.finditer(html) if found["close"]}
    return "".join(_masked(html, _KNOWN | closed))


def unmasked(piece: Piece) -> Piece:
    """A piece of a masked text, with the shortcodes themselves as its tags."""
    return replace(piece, parts=tuple(map(_unmasked, piece.parts)))


def _masked(html: str, known: AbstractSet[str]) -> Iterator[str]:
    done = 0
    for found in _SHORTCODE.finditer(html):
        name, rest = found["name"], found["rest"]
        if not name or not (name in known or "=" in rest):
            continue
        yield html[done : found.start()]
        yield f"<{found['close']}{name[:-1]}{chr(_PRIVATE + ord(name[-1]))}{rest}>"
        done = found.end()
    yield html[done:]


def _unmasked(part: Part) -> Part:
    if isinstance(part, str) or not (found := _MASKED.fullmatch(part.original)):
        return part
    name = found["name"] + chr(ord(found["last"]) - _PRIVATE)
    letters = re.sub(r"[^a-z]", "", name)[:_LONGEST_NAME]
    number = re.sub(r"\D", "", part.name)
    return Tag(f"{letters}{number}", part.side, f"[{found['close']}{name}{found['rest']}]")
