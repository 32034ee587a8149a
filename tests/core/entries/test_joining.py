"""What people wrote in one PO file comes into another wherever nobody has written anything, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.catalog import Catalog, Entry, Header, texts
from translate.core.entries.joining import joined
from translate.core.entries.stamp import Draft

OURS = Draft("Praam sõitis.", "argos en-et 1.9", "2-1c22aa01")
DRAFT = Entry("The ferry sailed.", OURS.text, extracted=("Paragraph 1", str(OURS.stamp)), flags=("fuzzy",))
EMPTY = Entry("The ferry sailed.", references=("articles/storm.txt:3",))
APPROVED = Entry("The ferry sailed.", "Laev väljus.", references=("articles/storn.txt:3",))
WAITING = Entry("The ferry sailed.", "Laev läks.", flags=("fuzzy",), comments=("Ask the desk.",))


def join(old, new):
    return joined(Catalog(Header(), tuple(old)), Catalog(Header(), tuple(new)))


@pytest.mark.parametrize("other", [EMPTY, DRAFT])
@pytest.mark.parametrize("theirs", [APPROVED, WAITING])
def test_a_persons_text_takes_the_place_of_a_draft_with_its_state_and_its_comments(theirs, other):
    done = join([theirs], [other])
    (entry,) = done.entries
    assert (entry.msgstr, entry.fuzzy, entry.comments) == (theirs.msgstr, theirs.fuzzy, theirs.comments)
    assert (entry.references, done.brought, done.left) == (other.references, {theirs.key}, ())


def test_a_draft_takes_nobodys_place():
    assert join([DRAFT], [EMPTY]).entries == (EMPTY,)
    assert join([DRAFT], [APPROVED]).entries == (APPROVED,)


def test_what_somebody_has_written_otherwise_stays_and_the_other_text_is_left():
    done = join([WAITING], [APPROVED])
    assert (done.entries, done.brought, done.left) == ((APPROVED,), frozenset(), (WAITING,))


def test_of_the_same_text_only_what_is_said_about_it_comes_along():
    done = join([Entry("a", "b", comments=("Old.",))], [Entry("a", "b", comments=("New.",), flags=("fuzzy",))])
    assert done.entries == (Entry("a", "b", comments=("New.", "Old."), flags=("fuzzy",)),)
    assert join([APPROVED], [APPROVED]).brought == frozenset()


def test_a_draft_that_was_approved_as_it_is_in_the_old_file_is_approved():
    approved = Entry("The ferry sailed.", OURS.text)
    assert not join([approved], [DRAFT]).entries[0].fuzzy


def test_a_text_without_an_entry_comes_to_the_end_obsolete():
    done = join([APPROVED], [Entry("Other", "Muu")])
    assert [(entry.msgid, entry.obsolete) for entry in done.entries] == [("Other", False), ("The ferry sailed.", True)]
    assert done.brought == {APPROVED.key}


def test_a_comment_on_a_draft_comes_along():
    (entry,) = join([Entry("The ferry sailed.", comments=("Ask the desk.",))], [DRAFT]).entries
    assert (entry.msgstr, entry.fuzzy, entry.comments) == (OURS.text, True, ("Ask the desk.",))


ENTRIES = st.lists(
    st.builds(
        Entry,
        msgid=st.sampled_from("abcd"),
        msgstr=st.sampled_from(["", "ühed sõnad", "teised sõnad"]),
        flags=st.sampled_from([(), ("fuzzy",)]),
        comments=st.sampled_from([(), ("Ask.",)]),
        obsolete=st.booleans(),
    ),
    unique_by=lambda entry: entry.key,
)


@given(ENTRIES, ENTRIES)
def test_every_text_is_in_what_stays_or_left_and_nothing_of_what_stays_is_lost(old, new):
    done = join(old, new)
    stays = {(entry.key, text) for entry in done.entries for text in texts(entry)}
    left = {(entry.key, text) for entry in done.left for text in texts(entry)}
    assert {(entry.key, text) for entry in old for text in texts(entry)} <= stays | left
    assert {(entry.key, text) for entry in new for text in texts(entry)} <= stays
    assert {line for entry in (*old, *new) for line in entry.comments} <= {
        line for entry in (*done.entries, *done.left) for line in entry.comments
    }
    assert not join(old, done.entries).brought
