"""How long a run has patience with engines that fail."""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from translate.core.results.summary import Trouble
from translate.values import dataclass

PATIENCE = 3
"""An engine that fails on so many articles in a row is given up for the run."""


@dataclass(slots=True)
class Patience:
    """How many articles in a row the engine of each locale has failed on."""

    _failures: Counter[str] = field(default_factory=Counter)

    def is_lost(self, locale: str) -> bool:
        """Whether a locale's engine is not asked any more."""
        return self._failures[locale] >= PATIENCE

    def worked(self, locale: str) -> None:
        """A locale's engine has not failed on an article."""
        self._failures[locale] = 0

    def failed(self, locale: str) -> tuple[Trouble, ...]:
        """A locale's engine has failed on an article; what is to be told of it beside that."""
        self._failures[locale] += 1
        if self._failures[locale] != PATIENCE:
            return ()
        message = f"{locale}: the engine failed on {PATIENCE} articles in a row; the others are left untranslated,"
        return (Trouble(f"{message} and the next run tries again"),)
