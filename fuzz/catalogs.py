"""PO files: what is read is written back, and no merge loses what a person wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from fuzz.laws import Draws, law, parts
from fuzz.people import People
from fuzz.samples import MATCHER, PARAGRAPHS
from translate.catalogs.compiled import compile_catalog
from translate.catalogs.reading import PoFile, read
from translate.catalogs.writing import render
from translate.core import checks
from translate.core.article import Document, Kind, Segment
from translate.core.checks.findings import Unit
from translate.core.entries import merging
from translate.core.entries.catalog import FUZZY, Catalog, Entry, Header
from translate.core.entries.inputs import Inputs
from translate.core.entries.noticing import notice
from translate.core.entries.past import Past, after
from translate.core.entries.remembered import approved
from translate.core.entries.stamp import Draft
from translate.core.entries.template import Key, template
from translate.core.results import exporting
from translate.core.results.summary import count, term_flags, term_ways
from translate.core.terms.demands import demands_on
from translate.core.text.fingerprints import fingerprint
from translate.documents.plaintext import PlainText
from translate.errors import CatalogError, DocumentError
from translate.languages.loading import load_pair

PATH = "locales/et/LC_MESSAGES/a.po"
PAIR = load_pair("en", "et")
_NOW = "2026-10-01T04:00:00Z"


def po(data: bytes) -> None:
    """Read a PO file; the same catalog is the same bytes, and a changed one reads as it was changed."""
    file = _read(data)
    if file is None:
        return
    law(render(file.catalog, file) == data, "an unchanged file is the same bytes")
    law(set(file.lines) == {entry.key for entry in file.blocks}, "every entry has its line")
    changed = replace(file.catalog, header=file.catalog.header.set("PO-Revision-Date", "2026-10-01 00:00+0000"))
    _read_as_written(changed, file)
    new = Entry("Something that nobody else has", "Midagi uut", "fuzz")
    if new.key not in file.catalog.by_key():
        _read_as_written(replace(file.catalog, entries=(new, *file.catalog.entries)), file)
    for wrap in (True, False):
        again = read(render(file.catalog, wrap=wrap), PATH)
        law(_plain(again.catalog) == _plain(file.catalog), "a file that is written anew says the same")
    compile_catalog(file)
    count(file.catalog)
    term_ways(file.catalog)
    term_flags(file.catalog)
    approved([(entry, "") for entry in file.catalog.entries], "et", PATH)


def merge(data: bytes) -> None:
    """Merge an article (above a line of ``%%``) into a PO file, and export it."""
    article, catalog = parts(data, 2)
    try:
        document = PlainText().read(article, "articles/a.txt")
    except DocumentError:
        return
    file = _read(catalog)
    if file is not None:
        _merge(document, file, _is_surely_a_persons)
        _export(document, file)


def history(data: bytes) -> None:
    """Draft, edit and change an article many times, as the bytes decide."""
    draws, people = Draws(data), People()
    file: PoFile | None = None
    past: Past | None = None
    for _ in range(1 + draws.number(6)):
        document = _document(draws)
        file, past = _merge(document, file, _is_a_persons, past)
        people.hold(file.catalog)
        catalog = replace(file.catalog, entries=tuple(_edited(entry, draws) for entry in file.catalog.entries))
        people.edit(file.catalog.entries, catalog.entries)
        file = read(render(catalog, file), PATH)
        law(file.catalog == catalog, "a person's edit is read as it was made")


def _read(data: bytes) -> PoFile | None:
    try:
        return read(data, PATH)
    except CatalogError:
        return None


def _plain(catalog: Catalog) -> list[Entry]:
    """The entries with their flags in one order."""
    return [replace(entry, flags=tuple(sorted(entry.flags))) for entry in catalog.entries]


def _read_as_written(catalog: Catalog, like: PoFile) -> None:
    again = read(render(catalog, like), PATH).catalog
    law(again.entries == catalog.entries, "the entries are read as they were written")
    # Another charset becomes UTF-8 in the header, too.
    names = ("PO-Revision-Date", "Language", "Plural-Forms")
    law(all(again.header.get(n) == catalog.header.get(n) for n in names), "the header is read as it was written")


def _merge(
    document: Document, old: PoFile | None, persons: Callable[[Entry], bool], past: Past | None = None
) -> tuple[PoFile, Past]:
    """Merge with a draft for whatever wants one; the file that comes of it, and what the next look is held against."""
    noticed = notice(past, old.catalog, at=_NOW) if old else None
    before = noticed.catalog if noticed else None
    messages = template(document)
    demands = {m.key: demands_on(MATCHER, m.msgid) for m in messages}
    inherited = merging.inherit(before, messages)
    drafts = {
        m.key: Draft(_draft_of(m), "fuzz 1", fingerprint((m.msgid,)))
        for m in messages
        if merging.wants_draft(inherited.entries.get(m.key), Inputs(fingerprint((m.msgid,))))
    }
    entries = merging.merge(before, messages, drafts, demands, inherited=inherited)
    header = before.header if before else Header((("Content-Type", "text/plain; charset=UTF-8"),))
    catalog = Catalog(header, entries)
    law(len(catalog.by_key()) == len(entries), "no message stands twice")
    law([e.key for e in entries if not e.obsolete] == [m.key for m in messages], "every message stands in order")
    _nothing_lost(old.catalog if old else None, catalog, persons)
    past = after(noticed.past if noticed else Past(), entries, _NOW)
    again = notice(past, catalog, at=_NOW)
    law(again.superseded == (), "what a run has written lacks nothing")
    law(merging.merge(again.catalog, messages, {}, demands) == entries, "a second run changes nothing")
    file = read(render(catalog, old), PATH)
    law(_plain(file.catalog) == _plain(catalog), "a merged catalog is read as it was written")
    return file, past


def _draft_of(message: Entry) -> str:
    return message.msgid.swapcase()


def _is_a_persons(entry: Entry) -> bool:
    """Whether it holds a text that is not ours, told by what we draft here and not by what newsdesk makes of it."""
    if entry.msgid_plural is None and not entry.fuzzy and entry.msgstr.split() == entry.msgid.split():
        return False  # A tool may have filled it in.
    text = entry.msgstr + "".join(entry.msgstr_plural)
    return any(map(str.isalnum, text)) and not (entry.fuzzy and entry.msgstr == _draft_of(entry))


def _is_surely_a_persons(entry: Entry) -> bool:
    """The same of a file of an unknown past: whatever is fuzzy and has a stamp in it may be ours."""
    return _is_a_persons(entry) and not (entry.fuzzy and any("MT: " in line for line in entry.extracted))


def _nothing_lost(before: Catalog | None, after: Catalog, persons: Callable[[Entry], bool]) -> None:
    texts = [(" ".join(e.msgstr.split()), e.msgstr_plural) for e in after.entries]
    comments = {line for entry in after.entries for line in entry.comments}
    for entry in before.entries if before else ():
        if persons(entry):
            text = " ".join(entry.msgstr.split())
            found = any(text in other and entry.msgstr_plural in {(), plural} for other, plural in texts)
            law(found, f"a person's text is lost: {entry.msgstr!r} {entry.msgstr_plural!r}")
        law(comments.issuperset(entry.comments), f"a person's comment is lost: {entry.comments!r}")


def _export(document: Document, file: PoFile) -> None:
    live = [entry for entry in file.catalog.entries if not entry.obsolete]
    units = []
    for entry in live:
        asked = demands_on(MATCHER, entry.msgid)
        found, bans = asked.matches, asked.bans
        units.append(Unit.of(entry.msgid, entry.msgstr, *PAIR, found, bans=bans, context=entry.msgctxt))
    found = dict(zip((entry.key for entry in live), checks.check_article(units), strict=True))
    entries: dict[Key, Entry] = {entry.key: entry for entry in live}
    filled = exporting.fill(document, exporting.Source(PATH, entries, file.lines, found))
    try:
        PlainText().write(document, [one.marked for one in filled])
    except DocumentError:
        law(any(not text.isprintable() for text in (one.text for one in filled)), "a refused text has a control in it")


def _document(draws: Draws) -> Document:
    chosen = list(dict.fromkeys(draws.pick(PARAGRAPHS) for _ in range(1 + draws.number(8))))
    if not draws.number(4):
        chosen[-1] += f" {chosen[0]}"
    kinds = [Kind.HEADLINE, *(Kind.CREDIT if not draws.number(8) else Kind.PARAGRAPH for _ in chosen[1:])]
    segments = [Segment(kind, (text,), line) for line, (kind, text) in enumerate(zip(kinds, chosen, strict=True), 1)]
    return Document("a", "articles/a.txt", tuple(segments), ("\n",) * (len(segments) + 1))


def _edited(entry: Entry, draws: Draws) -> Entry:
    """An entry as a translator may leave it."""
    plain = tuple(flag for flag in entry.flags if flag != FUZZY)
    edits: tuple[dict[str, Any], ...] = (
        {},
        {"flags": plain, "previous_msgid": None, "previous_msgctxt": None},
        {"msgstr": f"{draws.pick(PARAGRAPHS)} {draws.number(9)}"},
        {"comments": (*entry.comments, f"Why {draws.number(9)}?")},
        {"msgstr": "", "flags": plain},
        {"flags": (FUZZY, *plain)},
        {"extracted": ()},
        {"msgstr": entry.msgid},
    )
    return replace(entry, **draws.pick(edits)) if entry.msgid_plural is None else entry
