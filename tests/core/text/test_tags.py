import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.placing.laws import is_same
from tests.core.tagged import tagged
from translate.core.text.aligning import words_of
from translate.core.text.tags import counted, fitted, parted, plain, put, unbalanced

WORDS = st.lists(st.sampled_from(["üks", "kaks.", "„kolm”", ",", "4", "遅", "don’t"]), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("text", "bare", "places"),
    [
        ("It left.", "It left.", []),
        ("The <a1>ferry</a1> left.", "The ferry left.", [("<a1>", 4), ("</a1>", 9)]),
        ("One.<br1/>Two", "One. Two", [("<br1/>", 5)]),
        ("One. <br1/>Two", "One. Two", [("<br1/>", 5)]),
        ("H<sub1>2</sub1>O", "H2O", [("<sub1>", 1), ("</sub1>", 2)]),
        ("Run <code1/> now", "Run <code1/> now", []),
        ("<h2> and <b> are <A1> no tags </1>, nor <a01>", "<h2> and <b> are <A1> no tags </1>, nor <a01>", []),
        ("5 < 6 and <a1", "5 < 6 and <a1", []),
    ],
)
def test_a_text_is_parted_from_its_tags(text, bare, places):
    found = parted(text)
    assert (found.plain, [(str(place), place.at) for place in found.places]) == (bare, places)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("It left.", "See lahkus.", "See lahkus."),
        ("<em1>It</em1> left.", "See lahkus.", "<em1>See</em1> lahkus."),
        ("It <em1>left.</em1>", "See lahkus.", "See <em1>lahkus.</em1>"),
        ("It <em1>left</em1>.", "See lahkus.", "See <em1>lahkus</em1>."),
        ("He said <q1>“wait”</q1> then", "Ta ütles „oota” siis", "Ta ütles <q1>„oota”</q1> siis"),
        ("One.<br1/>Two.", "Üks. Kaks.", "Üks.<br1/>Kaks."),
        ("One. <br1/>Two.", "Üks. Kaks.", "Üks. <br1/>Kaks."),
        ("One.<br1/>Two.", "Üks.\u00a0Kaks.", "Üks.\u00a0<br1/>Kaks."),
        ("<a1>All <b2>of</b2> it</a1>", "Kõik", "<a1><b2>Kõik</b2></a1>"),
        ("<img1/>It left<img2/>", "See lahkus", "<img1/>See lahkus<img2/>"),
        ("<a1>船が</a1>出た", "It left", "<a1>It</a1> left"),
        ("<b1>So more:</b1> <a2>A b c d e f g</a2>", "Nii veel: x y z", "<b1>Nii veel:</b1> <a2>x y z</a2>"),
        ("<a1>It</a1>", "", "<a1></a1>"),
        ("The ferry<fn1/> sails", "Praam väljub täna", "Praam väljub<fn1/> täna"),
        ("It <img1/>sails", "See väljub", "See <img1/>väljub"),
        ("In Rome<fn1/>, it sails", "Rome, väljub", "Rome<fn1/>, väljub"),
        ("It <b1>left.</b1>Rome", "See lahkus. Rome", "See <b1>lahkus.</b1> Rome"),
        ("Rome.<b1>It left</b1>", "Rome. See lahkus", "Rome. <b1>See lahkus</b1>"),
        ("<a1>One</a1><a2>Two</a2>", "OneTwo", "<a1>One</a1><a2>Two</a2>"),
        ("The <a1>Rome</a1> talks of the <b2>week</b2>.", "Rome kõnelused.", "<a1>Rome</a1> <b2>kõnelused</b2>."),
        (
            "Late in <a1>“Rome”</a1>, he left.",
            "Ta lahkus kell 7 hilja „Rome”.",
            "Ta lahkus kell 7 hilja <a1>„Rome”</a1>.",
        ),
    ],
)
def test_tags_are_put_where_they_stand_in_proportion(source, text, expected):
    assert put(text, source) == expected


@given(tagged(), WORDS)
def test_no_tag_is_lost_doubled_crossed_or_within_a_word_and_the_text_stays(source, text):
    found = put(text, source)
    assert put(plain(source), source) == source
    assert counted(found) == counted(source)
    assert not list(unbalanced(found))
    assert is_same(text, parted(found))


@given(tagged(), st.data())
def test_what_is_found_in_the_plain_text_is_shown_where_it_stands(source, data):
    found = parted(source)
    start = data.draw(st.integers(0, len(found.plain)))
    end = data.draw(st.integers(start, len(found.plain)))
    outer = found.outer((start, end))
    assert 0 <= outer[0] <= outer[1] <= len(source)
    assert plain(source[slice(*outer)]).split() == found.plain[start:end].split()


@given(WORDS, WORDS, WORDS, WORDS.filter(words_of))
def test_a_tag_around_words_is_around_words(before, inside, behind, text):
    found = put(text, f"{before} <a1>{inside}</a1> {behind}".strip())
    within = found[found.index("<a1>") : found.index("</a1>")]
    assert words_of(plain(within)) or not words_of(inside)


def test_tags_stay_in_their_sentence_and_at_what_is_known():
    source, text = "It <b1>left</b1> now. The ferry <a2>sank</a2>.", "See lahkus. Praam vajus täna põhja."
    sentences = [((0, 12), (0, 11)), ((13, 28), (12, 35))]
    assert put(text, source, sentences) == "<b1>See lahkus</b1>. Praam vajus <a2>täna põhja</a2>."
    known = [((23, 27), (18, 23))]
    assert put(text, source, sentences, known) == "<b1>See lahkus</b1>. Praam <a2>vajus</a2> täna põhja."


def test_a_translation_of_another_text_keeps_its_tags_where_they_are_the_same():
    assert fitted("<a1>See</a1> lahkus", "<a1>He</a1> left") == "<a1>See</a1> lahkus"
    assert fitted("<b1>See</b1> lahkus", "<a1>He</a1> left") == "<a1>See</a1> lahkus"
    assert fitted("See lahkus", "<a1>He</a1> left") == "<a1>See</a1> lahkus"
    assert fitted("<a1>See</a1> lahkus", "He left") == "See lahkus"


def test_ends_that_are_missing_and_pairs_that_cross_are_told():
    assert list(unbalanced("<a1>x</a1> <br2/>")) == []
    assert list(unbalanced("<a1>x")) == [(0, 4)]
    assert list(unbalanced("x</a1>")) == [(1, 6)]
    assert list(unbalanced("<a1><b2></a1></b2>")) == [(8, 13), (0, 4)]


def test_a_great_many_tags_and_marks_take_no_time_to_speak_of():
    began = time.process_time()
    parted("".join(f"<a{number}>" for number in range(1, 9999)) + "word")
    put("sõna" + "“" * 9999 + " s", "x" + "".join(f"”</b{number}>" for number in range(1, 9999)) + " y")
    assert time.process_time() - began < 3
