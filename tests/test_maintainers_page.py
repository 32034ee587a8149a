"""The pictures of docs/maintainers.md show what its commands print, and load nothing."""

import re

import pytest

from tests.programs import needs
from tools.pictures.__main__ import PAGE, PICTURES, drawn, steps, typed


@needs("apertium")
def test_the_pictures_of_the_terminal_are_what_the_commands_print(tmp_path):
    """Made anew by ``python -m tools.pictures``."""
    (tmp_path / "home").mkdir()
    for picture, command, printed, _ in typed(tmp_path):
        if picture:
            assert drawn(command, printed) == (PICTURES / f"{picture}.svg").read_text("utf-8"), command


def test_every_picture_is_shown_and_says_in_words_what_it_shows():
    text = PAGE.read_text("utf-8")
    shown = dict(re.findall(r"!\[([^\]]+)\]\((pictures/[^)]+)\)", text))
    assert {f"pictures/{path.name}" for path in PICTURES.iterdir()} == {*shown.values()}
    assert {picture for _, picture in steps(text) if picture} == {p.stem for p in PICTURES.glob("*.svg")}


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.svg")), ids=lambda path: path.name)
def test_a_picture_loads_nothing(path):
    text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "//" not in text
    assert "<script" not in text
