"""What people wrote in a PO file whose record gives way: it was deleted with its article, or another has its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from translate.core.entries.catalog import Entry, says_the_same
from translate.core.entries.losses import Reason, Superseded
from translate.core.entries.past import Past
from translate.core.entries.stamp import is_peoples
from translate.core.entries.template import Key


def parted(past: Past, standing: Iterable[Entry] = ()) -> tuple[Superseded, ...]:
    """The texts and comments of people that were in a file, and stand nowhere else.

    Args:
        past: The file as it was at the last look.
        standing: The entries of the files in which they may stand.
    """
    there: defaultdict[Key, list[Entry]] = defaultdict(list)
    for entry in standing:
        there[entry.key].append(entry)
    theirs = (seen for seen in past.entries if is_peoples(seen.entry) or seen.entry.comments)
    return tuple(
        Superseded(seen, Reason.REMOVED)
        for seen in theirs
        if not any(_holds(other, seen.entry) for other in there[seen.entry.key])
    )


def _holds(other: Entry, entry: Entry) -> bool:
    text = not is_peoples(entry) or (is_peoples(other) and says_the_same(other, entry))
    return text and set(entry.comments) <= set(other.comments)
