"""Tell an engine with all that its answers depend on from any other: in later runs, and on other machines."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from translate import __version__
from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.text.fingerprints import digest
from translate.engines.guarding import guarded
from translate.engines.interface import Engine
from translate.errors import EngineError
from translate.files import bounds
from translate.values import dataclass

States = Mapping[Path, str | None]


@dataclass(frozen=True, slots=True)
class Edition:
    """What an engine is for a pair."""

    digest: str
    """Of the engine, its settings, the libraries and the files, but for …"""
    machine: str
    """… the digest of what counts of the machine: with another kind of processor, numbers are rounded elsewhere."""
    states: States
    """Those of its files."""

    def key(self, sentence: SourceSentence, hypotheses: int) -> bytes:
        """What an answer is known by: a digest of all that it depends on.

        Args:
            sentence: What is asked.
            hypotheses: How many translations are wanted at most.
        """
        return digest((self.digest, self.machine, str(hypotheses), sentence.text, *map(_told, sentence.terms)))


def edition_of(
    engine: Engine,
    source: str,
    locale: str,
    *,
    states: Callable[[Iterable[Path]], States] = lambda files: dict.fromkeys(files, ""),
    content: Callable[[Path, str], str] | None = None,
) -> Edition | None:
    """What an engine is; None where it does not say, or its files cannot be read or change just now.

    Args:
        engine: An engine that has the pair.
        source: The source language.
        locale: The locale.
        states: Tells the states of files, each None where it is too fresh.
        content: Tells a digest of what is in a file of a state, empty where nobody can; None to read it.
    """
    try:
        with guarded(type(engine)):
            basis, signature = engine.basis(source, locale), engine.signature(source, locale)
    except EngineError:
        return None
    if basis is None or signature is None:
        return None
    known = states(basis.files)
    read = content or (lambda path, _: content_of(path))
    told = [read(path, state) for path, state in known.items() if state is not None]
    if len(told) < len(known) or "" in told or states(known) != known:
        return None
    parts = (*_names(engine, signature), *basis.settings, *(path.name for path in known), *told)
    return Edition(digest(parts).hex(), digest(basis.machine).hex(), known)


def name_of(engine: Engine, signature: str, edition: Edition | None) -> str:
    """By what an engine is known on another machine: its edition's digest, or what it says of itself where it has none.

    Args:
        engine: The engine.
        signature: Its own, for the pair.
        edition: Its edition, for the pair.
    """
    return edition.digest if edition else digest(_names(engine, signature)).hex()


def _names(engine: Engine, signature: str) -> tuple[str, ...]:
    kind = type(engine)
    return (__version__, kind.__module__, kind.__qualname__, signature)


def content_of(path: Path) -> str:
    """A digest of what is in a file; empty where it cannot be read."""
    try:
        with os.fdopen(bounds.opened(None, path), "rb") as file:
            return hashlib.file_digest(file, hashlib.blake2b).hexdigest()
    except OSError:
        return ""


def _told(term: RequiredTerm) -> str:
    """A required term, but for what no engine goes by."""
    row = term.term and replace(term.term, origin=None, note="", reviewed="")
    return repr((term.start, term.end, term.forms, row))
