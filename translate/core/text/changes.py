"""Say in a few words what changed between two versions of a text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile

LONGEST = 40
"""Characters of a piece that are shown."""
MOST = 2
"""Changes that are told; more are only counted as “and more”."""
SLOW = 2_000
"""Words of a text from which on the changes are not looked for; the time grows with their square."""


def changes(before: str, after: str) -> str:
    """What is different: ``€1,050 → €1,100, added “on Monday”``; empty where it cannot be told, or nothing is."""
    old, new = before.split(), after.split()
    if len(old) + len(new) > SLOW:
        return ""
    edits = [e for e in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if e[0] != "equal"]
    told = [_change(" ".join(old[a:b]), " ".join(new[c:d])) for _, a, b, c, d in edits[:MOST]]
    return ", ".join((*told, "and more") if len(edits) > MOST else told)


def _change(before: str, after: str) -> str:
    if before and after:
        return f"{_short(before)} → {_short(after)}"
    return f"added “{_short(after)}”" if after else f"removed “{_short(before)}”"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def parts(before: str, after: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where two versions of a text differ, as ranges of characters in the one and in the other.

    Words are compared, and ranges with nothing but white space between them are one; all is different where the texts
    are too long to tell.
    """
    old, new = _words(before), _words(after)
    if len(old) + len(new) > SLOW:
        return _whole(before), _whole(after)
    matcher = SequenceMatcher(None, [before[a:b] for a, b in old], [after[a:b] for a, b in new], autojunk=False)
    edits = [e for e in matcher.get_opcodes() if e[0] != "equal"]
    return (
        [(old[a][0], old[b - 1][1]) for _, a, b, _, _ in edits if a < b],
        [(new[c][0], new[d - 1][1]) for _, _, _, c, d in edits if c < d],
    )


def around(before: str, after: str, room: int) -> tuple[str, str]:
    """Of two versions of a text what differs first, with what stands around it, on one line each.

    Args:
        before: The one.
        after: The other.
        room: Characters that each may have.
    """
    before, after = " ".join(before.split()), " ".join(after.split())
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = 0
    if shared > room // 2 and max(len(before), len(after)) > room:
        # A few words before the change tell where it is; where words are not told apart, a few characters.
        start = shared - room // 3
        start = before.rfind(" ", shared - room // 2, start) + 1 or start
    return _window(before, start, room), _window(after, start, room)


def _words(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"\S+", text)]


def _whole(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))] if text else []


def _window(text: str, start: int, room: int) -> str:
    ahead = "…" if start else ""
    text = ahead + text[start:]
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"
