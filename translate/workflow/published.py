"""What lies among the exports: whether it still says what its article says, and under which name that goes today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from translate.core.article import Document
from translate.core.entries.template import Key, key_of
from translate.core.results.news import Outdated, differences
from translate.documents.paths import relative_path
from translate.history.exports import Export
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import lists
from translate.workflow.noticing import Noticing
from translate.workflow.places import shown_path


@dataclass(frozen=True, slots=True)
class Published:
    """An export that lies where it was written."""

    export: Export
    folder: Path
    """The folder of exports."""
    path: Path
    article: Path | None
    """Its article, whatever that is called today; None where it has none any more."""


def said(document: Document) -> tuple[Key, ...]:
    """The messages of an article, in its order."""
    return tuple(key_of(segment) for segment in document.segments)


def folder_name(settings: Settings, folder: Path) -> str:
    """A folder of exports as the history knows it."""
    return relative_path(settings.root, folder).encode("utf-8", "backslashreplace").decode()


def published(seen: Noticing, exports: Iterable[Export]) -> list[Published]:
    """The exports that lie where they were written.

    Args:
        seen: Knows the articles, and which PO files were moved.
        exports: What was written.
    """
    there = [(export, seen.settings.root / export.folder) for export in exports]
    lying = [
        (e, folder, path)
        for e, folder in there
        if lies(path := folder / e.locale / file_of(e.article)) and not _is_left_out(seen, e)
    ]
    called = seen.history.called_today({export.catalog for export, _, _ in lying})
    slugs = {catalog: PurePosixPath(today).stem for catalog, today in called.items()}
    return [Published(e, folder, path, _article_of(seen, slugs[e.catalog], e.article)) for e, folder, path in lying]


def file_of(article: str) -> str:
    """The file that an article lies or lay in, by their paths: its own, or one of several, where it has no ending."""
    path = PurePosixPath(article)
    return str(path.parent) if path.parent.suffix and not path.suffix else article


def _is_left_out(seen: Noticing, export: Export) -> bool:
    """Whether an article is in its file no more, and will not be in the translation of that."""
    file = file_of(export.article)
    if file == export.article or not lies(seen.settings.root / file):
        return False
    return PurePosixPath(seen.history.now_called(export.catalog)).stem not in seen.articles


def _article_of(seen: Noticing, slug: str, exported: str) -> Path | None:
    """The article of a name; of all lists together, the one that was exported, if it is there."""
    article = seen.articles.get(slug)
    if article is None or article != lists.Lists(seen.settings).folder:
        return article
    own = seen.settings.root / exported
    return own if own.is_file() else None


def is_taken_in(seen: Noticing, export: Export, document: Document) -> bool:
    """Whether a run has taken in what an article says: what none has may come from a broken feed."""
    past = seen.history.past(seen.history.now_called(export.catalog))
    live = {one.entry.key for one in past.entries if not one.entry.obsolete} if past else set()
    return live.issuperset(said(document))


def lies(path: Path) -> bool:
    """Whether a file is there, as far as one may look."""
    try:
        return path.is_file()
    except OSError:
        return False


def outdated_of(settings: Settings, each: Published, document: Document) -> Outdated:
    """What is told of an export whose article says something else by now.

    Args:
        settings: The project.
        each: The export.
        document: The article, as it is.
    """
    return Outdated(
        locale=each.export.locale,
        article=document.path,
        path=shown_path(settings, each.path),
        since=each.export.at[:10],
        differences=differences(each.export.said, said(document)),
        is_dropped=each.export.locale not in settings.locales,
    )


def older(settings: Settings, folder: Path, locale: str, article: Path) -> Outdated | None:
    """An export of which nothing is known but its time, where that is before its article's; None where it is not.

    Args:
        settings: The project.
        folder: The folder of exports.
        locale: The locale.
        article: The article.
    """
    shown = shown_path(settings, article)
    path = folder / locale / shown
    written, changed = _time(path), _time(article)
    if written is None or changed is None or written >= changed or not lies(path):
        return None
    day = datetime.fromtimestamp(written, UTC).strftime("%Y-%m-%d")
    return Outdated(locale, shown, shown_path(settings, path), day, is_known=False)


def _time(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None
