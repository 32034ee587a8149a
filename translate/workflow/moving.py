"""Give PO files the names that their articles have now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.catalogs.loading import PO_FILE, load
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog
from translate.errors import NewsdeskError
from translate.files import moving, saving
from translate.files.reading import read
from translate.languages.cldr import plural_forms
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import locale_in, shown_path, template_path


@dataclass(frozen=True, slots=True)
class Move:
    """A PO file that gets another name."""

    old: Path
    new: Path
    locale: str
    """The one that it is in from now on."""


def told(settings: Settings, move: Move) -> str:
    """What is told of a move."""
    return f"{shown_path(settings, move.old)}: follows its article, and is {shown_path(settings, move.new)} now"


def carry_out(seen: Noticing, moves: Sequence[Move]) -> Iterator[Move | NewsdeskError]:
    """Move PO files, each with its POT file and all that is known of it.

    Args:
        seen: Knows what was in the files.
        moves: What has to be moved.

    Yields:
        Each move that was made, or why it was not: then the file is where it was.
    """
    settings, done = seen.settings, []
    try:
        for move in moves:
            try:
                _rename_locale(settings, move)
                moving.move(move.old, move.new, kind=PO_FILE, shown=shown_path(settings, move.old), home=settings.root)
            except NewsdeskError as error:
                yield error
                continue
            done.append(move)
            yield move
        for old, new in {(move.old.stem, move.new.stem) for move in done}:
            move_template(settings, old, new)
    finally:
        if done:
            names = {storable(settings, m.old): (storable(settings, m.new), m.locale) for m in done}
            seen.history.move(names, at=seen.at)


def _rename_locale(settings: Settings, move: Move) -> None:
    """Have a PO file say in its header which locale it is in.

    Raises:
        CatalogError: It cannot be read or written.
    """
    if locale_in(move.old) == move.locale:
        return
    shown = shown_path(settings, move.old)
    read = load(move.old, shown, home=settings.root)
    if read is None or not read.catalog.header.fields:
        return
    header = read.catalog.header.set("Language", move.locale)
    if plurals := plural_forms(move.locale):
        header = header.set("Plural-Forms", plurals)
    catalog = Catalog(header, read.catalog.entries)
    data = render(catalog, read, wrap=settings.wrap)
    saving.save(move.old, data, kind=PO_FILE, expected=read.data, shown=shown, home=settings.root)


def move_template(settings: Settings, old: str, new: str) -> None:
    """Have a POT file follow, or go where there is one; it is made anew by the next run, and only its name matters.

    Raises:
        CatalogError: It cannot be moved.
    """
    source, target = template_path(settings, old), template_path(settings, new)
    if old != new and source.is_file():
        shown = shown_path(settings, source)
        if not target.exists():
            moving.move(source, target, kind=PO_FILE, shown=shown, home=settings.root)
        elif data := read(source, PO_FILE, shown, home=settings.root):
            moving.remove(source, expected=data, kind=PO_FILE, shown=shown, home=settings.root)
