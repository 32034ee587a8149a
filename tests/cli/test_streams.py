"""Whatever is wrong with stdout, stderr or the locale: the work is done, and it is told as far as that can be."""

import errno
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Newsroom
from translate.cli import main, newsdesk
from translate.cli.project import Display
from translate.cli.streams import Outlet, Printing
from translate.core.text.showing import in_charset

ROOT = Path(__file__).parents[2]
SAYING = [
    "--help", "--version", "articles mv articles/ferry.txt articles/boat.txt --dry-run", "check --format csv",
    "check --format github", "check --json", "completion bash", "confirm", "doctor", "draft", "draft --json", "export",
    "glossary --help", "init ../second --locale et", "memory stats", "models list", "nightly", "nightly --json",
    "restore", "status", "status --json",
]  # fmt: skip
"""Lines that print something in the newsroom below, one of each command at least."""


@pytest.fixture
def drafted(newsroom, monkeypatch):
    """A newsroom with a draft; called with a line, and what stdout and stderr are, tells the exit code."""
    newsroom.run("draft")

    def run(line, out="/dev/null", err="/dev/null", **more):
        with (
            os.fdopen(out, "w", **more) if isinstance(out, int) else Path(out).open("w", **more) as stdout,
            Path(err).open("w") as stderr,
            monkeypatch.context() as patch,
        ):
            patch.setattr(sys, "stdout", stdout)
            patch.setattr(sys, "stderr", stderr)
            with pytest.raises(SystemExit) as left:
                main(line.split())
        return left.value.code

    run.desk = newsroom
    return run


def test_a_full_disk_behind_stdout_is_an_error_of_the_disk(drafted, tmp_path):
    for line in SAYING:
        code = drafted(line, out="/dev/full", err=tmp_path / "err")
        told = (tmp_path / "err").read_text("utf-8")
        assert (line, code, told.count("No space left on device"), "Traceback" in told) == (line, 2, 1, False)
        assert "the output cannot be written: No space left on device; all else is done" in told.splitlines()[-1]


def test_a_reader_that_has_left_is_no_trouble(drafted, tmp_path):
    for line in ("status", "status --json", "nightly", "--help"):
        reader, writer = os.pipe()
        os.close(reader)
        assert (line, drafted(line, out=writer, err=tmp_path / "err")) == (line, 141)
        assert "pipe" not in (tmp_path / "err").read_text("utf-8")


def test_a_night_that_cannot_print_has_done_its_work(drafted, tmp_path):
    drafted.desk.write("articles/new.txt", "New\n\nThis has come in.\n")
    assert drafted("nightly", out="/dev/full", err=tmp_path / "err") == 2
    assert "This has come in." in drafted.desk.read("locales/et/LC_MESSAGES/new.po")
    assert "1 PO file made" in drafted.desk.read("reports/morning.txt")
    assert json.loads(drafted.desk.run("status", "--last-run", "--json").out)["exit_code"] == 0
    events = [json.loads(line)["event"] for line in (tmp_path / "err").read_text("utf-8").splitlines()]
    assert events[-2:] == ["ended", "failed"]


def test_why_a_command_has_not_worked_outweighs_where_it_cannot_say_so(drafted, tmp_path):
    assert drafted("draft --engine nobody", out="/dev/full", err=tmp_path / "err") == 2
    assert (tmp_path / "err").read_text("utf-8").startswith("newsdesk: no engine called “nobody”")


@pytest.mark.parametrize("line", ["nightly", "check", "draft --engine nobody", "nonsense"])
def test_a_full_disk_behind_stderr_changes_no_exit_code(drafted, line):
    assert drafted(line, err="/dev/full") == drafted(line)


def test_a_terminal_that_goes_away_under_the_bars_stops_nothing(monkeypatch):
    window, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        with Printing(), Display(click.Context(newsdesk), "Reading") as shown:
            shown.announce("Drafting", 2)(1)
            os.close(window)
            shown.announce("Checking", 1)(1)
            shown.write("This is said to nobody.\n")
            assert sys.stderr.failure.errno == errno.EIO


def test_an_outlet_waits_for_a_reader_that_is_slow():
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    with os.fdopen(writer, "w") as stream:
        text = "õ" * 100_000
        program = "import sys; sys.stdout.write(str(len(sys.stdin.buffer.read())))"
        slow = subprocess.Popen([sys.executable, "-c", program], stdin=reader, stdout=subprocess.PIPE)
        os.close(reader)
        outlet = Outlet(stream, "utf-8")
        outlet.write(text)
        outlet.flush()
    assert slow.communicate()[0] == b"200000"
    assert outlet.failure is None


def test_no_file_gets_the_number_of_a_stream_that_was_closed(tmp_path):
    program = (
        "log = open('log', 'w', buffering=1); import os; from translate.cli.streams import Printing\n"
        "with Printing(): print(os.open('.', 0), file=log)"
    )
    shell = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", program]
    assert subprocess.run(shell, cwd=tmp_path, check=False).returncode == 0
    assert int((tmp_path / "log").read_text()) > 2


@pytest.mark.parametrize("own", [io.StringIO(), io.TextIOWrapper(io.BytesIO())], ids=["text", "bytes"])
def test_who_has_put_a_stream_of_their_own_there_keeps_it(monkeypatch, own):
    monkeypatch.setattr(sys, "stdout", own)
    with Printing():
        assert sys.stdout is own


@pytest.mark.parametrize(
    ("charset", "shown"),
    [
        ("utf-8", "“Põhja” → Київ … €[U+DCFF]"),
        ("iso-8859-15", '"Põhja" -> ???? ... €[U+DCFF]'),
        ("iso-8859-1", '"Põhja" -> ???? ... ?[U+DCFF]'),
        ("ascii", '"P?hja" -> ???? ... ?[U+DCFF]'),
    ],
)
def test_a_sign_that_the_terminal_has_not_got_is_shown_plainly(charset, shown):
    assert in_charset("“Põhja” → Київ … €\udcff", charset).decode(charset) == shown


def test_what_programs_read_is_utf_8_at_every_terminal(drafted, tmp_path):
    drafted.desk.write("glossaries/et.csv", "source,target\nferry,tõld\n")
    for line in ("check --json", "check --format csv", "check --format github"):
        told = {charset: printed(drafted, tmp_path, line, charset) for charset in ("utf-8", "ascii", "iso-8859-1")}
        assert "tõld" in told["utf-8"].decode()
        assert set(told.values()) == {told["utf-8"]}


def test_what_people_read_is_in_their_terminals_charset(drafted, tmp_path):
    drafted.desk.write("glossaries/et.csv", "source,target\nferry,tõld\n")
    shown = {charset: printed(drafted, tmp_path, "check", charset).decode(charset) for charset in ("utf-8", *PLAINER)}
    assert "“ferry”" in shown["utf-8"]
    assert {charset: re.search('"ferry".*?"(t.ld)"', shown[charset])[1] for charset in PLAINER} == PLAINER


PLAINER = {"ascii": "t?ld", "iso-8859-1": "tõld", "iso-8859-15": "tõld", "koi8-r": "t?ld"}


def printed(drafted, tmp_path, line, charset):
    drafted(line, out=tmp_path / "out", encoding=charset)
    return (tmp_path / "out").read_bytes()


def test_what_turns_a_line_around_is_told_as_its_code_wherever_somebody_reads(newsroom):
    newsroom.write(
        "articles/turned.txt", "It \u202esi\u202c cold\n\nIt \u2066is\u2069 cold\u2028, \u202esi\u202c it not?\n"
    )
    night = newsroom.run("nightly", "--json")
    lines = (
        "check",
        "check --json",
        "check --format github",
        "status --worst 9",
        "status --worst 9 --json",
        "draft -v",
    )
    told = [night.out, night.err, *(newsroom.run(*line.split()).out for line in lines)]
    told += [newsroom.read(f"reports/morning.{kind}") for kind in ("html", "json", "txt")]
    assert [text for text in told if set(text) & set("\u202e\u202c\u2066\u2069\u2028")] == []
    assert "It \\u202esi\\u202c cold" in told[3]
    assert "It [U+202E]si[U+202C] cold" in newsroom.read("reports/morning.html").replace("<wbr>", "")


HARD = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""A locale that knows ASCII only, where Python may not help itself."""


def under(environment, newsroom, line):
    """Run the command as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    program = [sys.executable, "-m", "translate", *line.split()]
    environment = kept | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(program, cwd=newsroom.root, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("environment", [HARD, {"PYTHONIOENCODING": "ascii"}], ids=["hard C", "Python's own word"])
def test_under_a_locale_without_our_letters_a_command_works_and_says_what_it_can(newsroom, environment):
    done = under(environment, newsroom, "draft articles/põhja.txt")
    assert (done.returncode, done.stderr.decode("ascii")) == (
        2,
        "newsdesk: articles/p?hja.txt: there is no such file or folder\n",
    )


def test_a_night_leaves_the_same_files_under_every_locale(newsroom, tmp_path):
    newsroom.write("articles/põhja.txt", "Põhja\n\nHere “Jõgi” lives.\n")
    other = Newsroom(tmp_path / "other", None)
    shutil.copytree(newsroom.root, other.root)
    here, there = newsroom.run("nightly").code, under(HARD, other, "nightly").returncode
    assert (here, there) == (0, 0)
    assert untimed(other.files()) == untimed(newsroom.files())
    assert "articles/põhja.txt" in other.read("locales/et/LC_MESSAGES/pohja.po")


def untimed(files):
    """The files without times and numbers of runs."""
    return {name: re.sub(rb"[0-9a-f]{32}|[0-9]+", b"#", data) for name, data in files.items()}


def test_a_shell_is_answered_with_names_as_they_are_under_every_locale(newsroom):
    newsroom.write("articles/põhja.txt", "Põhja\n\nHere.\n")
    asked = {"_NEWSDESK_COMPLETE": "bash_complete", "COMP_WORDS": "newsdesk draft articles/p", "COMP_CWORD": "2"}
    assert under(HARD | asked, newsroom, "").stdout.decode() == "plain,articles/põhja.txt\n"
