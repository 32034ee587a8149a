"""Fetch a large file in one piece, over as many connections as it takes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from translate.errors import ModelError
from translate.models.transfer import DEFAULT_LIMITS, Answer, Limits, TransferError, opened, patiently, shown
from translate.values import dataclass

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are here, and with all bytes of the file or None where the server does not say."""

_AGAIN = "check the network and try again"
_ELSEWHERE = (
    "that is not what the index offers: check the network, "
    "name another index with ARGOS_PACKAGE_INDEX or --set models.index, or install from a file"
)
_GAIN = 1024**2
"""An attempt that brought this many bytes is no failure, however it ended."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What a part is a part of; kept beside it."""

    link: str
    validator: str
    """A strong ETag, or a date; the server compares it. Empty where it gave none."""
    total: int | None


@dataclass(frozen=True, slots=True)
class _Part:
    """The bytes that are here, and the note that says of what."""

    file: Path
    note_file: Path

    @property
    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    def note(self) -> _Note | None:
        try:
            raw = json.loads(self.note_file.read_bytes())
            link, validator, total = raw["link"], raw["validator"], raw["total"]
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        good = isinstance(link, str) and isinstance(validator, str) and isinstance(total, int | None)
        return _Note(link, validator, total) if good else None

    def start(self, note: _Note) -> None:
        self.discard()  # First the bytes: a note must never stand beside those of another file.
        self.note_file.write_text(json.dumps(asdict(note)), encoding="utf-8")

    def discard(self) -> None:
        self.file.unlink(missing_ok=True)
        self.note_file.unlink(missing_ok=True)


def download(
    links: Sequence[str],
    file: Path,
    *,
    check: Callable[[Path], object] | None = None,
    progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> str:
    """Fetch a file from the first link that serves it whole.

    What has come stays in ``<file>.part`` when the process dies, and is gone on with by the next call.

    Args:
        links: Addresses of the same file, in order; others than http and https are left out.
        file: Where to put it. `discard` removes it with its traces.
        check: Raises ModelError for a file that must not be kept, such as an error page in place of an archive.
        progress: Told how far it is.
        limits: How patient to be, and how large the file may be.

    Returns:
        The link that served it.

    Raises:
        ModelError: No link served it, or it cannot be written.
    """
    part = _part_of(file)
    note = part.note()
    usable = [link for link in links if link.lower().startswith(("http://", "https://"))]
    usable.sort(key=lambda link: note is None or link != note.link)  # The one that we have a part of comes first.
    troubles: list[str] = []
    refused = 0
    try:
        if file.exists():  # We died between fetching and installing it: it is a part that is whole.
            file.replace(part.file)
        for link in usable:
            try:
                _from_link(link, part, check, progress, limits)
            except TransferError as trouble:
                troubles.append(f"{shown(link)}: {trouble}")
                refused += isinstance(trouble.__cause__, ModelError)
            else:
                part.file.replace(file)
                return link
    except OSError as error:
        raise ModelError(f"the download cannot be written: {error.strerror}", path=str(file)) from error
    if not usable:
        message = f"there is no http or https link to {file.name}"
        raise ModelError(f"{message}; install it from a file: newsdesk models install FILE.argosmodel")
    reasons = "; ".join(troubles)
    raise ModelError(f"cannot download {file.name} ({reasons}); {_ELSEWHERE if refused == len(troubles) else _AGAIN}")


def discard(file: Path) -> None:
    """Remove a downloaded file and everything kept beside it."""
    file.unlink(missing_ok=True)
    _part_of(file).discard()


def _part_of(file: Path) -> _Part:
    return _Part(file.with_name(f"{file.name}.part"), file.with_name(f"{file.name}.part.json"))


def _from_link(
    link: str, part: _Part, check: Callable[[Path], object] | None, progress: Progress | None, limits: Limits
) -> None:
    best = part.size

    def gained() -> bool:
        nonlocal best
        before, best = best, max(best, part.size)
        return best - before >= _GAIN

    def attempt() -> None:
        pieced = _attempt(link, part, progress, limits)
        try:
            if check is not None:
                check(part.file)
        except ModelError as error:
            part.discard()
            # A file pieced together may be at fault itself; one from a single answer will come the same again.
            raise TransferError(error.message, permanent=not pieced) from error

    patiently(attempt, limits, gained)


def _attempt(link: str, part: _Part, progress: Progress | None, limits: Limits) -> bool:
    """Fetch what is missing. Returns whether the file was pieced together from more than one answer."""
    note, have = part.note(), part.size
    if note is None or note.link != link:
        note, have = None, 0
    if note is not None and have and note.total == have:
        return True
    headers = {}
    if note is not None and have:
        headers["Range"] = f"bytes={have}-"
        if note.validator:
            headers["If-Range"] = note.validator
    with opened(link, headers, limits) as answer:
        if answer.status == 200:  # noqa: PLR2004 - the whole: a first answer, another file by now, or no ranges here.
            note, have = _Note(link, _validator(answer), answer.length), 0
            _refuse_large(note.total, limits)
            part.start(note)
        elif note is None or not have or not _continues(answer, note, have):
            part.discard()
            raise TransferError("the server answers with another part of the file than was asked for")
        done = _append(answer, part, have, note.total, progress=progress, limits=limits)
    if note.total is None:
        part.note_file.write_text(json.dumps(asdict(_Note(link, note.validator, done))), encoding="utf-8")
    elif done != note.total:
        if done > note.total:
            part.discard()
        raise TransferError(f"it ended at byte {done} of {note.total}")
    return have > 0


def _append(
    answer: Answer, part: _Part, have: int, total: int | None, *, progress: Progress | None, limits: Limits
) -> int:
    done = have
    with part.file.open("ab" if have else "wb") as out:
        for chunk in answer.chunks:
            done += len(chunk)
            if done > limits.max_bytes:
                break
            out.write(chunk)
            if progress is not None:
                progress(done, total)
        out.flush()
        os.fsync(out.fileno())
    if done > limits.max_bytes:
        part.discard()
    _refuse_large(done, limits)
    return done


def _refuse_large(size: int | None, limits: Limits) -> None:
    if size is not None and size > limits.max_bytes:
        raise TransferError(f"it is larger than {limits.max_bytes} bytes", permanent=True)


def _validator(answer: Answer) -> str:
    etag = answer.headers.get("ETag", "")
    # A weak one says that two files mean the same, not that they are the same bytes (RFC 9110, 13.1.5).
    return etag if etag and not etag.startswith("W/") else answer.headers.get("Last-Modified", "")


def _continues(answer: Answer, note: _Note, have: int) -> bool:
    """Tell whether the bytes that come follow ours, in the same file."""
    found = re.fullmatch(r"bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\*)", answer.headers.get("Content-Range", ""))
    if answer.status != 206 or found is None or int(found[1]) != have:  # noqa: PLR2004 - partial content.
        return False
    same_total = found[2] == "*" or note.total is None or int(found[2]) == note.total
    return same_total and _validator(answer) in ("", note.validator)
