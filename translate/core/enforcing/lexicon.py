"""How an engine renders a term when it is asked for nothing else: by that, the words that stand for it are known.

A term is asked for by itself, in its plural, with an article and as a sentence. What comes back is the engine's own
wording for it, whatever the glossary wants: ``fail`` for “file” where the glossary has ``toimik``. A draft that has
one of these words has it for the term.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from translate.core.enforcing.voting import softmax
from translate.core.offers import Hypothesis
from translate.core.questions import Again, Asking
from translate.core.terms.compounds import may_be_a_word
from translate.core.terms.glossary import Term
from translate.core.text.spelling import fold
from translate.core.text.words import TIED_WORD
from translate.values import dataclass

HYPOTHESES = 4
MOST_WORDS = 3
"""Of a wording; a longer one is a sentence that the engine made up."""
LEAST_WEIGHT = 0.03
_STEM = 3
_TAIL = 4
"""Letters of a wording that is looked for at the end of longer words."""
_ENDING = 3
"""Letters that a form may have behind what it shares with another form of its word, where that is long enough."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One of the ways in which an engine renders a term."""

    text: str
    """Without capitals."""
    weight: float
    """The engine's probability of it among all that it offers, between 0 and 1."""


Lexicon = dict[str, tuple[Wording, ...]]
"""The wordings of terms, the likeliest first, by `key`."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a draft that are a form of a wording."""

    start: int
    end: int
    weight: float


def key(term: Term) -> str:
    """What a term is asked for by: two rows that are asked alike have the same wordings."""
    return " | ".join((term.source, *term.variants[:1]))


def learn(terms: Iterable[Term], lexicon: Lexicon) -> Asking[None]:
    """Ask the engine for the terms that a lexicon does not have yet.

    Args:
        terms: The terms.
        lexicon: What is known; what is learnt is added.

    Yields:
        What to ask the engine.
    """
    unknown = {key(term): _frames(term) for term in terms if key(term) not in lexicon}
    if not unknown:
        return
    asked = tuple(dict.fromkeys(frame for frames in unknown.values() for frame in frames))
    answers = dict(zip(asked, (yield Again(asked, HYPOTHESES)), strict=True))
    for name, frames in unknown.items():
        lexicon[name] = tuple(_wordings([answers[frame] for frame in frames]))


def find(
    wordings: Sequence[Wording], text: str, is_free: Callable[[int, int], bool], at: float, *, in_words: bool = False
) -> Found | None:
    """The words of a draft that render a term as the engine is wont to.

    Args:
        wordings: The term's.
        text: The draft.
        is_free: Whether a span of it may be taken for the term.
        at: Where the term stands in the source, 0 for its beginning and 1 for its end; of several places the one that
            is nearest to it is taken.
        in_words: Whether the last part of a word may be taken for it, too: the ``aknasse`` of ``konsooliaknasse``.

    Returns:
        The place; of several wordings that are there, the one with most words, then the likeliest. None where none is.
    """
    words = _words(text)
    ordered = sorted(wordings, key=lambda one: (-len(one.text.split()), -one.weight))
    for wording in ordered:
        own = wording.text.split()
        spans = [
            (words[n][0], words[n + len(own) - 1][1])
            for n in range(len(words) - len(own) + 1)
            if words[n][2][0] == own[0][0] and all(map(akin, (word[2] for word in words[n : n + len(own)]), own))
        ]
        spans = [span for span in spans if is_free(*span)]
        if spans:
            start, end = min(spans, key=lambda span: abs(span[0] / len(text) - at))
            return Found(start, end, wording.weight)
    tails = ((tail, wording) for wording in ordered if in_words for tail in _tails(words, wording.text))
    return next((Found(*tail, wording.weight) for tail, wording in tails if is_free(*tail)), None)


def _tails(words: Sequence[tuple[int, int, str]], wording: str) -> Iterator[tuple[int, int]]:
    """The last parts of words that look like forms of a wording, behind what may be a word itself."""
    if len(wording) < _TAIL:
        return
    for start, end, word in words:
        at = word.rfind(wording[:_STEM])
        joined = word[:at].endswith("-") or may_be_a_word(word[: max(at, 0)])
        if at > 0 and joined and akin(word[at:], wording):
            yield start + at, end


def knows(term: Term, lexicon: Lexicon) -> bool:
    """Whether an engine has one of a term's accepted forms for it by itself."""
    forms = {" ".join(word[0] for word in TIED_WORD.finditer(fold(form))) for form in term.accepted}
    return any(wording.text in forms for wording in lexicon.get(key(term), ()))


def akin(one: str, other: str) -> bool:
    """Whether two words look like forms of one: they begin alike, and what each has left is as short as endings are."""
    if one == other:
        return True
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shortest, longest = sorted((len(one), len(other)))
    return shared >= max(_STEM, shortest - _ENDING) and 2 * shared >= longest


# A draft is looked through for each term that it lacks.
@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((word.start(), word.end(), fold(word[0])) for word in TIED_WORD.finditer(text))


def _frames(term: Term) -> tuple[str, ...]:
    sentence = f"{term.source[:1].upper()}{term.source[1:]}."
    return tuple(dict.fromkeys((term.source, *term.variants[:1], f"The {term.source}", sentence)))


def _wordings(answers: Sequence[Sequence[Hypothesis]]) -> Iterator[Wording]:
    weights: defaultdict[str, float] = defaultdict(float)
    for hypotheses in answers:
        shares = softmax({number: hypothesis.score or 0.0 for number, hypothesis in enumerate(hypotheses)})
        for number, share in shares.items():
            text = " ".join(word[0] for word in TIED_WORD.finditer(fold(hypotheses[number].text)))
            weights[text] += share / len(answers)
    for text, weight in sorted(weights.items(), key=lambda item: -item[1]):
        if weight >= LEAST_WEIGHT and 0 < len(text.split()) <= MOST_WORDS:
            yield Wording(text, round(weight, 3))
