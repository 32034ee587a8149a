"""``newsdesk articles mv``: an article has another name, and whatever people wrote for it follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from translate.core.results.relocation import Followed, Relocation, Way
from translate.core.results.summary import Trouble
from translate.core.text.filenames import copied
from translate.documents.reading import ARTICLE
from translate.documents.slugs import slug_of
from translate.errors import DocumentError, NewsdeskError
from translate.files import bounds, moving
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles, lists, naming, shelves
from translate.workflow.joining import join
from translate.workflow.moving import Move, carry_out, move_template
from translate.workflow.noticing import Noticing, noticing, storable
from translate.workflow.places import catalog_path, former_locales, shown_path
from translate.workflow.troubles import trouble_of


@dataclass(frozen=True, slots=True)
class _Names:
    """What an article was called, and is called now."""

    old: str
    new: str
    """The names of its catalogs."""
    moves: tuple[Path, Path] | None
    """The article itself, where it still has its old name."""


def relocate(settings: Settings, old: Path, new: Path, *, dry_run: bool, now: datetime) -> Relocation:
    """Give an article another name, or have its work follow where that was done already.

    Args:
        settings: The project.
        old: What it was called: its path, or that of one of its PO files.
        new: What it is called.
        dry_run: Write nothing.
        now: The time.

    Raises:
        DocumentError: The article cannot have this name; nothing was moved.
        HistoryError: What is known of PO files cannot be read.
    """
    settings = shelves.decided(settings, len(articles.find(settings)[0]))
    names = _names(settings, old, new)
    seen, unusable = noticing(settings, now=now, keep=not dry_run)
    with seen.history:
        if unusable:
            raise unusable
        found = [*_moves(settings, names)]
        if not found and names.moves is None:
            raise DocumentError(f"there is no PO file of {names.old}", path=shown_path(settings, old))
        if names.moves and not dry_run:
            moving.move(*names.moves, kind=ARTICLE, shown=shown_path(settings, old), home=settings.root)
        done: list[Followed] = []
        troubles: list[Trouble] = []
        for one in _follow(seen, found, dry_run=dry_run):
            if isinstance(one, Followed):
                done.append(one)
            else:
                troubles.append(trouble_of(one, ""))
        if not dry_run and not any(move.old.exists() for move in found):
            move_template(settings, names.old, names.new)
    article = (shown_path(settings, old), shown_path(settings, new)) if names.moves else None
    return Relocation(dry_run, article, tuple(done), tuple(troubles))


def _follow(seen: Noticing, moves: list[Move], *, dry_run: bool) -> Iterator[Followed | NewsdeskError]:
    """Have each PO file follow: under its new name where that is free, text by text where it is not."""
    taken: set[Path] = set()
    for move in moves:
        if move.new.exists() or move.new in taken:
            try:
                yield join(seen, move, dry_run=dry_run)
            except NewsdeskError as error:
                yield error
            continue
        taken.add(move.new)
        for made in [move] if dry_run else carry_out(seen, [move]):
            names = storable(seen.settings, move.old), storable(seen.settings, move.new)
            yield Followed(move.locale, *names, Way.MOVED) if isinstance(made, Move) else made


def _names(settings: Settings, old: Path, new: Path) -> _Names:
    """What the two are, where an article may be called so."""
    is_catalog = old.suffix.lower() == ".po"
    moves = (old, new) if old.is_file() and not is_catalog else None
    for path in moves or (new,):
        if fault := _fault(settings, path, moves=bool(moves)):
            raise DocumentError(fault, path=shown_path(settings, path))
    was = old.stem if is_catalog else _former_name(settings, old)
    names = _Names(was, _coming_name(settings, old, new), moves)
    named, own = articles.named(settings), {shown_path(settings, old), shown_path(settings, new)}
    for other in filter(None, (named.get(names.old), named.get(names.new))):
        if shown_path(settings, other) not in own:
            raise DocumentError("has the PO files of this name; rename it first", path=shown_path(settings, other))
    if moves and new.exists():
        raise DocumentError("is there already, and so is the other article", path=shown_path(settings, new))
    if not moves and not new.is_file():
        told = "there is no such article, neither under this name nor under the old one"
        raise DocumentError(told, path=shown_path(settings, new))
    return names


def _former_name(settings: Settings, old: Path) -> str:
    shown = shown_path(settings, old)
    names = articles.names(settings)
    return names.get(shown) or next(iter(naming.former(settings, shown, names)), slug_of(shown))


def _coming_name(settings: Settings, old: Path, new: Path) -> str:
    """What an article's catalogs are called when it is called otherwise, and nothing else is."""
    before, shown = shown_path(settings, old), shown_path(settings, new)
    left = (path for path in articles.find(settings)[0] if shown_path(settings, path) != before)
    return naming.names(settings, (*left, new), renamed={before: shown}).get(shown) or slug_of(shown)


def _fault(settings: Settings, path: Path, *, moves: bool) -> str | None:
    """Why a path is no place for an article, or for one that is moved; None where it is one."""
    if lists.is_one(settings, shown_path(settings, path)):
        return "is a list, and its titles keep their translations whatever it is called: rename the file itself"
    homes = [(settings.root / folder).resolve() for folder in settings.articles]
    if not any(path.parent.resolve().is_relative_to(home) for home in homes):
        return f"lies in no folder of articles; name one that does ({', '.join(settings.articles)})"
    if moves and bounds.leads_out(settings.root, path.parent):
        told = "lies in a folder of articles that leads out of the project, which is only read"
        return f"{told}; rename the article where it comes from, and run this again: its PO files follow"
    if path.suffix.lower() not in articles.endings() or copied(path.name):
        return f"is no name of an article; one ends in {', '.join(articles.endings())}"
    return None


def _moves(settings: Settings, names: _Names) -> Iterator[Move]:
    """The PO files of the old name: in every locale of the project, and in those that it has under another name now."""
    former = former_locales(settings)
    for locale in (*settings.locales, *former):
        old = catalog_path(settings, locale, names.old)
        now = former.get(locale, locale)
        new = catalog_path(settings, now, names.new)
        if old != new and old.is_file():
            yield Move(old, new, now)
