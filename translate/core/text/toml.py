"""Read TOML, and say in a sentence what is wrong with a text that is none, and on which line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Any

_REASONS = {
    r"Illegal character '\n'": "a quotation mark is missing at the end of the line",
    "Cannot overwrite a value": "a key is set here for the second time",
    "Cannot declare": "a table begins here for the second time",
}
"""What tomllib finds, by how it begins to tell it."""


class NoTomlError(ValueError):
    """A text is no TOML.

    Args:
        message: What is wrong, as the end of a sentence that begins with the file's name.
        line: The line, counted from 1, where it is known.
    """

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


def read(text: str) -> dict[str, Any]:
    """What a TOML file says.

    Raises:
        NoTomlError: It is none.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise NoTomlError("is nested too deep", None) from error
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).removesuffix(")").rpartition(" (at line ")
        reason = next((ours for theirs, ours in _REASONS.items() if reason.startswith(theirs)), reason)
        found = re.match("[0-9]+", place)
        raise NoTomlError(f"is not TOML: {reason or error}", int(found[0]) if found else None) from error


def line_of(text: str, names: Sequence[str]) -> int | None:
    """The line that sets a key, or that begins its table; as far as a file without tricks is concerned.

    Args:
        text: The file.
        names: The key behind the names of the tables that it is in, the outermost first.
    """
    found, table = None, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if heading := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            table = heading[1].split(".")
            if list(names[: len(table)]) == table:
                found = number
        elif (key := re.match(r"\s*([\w-]+)\s*=", line)) and [*table, key[1]] == list(names[: len(table) + 1]):
            return number
    return found
