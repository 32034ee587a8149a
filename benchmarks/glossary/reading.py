"""Read changed drafts beside the plain ones without knowing which is which, and count the verdicts.

    python benchmarks/glossary/reading.py show [SET.json … lines] --half held-out --number 60 --seed 7
    python benchmarks/glossary/reading.py judge my.csv --seed 7 --write benchmarks/glossary/readings.csv

``show`` prints source and both drafts as A and B, in an order that the seed decides and nothing shows. Write down
``set,number,verdict`` with the verdicts A, B or equal for the better one. ``judge`` turns them into better, equal and
worse as the draft with the glossary is: no text is kept. Verdicts that are turned already are only counted.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from false_flags import Share
from sample import HERE
from sets import HALVES, HELD_OUT, sets
from terms import Pair, drafted, engines

READINGS = HERE / "readings.csv"
COLUMNS = ("set", "number", "verdict")

Place = tuple[str, int]
"""A set's name, and the number of a sentence in it, counted from 1."""


class Verdict(StrEnum):
    """How the draft with the glossary reads beside the plain one."""

    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"


def plain_is_first(place: Place, seed: int) -> bool:
    """Whether A is the plain draft of a sentence."""
    name, number = place
    return random.Random(f"{seed} {name} {number}").choice((True, False))  # noqa: S311 - the same order each time.


def turned(verdict: str, place: Place, seed: int | None) -> Verdict:
    """What a verdict says of the draft with the glossary.

    Raises:
        ValueError: It is none.
    """
    if verdict in {"A", "B"} and seed is not None:
        return Verdict.WORSE if (verdict == "A") == plain_is_first(place, seed) else Verdict.BETTER
    return Verdict(verdict)


def read_verdicts(path: Path, seed: int | None = None) -> dict[Place, Verdict]:
    """Read a file of verdicts.

    Args:
        path: A CSV file with the columns of `COLUMNS`.
        seed: That the drafts were shown with, where verdicts are A and B.

    Raises:
        ValueError: It is no such file; the error has the line.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path.name}: the first line must be {','.join(COLUMNS)}")
        verdicts: dict[Place, Verdict] = {}
        for row in rows:
            place = row["set"], int(row["number"])
            if place in verdicts:
                raise ValueError(f"{path.name} line {rows.line_num}: {place[0]} {place[1]} has a verdict already")
            try:
                verdicts[place] = turned(row["verdict"], place, seed)
            except ValueError:
                words = "better, equal or worse" if seed is None else "A, B or equal"
                message = f"{path.name} line {rows.line_num}: the verdict must be {words}, not “{row['verdict']}”"
                raise ValueError(message) from None
    return verdicts


def chosen(drafts: Mapping[Place, tuple[str, Pair]], number: int, seed: int) -> list[Place]:
    """Some changed drafts at random, in the order of their sets."""
    changed = [place for place, (_, pair) in drafts.items() if pair.changed]
    some = random.Random(seed).sample(changed, min(number, len(changed)))  # noqa: S311
    return sorted(some, key=changed.index)


def show(names: Sequence[str], half: str, number: int, seed: int) -> None:
    """Print what there is to read."""
    drafts: dict[Place, tuple[str, Pair]] = {}
    with engines() as known:
        for given in sets(names):
            if given.locale in known:
                texts = given.within(half)
                pairs = drafted(given, texts, known[given.locale])
                drafts |= {(given.name, given.number(t)): (t, pair) for t, pair in zip(texts, pairs, strict=True)}
    for place in chosen(drafts, number, seed):
        text, pair = drafts[place]
        both = (pair.plain, pair.enforced) if plain_is_first(place, seed) else (pair.enforced, pair.plain)
        print(f"{place[0]},{place[1]}\n   {text}\nA  {both[0]}\nB  {both[1]}\n")


def count(verdicts: Mapping[Place, Verdict]) -> None:
    """Print the share of each verdict, of each set and of all."""
    by_set: defaultdict[str, list[Verdict]] = defaultdict(list)
    for (name, _), verdict in verdicts.items():
        by_set[name].append(verdict)
    for name, some in (*by_set.items(), ("all", list(verdicts.values()))):
        print(name)
        for verdict in Verdict:
            print(f"  {verdict:8} {Share(some.count(verdict), len(some))}")


def write(verdicts: Mapping[Place, Verdict], path: Path) -> None:
    """Write turned verdicts."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows((COLUMNS, *((name, number, verdict) for (name, number), verdict in verdicts.items())))


def add_judging(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command that counts verdicts, whatever was read."""
    judging = commands.add_parser("judge", help="count verdicts")
    judging.add_argument("verdicts", type=Path)
    judging.add_argument("--seed", type=int, help="that they were shown with, where verdicts are A and B")
    judging.add_argument("--write", type=Path, help="write them down as better, equal and worse")


def judge(wished: argparse.Namespace) -> None:
    """Do what `add_judging` promises: count verdicts, and write them down."""
    try:
        verdicts = read_verdicts(wished.verdicts, wished.seed)
    except ValueError as error:
        sys.exit(str(error))
    count(verdicts)
    if wished.write:
        write(verdicts, wished.write)


def main() -> None:
    """Show drafts, or count verdicts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    showing = commands.add_parser("show", help="print drafts to read")
    showing.add_argument("sets", nargs="*", help="JSON files, which may not be here, and “lines”")
    showing.add_argument("--half", choices=HALVES, default=HELD_OUT)
    showing.add_argument("--number", type=int, default=60)
    showing.add_argument("--seed", type=int, required=True)
    add_judging(commands)
    wished = parser.parse_args()
    if wished.command == "show":
        show(wished.sets, wished.half, wished.number, wished.seed)
        return
    judge(wished)


if __name__ == "__main__":
    main()
