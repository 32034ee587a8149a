"""What people wrote once is listed for people and for machines, and what becomes of it is summed up in a sentence."""

import pytest

from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Harm, Kept, Reason
from translate.core.entries.past import Seen
from translate.core.entries.restoring import Outcome
from translate.reports import kept as report


def kept(number=1, reason=Reason.LOST, harm=Harm.CUT, **entry):
    seen = Seen(Entry("The ferry sailed.", **{"msgstr": "Praam väljus.", **entry}), "2026-11-20T04:00:00Z")
    is_open = reason is Reason.LOST
    return Kept(number, "a.po", "et", seen, "2026-11-28T04:00:00Z", reason, is_open, harm if is_open else None)


def test_a_row_tells_number_file_day_state_texts_and_cause():
    (row,) = report.listed([kept()])
    assert row == (
        "1",
        "a.po",
        "2026-11-28",
        "approved",
        "The ferry sailed.",
        "Praam väljus.",
        "a part of the file was cut out",
    )
    assert len(row) == len(report.EVERYTHING) == len(report.LISTED) + 1


def test_a_text_in_review_says_so_and_a_plural_shows_all_its_forms():
    (row,) = report.listed(
        [kept(flags=("fuzzy",), msgstr="", msgid_plural="ferries", msgstr_plural=("praam", "praamid"))]
    )
    assert (row[3], row[5]) == ("in review", "praam / praamid")


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.LOST])
def test_whatever_people_did_is_told(reason):
    (row,) = report.listed([kept(reason=reason)])
    assert row[6]


@pytest.mark.parametrize(
    ("texts", "everything", "sentence"),
    [
        ([], False, "Nothing that people wrote is missing from their PO files."),
        ([], True, "Nothing that people wrote is missing from their PO files, and none was deleted or replaced."),
        (
            [kept()],
            False,
            (
                "1 text lost: “newsdesk restore PATH” or “newsdesk restore NUMBER” brings it back, and with --forget"
                " it may be drafted anew."
            ),
        ),
        (
            [kept(reason=Reason.EMPTIED)],
            True,
            (
                "Nothing that people wrote is missing from their PO files. “newsdesk restore NUMBER” brings back what"
                " people have deleted or replaced themselves."
            ),
        ),
    ],
)
def test_a_list_ends_with_what_to_do(texts, everything, sentence):
    assert report.closing(texts, everything=everything) == sentence


@pytest.mark.parametrize(
    ("outcomes", "dry_run", "sentence"),
    [
        ([], False, "Nothing that was lost there waits to be brought back."),
        ([Outcome.RESTORED, Outcome.REPLACED], False, "2 texts brought back."),
        ([Outcome.RESTORED], True, "1 text would come back."),
        ([Outcome.FORGOTTEN], False, "1 entry will be drafted anew by the next run."),
        ([Outcome.FORGOTTEN], True, "1 entry would be drafted anew by the next run."),
        (
            [Outcome.THERE, Outcome.TAKEN],
            False,
            (
                "1 text there already; 1 text left out, since a person has written something else there (--replace puts"
                " it in the place of that)."
            ),
        ),
    ],
)
def test_what_became_of_all_texts_is_one_sentence(outcomes, dry_run, sentence):
    assert report.summed([(kept(), outcome) for outcome in outcomes], dry_run=dry_run) == sentence


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_word(outcome):
    ((number, path, word, text),) = report.done([(kept(7), outcome)])
    assert (number, path, bool(word), text) == ("7", "a.po", True, "Praam väljus.")
