"""What people approved goes into the glossary, and what people wrote there stays theirs."""

import pytest

from translate.authoring.suggestions import Sheet
from translate.authoring.titles import Approved, Fate, is_ours, note, plan, shown
from translate.core.terms.glossary import Action, Origin, Term

PLACE = Origin("locales/et/LC_MESSAGES/shows.po", 9)
OURS = {"source": "The Ferry", "target": "Praam", "kind": "title"}


def approved(source, target):
    return Approved(source, target, PLACE)


def row(target="Praam", **more):
    return Term("The Ferry", target, origin=Origin("glossaries/et.csv", 2), **more)


def sheet(term, **cells):
    told = {**OURS, "target": term.target, **cells}
    return Sheet("glossaries/et.csv", (term,), (), {2: {**told, "note": note(told, "shows.po")}})


def planned(*titles, terms=(), in_file=None):
    return plan(titles, in_file or Sheet("glossaries/et.csv", (), (), {}), terms)


def test_a_title_without_a_row_gets_one():
    (one,) = planned(approved("The Ferry", "Praam"))
    assert (one.fate, one.cells) == (Fate.NEW, {**OURS, "action": ""})


def test_a_title_that_stays_as_it_is_gets_a_row_to_keep_it_and_one_of_one_word_matches_as_titles_do():
    (one,) = planned(approved("Osoon", "Osoon"))
    assert one.cells == {"source": "Osoon", "target": "", "action": "keep", "kind": "title", "match": "title"}


@pytest.mark.parametrize("term", [row(), row(action=Action.OFF, target="")], ids=["it says the same", "it is off"])
def test_a_title_of_which_the_glossary_says_enough_is_none_of_them(term):
    assert planned(approved("The  Ferry", "Praam"), terms=[term]) == ()


def test_a_row_of_newsdesks_follows_its_title_and_loses_what_belonged_to_the_old_one():
    term = row()
    (one,) = planned(approved("The Ferry", "Parv"), terms=[term], in_file=sheet(term, forms="gen=Praami"))
    assert (one.fate, one.line, one.was) == (Fate.CHANGED, 2, "Praam")
    assert one.cells == {**OURS, "target": "Parv", "action": "", "forms": "", "gender": "", "note": ""}


@pytest.mark.parametrize("cells", [{"forms": "gen=Praami"}, {"target": "praam"}, {"reviewed": "AK"}, {"note": "mine"}])
def test_a_row_in_which_anybody_has_written_is_told_of_and_stays(cells):
    term = row()
    told = {**OURS, "note": note(OURS, "shows.po"), **cells}
    assert not is_ours(told)
    own = Sheet("glossaries/et.csv", (term,), (), {2: told})
    (one,) = planned(approved("The Ferry", "Parv"), terms=[term], in_file=own)
    assert (one.fate, one.was) == (Fate.DECIDED, "Praam")


def test_a_row_of_another_file_is_told_of():
    term = Term("The Ferry", "Praam", origin=Origin("glossaries/all.csv", 2))
    assert [one.fate for one in planned(approved("The Ferry", "Parv"), terms=[term], in_file=sheet(row()))] == [
        Fate.DECIDED
    ]


def test_what_no_row_can_hold_is_told_with_the_reason():
    two = planned(approved("The Ferry", "Praam"), approved("The Ferry", "Parv"))
    wrong = planned(approved("The Ferry", "=Praam"))
    assert [(one.fate, one.reason.split(",")[0]) for one in (*two, *wrong)] == [
        (Fate.UNFIT, "was also approved as “Parv”; settle on one"),
        (Fate.UNFIT, "begins with “=”"),
    ]


def test_what_is_written_is_shown_first():
    titles = planned(approved("B", "=b"), approved("C", "c"), approved("A", "a"))
    assert [one.title.source for one in shown(titles)] == ["A", "C", "B"]


@pytest.mark.parametrize("title", ["Title {x}", "%s of %d", "<b>Bold</b>"])
def test_one_title_that_looks_like_a_placeholder_keeps_no_other_back(title):
    rows = planned(approved(title, "Pealkiri"), approved("The Ferry", "Praam"))
    assert [one.fate for one in shown(rows)] == [Fate.NEW, Fate.UNFIT]
