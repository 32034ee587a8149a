"""What a project has exported: what each article said when that was written; and which articles are missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from translate.core.entries.template import Key
from translate.history.store import Store, packed

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
        question = "SELECT folder, locale, article, catalog, at, said, state FROM exported"
        order = "ORDER BY folder, locale, article"
        if folder is None:
            rows = self._store.rows(f"{question} {order}")
        else:
            rows = self._store.rows(f"{question} WHERE folder = ? {order}", folder)
        return [
            Export(where, locale, article, catalog, at, self._store.unpacked(_keys(), said), state)
            for where, locale, article, catalog, at, said, state in rows
        ]

    def put(self, exports: Iterable[Export]) -> None:
        """Know what was exported.

        Raises:
            HistoryError: It cannot be written.
        """
        rows = [(o.folder, o.locale, o.article, o.catalog, o.state, o.at, packed(_keys(), o.said)) for o in exports]
        if rows:
            with self._store.writing() as sql:
                sql.executemany("INSERT OR REPLACE INTO exported VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

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
        return {article: Missed(article, since, nights) for article, since, nights in rows}

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


@cache
def _keys() -> TypeAdapter[tuple[Key, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Key, ...])
