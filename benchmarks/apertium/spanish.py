"""Draft Spanish sets with their glossary and without it, to be read side by side, and count what can be counted.

    python benchmarks/apertium/spanish.py [own SET.json …] [--half design|held-out|all] [--suggested] [--show]

``own`` are ``sentences.csv`` and ``es.csv`` beside this file; without a set ``es-apertium`` of
``../shared/eval/terms`` is drafted, too, and skipped where it is not there. ``--suggested`` drafts with the genders
that newsdesk would suggest for rows without one. ``--show`` prints the sentences of a half with both drafts and the
lines of the glossary. Read ``design`` while working, and ``held-out`` at the end.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from agreement import Counts, by_half, drafted, figures
from news import COLUMNS
from pair import ENGLISH, INSTALLED, SPANISH, found
from shared import ALL, DESIGN, HALVES, HERE, SHARED, Drafted, draft_plain, glossary_of, half_of

from translate.apertium.morphology import genders
from translate.core.entries.termlines import term_lines
from translate.core.terms.glossary import Glossary
from translate.engines.apertium.engine import ApertiumEngine
from translate.termbases.csvfile import read_glossary

OWN = "own"
SUGGESTED = ", suggested genders"
NAMES = (OWN, str(SHARED / "terms/es-apertium.json"))


@dataclass(frozen=True, slots=True)
class SpanishSet:
    """Sentences and their glossary."""

    name: str
    texts: tuple[str, ...]
    glossary: Glossary

    def with_suggested(self) -> SpanishSet:
        """The same with the genders that the pair's own dictionary knows, in rows that have none."""
        lacking = [term.target for term in self.glossary.terms if not term.gender]
        known = genders(lacking, INSTALLED, ENGLISH, SPANISH)
        terms = tuple(replace(t, gender=t.gender or known.get(t.target, "")) for t in self.glossary.terms)
        return replace(self, name=f"{self.name}{SUGGESTED}", glossary=replace(self.glossary, terms=terms))


@dataclass(frozen=True, slots=True)
class Beside:
    """A set's drafts without its glossary and with it, and what was counted in the latter."""

    given: SpanishSet
    plain: tuple[Drafted, ...]
    enforced: tuple[Drafted, ...]
    counts: dict[str, Counts]

    @property
    def changed(self) -> int:
        """How many drafts the glossary changes."""
        return sum(one.text != other.text for one, other in zip(self.plain, self.enforced, strict=True))


def read_sets(names: Sequence[str]) -> Iterator[SpanishSet]:
    """The sets of these names; one that is not there is skipped with a word."""
    for name in names or NAMES:
        path = Path(name)
        if name == OWN:
            with (HERE / "sentences.csv").open(encoding="utf-8", newline="") as file:
                texts = tuple(row["sentence"] for row in csv.DictReader(file))
            yield SpanishSet(OWN, texts, _glossary((HERE / "es.csv").read_bytes(), "es.csv"))
        elif path.is_file():
            data = json.loads(path.read_text("utf-8"))
            yield SpanishSet(path.stem, tuple(dict.fromkeys(data["texts"])), _glossary(_as_csv(data["glossary"]), name))
        else:
            print(f"skipped: there is no {path}")


def _as_csv(rows: Sequence[dict[str, str]]) -> bytes:
    columns = dict.fromkeys((*COLUMNS, *(name for row in rows for name in row)))
    lines = (columns, *([row.get(name) or "" for name in columns] for row in rows))
    return "".join(";".join(f'"{cell}"' for cell in line) + "\n" for line in lines).encode()


def _glossary(data: bytes, path: str) -> Glossary:
    terms, errors = read_glossary(data, path)
    for error in errors:
        print(error, file=sys.stderr)
    return glossary_of(terms, SPANISH)


def beside(given: SpanishSet) -> Beside:
    """Draft a set in both ways, and count; where its rows have no gender, the suggested one is what agrees."""
    plain = draft_plain(given.texts, ApertiumEngine(), SPANISH)
    asked, enforced = drafted(given.texts, given.glossary)
    counts = by_half(given.texts, given.with_suggested().glossary, asked, enforced)
    return Beside(given, tuple(plain), tuple(enforced), counts)


def show(one: Beside, half: str) -> None:
    """Print the sentences of a half, each with both drafts and the lines of the glossary."""
    for number, (text, plain, enforced) in enumerate(zip(one.given.texts, one.plain, one.enforced, strict=True), 1):
        if half in {ALL, half_of(text)}:
            print(f"{one.given.name},{number}\n   {text}\n-  {plain.text}\n+  {enforced.text}")
            for line in term_lines(enforced.outcomes):
                print(f"   {line}")
            for fault in (what for what, its, _ in one.counts[ALL].wrong if its == text):
                print(f"!  {fault}")
            print()


def main() -> None:
    """Print what was counted, and the drafts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="“own” and JSON files, which may not be here")
    parser.add_argument("--half", choices=HALVES, default=DESIGN)
    parser.add_argument("--suggested", action="store_true", help="with suggested genders where rows have none")
    parser.add_argument("--show", action="store_true", help="print the drafts of that half")
    wished = parser.parse_args()
    if not found():
        return
    for given in read_sets(wished.sets):
        one = beside(given.with_suggested() if wished.suggested else given)
        if wished.show:
            show(one, wished.half)
        print(f"{one.given.name}, {wished.half}: {one.changed} drafts changed of {len(given.texts)} in both halves")
        for name, figure in figures(one.counts[wished.half]).items():
            print(f"  {name:26} {figure}")


if __name__ == "__main__":
    main()
