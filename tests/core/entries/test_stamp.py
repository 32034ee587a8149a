from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, Stamp, Unconfirmed
from translate.core.entries.stamp import (
    Draft,
    Owner,
    is_unconfirmed,
    is_untouched_fill,
    joint_score,
    owner,
    stamp_of,
    text_hash,
)
from translate.core.offers import UNKNOWN, Likelihood
from translate.core.text.fingerprints import fingerprint

DRAFT = Draft("Tere, maailm.", "argos en-et 1.9", "00c0ffee")
ENTRY = Entry("Hello, world.", DRAFT.text, extracted=("Paragraph 1", str(DRAFT.stamp)), flags=("fuzzy",))


def test_the_stamp_is_found_again():
    assert stamp_of(ENTRY) == Stamp("argos en-et 1.9", text_hash("Tere, maailm."), "00c0ffee")


def test_a_stamp_with_a_score_is_one_line_for_people_too():
    draft = replace(DRAFT, score=-0.4217)
    assert str(draft.stamp) == f"MT: argos en-et 1.9, draft {text_hash(draft.text)}, inputs 00c0ffee, score -0.42"


def test_a_stamp_without_a_score_is_what_it_always_was():
    assert str(DRAFT.stamp) == f"MT: argos en-et 1.9, draft {text_hash(DRAFT.text)}, inputs 00c0ffee"


def test_a_draft_with_a_score_is_known_again_and_its_inputs_are_the_same():
    scored = replace(DRAFT, score=-1.5)
    entry = replace(ENTRY, extracted=(str(scored.stamp),))
    assert owner(entry) is Owner.MACHINE
    assert stamp_of(entry) == replace(DRAFT.stamp, score=-1.5)


@pytest.mark.parametrize("score", ["-0.4", "0", "nan", "-inf", "-0.4200", "-12345.00", "−0.42", "٠.٤٢", "-0.42 "])
def test_a_tail_that_is_no_score_of_ours_makes_no_stamp(score):
    assert Stamp.parse(f"{DRAFT.stamp}, score {score}") is None


@given(
    st.text(st.characters(exclude_characters=",\n\r", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1),
    st.none() | st.floats(-9_999, 0).map(lambda score: round(score, 2) + 0.0),
)
def test_a_stamp_that_is_written_is_read_again(engine, score):
    stamp = Stamp(engine, "0123abcd", "00c0ffee", score)
    assert stamp_of(Entry("Hello.", "Tere.", extracted=(str(stamp),))) == stamp


@given(st.floats())
def test_no_score_whatever_it_is_costs_a_draft_its_stamp(score):
    draft = replace(DRAFT, score=score)
    entry = replace(ENTRY, extracted=(str(draft.stamp),))
    assert owner(entry) is Owner.MACHINE
    [line] = entry.extracted
    assert str(stamp_of(entry)) == line


def test_the_score_of_a_text_is_that_of_a_token_over_all_its_sentences():
    assert joint_score([Likelihood(-1.0, 2), Likelihood(-5.0, 10), UNKNOWN]) == -0.5
    assert joint_score([UNKNOWN, UNKNOWN]) is None
    assert joint_score([]) is None


@given(st.lists(st.builds(Likelihood, st.floats(-500, 0), st.integers(1, 100)), min_size=1, max_size=5))
def test_the_score_of_a_text_lies_between_those_of_its_sentences(some):
    means = [one.total / one.tokens for one in some]
    assert min(means) - 0.01 <= joint_score(some) <= max(means) + 0.01
    assert str(joint_score(some)) != "-0.0"


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


# --- every edge of it

APPROVED = replace(ENTRY, flags=())
OF_FILL = MemoryLine(origin="a.po", fill=text_hash("Tere, maailm."))
FILL = replace(APPROVED, extracted=(str(OF_FILL),))


@pytest.mark.parametrize(
    ("entry", "whose"),
    [
        (replace(ENTRY, msgid=ENTRY.msgstr), Owner.MACHINE),
        (replace(APPROVED, msgid=ENTRY.msgstr), Owner.PERSON),
        (replace(ENTRY, msgid="Tere.", msgstr="Tere."), Owner.PERSON),
        (Entry("a", msgid_plural="as"), Owner.NOBODY),
        (replace(ENTRY, msgid_plural="Hello, worlds."), Owner.PERSON),
    ],
    ids=["drafted as the source", "approved so", "the source since", "an empty plural", "a plural"],
)
def test_whose_a_text_is_does_not_depend_on_what_its_source_is(entry, whose):
    assert owner(entry) is whose


@pytest.mark.parametrize(
    ("entry", "untouched"),
    [
        (FILL, True),
        (replace(FILL, extracted=("Paragraph 1", *FILL.extracted), comments=("AK",)), True),
        (replace(FILL, msgstr="Tere, ilm."), False),
        (replace(FILL, flags=("fuzzy",)), False),
        (replace(FILL, msgstr=""), False),
        (replace(FILL, msgid_plural="Hello, worlds."), False),
        (replace(FILL, extracted=(str(MemoryLine(origin="a.po")),)), False),
        (replace(FILL, extracted=(str(replace(OF_FILL, review=True)),)), False),
        (replace(FILL, extracted=(str(replace(OF_FILL, review=True)),), flags=("fuzzy",)), True),
    ],
    ids=[
        *("as it was taken over", "commented", "edited", "fuzzy again", "emptied", "a plural", "of an older version"),
        *("approved by a person", "waiting for review"),
    ],
)
def test_a_fill_is_untouched_as_long_as_its_text_and_its_state_are(entry, untouched):
    assert is_untouched_fill(entry) is untouched
    assert owner(entry) is (Owner.PERSON if entry.translated else Owner.NOBODY)


@pytest.mark.parametrize(
    ("entry", "doubted"),
    [
        (replace(APPROVED, extracted=(str(Unconfirmed(20)), str(DRAFT.stamp))), True),
        (APPROVED, False),
        (replace(APPROVED, extracted=(str(Unconfirmed(20)), str(DRAFT.stamp)), msgstr="Tere, ilm."), False),
        (replace(APPROVED, extracted=(str(Unconfirmed(20)), str(DRAFT.stamp)), flags=("fuzzy",)), False),
        (replace(APPROVED, extracted=(str(Unconfirmed(20)),)), False),
    ],
    ids=["in bulk", "by a person", "edited since", "fuzzy again", "no draft of ours"],
)
def test_an_approval_is_doubted_only_of_the_very_draft_that_was_approved_in_bulk(entry, doubted):
    assert is_unconfirmed(entry) is doubted


def test_of_two_stamps_the_last_one_counts_and_white_space_around_it_does_not():
    other = replace(DRAFT, text="Muu.")
    assert stamp_of(replace(ENTRY, extracted=(str(DRAFT.stamp), str(other.stamp), "MT: nothing"))) == other.stamp
    assert owner(replace(ENTRY, extracted=(str(other.stamp), f" {DRAFT.stamp}\t"))) is Owner.MACHINE


@pytest.mark.parametrize(
    ("total", "tokens", "score"), [(-1.0, 3, "-0.33"), (-2.0, 3, "-0.67"), (-0.001, 1, "0.0"), (0.0, 1, "0.0")]
)
def test_a_score_has_two_decimals_and_nought_no_sign(total, tokens, score):
    assert str(joint_score([Likelihood(total, tokens)])) == score


def test_a_hash_is_the_one_that_stands_in_peoples_files():
    assert text_hash("Tere, maailm.") == "d3189f99"  # As 4d7c7cd wrote it.
