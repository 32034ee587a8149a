"""In which direction the paragraphs and runs of a DOCX file are written."""

from __future__ import annotations

import re

from translate.documents.docx.markup import TAG

_PROPERTIES = {"p": "pPr", "r": "rPr"}
"""What holds the properties of a paragraph, and of a run."""
_NAMES = {"pPr": "bidi", "rPr": "rtl"}
"""The property that says that it is written from right to left."""
_BEHIND = {
    "pPr": frozenset(
        {
            *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
            *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
            *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
        }
    ),
    "rPr": frozenset({"cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"}),
}
"""The properties that stand behind it, by the order of the standard."""


def directed(text: str, prefix: str, *, rtl: bool) -> str:
    """The text of a part whose paragraphs and runs are all written in one direction.

    Args:
        text: The part.
        prefix: What the names of Word's own elements begin with.
        rtl: Whether that is from right to left.
    """
    if not rtl and f"<{prefix}bidi" not in text and f"<{prefix}rtl" not in text:
        return text
    turning = _Turning(prefix, rtl=rtl)
    for match in TAG.finditer(text):
        if match["name"]:
            turning.tag(match)
    done: list[str] = []
    at = 0
    for start, end, new in turning.edits:
        done += text[at:start], new
        at = end
    return "".join((*done, text[at:]))


class _Turning:
    """A way through a part, which notes what has to change."""

    def __init__(self, prefix: str, *, rtl: bool) -> None:
        self.edits: list[tuple[int, int, str]] = []
        """Where something begins and ends, and what stands there then."""
        self._prefix = prefix
        self._rtl = rtl
        self._elements: list[str] = []
        self._fresh = ""
        """The paragraph or run that the tag before began."""
        self._behind = 0
        self._told = True
        """Whether the properties that are open need no direction any more."""

    def tag(self, match: re.Match[str]) -> None:
        """The next tag."""
        name = match["name"].removeprefix(self._prefix)
        awaited = _PROPERTIES.get(self._fresh, "")
        is_first = name == awaited and not match["close"]
        if awaited and not is_first:
            self._put(self._behind, self._behind, self._held(awaited))
        self._fresh = ""
        if match["close"]:
            self._elements.pop()
            self._tell(name, match.start())
            return
        owner = self._elements[-1] if self._elements else ""
        if self._holds(owner):
            if name == _NAMES[owner] and match["empty"]:
                self.edits.append((match.start(), match.end(), ""))
                return
            if name in _BEHIND[owner]:
                self._tell(owner, match.start(), self._elements[:-1])
        if match["empty"]:
            if is_first:
                self._put(match.start(), match.end(), self._held(name))
            return
        if is_first:
            self._told = not self._rtl
        elif name in _PROPERTIES:
            self._fresh, self._behind = name, match.end()
        self._elements.append(name)

    def _holds(self, owner: str) -> bool:
        """Whether what is open are the properties of a paragraph or a run."""
        return owner in _NAMES and len(self._elements) > 1 and _PROPERTIES.get(self._elements[-2]) == owner

    def _tell(self, properties: str, offset: int, around: list[str] | None = None) -> None:
        """Write the direction among the properties that are open, unless it stands there."""
        elements = self._elements if around is None else around
        if not self._told and elements and _PROPERTIES.get(elements[-1]) == properties:
            self._put(offset, offset, self._direction(properties))
            self._told = True

    def _put(self, start: int, end: int, new: str) -> None:
        if self._rtl:
            self.edits.append((start, end, new))

    def _direction(self, properties: str) -> str:
        return f"<{self._prefix}{_NAMES[properties]}/>"

    def _held(self, properties: str) -> str:
        return f"<{self._prefix}{properties}>{self._direction(properties)}</{self._prefix}{properties}>"
