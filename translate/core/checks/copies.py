"""Find texts that nobody has translated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.terms.glossary import Action
from translate.core.terms.language import Language
from translate.core.text.covering import covered
from translate.core.text.identifiers import spans
from translate.core.text.prose import TELLING, is_prose
from translate.core.text.quotations import parted
from translate.core.text.words import READING_WORD


def check_copies(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``untranslated`` where the translation is the source, letter by letter.

    Names, titles, credits and other short texts may be their own translations: there have to be three words in small
    letters, not counting the terms that stay as they are. So may a text in another language than the source's, such as
    a quotation, if nothing beside its quotation marks is in the source's; this is asked last, since it takes long.
    """
    if unit.source_language.code == unit.language.code or unit.context == "credit":
        return
    if " ".join(unit.source.split()).lower() != " ".join(unit.target.split()).lower():
        return
    terms = [(match.start, match.end) for match in unit.matches if _stays(match.term.action)]
    kept = covered(unit.source, [*terms, *spans(unit.source)])
    words = [word[0] for word in READING_WORD.finditer(unit.source) if not all(kept[slice(*word.span())])]
    if is_prose(words) and not (_nothing_of(unit.source_language, words) and _is_foreign(unit)):
        yield Finding("untranslated", Level.WARNING, "this is the source text; translate it")


def _nothing_of(language: Language, words: Sequence[str]) -> bool:
    """Whether no word is one of the language's that no other has."""
    return set(language.function_words).isdisjoint(words)


def _is_foreign(unit: Unit) -> bool:
    """Whether a source is in another language, as is all that stands between its quotation marks and beside them."""
    pieces = [piece for piece in parted(unit.source) if len(piece.strip()) >= TELLING]
    return all(unit.source_language.is_foreign(text) for text in (unit.source, *pieces))


def _stays(action: Action) -> bool:
    return action in {Action.KEEP, Action.INFLECT, Action.OFF}
