"""The time, as it is handed to a run by whoever starts it."""

from __future__ import annotations

from collections.abc import Callable

from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """What a run may ask about time while it is at work."""

    nanoseconds: Callable[[], int]
    """Since 1970, as the times of files are counted; it may jump."""
    seconds: Callable[[], float]
    """It does not jump, and begins anywhere."""
    pause: Callable[[float], object]
    """Waits for so many seconds."""
