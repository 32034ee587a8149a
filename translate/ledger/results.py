"""What the pages of a ledger say, as bytes and as values."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from translate.core.results.judging import Placed
from translate.core.results.looks import Look
from translate.core.results.summary import CatalogResult, CatalogState

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def from_result(result: CatalogResult) -> bytes:
    """What a draft of an article came to, to be read by the runs that find nothing changed since."""
    settled = replace(result, state=CatalogState.UNCHANGED, drafted=0, recalled=0)
    return _adapter(CatalogResult).dump_json(settled)


def to_result(data: bytes) -> CatalogResult | None:
    """The result that `from_result` was given, with nothing new in it; None where another version wrote the bytes."""
    return _read(CatalogResult, data)


def from_look(look: Look) -> bytes:
    """What a look at a PO file found."""
    return _adapter(Look).dump_json(look)


def to_look(data: bytes) -> Look | None:
    """The look that `from_look` was given; None where another version wrote the bytes."""
    return _read(Look, data)


def from_waiting(waiting: tuple[Placed, ...]) -> bytes:
    """The entries of a PO file that wait; they have whole texts in them, so they are packed."""
    return zlib.compress(_adapter(tuple[Placed, ...]).dump_json(waiting), level=1)


def to_waiting(data: bytes) -> tuple[Placed, ...] | None:
    """The entries that `from_waiting` was given; None where another version wrote the bytes."""
    try:
        unpacked = zlib.decompress(data)
    except zlib.error:
        return None
    return _read(tuple[Placed, ...], unpacked)


def _read(kind: type[T], data: bytes) -> T | None:
    try:
        return _adapter(kind).validate_json(data)
    except ValueError:
        return None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415  Slow to import.

    return TypeAdapter(kind)
