"""Have an engine draft what the messages of one PO file want."""

from __future__ import annotations

from translate.core.entries.jobs import assembled, unanswered
from translate.core.entries.template import Key
from translate.core.placing.placing import Unplaced, in_proportion
from translate.errors import EngineError
from translate.workflow import enforcing, placing
from translate.workflow.desk import Desk
from translate.workflow.steps import Announce, silently
from translate.workflow.wanting import Made, Wanted, wanted
from translate.workflow.work import Run, Work


def make(run: Run, work: Work, desk: Desk, *, known: Wanted | None = None, announce: Announce = silently) -> Made:
    """Recall what the memory has, and have the engine draft the rest.

    Args:
        run: The run.
        work: The article and its PO file.
        desk: The locale.
        known: What it wants, where that has been told for this very desk; it is used up.
        announce: Told of the engine's steps as they come.
    """
    told = known if known is not None and known.made.desk is desk else wanted(run, work, desk)
    made, jobs = told.made, told.jobs
    if desk.engine is None or desk.signature is None:
        return made
    try:
        enforced = enforcing.draft(
            desk.engine,
            told.cases,
            run.settings.source,
            desk.locale,
            hypotheses=run.settings.hypotheses,
            lexicon=desk.lexicon,
            decoded=desk.decoded,
            announce=announce,
        )
    except EngineError as error:
        made.failure = error
        return made
    answers = iter(enforced)
    source, own = desk.yardstick.pair
    tagged: dict[Key, Unplaced] = {}
    for job in jobs:
        said = [next(answers) for _ in job.sentences]
        one = assembled(job, said, desk.signature, (source.typography(), own.typography()))
        if one is None:
            made.unanswered |= {job.message.key: unanswered(said)} if said else {}
            continue
        made.drafts[job.message.key] = one.draft
        if one.unplaced is not None:
            tagged[job.message.key] = one.unplaced
    try:
        put_in = placing.put_in(desk.engine, [*tagged.values()], run.settings, desk.locale, announce=announce)
    except EngineError as error:
        made.unplaced = error
        put_in = [*map(in_proportion, tagged.values())]
    for key, placed in zip(tagged, put_in, strict=True):
        made.drafts[key] = made.drafts[key].tagged(placed)
    return made
