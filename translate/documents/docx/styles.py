"""What a paragraph of a DOCX file is in its article, as its style says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translate import patterns
from translate.core.article import Kind
from translate.documents.docx.atoms import Paragraph
from translate.documents.docx.markup import attributes
from translate.values import dataclass

_STYLE = patterns.compile(r"<(?P<name>(?:\w+:)?style)\s(?P<attributes>[^>]*)>(?P<inner>.*?)</(?P=name)\s*>", re.DOTALL)
_PART = patterns.compile(r'<(?:\w+:)?(?P<name>name|basedOn|outlineLvl|numId)\s[^>]*?val="(?P<value>[^"]*)"')
_FAMILY = 12
"""So many styles are looked at that one is based on."""
_NO_LEVEL = "9"


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    level: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file, by the names that its paragraphs call them by."""

    styles: Mapping[str, _Style]

    def kind_of(self, paragraph: Paragraph) -> Kind:
        """What a paragraph is; any heading is a subheading here."""
        if paragraph.in_cell:
            return Kind.CELL
        family = list(self._family(paragraph.style))
        names = [style.name for style in family] or [paragraph.style.lower()]
        level = next(filter(None, [paragraph.level, *(style.level for style in family)]), _NO_LEVEL)
        if level != _NO_LEVEL or any(name.startswith(("heading", "title", "subtitle")) for name in names):
            return Kind.SUBHEAD
        if any(name == "caption" for name in names):
            return Kind.CAPTION
        numbered = any(style.number not in {"", "0"} for style in family)
        if paragraph.is_item or numbered or any(name.startswith("list ") for name in names):
            return Kind.ITEM
        return Kind.PARAGRAPH

    def _family(self, key: str) -> list[_Style]:
        found: list[_Style] = []
        while (style := self.styles.get(key)) and len(found) < _FAMILY:
            found.append(style)
            key = style.based_on
        return found


def styles_in(text: str) -> Styles:
    """The styles that a file has.

    Args:
        text: Its part of styles.
    """
    found = {}
    for match in _STYLE.finditer(text):
        said = attributes(match["attributes"])
        key = next((value for name, value in said.items() if name.endswith("styleId")), "")
        parts: dict[str, str] = {}
        for part in _PART.finditer(match["inner"]):
            parts.setdefault(part["name"], part["value"])
        found[key] = _Style(
            parts.get("name", "").lower(),
            parts.get("basedOn", ""),
            parts.get("outlineLvl", ""),
            parts.get("numId", ""),
        )
    return Styles(found)
