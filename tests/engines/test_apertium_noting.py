"""Notes are tied to words behind the analyser, and read again at the end."""

import re

import pytest

from translate.engines.apertium.noting import Noted, Word, pieces_of, transferred

CAFE = "cafe\N{COMBINING ACUTE ACCENT}"
JAMO = "\N{HANGUL CHOSEONG KIYEOK}\N{HANGUL JUNGSEONG A}"


def word(key, *sources):
    return Word(key, frozenset(sources))


def test_words_and_identifiers_are_the_pieces_of_a_text():
    text = "See https://example.org/a-b, don't [1]."
    assert [text[start:end] for start, end in pieces_of(text)] == ["See", "https://example.org/a-b", "don't", "1"]


def test_an_identifier_goes_as_a_word_that_no_dictionary_has():
    assert Noted("See https://example.org/a-b, or [x].").departure == r"See Qzxwv, or \[x\]."


def test_each_word_gets_its_note_and_a_multiword_one_for_all_of_it():
    analysed = Noted("A house, in front of it").analysed(
        "[b0]^A/a<det>$ ^house/house<n>$^,/,<cm>$ ^in front of/in front of<pr>$ ^it/prpers<prn>$[].[][e0]"
    )
    assert analysed == (
        "[b0][[1:0]]^A/a<det>$[[/]] [[3:1]]^house/house<n>$[[/]]^,/,<cm>$ [[6:2.3.4]]^in front of/in front of<pr>$[[/]]"
        " [[8:5]]^it/prpers<prn>$[[/]][].[][e0]"
    )


def test_no_two_notes_are_alike():
    assert Noted("l'escola").analysed("^l'/el<det>$^escola/escola<n>$") == (
        "[[0:0]]^l'/el<det>$[[/]][[1:0]]^escola/escola<n>$[[/]]"
    )


@pytest.mark.parametrize("text", ["a ^ house", "a\x00house", "a \u200bhouse", "[[a]] \\ $ house", "{ a [-] house"])
def test_what_is_no_letter_has_no_note(text):
    units = Noted(text).departure.replace("a", "^a/a<det>$", 1).replace("house", "^house/house<n>$")
    notes = re.findall(r"\[\[\d+:(\d)\]\]\^(\w+)/", Noted(text).analysed(units))
    assert [text[slice(*pieces_of(text)[int(number)])] for number, _ in notes] == [word for _, word in notes]
    assert [word for _, word in notes] == ["a", "house"]


@pytest.mark.parametrize(("text", "surface"), [(CAFE, "café"), (JAMO, "가")])
def test_letters_that_are_put_together_on_the_way_are_known(text, surface):
    assert Noted(text).analysed(f"^{surface}/*{surface}$") == f"[[0:0]]^{surface}/*{surface}$[[/]]"


@pytest.mark.parametrize("piece", ["^a/a<det>$", "^a/a<det>$ ^house/house<n>$ ^more/more<adv>$", ""])
def test_where_letters_are_missing_or_too_many_no_word_has_a_note(piece):
    assert Noted("a house").analysed(piece) == piece


def test_the_notes_that_come_out_tell_where_words_come_from():
    out = (
        "[[0:0]]La[[/]] [[4:2]]casa[[/]] [[2:1]]roja[[/]]  [[6:3; 8:4]]del[[/]] [[10:5.6]]primer ministro[[/]]"
        " \\[sic\\].[x7e] y"
    )
    assert Noted("The red house").arrived(out) == (
        word("la", 0),
        word("casa", 2),
        word("roja", 1),
        word("del", 3, 4),
        word("prime", 5, 6),
        word("minis", 5, 6),
        word("sic"),
        word("y"),
    )


def test_words_that_are_tied_together_come_from_their_notes_in_order():
    assert Noted("in front of the school").arrived("[[0:0.1.2; 2:3; 4:4]]davant de l'escola[[/]]") == (
        word("davan", 0, 1, 2),
        word("de", 0, 1, 2, 3),
        word("l", 3, 4),
        word("escol", 4),
    )


def test_an_identifier_is_known_by_itself_when_it_comes_out():
    noted = Noted("See https://example.org and 10000.50")
    assert noted.arrived("[[0:0]]Ve[[/]] [[2:1]]Qzxwv[[/]] [[4:2]]y[[/]] [[6:3.4]]10000.50[[/]] Qzxwv") == (
        word("ve", 0),
        word("https://example.org", 1),
        word("y", 2),
        word("10000", 3, 4),
        word("50", 3, 4),
        word("qzxwv"),
    )


def test_an_article_that_the_rules_have_added_is_nobodys():
    added = "[[3:1]]^el<det><def><f><sg>$ [[1:0]]^nuevo<adj>$ [[3:1]]^casa<n>$ [[5:2]]^el<det>$ [[7:3]]^mar<n>$[].[]"
    assert transferred(added) == added.replace("[[3:1]]^el", "^el")
