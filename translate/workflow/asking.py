"""``newsdesk memory search`` and ``stats``: what the memory has, for people who ask."""

from __future__ import annotations

from translate.core.entries.remembered import Difference, MemoryCount, MemoryHit, term_difference
from translate.core.terms.matching import Matcher
from translate.memory.database import Memory
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.terms import Glossaries


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, and what the glossary of today says to it."""

    hit: MemoryHit
    terms: Difference
    """The glossary's terms by which the sources differ."""


def search(
    settings: Settings, memory: Memory, text: str, *, locale: str, kind: str | None = None, limit: int = 5
) -> tuple[Found, ...]:
    """The approved translations of a text and of texts like it.

    Raises:
        GlossaryError: The locale's glossary cannot be used.
    """
    hits = memory.fuzzy(locale, text, kind, limit)
    glossary = Glossaries(settings).load(locale).glossary
    matcher = Matcher(glossary)
    return tuple(Found(hit, term_difference(matcher, text, hit.unit.source)) for hit in hits)


def stats(memory: Memory) -> tuple[MemoryCount, ...]:
    """How much is remembered, by locale and kind."""
    return memory.counts()
