"""Say in a few words what changed between two versions of a text."""

from __future__ import annotations

from difflib import SequenceMatcher

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
