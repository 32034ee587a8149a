"""Draft one article into one locale, from what its catalog has to the catalog that is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from translate.catalogs.loading import PO_FILE
from translate.catalogs.writing import msgid_lines, render
from translate.core.entries import merging
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.past import Past, after
from translate.core.entries.template import Key
from translate.core.results.figures import figures_of
from translate.core.results.summary import CatalogState, result_of
from translate.errors import ChangedError
from translate.files import saving
from translate.files.exchange import mark
from translate.history.texts import Look
from translate.ledger.pages import About, Page
from translate.values import dataclass
from translate.workflow.desk import Desk
from translate.workflow.figuring import page_of
from translate.workflow.heading import header_of
from translate.workflow.looking import look
from translate.workflow.making import make
from translate.workflow.merging import merged
from translate.workflow.relief import Relief
from translate.workflow.settled import Finished
from translate.workflow.steps import Announce, silently
from translate.workflow.wanting import Begun, Made
from translate.workflow.work import Article, Run, Work, open_work

_ATTEMPTS = 5
"""So often a catalog is merged again because somebody saved it meanwhile."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """One article that was drafted into one locale."""

    finished: Finished
    made: Made
    """What the memory and the engine had for it."""
    work: Work
    """What it was made from."""
    catalog: Catalog
    """What the PO file says now, or would where nothing is written."""
    lines: Mapping[Key, int]
    """The line of each msgid in the PO file as it lies there now."""


def draft_article(
    run: Run,
    article: Article,
    desk: Desk,
    relief: Relief,
    announce: Announce = silently,
    *,
    begun: Begun | None = None,
) -> Drafted:
    """Draft one article into one locale and write its PO file, if anything changed.

    Should somebody save the PO file meanwhile, what they saved is read and merged with what was made: theirs stays.

    Args:
        run: The run.
        article: The article.
        desk: The locale.
        relief: Who drafts where the engine cannot start.
        announce: Told of the engine's steps as they come.
        begun: What `begin` told of it, if it was asked before.

    Returns:
        What was done, what the memory and the engine had for it, and the catalog before and after.

    Raises:
        CatalogError: The PO file cannot be read or written, or is saved by others again and again.
    """
    work, known = (begun.work, begun.wanted) if begun else (open_work(run, article, desk), None)
    made = relief.made(partial(make, run, work, known=known, announce=announce), desk)
    for _ in range(_ATTEMPTS):
        try:
            return _finish(run, work, made)
        except ChangedError:
            work = open_work(run, article, desk)
    return _finish(run, work, made)


def _finish(run: Run, work: Work, made: Made) -> Drafted:
    """Merge what was made into the catalog and write it, if anything changed."""
    desk, old, noticed = made.desk, work.old, work.noticed
    before = old.catalog if old else None
    entries = merged(work, made)
    changed = before is None or entries != before.entries
    header = header_of(run.settings, desk.locale, before, entries, run.now)
    catalog = Catalog(header, entries)
    data = render(catalog, old, wrap=run.settings.wrap) if changed or not old else old.data
    written = changed and not run.dry_run
    if written:
        expected = old.data if old else None
        home = run.settings.root
        saving.save(work.files.catalog, data, kind=PO_FILE, expected=expected, shown=work.shown, home=home)
    if written or (noticed and noticed.superseded):
        _remember(run, desk, work, entries)
    result = result_of(
        catalog,
        locale=desk.locale,
        article=work.article.document.path,
        path=work.shown,
        state=CatalogState.NEW if before is None else CatalogState.UPDATED if changed else CatalogState.UNCHANGED,
        drafted=len(made.drafts),
        recalled=len(made.recalled),
    )
    if noticed:
        live = {message.key for message in work.article.messages}
        given_up = merging.replaced(noticed.catalog, live, work.inherited.moved)
        result = replace(result, replaced=tuple((entry.msgid, entry.msgstr) for entry in given_up))
    there, lines = (catalog, msgid_lines(catalog, data)) if written else (before, old.lines if old else {})
    # Of what was only read its state tells whether somebody has saved it since; of what was written its bytes do.
    finished = Finished(
        files=work.files,
        context=desk.context,
        result=result,
        article_seen=work.article.seen,
        catalog_seen=None if written else work.seen,
        catalog_mark=mark(data if written or not old else old.data),
        pages=_looked(run, desk, work.shown, there, lines) if there else {},
        is_written=written,
    )
    return Drafted(finished, made, work, catalog, lines)


def _remember(run: Run, desk: Desk, work: Work, entries: Sequence[Entry]) -> None:
    """Let the history know what the PO file says from now on, and what it said before."""
    noticed = work.noticed
    past = after(noticed.past if noticed else Past(), entries, run.seen.at)
    superseded = noticed.superseded if noticed else ()
    run.seen.history.put(Look(work.shown, desk.locale, past, superseded=superseded, at=run.seen.at))


def _looked(run: Run, desk: Desk, shown: str, there: Catalog, lines: Mapping[Key, int]) -> dict[About, Page]:
    """What the review that follows, or somebody who asks how far it is, has to know of the PO file as it is now."""
    figures = {About.FIGURES: page_of(shown, desk.locale, figures_of(there, lines))}
    if not run.looks:
        return figures
    return figures | look(desk.yardstick, shown, there, lines).pages(desk.yardstick, "")
