"""Addresses, handles and the like stay as they are, from the article to its export, and a row of stars is no work."""

import json
import re
import shutil

import pytest

from tests.cli.conftest import SETTINGS
from tests.cli.test_recall import approve, entry
from tests.programs import needs
from translate.core.entries.comments import Settled, of_kind
from translate.core.entries.stamp import Draft, Owner, owner

PO = "locales/et/LC_MESSAGES/ferry.po"
LINK = "https://news.example/ferry?Day=Monday"
SENTENCE = "Ask @ferry_line, see news.example/ferry or story.asp?StoryID=5."
ARTICLE = f"""\
The ferry sails
⁂
{SENTENCE}
{LINK}
“…”
"""
SETTLED = ("⁂", LINK, "“…”")


@pytest.fixture
def desk(newsroom):
    newsroom.write("articles/ferry.txt", ARTICLE)
    newsroom.run("draft")
    return newsroom


def counts(desk):
    (one,) = json.loads(desk.run("status", "--json").out)["catalogs"]
    return {name: one[name] for name in ("entries", "approved", "in_review", "drafts", "untranslated", "words_left")}


def approve_all(desk):
    desk.write(PO, desk.read(PO).replace("#, fuzzy\n", ""))


def test_a_term_is_put_beside_an_address_and_never_into_it(desk):
    assert entry(desk, PO, "The ferry sails").msgstr == "The praam sails"
    draft = entry(desk, PO, SENTENCE)
    assert draft.msgstr == SENTENCE
    assert not [line for line in draft.extracted if line.startswith("Glossary: ")]


def through(newsroom, engine, locale):
    """What an engine makes of the sentence."""
    newsroom.write("newsdesk.toml", SETTINGS.replace("identity", engine).replace('"et"', f'"{locale}"'))
    newsroom.write("articles/ferry.txt", ARTICLE)
    newsroom.write(f"glossaries/{locale}.csv", "source,target\nferry,barco\n")
    newsroom.run("draft")
    return entry(newsroom, f"locales/{locale}/LC_MESSAGES/ferry.po", SENTENCE).msgstr


@pytest.mark.usefixtures("sample_packages")
def test_argos_drafts_around_what_stays(newsroom):
    draft = through(newsroom, "argos", "et")
    assert re.fullmatch(r"\w.*@ferry_line\b.*\bnews\.example/ferry\b.*\bstory\.asp\?StoryID=5\b.*", draft)
    assert draft != SENTENCE


@needs("apertium")
def test_apertium_drafts_around_what_stays(newsroom, monkeypatch):
    monkeypatch.delenv("APERTIUM_DATADIR")
    draft = through(newsroom, "apertium", "es")
    assert draft == "Pide @ferry_line, ve news.example/ferry o story.asp?StoryID=5."


def test_a_persons_text_with_the_same_addresses_is_right_and_exported(desk):
    approve(desk, SENTENCE, "Küsi @ferry_line, vaata news.example/ferry või story.asp?StoryID=5.")
    approve(desk, "The ferry sails", "Praam sõidab")
    assert desk.run("check").code == 0
    assert desk.run("export").code == 0
    assert desk.read("exports/et/articles/ferry.txt") == ARTICLE.replace("The ferry sails", "Praam sõidab").replace(
        SENTENCE, "Küsi @ferry_line, vaata news.example/ferry või story.asp?StoryID=5."
    )


def test_a_lost_handle_is_found(desk):
    approve(desk, SENTENCE, "Küsi @praamiliin, vaata news.example/ferry või story.asp?StoryID=5.")
    ran = desk.run("check")
    assert ran.code == 1
    assert "the handle “@ferry_line” of the source is not here; “@praamiliin” may stand in its place" in ran.out


@pytest.mark.parametrize("text", SETTLED)
def test_what_is_alike_in_every_language_is_copied_and_nobodys_work(desk, text):
    copy = entry(desk, PO, text)
    assert (copy.msgstr, copy.fuzzy, owner(copy)) == (text, False, Owner.RULE)


def test_copies_are_counted_nowhere_and_the_next_night_writes_nothing(desk):
    told = {"entries": 2, "approved": 0, "in_review": 0, "drafts": 2, "untranslated": 0, "words_left": 9}
    assert counts(desk) == told
    before = desk.files()
    assert desk.run("draft").code == 0
    assert desk.files() == before
    approve_all(desk)
    assert desk.run("nightly").code == 0
    assert counts(desk) == {**told, "approved": 2, "drafts": 0, "words_left": 0}
    assert json.loads(desk.read("reports/morning.json"))["review"]["waiting_in_all"] == 0
    assert "in 2 translated texts of 1 PO file" in desk.run("check").out
    assert json.loads(desk.run("memory", "stats", "--json").out)["memory"][-1]["units"] == 1


def test_no_engine_and_no_memory_is_asked_for_them(newsroom):
    newsroom.write("articles/ferry.txt", ARTICLE)
    (one,) = json.loads(newsroom.run("draft", "--json").out)["catalogs"]
    assert (one["drafted"], one["recalled"]) == (2, 0)


def test_copies_follow_their_source_and_stay_as_a_person_writes_them(desk):
    approve(desk, "⁂", "* * *")
    desk.write("articles/ferry.txt", ARTICLE.replace(LINK, "https://news.example/bridge"))
    desk.run("draft")
    assert entry(desk, PO, "https://news.example/bridge").msgstr == "https://news.example/bridge"
    assert LINK not in desk.read(PO)
    theirs = entry(desk, PO, "⁂")
    assert (theirs.msgstr, theirs.fuzzy, of_kind(theirs, Settled)) == ("* * *", False, ())
    assert counts(desk)["approved"] == 1


def before_there_were_rules(desk):
    """As the PO file was while such texts were drafted: one of them has been approved, and the others wait."""
    blocks = desk.read(PO).split("\n\n")
    for number, block in enumerate(blocks):
        lines = block.split("\n")
        for source in SETTLED:
            if f'msgid "{source}"' in lines:
                stamp = f"#. {Draft(source, 'identity', '2-11111111').stamp}"
                lines = [stamp if line.startswith("#. Settled: ") else line for line in lines]
                at = lines.index(f'msgid "{source}"')
                lines[at:at] = [] if source == SETTLED[-1] else ["#, fuzzy"]
        blocks[number] = "\n".join(lines)
    desk.write(PO, "\n\n".join(blocks))
    for name in (".newsdesk", "history"):
        shutil.rmtree(desk.root / name, ignore_errors=True)


def test_a_project_of_before_has_its_untouched_drafts_copied_and_what_was_approved_stays(desk):
    before_there_were_rules(desk)
    assert [owner(entry(desk, PO, source)) for source in SETTLED] == [Owner.MACHINE, Owner.MACHINE, Owner.PERSON]
    desk.run("draft")
    assert [owner(entry(desk, PO, source)) for source in SETTLED] == [Owner.RULE, Owner.RULE, Owner.PERSON]
