"""Have an engine draft what the messages of PO files want: those of several together, or of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from translate.core.enforcing.ladder import Enforced
from translate.core.entries.jobs import assembled, unanswered
from translate.core.entries.template import Key
from translate.core.placing.placing import Unplaced, in_proportion
from translate.engines.interface import Engine
from translate.errors import EngineError
from translate.settings import Settings
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
        known: What it wants, where that has been told for this very desk; what has been made of it already stays.
        announce: Told of the engine's steps as they come.
    """
    told = known if known is not None and known.made.desk is desk else wanted(run, work, desk)
    if not told.made.is_done:
        try:
            make_together(run.settings, [told], desk, announce=announce)
        except EngineError as error:
            told.made.failure = error
    return told.made


def make_together(settings: Settings, several: Sequence[Wanted], desk: Desk, *, announce: Announce = silently) -> None:
    """Have the engine draft what several PO files want, with all their sentences at once.

    Args:
        settings: The project.
        several: What each of them wants; that is where its drafts are put.
        desk: Their locale.
        announce: Told of the engine's steps as they come.

    Raises:
        EngineError: The engine failed as a whole; then nothing has been made for any of them.
    """
    if desk.engine is not None and desk.signature is not None:
        enforced = enforcing.draft(
            desk.engine,
            [case for one in several for case in one.cases],
            settings.source,
            desk.locale,
            hypotheses=settings.hypotheses,
            lexicon=desk.lexicon,
            decoded=desk.decoded,
            announce=announce,
        )
        answers = iter(enforced)
        tagged = [(one.made, _assembled(one, answers, desk, desk.signature)) for one in several]
        _put_tags_in(desk.engine, [(made, texts) for made, texts in tagged if texts], settings, desk.locale, announce)
    for one in several:
        one.made.is_done = True


def _assembled(told: Wanted, answers: Iterator[Enforced], desk: Desk, signature: str) -> dict[Key, Unplaced]:
    """Join the sentences of one PO file to drafts; those that have tags yet to be put in."""
    source, own = desk.yardstick.pair
    tagged: dict[Key, Unplaced] = {}
    for job in told.jobs:
        said = [next(answers) for _ in job.sentences]
        one = assembled(job, said, signature, (source.typography(), own.typography()))
        if one is None:
            told.made.unanswered |= {job.message.key: unanswered(said)} if said else {}
            continue
        told.made.drafts[job.message.key] = one.draft
        if one.unplaced is not None:
            tagged[job.message.key] = one.unplaced
    return tagged


def _put_tags_in(
    engine: Engine,
    tagged: Sequence[tuple[Made, Mapping[Key, Unplaced]]],
    settings: Settings,
    locale: str,
    announce: Announce,
) -> None:
    texts = [text for _, one in tagged for text in one.values()]
    try:
        placed = placing.put_in(engine, texts, settings, locale, announce=announce)
    except EngineError as error:
        if len(tagged) > 1:  # What it fails on in one of them costs no other.
            for alone in tagged:
                _put_tags_in(engine, [alone], settings, locale, silently)
            return
        tagged[0][0].unplaced = error
        placed = [*map(in_proportion, texts)]
    answers = iter(placed)
    for made, own in tagged:
        for key in own:
            made.drafts[key] = made.drafts[key].tagged(next(answers))
