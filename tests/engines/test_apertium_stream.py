import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from translate.core.offers import RequiredTerm, SourceSentence
from translate.engines.apertium.stream import Way, decode, encode
from translate.engines.identity import with_terms

# Half of a surrogate pair is no text: no article has one, and it could not be sent to Apertium.
HOSTILE = st.text(
    st.sampled_from("[]{}^$/\\@<>~*#&;|_'’\"t0x1e .,é\u00a0\u200b\uffff\x00\n") | st.characters(codec="utf-8"),
    min_size=1,
)


def sentence(text, *terms):
    """A sentence with (words, form, form …) required, each where it first stands."""
    return SourceSentence(
        text, tuple(RequiredTerm(text.index(t[0]), text.index(t[0]) + len(t[0]), tuple(t[1:])) for t in terms)
    )


def test_a_name_that_stays_goes_as_a_name_that_apertium_knows():
    kallas = sentence("Kaja Kallas said no.", ("Kaja Kallas", "Kaja Kallas"))
    assert encode(kallas, Way.WORDS) == "[[0]]Kevin[[/]] said no."
    assert decode(kallas, Way.WORDS, "[[0]]Kevin[[/]] dijo no.") == "Kaja Kallas dijo no."


def test_a_term_with_a_translation_goes_as_its_own_words():
    union = sentence("The EU (Union) met.", ("EU", "UE"), ("Union", "Unión"))
    assert encode(union, Way.WORDS) == "The [[0]]EU[[/]] ([[1]]Union[[/]]) met."
    assert encode(union, Way.CARRIER) == "The [[0]]Kevin[[/]] ([[1]]Kevin[[/]]) met."
    assert encode(union, Way.BLANK) == "The [t0] ([t1]) met."
    assert encode(union, Way.FREE) == "The EU (Union) met."


def test_the_accepted_form_that_apertium_chose_is_kept():
    experts = sentence("Security experts lie.", ("Security experts", "experto en seguridad", "expertos de seguridad"))
    assert (
        decode(experts, Way.WORDS, "[[0]]Expertos[[/]] de [[0]]seguridad[[/]] mienten.")
        == "expertos de seguridad mienten."
    )


def test_another_translation_of_a_term_is_replaced_by_the_preferred_form():
    expert = sentence("The security expert lies.", ("security expert", "experto en seguridad"))
    output = "El [[0]]experto[[/]] de la [[0]]seguridad[[/]] miente."
    assert decode(expert, Way.WORDS, output) == "El experto en seguridad miente."


@pytest.mark.parametrize(
    "output",
    [
        "El [[0]]experto[[/]] estonio de [[0]]seguridad[[/]] miente.",
        "El miente.",
        "El [ [[0]]experto[[/]] miente.",
        "El [[0]]experto[[/]] de la no [[0]]seguridad[[/]] miente.",
        "[[0]]experto[[/]] miente, dice el [[0]]experto[[/]].",
        "El [[1]]experto[[/]] miente.",
        "El [[0; 1]]experto[[/]] miente.",
        "El [[0]]security expert[[/]] miente.",
        "El [[0]]experto miente.",
        "Eldel[[0]]experto[[/]] miente.",
        "El [[0]]experto[[/]]miente.",
        "El [[0]]experto[[/]] miente. [",
        "El [[0]]experto[[/]] miente. \\",
        "[[0]]experto[[/]] [e3]",
    ],
)
def test_an_answer_that_lost_tore_or_copied_a_term_is_refused(output):
    assert decode(sentence("The security expert lies.", ("security expert", "experto")), Way.WORDS, output) is None


def test_small_words_that_the_rules_tie_to_a_term_stay():
    plan = sentence("Kallas's plan", ("Kallas", "Kallas"))
    assert decode(plan, Way.WORDS, "El pla [[0]]de Kevin[[/]]") == "El pla de Kallas"
    union = sentence("The Union met.", ("Union", "Unió"))
    assert decode(union, Way.WORDS, "[[0]]La Unió[[/]] es reuneix.") == "La Unió es reuneix."
    assert decode(union, Way.WORDS, "[[0]]La Lliga[[/]] es reuneix.") is None


def test_a_name_that_came_back_changed_is_refused():
    assert decode(sentence("Kallas said", ("Kallas", "Kallas")), Way.CARRIER, "[[0]]Kevinek[[/]] esan") is None


def test_a_blank_that_lost_its_space_gets_it_back():
    plan = sentence("Kallas's plan", ("Kallas", "Kallas"))
    assert decode(plan, Way.BLANK, "Pla[t0]ha") == "Pla Kallas ha"
    assert decode(plan, Way.BLANK, "[t0]'ha") == "Kallas'ha"


def test_a_possessive_without_s_is_spelled_out():
    office = sentence("Speaking at Kallas' office", ("Kallas", "Kallas"))
    assert encode(office, Way.WORDS) == "Speaking at [[0]]Kevin[[/]]'s office"


@pytest.mark.parametrize(
    "text", ["He said: 'I trust Kallas' today", "the 's Kallas', he said", "Kallas'", "Kalla' office"]
)
def test_a_closing_quote_is_no_possessive(text):
    name = "Kallas" if "Kallas" in text else "Kalla"
    assert "'s " not in encode(sentence(text, (name, name)), Way.WORDS).replace("'s [[", "")


def test_spaces_that_a_dropped_word_left_are_taken_out():
    assert decode(SourceSentence("Then, he said, no."), Way.FREE, " Entonces,  dijo , no .") == "Entonces, dijo, no."


def test_spaces_that_the_source_has_are_left():
    assert decode(SourceSentence("a  b , c"), Way.FREE, "un  b , c") == "un  b , c"


def test_spaces_inside_a_form_are_left():
    show = sentence("The show.", ("show", "a  b ."))
    assert decode(show, Way.WORDS, "El  [[0]]espectáculo[[/]] .") == "El a  b .."


def test_nothing_left_is_no_translation():
    assert decode(SourceSentence("It"), Way.FREE, "  ") is None


@given(HOSTILE)
def test_what_comes_back_unchanged_is_the_text_itself(text):
    assert (
        decode(SourceSentence(text), Way.FREE, encode(SourceSentence(text), Way.FREE)) or ""
    ) == unicodedata.normalize("NFC", text).strip()


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE, st.sampled_from([Way.WORDS, Way.CARRIER, Way.BLANK]))
def test_a_form_comes_back_exactly_whatever_surrounds_it(before, own, after, form, way):
    assume("'" not in after)
    assume("’" not in after)
    before, after = unicodedata.normalize("NFC", before), unicodedata.normalize("NFC", after)
    marked = SourceSentence(before + own + after, (RequiredTerm(len(before), len(before + own), (form,)),))
    if (found := decode(marked, way, encode(marked, way))) is None:
        # Only a term's own words that came back as they were are refused, or a blank text.
        assert (way is Way.WORDS and own != form) or not with_terms(marked).strip()
    else:
        assert found == with_terms(marked).strip()


@pytest.mark.parametrize(
    "output", ["[x110000]", "[xd800]", "[x0dfff]", f"[x{'f' * 9000}]", f"[t{'9' * 5000}]", f"[[{'1' * 5000}]]a[[/]]"]
)
@pytest.mark.parametrize("way", Way)
def test_codes_and_numbers_that_nobody_wrote_are_no_answer(output, way):
    assert decode(sentence("It rains."), way, output) is None
