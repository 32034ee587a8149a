"""The ``#. `` lines of a title: what its lists say of it, and where articles mention it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translate.core.article import Facts
from translate.core.text.showing import in_a_line
from translate.values import dataclass

_PARTS = " | "
_SHOWN = 3
"""So many articles are named that mention a title, and so many notes are told."""


@dataclass(frozen=True, slots=True)
class Channels:
    """Where a title is broadcast: ``Channels: ETV | ETV2``."""

    names: tuple[str, ...]

    _BEGINS = "Channels: "

    @classmethod
    def parse(cls, line: str) -> Channels | None:
        """The channels that a line names, None where it is another line."""
        found = tuple(filter(None, line.removeprefix(cls._BEGINS).split(_PARTS)))
        return cls(found) if line.startswith(cls._BEGINS) and found else None

    def __str__(self) -> str:
        return self._BEGINS + _PARTS.join(name.replace(_PARTS.strip(), "/") for name in self.names)


@dataclass(frozen=True, slots=True)
class WidthLimit:
    """How wide a translation may be: ``At most 40 columns wide``."""

    columns: int

    @classmethod
    def parse(cls, line: str) -> WidthLimit | None:
        """The limit that a line tells of, None where it tells of none."""
        found = re.fullmatch(r"At most ([1-9][0-9]{0,3}) columns wide", line)
        return cls(int(found[1])) if found else None

    def __str__(self) -> str:
        return f"At most {self.columns} columns wide"


@dataclass(frozen=True, slots=True)
class Passing:
    """What passes and asks nobody to look again: when a title is first broadcast, which articles mention it.

    ``First broadcast: 2026-09-12``, ``In articles: 3 times in 2, as in articles/a.txt``.
    """

    told: str

    @classmethod
    def parse(cls, line: str) -> Passing | None:
        """The line as such a one, None where it is another."""
        return cls(line) if line.startswith(("First broadcast: ", "In articles: ")) else None

    @property
    def is_mention(self) -> bool:
        """Whether it tells of articles."""
        return self.told.startswith("In articles: ")

    def __str__(self) -> str:
        return self.told


def facts_lines(facts: Iterable[Facts]) -> tuple[str, ...]:
    """What is told of a title.

    Args:
        facts: What each place in the lists says of it, one or more. Of several limits the narrowest holds, of several
            first broadcasts the earliest.
    """
    every = tuple(dict.fromkeys(facts))
    return tuple(in_a_line(line) for line in _told(every))


def _told(every: tuple[Facts, ...]) -> Iterator[str]:
    if channels := _each(one.channel for one in every):
        yield str(Channels(channels))
    if limits := [one.limit for one in every if one.limit is not None]:
        yield str(WidthLimit(min(limits)))
    if languages := _each(one.original for one in every):
        yield f"Original language: {', '.join(languages)}"
    yield from (f"Note: {note}" for note in _each(one.note for one in every)[:_SHOWN])
    if days := _each(one.first for one in every):
        yield str(Passing(f"First broadcast: {min(days)}"))
    mentions = dict(pair for one in every for pair in one.mentions)
    if mentions:
        yield str(Passing(f"In articles: {_mentioned(mentions)}"))


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _mentioned(mentions: dict[str, int]) -> str:
    often = sorted(mentions, key=lambda article: (-mentions[article], article))
    times = sum(mentions.values())
    named = ", ".join(often[:_SHOWN])
    more = f" and {len(often) - _SHOWN} more" if len(often) > _SHOWN else ""
    return f"{times} {'time' if times == 1 else 'times'}, in {named}{more}"
