"""Read the sets that the measures are taken on, and tell which half a text is in.

A set has texts and a glossary, and mostly references or the case and number that each term should have. The sets of
``../shared/eval/terms`` are not in this repository, and nothing of them is copied. ``lines`` is: the sample package's
own 500 held-out lines with ``et.csv``.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from false_flags import COLUMNS
from sample import HERE, glossary_of, texts

from translate.core.terms.glossary import Glossary
from translate.termbases.csvfile import read_glossary

Row = dict[str, str]

SHARED = HERE.parents[2] / "shared/eval/terms"
"""Where the sets are that are not in this repository."""
NAMES = ("e1-mined", "e2-synonyms", "e3-names", "e4-challenge", "es-apertium")
LINES = "lines"
ALL, DESIGN, HELD_OUT = "all", "design", "held-out"
HALVES = (DESIGN, HELD_OUT, ALL)


def half_of(text: str) -> str:
    """Which half of its set a text is in; what was chosen by looking at texts was chosen on ``design``."""
    return HELD_OUT if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 else DESIGN


@dataclass(frozen=True, slots=True)
class TermSet:
    """Texts, their glossary, and what is known of how its terms should stand in their translations."""

    name: str
    rows: tuple[Row, ...]
    texts: tuple[str, ...]
    """Each once."""
    references: Mapping[str, str] = field(default_factory=dict)
    wanted: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """For a text and a term of it, the labels of the forms that are right; where it is empty, references tell."""
    usual: tuple[str, ...] = ()
    """The words by which the references render the terms, where the glossary demands others."""
    asks: bool = True
    """Whether every row asks for its term; bans and rows that are switched off do not."""
    any_capitals: bool = True
    """Whether a mention counts in any capitals; else as the glossary asks, so no “Icon” in the midst of a heading."""
    half: Callable[[str], str] = half_of

    @property
    def locale(self) -> str:
        """The locale of the glossary."""
        return "es" if self.name.startswith("es") else "et"

    @property
    def glossary(self) -> Glossary:
        """The rows as newsdesk reads them; it leaves out what cannot be used, and so is done here, with a word."""
        file = io.StringIO()
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(self.rows)
        terms, errors = read_glossary(file.getvalue().encode(), self.name)
        for error in errors:
            print(error, file=sys.stderr)
        return glossary_of(terms, self.locale)

    def within(self, half: str) -> tuple[str, ...]:
        """The texts of a half, in their order."""
        return tuple(text for text in self.texts if half in {ALL, self.half(text)})

    def number(self, text: str) -> int:
        """The place of a text, counted from 1, as verdicts name it."""
        return self.texts.index(text) + 1

    def shuffled(self) -> TermSet:
        """The same with each term's rendering given to another one: a glossary that is wrong."""
        targets = [{"target": row["target"], "forms": row.get("forms", "")} for row in self.rows]
        random.Random(4).shuffle(targets)  # noqa: S311 - a control must be the same each time.
        return replace(self, rows=tuple(row | target for row, target in zip(self.rows, targets, strict=True)))


def read_set(path: Path) -> TermSet:
    """Read a set from a JSON file, in whichever of the shapes that ``../shared/eval/terms`` has."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    rows = tuple({name: row.get(name) or "" for name in COLUMNS} for row in data["glossary"])
    if "pairs" in data:
        references = dict(data["pairs"])
        return TermSet(path.stem, rows, tuple(references), references)
    if "items" in data:
        references = {text: reference for text, reference, *_ in data["items"]}
        wanted = {(text, term): frozenset(labels) for text, _, term, _, (_, labels) in data["items"]}
        return TermSet(path.stem, rows, tuple(references), references, wanted, tuple(data["usual"].values()))
    if "gold" in data:
        wanted = {(text, term): frozenset(labels) for text, (term, _, labels) in data["gold"].items()}
        return TermSet(path.stem, rows, tuple(data["gold"]), wanted=wanted)
    return TermSet(path.stem, rows, tuple(dict.fromkeys(data["texts"])), asks=path.stem.startswith("es"))


def read_lines() -> TermSet:
    """The sample package's held-out lines with ``et.csv``: odd lines are ``design``, even ones ``held-out``."""
    with (HERE / "et.csv").open(encoding="utf-8", newline="") as file:
        rows = tuple({name: row.get(name) or "" for name in COLUMNS} for row in csv.DictReader(file))
    pairs = list(zip(*texts("all"), strict=True))
    first = {text: (DESIGN, HELD_OUT)[at % 2] for at, (text, _) in reversed(list(enumerate(pairs)))}
    once = tuple(dict.fromkeys(text for text, _ in pairs))
    return TermSet(LINES, rows, once, dict(pairs), any_capitals=False, half=first.__getitem__)


def sets(given: Sequence[str]) -> Iterator[TermSet]:
    """The sets of some files, and ``lines`` by its name; what is not there is skipped with a word.

    Args:
        given: Paths, or names of sets; all that are known, where there are none.
    """
    for name in given or (*NAMES, LINES):
        path = SHARED / f"{name}.json" if name in NAMES else Path(name)
        if name == LINES:
            yield read_lines()
        elif path.is_file():
            yield read_set(path)
        else:
            print(f"skipped: there is no {path}")
