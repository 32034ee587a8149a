"""What an export is done with, and what is remembered of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.core.article import Document
from translate.core.results.exporting import Exported, ExportState
from translate.documents.interface import Format
from translate.history.exports import Export
from translate.values import dataclass
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_path
from translate.workflow.published import said


@dataclass(frozen=True, slots=True)
class Passed:
    """An article in one locale that an export is done with."""

    document: Document
    state: str
    """The article's state (`ledger.states`) before it was read."""
    exported: Exported
    mark: str
    """Of the bytes that were written; empty where none were."""
    writer: Format


def remember(seen: Noticing, folder: str, passed: Sequence[Passed], known: Mapping[tuple[str, str], Export]) -> None:
    """Have the history know what was written; of what has marks, and is not for readers, only that it is there.

    Args:
        seen: Has the history.
        folder: The folder of exports, as the history knows it.
        passed: The articles, each in each locale.
        known: What was written there before, by locale and article.

    Raises:
        HistoryError: It cannot be written.
    """
    written = [one for one in passed if one.exported.state is not ExportState.STOPPED]
    made = (_export(seen, folder, one, known) for one in written)
    # Only a night wants the newest state; an export with nothing new writes nothing.
    seen.history.exports.put(one for one in made if _is_new(one, known.get((one.locale, one.article))))


def _is_new(one: Export, before: Export | None) -> bool:
    return before is None or one != replace(before, state=one.state)


def _export(seen: Noticing, folder: str, one: Passed, known: Mapping[tuple[str, str], Export]) -> Export:
    locale, article = one.exported.locale, one.document.path
    before, now = known.get((locale, article)), () if one.exported.obstacles else said(one.document)
    is_as_before = one.exported.state is ExportState.UNCHANGED and before is not None and before.said == now
    return Export(
        folder=folder,
        locale=locale,
        article=article,
        catalog=storable(seen.settings, catalog_path(seen.settings, locale, one.document.slug)),
        at=before.at if before and is_as_before else seen.at,
        said=now,
        mark=one.mark,
        state=one.state,
    )
