"""Rows about what it costs to begin: the help, one article, a large glossary, a large memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.speed import texts
from benchmarks.speed.drafting import BARE, NEWSDESK, WORKERS, beside
from benchmarks.speed.glossaries import made_up
from benchmarks.speed.ground import ROOT, Desk, Ground, surroundings
from benchmarks.speed.row import Bound, Row, above, times
from benchmarks.speed.timing import Contestant, last_line

PYTHON, HELP = "python -c pass", "newsdesk --help"
TERMS = (0, 1_000, 10_000, 50_000)
SEGMENTS = (0, 10_000, 100_000, 1_000_000)
FIRST, AGAIN = "{:,} terms, first run", "{:,} terms, after the first run"
MANY, NONE = AGAIN.format(TERMS[-1]), AGAIN.format(0)

ROWS_CHECKED = TERMS[1:]
CHECKED = "{:,} rows"


def helping(ground: Ground) -> Iterator[Contestant]:
    """The help, and Python alone."""
    desk = ground.desk(())
    yield desk.runs(HELP, "--help")
    for code in ("pass", "import translate.cli"):
        yield Contestant(f"python -c {code}", (sys.executable, "-c", code), ROOT, desk.environment)


def glossary(ground: Ground) -> Iterator[Contestant]:
    """A new article in a project with a glossary, for the first time and again; nothing is decoded."""
    for number in TERMS:
        text = ground.once(("terms", number), lambda number=number: made_up(ground.of(number, 20)) if number else "")
        first, second = texts.articles(2, 6, 1)
        desk = ground.desk([first], engine="identity", glossary=text)
        yield desk.runs(FIRST.format(number), "draft", "--quiet")
        desk.write(1, second)
        yield desk.runs(AGAIN.format(number), "draft", "--quiet")
        ground.clear(desk)


def checking(ground: Ground) -> Iterator[Contestant]:
    """A look at all rows of a glossary."""
    for number in ROWS_CHECKED:
        text = ground.once(("terms", number), lambda number=number: made_up(ground.of(number, 20)))
        yield ground.desk((), glossary=text).runs(CHECKED.format(number), "glossary", "check")


def memory(ground: Ground) -> Iterator[Contestant]:
    """A new article in a project with a memory; nothing is decoded."""
    for number in SEGMENTS:
        first, second = texts.articles(2, 6, 1)
        desk = ground.desk([first], engine="identity")
        if number:
            yield _worker(desk, f"{number:,} segments, writing the TMX file", "exchange", ground.of(number, 400))
        yield desk.runs(f"{number:,} segments, first run", "draft", "--quiet")
        desk.write(1, second)
        yield desk.runs(f"{number:,} segments, after the first run", "draft", "--quiet")
        if number:
            yield _worker(desk, f"{number:,} segments, looking up", "look_up", ground.of(number, 400))
        ground.clear(desk)


def _worker(desk: Desk, name: str, worker: str, count: int) -> Contestant:
    command = (*WORKERS, worker, desk.folder, str(count))
    return Contestant(name, command, ROOT, surroundings(desk.home), reads=last_line)


ROWS = (
    Row(
        "help",
        "what comes first",
        helping,
        (Bound("newsdesk --help, times python -c pass", times(HELP, PYTHON), most=10),),
        rounds=10,
    ),
    Row(
        "one-article",
        "sample package, an article of 13 sentences",
        partial(beside, package="sample", count=1, length=13, paragraph=3, argos=False),
        (Bound("seconds above bare CTranslate2", above(NEWSDESK, BARE), most=0.4),),
        rounds=10,
    ),
    Row(
        "glossary",
        "one new article, no network",
        glossary,
        (Bound("seconds that 50,000 terms cost after the first run", above(MANY, NONE), most=0.7),),
    ),
    Row(
        "glossary-check",
        "newsdesk glossary check",
        checking,
        (
            Bound(
                "seconds of newsdesk glossary check, 50,000 rows",
                lambda took, cost: cost(took[CHECKED.format(ROWS_CHECKED[-1])]),
                most=5,
            ),
        ),
    ),
    Row("memory", "one new article, no network", memory, rounds=1),
)
