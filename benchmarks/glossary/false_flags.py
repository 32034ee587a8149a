"""Measure how often professional translations are told that a term is missing which stands in them.

    PYTHONPATH=. python benchmarks/glossary/false_flags.py ../shared/eval/terms/e1-mined.json --wrong

Every pair of the set is entered as approved in a project of its own, with the set's glossary, and ``newsdesk check`` is
run there. An error ``term-missing`` is false where accepted forms stand in the text as often as the source has the
term, with any capitals and inside words, too. Then all that stands there is cut out, and ``newsdesk check`` has to tell
each of these terms. Whoever changes a rule looks at the half ``design`` alone; which half a pair is in, a hash of its
source says. Nothing of the set is copied.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib

COLUMNS = ("source", "target", "action", "kind", "match", "variants", "forms")
HALVES = ("design", "held out")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the 95 % interval of Wilson."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """From 0 to 1; nought where there is nothing."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Between which two values it is."""
        if not self.whole:
            return 0.0, 1.0
        n, share, z = self.whole, self.value, 1.96
        middle, room = share + z * z / 2 / n, z * math.sqrt(share * (1 - share) / n + (z / 2 / n) ** 2)
        low, high = ((middle + sign * room) / (1 + z * z / n) for sign in (-1, 1))
        return max(low, 0.0), high

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] ({self.part} of {self.whole})" if self.whole else "–"


@dataclass(slots=True)
class Counted:
    """What was found in one half."""

    texts: int = 0
    findings: int = 0
    false: list[tuple[str, str]] = field(default_factory=list)
    """Terms that are told and stand there, each with the text."""
    wrong_texts: set[str] = field(default_factory=set)
    cut: int = 0
    untold: list[tuple[str, str]] = field(default_factory=list)
    """Terms that do not stand there and are not told."""


def half_of(source: str) -> str:
    """Which half of the set a pair is in."""
    return HALVES[hashlib.sha256(source.encode()).digest()[0] % 2]


def names(row: dict[str, str]) -> list[str]:
    """All that a row's source is called."""
    return [row["source"], *(name.strip() for name in row["variants"].split(";") if name.strip())]


def forms(row: dict[str, str]) -> list[str]:
    """A row's accepted forms."""
    return [row["target"], *(cell.rpartition("=")[2].strip() for cell in row["forms"].split(";") if cell.strip())]


def any_of(words: Sequence[str]) -> str:
    """A pattern of any of them, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(set(words), key=len, reverse=True)))})"


def mentions(rows: Sequence[dict[str, str]], text: str) -> dict[str, int]:
    """How often a source has each term, without those within a longer one."""
    spans = sorted(
        ((m.start(), m.end(), row["source"]) for row in rows for m in
         re.finditer(rf"(?<!\w){any_of(names(row))}(?!\w)", text, re.IGNORECASE)),
        key=lambda span: (span[0] - span[1], span[0]),
    )  # fmt: skip
    taken: list[tuple[int, int]] = []
    counted: dict[str, int] = {}
    for start, end, source in spans:
        if all(end <= other[0] or other[1] <= start for other in taken):
            taken.append((start, end))
            counted[source] = counted.get(source, 0) + 1
    return counted


def check(newsdesk: Sequence[str], rows: Sequence[dict[str, str]], pairs: Sequence[tuple[str, str]]) -> set[Any]:
    """What ``newsdesk check`` tells of these pairs: source, term, level and rule of each finding about a term."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([*newsdesk, "init", ".", "--locale", "et"], cwd=folder, check=True, capture_output=True)
        for old in (*folder.glob("glossaries/*.csv"), *folder.glob("articles/*")):
            old.unlink()
        with (folder / "glossaries/et.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        catalog = polib.POFile()
        catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "et"}
        catalog.extend(polib.POEntry(msgid=source, msgstr=target) for source, target in pairs if target.strip())
        path = folder / "locales/et/LC_MESSAGES/measured.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog.save(str(path))
        done = subprocess.run(
            [*newsdesk, "check", "--json", str(path)], cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode > 1:
            sys.exit(done.stderr)
        findings = [found for one in json.loads(done.stdout)["catalogs"] for found in one["findings"]]
        return {(f["msgid"], f["term"], f["level"], f["rule"]) for f in findings if f["term"]}


def measure(
    newsdesk: Sequence[str], rows: Sequence[dict[str, str]], pairs: Sequence[tuple[str, str]]
) -> dict[str, Counted]:
    """Count what is told wrongly, and what is not told, in each half."""
    inside = {row["source"]: re.compile(rf"\w*{any_of(forms(row))}\w*", re.IGNORECASE) for row in rows}
    last = {
        row["source"]: re.compile(rf"(?<!\w)(?:\w*[^\W\d_]{{3}}-?)?{any_of(forms(row))}(?!\w)", re.IGNORECASE)
        for row in rows
    }
    told = check(newsdesk, rows, pairs)
    asked = {source: mentions(rows, source) for source, _ in pairs}
    counts = {half: Counted() for half in HALVES}
    cut: list[tuple[str, str]] = []
    for source, target in pairs:
        counted = counts[half_of(source)]
        counted.texts += 1
        without = target
        for term, times in asked[source].items():
            if (source, term, "error", "term-missing") in told:
                counted.findings += 1
                standing = max(len(last[term].findall(target)), len(inside[term].findall(target)))
                if standing >= times:
                    counted.false.append((term, target))
                    counted.wrong_texts.add(source)
            if last[term].search(target):
                without = last[term].sub(" ", without)
        cut.append((source, " ".join(without.split()) or "–"))
    told = check(newsdesk, rows, cut)
    for (source, target), (_, without) in zip(pairs, cut, strict=True):
        counted = counts[half_of(source)]
        for term in asked[source]:
            if last[term].search(target):
                counted.cut += 1
                if not any((source, term, level, rule) in told for level, rule in SAID):
                    counted.untold.append((term, without))
    return counts


SAID = (("error", "term-missing"), ("info", "term-in-compound"))


@dataclass(frozen=True, slots=True)
class Wished:
    """What the command line asks for."""

    newsdesk: list[str]
    rows: list[dict[str, str]]
    pairs: list[tuple[str, str]]
    wrong: bool
    """Whether to show what is wrong."""


def wished(doc: str | None) -> Wished | None:
    """What the command line asks for, with the set that it names; None, which is told, where there is no such file."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path, help="pairs with their glossary, as JSON; there may be no such file here")
    parser.add_argument("--newsdesk", default=f"{sys.executable} -m translate", help="the command")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong in the half that may be looked at")
    asked = parser.parse_args()
    if not asked.set.is_file():
        print(f"skipped: there is no {asked.set}")
        return None
    data = json.loads(asked.set.read_text("utf-8"))
    pairs = [(source, target) for source, target in data["pairs"]]
    return Wished(asked.newsdesk.split(), data["glossary"], pairs, asked.wrong)


def main() -> None:
    """Print the shares of both halves."""
    asked = wished(__doc__)
    if asked is None:
        return
    counts = measure(asked.newsdesk, asked.rows, asked.pairs)
    for half, counted in counts.items():
        print(f"{half}: {counted.texts} texts, {counted.findings} terms told as missing")
        print(f"  texts with a false one  {Share(len(counted.wrong_texts), counted.texts)}")
        print(f"  false ones among them   {Share(len(counted.false), counted.findings)}")
        print(f"  cut out and told        {Share(counted.cut - len(counted.untold), counted.cut)}")
    if asked.wrong:
        for term, text in (*counts["design"].false, *counts["design"].untold):
            print(f"  {term} | {text}")


if __name__ == "__main__":
    main()
