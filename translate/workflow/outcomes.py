"""Put what was made elsewhere of a work unit where it is wanted, and keep what was learnt by it."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from translate.errors import EngineError
from translate.workers.interface import UnitError
from translate.workers.units import Done, Outcome
from translate.workflow.desk import Desk
from translate.workflow.drafting import Produced
from translate.workflow.wanting import Wanted


def learn(desk: Desk, outcome: Outcome, machine: str) -> None:
    """Have a desk know what was learnt elsewhere of its engine.

    Args:
        desk: The locale.
        outcome: What came of a unit of its.
        machine: The digest of what counts of this machine: the answers of another kind are not kept.
    """
    desk.decoded.has_answered = True
    for name, wordings in outcome.wordings.items():
        desk.lexicon.setdefault(name, wordings)
    if outcome.machine == machine and desk.keeping:
        with contextlib.suppress(ValueError):
            desk.keeping.take({bytes.fromhex(one): told.encode() for one, told in outcome.answers.items()})


def take(wanted: Wanted, done: Done) -> bool:
    """Put what was made elsewhere where it is wanted; whether all is there that can be.

    Args:
        wanted: What an article wants in a locale.
        done: What was made of it.
    """
    if done.given_up:
        wanted.made.give_up(UnitError(done.failure, path=done.article))
        return True
    if done.failure:
        return False
    made = {(one.msgctxt, one.msgid): one for one in done.messages}
    produced = Produced(unplaced=EngineError(done.unplaced) if done.unplaced else None)
    for job in wanted.jobs:
        one = made.get(job.message.key)
        if one is None or (one.draft is not None and one.draft.inputs != job.inputs):
            return False
        if one.draft is not None:
            produced.drafts[job.message.key] = replace(one.draft, suggestions=job.suggestions)
        elif one.unanswered:
            produced.unanswered[job.message.key] = one.unanswered
    wanted.made.take(produced)
    wanted.made.is_done = True
    return True
