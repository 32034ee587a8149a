"""Export → lines for people, one JSON object for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from translate.core.results.exporting import Export, Exported, ExportState
from translate.reports import news
from translate.reports.counting import count
from translate.reports.jsonfile import trouble_object


def text_lines(export: Export, *, quiet: bool = False) -> Iterator[str]:
    """The articles that were written, what keeps the others back, and what it comes to; quietly, only the second."""
    files: dict[str, list[Exported]] = {}  # Of those of several articles, each is told once.
    for article in () if quiet else export.articles:
        if article.state in {ExportState.NEW, ExportState.UPDATED}:
            files.setdefault(article.path, []).append(article)
    for path, articles in files.items():
        obstacles, titles = sum(len(each.obstacles) for each in articles), sum(each.kept for each in articles)
        number = f" with {len(articles):,} articles" if len(articles) > 1 else ""
        marked = f", {count(obstacles, 'text')} marked" if obstacles else ""
        kept = f", {count(titles, 'title')} as in the source" if titles else ""
        yield f"{path}: {articles[0].state}{number}{marked}{kept}"
    for article in export.stopped:
        for obstacle in article.obstacles:
            place = obstacle.path if obstacle.line is None else f"{obstacle.path}:{obstacle.line}"
            yield f"{place}: {obstacle.reason}"
    yield from _untrue_lines(export, quiet=quiet)
    if not quiet:
        yield _closing(export)


def _untrue_lines(export: Export, *, quiet: bool) -> Iterator[str]:
    """What is no longer true of what was exported, and what was done about it."""
    for old in export.outdated:
        yield from news.outdated_lines(old)
    for gone in export.withdrawals:
        yield from news.withdrawal_lines(gone)
    if export.is_unkept:
        yield "What was exported cannot be remembered: nothing will tell when these articles change."
    for path in () if quiet else export.returns:
        yield f"{path}: {news.RETURNED_TO_THE_EXPORTS}"
    for taken in () if quiet else export.taken:
        yield news.taken_told(taken)


def _closing(export: Export) -> str:
    if not export.articles:
        return "No article was exported." if export.troubles else "There are no articles here to export."
    unchanged = sum(article.state is ExportState.UNCHANGED for article in export.articles)
    written = len(export.articles) - unchanged - len(export.stopped)
    parts = [f"{count(written, 'article')} written"]
    if unchanged:
        parts.append(f"{count(unchanged, 'article')} unchanged")
    if export.stopped:
        parts.append(f"{count(len(export.stopped), 'article')} not ready (--allow-drafts writes them with marks)")
    if export.compiled:
        parts.append(f"{count(len(export.compiled), '.mo file')} compiled")
    return ", ".join(parts) + "."


def export_object(export: Export) -> dict[str, Any]:
    """The report of ``newsdesk export --json``; keys are only ever added to it."""
    return {
        "exit_code": int(export.exit_code),
        "articles": [_article(article) for article in export.articles],
        "compiled": list(export.compiled),
        "outdated": [news.outdated_object(one) for one in export.outdated],
        "withdrawn": [news.withdrawal_object(one) for one in export.withdrawals],
        "is_remembered": not export.is_unkept,
        "returned": list(export.returns),
        "taken_out": [{"path": o.path, "why": o.why.value, "fate": o.fate.value} for o in export.taken],
        "troubles": [trouble_object(trouble) for trouble in (*export.left, *export.troubles)],
    }


def _article(article: Exported) -> dict[str, Any]:
    making = article.making.name.lower() if article.making else None
    return {**asdict(article), "state": article.state.value, "making": making}
