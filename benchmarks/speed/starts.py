"""Rows about what it costs to begin: the help, one article, a large glossary, a large memory."""

from __future__ import annotations

import sys
from collections import Counter
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
CATALOGS = 5_000
SELDOM = 0.08
FEW, MOST = "try, a term in one of 12 catalogs", "try, a term in nearly all"


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


def trying(ground: Ground) -> Iterator[Contestant]:
    """A try of a glossary of which one row is another, whose term stands in few PO files, or in nearly all."""
    articles = list(texts.articles(ground.of(CATALOGS, 4), 16, 3))
    standing = Counter(word for one in articles for word in {*texts.written(one).lower().split()} if word.isalpha())
    few = min(standing, key=lambda word: abs(standing[word] - SELDOM * len(articles)))
    (most, _), *_ = standing.most_common(1)
    rows = made_up(ground.of(1_000, 20))
    desk = ground.desk(articles, engine="identity", glossary=f"{rows}{few},{few}x\n{most},{most}x\n")
    yield desk.runs(f"{len(articles):,} catalogs, drafted", "draft", "--quiet")
    for name, word in ((FEW, few), (MOST, most)):
        (desk.folder / "glossaries/et.csv").write_text(f"{rows}{few},{few}x\n{most},{most}x\n".replace(f"{word}x", "y"))
        yield desk.runs(name, "glossary", "try", "--counts")
    ground.clear(desk)


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
    Row(
        "glossary-try",
        "newsdesk glossary try, before it drafts",
        trying,
        (
            Bound("seconds of try in 5,000 catalogs", lambda took, cost: cost(took[FEW]), most=10),
            Bound("the same where a term is in nearly all", lambda took, cost: cost(took[MOST]), most=10),
            Bound("megabytes of it", lambda took, _: took[MOST].peak, most=200),
        ),
        rounds=1,
    ),
    Row("memory", "one new article, no network", memory, rounds=1),
)
