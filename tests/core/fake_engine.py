"""An engine that knows a few sentences by heart, and a small newsroom glossary for it."""

# ruff: noqa: ARG002 -- A fake has all arguments of the interface, whatever it does with them.

import re
from collections.abc import Callable, Mapping, Sequence

from translate.core.enforcing.candidate import Candidate, Case
from translate.core.enforcing.ladder import Enforced
from translate.core.offers import Alignment, Hypothesis, Likelihood, Scored, ScoredPiece, SourceSentence
from translate.core.terms.demands import demands_on
from translate.core.terms.glossary import Action, Form, Glossary, Require, Term
from translate.core.terms.matching import Matcher
from translate.engines.interface import AligningEngine, Progress, ScoringEngine
from translate.languages.loading import load_language
from translate.workflow import enforcing

WORD = re.compile(r"\S+")
BARE = re.compile(r"\w+")
UNKNOWN = "Midagi muud"
"""What the fake says to a sentence that it does not know."""

Likes = Callable[[str, str], float]
"""How well a fake likes a word of a translation, given the source; nats, nought or less."""


def means(dictionary: Mapping[str, str], tastes: Mapping[str, float] | None = None) -> Likes:
    """Likes a word 5 nats better where the source has what it stands for; tastes are given beside that."""

    def likes(source: str, word: str) -> float:
        bare = word.strip(".,;:!?\"“”()'’")
        lost = bare in dictionary and dictionary[bare] not in source
        return -1.0 - 5.0 * lost + (tastes or {}).get(bare, 0.0)

    return likes


class FakeScoringEngine(ScoringEngine):
    """Answers from a table, most liked first, and scores each word by a function.

    Told to do without a phrase, it goes on to the first answers of the table that do not have it.
    """

    name = "fake"

    def __init__(
        self, answers: Mapping[str, Sequence[str | Hypothesis]], likes: Likes = lambda *_: -1.0, *, scores: bool = True
    ) -> None:
        super().__init__()
        self.answers = answers
        self.likes = likes
        self.scores = scores
        self.asked: list[str] = []
        self.scored: list[tuple[str, str]] = []
        self.barred: list[tuple[str, ...]] = []
        self.requests = 0

    def signature(self, source: str, target: str) -> str:
        return "fake 1"

    def can_score(self, source: str, target: str) -> bool:
        return self.scores

    def translate(
        self,
        sentences: Sequence[SourceSentence],
        source: str,
        target: str,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        return self._answered([s.text for s in sentences], (), hypotheses)

    def translate_without(
        self, sentences: Sequence[str], phrases: Sequence[str], source: str, target: str, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        self.requests += 1
        self.barred += [tuple(phrases)] if phrases else []
        return self._answered(sentences, phrases, hypotheses)

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Scored]:
        assert pairs
        assert all(sentence.strip() and text.strip() for sentence, text in pairs)
        self.requests += 1
        self.scored += pairs
        return [self._scored(*pair) for pair in pairs]

    def _answered(
        self, sentences: Sequence[str], without: Sequence[str], hypotheses: int
    ) -> list[tuple[Hypothesis, ...]]:
        self.asked += sentences
        answers = []
        for sentence in sentences:
            assert sentence.strip()
            told = self.answers.get(sentence, (UNKNOWN,))
            known = [one if isinstance(one, Hypothesis) else Hypothesis(one) for one in told]
            clean = [h for h in known if not any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", h.text) for p in without)]
            answers.append(tuple((clean or known)[:hypotheses]))
        return answers

    def _scored(self, source: str, text: str) -> Scored:
        pieces = tuple(ScoredPiece(*w.span(), self.likes(source, w.group())) for w in WORD.finditer(text))
        return Scored(pieces, sum(piece.score for piece in pieces) - 0.5)


class FakeAligningEngine(FakeScoringEngine, AligningEngine):
    """Takes each word of a translation for what its dictionary says; knows nothing of other words."""

    def __init__(self, answers: Mapping[str, Sequence[str | Hypothesis]], dictionary: Mapping[str, str]) -> None:
        super().__init__(answers, means(dictionary))
        self.dictionary = dictionary
        self.aligned: list[tuple[str, str]] = []

    def can_align(self, source: str, target: str) -> bool:
        return True

    def align(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Alignment]:
        assert pairs
        assert all(sentence.strip() and text.strip() for sentence, text in pairs)
        self.requests += 1
        self.aligned += pairs
        return [self._alignment(*pair) for pair in pairs]

    def _alignment(self, source: str, text: str) -> Alignment:
        own, others = [*BARE.finditer(source)], [*BARE.finditer(text)]
        weights = [[float(self.dictionary.get(there[0]) == here[0]) for here in own] for there in others]
        spans = (tuple(word.span() for word in words) for words in (own, others))
        return Alignment(*spans, tuple(map(tuple, weights)))


def term(source: str, target: str, forms: str = "", **more: object) -> Term:
    """A term with its forms as a glossary cell has them."""
    labelled = (cell.split("=") for cell in forms.split("; ") if cell)
    return Term(source, target, forms=tuple(Form(text, label) for label, text in labelled), **more)


FERRY = term(
    "ferry",
    "praam",
    "nom=praam; gen=praami; part=praami; el=praamist; all=praamile; kom=praamiga; pl nom=praamid; pl gen=praamide; "
    "pl el=praamidest",
    variants=("ferries",),
)
HARBOUR = term(
    "harbor", "sadam", "nom=sadam; gen=sadama; part=sadamat; ill=sadamasse; in=sadamas; el=sadamast; all=sadamale"
)
KALLAS = term(
    "Kallas", "Каллас", "nom=Каллас; gen=Калласи; all=Калласиле; kom=Калласига", action=Action.INFLECT, kind="person"
)
NATO = term("NATO", "Allianss", "nom=Allianss; gen=Alliansi; all=Alliansile")
SOFT = term("line", "liin", "nom=liin; gen=liini", require=Require.WARN)


def case(text: str, *terms: Term) -> Case:
    """A sentence with what these terms ask of it."""
    estonian = load_language("et")
    return Case(text, demands_on(Matcher(Glossary("et", terms, estonian.compounding, estonian.inflection)), text))


def likely(text: str, mean: float) -> Hypothesis:
    """A translation that an engine offers, and the log probability of each of its ten tokens."""
    return Hypothesis(text, likelihood=Likelihood(10 * mean, 10))


def by_itself(one: Term, *wordings: str | Hypothesis) -> dict[str, Sequence[str | Hypothesis]]:
    """What an engine answers that is asked for a term and for nothing else."""
    frames = (one.source, *one.variants[:1], f"The {one.source}", f"{one.source[:1].upper()}{one.source[1:]}.")
    return dict.fromkeys(frames, wordings)


def drafted(engine: FakeScoringEngine, *cases: Case, hypotheses: int = 4, locale: str = "et") -> list[Enforced]:
    """What the newsroom's own way of drafting makes of cases."""
    return enforcing.draft(engine, cases, "en", locale, hypotheses=hypotheses)


def candidate(one: Case, draft: str | Hypothesis) -> Candidate:
    """A case with an engine's own first choice for it."""
    return Candidate.start(one, draft if isinstance(draft, Hypothesis) else Hypothesis(draft))
