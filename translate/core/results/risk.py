"""How likely an entry needs work, and why: the order in which a translator takes what waits.

What speaks against a translation has a weight, and the risk is 1 − exp(−the sum of the weights). For a draft that
nothing else speaks against, 1 − risk is about the likeness (chrF, from 0 to 1) that such a draft of the sample package
has to a person's translation: `UNREAD`, `UNSURE` and `USUAL` were fitted to that, with ``benchmarks/risk.py``. The
other weights are chosen, not measured: a wrong term costs a newsroom much and chrF hardly anything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from translate import patterns
from translate.core.checks.findings import Finding, Level
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import GuessedTags, of_kind
from translate.core.entries.stamp import Owner, owner, stamp_of
from translate.core.entries.taglines import DoubtfulTag
from translate.core.entries.termlines import TermLine
from translate.core.placing.placed import Doubt
from translate.core.terms.ways import How
from translate.core.text.tags import plain
from translate.values import dataclass

UNREAD = 0.07
"""Of a draft, whatever is in it."""
UNSURE = 0.44
"""Of a draft whose engine was as sure as usual; twice as much where its score is twice as far from nought."""
USUAL = -0.46
"""The median score of the sample package's drafts of its held-out texts (half of them: ``dev``)."""
ENOUGH = 30
"""Scores from which on their own median is what is usual."""
LEAST_USUAL = -0.05
"""An engine that is usually surer than this says little by its score."""
NOT_TRANSLATED = 3.0
SOURCE_CHANGED = 0.7
IN_REVIEW = 0.1
LONG = 30
"""Words; from there on networks of this size lose the thread."""
TOO_LONG = 0.2
GUESSED_TAGS = 0.2
"""Somebody has to move them, and sees to nothing else there."""
NO_WORDS = 0.6
"""As of a term that was put in since the draft had no word for it. Of the ten least sure of 28 tags that were looked at
by eye, eight had no counterpart. It is no proof: one in ten to twenty of people's own translations seems so, too."""
UNSURE_TAGS = 0.2
"""About half of the entries with such a tag have one in a wrong place, as those have whose tags are guessed."""

HIGH = 0.6
"""The risk from which on an entry is in the band `Band.HIGH`: a draft as sure as usual, and a warning; or one whose
score is twice as far from nought as usual."""
MEDIUM = 0.39
"""A draft that nothing else speaks against, as sure as usual: about there chrF falls most from one to the next."""

RULE_OF = {How.MISSING: "term-missing", How.OFFERED: "term-missing", How.FORBIDDEN: "term-forbidden"}
"""The checks that find again what a glossary line says."""
TERM = {
    How.MISSING: 1.2,
    How.OFFERED: 1.2,
    How.FORBIDDEN: 1.2,
    How.INSERTED: 0.6,
    How.WITHIN: 0.1,
    How.UNLISTED: 0.1,
    How.WARNED: 0.1,
    How.UNDECIDED: 0.1,
    How.AVOIDED: 0.3,
    How.REPAIRED: 0.1,
    How.REDRAFTED: 0.1,
    How.PASTED: 0.3,
    How.AGREED: 0.0,
    How.CLEANED: 0.0,
    How.N_BEST: 0.0,
    How.AS_IS: 0.0,
}
"""What became of a term; what weighs nothing is no reason."""
DOUBTFUL = 0.3
"""What it weighs besides where there are signs that a term is wrong in its place."""
LEVEL = {Level.ERROR: 1.0, Level.WARNING: 0.5}
RULE = {
    "term-missing": TERM[How.MISSING],
    "term-forbidden": TERM[How.FORBIDDEN],
    "untranslated": 1.0,
    "number": 0.8,
    "unit": 0.8,
    "loop": 0.8,
    "space-around": 0.1,
    "double-space": 0.1,
    "invisible": 0.1,
    "hidden": 0.1,
    "source-direction": 0.1,
    "unpaired": 0.2,
}
"""Of findings that weigh more or less than others of their level. An info asks for nothing, and weighs nothing."""


class Kind(StrEnum):
    """Where a reason comes from."""

    GLOSSARY = "glossary"
    CHECK = "check"
    MODEL = "model"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks against a translation."""

    kind: Kind
    text: str
    """What it is, in a few words that a translator follows, in one line without a full stop."""
    weight: float
    """What it adds to the risk, in the risk's own unit."""


class Band(StrEnum):
    """How much of a translator's care an entry asks for."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely an entry needs work."""

    score: float = 0.0
    """From 0, nothing speaks against it, to 1."""
    reasons: tuple[Reason, ...] = ()
    """The heaviest first; never empty where the score is over 0."""

    @classmethod
    def of(cls, reasons: Iterable[Reason]) -> Risk:
        """The risk that some reasons come to together; each of them adds to it."""
        ordered = sorted(reasons, key=lambda reason: reason.weight, reverse=True)
        return cls(_joint(reason.weight for reason in ordered), tuple(ordered))

    @property
    def band(self) -> Band:
        """How much of a translator's care the entry asks for."""
        return Band.HIGH if self.score >= HIGH else Band.MEDIUM if self.score >= MEDIUM else Band.LOW


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that an entry's risk is told from."""

    source: str
    target: str
    """Empty where there is no translation."""
    owner: Owner
    fuzzy: bool = True
    findings: tuple[Finding, ...] = ()
    """What the checks say of it today."""
    terms: tuple[TermLine, ...] = ()
    """What its lines tell of its terms."""
    score: float | None = None
    """How sure the engine was (`stamp.joint_score`); it counts for an untouched draft only."""
    source_changed: bool = False
    """Whether the translation was made for another source."""
    guessed_tags: bool = False
    """Whether its tags stand where nothing but a proportion says so."""
    doubtful_tags: tuple[DoubtfulTag, ...] = ()
    """What its lines tell of its tags; it counts for an untouched draft only."""

    @classmethod
    def of(cls, entry: Entry, findings: Sequence[Finding] = ()) -> Evidence:
        """What an entry has to say for itself, and what the checks say of it."""
        whose = owner(entry)
        stamp = stamp_of(entry)
        return cls(
            source=plain(entry.msgid),
            target="" if whose is Owner.NOBODY else entry.msgstr or "\n".join(entry.msgstr_plural),
            owner=whose,
            fuzzy=entry.fuzzy,
            findings=tuple(findings),
            terms=of_kind(entry, TermLine),
            score=stamp.score if stamp else None,
            source_changed=entry.previous_msgid is not None,
            guessed_tags=bool(of_kind(entry, GuessedTags)),
            doubtful_tags=of_kind(entry, DoubtfulTag),
        )


def usual_score(scores: Iterable[float | None]) -> float:
    """What is usual for an engine: the median of its drafts' scores, or `USUAL` where there are too few to tell.

    Packages differ in how sure they are of the same quality, so a score is compared with those of its own engine.
    """
    known = sorted(score for score in scores if score is not None)
    half = len(known) // 2
    return (known[half] + known[~half]) / 2 if len(known) >= ENOUGH else USUAL


@dataclass(frozen=True, slots=True)
class Weights:
    """What an entry's risk comes from, in figures, before it is known what is usual for its engine."""

    known: tuple[float, ...]
    """Of the reasons that hold whatever is usual."""
    drafted: bool
    """Whether the engine's doubt counts as well."""
    score: float | None = None
    """How sure the engine was; None where it does not say."""

    def risk(self, usual: float) -> float:
        """The score of the risk that they come to, as `Grounds.risk` has it."""
        doubt = (_doubt(self.score, usual),) if self.drafted else ()
        return _joint((*self.known, *doubt))


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks against a translation, before it is known what is usual for its engine."""

    text: tuple[Reason, ...]
    rest: tuple[Reason, ...]
    """What the glossary and the checks say."""
    drafted: bool
    """Whether the engine's doubt counts as well."""
    score: float | None = None
    """How sure the engine was; None where it does not say."""

    @property
    def weights(self) -> Weights:
        """Their figures alone."""
        return Weights(tuple(reason.weight for reason in (*self.text, *self.rest)), self.drafted, self.score)

    def risk(self, usual: float) -> Risk:
        """The risk that they come to.

        Args:
            usual: The score that is usual for the engine (`usual_score`).

        Returns:
            A risk whose score its reasons' weights account for: 1 − exp(−their sum).
        """
        doubt = _model_reasons(self.score, usual) if self.drafted else ()
        return Risk.of((*self.text, *doubt, *self.rest))


def grounds(evidence: Evidence) -> Grounds:
    """Tell what speaks against an entry's translation."""
    drafted = bool(evidence.target) and evidence.owner is Owner.MACHINE
    return Grounds(
        tuple(_text_reasons(evidence)),
        tuple(_glossary_and_check_reasons(evidence)),
        drafted,
        evidence.score if drafted else None,
    )


def assess(evidence: Evidence, usual: float = USUAL) -> Risk:
    """Tell how likely an entry needs work, and why; see `Grounds.risk`."""
    return grounds(evidence).risk(usual)


def _text_reasons(evidence: Evidence) -> Iterator[Reason]:
    if not evidence.target:
        yield Reason(Kind.TEXT, "nobody has translated it, and there is no draft", NOT_TRANSLATED)
    elif evidence.owner is Owner.MACHINE:
        yield Reason(Kind.TEXT, "a machine wrote it, and nobody has read it yet", UNREAD)
        longest = max(len(sentence.split()) for sentence in _SENTENCE_END.split(evidence.source))
        if longest >= LONG:
            yield Reason(Kind.TEXT, f"long sentence: {longest} words", TOO_LONG)
        yield from _tag_reasons(evidence.doubtful_tags)
    elif evidence.fuzzy:
        yield Reason(Kind.TEXT, "it waits for a person’s approval", IN_REVIEW)
    if evidence.fuzzy and evidence.guessed_tags:
        yield Reason(Kind.TEXT, "its tags were put in by proportion; see where each belongs", GUESSED_TAGS)
    if evidence.fuzzy and evidence.source_changed:
        yield Reason(Kind.TEXT, "the source has changed since it was translated", SOURCE_CHANGED)


def _tag_reasons(doubtful: Sequence[DoubtfulTag]) -> Iterator[Reason]:
    lacking = dict.fromkeys(tag.words for tag in doubtful if tag.doubt is Doubt.NO_WORDS)
    yield from (_reason(Kind.TEXT, f"the draft has no words for “{words}”", NO_WORDS) for words in lacking)
    # What is around no words the check `tags` tells.
    unsure = [tag.tag for tag in doubtful if tag.doubt is Doubt.UNSURE]
    if unsure:
        yield Reason(Kind.TEXT, f"{', '.join(unsure)} may belong elsewhere", UNSURE_TAGS)


def _model_reasons(score: float | None, usual: float) -> Iterator[Reason]:
    weight = _doubt(score, usual)
    if score is None:
        yield Reason(Kind.MODEL, "how sure the engine was is not known, so it counts as usual", weight)
    elif weight:
        text = f"the engine was {_percent(score)} sure of its words, where {_percent(usual)} is usual"
        yield Reason(Kind.MODEL, text, weight)


def _doubt(score: float | None, usual: float) -> float:
    """What an engine's score weighs."""
    return UNSURE if score is None else UNSURE * max(-score, 0.0) / max(-usual, -LEAST_USUAL)


def _joint(weights: Iterable[float]) -> float:
    return -math.expm1(-math.fsum(weights))


def _percent(score: float) -> str:
    """The probability that an engine gave a token, on (the geometric) average."""
    return f"{math.exp(min(score, 0.0)):.0%}".replace("%", " %")


def _glossary_and_check_reasons(evidence: Evidence) -> Iterator[Reason]:
    """Whatever a glossary line says and a check finds again is one reason."""
    once: dict[tuple[str, str], Reason] = {}
    for finding in evidence.findings:
        if finding.level is Level.INFO:
            continue
        kind = Kind.GLOSSARY if finding.term or finding.rule in RULE_OF.values() else Kind.CHECK
        reason = _reason(kind, finding.message, RULE.get(finding.rule, LEVEL[finding.level]))
        if finding.rule in RULE_OF.values():
            shown = evidence.target[slice(*finding.span)] if finding.span else finding.term
            once[finding.rule, shown] = reason
        else:
            yield reason
    for line in evidence.terms:
        how = line.way.how if line.way else None
        weight = TERM[how] + DOUBTFUL * line.way.doubtful if line.way and how else 0.0
        if line.way and how and weight:
            about = line.target if how in {How.FORBIDDEN, How.AVOIDED} else line.source
            told = _TOLD[how].format(source=line.source, target=line.target, was=line.way.was, word=line.way.word)
            doubt = "; that may be wrong here" if line.way.doubtful else ""
            once[RULE_OF.get(how, how), about] = _reason(Kind.GLOSSARY, f"{told}{doubt}", weight)
    yield from once.values()


_SENTENCE_END = patterns.compile(r"(?<=[.!?…])\s+")
_TOLD = {
    How.MISSING: "“{source}” is not rendered as the glossary asks, by “{target}” or another form of it",
    How.OFFERED: "“{source}” is not rendered as the glossary asks; see where “{word}” or another form of it goes",
    How.FORBIDDEN: "“{target}” stands here, which the glossary forbids",
    How.INSERTED: "“{target}” was put in, since the draft had no word for “{source}”; see whether its place is right",
    How.WITHIN: "“{source}” stands only within “{word}”; see whether that says it",
    How.UNLISTED: "“{word}” stands here for “{source}”, whose row lists no forms; see whether it is one",
    How.WARNED: "“{source}” is not rendered by “{target}”, which its row only warns of",
    How.UNDECIDED: "“{target}” is on the list of shows, and no row of the glossary says whether it stays so",
    How.AVOIDED: "the engine had “{target}” here at first, which the glossary forbids; see whether anything is lost",
    How.AS_IS: "“{target}” stands here",
    How.N_BEST: "“{target}” stands in another choice of the engine",
    How.CLEANED: "“{target}” stands in a draft that avoids a forbidden word",
    How.REPAIRED: "“{target}” was put in place of “{was}”",
    How.REDRAFTED: "“{target}” was put in place of another word",
    How.AGREED: "“{target}” stands where the grammar of the engine placed it",
    How.PASTED: "“{target}” was put in past the grammar of the engine; see whether the words around it agree",
}


def _reason(kind: Kind, text: str, weight: float) -> Reason:
    return Reason(kind, " ".join(text.split()), weight)
