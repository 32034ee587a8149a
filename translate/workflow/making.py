"""Recall or draft what the messages of one PO file want."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.core.enforcing.candidate import Case
from translate.core.entries.jobs import Job, assembled, job_of, wishes
from translate.core.entries.leverage import Leveraged
from translate.core.entries.stamp import Draft
from translate.core.entries.template import Key
from translate.errors import EngineError
from translate.segmentation import segmenter_for
from translate.workflow import enforcing, remembering
from translate.workflow.desk import Desk
from translate.workflow.remembering import Answer
from translate.workflow.steps import Announce, silently
from translate.workflow.work import Run, Work


@dataclass(slots=True)
class Made:
    """What a run has for the messages of one PO file."""

    drafts: dict[Key, Draft] = field(default_factory=dict)
    recalled: dict[Key, Leveraged] = field(default_factory=dict)
    failure: EngineError | None = None
    """Why nothing was drafted."""


def make(run: Run, work: Work, desk: Desk, announce: Announce = silently) -> Made:
    """Recall what the memory has, and have the engine draft the rest.

    Args:
        run: The run.
        work: The article and its PO file.
        desk: The locale.
        announce: Told of the engine's steps as they come.
    """
    made = Made()
    jobs = _recall(run, work, desk, made)
    if desk.engine is None or desk.signature is None:
        return made
    try:
        enforced = enforcing.draft(
            desk.engine,
            [Case(sentence.text, job.asked.within(sentence)) for job in jobs for sentence in job.sentences],
            run.settings.source,
            desk.locale,
            hypotheses=run.settings.hypotheses,
            lexicon=desk.lexicon,
            announce=announce,
        )
    except EngineError as error:
        made.failure = error
        return made
    answers = iter(enforced)
    for job in jobs:
        one = assembled(job, [next(answers) for _ in job.sentences], desk.signature)
        if one is not None:
            made.drafts[job.message.key] = one
    return made


def _recall(run: Run, work: Work, desk: Desk, made: Made) -> list[Job]:
    """Recall what the memory has; what is left to draft."""
    jobs: list[Job] = []
    segmenter = segmenter_for(run.settings.source)
    for wish in wishes(
        work.article.messages,
        work.inherited,
        work.demands,
        signature=desk.signature or "",
        hypotheses=run.settings.hypotheses,
        words=desk.words,
    ):
        answer = Answer()
        if run.memory is not None:
            answer = remembering.ask(run.memory, desk.locale, wish.message, wish.asked, wants_draft=wish.wanted)
        if answer.recalled is not None:
            made.recalled[wish.message.key] = answer.recalled
        elif wish.wanted:
            jobs.append(job_of(wish, segmenter, answer.suggestions))
    return jobs
