"""Find texts, or parts of them, that nobody has translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.checks.markup import TAG
from translate.core.terms.glossary import Action
from translate.core.text.identifiers import spans
from translate.core.text.prose import is_prose
from translate.core.text.words import READING_WORD

_QUOTED = re.compile(r"[“”„«\"][^“”„«»\"]{1,80}[”“»\"]")


def check_copies(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``untranslated`` where the translation is the source, letter by letter.

    Names, titles, credits and other short texts may be their own translations: there have to be three words in small
    letters, not counting the terms that stay as they are.
    """
    if unit.source_language.code == unit.language.code or unit.context == "credit":
        return
    if " ".join(unit.source.split()).lower() != " ".join(unit.target.split()).lower():
        return
    kept = [(match.start, match.end) for match in unit.matches if _stays(match.term.action)]
    kept += spans(unit.source)
    if is_prose(word[0] for word in READING_WORD.finditer(unit.source) if not _within(word, kept)):
        yield Finding("untranslated", Level.WARNING, "this is the source text; translate it")


def check_source_words(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``source-words`` for each stretch of words that stayed as they were in the source.

    A stretch is found by its function words in small letters. Between quotation marks, in an
    accepted form of a term, and between two capitals (``Lord of the Rings``) they belong to a name.
    """
    if unit.source_language.code == unit.language.code or unit.source == unit.target:
        return
    known = set(unit.source_language.function_words) - set(unit.language.shared_words)
    source = {word[0] for word in READING_WORD.finditer(unit.source)}
    if known.isdisjoint(source):
        return
    kept = [(found.start, found.end) for r in unit.verification.renderings if (found := r.found)]
    kept += [*spans(unit.target), *(m.span() for m in TAG.finditer(unit.target))]
    kept += [m.span() for m in _QUOTED.finditer(unit.target)]
    words = list(READING_WORD.finditer(unit.target))
    end = -1
    for place, word in enumerate(words):
        if place <= end or word[0] not in known & source or _within(word, kept):
            continue
        start = end = place
        while start and words[start - 1][0] in source and words[start - 1][0].islower():
            start -= 1
        while end + 1 < len(words) and words[end + 1][0] in source and words[end + 1][0].islower():
            end += 1
        around = (*words[max(0, start - 1) : start], *words[end + 1 : end + 2])
        if len(around) > 1 and all(neighbour[0] in source for neighbour in around):
            continue  # Of a title, with its capitals.
        span = (words[start].start(), words[end].end())
        message = f"“{unit.target[slice(*span)]}” is left from the source; translate it"
        yield Finding("source-words", Level.WARNING, message, span)


def _stays(action: Action) -> bool:
    return action in {Action.KEEP, Action.INFLECT, Action.OFF}


def _within(word: re.Match[str], places: list[tuple[int, int]]) -> bool:
    return any(start <= word.start() and word.end() <= end for start, end in places)
