"""``newsdesk draft``, from the outside."""

import json
import os

import pytest

from tests import ready
from translate.catalogs.reading import read
from translate.core.entries.stamp import Owner, owner
from translate.engines.identity import IdentityEngine

PO = "locales/et/LC_MESSAGES/ferry.po"
POT = "locales/ferry.pot"


def entries(newsroom, path=PO):
    return {e.msgid: e for e in read(newsroom.read(path).encode(), path).catalog.entries}


def edit(newsroom, old, new, path=PO):
    text = newsroom.read(path)
    assert old in text
    newsroom.write(path, text.replace(old, new, 1))


def test_every_segment_becomes_a_fuzzy_entry_with_its_terms(newsroom):
    ran = newsroom.run("draft")
    found = entries(newsroom)
    assert ran.code == 0
    assert PO in ran.out
    assert len(found) == 5
    assert {owner(e) for e in found.values()} == {Owner.MACHINE}
    first = found['The first ferry sailed on Monday, "Esimene stuudio" reported.']
    assert first.msgstr == "The first praam sailed on Monday, „Esimene stuudio“ reported."
    assert first.extracted[:3] == (
        "Paragraph 1 of “Ferry line opens with a 'quiet' celebration”",
        "Glossary: ferry = praam [as is]",
        "Glossary: Esimene stuudio = Esimene stuudio [as is]",
    )


def test_a_second_run_with_nothing_new_writes_nothing(newsroom):
    newsroom.run("draft")
    before = newsroom.files()
    stamps = {p: p.stat().st_mtime_ns for p in newsroom.root.rglob("*.po*")}
    ran = newsroom.run("draft")
    assert (ran.code, "Nothing new" in ran.out) == (0, True)
    assert newsroom.files() == before
    assert {p: p.stat().st_mtime_ns for p in newsroom.root.rglob("*.po*")} == stamps


GLOSSARY = "source,target,variants,match,forms,note\nferry,praam,ferries,,gen=praami; part=praamit,\n"


@pytest.mark.parametrize(
    ("old", "new", "drafted"),
    [
        ("gen=praami; part=praamit", "part=praami; gen=praamit", 2),
        ("ferries", "ferries;boats", 2),
        (",,gen", ",any,gen", 2),
        ("praamit,", "praamit,ask Mari", 0),
    ],
    ids=["labels", "variants", "match", "note"],
)
def test_a_row_that_changes_in_anything_but_its_notes_makes_new_drafts(newsroom, old, new, drafted):
    newsroom.write("glossaries/et.csv", GLOSSARY)
    newsroom.run("draft")
    before = newsroom.files()
    edit(newsroom, old, new, "glossaries/et.csv")
    told = json.loads(newsroom.run("draft", "--json").out)
    assert [catalog["drafted"] for catalog in told["catalogs"]] == [drafted]
    assert (newsroom.files()[PO] == before[PO]) is (drafted == 0)


def test_a_dry_run_writes_nothing_and_says_what_would_change(newsroom):
    before = newsroom.files()
    ran = newsroom.run("draft", "--dry-run")
    assert (ran.code, PO in ran.out, "would be written" in ran.out) == (0, True, True)
    assert newsroom.files() == before
    assert not (newsroom.root / ".newsdesk").exists()


def test_json_is_one_object_on_stdout(newsroom):
    ran = newsroom.run("draft", "--json")
    told = json.loads(ran.out)
    assert told["exit_code"] == ran.code == 0
    assert told["engines"] == {"et": "identity"}
    assert [(c["path"], c["state"], c["drafted"], c["drafts"]) for c in told["catalogs"]] == [(PO, "new", 5, 5)]
    assert (told["catalogs"][0]["terms"], told["catalogs"][0]["flags"]) == ({"as is": 3}, [])


def test_the_report_names_every_term_that_needs_an_eye(newsroom):
    newsroom.run("draft")
    edit(newsroom, "The first praam sailed", "The first boat sailed")
    (catalog,) = json.loads(newsroom.run("draft", "--json").out)["catalogs"]
    assert catalog["terms"] == {"as is": 2, "missing": 1}
    assert catalog["flags"] == [
        {
            "msgid": 'The first ferry sailed on Monday, "Esimene stuudio" reported.',
            "line": "Glossary: ferry = praam [FLAG missing]",
        }
    ]


def test_an_approved_text_stays_whatever_the_machine_would_say_now(newsroom):
    newsroom.run("draft")
    edit(newsroom, '#, fuzzy\nmsgid "Follow', 'msgid "Follow')
    edit(newsroom, 'msgstr "Follow us and never miss an update!"', 'msgstr "Jälgi meid!"')
    newsroom.write("glossaries/et.csv", "source,target\nferry,laev\nFollow us,Jälgige meid\n")
    ran = newsroom.run("draft")
    found = entries(newsroom)
    assert found["Follow us and never miss an update!"].msgstr == "Jälgi meid!"
    assert "laev" in found['The first ferry sailed on Monday, "Esimene stuudio" reported.'].msgstr
    assert ran.code == 1  # The person's text lacks a term of the new glossary; it is flagged, not changed.
    assert "Glossary: Follow us = Jälgige meid [FLAG missing]" in newsroom.read(PO)


def test_only_what_the_glossary_touches_is_drafted_again(newsroom):
    newsroom.run("draft")
    newsroom.write("glossaries/et.csv", "source,target\nferry,laev\n")
    told = json.loads(newsroom.run("draft", "--json").out)
    assert told["catalogs"][0]["drafted"] == 2  # The headline and the paragraph with the ferry.


def test_a_paragraph_added_at_the_top_disturbs_nobody(newsroom):
    newsroom.run("draft")
    edit(newsroom, 'msgstr "Editor: Jaan Jõgi"', 'msgstr "Toimetaja: Jaan Jõgi"')
    newsroom.write("articles/ferry.txt", newsroom.read("articles/ferry.txt").replace("\n\n", "\n\nIt was cold.\n", 1))
    told = json.loads(newsroom.run("draft", "--json").out)
    assert told["catalogs"][0]["drafted"] == 1
    assert entries(newsroom)["Editor: Jaan Jõgi"].msgstr == "Toimetaja: Jaan Jõgi"


def test_a_pair_that_no_engine_has_still_gets_its_catalog(newsroom):
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml").replace('["et"]', '["et", "xx"]'))
    ran = newsroom.run("draft", "--engine", "auto", "--locale", "xx")
    assert ran.code == 1
    assert "no engine" in ran.out
    assert {e.msgstr for e in entries(newsroom, "locales/xx/LC_MESSAGES/ferry.po").values()} == {""}


def test_an_engine_that_nobody_knows_is_told_with_those_there_are(newsroom):
    ran = newsroom.run("draft", "--engine", "agros")
    assert ran.code == 2
    assert "no engine called “agros”; there is: apertium, argos, identity" in ran.err


def test_engines_are_told_how_many_processors_they_may_use(newsroom, monkeypatch):
    told = []
    translate = IdentityEngine.translate

    def noted(self, *arguments, **options):
        told.append(self.jobs)
        return translate(self, *arguments, **options)

    monkeypatch.setattr(IdentityEngine, "translate", noted)
    newsroom.run("draft", "--jobs", "3")
    newsroom.write("articles/ferry.txt", newsroom.read("articles/ferry.txt").replace("\n\n", "\n\nIt was cold.\n", 1))
    newsroom.run("nightly", "--jobs", "2")
    assert set(told) == {2, 3}
    assert newsroom.run("draft", "--jobs", "0").code == 2


def test_a_run_beside_another_leaves_with_75(newsroom):
    from filelock import FileLock

    (newsroom.root / ".newsdesk").mkdir()
    with FileLock(newsroom.root / ".newsdesk" / "lock"):
        ran = newsroom.run("draft")
    assert (ran.code, "another run" in ran.err) == (75, True)


BAD_ARTICLES = {
    "empty": (b"", "no text in the file"),
    "blank": (b"\n \n", "no text in the file"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8"),
    "latin-1": ("Jõgi\n\nTõusis.\n".encode("latin-1"), "UTF-8"),
    "utf-16": ("Jõgi\n\nTõusis.\n".encode("utf-16"), "UTF-"),
    "nul": (b"Head\n\nA\0B\n", "line 3"),
    "5 MB paragraph": (b"Head\n\n" + b"word " * 999_000, "line 3"),
}


@pytest.mark.parametrize("name", BAD_ARTICLES)
def test_one_bad_article_is_one_sentence_and_stops_no_other(newsroom, name):
    content, said = BAD_ARTICLES[name]
    newsroom.write("articles/bad.txt", content)
    ran = newsroom.run("draft")
    sentences = [line for line in ran.err.splitlines() if "bad.txt" in line]
    assert (ran.code, len(sentences)) == (4, 1)
    assert said in sentences[0]
    assert "Traceback" not in ran.err
    assert PO in newsroom.files()
    assert not any("bad" in path for path in newsroom.files() if path.startswith("locales"))


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfHead\n\nBody.\n", b"Head\r\n\r\nBody.\r\n"], ids=["BOM", "CRLF"])
def test_a_byte_order_mark_and_windows_line_ends_are_read_and_mentioned(newsroom, content):
    newsroom.write("articles/windows.txt", content)
    ran = newsroom.run("draft")
    assert ran.code == 0
    assert "articles/windows.txt: " in ran.err
    assert set(entries(newsroom, "locales/et/LC_MESSAGES/windows.po")) == {"Head", "Body."}


def test_two_articles_with_one_name_each_have_their_own_catalogs(newsroom):
    newsroom.write("articles/old/ferry.txt", "Another ferry\n\nSank.\n")
    assert newsroom.run("draft").code == 0
    assert "Sank." in entries(newsroom, "locales/et/LC_MESSAGES/old-ferry.po")
    assert "Sank." not in entries(newsroom, PO)


def test_only_the_asked_article_is_drafted_and_still_never_into_anothers_catalog(newsroom):
    newsroom.write("articles/old/ferry.txt", "Another ferry\n\nSank.\n")
    assert newsroom.run("draft", "articles/old/ferry.txt").code == 0
    assert [p for p in newsroom.files() if p.endswith(".po")] == ["locales/et/LC_MESSAGES/old-ferry.po"]


def test_a_folder_named_like_an_article_is_walked_and_a_missing_path_is_told(newsroom):
    newsroom.write("articles/nested.txt/inner.txt", "Inner\n\nText.\n")
    ran = newsroom.run("draft")
    assert (ran.code, "locales/et/LC_MESSAGES/inner.po" in newsroom.files()) == (0, True)
    assert newsroom.run("draft", "articles/none.txt").code == 2


def test_an_article_outside_the_project_is_refused(newsroom):
    (newsroom.root.parent / "outside.txt").write_text("Head\n\nBody.\n", "utf-8")
    ran = newsroom.run("draft", "../outside.txt")
    assert (ran.code, "outside the project" in ran.err) == (2, True)


def test_a_broken_glossary_row_is_told_by_line_and_the_others_hold(newsroom):
    newsroom.write("glossaries/et.csv", "source,target,action\nferry,praam,\nharbor,sadam,translat\n")
    ran = newsroom.run("draft")
    assert ran.code == 4
    assert "glossaries/et.csv line 3" in ran.err
    assert "praam" in entries(newsroom)['The first ferry sailed on Monday, "Esimene stuudio" reported.'].msgstr


def test_nothing_is_drafted_with_a_glossary_that_cannot_be_read(newsroom):
    newsroom.write("glossaries/et.csv", "source;target\nJõgi;jõgi\n".encode("utf-16-be"))
    ran = newsroom.run("draft")
    assert (ran.code, "glossaries/et.csv" in ran.err) == (2, True)
    assert PO not in newsroom.files()


def test_a_catalog_with_conflict_markers_is_left_alone_and_told_by_line(newsroom):
    newsroom.write("articles/train.txt", "Train line opens\n\nIt is long.\n")
    newsroom.run("draft")
    edit(newsroom, 'msgid "Editor', '<<<<<<< HEAD\nmsgid "Editor')
    newsroom.write("glossaries/et.csv", "source,target\nline,liin\n")
    before = newsroom.files()[PO]
    ran = newsroom.run("draft")
    assert ran.code == 4
    assert f"{PO} line " in ran.err
    assert newsroom.files()[PO] == before
    assert "liin" in newsroom.read("locales/et/LC_MESSAGES/train.po")


def test_catalogs_that_cannot_be_written_are_a_sentence_each_and_nothing_else_breaks(newsroom):
    newsroom.write("locales/et", "a file where a folder should be")
    ran = newsroom.run("draft")
    assert (ran.code, len([line for line in ran.err.splitlines() if PO in line])) == (2, 1)
    assert "Traceback" not in ran.err


def test_it_is_quiet_about_progress_when_nobody_watches(newsroom):
    done = ready.run(["draft"], cwd=newsroom.root, env=os.environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert PO in done.stdout
    assert "\x1b" not in done.stdout
