"""Propose the forms and genders of rows and words, by a dictionary or like a word whose forms are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.authoring.apertium import Apertium
from translate.authoring.interface import QUOTATION, Proposal, Suggester, between
from translate.authoring.languages import suggester_for
from translate.authoring.modelword import ModelWord
from translate.authoring.numbers import in_its_numbers
from translate.authoring.suggestions import FormsState, Sheet, Suggestion, cell_of, line_of
from translate.core.terms.cells import fault_of_cell, fault_of_name, fault_of_target, tidy
from translate.core.terms.glossary import Action, Form, Term
from translate.core.terms.labels import read
from translate.core.text.guessing import did_you_mean
from translate.errors import FormsError, GlossaryError


def propose(
    sheet: Sheet,
    locale: str,
    words: Sequence[str] = (),
    *,
    sources: Sequence[str] = (),
    like: str | None = None,
    apertium: Apertium | None = None,
) -> tuple[Suggestion, ...]:
    """Propose forms for the rows of a glossary file, and for words that are in none.

    Args:
        sheet: The file.
        locale: The language of its targets.
        words: Targets or sources of rows, or words that are in no row; with `sources` empty too, all rows that lack
            something.
        sources: Sources of rows.
        like: A word of the glossary or of the dictionary whose endings the named terms take.
        apertium: Its dictionaries, for a locale that has no other.

    Returns:
        A suggestion for each row in the file's order, then one for each other word.

    Raises:
        GlossaryError: A source is unknown.
        FormsError: The word to decline like has no forms, or a dictionary is missing.
    """
    proposer = _Proposer(sheet, locale, like, apertium)
    targets = {name for term in sheet.terms for name in (term.target, *term.sources)}
    loose = (tidy(word) for word in dict.fromkeys(words) if tidy(word) not in targets)
    genders = apertium is not None and apertium.covers
    chosen = _chosen(sheet, words, sources) if words or sources else [t for t in sheet.terms if sheet.lacks(t, genders)]
    return (*map(proposer.of_row, chosen), *map(proposer.of_word, loose))


def _chosen(sheet: Sheet, words: Sequence[str], sources: Sequence[str]) -> list[Term]:
    """The terms that are asked for."""
    known = {source for term in sheet.terms for source in term.sources}
    unknown = next((source for source in sources if tidy(source) not in known), None)
    if unknown is not None:
        raise GlossaryError(f"has no row with the source “{unknown}”{did_you_mean(unknown, known)}", path=sheet.path)
    named, asked = {tidy(word) for word in words}, {tidy(source) for source in sources}
    return [t for t in sheet.terms if not named.isdisjoint((t.target, *t.sources)) or not asked.isdisjoint(t.sources)]


class _Proposer:
    """Whatever can decline a term here; the dictionary is loaded when it is first needed."""

    def __init__(self, sheet: Sheet, locale: str, like: str | None, apertium: Apertium | None) -> None:
        self._sheet = sheet
        self._locale = locale
        self._apertium = apertium
        self._dictionary: Suggester | None = None
        self._like = self._model(like) if like else None

    def of_row(self, term: Term) -> Suggestion:
        """Decline a row's target."""
        cells = self._sheet.cells(term)
        model = cells.get("declines_like")
        suggester = self._like or (self._model(model) if model else self._load())
        proposal = in_its_numbers(term, sound(term.target, _declined(suggester, term.target, term.kind)))
        if term.action is Action.KEEP:
            proposal = Proposal((), ("keep means that it never changes; write inflect under action",))
        if term.action is Action.FORBID:
            proposal = replace(proposal, gender="")
        made = Suggestion(
            term.source,
            term.target,
            suggester.name,
            proposal,
            _empty(proposal),
            line_of(term),
            self._sheet.filled(term),
        )
        if cells.get("reviewed") and made.cells:
            new = "these forms are" if "forms" in made.cells else "this gender is"
            doubt = f"the row is marked as reviewed ({cells['reviewed']}), and {new} not"
            made = replace(made, proposal=replace(proposal, doubts=(*proposal.doubts, doubt)))
        if made.cells:
            return replace(made, state=FormsState.PROPOSED)
        return replace(made, state=FormsState.FILLED) if proposal.forms or proposal.gender else made

    def of_word(self, word: str) -> Suggestion:
        """Decline a word that is in no row."""
        suggester = self._like or self._load()
        fault = fault_of_cell(word, prose=False) or fault_of_name(word)
        proposal = Proposal((), (fault,)) if fault else sound(word, _declined(suggester, word, ""))
        if not self._like:
            proposal = in_its_numbers(Term("", word), proposal)
        state = FormsState.LOOSE if proposal.forms or proposal.gender else _empty(proposal)
        return Suggestion("", word, suggester.name, proposal, state)

    def _load(self) -> Suggester:
        if self._dictionary is None:
            self._dictionary = suggester_for(self._locale, self._apertium)
        return self._dictionary

    def _load_if_there(self) -> Suggester | None:
        try:
            return self._load()
        except FormsError:
            return None

    def _model(self, word: str) -> ModelWord:
        """The glossary's own forms of a word, or else the dictionary's."""
        rows = [t for t in self._sheet.terms if t.forms and word in {t.target, *t.sources}]
        row = min(rows, key=lambda term: term.target != word, default=None)
        if row is not None:
            return ModelWord(row.target, row.forms, self._load_if_there())
        try:
            dictionary = self._load()
            return ModelWord(word, dictionary.suggest(tidy(word), "").forms, dictionary)
        except FormsError as error:
            hint = did_you_mean(word, [t.target for t in self._sheet.terms if t.forms])
            raise FormsError(f"“{word}” has no forms in {self._sheet.path}{hint}; {error}") from error


def _declined(suggester: Suggester, base: str, kind: str) -> Proposal:
    """What is proposed for a term; of one that is a quotation, the words within decline: „Esimeses stuudios“."""
    quotation = QUOTATION.fullmatch(base)
    if quotation is None:
        return suggester.suggest(base, kind)
    return between(quotation[1], suggester.suggest(quotation[2].strip(), kind), quotation[3])


def sound(base: str, proposal: Proposal) -> Proposal:
    """A proposal without the forms that the glossary could not hold; the doubts say which those were.

    Args:
        base: The term, for a doubt about all of its forms together.
        proposal: As a suggester gave it.
    """
    kept: list[Form] = []
    doubts = list(proposal.doubts)
    for form in proposal.forms:
        fault = fault_of_target(form.text) or (
            "has a “;” or “=” in it, which separate forms" if {";", "="} & set(form.text) else None
        )
        if fault:
            doubts.append(f"“{form.text[:60]}” {fault}")
        else:
            kept.append(form if read(form.label) else Form(form.text))  # A model word's label may be unknown.
    fault = fault_of_cell(cell_of(kept), prose=False)
    if fault:
        doubts.append(f"the forms of “{base[:60]}”: the cell {fault}")
        kept.clear()
    return replace(proposal, forms=tuple(dict.fromkeys(kept)), doubts=tuple(dict.fromkeys(doubts)))


def _empty(proposal: Proposal) -> FormsState:
    return FormsState.NOTHING if proposal.changes else FormsState.FIXED
