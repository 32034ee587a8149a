"""What an engine must be able to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from translate.core.offers import Alignment, Hypothesis, Mark, Scored, SourceSentence
from translate.values import dataclass

Progress = Callable[[int], None]
"""Called with the number of sentences finished since the last call."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What an engine's answers for a pair depend on, beside its signature and what it is asked."""

    settings: tuple[str, ...] = ()
    """What it is set to, the versions of what it runs, and its own where it does not come with newsdesk."""
    files: tuple[Path, ...] = ()
    """What it reads and runs: models, data, programs. Their names and what is in them count, not where they are."""
    machine: tuple[str, ...] = ()
    """What counts of the machine, such as the kind of processor by which numbers are rounded: machines that differ in
    this alone may share work, and not its answers."""


class Engine(ABC):
    """One way of translating. Registered under the entry point group ``newsdesk.engines``.

    Making one is cheap: models and programs are loaded when `translate` first needs them.

    It works in newsdesk's own process: what may hang or crash should be another one, with a time limit. It is not asked
    twice at a time, but by more than one thread, and whatever is told of its progress may end it. What it fails
    on is left undrafted until the next run. Where its very first request fails, and a plain sentence after that, it
    counts as one that cannot start, and ``auto`` asks the next engine.

    Args:
        options: The table ``[engines.<name>]`` of newsdesk.toml and of the machine, values as TOML has them.

    Raises:
        SettingsError: An option is unknown or has a wrong value.
    """

    name: ClassVar[str]
    """What newsdesk.toml and ``--engine`` call it."""
    project_options: ClassVar[frozenset[str]] = frozenset()
    """The options that a project's newsdesk.toml may set: those by which nothing can be run and nothing elsewhere read,
    whatever their values are, such as a number of threads. Whoever can write to a project can set them."""
    machine_options: ClassVar[frozenset[str] | None] = None
    """The options that count only in settings of the machine and on the command line; None for all others. What is in
    neither is no option, and the engine says so when it is made."""

    marks: ClassVar[tuple[Mark, ...]] = (Mark.BRACKETS, Mark.NUMBER)
    """What it copies and drafts sentences around, the best first: it sees these and no identifiers."""

    jobs: int | None = None
    """How many processors it may use at most; None for all that the process may use. Whoever runs newsdesk says so, and
    it is set before the engine is first asked anything."""

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        self.options = dict(options or {})

    @abstractmethod
    def signature(self, source: str, target: str) -> str | None:
        """Name everything that a translation of this pair depends on, in a few words such as ``argos en-et 1.9``.

        Args:
            source: The source language, a code such as ``en``.
            target: The locale to translate into, such as ``et`` or ``pt_BR``.

        Returns:
            The signature, without a comma or a line end; None where the engine does not have the pair.

        Raises:
            EngineError: What may hold the pair is broken, so that nobody can tell.
        """

    def basis(self, source: str, target: str) -> Basis | None:  # noqa: ARG002  Nothing is known of any pair.
        """Name all that a translation of this pair depends on, so that it need not be made again by a later run.

        Where the signature and all of this are the same, `translate` has the same answer to the same sentence, whatever
        it is asked with it and whenever, and for every pair: locales that share a package share its answers, and where
        they must not, the settings name the pair. Of a term's row its place, its note and its date of review do not
        count. A class that translates in another way than the one it inherits from has a basis of its own.

        Args:
            source: The source language.
            target: The locale to translate into; the engine has the pair.

        Returns:
            None where nobody can tell; then no translation is kept from one run to the next.

        Raises:
            EngineError: What may hold the pair is broken.
        """
        return None

    def places(self) -> tuple[Path, ...] | None:
        """Name the files and folders, there or not, by which it tells what pairs it has and what they depend on.

        As long as nothing changes in them, nor in the environment, `signature` answers as before.

        Returns:
            Each counts with all that is in it; None where nobody can tell.
        """
        return None

    @abstractmethod
    def translate(
        self,
        sentences: Sequence[SourceSentence],
        source: str,
        target: str,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate sentences, each by itself.

        Args:
            sentences: What to translate; the same sentence may come more than once.
            source: The source language.
            target: The locale to translate into.
            hypotheses: How many different translations of a sentence are wanted at most.
            progress: Told of finished sentences as work goes on, until all have been told: a person watches the bar.

        Returns:
            For each sentence, in order, at most `hypotheses`, best first, no two alike, none of them empty. An empty
            tuple where the engine has no translation for a sentence: then its paragraph is left to people. The source
            in its place would be taken for a draft.

        Raises:
            EngineError: The engine cannot do the pair, or failed as a whole.
        """


class ScoringEngine(Engine):
    """An engine that can also tell how likely it finds a translation that it did not write.

    With that, core puts a missing term in the place of the words that stand for it (see `core.ladder`).
    """

    @abstractmethod
    def can_score(self, source: str, target: str) -> bool:
        """Whether `score` and `translate_without` work for a pair; cheap."""

    @abstractmethod
    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Scored]:
        """Score translations.

        Args:
            pairs: Sentences with a translation each; none of them empty.
            source: The source language.
            target: The locale of the translations.

        Returns:
            A score for each pair, in order.

        Raises:
            EngineError: The engine cannot do the pair, or failed as a whole.
        """

    @abstractmethod
    def translate_without(
        self, sentences: Sequence[str], phrases: Sequence[str], source: str, target: str, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate sentences once more, following only the hypotheses that are wanted, while some words are barred.

        Args:
            sentences: What to translate.
            phrases: What the translations should not have in them, in these letters; there may be none.
            source: The source language.
            target: The locale to translate into.
            hypotheses: How many different translations of a sentence are wanted at most.

        Returns:
            As `Engine.translate`. A barred phrase may still come, in another form or in other pieces.

        Raises:
            EngineError: The engine cannot do the pair, or failed as a whole.
        """


class AligningEngine(Engine):
    """An engine that can also tell which words of a translation come from which words of its source.

    With that, core puts inline tags where they belong (see `core.placing`).
    """

    @abstractmethod
    def can_align(self, source: str, target: str) -> bool:
        """Whether `align` works for a pair; cheap."""

    @abstractmethod
    def align(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Alignment]:
        """Tell where the words of translations come from.

        Args:
            pairs: Sentences with a translation each; none of them empty. A translation is what became of the engine's
                own, in which the glossary or a language's typography may have changed words.
            source: The source language.
            target: The locale of the translations.

        Returns:
            An alignment for each pair, in order.

        Raises:
            EngineError: The engine cannot do the pair, or failed as a whole.
        """
