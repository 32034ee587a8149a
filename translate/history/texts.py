"""The history of a project's PO files: one SQLite file that no command deletes.

Beside each file as it was at the last look stand the texts of people that were in it once and are not any more.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from translate.core.entries.losses import Harm, Kept, Loss, Reason, Superseded, has_given_way
from translate.core.entries.parting import parted
from translate.core.entries.past import Past, Seen
from translate.core.entries.template import Key
from translate.files import databases
from translate.history.exports import Exports
from translate.history.store import Store, packed, unpacked
from translate.values import dataclass

if TYPE_CHECKING:
    from pydantic import TypeAdapter


_AT_ONCE = 500
"""So many PO files are asked for in one question."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at one PO file found, to be kept."""

    path: str
    """The file, as the newsroom knows it."""
    locale: str
    past: Past
    """What the next look is to be held against."""
    state: str = ""
    """The file's state (`ledger.states`) before it was read; empty where the next run shall read it again."""
    superseded: tuple[Superseded, ...] = ()
    at: str = ""
    """When, as `MemoryUnit.seen` has it."""


@dataclass(slots=True)
class _Pending:
    """What is not written yet."""

    looks: dict[str, Look] = field(default_factory=dict)
    superseded: list[tuple[Look, Superseded]] = field(default_factory=list)
    by_path: defaultdict[str, list[Superseded]] = field(default_factory=lambda: defaultdict(list))
    """The same by the files that they stood in."""
    gone: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    def deleted(self, path: str) -> frozenset[Key]:
        """The entries of a file whose text a person has deleted."""
        found = (one for one in self.by_path.get(path, ()) if one.reason is Reason.EMPTIED)
        return frozenset(one.seen.entry.key for one in found)


class History:
    """The history of one project. What is put in is known at once, and kept when it is committed."""

    def __init__(self, path: Path | None, shown: str = "", *, home: Path | None, keep: bool = True) -> None:
        """Take a history's file; it is made, with its folder, when something is committed.

        Args:
            path: The file; None for a history that is forgotten when it is closed.
            shown: The file as the user knows it, for messages.
            home: The folder that links must not lead out of, resolved; None for anywhere.
            keep: Whether the file may be written; otherwise whatever is committed is forgotten, too.

        Raises:
            HistoryError: It is there, and cannot be read; it is never replaced.
        """
        self._store = Store(path, shown, home=home, keep=keep)
        self._committed: list[Kept] = []
        self._pending = _Pending()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._store.close()

    @property
    def exports(self) -> Exports:
        """What has been exported; whatever is put into it is kept at once."""
        return Exports(self._store)

    # --- reading ---------------------------------------------------------------------------------------------------

    def paths(self, folder: str = "") -> Iterator[str]:
        """The PO files that somebody has looked at.

        Args:
            folder: Only those in this folder, as the newsroom knows it; empty for all.
        """
        first, last = databases.within(folder)
        new = {*self._pending.looks}
        for (path,) in self._store.each("SELECT path FROM catalog WHERE path > ? AND path < ?", first, last):
            if not (path in new or path in self._pending.gone):
                yield path
        yield from (path for path in new if first < path < last)

    def states(self, paths: Iterable[str]) -> dict[str, str]:
        """The states that these PO files had at the last look; without those that nobody has looked at."""
        wanted, found = [*paths], dict[str, str]()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            question = f"SELECT path, state FROM catalog WHERE path IN ({', '.join('?' * len(some))})"  # noqa: S608
            found.update(self._store.rows(question, *some))
        for path in wanted:
            if path in self._pending.looks:
                found[path] = self._pending.looks[path].state
            elif path in self._pending.gone:
                found.pop(path, None)
        return found

    def state(self, path: str) -> str:
        """The state that a PO file had at the last look; empty where nobody has looked."""
        if path in self._pending.looks or path in self._pending.gone:
            return self._pending.looks[path].state if path in self._pending.looks else ""
        return next((state for (state,) in self._store.rows("SELECT state FROM catalog WHERE path = ?", path)), "")

    def past(self, path: str) -> Past | None:
        """What a PO file was at the last look; None where nobody has looked."""
        if path in self._pending.gone:
            return None
        if path in self._pending.looks:
            return self._pending.looks[path].past
        for (blob,) in self._store.rows("SELECT past FROM catalog WHERE path = ?", path):
            return self._store.unpacked(_past(), blob)
        return None

    def kept(self, *, path: str | None = None, only_open: bool = False) -> list[Kept]:
        """The texts of people that are not in their files any more, as far as they are committed.

        Args:
            path: Only this file's; None for all.
            only_open: Only those that were lost, and that nobody has seen to.
        """
        question = "SELECT id, path, locale, seen, until, reason, open, harm FROM text WHERE 1"
        values: list[object] = []
        if path is not None:
            question, values = f"{question} AND path = ?", [path]
        if only_open:
            question = f"{question} AND open"
        found = self._store.rows(f"{question} ORDER BY id", *values)
        return [
            Kept(
                number,
                where,
                locale,
                self._store.unpacked(_seen(), seen),
                until,
                Reason(reason),
                bool(is_open),
                Harm(harm) if harm else None,
            )
            for number, where, locale, seen, until, reason, is_open, harm in found
        ]

    def fresh(self) -> list[Kept]:
        """What was put in since this history was opened; without a number where it is not committed."""
        return [*self._committed, *(_new(0, look, one) for look, one in self._pending.superseded)]

    def lost(self, path: str) -> list[Seen]:
        """What tools have dropped from a PO file, and nobody has seen to, committed or not."""
        new = (one.seen for one in self._pending.by_path.get(path, ()) if one.reason is Reason.LOST)
        return [*(one.seen for one in self._open(path)), *new]

    def losses(self) -> tuple[Loss, ...]:
        """What tools have dropped from each PO file, and nobody has seen to, committed or not."""
        question = "SELECT path, count(*), min(until), harm FROM text WHERE open GROUP BY path"  # The first one's harm.
        found = {
            path: Loss(path, number, since[:10], Harm(harm)) for path, number, since, harm in self._store.rows(question)
        }
        for path in found.keys() & self._pending.looks.keys():
            if still := self._open(path):
                found[path] = replace(found[path], texts=len(still), since=still[0].until[:10])
            else:
                del found[path]
        for look, one in self._pending.superseded:
            if one.harm is not None:
                before = found.get(look.path, Loss(look.path, 0, look.at[:10], one.harm))
                found[look.path] = replace(before, texts=before.texts + 1)
        return tuple(found[path] for path in sorted(found))

    def _open(self, path: str) -> list[Kept]:
        """What is committed as lost from a PO file, and nobody has seen to, as far as the last look knows."""
        kept = self.kept(path=path, only_open=True)
        if not kept or path not in self._pending.looks:
            return kept
        gone = _seen_to(self._pending.looks[path], {one.number: one.seen for one in kept}, self._pending.deleted(path))
        return [one for one in kept if one.number not in gone]

    def now_called(self, path: str) -> str:
        """The name that a PO file has today which was moved; its own where there is one of that name."""
        if path in self._pending.looks or not self._store.has("moved"):
            return path
        if path not in self._pending.gone and self._store.rows("SELECT 1 FROM catalog WHERE path = ?", path):
            return path
        return next((new for (new,) in self._store.rows("SELECT new FROM moved WHERE old = ?", path)), path)

    def called_today(self, paths: Collection[str]) -> dict[str, str]:
        """The names that PO files have today, moved or not; see `now_called`."""
        moved = dict(self._store.rows("SELECT old, new FROM moved")) if self._store.has("moved") else {}
        there = self.states(paths) if moved else {}
        return {path: path if path in there else moved.get(path, path) for path in paths}

    def was_taken_back(self, path: str, msgctxt: str | None, msgid: str, msgstr: str) -> bool:
        """Whether a person has deleted or replaced this very text in this entry."""
        rows = self._store.rows(
            "SELECT seen, reason FROM text WHERE path = ? AND msgctxt IS ? AND msgid = ?", path, msgctxt, msgid
        )
        known = [(self._store.unpacked(_seen(), seen), Reason(reason)) for seen, reason in rows]
        known += [(one.seen, one.reason) for one in self._pending.by_path.get(path, ())]
        return any(
            reason in {Reason.EMPTIED, Reason.REPLACED}
            and seen.entry.key == (msgctxt, msgid)
            and seen.entry.msgstr == msgstr
            for seen, reason in known
        )

    # --- writing ---------------------------------------------------------------------------------------------------

    def put(self, *looks: Look) -> None:
        """Know what looks found; it is kept when it is committed."""
        for look in looks:
            self._pending.looks[look.path] = look
            self._pending.gone.discard(look.path)
            self._pending.superseded += ((look, one) for one in look.superseded)
            if look.superseded:
                self._pending.by_path[look.path] += look.superseded

    def forget(self, paths: Iterable[str]) -> None:
        """Know nothing of what files are any more; what was in them once is kept."""
        for path in paths:
            self._pending.looks.pop(path, None)
            self._pending.gone.add(path)

    def once(self, names: Iterable[str]) -> list[str]:
        """Those of some names that were never given before."""
        known = {name for (name,) in self._store.rows("SELECT name FROM told")} | self._pending.told
        new = [name for name in dict.fromkeys(names) if name not in known]
        self._pending.told.update(new)
        return new

    def commit(self) -> None:
        """Keep what is known, all of it or nothing.

        Raises:
            HistoryError: It cannot be written.
        """
        pending = self._pending
        if self._store.path is None or not (pending.looks or pending.superseded or pending.gone or pending.told):
            return
        with self._store.writing() as sql:
            numbers = _write(sql, pending)
        new = zip(numbers, pending.superseded, strict=True)
        self._committed += (_new(number, look, one) for number, (look, one) in new)
        self._pending = _Pending()

    def seal(self, states: Mapping[str, str]) -> None:
        """PO files are as they were committed, and have these states; the next run need not read them.

        Raises:
            HistoryError: It cannot be written.
        """
        with self._store.writing() as sql:
            sql.executemany("UPDATE catalog SET state = ? WHERE path = ?", [(state, p) for p, state in states.items()])

    def see_to(self, numbers: Collection[int]) -> None:
        """Texts that were lost are in their files again, or shall not be.

        Raises:
            HistoryError: It cannot be written.
        """
        with self._store.writing() as sql:
            sql.executemany("UPDATE text SET open = 0 WHERE id = ?", [(number,) for number in numbers])

    def move(self, paths: Mapping[str, tuple[str, str]], *, at: str) -> None:
        """PO files have other names now.

        Args:
            paths: The new name and locale of each, by its old name.
            at: When, as `MemoryUnit.seen` has it.

        Raises:
            HistoryError: It cannot be written.
        """
        self.commit()
        if not self._store.is_there:
            return
        with self._store.writing() as sql:
            for old, (new, locale) in paths.items():
                _part(sql, new, Look(new, locale, _past_of(sql, old), at=at))
                sql.execute("UPDATE catalog SET path = ?, locale = ?, state = '' WHERE path = ?", (new, locale, old))
                sql.execute("UPDATE text SET path = ?, locale = ? WHERE path = ?", (new, locale, old))
                # Another file may have the old name by tomorrow, and whatever was exported from this one is not its.
                sql.execute("UPDATE exported SET catalog = ? WHERE catalog = ?", (new, old))
                sql.execute("UPDATE moved SET new = ? WHERE new = ?", (new, old))
                sql.execute("INSERT OR REPLACE INTO moved VALUES (?, ?)", (old, new))
                sql.execute("DELETE FROM moved WHERE old = ?", (new,))


def _write(sql: sqlite3.Connection, pending: _Pending) -> list[int]:
    """Write it; the numbers of the texts that are kept for the first time."""
    sql.executemany("INSERT OR IGNORE INTO told VALUES (?)", [(name,) for name in sorted(pending.told)])
    sql.executemany("DELETE FROM catalog WHERE path = ?", [(path,) for path in pending.gone])
    sql.executemany(
        "INSERT OR REPLACE INTO catalog VALUES (?, ?, ?, ?)",
        [(o.path, o.locale, o.state, packed(o.past)) for o in pending.looks.values()],
    )
    # What a person has seen to since is lost no more.
    for look in pending.looks.values():
        _close(sql, look, pending.deleted(look.path))
    return [_keep(sql, look, one) for look, one in pending.superseded]


def _close(sql: sqlite3.Connection, look: Look, deleted: Collection[Key]) -> None:
    question = "SELECT id, seen FROM text WHERE open AND path = ?"
    if lost := {number: unpacked(_seen(), data) for number, data in sql.execute(question, (look.path,))}:
        gone = _seen_to(look, lost, deleted)
        sql.executemany("UPDATE text SET open = 0 WHERE id = ?", [(number,) for number in gone])


def _seen_to(look: Look, lost: Mapping[int, Seen], deleted: Collection[Key]) -> set[int]:
    """Those of a file's lost texts that a person has seen to; ``deleted``: the entries in which one deleted a text."""
    there = look.past.by_key
    return {
        number
        for number, one in lost.items()
        if one.entry.key in deleted or (one.entry.key in there and has_given_way(one.entry, there[one.entry.key].entry))
    }


def _past_of(sql: sqlite3.Connection, path: str) -> Past:
    found = sql.execute("SELECT past FROM catalog WHERE path = ?", (path,)).fetchone()
    return unpacked(_past(), found[0]) if found else Past()


def _part(sql: sqlite3.Connection, path: str, successor: Look) -> None:
    """Forget what a file was whose name another one gets; what people wrote there alone is kept."""
    for one in parted(_past_of(sql, path), (seen.entry for seen in successor.past.entries)):
        _keep(sql, successor, one)
    sql.execute("DELETE FROM catalog WHERE path = ?", (path,))


def _keep(sql: sqlite3.Connection, look: Look, one: Superseded) -> int:
    seen = packed(one.seen)
    values = (look.path, look.locale, *one.seen.entry.key, seen, look.at, one.reason, one.harm or "", bool(one.harm))
    number = sql.execute(
        "INSERT INTO text (path, locale, msgctxt, msgid, seen, until, reason, harm, open)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    ).lastrowid
    assert number is not None  # noqa: S101  A row was inserted.
    return number


def _new(number: int, look: Look, one: Superseded) -> Kept:
    return Kept(number, look.path, look.locale, one.seen, look.at, one.reason, one.harm is not None, one.harm)


@cache
def _past() -> TypeAdapter[Past]:
    from pydantic import TypeAdapter

    return TypeAdapter(Past)


@cache
def _seen() -> TypeAdapter[Seen]:
    from pydantic import TypeAdapter

    return TypeAdapter(Seen)
