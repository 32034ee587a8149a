"""Measure how often a noun's ending tells its gender as a dictionary has it, or a dictionary as people do.

    python benchmarks/genders.py --locale es /usr/share/dict/spanish [--half design|held-out]
    python benchmarks/genders.py --locale es benchmarks/apertium/es.csv

The nouns are those of a list of words that the analyser of Apertium's opposite direction gives one gender; what it
gives to names and acronyms is left out with their capitals. The endings in translate/languages were chosen on
``design``, the words whose SHA-256 begins with an even byte. On 28 November 2026, with Debian 12's pairs and its lists
(wspanish, wcatalan, wgalician-minimos; with --source ca or es: wfrench, wportuguese, witalian), held-out:

    es  4722 nouns  told .886  right .979
    ca 12857 nouns  told .439  right .973
    gl  4424 nouns  told .823  right .981
    fr  5672 nouns  told .432  right .981
    pt  4656 nouns  told .854  right .983
    it  4739 nouns  told .531  right .983

Of a glossary it is what ``newsdesk glossary suggest-forms`` proposes, beside what the rows say; no part of that was
chosen on benchmarks/apertium/es.csv but the rule that a dictionary has to write the base form as the row does (filme):

    es    36 rows   genders told .917  right 1.000
    es    24 rows   plurals told .833  right 1.000
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from translate.apertium.installation import Installation  # noqa: E402
from translate.apertium.morphology import genders  # noqa: E402
from translate.authoring.apertium import Apertium  # noqa: E402
from translate.authoring.numbers import in_its_numbers  # noqa: E402
from translate.core.terms.gender import gender_by_ending  # noqa: E402
from translate.languages.loading import load_language  # noqa: E402
from translate.termbases.csvfile import read_glossary  # noqa: E402

HALVES = ("design", "held-out")
AT_ONCE = 20_000
"""Words for one process."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many nouns of a list have an ending that tells a gender, and how often it is the right one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path, help="a word a line")
    parser.add_argument("--locale", default="es")
    parser.add_argument("--source", default="en", help="the other language of the pair")
    parser.add_argument("--half", choices=HALVES, default="held-out")
    given = parser.parse_args(arguments)
    if not given.words.is_file():
        print(f"skipped: there is no {given.words}")
        return
    if Installation().mode(given.locale, given.source) is None:
        print(f"skipped: Apertium has no pair from {given.locale} to {given.source} here")
        return
    if given.words.suffix == ".csv":
        for what, told in proposed(given.words, given.locale).items():
            print(f"{given.locale} {len(told):5} rows   {what} {_shares(told)}")
        return
    language = load_language(given.locale)
    told = [(gender_by_ending(language, word), gender) for word, gender in nouns(given.words, given)]
    print(f"{given.locale} {len(told):5} nouns  {_shares(told)}")


def proposed(path: Path, locale: str) -> dict[str, list[tuple[str, str]]]:
    """What is proposed for the rows of a glossary, each with what the row says itself."""
    terms, _ = read_glossary(path.read_bytes(), str(path))
    apertium = Apertium(Installation(), "en", locale, [term.target for term in terms])
    told: dict[str, list[tuple[str, str]]] = {"genders": [], "plurals": []}
    for term in terms:
        ours = in_its_numbers(term, apertium.suggest(term.target, term.kind))
        if term.gender and term.kind != "person":
            told["genders"].append((ours.gender, term.gender))
        plurals = [next((f.text for f in forms if f.label == "pl"), "") for forms in (ours.forms, term.forms)]
        if plurals[1]:
            told["plurals"].append((plurals[0], plurals[1]))
    return told


def _shares(told: Sequence[tuple[str, str]]) -> str:
    right = sum(ours == theirs for ours, theirs in told)
    said = sum(bool(ours) for ours, _ in told)
    return f"told {share(said, len(told))}  right {share(right, said)}"


def nouns(path: Path, given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The nouns of a list in one half, each with the gender that a dictionary gives it."""
    lines = path.read_text("utf-8", errors="replace").splitlines()
    words = sorted({line for line in lines if line.isalpha() and line.islower() and half(line) == given.half})
    for start in range(0, len(words), AT_ONCE):
        known = genders(words[start : start + AT_ONCE], Installation(), given.source, given.locale)
        yield from ((word, gender) for word, gender in known.items() if gender)


def half(word: str) -> str:
    """Which half a word belongs to."""
    return HALVES[hashlib.sha256(word.encode()).digest()[0] % 2]


def share(part: int, whole: int) -> str:
    """A share as it stands in a table."""
    return f"{part / whole:.3f}".removeprefix("0") if whole else "–"


if __name__ == "__main__":
    main()
