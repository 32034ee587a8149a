"""The paragraphs of a DOCX file as pieces to translate.

Runs that look the same to a reader are one. Of a paragraph, and of each link or content control in it, the look that
most of its text has is what a text without tags is written in; where another begins and ends is a pair of tags.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from translate.core.article import Kind
from translate.core.text.tags import Side
from translate.documents.docx.atoms import Alternative, Atom, Edge, Paragraph, Point, Words
from translate.documents.docx.looks import common, key_of, name_of, settled
from translate.documents.docx.markup import REFERENCE, unescaped
from translate.documents.docx.spelling import ATTRIBUTE, Coding, Spot
from translate.documents.inline import Item, Mark, Run, piece_of
from translate.documents.layout import MOST_PARAGRAPHS, Piece
from translate.values import dataclass

MOST_TAGS = 1_000
"""In a paragraph; of one with more each run is a piece."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece, and the number of the paragraph that it stands in."""

    piece: Piece
    number: int


def pieces_in(paragraph: Paragraph, kind: Kind, prefix: str) -> Iterator[Found]:
    """The pieces of a paragraph: one, or several where something in it cannot be moved.

    Args:
        paragraph: As it was found.
        kind: What it is in its article.
        prefix: What the names of Word's own elements begin with.
    """
    for atoms in islice(_whole(paragraph), MOST_PARAGRAPHS + 1):
        words = [atom for atom in atoms if isinstance(atom, Words)]
        if not words:
            continue
        items, spots = _items(atoms)
        piece = piece_of(kind, items)
        if piece is None:
            continue
        hidden = [
            atom.original
            for atom in atoms
            if isinstance(atom, Point) and not atom.name and piece.start <= atom.start < piece.end
        ]
        starts = [each.start for each in words]
        coding = Coding(
            prefix,
            settled(common((each.look, len(each.text)) for each in _outer(atoms)) if _outer(atoms) else words[0].look),
            spots.get((piece.start, True)) or _within(words, starts, piece.start),
            spots.get((piece.end, False)) or _within(words, starts, piece.end - 1),
            "".join(hidden),
        )
        yield Found(replace(piece, coding=coding.written()), paragraph.number)


def alternative_in(text: str, found: Alternative) -> Found | None:
    """The piece that is read to whoever does not see a picture; None where it is empty."""
    items: list[Item] = []
    at = found.start
    for match in REFERENCE.finditer(text, found.start, found.end):
        if at < match.start():
            items.append(Run(at, match.start(), text[at : match.start()]))
        items.append(Run(match.start(), match.end(), unescaped(match[0])))
        at = match.end()
    if at < found.end:
        items.append(Run(at, found.end, text[at : found.end]))
    piece = piece_of(Kind.IMAGE, items, ATTRIBUTE)
    return Found(piece, found.number) if piece else None


def _whole(paragraph: Paragraph) -> Iterator[Sequence[Atom]]:
    """The atoms of a paragraph, parted where something begins or ends without its other end, or all is too much."""
    atoms = paragraph.atoms
    changes = sum(
        not isinstance(atom, Words) or not isinstance(before, Words) or before.look != atom.look
        for before, atom in pairwise(atoms)
    )
    if not paragraph.torn and changes < MOST_TAGS and _is_balanced(atoms):
        yield atoms
        return
    pending: list[Atom] = []
    for atom in atoms:
        if isinstance(atom, Words) and (not pending or _is_same(pending[-1], atom)):
            pending.append(atom)
            continue
        yield pending
        pending = [atom] if isinstance(atom, Words) else []
    yield pending


def _is_same(before: Atom, words: Words) -> bool:
    return isinstance(before, Words) and before.tag == words.tag


def _is_balanced(atoms: Sequence[Atom]) -> bool:
    pending: list[str] = []
    for atom in atoms:
        if isinstance(atom, Edge) and atom.begins:
            pending.append(atom.name)
        elif isinstance(atom, Edge) and (not pending or pending.pop() != atom.name):
            return False
    return not pending


def _outer(atoms: Sequence[Atom]) -> list[Words]:
    """The text that is in no link and no other thing around runs."""
    depth = 0
    found = []
    for atom in atoms:
        if isinstance(atom, Edge):
            depth += 1 if atom.begins else -1
        elif isinstance(atom, Words) and not depth:
            found.append(atom)
    return found


def _bases(atoms: Sequence[Atom]) -> dict[int, str]:
    """The most common look in each thing that is around runs, by the number of the atom where it begins."""
    pending: list[tuple[int, list[Words]]] = []
    bases: dict[int, str] = {}
    outside: list[Words] = []
    for number, atom in enumerate(atoms):
        if isinstance(atom, Words):
            (pending[-1][1] if pending else outside).append(atom)
        elif isinstance(atom, Edge) and atom.begins:
            pending.append((number, []))
        elif isinstance(atom, Edge):
            begin, words = pending.pop()
            bases[begin] = common((each.look, len(each.text)) for each in words)
    bases[-1] = common((each.look, len(each.text)) for each in outside)
    return bases


def _items(atoms: Sequence[Atom]) -> tuple[list[Item], dict[tuple[int, bool], Spot]]:
    """The runs and tags of a paragraph, and what is around the places where tags begin and end."""
    line = _Line(_bases(atoms))
    for number, atom in enumerate(atoms):
        if isinstance(atom, Words):
            line.words(atom)
        elif isinstance(atom, Edge):
            line.edge(atom, number)
        elif atom.name:
            line.points.append(Mark(atom.start, atom.end, atom.name, Side.VOID, atom.original))
    line.plain()
    return line.items, line.spots


class _Line:
    """The runs and tags of a paragraph, as they are found."""

    def __init__(self, bases: Mapping[int, str]) -> None:
        self.items: list[Item] = []
        self.spots: dict[tuple[int, bool], Spot] = {}
        self.points: list[Item] = []
        """Those since the last word: they stand in a look if it goes on behind them."""
        self._bases = bases
        self._pending = [bases[-1]]
        self._key = ""
        self._name = ""
        self._last: Words | None = None

    def words(self, words: Words) -> None:
        key = key_of(words.look)
        if not self._name or key != self._key:
            self.plain()
        self.items += self.points
        self.points.clear()
        if not self._name and key != key_of(self._pending[-1]):
            self._key, self._name = key, name_of(words.look, self._pending[-1])
            original = settled(words.look) or "<rPr/>"
            self.items.append(Mark(words.tag, words.tag, self._name, Side.OPEN, original))
            self.spots[words.tag, True] = Spot("r", words.look)
        self.items.append(Run(words.start, words.end, words.text))
        self._last = words

    def edge(self, edge: Edge, number: int) -> None:
        self.plain()
        place = Spot("o") if edge.look is None else Spot("r", edge.look)
        if edge.begins:
            self._pending.append(self._bases[number])
            original = f"{edge.original}{settled(self._bases[number])}"
            self.items.append(Mark(edge.start, edge.end, edge.name, Side.OPEN, original))
            self.spots[edge.start, True] = place
        else:
            self._pending.pop()
            self.items.append(Mark(edge.start, edge.end, edge.name, Side.CLOSE, edge.original))
            self.spots[edge.end, False] = place

    def plain(self) -> None:
        """A look that was opened ends behind the last word."""
        if self._name and self._last:
            self.items.append(Mark(self._last.tail, self._last.tail, self._name, Side.CLOSE, ""))
            self.spots[self._last.tail, False] = Spot("r", self._last.look)
        self._name = ""
        self.items += self.points
        self.points.clear()


def _within(words: Sequence[Words], starts: Sequence[int], offset: int) -> Spot:
    """What is around a place in the middle of text."""
    found = words[bisect_right(starts, offset) - 1]
    return Spot("t", found.look, found.keeps)
