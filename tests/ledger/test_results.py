"""What a page says is what was written there, and what another version wrote is nothing."""

import json
from dataclasses import replace

import pytest

from tests.reports.nights import night
from translate.core.results.figures import Figures
from translate.core.results.judging import Placed
from translate.core.results.looks import Look, Waits
from translate.core.results.news import Corrected
from translate.core.results.review import Turn
from translate.core.results.risk import Grounds, Kind, Reason, Risk, Weights
from translate.core.results.summary import CatalogResult, CatalogState, Counts
from translate.ledger import results

RESULT = CatalogResult("et", "a.txt", "a.po", CatalogState.NEW, 3, Counts(drafts=3), 1, {"as is": 2}, (("a", "õ"),))
WAITS = (Waits(3, Turn.FLAGGED, Weights((0.07, 0.2), True, -0.46)), Waits(4, Turn.UNTRANSLATED, Weights((3.0,), False)))
CORRECTED = (Corrected(7, "It costs €3.", "It costs €4.", "See maksab 3 €."),)
LOOK = Look(Counts(drafts=3, words_left=8), 1, 2, {"number": 2, "loop": 1}, (0, 7), WAITS, (-0.46, 0.0), CORRECTED)
GROUNDS = Grounds((Reason(Kind.TEXT, "long sentence: 34 words", 0.2),), (), True, -0.46)
PLACED = tuple(Placed(place, replace(one, risk=Risk()), GROUNDS) for place, one in enumerate(night().review.waiting))


def test_a_result_is_told_with_nothing_new_in_it():
    settled = replace(RESULT, state=CatalogState.UNCHANGED, drafted=0, recalled=0)
    assert results.to_result(results.from_result(RESULT)) == settled
    assert list(results.to_result(results.from_result(RESULT)).terms) == ["as is"]


def test_a_look_is_told_to_the_last_figure():
    assert results.to_look(results.from_look(LOOK)) == LOOK


def test_figures_are_told_to_the_last_text():
    figures = Figures(LOOK.counts, CORRECTED)
    assert results.to_figures(results.from_figures(figures)) == figures


def test_what_waits_is_told_with_every_mark_and_reason():
    assert PLACED
    assert results.to_waiting(results.from_waiting(PLACED)) == PLACED


@pytest.mark.parametrize("read", [results.to_result, results.to_look, results.to_figures, results.to_waiting])
@pytest.mark.parametrize("data", [b"", b"{}", b"rubbish", b"[7]", json.dumps({"counts": {"more": 1}}).encode()])
def test_what_another_version_wrote_is_nothing(read, data):
    assert read(data) is None
