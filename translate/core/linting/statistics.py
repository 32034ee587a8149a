"""What a glossary comes to in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from translate.core.linting.counting import Used
from translate.core.terms.glossary import Action, Glossary
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Statistics:
    """The rows that apply in a locale, counted."""

    locale: str
    rows: int
    actions: Mapping[Action, int]
    """How many there are of each, the commonest first."""
    files: Mapping[str, int]
    """How many come from each file, in the order in which these are read."""
    with_forms: int
    lacking_forms: int
    """Those that have none, in a language in which their targets change."""
    reviewed: int
    """Those of which somebody says that they have been."""
    asking: int
    """Those that ask for something to stand in a translation."""
    absent: tuple[str, ...]
    """The sources of those of them that no text mentions."""
    used: Used
    """How they are used in the locale's PO files."""

    @property
    def share(self) -> float:
        """How large a part of all texts mentions a row; nought where there are no texts."""
        return self.used.with_terms / self.used.texts if self.used.texts else 0.0


def statistics_of(glossary: Glossary, used: Used) -> Statistics:
    """Count the rows of a locale's glossary.

    Args:
        glossary: The glossary.
        used: How its rows are used.
    """
    terms = tuple(glossary.terms)
    asking = [term for term in terms if term.action not in {Action.OFF, Action.FORBID}]
    return Statistics(
        locale=glossary.locale,
        rows=len(terms),
        actions=dict(Counter(term.action for term in terms).most_common()),
        files=dict(Counter(term.origin.path for term in terms if term.origin)),
        with_forms=sum(bool(term.forms) for term in terms),
        lacking_forms=len(glossary.without_forms),
        reviewed=sum(bool(term.reviewed) for term in terms),
        asking=len(asking),
        absent=tuple(term.source for term in asking if term not in used.rows),
        used=used,
    )
