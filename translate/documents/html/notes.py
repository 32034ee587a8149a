"""Signs that lead to a note, as of a footnote: they stand at a word, and are none of its letters."""

from __future__ import annotations

from collections.abc import Sequence

from translate import patterns
from translate.core.text.tags import Side
from translate.documents.inline import Item, Mark, Run

_SIGN = patterns.compile(r"\s*[\[(]?\s*(?:\w{0,4}\s?[0-9]{1,4}|[^\W\d_]|[*†‡§¶]{1,3})\s*[\])]?\s*")
_MOST = 12
"""Tags and texts of one sign."""
_AROUND = frozenset({"a", "b", "i", "span", "sup"})


def with_signs(html: str, items: Sequence[Item]) -> list[Item]:
    """The items of a paragraph, with one point for each raised link to a note: ``war<sup><a href="#1">1</a></sup>``.

    Args:
        html: What they stand in.
        items: They follow upon one another.
    """
    found: list[Item] = []
    done = 0
    while done < len(items):
        item = items[done]
        length = _length(items[done : done + _MOST]) if isinstance(item, Mark) and item.name in {"a", "sup"} else 0
        if length:
            end = items[done + length - 1].end
            found.append(Mark(item.start, end, "fn", Side.VOID, html[item.start : end]))
        else:
            found.append(item)
        done += length or 1
    return found


def _length(items: Sequence[Item]) -> int:
    """How many items from the first on are a sign; 0 where they are none."""
    pending: list[str] = []
    text = ""
    for number, item in enumerate(items, start=1):
        if isinstance(item, Run):
            if not {"a", "sup"} <= {*pending}:
                return 0
            text += item.text
        elif item.name not in _AROUND or item.side is Side.VOID:
            return 0
        elif item.side is Side.OPEN:
            pending.append(item.name)
        elif not pending or pending.pop() != item.name:
            return 0
        if not pending:
            return number if _SIGN.fullmatch(text) else 0
    return 0
