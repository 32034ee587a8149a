"""Four words in a row that come again."""

from translate.core.text.repetition import phrases, repetitions


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
