"""A step in a thread of its own ends with whoever wanted it, and what it says is told where it is waited for."""

import threading

import pytest

from translate.workflow.alongside import Alongside


def test_what_a_step_tells_is_heard_in_the_thread_that_waits():
    heard = []
    with Alongside(lambda advance: [advance(share) for share in (0.5, 0.25)]) as step:
        step.wait(lambda share: heard.append((share, threading.current_thread())))
    assert heard == [(share, threading.current_thread()) for share in (0.5, 0.25)]


def test_what_a_step_raises_is_raised_where_it_is_waited_for():
    with Alongside(lambda _: 1 / 0) as step, pytest.raises(ZeroDivisionError):
        step.wait(print)


def test_the_run_goes_on_while_a_step_is_under_way():
    gone_on = threading.Event()
    with Alongside(lambda advance: advance(gone_on.wait(60))) as step:
        gone_on.set()
        step.wait(heard := [].append)
    assert heard


def test_a_step_that_nobody_wants_any_more_ends_when_it_next_tells_something():
    begun, ended = threading.Event(), threading.Event()

    def endless(advance):
        try:
            while True:
                begun.set()
                advance(1)
        finally:
            ended.set()

    def interrupted():
        with Alongside(endless):
            begun.wait()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert ended.is_set()
