"""``newsdesk glossary suggest-forms``: propose the forms of a glossary's terms, and write them where none are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from translate.authoring.interface import Proposal, Suggester
from translate.authoring.languages import suggester_for
from translate.authoring.modelword import ModelWord
from translate.core.terms.glossary import Action, Form, Term
from translate.core.text.guessing import did_you_mean
from translate.errors import GlossaryError, NewsdeskError
from translate.files.saving import save
from translate.settings import LOCALE, Settings
from translate.termbases.cells import fault_of_cell, fault_of_name, fault_of_target, tidy
from translate.termbases.csvfile import read_glossary
from translate.termbases.folder import EVERY_LOCALE, read_file
from translate.termbases.rewriting import Row, fill, read_rows


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
        return _cell(self.proposal.forms)


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
class _File:
    """A glossary file, and what it says."""

    data: bytes
    path: str
    terms: tuple[Term, ...]
    errors: tuple[GlossaryError, ...]
    rows: Mapping[int, Row]

    def has_forms(self, term: Term) -> bool:
        return bool(self.cells(term).get("forms"))

    def cells(self, term: Term) -> Mapping[str, str]:
        return self.rows[_line(term)].cells


def suggest(
    settings: Settings,
    locale: str,
    words: Sequence[str] = (),
    *,
    sources: Sequence[str] = (),
    like: str | None = None,
    write: bool = False,
) -> Suggestions:
    """Propose forms for terms of ``glossaries/<locale>.csv``.

    Args:
        settings: The project's.
        locale: One that has a glossary file.
        words: Targets or sources of rows, or words that are in no row; with `sources` empty too, all rows without
            forms.
        sources: Sources of rows.
        like: A word of the glossary or of the dictionary whose endings the named terms take.
        write: Whether to write the forms into the empty cells of the file.

    Returns:
        A suggestion for each term.

    Raises:
        NewsdeskError: The file cannot be used or written; a source is unknown; a dictionary is missing.
    """
    file = _read(settings, locale)
    known = _Known(locale, file, like)
    suggestions = [known.suggestion(term) for term in _chosen(file, words, sources)]
    targets = {name for term in file.terms for name in (term.target, *term.sources)}
    suggestions += [known.loose(tidy(word)) for word in dict.fromkeys(words) if tidy(word) not in targets]
    if write:
        data, suggestions = _filled(file, suggestions)
        save(settings.root / settings.glossaries / f"{locale}.csv", data, expected=file.data, shown=file.path)
    return Suggestions(locale, file.path, tuple(suggestions), file.errors, write)


def _read(settings: Settings, locale: str) -> _File:
    if not LOCALE.fullmatch(locale) and locale != EVERY_LOCALE:
        raise GlossaryError(f"“{locale}” is no locale; write a code such as et or pt_BR")
    path = f"{settings.glossaries}/{locale}.csv"
    data = read_file(settings.root / path, path)
    if data is None:
        raise GlossaryError(
            "cannot be read: No such file or directory; make it, with source,target as its first line", path=path
        )
    return _parsed(data, path)


def _parsed(data: bytes, path: str) -> _File:
    terms, errors = read_glossary(data, path)
    return _File(data, path, terms, errors, {row.line: row for row in read_rows(data, path)})


def _chosen(file: _File, words: Sequence[str], sources: Sequence[str]) -> list[Term]:
    """The terms that are asked for; without a question, those that take forms and have none."""
    if not words and not sources:
        return [t for t in file.terms if t.action not in {Action.KEEP, Action.OFF} and not file.has_forms(t)]
    known = {source for term in file.terms for source in term.sources}
    unknown = next((source for source in sources if tidy(source) not in known), None)
    if unknown is not None:
        raise GlossaryError(f"has no row with the source “{unknown}”{did_you_mean(unknown, known)}", path=file.path)
    named, asked = {tidy(word) for word in words}, {tidy(source) for source in sources}
    return [t for t in file.terms if not named.isdisjoint((t.target, *t.sources)) or not asked.isdisjoint(t.sources)]


class _Known:
    """Whatever can decline a term here; the dictionary is loaded when it is first needed."""

    def __init__(self, locale: str, file: _File, like: str | None) -> None:
        self._locale = locale
        self._file = file
        self._dictionary: Suggester | None = None
        self._like = self._model(like) if like else None

    def suggestion(self, term: Term) -> Suggestion:
        """Decline a row's target."""
        cells = self._file.cells(term)
        model = cells.get("declines_like")
        suggester = self._like or (self._model(model) if model else self._load())
        proposal = _sound(term.target, suggester.suggest(term.target, term.kind))
        if term.action is Action.KEEP:
            proposal = Proposal((), ("keep means that it never changes; write inflect under action",))
        if cells.get("reviewed") and proposal.forms and not self._file.has_forms(term):
            doubt = f"the row is marked as reviewed ({cells['reviewed']}), and these forms are not"
            proposal = replace(proposal, doubts=(*proposal.doubts, doubt))
        state = FormsState.FILLED if self._file.has_forms(term) else FormsState.PROPOSED
        state = state if proposal.forms else _empty(proposal)
        return Suggestion(term.source, term.target, suggester.name, proposal, state, _line(term))

    def loose(self, word: str) -> Suggestion:
        """Decline a word that is in no row."""
        suggester = self._like or self._load()
        fault = fault_of_cell(word, prose=False) or fault_of_name(word)
        proposal = Proposal((), (fault,)) if fault else _sound(word, suggester.suggest(word, ""))
        return Suggestion("", word, suggester.name, proposal, FormsState.LOOSE if proposal.forms else _empty(proposal))

    def _load(self) -> Suggester:
        if self._dictionary is None:
            self._dictionary = suggester_for(self._locale)
        return self._dictionary

    def _model(self, word: str) -> ModelWord:
        """The glossary's own forms of a word, or else the dictionary's."""
        rows = [t for t in self._file.terms if t.forms and word in {t.target, *t.sources}]
        row = min(rows, key=lambda term: term.target != word, default=None)
        if row is not None:
            return ModelWord(row.target, row.forms)
        try:
            return ModelWord(word, self._load().suggest(tidy(word), "").forms)
        except NewsdeskError as error:
            known = [t.target for t in self._file.terms if t.forms]
            hint = did_you_mean(word, known)
            raise NewsdeskError(f"“{word}” has no forms in {self._file.path}{hint}; {error}") from error


def _sound(base: str, proposal: Proposal) -> Proposal:
    """A proposal without the forms that the glossary could not hold."""
    kept: list[Form] = []
    doubts = list(proposal.doubts)
    for form in proposal.forms:
        fault = fault_of_target(form.text) or (
            "has a “;” or “=” in it, which separate forms" if {";", "="} & set(form.text) else None
        )
        if fault:
            doubts.append(f"“{form.text[:60]}” {fault}")
        else:
            kept.append(form)
    fault = fault_of_cell(_cell(kept), prose=False)
    if fault:
        return Proposal((), (*doubts, f"the forms of “{base[:60]}”: the cell {fault}"))
    return replace(proposal, forms=tuple(dict.fromkeys(kept)), doubts=tuple(dict.fromkeys(doubts)))


def _empty(proposal: Proposal) -> FormsState:
    return FormsState.NOTHING if proposal.changes else FormsState.FIXED


def _cell(forms: Iterable[Form]) -> str:
    return "; ".join(f"{form.label}={form.text}" if form.label else form.text for form in forms)


def _filled(file: _File, suggestions: list[Suggestion]) -> tuple[bytes, list[Suggestion]]:
    """The file with the proposals in it, read again to see that nothing else has changed.

    A proposal that makes its row contradict another one is not written.
    """
    while True:
        cells = {s.line: s.cell for s in suggestions if s.state is FormsState.PROPOSED and s.line is not None}
        data = fill(file.data, file.path, "forms", cells)
        new = _parsed(data, file.path)
        faults = {error.line: error for error in new.errors if str(error) not in {str(e) for e in file.errors}}
        if not faults:
            break
        if faults.keys().isdisjoint(cells):
            error = next(iter(faults.values()))
            raise GlossaryError(f"{error.message}; no forms were written", path=error.path, line=error.line)
        suggestions = [_refused(s, faults[s.line]) if s.line in faults else s for s in suggestions]
    if list(_expected(file, suggestions)) != list(new.terms):
        raise GlossaryError("cannot be rewritten without changing other cells; write the forms by hand", path=file.path)
    return data, [replace(s, state=FormsState.WRITTEN) if s.state is FormsState.PROPOSED else s for s in suggestions]


def _refused(suggestion: Suggestion, error: GlossaryError) -> Suggestion:
    doubts = (*suggestion.proposal.doubts, f"not written, because then the row {error.message}")
    return replace(suggestion, proposal=Proposal((), doubts), state=FormsState.NOTHING)


def _expected(file: _File, suggestions: Sequence[Suggestion]) -> Iterator[Term]:
    written = {s.line: s.proposal.forms for s in suggestions if s.state is FormsState.PROPOSED}
    for term in file.terms:
        yield replace(term, forms=written.get(_line(term), term.forms))


def _line(term: Term) -> int:
    return term.origin.line if term.origin else 0
