"""Compare drafts without a glossary with what Apertium's own command makes of the same news, and read what differs.

    python benchmarks/apertium/plain.py count [--changed]
    python benchmarks/apertium/plain.py show --number 60 --seed 7 [--half design|held-out|all]
    python benchmarks/apertium/plain.py judge my.csv --seed 7 --write benchmarks/apertium/readings.csv

The command is ``apertium -u eng-spa``, each sentence as a text by itself, in the format ``txt``. Where it leaves two
spaces and newsdesk one, this is counted apart and not shown. ``show`` prints source and both drafts as A and B, in an
order that the seed decides and nothing shows. Write down ``set,number,verdict`` with the verdicts A, B or equal for the
better one. ``judge`` turns them into better, equal and worse as newsdesk's draft is: no text is kept. Verdicts that are
turned already are only counted.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from news import sentences
from pair import SPANISH, command, found
from shared import (
    ALL,
    HALVES,
    HELD_OUT,
    HERE,
    Place,
    Share,
    add_judging,
    draft_plain,
    half_of,
    judge,
    plain_is_first,
)

from translate.engines.apertium.engine import ApertiumEngine

READINGS = HERE / "readings.csv"
NAME = "news"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text, what the command makes of it, and newsdesk's draft."""

    text: str
    command: str
    draft: str

    @property
    def changed(self) -> bool:
        """Whether they differ in more than the number of spaces."""
        return self.command.split() != self.draft.split()

    @property
    def in_spaces(self) -> bool:
        """Whether they differ in nothing else."""
        return self.command != self.draft and not self.changed


def pairs(texts: Sequence[str]) -> list[Pair]:
    """Both drafts of some texts."""
    drafts = (one.text for one in draft_plain(texts, ApertiumEngine(), SPANISH))
    return [Pair(*three) for three in zip(texts, command(texts), drafts, strict=True)]


def changed(known: Mapping[Place, Pair], half: str) -> dict[Place, Pair]:
    """Those of a half that differ."""
    return {place: pair for place, pair in known.items() if pair.changed and half in {ALL, half_of(pair.text)}}


def show(differing: Mapping[Place, Pair], number: int, seed: int) -> None:
    """Print some of them to read, in random order."""
    order = random.Random(seed).sample(list(differing), min(number, len(differing)))  # noqa: S311 - the same each time.
    for place in order:
        pair = differing[place]
        plain = " ".join(pair.command.split())  # Two spaces would tell which is which.
        both = (plain, pair.draft) if plain_is_first(place, seed) else (pair.draft, plain)
        print(f"{place[0]},{place[1]}\n   {pair.text}\nA  {both[0]}\nB  {both[1]}\n")


def tell(known: Mapping[Place, Pair]) -> None:
    """Print how many differ in each half."""
    for half in HALVES:
        some = [pair for pair in known.values() if half in {ALL, half_of(pair.text)}]
        print(half)
        print(f"  equal            {Share(sum(pair.command == pair.draft for pair in some), len(some))}")
        print(f"  other spaces     {Share(sum(pair.in_spaces for pair in some), len(some))}")
        print(f"  changed          {Share(sum(pair.changed for pair in some), len(some))}")


def main() -> None:
    """Count, show drafts, or count verdicts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    counting = commands.add_parser("count", help="how many drafts differ")
    counting.add_argument("--changed", action="store_true", help="print them, the command's first")
    showing = commands.add_parser("show", help="print drafts to read without knowing which is which")
    showing.add_argument("--number", type=int, default=60)
    showing.add_argument("--seed", type=int, required=True)
    showing.add_argument("--half", choices=HALVES, default=HELD_OUT)
    add_judging(commands)
    wished = parser.parse_args()
    if wished.command == "judge":
        judge(wished)
        return
    texts = sentences()
    if not texts or not found():
        return
    known: dict[Place, Pair] = {(NAME, number): pair for number, pair in enumerate(pairs(texts), 1)}
    if wished.command == "show":
        show(changed(known, wished.half), wished.number, wished.seed)
        return
    tell(known)
    if wished.changed:
        for (_, number), pair in changed(known, ALL).items():
            print(f"{number}\n   {pair.text}\n   {pair.command}\n   {pair.draft}")


if __name__ == "__main__":
    main()
