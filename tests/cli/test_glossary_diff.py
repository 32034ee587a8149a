"""``newsdesk glossary diff``, from the outside."""

import json

import pytest

import translate.cli

OLD, NEW = "source,target\nferry,praam\n", "source,target\nferry,parvlaev\n"


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


def test_versions_that_differ_are_shown_and_make_the_exit_code_1_in_a_project_and_elsewhere(empty_folder):
    empty_folder.write("old.csv", OLD)
    empty_folder.write("new.csv", NEW)
    ran = empty_folder.run("glossary", "diff", "old.csv", "new.csv")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == "new.csv:2: “ferry”: target “parvlaev”, was “praam”\n1 row changed.\n"
    assert empty_folder.run("glossary", "diff", "--quiet", "old.csv", "new.csv").out.count("\n") == 1


def test_versions_that_say_the_same_are_no_finding(empty_folder):
    empty_folder.write("old.csv", OLD)
    ran = empty_folder.run("glossary", "diff", "old.csv", "old.csv")
    assert (ran.code, ran.out) == (0, "No row says anything else.\n")


def test_rows_that_cannot_be_used_are_told(empty_folder):
    empty_folder.write("old.csv", OLD)
    empty_folder.write("new.csv", f"{OLD}broken\n")
    ran = empty_folder.run("glossary", "diff", "old.csv", "new.csv")
    assert ran.code == 4
    assert ran.err == "newsdesk: new.csv line 3: “broken” has no target; write one, or keep under action\n"


def test_machines_get_one_object(newsroom):
    newsroom.write("new.csv", NEW)
    ran = newsroom.run("glossary", "diff", "glossaries/et.csv", "new.csv", "--json")
    (file,) = json.loads(ran.out)["files"]
    assert [(change["source"], change["kinds"]) for change in file["changes"]] == [
        ("ferry", ["target"]), ("Esimene stuudio", ["removed"]),
    ]  # fmt: skip


def test_what_is_no_version_stops_it(empty_folder):
    ran = empty_folder.run("glossary", "diff", "old.csv", "new.csv")
    assert (ran.code, ran.err) == (
        2, "newsdesk: there is no file or folder “old.csv”; revisions can be told only within a project\n",
    )  # fmt: skip
