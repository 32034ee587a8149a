"""What is known of a sentence's terms before it enters the pipeline, and what becomes of what comes out."""

import pytest

from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.terms.glossary import Term
from translate.core.terms.ways import How
from translate.engines.apertium.crossing import Crossing
from translate.engines.apertium.encoding import Road

NATO = Term("NATO", "OTAN", kind="acronym", gender="fem")
EU = Term("EU", "UE", kind="acronym")
STANDARD = Term("standard", "norma", kind="common")
KALLAS = Term("Kallas", "Kallas", kind="person")


def sentence(text, *rows):
    """Terms where they first stand, whatever their capitals."""
    found = [(text.casefold().index(row.source.casefold()), row) for row in rows]
    return SourceSentence(text, tuple(RequiredTerm(at, at + len(row.source), (row.target,), row) for at, row in found))


def words(text, *rows, genders=None):
    return Crossing(sentence(text, *rows), Road.UNIT, genders or {}).passage.words


def test_each_term_has_its_own_words_and_a_word_of_its_own():
    one, other = words("The STANDARD of NATO", STANDARD, NATO)
    assert (one.surface, one.row, one.number) == ("STANDARD", STANDARD, 0)
    assert (other.surface, other.row, other.number) == ("NATO", NATO, 1)
    assert one.word != other.word


@pytest.mark.parametrize(
    ("text", "definite"),
    [("the EU", True), ("THE EU", True), ("in the  EU", True), ("an EU", False), ("bathe EU", False), ("EU", False)],
)
def test_the_definite_article_of_the_source_is_seen(text, definite):
    assert [word.definite for word in words(text, EU)] == [definite]


def test_a_bare_apostrophe_is_seen():
    assert [word.possessive for word in words("Kallas' office", KALLAS)] == [True]
    assert [word.possessive for word in words("Kallas's office", KALLAS)] == [False]


def test_a_tie_to_the_term_before_is_seen():
    assert [word.tied for word in words("NATO-EU relations", NATO, EU)] == ["", "-"]
    assert [word.tied for word in words("NATO, EU relations", NATO, EU)] == ["", ""]


def test_a_rows_gender_goes_before_that_of_the_dictionary():
    genders = {"OTAN": "masc", "UE": "fem"}
    assert [word.label for word in words("NATO EU standard", NATO, EU, STANDARD, genders=genders)] == [
        "fem",
        "fem",
        "",
    ]


def test_a_term_without_a_row_goes_by_its_words_and_forms():
    bare = SourceSentence("The standards.", (RequiredTerm(4, 13, ("normas", "reglas")),))
    [word] = Crossing(bare, Road.UNIT, {}).passage.words
    assert (word.row.source, word.row.accepted) == ("standards", ("normas", "reglas"))


def test_on_other_roads_no_term_is_a_word_of_the_grammar():
    for road in set(Road) - {Road.UNIT}:
        assert not Crossing(sentence("NATO", NATO), road, {}).passage.words


def test_a_pasted_term_is_doubtful_and_a_stand_in_is_not():
    nato = sentence("Then NATO won.", NATO)
    [way] = Crossing(nato, Road.BLANK, {}).arrived("Entonces [t0] ganó.").ways
    assert (way.how, way.doubtful) == (How.PASTED, True)
    [way] = Crossing(nato, Road.CARRIER, {}).arrived("Entonces [[0]]Kevin[[/]] ganó.").ways
    assert (way.how, way.doubtful) == (How.REDRAFTED, False)


def test_a_term_that_its_passage_is_unsure_of_is_doubtful_and_the_others_are_not():
    crossing = Crossing(sentence("NATO EU", NATO, EU), Road.UNIT, {})
    crossing.passage.placed |= {0: "OTAN", 1: "UE"}
    crossing.passage.unsure.add(1)
    assert [way.doubtful for way in crossing.arrived("la OTAN[t0] UE[t1]").ways] == [False, True]


def test_a_translation_begins_with_a_capital_but_for_a_name_of_small_letters():
    standard = Crossing(sentence("Standard holds.", STANDARD), Road.BLANK, {})
    assert standard.arrived("[t0] vale.").text == "Norma vale."
    name = Term("Err", "eRR", kind="org")
    assert Crossing(sentence("Err holds.", name), Road.BLANK, {}).arrived("[t0] vale.").text == "eRR vale."


@pytest.mark.parametrize(
    ("source", "answer", "text"),
    [
        ("It rains a lot.", "It rains a lot.", ""),
        ("It rains a lot.", " it  rains a lot . ", ""),
        ("It rains a lot.", "It Rains a lot.", "It Rains a lot."),
        ("Kevin", "Kevin", "Kevin"),
        ("It rains.", " ", None),
        ("It rains.", "Llueve[t0].", None),
    ],
)
def test_nothing_is_in_what_comes_back_untouched_and_what_is_empty_or_has_what_is_nobodys_is_no_translation(
    source, answer, text
):
    arrived = Crossing(SourceSentence(source), Road.FREE, {}).arrived(answer)
    assert (arrived.text if arrived else None) == text
