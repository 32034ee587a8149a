"""Write what a night leaves for the morning: reports for people, figures for monitoring."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from pathlib import Path

from translate.core.results.night import Night, RunRecord
from translate.core.text.showing import as_json_in_pieces
from translate.files import saving
from translate.health import metrics
from translate.reports import pages
from translate.reports.morning import html, text
from translate.reports.morning import object as objects
from translate.runs.records import Runs
from translate.settings import Settings
from translate.workflow.folders import REPORT
from translate.workflow.places import home_of
from translate.workflow.watch import Watch

TREND = 30
"""Runs that a trend shows, tonight's among them."""


def report(settings: Settings, night: Night, runs: Runs, watch: Watch) -> None:
    """Write the morning's reports, each for itself: where one cannot be written, the others are."""
    wanted = settings.nightly
    folder = settings.root / wanted.reports
    link = pages.links(settings.root, wanted.reports, wanted.link)
    made: dict[str, Callable[[], Iterable[str]]] = {
        "morning.html": lambda: (html.page(night, link=link, source=settings.source),),
        "morning.json": lambda: chain(as_json_in_pieces(objects.night_object(night)), "\n"),
        "morning.txt": lambda: (text.mail(night),),
    }
    for name, page in made.items():
        watch.attempt(partial(_save, settings.root, folder / name, page, f"{wanted.reports}/{name}"))
    watch.attempt(partial(measure, settings, night.record, runs))


def measure(settings: Settings, record: RunRecord, runs: Runs) -> None:
    """Tell monitoring, if the newsroom wants that."""
    if settings.nightly.metrics:
        path = settings.root / settings.nightly.metrics
        # Only the machine's settings name a whole path: whatever is named from the project has to be in it.
        home = home_of(settings, path) if Path(settings.nightly.metrics).is_absolute() else settings.root
        metrics.write(path, record, project=settings.name, home=home, history=runs.ended(TREND))


def _save(home: Path, path: Path, page: Callable[[], Iterable[str]], shown: str) -> None:
    data = io.BytesIO()
    for piece in page():
        data.write(piece.encode("utf-8", "backslashreplace"))
    saving.overwrite(path, data.getvalue(), kind=REPORT, shown=shown, home=home)
