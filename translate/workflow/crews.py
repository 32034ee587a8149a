"""Choose who has the sentences of a run drafted: the run itself, or workers that it hires."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from functools import partial

from translate import __version__
from translate.errors import NewsdeskError
from translate.values import dataclass
from translate.workers.cluster import Cluster
from translate.workflow.afar import Afar
from translate.workflow.assigning import shared_options
from translate.workflow.opened import Opened
from translate.workflow.stationing import station
from translate.workflow.window import Crew
from translate.workflow.working import own_options, work


@dataclass(frozen=True, slots=True)
class Probe:
    """An engine for a pair, of which a worker shall tell what it has."""

    engine: str
    options: tuple[tuple[str, object], ...]
    """Those that a project may set."""
    source: str
    locale: str


@contextlib.contextmanager
def cluster(address: str, ready: Opened) -> Iterator[Crew | None]:
    """The workers of a cluster; the run itself where that cannot be asked, which its notes tell.

    Args:
        address: The scheduler's.
        ready: The run.
    """
    if not ready.to_open:
        yield None
        return
    with contextlib.ExitStack() as stack:
        crew: Crew | None = None
        try:
            workers = stack.enter_context(Cluster(address, work, partial(about, probes_of(ready))))
            crew = Afar(workers)
        except NewsdeskError as error:
            ready.run.seen.notes.append(f"the cluster did nothing: {error}")
        yield crew


def probes_of(ready: Opened) -> tuple[Probe, ...]:
    """What the workers of a run need."""
    settings = ready.run.settings
    return tuple(
        Probe(desk.chosen.name, tuple(sorted(shared_options(settings, desk).items())), settings.source, desk.locale)
        for desk in ready.desks
        if desk.engine is not None
    )


def about(probes: tuple[Probe, ...]) -> Mapping[str, str]:
    """What makes drafts on this machine: newsdesk, and the engines with all that their answers depend on.

    Args:
        probes: The engines that are wanted.
    """
    told = {"newsdesk": __version__}
    for probe in probes:
        name = f"engine for {probe.locale}"
        try:
            known = {**own_options().get(probe.engine, {}), **dict(probe.options)}
            found = station(probe.engine, known, probe.source, probe.locale, 1)
        except NewsdeskError as error:
            told[name] = f"none ({error})"
            continue
        told[name] = f"{found.signature} ({found.name[:8]})" if found.signature else "none"
    return told
