"""Find rows that nobody has reviewed, or nobody for a long time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate import patterns
from translate.core.checks.findings import Level
from translate.core.linting.findings import Finding
from translate.core.terms.glossary import Action, Term

_YEAR_FIRST = patterns.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-./](\d\d?))?(?:[-./](\d\d?))?(?!\d)")
_DAY_FIRST = patterns.compile(r"(?<!\d)(\d\d?)\. ?(\d\d?)\. ?((?:19|20)\d\d)(?!\d)")


def lint_reviews(rows: Sequence[tuple[int, Term]], since: str) -> Iterator[Finding]:
    """What is to be said of the column “reviewed”, where a newsroom uses it: where at least half of its rows do.

    Args:
        rows: The terms of a file, each with the line that its row starts on.
        since: A day, such as ``2024-11-30``; rows that were reviewed before are told. Empty where none is.
    """
    asked = [(line, term) for line, term in rows if term.action is not Action.OFF]
    if 2 * sum(bool(term.reviewed) for _, term in asked) < max(len(asked), 1):
        return
    for line, term in asked:
        if not term.reviewed:
            message = "is empty, as in few other rows: has nobody reviewed this one? Write who has, or when"
            yield Finding("unreviewed", Level.INFO, line, "reviewed", message)
        elif since and (day := day_of(term.reviewed)) and day < since[: len(day)]:
            message = (
                f"is “{term.reviewed}”, which is long ago; see whether the row is still right, and write today's date"
            )
            yield Finding("out-of-date", Level.INFO, line, "reviewed", message)


def day_of(text: str) -> str:
    """The day that a text names, such as ``2024-03-05``; ``2024`` or ``2024-03`` where it says no more.

    Days are read as ``2024-03-05``, ``2024/3/5`` and ``5.3.2024``; ``3/5/2024`` is another day in London than in
    New York, and is read as its year.

    Returns:
        The day; empty where there is none.
    """
    if found := _DAY_FIRST.search(text):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.search(text):
        year, month, day = found.groups()
    else:
        return ""
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
