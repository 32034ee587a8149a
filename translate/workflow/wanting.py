"""What the messages of a PO file want before an engine is asked: what the memory has for them, and what it has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from translate.core.entries.context import telling
from translate.core.entries.jobs import Job, job_of, sentences_of, wishes
from translate.core.entries.leverage import Leveraged
from translate.core.entries.stamp import Draft
from translate.core.entries.template import Key
from translate.errors import EngineError
from translate.reports.counting import count
from translate.segmentation import segmenter_for
from translate.values import dataclass
from translate.workflow import remembering
from translate.workflow.desk import Desk
from translate.workflow.drafting import Produced
from translate.workflow.remembering import Answer
from translate.workflow.work import Article, Run, Work, open_work


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
    is_done: bool = False
    """Whether all that the engine has for it is in."""

    def take(self, produced: Produced) -> None:
        """Take what the engine has made."""
        self.drafts |= produced.drafts
        self.unanswered |= produced.unanswered
        self.unplaced = produced.unplaced

    def give_up(self, failure: EngineError) -> None:
        """Nothing is made: whoever tries dies or hangs."""
        self.failure, self.is_done = failure, True

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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the messages of a PO file want, before an engine is asked."""

    made: Made
    """What the memory has for them."""
    jobs: Sequence[Job]
    """What is left to draft."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An article in a locale before an engine is asked."""

    work: Work
    wanted: Wanted


def begin(run: Run, article: Article, desk: Desk) -> Begun:
    """Read the PO file of an article, and tell what it wants.

    Raises:
        CatalogError: The PO file cannot be read.
    """
    work = open_work(run, article, desk)
    return Begun(work, wanted(run, work, desk))


def wanted(run: Run, work: Work, desk: Desk) -> Wanted:
    """Recall what the memory has for a PO file, and tell what is left to draft."""
    made = Made(desk)
    return Wanted(made, _recall(run, work, desk, made))


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
        if work.concerned is not None and wish.message.key not in work.concerned:
            continue
        if wish.fill is not None:
            follows = remembering.follow(run.memory, run.seen.history, desk.locale, wish.fill) if run.memory else None
            if follows is not None:
                made.recalled[wish.message.key] = made.followed[wish.message.key] = follows
            continue
        answer, sentences = Answer(), sentences_of(wish.message, wish.asked, segmenter)
        if run.memory is not None:
            answer = remembering.ask(
                run.memory,
                desk.locale,
                wish.message,
                wish.asked,
                sentences,
                wants_draft=wish.wanted,
                beside=beside,
                own=work.shown,
            )
        if answer.recalled is not None and (answer.recalled.is_exact or not wish.settled):
            made.recalled[wish.message.key] = answer.recalled
        elif wish.wanted:
            jobs.append(job_of(wish, sentences, answer.suggestions))
    return jobs
