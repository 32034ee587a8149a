"""Tell what of a row of capitalised words is a name."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.mining.facts import Facts
from translate.core.mining.rows import PARTICLES, Row, Word, is_acronym, is_initial
from translate.core.mining.usage import Usage

_RARELY = 0.2
"""Of the places of a word, so few in small letters say nothing."""


def parts_of(row: Row, usage: Usage, facts: Facts) -> Iterator[tuple[Word, ...]]:
    """What is left of a row as names: without what stands before a name, and without what a sentence begins with.

    Args:
        row: Capitalised words side by side.
        usage: How the articles write words.
        facts: What is known of their language.
    """
    for number, piece in enumerate(_unlinked(row.words, usage, facts)):
        words = piece
        if number == 0 and row.begins:
            words = _without_start(words, usage, facts)
        while words and (words[0].key in facts.titles or not words[0].capital):
            words = words[1:]
        while words and not words[-1].capital:
            words = words[:-1]
        words = _without_role(words, usage, facts)
        if words and (len(words) > 1 or _says_something(words[0], facts)):
            yield words


def _unlinked(words: tuple[Word, ...], usage: Usage, facts: Facts) -> Iterator[tuple[Word, ...]]:
    """The words, in two parts where a name links to another: ``Collins`` and ``Maine``, but ``Bank of England``."""
    for place, word in enumerate(words):
        if word.key in facts.linking and not word.capital and place:
            before = words[:place]
            if usage.commonness(before[-1].key) or before[-1].text.isupper():
                continue
            yield before
            rest = words[place + 1 :]
            while rest and not rest[0].capital:
                rest = rest[1:]
            yield from _unlinked(rest, usage, facts)
            return
    if words:
        yield words


def _without_start(words: tuple[Word, ...], usage: Usage, facts: Facts) -> tuple[Word, ...]:
    """The words without a first one that has its capital from the sentence alone."""
    first = words[0]
    if _has_own_capital(first.text):
        return words
    common = first.key in facts.small or usage.commonness(first.key) > _RARELY
    if len(words) == 1:
        return () if common or not usage.capital[first.key] else words
    texts = tuple(word.text for word in words)
    # In “Viene de Tallinn” nothing says that the first word is a name.
    linked = not (words[1].capital or usage.capital[first.key] or words[1].key in facts.linking)
    if (common or linked) and texts not in usage.alone:
        return _without_start(words[1:], usage, facts) if words[1].key in facts.small else words[1:]
    if not usage.capital[first.key] and texts not in usage.alone and (texts[1:] in usage.alone or is_acronym(texts[1])):
        return words[1:]
    return words


def _without_role(words: tuple[Word, ...], usage: Usage, facts: Facts) -> tuple[Word, ...]:
    """The words without common ones before a name that stands without them elsewhere: ``President Karis``."""
    left = words
    for place in range(1, len(words)):
        before, rest = words[:place], words[place:]
        if not all(usage.commonness(word.key) or word.key in facts.small for word in before):
            break
        if tuple(word.text for word in rest) in usage.alone and not usage.commonness(rest[-1].key):
            left = rest
    return left


def _says_something(word: Word, facts: Facts) -> bool:
    """Whether a word alone may be a name."""
    if len(word.text) == 1 or word.key in facts.small or word.key in PARTICLES:
        return False
    return not facts.capital_nouns or _has_own_capital(word.text)


def _has_own_capital(word: str) -> bool:
    """Whether it has a capital that neither a sentence nor a headline gives it: ``NATO``, ``iPhone``, ``McLaren``."""
    return any(map(str.isupper, word[1:]))


def span_of(words: tuple[Word, ...], text: str) -> tuple[int, int]:
    """Where words stand; the last full stop of ``U.S.`` belongs to it."""
    start, end = words[0].start, words[-1].end
    short = len(words) > 1 and all(is_initial(word.text) for word in words)
    return start, end + (short and text[end : end + 1] == ".")
