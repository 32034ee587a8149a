"""Four words in a row that come again."""

from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.repetition import again, phrases, repetitions, rows_again, said_again


def test_a_phrase_is_four_words_in_a_row_and_where_they_stand():
    assert list(phrases("“Üks, KAKS” kolm neli viis.")) == [
        (("üks", "kaks", "kolm", "neli"), (1, 21)),
        (("kaks", "kolm", "neli", "viis"), (6, 26)),
    ]


def test_repetitions_count_phrases_whatever_their_case_and_marks():
    assert repetitions("a b c d") == 0
    assert repetitions("a b c d, A B C D!") == 1
    assert repetitions("no no no no no no") == 2
    assert repetitions("") == 0


def test_letters_whose_lower_case_depends_on_their_place_are_the_same_letters():
    assert repetitions("ΛΌΓΟΣ a b c λόγος a b c") == 1
    assert repetitions("İstanbul a b c istanbul a b c") == 1


def test_what_is_said_again_at_once_goes_round_in_circles():
    assert [each.at_once for each in again("a b c d e a b c d e")] == [True, False]
    assert [each.at_once for each in again("a b c d, and then a b c d")] == [False]
    assert [each.at_once for each in again("no no no no no")] == [True]
    assert [(each.span, each.times) for each in again("a b c d a b c d")] == [((8, 15), 2)]


def test_words_of_weight_that_a_text_says_again_are_found_in_their_forms():
    text = "Korea and all of the others, then: the Koreans, and all of the others"
    found, _ = again("de la Corée du Nord et tous les autres, de la Corée du Nord")
    assert said_again("of all and of all") == frozenset()
    assert len(said_again(text)) == 2  # Korea, others.
    assert said_again(text, ignoring=("others",)) < said_again(text)
    assert found.echoes(said_again("North Korea and them, then North Korea and others"))
    assert not found.echoes(said_again("All of them, also North Korea and then North Korea"))


def test_the_vowels_of_hindi_part_no_words():
    assert [words for words, _ in phrases("हिन्दी में लिखी खबर")] == [("हिन्दी", "में", "लिखी", "खबर")]


@given(st.lists(st.sampled_from("abcd"), max_size=40))
def test_whatever_comes_again_is_found_again(letters):
    text = " ".join(letters)
    assert len(list(again(text))) == repetitions(text)


def test_two_words_that_a_text_says_again_are_told_by_the_parts_of_it():
    assert rows_again("New Korea is here. New Korea") == {(0, 10)}
    assert rows_again("New Korea is here. Korea is old, korea IS") == {(1, 7), (7, 12)}
    assert rows_again("Korea") == rows_again("") == frozenset()
