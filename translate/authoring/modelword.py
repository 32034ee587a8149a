"""Decline a term as a word whose forms are known, in any language."""

from __future__ import annotations

from collections.abc import Sequence

from translate.authoring.interface import Proposal, Suggester
from translate.core.terms.declension import decline, unlikeness
from translate.core.terms.glossary import Form


class ModelWord(Suggester):
    """Copies the endings of one word.

    Args:
        model: Its base form.
        forms: Its other forms.
        dictionary: What knows better, if anything does.
    """

    def __init__(self, model: str, forms: Sequence[Form], dictionary: Suggester | None = None) -> None:
        self.name = f"like {model}"
        self._model = model
        self._forms = tuple(forms)
        self._dictionary = dictionary

    def suggest(self, base: str, kind: str) -> Proposal:
        """Decline a term; the doubt says so where its ending does not fit, and where it may decline in another way."""
        if not self._forms:
            return Proposal((), (f"“{self._model}” has no forms to decline by",))
        try:
            forms = decline(base, self._model, self._forms)
        except ValueError as error:
            return Proposal((), (str(error),))
        known = self._dictionary.suggest(base, kind).forms if self._dictionary else ()
        if self._dictionary and known:
            doubt = _difference(forms, known, self._dictionary.name)
        else:
            doubt = unlikeness(base, self._model, self._forms)
        return Proposal(forms, (f"unsure: {doubt}; read the forms",) if doubt else ())


def _difference(forms: Sequence[Form], known: Sequence[Form], name: str) -> str | None:
    """Where a dictionary has other forms under the same labels."""
    table: dict[str, list[str]] = {}
    for form in known:
        table.setdefault(form.label, []).append(form.text)
    others = [form for form in forms if form.text not in table.get(form.label, [form.text])]
    if not others:
        return None
    label, text = others[0].label, others[0].text
    more = f", and {len(others) - 1} more differ" if len(others) > 1 else ""
    return f"{label} is “{text}” here and “{table[label][0]}” in {name}{more}"
