"""Gather the names of articles: which rows of capitalised words are one, and which of them are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from translate.core.mining.candidates import Mention, Passage
from translate.core.mining.facts import Facts
from translate.core.mining.parts import parts_of, span_of
from translate.core.mining.rows import MOST_WORDS, Row, rows_of, words_of
from translate.core.mining.titles import titles_in
from translate.core.mining.usage import Usage, usage_of
from translate.core.text.covering import covered
from translate.values import dataclass

Spans = Callable[[Passage], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The names of articles."""

    names: dict[str, list[Mention]]
    quoted: Counter[str]
    """How often a name stands between quotation marks of its own."""
    usage: Usage


def gather(passages: Sequence[Passage], facts: Facts, known: Spans) -> Gathered:
    """Find every mention of what could be a name.

    Args:
        passages: The texts of the articles.
        facts: What is known of their language.
        known: Where terms of the glossary stand in a passage.
    """
    words = [words_of(passage.text, facts) for passage in passages]
    each = [list(rows_of(passage.text, own, facts)) for passage, own in zip(passages, words, strict=True)]
    usage, rows = usage_of(zip(words, each, strict=True)), list(zip(passages, each, strict=True))
    names: dict[str, list[Mention]] = defaultdict(list)
    quoted: Counter[str] = Counter()
    for passage, own in rows:
        taken = [*known(passage)]
        titles = list(titles_in(passage.text, facts))
        quoted.update(passage.text[slice(*title)] for title in titles)
        for start, end in [*titles, *_told(passage, own, [*taken, *titles], usage, facts)]:
            names[passage.text[start:end]].append(Mention(passage, start, end))
    for passage, row in [(passage, row) for passage, own in rows for row in own if not row.told]:
        marks = covered(passage.text, known(passage))
        for start, end in _known_in(row, passage.text, names):
            if not all(marks[start:end]):
                names[passage.text[start:end]].append(Mention(passage, start, end))
    return Gathered(dict(names), quoted, usage)


def _told(
    passage: Passage,
    rows: Sequence[Row],
    taken: Iterable[tuple[int, int]],
    usage: Usage,
    facts: Facts,
) -> Iterator[tuple[int, int]]:
    """Where the names of a passage stand whose capitals tell something, but for those that are taken."""
    marks = covered(passage.text, taken)
    for row in rows:
        for part in parts_of(row, usage, facts) if row.told else ():
            start, end = span_of(part, passage.text)
            # A capital may be that of the sentence: what is left of “Follow ERR News” says nothing.
            begins = row.begins and part[0] is row.words[0] and any(marks[start:end])
            if not all(all(marks[word.start : word.end]) for word in part[begins:]):
                yield start, end


def _known_in(row: Row, text: str, names: dict[str, list[Mention]]) -> Iterator[tuple[int, int]]:
    """Where names that are known from elsewhere stand in a row whose capitals say nothing, the longest first."""
    place = 0
    while place < len(row.words):
        for end in range(min(len(row.words), place + MOST_WORDS), place, -1):
            start, stop = row.words[place].start, row.words[end - 1].end
            if text[start:stop] in names:
                yield start, stop
                place = end - 1
                break
        place += 1
