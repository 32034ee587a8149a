"""``newsdesk draft``: from articles to PO files that a translator can start on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from translate import __version__, plugins
from translate.catalogs import files, headers
from translate.catalogs.reading import PoFile
from translate.catalogs.writing import render
from translate.core import enforcement, merging
from translate.core.catalog import Catalog, Entry, Header
from translate.core.climber import Case
from translate.core.document import Document
from translate.core.drafts import Draft
from translate.core.enforcement import Demands
from translate.core.fingerprints import fingerprint
from translate.core.ladder import Enforced
from translate.core.matching import Matcher
from translate.core.sentences import Segmenter, Sentence, cut, join
from translate.core.summary import CatalogResult, State, Summary, Trouble, count
from translate.core.template import Key, template
from translate.errors import EngineError, GlossaryError, NewsdeskError
from translate.segmentation import segmenter_for
from translate.settings import Settings
from translate.termbases import folder as termbase
from translate.workflow import articles, enforcing
from translate.workflow.steps import Announce, silently


@dataclass(frozen=True, slots=True)
class Work:
    """One article in one locale: everything that its new catalog is made from."""

    document: Document
    path: Path
    shown: str
    old: PoFile | None
    messages: tuple[Entry, ...]
    demands: Mapping[Key, Demands]


@dataclass(frozen=True, slots=True)
class Job:
    """One message to draft, cut into sentences."""

    work: Work
    message: Entry
    sentences: tuple[Sentence, ...]
    inputs: str

    @property
    def asked(self) -> Demands:
        """What the glossary asks of the message."""
        return self.work.demands[self.message.key]


def draft(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    locales: Sequence[str] = (),
    engine: str | None = None,
    dry_run: bool = False,
    now: datetime,
    announce: Announce = silently,
) -> Summary:
    """Draft articles into the project's locales.

    Args:
        settings: The project.
        paths: The articles, files or folders; none for all that the project has.
        locales: The locales to draft into; none for all of the project's.
        engine: The engine's name, or ``auto``; None for the one that the settings name.
        dry_run: Do everything but write.
        now: The time that new headers carry.
        announce: Told of the steps as they come.

    Returns:
        What was done. Trouble with one article, glossary row or PO file is told in it and stops nothing else.

    Raises:
        NewsdeskError: Nothing could be done at all.
    """
    listed, troubles = articles.find(settings, paths)
    documents, unreadable = articles.read(settings, listed)
    troubles += unreadable
    results: list[CatalogResult] = []
    engines: list[tuple[str, str | None]] = []
    if not dry_run:
        troubles += _write_templates(settings, documents, now)
    for locale in locales or settings.locales:
        try:
            loaded = termbase.load(settings.root / settings.glossaries, locale, shown=settings.glossaries)
        except GlossaryError as error:
            troubles.append(error)  # Without its glossary a locale is not drafted at all.
            continue
        troubles += loaded.errors
        works, failed = _gather(settings, documents, locale, Matcher(loaded.glossary))
        troubles += failed
        drafts, signature, failure = _draft_all(settings, works, locale, engine or settings.engine, announce)
        troubles += failure
        engines.append((locale, signature))
        for work in works:
            try:
                results.append(_finish(settings, work, locale, drafts.get(work.shown, {}), now, dry_run=dry_run))
            except NewsdeskError as error:
                troubles.append(error)
    return Summary(
        dry_run=dry_run,
        engines=tuple(engines),
        catalogs=tuple(results),
        troubles=tuple(Trouble(str(e), e.path, e.line) for e in dict.fromkeys(troubles)),
        notes=tuple(f"{d.path}: {note}" for d in documents for note in d.notes),
    )


def catalog_path(settings: Settings, locale: str, slug: str) -> Path:
    """Where a PO file lies: the layout that Weblate discovers by itself."""
    return settings.root / settings.catalogs / locale / "LC_MESSAGES" / f"{slug}.po"


def _gather(
    settings: Settings, documents: Sequence[Document], locale: str, matcher: Matcher
) -> tuple[list[Work], list[NewsdeskError]]:
    """Read what each article's catalog has, and find the glossary's terms in each message."""
    works: list[Work] = []
    troubles: list[NewsdeskError] = []
    for document in documents:
        path = catalog_path(settings, locale, document.slug)
        shown = articles.shown_path(settings, path)
        try:
            old = files.load(path, shown)
        except NewsdeskError as error:
            troubles.append(error)
            continue
        messages = template(document)
        works.append(
            Work(document, path, shown, old, messages, {m.key: enforcement.demands(matcher, m.msgid) for m in messages})
        )
    return works, troubles


def _draft_all(
    settings: Settings, works: Sequence[Work], locale: str, engine_name: str, announce: Announce
) -> tuple[dict[str, dict[Key, Draft]], str | None, list[NewsdeskError]]:
    """Draft whatever wants it, all articles in one batch; drafts by PO file and message."""
    try:
        chosen = plugins.choose_engine(engine_name, settings.source, locale, settings.engines)
        if chosen is None:
            return {}, None, []
        engine, signature = chosen
        jobs = _plan(settings, works, signature)
        enforced = enforcing.draft(
            engine,
            [Case(sentence.text, job.asked.within(sentence)) for job in jobs for sentence in job.sentences],
            settings.source,
            locale,
            hypotheses=settings.hypotheses,
            announce=announce,
        )
    except EngineError as error:
        return {}, None, [error]
    answers = iter(enforced)
    drafts: dict[str, dict[Key, Draft]] = {}
    for job in jobs:
        made = _assemble(job, [next(answers) for _ in job.sentences], signature)
        if made is not None:
            drafts.setdefault(job.work.shown, {})[job.message.key] = made
    return drafts, signature, []


def _plan(settings: Settings, works: Sequence[Work], signature: str) -> list[Job]:
    """Pick the messages that want a draft, and cut them into sentences, never inside a term."""
    jobs: list[Job] = []
    segmenter: Segmenter | None = None
    for work in works:
        old = work.old.catalog.by_key() if work.old else {}
        for message in work.messages:
            asked = work.demands[message.key]
            inputs = _inputs(message, asked, signature, settings.hypotheses)
            if not merging.wants_draft(old.get(message.key), inputs):
                continue
            segmenter = segmenter or segmenter_for(settings.source)  # Its rules take half a second to load.
            sentences = cut(message.msgid, segmenter, [(m.start, m.end) for m in asked.matches])
            jobs.append(Job(work, message, sentences, inputs))
    return jobs


def _inputs(message: Entry, asked: Demands, signature: str, hypotheses: int) -> str:
    """The fingerprint of all that a draft depends on, so that it is made anew when one of them changes."""
    terms = (
        "\t".join((term.source, term.action, term.require, *term.accepted, "", *term.forbid))
        for term in (*(m.term for m in asked.matches), *asked.bans)
    )
    return fingerprint((message.msgctxt or "", message.msgid, signature, str(hypotheses), *terms))


def _assemble(job: Job, enforced: Sequence[Enforced], signature: str) -> Draft | None:
    """Join the drafts of its sentences to a draft of the message."""
    text = join(job.message.msgid, job.sentences, [sentence.text for sentence in enforced])
    if not text.strip():
        return None
    ways = [way for sentence in enforced for way in sentence.ways]
    return Draft(text, signature, job.inputs, enforcement.outcomes(job.asked, text, ways))


def _finish(
    settings: Settings, work: Work, locale: str, drafts: Mapping[Key, Draft], now: datetime, *, dry_run: bool
) -> CatalogResult:
    """Merge the drafts into the catalog and write it, if anything changed."""
    old = work.old
    entries = merging.merge(old.catalog if old else None, work.messages, drafts, work.demands)
    unchanged = old is not None and entries == old.catalog.entries
    catalog = Catalog(_header(settings, old, locale, now, entries), entries)
    if not unchanged and not dry_run:
        files.save(work.path, render(catalog, old, wrap=settings.wrap), expected=old.data if old else None)
    return CatalogResult(
        locale=locale,
        article=work.document.path,
        path=work.shown,
        state=State.NEW if old is None else State.UNCHANGED if unchanged else State.UPDATED,
        drafted=len(drafts),
        counts=count(catalog),
    )


def _header(settings: Settings, old: PoFile | None, locale: str, now: datetime, entries: Sequence[Entry]) -> Header:
    """The header that was there, with the dates of what changed; or a new one."""
    if old is None:
        return _new_header(settings, locale, now)
    header = old.catalog.header
    stamp = headers.timestamp(now)
    if [e.key for e in entries if not e.obsolete] != [e.key for e in old.catalog.entries if not e.obsolete]:
        header = header.set("POT-Creation-Date", stamp)
    return header.set("PO-Revision-Date", stamp)


def _new_header(settings: Settings, locale: str | None, now: datetime) -> Header:
    return headers.new_header(
        project=settings.name,
        contact=settings.contact,
        locale=locale,
        source_language=settings.source,
        created=now,
        generator=f"newsdesk {__version__}",
    )


def _write_templates(settings: Settings, documents: Sequence[Document], now: datetime) -> list[NewsdeskError]:
    """Write each article's POT file, if its messages changed."""
    troubles: list[NewsdeskError] = []
    for document in documents:
        path = settings.root / settings.catalogs / f"{document.slug}.pot"
        entries = template(document)
        try:
            old = files.load(path, articles.shown_path(settings, path))
            if old is None or old.catalog.entries != entries:
                catalog = Catalog(_new_header(settings, None, now), entries)
                files.save(path, render(catalog, old, wrap=settings.wrap), expected=old.data if old else None)
        except NewsdeskError as error:
            troubles.append(error)
    return troubles
