"""Make the tables and charts of docs/performance.md of what was measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from benchmarks.speed import nights, simulation, starts
from benchmarks.speed.drafting import BARE, NEWSDESK
from benchmarks.speed.every import PARTS
from benchmarks.speed.ground import ROOT
from benchmarks.speed.machines import JOIN, LENGTH, LOCALES, NEW, PREPARE, SAME, SHARD
from benchmarks.speed.results import Measured
from benchmarks.speed.row import PROCESSOR, Bound, Figure, Round, Row, shown, slope, standard_error
from benchmarks.speed.simulation import GIGABYTE, HOUR, NIGHT, NIGHTS, Costs, Night
from benchmarks.speed.timing import MEGABYTE

PAGE = ROOT / "docs/performance.md"
BEGINS, ENDS = "<!-- measured: begins -->", "<!-- measured: ends -->"
Results = Mapping[str, Measured]
COUNTS = (1, 10, 100, 1_000)


def write(results: Results) -> None:
    """Put what was measured between the marks on the page."""
    page = PAGE.read_text("utf-8")
    before, after = page.split(BEGINS)[0], page.split(ENDS)[1]
    PAGE.write_text(f"{before}{BEGINS}\n\n{made(results)}\n\n{ENDS}{after}", "utf-8")


def made(results: Results) -> str:
    """All tables and charts, and with what they were measured."""
    parts = (_part(title, rows, results) for title, rows in PARTS.items())
    return "\n\n".join(chain(_goals(results), chain.from_iterable(parts), _surroundings(results)))


def _goals(results: Results) -> Iterator[str]:
    yield "### What must hold"
    bounds = ((row, bound) for rows in PARTS.values() for row in rows if row.name in results for bound in row.bounds)
    yield _table(
        ("row", "what", "wanted", "measured", "by processor time", "holds"),
        (
            (
                f"`{row.name}`",
                bound.says,
                bound.wanted,
                str(bound.figure(results[row.name].rounds)),
                _by_processor(bound, results[row.name].rounds),
                "yes" if bound.holds(results[row.name].rounds) else "**no**",
            )
            for row, bound in bounds
        ),
    )


def _by_processor(bound: Bound, rounds: Sequence[Round]) -> str:
    figure = bound.figure(rounds, PROCESSOR)
    return "" if figure == bound.figure(rounds) else str(figure)


def _part(title: str, rows: Sequence[Row], results: Results) -> Iterator[str]:
    there = [row for row in rows if row.name in results]
    if not there:
        return
    yield f"### {title}"
    yield from CHARTS.get(title, lambda _results: ())(results)
    for row in there:
        rounds = results[row.name].rounds
        yield f"`{row.name}`: {row.title}; {len(rounds)} round{'s'[: len(rounds) > 1]}."
        yield _growth(rounds) if row.contestants is nights.growth else _row(rounds)


def _row(rounds: Sequence[Round]) -> str:
    """A line for each contestant."""
    first, *_ = rounds[0]
    has_words = any(took.words for took in rounds[0].values())
    head = ("", "seconds", "processor", *(("words a processor second",) if has_words else ()), "MB", "× the first", "")
    lines = []
    for name in rounds[0]:
        own = [each[name] for each in rounds]
        pace = (str(Figure([one.pace for one in own])) if own[0].words else "",) if has_words else ()
        ratio = Figure([each[name].wall / each[first].wall for each in rounds])
        also = "; ".join(f"{what} {Figure([one.told[what] for one in own])}" for what in own[0].told)
        wall, processor = Figure([one.wall for one in own]), Figure([one.processor for one in own])
        peak = shown(max(one.peak for one in own))
        lines.append((name, str(wall), str(processor), *pace, peak, "" if name == first else str(ratio), also))
    return _table(head, lines)


def _growth(rounds: Sequence[Round]) -> str:
    """A line for each step of a night, with the exponent that it grows with."""
    every = [nights.steps(each) for each in rounds]
    sizes = [*nights.SIZES] * len(rounds)
    lines = []
    for name in every[0]:
        if all(name in each for each in every):
            seconds = [list(each[name]) for each in every]
            joined = [*chain.from_iterable(seconds)]
            cells = (str(Figure(own)) for own in zip(*seconds, strict=True))
            last = Figure([slope(nights.SIZES[1:], own[1:]) for own in seconds])
            exponent = f"{slope(sizes, joined):.2f} ± {standard_error(sizes, joined):.2f}"
            there = [nights.of(name, size) for size in nights.SIZES if nights.of(name, size) in rounds[0]]
            memory = ", ".join(shown(max(each[one].peak for each in rounds)) for one in there)
            lines.append((name, *cells, exponent, str(last), memory))
    counts = [f"{size:,}" for size in nights.SIZES]
    return _table(("seconds with so many articles", *counts, "exponent", f"from {counts[1]} on", "MB"), lines)


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join("".join(f"| {cell} " if cell else "| " for cell in row) + "|" for row in rows)


def _surroundings(results: Results) -> Iterator[str]:
    """With what each row was measured; most were with the same."""
    yield "### When and where"
    found: dict[object, list[str]] = {}
    for name, one in results.items():
        found.setdefault(one.at, []).append(name)
    for at, names in found.items():
        own = "all rows" if len(found) == 1 else ", ".join(f"`{name}`" for name in names)
        yield f"- {at.date}, commit {at.commit}; {at.machine}; {at.versions}: {own}"


def _chart(title: str, x: str, sizes: Iterable[int], y: str, *, bars: Sequence[float], line: Sequence[float]) -> str:
    """A chart as GitHub draws it."""
    axis = ", ".join(f'"{size:,}"' for size in sizes)
    lines = (
        f'    title "{title}"',
        f'    x-axis "{x}" [{axis}]',
        f'    y-axis "{y}" 0 --> {1.1 * max((*bars, *line)):.4g}',
        f"    bar [{', '.join(f'{value:.4g}' for value in bars)}]",
        f"    line [{', '.join(f'{value:.4g}' for value in line)}]",
    )
    return "\n".join(("```mermaid", "xychart-beta", *lines, "```"))


def _median(rounds: Sequence[Round], measure: Callable[[Round], float]) -> float:
    return Figure([*map(measure, rounds)]).median


def _drafting_chart(results: Results) -> Iterator[str]:
    rows = [f"sample-{count}" for count in COUNTS]
    if all(row in results for row in rows):
        bars, line = (
            [_median(results[row].rounds, lambda took, name=name: took[name].words / took[name].wall) for row in rows]
            for name in (NEWSDESK, BARE)
        )
        title = "Words a second: newsdesk (bars), bare CTranslate2 (line)"
        yield _chart(title, "articles, sample package", COUNTS, "words a second", bars=bars, line=line)


def _starts_chart(results: Results) -> Iterator[str]:
    if one := results.get("glossary"):
        bars, line = (
            [
                _median(one.rounds, lambda took, name=name, count=count: took[name.format(count)].wall)
                for count in starts.TERMS
            ]
            for name in (starts.FIRST, starts.AGAIN)
        )
        title = "Seconds of a run with one new article: the first (bars), later ones (line)"
        yield _chart(title, "terms", starts.TERMS, "seconds", bars=bars, line=line)


def _nights_chart(results: Results) -> Iterator[str]:
    if one := results.get("growth"):
        bars, line = (
            [
                _median(one.rounds, lambda took, size=size, name=name: 1000 * took[nights.of(name, size)].wall / size)
                for size in nights.SIZES
            ]
            for name in (nights.FIRST, nights.AGAIN)
        )
        title = "Seconds for 1,000 articles: a first night (bars), one with nothing new (line)"
        yield _chart(title, "articles", nights.SIZES, "seconds", bars=bars, line=line)


def _large_nights(results: Results) -> Iterator[str]:
    """What is reckoned for newsrooms that nobody has here."""
    if "acts" not in results or "sized-100" not in results:
        return
    costs = simulation.costs_of(results)
    yield f"What a PO file costs in a project of {len(LOCALES)} languages, its article having {LENGTH} sentences:"
    yield _table(("", "nothing new", "new", "changed"), _apiece(costs))
    yield (
        "What nights need of that: prepare and join are done by one processor each, the shards by as many as there "
        f"are. With a cluster one run does the first and the last meanwhile; so it keeps {shown(costs.saturated)} "
        "workers busy at most, and more of them only wait. Each process that drafts takes "
        f"{shown(costs.worker / MEGABYTE)} MB."
    )
    head = (
        "articles",
        "new or changed",
        *("prepare, hours", "shards, hours of processors", "join, hours"),
        f"processors for {NIGHT // HOUR} hours",
        *("GB of memory", "GB of disk", "million files", "PO files in a folder"),
    )
    yield _table(head, map(partial(_night, costs), NIGHTS))
    yield "What breaks first as a newsroom grows, and with how many articles:"
    yield _table(("what", "articles"), ((what, _about(number)) for what, number in simulation.limits(costs)))
    yield "How well that foretells runs that it is not made of:"
    tried = (
        (name, shown(foreseen), shown(took), f"{foreseen / took - 1:+.0%}")
        for name, foreseen, took in simulation.tried(results)
    )
    yield _table(("seconds", "foretold", "measured", "off by"), tried)


def _apiece(costs: Costs) -> Iterator[tuple[str, ...]]:
    for act in (PREPARE, JOIN):
        every = (costs.same[act].apiece, costs.new[act].apiece, costs.changed[act])
        yield f"{act}, milliseconds", *(shown(1000 * seconds) for seconds in every)
    for what, seconds in (
        (f"{SHARD} without the engine, milliseconds", costs.new[SHARD].apiece),
        ("engine, argos-sized package, milliseconds", costs.drafting),
    ):
        yield what, "", *[shown(1000 * seconds)] * 2
    same, new = (shown(costs.memory[kind].apiece) for kind in (SAME, NEW))
    yield "memory of the run, bytes", same, new, new
    for name, size in costs.kept.items():
        yield f"disk, {name}, bytes", *[shown(size)] * 3
    yield "disk until it is joined, bytes", "", *[shown(costs.passing)] * 2


def _night(costs: Costs, night: Night) -> tuple[str, ...]:
    needed = simulation.needs(costs, night)
    cores = needed.cores(NIGHT)
    return (
        f"{night.articles:,}",
        "all" if night.share == 1 else f"{night.share:.0%}",
        *(shown(seconds / HOUR) for seconds in (needed.prepare, needed.shards, needed.join)),
        "no number is enough" if cores is None else f"{math.ceil(cores):,}",
        *(shown(size / GIGABYTE) for size in (needed.memory, needed.disk)),
        shown(needed.files / 1e6),
        f"{needed.in_a_folder:,.0f}",
    )


def _about(number: float) -> str:
    """A number with two digits that say something."""
    return f"{float(f'{number:.1e}'):,.0f}"


CHARTS = {
    "Drafting": _drafting_chart,
    "What it costs to begin": _starts_chart,
    "Nights in which little is new": _nights_chart,
    "When one machine is not enough": _large_nights,
}
