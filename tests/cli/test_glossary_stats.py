"""``newsdesk glossary stats``, from the outside."""

import json

import pytest

import translate.cli


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


def test_the_figures_are_shown(newsroom):
    newsroom.run("draft")
    before = newsroom.files()
    ran = newsroom.run("glossary", "stats")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("et: 2 rows\n    actions: keep 1, translate 1\n    files: glossaries/et.csv 2\n")
    assert newsroom.files() == before


def test_machines_get_one_object(newsroom):
    (locale,) = json.loads(newsroom.run("glossary", "stats", "--json").out)["locales"]
    assert (locale["rows"], locale["absent"]) == (2, ["Esimene stuudio", "ferry"])


@pytest.mark.parametrize(("name", "code"), [("glossaries/et.csv", 2), ("locales/et/LC_MESSAGES/ferry.po", 4)])
def test_what_cannot_be_read_is_told(newsroom, name, code):
    newsroom.run("draft")
    newsroom.write(name, "msgid broken\n")
    ran = newsroom.run("glossary", "stats")
    assert ran.code == code
    assert name in ran.err
