"""Fields in TOML, those that stand in a line each."""

from __future__ import annotations

import re
import tomllib

from translate import patterns
from translate.documents.markdown.fields import Field, NoFieldsError

CODE = "toml"
_FIELD = patterns.compile(
    r"""^[ \t]*(?P<name>[A-Za-z0-9_-]+)[ \t]*=[ \t]*"""
    r"""(?P<value>"(?!"")(?:[^"\\\r\n]|\\.)*"|'(?!'')[^'\r\n]*')[ \t]*(?:\#.*)?$"""
)
_TABLE = patterns.compile(r"^[ \t]*\[+(?P<name>[^\]\r\n]+)\]+[ \t]*(?:\#.*)?$")
_LONG = patterns.compile(r"\"{3}|'{3}")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t"}


def read(text: str) -> list[Field]:
    """The fields, in the order of the text.

    Args:
        text: Without the lines around it.

    Raises:
        NoFieldsError: It is no TOML.
    """
    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise NoFieldsError(int(found[1]) - 1 if found else 0) from None
    if _LONG.search(text):  # Within a text of several lines may stand what looks like fields.
        return []
    fields: list[Field] = []
    table: tuple[str, ...] = ()
    start = 0
    for line in text.split("\n"):
        bare = line.removesuffix("\r")
        if opened := _TABLE.match(bare):
            table = tuple(part.strip(" \t\"'") for part in opened["name"].split("."))
        elif found := _FIELD.match(bare):
            value = found["value"]
            fields.append(
                Field(
                    (*table, found["name"]), start + found.start("value"), start + found.end("value"),
                    tomllib.loads(f"x={value}")["x"], value[0],
                )
            )  # fmt: skip
        start += len(line) + 1
    return fields


def added(text: str, name: str, value: str, line_end: str) -> tuple[int, str]:
    """Where another field stands, and what: before the first table.

    Args:
        text: The fields that there are.
        name: The new one's.
        value: What it says.
        line_end: The file's.
    """
    found = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    return found.start() if found else len(text), f"{name} = {spelt('', value)}{line_end}"


def spelt(style: str, text: str) -> str:
    """A text in the place of a field.

    Args:
        style: The quotation mark that stood there.
        text: What is written.
    """
    if style == "'" and "'" not in text:
        return f"'{text}'"
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'
