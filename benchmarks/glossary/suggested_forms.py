"""Measure the forms that ``newsdesk glossary suggest-forms`` proposes for Estonian, and what drafts make of them.

    PYTHONPATH=. python benchmarks/glossary/suggested_forms.py ../shared/eval/terms/e1-mined.json --wrong

First the phrases of ``phrases.csv``, whose forms were written by hand before anything was declined. Then, for each set
that is named and there, the forms that its rows have, and what ``--like`` makes of each of its nouns by the forms of
each other one in the same half. With ``--package`` both tables are drafted with, by the ``measure.py`` that lies beside
the set, which tells how many forms are right in their places. Whoever changes how Estonian is declined looks at the
half ``design`` alone. Nothing of the sets is copied.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from false_flags import COLUMNS, HALVES, Share, half_of

from translate.core.terms.declension import decline, unlikeness
from translate.core.terms.glossary import Form

PHRASES = Path(__file__).with_name("phrases.csv")

Table = dict[str, list[str]]
"""The forms of a term by their labels."""


def table_of(cell: str) -> Table:
    """The forms of a cell, without those that have no label and the nominative, which the base form is."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for form in cell.split(";"):
        label, labelled, text = form.strip().partition("=")
        if labelled and label != "nom":
            table[label].append(text)
    return dict(table)


def suggested(newsdesk: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[list[dict[str, str]]]:
    """The forms that are proposed for each row when it has none: label and text of each."""
    written = io.StringIO()
    writer = csv.DictWriter(written, [name for name in COLUMNS if name != "forms"], extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([*newsdesk, "init", ".", "--locale", "et"], cwd=folder, check=True, capture_output=True)
        (folder / "glossaries/et.csv").write_text(written.getvalue(), "utf-8")
        command = [*newsdesk, "glossary", "suggest-forms", "--locale", "et", "--json"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(done.stderr)
    by_line = {one["line"]: one["forms"] for one in json.loads(done.stdout)["suggestions"]}
    return [by_line.get(line, []) for line in range(2, len(rows) + 2)]


def compare(known: Table, proposed: Table, labels: Iterable[str]) -> tuple[list[str], list[str], int]:
    """What is known and not proposed, what is proposed and not known, and how many are proposed, under some labels."""
    lacking, beyond, count = [], [], 0
    for label in labels:
        right, given = known.get(label, []), proposed.get(label, [])
        count += len(given)
        lacking += [f"{label}={text}" for text in right if text not in given]
        beyond += [f"{label}={text}" for text in given if text not in right]
    return lacking, beyond, count


def report(rows: Sequence[Mapping[str, str]], tables: Sequence[Table], *, all_labels: bool, wrong: bool) -> None:
    """Print how many known forms are proposed, how many proposals are known, and how many rows have no fault."""
    counts = {half: [0] * 6 for half in HALVES}
    for row, proposed in zip(rows, tables, strict=True):
        known, half = table_of(row["forms"]), half_of(row["source"])
        labels = {**known, **proposed} if all_labels else known
        lacking, beyond, given = compare(known, proposed, labels)
        asked = sum(map(len, known.values()))
        new = (asked - len(lacking), asked, given - len(beyond), given, not lacking and not beyond, 1)
        counts[half] = [old + more for old, more in zip(counts[half], new, strict=True)]
        if wrong and half == "design" and (lacking or beyond):
            print(f"  {row['target']} | lacking {lacking} | beyond {beyond}")
    for half, (found, asked, right, given, faultless, count) in counts.items():
        print(f"  {half}: known and proposed {Share(found, asked)}, proposed and known {Share(right, given)},")
        print(f"    rows without a fault {Share(faultless, count)}")


def report_likeness(rows: Sequence[Mapping[str, str]]) -> None:
    """Print how often a noun that is declined like another one is declined rightly, where that is unsure and not."""
    for half in HALVES:
        nouns = {row["target"]: table_of(row["forms"]) for row in rows if half_of(row["target"]) == half}
        forms = {
            noun: [Form(text, label) for label, texts in table.items() for text in texts]
            for noun, table in nouns.items()
            if " " not in noun
        }
        right = {"unsure": [0, 0], "not unsure": [0, 0]}
        for model, term in permutations(forms, 2):
            with contextlib.suppress(ValueError):
                declined = decline(term, model, forms[model])
                counted = right["unsure" if unlikeness(term, model, forms[model]) else "not unsure"]
                counted[0] += all(form.text in nouns[term].get(form.label, [form.text]) for form in declined)
                counted[1] += 1
        for told, (some, every) in right.items():
            print(f"  {half}, like another noun, {told}: right {Share(some, every)}")


def draft(path: Path, data: Any, tables: Sequence[Sequence[dict[str, str]]], newsdesk: str, package: Path) -> None:
    """Print what `measure.py` says of the set, and of the set with the proposed forms in place of its own."""
    cells = ["; ".join(f"{form['label']}={form['text']}" for form in forms) for forms in tables]
    rows = [{**row, "forms": cell} for row, cell in zip(data["glossary"], cells, strict=True)]
    with tempfile.TemporaryDirectory() as name:
        proposed = Path(name) / path.name
        proposed.write_text(json.dumps({**data, "glossary": rows}), "utf-8")
        measure = [sys.executable, path.with_name("measure.py")]
        for told, one in (("given", path), ("proposed", proposed)):
            print(f"  drafts with the {told} forms:", flush=True)
            subprocess.run([*measure, one, "--newsdesk", newsdesk, "--package", package], check=True)


def main() -> None:
    """Print the shares of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path, help="glossaries with forms, as JSON; they may not be here")
    parser.add_argument("--newsdesk", default=f"{sys.executable} -m translate", help="the command")
    parser.add_argument("--package", type=Path, help="an Argos package; drafts are then made and measured, too")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong in the half that may be looked at")
    wished = parser.parse_args()
    with PHRASES.open(encoding="utf-8", newline="") as file:
        phrases = [{**row, "source": row["target"]} for row in csv.DictReader(file)]
    print(f"{PHRASES.name}: {len(phrases)} phrases")
    proposals = suggested(wished.newsdesk.split(), phrases)
    report(phrases, list(map(tabled, proposals)), all_labels=False, wrong=wished.wrong)
    for path in wished.sets:
        if not path.is_file():
            print(f"skipped: there is no {path}")
            continue
        data = json.loads(path.read_text("utf-8"))
        print(f"{path.stem}: {len(data['glossary'])} rows")
        proposals = suggested(wished.newsdesk.split(), data["glossary"])
        report(data["glossary"], list(map(tabled, proposals)), all_labels=True, wrong=wished.wrong)
        report_likeness(data["glossary"])
        if wished.package:
            draft(path, data, proposals, wished.newsdesk, wished.package)


def tabled(forms: Sequence[dict[str, str]]) -> Table:
    """Proposed forms by their labels."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for form in forms:
        table[form["label"]].append(form["text"])
    return dict(table)


if __name__ == "__main__":
    main()
