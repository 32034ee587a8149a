import asyncio
from collections.abc import Awaitable, Callable

from translate.workers.hands import Hand, Job, Queue


def in_a_loop(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    def run() -> None:
        asyncio.run(test())

    run.__name__ = test.__name__
    return run


def hand(name: str) -> Hand:
    made = Hand(name, f"scratch/{name}")
    made.is_fit = True
    return made


@in_a_loop
async def test_units_are_given_out_in_the_order_in_which_they_came() -> None:
    queue, jobs, one = Queue(), [Job(name, b"") for name in "abc"], hand("one")
    turns = [queue.wait(job) for job in jobs]
    for job, turn in zip(jobs, turns, strict=True):
        queue.deal([one])
        assert (turn.result(), one.job) == (one, job)
        one.job = None


@in_a_loop
async def test_who_failed_a_unit_gets_it_again_only_where_nobody_else_is_left() -> None:
    queue, job, one, other = Queue(), Job("a", b""), hand("one"), hand("other")
    job.tried = [one]
    other.job = Job("b", b"")
    turn = queue.wait(job)
    queue.deal([one, other])
    assert not turn.done()  # The other may have it when it is free.
    other.is_late = True
    queue.deal([one, other])
    assert turn.result() is one


@in_a_loop
async def test_a_unit_that_waits_for_another_hand_keeps_nobody_behind_it_waiting() -> None:
    queue, first, second, one, other = Queue(), Job("a", b""), Job("b", b""), hand("one"), hand("other")
    first.tried = [one]
    other.job = Job("c", b"")
    turns = queue.wait(first), queue.wait(second)
    queue.deal([one, other])
    assert (turns[0].done(), turns[1].result()) == (False, one)
    other.job = None
    queue.deal([one, other])
    assert turns[0].result() is other


@in_a_loop
async def test_only_who_is_fit_awake_and_there_is_given_anything() -> None:
    unfit, asleep, late, gone, paused = (hand(name) for name in ("unfit", "asleep", "late", "gone", "paused"))
    unfit.is_fit = False
    late.is_late = True
    gone.gone.set_result(None)
    paused.hear(1, "paused", now=0, silence=60)
    asleep.hear(1, "running", now=0, silence=60)
    asleep.hear(1, "running", now=61, silence=60)
    queue = Queue()
    turn = queue.wait(Job("a", b""))
    queue.deal([unfit, asleep, late, gone, paused])
    assert not turn.done()
    asleep.hear(2, "running", now=62, silence=60)
    queue.deal([unfit, asleep, late, gone, paused])
    assert turn.result() is asleep


@in_a_loop
async def test_what_nobody_waits_for_any_more_is_given_to_nobody() -> None:
    queue, one = Queue(), hand("one")
    queue.wait(Job("a", b"")).cancel()
    queue.deal([one])
    assert one.job is None
