"""Merge what was made for the messages of an article into its catalog."""

from __future__ import annotations

from translate.core.entries import merging
from translate.core.entries.catalog import Entry
from translate.workflow.wanting import Made
from translate.workflow.work import Work


def merged(work: Work, made: Made) -> tuple[Entry, ...]:
    """The entries that a catalog has from now on.

    Args:
        work: The article and its catalog as it is.
        made: What the memory and the engine had for it.
    """
    noticed = work.noticed
    entries = merging.merge(
        noticed.catalog if noticed else None,
        work.article.messages,
        made.drafts,
        work.demands,
        recalled=made.recalled,
        unanswered=made.unanswered,
        dropped={seen.entry.key: seen.dropped for seen in noticed.past.entries if seen.dropped} if noticed else {},
        inherited=work.inherited,
    )
    if work.concerned is None:
        return entries
    return merging.only(work.old.catalog.entries if work.old else (), entries, work.concerned)
