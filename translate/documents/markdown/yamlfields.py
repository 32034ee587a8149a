"""Fields in YAML, by what the parser tells of the text: nothing is made of it, and no alias is followed."""

from __future__ import annotations

import re
from typing import Any

from translate import patterns
from translate.documents.markdown.fields import Field, NoFieldsError

CODE = "yaml"
_DEEPEST = 20
_PLAIN = patterns.compile(r"[^\W\d_][\w '’.!?()/-]*(?<! )")
"""A text that needs no quotation marks, wherever it stands; there are others."""
_SPOKEN_FOR = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_UNPRINTABLE = patterns.compile(r"[^ -~\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def read(text: str) -> list[Field]:
    """The fields, in the order of the text.

    Args:
        text: Without the lines around it.

    Raises:
        NoFieldsError: It is no YAML, or no fields.
    """
    # Slow to import, and only some newsrooms have front matter.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # Debian for rare machines has none in C.
    builder = _Builder(text, yaml)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise NoFieldsError(error.problem_mark.line if error.problem_mark else 0) from None
    except yaml.reader.ReaderError:
        raise NoFieldsError(0) from None
    return builder.fields


class _Builder:
    """Makes fields of events; what is in a list is a field of the list."""

    def __init__(self, text: str, yaml: Any) -> None:
        self.fields: list[Field] = []
        self._text = text
        self._yaml = yaml
        self._open: list[tuple[bool, str]] = []
        """What is not closed yet: whether it is a mapping, and the name of the field that it is."""
        self._key: str | None = None

    def take(self, event: Any) -> None:
        yaml = self._yaml
        match event:
            case yaml.CollectionStartEvent():
                if len(self._open) > _DEEPEST:
                    raise NoFieldsError(event.start_mark.line)
                self._open.append((isinstance(event, yaml.MappingStartEvent), self._key or ""))
                self._key = None
            case yaml.CollectionEndEvent():
                self._open.pop()
                self._key = None
            case yaml.ScalarEvent() | yaml.AliasEvent() if self._open:
                self._scalar(event)

    def _scalar(self, event: Any) -> None:
        value = getattr(event, "value", "")
        if self._open[-1][0] and self._key is None:
            self._key = value
            return
        if self._open[-1][0] and isinstance(event, self._yaml.ScalarEvent):
            names = (*(name for _, name in self._open[1:] if name), self._key or "")
            self.fields.append(self._field(event, names))
        self._key = None

    def _field(self, event: Any, names: tuple[str, ...]) -> Field:
        start, end = event.start_mark.index, event.end_mark.index
        if self._text[end - 1 : end].isspace():  # A block ends with the lines behind it.
            end = start + len(self._text[start:end].rstrip(" \t\r\n"))
        is_text = not event.anchor and not event.tag and "\n\n" not in event.value.strip("\n")
        if not event.style and event.value in _NOTHING:
            is_text = False
        return Field(names, start, end, event.value, self._text[start : start + 1], is_text)


def added(text: str, name: str, value: str, line_end: str) -> tuple[int, str]:
    """Where another field stands, and what.

    Args:
        text: The fields that there are.
        name: The new one's.
        value: What it says.
        line_end: The file's.
    """
    return len(text), f"{name}: {spelt('', value)}{line_end}"


def spelt(style: str, text: str) -> str:
    """A text in the place of a field.

    Args:
        style: The first character of what stood there.
        text: What is written.
    """
    is_printable = not _UNPRINTABLE.search(text)
    if style == "'" and is_printable:
        return "'" + text.replace("'", "''") + "'"
    if style not in {"'", '"', "|", ">"} and _PLAIN.fullmatch(text) and text.lower() not in _SPOKEN_FOR:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNPRINTABLE.sub(_code, escaped)}"'


def _code(found: re.Match[str]) -> str:
    return f"\\U{ord(found[0]):08X}"
