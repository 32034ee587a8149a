"""What a run has written it remembers as it left it, so that the next one need not read it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from translate.memory.database import Feed, Memory
from translate.workflow.noticing import Noticing

_AT_ONCE = 500
"""So many files are remembered in one transaction: each costs a wait for the disk."""


def leave(seen: Noticing, memory: Memory, left: Iterable[tuple[str, str, str]]) -> None:
    """Feed the memory from PO files that are as a run has written them, and have the history know their states.

    Args:
        seen: Has committed what the files say.
        memory: The memory.
        left: The files as the newsroom knows them, each with its locale and its state.

    Raises:
        NewsdeskError: The memory or the history cannot be written.
    """
    waiting = iter(left)
    while batch := list(islice(waiting, _AT_ONCE)):
        memory.feed(Feed(shown, state, seen.units(shown, locale)) for shown, locale, state in batch)
        # What a look would find it knows: nothing is in them that it has not written.
        seen.history.seal({shown: state for shown, _, state in batch})
