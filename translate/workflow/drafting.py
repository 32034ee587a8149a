"""Have an engine draft the messages of several articles together: their sentences, their terms, and then their tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from translate.core.enforcing.candidate import Case
from translate.core.enforcing.ladder import Enforced
from translate.core.enforcing.lexicon import Lexicon
from translate.core.entries.jobs import Job, assembled, unanswered
from translate.core.entries.stamp import Draft
from translate.core.entries.template import Key
from translate.core.placing.placed import Effort
from translate.core.placing.placing import Unplaced, in_proportion
from translate.core.terms.language import Language
from translate.engines.interface import Engine
from translate.errors import EngineError
from translate.values import dataclass
from translate.workflow import enforcing, placing
from translate.workflow.decoding import Decoded
from translate.workflow.steps import Announce, silently


@dataclass(frozen=True, slots=True)
class Bench:
    """What drafts of a locale are made with."""

    engine: Engine
    signature: str
    """The engine's for the pair."""
    source: str
    locale: str
    hypotheses: int
    """How many an engine is asked for that cannot climb."""
    effort: Effort
    """What is put into finding where tags belong."""
    pair: tuple[Language, Language]
    lexicon: Lexicon
    """What the engine calls the terms by itself, as far as that is known; drafting adds to it."""
    decoded: Decoded
    """What the engine has made of sentences by now; drafting adds to it."""


@dataclass(slots=True)
class Produced:
    """What an engine has made of the messages of one article."""

    drafts: dict[Key, Draft] = field(default_factory=dict)
    unanswered: dict[Key, int] = field(default_factory=dict)
    """How many sentences of a message it has no translation for; then that is not drafted at all."""
    unplaced: EngineError | None = None
    """Why the tags of its drafts stand where nothing but a proportion says so."""


def cases_of(jobs: Sequence[Job]) -> list[Case]:
    """The sentences of messages, in order."""
    return [Case(sentence.text, job.asked.within(sentence)) for job in jobs for sentence in job.sentences]


def produce(bench: Bench, several: Sequence[Sequence[Job]], *, announce: Announce = silently) -> list[Produced]:
    """Draft the messages of articles, with all their sentences at once.

    Args:
        bench: What they are drafted with.
        several: The messages of each article.
        announce: Told of the engine's steps as they come.

    Returns:
        What became of each article, in order: the same, whatever it is drafted together with.

    Raises:
        EngineError: The engine failed as a whole.
    """
    enforced = enforcing.draft(
        bench.engine,
        [case for jobs in several for case in cases_of(jobs)],
        bench.source,
        bench.locale,
        hypotheses=bench.hypotheses,
        lexicon=bench.lexicon,
        decoded=bench.decoded,
        announce=announce,
    )
    answers = iter(enforced)
    made = [Produced() for _ in several]
    tagged = [(one, _assembled(bench, jobs, one, answers)) for one, jobs in zip(made, several, strict=True)]
    _put_tags_in(bench, [(one, texts) for one, texts in tagged if texts], announce)
    return made


def _assembled(bench: Bench, jobs: Sequence[Job], made: Produced, answers: Iterator[Enforced]) -> dict[Key, Unplaced]:
    """Join the sentences of one article to drafts; those that have tags yet to be put in."""
    source, own = bench.pair
    tagged: dict[Key, Unplaced] = {}
    for job in jobs:
        said = [next(answers) for _ in job.sentences]
        one = assembled(job, said, bench.signature, (source.typography(), own.typography()))
        if one is None:
            made.unanswered |= {job.message.key: unanswered(said)} if said else {}
            continue
        made.drafts[job.message.key] = one.draft
        if one.unplaced is not None:
            tagged[job.message.key] = one.unplaced
    return tagged


def _put_tags_in(bench: Bench, tagged: Sequence[tuple[Produced, Mapping[Key, Unplaced]]], announce: Announce) -> None:
    texts = [text for _, one in tagged for text in one.values()]
    try:
        placed = placing.put_in(bench.engine, texts, bench.source, bench.locale, bench.effort, announce=announce)
    except EngineError as error:
        if len(tagged) > 1:  # What it fails on in one of them costs no other.
            for alone in tagged:
                _put_tags_in(bench, [alone], silently)
            return
        tagged[0][0].unplaced = error
        placed = [*map(in_proportion, texts)]
    answers = iter(placed)
    for made, own in tagged:
        for key in own:
            made.drafts[key] = made.drafts[key].tagged(next(answers))
