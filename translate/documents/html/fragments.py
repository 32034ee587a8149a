"""What is translated in HTML, be it a page or a fragment in another format, and how a text is put in its place."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from translate.core.article import Part, Segment, Tag
from translate.documents.html.attributes import BARE
from translate.documents.html.parsing import Token, What, tokens
from translate.documents.html.saying import spoken_in
from translate.documents.html.walking import Walker
from translate.documents.layout import MOST_PARAGRAPHS, Piece

_ESCAPES = {
    "": str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"}),
    '"': str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}),
    "'": str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;"}),
}

_PAGE = frozenset({"body", "html"})
_SPEAKING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td"})
_AROUND = frozenset({"article", "div", "main", "section"})


def pieces(html: str, *, lines: bool = False) -> list[Piece]:
    """What is translated in a fragment of HTML, or in a page, of which all is taken.

    Args:
        html: Decoded; offsets count its characters.
        lines: Whether blank lines part paragraphs where no element does, as in WordPress.

    Returns:
        In the order of the text; none overlaps another. Entities are decoded; line ends and other white space are one
        space. A `Piece.coding` is for `spelt`. They end with the first that is more than an article may have.

    Raises:
        DocumentError: There is too much; without a path, since only whoever asks knows it.
    """
    found = [*tokens(html)]
    walk = Walker(html, language_of(found), lines).walk(found)
    return [each.piece for each in islice(walk, MOST_PARAGRAPHS + 1)]


def spelt(segment: Segment, parts: tuple[Part, ...]) -> str:
    """How HTML writes the parts of a text in the place of a segment.

    Args:
        segment: Made of one of the `pieces`, with its coding.
        parts: As `Segment.parts_of` gives them.
    """
    bare = segment.coding == BARE
    escapes = _ESCAPES['"' if bare else segment.coding]
    text = "".join(part.original if isinstance(part, Tag) else part.translate(escapes) for part in parts)
    return f'"{text}"' if bare else text


def language_of(found: list[Token]) -> str:
    """The language of a page or a fragment, without its region, as it says itself; empty where it does not.

    What says another is left as it is. Without word of the page as a whole it is that of most of its paragraphs.
    """
    starts = [token for token in found if token.what is What.START]
    said = {token.name: spoken for token in reversed(starts) if token.name in _PAGE and (spoken := spoken_in(token))}
    root = _root(found)
    if spoken := said.get("body") or said.get("html") or (spoken_in(root) if root else ""):
        return spoken
    spoken_by = Counter(spoken_in(token) for token in starts if token.name in _SPEAKING)
    silent = spoken_by.pop("", 0)
    most, count = next(iter(spoken_by.most_common(1)), ("", 0))
    return most if count >= silent else ""


def _root(found: list[Token]) -> Token | None:
    """The start tag of the element that is around all of a fragment; None where there is none."""
    first = next((token for token in found if token.what is not What.TEXT), None)
    last = next((token for token in reversed(found) if token.what is not What.TEXT), None)
    if first is None or last is None or first.what is not What.START or last.what is not What.END:
        return None
    return first if first.name == last.name and first.name in _AROUND else None
