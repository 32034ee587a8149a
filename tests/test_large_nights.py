"""What nights of newsrooms far larger than any here would take is reckoned from what was measured, and adds up."""

import dataclasses
import os
import subprocess
import sys

import pytest

from benchmarks.speed import machines, simulation
from benchmarks.speed.every import ROWS
from benchmarks.speed.ground import ROOT
from benchmarks.speed.machines import JOIN, NEW, PREPARE, SAME, SHARD, SIZES, SOME
from benchmarks.speed.results import Measured, Surroundings
from benchmarks.speed.simulation import Costs, Line, Night, limits, needs
from benchmarks.speed.timing import Took

HERE = Surroundings("2026-11-30", "abc", "2 cores", "Python 3.12.0")
SAMES = {PREPARE: Line(1, 0.001), SHARD: Line(0, 0), JOIN: Line(2, 0.002)}
NEWS = {PREPARE: Line(1, 0.01), SHARD: Line(1, 0.005), JOIN: Line(2, 0.04)}
MEMORY = {SAME: Line(4e7, 100), NEW: Line(5e7, 300)}
CHANGED = {PREPARE: 0.02, JOIN: 0.05}
COSTS = Costs(SAMES, NEWS, CHANGED, 1.5, MEMORY, 3e8, {"PO": 3000, "POT": 500}, 1000, 1.1)


def test_a_first_night_drafts_every_article_in_every_language():
    needed = needs(COSTS, Night(1_000))
    assert (needed.prepare, needed.join) == pytest.approx((1 + 100, 2 + 400))
    assert needed.shards == pytest.approx(1 + 50 + 15_000)
    assert (needed.memory, needed.disk, needed.files) == pytest.approx((5e7 + 3e6, 3.5e7 + 1e7, 11_000))
    assert needed.in_a_folder == 1_000


def test_a_usual_night_reads_all_and_drafts_what_is_new():
    needed = needs(COSTS, Night(1_000, 0.02))
    assert needed.prepare == pytest.approx(1 + 9.8 + 4)
    assert needed.join == pytest.approx(2 + 19.6 + 10)
    assert needed.shards == pytest.approx(1 + 200 * 1.505)
    assert needed.memory == pytest.approx(5e7 + 9_800 * 100 + 200 * 300)


def test_a_million_articles_lie_in_sub_folders():
    assert needs(COSTS, Night(1_000_000)).in_a_folder == pytest.approx(3906.25)


def test_others_draft_in_the_time_that_is_left_of_a_night():
    needed = needs(COSTS, Night(1_000))
    alone = needed.prepare + needed.join
    assert needed.cores(alone + 100) == pytest.approx(needed.shards / 100)
    assert needed.cores(alone) is None


def test_a_run_keeps_so_many_workers_busy_as_it_prepares_and_joins_for():
    assert COSTS.saturated == pytest.approx(30)


def test_what_breaks_first_is_named_first():
    found = limits(COSTS)
    assert [number for _, number in found] == sorted(number for _, number in found)
    assert found[0] == (
        "all is new, and preparing and joining take 8 hours, however many others draft",
        pytest.approx((8 * 3600 - 3) / 0.05 / 10, rel=0.002),
    )
    first, usual = (number for what, number in found if "memory" in what)
    assert (first, usual) == pytest.approx(((16e9 - 5e7) / 300 / 10, (16e9 - 5e7) / 104 / 10), rel=0.002)


def measured():
    """Acts that cost what the costs above say, and drafting by a package of the usual size."""
    acts = {}
    for size in SIZES:
        pages = size * len(machines.LOCALES)
        told = {"frozen": 600 * pages, "outcomes": 400 * pages, "files": 1.1 * pages}
        told |= dict.fromkeys(machines.KINDS, 0) | {"PO": 3000 * pages, "POT": 500 * pages}
        for kind, costs in ((SAME, SAMES), (NEW, NEWS)):
            for act in (PREPARE, SHARD, JOIN):
                took = Took(1, costs[act](pages), MEMORY[kind](pages) / 1e6, 0, told)
                acts[machines.of(act, kind, size)] = took
    for size, slower in ((SIZES[-1], 1), (SIZES[1], 2)):
        night = needs(COSTS, Night(size, 1 / machines.CHANGED))
        acts[machines.of(PREPARE, SOME, size)] = Took(1, night.prepare, 50)
        acts[machines.of(JOIN, SOME, size)] = Took(1, night.join * slower, 50)
    drafted = Took(1, 1.5, 300, round(simulation.words()))
    return {"acts": Measured(HERE, [acts]), "sized-100": Measured(HERE, [{"newsdesk draft": drafted}])}


def test_costs_are_those_of_one_more_po_file():
    found = simulation.costs_of(measured())
    assert found.drafting == pytest.approx(1.5, rel=0.01)
    for own, wanted in ((found.same, SAMES), (found.new, NEWS)):
        for act, line in wanted.items():
            assert dataclasses.astuple(own[act]) == pytest.approx(dataclasses.astuple(line), abs=1e-9)
        line = MEMORY[SAME if wanted is SAMES else NEW]
        assert dataclasses.astuple(found.memory[SAME if wanted is SAMES else NEW]) == pytest.approx(
            dataclasses.astuple(line)
        )
    assert found.changed == pytest.approx(CHANGED)
    assert (found.passing, found.files) == pytest.approx((1000, 1.1))
    assert (found.kept["PO"], found.kept["POT"], found.kept["decoded"]) == pytest.approx((3000, 500, 0))


def test_what_was_foretold_stands_beside_what_was_measured():
    (_, prepare, prepared), (_, join, joined) = simulation.tried(measured())
    assert (prepare, join) == pytest.approx((prepared, joined / 2))


def test_two_workers_halve_what_one_takes_and_what_the_run_itself_does():
    took = {JOIN: Took(1, 1, 50, 0, {"decoded": 4_096})}
    for way in machines.WAYS:
        took |= {machines.by(way, 1): Took(100, 8, 90, 512), machines.by(way, 2): Took(60, 8, 90, 512)}
    with_machines = {**measured(), "machines": Measured(HERE, [took])}
    _, _, *ways = ((foreseen, seconds) for _, foreseen, seconds in simulation.tried(with_machines))
    assert ways == [(50, 60), (50, 60), (54, 60)]
    assert simulation.decoded(with_machines) == 8


@pytest.mark.skipif(os.environ.get("NEWSDESK_LONG") != "1", reason="takes a minute; NEWSDESK_LONG=1 runs it")
@pytest.mark.parametrize("name", ["acts", "machines"])
def test_nights_that_are_shared_can_be_measured(name):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--small", "--rounds", "1", "--only", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(bound.says in done.stdout for bound in ROWS[name].bounds)
