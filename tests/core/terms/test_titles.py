import pytest

from translate.core.terms.glossary import Action, Glossary, Match, Origin, Require, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.titles import undecided, with_undecided
from translate.languages.loading import load_language

FIRST, SECOND = Origin("shows/guide.xml", 4), Origin("shows/spring.csv", 2)


def left(title, *rows):
    return [term.source for term in undecided([(title, FIRST)], rows)]


def test_a_title_that_no_row_names_is_a_term_that_stays_as_it_is():
    assert undecided([("Pealtnägija", FIRST)], [Term("ferry", "praam")]) == (
        Term(
            "Pealtnägija", "Pealtnägija", Action.KEEP, kind="title", require=Require.WARN, undecided=True, origin=FIRST
        ),
    )


def test_of_the_same_title_on_several_lists_the_first_one_counts():
    [osoon, today] = undecided([("Osoon", SECOND), ("Today", FIRST), ("Osoon", FIRST)], [])
    assert (osoon.source, osoon.origin, today.source) == ("Osoon", SECOND, "Today")


@pytest.mark.parametrize(
    "row",
    [
        Term("Today", "Täna"),
        Term("The Today show", "Täna", variants=("Today",)),
        Term("Today", "", Action.OFF),
        Term("Today", "Today", Action.KEEP),
        Term("today", "täna", match=Match.ANY),
        Term("Tod\u00aday", "Täna"),
    ],
)
def test_a_row_that_names_it_decides(row):
    assert left("Today", row) == []


@pytest.mark.parametrize(
    "row",
    [
        Term("today", "täna"),
        Term("Today’s team", "Täna meeskond"),
        Term("Tod", "Tõd"),
        Term("Today", "Täna", Action.FORBID),
        Term("", "Today", Action.FORBID),
    ],
)
def test_a_row_of_other_words_or_one_that_forbids_decides_nothing(row):
    assert left("Today", row) == ["Today"]


def test_a_title_in_all_caps_is_named_by_a_row_of_its_words():
    assert left("TOP GEAR", Term("Top Gear", "Täiskäik")) == []
    assert left("ERR", Term("err", "eksima")) == ["ERR"]


def test_a_part_of_a_title_names_nothing():
    assert left("Top Gear Special", Term("Top Gear", "Täiskäik")) == ["Top Gear Special"]
    assert left("Kes? Mis? Kus?", Term("Kus?", "Kus?")) == ["Kes? Mis? Kus?"]


def test_a_glossary_without_listed_titles_is_the_very_same():
    glossary = Glossary("et", (Term("Today", "Täna"),))
    english = load_language("en")
    assert with_undecided(glossary, [], english) is glossary
    assert with_undecided(glossary, [("Today", FIRST)], english) is glossary


def test_the_rows_of_a_glossary_come_before_the_titles():
    row = Term("ferry", "praam")
    glossary = with_undecided(Glossary("et", (row,)), [("Today", FIRST), ("Osoon", SECOND)], load_language("en"))
    assert [term.source for term in (*glossary.terms, *glossary.undecided)] == ["ferry", "Today", "Osoon"]
    assert glossary.terms[0] is row


def test_a_title_is_no_row_that_lacks_forms():
    glossary = with_undecided(Glossary("et"), [("Today", FIRST)], load_language("en"))
    assert glossary.without_forms == ()
    assert not glossary.undecided[0].lacks_forms


def test_a_row_may_match_as_titles_do_though_no_list_has_it():
    row = Term("Today", "Täna", match=Match.TITLE, variants=("Today Live",))
    glossary = with_undecided(Glossary("et", (row, Term("ferry", "praam"))), [], load_language("en"))
    matcher = Matcher(glossary)
    for text, found in {
        "Today we sail.": [],
        "We sail today.": [],
        "She hosts “Today”.": ["Today"],
        "The Today team won.": ["Today"],
        "We watched Today Live.": ["Today Live"],
        "The ferry sails.": ["ferry"],
    }.items():
        assert [text[match.start : match.end] for match in matcher.find(text)] == found, text
    assert undecided([("Today", Origin("shows/own.csv", 2))], glossary.terms) == ()
