"""Workers that are none: what is asked of them is done at once, or comes to what a test says."""

from concurrent.futures import Future

from translate.workers.interface import Workers
from translate.workflow.working import work


class FakeWorkers(Workers):
    """Do each unit here and now.

    Args:
        harm: Asked of each unit's bytes; the error that it gives comes of the unit, None for what the work makes.
    """

    def __init__(self, harm=lambda _: None, places=1, troubles=()):
        self.harm, self.asked = harm, []
        self._places, self._troubles = places, troubles

    @property
    def places(self):
        return self._places

    @property
    def troubles(self):
        return self._troubles

    def submit(self, key, unit):
        self.asked.append((key, unit))
        future = Future()
        error = self.harm(unit)
        try:
            future.set_result(work(unit)) if error is None else future.set_exception(error)
        except Exception as fault:  # noqa: BLE001  As whoever works at another place tells it.
            future.set_exception(fault)
        return future

    def close(self):
        pass
