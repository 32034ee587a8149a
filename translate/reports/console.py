"""What a person reads in a terminal, in a file or in cron's mail: lines and tables, in colours where there are any."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from translate import patterns
from translate.core.results.summary import CatalogState, Counts, Summary
from translate.core.text.folding import fold
from translate.core.text.showing import on_a_page
from translate.reports.counting import count, unnamed
from translate.reports.tables import Column, Line, Piece, no_style, table_lines
from translate.values import dataclass

if TYPE_CHECKING:
    from rich.style import Style

_FEW = 30
"""So many PO files are named even if nothing changed; of more, only those that did."""
_NARROWEST = 40
_HANG = "  "

_STATES = {
    "new": "green",
    "updated": "cyan",
    "unchanged": "dim",
    "ok": "green",
    "!!": "bold red",
    "as installed": "green",
    "broken": "red",
}

_SHADES = patterns.compile(
    r"(?P<dim>(?<=\s)\[[a-z-]+, (?:draft|in review|approved)\]$)"
    r"|(?P<bold>^\S[^:]*/[^:]*:\d+(?=: ))"
    r"|(?P<red>(?<=: )error(?=: )|\bhigh risk\b)"
    r"|(?P<yellow>(?<=: )warning(?=: )|\bmedium risk\b)"
    r"|(?P<magenta>\[FLAG [a-z]+\])"
    r"|(?P<green>\blow risk\b)"
    r"|(?P<cyan>“newsdesk [^”]*”)"
)
"""What has a colour in a line of text, by the colour."""


def state_style(state: str) -> str:
    """The colour of a word that says how something is."""
    return _STATES.get(state, "")


def alarm(number: str) -> str:
    """The colour of a number that had better be nought."""
    return "dim" if number == "0" else "yellow"


def good(number: str) -> str:
    """The colour of a number that people have worked for."""
    return "dim" if number == "0" else "green"


def faint(number: str) -> str:
    """A nought says little."""
    return "dim" if number == "0" else ""


COUNTS = (
    Column("approved", number=True, style=good),
    Column("in review", "review", number=True, style=faint),
    Column("drafted", "drafts", number=True, style=faint),
    Column("untranslated", "left", number=True, style=faint),
    Column("flagged", number=True, style=alarm),
    Column("words left", "words", number=True, style=faint),
)
"""How far a catalog is, as columns of a table."""


def count_cells(counts: Counts) -> tuple[str, ...]:
    """How far a catalog is, as cells of a table."""
    return tuple(
        f"{number:,}"
        for number in (
            counts.approved,
            counts.in_review,
            counts.drafts,
            counts.untranslated,
            counts.flagged,
            counts.words_left,
        )
    )


class Stream(Protocol):
    """Where lines can go."""

    def write(self, text: str, /) -> object:
        """Take a part of a line."""

    def flush(self) -> object:
        """Hold nothing back."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a person reads."""

    stream: Stream | None
    """None where the shell closed it."""
    width: int | None
    """In columns; None where it is no terminal: a path stays in its line there, to be found and copied."""
    color: bool

    @classmethod
    def of(cls, stream: Stream | None, *, color: bool | None = None) -> Screen:
        """The screen behind a stream; without a wish it has colours if it is a terminal."""
        at_terminal = stream is not None and stream.isatty()
        columns = max(_NARROWEST, shutil.get_terminal_size().columns) if at_terminal else None
        return cls(stream, columns, at_terminal if color is None else color)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, lead: int = 1) -> None:
        """Print a table; text in it is shown as it is, whatever brackets it has."""
        shown = [row if _is_plain("".join(row)) else [_flat(cell) for cell in row] for row in rows]
        measure = len if all(map(_is_plain, map("".join, shown))) else _columns
        looks = columns if self.color else [replace(column, style=no_style) for column in columns]
        self._print(table_lines(looks, shown, width=self.width, lead=lead, measure=measure))

    def text(self, text: str) -> None:
        """Print a line; in a terminal it goes on below, set in, where it is too wide."""
        self._print(self._folded(_flat(text)))

    def lines(self, lines: Iterable[str]) -> None:
        """Print lines."""
        for line in lines:
            self.text(line)

    def tell(self, text: str, style: str = "", *, name: str = "newsdesk:") -> None:
        """Print what newsdesk itself has to say, behind its name."""
        self._print(self._folded(_flat(text), Piece(name, style), Piece(" ")))

    def _folded(self, text: str, *before: Piece) -> Iterator[Line]:
        """A text behind something else, as lines of the screen's width; all but the first are set in."""
        taken = sum(_columns(piece.text) for piece in before)
        if self.width is None or taken + _columns(text) <= self.width:
            yield (*before, *_shaded(text, 0, len(text)))
            return
        body = text.lstrip(" ")
        indent = " " * (len(text) - len(body))
        body = " ".join(body.split())
        at = 0
        for line in fold(body, self.width - len(indent), hang=_HANG, taken=taken, measure=_columns):
            words = line.removeprefix(_HANG) if at else line
            start = body.index(words, at)
            at = start + len(words)
            edge = before if not start else (Piece(indent + _HANG),)
            yield (*(edge or (Piece(indent),)), *_shaded(body, start, at))

    def _print(self, lines: Iterable[Line]) -> None:
        if self.stream is None:
            return
        painted = _painted if self.color else _text
        # At once: a stream may take its time for each piece.
        self.stream.write("".join(f"{''.join(map(painted, line))}\n" for line in lines))
        self.stream.flush()


def print_summary(screen: Screen, summary: Summary, *, quiet: bool = False, verbose: bool = False) -> None:
    """Print which PO files there are now and what waits in them; says nothing that is not so.

    Args:
        screen: Where to.
        summary: The run.
        quiet: Only the files with a flagged term, and languages without an engine.
        verbose: All files, however many there are, and each flagged term.
    """
    found = summary.totals
    listed, in_all = list(summary.catalogs), found.catalogs
    if quiet:
        listed, in_all = [c for c in listed if c.counts.flagged], found.flagged
    elif not verbose and found.catalogs > _FEW:
        listed, in_all = [c for c in listed if c.state is not CatalogState.UNCHANGED], found.changed
    columns = (
        Column("PO file"),
        Column("", style=state_style),
        Column("drafted", number=True, style=faint),
        Column("entries", one="entry", number=True),
        Column("flagged", number=True, style=alarm),
    )
    rows = [(c.path, c.state.value, f"{c.drafted:,}", f"{c.counts.entries:,}", f"{c.counts.flagged:,}") for c in listed]
    screen.table(columns, rows)
    if in_all > len(listed):
        screen.text(unnamed(in_all - len(listed)))
    if verbose:
        screen.lines(f"{c.path}: {line}" for c in listed for _, line in c.flags)
    if not quiet:
        screen.text(_closing(summary, found.changed, found.catalogs - found.changed))
    for locale, engine in summary.engines:
        if not (quiet and engine):
            told = engine or "no engine has this pair; nothing was drafted (see “newsdesk doctor”)"
            screen.text(f"{locale}: {told}")


def _closing(summary: Summary, changed: int, same: int) -> str:
    verb = "would be written" if summary.dry_run else "written"
    parts = [f"{count(changed, 'PO file')} {verb}" if changed else "Nothing new"]
    if same:
        parts.append(f"{count(same, 'PO file')} unchanged")
    if summary.flagged:
        parts.append(f"{count(summary.flagged, 'entry', 'entries')} with a flagged term")
    if summary.troubles:
        parts.append(f"{count(len(summary.troubles), 'problem')}")
    return ", ".join(parts) + "."


def _flat(text: str) -> str:
    """A text in one line that no terminal obeys."""
    if _is_plain(text):
        return text
    return on_a_page(text).replace("\n", " ").replace("\t", " ")


def _is_plain(text: str) -> bool:
    """Whether it takes a column for each letter, and no terminal obeys it: so is most of a long table."""
    return text.isascii() and text.isprintable()


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _shaded(text: str, start: int, end: int) -> Line:
    """A part of a text, in the colours that it has in the whole."""
    pieces, at = [], start
    for found in _SHADES.finditer(text):
        first, last = max(at, found.start()), min(end, found.end())
        if first < last:
            pieces += [Piece(text[at:first]), Piece(text[first:last], str(found.lastgroup))]
            at = last
    return (*pieces, Piece(text[at:end]))


def _text(piece: Piece) -> str:
    return piece.text


def _painted(piece: Piece) -> str:
    if not piece.style:
        return piece.text
    from rich.color import ColorSystem

    return _style(piece.style).render(piece.text, color_system=ColorSystem.STANDARD)


def _style(name: str) -> Style:
    from rich.style import Style

    return Style.parse(name)  # It keeps what it has parsed.
