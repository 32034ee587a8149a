import sys
import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st

from translate.core.text.spelling import fold, normalise

AWKWARD = st.text(
    st.sampled_from("aäoõеийİΣßER'’“« \u00a0\u2009\n-\u2011\u00ad\u200b\ufeff\u200e\u0301\u0306\u0308각ᄀ")
)


def test_typographic_and_plain_punctuation_compare_alike():
    assert normalise("“Esimene\u00a0stuudio”").text == '"Esimene stuudio"'
    assert normalise("Kallas’s NATO\u2011Russia").text == "Kallas's NATO-Russia"


def test_plain_text_is_its_own_spelling():
    plain = "".join(map(chr, range(ord(" "), 0x7F)))
    assert (normalise(plain).text, normalise(plain).spans) == (plain, None)


def test_clean_text_keeps_its_offsets_without_a_map():
    assert normalise("Ütles “jah”").spans is None


def test_a_letter_in_two_pieces_is_found_where_it_stood():
    normal = normalise("Na\u0308el\u00ad\u200b ja")
    assert normal.text == "Näel ja"
    assert normal.original(0, 4) == (0, 5)
    assert normal.original(5, 7) == (8, 10)


def test_a_run_of_white_space_is_one_space():
    normal = normalise("Esimene \n\t stuudio")
    assert normal.text == "Esimene stuudio"
    assert normal.original(0, 15) == (0, 18)


def test_stress_marks_of_a_dictionary_do_not_count():
    assert normalise("Ка́ллас").text == "Каллас"
    assert normalise("й é").text == "й é"


def test_folding_keeps_every_offset():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(everything)) == len(everything)
    assert fold("İSTANBUL ΟΔΟΣ") == "istanbul οδοσ"


def test_endless_marks_on_one_letter_are_never_sorted_as_one():
    # Python's own NFC sorts them in quadratic time: 100,000 marks take it a quarter of a minute.
    normal = normalise("a" + "\u0316\u0308" * 50_000 + "b")
    assert normal.text.startswith("ä")
    assert normal.text.endswith("b")
    assert "\u0308\u0316" in normal.text


def test_thirty_marks_on_one_letter_are_sorted_and_one_more_stands_apart():
    assert normalise("a" + "\u0316" * 29 + "\u0308").text == "ä" + "\u0316" * 29
    assert normalise("a" + "\u0316" * 30 + "\u0308").text == "a" + "\u0316" * 30 + "\u0308"


LETTERS = [chr(code) for code in range(0x20, 0x2B0) if chr(code).isprintable()]


def test_texts_of_plain_letters_alone_go_a_shorter_way_and_come_to_the_same():
    for letter in LETTERS:
        short, long = normalise(f"a{letter} a"), normalise(f"a{letter} a\u4e00")
        assert (short.text, short.folded) == (long.text[:-1], long.folded[:-1])


@given(st.text() | AWKWARD)
def test_normalising_again_changes_nothing(text):
    once = normalise(text)
    assert normalise(once.text).text == once.text
    assert len(once.folded) == len(once.text)


@given(st.text() | AWKWARD)
def test_composed_and_decomposed_texts_compare_alike(text):
    assert normalise(unicodedata.normalize("NFD", text)).text == normalise(text).text


@given(AWKWARD, st.data())
def test_a_piece_of_the_comparable_text_leads_back_to_a_piece_that_compares_alike(text, data):
    normal = normalise(text)
    assume(normal.text)
    start = data.draw(st.integers(0, len(normal.text) - 1))
    end = data.draw(st.integers(start + 1, len(normal.text)))
    first, last = normal.original(start, end)
    assert 0 <= first < last <= len(text)
    assert normal.text[start:end] in normalise(text[first:last]).text
