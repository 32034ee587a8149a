"""What tools have done to PO files, so that texts of people are gone from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Harm(StrEnum):
    """What became of a file from which people's texts are gone at once."""

    DELETED = "deleted"
    EMPTIED = "emptied"
    """Nothing is in it."""
    CUT = "cut"
    """Entries, or its header, are missing."""
    EXPORTED = "exported"
    """As OmegaT exports: what was fuzzy has no text."""
    SET_BACK = "set back"
    """Our drafts stand where people's texts stood."""
    BLANKED = "blanked"
    """More texts are gone than a person deletes in a day."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is gone from one PO file, and nobody has seen to."""

    path: str
    """The file, as the newsroom knows it."""
    texts: int
    since: str
    """The day on which it was noticed, such as ``2026-11-28``."""
    harm: Harm
    """What had become of the file on that day."""
