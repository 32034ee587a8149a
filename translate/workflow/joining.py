"""Bring what people wrote in one PO file into the one that its article has now."""

from __future__ import annotations

from pathlib import Path

from translate.catalogs.loading import PO_FILE, load
from translate.catalogs.reading import PoFile
from translate.catalogs.writing import render
from translate.core.entries import joining
from translate.core.entries.catalog import Catalog
from translate.core.entries.noticing import Noticed
from translate.core.entries.past import Past, after
from translate.core.results.relocation import Followed, Left, Way
from translate.errors import CatalogError
from translate.files import moving, saving
from translate.history.texts import Look
from translate.ledger.states import nanoseconds, state_of
from translate.workflow.heading import header_of
from translate.workflow.moving import Move
from translate.workflow.noticing import Noticing, storable


def join(seen: Noticing, move: Move, *, dry_run: bool) -> Followed:
    """Bring people's texts and comments from a PO file into the one whose name it should have.

    The file is removed when nothing that a person wrote is left in it alone.

    Args:
        seen: Looks at both.
        move: Both.
        dry_run: Write nothing.

    Raises:
        CatalogError: One of them cannot be read or written.
        HistoryError: What is known of them cannot be kept.
    """
    old, before = _look(seen, move.old, move.locale, dry_run=dry_run)
    new, noticed = _look(seen, move.new, move.locale, dry_run=dry_run)
    found = joining.joined(before.catalog, noticed.catalog)
    names = storable(seen.settings, move.old), storable(seen.settings, move.new)
    left = tuple(Left(old.lines.get(entry.key), entry.msgid) for entry in found.left)
    way = Way.KEPT if left else Way.JOINED
    if not dry_run:
        if found.brought:
            header = header_of(seen.settings, move.locale, new.catalog, found.entries, seen.now)
            data = render(Catalog(header, found.entries), new, wrap=seen.settings.wrap)
            saving.save(move.new, data, kind=PO_FILE, expected=new.data, shown=names[1], home=seen.settings.root)
        if way is Way.JOINED:
            moving.remove(move.old, expected=old.data, kind=PO_FILE, shown=names[0], home=seen.settings.root)
        # A text is as old as it was.
        theirs = (one for one in before.past.entries if one.entry.key in found.brought)
        past = after(Past((*noticed.past.entries, *theirs)), found.entries, seen.at)
        seen.history.put(Look(names[0] if way is Way.JOINED else names[1], move.locale, past, at=seen.at))
        if way is Way.JOINED:
            seen.history.move({names[0]: (names[1], move.locale)}, at=seen.at)
        seen.history.commit()
    return Followed(move.locale, *names, way, len(found.brought), left)


def _look(seen: Noticing, path: Path, locale: str, *, dry_run: bool) -> tuple[PoFile, Noticed]:
    """What a PO file says, and what is noticed in it."""
    shown, state = storable(seen.settings, path), state_of(path, nanoseconds(seen.now))
    read = load(path, shown, home=seen.settings.root)
    if read is None:
        raise CatalogError("is not there any more", path=shown)
    return read, seen.notice(shown, read.catalog) if dry_run else seen.look(path, shown, locale, read, state or "")
