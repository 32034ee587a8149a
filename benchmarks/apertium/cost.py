"""Time drafting with newsdesk's engine against Apertium's own command on the same sentences.

    python benchmarks/apertium/cost.py [--rounds 5] [--sizes 1 200 1000]

All ways are run in turn, and the best of the rounds counts. The command gets all sentences in one process, each ended
by a NUL, which is the fastest way that it has. The terms are those of ``agreement.py`` with seed 1. The engine has
drafted a sentence before: what it asks a pair once, when it first sees it, is timed apart.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

from news import glossary, pseudo_rows, sentences
from pair import ENGLISH, MARK, SPANISH, found, raw_command

from translate.core.enforcing.choosing import to_translate
from translate.core.offers import SourceSentence
from translate.core.terms.demands import demands_on
from translate.core.terms.matching import Matcher
from translate.engines.apertium.engine import ApertiumEngine

SIZES = (1, 200, 1000)


def measure(texts: Sequence[str], sizes: Sequence[int], rounds: int) -> dict[int, dict[str, float]]:
    """For each number of sentences the best seconds of each way."""
    matcher = Matcher(glossary(pseudo_rows(texts, 1)))
    with_terms = [to_translate(text, demands_on(matcher, text)) for text in texts]
    engine = ApertiumEngine()
    draft(engine, [SourceSentence("Warm.")])
    return {
        size: best_of(rounds, {
            "command": lambda: raw_command("".join(stream(text) for text in texts[:size])),  # noqa: B023 - at once.
            "no terms": lambda: draft(engine, [SourceSentence(text) for text in texts[:size]]),  # noqa: B023
            "terms": lambda: draft(engine, with_terms[:size]),  # noqa: B023
        })
        for size in sizes
    }  # fmt: skip


def stream(text: str) -> str:
    """A sentence as the command takes it; what means something in Apertium's stream is of no matter here."""
    return "".join(char for char in text if char not in r"[]{}^$/\@<>~") + MARK


def draft(engine: ApertiumEngine, some: Sequence[SourceSentence]) -> object:
    """Draft sentences."""
    return engine.translate(some, ENGLISH, SPANISH)


def best_of(rounds: int, ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The best seconds of each way; they are run in turn."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, work in ways.items():
            best[name] = min(best[name], seconds(work))
    return best


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Print the times, and how often the command's they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    wished = parser.parse_args()
    texts = sentences()
    if not texts or not found():
        return
    for size, times in measure(texts, wished.sizes, wished.rounds).items():
        told = (f"{name} {took:.2f} s ({took / times['command']:.2f} ×)" for name, took in times.items())
        print(f"{size:5} sentences: {', '.join(told)}")
    first = seconds(lambda: draft(ApertiumEngine(), [SourceSentence(texts[0])]))
    print(f"    the first sentence of a new engine: {first:.2f} s")


if __name__ == "__main__":
    main()
