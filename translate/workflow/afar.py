"""Have the sentences of articles drafted by workers: other processes of this machine, or a cluster's."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import chain

from translate.values import dataclass
from translate.workers import units
from translate.workers.interface import GoneError, UnitError, Workers
from translate.workers.units import Unit
from translate.workflow import outcomes
from translate.workflow.desk import Desk
from translate.workflow.parcels import unit_in
from translate.workflow.steps import Advance
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally
from translate.workflow.window import MAKING, Window, here

_AHEAD = 2
"""Units for each place of a worker that are under way: one in work, and the next at hand when that is done."""
_PATIENCE = 5.0
"""Seconds after which it is told that nothing is done yet: whoever watches a run wants to hear of it."""


@dataclass(slots=True, eq=False)
class _Open:
    """A window of which something is under way."""

    window: Window
    step: float
    """How many articles each of its parts stands for."""
    left: int = 0
    """Parts that are under way."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a unit has of a window."""

    open: _Open
    desk: Desk
    unit: Unit


class Afar:
    """Workers as a crew (`window.Crew`).

    What they fail on is drafted in its article's turn by the run itself, and told there; but of what kills or hangs
    whoever works on it that is only told. Once nobody is left, the run does the rest.

    Args:
        workers: Who does the units.
    """

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._under_way: dict[Future[bytes], _Part] = {}
        self._undone: list[_Open] = []
        """What is left to the run, once nobody else works."""

    def __call__(self, tally: Tally, windows: Iterator[Window], advance: Advance) -> Generator[Window]:
        """Have windows made."""
        while not self._undone:
            yield from self._begin(tally, windows)
            if not self._under_way:
                break
            done, _ = wait(self._under_way, _PATIENCE, FIRST_COMPLETED)
            advance(0)
            for future in done:
                part = self._under_way.pop(future)
                self._came(tally, part, future)
                part.open.left -= 1
                advance(part.open.step * MAKING)
                if not part.open.left and part.open not in self._undone:
                    yield part.open.window
        tally.notes += self._workers.troubles
        yield from here(tally, chain(self._rest(), windows), advance)

    def _begin(self, tally: Tally, windows: Iterator[Window]) -> Iterator[Window]:
        """Take windows until everybody has something to do; those in which nothing is to be done."""
        while len(self._under_way) < _AHEAD * self._workers.places and (window := next(windows, None)) is not None:
            wanted = [(desk, unit) for desk in tally.relief.desks for unit in unit_in(window, tally, desk)]
            under_way = _Open(window, len(window) / max(len(wanted), 1))
            for desk, unit in wanted:
                self._submit(_Part(under_way, desk, unit))
            if not wanted:
                yield window

    def _submit(self, part: _Part) -> None:
        data = units.packed(part.unit)
        self._under_way[self._workers.submit(units.key_of(data), data)] = part
        part.open.left += 1

    def _came(self, tally: Tally, part: _Part, future: Future[bytes]) -> None:
        """Take in what came of a part."""
        try:
            outcome = units.outcome_of(future.result())
        except UnitError as error:
            if len(part.unit.pieces) > 1:  # Which of them it is shows when each is done by itself.
                for share in units.shares(part.unit):
                    self._submit(_Part(part.open, part.desk, share))
                return
            for taken in _of(part):
                shown = taken.read().document.path
                taken.begun[part.desk.locale].wanted.made.give_up(UnitError(error.message, path=shown))
        except GoneError as error:
            self._note(tally, error)
            self._undone += [] if part.open in self._undone else [part.open]
        except Exception as error:  # noqa: BLE001  Whatever a worker brings to light is the run's to do.
            self._note(tally, error)
        else:
            outcomes.learn(part.desk, outcome, part.unit.machine)
            made = {done.article: done for done in outcome.pieces}
            for taken in _of(part):
                if done := made.get(taken.read().document.path):
                    outcomes.take(taken.begun[part.desk.locale].wanted, done)

    def _note(self, tally: Tally, error: Exception) -> None:
        """Tell what workers cannot do, once; the run does it."""
        note = f"drafted here, since no worker could ({error})"
        if note not in tally.notes:
            tally.notes.append(note)

    def _rest(self) -> Iterator[Window]:
        """The windows of which something is undone."""
        left = dict.fromkeys((*self._undone, *(part.open for part in self._under_way.values())))
        self._under_way.clear()
        return (one.window for one in left)


def _of(part: _Part) -> Iterator[Taken]:
    """The articles of a part."""
    own = {piece.article for piece in part.unit.pieces}
    return (taken for taken in part.open.window if taken.article and taken.article.document.path in own)
