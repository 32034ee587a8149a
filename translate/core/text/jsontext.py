"""Values as JSON, to be kept."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any


def as_json(value: object) -> bytes:
    """A value of texts, numbers, lists, mappings and other values, as pydantic reads it of its type.

    Raises:
        TypeError: There is something else in it.
    """
    return json.dumps(value, default=_by_field, ensure_ascii=False, separators=(",", ":")).encode()


def _by_field(value: Any) -> dict[str, object]:
    return {one.name: getattr(value, one.name) for one in fields(value)}
