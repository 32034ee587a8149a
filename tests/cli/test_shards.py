"""A night that jobs share is one night: in any order, some of it twice, some of it killed and done again."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from filelock import FileLock

from tests.cli.nights import OWN_WORDS, again, catalogs, fill
from tests.workers.clusters import ROOT
from translate.workers.frozen import Frozen, Shard
from translate.workflow.sharding import Sharded

SHARDS = 16


@pytest.fixture
def shared(newsroom, sample_packages, monkeypatch):
    """A project whose night has many small units."""
    monkeypatch.setattr("translate.workflow.preparing.SENTENCES", 4)
    fill(newsroom)
    return newsroom


def killed(newsroom, part):
    """Kill a process that does a shard while it is at work."""
    command = [sys.executable, "-m", "translate", "--project", str(newsroom.root), "nightly", "--shard", str(part)]
    run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    lock = Frozen(newsroom.root).lock(part)
    for _ in range(2000):
        if lock.exists() or run.poll() is not None:
            break
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.wait(60)


def test_sixteen_shards_in_any_order_one_twice_one_killed_and_repeated_are_one_night(shared):
    before = shared.files()
    assert shared.run("nightly").code in {0, 1}
    alone = catalogs(shared)
    assert any(line.startswith("#. Glossary: ") for lines in alone.values() for line in lines)
    again(shared, before)

    told = json.loads(shared.run("nightly", "prepare", "--json").out)
    assert (told["units"] > SHARDS // 2, told["troubles"]) == (True, [])
    parts = [Shard(number, SHARDS) for number in range(1, SHARDS + 1)]
    killed(shared, parts[1])
    chance = random.Random(22)  # noqa: S311  Not for secrets.
    order = [*parts, parts[4]]
    chance.shuffle(order)
    for part in order:
        ran = shared.run("nightly", "--shard", str(part), "--jobs", "1")
        assert (ran.code, ran.err) == (0, "")
    assert catalogs(shared).keys() == {"locales/et/LC_MESSAGES/a3.po"}
    ran = shared.run("nightly", "report", "--join")
    assert ran.code in {0, 1}
    assert catalogs(shared) == alone
    assert OWN_WORDS in shared.read("locales/et/LC_MESSAGES/a3.po")
    assert not any(name.startswith(".newsdesk/night/") for name in shared.files())
    files = shared.files()
    shared.run("nightly")
    assert {name for name in files if name.startswith("locales/") and shared.files()[name] != files[name]} == set()


def test_the_headers_carry_the_time_at_which_the_night_was_prepared(newsroom):
    assert newsroom.run("nightly", "prepare").code == 0
    began = json.loads((newsroom.root / ".newsdesk/night/plan.json").read_text())["began"]
    newsroom.run("nightly", "--shard", "1/1")
    newsroom.run("nightly", "report", "--join")
    assert f'"POT-Creation-Date: {began[:10]} {began[11:16]}+0000' in newsroom.read("locales/et/LC_MESSAGES/ferry.po")


def test_each_act_says_what_is_next(newsroom):
    assert newsroom.run("nightly", "prepare").out.splitlines() == [
        "Prepared: 1 work unit with 6 sentences of 1 article.",
        "Now all of its shards, in any order: “newsdesk nightly --shard 1/16” and so on;",
        "then, once: “newsdesk nightly report --join”.",
    ]
    assert newsroom.run("nightly", "--shard", "2/2").out == "Shard 2/2: 0 of 0 work units done.\n"
    assert newsroom.run("nightly", "--shard", "1/2").out == "Shard 1/2: 1 of 1 work unit done.\n"
    assert newsroom.run("nightly", "--shard", "1/2").out == "Shard 1/2: 1 of 1 work unit done, 1 of them before.\n"


def test_when_all_goes_well_cron_has_nothing_to_mail(newsroom, monkeypatch):
    for act in (("prepare",), ("--shard", "1/1"), ("report", "--join")):
        ran = newsroom.run("nightly", *act, "--quiet")
        assert (ran.code, ran.out) == (0, "")
    newsroom.run("nightly", "prepare")
    monkeypatch.setattr("translate.workflow.sharding.shard", lambda *_, **__: Sharded(5, 1, 2, ()))
    ran = newsroom.run("nightly", "--shard", "1/1", "--quiet")
    assert (ran.code, ran.out) == (4, "Shard 1/1: 3 of 5 work units done, 1 of them before; no time for 2.\n")


def test_what_nobody_has_done_makes_the_night_partial_and_is_told(newsroom):
    newsroom.run("nightly", "prepare")
    ran = newsroom.run("nightly", "report", "--join")
    assert ran.code == 4
    assert "1 of 1 work units have been done by nobody; do those shards, and join once more" in " ".join(
        ran.out.split()
    )


@pytest.mark.parametrize("act", [("--shard", "1/2"), ("report", "--join")])
def test_without_a_prepared_night_it_is_said_what_to_do(newsroom, act):
    ran = newsroom.run("nightly", *act)
    assert ran.code == 2
    assert "no night is prepared here; “newsdesk nightly prepare” does that" in ran.err


def test_a_shard_that_somebody_does_is_not_done_twice_at_a_time(newsroom):
    newsroom.run("nightly", "prepare")
    lock = Frozen(newsroom.root).lock(Shard(1, 2))
    lock.parent.mkdir()
    with FileLock(lock):
        ran = newsroom.run("nightly", "--shard", "1/2")
        assert (ran.code, "somebody else who does shard 1/2 is at work" in ran.err) == (75, True)
        assert newsroom.run("nightly", "--shard", "2/2").code == 0


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("report",), "newsdesk nightly report --join"),
        (("--join",), "newsdesk nightly report --join"),
        (("prepare", "--join"), "newsdesk nightly report --join"),
        (("prepare", "--dry-run"), "--dry-run does not go with prepare"),
        (("--shard", "1/2", "--locale", "et"), "--locale does not go with --shard"),
        (("report", "--join", "--cluster", "tls://a.example:1"), "--cluster does not go with report"),
        (("--shard", "3"), "is no shard; say 3/16"),
        (("--cluster", "tcp://scheduler.example:8786"), "tls://"),
        (("--cluster", "nonsense"), "is not the address of a scheduler"),
    ],
)
def test_what_does_not_go_together_is_said(newsroom, asked, why):
    ran = newsroom.run("nightly", *asked)
    assert ran.code == 2
    assert why in " ".join(ran.err.split())
