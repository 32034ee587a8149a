"""Measure what the glossary does to drafts, on the sample package with its own held-out texts.

    python benchmarks/glossary/evaluate.py [--split dev|test|all] [--rounds 3] [--json]

Tune on ``dev`` only. What each number means stands in the README beside this file.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from drafting import Drafted, draft_plain, draft_sentences
from sample import SPLITS, glossary, package, texts

from translate.core.enforcing.lexicon import Lexicon
from translate.core.entries.termlines import TermLine
from translate.core.terms.demands import Demands, demands_on
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher, TermMatch
from translate.core.terms.verification import FormMatch, verify
from translate.engines.argos import ArgosEngine
from translate.engines.interface import Engine
from translate.languages.loading import load_language

STAND_INS = load_language("et").stand_ins
"""Words that the ladder may put in the place of terms; none of them may stay behind."""
TIMED_SHARE = 5
"""In the timed run one text in this many has its terms."""


@dataclass(frozen=True, slots=True)
class Data:
    """Texts, references and what the glossary asks of each."""

    sources: list[str]
    references: list[str]
    asked: list[Demands]
    glossary: Glossary

    @classmethod
    def of(cls, split: str) -> Data:
        """Read a split and find the terms in it."""
        terms = glossary()
        matcher = Matcher(terms)
        sources, references = texts(split)
        return cls(sources, references, [demands_on(matcher, text) for text in sources], terms)


def found(asked: Sequence[Demands], drafts: Sequence[str]) -> list[FormMatch | None]:
    """For each required mention of all texts, what renders it."""
    return [
        r.found for a, text in zip(asked, drafts, strict=True) for r in verify(a.matches, text).renderings if r.required
    ]


def success(asked: Sequence[Demands], drafts: Sequence[str]) -> float:
    """The share of required mentions that are there in an accepted form."""
    return share(form is not None for form in found(asked, drafts))


def share(flags: Iterable[bool]) -> float:
    """How many of them are true, from 0 to 1."""
    flags = list(flags)
    return sum(flags) / len(flags) if flags else 0.0


def base_share(asked: Sequence[Demands], drafts: Sequence[str]) -> float:
    """Of the mentions that are there, the share in the base form: a system that pastes has nothing else."""
    return share(f.form.text == f.term.target for f in found(asked, drafts) if f)


def at_random(data: Data, seed: int = 1) -> list[Demands]:
    """As many demands as there are, each for a term that is not in the text."""
    rng = random.Random(seed)  # noqa: S311 - a control must be the same each time.
    control = []
    for asked in data.asked:
        own = {m.term.target for m in asked.matches}
        others = [term for term in data.glossary.terms if term.target not in own]
        control.append(Demands(tuple(TermMatch(rng.choice(others), m.start, m.end) for m in asked.matches)))
    return control


def silent(asked: Demands, draft: Drafted) -> bool:
    """Whether a required mention is missing and the draft does not say so."""
    missing = Counter(r.match.term.source for r in verify(asked.matches, draft.text).missing)
    told = Counter(o.source for o in draft.outcomes if o.form is None and not o.forbidden)
    return bool(missing - told)


def leaked(source: str, plain: str, draft: str) -> bool:
    """Whether a stand-in may have stayed behind: it is in the draft, and neither in the source nor the plain draft."""
    for word in STAND_INS:
        if not any(spelling in source.lower() for spelling in word.sources):
            mention = (TermMatch(word, 0, 1),)
            if verify(mention, draft).renderings[0].found and not verify(mention, plain).renderings[0].found:
                return True
    return False


def quality(drafts: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    """Scores of drafts, by sacrebleu."""
    import sacrebleu

    if not drafts:
        return {"chrF": 0.0, "BLEU": 0.0}
    chrf = sacrebleu.corpus_chrf(list(drafts), [list(references)]).score
    bleu = sacrebleu.corpus_bleu(list(drafts), [list(references)]).score
    return {"chrF": round(chrf, 2), "BLEU": round(bleu, 2)}


def measure(data: Data, engine: Engine) -> dict[str, object]:
    """Everything but the time."""
    plain = [d.text for d in draft_plain(data.sources, engine)]
    drafts = draft_sentences(data.sources, data.asked, engine)
    text = [d.text for d in drafts]
    changed = [i for i, (before, after) in enumerate(zip(plain, text, strict=True)) if before != after]
    forms = found(data.asked, text)
    control = at_random(data)
    lines = [TermLine.of(outcome) for draft in drafts for outcome in draft.outcomes]
    return {
        "texts": len(data.sources),
        "texts with a term": sum(bool(a.enforced) for a in data.asked),
        "required mentions": len(forms),
        "success": {
            "plain": success(data.asked, plain),
            "enforced": success(data.asked, text),
            "references": success(data.asked, data.references),
        },
        "random glossary, success": {
            "plain": success(control, plain),
            "enforced for the real one": success(control, text),
            "references": success(control, data.references),
        },
        "base form among hits": {
            "plain": base_share(data.asked, plain),
            "enforced": base_share(data.asked, text),
            "references": base_share(data.asked, data.references),
        },
        "quality, all": {"plain": quality(plain, data.references), "enforced": quality(text, data.references)},
        "changed texts": len(changed),
        "quality, changed": {
            "plain": quality([plain[i] for i in changed], [data.references[i] for i in changed]),
            "enforced": quality([text[i] for i in changed], [data.references[i] for i in changed]),
        },
        "how": dict(Counter(line.way.name for line in lines if line.way).most_common()),
        "doubtful": sum(line.way.doubtful for line in lines if line.way),
        "missing without a flag": sum(map(silent, data.asked, drafts)),
        "leaked stand-ins": sum(
            leaked(source, before, after) for source, before, after in zip(data.sources, plain, text, strict=True)
        ),
    }


def thinned(asked: Sequence[Demands]) -> list[Demands]:
    """The same demands, but only one text in `TIMED_SHARE` keeps its own."""
    having = [i for i, a in enumerate(asked) if a.enforced]
    kept = set(random.Random(1).sample(having, min(len(having), len(asked) // TIMED_SHARE)))  # noqa: S311
    return [a if i in kept else Demands() for i, a in enumerate(asked)]


def cost(data: Data, engine: Engine, rounds: int) -> dict[str, object]:
    """The time with terms in one text of five, relative to plain drafting; rounds alternate."""
    few = thinned(data.asked)
    lexicon: Lexicon = {}  # Made once a term, then kept.
    draft_sentences(data.sources, few, engine, lexicon=lexicon)
    runs: dict[str, list[tuple[float, float]]] = {"plain": [], "enforced": []}
    for _ in range(rounds):
        runs["plain"].append(timed(lambda: draft_plain(data.sources, engine)))
        runs["enforced"].append(timed(lambda: draft_sentences(data.sources, few, engine, lexicon=lexicon)))
    wall, cpu = (
        [after[kind] / before[kind] for before, after in zip(runs["plain"], runs["enforced"], strict=True)]
        for kind in (0, 1)
    )
    return {
        "texts with a term": share(bool(a.enforced) for a in few),
        "plain, seconds": round(statistics.median(w for w, _ in runs["plain"]), 2),
        "times plain, wall": round(statistics.median(wall), 2),
        "times plain, processor": round(statistics.median(cpu), 2),
    }


def timed(work: Callable[[], list[Drafted]]) -> tuple[float, float]:
    """Wall and processor seconds of some work; all threads count for the second."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def show(value: object, indent: int = 0) -> None:
    """Print results for people."""
    for key, entry in value.items() if isinstance(value, dict) else ():
        if isinstance(entry, dict):
            print(" " * indent + key)
            show(entry, indent + 2)
        else:
            print(" " * indent + f"{key:{30 - indent}} {f'{entry:.3f}' if isinstance(entry, float) else entry}")


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=SPLITS, default="dev")
    parser.add_argument("--rounds", type=int, default=3, help="of the timing; 0 leaves it out")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    data = Data.of(arguments.split)
    with package():
        engine = ArgosEngine()
        draft_plain(data.sources[:8], engine)
        results = {"split": arguments.split, **measure(data, engine)}
        if arguments.rounds:
            results["cost"] = cost(data, engine, arguments.rounds)
    if arguments.json:
        print(json.dumps(results, indent=2, ensure_ascii=False))
    else:
        show(results)


if __name__ == "__main__":
    main()
