"""Break the strings of a PO file into lines where gettext's own tools break them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import category

from translate import patterns

COLUMNS = 79

Unit = tuple[int, int]
"""Where a part of a text ends, and how many columns it takes."""

_ESCAPES = {
    "\\": r"\\",
    '"': r"\"",
    "\a": r"\a",
    "\b": r"\b",
    "\f": r"\f",
    "\n": r"\n",
    "\r": r"\r",
    "\t": r"\t",
    "\v": r"\v",
}
_LINE = patterns.compile(r"[^\n]*\n|[^\n]+")
_MUST_ESCAPE = patterns.compile('[\\\\"\a\b\f\n\r\t\v]')


def escape(text: str) -> str:
    r"""Write a text as it stands between the quotes of a PO file, line ends as ``\n``."""
    return _MUST_ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)


def quoted_lines(keyword: str, text: str, *, prefix: str = "", wrap: bool = True) -> list[str]:
    r"""Write a field, such as ``msgid "…"``, as the lines that msgcat makes of it.

    The rules were found by trying msgcat 0.21 and 0.22: a line ends after each ``\n`` of the text; no line is wider
    than 79 columns where it can be helped; a field that needs more than one line starts with ``""``.

    Args:
        keyword: What stands before the text: ``msgid``, ``msgstr[0]`` …
        text: The text, not escaped.
        prefix: What every line begins with: ``#~ ``, ``#| `` or ``#~| ``.
        wrap: False breaks after line ends of the text alone, as ``msgcat --no-wrap`` does.
    """
    room = COLUMNS - 2 - len(prefix)
    pieces = [escape(piece) for piece in _LINE.findall(text)] or [""]
    if len(pieces) == 1 and (not wrap or _is_one_line(pieces[0], room - len(keyword) - 1)):
        return [f'{prefix}{keyword} "{pieces[0]}"']
    lines = [line for piece in pieces for line in _fill(piece, room)] if wrap else pieces
    return [f'{prefix}{keyword} ""', *(f'{prefix}"{line}"' for line in lines)]


def _is_one_line(piece: str, room: int) -> bool:
    """Whether `_fill` makes one line of an escaped piece."""
    return _is_short(piece, room) or next(_ends(_units(piece), room)) == len(piece)


def _fill(piece: str, room: int) -> list[str]:
    """Fill lines with as much of an escaped piece as they hold; a space at a line's end counts."""
    if _is_short(piece, room):
        return [piece]
    return [piece[start:end] for start, end in pairwise((0, *_ends(_units(piece), room)))]


def _is_short(piece: str, room: int) -> bool:
    return len(piece) <= (room if piece.isascii() else room // 2)  # No character is wider than two columns.


def _ends(units: Sequence[Unit], room: int) -> Iterator[int]:
    """Where lines end that are filled with parts."""
    start = used = 0
    for end, width in units:
        if used and used + width > room:
            yield start
            used = 0
        used += width
        start = end
    yield start


# gettext follows an older edition of Unicode's line breaking (UAX #14) than today's libraries. What differs:
_POINT = patterns.compile(r"[,.:;\u037e\u0589\u060c\u060d\u2044](?=[^\s\d])")
_WIDE_OPENER = patterns.compile("(?<=[^ ])[（［｛｟〈《「『【〔〖〘〚〝｢]")
_ESCAPE = patterns.compile(r"\\.")
_ALPHABETIC_SIGNS = frozenset("#&*@_§¶·†‡•※")
_OTHER_SIGNS = frozenset("+|±−∓⁄°№℃℉")


@lru_cache(maxsize=1 << 12)
def _alphabetic(character: str) -> bool:
    """Whether line breaking treats a character as a letter, as it does with most symbols."""
    if category(character) in {"Lu", "Ll", "Lt", "Lm", "Lo", "No", "So", "Sk", "Sm"}:
        return character not in _OTHER_SIGNS
    return character in _ALPHABETIC_SIGNS


@lru_cache(maxsize=256)  # A text of one line is tried beside its keyword first; templates and PO files share sources.
def _units(piece: str) -> tuple[Unit, ...]:
    """Cut an escaped piece wherever a line may end: where each part ends, and its columns."""
    from unicode_segmentation_rs import line_break_units

    places = {0, *accumulate(map(len, line_break_units(piece)))}
    for found in _POINT.finditer(piece):
        if _alphabetic(piece[found.end()]):
            places.add(found.end())
    for found in _WIDE_OPENER.finditer(piece):
        before = piece[found.start() - 1]
        if _alphabetic(before) or category(before) in {"Nd", "Mn", "Mc", "Me"}:
            places.add(found.start())
    places.difference_update(found.start() + 1 for found in _ESCAPE.finditer(piece))
    if piece.endswith(r"\n"):
        places.discard(len(piece) - 2)
    parts = pairwise(sorted(places))
    if piece.isascii() and piece.isprintable():
        return tuple((end, end - start) for start, end in parts)
    return tuple((end, sum(map(_width, piece[start:end]))) for start, end in parts)


@lru_cache(maxsize=1 << 16)
def _width(character: str) -> int:
    """How many columns a character takes on a terminal."""
    from unicode_segmentation_rs import text_width

    width: int = text_width(character)
    match category(character):
        case "Cc":
            return 0
        case "Mc":
            return max(width, 1)
        case _:
            return width
