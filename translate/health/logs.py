"""A night's log: one JSON object a line for machines, short lines for a person at a terminal."""

from __future__ import annotations

import contextlib
import logging
import os
import time
import traceback
from dataclasses import asdict
from typing import Any, Protocol

from translate.core.results.night import LocaleFigures, Phase, RunRecord
from translate.core.results.summary import ExitCode, Trouble
from translate.core.text.showing import as_json, in_a_line
from translate.errors import NewsdeskError


class Stream(Protocol):
    """Where lines can go."""

    def write(self, text: str, /) -> object:
        """Take a part of a line."""

    def flush(self) -> object:
        """Hold nothing back."""

    def fileno(self) -> int:
        """The number that the operating system has for it; an OSError where it has none."""


def run_log(run_id: str, *, stream: Stream | None, terminal: bool) -> logging.Logger:
    """A log that cannot stop a run: where a line cannot be written it is lost, and the run goes on.

    Args:
        run_id: Stands in every JSON line, as ``run``.
        stream: Where the lines go, stderr as a rule; None for nowhere, as ``sys.stderr`` is where the shell closed it.
        terminal: Whether a person reads along: lines of plain text instead of JSON.

    Returns:
        A logger of its own, which no setting of the process reaches. Each JSON line has ``time`` (RFC 3339, UTC),
        ``level``, ``message``, ``run`` and whatever ``extra`` has; a traceback stands in ``traceback``.
    """
    logger = logging.Logger("newsdesk", logging.INFO)  # noqa: LOG001  Nobody else shall get hold of it.
    handler = logging.NullHandler() if stream is None else _Unfailing(stream)
    handler.setFormatter(_ForPeople() if terminal else _for_machines(run_id))
    logger.addHandler(handler)
    return logger


def tell(log: logging.Logger, event: RunRecord | Phase | Trouble) -> None:
    """Log that a run begins or has ended, that one of its phases is over, or what it could not do."""
    match event:
        case RunRecord(ended=None):
            _started(log, event)
        case RunRecord():
            _ended(log, event)
        case Phase():
            _phase_ended(log, event)
        case Trouble():
            _trouble(log, event)


def failed(log: logging.Logger, error: NewsdeskError) -> None:
    """Log why there was no run, or no more of it: a trouble that we foresaw."""
    log.error("%s", error, extra={"event": "failed", "path": error.path, "line": error.line})


def stopped(log: logging.Logger, message: str) -> None:
    """Log that somebody stopped the run."""
    log.warning("%s", message, extra={"event": "stopped"})


def bug(log: logging.Logger, error: BaseException) -> None:
    """Log what escaped from the run, with its traceback."""
    told = "".join(traceback.format_exception(error))
    log.critical(
        "this is a bug in newsdesk, please report it: %s",
        type(error).__name__,
        extra={"event": "bug", "traceback": told},
    )


def _started(log: logging.Logger, record: RunRecord) -> None:
    log.info(
        "run %d began, newsdesk %s",
        record.number,
        record.version,
        extra={"event": "started", "number": record.number, "version": record.version},
    )


def _phase_ended(log: logging.Logger, phase: Phase) -> None:
    done = "; ".join(f"{what} {count:,}" for what, count in phase.counts.items())
    log.info(
        "%s took %.1f s%s",
        phase.name,
        phase.seconds,
        done and f": {done}",
        extra={
            "event": "phase_ended",
            "phase": phase.name,
            "seconds": round(phase.seconds, 3),
            "counts": dict(phase.counts),
        },
    )


def _trouble(log: logging.Logger, found: Trouble) -> None:
    extra = {"event": "trouble", "path": found.path, "line": found.line}
    if found.traceback:
        extra["traceback"] = found.traceback
    log.warning("%s", found.message, extra=extra)


def _ended(log: logging.Logger, record: RunRecord) -> None:
    code = record.exit_code
    left = record.words_left if record.locales else None  # A run that was stopped has not counted them.
    log.log(
        logging.INFO if code in {ExitCode.CLEAN, ExitCode.FINDINGS} else logging.WARNING,
        "run %d ended after %.1f s with exit code %s%s",
        record.number,
        record.seconds,
        "unknown" if code is None else int(code),
        "" if left is None else f", {left:,} words left",
        extra={
            "event": "ended",
            "number": record.number,
            "exit_code": None if code is None else int(code),
            "seconds": round(record.seconds, 3),
            "unfinished": record.unfinished,
            "troubles": len(record.troubles),
            "words_left": left,
            "locales": {figures.locale: _figures(figures) for figures in record.locales},
        },
    )


def _figures(figures: LocaleFigures) -> dict[str, Any]:
    """All that is known of a locale, in one flat object."""
    table = asdict(figures)
    counts: dict[str, Any] = table.pop("counts")
    del table["locale"]
    return counts | table


def _for_machines(run_id: str) -> logging.Formatter:
    from pythonjsonlogger.json import JsonFormatter

    formatter: logging.Formatter = JsonFormatter(
        ["asctime", "levelname", "message"],
        rename_fields={"asctime": "time", "levelname": "level"},
        static_fields={"run": run_id},
        json_serializer=as_json,
    )
    formatter.converter = time.gmtime
    formatter.default_time_format = "%Y-%m-%dT%H:%M:%S"
    formatter.default_msec_format = "%s.%03dZ"
    return formatter


class _ForPeople(logging.Formatter):
    """One short line a message; a traceback below it, set in, so that no line of it looks like one of ours."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"newsdesk: {in_a_line(record.getMessage())}"
        told: str | None = getattr(record, "traceback", None)
        return line + "".join(f"\n    {in_a_line(part)}" for part in (told or "").splitlines())


class _Unfailing(logging.Handler):
    """Writes lines whole where it can, and never raises."""

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream
        self._torn = False
        """Whether the last line was cut off: the next one must not go on where it ended."""

    def emit(self, record: logging.LogRecord) -> None:
        # Whatever is wrong with a line or with where it goes, the run is worth more.
        with contextlib.suppress(Exception):
            line = self.format(record) + "\n"
            try:
                descriptor = self._stream.fileno()
            except (AttributeError, OSError, ValueError):  # In memory, as tests have it; or closed.
                self._stream.write(line)
                self._stream.flush()
            else:
                self._write(descriptor, line.encode("utf-8", "backslashreplace"))

    def _write(self, descriptor: int, line: bytes) -> None:
        # Past Python's buffers: they do not say how much of a line got through, and hold the rest back for later.
        with contextlib.suppress(OSError):
            self._stream.flush()
        rest = b"\n" + line if self._torn else line
        while rest:
            written = os.write(descriptor, rest)
            self._torn = written < len(rest)
            rest = rest[written:]
