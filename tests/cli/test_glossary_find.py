"""``newsdesk glossary find``, from the outside."""

import json

import pytest

import translate.cli


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


def test_the_places_of_a_term_are_shown(newsroom):
    newsroom.run("draft")
    ran = newsroom.run("glossary", "find", "ferry", "--locale", "et")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("et: ferry = praam (glossaries/et.csv line 3)\n    2 mentions in 1 PO file")
    assert "locales/et/LC_MESSAGES/ferry.po:" in ran.out


def test_machines_get_one_object(newsroom):
    newsroom.run("draft")
    told = json.loads(newsroom.run("glossary", "find", "ferry", "--json").out)
    assert [(found["locale"], found["counts"]["mentions"]) for found in told["locales"]] == [("et", 2)]


def test_a_file_that_cannot_be_read_is_told(newsroom):
    newsroom.run("draft")
    newsroom.write("locales/et/LC_MESSAGES/ferry.po", "msgid broken\n")
    ran = newsroom.run("glossary", "find", "ferry")
    assert ran.code == 4
    assert "locales/et/LC_MESSAGES/ferry.po" in ran.err


def test_nothing_is_no_term(newsroom):
    ran = newsroom.run("glossary", "find", " ")
    assert ran.code == 2
    assert "TERM is empty; which one is it?" in ran.err
