"""What all commands have in common: options for the output, examples, --json, progress."""

import io
import json
import shlex
import subprocess
import sys

import pytest

from tests.terminal import Terminal, run, seen, typed
from tests.test_house import HEAVY
from translate.cli import newsdesk
from translate.cli.command import colors_wanted


def every_command(group=newsdesk, path=()):
    yield path, group
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "commands"):
            yield from every_command(command, (*path, name))
        else:
            yield (*path, name), command


OURS = dict(every_command())
LEAVES = {path: command for path, command in OURS.items() if not hasattr(command, "commands")}


@pytest.mark.parametrize("path", sorted(OURS), ids="-".join)
def test_every_command_has_examples_that_can_be_typed(path):
    assert OURS[path].examples
    for _, line in OURS[path].examples:
        program, *words = shlex.split(line.partition(" > ")[0])
        assert program == "newsdesk"
        command = newsdesk
        while hasattr(command, "get_command"):
            command = command.get_command(None, words.pop(0))
            assert command is not None, line
        if "--help" not in words and "init" not in line:
            command.make_context(command.name, words)


@pytest.mark.parametrize("path", sorted(LEAVES), ids="-".join)
def test_every_command_speaks_to_machines_too(path):
    assert "--json" in {option for parameter in LEAVES[path].params for option in parameter.opts}


ALWAYS, NEVER = ["--color", "always"], ["--color", "never"]


@pytest.mark.parametrize(
    ("before", "behind", "environment", "width", "colors"),
    [
        ([], [], {}, 80, True),
        ([], [], {}, None, False),
        ([], [], {"NO_COLOR": "1"}, 80, False),
        ([], [], {"NO_COLOR": ""}, 80, True),
        ([], [], {"TERM": "dumb"}, 80, False),
        ([], [], {"FORCE_COLOR": "1"}, None, True),
        ([], [], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, None, False),
        (ALWAYS, [], {"NO_COLOR": "1"}, None, True),
        ([], ALWAYS, {}, None, True),
        (NEVER, [], {"FORCE_COLOR": "1"}, 80, False),
        ([], NEVER, {}, 80, False),
        (ALWAYS, NEVER, {}, 80, False),
        (ALWAYS, ["--color", "auto"], {}, None, False),
    ],
)
@pytest.mark.parametrize("command", [["doctor"], ["draft", "--help"], ["draft", "--locale", "ett"]], ids=" ".join)
def test_colors_come_where_they_are_wanted(  # noqa: PLR0917  As many as a case has.
    command, before, behind, environment, width, colors
):
    head, *options = command
    _, out, err = run([[*before, head, *behind, *options]], width=width, environment=environment)
    assert out + err
    assert ("\x1b[" in out + err) is colors


def test_the_environment_says_nothing_as_a_rule():
    assert colors_wanted({}) is None


@pytest.mark.parametrize("arguments", [["-q", "doctor"], ["doctor", "-q"], ["doctor", "--quiet"]], ids=" ".join)
def test_options_of_every_command_stand_before_its_name_or_behind_it(arguments):
    _, out, _ = run([arguments], width=None)
    assert {line.split()[0] for line in out.splitlines()} == {"!!"}


def test_a_quiet_run_that_is_clean_says_nothing(newsroom):
    for command in ("draft", "doctor", "nightly", "export"):
        ran = newsroom.run(command, "--quiet", *(["--allow-drafts"] if command == "export" else []))
        told = [line for line in ran.err.splitlines() if not line.startswith('{"time"')]
        assert (ran.out, told) == ("", [])


def test_more_is_said_of_many_files_and_of_each_flagged_term(newsroom):
    for number in range(31):
        newsroom.write(f"articles/a{number}.txt", "Train\n\nIt is late.\n")
    newsroom.run("draft")
    assert ".po" not in newsroom.run("draft").out
    assert newsroom.run("draft", "--verbose").out.count(".po ") == 32


def test_what_a_memory_file_holds_is_told_to_machines(newsroom):
    assert json.loads(newsroom.run("memory", "export", "m.tmx", "--json").out) == {
        "file": "m.tmx",
        "units": 0,
        "left_out": 0,
    }


# --- while a command is at work -------------------------------------------------------------------------------------


WORKING = [
    ["check"],
    ["doctor"],
    ["draft"],
    ["export"],
    ["glossary", "suggest-forms", "--locale", "et"],
    ["memory", "stats"],
    ["models", "verify"],
    ["nightly"],
    ["status"],
    ["status", "--worst", "3"],
]


@pytest.mark.parametrize("arguments", WORKING, ids=" ".join)
def test_the_first_sign_of_life_waits_for_nothing_heavy(newsroom, arguments):
    program = f"""
import io, sys
class Stderr(io.StringIO):
    loaded = None
    def isatty(self): return True
    def write(self, text):
        if super().write(text) and self.loaded is None:
            self.loaded = [text.strip(), [name for name in {HEAVY!r} if name in sys.modules]]
        return len(text)
sys.stderr = said = Stderr()
from translate.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
sys.__stderr__.write(repr(said.loaded))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=newsroom.root, capture_output=True, text=True, check=True
    )
    first, loaded = eval(done.stderr)  # noqa: S307  Our own repr.
    assert ("…" in first, loaded) == (True, [])


def test_a_draft_run_splits_sentences_without_what_validates_rules(newsroom):
    program = """
import sys
from translate.cli import main
try:
    main(["draft", "--quiet"])
except SystemExit:
    pass
print([name for name in ("xmlschema", "elementpath") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=newsroom.root, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert [name for name in newsroom.files() if name.endswith(".po")]


UNASKED = (
    "pydantic",
    "argostranslate.package",
    "http.client",
    "urllib.request",
    "packaging",
    "statistics",
    "_strptime",
)
"""What takes long to load: what reads kept values, fetches packages, or does what the house can do in a line."""


def test_a_first_draft_loads_nothing_that_it_does_not_need(newsroom, sample_packages):
    # Where it takes long, what it has written is old enough at the end to be remembered, which reads kept values.
    program = f"""
import sys
from translate.cli import main
from translate.ledger import states
states.WINDOW = 10**15
try:
    main(["draft", "--quiet", "--engine", "argos"])
except SystemExit:
    pass
print([name for name in {UNASKED!r} if name in sys.modules], "ctranslate2" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=newsroom.root, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[] True"


def test_a_night_at_a_terminal_leaves_no_bar_behind_and_no_line_twice(newsroom):
    newsroom.write("articles/bad.txt", b"\0")
    code, sent = typed(["nightly"], newsroom.root, width=100)
    shown = [line.rstrip() for line in seen(sent) if line.strip()]
    assert code == 4
    assert "Drafting articles" in sent
    assert [line for line in shown if "━" in line or "Drafting" in line or "Reading" in line] == []
    places = [line for line in shown if ".po:" in line or line.startswith("newsdesk:")]
    assert len(places) == len(set(places)) > 3
    assert sum(line.startswith("newsdesk: articles/bad.txt") for line in shown) == 1


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_real_terminal_is_filled_and_not_overrun(newsroom, width):
    newsroom.write("articles/2026-11-19-ringvaade-islanders-get-their-library-back.txt", "Library\n\nIt is back.\n")
    newsroom.run("draft")
    code, sent = typed(["status"], newsroom.root, width=width)
    shown = [line for line in seen(sent) if line.strip()]
    assert code == 0
    assert max(map(len, shown)) <= width
    assert any("2026-11-19-ringvaade-islanders-get-their-library-back" in line for line in shown)
    assert "\x1b[" in sent


@pytest.mark.parametrize("option", ["--project", "--config"])
@pytest.mark.parametrize("name", ["", "newsdesk.toml"])
def test_a_project_is_named_by_its_folder_or_its_file_from_anywhere(newsroom, tmp_path, monkeypatch, option, name):
    monkeypatch.chdir(tmp_path)
    for words in ((option, str(newsroom.root / name), "status"), ("status", option, str(newsroom.root / name))):
        ran = newsroom.run(*words)
        assert (ran.code, ran.err) == (0, "")
    assert newsroom.run("status").code == 2


def test_what_is_set_ahead_of_the_command_and_behind_it_holds_together(newsroom):
    ahead, behind = "models.index=/none/a.json", f"models.index={newsroom.write('index.json', '[]')}"
    assert newsroom.run("--set", ahead, "models", "list", "--available").code == 2
    ran = newsroom.run("--set", ahead, "models", "list", "--available", "--set", behind)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("word", ["models.index", "=5", ""])
def test_a_word_that_sets_nothing_is_wrong_usage(newsroom, word):
    ran = newsroom.run("status", "--set", word)
    assert (ran.code, f"“{word}” sets nothing; write it as models.index=https://example.org/" in ran.err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        *(("status",), ("nightly",), ("draft",), ("doctor",), ("init", "desk"), ("--project", "desk", "status")),
        *(("--project", "{root}", "check", "a.po"), ("--project", "{root}", "export", "--output", "site")),
    ],
    ids=" ".join,
)
def test_who_stands_in_a_folder_that_was_removed_is_told(newsroom, monkeypatch, tmp_path_factory, words):
    gone = tmp_path_factory.mktemp("gone")
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = newsroom.run(*(word.format(root=newsroom.root) for word in words))
    sentence = "the folder that you stand in is not there any more; change to one that is"
    assert (ran.code, sentence in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_a_stopped_command_takes_its_sign_of_life_away(newsroom, monkeypatch):
    from translate import settings

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(settings, "load", interrupted)
    err = Terminal()
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    from translate.cli import main

    with pytest.raises(SystemExit):
        main(["status"])
    *_, last = [line for line in seen(err.getvalue()) if line.strip()]
    assert last.startswith("newsdesk: stopped")
