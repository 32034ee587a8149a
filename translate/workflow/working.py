"""Do a work unit: what a worker does with the bytes that it is given, wherever it is."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

from translate import plugins
from translate.core.enforcing.lexicon import key
from translate.core.entries.catalog import Entry
from translate.core.entries.jobs import Job
from translate.errors import EngineError
from translate.languages.loading import load_pair
from translate.settings import machine
from translate.workers import units
from translate.workers.units import Done, Drafted, Outcome, Piece, Unit
from translate.workflow.assigning import demands_of
from translate.workflow.decoding import Decoded
from translate.workflow.drafting import Bench, Produced, produce
from translate.workflow.luggage import Luggage
from translate.workflow.stationing import Options, station_for

_ONE_AT_A_TIME = threading.Lock()
"""No engine is asked twice at a time, however many threads a worker has."""


def work(data: bytes, options: Options | None = None, jobs: int | None = 1) -> bytes:
    """Do a unit.

    Args:
        data: The unit (`units.packed`).
        options: Those of the engines, by their names; None for what is set for this machine.
        jobs: How many processors an engine may use at most; None for all.

    Returns:
        What came of it, the same wherever it is done. An article that could not be drafted is told in it.

    Raises:
        OtherEditionError: Another newsdesk is here, or another engine.
        EngineError: It is no unit, or the engine cannot start.
    """
    unit = units.unit_of(data)
    with _ONE_AT_A_TIME:
        return units.packed(done(unit, own_options() if options is None else options, jobs))


def own_options() -> Options:
    """The options of engines that are set for this machine."""
    return machine.load(machine.files(os.environ), (), plugins.engine_names).engines


def done(unit: Unit, options: Options, jobs: int | None) -> Outcome:
    """Do a unit; see `work`."""
    here = station_for(unit, options, jobs)
    luggage = Luggage(unit, here.edition)
    here.lexicon.update(unit.wordings)
    bench = Bench(
        here.engine,
        unit.signature,
        unit.source,
        unit.locale,
        unit.hypotheses,
        unit.effort,
        load_pair(unit.source, unit.locale),
        here.lexicon,
        Decoded(luggage),
    )
    pieces = tuple(_pieces(bench, unit))
    learnt = {name: here.lexicon[name] for name in map(key, unit.terms) if name in here.lexicon.keys() - unit.wordings}
    return Outcome(pieces, learnt, luggage.told, here.edition.machine if here.edition else "")


def _pieces(bench: Bench, unit: Unit) -> list[Done]:
    try:
        jobs = {piece.article: _jobs(bench, unit, piece) for piece in unit.pieces}
        made = produce(bench, list(jobs.values()))
    except Exception as error:  # noqa: BLE001  What one article brings to light must not cost the others.
        if len(unit.pieces) > 1:
            return [own for share in units.shares(unit) for own in _pieces(bench, share)]
        told = str(error) if isinstance(error, EngineError) else f"{type(error).__name__}: {error}"
        return [Done(unit.pieces[0].article, failure=told)]
    return [_done(article, own, one) for (article, own), one in zip(jobs.items(), made, strict=True)]


def _jobs(bench: Bench, unit: Unit, piece: Piece) -> list[Job]:
    return [
        Job(
            Entry(message.msgid, msgctxt=message.msgctxt),
            demands_of(message, unit.terms, bench.pair[1]),
            message.sentences,
            message.inputs,
        )
        for message in piece.messages
    ]


def _done(article: str, jobs: Sequence[Job], made: Produced) -> Done:
    told = [(job.message, made.drafts.get(job.message.key), made.unanswered.get(job.message.key, 0)) for job in jobs]
    messages = tuple(Drafted(message.msgid, message.msgctxt, draft, left) for message, draft, left in told)
    return Done(article, messages, "" if made.unplaced is None else str(made.unplaced))
