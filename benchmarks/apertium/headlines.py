"""Count the last words that are lost where a headline or a credit ends without a stop.

    python benchmarks/apertium/headlines.py [--number 5000] [--seed 1] [--differing]

Headlines and credits are made by a small grammar of common words, many of them with an end that begins a longer entry
of Apertium's dictionary: “the night” begins “the night before”. newsdesk drafts them, and so does Apertium's own
command; a last word is lost where newsdesk's draft is the command's without its end.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass

from pair import SPANISH, command, found
from shared import Share, draft_plain

from translate.engines.apertium.engine import ApertiumEngine

PEOPLE = ("John Smith", "Mary Brown", "David Miller", "Anna Clark", "Peter Hill", "Mr Jones", "Mrs Green", "Dr White")
PLACES = ("London", "Madrid", "Paris", "Moscow", "Berlin", "Rome", "the north", "the city", "the port", "Europe")
BODIES = ("government", "minister", "police", "court", "company", "team", "parliament", "hospital", "union", "school")
THINGS = ("plan", "law", "report", "house", "train", "game", "book", "river", "bridge", "price", "film", "ship", "tax")
KINDS = ("new", "old", "big", "small", "last", "first", "long", "expensive", "public", "strong", "difficult", "red")
DOES = (
    "opens",
    "closes",
    "wants",
    "sells",
    "finds",
    "loses",
    "buys",
    "rejects",
    "approves",
    "needs",
    "sees",
    "defends",
)
DONE = ("opened", "closed", "sold", "found", "lost", "rejected", "approved", "destroyed", "repaired", "forgotten")
ENDS = (
    "the night", "the day", "the best of the", "the way", "the end of the", "the rest of the", "the year", "the more",
    "no", "Mr", "Mrs", "according", "in front", "on behalf", "as well", "because", "instead", "due", "out", "in order",
    "as soon", "up to", "so far", "at least", "at the same", "in the middle of the", "no one", "more than",
    "each other", "a few", "a lot", "in spite", "the same", "one another", "even", "next", "the week", "as long",
)  # fmt: skip
"""Each begins a longer entry, or may."""
CONTRACTED = {"de": ("del",), "a": ("al",)}
ROLES = ("Editor", "Source", "Photo", "Author", "Translation", "Camera", "Producer", "Text", "Interview", "Report")
WHEN = ("on Monday", "in May", "again", "today", "next week", "at night", "for the first time", "in the morning")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline or credit, and both drafts of it."""

    text: str
    command: str
    draft: str

    @property
    def lost(self) -> bool:
        """Whether the draft is the command's without its end: “de” of “del”, “el” of “la noche”."""
        ours, its = self.draft.casefold().split(), self.command.casefold().split()
        if not ours or ours[:-1] != its[: len(ours) - 1] or ours == its:
            return not ours
        contracted = len(ours) == len(its) and its[-1] in CONTRACTED.get(ours[-1], ())
        return contracted or (len(ours) < len(its) and ours[-1] != its[-1])

    @property
    def differs(self) -> bool:
        """Whether they differ in more than the number of spaces."""
        return self.draft.split() != self.command.split()


def headlines(number: int, seed: int) -> list[str]:
    """Some of them, each once."""
    rng = random.Random(seed)  # noqa: S311 - a measure must be the same each time.
    found: dict[str, None] = {}
    while len(found) < number:
        found[_headline(rng)] = None
    return list(found)


def _headline(rng: random.Random) -> str:
    any_of = rng.choice

    def thing() -> str:
        return f"{any_of(('the', 'a', 'its', 'this', ''))} {any_of((*KINDS, '', ''))} {any_of(THINGS)}"

    def body() -> str:
        return any_of((f"{any_of(KINDS)} {any_of(BODIES)}", any_of(BODIES), any_of(PLACES), any_of(PEOPLE)))

    made = any_of((
        lambda: f"{body()} {any_of(DOES)} {thing()}",
        lambda: f"{body()} {any_of(DOES)} {thing()} {any_of(WHEN)}",
        lambda: f"{any_of(THINGS)} in {any_of(PLACES)} {any_of(DONE)}",
        lambda: f"{any_of(THINGS)} {any_of(DONE)} by {body()}",
        lambda: f"{body()} {any_of(DOES)} {thing()} {any_of(ENDS)}",
        lambda: f"{thing()} of {any_of(ENDS)}",
        lambda: f"{any_of(THINGS)} and {any_of(THINGS)} {any_of(ENDS)}",
        lambda: f"{any_of(PEOPLE)}: {thing()} is {any_of(KINDS)} {any_of(('', any_of(ENDS)))}",
        lambda: f"{any_of(ROLES)}: {any_of(PEOPLE)}",
        lambda: f"{any_of(ROLES)}: {any_of(PEOPLE)}, {any_of(PLACES)}",
        lambda: f"why {body()} {any_of(DOES)} {thing()}?",
    ))()  # fmt: skip
    text = " ".join(made.split())
    return text[:1].upper() + text[1:]


def drafted(texts: Sequence[str]) -> list[Headline]:
    """Both drafts of each."""
    drafts = (one.text for one in draft_plain(texts, ApertiumEngine(), SPANISH))
    return [Headline(*three) for three in zip(texts, command(texts), drafts, strict=True)]


def main() -> None:
    """Print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--differing", action="store_true", help="print those that differ, the command's draft first")
    wished = parser.parse_args()
    if not found():
        return
    several = drafted(headlines(wished.number, wished.seed))
    print(f"last words lost  {Share(sum(one.lost for one in several), len(several))}")
    print(f"differing        {Share(sum(one.differs for one in several), len(several))}")
    if wished.differing:
        for one in several:
            if one.differs:
                print(f"{'LOST ' * one.lost}{one.text}\n   {one.command}\n   {one.draft}")


if __name__ == "__main__":
    main()
