"""Tell whether a change to a draft did more harm than good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from translate import patterns
from translate.core.terms.matching import TermMatch
from translate.core.text.repetition import repetitions

LEAST_LENGTH = 0.6
"""Of the engine's own draft: what is shorter has lost more than a term may cost, whatever the glossary asks."""
MOST_LENGTH = 1.7
_SHORT = 8
"""Characters by which any text may grow: one word is much of a short one."""

_NUMBER = patterns.compile(r"\d+")


def damaged(source: str, before: str, after: str, terms: Sequence[TermMatch] = ()) -> bool:
    """Whether a new draft is much shorter or longer than the old one, lost a number, or repeats itself.

    Args:
        source: The source sentence.
        before: The draft as the engine wrote it.
        after: The draft that would take its place.
        terms: What the glossary asks of it: the draft may be longer by these.
    """
    if after == before:
        return False
    room = _SHORT + sum(max(map(len, match.term.accepted)) for match in terms)
    if not LEAST_LENGTH * len(before) <= len(after) <= MOST_LENGTH * len(before) + room:
        return True
    wanted = Counter(_NUMBER.findall(source))
    lost = (wanted & Counter(_NUMBER.findall(before))) - Counter(_NUMBER.findall(after))
    return bool(lost) or repetitions(after) > repetitions(before)
