"""Rows about nights of a newsroom with many articles, most of which nobody has touched; nothing is decoded."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.speed import texts
from benchmarks.speed.ground import Desk, Ground
from benchmarks.speed.row import Bound, Cost, Measure, Round, Row, slope, times
from benchmarks.speed.timing import Contestant, run

SIZES = (100, 1_000, 10_000)
SMALL = (2, 4, 8)
FIRST, AGAIN, CHANGED = "first night", "night, nothing new", "night, every hundredth changed"
COMMANDS = ("status", "check", "export")
NIGHTS = (FIRST, AGAIN, CHANGED)
DRAFT, STATUS, GIT = "newsdesk draft", "newsdesk status", "git status"
GLOSSARY = "source,target\npage,lehekülg\ndocument,dokument\ntext field,tekstiväli\n"
LEAST = 0.1
"""Seconds that a phase takes with most articles, so that its growth says something."""
SETTLED = 0.2
"""Seconds after which a run trusts that a file which it has written is whole."""


def growth(ground: Ground) -> Iterator[Contestant]:
    """Nights and commands with more and more articles."""
    for number, small in zip(SIZES, SMALL, strict=True):
        desk = new(ground, ground.of(number, small))
        yield night(desk, FIRST, number)
        yield night(desk, AGAIN, number)
        for at, article in enumerate(texts.articles(ground.of(number, small) // 100 or 1, 6, 2, seed=7)):
            desk.write(at, article)
        yield night(desk, CHANGED, number)
        for command in COMMANDS:
            yield desk.runs(of(command, number), command, "--quiet")
        if number == SIZES[-1]:
            ground.keep(desk)
        else:
            ground.clear(desk)


def new(ground: Ground, number: int) -> Desk:
    """A project with so many articles of 6 sentences, in paragraphs of two."""
    return ground.desk(texts.articles(number, 6, 2), engine="identity", glossary=GLOSSARY)


def night(desk: Desk, name: str, number: int) -> Contestant:
    """A night, which tells how long its phases took."""
    time.sleep(SETTLED)
    return desk.runs(of(name, number), "nightly", words=desk.words if name == FIRST else 0, reads=phases)


def of(name: str, number: int) -> str:
    """The name of a contestant with so many articles."""
    return f"{name}, {number:,} articles"


def phases(output: str) -> Mapping[str, float]:
    """The seconds of a night's phases, from its log."""
    found = re.findall(r'"event": "phase_ended", "phase": "(\w+)", "seconds": ([\d.]+)', output)
    return {name: float(seconds) for name, seconds in found}


def nothing_new(ground: Ground) -> Iterator[Contestant]:
    """What a run and others take to find out that nothing has changed in 10,000 PO files."""
    desk = ground.kept() or drafted(ground, ground.of(SIZES[-1], SMALL[-1]))
    if not (desk.folder / ".git").is_dir():
        for command in (("init", "-q"), ("add", "-A")):
            subprocess.run(("git", *command), cwd=desk.folder, env=desk.environment, check=True)
        run(desk.runs(DRAFT, "draft", "--quiet"))
    yield Contestant(GIT, ("git", "status"), desk.folder, desk.environment)
    yield desk.runs(DRAFT, "draft", "--quiet")
    yield desk.runs("newsdesk nightly", "nightly", "--quiet")
    yield desk.runs(STATUS, "status")


def drafted(ground: Ground, number: int) -> Desk:
    """A project of so many articles with their drafts, which is kept for whoever needs one."""
    desk = new(ground, number)
    run(night(desk, FIRST, number))
    return ground.keep(desk)


def steps(took: Round) -> Mapping[str, Sequence[float]]:
    """The seconds of each command and of each phase of the nights, by the number of articles."""
    every = {name: [took[of(name, number)].wall for number in SIZES] for name in (*NIGHTS, *COMMANDS)}
    for name in NIGHTS:
        for phase in took[of(name, SIZES[0])].told:
            every[f"{name}: {phase}"] = [max(took[of(name, number)].told[phase], 0.001) for number in SIZES]
    return {name: seconds for name, seconds in every.items() if seconds[-1] >= LEAST}


def steepest(took: Round, _cost: Cost) -> float:
    """The greatest exponent with which the time of a step grows."""
    return max((slope(SIZES, seconds) for seconds in steps(took).values()), default=0)


def swelling(name: str) -> Measure:
    """How many times the memory with 1,000 articles that with 10,000 is."""
    return lambda took, _: took[of(name, SIZES[2])].peak / took[of(name, SIZES[1])].peak


FLAT = {"least": 0.9, "most": 1.1}
ROWS = (
    Row(
        "growth",
        "nights of 100 to 10,000 articles of 6 sentences",
        growth,
        (
            Bound("greatest exponent of a step's time, 100 to 10,000 articles", steepest, most=1.05),
            Bound("peak memory of the first night, 10,000 times 1,000 articles", swelling(FIRST), **FLAT),
            Bound("peak memory with nothing new, 10,000 times 1,000 articles", swelling(AGAIN), **FLAT),
        ),
        rounds=2,
    ),
    Row(
        "nothing-new",
        "nothing new in 10,000 catalogs",
        nothing_new,
        (
            Bound("newsdesk draft, times git status", times(DRAFT, GIT), most=5),
            Bound("seconds of newsdesk status", lambda took, cost: cost(took[STATUS]), most=1),
        ),
        rounds=5,
    ),
)
