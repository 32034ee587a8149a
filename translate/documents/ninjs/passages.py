"""What of a ninjs item is written for its readers, and what it is there.

The three lines of ninjs name things differently: 1.x has `headline`, `body_text` and an object of associations, 2.x and
3.x have lists (`headlines`, `bodies`), and 3.x writes its keys with capitals (`contentType`). Whatever the line, a key
means the same, so all are read at once. Names of subjects, people and places, terms of use and notes to editors stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from translate import patterns
from translate.core.article import Kind
from translate.documents.jsonvalues import Many, Pairs, Text, Value
from translate.documents.layout import Sheet
from translate.values import dataclass

_PREFIXES = ("headline", "description", "body")
"""What keys of 1.x begin with, before ``_`` and more: ``body_text``."""
KEYS = (*_PREFIXES, "headlines", "title", "byline", "by", "descriptions", "bodies")
"""The keys that readers' text may stand under."""
_MEDIA = frozenset({"picture", "graphic", "audio", "video"})
_MARKUP = patterns.compile(r"x?html", re.IGNORECASE)
_PLAIN = patterns.compile(r"text(?:/plain)?|plain", re.IGNORECASE)
_OPENING = patterns.compile(
    r"\s*(?:(?P<html><(?:!doctype html|html|body|article|section|div|p|h[1-6]|[uo]l|table|a|b|i|em|strong)\b)|[<{\[])",
    re.IGNORECASE,
)
"""What HTML begins with, or other data."""
_IMAGE_ROLES = ("alt", "accessib")
_MAIN_ROLES = ("", "main", "headline", "title")

_ARTICLE = {
    "headline": Kind.HEADLINE,
    "title": Kind.SUMMARY,
    "by": Kind.BYLINE,
    "description": Kind.SUMMARY,
    "body": Kind.PARAGRAPH,
}
_LINKED = _ARTICLE | {"headline": Kind.SUMMARY}
_PICTURE = _ARTICLE | {"description": Kind.CAPTION, "body": Kind.IMAGE}
_LINKED_PICTURE = _PICTURE | {"headline": Kind.CAPTION, "title": Kind.CAPTION}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text for readers, as a whole."""

    node: Text
    kind: Kind
    markup: bool
    """Whether it is HTML."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of news, with what is said of its texts."""

    passages: tuple[Passage, ...]
    languages: tuple[Text, ...]
    """Where it says in which language these are: its own, and those of what goes with it in the same language."""
    unread: tuple[str, ...]
    """The keys or kinds of content that may have text for readers, but are not read."""


def item_of(sheet: Sheet, root: Pairs) -> Item:
    """The item that the text of a file holds.

    Args:
        sheet: The file.
        root: What stands in it.
    """
    found = _Finding(sheet, _primary(_said(sheet, root.last("language"))))
    found.item(root, linked=False)
    return Item(tuple(found.with_one_headline()), tuple(found.languages), tuple(dict.fromkeys(found.unread)))


class _Finding:
    """What is found in an item and in those that go with it."""

    def __init__(self, sheet: Sheet, language: str) -> None:
        self._sheet = sheet
        self._language = language
        self.passages: list[Passage] = []
        self.languages: list[Text] = []
        self.unread: list[str] = []
        self._main: int | None = None

    def item(self, item: Pairs, *, linked: bool) -> None:
        """An item, unless it is in another language."""
        if not self._is_ours(item):
            return
        media = _said(self._sheet, item.last("type")).lower() in _MEDIA
        kinds = (_LINKED_PICTURE if media else _LINKED) if linked else (_PICTURE if media else _ARTICLE)
        for member in item.members:
            name, _, more = member.key.lower().partition("_")
            if name == "associations":
                for value in _values(member.value):
                    self._associated(value)
                continue
            if name not in (_PREFIXES if more else KEYS):
                continue
            kind = kinds[{"bodies": "body", "byline": "by"}.get(name, name.removesuffix("s"))]
            if isinstance(member.value, Text):
                self._passage(member.value, kind, more or "text", more)
            elif isinstance(member.value, Many):
                for entry in member.value.items:
                    if isinstance(entry, Pairs):
                        self._entry(entry, kind)

    def with_one_headline(self) -> Iterator[Passage]:
        """The passages, with the headline for all places as the only one: its role says so, or it is the first."""
        first = next((number for number, each in enumerate(self.passages) if each.kind is Kind.HEADLINE), None)
        chosen = first if self._main is None else self._main
        for number, each in enumerate(self.passages):
            surplus = each.kind is Kind.HEADLINE and number != chosen
            yield replace(each, kind=Kind.SUMMARY) if surplus else each

    def _associated(self, value: Value) -> None:
        """What goes with an item; Superdesk writes several under one name."""
        for item in _values(value) if isinstance(value, Many) else (value,):
            if isinstance(item, Pairs):
                self.item(item, linked=True)

    def _entry(self, entry: Pairs, kind: Kind) -> None:
        """One of several headlines, descriptions or bodies."""
        value = entry.last("value")
        if not isinstance(value, Text) or not self._is_ours(entry):
            return
        role = _said(self._sheet, entry.last("role")).lower()
        content = _said(self._sheet, entry.last("contentType", "contenttype"))
        if kind in {Kind.CAPTION, Kind.SUMMARY, Kind.IMAGE} and role.startswith(_IMAGE_ROLES):
            kind = Kind.IMAGE
        elif kind is Kind.IMAGE or role == "caption":
            kind = Kind.CAPTION
        self._passage(value, kind, content.partition(";")[0].strip() or role, role)

    def _passage(self, node: Text, kind: Kind, content: str, role: str) -> None:
        """A text that its file calls HTML, plain text or something else; where that tells nothing, it shows itself."""
        markup = bool(_MARKUP.search(content))
        if not markup and not _PLAIN.fullmatch(content):
            begins = _OPENING.match(self._sheet.text, node.start + 1, node.end)
            markup = bool(begins and begins["html"])
            if begins and not markup:
                self.unread.append(content)
                return
        if kind is Kind.HEADLINE and role in _MAIN_ROLES and self._main is None:
            self._main = len(self.passages)
        self.passages.append(Passage(node, kind, markup))

    def _is_ours(self, pairs: Pairs) -> bool:
        """Whether something is in the language of the whole."""
        node = pairs.last("language")
        own = _primary(_said(self._sheet, node))
        if own and self._language and own != self._language:
            return False
        if isinstance(node, Text):
            self.languages.append(node)
        return True


def _values(value: Value) -> Iterator[Value]:
    match value:
        case Pairs():
            yield from (member.value for member in value.members)
        case Many():
            yield from value.items


def _said(sheet: Sheet, value: Value | None) -> str:
    """A short text as it is meant; empty for anything else."""
    if not isinstance(value, Text):
        return ""
    said: str = json.loads(sheet.text[value.start : value.end])
    return said


def _primary(tag: str) -> str:
    """What a tag of BCP 47 has for the language alone."""
    return re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
