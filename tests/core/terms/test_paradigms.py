"""Each accepted form is a form of one word, and a term may have several words."""

from translate.core.terms.glossary import Form, Term
from translate.core.terms.paradigms import labelled, words_of


def words(target, *forms):
    return words_of(Term("x", target, forms=tuple(Form(text, label) for text, label in forms)))


def test_labelled_forms_belong_to_the_word_before_them():
    assert words("praam", ("praami", "gen"), ("praamile", "all")) == {
        "praam": "praam", "praami": "praam", "praamile": "praam",
    }  # fmt: skip


def test_a_nominative_begins_a_word_and_one_of_the_plural_does_not():
    assert words("EL", ("EL-i", "gen"), ("Euroopa Liit", "nom"), ("Euroopa Liidu", "gen")) == {
        "EL": "EL", "EL-i": "EL", "Euroopa Liit": "Euroopa Liit", "Euroopa Liidu": "Euroopa Liit",
    }  # fmt: skip
    assert words("praam", ("praamid", "pl nom"), ("praamide", "pl gen")) == {
        "praam": "praam", "praamid": "praam", "praamide": "praam",
    }  # fmt: skip


def test_a_form_without_a_label_is_of_the_word_that_it_looks_like():
    assert words("praam", ("PRAAMI", ""), ("laev", ""), ("laeva", ""), ("praamile", "")) == {
        "praam": "praam", "PRAAMI": "praam", "laev": "laev", "laeva": "laev", "praamile": "praam",
    }  # fmt: skip


def test_what_follows_a_form_of_an_earlier_word_is_of_that_word():
    assert words("praam", ("laev", ""), ("praami", ""), ("leiger", "all"))["leiger"] == "praam"


def test_to_look_alike_every_word_must_begin_alike_and_there_must_be_as_many():
    assert words("Esimene stuudio", ("Esimese ateljee", ""))["Esimese ateljee"] == "Esimese ateljee"
    assert words("Esimene stuudio", ("Esimese stuudio", ""))["Esimese stuudio"] == "Esimene stuudio"
    assert words("Liit", ("Liidu riigid", ""))["Liidu riigid"] == "Liidu riigid"
    assert words("pa", ("pi", ""), ("pas", "")) == {"pa": "pa", "pi": "pi", "pas": "pa"}


def test_a_form_that_two_words_share_is_of_the_first():
    assert words("maa", ("maa", "gen"), ("maad", "nom"), ("maa", "part"))["maa"] == "maa"


def labels(target, *forms):
    own = tuple(Form(text, label) for text, label in forms)
    return [(text, label.number, label.case) for text, label in labelled(Term("x", target, forms=own))]


def test_the_base_form_is_the_nominative_by_itself_and_comes_first():
    assert labels("praam", ("praami", "gen"), ("praamid", "pl nom")) == [
        ("praam", "sg", "nom"), ("praami", "sg", "gen"), ("praamid", "pl", "nom"),
    ]  # fmt: skip
    assert labels("Riigikogu", ("Riigikogu", "gen"), ("riigikogu", "nom"))[0] == ("Riigikogu", "sg", "nom")


def test_a_nominative_that_the_glossary_has_is_not_told_twice():
    assert labels("praam", ("praami", "gen"), ("praam", "nom")) == [("praami", "sg", "gen"), ("praam", "sg", "nom")]


def test_the_base_form_of_a_row_of_plural_forms_is_plural():
    assert labels("eksperdid", ("ekspertide", "pl gen"), ("eksperte", "pl part"))[0] == ("eksperdid", "pl", "nom")
    assert labels("eksperdid", ("eksperdid", "pl nom"), ("ekspertide", "pl gen"))[0] == ("eksperdid", "pl", "nom")


def test_beside_the_plural_nominative_of_the_row_the_base_form_is_singular():
    assert labels("ferri", ("ferris", "pl")) == [("ferri", "sg", "nom"), ("ferris", "pl", "nom")]


def test_where_no_form_tells_a_number_the_base_form_has_none():
    assert labels("expertos en seguridad", ("expertas en seguridad", "fem")) == [
        ("expertas en seguridad", "", "nom")
    ]  # fmt: skip
    assert labels("praam", ("praami", ""), ("praamis", "inness")) == []
    assert labels("praam") == []
