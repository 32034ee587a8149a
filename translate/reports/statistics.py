"""What a glossary comes to in figures → lines for people, and an object for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from translate.core.linting.statistics import Statistics
from translate.core.results.summary import Trouble
from translate.reports.counting import count, some

MOST = 5
"""So many rows that no text mentions are named."""
_BELOW = "    "


def text_lines(each: Iterable[Statistics], *, every: bool = False) -> Iterator[str]:
    """The figures of each locale.

    Args:
        each: Those of one locale after the other.
        every: Whether to name all rows that no text mentions.
    """
    for one in each:
        yield f"{one.locale}: {count(one.rows, 'row')}"
        if one.rows:
            yield f"{_BELOW}actions: {_told(one.actions.items())}"
            yield f"{_BELOW}files: {_told(one.files.items())}"
            lacking = f", lacking {one.lacking_forms:,}" if one.lacking_forms else ""
            yield f"{_BELOW}forms: listed {one.with_forms:,}{lacking}"
            yield f"{_BELOW}reviewed: {one.reviewed:,}"
            yield from _used(one, every=every)


def _used(one: Statistics, *, every: bool) -> Iterator[str]:
    used = one.used
    if not used.texts:
        yield f"{_BELOW}use: there are no PO files yet; “newsdesk draft” makes them"
        return
    there = one.asking - len(one.absent)
    share = f"{one.share:.0%}".replace("%", " %")
    yield f"{_BELOW}use: {there:,} of {count(one.asking, 'term')} in {count(used.files, 'PO file')}"
    yield f"{_BELOW}texts with a term: {used.with_terms:,} of {used.texts:,} ({share})"
    if one.absent:
        names = [f"“{name}”" for name in one.absent]
        yield f"{_BELOW}not there: {some(names, len(names) if every else MOST)}"


def _told(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts)


def statistics_object(each: Sequence[Statistics], troubles: Sequence[Trouble]) -> dict[str, Any]:
    """The report of ``newsdesk glossary stats --json``; keys are only ever added to it."""
    return {
        "locales": [
            {
                "locale": one.locale,
                "rows": one.rows,
                "actions": {action.value: number for action, number in one.actions.items()},
                "files": dict(one.files),
                "with_forms": one.with_forms,
                "lacking_forms": one.lacking_forms,
                "reviewed": one.reviewed,
                "asking": one.asking,
                "absent": list(one.absent),
                "catalogs": one.used.files,
                "texts": one.used.texts,
                "texts_with_terms": one.used.with_terms,
                "terms": [
                    {"source": term.source, "texts": use.texts, "drafts": use.drafts, "helped": use.helped,
                     "flagged": use.flagged, "approved": use.approved, "otherwise": use.otherwise}
                    for term, use in sorted(one.used.rows.items(), key=lambda each: (-each[1].texts, each[0].source))
                ],
            }
            for one in each
        ],
        "troubles": [{"path": t.path, "line": t.line, "message": t.message} for t in troubles],
    }  # fmt: skip
