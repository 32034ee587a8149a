"""What is known of the language that names are looked for in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from translate.core.terms.inflection import NO_CASES, Inflection
from translate.core.terms.language import Language
from translate.values import dataclass


def _nothing() -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """How a language writes names. What nobody knows is empty, and nothing then asks for it."""

    small: frozenset[str] = frozenset()
    """Words in small letters that begin no name though a sentence begins with them: ``the``, ``of``, ``with``."""
    articles: frozenset[str] = frozenset()
    """The definite articles: with or without one, a name is the same."""
    titles: frozenset[str] = frozenset()
    """What stands before a person's name and is no part of it: ``mr``, ``dr``."""
    possessives: tuple[str, ...] = ()
    """What is tied to a name and is no part of it: ``'s``."""
    linking: frozenset[str] = frozenset()
    """Words that may stand within a name behind a common word: the ``of`` of ``Bank of England``."""
    capital_nouns: bool = False
    """Whether every noun has a capital, so that a word's capital says nothing."""
    inflection: Inflection = NO_CASES
    """How its nouns change: forms of one name are the same name, where the endings are known."""
    common_names: Callable[[], frozenset[str]] = field(default=_nothing, compare=False, repr=False)
    """The names, in small letters, that every engine knows: of countries, peoples and languages."""
    calendar: Callable[[], frozenset[str]] = field(default=_nothing, compare=False, repr=False)
    """The names of months and days, in small letters, which no glossary needs."""


def facts_of(
    language: Language,
    common_names: Callable[[], frozenset[str]] = _nothing,
    calendar: Callable[[], frozenset[str]] = _nothing,
) -> Facts:
    """What is known of a language, for whoever looks for names in it.

    Args:
        language: That of the articles.
        common_names: Gives the names of countries and languages, in small letters.
        calendar: Gives the names of months and days, in small letters.
    """
    return Facts(
        small=frozenset((*language.small_in_titles, *language.function_words, *language.articles)),
        articles=frozenset(language.articles),
        titles=frozenset(language.personal_titles),
        possessives=language.possessives,
        linking=frozenset(language.linking_in_names),
        capital_nouns=language.capital_nouns,
        inflection=language.inflection,
        common_names=lambda: common_names() | frozenset(language.peoples),
        calendar=calendar,
    )
