"""Rows about nights that several machines share: what each act takes, and how much quicker two workers are than one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from benchmarks.speed import texts
from benchmarks.speed.ground import NEWSDESK, Desk, Ground, surroundings
from benchmarks.speed.nights import SETTLED
from benchmarks.speed.row import Bound, Row, times
from benchmarks.speed.timing import Contestant

SIZES = (50, 200, 600)
"""Articles; each is drafted in so many languages as there are below."""
SMALL = (1, 2, 3)
LOCALES = ("de", "es", "et", "fi", "fr", "lt", "lv", "pl", "ru", "uk")
LENGTH, PARAGRAPH = 16, 3
"""Sentences of an article, and of a paragraph."""
CHANGED = 10
"""One article in so many is changed."""
NEW, SAME, SOME = "all new", "nothing new", "every tenth changed"
PREPARE, SHARD, JOIN = "prepare", "one shard", "join"
PROCESSES, SHARDS, CLUSTER = "a shard's processes", "shards side by side", "a cluster's workers"
WAYS = (PROCESSES, SHARDS, CLUSTER)
WORKERS = (1, 2)
ENOUGH = 1.8
"""Times as quick as one worker that two are, on two cores."""
KINDS = {"PO": "locales/*/**/*.po", "POT": "locales/**/*.pot", "history": "history/**/*", "reports": "reports/**/*"} | {
    name: f".newsdesk/{name}.sqlite*" for name in ("ledger", "memory", "decoded")
}
"""What stays on the disk, by what it is."""
BLOCK = 4096
"""Bytes of a file system's blocks, as most have them."""
FROZEN, OUTCOMES = ".newsdesk/night/units/**/*", ".newsdesk/night/shards/*.sqlite*"


def acts(ground: Ground) -> Iterator[Contestant]:
    """The three acts of shared nights with more and more articles; the engine gives each sentence back."""
    for number, small in zip(SIZES, SMALL, strict=True):
        count = ground.of(number, small)
        desk = ground.desk(texts.articles(count, LENGTH, PARAGRAPH), engine="identity", locales=LOCALES)
        yield from night(desk, NEW, number)
        yield from night(desk, SAME, number)
        if number != SIZES[0]:
            for at, article in enumerate(texts.articles(max(1, count // CHANGED), LENGTH, PARAGRAPH, seed=7)):
                desk.write(at, article)
            yield from night(desk, SOME, number)
        ground.clear(desk)


def night(desk: Desk, kind: str, number: int) -> Iterator[Contestant]:
    """The acts of a night."""
    time.sleep(SETTLED)
    yield desk.runs(of(PREPARE, kind, number), "nightly", "prepare", reads=lambda _: {"frozen": held(desk, FROZEN)})
    arguments = ("nightly", "--shard", "1/1", "--jobs", "1")
    yield desk.runs(of(SHARD, kind, number), *arguments, reads=lambda _: {"outcomes": held(desk, OUTCOMES)})
    yield desk.runs(of(JOIN, kind, number), "nightly", "report", "--join", reads=lambda _: kept(desk))


def of(act: str, kind: str, number: int) -> str:
    """The name of a contestant."""
    return f"{act}, {kind}, {number:,} articles"


def held(desk: Desk, pattern: str) -> float:
    """Bytes that files take, which have whole blocks to themselves."""
    return sum(-(-path.stat().st_size // BLOCK) * BLOCK for path in desk.folder.glob(pattern) if path.is_file())


def kept(desk: Desk) -> Mapping[str, float]:
    """Bytes of all that is kept, by what it is, and how many files there are."""
    return {name: held(desk, pattern) for name, pattern in KINDS.items()} | {
        "files": sum(path.is_file() for path in desk.folder.rglob("*"))
    }


def machines(ground: Ground, package: str, count: int) -> Iterator[Contestant]:
    """A night's drafting by one worker and by two, in each of the ways."""
    articles = [*texts.articles(ground.of(count), ground.of(LENGTH, 4), PARAGRAPH)]
    desk = ground.desk(articles, package=package)
    yield desk.runs(PREPARE, "nightly", "prepare")
    for workers in WORKERS:
        forget(desk)
        command = ("nightly", "--shard", "1/1", "--jobs", str(workers))
        yield desk.runs(by(PROCESSES, workers), *command, words=desk.words)
    for workers in WORKERS:
        forget(desk)
        command = "; ".join((*(shard(each, workers) for each in range(1, workers + 1)), *["wait -n || exit"] * workers))
        yield desk.runs(by(SHARDS, workers), command=("bash", "-c", command), words=desk.words)
    yield desk.runs(JOIN, "nightly", "report", "--join", reads=lambda _: kept(desk))
    ground.clear(desk)
    for workers in WORKERS:
        desk = ground.desk(articles, package=package)
        with cluster(ground, desk, workers) as address:
            command = ("nightly", "--verbose", "--cluster", address)
            yield desk.runs(by(CLUSTER, workers), *command, reads=nothing_left)
        ground.clear(desk)


def by(way: str, workers: int) -> str:
    """The name of a contestant."""
    return f"{way}, {workers}"


def shard(number: int, of_all: int) -> str:
    """What does a shard beside others."""
    return f"{NEWSDESK} nightly --shard {number}/{of_all} --jobs 1 & true"


def forget(desk: Desk) -> None:
    """Have nothing of the frozen night be done."""
    shutil.rmtree(desk.folder / ".newsdesk/night/shards", ignore_errors=True)


def nothing_left(output: str) -> Mapping[str, float]:
    """Nothing, if the workers of a cluster have drafted all.

    Raises:
        LookupError: They have not.
    """
    if found := re.search(r"(?:the cluster did nothing|drafted here).*", output):
        raise LookupError(found[0])
    return {}


@contextmanager
def cluster(ground: Ground, desk: Desk, workers: int) -> Iterator[str]:
    """A scheduler of dask.distributed and workers of one thread each, as deploy/ has them; the scheduler's address."""
    from tests.workers.clusters import machines as there

    home = ground.new()
    own = {**surroundings(home), "ARGOS_PACKAGES_DIR": str(desk.packages), "ARGOS_INTER_THREADS": "1"}
    with there(**own) as started:
        started.scheduler()
        started.workers(workers)
        # In a process of its own: this one has to stay small.
        waits = f"from distributed import Client; Client({started.address!r}).wait_for_workers({workers}, timeout=120)"
        subprocess.run([sys.executable, "-c", waits], env=surroundings(home), check=True, capture_output=True)
        yield started.address


BOUNDS = tuple(Bound(f"{way}: speed of two, times one", times(by(way, 1), by(way, 2)), least=ENOUGH) for way in WAYS)
ROWS = (
    Row(
        "machines",
        f"sample package, 200 × {LENGTH} sentences; of a cluster, what the run itself takes of processors",
        partial(machines, package="sample", count=200),
        BOUNDS,
        rounds=1,
    ),
    Row(
        "machines-sized",
        f"argos-sized package, 40 × {LENGTH} sentences; of a cluster, what the run itself takes of processors",
        partial(machines, package="argos-sized", count=40),
        BOUNDS,
        rounds=1,
    ),
    Row("acts", f"shared nights in {len(LOCALES)} languages, articles of {LENGTH} sentences", acts, rounds=1),
)
