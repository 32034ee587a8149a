"""What in a translation stands for what in its source."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.aligning import sentence_pairs, stretches, words_of

WORDS = st.lists(st.sampled_from(["Tallinn", "Tartu", "praam", "7", "1991", "ja", "„oota”", ".", "遅"]), max_size=12)
TEXTS = WORDS.map(" ".join)


def shown(source, text, *told):
    return [(source[slice(*here)], text[slice(*there)]) for here, there in stretches(source, text, *told)]


def span(text, part):
    return text.index(part), text.index(part) + len(part)


def test_a_word_of_hindi_is_one_and_so_is_a_word_with_its_ending():
    assert [text[slice(*span)] for text in ["हिन्दी में", "URL-id Shift-klahv"] for span in words_of(text)] == [
        "हिन्दी", "में", "URL-id", "Shift", "klahv",
    ]  # fmt: skip


def test_names_and_numbers_stand_for_themselves():
    assert shown("He left Tallinn in 1991 for good", "Ta lahkus 1991 jäädavalt") == [
        ("He left Tallinn in ", "Ta lahkus "),
        ("1991", "1991"),
        (" for good", " jäädavalt"),
    ]


def test_what_stands_twice_or_in_another_order_tells_less():
    assert shown("Ada met Ada", "Ada kohtas Adat") == [("Ada met Ada", "Ada kohtas Adat")]
    assert shown("from Rome to Oslo and Bonn", "to Oslo and Bonn from Rome")[1] == ("Oslo", "Oslo")


def test_what_is_known_goes_before_and_parts_no_word():
    source, text = "the city council met", "linnavolikogu kogunes eile"
    known = [(span(source, "city council"), span(text, "linnavolikogu"))]
    assert shown(source, text, (), known)[:2] == [("the city council", "linnavolikogu"), (" met", " kogunes eile")]
    within = [(span(source, "city council"), span(text, "volikogu"))]
    assert shown(source, text, (), within) == [(source, text)]


@pytest.mark.parametrize(
    ("translations", "text", "expected"),
    [
        (["“Üks.”", "Kaks!"], "„Üks.“ Kaks!", ["„Üks.“", "Kaks!"]),
        (["Un", "deux ?"], "Un deux ?", ["Un", "deux"]),
        (["「一」。", "二。"], "「一」。二。", ["「一」。", "二。"]),
        (["Üks.", "Kaks!"], "Üks. Kaks, kolm!", []),
        (["Üks.", "!"], "Üks. !", []),
    ],
)
def test_sentences_are_found_again_by_their_letters(translations, text, expected):
    found = sentence_pairs([(0, 3), (4, 7)], translations, text)
    assert [text[slice(*there)] for _, there in found] == expected


@given(TEXTS, TEXTS, st.data())
def test_stretches_leave_nothing_out_and_keep_their_words(source, text, data):
    own, others = words_of(source), words_of(text)
    known = []
    if own and others:
        known = data.draw(st.lists(st.tuples(st.sampled_from(own), st.sampled_from(others)), unique_by=lambda p: p[0]))
    found = stretches(source, text, (), known)
    assert "".join(source[slice(*here)] for here, _ in found) == source
    assert "".join(text[slice(*there)] for _, there in found) == text
    for _, (start, _) in found:
        assert not any(word[0] < start < word[1] for word in others)
    if others:
        assert all(words_of(text[slice(*there)]) for here, there in found if words_of(source[slice(*here)]))
    assert all(before[0][1] == after[0][0] and before[1][1] == after[1][0] for before, after in pairwise(found))


def test_a_very_long_text_takes_no_time_to_speak_of():
    numbers = [str(number) for number in range(50_000)]
    other = sorted(numbers, key=lambda number: number[::-1])
    began = time.process_time()
    stretches(" ".join(numbers), " ".join(other))
    assert time.process_time() - began < 3
