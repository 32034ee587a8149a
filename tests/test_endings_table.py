"""The programs that make a table of endings: what they read, what they learn, and how they judge it."""

import bz2
import json
from collections import Counter

import polib
import pytest

from tests.authoring.packages import needs_packages
from tools.endings.judging import judge
from tools.endings.nouns import Noun, count_nouns, estonian
from tools.endings.table import choose, weigh, write
from tools.endings.texts import read_texts
from translate.core.terms.endings import ANY, Endings
from translate.core.terms.labels import Label, read
from translate.languages.endings import load_endings


def noun(text, lemma, label):
    return Noun(text, lemma, read(label))


def learnt(*nouns, gain=0):
    return choose(weigh({"help": Counter({noun(*told): times for *told, times in nouns})}), gain)


def labels(endings, text):
    return {f"{label.number} {label.case}": share for label, share in endings.labels_of(text).items()}


def test_an_ending_is_what_its_words_are_and_no_frequent_word_speaks_for_all():
    endings = learnt(("failide", "fail", "pl gen", 900), ("väide", "väide", "nom", 100))
    assert labels(endings, "lahtrite") == labels(endings, "e") == {"pl gen": 0.75, "sg nom": 0.25}


def test_a_longer_ending_that_says_the_same_is_not_kept():
    words = [(f"{stem}dele", stem, "pl all", 100) for stem in ("faili", "menüü", "kursori")]
    assert list(learnt(*words, gain=1).shares) == [ANY, "e"]
    endings = learnt(*words, ("tere", "tere", "nom", 400), gain=1)
    assert set(endings.shares) == {ANY, "e", "le", "re"}


def test_what_was_seen_once_is_no_ending():
    assert list(learnt(("maa", "maa", "nom", 1)).shares) == [ANY]


def test_how_often_a_noun_is_in_which_case_at_all_stands_first():
    endings = learnt(("failide", "fail", "pl gen", 900), ("maa", "maa", "nom", 100))
    assert endings.usual == {Label("pl", "gen"): 0.75, Label("sg", "nom"): 0.25}
    assert Endings({}).usual == {}


def test_what_is_rare_is_left_out():
    endings = learnt(("failile", "fail", "all", 10000), ("kole", "kole", "nom", 1))
    assert labels(endings, "lehele") == {"sg all": 0.99}


def test_a_table_is_written_as_it_is_read(tmp_path):
    endings = learnt(("failidele", "fail", "pl all", 90), ("maa", "maa", "nom", 90), ("maa", "maa", "gen", 10))
    write(tmp_path / "vot.endings.txt", "How Votic ends.\n\nMade.", endings)
    text = (tmp_path / "vot.endings.txt").read_text("utf-8")
    assert text.startswith("# How Votic ends.\n#\n# Made.\n*      nom 43, pl all 43, gen 14\na      nom 75, gen 25\n")
    assert load_endings(tmp_path / "vot.endings.txt") == endings


def test_a_table_is_judged_by_its_likeliest_label():
    endings = Endings({"e": ((read("all"), 0.75), (read("nom"), 0.25)), "a": ((read("nom"), 1.0),)})
    nouns = {noun("failile", "fail", "all"): 6, noun("kole", "kole", "nom"): 2, noun("x", "x", "nom"): 2}
    assert str(judge(endings, nouns)) == (
        "0.600 of 10 right, 0.2000 without an answer, 0.500 given to the right label; nom as all 0.200"
    )


@needs_packages("estnltk")
def test_a_noun_is_known_in_its_sentence():
    counted = count_nouns(["Avage dialoogis Andmebaas menüüs Tööriistad olev käsk ja minge NATO-le appi."], estonian())
    found = {(n.text, n.lemma, f"{n.label.number} {n.label.case}") for n in counted}
    assert {("dialoogis", "dialoog", "sg in"), ("Tööriistad", "tööriist", "pl nom"), ("NATO-le", "NATO", "sg all"),
            ("appi", "abi", "sg ill")} <= found  # fmt: skip
    assert not {"Avage", "ja", "olev"} & {n.text for n in counted}


@pytest.fixture
def unpacked(tmp_path):
    """Packages as Debian has them, in little."""
    share = tmp_path / "unpacked/usr/share"
    for language, text in (("en-US", "Close the window."), ("et", "Sulge aken.")):
        page = share / f"libreoffice/help/{language}/text/a.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<html><body><p id="p1">{text}</p></body></html>', "utf-8")
    handbook = share / "doc/HTML/et/kpat/index.cache.bz2"
    handbook.parent.mkdir(parents=True)
    page = "<html><body><ul><li><p>Lao kaardid välja.</p></li></ul><p>The cards of the game.</p></body></html>"
    handbook.write_bytes(bz2.compress(page.encode()))
    for domain, messages in (
        ("kpat", {"Deal _cards": "Jaga _kaardid", "<b>Deck</b>": "<b>Pakk</b>", "Pat": "Pat", "No": "Tundmatu fail"}),
        ("wesnoth-httt", {"The king is dead.": "Kuningas on surnud.", "Save the file": "Salvesta fail."}),
    ):  # fmt: skip
        folder = share / "locale/et/LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        catalog = polib.POFile()
        catalog.extend(polib.POEntry(msgid=msgid, msgstr=msgstr) for msgid, msgstr in messages.items())
        catalog.save_as_mofile(str(folder / f"{domain}.mo"))
    return tmp_path / "unpacked"


def test_text_is_read_from_help_handbooks_and_messages(unpacked):
    assert read_texts(unpacked, "et", []) == {
        "help": ["Sulge aken."],
        "handbooks": ["Lao kaardid välja."],
        "interfaces": ["Jaga kaardid", "Tundmatu fail"],
        "prose": ["Kuningas on surnud.", "Salvesta fail."],
    }


def test_what_is_evaluated_is_not_learnt_from(unpacked, tmp_path):
    (tmp_path / "set.json").write_text(json.dumps({"pairs": [["The king is dead.", "KUNINGAS on „surnud“"]]}), "utf-8")
    (tmp_path / "lines.txt").write_text("Salvesta fail.\tx\nTundmatu fail\n", "utf-8")
    texts = read_texts(unpacked, "et", [tmp_path / "set.json", tmp_path / "lines.txt"])
    assert (texts["interfaces"], texts["prose"]) == (["Jaga kaardid"], [])


def test_what_the_sample_package_holds_out_is_not_learnt_from(unpacked, monkeypatch):
    monkeypatch.setattr("tools.endings.texts.held_out", "Close the window.".__eq__)
    assert read_texts(unpacked, "et", [])["help"] == []
