"""The engine `identity`: the source text itself, for trying a project out and for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.interface import Engine, Progress
from translate.errors import SettingsError


class IdentityEngine(Engine):
    """Gives back every sentence as it is, with the required terms in their preferred forms; it has every pair."""

    name: ClassVar[str] = "identity"
    machine_options: ClassVar[frozenset[str] | None] = frozenset()

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        if self.options:
            raise SettingsError(f"[engines.identity] knows no “{min(self.options)}”; it has no options")

    def signature(self, source: str, target: str) -> str | None:  # noqa: ARG002 -- All pairs are alike.
        """Always ``identity``."""
        return self.name

    def places(self) -> tuple[Path, ...]:
        """None that it needs."""
        return ()

    def translate(
        self,
        sentences: Sequence[SourceSentence],
        source: str,  # noqa: ARG002 -- All pairs are alike.
        target: str,  # noqa: ARG002
        *,
        hypotheses: int = 1,  # noqa: ARG002 -- There is one.
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Give the sentences back. See the interface."""
        if progress is not None:
            progress(len(sentences))
        return [(Hypothesis(with_terms(sentence)),) for sentence in sentences]


def with_terms(sentence: SourceSentence) -> str:
    """The source text with each required term in its preferred form."""
    text = sentence.text
    # From right to left, so that earlier offsets stay true.
    for term in reversed(sentence.terms):
        text = text[: term.start] + term.forms[0] + text[term.end :]
    return text
