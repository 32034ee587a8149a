import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.health.records import ENDED, RECORD
from tests.patience import PATIENCE
from translate.core.results.night import Phase, RunRecord
from translate.core.results.summary import ExitCode, Trouble
from translate.errors import DocumentError
from translate.health import logs


def lines(event: RunRecord | Phase | Trouble, *, terminal: bool = False) -> str:
    stream = io.StringIO()
    logs.tell(logs.run_log("run-7", stream=stream, terminal=terminal), event)
    return stream.getvalue()


def logged(event: RunRecord | Phase | Trouble) -> dict[str, object]:
    """What a line says, without the time; the time is RFC 3339 in UTC, to the millisecond."""
    told: dict[str, object] = json.loads(lines(event))
    time = str(told.pop("time"))
    assert abs((datetime.now(UTC) - datetime.fromisoformat(time)).total_seconds()) < 60
    assert time.endswith("Z")
    assert time[-5] == "."
    return told


def test_a_phase_is_told_with_its_seconds_and_counts() -> None:
    assert logged(Phase("draft", 61.23456, {"articles": 1200, "drafted": 3})) == {
        "level": "INFO",
        "message": "draft took 61.2 s: articles 1,200; drafted 3",
        "run": "run-7",
        "event": "phase_ended",
        "phase": "draft",
        "seconds": 61.235,
        "counts": {"articles": 1200, "drafted": 3},
    }


def test_a_trouble_is_told_with_file_and_line() -> None:
    assert logged(Trouble("a.txt line 3: has no headline", "a.txt", 3)) == {
        "level": "WARNING",
        "message": "a.txt line 3: has no headline",
        "run": "run-7",
        "event": "trouble",
        "path": "a.txt",
        "line": 3,
    }


def test_a_run_is_told_as_it_begins_and_with_its_figures_as_it_ends() -> None:
    begun, over = logged(RECORD), logged(ENDED)

    assert (begun["event"], begun["number"], begun["run"]) == ("started", 12, "run-7")
    assert (over["event"], over["exit_code"], over["seconds"], over["words_left"]) == ("ended", 1, 300.123, 1234)
    assert over["locales"]["et"]["approved"] == 3  # type: ignore[index]
    assert over["locales"]["et"]["drafted"] == 17  # type: ignore[index]


def test_a_run_that_was_stopped_does_not_say_that_no_words_are_left() -> None:
    told = logged(replace(ENDED, locales=(), exit_code=ExitCode.TERMINATED))

    assert told["message"] == "run 12 ended after 300.1 s with exit code 143"
    assert (told["level"], told["words_left"]) == ("WARNING", None)


def test_a_bug_is_one_line_with_its_traceback_in_a_field() -> None:
    stream = io.StringIO()
    logs.bug(logs.run_log("run-7", stream=stream, terminal=False), caught(ZeroDivisionError("a\nnewsdesk: b")))

    told = json.loads(stream.getvalue())
    assert stream.getvalue().count("\n") == 1
    assert told["level"] == "CRITICAL"
    assert told["traceback"].startswith("Traceback (most recent call last):\n")
    assert told["traceback"].endswith("ZeroDivisionError: a\nnewsdesk: b\n")


def test_at_a_terminal_no_line_of_a_traceback_looks_like_ours() -> None:
    stream = io.StringIO()
    logs.bug(logs.run_log("run-7", stream=stream, terminal=True), caught(ZeroDivisionError("a\nnewsdesk: all is well")))

    first, *rest = stream.getvalue().splitlines()
    assert first == "newsdesk: this is a bug in newsdesk, please report it: ZeroDivisionError"
    assert rest
    assert all(line.startswith("    ") for line in rest)


def caught(error: Exception) -> Exception:
    try:
        raise error
    except type(error):
        return error


HOSTILE = st.text(st.characters() | st.sampled_from("\n\r\t\x1b\x7f\x85\x9b\u2028\u202e\ud800\udcff\U000e0041"))


@given(HOSTILE)
def test_no_text_forges_a_line_breaks_a_parser_or_drives_a_terminal(text: str) -> None:
    event = Trouble(text, path=text)
    for line in (lines(event), lines(event, terminal=True)):
        assert line.endswith("\n")
        assert line[:-1].isprintable()
        assert line.encode()
    told = json.loads(lines(event))
    shown = text.encode("utf-8", "backslashreplace").decode()
    assert (told["message"], told["path"]) == (shown, shown)
    assert told["run"] == "run-7"


def test_letters_of_all_languages_stay_readable() -> None:
    assert "Õhtu в Москве 🙂" in lines(Trouble("Õhtu в Москве 🙂"))
    assert lines(Trouble("Õhtu в Москве 🙂"), terminal=True) == "newsdesk: Õhtu в Москве 🙂\n"


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe as small as it can be, whose writing end does not wait."""
    import fcntl

    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 8192)
    os.set_blocking(writer, False)
    yield reader, writer
    os.close(reader)
    os.close(writer)


def test_a_full_pipe_costs_lines_and_never_half_of_one_beside_a_whole_one(pipe: tuple[int, int]) -> None:
    reader, writer = pipe
    with os.fdopen(writer, "w", closefd=False) as stream:
        log = logs.run_log("run-7", stream=stream, terminal=False)
        for number in range(5):
            logs.tell(log, Trouble("x" * 6000, line=number))
        before = os.read(reader, 100_000)
        logs.tell(log, Trouble("after", line=99))
    after = os.read(reader, 100_000)

    whole, torn = before.split(b"\n")
    assert json.loads(whole)["line"] == 0
    assert torn.startswith(b'{"time"')
    end, last = (before + after).splitlines()[1:]
    assert end == torn
    assert json.loads(last)["line"] == 99


def test_nobody_at_the_other_end_costs_nothing() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        logs.tell(logs.run_log("run-7", stream=stream, terminal=False), RECORD)
    logs.tell(logs.run_log("run-7", stream=stream, terminal=False), RECORD)  # It is closed by now.
    logs.tell(logs.run_log("run-7", stream=None, terminal=False), RECORD)


PROGRAM = """
import sys
from translate.core.results.summary import Trouble
from translate.errors import DocumentError
from translate.health import logs

log = logs.run_log("run-7", stream=sys.stderr, terminal=False)
for _ in range(3):
    logs.tell(log, Trouble("Õ\\udc80"))
logs.failed(log, DocumentError("x", path="a\\udc80", line=1))
sys.exit(4)
"""


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-", "2>/dev/null", "2>&1 | true"])
def test_a_log_that_cannot_be_written_does_not_change_the_exit_code(redirection: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    # The subshell has the code of the program, and not that of what reads its log.
    command = f'{{ "$0" -W error "$1"; echo $? >"$2"; }} {redirection}'

    subprocess.run(["sh", "-c", command, sys.executable, program, tmp_path / "code"], check=False, timeout=PATIENCE)

    assert (tmp_path / "code").read_text() == "4\n"


def test_what_we_foresaw_is_told_in_its_sentence() -> None:
    stream = io.StringIO()
    log = logs.run_log("run-7", stream=stream, terminal=False)
    logs.failed(log, DocumentError("has no headline", path="a.txt", line=1))
    logs.stopped(log, "stopped")

    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (first["level"], first["message"], first["line"]) == ("ERROR", "a.txt line 1: has no headline", 1)
    assert (second["level"], second["message"]) == ("WARNING", "stopped")
