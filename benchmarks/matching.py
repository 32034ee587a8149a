"""Measure what 10,000 glossary terms cost on top of drafting, and whether matching takes time in line with the text.

    python benchmarks/matching.py --rounds 3

Drafting is our Argos engine with the sample package, already loaded; that package is a tenth of an official one's size,
so official ones make every share below several times smaller. Every number is the least of some rounds in one process.
The glossary has phrases of the held-out texts, as many as one sentence in five has one of, and invented ones.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from translate.core.offers import SourceSentence
from translate.core.terms.demands import Demands, demands_on
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.core.terms.verification import forbidden, verify
from translate.termbases.folder import load

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/data/sample-model"
LABELS = ("gen", "part", "ill", "in", "el", "all", "ad", "com")
SYLLABLES = ("ka", "le", "mi", "no", "su", "ra", "te", "vi", "po", "du", "lo", "ge", "an", "er", "is", "ul")
ARTICLE = 40
"""Sentences; about 4 kB."""


@dataclass(frozen=True, slots=True)
class Part:
    """One step of the work, and the least seconds it took."""

    name: str
    seconds: float


def least(rounds: int, step: Callable[[], object]) -> float:
    """The seconds of the fastest round."""
    seconds = []
    for _ in range(rounds):
        begin = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def phrases_of(sentences: Sequence[str]) -> list[str]:
    """A phrase of two words out of every fifth sentence."""
    words = (sentence.rstrip(".:").split() for sentence in sentences[::5])
    return list(dict.fromkeys(" ".join(several[1:3]) for several in words if several[2:]))


def write_glossary(folder: Path, known: Sequence[str], terms: int, *, forms: bool) -> None:
    """Write et.csv with so many terms, the known ones first; with eight forms each, or two columns only."""
    chance = random.Random(1)  # noqa: S311 - invented words need no secrecy.

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))

    sources = dict.fromkeys(phrase for phrase in known if not set(phrase) & set(',";'))
    while len(sources) < terms:
        sources[f"{word()} {word()}"] = None
    rows = ["source,target,kind,variants,forms,forbid"]
    for source in list(sources)[:terms]:
        target = f"{word()}{word()}"
        cells = ";".join(f"{label}={target}{label}" for label in LABELS)
        rows.append(f"{source},{target},common,{source}s,{cells},{word()}x" if forms else f"{source},{target},,,,")
    (folder / "et.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def find_all(matcher: Matcher, texts: Sequence[str]) -> list[Demands]:
    """What the glossary asks of each text."""
    return [demands_on(matcher, text) for text in texts]


def verify_all(asked: Sequence[Demands], drafts: Sequence[str]) -> None:
    """Look for terms and forbidden renderings in the drafts of the texts that have any."""
    for wanted, draft in zip(asked, drafts, strict=True):
        if wanted.matches or wanted.bans:
            verify(wanted.matches, draft)
            forbidden(wanted.bans, wanted.matches, draft)


def costs(glossaries: Path, sentences: Sequence[str], drafts: Sequence[str], rounds: int) -> list[Part]:
    """What each step with the glossary costs for these sentences."""
    glossary = load(glossaries, "et", home=None).glossary
    matcher = Matcher(glossary)
    asked = find_all(matcher, sentences)
    return [
        Part("load the glossary", least(rounds, lambda: load(glossaries, "et", home=None))),
        Part("build the matcher", least(rounds, lambda: Matcher(glossary))),
        Part("match", least(rounds, lambda: find_all(matcher, sentences))),
        Part("verify", least(rounds, lambda: verify_all(asked, drafts))),
    ]


def on_top_of_drafting(sentences: Sequence[str], rounds: int, terms: int) -> None:
    """Print the table of shares."""
    from translate.engines.argos import ArgosEngine  # Reads the environment, which must be set first.

    engine = ArgosEngine()

    def draft(texts: Sequence[str]) -> list[str]:
        return [h[0].text for h in engine.translate([SourceSentence(text) for text in texts], "en", "et")]

    draft(sentences[:2])
    print(f"\n{terms} terms on top of drafting, in per cent of it")
    print(f"{'':26} {'':>11} {'one article':>12} {f'{len(sentences)} sentences':>14}")
    with tempfile.TemporaryDirectory() as name:
        sizes = (list(sentences[:ARTICLE]), list(sentences))
        drafting = [least(rounds, partial(draft, texts)) for texts in sizes]
        drafts = [draft(texts) for texts in sizes]
        print(f"{'drafting':26} {'':>11} {drafting[0]:10.3f} s {drafting[1]:12.3f} s")
        for forms in (False, True):
            write_glossary(Path(name), phrases_of(sentences), terms, forms=forms)
            print("source and target only:" if not forms else "eight forms, a variant and a ban each:")
            found = [costs(Path(name), texts, own, rounds) for texts, own in zip(sizes, drafts, strict=True)]
            for small, large in zip(*found, strict=True):
                shares = (100 * small.seconds / drafting[0], 100 * large.seconds / drafting[1])
                print(f"  {small.name:24} {small.seconds:9.4f} s {shares[0]:10.1f} % {shares[1]:12.1f} %")
            for label, first in (("all", 0), ("all but load and build", 2)):
                sums = [sum(part.seconds for part in parts[first:]) for parts in found]
                shares = (100 * sums[0] / drafting[0], 100 * sums[1] / drafting[1])
                print(f"  {label:24} {sums[0]:9.4f} s {shares[0]:10.1f} % {shares[1]:12.1f} %")


def linearity(sentences: Sequence[str], rounds: int) -> None:
    """Print how matching and building grow with the text and with the number of terms."""
    text = " ".join(sentences)
    print(f"\nmatching one text with 10,000 terms ({len(text)} characters = 1x)")
    with tempfile.TemporaryDirectory() as name:
        glossaries = {}
        for terms in (1_000, 10_000, 100_000):
            write_glossary(Path(name), phrases_of(sentences), terms, forms=False)
            glossaries[terms] = load(Path(name), "et", home=None).glossary
    matcher = Matcher(glossaries[10_000])
    once = least(rounds, lambda: matcher.find(text))
    for times in (1, 2, 4, 8):
        longer = " ".join([text] * times)
        seconds = least(rounds, partial(matcher.find, longer))
        print(f"  {times}x {seconds:9.4f} s {seconds / once:6.2f} times 1x")
    print("\nthe same text with more terms")
    first: tuple[float, float] | None = None
    for terms, glossary in glossaries.items():
        building, matching = _with(glossary, text, rounds)
        first = first or (building, matching)
        ratios = f"build {building:8.4f} s, {building / first[0]:7.1f} times; match {matching:8.4f} s"
        print(f"  {terms:7} terms  {ratios}, {matching / first[1]:5.2f} times")


def _with(glossary: Glossary, text: str, rounds: int) -> tuple[float, float]:
    matcher = Matcher(glossary)
    return least(rounds, lambda: Matcher(glossary)), least(rounds, lambda: matcher.find(text))


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--terms", type=int, default=10_000)
    arguments = parser.parse_args()
    sentences = (SAMPLE / "heldout.en").read_text(encoding="utf-8").splitlines()
    print(f"{len(os.sched_getaffinity(0))} cores, load average {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as home:
        with zipfile.ZipFile(SAMPLE / "translate-en_et-0_1.argosmodel") as archive:
            archive.extractall(Path(home, "packages"))
        os.environ |= {"HOME": home, "XDG_DATA_HOME": home, "ARGOS_PACKAGES_DIR": str(Path(home, "packages"))}
        on_top_of_drafting(sentences, arguments.rounds, arguments.terms)
    linearity(sentences, arguments.rounds)


if __name__ == "__main__":
    main()
