"""Find the paragraphs of an old version that a changed paragraph of an article was made from.

Two texts are compared without their tags, as bags of words in which a word weighs more the fewer paragraphs have it, so
that the names and the small words that every paragraph shares say little. Where a paragraph stood between the unchanged
ones helps. The thresholds are those at which ``benchmarks/merging.py`` finds the fewest faults.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log

from translate import patterns
from translate.core.entries.template import Key
from translate.core.text.tags import plain
from translate.core.text.words import NUMBER, UNSPACED, WORD
from translate.values import dataclass

ALIKE = 0.5
"""How much of their weight two texts must have in common to be versions of one, wherever they stand."""
ALIKE_IN_PLACE = 0.4
"""The same, between the same unchanged neighbours."""
INSIDE = 0.7
"""How much of a text's weight must be in another, in the same place, for it to be a part of that one."""
PART = 4
"""The fewest words by which a text is known as a part of another."""
COMMON = 30
"""A word that more of the old texts have makes none of them a candidate, so that time stays linear; as many are
candidates for standing about as far down the article."""

# Numbers are one word; scripts that put no spaces between words are taken by the character.
_WORD = patterns.compile(f"{NUMBER}|{UNSPACED}|{WORD.pattern}")


def pair(before: Sequence[Key], after: Sequence[Key], retired: Sequence[Key] = ()) -> dict[Key, tuple[Key, ...]]:
    """Tell where the new paragraphs of an article come from.

    Args:
        before: The messages of the old version, in their order, each once.
        after: The messages of the new one, likewise. Those that are in both are unchanged, wherever they stand.
        retired: Messages of older versions, in neither. They must be alike without the help of a place.

    Returns:
        For each new message that has an origin, the old messages it was made from, in their order: several where
        paragraphs were joined. An old one that was split is the origin of several. Contexts agree, unless the texts
        are the same: then a paragraph has become a headline, say.
    """
    kept = set(before) & set(after)
    if len(kept) == len(after):
        return {}
    scale = _Scale((*before, *after, *retired))
    old, new = _places(before, kept), _places(after, kept)
    edits = _edits(old, new, scale)
    origins = defaultdict(list, {key: [origin] for key, origin in edits.items()})
    for key, origin in (*_joined(edits, old, new, scale), *_split(edits, old, new, scale)):
        origins[key].append(origin)
    left = {key: place for key, place in new.items() if key not in origins}
    for key, origin in _edits(dict.fromkeys(retired), left, scale).items():
        origins[key].append(origin)
    order = {key: at for at, key in enumerate((*before, *retired))}
    return {key: tuple(sorted(found, key=order.__getitem__)) for key, found in origins.items()}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph that is not in both versions stands."""

    above: Key | None
    """The last one before it that is."""
    below: Key | None
    """The first one behind it that is."""

    def is_like(self, other: _Place | None) -> bool:
        return other is not None and (self.above == other.above or self.below == other.below)


def _places(keys: Sequence[Key], kept: Collection[Key]) -> dict[Key, _Place]:
    above = _last(keys, kept)
    below = _last(keys[::-1], kept)[::-1]
    return {key: _Place(above[at], below[at]) for at, key in enumerate(keys) if key not in kept}


def _last(keys: Iterable[Key], kept: Collection[Key]) -> list[Key | None]:
    """For each message, the last of the kept ones before it."""
    found: list[Key | None] = [None]
    for key in keys:
        found.append(key if key in kept else found[-1])
    return found[:-1]


class _Scale:
    """Weighs texts, each word by how few of them have it."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.words = {key: Counter(_WORD.findall(plain(key[1]).casefold())) for key in keys}
        spread = Counter(word for words in self.words.values() for word in words)
        self._weights = {word: log(1 + len(self.words) / texts) for word, texts in spread.items()}

    def weight(self, words: Counter[str]) -> float:
        """What a bag of words weighs."""
        return sum(self._weights[word] * times for word, times in words.items())

    def likeness(self, one: Key, other: Key) -> float:
        """How much two texts have in common (Dice's coefficient), from 0 to 1."""
        both = self.weight(self.words[one]) + self.weight(self.words[other])
        return 2 * self.weight(self.words[one] & self.words[other]) / both if both else 0.0

    def share(self, part: Key, words: Counter[str]) -> float:
        """How much of a text is in a bag of words, from 0 to 1; nothing where the text is too short to say."""
        own = self.words[part]
        return self.weight(own & words) / self.weight(own) if own.total() >= PART else 0.0

    def kin(self, old: Iterable[Key], new: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
        """The new and old texts of one context that have a rare word in common, or stand about as far down."""
        before, after = list(old), list(new)
        having: defaultdict[str, list[Key]] = defaultdict(list)
        for key in before:
            for word in self.words[key]:
                having[word].append(key)
        for at, key in enumerate(after):
            depth = at * len(before) // len(after)
            level = before[max(0, depth - COMMON // 2) : depth + COMMON // 2]
            sharing = (having.get(word, []) for word in self.words[key])
            rare = (origin for found in sharing if len(found) <= COMMON for origin in found)
            yield from ((key, origin) for origin in dict.fromkeys((*level, *rare)) if origin[0] == key[0])


def _edits(old: Mapping[Key, _Place | None], new: Mapping[Key, _Place], scale: _Scale) -> dict[Key, Key]:
    """The new paragraphs that are a version of an old one, each of which has one version at most."""
    texts = {origin[1]: origin for origin in old}
    offers = [(2.0, key, texts[key[1]]) for key in new if key[1] in texts]  # Only what it is in the article changed.
    for key, origin in scale.kin(old, new):
        place, was = new[key], old[origin]
        likeness = scale.likeness(key, origin)
        near = place.is_like(was)
        inside = near and max(scale.share(key, scale.words[origin]), scale.share(origin, scale.words[key])) >= INSIDE
        if inside or likeness >= (ALIKE_IN_PLACE if near else ALIKE):
            offers.append((likeness + 0.1 * near, key, origin))  # Of two that are as alike, the one in the same place.
    found: dict[Key, Key] = {}
    taken = set()
    for _, key, origin in sorted(offers, key=_first, reverse=True):
        if key not in found and origin not in taken:
            found[key] = origin
            taken.add(origin)
    return found


def _joined(
    edits: Mapping[Key, Key], old: Mapping[Key, _Place], new: Mapping[Key, _Place], scale: _Scale
) -> Iterator[tuple[Key, Key]]:
    """The old paragraphs that are now a part of one that another was edited to."""
    rest = {key: scale.words[key] - scale.words[origin] for key, origin in edits.items()}
    taken = set(edits.values())
    offers = (
        (scale.share(origin, rest[key]), key, origin)
        for key, origin in scale.kin([origin for origin in old if origin not in taken], edits)
        if old[origin].is_like(new[key])
    )
    yield from {origin: (key, origin) for share, key, origin in sorted(offers, key=_first) if share >= INSIDE}.values()


def _split(
    edits: Mapping[Key, Key], old: Mapping[Key, _Place], new: Mapping[Key, _Place], scale: _Scale
) -> Iterator[tuple[Key, Key]]:
    """The new paragraphs that were a part of one that was edited to another."""
    rest = {origin: scale.words[origin] - scale.words[key] for key, origin in edits.items()}
    offers = (
        (scale.share(key, rest[origin]), key, origin)
        for key, origin in scale.kin(rest, [key for key in new if key not in edits])
        if old[origin].is_like(new[key])
    )
    yield from {key: (key, origin) for share, key, origin in sorted(offers, key=_first) if share >= INSIDE}.values()


def _first(offer: tuple[float, Key, Key]) -> float:
    return offer[0]
