"""What ``newsdesk doctor`` finds."""

from __future__ import annotations

from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    subject: str
    fine: bool
    message: str
    """What was found; where it is not fine, what to do."""
