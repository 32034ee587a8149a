"""Draft texts as ``newsdesk draft`` does; the one place to change when it does more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.core.enforcing.candidate import Case
from translate.core.enforcing.lexicon import Lexicon
from translate.core.entries.stamp import joint_score
from translate.core.terms.demands import Demands, TermOutcome, outcomes
from translate.core.text.sentences import cut, join
from translate.engines.interface import Engine
from translate.segmentation import segmenter_for
from translate.workflow import enforcing


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, and what it says of each of its terms."""

    text: str
    outcomes: tuple[TermOutcome, ...] = ()
    score: float | None = None


def draft_plain(texts: Sequence[str], engine: Engine, locale: str = "et") -> list[Drafted]:
    """Draft without any glossary."""
    nothing = Demands()
    return draft_sentences(texts, [nothing] * len(texts), engine, hypotheses=1, locale=locale)


def draft_sentences(
    texts: Sequence[str],
    demands: Sequence[Demands],
    engine: Engine,
    *,
    hypotheses: int = 4,
    lexicon: Lexicon | None = None,
    locale: str = "et",
) -> list[Drafted]:
    """Draft texts, all in one batch.

    Args:
        texts: Segments; each is cut into sentences.
        demands: What the glossary asks of each of them.
        engine: The engine to draft with.
        hypotheses: How many translations of a sentence with terms to choose from.
        lexicon: What a run before has learnt of the engine's wordings.
        locale: The locale to draft into.
    """
    segmenter = segmenter_for("en")
    sentences = [
        cut(text, segmenter, [(m.start, m.end) for m in asked.matches])
        for text, asked in zip(texts, demands, strict=True)
    ]
    cases = [
        Case(sentence.text, asked.within(sentence))
        for some, asked in zip(sentences, demands, strict=True)
        for sentence in some
    ]
    answers = iter(enforcing.draft(engine, cases, "en", locale, hypotheses=hypotheses, lexicon=lexicon))
    drafts = []
    for text, asked, some in zip(texts, demands, sentences, strict=True):
        enforced = [next(answers) for _ in some]
        draft = join(text, some, [one.text for one in enforced])
        ways = [way for one in enforced for way in one.ways]
        score = joint_score(one.likelihood for one in enforced)
        drafts.append(Drafted(draft, outcomes(asked, draft, ways), score))
    return drafts
