"""Measure how often the right grammatical form is chosen for a term, on hand-made Estonian sentences.

    python benchmarks/glossary/form_choice.py [--wrong]

Every stored form is put into the sentence, and the sample package scores the whole sentence, given the English one.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sample import HERE, glossary, package

from translate.core.enforcing.form_ranking import Frame, rank
from translate.core.terms.glossary import Glossary, Match, Term
from translate.core.terms.matching import Matcher
from translate.engines.argos import ArgosEngine
from translate.languages.loading import load_language
from translate.workflow import enforcing

SLOT = "{}"


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with a slot, and what is right in it."""

    term: Term
    english: str
    estonian: str
    right: tuple[str, ...]
    label: str

    @property
    def frame(self) -> Frame:
        """The sentence as newsdesk sees the place."""
        match = Matcher(Glossary("et", (replace(self.term, match=Match.ANY),))).find(self.english)[0]
        return Frame(self.english, replace(match, term=self.term), *self.estonian.split(SLOT))

    def filled(self, form: str) -> str:
        """The sentence with a form in its slot, with a capital at its start."""
        return self.estonian.replace(SLOT, form[:1].upper() + form[1:] if self.estonian.startswith(SLOT) else form)


def cases(terms: Mapping[str, Term]) -> list[Case]:
    """Read ``form_choice.csv``."""
    with (HERE / "form_choice.csv").open(encoding="utf-8", newline="") as file:
        return [
            Case(terms[r["source"]], r["english"], r["estonian"], tuple(r["right"].split("; ")), r["case"])
            for r in csv.DictReader(file)
        ]


class Scorer:
    """The log probability of translations, by the package's network itself."""

    def __init__(self, folder: Path) -> None:
        import ctranslate2
        import sentencepiece

        self._pieces: Any = sentencepiece.SentencePieceProcessor(str(folder / "sentencepiece.model"))
        self._network: Any = ctranslate2.Translator(str(folder / "model"), compute_type="int8")

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """For each source and translation the log probability of each token, in nats."""
        source, target = (
            [self._pieces.encode(text, out_type=str) for text in side] for side in zip(*pairs, strict=True)
        )
        scores = self._network.score_batch(source, target, max_batch_size=256, batch_type="tokens")
        return [score.log_probs for score in scores]


def base(case: Case, _: Scorer) -> str:
    """Paste the base form."""
    return case.term.target


def by_sum(case: Case, score: Scorer) -> str:
    """The form whose sentence is most probable."""
    return _best(case, score, sum)


def by_mean(case: Case, score: Scorer) -> str:
    """The form whose sentence has the best score a token."""
    return _best(case, score, lambda tokens: sum(tokens) / len(tokens))


def _best(case: Case, score: Scorer, worth: Callable[[list[float]], float]) -> str:
    forms = case.term.accepted
    scores = score([(case.english, case.filled(form)) for form in forms])
    return max(zip(forms, scores, strict=True), key=lambda pair: worth(pair[1]))[0]


def by_newsdesk(listed: Sequence[Case]) -> list[str]:
    """As a run of newsdesk chooses: by sum and number, and where forms come close by a vote of well-known words."""
    frames = [case.frame for case in listed]
    work = rank(frames, [case.term.accepted for case in listed], load_language("et").voters)
    return [ranking[0][0] for ranking in enforcing.answer(work, ArgosEngine(), "en", "et")]


METHODS = {
    "base form": base,
    "sum": by_sum,
    "mean": by_mean,
}


def main() -> None:
    """Print the accuracy of each method."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print what the last method got wrong")
    arguments = parser.parse_args()
    terms = {term.source: term for name in ("more_terms.csv", "et.csv") for term in glossary(name).terms}
    listed = cases(terms)
    with package() as folder:
        score = Scorer(folder)
        chosen = {name: [method(case, score) for case in listed] for name, method in METHODS.items()}
        chosen["newsdesk"] = by_newsdesk(listed)
    print(f"{len(listed)} cases")
    for name, forms in chosen.items():
        hits = sum(case.filled(form) in map(case.filled, case.right) for case, form in zip(listed, forms, strict=True))
        print(f"{name:30} {hits / len(listed):.3f}")
    if arguments.wrong:
        for case, form in zip(listed, chosen["newsdesk"], strict=True):
            if case.filled(form) not in map(case.filled, case.right):
                print(f"{case.english} | {case.estonian} | {case.label}: {' / '.join(case.right)} | {form}")


if __name__ == "__main__":
    main()
