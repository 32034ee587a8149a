"""Show a name where it stands, in a line."""

from __future__ import annotations

from translate.core.mining.candidates import Mention

_MORE = "…"


def excerpt(mention: Mention, width: int) -> str:
    """What stands around a name, cut between words; the name itself is never cut.

    Args:
        mention: The place.
        width: Characters of the excerpt, at most, where the name has no more.

    Returns:
        One line, with “…” where the text goes on.
    """
    text = mention.passage.text
    room = max(0, width - (mention.end - mention.start) - 2 * len(_MORE))
    start = max(0, mention.start - room // 2)
    end = min(len(text), mention.end + room - (mention.start - start))
    start = max(0, min(start, mention.start - (room - (end - mention.end))))
    if start:
        space = text.find(" ", start - 1, mention.start)
        start = space + 1 if space >= 0 else mention.start
    if end < len(text):
        space = text.rfind(" ", mention.end, end + 1)
        end = space if space >= 0 else mention.end
    whole = " ".join(text[start:end].split())
    return f"{_MORE * bool(start)}{whole}{_MORE * (end < len(text))}"
