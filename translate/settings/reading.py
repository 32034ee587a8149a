"""Read a file of settings, and say in a line each what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from translate.core.text import toml
from translate.errors import SettingsError
from translate.files import bounds
from translate.settings.tables import NO_TABLE, UNKNOWN, FaultsError, Table

_LARGEST = 16_000
"""Bytes; nothing larger is read into memory."""

Unknown = tuple[str, str]


def read(path: Path, home: Path | None) -> tuple[str, dict[str, Any]]:
    """A file's text, and what it says.

    Args:
        path: The file.
        home: The folder that links must not lead out of, resolved; None for anywhere.

    Raises:
        SettingsError: It cannot be read, or is no TOML.
    """
    try:
        with os.fdopen(bounds.opened(home, path), "rb") as file:
            if (size := os.fstat(file.fileno()).st_size) > _LARGEST:
                raise SettingsError(f"has {size:,} bytes; is it the settings?", path=str(path))
            data = file.read()
        text = data.decode("utf-8-sig")
        return text, toml.read(text)
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError("is not UTF-8; save it as UTF-8", path=str(path), line=line) from error
    except toml.NoTomlError as error:
        raise SettingsError(str(error), path=str(path), line=error.line) from error


def check(
    schema: Table,
    table: Mapping[str, Any],
    shown: str,
    text: str,
    unknown: Callable[[Sequence[str]], Unknown],
    *,
    no_table: str = "must be a table: its own line [{key}], with its settings below",
) -> Mapping[str, Any]:
    """Hold what a file says against what it may say.

    Args:
        schema: The tables and keys.
        table: What the file says.
        shown: The file as the user knows it.
        text: The file.
        unknown: What to say of a key that the schema does not know, by its place: ahead of its value, and behind it.
        no_table: What to say of what is no table and should be one.

    Returns:
        What is said, by table and key, and nothing of what is not.

    Raises:
        SettingsError: It says something that cannot be used: everything that is wrong in one message, a line each.
    """
    try:
        return schema(table)
    except FaultsError as error:
        lines = []
        for fault in error.faults:
            key = ".".join(fault.place)
            says, hint = unknown(fault.place) if fault.says == UNKNOWN else (fault.says, "")
            sentence = no_table.format(key=key) if says == NO_TABLE else says
            told = f" (it is {fault.value!r})" if isinstance(fault.value, str | int | float | bool) else ""
            lines.append(f"{place(shown, text, key)}: “{key}” {sentence}{told}{hint}")
        raise SettingsError("\n".join(lines), path=None) from error


def place(shown: str, text: str, key: str) -> str:
    """Where a key is set: the file, and the line where that can be told."""
    line = toml.line_of(text, key.split("."))
    return f"{shown} line {line}" if line else shown
