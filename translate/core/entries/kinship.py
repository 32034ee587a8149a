"""Where the paragraphs of an article went that is not there any more, or not whole: to an article of another name.

Texts are weighed by their words, so that the credits and the last lines that every article has say little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field

from translate.core.entries.past import Seen
from translate.core.entries.stamp import is_peoples
from translate.core.entries.template import Key
from translate.values import dataclass

HALF = 0.5
"""So many of its paragraphs must stand in an article …"""
WEIGHT = 0.25
"""… and so much of its words: half the paragraphs of a brief may be the lines that close every article."""
TOGETHER = 2
"""One paragraph alone may be a quotation."""
FEWEST = 12
"""Fewer words in common than these are chance."""


@dataclass(frozen=True, slots=True)
class Homes:
    """The articles to which PO files may belong that have none."""

    sure: Mapping[str, str] = field(default_factory=dict)
    """Where each is the only one that fits, for the other."""
    possible: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where several fit as well, the likest first."""


def homes(homeless: Mapping[str, Collection[Key]], articles: Mapping[str, Collection[Key]]) -> Homes:
    """Tell to which articles PO files belong that have none.

    Args:
        homeless: The live messages of PO files without an article.
        articles: The messages of articles.
    """
    standing: defaultdict[Key, list[str]] = defaultdict(list)
    for article, keys in articles.items():
        for key in keys:
            standing[key].append(article)
    fits = {catalog: _fits(keys, standing) for catalog, keys in homeless.items()}
    rivals: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for catalog, found in fits.items():
        for article, share in found.items():
            rivals[article].append((share, catalog))
    best = {article: _only_best(found) for article, found in rivals.items()}
    sure, possible = {}, {}
    for catalog, found in fits.items():
        home = _only_best([(share, article) for article, share in found.items()])
        if home is not None and best[home] == catalog and len({*homeless[catalog]} & {*articles[home]}) >= TOGETHER:
            sure[catalog] = home
        elif found:
            possible[catalog] = tuple(sorted(found, key=lambda article: (-found[article], article)))
    return Homes(sure, possible)


def _fits(keys: Collection[Key], standing: Mapping[Key, Sequence[str]]) -> dict[str, float]:
    """The articles in which half of the messages stand, and which part of all their words."""
    number = Counter(article for key in keys for article in standing.get(key, ()))
    words: Counter[str] = Counter()
    for key in keys:
        words.update(dict.fromkeys(standing.get(key, ()), _words(key)))
    whole = sum(map(_words, keys)) or 1
    shares = {article: words[article] / whole for article in number if number[article] >= HALF * len(keys)}
    return {article: share for article, share in shares.items() if share >= WEIGHT}


def _only_best(found: Sequence[tuple[float, str]]) -> str | None:
    best = max(found, default=None)
    return best[1] if best and [share for share, _ in found].count(best[0]) == 1 else None


def following(left: Iterable[Seen], messages: Collection[Key], *, withdrawn: bool) -> tuple[Seen, ...]:
    """What people wrote that follows its paragraphs into a new article.

    Args:
        left: The entries of a PO file that its own article does not have any more.
        messages: Those of an article that has no PO file yet.
        withdrawn: Whether it has no article at all: then one paragraph may be a quotation of what was withdrawn.

    Returns:
        The entries with a text or a comment of a person's, where enough of either stands in the other.
    """
    live = [seen for seen in left if not seen.entry.obsolete]
    there = [seen for seen in live if seen.entry.key in messages]
    common = sum(_words(seen.entry.key) for seen in there)
    smaller = min(sum(_words(seen.entry.key) for seen in live), sum(map(_words, messages)))
    if (withdrawn and len(there) < TOGETHER) or common < FEWEST or common < HALF * smaller:
        return ()
    return tuple(seen for seen in there if is_peoples(seen.entry) or seen.entry.comments)


def _words(key: Key) -> int:
    return len(key[1].split())
