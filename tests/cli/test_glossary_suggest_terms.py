"""``newsdesk glossary suggest-terms``, from the outside."""

import json

import pytest

import translate.cli

ET = "glossaries/et.csv"


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


@pytest.fixture
def named(newsroom):
    newsroom.write("articles/ferry.txt", "Ferry opens\n\nSo Anu Tamm said.\nThey asked Tamm aboard the Laidur.\n")
    newsroom.write(ET, "source;target;note\nferry;praam;\n")
    return newsroom


def test_names_are_told_with_their_places(named):
    ran = named.run("glossary", "suggest-terms", "articles/ferry.txt", "--limit", "1")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Anu Tamm (also Tamm): 2 texts of 1 article",
        "    articles/ferry.txt:3:",
        "    So Anu Tamm said.",
        "1 of 2 names; --limit shows more. With --csv they are rows to paste into the glossary.",
    ]


def test_rows_can_be_pasted_below_those_of_the_file(named):
    ran = named.run("glossary", "suggest-terms", "articles/ferry.txt", "--locale", "et", "--csv")
    assert (ran.code, ran.out) == (0, "Anu Tamm;;1 mention\nTamm;;1 mention\nLaidur;;1 mention\n")
    named.write(ET, named.read(ET) + ran.out.replace(";;", ";x;"))
    again = named.run("glossary", "suggest-terms", "articles/ferry.txt", "--locale", "et", "--csv")
    assert again.out == ""


def test_there_is_one_way_to_print(named):
    ran = named.run("glossary", "suggest-terms", "--csv", "--json")
    assert (ran.code, "choose one" in ran.err) == (2, True)


def test_rows_are_of_one_file(named):
    named.write("newsdesk.toml", named.read("newsdesk.toml").replace('["et"]', '["et", "ru"]'))
    ran = named.run("glossary", "suggest-terms", "--csv")
    assert (ran.code, "name its locale with --locale" in ran.err) == (2, True)
    assert named.run("glossary", "suggest-terms", "--csv", "--locale", "ru").code == 0


def test_machines_get_one_object(named):
    ran = named.run("glossary", "suggest-terms", "articles/ferry.txt", "--json")
    told = json.loads(ran.out)
    assert (told["there"], [one["source"] for one in told["candidates"]]) == (2, ["Anu Tamm", "Laidur"])


def test_an_article_that_cannot_be_read_is_told_and_makes_the_exit_code_4(named):
    named.write("articles/broken.txt", b"\xff\xfe\xff")
    ran = named.run("glossary", "suggest-terms")
    assert ran.code == 4
    assert "articles/broken.txt" in ran.err
    assert "Anu Tamm" in ran.out
