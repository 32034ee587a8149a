"""What is put before a person: the forms and genders proposed for the rows of a glossary file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from translate.authoring.interface import Proposal
from translate.authoring.numbers import lacks_plural
from translate.core.terms.glossary import Action, Form, Term
from translate.errors import GlossaryError
from translate.values import dataclass

COLUMNS = ("gender", "forms")
"""What is proposed for a row, in the order in which columns are added that are not there."""


class FormsState(StrEnum):
    """What became of a proposal."""

    PROPOSED = "proposed"
    WRITTEN = "written"
    FILLED = "kept"
    """The row has already what is proposed, and keeps it."""
    LOOSE = "no row"
    """There is no row to write it into."""
    FIXED = "does not change"
    NOTHING = "nothing"
    """There is nothing to propose; the doubts say why."""


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
    filled: tuple[str, ...] = ()
    """Columns that the row has something in already."""

    @property
    def cell(self) -> str:
        """The forms as the glossary has them."""
        return cell_of(self.proposal.forms)

    @property
    def cells(self) -> dict[str, str]:
        """What is proposed for the row's empty cells, by the columns."""
        proposed = {"forms": self.cell, "gender": self.proposal.gender}
        return {column: text for column, text in proposed.items() if text and column not in self.filled}


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

    def lacks(self, term: Term, genders: bool) -> bool:
        """Whether a term takes something that its row lacks.

        Args:
            term: A term of the file.
            genders: Whether it may lack a gender, and of all forms the plural alone.
        """
        if term.action in {Action.KEEP, Action.OFF}:
            return False
        filled = self.filled(term)
        if not genders:
            return "forms" not in filled
        gender = "gender" in filled or term.kind == "person" or term.action is Action.FORBID
        return not gender or lacks_plural(term)

    def filled(self, term: Term) -> tuple[str, ...]:
        """The columns of a term's row that a suggestion would fill, and that a person has filled."""
        return tuple(column for column in COLUMNS if self.cells(term).get(column))


def line_of(term: Term) -> int:
    """The line that a term's row starts on."""
    return term.origin.line if term.origin else 0


def cell_of(forms: Iterable[Form]) -> str:
    """Forms as the glossary has them: ``gen=Esimese stuudio; in=Esimeses stuudios``."""
    return "; ".join(f"{form.label}={form.text}" if form.label else form.text for form in forms)
