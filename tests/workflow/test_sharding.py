"""A shard does its units, each once, and whatever becomes of it the next one who does it goes on."""

from dataclasses import replace

import pytest

from tests.workflow.project import NOW
from translate.cli.project import CLOCK
from translate.ledger.pages import About, Ledger
from translate.workers.frozen import Frozen, FrozenError, Shard
from translate.workflow import sharding, taking
from translate.workflow.orders import Orders
from translate.workflow.preparing import prepare
from translate.workflow.sharding import shard
from translate.workflow.stationing import OtherEditionError


@pytest.fixture
def frozen(project, monkeypatch):
    monkeypatch.setattr("translate.workflow.preparing.SENTENCES", 4)
    for number in range(5):
        project.write(f"articles/n{number}.txt", f"News {number}\n\nThe ferry sailed.\nIt was {number} hours late.\n")
    prepare(project.settings, Orders(), now=NOW, clock=CLOCK)
    project.settings = replace(project.settings, jobs=1)
    return Frozen(project.root)


def outcomes(project, frozen, part):
    with Ledger(frozen.ledger(part), home=project.root, keep=False) as ledger:
        return {key: ledger.get(About.OUTCOME, key, "").result for key, _ in ledger.contents(About.OUTCOME)}


def test_a_shard_has_each_of_its_units_done_once(project, frozen):
    part = Shard(2, 2)
    done = shard(project.settings, part)
    assert (done.units, done.before, done.left, done.failures) == (len(part.own(frozen.plan().keys)), 0, 0, ())
    assert set(outcomes(project, frozen, part)) == {*part.own(frozen.plan().keys)}
    again = shard(project.settings, part)
    assert again.before == again.units == done.units


def test_whoever_does_it_the_outcome_is_the_same(project, frozen):
    shard(project.settings, Shard(1, 1))
    shard(replace(project.settings, jobs=2), Shard(1, 2))
    whole = outcomes(project, frozen, Shard(1, 1))
    part = outcomes(project, frozen, Shard(1, 2))
    assert part == {key: whole[key] for key in part}


def test_what_there_is_no_time_for_is_left(project, frozen):
    asked = iter([False, True, True, True, True])
    done = shard(project.settings, Shard(1, 1), out_of_time=lambda: next(asked, True))
    assert (done.left, len(outcomes(project, frozen, Shard(1, 1)))) == (done.units - 1, 1)
    assert shard(project.settings, Shard(1, 1)).before == 1


def test_a_shard_that_can_keep_nothing_says_so(project, frozen, monkeypatch):
    monkeypatch.setattr(Ledger, "put", lambda *_: False)
    with pytest.raises(FrozenError, match=r"1-of-1\.sqlite: what was done cannot be kept"):
        shard(project.settings, Shard(1, 1))


def test_without_a_prepared_night_there_is_nothing_to_do(project):
    with pytest.raises(FrozenError, match="newsdesk nightly prepare"):
        shard(project.settings, Shard(1, 1))


def test_a_machine_that_would_draft_otherwise_does_nothing(project, frozen):
    plan = frozen.plan()
    from translate.workers import units

    others = [units.packed(replace(units.unit_of(frozen.unit(key)), edition="0f")) for key in plan.keys]
    for unit in others:
        frozen.put(units.key_of(unit), unit)
    frozen.begin(replace(plan, keys=tuple(map(units.key_of, others))))
    with pytest.raises(OtherEditionError, match="other files, settings or libraries"):
        shard(project.settings, Shard(1, 1))
    assert outcomes(project, frozen, Shard(1, 1)) == {}


def test_an_article_that_kills_whoever_drafts_it_is_told_and_costs_no_other(project, frozen, monkeypatch):
    from tests.workers.fakes import FakeWorkers
    from translate.workers import units
    from translate.workers.interface import UnitError

    def harm(unit):
        return UnitError("it dies") if any(p.article == "articles/n3.txt" for p in units.unit_of(unit).pieces) else None

    monkeypatch.setattr(sharding, "Pool", lambda *_: FakeWorkers(harm))
    done = shard(project.settings, Shard(1, 1))
    assert done.failures == ("articles/n3.txt: it dies",)
    kept = [units.outcome_of(data) for data in outcomes(project, frozen, Shard(1, 1)).values()]
    given_up = {piece.article: piece.given_up for outcome in kept for piece in outcome.pieces}
    assert given_up == {f"articles/n{n}.txt": n == 3 for n in range(5)} | {"articles/ferry.txt": False}


def test_the_sentences_of_a_unit_are_about_five_hundred():
    assert taking.SENTENCES == 500
