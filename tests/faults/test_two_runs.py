"""Two runs in one project at once: one of them works, the other says so at once, and no lock is left behind."""

from collections import Counter

import pytest

from tests.faults.world import Newsroom, Words, seeded
from tests.programs import needs
from tests.ready import LONG

pytestmark = [needs("msgfmt")]

ROUNDS = 25 if LONG else 1
ARTICLES = 60


@pytest.fixture
def room(tmp_path):
    room = Newsroom.open(tmp_path / "room")
    room.fill(Words(5), ARTICLES)
    return room


def test_of_two_runs_at_once_one_works_and_the_other_leaves_at_once(room, tmp_path, counts):
    calm = room.copy(tmp_path / "calm")
    words, rng = Words(6), seeded(6)
    codes: Counter[str] = Counter()
    for done in range(ROUNDS + 20):
        if done >= ROUNDS and any("75" in what for what in codes):
            break  # On a busy machine one may be over before the other begins, for some rounds.
        for command in (["nightly", "nightly"], ["draft", "nightly"], ["nightly", "draft"]):
            for name in rng.sample(sorted(room.articles), 10):
                lines = [*room.articles[name], words.sentence()]
                for each in (room, calm):
                    each.publish(name, lines)
            first, second = room.start(command[0]), room.start(command[1])
            answers = sorted((first.end(), second.end()), key=lambda ran: ran.code)
            assert [ran.code for ran in answers] in ([0, 75], [0, 0], [1, 75], [1, 1], [0, 1]), answers
            codes[" and ".join(str(ran.code) for ran in answers)] += 1
            assert not any("Traceback" in ran.err for ran in answers)
            assert room.strays() == []
    calm.night()
    assert room.tree() == calm.tree()
    counts(", ".join(f"{count} times {what}" for what, count in sorted(codes.items())))
    assert any("75" in what for what in codes)


def test_a_run_that_comes_second_changes_nothing(room):
    first = room.held("draft")
    before = set(room.root.glob(".newsdesk/runs/*"))
    second = room.run()
    assert (second.code, second.log[-1]["event"], len(second.log)) == (75, "failed", 1)
    assert "another run is at work" in second.sentences[0]
    assert set(room.root.glob(".newsdesk/runs/*")) == before
    first.go_on()
    assert first.end().code in {0, 1}


def test_the_lock_of_a_run_that_was_killed_is_free_at_once(room):
    first = room.held("draft")
    first.kill(family=False)
    assert first.end().code == -9
    room.night()
    assert room.strays() == []


def test_a_dry_run_beside_a_run_is_allowed_and_writes_nothing(room):
    room.night()
    for name in list(room.articles)[:10]:
        room.publish(name, Words(int(name[1:])).article())
    held = room.held("survey")
    before, own = room.state(), {p: p.read_bytes() for p in (room.root / ".newsdesk").rglob("*") if p.is_file()}
    beside = room.run("nightly", "--dry-run")
    assert (beside.code, "dry run" in beside.out) == (0, True), beside
    assert room.state() == before
    assert {p: p.read_bytes() for p in (room.root / ".newsdesk").rglob("*") if p.is_file()} == own
    held.go_on()
    assert held.end().code in {0, 1}
    assert room.strays() == []
