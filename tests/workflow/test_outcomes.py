"""What was made elsewhere is taken where it is wanted still, and nowhere else."""

from dataclasses import replace

import pytest

from tests.workflow.runs import a_run
from tests.workflow.test_parcels import units_of
from translate.core.enforcing.lexicon import Wording
from translate.workers import units
from translate.workers.units import Done, Outcome
from translate.workflow.outcomes import learn, take
from translate.workflow.wanting import begin
from translate.workflow.working import work


@pytest.fixture
def done(project):
    (unit,) = units_of(project)
    return units.outcome_of(work(units.packed(unit), {})).pieces[0]


@pytest.fixture
def wanted(project):
    with a_run(project) as ready:
        yield begin(ready.run, ready.read(ready.to_open[0]), ready.desks[0]).wanted


def test_drafts_are_taken(done, wanted):
    assert take(wanted, done)
    assert wanted.made.is_done
    assert [draft.text for draft in wanted.made.drafts.values()] == [
        "Praam opens", "The praam sailed.", "The captain was late.",
    ]  # fmt: skip


def test_what_the_memory_has_to_say_is_said_though_nobody_was_told(done, wanted):
    from translate.core.entries.comments import MemoryLine

    line = MemoryLine(80, source="It sailed.", target="See lahkus.")
    jobs = [replace(job, suggestions=(line,)) for job in wanted.jobs]
    assert take(replace(wanted, jobs=jobs), done)
    assert {draft.suggestions for draft in wanted.made.drafts.values()} == {(line,)}


@pytest.mark.parametrize(
    "harm",
    [
        lambda done: replace(done, failure="it fails"),
        lambda done: replace(done, messages=done.messages[1:]),
        lambda done: replace(
            done, messages=(replace(m := done.messages[0], draft=replace(m.draft, inputs="other")), *done.messages[1:])
        ),
    ],
)
def test_what_is_not_what_is_wanted_is_made_anew(done, wanted, harm):
    assert not take(wanted, harm(done))
    assert (wanted.made.is_done, wanted.made.drafts) == (False, {})


def test_what_was_given_up_is_told_and_not_tried_again(wanted):
    assert take(wanted, Done("articles/ferry.txt", failure="it dies", given_up=True))
    assert (wanted.made.is_done, str(wanted.made.failure)) == (True, "articles/ferry.txt: it dies")


def test_what_was_learnt_of_the_engines_words_is_known(project):
    with a_run(project) as ready:
        (desk,) = ready.desks
        learn(desk, Outcome(wordings={"ferry": (Wording("parv", 1.0),)}, answers={"no hex": "x"}), "")
        learn(desk, Outcome(wordings={"ferry": (Wording("praam", 1.0),)}), "")
    assert desk.lexicon["ferry"] == (Wording("parv", 1.0),)
    assert desk.decoded.has_answered
