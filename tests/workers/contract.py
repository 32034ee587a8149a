"""What whoever does work units keeps, of whatever kind they are."""

import threading
from concurrent.futures import Future, wait

import pytest

from translate.workers.interface import GoneError, UnitError, Workers

SOON = 120
"""Seconds within which whatever is asked comes to something; far more than it takes."""


class WorkersContract:
    """Inherit it, with a fixture `workers` that gives some whose work is `tests.workers.toy.work`."""

    @pytest.fixture
    def workers(self) -> Workers:
        raise NotImplementedError

    def test_each_unit_comes_to_its_own_outcome(self, workers: Workers) -> None:
        asked = {f"many-{n}": workers.submit(f"many-{n}", f"ferry {n}".encode()) for n in range(40)}
        assert [future.result(SOON) for future in asked.values()] == [f"FERRY {n}".encode() for n in range(40)]

    def test_there_is_a_place_at_least(self, workers: Workers) -> None:
        assert workers.places >= 1

    def test_a_unit_that_is_asked_for_twice_has_one_outcome(self, workers: Workers) -> None:
        first, second = (workers.submit("twice", b"sleep 0.1") for _ in range(2))
        assert first.result(SOON) == second.result(SOON) == b"SLEEP 0.1"

    def test_a_unit_may_be_of_any_bytes_none_and_many(self, workers: Workers) -> None:
        whole = b"x\0\n\xff" * 400_000
        assert workers.submit("none", b"").result(SOON) == b""
        assert workers.submit("many", whole).result(SOON) == whole.upper()

    def test_what_the_work_raises_is_told_and_the_others_are_done(self, workers: Workers) -> None:
        failing, other = workers.submit("failing", b"fail this"), workers.submit("beside", b"ferry")
        with pytest.raises(ValueError, match="nobody can do this"):
            failing.result(SOON)
        assert other.result(SOON) == b"FERRY"

    def test_a_unit_that_kills_whoever_has_it_is_given_up_by_its_name_and_the_others_are_done(
        self, workers: Workers
    ) -> None:
        poison = workers.submit("poison", b"die")
        others = [workers.submit(f"well-{n}", b"sleep 0.05") for n in range(8)]
        with pytest.raises(UnitError, match="poison"):
            poison.result(SOON)
        assert {other.result(SOON) for other in others} == {b"SLEEP 0.05"}

    def test_units_come_from_many_threads(self, workers: Workers) -> None:
        asked: list[Future[bytes]] = []

        def ask(name: str) -> None:
            asked.extend(workers.submit(f"{name}-{n}", name.encode()) for n in range(5))

        threads = [threading.Thread(target=ask, args=(f"thread-{n}",)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not wait(asked, SOON).not_done
        assert {future.result() for future in asked} == {f"THREAD-{n}".encode() for n in range(4)}

    def test_whoever_is_let_go_leaves_nobody_waiting(self, workers: Workers) -> None:
        waiting = workers.submit("late", b"sleep 2")
        workers.close()
        workers.close()
        with pytest.raises(GoneError):
            waiting.result(SOON)
        with pytest.raises(GoneError):
            workers.submit("later", b"ferry").result(SOON)
