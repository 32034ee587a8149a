"""A row that is never used, too often, or never right, is told where enough texts say so."""

from dataclasses import replace

import pytest

from translate.core.checks.findings import Level
from translate.core.linting.counting import Use
from translate.core.linting.usage import UsedRow, lint_usage
from translate.core.terms.glossary import Action, Term

FERRY, NATO = Term("ferry", "praam"), Term("NATO", "NATO", Action.KEEP)


def told(texts, use, term=FERRY):
    return [(one.rule, one.level, one.line) for one in lint_usage([UsedRow(7, term, texts, use)])]


@pytest.mark.parametrize(
    ("texts", "use", "rules"),
    [
        (499, Use(), []),
        (500, Use(), ["never-matched"]),
        (500, Use(texts=1), []),
        (99, Use(texts=99), []),
        (100, Use(texts=26), ["too-often"]),
        (100, Use(texts=25), []),
        (200, Use(texts=9, drafts=4, flagged=4), []),
        (200, Use(texts=9, drafts=5, flagged=5), ["never-right"]),
        (200, Use(texts=9, drafts=5, flagged=4), []),
        (200, Use(texts=9, drafts=5, helped=4), []),
        (200, Use(texts=9, approved=2, otherwise=2), []),
        (200, Use(texts=9, approved=3, otherwise=3), ["never-used"]),
        (200, Use(texts=9, approved=3, otherwise=2), []),
    ],
)
def test_each_rule_needs_enough_texts(texts, use, rules):
    assert [rule for rule, _, _ in told(texts, use)] == rules


def test_what_may_be_as_it_should_is_no_more_than_a_note():
    assert told(500, Use()) == [("never-matched", Level.INFO, 7)]
    assert told(100, Use(texts=30)) == [("too-often", Level.WARNING, 7)]
    assert told(200, Use(9, drafts=5, helped=5)) == [("never-right", Level.INFO, 7)]
    assert told(200, Use(9, drafts=6, helped=3, flagged=3)) == [("never-right", Level.WARNING, 7)]


def test_a_name_may_be_in_every_text():
    assert told(100, Use(texts=100), NATO) == []


@pytest.mark.parametrize("action", [Action.OFF, Action.FORBID])
def test_a_row_that_asks_for_nothing_is_passed_over(action):
    assert told(1000, Use(), replace(FERRY, action=action)) == []


def test_what_to_do_is_told():
    row = UsedRow(7, FERRY, 1000, Use(texts=400, drafts=9, helped=2, flagged=7, approved=3, otherwise=3))
    assert [one.message for one in lint_usage([row, UsedRow(8, NATO, 1000, Use())])] == [
        "“ferry” is in 400 of 1,000 texts, as common words are; write a longer term",
        "“ferry” never came right in drafts: 2 repaired, 7 flagged; see “newsdesk glossary find ferry”",
        "people wrote something else for “ferry” in all 3 approved texts; see “newsdesk glossary find ferry”",
        "“NATO” is in none of 1,000 texts; is it spelt as they have it, with all its variants?",
    ]
