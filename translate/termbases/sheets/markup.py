"""How much a spreadsheet's XML asks for when its cells are laid out, before anybody does so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.parsers import expat

from translate import patterns
from translate.errors import GlossaryError

MOST_CELLS = 2_000_000
"""Of the grid from the first cell to the last one that hold anything, the empty ones among them."""
MOST_CHARACTERS = 50_000_000
"""Of all cells together, as often as a text is repeated."""

_PLACE = patterns.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")
_SHARED = "sharedstrings.xml"
_AGAIN = "open it in your spreadsheet and save it again"
_PIECE = 1 << 20
_SHEETS = frozenset({"worksheet", "table"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_LONGEST_NUMBER = 18
"""Digits; more than any has that a spreadsheet writes."""


class Grid:
    """What the sheets of a file come to, taken together."""

    def __init__(self) -> None:
        self.cells = 0
        """Of the largest grid."""
        self.characters = 0
        self.shared: list[int] = []
        """How long the texts are that several cells may have."""
        self.asked: Counter[int] = Counter()
        """How many cells have which of them."""

    def check(self, path: str) -> None:
        """See that there is room for it.

        Raises:
            GlossaryError: There is none.
        """
        if self.cells > MOST_CELLS:
            told = f"reaches over more than {MOST_CELLS:,} cells; delete the rows and columns behind the last term"
            raise GlossaryError(told, path=path)
        shared = sum(self.shared[at] * often for at, often in self.asked.items() if at < len(self.shared))
        if self.characters + shared > MOST_CHARACTERS:
            told = f"has more than {MOST_CHARACTERS:,} characters in its cells"
            raise GlossaryError(f"{told}; is it a glossary?", path=path)


def see(data: bytes, grid: Grid, name: str, path: str) -> None:
    """Look through one part of the file.

    Args:
        data: The part.
        grid: What was found so far; it takes in what is found here.
        name: The part's name in the archive.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: It is no XML, not in UTF-8, declares a document type, or asks for more than there is room for.
    """
    reading = _Reading(grid, has_shared=name.lower().endswith(_SHARED))
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def declared(*_: object) -> None:
        told = f"{name} in it declares a document type, as no spreadsheet does; {_AGAIN}"
        raise GlossaryError(told, path=path)

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        data.decode()
        for start in range(0, len(data), _PIECE):
            parser.Parse(data[start : start + _PIECE], False)
            if grid.cells > MOST_CELLS or grid.characters > MOST_CHARACTERS:
                return  # Which `Grid.check` will tell.
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        told = f"{name} in it is no XML that can be read ({reason} in its line {error.lineno}); {_AGAIN}"
        raise GlossaryError(told, path=path) from None
    except (UnicodeDecodeError, ValueError, LookupError):
        raise GlossaryError(f"{name} in it is not in UTF-8; {_AGAIN}", path=path) from None


class _Reading:
    """Follows the rows and cells of one part, be it of xlsx or of ods: no two of their elements share a name."""

    def __init__(self, grid: Grid, *, has_shared: bool) -> None:
        self._grid = grid
        self._has_shared = has_shared
        self._depth = 0
        self._row = self._column = 0
        """The last that the cell reaches."""
        self._rows = self._columns = 1
        self._most_rows = self._most_columns = 0
        self._is_reference = False
        self._reference = ""
        self._length = 0

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in _SHEETS:
            self._begin_sheet()
        elif name == "row":
            self._row, self._column = max(self._row + 1, _number(attributes.get("r", ""))), 0
        elif name == "c":
            column, row = _place(attributes.get("r", ""))
            self._column, self._row = column or self._column + 1, row or self._row
            self._is_reference = attributes.get("t") == "s"
        elif name in {"v", "is"}:
            self._reference = ""
            self._fill()
        elif name == "si" and self._has_shared:
            self._grid.shared.append(0)
        else:
            self._begin_open_document(name, attributes)

    def _begin_sheet(self) -> None:
        if not self._depth:
            self._row = self._column = self._most_rows = self._most_columns = 0
        self._depth += 1

    def _begin_open_document(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table-row":
            self._rows = _repeated(attributes, "number-rows-repeated")
            self._row, self._column = self._row + self._rows, 0
        elif name in _CELLS:
            self._columns = _repeated(attributes, "number-columns-repeated")
            self._column += self._columns
            self._length = max((len(text) for key, text in attributes.items() if key.endswith("value")), default=0)
            if any(key.endswith("value-type") for key in attributes):
                self._fill()
        elif name == "p":
            self._fill()
        elif name == "s":
            self._length += _repeated(attributes, "c")

    def text(self, text: str) -> None:
        self._length += len(text)
        if self._is_reference:
            self._reference = (self._reference + text)[:_LONGEST_NUMBER]
        if self._has_shared and self._grid.shared:
            self._grid.shared[-1] += len(text)

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "v" and self._is_reference:
            self._grid.asked[_number(self._reference)] += 1
        elif name == "c":
            self._is_reference = False
        elif name in _CELLS:
            self._grid.characters += self._length * self._rows * self._columns
        elif name in _SHEETS:
            self._depth -= 1

    def _fill(self) -> None:
        self._most_rows = max(self._most_rows, self._row)
        self._most_columns = max(self._most_columns, self._column)
        self._grid.cells = max(self._grid.cells, self._most_rows * self._most_columns)


def _place(text: str) -> tuple[int, int]:
    """The column and the row of a cell that is called ``B12``, counted from 1; zeros where it is called otherwise."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(found[2])


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    return max((_number(text) for key, text in attributes.items() if key.rpartition(":")[2] == name), default=1)


def _number(text: str) -> int:
    """A number as it is written; 0 where it is none."""
    digits = text.strip().removeprefix("+")
    return int(digits[-_LONGEST_NUMBER:]) if digits.isascii() and digits.isdigit() else 0
