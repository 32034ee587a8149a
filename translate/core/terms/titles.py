"""The titles on the newsroom's lists that its glossary does not know: they stay as they are until it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.core.terms.glossary import Action, Glossary, Origin, Require, Term
from translate.core.terms.language import Language
from translate.core.terms.matching import Finder
from translate.core.terms.mentions import SourceWords
from translate.core.terms.rows import Named, rows_of

Listed = tuple[str, Origin]
"""A title, and where it is listed."""
_BEFORE = "a "
"""What stands before a title that is looked up, so that no capital of it is that of a sentence."""


def with_undecided(glossary: Glossary, titles: Iterable[Listed], source: Language) -> Glossary:
    """A glossary with a term for each title that no row of it names; the very same where there is nothing to know.

    Args:
        glossary: The rows.
        titles: What is listed; the same title may come more than once.
        source: The language of the articles.
    """
    rows = rows_of(glossary.terms)
    terms = undecided(titles, rows)
    if not terms and not rows.titles.lengths:
        return glossary
    words = SourceWords(frozenset(source.small_in_titles), source.lacks)
    return replace(glossary, terms=rows, undecided=terms, source_words=words)


def undecided(titles: Iterable[Listed], rows: Sequence[Term]) -> tuple[Term, ...]:
    """The terms of the titles that nobody has decided on.

    Args:
        titles: What is listed; of the same title the first one counts.
        rows: The glossary's. A title is decided where the letters and capitals of a row, or of a variant of it, allow
            it in the midst of a sentence, rows that are `off` included; a row that only forbids decides nothing.

    Returns:
        A term to keep for each of the others, in the order of the lists.
    """
    listed: dict[str, Origin] = {}
    for title, origin in titles:
        listed.setdefault(title, origin)
    if not listed:
        return ()
    own = rows_of(rows)
    known = [Finder.of(shelf) for shelf in (own.terms, own.titles)]
    return tuple(
        Term(title, title, Action.KEEP, kind="title", require=Require.WARN, undecided=True, origin=origin)
        for title, origin in listed.items()
        if not _is_known(title, known)
    )


def _is_known(title: str, known: Iterable[Finder[Named]]) -> bool:
    text = f"{_BEFORE}{title}"
    hits = (hit for finder in known for hit in finder.hits(text))
    return any((hit.start, hit.end) == (len(_BEFORE), len(text)) for hit in hits)
