"""``newsdesk glossary list``, from the outside."""

import json

import pytest

import translate.cli


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


def test_the_rows_of_each_locale_are_shown(newsroom):
    ran = newsroom.run("glossary", "list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "et: 2 rows.",
        "source           target  action  forms  where",
        "Esimene stuudio          keep        0  glossaries/et.csv:2",
        "ferry            praam               0  glossaries/et.csv:3",
    ]


def test_rows_that_cannot_be_used_are_told(newsroom):
    newsroom.write("glossaries/et.csv", "source,target\nferry\n")
    ran = newsroom.run("glossary", "list", "--quiet")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("newsdesk: glossaries/et.csv line 2: “ferry” has no target")


def test_a_list_that_lacks_rows_is_not_a_whole_one(newsroom):
    newsroom.write("glossaries/et.csv", "source,target\nferry\nship,laev\n")
    ran = newsroom.run("glossary", "list")
    assert (ran.code, ran.out.splitlines()[0]) == (4, "et: 1 row.")
    assert newsroom.run("glossary", "list", "--json").code == 4


def test_machines_get_one_object(newsroom):
    told = json.loads(newsroom.run("glossary", "list", "fer", "--json").out)
    assert [term["source"] for term in told["locales"][0]["terms"]] == ["ferry"]


def test_facts_of_a_file_are_printed_without_a_project(empty_folder):
    empty_folder.write("et.csv", "source,target\nferry,praam\n")
    ran = empty_folder.run("glossary", "list", "--textconv", "et.csv")
    assert (ran.code, ran.out) == (0, "ferry: target = praam\n")
    ran = empty_folder.run("glossary", "list", "--textconv", "et.csv", "ferry")
    assert ran.code == 2
    assert "--textconv prints one file as it is; name nothing else with it" in ran.err
