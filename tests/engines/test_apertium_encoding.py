import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.terms.ways import How
from translate.engines.apertium import encoding
from translate.engines.apertium.encoding import Road, encode, holed
from translate.engines.apertium.mends import polished
from translate.engines.identity import with_terms

# Half of a surrogate pair is no text: no article has one, and it could not be sent to Apertium.
HOSTILE = st.text(
    st.sampled_from("[]{}^$/\\@<>~*#&;|_'’\"t0x1e .,é\u00a0\u200b\uffff\x00\n") | st.characters(codec="utf-8"),
    min_size=1,
)


def decode(sentence, road, output, placed=()):
    """The text that is read, its spaces mended."""
    source = holed(sentence, road)
    found = encoding.decode(sentence, source, road, output, dict(placed))
    return None if found is None else polished(found, source).filled()


def sentence(text, *terms):
    """A sentence with (words, form, form …) required, each where it first stands."""
    return SourceSentence(
        text, tuple(RequiredTerm(text.index(t[0]), text.index(t[0]) + len(t[0]), tuple(t[1:])) for t in terms)
    )


def test_a_name_that_stays_goes_as_a_name_that_apertium_knows():
    kallas = sentence("Kaja Kallas said no.", ("Kaja Kallas", "Kaja Kallas"))
    assert encode(kallas, Road.WORDS) == "[[0]]Kevin[[/]] said no."
    assert decode(kallas, Road.WORDS, "[[0]]Kevin[[/]] dijo no.") == "Kaja Kallas dijo no."


def test_a_term_with_a_translation_goes_as_its_own_words():
    union = sentence("The EU (Union) met.", ("EU", "UE"), ("Union", "Unión"))
    assert encode(union, Road.WORDS) == "The [[0]]EU[[/]] ([[1]]Union[[/]]) met."
    assert encode(union, Road.CARRIER) == "The [[0]]Kevin[[/]] ([[1]]Kevin[[/]]) met."
    assert encode(union, Road.BLANK) == "The [t0] ([t1]) met."
    assert encode(union, Road.FREE) == "The EU (Union) met."


def test_the_accepted_form_that_apertium_chose_is_kept():
    experts = sentence("Security experts lie.", ("Security experts", "experto en seguridad", "expertos de seguridad"))
    assert (
        decode(experts, Road.WORDS, "[[0]]Expertos[[/]] de [[0]]seguridad[[/]] mienten.")
        == "expertos de seguridad mienten."
    )


def test_another_translation_of_a_term_is_replaced_by_the_preferred_form():
    expert = sentence("The security expert lies.", ("security expert", "experto en seguridad", "experta"))
    output = "El [[0]]experto[[/]] de la [[0]]seguridad[[/]] miente."
    assert decode(expert, Road.WORDS, output) == "El experto en seguridad miente."


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
    assert decode(sentence("The security expert lies.", ("security expert", "experto")), Road.WORDS, output) is None


def test_small_words_that_the_rules_tie_to_a_term_stay():
    plan = sentence("Kallas's plan", ("Kallas", "Kallas"))
    assert decode(plan, Road.WORDS, "El pla [[0]]de Kevin[[/]]") == "El pla de Kallas"
    union = sentence("The Union met.", ("Union", "Unió"))
    assert decode(union, Road.WORDS, "[[0]]La Unió[[/]] es reuneix.") == "La Unió es reuneix."
    assert decode(union, Road.WORDS, "[[0]]La Lliga[[/]] es reuneix.") is None


def test_a_name_that_came_back_changed_is_refused():
    assert decode(sentence("Kallas said", ("Kallas", "Kallas")), Road.CARRIER, "[[0]]Kevinek[[/]] esan") is None


def test_a_blank_that_lost_its_space_gets_it_back():
    plan = sentence("Kallas's plan", ("Kallas", "Kallas"))
    assert decode(plan, Road.BLANK, "Pla[t0]ha") == "Pla Kallas ha"
    assert decode(plan, Road.BLANK, "[t0]'ha") == "Kallas'ha"


def test_a_possessive_without_s_is_spelled_out():
    office = sentence("Speaking at Kallas' office", ("Kallas", "Kallas"))
    assert encode(office, Road.WORDS) == "Speaking at [[0]]Kevin[[/]]'s office"


@pytest.mark.parametrize(
    "text", ["He said: 'I trust Kallas' today", "the 's Kallas', he said", "Kallas'", "Kalla' office"]
)
def test_a_closing_quote_is_no_possessive(text):
    name = "Kallas" if "Kallas" in text else "Kalla"
    assert "'s " not in encode(sentence(text, (name, name)), Road.WORDS).replace("'s [[", "")


def test_spaces_that_a_dropped_word_left_are_taken_out():
    assert decode(SourceSentence("Then, he said, no."), Road.FREE, " Entonces,  dijo , no .") == "Entonces, dijo, no."


def test_spaces_that_the_source_has_are_left():
    assert decode(SourceSentence("a  b , c"), Road.FREE, "un  b , c") == "un  b , c"


def test_spaces_inside_a_form_are_left():
    show = sentence("The show.", ("show", "a  b ."))
    assert decode(show, Road.WORDS, "El  [[0]]espectáculo[[/]] .") == "El a  b .."


def test_a_term_goes_as_a_made_up_word_between_marks_and_its_form_stands_before_its_mark():
    experts = sentence("Two security experts and the EU.", ("security experts", "expertos"), ("EU", "UE"))
    assert encode(experts, Road.UNIT) == "Two [t0]xqzbb[/t0] and the [t1]xqzbc[/t1]."
    placed = {0: "expertos en seguridad", 1: "UE"}
    output = "Dos expertos en seguridad[t0] y la UE[t1]."
    assert decode(experts, Road.UNIT, output, placed) == "Dos expertos en seguridad y la UE."


def test_a_mark_without_its_form_before_it_is_refused():
    experts = sentence("Experts lie.", ("Experts", "Expertos"))
    assert decode(experts, Road.UNIT, "[t0] mienten.", {}) is None
    assert decode(experts, Road.UNIT, "[t0] mienten.", {0: "Expertos"}) is None
    assert decode(experts, Road.WORDS, "Expertos[t0] mienten.", {0: "Expertos"}) is None


def test_two_terms_with_a_hyphen_between_go_as_one_word():
    relations = sentence("The NATO-EU relations.", ("NATO", "OTAN"), ("EU", "UE"))
    assert encode(relations, Road.UNIT) == "The [t0]xqzbb[/t0] relations."


@pytest.mark.parametrize(
    "output",
    [
        "Dos experto[t0] y la UE[t1].",
        "Dos expertos[t0] y la UE.",
        "Dos expertos[t0] y la expertos[t0] y la UE[t1].",
        "Dos expertos[t0] y la UE[t1][t2].",
        "Dos expertos[t0]y la UE[t1].",
        "Dos xqzbb y la UE[t1].",
    ],
)
def test_a_form_that_is_not_before_its_mark_once_is_refused(output):
    experts = sentence("Two experts and the EU.", ("experts", "expertos"), ("EU", "UE"))
    assert decode(experts, Road.UNIT, output, {0: "expertos", 1: "UE"}) is None


def test_how_each_term_came_is_told():
    union = sentence("The EU (Union) met Kallas.", ("EU", "UE"), ("Union", "Unión"), ("Kallas", "Kallas"))
    output = "La [[0]]Alianza[[/]] ([[1]]unión[[/]]) conoció [[2]]Kevin[[/]]."
    found = encoding.decode(union, holed(union, Road.WORDS), Road.WORDS, output, {})
    assert found.came == (How.REPAIRED, How.AS_IS, How.REDRAFTED)
    pasted = encoding.decode(union, holed(union, Road.BLANK), Road.BLANK, "[t0] [t1] [t2]", {})
    assert pasted.came == (How.PASTED,) * 3


def test_nothing_left_is_no_translation():
    assert decode(SourceSentence("It"), Road.FREE, "  ") is None


@given(HOSTILE)
def test_what_comes_back_unchanged_is_the_text_itself(text):
    assert (
        decode(SourceSentence(text), Road.FREE, encode(SourceSentence(text), Road.FREE)) or ""
    ) == unicodedata.normalize("NFC", text).strip()


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE, st.sampled_from([Road.WORDS, Road.CARRIER, Road.BLANK]))
def test_a_form_comes_back_exactly_whatever_surrounds_it(before, own, after, form, way):
    assume("'" not in after)
    assume("’" not in after)
    assume(form.strip())  # No glossary has a form of nothing.
    before, after = unicodedata.normalize("NFC", before), unicodedata.normalize("NFC", after)
    marked = SourceSentence(before + own + after, (RequiredTerm(len(before), len(before + own), (form,)),))
    if (found := decode(marked, way, encode(marked, way))) is None:
        # Only a term's own words that came back as they were are refused, or a blank text.
        assert (way is Road.WORDS and own != form) or not with_terms(marked).strip()
    else:
        exact = with_terms(marked).strip()
        assert found in {exact, exact.upper()} if marked.text.isupper() else found == exact


@pytest.mark.parametrize(
    "output", ["[x110000]", "[xd800]", "[x0dfff]", f"[x{'f' * 9000}]", f"[t{'9' * 5000}]", f"[[{'1' * 5000}]]a[[/]]"]
)
@pytest.mark.parametrize("way", Road)
def test_codes_and_numbers_that_nobody_wrote_are_no_answer(output, way):
    assert decode(sentence("It rains."), way, output) is None
