"""What every command does when things go wrong."""

import pytest

import translate.cli
from translate import settings


def test_outside_a_project_the_sentence_says_what_to_do(empty_folder):
    ran = empty_folder.run("draft")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("newsdesk: there is no newsdesk.toml")


def test_a_config_elsewhere_is_used_and_a_missing_one_told(newsroom, monkeypatch):
    monkeypatch.chdir("/")
    assert newsroom.run("--config", str(newsroom.root / "newsdesk.toml"), "draft").code == 0
    ran = newsroom.run("--config", "/nowhere/newsdesk.toml", "draft")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_every_wrong_setting_is_a_line_of_its_own(newsroom):
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml") + "speed = 11\n[poo]\n")
    ran = newsroom.run("draft")
    assert ran.code == 2
    assert [line.startswith("newsdesk: ") for line in ran.err.splitlines()] == [True, True]


@pytest.mark.parametrize("arguments", [["bogus"], ["draft", "--bogus"], ["models", "install", "a", "b", "c"]])
def test_wrong_usage_leaves_with_2(newsroom, arguments):
    ran = newsroom.run(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_bug_leaves_with_3_and_a_traceback(newsroom, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(settings, "load", broken)
    ran = newsroom.run("status")
    assert ran.code == 3
    assert "ZeroDivisionError: planted" in ran.err
    assert "bug in newsdesk" in ran.err


def test_ctrl_c_is_one_line(newsroom, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(settings, "load", interrupted)
    ran = newsroom.run("status")
    assert (ran.code, len(ran.err.strip().splitlines())) == (130, 1)


def test_without_a_command_it_shows_help(empty_folder):
    ran = empty_folder.run()
    assert ran.code == 2
    assert all(name in ran.out + ran.err for name in translate.cli.COMMANDS)
