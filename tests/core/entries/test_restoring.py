"""A person's text comes back as it was, and never over what a person has written since."""

from dataclasses import replace

import pytest

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import Hole, SetBack, Unconfirmed
from translate.core.entries.restoring import Outcome, confirmed, returned, with_entries, without_holes
from translate.core.entries.stamp import Draft

SAILED = "The ferry sailed to the island on Monday morning."
LATE = "The captain was late, and nobody knows why."
FUZZY = ("fuzzy",)
KEPT = Entry(SAILED, "Praam väljus.", comments=("Anna: nii",), extracted=("Paragraph 1 of “Old”",), references=("a:3",))
MESSAGES = (
    Entry(SAILED, extracted=("Paragraph 2 of “Ferry”",), references=("a:9",)),
    Entry(LATE, extracted=("Paragraph 3 of “Ferry”",), references=("a:10",)),
)
STAMP = str(Draft("The ferry sailed.", "identity", "2-00000000").stamp)
DRAFT = replace(MESSAGES[0], msgstr="The ferry sailed.", flags=FUZZY, extracted=(*MESSAGES[0].extracted, STAMP))
HOLE = replace(
    MESSAGES[0], extracted=(*MESSAGES[0].extracted, str(Hole("2026-11-28"))), comments=("Mari: kuhu see jäi?",)
)


def catalog(*entries):
    return Catalog(Header(), entries)


def back(now, kept=KEPT, messages=MESSAGES, **wished):
    return returned(catalog(*now), kept, messages, **wished)


@pytest.mark.parametrize("now", [(), (HOLE,), (DRAFT,), (MESSAGES[0],)], ids=["gone", "hole", "draft", "empty"])
def test_where_no_person_has_written_it_stands_in_its_place_as_it_was(now):
    outcome, (entry,) = (what := back(now)).outcome, what.entries
    assert (outcome, entry.msgstr, entry.flags, entry.obsolete) == (Outcome.RESTORED, "Praam väljus.", (), False)
    assert (entry.references, entry.extracted) == (("a:9",), ("Paragraph 2 of “Ferry”",))


def test_what_was_in_review_is_in_review_with_the_source_that_it_was_made_for():
    (entry,) = back((HOLE,), replace(KEPT, flags=FUZZY, previous_msgid="The ferry left.")).entries
    assert (entry.fuzzy, entry.previous_msgid) == (True, "The ferry left.")


def test_the_comments_of_then_and_now_stand_together():
    (entry,) = back((HOLE,)).entries
    assert entry.comments == ("Mari: kuhu see jäi?", "Anna: nii")


@pytest.mark.parametrize("flags", [(), FUZZY], ids=["approved", "in review"])
def test_what_a_person_has_written_since_stays_unless_it_shall_give_way(flags):
    theirs = replace(MESSAGES[0], msgstr="Laev läks.", flags=flags)
    assert back((theirs,)).outcome is Outcome.TAKEN
    assert not back((theirs,)).entries
    what = back((theirs,), replaces=True)
    assert (what.outcome, what.entries[0].msgstr, what.entries[0].fuzzy) == (Outcome.REPLACED, "Praam väljus.", False)


def test_what_stands_there_is_left_alone():
    assert back((KEPT,)).outcome is Outcome.THERE
    assert back((KEPT,), replace(KEPT, flags=FUZZY)).outcome is Outcome.THERE


def test_an_approval_comes_back_to_the_text_that_lost_it():
    now = replace(KEPT, flags=FUZZY, extracted=(*KEPT.extracted, str(SetBack("2026-11-28"))))
    (entry,) = back((now,)).entries
    assert (entry.fuzzy, entry.extracted) == (False, MESSAGES[0].extracted)


def test_a_text_without_a_paragraph_is_kept_at_the_end():
    (entry,) = back((), messages=MESSAGES[1:]).entries
    assert (entry.obsolete, entry.references, entry.extracted, entry.msgstr) == (True, (), (), "Praam väljus.")


def test_a_former_paragraph_comes_back_where_the_article_has_it_again():
    (entry,) = back((), replace(KEPT, obsolete=True, references=())).entries
    assert (entry.obsolete, entry.references) == (False, ("a:9",))


def test_where_nobody_can_tell_what_the_article_says_it_is_as_it_was():
    assert back((), messages=None).entries == (KEPT,)


CHANGED = replace(MESSAGES[0], msgid=SAILED.replace("Monday", "Sunday"))


def test_a_paragraph_that_has_changed_takes_the_text_over_for_review():
    (entry,) = back((replace(DRAFT, msgid=CHANGED.msgid),), messages=(CHANGED, MESSAGES[1])).entries
    assert (entry.msgid, entry.msgstr, entry.fuzzy) == (CHANGED.msgid, "Praam väljus.", True)
    assert (entry.previous_msgid, entry.references) == (SAILED, ("a:9",))


def test_it_takes_nothing_over_where_a_person_has_translated_it_since():
    (entry,) = back((replace(CHANGED, msgstr="Laev."),), messages=(CHANGED, MESSAGES[1])).entries
    assert (entry.msgid, entry.obsolete) == (SAILED, True)


def test_a_plural_comes_back_with_all_its_forms():
    kept = Entry("ferry", msgid_plural="ferries", msgstr_plural=("praam", "praamid"))
    (entry,) = back((replace(kept, msgstr_plural=("", "")),), kept, messages=None).entries
    assert entry == kept


def test_entries_take_the_places_of_those_that_are_there_and_new_ones_stand_as_in_the_article():
    late, gone = replace(MESSAGES[1], msgstr="Kapten jäi hiljaks."), Entry("Old.", "Vana.", obsolete=True)
    assert with_entries(catalog(HOLE, late), [KEPT], MESSAGES).entries == (KEPT, late)
    assert with_entries(catalog(late, gone), [KEPT], MESSAGES).entries == (KEPT, late, gone)
    assert with_entries(catalog(KEPT, gone), [late], MESSAGES).entries == (KEPT, late, gone)
    assert with_entries(catalog(late), [gone], None).entries == (late, gone)


def test_a_hole_goes_where_a_draft_may_come_and_nothing_else_with_it():
    set_back = replace(KEPT, flags=FUZZY, extracted=(str(SetBack("2026-11-28")), "Somebody's line"))
    other = replace(HOLE, msgid="Other.")
    filled = without_holes((HOLE, set_back, other), {HOLE.key})
    assert filled == (
        replace(HOLE, extracted=MESSAGES[0].extracted),
        replace(set_back, extracted=("Somebody's line",)),
        other,
    )


def test_what_is_confirmed_loses_its_line_and_stays_approved():
    waits = replace(DRAFT, flags=(), extracted=(*DRAFT.extracted, str(Unconfirmed(24))))
    in_review = replace(waits, flags=FUZZY)
    assert confirmed((waits, in_review, KEPT)) == (replace(DRAFT, flags=()), in_review, KEPT)
