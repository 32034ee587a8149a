"""A run's figures → a file that Prometheus' node exporter reads (its textfile collector)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from translate.core.results.night import RunRecord
from translate.core.results.summary import ExitCode
from translate.errors import ReportError
from translate.files import bounds, whole

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

_SUCCESS = {ExitCode.CLEAN, ExitCode.FINDINGS}


def write(path: Path, record: RunRecord, *, project: str, home: Path | None, history: Sequence[RunRecord] = ()) -> None:
    """Replace the file of metrics as a whole, readable by everybody.

    Args:
        path: Where the file is; its folder must be there, and its name end in ``.prom`` to be read. What is written
            on the way ends otherwise, so that it is not.
        record: The run that is over.
        project: In every metric: two projects on a machine have a file each, and the collector takes no metric twice.
        home: The folder that links must not lead out of, resolved; None for a file anywhere on the machine.
        history: The runs before it, the oldest first, to know when one went well for the last time.

    Raises:
        ReportError: The file cannot be written.
    """
    from prometheus_client import CollectorRegistry, generate_latest

    registry = CollectorRegistry()
    _collect(registry, record, project, history)
    try:
        # Not write_to_textfile: its file has the umask's permissions, is not synced, and takes a link's place.
        whole.write(path, lambda file: file.write(generate_latest(registry)), home=home, permissions=0o644)
    except OSError as error:
        message, shown = bounds.explained(error, "the metrics cannot be written", str(path), "a file")
        raise ReportError(f"{message}; see “metrics” under [nightly]", path=shown) from error


def _collect(registry: CollectorRegistry, record: RunRecord, project: str, history: Sequence[RunRecord]) -> None:
    from prometheus_client import Gauge

    def gauge(name: str, text: str, values: Iterable[tuple[tuple[str, ...], float]], *labels: str) -> None:
        family = Gauge(f"newsdesk_{name}", text, ("project", *labels), registry=registry)
        for held, value in values:
            family.labels(project, *held).set(value)

    def single(name: str, text: str, value: float) -> None:
        gauge(name, text, [((), value)])

    single("last_run_timestamp_seconds", "When the last run ended, in Unix time.", _ended(record))
    single(
        "last_success_timestamp_seconds",
        "When a run last ended with exit code 0 or 1, in Unix time; 0 if none is known.",
        next((_ended(run) for run in (record, *reversed(history)) if run.exit_code in _SUCCESS), 0.0),
    )
    code = ExitCode.BUG if record.exit_code is None else record.exit_code
    single("last_run_exit_code", "Exit code of the last run.", code)
    single("last_run_duration_seconds", "How long the last run took.", record.seconds)
    gauge(
        "phase_duration_seconds",
        "How long each step of the last run took.",
        [((phase.name,), phase.seconds) for phase in record.phases],
        "phase",
    )
    gauge(
        "entries",
        "Entries of all PO files, by how far they are.",
        [
            ((figures.locale, stage), getattr(figures.counts, stage))
            for figures in record.locales
            for stage in ("approved", "in_review", "drafts", "untranslated")
        ],
        "locale",
        "stage",
    )
    for name, text in (
        ("words_left", "Words of the source that nobody has approved yet."),
        ("flagged", "Entries with a term that needs a person's eye."),
    ):
        gauge(name, text, [((f.locale,), getattr(f.counts, name)) for f in record.locales], "locale")
    gauge(
        "findings",
        "What the checks found in all PO files.",
        [
            ((figures.locale, severity), value)
            for figures in record.locales
            for severity, value in (("error", figures.errors), ("warning", figures.warnings))
        ],
        "locale",
        "severity",
    )
    gauge(
        "no_longer_true",
        "Approved texts of corrected sources, exports that are older than their articles, articles that are gone.",
        [(("correction",), record.corrections), (("export",), record.outdated), (("article",), record.withdrawn)],
        "kind",
    )
    single("texts_lost", "Texts of people that a tool has dropped, and nobody has seen to.", record.lost)
    single("troubles", "What the last run could not do.", len(record.troubles))
    single("articles_unfinished", "Articles that the last run left for the next.", record.unfinished)


def _ended(record: RunRecord) -> float:
    return datetime.fromisoformat(record.ended or record.started).timestamp()
