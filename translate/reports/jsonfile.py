"""Summary → one JSON object for machines."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from translate.core.results.summary import CatalogResult, Counts, Summary, Trouble
from translate.reports.losses import losses_object


def summary_object(summary: Summary) -> dict[str, Any]:
    """The report of ``newsdesk draft --json``; keys are only ever added to it."""
    return {
        "exit_code": int(summary.exit_code),
        "dry_run": summary.dry_run,
        "engines": dict(summary.engines),
        "flagged": summary.flagged,
        "catalogs": [catalog_object(c) for c in summary.catalogs],
        "troubles": [trouble_object(t) for t in summary.troubles],
        "notes": list(summary.notes),
        "unfinished": list(summary.unfinished),
        "lost": losses_object(summary.lost),
    }


def catalog_object(result: CatalogResult) -> dict[str, Any]:
    """One PO file in the report."""
    return {
        "locale": result.locale,
        "article": result.article,
        "path": result.path,
        "state": result.state.value,
        "drafted": result.drafted,
        "recalled": result.recalled,
        "terms": dict(result.terms),
        "flags": [{"msgid": msgid, "line": line} for msgid, line in result.flags],
        **counts_object(result.counts),
    }


def counts_object(counts: Counts) -> dict[str, int]:
    """How far a catalog is."""
    return {"entries": counts.entries, **asdict(counts)}


def trouble_object(trouble: Trouble) -> dict[str, Any]:
    """One thing that could not be done."""
    return asdict(trouble)
