"""Know again what an engine has answered in earlier runs, as long as all is the same that its answers depend on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

from translate.core.offers import SourceSentence
from translate.core.text.fingerprints import digest
from translate.engines.answers import FILE, Answers
from translate.engines.interface import Engine
from translate.engines.packing import Offers, packed, unpacked
from translate.ledger.states import state_of
from translate.settings import Settings
from translate.workflow.clock import Clock
from translate.workflow.editions import Edition, content_of, edition_of


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
        self._edition: Edition | None = None
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
        self.edition(engine, source, locale)
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

    def known(self, sentences: Sequence[SourceSentence], hypotheses: int) -> dict[bytes, bytes]:
        """The same as it is kept, by its keys, for whoever asks the engine elsewhere."""
        keys = self._keys(sentences, hypotheses)
        return dict(self._answers.get(keys.values())) if keys else {}

    def take(self, answers: Mapping[bytes, bytes]) -> None:
        """Keep what was answered elsewhere, by an engine of the same edition on a machine of the same kind."""
        if self._edition is not None:
            self._answers.put(answers)

    def _keys(self, sentences: Iterable[SourceSentence], hypotheses: int) -> dict[SourceSentence, bytes]:
        edition = self._edition
        return {one: edition.key(one, hypotheses) for one in sentences} if edition else {}

    def edition(self, engine: Engine, source: str, locale: str) -> Edition | None:
        """What an engine is, as it is first asked; None where it does not say, or its files have changed just now."""
        if self._is_open and self._edition is None:
            self._edition = edition_of(engine, source, locale, states=self._states, content=self._content)
            self._is_open = self._edition is not None
        return self._edition

    def _states(self, files: Iterable[Path]) -> dict[Path, str | None]:
        now_ns = self._now_ns()
        return {path: state_of(path, now_ns) for path in files}

    def _content(self, path: Path, state: str) -> str:
        """A digest of what is in a file, which is read once and not by every run; empty where it cannot be."""
        key = digest(("file", str(path), state))
        known = self._answers.get([key]).get(key)
        if known is None:
            known = bytes.fromhex(content_of(path))
            if known:
                self._answers.put({key: known})
        return known.hex()
