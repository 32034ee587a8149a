"""Do a step in a thread of its own, while the run goes on with what does not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Self

from translate.workflow.steps import Advance

_GRACE = 10.0
"""Seconds that a step has to end once nobody wants it any more: engines tell of their progress more often than that,
and a network that is at work while Python ends may take the process down."""


class _UnwantedError(BaseException):
    """Nobody waits for the step any more. No `Exception`: whoever is at work must not take it for its own trouble."""


class Alongside:
    """A step under way. As a context it ends with that, done or not.

    Args:
        step: What to do; it is given what to tell of its progress.
    """

    def __init__(self, step: Callable[[Advance], None]) -> None:
        self._step = step
        self._told: SimpleQueue[float | None] = SimpleQueue()
        self._fault: BaseException | None = None
        self._unwanted = False
        # No exit waits for it: an engine that never comes back must not keep a run from ending.
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._unwanted = True
        self._thread.join(_GRACE)

    def wait(self, advance: Advance) -> None:
        """Wait until it is done; what it tells of its progress is told here, in the thread that waits.

        Raises:
            BaseException: What the step raised.
        """
        while (done := self._told.get()) is not None:
            advance(done)
        self._thread.join()
        if self._fault is not None:
            raise self._fault

    def _run(self) -> None:
        try:
            self._step(self._tell)
        except BaseException as fault:  # noqa: BLE001  It is raised again, in the thread that waits.
            self._fault = fault
        finally:
            self._told.put(None)

    def _tell(self, done: float) -> None:
        if self._unwanted:
            raise _UnwantedError
        self._told.put(done)
