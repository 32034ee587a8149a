from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.catalog import Entry
from translate.core.drafts import Draft, Owner, Stamp, owner, stamp_of, text_hash
from translate.core.fingerprints import fingerprint

DRAFT = Draft("Tere, maailm.", "argos en-et 1.9", "00c0ffee")
ENTRY = Entry("Hello, world.", DRAFT.text, extracted=("Paragraph 1", str(DRAFT.stamp)), flags=("fuzzy",))


def test_the_stamp_is_found_again():
    assert stamp_of(ENTRY) == Stamp("argos en-et 1.9", text_hash("Tere, maailm."), "00c0ffee")


def test_an_untouched_draft_is_the_machines():
    assert owner(ENTRY) is Owner.MACHINE


@pytest.mark.parametrize(
    "touched",
    [
        replace(ENTRY, msgstr="Tere, ilm."),
        replace(ENTRY, flags=()),
        replace(ENTRY, extracted=("Paragraph 1",)),
        replace(ENTRY, extracted=("MT: argos en-et 1.9, draft 00000000, inputs 00c0ffee",)),
        replace(ENTRY, msgid_plural="Hello, worlds.", msgstr="", msgstr_plural=(DRAFT.text, "")),
    ],
    ids=["edited", "approved", "stamp lost", "stamp of another text", "plural"],
)
def test_whatever_is_not_proven_ours_is_a_persons(touched):
    assert owner(touched) is Owner.PERSON


def test_an_empty_entry_is_nobodys_whatever_its_stamp():
    assert owner(replace(ENTRY, msgstr="")) is Owner.NOBODY


@given(st.lists(st.text()), st.lists(st.text()))
def test_fingerprints_tell_parts_apart(some, others):
    assert (fingerprint(some) == fingerprint(others)) == (some == others)


@given(st.text(min_size=1), st.text(min_size=1))
def test_only_the_very_text_of_the_draft_is_ours(drafted, found):
    draft = Draft(drafted, "identity", "00000000")
    entry = Entry("source", found, extracted=(str(draft.stamp),), flags=("fuzzy",))
    assert (owner(entry) is Owner.MACHINE) == (drafted == found)
