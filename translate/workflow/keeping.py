"""Know again what an engine has answered in earlier runs, as long as all is the same that its answers depend on."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from translate import __version__
from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.text.fingerprints import digest
from translate.engines.answers import FILE, Answers
from translate.engines.guarding import guarded
from translate.engines.interface import Engine
from translate.engines.packing import Offers, packed, unpacked
from translate.errors import EngineError
from translate.files import bounds
from translate.ledger.states import state_of
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.clock import Clock


@dataclass(frozen=True, slots=True)
class _Edition:
    """What an engine was when it was first asked for a pair."""

    digest: str
    states: Mapping[Path, str | None]
    """Those of its files: what it has loaded, nobody can tell once they have changed."""


class Keeping:
    """The answers of one engine for one pair in the files of a project."""

    def __init__(self, answers: Answers, now_ns: Callable[[], int]) -> None:
        """Take the answers of a project.

        Args:
            answers: They are shared by all engines.
            now_ns: Tells the time, in nanoseconds since 1970.
        """
        self._answers = answers
        self._now_ns = now_ns
        self._edition: _Edition | None = None
        self._is_open = True

    @classmethod
    def of(cls, settings: Settings, *, now: datetime, clock: Clock, keep: bool) -> Keeping:
        """What a project has; as a context it ends with that.

        Args:
            settings: The project.
            now: The time at which the run begins.
            clock: The time while it is at work.
            keep: Whether later runs may know of what this one asks.
        """
        path, home = settings.root / FILE, settings.root
        return cls(Answers(path, home=home, day=now.toordinal(), keep=keep), clock.nanoseconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._answers.close()

    def anew(self) -> Keeping:
        """The same for another engine."""
        return Keeping(self._answers, self._now_ns)

    def find(
        self, engine: Engine, sentences: Sequence[SourceSentence], source: str, locale: str, *, hypotheses: int
    ) -> dict[SourceSentence, Offers]:
        """What is known of sentences; to be asked before the engine is, and always for the same engine and pair."""
        if self._is_open and self._edition is None:
            self._edition = self._edition_of(engine, source, locale)
            self._is_open = self._edition is not None
        keys = self._keys(sentences, hypotheses)
        known = self._answers.get(keys.values()) if keys else {}
        found: dict[SourceSentence, Offers] = {}
        for sentence, key in keys.items():
            with contextlib.suppress(KeyError, ValueError):
                offers = unpacked(known[key])
                if len(offers) <= hypotheses:
                    found[sentence] = offers
        return found

    def put(self, found: Mapping[SourceSentence, Offers], *, hypotheses: int) -> None:
        """Keep what the engine has answered just now.

        What came to nothing is not kept: it may have been the machine's fault.
        """
        if self._edition is not None and self._states(self._edition.states) != self._edition.states:
            self._edition, self._is_open = None, False
        told: dict[bytes, bytes] = {}
        for sentence, key in self._keys(found, hypotheses).items():
            with contextlib.suppress(ValueError):
                told[key] = packed(found[sentence])
        self._answers.put(told)

    def _keys(self, sentences: Iterable[SourceSentence], hypotheses: int) -> dict[SourceSentence, bytes]:
        if self._edition is None:
            return {}
        asked = (self._edition.digest, str(hypotheses))
        return {one: digest((*asked, one.text, *map(_told, one.terms))) for one in sentences}

    def _edition_of(self, engine: Engine, source: str, locale: str) -> _Edition | None:
        """What an engine is; None where it does not say, or its files have changed just now."""
        try:
            with guarded(type(engine)):
                basis, signature = engine.basis(source, locale), engine.signature(source, locale)
        except EngineError:
            return None
        if basis is None or signature is None:
            return None
        states = self._states(basis.files)
        told = [self._content(path, state) for path, state in states.items() if state is not None]
        if len(told) < len(states) or "" in told or self._states(states) != states:
            return None
        kind = type(engine)
        parts = (__version__, kind.__module__, kind.__qualname__, signature, *basis.settings)
        return _Edition(digest((*parts, *(path.name for path in states), *told)).hex(), states)

    def _states(self, files: Iterable[Path]) -> dict[Path, str | None]:
        now_ns = self._now_ns()
        return {path: state_of(path, now_ns) for path in files}

    def _content(self, path: Path, state: str) -> str:
        """A digest of what is in a file, which is read once and not by every run; empty where it cannot be."""
        key = digest(("file", str(path), state))
        known = self._answers.get([key]).get(key)
        if known is None:
            try:
                with os.fdopen(bounds.opened(None, path), "rb") as file:
                    known = hashlib.file_digest(file, hashlib.blake2b).digest()
            except OSError:
                return ""
            self._answers.put({key: known})
        return known.hex()


def _told(term: RequiredTerm) -> str:
    """A required term, but for what no engine goes by."""
    row = term.term and replace(term.term, origin=None, note="", reviewed="")
    return repr((term.start, term.end, term.forms, row))
