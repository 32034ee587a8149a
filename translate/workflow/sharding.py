"""``newsdesk nightly --shard 3/16``: do a part of a frozen night, and keep what came of it in a ledger of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial

from translate.engines.processors import processors
from translate.ledger.pages import About, Ledger, Page
from translate.settings import Settings
from translate.values import dataclass
from translate.workers import units
from translate.workers.frozen import Frozen, FrozenError, Shard
from translate.workers.interface import UnitError, Workers
from translate.workers.pool import Pool
from translate.workers.units import Done, Outcome
from translate.workflow.steps import Announce, silently
from translate.workflow.working import work


@dataclass(frozen=True, slots=True)
class Sharded:
    """What was done of a shard."""

    units: int
    """That it has."""
    before: int
    """Those of them that had been done before."""
    left: int
    """Those for which there was no time."""
    failures: tuple[str, ...]
    """Why articles could not be drafted, by their paths."""


def shard(
    settings: Settings,
    part: Shard,
    *,
    out_of_time: Callable[[], bool] = lambda: False,
    announce: Announce = silently,
) -> Sharded:
    """Do what is left of a shard, each unit in a process that does nothing else.

    Args:
        settings: The project; `Settings.jobs` processes are at work.
        part: The shard.
        out_of_time: Asked before each unit whether to stop.
        announce: Told of the units as they come.

    Raises:
        FrozenError: No night is prepared, or it was prepared anew; or what was done cannot be kept.
        EngineError: What is here would draft otherwise than what prepared the night.
    """
    frozen = Frozen(settings.root)
    own = part.own(frozen.plan().keys)
    with Ledger(frozen.ledger(part), home=settings.root) as ledger:
        known = {*own}.intersection(key for key, _ in ledger.contents(About.OUTCOME))
        waiting = iter(todo := [key for key in own if key not in known])
        if not todo:
            return Sharded(len(own), len(own), 0, ())
        advance = announce(f"Shard {part}", len(todo))
        failures: list[str] = []
        begun = 0
        under_way: dict[Future[bytes], str] = {}
        with Pool(partial(work, options=settings.engines), min(settings.jobs or processors(), len(todo))) as pool:
            while True:
                while len(under_way) <= pool.places and not out_of_time() and (key := next(waiting, None)):
                    under_way[pool.submit(key, frozen.unit(key))] = key
                    begun += 1
                if not under_way:
                    break
                for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                    key = under_way.pop(future)
                    outcome = _outcome(pool, future, frozen.unit(key))
                    if not ledger.put(About.OUTCOME, [Page(key, "", "", "", units.packed(outcome))]):
                        raise FrozenError("what was done cannot be kept", path=str(frozen.ledger(part)))
                    failures += (f"{done.article}: {done.failure}" for done in outcome.pieces if done.failure)
                    advance(1)
    return Sharded(len(own), len(own) - len(todo), len(todo) - begun, tuple(failures))


def _outcome(pool: Workers, future: Future[bytes], unit: bytes) -> Outcome:
    """What came of a unit; where it kills whoever does it, what comes of each of its articles."""
    try:
        return units.outcome_of(future.result())
    except UnitError as error:
        several = units.unit_of(unit)
        if len(several.pieces) == 1:
            return Outcome((Done(several.pieces[0].article, failure=error.message, given_up=True),))
    done = [_outcome(pool, pool.submit("", data), data) for data in map(units.packed, units.shares(several))]
    return Outcome(
        tuple(piece for one in done for piece in one.pieces),
        {name: said for one in done for name, said in one.wordings.items()},
        {name: said for one in done for name, said in one.answers.items()},
        done[0].machine,
    )
