"""What the drafts of articles have in the places of their names: the same letters, others, or several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from translate.core.mining.candidates import Candidate, Passage, Rendering
from translate.core.mining.facts import Facts
from translate.core.mining.rows import rows_of, words_of
from translate.core.text.spelling import fold, normalise
from translate.core.text.words import TIED_WORD
from translate.values import dataclass

_LONGEST_ENDING = 5
"""Letters of an ending, at most, behind a name that stayed."""
_SHORT = 3
"""A word of so few letters has its ending behind a hyphen or an apostrophe."""
_SURELY = 0.5
"""Of the drafts that have some capitalised words, so many must be those of a name, if these are to be its rendering."""
_TWICE = 2
"""Drafts that must have the same words before anybody can take them for a rendering."""
_OFTEN = 0.2
"""The share of a name's drafts that must have them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the drafts in one locale have for a name."""

    commonest: tuple[Rendering, ...]
    """Each with how often it is there; forms that differ in an ending only are counted with the commonest of them."""
    changed: int
    """How many drafts have not what most of them, or the source, should let expect: see `rendered`."""
    drafts: int


class Drafts:
    """The drafts of all passages in one locale.

    Args:
        locale: The locale.
        passages: The texts of the articles.
        same_script: Whether its language is written in the letters of the source.
    """

    def __init__(self, locale: str, passages: Iterable[Passage], *, same_script: bool) -> None:
        self.locale = locale
        self._same_script = same_script
        drafts = dict.fromkeys(draft for passage in passages if (draft := passage.drafts.get(locale)))
        read = {draft: list(_rows(draft)) for draft in drafts}
        names = {row for rows in read.values() for row, told in rows if told}
        self._rows = {draft: frozenset(row for row, _ in rows if row in names) for draft, rows in read.items()}
        self._anywhere = Counter(row for rows in self._rows.values() for row in rows)

    def rendered(self, name: Candidate) -> Rendered:
        """What they have for a name.

        A draft counts as changed where it has not the letters of the source; in a script of its own, where it has
        something else than most drafts.
        """
        sources: dict[tuple[str, str], str] = {}
        for one in name.mentions:
            if draft := one.passage.drafts.get(self.locale):
                sources[one.text, draft] = one.passage.text
        kept = {pair for pair in sources if _kept(*pair)}
        left = [pair for pair in sources if pair not in kept]
        counted = Counter(row for _, draft in left for row in self._rows[draft])
        likely = self._likely(counted, len(left))
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for (text, draft), source in sources.items():
            own = [row for row in likely if row in self._rows[draft] and not _kept(row, source)]
            found[text].update([text] if (text, draft) in kept else own[:1])
        grouped = [_grouped(each) for each in found.values()]
        every = sum(grouped, Counter[str]())
        several = sum(each.total() - max(each.values(), default=0) for each in grouped)
        commonest = tuple(Rendering(self.locale, text, times) for text, times in every.most_common())
        return Rendered(commonest, len(left) if self._same_script else several, len(sources))

    def _likely(self, counted: Counter[str], drafts: int) -> list[str]:
        """Which capitalised words are likely a name's, the likeliest first: they are there with it, and seldom else.

        Args:
            counted: How often each is in the drafts that have not the name itself.
            drafts: How many drafts that are.
        """
        least = max(_TWICE, _OFTEN * drafts)
        shares = {row: times / self._anywhere[row] for row, times in counted.items() if times >= least}
        likely = [row for row, share in shares.items() if share >= _SURELY]
        return sorted(likely, key=lambda row: (-shares[row], -counted[row], len(row), row))


def _rows(draft: str) -> Iterator[tuple[str, bool]]:
    """The capitalised words of a draft, and whether that says anything of them: the first of a sentence may be any."""
    for row in rows_of(draft, words_of(draft, Facts()), Facts()):
        for words in (row.words, row.words[1:]) if row.begins else (row.words,):
            if words:
                yield draft[words[0].start : words[-1].end], not row.begins or words is not row.words or len(words) > 1


def _kept(name: str, text: str) -> bool:
    """Whether a text has each word of a name, with an ending or without."""
    there = _words(text)
    return all(any(_is_form(word, other) for other in there) for word in _words(name))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[0] for match in TIED_WORD.finditer(fold(normalise(text).text))))


def _is_form(word: str, other: str) -> bool:
    if not other.startswith(word):
        return word in other.split("-")
    ending = other[len(word) :]
    return not ending or ending[0] in "-'" or (len(word) > _SHORT and len(ending) <= _LONGEST_ENDING)


def _grouped(found: Mapping[str, int]) -> Counter[str]:
    """Renderings with how often they are there, those of one stem together."""
    grouped: Counter[str] = Counter()
    for text, times in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        same = next((known for known in grouped if _same_stem(known, text)), text)
        grouped[same] += times
    return grouped


def _same_stem(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    return len(first) == len(second) and all(map(_alike, first, second))


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    stem = len(short) - 1 if len(short) > _SHORT else len(short)
    return long.startswith(short[:stem]) and len(long) - stem <= _LONGEST_ENDING
