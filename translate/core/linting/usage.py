"""Lint the rows of a glossary by how they are used: never, too often, never right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.core.checks.findings import Level
from translate.core.linting.counting import Use
from translate.core.linting.findings import Finding
from translate.core.terms.glossary import Action, Term
from translate.values import dataclass

MANY = 500
"""Texts of which one might have the term; where there are fewer, nothing is said of one that has not come yet."""
SOME = 100
"""Texts that tell how common a word is."""
SHARE = 4
"""A word that is in more than one text of so many is a word of every text."""
DRAFTS = 5
"""Mentions in drafts that tell whether a term ever comes right."""
APPROVED = 3
"""Approved texts that tell what people write."""
ROWS = 5
"""Rows of which one at least is in some text, unless something is wrong with the file."""
TARGETS = 3
"""Of those rows the targets that are in texts, where the columns have changed places."""


@dataclass(frozen=True, slots=True)
class UsedRow:
    """A row, and how it is used."""

    line: int
    term: Term
    texts: int
    """In all locales that the row holds in, whether they mention it or not."""
    use: Use


def lint_usage(rows: Iterable[UsedRow]) -> Iterator[Finding]:
    """What is doubtful about the rows of a file by their use.

    ``never-matched`` is a note on a row that no text mentions, where there are many. ``too-often`` is a warning about a
    word in small letters that is in a large share of all texts. ``never-right`` is a warning where drafts never had the
    term without help, and most of them need a person; a note where newsdesk could always help. ``never-used`` is a
    warning where people always wrote something else.

    Args:
        rows: The file's, with how they are used; those that ask for nothing are passed over.
    """
    for row in rows:
        if row.term.action not in {Action.OFF, Action.FORBID}:
            yield from _of(row)


def turned_round(rows: Iterable[UsedRow]) -> tuple[Term, ...]:
    """What to look for in texts of the source to find out whether the columns of a file have changed places.

    Args:
        rows: The file's, with how they are used.

    Returns:
        The targets as terms; none where a text mentions a row, or there are too few to tell.
    """
    own = [row for row in rows if row.term.action is Action.TRANSLATE and row.term.target != row.term.source]
    if len(own) < ROWS or any(row.use.texts for row in own):
        return ()
    return tuple(Term(name, name, Action.KEEP) for name in dict.fromkeys(row.term.target for row in own))


def lint_order(turned: int, there: int) -> Iterator[Finding]:
    """A warning, ``swapped``, where texts have targets of a file and none of its sources.

    Args:
        turned: How many terms `turned_round` gave.
        there: How many of them are in texts.
    """
    if there >= TARGETS:
        message = (
            f"none of the file's sources is in a text, and {there:,} of {turned:,} targets are: have the columns "
            "changed places? Then call each by the other's name"
        )
        yield Finding("swapped", Level.WARNING, 1, "", message)


def _of(row: UsedRow) -> Iterator[Finding]:
    def found(rule: str, message: str, level: Level = Level.WARNING) -> Finding:
        return Finding(rule, level, row.line, "", message)

    name, use = row.term.source, row.use
    more = f"see “newsdesk glossary find {name}”" if name.isprintable() else "look it up"
    if not use.texts and row.texts >= MANY:
        message = f"“{name}” is in none of {row.texts:,} texts; is it spelt as they have it, with all its variants?"
        yield found("never-matched", message, Level.INFO)
    if row.texts >= SOME and use.texts * SHARE > row.texts and name == name.lower():
        message = f"“{name}” is in {use.texts:,} of {row.texts:,} texts, as common words are; write a longer term"
        yield found("too-often", message)
    if use.drafts >= DRAFTS and use.helped + use.flagged == use.drafts:
        message = f"“{name}” never came right in drafts: {use.helped:,} repaired, {use.flagged:,} flagged; {more}"
        yield found("never-right", message, Level.WARNING if use.flagged * 2 >= use.drafts else Level.INFO)
    if use.approved >= APPROVED and use.otherwise == use.approved:
        message = f"people wrote something else for “{name}” in all {use.approved:,} approved texts; {more}"
        yield found("never-used", message)
