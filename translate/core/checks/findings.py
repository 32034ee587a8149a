"""What a check says about a translation, and what a check is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum

from translate.core.terms.glossary import Term
from translate.core.terms.language import Language
from translate.core.terms.matching import TermMatch
from translate.core.terms.verification import Verification, verify
from translate.core.text.tags import counted, plain
from translate.values import dataclass


class Level(StrEnum):
    """How much a finding asks for."""

    ERROR = "error"
    """A promise of the glossary or of the text itself is broken."""
    WARNING = "warning"
    """Most likely wrong; a person decides."""
    INFO = "info"
    """Worth knowing; nobody has to do anything."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a translation that a person should look at."""

    rule: str
    """The stable name of what found it, such as ``term-missing``."""
    level: Level
    message: str
    """What is wrong and what to do, in one sentence without a full stop."""
    span: tuple[int, int] | None = None
    """Where it stands in the translation: first character, and behind the last; None where it is about the whole."""
    term: str = ""
    """The term that it is about, as the glossary has it in the source language; empty where it is about none."""


@dataclass(frozen=True, slots=True)
class Across:
    """Which quotations run over from one text of an article to the next."""

    before: bool = False
    """Whether the translation closes one that an earlier text has opened."""
    behind: bool = False
    """Whether the translation opens one that a later text closes, or opens it again."""
    lacks: str = ""
    """What the source does here with one, ``opens`` or ``closes``, and the translation only at its other end."""
    far: int = 0
    """How many texts on that other end is, of what it lacks."""


NOWHERE = Across()


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What its lists say of a title that a translation has to heed."""

    channels: tuple[str, ...] = ()
    limit: int | None = None
    """So many columns it may be wide."""


NOT_BROADCAST = Broadcast()


@dataclass(frozen=True, slots=True)
class Unit:
    """A text with its translation, and what the glossary asks of it: all that a check is told. `of` makes one."""

    source: str
    """Without tags (`tags.plain`)."""
    target: str
    """Without tags."""
    source_language: Language
    language: Language
    matches: tuple[TermMatch, ...]
    """The terms in the source, those that ask for nothing included."""
    bans: tuple[Term, ...]
    """The `forbid` rows that hold for it."""
    verification: Verification = field(compare=False)
    """What became of its terms."""
    context: str | None = None
    """What kind of text it is, such as ``headline``; None for body text."""
    introduced: frozenset[Term] = frozenset()
    """The terms that an earlier text of the same article mentions."""
    across: Across = NOWHERE
    """Which quotations run over from the texts around it in the same article."""
    broadcast: Broadcast = NOT_BROADCAST
    """Of a title; anything else has none."""
    tagged: tuple[str, str] | None = None
    """Source and translation with their tags; None where neither has any."""

    @property
    def texts(self) -> tuple[str, str]:
        """Source and translation as they are, tags included."""
        return self.tagged or (self.source, self.target)

    @classmethod
    def of(
        cls,
        source: str,
        target: str,
        source_language: Language,
        language: Language,
        matches: Sequence[TermMatch] = (),
        *,
        bans: Sequence[Term] = (),
        context: str | None = None,
        broadcast: Broadcast = NOT_BROADCAST,
    ) -> Unit:
        """A text whose terms are verified here, once: many checks and the review's marks ask what became of them.

        Source and translation may have tags; where the terms stand is told for the source without them.
        """
        bare_source, bare = plain(source), plain(target)
        return cls(
            bare_source,
            bare,
            source_language,
            language,
            tuple(matches),
            tuple(bans),
            verify(matches, bare),
            context,
            broadcast=broadcast,
            tagged=(source, target) if counted(source) or counted(target) else None,
        )
