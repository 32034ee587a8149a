"""``newsdesk glossary add``: one row more, looked at before it is written; every other byte of the file stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from translate.authoring.proposing import propose
from translate.authoring.suggestions import Suggestion, cell_of
from translate.core.linting.findings import Finding
from translate.core.linting.rows import Pair
from translate.core.terms.cells import tidy
from translate.core.terms.glossary import Action, Origin, Term
from translate.core.text.guessing import did_you_mean
from translate.errors import FormsError, GlossaryError
from translate.files.reading import read
from translate.files.saving import save
from translate.languages.loading import load_language
from translate.settings import Settings
from translate.termbases.adding import add
from translate.termbases.csvfile import read_rows
from translate.termbases.folder import EVERY_LOCALE, GLOSSARY, stems
from translate.termbases.linting import lint_file
from translate.termbases.rows import cells_of, term_of
from translate.values import dataclass
from translate.workflow.forms import dictionary, sheet_of
from translate.workflow.places import glossary_path
from translate.workflow.terms import Glossaries


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that may be written."""

    path: str
    """The file as the newsroom knows it."""
    line: int
    """The row's, once it is written."""
    term: Term
    """What it makes."""
    before: bytes | None
    """What the file holds now; None where there is none yet."""
    after: bytes
    """What it shall hold."""
    findings: tuple[Finding, ...] = ()
    """What linting says of the row."""
    replaces: Term | None = None
    """The row of a more general file that it stands in the place of."""
    proposed: Suggestion | None = None
    """The forms that a dictionary proposes, where the row has none."""
    why_none: str = ""
    """Why nothing is proposed."""


def plan(settings: Settings, stem: str, cells: Mapping[str, str]) -> Planned:
    """See what a new row would be.

    Args:
        settings: The project.
        stem: What the file is called without its ending: a locale, or ``all``.
        cells: The row's, by their columns.

    Raises:
        GlossaryError: The row makes no sense, or the file has it already or cannot take it.
    """
    path = _path(settings, stem)
    before = read(settings.root / path, GLOSSARY, path, home=settings.root)
    own = {column: text for column, cell in cells.items() if (text := tidy(cell))}
    term = _term(own, path)
    known = _same(term, read_rows(before, path).terms if before else ())
    if known:
        message = f"has “{known.source}” already, as “{known.target}”; change that row"
        raise GlossaryError(message, path=path, line=known.origin.line if known.origin else None)
    after = add(before or b"", path, [own], {}, what="the row")
    line = max(each.origin.line for each in read_rows(after, path).terms if each.origin)
    pair = Pair(load_language(settings.source), None if stem == EVERY_LOCALE else load_language(stem))
    findings = tuple(one for one in lint_file(after, path, pair).findings if one.line == line)
    proposed, why_none = _forms(settings, stem, after, path, term)
    return Planned(path, line, term, before, after, findings, _replaced(settings, stem, term), proposed, why_none)


def write(settings: Settings, planned: Planned) -> None:
    """Write a row; whoever does holds the project's lock.

    Raises:
        GlossaryError: Somebody has changed the file meanwhile, or it cannot be written.
    """
    path = planned.path
    save(settings.root / path, planned.after, kind=GLOSSARY, expected=planned.before, shown=path, home=settings.root)


def with_forms(cells: Mapping[str, str], proposed: Suggestion) -> dict[str, str]:
    """A row's cells with what is proposed for those that are empty."""
    more = {"forms": cell_of(proposed.proposal.forms), "gender": proposed.proposal.gender}
    return {**{column: text for column, text in more.items() if text}, **{c: t for c, t in cells.items() if t}}


def names(settings: Settings) -> Sequence[str]:
    """What the project's glossary files may be called, without their endings."""
    return tuple(dict.fromkeys(stem for locale in settings.locales for stem in stems(locale)))


def _path(settings: Settings, stem: str) -> str:
    if stem not in names(settings):
        advice = did_you_mean(stem, names(settings), otherwise=f"; there is: {', '.join(names(settings))}")
        raise GlossaryError(f"“{stem}” is no glossary of the project's{advice}")
    return glossary_path(settings, stem)


def _term(cells: dict[str, str], path: str) -> Term:
    """What the row makes.

    Raises:
        GlossaryError: It makes no sense.
    """
    try:
        return term_of(cells_of([*cells], [*cells.values()]), Origin(path, 0))
    except ValueError as error:
        raise GlossaryError(f"cannot take the row: {error}", path=path) from error


def _same(term: Term, terms: Iterable[Term]) -> Term | None:
    """The row that has a spelling of a term already."""
    if term.action is Action.FORBID:
        return None
    others = (each for each in terms if each.action is not Action.FORBID and each.match is term.match)
    return next((each for each in others if not {*each.sources}.isdisjoint(term.sources)), None)


def _replaced(settings: Settings, stem: str, term: Term) -> Term | None:
    """The row of a more general file that applies so far."""
    locale = next((locale for locale in settings.locales if stem in stems(locale)), stem)
    if stem == EVERY_LOCALE or locale not in settings.locales:
        return None
    return _same(term, Glossaries(settings, writes=False).load(locale).glossary.terms)


def _forms(settings: Settings, stem: str, data: bytes, path: str, term: Term) -> tuple[Suggestion | None, str]:
    """What a dictionary proposes for a row that takes forms and has none; and why it proposes nothing."""
    if stem == EVERY_LOCALE or term.forms or not term.lacks_forms:
        return None, ""
    sheet = sheet_of(data, path)
    try:
        known = dictionary(settings, stem, [term.target])
        (found,) = propose(sheet, stem, sources=[term.source], apertium=known)
    except FormsError as error:
        return None, str(error)
    return (found, "") if found.proposal.forms or found.proposal.gender else (None, "; ".join(found.proposal.doubts))
