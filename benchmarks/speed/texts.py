"""Articles that nobody wrote, of sentences no two of which are alike: to be drafted, timed and thrown away."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Article = tuple[tuple[str, ...], ...]
"""Paragraphs of sentences; the first one is the headline."""

HELD_OUT = Path(__file__).parents[2] / "tests/data/sample-model/heldout.en"
PLAIN = re.compile(r"[A-Z][a-z]+,?(?: [a-z]+,?){6,24}\.")
"""A sentence of which nothing is cut, protected or left out by anybody."""
LEAST = 8
"""Words of a sentence; on average it has 13."""


def sentences(seed: int = 1) -> Iterator[str]:
    """Sentences without end, always the same ones: each has the beginning of a held-out one and the end of another."""
    chance = random.Random(seed)  # noqa: S311  Not for secrets.
    known = [line.split() for line in HELD_OUT.read_text("utf-8").splitlines() if PLAIN.fullmatch(line)]
    told: set[str] = set()
    while True:
        first, last = chance.choice(known), chance.choice(known)
        made = first[: chance.randrange(3, len(first) - 1)] + last[chance.randrange(2, len(last) - 2) :]
        text = " ".join(made)
        if len(made) >= LEAST and text not in told:
            told.add(text)
            yield text


def articles(
    count: int,
    length: int,
    paragraph: int,
    *,
    repeated: float = 0,
    wanted: Callable[[str], bool] = lambda _text: True,
    seed: int = 1,
) -> Iterator[Article]:
    """So many articles, always the same ones.

    Args:
        count: How many.
        length: Sentences of each, its headline being one.
        paragraph: Sentences of each other paragraph.
        repeated: The share of sentences that an earlier article has, too.
        wanted: Which sentences may be taken.
        seed: Another one makes other sentences.
    """
    chance = random.Random(2)  # noqa: S311  Not for secrets.
    new = filter(wanted, sentences(seed))
    before: list[str] = []
    for _ in range(count):
        own = [chance.choice(before) if before and chance.random() < repeated else next(new) for _ in range(length)]
        if repeated:
            before += own
        yield cut(own, paragraph)


def cut(several: Sequence[str], paragraph: int) -> Article:
    """Make paragraphs of sentences."""
    starts = range(1, len(several), paragraph)
    return ((several[0],), *(tuple(several[at : at + paragraph]) for at in starts))


def words(some: Sequence[Article]) -> int:
    """How many words articles have."""
    return sum(len(text.split()) for article in some for paragraph in article for text in paragraph)


def written(article: Article) -> str:
    """An article as a file has it."""
    return "\n\n".join(" ".join(paragraph) for paragraph in article) + "\n"
