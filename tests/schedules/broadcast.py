"""Two weeks of five channels that nobody has ever watched, as lists in each format.

Everything is put together from the short lists of words below, by rules, with a seed: the same seed makes the same
bytes. Run as a program it writes the four lists into a folder: ``python -m tests.schedules.broadcast shows``.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, quoteattr

CHANNELS = {"rand1": "Randa 1", "rand2": "Randa 2", "meri": "Meri TV", "kuusk": "Kuusk", "lained": "Radio Lained"}
FIRST_DAY = datetime(2026, 11, 30, 6, tzinfo=UTC)
DAYS = 14

QUALITIES = (
    "Quiet", "Long", "Northern", "Hidden", "Blue", "Last", "Open", "Wooden", "Slow", "Distant", "Golden", "Second",
)  # fmt: skip
THINGS = (
    "Harbour", "Winter", "Orchard", "Lighthouse", "Kitchen", "Railway", "Island", "Letter", "Studio", "Forest",
    "Garden", "Ferry", "Market", "Bridge",
)  # fmt: skip
PEOPLE = (
    "Maarja Lepasoo", "Juhan Kõrvemäe", "Liisu Tuulik", "Kaarel Rannap", "Õie Vesimaa", "Tõnu Kuusesaar", "Ülle Paju",
    "Ander Metsanurk",
)  # fmt: skip
PLACES = ("Kaarnaküla", "Vesineeme", "Sõõrumäe", "Tuulelinn", "Õunapere", "Randlahe")
SUBJECTS = ("Weather", "Sport", "Books", "Traffic", "Health", "Farming", "Culture", "Science")
SERIES = ("{subject} with {person}", "The {quality} {thing}", "{place} Tonight", "A {thing} in {place}")
EPISODES = (
    "Part {number}: The {thing}", "The {quality} Day", "{person} and the {thing}", "Where is the {quality} {thing}?",
    "Back to {place}", "“{thing}” & Co.",
)  # fmt: skip
FILMS = ("The {thing} of {place}", "{quality} {thing}, {quality2} {thing2}", "Nobody Leaves {place}")
PARTS = ("{subject} in Two Minutes", "Letters from {place}", "{person} Explains", "A Minute of {subject} in {place}")
LANGUAGES = {"en": "English", "sv": "Swedish", "fi": "Finnish"}
NOTES = ("", "", "", "Repeat of the summer season", "Live", "With sign language; subtitles on page 888")


@dataclass(frozen=True, slots=True)
class Item:
    """One title, each time that it is on air."""

    start: datetime
    channel: str
    kind: str
    name: str
    original: str = ""
    limit: str = ""
    note: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """What a list says of it."""
        return {
            "name": self.name, "kind": self.kind, "channel": CHANNELS[self.channel], "original": self.original,
            "max_length": self.limit, "first_broadcast": f"{self.start:%Y-%m-%d}", "note": self.note,
        }  # fmt: skip


def schedule(seed: int = 20261130) -> list[Item]:
    """What is on air, channel by channel and in order; an episode stands right behind its series."""
    chance = Random(seed)  # noqa: S311  The same titles each time are what is wanted.
    stock = {kind: _titles(chance, patterns, number) for kind, patterns, number in (
        ("series", SERIES, 110), ("episode", EPISODES, 330), ("film", FILMS, 120), ("segment", PARTS, 40),
    )}  # fmt: skip
    found: list[Item] = []
    for channel in CHANNELS:
        start = FIRST_DAY
        while start < FIRST_DAY + timedelta(days=DAYS):
            kind = chance.choice(("series", "series", "series", "film", "segment"))
            item = Item(start, channel, kind, chance.choice(stock[kind]), *_told(chance, kind))
            found.append(item)
            if kind == "series" and chance.random() < 0.7:
                found.append(Item(start, channel, "episode", chance.choice(stock["episode"]), item.original))
            start += timedelta(minutes={"series": 60, "film": 120, "segment": 15}[kind])
    return found


def _told(chance: Random, kind: str) -> tuple[str, str, str]:
    original = chance.choice(tuple(LANGUAGES)) if kind == "film" else "en"
    return LANGUAGES[original], chance.choice(("", "", "40", "60")), chance.choice(NOTES)


def _titles(chance: Random, patterns: Sequence[str], number: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < number:
        (quality, quality2), (thing, thing2) = chance.sample(QUALITIES, 2), chance.sample(THINGS, 2)
        found[chance.choice(patterns).format(
            quality=quality, quality2=quality2, thing=thing, thing2=thing2, number=chance.randint(1, 12),
            person=chance.choice(PEOPLE), place=chance.choice(PLACES), subject=chance.choice(SUBJECTS),
        )] = None  # fmt: skip
    return list(found)


def as_csv(items: Sequence[Item]) -> bytes:
    """As a spreadsheet writes it, with a column of its own."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, (*items[0].cells, "studio"), delimiter=";")
    writer.writeheader()
    writer.writerows({**item.cells, "studio": item.channel} for item in items)
    return file.getvalue().encode("utf-8-sig")


def as_json(items: Sequence[Item]) -> bytes:
    """As a program writes it; what is not known is left out."""
    shows = [{key: int(cell) if cell.isdigit() else cell for key, cell in item.cells.items() if cell} for item in items]
    return json.dumps({"shows": shows}, ensure_ascii=False, indent=2).encode()


def as_yaml(items: Sequence[Item]) -> bytes:
    """As a person writes it: quotation marks only where there must be some."""
    lines = ["# What is on air", "shows:"]
    for item in items:
        cells = [f"{key}: {_scalar(cell)}" for key, cell in item.cells.items() if cell]
        lines += [f"- {cells[0]}", *(f"  {cell}" for cell in cells[1:])]
    return ("\n".join(lines) + "\n").encode()


def _scalar(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if ": " in text or " & " in text else text


def as_xmltv(items: Sequence[Item]) -> bytes:
    """As a programme guide: an episode is the sub-title of its series."""
    return "".join(f"{line}\n" for line in _guide(items)).encode()


def _guide(items: Sequence[Item]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE tv SYSTEM "xmltv.dtd">'
    yield '<tv generator-info-name="Randa">'
    for identifier, name in CHANNELS.items():
        yield f"  <channel id={quoteattr(identifier)}><display-name>{escape(name)}</display-name></channel>"
    for item, after in zip(items, (*items[1:], None), strict=True):
        if item.kind == "episode":
            continue
        yield f'  <programme start="{item.start:%Y%m%d%H%M%S} +0000" channel={quoteattr(item.channel)}>'
        yield f'    <title lang="en">{escape(item.name)}</title>'
        if after and after.kind == "episode":
            yield f'    <sub-title lang="en">{escape(after.name)}</sub-title>'
        if item.note:
            yield f'    <desc lang="en">{escape(item.note)}</desc>'
        if item.kind == "film":
            yield '    <category lang="en">Movie</category>'
        yield f"    <orig-language>{item.original}</orig-language>"
        yield "  </programme>"
    yield "</tv>"


FILES = {"schedule.csv": as_csv, "schedule.json": as_json, "schedule.yaml": as_yaml, "guide.xml": as_xmltv}

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in FILES.items():
        (folder / name).write_bytes(made(schedule()))
