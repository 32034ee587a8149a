"""Processes of this machine do units; one that dies costs its unit a second try, and no other anything."""

import os
import signal
import sys
import time
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from tests.workers import toy
from tests.workers.contract import SOON, WorkersContract
from translate.workers.interface import GoneError
from translate.workers.pool import Pool

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _importable(monkeypatch):
    """Whoever works can import the toy."""
    monkeypatch.syspath_prepend(ROOT)


class TestPool(WorkersContract):
    @pytest.fixture
    def workers(self):
        with Pool(toy.work, 2) as pool:
            yield pool


def test_each_process_loads_what_it_needs_once():
    with Pool(toy.work, 2) as pool:
        who = {pool.submit("who", b"who").result(SOON) for _ in range(6)}
    assert 1 <= len(who) <= 2


def test_a_process_that_somebody_kills_is_replaced_and_its_unit_done(tmp_path):
    with Pool(toy.work, 1) as pool:
        hanging = pool.submit("hanging", f"once {tmp_path / 'begun'}".encode())
        wait_for(tmp_path / "begun")
        (child,) = pool._children
        os.kill(child.pid, signal.SIGKILL)
        assert hanging.result(SOON).startswith(b"ONCE ")


def test_no_process_is_left_behind(tmp_path):
    with Pool(toy.work, 1) as pool:
        pool.submit("hanging", f"once {tmp_path / 'begun'}".encode())
        wait_for(tmp_path / "begun")
        (child,) = pool._children
        pid = child.pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_where_no_process_can_be_started_it_is_said_at_once(monkeypatch):
    nowhere = ModuleType("toy_that_is_nowhere")
    nowhere.work = FunctionType(toy.work.__code__, {}, "work")
    nowhere.work.__module__ = nowhere.__name__
    monkeypatch.setitem(sys.modules, nowhere.__name__, nowhere)
    with Pool(nowhere.work, 2) as pool, pytest.raises(GoneError, match="no process can be started"):
        pool.submit("one", b"ferry").result(SOON)


def wait_for(path):
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.02)
    pytest.fail(f"{path} never came")
