"""A segment falls into sentences, and their translations take their places."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.sentences import LONGEST, Sentence, cut, join


class FullStops:
    """A segmenter that ends a sentence behind each full stop and the white space after it."""

    def split(self, text):
        return re.findall(r"[^.]*\.\s*|[^.]+", text)


def texts(text, protected=(), **limits):
    return [sentence.text for sentence in cut(text, FullStops(), protected, **limits)]


ANY_TEXT = st.one_of(
    st.text(),
    st.lists(st.sampled_from(["a", "b. ", ". ", ".", " ", "\u3000", ", ", "; ", "ccc", "e\u0301"])).map("".join),
)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20)).map(lambda s: (s[0], s[0] + s[1])), max_size=5)


def test_sentences_leave_out_the_space_around_them():
    assert cut(" One.  Two. ", FullStops()) == (Sentence("One.", 1, 5), Sentence("Two.", 7, 11))


def test_sentences_without_space_between_them_stay_so():
    text = "One.Two.Three"
    sentences = cut(text, FullStops())
    assert [s.text for s in sentences] == ["One.", "Two.", "Three"]
    assert join(text, sentences, ["Üks.", "Kaks.", "Kolm"]) == "Üks.Kaks.Kolm"


def test_translations_stand_between_the_original_space():
    text = "\u2003One.\xa0 Two.\t"
    assert join(text, cut(text, FullStops()), ["Esimene lause.", "Teine."]) == "\u2003Esimene lause.\xa0 Teine.\t"


def test_a_sentence_may_be_translated_by_nothing():
    assert join("One. Two.", cut("One. Two.", FullStops()), ["", "Kaks."]) == " Kaks."


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
def test_a_text_of_white_space_has_no_sentence(text):
    assert cut(text, FullStops()) == ()
    assert join(text, (), ()) == text


def test_a_sentence_does_not_end_inside_a_term():
    text = "He met Mr. Tamm Jr. in Tartu. It rained."
    assert texts(text) == ["He met Mr.", "Tamm Jr.", "in Tartu.", "It rained."]
    start = text.index("Mr.")
    assert texts(text, [(start, start + len("Mr. Tamm Jr."))]) == ["He met Mr. Tamm Jr.", "in Tartu.", "It rained."]


def test_a_sentence_ends_where_a_term_ends():
    text = "It is Mamma Mia. It rained."
    assert texts(text, [(6, 16)]) == ["It is Mamma Mia.", "It rained."]
    assert texts(text, [(17, 19)]) == ["It is Mamma Mia.", "It rained."]


def test_terms_may_overlap_and_come_in_any_order():
    assert texts("A. B. C. D", [(4, 7), (0, 4), (3, 5)]) == ["A. B. C.", "D"]


def test_dots_and_dashes_alone_are_no_sentence():
    assert texts("He left. . . . They stayed. …") == ["He left. . . .", "They stayed. …"]
    assert texts("… . He left.") == ["… . He left."]


def test_dots_alone_are_a_sentence_where_there_is_nothing_else():
    assert texts(". . .") == [". . ."]


def test_a_long_sentence_is_cut_at_a_semicolon_before_a_comma_before_a_space():
    text = "aaaa bbbb, cccc; dddd, eeee ffff"
    assert texts(text, longest=25) == ["aaaa bbbb, cccc;", "dddd, eeee ffff"]
    assert texts(text.replace(";", ""), longest=25) == ["aaaa bbbb, cccc dddd,", "eeee ffff"]
    assert texts("aaaa bbbb cccc dddd", longest=12) == ["aaaa bbbb", "cccc dddd"]


@pytest.mark.parametrize("mark", [*";；", *",，、،"])
def test_each_mark_that_a_long_sentence_may_be_cut_after_comes_before_a_space(mark):
    assert texts(f"aaaa bbbb{mark} cccc dddd", longest=16) == [f"aaaa bbbb{mark}", "cccc dddd"]
    assert texts("aaaa bbbb: cccc dddd", longest=16) == ["aaaa bbbb: cccc", "dddd"]


def test_a_sentence_at_the_limit_stays_whole():
    text = "word, " * 99 + "abcdef"
    assert len(text) == LONGEST
    assert texts(text) == [text]
    assert len(texts(text + "g")) == 2


def test_five_thousand_letters_without_a_break_become_parts_of_a_size_to_translate():
    parts = texts("x" * 5000)
    assert "".join(parts) == "x" * 5000
    assert max(map(len, parts)) <= LONGEST


def test_text_without_spaces_is_cut_at_its_own_marks():
    assert texts("図書館は今日開きます、入場は無料です、誰が来ますか", longest=13) == [
        "図書館は今日開きます、",
        "入場は無料です、",
        "誰が来ますか",
    ]


def test_a_term_longer_than_a_sentence_may_be_stays_whole():
    term = "b " * 19 + "b"
    assert texts(f"aaaaaa, {term} cc dd", [(8, 47)], longest=10) == ["aaaaaa,", term, "cc dd"]


def test_an_accent_stays_with_its_letter():
    parts = texts("e\u0301" * 50, longest=9)
    assert "".join(parts) == "e\u0301" * 50
    assert max(map(len, parts)) <= 10
    assert not any(unicodedata.combining(part[0]) for part in parts)


def test_a_segmenter_that_loses_text_is_found_out():
    class Stripping:
        def split(self, text):
            return [text.strip()]

    with pytest.raises(ValueError, match="do not join back"):
        cut("One. ", Stripping())


def test_a_translation_too_few_is_found_out():
    with pytest.raises(ValueError, match="shorter"):
        join("One. Two.", cut("One. Two.", FullStops()), ["Üks."])


@given(ANY_TEXT, SPANS, st.integers(1, 40))
def test_joining_the_sentences_themselves_gives_the_text_back(text, protected, longest):
    sentences = cut(text, FullStops(), protected, longest)
    assert join(text, sentences, [s.text for s in sentences]) == text


@given(ANY_TEXT, SPANS, st.integers(1, 40))
def test_sentences_are_in_order_and_all_that_is_not_white_space(text, protected, longest):
    sentences = cut(text, FullStops(), protected, longest)
    assert [text[s.start : s.end] for s in sentences] == [s.text for s in sentences]
    assert all(s.text == s.text.strip() != "" for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert join(text, sentences, [""] * len(sentences)).strip() == ""


@given(ANY_TEXT, SPANS, st.integers(1, 40))
def test_no_sentence_starts_or_ends_inside_a_term(text, protected, longest):
    for sentence in cut(text, FullStops(), protected, longest):
        for start, end in protected:
            if not text[start:end].strip():
                continue
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            last = start + len(text[start:end].rstrip())
            assert sentence.end <= first or sentence.start >= last or sentence.start <= first <= last <= sentence.end


@given(st.text(alphabet="ab,; ", max_size=400), st.integers(5, 40))
def test_no_sentence_is_longer_than_the_limit_where_no_term_asks_for_it(text, longest):
    assert all(len(s.text) <= longest for s in cut(text, FullStops(), (), longest))


def test_a_span_within_another_does_not_shorten_it():
    text = "He met Mr. Tamm Jr. in Tartu. It rained."
    assert texts(text, [(0, 2), (7, 28), (11, 15)]) == ["He met Mr. Tamm Jr. in Tartu.", "It rained."]
