"""Recall or draft what the messages of one PO file want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from translate.core.enforcing.candidate import Case
from translate.core.entries.context import telling
from translate.core.entries.jobs import Job, assembled, job_of, unanswered, wishes
from translate.core.entries.leverage import Leveraged
from translate.core.entries.stamp import Draft
from translate.core.entries.template import Key
from translate.core.placing.placing import Unplaced, in_proportion
from translate.errors import EngineError
from translate.reports.counting import count
from translate.segmentation import segmenter_for
from translate.workflow import enforcing, placing, remembering
from translate.workflow.desk import Desk
from translate.workflow.remembering import Answer
from translate.workflow.steps import Announce, silently
from translate.workflow.work import Run, Work


@dataclass(slots=True)
class Made:
    """What a run has for the messages of one PO file."""

    desk: Desk
    """The locale, with the engine that was asked."""
    drafts: dict[Key, Draft] = field(default_factory=dict)
    recalled: dict[Key, Leveraged] = field(default_factory=dict)
    unanswered: dict[Key, int] = field(default_factory=dict)
    """How many sentences of a message the engine has no translation for; then it is not drafted at all."""
    followed: dict[Key, Leveraged] = field(default_factory=dict)
    """Those of the recalled that follow a correction where they are from."""
    failure: EngineError | None = None
    """Why nothing was drafted."""
    unplaced: EngineError | None = None
    """Why the tags of its drafts stand where nothing but a proportion says so."""

    def notes(self) -> Iterator[str]:
        """What is worth a line of it: for how much the engine has no translation, and what follows a correction."""
        for one in self.followed.values():
            yield f"a text that was taken over is {one.line.told}; look at it in {self.desk.locale}"
        if self.unanswered:
            sentences = count(sum(self.unanswered.values()), "sentence")
            left = count(len(self.unanswered), "entry", "entries")
            told = f"{self.desk.signature} has no translation into {self.desk.locale} for {sentences}"
            yield f"{told}; left untranslated: {left}"
        if self.unplaced is not None:
            yield f"the tags of the drafts in {self.desk.locale} stand where they do in the source ({self.unplaced})"


def make(run: Run, work: Work, desk: Desk, *, announce: Announce = silently) -> Made:
    """Recall what the memory has, and have the engine draft the rest.

    Args:
        run: The run.
        work: The article and its PO file.
        desk: The locale.
        announce: Told of the engine's steps as they come.
    """
    made = Made(desk)
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


def _recall(run: Run, work: Work, desk: Desk, made: Made) -> list[Job]:
    """Recall what the memory has; what is left to draft."""
    jobs: list[Job] = []
    segmenter = segmenter_for(run.settings.source)
    beside = telling(work.article.messages)
    for wish in wishes(
        work.article.messages,
        work.inherited,
        work.demands,
        signature=desk.signature or "",
        hypotheses=run.settings.hypotheses,
        words=desk.words,
        effort=run.settings.tags,
        standing_in=bool(desk.chosen.unable),
    ):
        if wish.fill is not None:
            follows = remembering.follow(run.memory, run.seen.history, desk.locale, wish.fill) if run.memory else None
            if follows is not None:
                made.recalled[wish.message.key] = made.followed[wish.message.key] = follows
            continue
        answer = Answer()
        if run.memory is not None:
            answer = remembering.ask(
                run.memory,
                desk.locale,
                wish.message,
                wish.asked,
                segmenter,
                wants_draft=wish.wanted,
                beside=beside,
                own=work.shown,
            )
        if answer.recalled is not None and (answer.recalled.is_exact or not wish.settled):
            made.recalled[wish.message.key] = answer.recalled
        elif wish.wanted:
            jobs.append(job_of(wish, segmenter, answer.suggestions))
    return jobs
