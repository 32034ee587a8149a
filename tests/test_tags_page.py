"""The page on inline tags tells what becomes of them: its example is drafted, and its lines are those of entries."""

import os
import re
from pathlib import Path

import pytest

from tests import ready
from tests.programs import needs
from translate.core.entries.comments import GuessedTags, parse
from translate.core.entries.taglines import DoubtfulTag
from translate.core.placing.placed import Doubt

PAGE = (Path(__file__).parent.parent / "docs" / "tags.md").read_text("utf-8")


def fenced(language):
    return re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[1]


@needs("apertium")
def test_the_example_is_drafted_as_it_is_shown(tmp_path, own_home):
    for folder in ("articles", "glossaries"):
        (tmp_path / folder).mkdir()
    settings = '[project]\nname = "News"\nsource = "en"\nlocales = ["es"]\n'
    (tmp_path / "newsdesk.toml").write_text(settings + fenced("toml"), "utf-8")
    (tmp_path / "articles/page.html").write_text(fenced("html"), "utf-8")
    done = ready.run(["draft", "--engine", "apertium"], cwd=tmp_path, env=os.environ)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "locales/es/LC_MESSAGES/page.po").read_text("utf-8")
    assert fenced("po") in re.sub(r"(?m)^#(\. MT)?: .*\n", "", text)


LINES = re.findall(r"^\| `(Tags: [^`]*)`", PAGE, re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_the_page_explains_is_one_of_an_entry(line):
    told = parse(line)
    assert isinstance(told, DoubtfulTag | GuessedTags)
    assert str(told) == line


def test_the_page_explains_each_kind_of_line():
    doubts = {told.doubt for line in LINES if isinstance(told := parse(line), DoubtfulTag)}
    assert doubts == {*Doubt}
    assert GuessedTags() in map(parse, LINES)
