"""``newsdesk glossary try`` and ``apply``, from the outside."""

import json

import pytest

PO = "locales/et/LC_MESSAGES/ferry.po"
NEW = "source,target,action\nEsimene stuudio,,keep\nferry,laev,\n"


def drafted(newsroom):
    newsroom.run("draft")
    newsroom.write("new/et.csv", NEW)


def test_a_change_is_shown_before_it_is_live_and_done_once_it_is_applied(newsroom):
    drafted(newsroom)
    before = newsroom.read(PO)
    ran = newsroom.run("glossary", "try", "new/et.csv")
    assert (ran.code, ran.err) == (0, "")
    assert "  + The first laev sailed on Monday, „Esimene stuudio“ reported." in ran.out.splitlines()
    assert newsroom.read(PO) == before
    ran = newsroom.run("glossary", "apply", "new/et.csv")
    assert ran.out.endswith("2 entries drafted anew.\n")
    assert "laev" in newsroom.read(PO)
    assert newsroom.read("glossaries/et.csv") == NEW
    ran = newsroom.run("glossary", "apply")
    assert (ran.code, ran.out) == (0, "glossaries says what the drafts were made with: nothing would change.\n")


def test_counts_alone_draft_nothing(newsroom):
    drafted(newsroom)
    found = json.loads(newsroom.run("glossary", "try", "new", "--counts", "--json").out)
    assert (found["stages"]["draft"], found["entries"]) == (2, None)
    assert newsroom.run("glossary", "try", "new", "--counts", "--html", "x.html").code == 2


def test_a_page_is_written(newsroom):
    drafted(newsroom)
    newsroom.run("glossary", "try", "new", "--html", "try.html")
    assert "The first <mark" in newsroom.read("try.html")


def test_a_page_is_written_over_no_other_file(newsroom):
    drafted(newsroom)
    newsroom.run("glossary", "try", "new", "--html", "try.html")
    before = newsroom.read("try.html")
    assert newsroom.run("glossary", "try", "--html", "try.html").code == 0
    assert newsroom.read("try.html") != before
    ran = newsroom.run("glossary", "try", "new", "--html", PO)
    assert (ran.code, ran.out) == (2, "")
    assert "is there, and no page of this command; name another file" in ran.err
    assert "Esimene stuudio" in newsroom.read(PO)


def test_what_people_wrote_is_flagged_and_stays(newsroom):
    drafted(newsroom)
    newsroom.write(PO, newsroom.read(PO).replace("#, fuzzy\n", ""))
    ran = newsroom.run("glossary", "apply", "new", "--quiet")
    assert ran.code == 1
    assert ran.out.count(": flagged by ferry [approved]") == 2
    assert 'msgstr "The first praam sailed' in newsroom.read(PO)


def test_what_is_not_there_is_told(newsroom):
    ran = newsroom.run("glossary", "try", "nowhere.csv")
    assert ran.code == 2
    assert "“nowhere.csv” is no file and no folder" in ran.err


@pytest.mark.parametrize("command", [("list",), ("find", "ship"), ("stats",)])
def test_what_is_told_of_the_glossary_says_which_files_wait(newsroom, command):
    newsroom.run("draft")
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml") + '\n[glossary]\napply = "by hand"\n')
    assert newsroom.run("glossary", *command).err == ""
    newsroom.write("glossaries/et.csv", newsroom.read("glossaries/et.csv") + "ship,laev\n")
    ran = newsroom.run("glossary", *command)
    assert ran.code == 0
    assert ran.err.startswith("newsdesk: glossaries/et.csv: has changes that are not applied in et; ")
    assert newsroom.run("glossary", *command, "--quiet").err == ""
