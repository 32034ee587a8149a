"""Have processes of this machine draft, where that is quicker than what a run can do alone.

One process drafts with all processors as long as its network is at work, and with one of them while terms and tags are
seen to. Several have all of it done on all processors; each takes a second to start, and memory for its own networks.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial

from translate.engines.guarding import guarded
from translate.engines.interface import Engine
from translate.engines.processors import memory, processors
from translate.errors import EngineError
from translate.workers.pool import Pool
from translate.workflow.afar import Afar
from translate.workflow.desk import Desk
from translate.workflow.opened import Opened
from translate.workflow.window import Crew
from translate.workflow.working import work

FEWEST = 4
"""Processors with which it pays: on two, the run alone was as quick (`benchmarks/speed`, `processes-plain-200`)."""
ENOUGH = 200
"""Articles, each in each locale, with which what it takes to start them is little."""
OWN = 200_000_000
"""Bytes that a process takes beside its networks."""
SHARE = 0.5
"""Of the memory that is there; the rest is left for others, and for what grows."""


@contextlib.contextmanager
def local(ready: Opened) -> Iterator[Crew | None]:
    """Processes of this machine; none where the run itself is as quick, or there is no room for them.

    Args:
        ready: The run.
    """
    settings = ready.run.settings
    may_use = settings.jobs or processors()
    is_much = may_use >= FEWEST and len(ready.to_open) * len(ready.desks) >= ENOUGH
    count = _room(ready, may_use) if is_much else 1
    if count <= 1:
        yield None
        return
    with Pool(partial(work, options=settings.engines, jobs=may_use // count), count) as workers:
        yield Afar(workers)


def _room(ready: Opened, most: int) -> int:
    """How many processes there is memory for; none where an engine does not say what it depends on.

    It may be on a device that several cannot share, and what it drafts may depend on what is drafted beside.
    """
    try:
        sizes = sum(_size(desk.engine, desk) for desk in ready.desks if desk.engine is not None)
    except (EngineError, OSError):
        return 0
    return min(most, int(memory() * SHARE) // (OWN + sizes))


def _size(engine: Engine, desk: Desk) -> int:
    """The bytes of what an engine has to load for a locale.

    Raises:
        EngineError, OSError: Nobody knows.
    """
    with guarded(type(engine)):
        basis = engine.basis(desk.yardstick.settings.source, desk.locale)
    if basis is None:
        raise EngineError(f"{desk.signature} does not say what it depends on")
    return sum(path.stat().st_size for path in basis.files)
