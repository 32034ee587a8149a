"""A translation with the tags of its source, and what is not sure of their places."""

from __future__ import annotations

from enum import StrEnum

from translate.values import dataclass


class Doubt(StrEnum):
    """Why somebody should look at a tag."""

    NO_WORDS = "no words"
    """Nothing in the translation seems to stand for the words that it is around."""
    UNSURE = "unsure"
    """Another place is nearly as likely, or none is likely."""
    EMPTY = "empty"
    """It is around nothing, since there are more tags than words."""


class Effort(StrEnum):
    """How much work is put into finding where tags belong."""

    QUICK = "quick"
    """The engine's own alignment, and the words within a tag by themselves: less than a draft takes once more."""
    THOROUGH = "thorough"
    """Each word of the source is left out once as well: some five drafts."""


@dataclass(frozen=True, slots=True)
class TagDoubt:
    """A tag of a translation that somebody should look at."""

    doubt: Doubt
    tag: str
    """As it begins: ``<a1>`` or ``<br2/>``."""
    words: str
    """The words of the source that it is around, without tags; empty where it is around none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation with its tags."""

    text: str
    doubts: tuple[TagDoubt, ...] = ()
    """In the order of the source, at most one for a tag."""
    is_guessed: bool = False
    """Whether nothing but a proportion told where the tags belong."""
