"""What is put before a person: the forms proposed for the rows of a glossary file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from translate.authoring.interface import Proposal
from translate.core.terms.glossary import Form, Term
from translate.errors import GlossaryError


class FormsState(StrEnum):
    """What became of a proposal."""

    PROPOSED = "proposed"
    WRITTEN = "written"
    FILLED = "kept"
    """The row has forms already, and keeps them."""
    LOOSE = "no row"
    """There is no row to write it into."""
    FIXED = "does not change"
    NOTHING = "nothing"
    """There are no forms to propose; the doubts say why."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The forms proposed for one term."""

    source: str
    target: str
    by: str
    """Which dictionary or model word they come from."""
    proposal: Proposal
    state: FormsState
    line: int | None = None
    """Of the row; None for a word that was only asked about."""

    @property
    def cell(self) -> str:
        """The forms as the glossary has them."""
        return cell_of(self.proposal.forms)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the glossary of a locale lacked."""

    locale: str
    path: str
    suggestions: tuple[Suggestion, ...]
    errors: tuple[GlossaryError, ...]
    """Rows that cannot be used."""
    written: bool

    @property
    def incomplete(self) -> bool:
        """Whether something is left for a person to do besides the review."""
        return bool(self.errors) or any(s.state is FormsState.NOTHING for s in self.suggestions)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a glossary file says, and how it says it."""

    path: str
    """The file as the newsroom knows it."""
    terms: tuple[Term, ...]
    errors: tuple[GlossaryError, ...]
    """Rows that cannot be used."""
    rows: Mapping[int, Mapping[str, str]]
    """The cells of each row by the names of their columns, by the line that it starts on."""

    def cells(self, term: Term) -> Mapping[str, str]:
        """The cells of a term's row."""
        return self.rows[line_of(term)]

    def has_forms(self, term: Term) -> bool:
        """Whether a person has written forms into the term's row."""
        return bool(self.cells(term).get("forms"))


def line_of(term: Term) -> int:
    """The line that a term's row starts on."""
    return term.origin.line if term.origin else 0


def cell_of(forms: Iterable[Form]) -> str:
    """Forms as the glossary has them: ``gen=Esimese stuudio; in=Esimeses stuudios``."""
    return "; ".join(f"{form.label}={form.text}" if form.label else form.text for form in forms)
