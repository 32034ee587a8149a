"""Measure how fast our Argos engine drafts, against Argos Translate's own API on the same package and sentences.

    python benchmarks/drafting.py --rounds 3

Each contestant runs in a process of its own, loads the package, warms up, and then translates the held-out sentences of
the sample package; only that last step is timed. Rounds are interleaved, so that a busy machine disturbs all alike.
Argos' own API takes a text of paragraphs, one paragraph after the other; here a paragraph has three sentences.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/data/sample-model"
CORES = str(len(os.sched_getaffinity(0)))
PARAGRAPH = 3


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to draft."""

    name: str
    worker: str
    environment: Mapping[str, str] = field(default_factory=dict)


CONTESTANTS = (
    Contestant("newsdesk", "newsdesk"),
    Contestant("Argos, its defaults", "argos"),
    Contestant("Argos, one thread", "argos", {"ARGOS_INTRA_THREADS": "1"}),
    Contestant("Argos, all cores on a sentence", "argos", {"ARGOS_INTRA_THREADS": CORES}),
    Contestant("Argos, a sentence on each core", "argos", {"ARGOS_INTER_THREADS": CORES, "ARGOS_INTRA_THREADS": "1"}),
    Contestant(
        "  the same, batches as ours",
        "argos",
        {"ARGOS_INTER_THREADS": CORES, "ARGOS_INTRA_THREADS": "1", "ARGOS_BATCH_SIZE": "1024"},
    ),
    Contestant(
        "  the same, all one paragraph",
        "argos-one-paragraph",
        {"ARGOS_INTER_THREADS": CORES, "ARGOS_INTRA_THREADS": "1", "ARGOS_BATCH_SIZE": "1024"},
    ),
)


def newsdesk(sentences: list[str]) -> None:
    """Draft with our engine."""
    from translate.core.offers import SourceSentence  # Each worker loads its own.
    from translate.engines.argos import ArgosEngine

    engine = ArgosEngine()
    timed(lambda texts: engine.translate([SourceSentence(text) for text in texts], "en", "et"), sentences)


def argos(sentences: list[str], paragraph: int = PARAGRAPH) -> None:
    """Draft with Argos Translate's own API."""
    from tests.engines.argos_api import SENTENCE_END, translation

    def draft(texts: list[str]) -> str:
        starts = range(0, len(texts), paragraph)
        return str(own.translate("\n".join(SENTENCE_END.join(texts[at : at + paragraph]) for at in starts)))

    own = translation("en", "et")
    timed(draft, sentences)


def timed(draft: Callable[[list[str]], object], sentences: list[str]) -> None:
    """Warm up with two sentences that are not in the list, then print the seconds that the list takes."""
    draft(["This is the first one.", "This is another one."])
    begin = time.perf_counter()
    draft(sentences)
    print(time.perf_counter() - begin)


WORKERS: Mapping[str, Callable[[list[str]], None]] = {
    "newsdesk": newsdesk,
    "argos": argos,
    "argos-one-paragraph": lambda sentences: argos(sentences, len(sentences)),
}


def run(contestant: Contestant, home: Path, sentences: int) -> float:
    """The seconds of one run in a process of its own."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("ARGOS_", "XDG_"))}
    own |= {"HOME": str(home), "ARGOS_PACKAGES_DIR": str(home / "packages"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, "--worker", contestant.worker, "--sentences", str(sentences)]
    done = subprocess.run(command, env=own | contestant.environment, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print a table of medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sentences", type=int, default=500, help="how many of the 500 held-out ones")
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    sentences = (SAMPLE / "heldout.en").read_text(encoding="utf-8").splitlines()[: arguments.sentences]
    if arguments.worker:
        WORKERS[arguments.worker](sentences)
        return
    seconds: dict[str, list[float]] = {contestant.name: [] for contestant in CONTESTANTS}
    with tempfile.TemporaryDirectory() as home:
        with zipfile.ZipFile(SAMPLE / "translate-en_et-0_1.argosmodel") as archive:
            archive.extractall(Path(home, "packages"))
        for _ in range(arguments.rounds):
            for contestant in CONTESTANTS:
                seconds[contestant.name].append(run(contestant, Path(home), len(sentences)))
    ours = statistics.median(seconds["newsdesk"])
    print(f"{len(sentences)} sentences, {CORES} cores, median of {arguments.rounds}")
    print(f"{'':32} {'seconds':>8} {'(least–most)':>14} {'sentences/s':>12} {'times ours':>11}")
    for name, runs in seconds.items():
        median = statistics.median(runs)
        spread = f"({min(runs):.2f}–{max(runs):.2f})"
        print(f"{name:32} {median:8.2f} {spread:>14} {len(sentences) / median:12.0f} {median / ours:11.2f}")


if __name__ == "__main__":
    main()
