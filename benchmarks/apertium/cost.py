"""Time drafting with newsdesk's engine against Apertium's own command on the same sentences.

    python benchmarks/apertium/cost.py [--rounds 5] [--sizes 1 200 1000]

All ways are run in turn, and the best of the rounds counts, of the time that passes and of the processors' time each.
The command gets all sentences in one process, each ended by a NUL, which is the fastest way that it has. The terms are
those of ``agreement.py`` with seed 1. The engine has drafted a sentence before: what a run pays once for a locale, the
signature with its trial sentence and the first sentence, is timed apart.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from news import glossary, pseudo_rows, sentences
from pair import ENGLISH, MARK, SPANISH, found, raw_command

from translate.core.enforcing.choosing import to_translate
from translate.core.offers import SourceSentence
from translate.core.terms.demands import demands_on
from translate.core.terms.matching import Matcher
from translate.engines.apertium.engine import ApertiumEngine

SIZES = (1, 200, 1000)


@dataclass(frozen=True, slots=True)
class Took:
    """How long some work takes, in seconds."""

    wall: float
    processor: float
    """Of this process and of all that it started; a busy machine changes it less."""

    def best(self, other: Took) -> Took:
        """The less of each."""
        return Took(min(self.wall, other.wall), min(self.processor, other.processor))

    def over(self, other: Took) -> Took:
        """How many times the other's they are."""
        return Took(self.wall / other.wall, self.processor / other.processor)


def measure(texts: Sequence[str], sizes: Sequence[int], rounds: int) -> dict[int, dict[str, Took]]:
    """For each number of sentences the best of each way."""
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


def begin(text: str, rounds: int) -> dict[str, Took]:
    """The best of what a run pays once for a locale, with its first sentence, and of the command on that sentence."""
    return best_of(rounds, {"command": lambda: raw_command(stream(text)), "run": lambda: sign_and_draft(text)})


def sign_and_draft(text: str) -> None:
    """Begin as a run does: an engine tells its signature, for which it tries the pair, and drafts a sentence."""
    engine = ApertiumEngine()
    engine.signature(ENGLISH, SPANISH)
    draft(engine, [SourceSentence(text)])


def stream(text: str) -> str:
    """A sentence as the command takes it; what means something in Apertium's stream is of no matter here."""
    return "".join(char for char in text if char not in r"[]{}^$/\@<>~") + MARK


def draft(engine: ApertiumEngine, some: Sequence[SourceSentence]) -> object:
    """Draft sentences."""
    return engine.translate(some, ENGLISH, SPANISH)


def best_of(rounds: int, ways: dict[str, Callable[[], object]]) -> dict[str, Took]:
    """The best times of each way; they are run in turn."""
    best: dict[str, Took] = {}
    for _ in range(rounds):
        for name, work in ways.items():
            took = timed(work)
            best[name] = best.get(name, took).best(took)
    return best


def timed(work: Callable[[], object]) -> Took:
    """How long some work takes."""
    wall, processor = time.perf_counter(), _processor()
    work()
    return Took(time.perf_counter() - wall, _processor() - processor)


def _processor() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


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
        told = (f"{name} {_told(took, times['command'])}" for name, took in times.items())
        print(f"{size:5} sentences: {', '.join(told)}")
    best = begin(texts[0], wished.rounds)
    print(f"the signature and 1 sentence: {_told(best['run'], best['command'])}")


def _told(took: Took, command: Took) -> str:
    times = took.over(command)
    return f"{took.wall:.2f} s ({times.wall:.2f} ×; processors {times.processor:.2f} ×)"


if __name__ == "__main__":
    main()
