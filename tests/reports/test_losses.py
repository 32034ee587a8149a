"""What tools have dropped is told in one sentence: how much, since when, what had happened, and what to do."""

import pytest

from translate.core.entries.losses import Harm, Loss
from translate.reports.losses import headline, losses_object, of_file

FERRY = Loss("locales/et/LC_MESSAGES/ferry.po", 1, "2026-11-28", Harm.EMPTIED)
TRAIN = Loss("locales/et/LC_MESSAGES/train.po", 1200, "2026-11-27", Harm.DELETED)


@pytest.mark.parametrize(
    ("losses", "sentence"),
    [
        ((), ""),
        ((FERRY,), "1 text of a person is gone from 1 PO file: run “newsdesk restore”"),
        ((FERRY, TRAIN), "1,201 texts of people are gone from 2 PO files: run “newsdesk restore”"),
    ],
)
def test_what_is_gone_from_all_files_is_one_sentence_with_what_to_do(losses, sentence):
    assert headline(losses) == sentence


def test_what_is_gone_from_one_file_is_told_with_the_day_the_cause_and_the_way_back():
    assert of_file(FERRY) == (
        "locales/et/LC_MESSAGES/ferry.po: 1 text of a person is gone since 2026-11-28, when the file was emptied;"
        " “newsdesk restore locales/et/LC_MESSAGES/ferry.po” brings it back"
    )
    assert "1,200 texts of people are gone since 2026-11-27, when the file was deleted;" in of_file(TRAIN)
    assert of_file(TRAIN).endswith("brings them back")


@pytest.mark.parametrize("harm", Harm)
def test_whatever_a_tool_did_is_told(harm):
    assert "when " in of_file(Loss("a.po", 2, "2026-11-28", harm))


def test_machines_are_told_the_same():
    assert losses_object([FERRY]) == [
        {"path": FERRY.path, "texts": 1, "since": "2026-11-28", "harm": "emptied"},
    ]
