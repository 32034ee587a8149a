"""Tell apart the words whose forms a term accepts: Euroopa Liit is no form of EL."""

from __future__ import annotations

from translate.core.terms.glossary import Term
from translate.core.text.spelling import fold
from translate.core.text.words import WORD

_STEM = 2
"""Letters that two forms of a word share at least."""


def words_of(term: Term) -> dict[str, str]:
    """For each accepted form of a term, the base form of the word that it is a form of.

    A new word begins with a form labelled ``nom``, or with one that has no label and does not look like a form of an
    earlier word.
    """
    words = {term.target: term.target}
    current = term.target
    for form in term.forms:
        label = form.label.split()
        if not label:
            current = next((word for word in words.values() if _akin(word, form.text)), form.text)
        elif "nom" in label and "pl" not in label:
            current = form.text
        words.setdefault(form.text, current)
    return words


def _akin(one: str, other: str) -> bool:
    """Whether two phrases look like forms of each other: as many words, and each pair of words begins alike."""
    pairs = [WORD.findall(fold(text)) for text in (one, other)]
    return len(pairs[0]) == len(pairs[1]) and all(
        first[:_STEM] == second[:_STEM] for first, second in zip(*pairs, strict=True)
    )
