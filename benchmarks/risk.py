"""Measure whether a higher risk means a worse draft, on the sample package with its own held-out texts.

    python benchmarks/risk.py [--split dev|test|all]

A draft's worth is its chrF against the reference, text by text (sacrebleu). ``fitted`` shows the constants that
`translate.core.results.risk` has from ``dev``; the other figures are to be read on ``test``. Where newsdesk is not like
this:
the package is small, its texts are help pages of one sentence, half of them have a term of a glossary that was made
for what the package gets wrong, and chrF knows of no glossary and hardly of a wrong number.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sacrebleu import sentence_chrf

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "benchmarks/glossary"), str(ROOT)]

from drafting import Drafted, draft_plain, draft_sentences  # noqa: E402 - from the folder beside.
from sample import SPLITS, glossary, package, texts  # noqa: E402

from translate.core.checks import check_article  # noqa: E402
from translate.core.checks.findings import Unit  # noqa: E402
from translate.core.entries.stamp import Owner, joint_score  # noqa: E402
from translate.core.entries.termlines import term_lines  # noqa: E402
from translate.core.offers import Likelihood  # noqa: E402
from translate.core.results.risk import UNREAD, UNSURE, USUAL, Band, Evidence, Kind, assess  # noqa: E402
from translate.core.terms.demands import demands_on  # noqa: E402
from translate.core.terms.matching import Matcher  # noqa: E402
from translate.engines.argos import ArgosEngine  # noqa: E402
from translate.languages.loading import load_pair  # noqa: E402

RESAMPLES = 1000
WORST = 0.1
LOOKED_AT = 0.2

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Rated:
    """A draft, all that is known of it, and what it is worth."""

    evidence: Evidence
    reference: str
    chrf: float
    likelihood: Likelihood
    """Of the draft with its terms in it."""

    @property
    def risk(self) -> float:
        """As newsdesk tells it."""
        return assess(self.evidence).score

    def from_kinds(self, *kinds: Kind) -> float:
        """The sum of the weights of some kinds of reasons."""
        return sum(reason.weight for reason in assess(self.evidence).reasons if reason.kind in kinds)


def rated(split: str, engine: ArgosEngine, *, plain: bool = False) -> list[Rated]:
    """Draft a split, with its glossary or plainly, and rate the drafts."""
    sources, references = texts(split)
    matcher = Matcher(glossary())
    asked = [demands_on(matcher, text) for text in sources]
    drafts: list[Drafted] = draft_plain(sources, engine) if plain else draft_sentences(sources, asked, engine)
    units = [
        Unit.of(source, draft.text, *load_pair("en", "et"), () if plain else a.matches, bans=() if plain else a.bans)
        for source, draft, a in zip(sources, drafts, asked, strict=True)
    ]
    # A text is an article of its own: lines that follow each other have nothing to do with each other.
    findings = [check_article([unit])[0] for unit in units]
    scored = engine.score([(source, draft.text) for source, draft in zip(sources, drafts, strict=True)], "en", "et")
    return [
        Rated(
            Evidence(
                source,
                draft.text,
                Owner.MACHINE,
                findings=found,
                terms=term_lines(draft.outcomes),
                score=draft.score,
            ),
            reference,
            sentence_chrf(draft.text, [reference]).score,
            score.likelihood,
        )
        for source, draft, found, reference, score in zip(sources, drafts, findings, references, scored, strict=True)
    ]


def ranks(values: Numbers) -> Numbers:
    """The rank of each value; equal values share the middle of theirs."""
    _, place, times = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(times) - (times - 1) / 2)[place])


def spearman(some: Numbers, others: Numbers) -> float:
    """Spearman's rank correlation; nought where either does not vary."""
    first, second = ranks(some), ranks(others)
    return float(np.corrcoef(first, second)[0, 1]) if first.std() and second.std() else 0.0


def kendall(some: Numbers, others: Numbers) -> float:
    """Kendall's tau-b."""
    first, second = (np.sign(values[:, None] - values) for values in (some, others))
    pairs = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float((first * second).sum()) / pairs if pairs else 0.0


def found(signs: Numbers, chrf: Numbers) -> float:
    """Of the worst drafts, the share among those that would be looked at first; of equals, each has its chance."""
    worst = chrf <= np.sort(chrf)[int(len(chrf) * WORST) - 1]
    seen = int(len(chrf) * LOOKED_AT)
    limit = np.sort(signs)[-seen]
    surely, maybe = signs > limit, signs == limit
    chance = (seen - surely.sum()) / maybe.sum()
    return float((worst & surely).sum() + chance * (worst & maybe).sum()) / float(worst.sum())


def interval(measure: Callable[[Numbers, Numbers], float], some: Numbers, others: Numbers) -> tuple[float, float]:
    """The 95 % interval of a measure, by drawing the texts again."""
    chance = np.random.default_rng(1)
    draws = (chance.integers(0, len(some), len(some)) for _ in range(RESAMPLES))
    low, high = np.quantile([measure(some[draw], others[draw]) for draw in draws], (0.025, 0.975))
    return float(low), float(high)


def usual(values: Iterable[float | None]) -> list[float]:
    """Scores, with the usual one where there is none."""
    return [USUAL if value is None else value for value in values]


def signs(drafts: Sequence[Rated]) -> Mapping[str, list[float]]:
    """What an order of the drafts may be made from, higher for what comes first."""
    model, rest = Kind.MODEL, (Kind.TEXT, Kind.GLOSSARY, Kind.CHECK)
    return {
        "risk": [one.risk for one in drafts],
        "  without the glossary": [one.from_kinds(Kind.TEXT, model, Kind.CHECK) for one in drafts],
        "  without the checks": [one.from_kinds(Kind.TEXT, model, Kind.GLOSSARY) for one in drafts],
        "  without the model score": [one.from_kinds(*rest) for one in drafts],
        "model score alone": [-score for score in usual(one.evidence.score for one in drafts)],
        "  of the text with its terms": [-score for score in usual(one.likelihood.mean for one in drafts)],
        "glossary alone": [one.from_kinds(Kind.GLOSSARY) for one in drafts],
        "checks alone": [one.from_kinds(Kind.CHECK) for one in drafts],
        "length alone, words": [float(len(one.evidence.source.split())) for one in drafts],
    }


def print_orders(drafts: Sequence[Rated]) -> None:
    """How well each order fits the worth of the drafts."""
    chrf = np.array([one.chrf for one in drafts])
    print(f"{'order by':30} {'Spearman':>8} {'95 %':>16} {'Kendall':>8} {'95 %':>16} {'found':>6} {'95 %':>12}")
    for name, values in signs(drafts).items():
        own = np.array(values)
        cells = []
        for measure, shape in ((spearman, "6.2f"), (kendall, "6.2f"), (found, "4.2f")):
            low, high = interval(measure, own, chrf)
            cells.append(f"{measure(own, chrf):{shape}}   {low:{shape}} –{high:{shape}}")
        print(f"{name:30} {'  '.join(cells)}")
    print(f"{'by chance':30} {0:6.2f}  {'':16} {0:6.2f}  {'':16} {LOOKED_AT:4.2f}")
    print(f"found: of the worst {WORST:.0%} by chrF, the share among the first {LOOKED_AT:.0%}\n")


def print_groups(drafts: Sequence[Rated]) -> None:
    """The worth of the drafts, by how high their risk is."""
    print(f"{'':10} {'texts':>6} {'risk':>6} {'chrF':>6}")
    groups: dict[str, list[Rated]] = {band: [] for band in Band}
    for one in drafts:
        groups[assess(one.evidence).band].append(one)
    ordered = sorted(drafts, key=lambda one: one.risk, reverse=True)
    for number, part in enumerate(np.array_split(np.arange(len(ordered)), 10), 1):
        groups[f"tenth {number}"] = [ordered[at] for at in part]
    for name, some in groups.items():
        if some:
            risk, chrf = (np.mean([getattr(one, what) for one in some]) for what in ("risk", "chrf"))
            print(f"{name:10} {len(some):6} {risk:6.2f} {chrf:6.1f}")
    print()


def print_reasons(drafts: Sequence[Rated]) -> None:
    """What kinds of reasons there are beside those that each draft has, and the worth of the drafts that have one."""
    by_reason: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(drafts):
        for finding in one.evidence.findings:
            by_reason[f"{finding.level} {finding.rule}"].add(number)
        for line in one.evidence.terms:
            doubtful = "doubtful, " if line.way and line.way.doubtful else ""
            by_reason[f"term {doubtful}{line.way.how if line.way else None}"].add(number)
    print(f"{'':26} {'texts':>6} {'chrF':>6} {'by their model score alone':>28}")
    a, b = fitted(drafts)
    for name, having in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        chrf = np.mean([drafts[number].chrf for number in having])
        said = np.mean([100 * np.exp(-a + b * s) for s in usual(drafts[n].evidence.score for n in having)])
        print(f"{name:26} {len(having):6} {chrf:6.1f} {said:28.1f}")
    print()


def fitted(drafts: Sequence[Rated]) -> tuple[float, float]:
    """The curve chrF / 100 = exp(−a + b · score) that fits best, by Gauss and Newton's method."""
    score = np.array(usual(one.evidence.score for one in drafts))
    chrf = np.array([one.chrf for one in drafts]) / 100
    known = np.column_stack([np.ones(len(score)), -score])
    weights = np.zeros(2)
    for _ in range(20):
        said = np.exp(-known @ weights)
        weights += np.linalg.lstsq(-known * said[:, None], chrf - said, rcond=None)[0]
    return float(weights[0]), float(weights[1])


JOINTS: Mapping[str, Callable[[Sequence[Likelihood]], float]] = {
    "all their tokens": lambda some: joint_score(some) or 0.0,
    "average of the sentences": lambda some: float(np.mean(usual(one.mean for one in some))),
    "worst sentence": lambda some: min(usual(one.mean for one in some)),
}


def print_joints(drafts: Sequence[Rated], several: int = 3, draws: int = 20) -> None:
    """How the scores of sentences may be joined: texts of several sentences, drawn from plain drafts."""
    found_by: dict[str, list[float]] = defaultdict(list)
    for draw in range(draws):
        mixed = random.Random(draw).sample(list(drafts), len(drafts))  # noqa: S311 - the same texts each time.
        groups = [mixed[at : at + several] for at in range(0, len(mixed) - several + 1, several)]
        chrf = [
            sentence_chrf(" ".join(one.evidence.target for one in g), [" ".join(one.reference for one in g)]).score
            for g in groups
        ]
        for name, joint in JOINTS.items():
            scores = [joint([one.likelihood for one in group]) for group in groups]
            found_by[name].append(spearman(-np.array(scores), np.array(chrf)))
    print(f"texts of {several} sentences, the score from ({draws} draws)")
    for name, values in found_by.items():
        print(f"  {name:28} {np.mean(values):6.2f}")
    print()


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=SPLITS, default="test")
    split = parser.parse_args().split
    with package():
        engine = ArgosEngine()
        plain_dev = rated("dev", engine, plain=True)
        drafts, plain = (rated(split, engine, plain=plain) for plain in (False, True))
    median = float(np.median(usual(one.evidence.score for one in plain_dev)))
    print("fitted on the plain drafts of dev       (in use)")
    a, b = fitted(plain_dev)
    print(f"UNREAD {a:.2f} ({UNREAD})   UNSURE {-b * median:.2f} ({UNSURE})   USUAL {median:.2f} ({USUAL})\n")
    for name, some in (("with the glossary", drafts), ("plain", plain)):
        print(f"== {split}, {len(some)} drafts {name}, chrF {np.mean([one.chrf for one in some]):.1f}\n")
        print_orders(some)
        print_groups(some)
        print_reasons(some)
    print_joints(plain)


if __name__ == "__main__":
    main()
