"""What the accepted forms of a term are: of which word (Euroopa Liit is no form of EL), in which case and number."""

from __future__ import annotations

from translate.core.terms.glossary import Term
from translate.core.terms.labels import NOMINATIVE, PLURAL_NOMINATIVE, Label, read
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
        if not form.label:
            current = next((word for word in words.values() if _akin(word, form.text)), form.text)
        elif read(form.label) == NOMINATIVE:
            current = form.text
        words.setdefault(form.text, current)
    return words


def labelled(term: Term) -> tuple[tuple[str, Label], ...]:
    """The accepted forms whose labels say what they are, in the glossary's order; one with two labels stands twice.

    The base form is the nominative by itself and comes first, be it written under `forms` or not: in the plural where
    all other forms are plural ones without a nominative, in none where no form tells a number.
    """
    told = tuple((form.text, label) for form in term.forms if (label := read(form.label)))
    numbers = {label.number for _, label in told if label.number}
    if not numbers or any(text == term.target and label.case == NOMINATIVE.case for text, label in told):
        return told
    plural = numbers == {PLURAL_NOMINATIVE.number} and all(label != PLURAL_NOMINATIVE for _, label in told)
    return ((term.target, PLURAL_NOMINATIVE if plural else NOMINATIVE), *told)


def _akin(one: str, other: str) -> bool:
    """Whether two phrases look like forms of each other: as many words, and each pair of words begins alike."""
    pairs = [WORD.findall(fold(text)) for text in (one, other)]
    return len(pairs[0]) == len(pairs[1]) and all(
        first[:_STEM] == second[:_STEM] for first, second in zip(*pairs, strict=True)
    )
