"""Summary → one JSON object for machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from translate.core.results.summary import CatalogResult, Counts, Summary, Totals, Trouble
from translate.reports.losses import losses_object

_COUNTS = tuple(one.name for one in fields(Counts))


def summary_object(summary: Summary) -> dict[str, Any]:
    """The report of ``newsdesk draft --json``; keys are only ever added to it."""
    return {
        "exit_code": int(summary.exit_code),
        "dry_run": summary.dry_run,
        "engines": dict(summary.engines),
        "flagged": summary.flagged,
        "catalogs": [catalog_object(c) for c in summary.catalogs],
        **left_out_object(summary.left_out),
        "troubles": [trouble_object(t) for t in summary.troubles],
        "notes": list(summary.notes),
        "unfinished": list(summary.unfinished),
        "lost": losses_object(summary.lost),
    }


def left_out_object(left_out: Mapping[str, Totals]) -> dict[str, Any]:
    """Beside the PO files that are named, what the others come to, by locale; nothing where all are named."""
    told = {locale: {**asdict(rest), "counts": counts_object(rest.counts)} for locale, rest in left_out.items()}
    return {"left_out": told} if told else {}


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
    # There is a PO file for each, and as a rule of dataclasses `asdict` copies whatever they hold.
    return {"entries": counts.entries, **{name: getattr(counts, name) for name in _COUNTS}}


def trouble_object(trouble: Trouble) -> dict[str, Any]:
    """One thing that could not be done."""
    return asdict(trouble)
