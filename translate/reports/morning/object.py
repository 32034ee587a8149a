"""Night → one JSON object for machines."""

from __future__ import annotations

import math
from dataclasses import asdict, replace
from typing import Any

from translate.core.results.night import LocaleFigures, Night, RunRecord
from translate.core.results.review import CatalogReview, Review, Side, Waiting
from translate.core.results.summary import CatalogState
from translate.reports.jsonfile import counts_object, left_out_object, summary_object, trouble_object
from translate.reports.morning import words
from translate.reports.news import news_object


def night_object(night: Night) -> dict[str, Any]:
    """All that the morning report is made from; keys are only ever added to it."""
    changed = tuple(catalog for catalog in night.summary.catalogs if catalog.state is not CatalogState.UNCHANGED)
    return {
        "headline": words.headline(night),
        "project": night.project,
        "words_per_hour": night.words_per_hour,
        "news": news_object(night.news),
        "record": record_object(night.record),
        # What the run has changed; how all PO files stand is in the review.
        "summary": summary_object(replace(night.summary, catalogs=changed)),
        "review": review_object(night.review),
        "history": [record_object(record) for record in night.history],
    }


def record_object(record: RunRecord) -> dict[str, Any]:
    """A run, as ``newsdesk status --last-run --json`` shows it; keys are only ever added to it."""
    return {
        "number": record.number,
        "run_id": record.run_id,
        "version": record.version,
        "started": record.started,
        "ended": record.ended,
        "exit_code": None if record.exit_code is None else int(record.exit_code),
        "seconds": _number(record.seconds),
        "words_left": record.words_left,
        "phases": [
            {"name": phase.name, "seconds": _number(phase.seconds), "counts": dict(phase.counts)}
            for phase in record.phases
        ],
        "locales": [_figures_object(figures) for figures in record.locales],
        "unfinished": record.unfinished,
        "lost": record.lost,
        "corrections": record.corrections,
        "outdated": record.outdated,
        "withdrawn": record.withdrawn,
        "troubles": [trouble_object(trouble) for trouble in record.troubles],
    }


def _figures_object(figures: LocaleFigures) -> dict[str, Any]:
    return {
        "locale": figures.locale,
        "engine": figures.engine,
        "catalogs": figures.catalogs,
        "new": figures.new,
        "updated": figures.updated,
        "drafted": figures.drafted,
        "recalled": figures.recalled,
        "errors": figures.errors,
        "warnings": figures.warnings,
        **counts_object(figures.counts),
    }


def review_object(review: Review) -> dict[str, Any]:
    """What waits in the PO files, in the order to take it; keys are only ever added to it."""
    return {
        "catalogs": [_catalog_object(catalog) for catalog in review.catalogs],
        **left_out_object(review.left_out),
        "waiting": [waiting_object(entry) for entry in review.waiting],
        "waiting_in_all": review.waiting_in_all,
        "rules": dict(review.rules),
        "glossaries": [asdict(glossary) for glossary in review.glossaries],
        "troubles": [trouble_object(trouble) for trouble in review.troubles],
    }


def _catalog_object(catalog: CatalogReview) -> dict[str, Any]:
    return {
        "locale": catalog.locale,
        "article": catalog.article,
        "path": catalog.path,
        "errors": catalog.errors,
        "warnings": catalog.warnings,
        "risk": _number(catalog.risk),
        **counts_object(catalog.counts),
    }


def waiting_object(entry: Waiting) -> dict[str, Any]:
    """An entry that a person should look at, as ``newsdesk status --worst --json`` shows it too."""
    return {
        "locale": entry.locale,
        "article": entry.article,
        "path": entry.path,
        "line": entry.line,
        "context": entry.context,
        "stage": entry.stage.value,
        "source": _side_object(entry.source),
        "target": _side_object(entry.target),
        "risk": {
            "score": _number(entry.risk.score),
            "reasons": [
                {"kind": reason.kind.value, "text": reason.text, "weight": _number(reason.weight)}
                for reason in entry.risk.reasons
            ],
        },
        "flags": list(entry.flags),
        "findings": list(entry.findings),
    }


def _side_object(side: Side) -> dict[str, Any]:
    spans = [{"start": span.start, "end": span.end, "mark": span.mark.value} for span in side.spans]
    return {"text": side.text, "spans": spans}


def _number(value: float) -> float | None:
    # JSON has no NaN and no infinity, and a reader that meets one stops.
    return value if math.isfinite(value) else None
