"""Find what in a translation stands for what in its source, as far as that is to be seen without knowing a language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.core.text.words import NARROW_WORD

Span = tuple[int, int]
Pair = tuple[Span, Span]
"""Where something stands in the source, and where in the translation."""

_NAME = 3
"""Letters of a word with a capital that is no other word in another language."""


def words_of(text: str) -> tuple[Span, ...]:
    """Where the words of a text stand that no tag may part (`words.NARROW_WORD`)."""
    return tuple(word.span() for word in NARROW_WORD.finditer(text))


def sentence_pairs(sentences: Sequence[Span], translations: Sequence[str], text: str) -> tuple[Pair, ...]:
    """Where the sentences of a text stand in its translation.

    Args:
        sentences: Where they stand in the source.
        translations: What became of each.
        text: All of them together, which may be set otherwise: a mark or a space is another, letters and digits stay.

    Returns:
        One pair for each; none at all where that cannot be told.
    """
    numbers = [sum(map(str.isalnum, one)) for one in translations]
    letters = [place for place, letter in enumerate(text) if letter.isalnum()]
    if not all(numbers) or sum(numbers) != len(letters):
        return ()
    found: list[Pair] = []
    first = done = 0
    for sentence, number in zip(sentences, numbers, strict=True):
        start, end = letters[first], letters[first + number - 1] + 1
        while start > done and not text[start - 1].isspace():
            start -= 1
        first += number
        limit = letters[first] if first < len(letters) else len(text)
        while end < limit and not text[end].isspace():
            end += 1
        found.append((sentence, (start, end)))
        done = end
    return tuple(found)


def stretches(source: str, text: str, sentences: Sequence[Pair] = (), known: Sequence[Pair] = ()) -> tuple[Pair, ...]:
    """Part a text and its translation into stretches that stand for each other.

    Args:
        source: The text.
        text: Its translation.
        sentences: Where its sentences stand in both, in order.
        known: What else is known to stand for what, such as terms; none overlaps another in the source.

    Returns:
        Pairs in order, which leave nothing of either out. Beside what is known, names and numbers that stand once in
        both stand for each other. Where the order differs, most are kept. No stretch begins inside a word of the
        translation, and none that has words is without any there.
    """
    wholes = (*sentences,) or (((0, len(source)), (0, len(text))),)
    own, others = words_of(source), words_of(text)
    there = {place for span, _ in known for place in range(*span)}
    same = (pair for pair in _same_words(source, own, text, others) if pair[0][0] not in there)
    candidates = (
        pair for pair in sorted((*known, *same)) if _is_within(pair, wholes) and _parts_no_word(pair[1], others)
    )
    ends = {(0, 0), (len(source), len(text))}
    for here, place in (*wholes, *_in_order([*candidates])):
        ends |= {*zip(here, place, strict=True)}
    found: list[Pair] = []
    for (start, begin), (end, finish) in pairwise(sorted(ends)):
        pair = ((start, end), (begin, finish))
        if found and (_lacks_words(pair, own, others) or _lacks_words(found[-1], own, others)):
            before = found.pop()
            pair = ((before[0][0], end), (before[1][0], finish))
        found.append(pair)
    return tuple(found)


def _same_words(source: str, own: Sequence[Span], text: str, others: Sequence[Span]) -> Iterator[Pair]:
    """Names and numbers that stand once in both."""
    words, theirs = [source[slice(*span)] for span in own], [text[slice(*span)] for span in others]
    here, there = Counter(words), Counter(theirs)
    places = dict(zip(theirs, others, strict=True))
    for word, span in zip(words, own, strict=True):
        is_telling = word.isdecimal() or (len(word) >= _NAME and not word.islower())
        if is_telling and here[word] == there[word] == 1:
            yield span, places[word]


def _is_within(pair: Pair, wholes: Sequence[Pair]) -> bool:
    """Whether both stand in a sentence and its translation."""
    (start, end), (begin, finish) = pair
    number = bisect_right(wholes, start, key=lambda whole: whole[0][0]) - 1
    (first, last), (since, until) = wholes[max(number, 0)]
    return first <= start < end <= last and since <= begin < finish <= until


def _parts_no_word(span: Span, words: Sequence[Span]) -> bool:
    """Whether no end of a span is inside a word."""
    numbers = (bisect_left(words, (end,)) - 1 for end in span)
    return all(number < 0 or words[number][1] <= end for number, end in zip(numbers, span, strict=True))


def _in_order(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The most pairs whose order is the same on both sides, of some in the order of the source."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, (_, end)) in enumerate(pairs):
        place = bisect_left(ends, end)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [end]
        last[place : place + 1] = [number]
    found: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    done = (0, 0)
    for pair in reversed(found):
        if pair[0][0] >= done[0] and pair[1][0] >= done[1]:
            done = (pair[0][1], pair[1][1])
            yield pair


def _lacks_words(pair: Pair, own: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether there are words in the source, and none in the translation."""
    here, there = (
        bisect_left(words, (end,)) - bisect_left(words, (start,))
        for words, (start, end) in zip((own, others), pair, strict=True)
    )
    return bool(here) and not there
