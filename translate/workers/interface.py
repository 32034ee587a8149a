"""What whoever does work units must be able to do: bytes go in, bytes come out, somewhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from concurrent.futures import Future
from typing import Self

from translate.errors import EngineError


class UnitError(EngineError):
    """A unit was given up: whoever worked on it died or hung, as often as it may."""


class GoneError(EngineError):
    """There is nobody left who works: the units have to be done where the run itself is."""


class Workers(ABC):
    """Does units: each is some bytes that tell what there is to do, and comes back as bytes that tell what was made.

    The same unit has the same outcome, whoever does it and however often. As a context it ends with that.
    """

    @property
    @abstractmethod
    def places(self) -> int:
        """How many units can be worked on at a time, by now: at least one."""

    @property
    def troubles(self) -> tuple[str, ...]:
        """What went wrong so far with those who work, a sentence each; what became of a unit its future tells."""
        return ()

    @abstractmethod
    def submit(self, key: str, unit: bytes) -> Future[bytes]:
        """Have a unit done.

        Args:
            key: Of the unit; the same for the same unit, whoever asks and whenever.
            unit: What there is to do.

        Returns:
            The outcome once it is there. Its exception is UnitError where the unit was given up, GoneError where nobody
            is left to do it, or what came of the work itself.
        """

    @abstractmethod
    def close(self) -> None:
        """Let everybody go; what is still being worked on is lost."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
