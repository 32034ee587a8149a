"""``newsdesk glossary check``, from the outside."""

import json

import pytest

import translate.cli
from translate.workflow import usage

ET = "glossaries/et.csv"


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


def test_doubtful_rows_are_told_by_file_and_line_and_make_the_exit_code_1(newsroom):
    newsroom.write(ET, "source,target\nferry,praam\nand,ja\n")
    ran = newsroom.run("glossary", "check", "et")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"{ET}:3: warning: source “and” is a word of every text, and each would change; delete the row [common-word]",
        "1 warning in 2 rows of 1 file.",
    ]


def test_a_note_alone_is_no_finding(newsroom):
    newsroom.write(ET, "source,target\n ferry,praam\n")
    ran = newsroom.run("glossary", "check", "et")
    assert (ran.code, ran.out) == (0, "Nothing to look at in 1 row of 1 file; --verbose has 1 note more.\n")
    assert "[spaces-around]" in newsroom.run("glossary", "check", "et", "--verbose").out


def test_what_is_put_right_is_shown(newsroom):
    newsroom.write(ET, "source,target\n ferry,praam\n")
    ran = newsroom.run("glossary", "check", "--fix")
    assert ran.code == 0
    assert "- ferry,praam\n+ferry,praam\n" in ran.out
    assert newsroom.read(ET) == "source,target\nferry,praam\n"


def test_machines_get_one_object(newsroom):
    newsroom.write(ET, "source,target\nand,ja\n")
    ran = newsroom.run("glossary", "check", "et", "--json")
    (file,) = json.loads(ran.out)["files"]
    assert [one["rule"] for one in file["findings"]] == ["common-word"]


def test_where_po_files_are_very_many_how_rows_are_used_is_looked_at_on_demand(newsroom, monkeypatch):
    newsroom.run("draft")
    assert newsroom.run("glossary", "check").err == ""
    monkeypatch.setattr(usage, "AT_ONCE", 0)
    asked = "newsdesk: how rows are used was not looked at in 1 PO file; --use does, and takes longer\n"
    assert newsroom.run("glossary", "check").err == asked
    assert [newsroom.run("glossary", "check", option).err for option in ("--use", "--no-use", "--quiet")] == [""] * 3
