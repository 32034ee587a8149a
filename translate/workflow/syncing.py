"""``newsdesk shows sync``: the titles that people approved become rows of the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from translate.authoring import titles
from translate.authoring.proposing import propose
from translate.authoring.suggestions import Suggestion
from translate.authoring.titles import Approved, Fate, TitleRow
from translate.catalogs.loading import load
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.template import is_title
from translate.core.terms.glossary import Origin
from translate.errors import FormsError, NewsdeskError
from translate.files.reading import read
from translate.files.saving import save
from translate.settings import Settings
from translate.termbases.adding import add
from translate.termbases.folder import GLOSSARY
from translate.termbases.rewriting import fill
from translate.values import dataclass
from translate.workflow import articles, lists
from translate.workflow.carrying import Carrier, carriers
from translate.workflow.forms import dictionary, sheet_of, with_proposals
from translate.workflow.locales import chosen
from translate.workflow.noticing import Noticing, storable
from translate.workflow.outlook import outlook
from translate.workflow.places import catalog_path, glossary_path, shown_path
from translate.workflow.terms import Glossaries


@dataclass(frozen=True, slots=True)
class Synced:
    """What became of the approved titles of a locale."""

    locale: str
    path: str
    """The glossary file, as the newsroom knows it."""
    rows: tuple[TitleRow, ...]
    forms: tuple[Suggestion, ...]
    """What is proposed for the rows that are written."""
    carriers: tuple[Carrier, ...]
    """The articles in which a title stands as it was called before."""
    written: bool
    notes: tuple[str, ...] = ()

    @property
    def is_undecided(self) -> bool:
        """Whether something is left for a person to decide."""
        return any(row.fate in {Fate.DECIDED, Fate.UNFIT} for row in self.rows)


def sync(
    settings: Settings, locales: Sequence[str] = (), *, now: datetime, write: bool = False
) -> tuple[list[Synced], list[NewsdeskError]]:
    """Bring the approved titles of the lists into the glossaries of their locales.

    Args:
        settings: The project.
        locales: Only these; none for all of the project's.
        now: The time.
        write: Whether to write them; else nothing is.

    Returns:
        For each locale what becomes, or became, of them, and what could not be done; the other locales go on.

    Raises:
        SettingsError: A locale is none.
    """
    done: list[Synced] = []
    troubles: list[NewsdeskError] = []
    named = articles.named(settings)
    folder = lists.Lists(settings).folder
    slug = next((slug for slug, path in named.items() if path == folder), None)
    with outlook(settings, now=now, named=named) as (seen, unusable):
        troubles += [unusable] if unusable else []
        for locale in chosen(settings, locales) if slug else ():
            try:
                done.append(_sync_one(seen, locale, slug or "", write=write))
            except NewsdeskError as error:
                troubles.append(error)
    return done, troubles


def _sync_one(seen: Noticing, locale: str, slug: str, *, write: bool) -> Synced:
    settings = seen.settings
    path = glossary_path(settings, locale)
    data = read(settings.root / path, GLOSSARY, path, home=settings.root)
    sheet = sheet_of(data, path) if data else titles.EMPTY
    loaded = Glossaries(settings).load(locale)
    approved = list(_approved(seen, locale, slug))
    rows = titles.shown(titles.plan(approved, sheet, loaded.glossary.terms))
    taken = [row for row in rows if row.fate in {Fate.NEW, Fate.CHANGED}]
    new = add(
        data or b"",
        path,
        [row.cells for row in taken if row.fate is Fate.NEW],
        {row.line: row.cells for row in taken if row.line is not None},
    )
    new, forms, notes = _with_forms(settings, locale, new, path, [row.cells["source"] for row in taken])
    new = _with_notes(new, path, {row.cells["source"] for row in taken}, f"{slug}.po")
    if write:
        save(settings.root / path, new, kind=GLOSSARY, expected=data, shown=path, home=settings.root)
    carry = carriers(seen, locale, [row.row for row in taken if row.row])
    return Synced(locale, path, rows, forms, carry, write and bool(taken), notes)


def _approved(seen: Noticing, locale: str, slug: str) -> Iterator[Approved]:
    """The titles that a person has approved."""
    path = catalog_path(seen.settings, locale, slug)
    shown = shown_path(seen.settings, path)
    found = load(path, shown, home=seen.settings.root)
    if found is None:
        return
    for entry in seen.notice(storable(seen.settings, path), found.catalog).catalog.entries:
        if is_title(entry) and not entry.obsolete and stage_of(entry) is Stage.APPROVED:
            yield Approved(entry.msgid, entry.msgstr, Origin(shown, found.lines.get(entry.key, 0)))


def _with_forms(
    settings: Settings, locale: str, data: bytes, path: str, sources: Sequence[str]
) -> tuple[bytes, tuple[Suggestion, ...], tuple[str, ...]]:
    """A glossary file with proposals for the rows of some titles, as ``suggest-forms`` makes them."""
    if not sources:
        return data, (), ()
    sheet = sheet_of(data, path)
    asked = [term.source for term in sheet.terms if term.source in set(sources) and sheet.lacks(term, genders=False)]
    if not asked:
        return data, (), ()
    try:
        known = dictionary(settings, locale, [term.target for term in sheet.terms])
        found = propose(sheet, locale, sources=asked, apertium=known)
    except FormsError as error:
        return data, (), (f"without forms: {error}",)
    filled, found, _ = with_proposals(data, sheet, found)
    return filled, found, ()


def _with_notes(data: bytes, path: str, sources: set[str], file: str) -> bytes:
    """A glossary file whose new rows say whose they are."""
    if not sources:
        return data
    rows = sheet_of(data, path).rows
    own = {line: cells for line, cells in rows.items() if cells.get("source") in sources and not cells.get(titles.NOTE)}
    return fill(data, path, titles.NOTE, {line: titles.note(cells, file) for line, cells in own.items()})
