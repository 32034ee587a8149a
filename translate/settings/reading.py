"""Read a file of settings, and say in a line each what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from translate.core.text import toml
from translate.errors import SettingsError
from translate.files import bounds

if TYPE_CHECKING:
    from pydantic import ValidationError

_LARGEST = 16_000
"""Bytes; nothing larger is read into memory."""

Unknown = tuple[str, str]

_SENTENCES = {
    "missing": "is missing",
    "string_type": "must be a text in quotation marks",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "must be of letters from a to z, digits, dots, hyphens and underscores, without spaces",
    "bool_type": "must be true or false, without quotation marks",
    "int_type": "must be a whole number, without quotation marks",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "list_type": 'must be a list, such as ["one", "two"]',
    "too_short": "must not be empty",
    "dict_type": "must be a table: its own line [{key}], with its settings below",
    "model_type": "must be a table: its own line [{key}], with its settings below",
}
"""What pydantic finds, by its name for it."""


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
    schema: Any,
    table: Mapping[str, Any],
    shown: str,
    text: str,
    unknown: Callable[[Sequence[str | int]], Unknown],
    *,
    sentences: Mapping[str, str] = MappingProxyType({}),
) -> Any:
    """Hold what a file says against a schema.

    Args:
        schema: The tables and keys, as pydantic checks them.
        table: What the file says.
        shown: The file as the user knows it.
        text: The file.
        unknown: What to say of a key that the schema does not know, by its place: ahead of its value, and behind it.
        sentences: What to say of what pydantic finds, where that is not as in a file.

    Raises:
        SettingsError: It says something that cannot be used: everything that is wrong in one message, a line each.
    """
    from pydantic import ValidationError

    try:
        return schema.model_validate(table)
    except ValidationError as error:
        raise SettingsError(_explain(error, shown, text, unknown, {**_SENTENCES, **sentences}), path=None) from error


def place(shown: str, text: str, key: str) -> str:
    """Where a key is set: the file, and the line where that can be told."""
    line = toml.line_of(text, key.split("."))
    return f"{shown} line {line}" if line else shown


def _explain(
    error: ValidationError,
    shown: str,
    text: str,
    unknown: Callable[[Sequence[str | int]], Unknown],
    sentences: Mapping[str, str],
) -> str:
    lines = []
    for trouble in error.errors():
        key = ".".join(part for part in trouble["loc"] if isinstance(part, str))  # A list's places count from 0.
        no_key = trouble["type"] == "extra_forbidden"
        known, hint = unknown(trouble["loc"]) if no_key else (sentences.get(trouble["type"]), "")
        sentence = known.format(key=key, **trouble.get("ctx", {})) if known else _sentence(trouble["msg"])
        value = trouble["input"]
        told = f" (it is {value!r})" if isinstance(value, str | int | float | bool) else ""
        lines.append(f"{place(shown, text, key)}: “{key}” {sentence}{told}{hint}")
    return "\n".join(lines)


def _sentence(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
