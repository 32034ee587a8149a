"""Measure how many of the names that human translations share ``newsdesk glossary suggest-terms`` finds, and how early.

    python benchmarks/mining/evaluate.py [--half odd|even|all] [--names LEAST]

The articles are the 62 documents of the set, each sentence a text of its own; the gold list is told in `gold.py`. A
name is found where a candidate among the first is called so, or a variant of it, or the full name or the surname that
it comes with; a candidate is right where it is called so by any name of the gold list.

Whether a list of a hundred can hold all names depends on how many sentences a name must have to count. All numbers are
told; the one to hold against what must be reached is the least one at which the names fill no more than two thirds of
the list: candidates that every language has another word for, as London or the Senate, have to have their place, too.
The odd documents are those on which the ranking was tuned, the even ones tell how it does elsewhere.
On 30 November 2026:

    odd   41 names of ≥ 3 sentences  recall .951  precision .775
    even  52 names of ≥ 3 sentences  recall .942  precision .875
    all   63 names of ≥ 4 sentences  recall .952  precision .850

What brings it about, on all documents with the names of ≥ 3 sentences (94, which hardly fit into a hundred) and ≥ 4:

    by how often a name is there and how seldom its words are small  recall .617 and .889  precision .575
    a surname and the full name as one                               recall .681 and .905  precision .600
    countries, languages and what has a plural later                 recall .809 and .921  precision .725
    people earlier than other names of several words                 recall .798 and .905  precision .775
    peoples later, too                                               recall .809 and .921  precision .825
    names whose mentions come together in few articles earlier       recall .840 and .952  precision .850
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT)]

from gold import GOLD, NEWS, Sentence, read, words  # noqa: E402 - from the folder beside.

from translate.core.mining.candidates import Candidate, Passage  # noqa: E402
from translate.core.mining.facts import facts_of  # noqa: E402
from translate.core.mining.known import KnownTerms  # noqa: E402
from translate.core.mining.ranking import candidates  # noqa: E402
from translate.languages.cldr import calendar, common_names  # noqa: E402
from translate.languages.loading import load_language  # noqa: E402

HALVES = ("odd", "even", "all")
LIST, FIRST = 100, 40
FULL = 2 / 3
LEAST = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a list does."""

    names: int
    recall: float
    """Of the names, the share that is found in the first hundred."""
    precision: float
    """Of the first forty candidates, the share that is right."""


def of_half(sentences: Sequence[Sentence], half: str) -> set[int]:
    """The numbers of the sentences whose documents are in a half."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(one.document for one in sentences), start=1)}
    wanted = {"odd": (1,), "even": (0,), "all": (0, 1)}[half]
    return {n for n, one in enumerate(sentences, start=1) if numbers[one.document] % 2 in wanted}


def gold_in(sentences: Sequence[Sentence], numbers: set[int], path: Path = GOLD) -> dict[str, int]:
    """The names of the gold list, each with how many of some sentences have it."""
    found: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for _, sentence, first, count in list(csv.reader(file))[1:]:
            if int(sentence) in numbers:
                text = sentences[int(sentence) - 1].english
                places = words(text)[int(first) : int(first) + int(count)]
                found[text[places[0][0] : places[-1][1]]].add(int(sentence))
    return {name: len(each) for name, each in found.items()}


def suggested(sentences: Sequence[Sentence], numbers: set[int]) -> list[Candidate]:
    """What is proposed for some sentences."""
    passages = [Passage(sentences[n - 1].english, sentences[n - 1].document, n) for n in sorted(numbers)]
    facts = facts_of(load_language("en"), lambda: common_names("en"), lambda: calendar("en"))
    return candidates(passages, facts, KnownTerms((), passages))


def called(some: Iterable[Candidate]) -> set[str]:
    """All that candidates are called."""
    return {name for one in some for name in (one.source, *one.spellings, *one.others)}


def figures(found: Sequence[Candidate], names: set[str]) -> Figures:
    """How a list does with the names that it should have."""
    right = sum(not called([one]).isdisjoint(names) for one in found[:FIRST])
    return Figures(len(names), len(called(found[:LIST]) & names) / max(1, len(names)), right / FIRST)


def each(found: Sequence[Candidate], gold: Mapping[str, int]) -> dict[int, Figures]:
    """The figures for the names of so many sentences and more."""
    return {least: figures(found, {name for name, times in gold.items() if times >= least}) for least in LEAST}


def that_counts(told: Mapping[int, Figures]) -> Figures:
    """Those that are held against what must be reached."""
    return next(one for one in told.values() if one.names <= FULL * LIST)


def main() -> None:
    """Print a table for each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, help="only this one")
    parser.add_argument("--names", type=int, metavar="LEAST", help="print the list, and the names of so many sentences")
    asked = parser.parse_args()
    if not NEWS.is_file():
        print(f"skipped: there is no {NEWS}")
        return
    sentences = read()
    print(f"documents  sentences  names  recall in {LIST}  precision in {FIRST}")
    for half in [asked.half] if asked.half else HALVES:
        numbers = of_half(sentences, half)
        gold, found = gold_in(sentences, numbers), suggested(sentences, numbers)
        told = each(found, gold)
        for least, one in told.items():
            mark = "  <- counts" if one is that_counts(told) else ""
            print(f"{half:9}  ≥ {least:7}  {one.names:5}  {one.recall:13.3f}  {one.precision:15.3f}{mark}")
        if asked.names:
            _list(found, {name for name, times in gold.items() if times >= asked.names})


def _list(found: Sequence[Candidate], names: set[str]) -> None:
    for place, one in enumerate(found[:LIST], start=1):
        print(f"{place:4} {'+' if called([one]) & names else ' '} {one.score:6.2f} {', '.join(sorted(called([one])))}")
    print("missed:", ", ".join(sorted(names - called(found[:LIST]))))


if __name__ == "__main__":
    main()
