import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ready
from tests.programs import needs


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_newsdesk_and_hears_no_complaints(empty_folder, shell):
    ran = empty_folder.run("completion", shell)
    assert (ran.code, "_NEWSDESK_COMPLETE" in ran.out) == (0, True)
    assert ran.out.count("2>/dev/null)") == 1


def completed(*words, cwd=None, **environment):
    """What newsdesk tells a shell when Tab is pressed behind the last word."""
    typed = {
        "_NEWSDESK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["newsdesk", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = ready.run([], cwd=cwd or Path.cwd(), env={**os.environ, **typed, **environment})
    assert done.stderr == ""
    return done.stdout.split()


def test_the_shell_is_told_the_commands():
    assert completed("dr") == ["plain,draft"]


@pytest.fixture
def desk(newsroom):
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml").replace('["et"]', '["et", "es", "pt_BR"]'))
    newsroom.write("articles/train.txt", "Train\n\nLong.\n")
    newsroom.write("shows/channel.csv", "name\nIslanders\n")
    newsroom.write("locales/et/LC_MESSAGES/ferry.po", 'msgid ""\nmsgstr ""\n')
    return newsroom.root


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["draft", "--locale", ""], ["plain,et", "plain,es", "plain,pt_BR"]),
        (["draft", "--locale", "e"], ["plain,et", "plain,es"]),
        (["draft", "--locale", "et", "--locale", "e"], ["plain,es"]),
        (["nightly", "--engine", "a"], ["plain,auto", "plain,apertium", "plain,argos"]),
        (["draft", "articles/"], ["plain,articles/ferry.txt", "plain,articles/train.txt"]),
        (["export", "articles/t"], ["plain,articles/train.txt"]),
        (["check", "loc"], ["plain,locales/et/LC_MESSAGES/ferry.po"]),
        (["draft", "s"], ["plain,shows", "plain,shows/channel.csv"]),
        (["export", "shows/"], ["plain,shows/channel.csv"]),
        (["shows", ""], ["plain,sync"]),
        (["shows", "sync", "--locale", "p"], ["plain,pt_BR"]),
        (["draft", "elsewhere/"], ["file,elsewhere/"]),
        (["memory", "search", "--locale", "p"], ["plain,pt_BR"]),
        (["glossary", "suggest-forms", "--locale", "p"], ["plain,pt_BR"]),
        (["status", "--color", "n"], ["plain,never"]),
    ],
    ids=" ".join,
)
def test_the_shell_is_told_what_the_project_has(desk, words, offered):
    assert completed(*words, cwd=desk) == offered


def test_the_shell_is_told_the_pairs_of_the_packages(sample_packages, tmp_path):
    assert completed("models", "remove", "", cwd=tmp_path) == ["plain,en"]
    assert completed("models", "remove", "en", "", cwd=tmp_path) == ["plain,et"]


def test_below_the_project_articles_are_offered_as_they_are_typed_there(desk):
    assert completed("draft", "fe", cwd=desk / "articles") == ["plain,ferry.txt"]


@pytest.mark.parametrize("settings", [None, "[project", "[project]\nname = 5\n"])
def test_where_a_project_cannot_be_used_files_are_offered_at_most_and_nothing_is_said(desk, settings):
    if settings is None:
        Path(desk, "newsdesk.toml").unlink()
    else:
        Path(desk, "newsdesk.toml").write_text(settings)
    assert completed("draft", "--locale", "", cwd=desk) == []
    assert completed("draft", "art", cwd=desk) == ["file,art"]


@pytest.mark.parametrize("fault", ["KeyboardInterrupt", "RuntimeError('a bug')", "SystemExit(5)"])
def test_neither_ctrl_c_nor_a_bug_says_anything_to_who_types(desk, fault):
    program = f"""
import translate.settings
from translate.cli import main
def load(*_): raise {fault}
translate.settings.load = load
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "_NEWSDESK_COMPLETE": "zsh_complete",
            "COMP_WORDS": "newsdesk draft --locale ",
            "COMP_CWORD": "3",
        },
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


@needs("bash")
def test_bash_completes_a_locale(desk, tmp_path):
    script = """
complete() { :; }
eval "$(newsdesk completion bash)"
COMP_WORDS=(newsdesk draft --locale p); COMP_CWORD=3
_newsdesk_completion newsdesk
echo "${COMPREPLY[@]}"
"""
    newsdesk = tmp_path / "bin" / "newsdesk"
    newsdesk.parent.mkdir()
    newsdesk.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m translate "$@"\n')
    newsdesk.chmod(0o755)
    done = subprocess.run(
        [shutil.which("bash"), "-c", script],
        env={**os.environ, "PATH": f"{newsdesk.parent}:{os.environ['PATH']}"},
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("pt_BR\n", "")
