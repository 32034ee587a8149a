"""Rows about what others do with PO files, too: reading and writing, counting, checking, merging."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.speed import nights, texts
from benchmarks.speed.drafting import WORKERS
from benchmarks.speed.ground import ROOT, Desk, Ground, surroundings
from benchmarks.speed.row import Row
from benchmarks.speed.timing import Contestant, run

CATALOGS = 1_000
ENTRIES = 20_000
REWRITE = """
import sys
from translate.storage.pypo import pofile
with open(sys.argv[1], "rb") as file:
    pofile(file).savefile(sys.argv[2])
"""
HEADER = 'msgid ""\nmsgstr ""\n"Language: et\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
FUZZY = 3
"""Every so manieth entry of a made-up PO file is a draft."""


def toolkit(ground: Ground) -> Path | None:
    """The programs of translate-toolkit; it claims our import name, so it has an environment of its own."""

    def make() -> Path:
        folder = ground.new() / "toolkit"
        uv = (sys.executable, "-m", "uv")
        subprocess.run((*uv, "venv", "-q", folder), check=True)
        wanted = ("pip", "install", "-q", "--python", folder / "bin/python", "translate-toolkit")
        subprocess.run((*uv, *wanted), check=True)
        return folder / "bin"

    return None if ground.is_small else ground.once("toolkit", make)


def without_ours(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Variables that do not lead translate-toolkit's programs to this project's package."""
    return {name: value for name, value in environment.items() if name != "PYTHONPATH"}


def large(ground: Ground) -> Path:
    """A PO file with many entries."""

    def make() -> Path:
        path = ground.new() / "old.po"
        path.write_text(po(0, ground.of(ENTRIES)), "utf-8")
        return path

    return ground.once("large", make)


def po(start: int, end: int) -> str:
    """A PO file of made-up entries, no two of which are alike; so are those of files that begin where another ends."""
    blocks = [HEADER]
    for number, text in enumerate(itertools.islice(texts.sentences(), start, end)):
        fuzzy = "#, fuzzy\n" if not number % FUZZY else ""
        blocks.append(f'#: articles/a.txt:{number + 1}\n{fuzzy}msgid "{text}"\nmsgstr "{text.upper()}"\n')
    return "\n".join(blocks)


def rewriting(ground: Ground) -> Iterator[Contestant]:
    """Read a large PO file and write it again."""
    path = large(ground)
    to, own = path.with_name("again.po"), surroundings(ground.new())
    for name, worker in (("newsdesk's reader and writer", "ours"), ("polib", "polib")):
        yield Contestant(name, (*WORKERS, worker, path, to), ROOT, own)
    yield Contestant("msgcat", ("msgcat", "-o", to, path), path.parent, own)
    if programs := toolkit(ground):
        command = (programs / "python", "-I", "-c", REWRITE, path, to)
        yield Contestant("translate-toolkit", command, path.parent, own)


def merging(ground: Ground) -> Iterator[Contestant]:
    """Merge a large PO file with a template of which one entry in ten is another."""
    path = large(ground)
    new, to, own = path.with_name("new.pot"), path.with_name("merged.po"), surroundings(ground.new())
    count = ground.of(ENTRIES)
    blocks = po(0, count).split("\n\n")
    others = po(count, 2 * count).split("\n\n")
    blocks[1::10] = others[1::10]
    new.write_text("\n\n".join(blocks), "utf-8")
    yield Contestant("newsdesk's merge", (*WORKERS, "merging", path, new, to), ROOT, own)
    for name, options in (("msgmerge --no-fuzzy-matching", ["--no-fuzzy-matching"]), ("msgmerge", [])):
        yield Contestant(name, ("msgmerge", "-q", *options, "-o", to, path, new), path.parent, own)


def counting(ground: Ground) -> Iterator[Contestant]:
    """Count how far all PO files of a project are."""
    desk = drafted(ground)
    yield desk.runs("newsdesk status", "status", "--quiet")
    yield each(desk, "msgfmt --statistics, each file", "msgfmt --statistics -o /dev/null")
    if programs := toolkit(ground):
        yield Contestant("pocount", (programs / "pocount", "locales"), desk.folder, without_ours(desk.environment))


def checking(ground: Ground) -> Iterator[Contestant]:
    """Check all PO files of a project."""
    desk = drafted(ground)
    yield desk.runs("newsdesk check", "check", "--quiet")
    yield each(desk, "msgfmt --check, each file", "msgfmt --check -o /dev/null")
    if programs := toolkit(ground):
        to = ground.new()
        command = (programs / "pofilter", "--progress=none", desk.folder / "locales", to)
        yield Contestant("pofilter", command, desk.folder, without_ours(desk.environment))


def drafted(ground: Ground) -> Desk:
    """A project with many PO files."""

    def make() -> Desk:
        desk = nights.new(ground, ground.of(CATALOGS))
        run(desk.runs("draft", "draft", "--quiet"))
        return desk

    return ground.once("drafted", make)


def each(desk: Desk, name: str, command: str) -> Contestant:
    """A program that takes a file at a time."""
    line = f'for file in locales/et/LC_MESSAGES/*.po; do {command} "$file" || exit; done'
    return Contestant(name, ("sh", "-c", line), desk.folder, desk.environment)


ROWS = (
    Row("rewriting", "a PO file of 20,000 entries, read and written", rewriting),
    Row("merging", "a PO file of 20,000 entries, merged with a template of which one in ten is another", merging),
    Row("counting", "1,000 PO files, counted", counting),
    Row("checking", "1,000 PO files, checked", checking),
)
