"""What a title is, and what a list may say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from translate import patterns
from translate.core.article import NO_FACTS, Facts, Kind
from translate.core.text.decoding import CONTROL, INVISIBLE, named
from translate.core.text.guessing import did_you_mean, nearest
from translate.core.text.showing import JOINERS, in_a_line
from translate.values import dataclass

NAMES = ("name", "title")
"""What the cell of a title itself may be called."""
ABOUT = ("kind", "channel", "original", "max_length", "first_broadcast", "note")
"""What the cells about a title are called."""
KINDS = {
    "": Kind.SHOW, "series": Kind.SHOW, "show": Kind.SHOW, "episode": Kind.EPISODE, "film": Kind.FILM,
    "movie": Kind.FILM, "segment": Kind.PART, "part": Kind.PART,
}  # fmt: skip
LONGEST = 500
"""Characters of a title, and of what is told of it."""
LONGEST_DAY = 40
WIDEST = 1000
"""Columns that a title may be allowed."""

_WHOLE = patterns.compile(r"([0-9]{1,4})(?:[.,]0{1,2})?")
"""A whole number, as spreadsheets may write it, too: ``20.0``; but ``1,000`` may be a thousand."""
_SPACES = patterns.compile(r"[ \t\r\n]+")
_NO_CHARACTER = patterns.compile(f"{CONTROL.pattern}|[\ud800-\udfff\ufffe\uffff]")
"""What no title has, even where its file can spell it: neither PO editors nor XML take it."""
_MOST_NAMES = 100
"""Of cells that are looked at for slips."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and where it stands in the text of its list."""

    start: int
    """The offset of the first character that is written anew with the title, such as a quotation mark."""
    end: int
    text: str
    """On one line, without space around it; empty where the list names none."""
    kind: Kind = Kind.SHOW
    facts: Facts = NO_FACTS


def one_line(text: str) -> str:
    """A text with one space for each run of white space, and none around it."""
    return _SPACES.sub(" ", text).strip(INVISIBLE)


def fault_of(text: str, *, longest: int = LONGEST) -> str | None:
    """Say what is wrong with a title, or with what is told of it.

    Returns:
        The end of a sentence that begins with what it is; None where nothing is wrong.
    """
    if len(text) > longest:
        return f"has {len(text):,} characters, where {longest} are allowed"
    if found := _NO_CHARACTER.search(text):
        return f"has {named(found[0])} in it; take it out"
    return None


def kind_of(word: str) -> Kind:
    """What a list calls a title.

    Raises:
        ValueError: It is a word that nobody knows.
    """
    kind = KINDS.get(word.lower())
    if kind is None:
        known = ", ".join(filter(None, KINDS))
        hint = did_you_mean(word.lower(), KINDS, otherwise=f"; there is: {known}")
        raise ValueError(f"kind “{_shown(word)}” is unknown{hint}")
    return kind


def facts_of(cells: Mapping[str, str]) -> Facts:
    """What a list tells of a title.

    Args:
        cells: Any of those that are about it, each on one line.

    Raises:
        ValueError: One of them cannot be used.
    """
    for name, text in cells.items():
        longest = LONGEST_DAY if name == "first_broadcast" else LONGEST
        if text and (fault := fault_of(text, longest=longest)):
            raise ValueError(f"{name} {fault}")
    return Facts(
        channel=cells.get("channel", ""),
        original=cells.get("original", ""),
        limit=_limit(cells.get("max_length", "")),
        first=cells.get("first_broadcast", ""),
        note=cells.get("note", ""),
    )


def _limit(text: str) -> int | None:
    if not text:
        return None
    found = _WHOLE.fullmatch(text)
    limit = int(found[1]) if found else 0
    if not 1 <= limit <= WIDEST:
        raise ValueError(f"max_length is “{_shown(text)}”, and must be a whole number from 1 to {WIDEST:,}")
    return limit


def notes_on_names(names: Iterable[str]) -> Iterator[str]:
    """What a person should know about the names of cells that are kept but not read: one may be a slip of the pen."""
    known = (*NAMES, *ABOUT)
    short = (name for name in dict.fromkeys(names) if len(name) <= LONGEST_DAY and name.isprintable())
    for name in islice(short, _MOST_NAMES):
        if name not in known and (meant := nearest(name, known, close=0.8)):
            yield f"has “{name}”, which is kept but not read; did you mean “{meant}”?"


def _shown(text: str) -> str:
    return in_a_line(text[:LONGEST_DAY], spare=JOINERS)
