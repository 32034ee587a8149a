"""How far a job is, for the person who waits."""

from datetime import UTC, datetime
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.cli.project import CLOCK
from translate.engines.identity import IdentityEngine
from translate.settings import Settings
from translate.workflow.draft import draft
from translate.workflow.steps import InParts, silently


def test_a_unit_goes_on_as_its_parts_do():
    told = []
    unit = InParts(told.append, 2)
    first = unit.announce("Drafting et", 4)
    first(1)
    first(1)
    first(2)
    second = unit.announce("Drafting lv", 1)
    second(1)
    unit.finish()
    assert list(accumulate(told)) == [0.125, 0.25, 0.5, 1]


def test_it_may_turn_out_that_a_unit_has_more_parts():
    told = []
    unit = InParts(told.append, 1)
    unit.expect(4)
    for part in ("Drafting et", "Placing tags et", "Drafting lv"):
        unit.announce(part, 2)(2)
    unit.finish()
    assert list(accumulate(told)) == [0.25, 0.5, 0.75, 1]


def test_a_unit_without_parts_is_done_when_it_is_finished():
    told = []
    InParts(told.append, 3).finish()
    assert told == [1]


@given(st.lists(st.lists(st.integers(0, 400), min_size=1), max_size=9))
def test_units_add_up_whatever_is_told_of_their_parts(units):
    told = []
    for parts in units:
        unit = InParts(told.append, len(parts))
        for part in parts:
            advance = unit.announce("", 7)
            for _ in range(part):
                advance(1)
        unit.finish()
    assert sum(told) == len(units)
    assert all(step > 0 for step in told)


class BySentence(IdentityEngine):
    """Tells of each sentence by itself."""

    def translate(self, sentences, source, target, *, hypotheses=1, progress=None):
        for _ in sentences:
            progress(1)
        return super().translate(sentences, source, target, hypotheses=hypotheses)


@pytest.fixture
def settings(tmp_path):
    for folder in ("articles", "glossaries"):
        (tmp_path / folder).mkdir()
    for name in ("a", "b"):
        (tmp_path / "articles" / f"{name}.txt").write_text(f"Title {name}\n\nOne.\n\nTwo.\n\nThree.\n", "utf-8")
    return Settings(tmp_path.resolve(), "news", "en", ("et", "lv"), engine="identity")


def test_the_bar_moves_while_an_article_is_drafted(settings, monkeypatch):
    """An engine told of its progress, and nobody heard it: a long article stood at 0 of 1 until it was done."""
    monkeypatch.setattr("translate.plugins.load_engine", lambda *_, **__: BySentence())
    steps = []

    def announce(step, total):
        told = []
        steps.append((step, total, told))
        return told.append

    draft(settings, now=datetime(2026, 11, 22, tzinfo=UTC), clock=CLOCK, announce=announce)
    (told,) = [told for step, _, told in steps if step == "Drafting articles"]
    assert [step for step, _, _ in steps].count("Drafting articles") == 1
    # Nearly all of it goes by sentences, as the engine translates those of both articles, and the rest by the articles.
    # Three of them stand in both, and are translated once; that they need not be again is told at once.
    assert len(told) == 2 * (1 + 2 + 3) + 2
    assert list(accumulate(told))[11:] == [1.875, 1.9375, 2]


def test_a_job_that_nobody_waits_for_tells_nobody(capsys):
    advance = silently("Drafting articles", 3)
    for done in (1, 2, 0):
        advance(done)
    assert capsys.readouterr() == ("", "")
