"""What nights of very large newsrooms take, reckoned from what small ones have taken.

All time is that of processors: by the clock an act takes as long as its processor, where that has nothing else to do.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.speed import machines, settled, texts
from benchmarks.speed.drafting import NEWSDESK
from benchmarks.speed.machines import CLUSTER, JOIN, LOCALES, NEW, PREPARE, PROCESSES, SAME, SHARD, SHARDS, SIZES, SOME
from benchmarks.speed.results import Measured
from benchmarks.speed.row import PROCESSOR
from benchmarks.speed.timing import MEGABYTE, Took
from translate.workflow.shelves import MANY

Results = Mapping[str, Measured]
HOUR, GIGABYTE = 3600, 1e9
NIGHT = 8 * HOUR
"""Seconds that a night may take."""
MEMORY, DISK = 16 * GIGABYTE, 1000 * GIGABYTE
"""What one machine has for the run: a common one."""
SHELVES = 256
"""The sub-folders of PO files, once there are any."""


@dataclass(frozen=True, slots=True)
class Line:
    """A cost that grows with the number of PO files."""

    once: float
    apiece: float

    def __call__(self, number: float) -> float:
        """What so many cost."""
        return self.once + self.apiece * number


@dataclass(frozen=True, slots=True)
class Costs:
    """What a project in ten languages costs, by the number of its PO files: an article has one for each language."""

    same: Mapping[str, Line]
    """Seconds of each act for PO files in which nothing is new."""
    new: Mapping[str, Line]
    """Seconds of each act for PO files that are new; those of a shard are without an engine."""
    changed: Mapping[str, float]
    """Seconds of each act for one whose article has changed: what was there is read and kept as far as it holds."""
    drafting: float
    """Seconds in which an engine drafts what a PO file has."""
    memory: Mapping[str, Line]
    """Bytes that the run needs: for PO files in which nothing is new, and for new ones."""
    worker: float
    """Bytes that a process needs that drafts."""
    kept: Mapping[str, float]
    """Bytes on the disk for a PO file, by what they are."""
    passing: float
    """Bytes of what is frozen for a PO file, and of what came of it, until the night is joined."""
    files: float
    """For a PO file, with its share of the template and the history."""

    @property
    def saturated(self) -> float:
        """So many workers of a cluster have as much to do as the one run that asks them and writes what they made."""
        return self.drafting / (self.new[PREPARE].apiece + self.new[JOIN].apiece)


@dataclass(frozen=True, slots=True)
class Night:
    """A night to be reckoned."""

    articles: int
    share: float = 1
    """Of its articles that are new or changed."""

    @property
    def pages(self) -> int:
        """PO files."""
        return self.articles * len(LOCALES)


NIGHTS = tuple(Night(articles, share) for articles in (10_000, 100_000, 1_000_000) for share in (1, 0.02))


@dataclass(frozen=True, slots=True)
class Needs:
    """What a night needs."""

    prepare: float
    join: float
    """Seconds, each of one processor: no other can help."""
    shards: float
    """Seconds of all processors together."""
    memory: float
    disk: float
    files: float
    in_a_folder: float
    """PO files of a language in one folder."""

    def cores(self, seconds: float) -> float | None:
        """How many processors must draft for a night of so many seconds; None where no number of them is enough."""
        left = seconds - self.prepare - self.join
        return self.shards / left if left > 0 else None


def needs(costs: Costs, night: Night) -> Needs:
    """What a night needs."""
    new, is_first = night.pages * night.share, night.share == 1
    old = 0 if is_first else night.pages - new
    return Needs(
        *(
            costs.new[act](new) if is_first else costs.same[act](old) + costs.changed[act] * new
            for act in (PREPARE, JOIN)
        ),
        shards=costs.new[SHARD](new) + costs.drafting * new,
        memory=max(line.once for line in costs.memory.values())
        + costs.memory[SAME].apiece * old
        + costs.memory[NEW].apiece * new,
        disk=sum(costs.kept.values()) * night.pages + costs.passing * new,
        files=costs.files * night.pages,
        in_a_folder=night.articles / SHELVES if night.articles > MANY else night.articles,
    )


def limits(costs: Costs) -> list[tuple[str, float]]:
    """What a newsroom meets as it grows, and with how many articles; what it meets first comes first."""

    def most(fits: Callable[[Needs], bool], share: float) -> float:
        low, high = 1, 10**12
        while high - low > max(1, low // 1_000):
            middle = (low + high) // 2
            low, high = (middle, high) if fits(needs(costs, Night(middle, share))) else (low, middle)
        return low

    def in_time(seconds: float) -> Callable[[Needs], bool]:
        return lambda needed: needed.prepare + needed.join <= seconds

    found = (
        ("all is new, and preparing and joining take 8 hours, however many others draft", most(in_time(NIGHT), 1)),
        ("2 % are new or changed, and preparing and joining take 8 hours", most(in_time(NIGHT), 0.02)),
        ("all is new, and the run needs 16 GB of memory", most(lambda needed: needed.memory <= MEMORY, 1)),
        (
            "2 % are new or changed, and the run needs 16 GB of memory",
            most(lambda needed: needed.memory <= MEMORY, 0.02),
        ),
        ("the project needs 1 TB of disk", most(lambda needed: needed.disk <= DISK, 1)),
    )
    return sorted(found, key=lambda limit: limit[1])


def costs_of(results: Results) -> Costs:
    """The costs that were measured."""
    rounds = results["acts"].rounds
    pages = [size * len(LOCALES) for size in SIZES]

    def middle(act: str, kind: str, size: int, figure: Callable[[Took], float]) -> float:
        return statistics.median(figure(each[machines.of(act, kind, size)]) for each in rounds)

    def line(act: str, kind: str, figure: Callable[[Took], float]) -> Line:
        fitted = statistics.linear_regression(pages, [middle(act, kind, size, figure) for size in SIZES])
        return Line(max(fitted.intercept, 0), max(fitted.slope, 0))

    def told(act: str, name: str) -> float:
        return line(act, NEW, lambda took: took.told[name]).apiece

    seconds, worker = drafting(results)
    by_act = {kind: {act: line(act, kind, PROCESSOR) for act in (PREPARE, SHARD, JOIN)}
              for kind in (NEW, SAME)}  # fmt: skip
    size = SIZES[-1]
    some = pages[-1] / machines.CHANGED
    changed = {
        act: (middle(act, SOME, size, PROCESSOR) - by_act[SAME][act](pages[-1] - some)) / some
        for act in (PREPARE, JOIN)
    }
    return Costs(
        by_act[SAME],
        by_act[NEW],
        changed,
        seconds * words(),
        {kind: line(JOIN, kind, lambda took: took.peak * MEGABYTE) for kind in (NEW, SAME)} | at_rest(results),
        worker * MEGABYTE,
        {name: told(JOIN, name) for name in machines.KINDS} | {"decoded": decoded(results) * words()},
        told(PREPARE, "frozen") + told(SHARD, "outcomes"),
        told(JOIN, "files"),
    )


def at_rest(results: Results) -> Mapping[str, Line]:
    """Memory for PO files in which nothing is new, from runs over very many of them, where those were measured."""
    if "settled" not in results:
        return {}
    few, many = (
        statistics.median(each[settled.of(size, len(settled.LOCALES))].peak for each in results["settled"].rounds)
        for size in settled.SIZES
    )
    less, more = (size * len(settled.LOCALES) for size in settled.SIZES)
    apiece = (many - few) * MEGABYTE / (more - less)
    return {SAME: Line(few * MEGABYTE - apiece * less, apiece)}


def words() -> float:
    """Of an article."""
    return texts.words([*texts.articles(SIZES[0], machines.LENGTH, machines.PARAGRAPH)]) / SIZES[0]


def drafting(results: Results) -> tuple[float, float]:
    """Seconds in which a network of the usual size drafts a word, and megabytes of whoever does."""
    row, name = (
        ("machines-sized", machines.by(PROCESSES, 1)) if "machines-sized" in results else ("sized-100", NEWSDESK)
    )
    several = [each[name] for each in results[row].rounds]
    return 1 / statistics.median(took.pace for took in several), max(took.peak for took in several)


def decoded(results: Results) -> float:
    """Bytes for a word of what engines have answered, where that was measured."""
    if "machines" not in results:
        return 0
    one = results["machines"].rounds[0]
    return one[JOIN].told["decoded"] / one[machines.by(PROCESSES, 1)].words


def tried(results: Results) -> Iterator[tuple[str, float, float]]:
    """Runs that the costs are not made of: what they should take, and what they took, in seconds."""
    costs, size = costs_of(results), SIZES[1]
    night = needs(costs, Night(size, 1 / machines.CHANGED))
    for act, foreseen in ((PREPARE, night.prepare), (JOIN, night.join)):
        took = [each[machines.of(act, SOME, size)].processor for each in results["acts"].rounds]
        yield f"{act}, {SOME}, {size:,} articles, of processors", foreseen, statistics.median(took)
    for row in ("machines", "machines-sized"):
        if row in results:
            for way in (PROCESSES, SHARDS, CLUSTER):
                yield f"`{row}`: {way}, two of them, by the clock", *_doubled(results[row].rounds, way)


def _doubled(rounds: Sequence[Mapping[str, Took]], way: str) -> tuple[float, float]:
    """What two workers should take on two processors that share all that one has done, and what the run does."""
    one, two = ([each[machines.by(way, workers)] for each in rounds] for workers in machines.WORKERS)
    beside = statistics.median(took.processor for took in one) if way == CLUSTER else 0
    foreseen = (statistics.median(took.wall for took in one) + beside) / 2
    return foreseen, statistics.median(took.wall for took in two)
