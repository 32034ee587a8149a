"""Sentence pairs with the same inline tags on both sides, and what is right for a placed text.

The pairs are read from a file that is not part of this project; see README.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from translate.core.text.tags import Side, parted

WORD = re.compile(r"\w+(?:['’]\w+)*")
_STEM = 5
_ROUNDS = 5
_MOST_ALIKE = 5
"""Spans of one kind whose order is looked for; of more, the order counts."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """A sentence with tags, and its translation by a person with the same."""

    number: int
    """Its line in the file, from 1."""
    lang: str
    source: str
    """With tags by the short names that newsdesk gives them."""
    reference: str
    """Without tags."""
    spans: dict[str, tuple[Span, Span]]
    """For each pair of tags by its name where it stands in the source and in the reference, by characters."""
    points: dict[str, tuple[int, int]]
    unseen: bool
    draft: str

    @property
    def is_held(self) -> bool:
        """Whether it is of the half on which no number was chosen."""
        return hashlib.sha256(self.source.encode()).digest()[0] % 2 == 0


def read(path: Path, lang: str) -> list[Pair]:
    """The pairs of a language; the tags of one kind that stand in another order are matched by a table of words."""
    rows = [(number, json.loads(line)) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)]
    rows = [(number, row) for number, row in rows if row["lang"] == lang]
    table = _table([(row["source"], row["reference"]) for _, row in rows])
    return [_pair(number, row, table) for number, row in rows]


def _pair(number: int, row: dict, table: dict) -> Pair:
    spans: dict[str, tuple[Span, Span]] = {}
    points: dict[str, tuple[int, int]] = {}
    by_key = defaultdict(lambda: ([], []))
    for side, name in enumerate(("source_spans", "reference_spans")):
        for key, start, end in row[name]:
            by_key[key][side].append((start, end))
    numbers = iter(range(1, 10_000))
    named: list[tuple[str, str, Span]] = []
    for key, (here, there) in by_key.items():
        letters = re.sub(r"[^a-z]", "", key.split(".")[0].lower())[:8] or "x"
        letters = {"code": "tt", "x": "g", "h": "g"}.get(letters, letters)  # No names that stand for words.
        void = "!" in key
        for one, other in zip(here, _matched(row, here, there, table), strict=True):
            name = f"{letters}{next(numbers)}"
            named.append((name, "void" if void else "pair", one))
            if void:
                points[name] = one[0], other[0]
            else:
                spans[name] = one, other
    return Pair(
        number, row["lang"], _tagged(row["source"], named), row["reference"], spans, points,
        bool(row.get("unseen_by_sample_model")), row.get("draft", ""),
    )  # fmt: skip


def _matched(row: dict, here: Sequence[Span], there: Sequence[Span], table: dict) -> Sequence[Span]:
    if not 1 < len(here) <= _MOST_ALIKE:
        return there
    own = [_stems(row["source"][slice(*span)]) for span in here]
    others = [_stems(row["reference"][slice(*span)]) for span in there]

    def likely(order: Sequence[int]) -> float:
        return sum(_alike(own[n], others[m], table) for n, m in enumerate(order))

    best = max(permutations(range(len(there))), key=lambda order: (round(likely(order), 6), [-n for n in order]))
    return [there[number] for number in best]


def _alike(own: Sequence[str], others: Sequence[str], table: dict) -> float:
    if not own or not others:
        return 0.0
    return sum(max(table.get((one, other), 0.0) + (one == other) for one in own) for other in others) / len(others)


def _table(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Model 1 of Brown et al. 1993 on the stems of sentences and their translations."""
    sides = [(set(_stems(source)), set(_stems(target))) for source, target in pairs]
    table: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    for _ in range(_ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for own, others in sides:
            for other in others:
                whole = sum(table[one, other] for one in own) or 1.0
                for one in own:
                    share = table[one, other] / whole
                    counts[one, other] += share
                    totals[one] += share
        table = defaultdict(float, {(one, other): c / totals[one] for (one, other), c in counts.items()})
    return table


def _stems(text: str) -> list[str]:
    return [word.lower()[:_STEM] for word in WORD.findall(text)]


def _tagged(text: str, named: Sequence[tuple[str, str, Span]]) -> str:
    """A text with tags: outer ones around inner ones, points in the order of the file."""
    events: list[tuple[int, int, int, int, str]] = []
    for order, (name, kind, (start, end)) in enumerate(named):
        if kind == "void":
            events.append((start, 1, 0, order, f"<{name}/>"))
        else:
            events.append((start, 2, -end, order, f"<{name}>"))
            events.append((end, 0, -start, -order, f"</{name}>"))
    found, done = "", 0
    for at, _, _, _, tag in sorted(events):
        found += text[done:at] + tag
        done = at
    return found + text[done:]


@dataclass(frozen=True)
class Wanted:
    """What is right for the tags of a text."""

    text: str
    words: dict[str, frozenset[int]]
    """For each pair that is scored the words of the text, by number."""
    points: dict[str, int]
    """For each point that is scored how many words stand before it."""


def on_reference(pair: Pair) -> Wanted:
    """What is right on the reference: all pairs that are around a part of their sentence."""
    words = [word.span() for word in WORD.finditer(pair.reference)]
    return Wanted(
        pair.reference,
        {name: _words(words, there) for name, (here, there) in _partial(pair) if _words(words, there)},
        {name: _before(words, there) for name, (_, there) in _inner(pair)},
    )


def on_draft(pair: Pair, draft: str) -> Wanted:
    """What is right on a draft: pairs whose words in the reference stand in it once, by their stems."""
    stems = _stems(draft)
    count = Counter(stems)
    found = {}
    for name, (_, there) in _partial(pair):
        own = _stems(pair.reference[slice(*there)])
        if own and all(count[one] == 1 for one in own) and len({*own}) == len(own):
            found[name] = frozenset(stems.index(one) for one in own)
    return Wanted(draft, found, {})


def _partial(pair: Pair) -> Iterator[tuple[str, tuple[Span, Span]]]:
    words = [word.span() for word in WORD.finditer(parted(pair.source).plain)]
    for name, (here, there) in pair.spans.items():
        if 0 < len(_words(words, here)) < len(words):
            yield name, (here, there)


def _inner(pair: Pair) -> Iterator[tuple[str, tuple[int, int]]]:
    words = [word.span() for word in WORD.finditer(parted(pair.source).plain)]
    for name, (here, there) in pair.points.items():
        if 0 < _before(words, here) < len(words):
            yield name, (here, there)


def proportion(pair: Pair, text: str) -> tuple[dict[str, frozenset[int]], dict[str, int]]:
    """Where tags stand in a text in proportion to its words, as `placed` has it."""
    own = [word.span() for word in WORD.finditer(parted(pair.source).plain)]
    there = len(WORD.findall(text))
    spans = {}
    for name, (here, _) in pair.spans.items():
        if inside := sorted(_words(own, here)):
            begin = round(inside[0] * there / len(own))
            end = max(begin + 1, round((inside[-1] + 1) * there / len(own)))
            spans[name] = frozenset(range(begin, end))
    return spans, {name: round(_before(own, at) * there / len(own)) for name, (at, _) in pair.points.items()}


def placed(text: str) -> tuple[dict[str, frozenset[int]], dict[str, int]]:
    """Where the tags of a text stand, as `Wanted` has it."""
    told = parted(text)
    words = [word.span() for word in WORD.finditer(told.plain)]
    begins: dict[str, int] = {}
    spans: dict[str, frozenset[int]] = {}
    points: dict[str, int] = {}
    for place in told.places:
        if place.side is Side.OPEN:
            begins[place.name] = place.at
        elif place.side is Side.CLOSE:
            spans[place.name] = _words(words, (begins.get(place.name, place.at), place.at))
        else:
            points[place.name] = _before(words, place.at)
    return spans, points


def _words(words: Sequence[Span], span: Span) -> frozenset[int]:
    return frozenset(number for number, (start, end) in enumerate(words) if start < span[1] and span[0] < end)


def _before(words: Sequence[Span], at: int) -> int:
    return sum(end <= at for _, end in words)
