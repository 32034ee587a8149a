"""Search a glossary's rows as people do who know some letters of what they look for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.core.terms.glossary import Term
from translate.core.text.spelling import fold, normalise
from translate.errors import GlossaryError
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a locale that somebody has asked for, as they apply there."""

    locale: str
    terms: tuple[Term, ...]
    of: int
    """So many rows there are in all."""
    errors: tuple[GlossaryError, ...] = ()
    """Rows that cannot be used, or the file that cannot."""


def called(terms: Iterable[Term], name: str) -> tuple[Term, ...]:
    """The rows of a name: those that have it as a source; where there is none, those that accept it, or forbid it.

    Args:
        terms: The rows.
        name: A whole name; capitals do not matter.
    """
    every, wanted = tuple(terms), _key(name)
    own = tuple(term for term in every if wanted in map(_key, term.sources))
    return own or tuple(term for term in every if wanted in map(_key, (*term.accepted, *term.forbid)))


def having(terms: Iterable[Term], words: Sequence[str]) -> tuple[Term, ...]:
    """The rows that have all of some words, or pieces of words, in their names or notes; capitals do not matter.

    Args:
        terms: The rows.
        words: What each of them must have; without any, all rows have that.
    """
    wanted = [_key(word) for word in words]
    return tuple(term for term in terms if all(word in _all_of(term) for word in wanted))


def _all_of(term: Term) -> str:
    told = (*term.sources, *term.accepted, *term.forbid, term.kind, term.note, term.reviewed)
    # No text has what stands between them, and none is empty: rows of spaces take long.
    return _key("\0".join(filter(None, told)))


def _key(text: str) -> str:
    return fold(normalise(text).text)
