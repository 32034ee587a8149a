"""Asked to end, a run ends in order at any moment, and the next one finishes its work."""

import json
import os
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.world import PHASES, Newsroom, Ran, Run, Words, alive, seeded
from tests.patience import wait_until
from tests.programs import needs
from tests.ready import LONG

pytestmark = [needs("apertium", "msgfmt"), pytest.mark.timeout(3600)]

SEED = int(os.environ.get("NEWSDESK_SEED", "20261122"))
ROUNDS = 8 if LONG else 1
CODES = {signal.SIGTERM: 143, signal.SIGINT: 130}
ARTICLES = 40 if LONG else 6


def has_lock(run: Run) -> bool:
    """Whether the run has begun in earnest, or has ended."""
    try:
        held = [str(link.readlink()) for link in Path(f"/proc/{run.process.pid}/fd").iterdir()]
    except OSError:
        return run.process.poll() is not None
    return any(name.endswith(".newsdesk/lock") for name in held)


def assert_in_order(room: Newsroom, ran: Ran, number: int, started: list[int], *, finished: bool) -> None:
    """All is as it should be after a run that was asked to end."""
    # To a shell both are the same: a second signal may meet the interpreter on its way out, and CPython ends itself by
    # SIGINT if Ctrl-C met it in generated code.
    assert ran.code in {CODES[number], -number}, ran.err
    assert "Traceback" not in ran.err
    assert ran.log[-1]["event"] == "stopped"
    assert alive(started) == []
    assert room.strays() == []
    assert room.broken() == []
    assert room.is_free()
    # Who asks twice may get a record that was not finished.
    if finished and any(line.get("event") == "started" for line in ran.log):
        record = room.records()[-1]
        assert (record["exit_code"], bool(record["ended"])) == (CODES[number], True)


def test_a_signal_ends_a_run_in_order(tmp_path, counts):
    rng = seeded(SEED)
    words = Words(SEED)
    room = Newsroom.open(tmp_path / "stopped", ["es"], "apertium")
    room.fill(words, ARTICLES)
    calm = room.copy(tmp_path / "calm")
    usual = dict.fromkeys(PHASES, 0.3)
    met: Counter[str] = Counter()
    plan = [(phase, number) for phase in PHASES for number in CODES] * ROUNDS
    rng.shuffle(plan)
    plan.sort(key=lambda aim: aim[0] in PHASES[3:])  # While there is much to draft, drafting is what is stopped.
    missed = 0
    while plan:
        phase, number = plan[0]
        if rng.random() < 0.7:
            name = rng.choice(sorted(room.articles))
            lines = [*room.articles[name], words.sentence()]
            for each in (room, calm):
                each.publish(name, lines)
        run = room.start()
        wait_until(lambda run=run: has_lock(run))
        run.reach(phase)
        time.sleep(rng.uniform(0, 0.02 if phase == "start" else usual[phase]))
        at, started = run.phase, run.family()
        impatient = rng.random() < 0.2
        run.process.send_signal(number)
        if impatient:
            time.sleep(rng.uniform(0, 0.02))
            run.process.send_signal(number)
        ran = run.end()
        assert "Traceback" not in ran.err, ran.err
        for over, (began, ended) in zip(PHASES, zip(run.began, run.began[1:], strict=False), strict=False):
            usual[over] = min(ended - began, 2)
        # What comes when all is done comes too late.
        if at == "end" or any(line.get("event") == "ended" and line["exit_code"] in {0, 1} for line in ran.log):
            missed += 1
            assert missed < 50 * ROUNDS
            continue
        plan.pop(0)
        met[f"{number.name} in {at}"] += 1
        met["twice"] += impatient
        met["while Apertium was at work"] += bool(started)
        assert_in_order(room, ran, number, started, finished=not impatient)
    calm.night()
    room.night()
    assert room.tree() == calm.tree()
    assert room.strays() == []
    counts(
        f"seed {SEED}, {', '.join(f'{count} {what}' for what, count in sorted(met.items()))}; {missed} came too late"
    )


@pytest.mark.parametrize("number", CODES)
def test_a_run_that_is_stopped_is_told_by_status(tmp_path, number):
    room = Newsroom.open(tmp_path / "stopped", ["et"])
    room.fill(Words(1), 5)
    run = room.held("draft")
    run.process.send_signal(number)
    run.go_on()
    assert run.end().code == CODES[number]
    told = json.loads(room.run("status", "--last-run", "--json").out)
    assert told["exit_code"] == CODES[number]
