"""Decline a term as a word whose forms are known, in any language."""

from __future__ import annotations

from collections.abc import Sequence

from translate.authoring.interface import Proposal, Suggester
from translate.core.terms.declension import decline
from translate.core.terms.glossary import Form


class ModelWord(Suggester):
    """Copies the endings of one word.

    Args:
        model: Its base form.
        forms: Its other forms.
    """

    def __init__(self, model: str, forms: Sequence[Form]) -> None:
        self.name = f"like {model}"
        self._model = model
        self._forms = tuple(forms)

    def suggest(self, base: str, kind: str) -> Proposal:
        """Decline a term; the doubt says so where its ending does not fit."""
        del kind
        if not self._forms:
            return Proposal((), (f"“{self._model}” has no forms to decline by",))
        try:
            return Proposal(decline(base, self._model, self._forms))
        except ValueError as error:
            return Proposal((), (str(error),))
