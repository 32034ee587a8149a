"""Lists as YAML files.

Only what the parser tells of the text is used, event by event: nothing is made of it, no alias is followed into a list,
and no tag is obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from translate import patterns
from translate.core.article import Document
from translate.core.text.decoding import MARK
from translate.schedules.interface import ListFormat
from translate.schedules.nodes import DEEPEST, MOST_VALUES, Many, Node, Other, Pairs, Word, document_of
from translate.schedules.sheets import MOST_TITLES, Sheet, open_sheet, written

_PLAIN = patterns.compile(r"[^\W\d_][\w '’.!?()-]*(?<! )")
"""A text that needs no quotation marks, wherever it stands; there are others."""
_SPOKEN_FOR = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that are no texts without quotation marks."""
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_UNPRINTABLE = patterns.compile(r"[^ -~\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class YamlList(ListFormat):
    """YAML in UTF-8: see `nodes` for the shape."""

    name: ClassVar[str] = "yaml"
    suffixes: ClassVar[tuple[str, ...]] = (".yaml", ".yml")

    def read(self, data: bytes, path: str, *, source: str = "") -> Document:  # noqa: ARG002  A list has one language.
        """Read a list; see the interface."""
        sheet = open_sheet(data, path)
        if sheet.text.startswith(MARK, sheet.begin):  # The parser would swallow it, and count wrong.
            raise sheet.fault("starts with two byte order marks; take one out", sheet.begin)
        return document_of(sheet, _root(sheet))

    def write(self, document: Document, texts: Sequence[str], locale: str) -> bytes:  # noqa: ARG002  No key names it.
        """Write the list back; see the interface. A title keeps its kind of quotation marks if it can."""
        return written(document, texts, _spelt).encode()


def _root(sheet: Sheet) -> Node:
    """What the only document of the text holds."""
    # Slow to import, and only some newsrooms have such a list.
    import yaml

    builder = _Builder(sheet)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # Debian for rare machines has none in C.
    try:
        for event in yaml.parse(sheet.text[sheet.begin :], Loader=loader):
            builder.take(event, yaml)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.index if error.problem_mark else 0
        problem = re.sub(r"[^ -~].*", "…", error.problem or "it breaks off")
        raise sheet.fault(
            f"is no YAML that can be read: {problem}; look at the lines before, too", _at(sheet, at)
        ) from None
    except yaml.reader.ReaderError as error:
        raise sheet.fault(
            "holds a character that YAML has no place for; take it out", _at(sheet, error.position)
        ) from None
    return builder.root or Other(sheet.begin)


def _at(sheet: Sheet, index: int) -> int:
    return min(sheet.begin + index, max(len(sheet.text.rstrip()) - 1, 0))


class _Builder:
    """Makes nodes of events, without calling itself: how deep a text is nested is in a stranger's hands."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._begin = sheet.begin
        self._open: list[tuple[int, bool, list[Node]]] = []
        """What is not closed yet: where it begins, whether it is a mapping, and what is in it so far."""
        self._anchored: dict[str, str] = {}
        """The texts that have an anchor, by its name."""
        self._parts = 0
        self.root: Node | None = None

    def take(self, event: Any, yaml: Any) -> None:
        """Take the next event; the second argument is the parser's module.

        Raises:
            DocumentError: There is more than a list has.
        """
        at = self._begin + event.start_mark.index
        match event:
            case yaml.ScalarEvent():
                self._add(self._word(event, at))
            case yaml.AliasEvent():
                text = self._anchored.get(event.anchor)
                self._add(Other(at) if text is None else Word(at, at, text, "is an alias (*); write the title itself"))
            case yaml.CollectionStartEvent():
                if len(self._open) >= DEEPEST:
                    raise self._sheet.fault("holds something that is nested too deep to be read", at)
                self._open.append((at, isinstance(event, yaml.MappingStartEvent), []))
            case yaml.CollectionEndEvent():
                start, is_mapping, nodes = self._open.pop()
                self._add(Pairs(start, _pairs(nodes)) if is_mapping else Many(start, nodes))
            case yaml.DocumentStartEvent() if self.root:
                raise self._sheet.fault("has a second document (---); write a file for each", at)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        _, _, nodes = self._open[-1]
        nodes.append(node)
        self._parts += 1
        if self._parts > MOST_VALUES or len(nodes) > 2 * MOST_TITLES:
            raise self._sheet.fault("holds more than a list of titles has; split it into several", node.start)

    def _word(self, event: Any, start: int) -> Word:
        if event.anchor:
            self._anchored[event.anchor] = event.value
        text = "" if not event.style and event.value in _NOTHING else event.value
        end = self._begin + event.end_mark.index
        if self._sheet.text[end - 1 : end].isspace():  # A block ends with the lines behind it.
            end = start + len(self._sheet.text[start:end].rstrip(" \t\r\n"))
        is_marked = event.anchor or event.tag
        fixed = "has an anchor or a tag (& or !) before it; write it without" if is_marked else ""
        return Word(start, end, text, fixed)


def _pairs(nodes: Sequence[Node]) -> list[tuple[str, Node]]:
    """Keys and values that stand in turns; a key that is no text is none that is read."""
    return [
        (key.text if isinstance(key, Word) else "", value) for key, value in zip(nodes[::2], nodes[1::2], strict=True)
    ]


def _spelt(raw: str, text: str) -> str:
    is_printable = not _UNPRINTABLE.search(text)
    if raw.startswith("'") and is_printable:
        return "'" + text.replace("'", "''") + "'"
    if not raw.startswith(("'", '"', "|", ">")) and _PLAIN.fullmatch(text) and text.lower() not in _SPOKEN_FOR:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNPRINTABLE.sub(_escape, escaped)}"'


def _escape(found: re.Match[str]) -> str:
    return f"\\U{ord(found[0]):08X}"
