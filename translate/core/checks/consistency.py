"""Find a term that one article renders in different ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.terms.glossary import Term
from translate.core.terms.paradigms import words_of
from translate.core.terms.verification import FormMatch
from translate.core.text.spelling import fold


def check_consistency(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Yield a warning ``term-inconsistent`` for each mention that is not rendered as most mentions of its term are.

    Forms of one word are one rendering. An abbreviation goes with every other rendering: “Euroopa Liit”, then “EL”.

    Args:
        units: The texts of one article, in its order.
    """
    uses: dict[Term, list[tuple[int, FormMatch, str]]] = {}
    words: dict[Term, dict[str, str]] = {}
    for place, unit in enumerate(units):
        for found in (r.found for r in unit.verification.renderings if r.found):
            word = words.setdefault(found.term, words_of(found.term))[found.form.text]
            if not word.isupper():
                uses.setdefault(found.term, []).append((place, found, word))
    for term, renderings in uses.items():
        count = Counter(fold(word) for _, _, word in renderings)
        usual = max(count, key=count.__getitem__)  # Of equals, the one that comes first.
        shown = next(word for _, _, word in renderings if fold(word) == usual)
        for place, found, word in renderings:
            if fold(word) != usual:
                message = (
                    f"“{term.source}” is “{word}” here and “{shown}” elsewhere in the article"
                    f" ({count[usual]} of {count.total()} times); settle on one"
                )
                span = (found.start, found.end)
                yield place, Finding("term-inconsistent", Level.WARNING, message, span, term.source)
