"""What the memory takes from a catalog, and how texts are told apart."""

from dataclasses import replace

import pytest

from translate.core.entries.catalog import FUZZY, Entry
from translate.core.entries.comments import MemoryLine, Unconfirmed
from translate.core.entries.remembered import (
    Difference,
    MemoryUnit,
    approved,
    comparable,
    newest_of_each,
    number_difference,
    term_difference,
)
from translate.core.entries.stamp import Draft, text_hash
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher

ENTRY = Entry("The ferry left.", "Praam lahkus.")


def taken(*entries):
    return approved(((entry, "2026-10-01T04:00:00Z") for entry in entries), "et", "a.po")


def test_what_a_person_approved_is_taken_with_its_kind_and_where_it_is_from():
    gone, headline = replace(ENTRY, obsolete=True), replace(ENTRY, msgctxt="headline")
    unit = MemoryUnit("et", ENTRY.msgid, ENTRY.msgstr, None, "a.po", "2026-10-01T04:00:00Z")
    assert taken(gone, headline, replace(ENTRY, msgctxt="")) == (unit, replace(unit, kind="headline"), unit)


@pytest.mark.parametrize(
    "entry",
    [
        replace(ENTRY, flags=(FUZZY,)),
        replace(ENTRY, msgid_plural="The ferries left."),
        replace(ENTRY, msgstr=""),
        replace(ENTRY, msgstr=" \n"),
        replace(ENTRY, msgstr=ENTRY.msgid),
        replace(ENTRY, msgstr=" The  ferry\u00a0left. "),
        replace(ENTRY, msgstr="The <a1>ferry</a1> left."),
        replace(ENTRY, extracted=(str(MemoryLine(origin="b.po", fill=text_hash(ENTRY.msgstr))),)),
        replace(ENTRY, extracted=(str(Unconfirmed(25)), str(Draft(ENTRY.msgstr, "argos 1", "11111111").stamp))),
    ],
    ids=[
        *("fuzzy", "plural", "empty", "white space", "a copy", "a copy in other space", "a copy but for tags"),
        *("an untouched fill", "approved in bulk"),
    ],
)
def test_what_nobody_approved_or_what_teaches_nothing_is_not_taken(entry):
    assert taken(entry) == ()


def test_what_nobody_knows_of_a_unit_is_empty():
    assert MemoryUnit("et", "a", "b") == MemoryUnit("et", "a", "b", None, "", "")


def test_texts_are_the_same_whatever_their_white_space_and_their_letters_are_made_of():
    assert comparable(" A\u0308  “b”\n") == "Ä “b”"


def test_of_several_the_one_that_was_approved_last_is_kept_and_the_others_are_counted():
    first = MemoryUnit("et", "a", "x", seen="2026-01-01")
    later, equal, other = (
        replace(first, target="y", seen="2026-02-01"),
        replace(first, target="z"),
        replace(first, kind="headline"),
    )
    assert newest_of_each([first, equal, other, later]) == ((later, other), 2)
    assert newest_of_each([first, equal]) == ((first,), 1)
    assert newest_of_each(iter([later, first])) == ((later,), 1)
    assert newest_of_each([]) == ((), 0)


def test_numbers_that_differ_are_told_as_often_as_they_do():
    assert number_difference("At 19.30, 2 of 2", "At 19.30, 2 of 1,050") == Difference(("1,050",), ("2",))
    assert number_difference("2 and 3", "3 and 2") == Difference()


def test_there_is_a_difference_where_either_text_has_something_of_its_own():
    assert not Difference()
    assert Difference(missing=("a",))
    assert Difference(added=("a",))


def test_terms_that_differ_are_told_as_the_glossary_has_them():
    matcher = Matcher(Glossary("et", (Term("ferry", "praam", variants=("ferries",)), Term("captain", "kapten"))))
    assert term_difference(matcher, "Two ferries", "A ferry, a captain") == Difference(missing=("captain",))
    assert term_difference(matcher, "A captain", "A ferry") == Difference(("ferry",), ("captain",))


def test_of_one_text_in_several_kinds_each_is_kept_and_the_order_is_that_of_the_first():
    a, b = MemoryUnit("et", "a", "x", seen="2026-01-01"), MemoryUnit("et", "b", "x", seen="2026-01-01")
    newer = replace(a, target="y", seen="2026-01-02")
    assert newest_of_each([a, b, newer, replace(b, kind="credit"), b]) == ((newer, b, replace(b, kind="credit")), 2)


def test_a_translation_that_differs_only_in_capitals_or_marks_is_one():
    assert len(taken(Entry("BNS", "bns"), Entry("“BNS”", "„BNS“"), Entry("5", "5"))) == 2


def test_what_stands_twice_in_one_text_must_stand_twice_in_the_other():
    assert number_difference("2 and 2", "2") == Difference(added=("2",))
    assert number_difference("2", "2, 2 and 2") == Difference(missing=("2", "2"))
    assert number_difference("3, 2, 1", "") == Difference(added=("3", "2", "1"))
