"""What a person sees at a terminal of 60, 80 and 120 columns, with colours and without, and beside one."""

import re

import pytest

from tests.terminal import EXPECTED, WIDTHS, at_terminal, commands, golden, sections, without_colors
from translate.cli import newsdesk
from translate.reports.console import _columns as columns

NAMES = sorted(commands())
MACHINES = {"check-github", "completion"}
"""What a program reads has lines of any length."""
COPIED = re.compile(r"“newsdesk [^”\n]+”|“iconv [^”\n]+”|[^\s“”(]*/[^\s“”,;)]*[^\s“”,;:)]|--[a-z][a-z-]+")
"""What somebody copies out of a terminal: commands, paths and options."""


def held(name):
    return (EXPECTED / f"{name}.txt").read_text("utf-8")


def test_every_golden_file_has_its_command():
    assert sorted(path.stem for path in EXPECTED.glob("*.txt")) == NAMES


def test_every_command_has_its_golden_files():
    typed = [steps[-1] for steps in commands().values()]
    for path in set(every_command()):
        assert [*path, "--help"] in typed
        assert any(line[: len(path)] == list(path) and "--help" not in line for line in typed) or path in {
            (), ("glossary",), ("memory",), ("models",),
        }  # fmt: skip


def every_command(group=newsdesk, path=()):
    yield path
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        yield from every_command(command, (*path, name)) if hasattr(command, "commands") else [(*path, name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_terminal_with_colors_and_a_pipe_show_what_they_are_to_show(name):
    assert golden(name) == held(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_terminal_without_colors_shows_the_same(name):
    _, behind = without_colors(held(name)).split("=== 80 columns\n")
    assert "".join(at_terminal(name, 80, NO_COLOR="1")) == behind.split("=== 120 columns\n")[0]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_copied_is_broken_at_any_width(name):
    shown = sections(without_colors(held(name)))
    logged = re.compile('{"time"')
    copied = set(COPIED.findall("\n".join(line for line in shown["piped"] if not logged.match(line))))
    for width in WIDTHS:
        text = "\n".join(shown[f"{width} columns"])
        # A mail, which is what a pipe gets of a night, cuts what it has no room for.
        assert {one for one in copied if one not in text and not one.endswith("…")} == set()


@pytest.mark.parametrize("name", sorted({*NAMES} - MACHINES))
def test_a_line_is_wider_than_the_terminal_only_where_it_is_in_one_piece(name):
    shown = sections(without_colors(held(name)))
    for width in WIDTHS:
        wide = [line for line in shown[f"{width} columns"] if columns(line.replace("\\[", "[")) > width]
        broken = [line for line in wide if not in_one_piece(line)]
        assert broken == []


def in_one_piece(line):
    return "/" in line.split()[-1] or line.strip().startswith("newsdesk ")


@pytest.mark.parametrize("name", NAMES)
def test_no_line_ends_in_spaces(name):
    assert [line for line in held(name).splitlines() if line != line.rstrip() and line != "2> "] == []
