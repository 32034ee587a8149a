"""What every target needs: laws that must hold, and values drawn from bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def law(holds: bool, told: str) -> None:
    """Complain where a law does not hold, as libFuzzer and pytest notice it.

    Raises:
        AssertionError: It does not.
    """
    if not holds:
        raise AssertionError(told)


def parts(data: bytes, number: int) -> list[bytes]:
    """Cut an input at its lines of ``%%``, so that a person can read it, into so many parts; missing ones are empty."""
    found = data.split(b"\n%%\n", number - 1)
    return found + [b""] * (number - len(found))


class Draws:
    """Takes one decision after another from bytes; when they are used up, every decision is the first choice."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, below: int) -> int:
        """A number from 0 on."""
        size = 1 if below <= 256 else 4  # noqa: PLR2004 - what a byte holds
        return int.from_bytes(self.bytes(size), "little") % below

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.number(len(choices))]

    def bytes(self, size: int) -> bytes:
        """So many bytes as they are, or what is left."""
        piece = self._data[self._at : self._at + size]
        self._at += size
        return piece

    def text(self) -> str:
        """A short text."""
        return self.bytes(self.number(64)).decode(errors="replace")
