"""The records of a project's runs: one small JSON file each, so that a killed run is seen for what it was."""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from translate import patterns
from translate.core.results.night import RunRecord
from translate.errors import ReportError
from translate.files import bounds, whole

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEPT = 60
"""Records that are kept; a trend shows 30 runs that came to an end."""

_NAME = patterns.compile(r"(\d{6}|[1-9]\d{6,8})\.json", re.ASCII)
_FAR = 1_000_000
"""Numbers follow one another, with a gap where records went; one so far above the others is none of newsdesk's, …"""
_LARGEST = 500_000_000
"""… and no run ever comes so far that none below is kept."""
_LONGEST = 4_000_000
"""Bytes; no record of ours comes near."""


class Runs:
    """The records in one folder. A file that cannot be read is passed over: a trend has a gap then."""

    def __init__(self, folder: Path, *, home: Path | None) -> None:
        """Take a folder; it is made when the first record is written.

        Args:
            folder: The folder.
            home: The folder that links must not lead out of, resolved; None for anywhere.
        """
        self._folder = folder
        self._home = home

    def next_number(self) -> int:
        """The number of the run that comes now."""
        return max(self._numbers(), default=0) + 1

    def last(self) -> RunRecord | None:
        """The run that began last, whether it came to an end or not."""
        return next(iter(self._newest_first()), None)

    def ended(self, limit: int) -> tuple[RunRecord, ...]:
        """The last runs that came to an end, the oldest first."""
        found: list[RunRecord] = []
        for record in self._newest_first():
            if record.ended is not None:
                found.append(record)
            if len(found) == limit:
                break
        return tuple(reversed(found))

    def write(self, record: RunRecord) -> None:
        """Write a record, in place of the one with its number; the oldest go.

        Raises:
            ReportError: It cannot be written.
        """
        path = self._folder / f"{record.number:06}.json"
        try:
            data = _adapter().dump_json(record, indent=1)
            whole.write(path, lambda file: file.write(data), home=self._home, make=True)
            with bounds.folder(self._home, self._folder) as folder:
                for number in self._numbers()[:-KEPT]:
                    (folder / f"{number:06}.json").unlink(missing_ok=True)
        except OSError as error:
            message, shown = bounds.explained(error, "cannot be written", str(path), "a record")
            raise ReportError(message, path=shown) from error

    def _numbers(self) -> list[int]:
        """Those of the records, the oldest first."""
        try:
            with bounds.folder(self._home, self._folder) as folder:
                named = sorted(int(found[1]) for path in folder.iterdir() if (found := _NAME.fullmatch(path.name)))
        except OSError:
            return []
        first = [number for number in named[:1] if number <= _LARGEST]
        steps = pairwise(named if first else ())
        return first + [number for _, number in takewhile(lambda step: step[1] - step[0] <= _FAR, steps)]

    def _newest_first(self) -> list[RunRecord]:
        found = (self._read(self._folder / f"{number:06}.json") for number in reversed(self._numbers()))
        return [record for record in found if record is not None]

    def _read(self, path: Path) -> RunRecord | None:
        try:
            with os.fdopen(bounds.opened(self._home, path), "rb") as file:
                data = file.read(_LONGEST + 1)
            return _adapter().validate_json(data) if len(data) <= _LONGEST else None
        except (OSError, ValueError):
            return None


@cache
def _adapter() -> TypeAdapter[RunRecord]:
    from pydantic import TypeAdapter

    return TypeAdapter(RunRecord)
