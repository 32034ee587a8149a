"""What a project has exported: what each article said when that was written; and which articles are missed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from translate.core.entries.template import Key
from translate.history.store import Store, packed
from translate.values import dataclass

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Export:
    """A translated article, as it was written."""

    folder: str
    """The folder of exports, as the newsroom knows it."""
    locale: str
    article: str
    """The article's path."""
    catalog: str
    """Its PO file, as the newsroom knows it."""
    at: str
    """When, as RFC 3339 has it."""
    said: tuple[Key, ...]
    """The article's messages; none where the translation has marks."""
    mark: str = ""
    """Of the bytes that were written."""
    state: str = ""
    """The article's state (`ledger.states`) when it was read; empty where it shall be read again."""


@dataclass(frozen=True, slots=True)
class Missed:
    """An article that is not where it was."""

    article: str
    since: str
    """When it was first missed, as RFC 3339 has it."""
    nights: int
    """How many nights in a row it has been missed."""


class Exports:
    """The part of a history that knows of exports. What is put in is kept at once."""

    def __init__(self, store: Store) -> None:
        """Take the history's file."""
        self._store = store

    @property
    def is_kept(self) -> bool:
        """Whether there is a file to keep anything in."""
        return self._store.path is not None

    def all(self, folder: str | None = None) -> list[Export]:
        """What was exported, by folder, locale and article.

        Args:
            folder: Only into this one; None for all.

        Raises:
            HistoryError: It cannot be read.
        """
        if not self._store.has("exported"):
            return []
        rows = self._store.rows(
            "SELECT folder, locale, article, catalog, at, said, mark, state FROM exported"
            " WHERE ?1 IS NULL OR folder = ?1 ORDER BY folder, locale, article",
            folder,
        )
        return [
            Export(where, locale, article, catalog, at, self._store.unpacked(_keys(), said), mark, state)
            for where, locale, article, catalog, at, said, mark, state in rows
            if _is_sound(where, locale, article, catalog, at, mark, state) and not _leads_out(locale, article)
        ]

    def put(self, exports: Iterable[Export]) -> None:
        """Know what was exported.

        Raises:
            HistoryError: It cannot be written.
        """
        rows = [(o.folder, o.locale, o.article, o.catalog, o.state, o.at, o.mark, packed(o.said)) for o in exports]
        if rows:
            with self._store.writing() as sql:
                sql.executemany("INSERT OR REPLACE INTO exported VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def forget(self, exports: Iterable[Export]) -> None:
        """Know nothing any more of exports that are not there.

        Raises:
            HistoryError: It cannot be written.
        """
        rows = [(o.folder, o.locale, o.article) for o in exports]
        if rows:
            with self._store.writing() as sql:
                sql.executemany("DELETE FROM exported WHERE folder = ? AND locale = ? AND article = ?", rows)

    def missed(self) -> dict[str, Missed]:
        """The articles that are missed, withdrawn ones included, by their paths.

        Raises:
            HistoryError: It cannot be read.
        """
        if not self._store.has("missed"):
            return {}
        rows = self._store.rows("SELECT article, since, nights FROM missed ORDER BY article")
        sound = (row for row in rows if _is_sound(*row[:2]) and isinstance(row[2], int))
        return {article: Missed(article, since, nights) for article, since, nights in sound}

    def miss(self, missed: Iterable[Missed]) -> None:
        """Know which articles are missed, and no others.

        Raises:
            HistoryError: It cannot be written.
        """
        now = {one.article: one for one in missed}
        if now != self.missed():
            with self._store.writing() as sql:
                sql.execute("DELETE FROM missed")
                rows = ((one.article, one.since, one.nights) for one in now.values())
                sql.executemany("INSERT INTO missed VALUES (?, ?, ?)", rows)


def _is_sound(*values: object) -> bool:
    """Whether a row has the texts that newsdesk writes; a stranger may have written others."""
    return all(isinstance(value, str) for value in values)


def _leads_out(*parts: str) -> bool:
    return any(PurePosixPath(part).is_absolute() or ".." in PurePosixPath(part).parts for part in parts)


@cache
def _keys() -> TypeAdapter[tuple[Key, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Key, ...])
