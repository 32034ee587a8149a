"""Inline markup in the text of a PO entry, by the short names that translators' tools protect.

``The <a1>ferry</a1> sailed.<br2/>`` has a pair and a point. Who drafts, matches terms or checks a text sees it without
them; their places are known by offset, so that they come back, and so that what was found in the plain text is shown
where it stands.
"""

from __future__ import annotations

import re
from enum import StrEnum

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z]{1,12}[1-9][0-9]{0,3})(?P<void>/?)>")
"""A name is letters of what it is, and its number in the text."""


class Side(StrEnum):
    """What a tag does."""

    OPEN = "open"
    CLOSE = "close"
    VOID = "void"
    """It stands at a point, around nothing."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Side:
        """What the tag does that `TAG` has found."""
        return cls.CLOSE if match["close"] else cls.VOID if match["void"] else cls.OPEN

    def written(self, name: str) -> str:
        """The tag of a name as texts have it."""
        return {Side.OPEN: f"<{name}>", Side.CLOSE: f"</{name}>", Side.VOID: f"<{name}/>"}[self]
