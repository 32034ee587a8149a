import json
from dataclasses import replace

from translate.core.results.summary import Counts, Totals
from translate.workflow import status as page

PO = "locales/et/LC_MESSAGES/ferry.po"


def test_it_counts_what_people_have_done(newsroom):
    newsroom.run("draft")
    text = newsroom.read(PO)
    text = text.replace('#, fuzzy\nmsgid "Follow', 'msgid "Follow').replace('msgstr "Editor', 'msgstr "Toimetaja')
    newsroom.write(PO, text)
    (told,) = json.loads(newsroom.run("status", "--json").out)["catalogs"]
    assert told == {
        "locale": "et", "article": "ferry", "path": PO, "entries": 5, "approved": 1, "in_review": 1, "drafts": 3,
        "untranslated": 0, "obsolete": 0, "flagged": 0, "words_left": told["words_left"],
        "unconfirmed": 0, "settled": 0, "lacking_words": 0, "unsure_tags": 0,
    }  # fmt: skip
    assert told["words_left"] == sum(
        len(line.split())
        for line in newsroom.read("articles/ferry.txt").splitlines()
        if line not in {"", "--"} and not line.startswith("Follow")
    )
    assert "ferry" in newsroom.run("status").out


def test_po_files_that_are_too_many_to_be_named_are_counted(newsroom, monkeypatch):
    newsroom.run("draft")
    look, left_out = page.status, {"et": Totals(2_000, Counts(drafts=9, lacking_words=2))}
    monkeypatch.setattr(page, "status", lambda *asked, **more: replace(look(*asked, **more), left_out=left_out))
    *_, others, lacking = newsroom.run("status").out.splitlines()
    assert others == "and 2,000 PO files more: the worst are named, 1,000 in a language at most"
    assert lacking.startswith("2 drafts have no words for something")
    told = json.loads(newsroom.run("status", "--json").out)
    assert (len(told["catalogs"]), told["left_out"]["et"]["catalogs"]) == (1, 2_000)


def test_before_the_first_draft_it_says_what_to_do(newsroom):
    ran = newsroom.run("status")
    assert (ran.code, "newsdesk draft" in ran.out) == (0, True)


def test_a_broken_catalog_is_told_and_the_others_are_counted(newsroom):
    newsroom.write("articles/train.txt", "Train\n\nLong.\n")
    newsroom.run("draft")
    newsroom.write(PO, 'msgid "open\nmsgstr ""\n')
    ran = newsroom.run("status", "--json")
    assert ran.code == 4
    told = json.loads(ran.out)
    assert [c["article"] for c in told["catalogs"]] == ["train"]
    assert told["troubles"][0]["path"] == PO


def test_what_the_glossary_decides_is_counted_apart(newsroom):
    newsroom.write("shows/own.csv", "name\nEsimene stuudio\nOsoon\n")
    newsroom.write("glossaries/et.csv", "source,target,action\nEsimene stuudio,,keep\n")
    newsroom.run("draft")
    told = {one["article"]: one for one in json.loads(newsroom.run("status", "--json").out)["catalogs"]}
    assert (told["shows"]["settled"], told["shows"]["entries"]) == (1, 1)
    head, *rows = newsroom.run("status").out.splitlines()
    assert head.split()[-1] == "settled"
    assert {row.split()[1]: row.split()[-1] for row in rows} == {"ferry": "0", "shows": "1"}


def test_drafts_that_lack_something_and_those_with_unsure_tags_are_told_of_below_the_table(newsroom):
    newsroom.run("draft")
    text = newsroom.read(PO)
    lacking = "#. Tags: the draft has no words for “Monday” in <em1>; see what it left out\n#. MT: "
    newsroom.write(PO, text.replace("#. MT: ", lacking, 1))
    *_, told = newsroom.run("status").out.splitlines()
    assert told == "1 draft has no words for something that the source marks."
    newsroom.write(PO, text)
    assert "source marks" not in newsroom.run("status").out
