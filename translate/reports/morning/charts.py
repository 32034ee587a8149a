"""Runs → small charts, as the coordinates that an inline SVG is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from translate.core.results.night import Night, RunRecord
from translate.reports.morning.words import duration, finite
from translate.values import dataclass

WIDTH, HEIGHT = 240, 56
RUNS = 30
_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A run as a bar."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure over the last runs; the scale begins at 0."""

    title: str
    latest: str
    change: str
    """Against the run before."""
    description: str
    """The chart for those who do not see it."""
    line: str
    """The path of a line; empty where there are bars."""
    bars: tuple[Bar, ...]
    dot: tuple[float, float] | None
    """Where the line ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """A run in the table beside the charts."""

    record: RunRecord
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Measure:
    title: str
    value: Callable[[RunRecord], float]
    bars: bool = False
    standing: bool = False
    """Read off the PO files: a run that could not run has not read them."""
    told: Callable[[float], str] = "{:,.0f}".format
    changed: tuple[str, str] = ("fewer", "more")

    def of(self, record: RunRecord) -> float | None:
        return None if self.standing and not record.locales else max(0.0, finite(self.value(record)))


_MEASURES = (
    _Measure("Words left", lambda run: run.words_left, standing=True),
    _Measure("Entries with a flagged term", lambda run: sum(e.counts.flagged for e in run.locales), standing=True),
    _Measure("Errors that checks found", lambda run: sum(e.errors for e in run.locales), standing=True),
    _Measure("Entries drafted", lambda run: sum(e.drafted for e in run.locales), bars=True),
    _Measure("Problems", lambda run: len(run.troubles), bars=True),
    _Measure("Duration", lambda run: run.seconds, bars=True, told=duration, changed=("shorter", "longer")),
)
TITLES = tuple(measure.title for measure in _MEASURES)


def runs(night: Night) -> tuple[RunRecord, ...]:
    """The last runs, this one at the end."""
    return (*night.history, night.record)[-RUNS:]


def charts(records: Sequence[RunRecord]) -> tuple[Chart, ...]:
    """Draw each figure over some runs, the oldest first."""
    return tuple(_chart(measure, [measure.of(record) for record in records]) for measure in _MEASURES)


def rows(records: Sequence[RunRecord]) -> tuple[Row, ...]:
    """The same figures as text, a run a row, the newest first."""
    return tuple(Row(record, tuple(map(partial(_cell, record), _MEASURES))) for record in reversed(records))


def _cell(record: RunRecord, measure: _Measure) -> str:
    value = measure.of(record)
    return "" if value is None else measure.told(value)


def _chart(measure: _Measure, values: Sequence[float | None]) -> Chart:
    known = [value for value in values if value is not None]
    if not known:
        return Chart(measure.title, "–", "not counted", "No run has counted this.", "", (), None)
    latest, tell = known[-1], measure.told
    top = max(known) or 1.0
    places = [None if v is None else (_across(n, len(values)), _down(v / top)) for n, v in enumerate(values)]
    drawn = [place for place in places if place]
    return Chart(
        title=measure.title,
        latest=tell(latest),
        change=_change(known, measure),
        description=(
            f"Over {len(values)} runs: first {tell(known[0])}, lowest {tell(min(known))}, "
            f"highest {tell(max(known))}, last {tell(latest)}."
        ),
        line="" if measure.bars else _path(places),
        bars=tuple(_bar(place, len(values)) for place in drawn) if measure.bars else (),
        dot=None if measure.bars else drawn[-1],
    )


def _change(known: Sequence[float], measure: _Measure) -> str:
    if len(known) == 1:
        return "counted for the first time"
    before, latest = known[-2:]
    if measure.told(before) == measure.told(latest):
        return "as before"
    return f"{measure.told(abs(latest - before))} {measure.changed[latest > before]} than before"


def _across(number: int, total: int) -> float:
    """The middle of a run's own column."""
    return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (number + 0.5) / total, 1)


def _down(part: float) -> float:
    return round(HEIGHT - _MARGIN - (HEIGHT - 2 * _MARGIN) * part, 1)


def _path(places: Sequence[tuple[float, float] | None]) -> str:
    """A line through the places, broken where one is not known."""
    return " ".join(
        f"{'L' if number and places[number - 1] else 'M'}{place[0]:g} {place[1]:g}"
        for number, place in enumerate(places)
        if place
    )


def _bar(place: tuple[float, float], total: int) -> Bar:
    width = min(24.0, round((WIDTH - 2 * _MARGIN) / total * 0.7, 1))
    return Bar(round(place[0] - width / 2, 1), place[1], width, round(HEIGHT - _MARGIN - place[1], 1))
