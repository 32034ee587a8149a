"""Lists as JSON and YAML hold them: a list of titles, or of what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.core.article import Document
from translate.schedules.sheets import MOST_TITLES, Sheet
from translate.schedules.titles import ABOUT, NAMES, Title, notes_on_names
from translate.values import dataclass

HOLDERS = ("shows", "titles")
"""The key that a list may stand under."""
MOST_VALUES = 300_000
"""Keys and values in one file: each takes longer to find than a cell of a table, and of all seven that are known of a
title there is room for those of nearly 20,000."""
DEEPEST = 64
"""How deep values may be nested; a list of titles is three deep."""
_SHAPE = "write a list of titles, or “shows:” with one; a title is a text, or has “name” and what is known of it"


@dataclass(frozen=True, slots=True)
class Word:
    """A text, a number or nothing, where it stands."""

    start: int
    end: int
    text: str
    fixed: str = ""
    """Why no other text can stand in its place; empty where one can."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values."""

    start: int
    items: Sequence[Node]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Values by their keys, in the file's order, with what stands twice."""

    start: int
    items: Sequence[tuple[str, Node]]


@dataclass(frozen=True, slots=True)
class Other:
    """A value that is no text, no number and no list."""

    start: int


Node = Word | Many | Pairs | Other


def document_of(sheet: Sheet, root: Node) -> Document:
    """The document of a list.

    Args:
        sheet: Its text.
        root: What stands in it.

    Raises:
        DocumentError: It is no list of titles, or something of a title cannot be used.
    """
    held = _held(sheet, root)
    if len(held.items) > MOST_TITLES:
        raise sheet.fault(f"the file has more than {MOST_TITLES:,} titles; split it into several", held.start)
    keys = (key for item in held.items if isinstance(item, Pairs) for key, _ in item.items)
    return sheet.document((_title(sheet, item) for item in held.items), notes_on_names(keys))


def _held(sheet: Sheet, root: Node) -> Many:
    """The list itself, wherever it stands."""
    if isinstance(root, Pairs):
        found = [node for key, node in root.items if key in HOLDERS]
        if len(found) > 1:
            raise sheet.fault(f"has several lists, as {' or '.join(HOLDERS)}; leave one", found[1].start)
        root = found[0] if found else root
    if not isinstance(root, Many):
        raise sheet.fault(f"is no list of titles: {_SHAPE}", root.start)
    return root


def _title(sheet: Sheet, item: Node) -> Title:
    if isinstance(item, Word):
        return _named(sheet, item, {})
    if not isinstance(item, Pairs):
        raise sheet.fault(f"a title is neither a text nor has a name: {_SHAPE}", item.start)
    cells: dict[str, Word] = {}
    for key, node in _read(sheet, item):
        if key in cells:
            raise sheet.fault(f"a title has “{key}” twice; leave one", node.start)
        if not isinstance(node, Word):
            raise sheet.fault(f"{key} is neither a text nor a number; write one", node.start)
        cells[key] = node
    names = [cells.pop(name) for name in NAMES if name in cells]
    if len(names) != 1:
        told = "both “name” and “title”; leave one" if names else "no “name”; write one, or a text alone"
        raise sheet.fault(f"a title has {told}", item.start)
    return _named(sheet, names[0], {key: word.text for key, word in cells.items()})


def _read(sheet: Sheet, item: Pairs) -> Iterator[tuple[str, Node]]:
    """The values that are read; all others stay as they are."""
    for key, node in item.items:
        if key == "<<":  # In YAML; nobody could tell whose the name is.
            raise sheet.fault("“<<” brings a title what is written elsewhere; write it here", node.start)
        if key in NAMES or key in ABOUT:
            yield key, node


def _named(sheet: Sheet, word: Word, about: dict[str, str]) -> Title:
    if word.fixed:
        raise sheet.fault(f"the title {word.fixed}", word.start)
    return sheet.title(word.start, word.end, word.text, about)
