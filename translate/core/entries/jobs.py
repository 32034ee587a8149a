"""From messages that wait for a draft to sentences for an engine, and from what it makes of them to drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from translate.core.entries import merging
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Hole, MemoryLine, Rule, of_kind
from translate.core.entries.inputs import Inputs, inputs_of
from translate.core.entries.merging import Inheritance
from translate.core.entries.settling import settled
from translate.core.entries.stamp import Draft, Owner, is_untouched_fill, joint_score, owner, stamp_of
from translate.core.entries.template import Key
from translate.core.offers import Likelihood
from translate.core.placing.placed import Effort
from translate.core.placing.placing import Unplaced
from translate.core.terms.demands import Demands, TermOutcome, outcomes
from translate.core.terms.verification import verify
from translate.core.terms.ways import Way
from translate.core.text import identifiers, tags
from translate.core.text.aligning import sentence_pairs
from translate.core.text.sentences import Segmenter, Sentence, cut, join
from translate.core.text.typography import PLAIN, Typography, mended, opened
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A message that no person has translated."""

    message: Entry
    asked: Demands
    """What the glossary asks of it."""
    inputs: Inputs
    """What a draft would be made from today."""
    wanted: bool
    """Whether it shall be drafted; if not, the draft that it has is as good as a new one, or a rule settles it."""
    fill: Entry | None = None
    """What was taken over for it from the memory, where nobody has touched that since."""
    settled: bool = False
    """Whether a rule settles it, unless a person has translated this very text elsewhere."""


@dataclass(frozen=True, slots=True)
class Job:
    """One message to draft, cut into sentences."""

    message: Entry
    asked: Demands
    """What the glossary asks of it."""
    sentences: tuple[Sentence, ...]
    inputs: str
    suggestions: tuple[MemoryLine, ...] = ()
    """What the memory has to say of it."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A draft of a message, but for its tags."""

    draft: Draft
    unplaced: Unplaced | None
    """What it takes to put them in; None where it has none."""


class Said(Protocol):
    """What became of one sentence."""

    @property
    def text(self) -> str:
        """Its translation; empty where there is none."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """How each of its terms came about."""

    @property
    def avoided(self) -> tuple[TermOutcome, ...]:
        """The forbidden renderings that it had at first."""

    @property
    def likelihood(self) -> Likelihood:
        """How sure the engine was of it."""

    @property
    def in_parts(self) -> bool:
        """Whether the parts around what stays were drafted by themselves."""


def wishes(
    messages: Sequence[Entry],
    inherited: Inheritance,
    demands: Mapping[Key, Demands],
    *,
    signature: str,
    hypotheses: int,
    words: str,
    effort: Effort = Effort.THOROUGH,
    standing_in: bool = False,
) -> Iterator[Wish]:
    """The messages of an article that no person has translated here, in order.

    None has a hole (`noticing.notice`).

    Args:
        messages: All of them.
        inherited: What the old catalog has for them.
        demands: What the glossary asks of each.
        signature: The engine's; empty where there is none.
        hypotheses: How many an engine is asked for.
        words: What is known of the language (`inputs.words_of`).
        effort: What is put into finding where tags belong.
        standing_in: Whether the engine stands in for one that cannot start. Then the draft of another engine stays as
            it is where nothing else speaks against it: the other one will be back.
    """
    for message in messages:
        entry = inherited.entries.get(message.key)
        fill = entry if entry is not None and is_untouched_fill(entry) else None
        if entry is not None and (of_kind(entry, Hole) or (owner(entry) is Owner.PERSON and fill is None)):
            continue
        asked = demands[message.key]
        inputs = inputs_of(message, asked, signature, hypotheses, words=words, effort=effort)
        if rule := settled(message, asked):
            # Where the glossary decides, no translation from elsewhere goes before.
            if fill or rule[1].rule is Rule.COPY:
                yield Wish(message, asked, inputs, wanted=False, fill=fill, settled=True)
            continue
        wanted = merging.wants_draft(entry, inputs)
        stamp = stamp_of(entry) if entry is not None and wanted and standing_in else None
        if stamp is not None and _name(stamp.engine) != _name(signature):
            again = inputs_of(message, asked, stamp.engine, hypotheses, words=words, effort=effort)
            wanted = merging.wants_draft(entry, again)
        yield Wish(message, asked, inputs, wanted, fill)


def _name(signature: str) -> str:
    return signature.partition(" ")[0]


def sentences_of(message: Entry, asked: Demands, segmenter: Segmenter) -> tuple[Sentence, ...]:
    """The sentences of a message without its tags, none of which ends inside a term or inside an identifier."""
    terms = [(match.start, match.end) for match in asked.matches]
    text = tags.plain(message.msgid)
    return cut(text, segmenter, [*terms, *identifiers.spans(text)])


def job_of(wish: Wish, sentences: tuple[Sentence, ...], suggestions: tuple[MemoryLine, ...] = ()) -> Job:
    """What there is to do of a wish.

    Args:
        wish: The message.
        sentences: Its own (`sentences_of`).
        suggestions: What the memory has to say of it.
    """
    return Job(wish.message, wish.asked, sentences, wish.inputs.told, suggestions)


def unanswered(sentences: Sequence[Said]) -> int:
    """How many sentences have no translation: a text that lacks one of its sentences is no draft."""
    return sum(not tags.plain(sentence.text).strip() for sentence in sentences)


def assembled(
    job: Job, sentences: Sequence[Said], signature: str, typography: tuple[Typography, Typography] = (PLAIN, PLAIN)
) -> Assembled | None:
    """Join the drafts of its sentences to a draft of the message, set as its language is, but without its tags.

    How a language is set is nothing that a draft is stamped with: a newer rule makes no draft anew that is there.

    Args:
        job: The message.
        sentences: What the engine made of each of its sentences.
        signature: The engine's.
        typography: How the language of the source is set, and how that of the draft is.

    Returns:
        The draft; None where one of the sentences, or all, came to nothing.
    """
    of_source, own = typography
    # The engine was given none, so that a tag in its translation is no tag of the text.
    bare = [tags.plain(one.text) for one in sentences]
    texts = [
        opened(one, told.text, own) if one != told.text else one for one, told in zip(bare, job.sentences, strict=True)
    ]
    if not texts or unanswered(sentences):
        return None
    source = tags.plain(job.message.msgid)
    text = join(source, job.sentences, texts)
    kept = [(form.start, form.end) for form in (r.found for r in verify(job.asked.matches, text).renderings) if form]
    text = mended(text, source, own, of_source, kept)
    ways = [way for sentence in sentences for way in sentence.ways]
    told = (*outcomes(job.asked, text, ways), *(one for sentence in sentences for one in sentence.avoided))
    score = joint_score(sentence.likelihood for sentence in sentences)
    in_parts = any(sentence.in_parts for sentence in sentences)
    draft = Draft(text, signature, job.inputs, told, job.suggestions, score, in_parts)
    return Assembled(draft, _unplaced(job, texts, text) if tags.parted(job.message.msgid).places else None)


def _unplaced(job: Job, texts: Sequence[str], text: str) -> Unplaced:
    """A draft, with what is known of where things stand in it: its sentences, terms and identifiers."""
    source = tags.plain(job.message.msgid)
    sentences = sentence_pairs([(one.start, one.end) for one in job.sentences], texts, text)
    terms = [
        ((told.match.start, told.match.end), (told.found.start, told.found.end))
        for told in verify(job.asked.matches, text).renderings
        if told.found
    ]
    kept = [
        ((start, end), (text.index(one), text.index(one) + len(one)))
        for start, end in identifiers.spans(source)
        if source.count(one := source[start:end]) == text.count(one) == 1
    ]
    within = [pair for pair in kept if all(term[1] <= pair[0][0] or term[0] >= pair[0][1] for term, _ in terms)]
    return Unplaced(job.message.msgid, text, sentences, (*terms, *within))
