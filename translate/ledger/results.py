"""What the pages of a ledger say, as bytes and as values."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from translate.core.results.figures import Figures
from translate.core.results.judging import Placed
from translate.core.results.looks import Look
from translate.core.results.summary import CatalogResult, CatalogState
from translate.core.text.jsontext import as_json

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
Mentions = dict[str, tuple[str, dict[str, int]]]


def from_result(result: CatalogResult) -> bytes:
    """What a draft of an article came to, to be read by the runs that find nothing changed since."""
    settled = replace(result, state=CatalogState.UNCHANGED, drafted=0, recalled=0, replaced=())
    return as_json(settled)


def to_result(data: bytes) -> CatalogResult | None:
    """The result that `from_result` was given, with nothing new in it; None where another version wrote the bytes."""
    return _read(_result(), data)


def from_look(look: Look) -> bytes:
    """What a look at a PO file found."""
    return as_json(look)


def to_look(data: bytes) -> Look | None:
    """The look that `from_look` was given; None where another version wrote the bytes."""
    return _read(_look(), data)


def from_figures(figures: Figures) -> bytes:
    """How far a PO file is."""
    return as_json(figures)


def to_figures(data: bytes) -> Figures | None:
    """The figures that `from_figures` was given; None where another version wrote the bytes."""
    return _read(_figures(), data)


def from_waiting(waiting: tuple[Placed, ...]) -> bytes:
    """The entries of a PO file that wait; they have whole texts in them, so they are packed."""
    return zlib.compress(as_json(waiting), level=1)


def to_waiting(data: bytes) -> tuple[Placed, ...] | None:
    """The entries that `from_waiting` was given; None where another version wrote the bytes."""
    return _read_packed(_waiting(), data)


def from_mentions(found: Mentions) -> bytes:
    """Which titles each article mentions, each with how often, and the state that its file had then."""
    return zlib.compress(as_json(found), level=1)


def to_mentions(data: bytes) -> Mentions | None:
    """What `from_mentions` was given; None where another version wrote the bytes."""
    return _read_packed(_mentions(), data)


def _read_packed(adapter: TypeAdapter[T], data: bytes) -> T | None:
    try:
        return _read(adapter, zlib.decompress(data))
    except zlib.error:
        return None


def _read(adapter: TypeAdapter[T], data: bytes) -> T | None:
    try:
        return adapter.validate_json(data)
    except ValueError:
        return None


@cache
def _result() -> TypeAdapter[CatalogResult]:
    from pydantic import TypeAdapter

    return TypeAdapter(CatalogResult)


@cache
def _look() -> TypeAdapter[Look]:
    from pydantic import TypeAdapter

    return TypeAdapter(Look)


@cache
def _figures() -> TypeAdapter[Figures]:
    from pydantic import TypeAdapter

    return TypeAdapter(Figures)


@cache
def _waiting() -> TypeAdapter[tuple[Placed, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Placed, ...])


@cache
def _mentions() -> TypeAdapter[Mentions]:
    from pydantic import TypeAdapter

    return TypeAdapter(Mentions)
