"""Find phrases that a machine has written over and over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.repetition import WORDS, Parts, again, phrases, rows_again, said_again, stammers

_SYLLABLES = 7
"""In a row that say as much as four words."""


def check_loops(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``loop`` where four words in a row come again, and more often than any four of the source.

    So does one word that stands there three times in a row, as none does in the source.

    What follows at once upon itself goes round in circles. Farther on it may be that the source says something again
    as well in the same places, which takes four words in another language (“of Korea” is “de la Corée du”); five and
    more in a row take two of the source.
    """
    if (stammer := next(stammers(unit.target), None)) and not any(stammers(unit.source)):
        yield _finding(unit, stammer)
        return
    allowed = max((1, *Counter(phrase for phrase, _ in phrases(unit.source)).values()))
    echoes: tuple[frozenset[Parts], ...] = ()
    for phrase in again(unit.target):
        short = phrase.row == WORDS
        if phrase.times <= allowed and (short or phrase.at_once):
            continue
        if not phrase.at_once:
            if unit.language.syllables and phrase.row < _SYLLABLES:
                continue
            echoes = echoes or (
                rows_again(unit.source),
                said_again(unit.source, unit.source_language.function_words),
            )
            if phrase.echoes(echoes[short]):
                continue
        yield _finding(unit, phrase.span)
        return


def _finding(unit: Unit, span: tuple[int, int]) -> Finding:
    shown = unit.target[slice(*span)]
    message = f"“{shown}” stands here again, as where a machine goes round in circles; delete what is too much"
    return Finding("loop", Level.WARNING, message, span)
