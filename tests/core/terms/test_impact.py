"""What a change of a glossary may concern is found quickly, and nothing that it does concern is missed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.terms.demands import demands_on
from translate.core.terms.glossary import Action, Glossary, Match, Origin, Term
from translate.core.terms.impact import Impact, as_asked, asks_alike
from translate.core.terms.matching import Matcher

WORDS = (
    "ferry",
    "Ferry",
    "night ferry",
    "Straße",
    "café",
    "U.S.",
    "C++",
    "don’t",
    "Tall\u00adinn",
    "ΣΑΣ",
    "night-ferry",
    "O\u02bcBrien",
)
WORDINGS = st.lists(
    st.sampled_from((*WORDS, "FERRY", "strasse", "STRASSE", "cafe\u0301", "the", "Don't", "Tallinn", "σας", "night")),
    max_size=8,
).map(" ".join)
TERMS = st.builds(
    Term,
    st.sampled_from(WORDS),
    st.sampled_from(("praam", "laev")),
    action=st.sampled_from((Action.TRANSLATE, Action.OFF, Action.FORBID)),
    match=st.sampled_from(Match),
    variants=st.lists(st.sampled_from(WORDS), max_size=1).map(tuple),
    note=st.sampled_from(("", "so")),
)
GLOSSARIES = st.lists(TERMS, max_size=4).map(lambda terms: Glossary("et", tuple(terms)))


MANY = tuple(Term(f"word{number}", "x") for number in range(200))


@given(GLOSSARIES, GLOSSARIES, WORDINGS, st.booleans())
def test_where_other_things_are_asked_of_a_text_the_change_may_concern_it(old, new, text, is_large):
    if is_large:
        new = replace(new, terms=(*new.terms, *MANY))
    impact = Impact(old, new)
    if not asks_alike(demands_on(Matcher(old), text), demands_on(Matcher(new), text)):
        assert impact
        assert impact.may_concern(text)
        assert impact.may_stand_in(f"msgid {text}\nmsgstr")


@given(GLOSSARIES)
def test_a_glossary_changes_nothing_about_itself(glossary):
    moved = [replace(term, origin=Origin("et.csv", 7), reviewed="Mari") for term in glossary.terms]
    assert not Impact(glossary, replace(glossary, terms=tuple(moved)))


def test_a_file_without_the_words_is_not_asked_any_more():
    impact = Impact(Glossary("et"), Glossary("et", (Term("night ferry", "ööpraam"),)))
    assert impact.may_stand_in("A NIGHT at the port")
    assert not impact.may_stand_in("A day at the port")
    assert not impact.may_concern("A night at the port")


def test_of_a_thousand_rows_the_words_are_looked_up():
    many = tuple(Term(f"word{number}", "x") for number in range(1000))
    impact = Impact(Glossary("et"), Glossary("et", many))
    assert (impact.may_stand_in("the word7 it is"), impact.may_stand_in("the word it is")) == (True, False)


@pytest.mark.parametrize("sign", ["'", "’", "\u02bc"])
def test_so_are_words_with_any_apostrophe(sign):
    impact = Impact(Glossary("et"), Glossary("et", (*MANY, Term("O’Brien", "O’Brien"))))
    assert impact.may_stand_in(f"says o{sign}brien")


def test_a_file_with_signs_that_nobody_sees_is_read_whole():
    assert Impact(Glossary("et"), Glossary("et", (Term("ferry", "praam"),))).may_stand_in("the fer\u00adry")


def test_what_is_forbidden_everywhere_concerns_every_text():
    impact = Impact(Glossary("et"), Glossary("et", (Term("", "praam", Action.FORBID),)))
    assert impact.everywhere
    assert impact.may_stand_in("anything")
    assert impact.may_concern("anything")


def test_a_title_that_nobody_decides_any_more_is_a_change():
    title = Term("Night Shift", "Night Shift", Action.KEEP, undecided=True)
    impact = Impact(Glossary("et"), Glossary("et", undecided=(title,)))
    assert impact.may_concern("It is on “Night Shift”.")


def test_only_a_ban_is_told_with_its_note():
    assert as_asked(Term("a", "b", note="so", reviewed="Mari")) == Term("a", "b")
    assert as_asked(Term("a", "b", Action.FORBID, note="so")).note == "so"
