"""Cut a long text to what stands around a place of it."""

from __future__ import annotations

_CUT = "…"


def excerpt(text: str, place: tuple[int, int], room: int) -> str:
    """What stands around a place, in one line, cut where words part; an ellipsis stands where something is left out.

    Args:
        text: Any text.
        place: From where to where is shown in any case, be it longer than there is room.
        room: Characters at most.
    """
    start, end = place
    if len(text) > room:
        around = max(0, room - (end - start) - 2 * len(_CUT)) // 2
        # What is not needed on one side is the other's.
        left = max(0, min(start - around, len(text) - (end - start) - 2 * around))
        right = min(len(text), max(end + around, (end - start) + 2 * around))
        if left > 0:
            left = min(start, _behind_space(text, left))
        if right < len(text):
            right = max(end, text.rfind(" ", end, right + 1))
        text = f"{_CUT if left else ''}{text[left:right].strip()}{_CUT if right < len(text) else ''}"
    return " ".join(text.split())


def _behind_space(text: str, at: int) -> int:
    """The beginning of the first word that begins there or later; the place itself where none does."""
    if text[at - 1].isspace():
        return at
    space = text.find(" ", at)
    return at if space < 0 else space + 1
