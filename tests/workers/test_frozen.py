"""A frozen night is read as what anybody may have written, and nothing of it is left once it is over."""

import json
import os
from dataclasses import replace

import pytest

from translate import __version__
from translate.workers.frozen import FOLDER, MOST, Frozen, FrozenError, Plan, Shard
from translate.workers.units import key_of

UNITS = [f"unit {number}".encode() for number in range(10)]
KEYS = tuple(map(key_of, UNITS))
PLAN = Plan(__version__, "2026-11-30T02:00:00Z", (), None, 3, 40, KEYS)


@pytest.fixture
def frozen(tmp_path):
    found = Frozen(tmp_path.resolve())
    for key, unit in zip(KEYS, UNITS, strict=True):
        found.put(key, unit)
    found.begin(PLAN)
    return found


def test_what_was_frozen_is_there(frozen):
    assert (frozen.plan(), frozen.unit(KEYS[3])) == (PLAN, UNITS[3])


def test_of_an_older_night_nothing_is_left(frozen):
    frozen.begin(replace(PLAN, keys=KEYS[:2]))
    assert frozen.unit(KEYS[1]) == UNITS[1]
    with pytest.raises(FrozenError, match="prepared anew"):
        frozen.unit(KEYS[2])


def test_once_it_is_over_nothing_is_left(frozen, tmp_path):
    frozen.ledger(Shard(1, 2)).parent.mkdir()
    frozen.ledger(Shard(1, 2)).touch()
    frozen.end()
    assert not (tmp_path / FOLDER).exists()
    with pytest.raises(FrozenError, match="no night is prepared here"):
        frozen.plan()


@pytest.mark.parametrize("plan", [b"", b"{}", b"[" * 100_000, b"\xff", json.dumps({"keys": 1}).encode()])
def test_what_is_no_plan_is_told(frozen, tmp_path, plan):
    (tmp_path / FOLDER / "plan.json").write_bytes(plan)
    with pytest.raises(FrozenError, match="prepare"):
        frozen.plan()


@pytest.mark.parametrize("change", [{"keys": ["../../../etc/passwd"]}, {"version": "0.0"}, {"began": "yesterday"}])
def test_a_plan_that_cannot_be_followed_is_told(frozen, tmp_path, change):
    path = tmp_path / FOLDER / "plan.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(FrozenError, match="prepare"):
        frozen.plan()


def test_a_unit_that_somebody_changed_is_not_done(frozen, tmp_path):
    (path,) = (tmp_path / FOLDER).rglob(KEYS[3])
    path.write_bytes(UNITS[4])
    with pytest.raises(FrozenError, match="is not what was prepared; prepare the night anew"):
        frozen.unit(KEYS[3])


def test_a_link_that_leads_out_is_not_followed(frozen, tmp_path, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "plan.json"
    (tmp_path / FOLDER / "plan.json").rename(elsewhere)
    (tmp_path / FOLDER / "plan.json").symlink_to(elsewhere)
    with pytest.raises(FrozenError):
        frozen.plan()


def test_a_pipe_in_its_place_is_not_waited_for(frozen, tmp_path):
    path = tmp_path / FOLDER / "plan.json"
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(FrozenError):
        frozen.plan()


@pytest.mark.parametrize(("text", "shard"), [("3/16", Shard(3, 16)), (" 1/1 ", Shard(1, 1)), ("16/16", Shard(16, 16))])
def test_a_shard_is_named_by_its_number_and_theirs(text, shard):
    assert Shard.parse(text) == shard


@pytest.mark.parametrize("text", ["", "0/16", "17/16", "3", "3/", "a/b", "3/16/2", f"1/{MOST + 1}", "٣/16", "-1/4"])
def test_what_names_no_shard_is_told(text):
    with pytest.raises(ValueError, match="is no shard; say 3/16"):
        Shard.parse(text)


@pytest.mark.parametrize("of", [1, 2, 3, 7, 16])
def test_every_unit_is_in_one_shard_and_no_shard_has_two_more_than_another(of):
    parts = [Shard(number + 1, of).own(KEYS) for number in range(of)]
    assert sorted(key for part in parts for key in part) == sorted(KEYS)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_the_shards_are_those_that_have_a_ledger_and_no_other_file_is_taken_for_one(frozen, tmp_path):
    folder = tmp_path / FOLDER / "shards"
    folder.mkdir()
    for name in ("3-of-16.sqlite", "1-of-2.sqlite", "9-of-2.sqlite", "x.sqlite", "1-of-2.lock", "0-of-3.sqlite"):
        (folder / name).touch()
    assert frozen.shards() == [Shard(1, 2), Shard(3, 16)]
