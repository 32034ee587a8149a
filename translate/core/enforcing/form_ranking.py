"""Choose the grammatical form of a term that a sentence wants.

Every form is put into its place, and the engine tells how likely it finds the whole. Where the best ones come close,
well-known words (`Language.voters`) take the term's place in both languages, in the same cases, and have a say: a small
model knows how a common word inflects better than it knows the term.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.core.enforcing.questions import Asking, Score
from translate.core.offers import Scored
from translate.core.terms.glossary import Term
from translate.core.terms.labels import Label
from translate.core.terms.matching import TermMatch
from translate.core.terms.paradigms import labelled

FEW = 4
"""Forms that voters are asked about."""
GATE = 2.5
"""Nats between the best two beyond which nobody else is asked."""
OWN = 0.5
"""The weight of the term's own score beside that of all voters."""
NUMBER = 1.0
"""Nats for a form of the number that the source has."""
NEVER = -99.0
"""Nats for a case that a voter does not have."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A place in a translation that a term is to fill."""

    source: str
    match: TermMatch
    """The term in the source."""
    before: str
    """The translation up to the place, and what follows it: the whole rest, or its beginning."""
    after: str
    whole: bool = True
    """Whether `after` is the whole rest, so that the end of the sentence may be scored with it."""

    @property
    def surface(self) -> str:
        """The term as the source has it."""
        return self.source[self.match.start : self.match.end]

    @property
    def plural(self) -> bool:
        """Whether the source has the term in another spelling than its first, such as the plural."""
        return self.surface.lower() in {variant.lower() for variant in self.match.term.variants}

    def filled(self, form: str) -> str:
        """The translation with a form in the place, with a capital if the place is at the start."""
        first = not self.before.strip("\"“„'‘(«¿¡ ")
        return f"{self.before}{capitalised(form) if first else form}{self.after}"

    def worth(self, scored: Scored) -> float:
        """The log probability of what is scored of it, in nats; comparable between forms in the same frame."""
        return scored.total if self.whole else sum(piece.score for piece in scored.pieces)


def capitalised(word: str) -> str:
    """A word with a capital first; one such as iPhone stays as it is."""
    return word if word[1:2].isupper() else word[:1].upper() + word[1:]


Ranking = list[tuple[str, float]]
"""Forms with their worth in nats (after votes, a mixture of several), the best first."""


def rank(frames: Sequence[Frame], options: Sequence[Sequence[str]], known: Sequence[Term]) -> Asking[list[Ranking]]:
    """Rank forms for many frames together.

    Args:
        frames: The places.
        options: For each of them the forms to try, none twice.
        known: The language's voters; none, to do without votes.

    Yields:
        What to ask the engine.

    Returns:
        For each frame its forms.
    """
    if not frames:
        return []
    asked = [(frame, form) for frame, forms in zip(frames, options, strict=True) for form in forms]
    scored = yield Score(tuple((frame.source, frame.filled(form)) for frame, form in asked))
    answers = iter(scored)
    ranked = []
    for frame, forms in zip(frames, options, strict=True):
        labels = _labels(frame.match.term)
        worth = {form: frame.worth(next(answers)) + _bonus(labels.get(form, ()), plural=frame.plural) for form in forms}
        ranked.append(sorted(worth.items(), key=lambda item: -item[1]))
    votes = yield from _votes(frames, ranked, known)
    return [_with_votes(best, vote) for best, vote in zip(ranked, votes, strict=True)]


def _labels(term: Term) -> dict[str, tuple[Label, ...]]:
    """The labels that each form of a term may have."""
    labels: dict[str, tuple[Label, ...]] = {}
    for text, label in labelled(term):
        labels[text] = (*labels.get(text, ()), label)
    return labels


def _bonus(labels: Sequence[Label], *, plural: bool) -> float:
    wanted = "pl" if plural else "sg"
    return NUMBER if any(label.number == wanted for label in labels) else 0.0


def _votes(
    frames: Sequence[Frame], ranked: Sequence[Sequence[tuple[str, float]]], known: Sequence[Term]
) -> Asking[list[dict[str, float]]]:
    """For each frame whose best forms come close, what the voters say of them."""
    asked: list[tuple[int, Term, str, Label]] = []
    for number, (frame, best) in enumerate(zip(frames, ranked, strict=True)):
        if len(best) < 2 or best[0][1] - best[1][1] > GATE:  # noqa: PLR2004  One form needs no vote.
            continue
        own = _labels(frame.match.term)
        wanted = {label for form, _ in best[:FEW] for label in own.get(form, ())}
        electors = [term for term in known if term.source != frame.match.term.source]
        asked += [(number, term, *form) for term in electors for form in labelled(term) if form[1] in wanted]
    pairs = tuple((_exchanged(frames[n], term), frames[n].filled(form)) for n, term, form, _ in asked)
    different = tuple(dict.fromkeys(pairs))
    scored = (yield Score(different)) if different else []
    worth = dict(zip(different, scored, strict=True))
    ballots: dict[int, dict[str, dict[Label, float]]] = {}
    for (number, term, _, label), pair in zip(asked, pairs, strict=True):
        ballot = ballots.setdefault(number, {}).setdefault(term.source, {})
        value = frames[number].worth(worth[pair])
        ballot[label] = max(ballot.get(label, -math.inf), value)
    return [_counted(frames[n], ranked[n][:FEW], list(ballots.get(n, {}).values())) for n in range(len(frames))]


def _exchanged(frame: Frame, voter: Term) -> str:
    """The source about the voter instead of the term, in the same number."""
    word = voter.variants[0] if frame.plural and voter.variants else voter.source
    word = capitalised(word) if frame.surface[:1].isupper() else word
    return frame.source[: frame.match.start] + word + frame.source[frame.match.end :]


def _counted(
    frame: Frame, best: Sequence[tuple[str, float]], ballots: Sequence[Mapping[Label, float]]
) -> dict[str, float]:
    """The mean log share that voters give each form's likeliest case."""
    own = _labels(frame.match.term)
    totals: dict[str, float] = {}
    for form, _ in best if ballots else ():
        by_label = dict.fromkeys(own.get(form, ()), 0.0)
        for ballot in ballots:
            top = max(ballot.values())
            norm = top + math.log(sum(math.exp(value - top) for value in ballot.values()))
            for label in by_label:
                by_label[label] += (ballot[label] - norm if label in ballot else NEVER) / len(ballots)
        totals[form] = max(by_label.values(), default=NEVER)
    return totals


def _with_votes(best: Sequence[tuple[str, float]], votes: Mapping[str, float]) -> list[tuple[str, float]]:
    if not votes:
        return list(best)
    heard = sorted(((form, OWN * worth + votes[form]) for form, worth in best[:FEW]), key=lambda item: -item[1])
    return [*heard, *((form, -math.inf) for form, _ in best[FEW:])]
