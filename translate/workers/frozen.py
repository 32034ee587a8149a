"""A night that is frozen for jobs which share nothing but a folder: its units, and who has done them.

Each unit is a file; what a job has done stands in a ledger of its own, so that no two machines have one SQLite file
open. Whoever can write to the project can write here: what is read may be anybody's, and is looked at as such.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Collection
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from translate import __version__, patterns
from translate.core.text.jsontext import as_json
from translate.errors import NewsdeskError
from translate.files import bounds, whole
from translate.files.kinds import Kind
from translate.values import dataclass
from translate.workers.units import key_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FOLDER = Path(".newsdesk", "night")
"""Its place in a project."""
KEPT = Kind("what is frozen of a night", "", 200_000_000, NewsdeskError)
MOST = 10_000
"""Shards of a night."""

_PLAN = "plan.json"
_UNITS = "units"
_SHARDS = "shards"
_KEY = patterns.compile(r"[0-9a-f]{32}")
_SHARD = patterns.compile(r"([1-9]\d{0,4})/([1-9]\d{0,4})", re.ASCII)
_LEDGER = patterns.compile(r"([1-9]\d{0,4})-of-([1-9]\d{0,4})\.sqlite", re.ASCII)


class FrozenError(NewsdeskError):
    """A frozen night is not there, or cannot be read or written."""


@dataclass(frozen=True, slots=True, order=True)
class Shard:
    """A part of a night's units: each so many-th, from a certain one on."""

    number: int
    """From 1."""
    of: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """The shard that ``3/16`` names.

        Raises:
            ValueError: It names none.
        """
        found = _SHARD.fullmatch(text.strip())
        shard = cls(int(found[1]), int(found[2])) if found else None
        if shard is None or shard.number > shard.of or shard.of > MOST:
            raise ValueError(f"is no shard; say 3/16 for the third of sixteen, {MOST:,} at most")
        return shard

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def stem(self) -> str:
        """How its files are called."""
        return f"{self.number}-of-{self.of}"

    def own(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Its units, of all."""
        return keys[self.number - 1 :: self.of]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a frozen night is."""

    version: str
    """Of newsdesk."""
    began: str
    """When it was prepared (RFC 3339): the time that headers of PO files carry."""
    locales: tuple[str, ...]
    """Those that were asked for; none for all."""
    engine: str | None
    """As it was asked for; None for the one that the settings name."""
    articles: int
    sentences: int
    keys: tuple[str, ...]
    """The units, in order."""


class Frozen:
    """The frozen night of one project."""

    def __init__(self, root: Path) -> None:
        """Take a project's folder; nothing is made before there is something to keep."""
        self._root = root
        self._folder = root / FOLDER

    def plan(self) -> Plan:
        """What was prepared.

        Raises:
            FrozenError: Nothing was, or it cannot be read.
        """
        data = self._read(self._folder / _PLAN)
        if data is None:
            raise FrozenError("no night is prepared here; “newsdesk nightly prepare” does that")
        try:
            plan = _plans().validate_json(data)
        except (ValueError, RecursionError) as error:
            raise FrozenError("is no plan of a night; prepare it anew", path=self._shown(_PLAN)) from error
        if not all(map(_KEY.fullmatch, plan.keys)):
            raise FrozenError("names what is no work unit; prepare the night anew", path=self._shown(_PLAN))
        if not _is_moment(plan.began):
            raise FrozenError("does not tell when it was made; prepare the night anew", path=self._shown(_PLAN))
        if plan.version != __version__:
            raise FrozenError(
                f"the night was prepared by newsdesk {plan.version}, and this is {__version__}; prepare it anew"
            )
        return plan

    def unit(self, key: str) -> bytes:
        """A unit's bytes.

        Raises:
            FrozenError: It is not there, since the night was prepared anew or is over, or it is another.
        """
        data = self._read(self._unit(key))
        if data is None:
            raise FrozenError("the night was prepared anew, or is over; nothing more is to be done of it")
        if key_of(data) != key:
            raise FrozenError("is not what was prepared; prepare the night anew", path=self._shown(f"{_UNITS}/{key}"))
        return data

    def put(self, key: str, unit: bytes) -> None:
        """Keep a unit; one that is there already is the same.

        Raises:
            FrozenError: It cannot be written.
        """
        path = self._unit(key)
        if not path.is_file():
            self._write(path, unit)

    def begin(self, plan: Plan) -> None:
        """Have a night begin: all of its units are there. What is of another goes.

        Raises:
            FrozenError: It cannot be written.
        """
        self._write(self._folder / _PLAN, as_json(plan))
        wanted = set(plan.keys)
        for path in self._files(_UNITS):
            if path.name not in wanted:
                self._remove(path)

    def end(self) -> None:
        """Have it be over: nothing is left of it."""
        self._remove(self._folder / _PLAN)
        for path in (*self._files(_UNITS), *self._files(_SHARDS)):
            self._remove(path)
        for place, _, _ in os.walk(self._folder, topdown=False):
            with contextlib.suppress(OSError), bounds.place(self._root, Path(place), follow=False) as folder:
                folder.rmdir()

    def shards(self) -> list[Shard]:
        """Those that have a ledger, in order."""
        found = (_LEDGER.fullmatch(path.name) for path in self._files(_SHARDS))
        named = {Shard(int(one[1]), int(one[2])) for one in found if one}
        return sorted((shard for shard in named if shard.number <= shard.of <= MOST), key=lambda s: (s.of, s.number))

    def ledger(self, shard: Shard) -> Path:
        """Where a shard keeps what it has done."""
        return self._folder / _SHARDS / f"{shard.stem}.sqlite"

    def lock(self, shard: Shard) -> Path:
        """What is locked by whoever does a shard."""
        return self._folder / _SHARDS / f"{shard.stem}.lock"

    def _unit(self, key: str) -> Path:
        return self._folder / _UNITS / key[:2] / key

    def _shown(self, name: str) -> str:
        return (FOLDER / name).as_posix()

    def _files(self, name: str) -> Collection[Path]:
        """The plain files below a folder; no link is followed."""
        return [Path(place, each) for place, _, names in os.walk(self._folder / name) for each in names]

    def _read(self, path: Path) -> bytes | None:
        try:
            with os.fdopen(bounds.opened(self._root, path), "rb") as file:
                data = file.read(KEPT.largest + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            message, shown = bounds.explained(error, "cannot be read", str(path), "a file")
            raise FrozenError(message, path=shown) from error
        if len(data) > KEPT.largest:
            raise FrozenError("is too large for what newsdesk has frozen", path=str(path))
        return data

    def _write(self, path: Path, data: bytes) -> None:
        try:
            whole.write(path, lambda file: file.write(data), home=self._root, make=True)
        except OSError as error:
            message, shown = bounds.explained(error, "cannot be written", str(path), "a file")
            raise FrozenError(message, path=shown) from error

    def _remove(self, path: Path) -> None:
        with contextlib.suppress(OSError), bounds.place(self._root, path, follow=False) as place:
            place.unlink(missing_ok=True)


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


@cache
def _plans() -> TypeAdapter[Plan]:
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)
