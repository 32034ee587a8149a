"""``newsdesk draft``: from articles to PO files that a translator can start on."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from translate import __version__
from translate.catalogs import files, headers
from translate.catalogs.reading import PoFile
from translate.catalogs.writing import render
from translate.core import enforcement, merging
from translate.core.catalog import Catalog, Entry, Header
from translate.core.climber import Case
from translate.core.document import Document
from translate.core.drafts import Draft, Owner, owner
from translate.core.enforcement import Demands
from translate.core.fingerprints import fingerprint
from translate.core.ladder import Enforced
from translate.core.merging import Inheritance
from translate.core.recall import Recalled
from translate.core.sentences import Sentence, cut, join
from translate.core.summary import CatalogResult, State, Summary, Trouble, count, term_flags, term_ways
from translate.core.template import Key, template
from translate.documents.slugs import slug_of
from translate.errors import EngineError, NewsdeskError
from translate.ledger.store import Ledger, state_of
from translate.memory.store import Memory
from translate.segmentation import segmenter_for
from translate.settings import Settings
from translate.workflow import articles, enforcing, remembering, settled
from translate.workflow.desk import Desk, open_desks
from translate.workflow.places import catalog_path, template_path
from translate.workflow.remembering import Answer
from translate.workflow.settled import Files, Finished
from translate.workflow.steps import Announce, silently


@dataclass(frozen=True, slots=True)
class Work:
    """One article in one locale: everything that its new catalog is made from."""

    document: Document
    files: Files
    shown: str
    """The PO file as the newsroom knows it."""
    old: PoFile | None
    messages: tuple[Entry, ...]
    inherited: Inheritance
    """What the old catalog has for them."""
    demands: Mapping[Key, Demands]
    article_seen: str
    """The article's state before it was read."""


@dataclass(frozen=True, slots=True)
class Job:
    """One message to draft, cut into sentences."""

    work: Work
    message: Entry
    sentences: tuple[Sentence, ...]
    inputs: str
    suggestions: tuple[str, ...] = ()
    """What the memory has to say of it."""

    @property
    def asked(self) -> Demands:
        """What the glossary asks of the message."""
        return self.work.demands[self.message.key]


@dataclass(frozen=True, slots=True)
class Made:
    """What a run has for the messages of one PO file."""

    drafts: dict[Key, Draft] = field(default_factory=dict)
    recalled: dict[Key, Recalled] = field(default_factory=dict)


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
    desks, troubles = open_desks(settings, locales or settings.locales, engine or settings.engine)
    listed, unusable = articles.find(settings, paths)
    ledger = Ledger(settings.root / ".newsdesk" / "ledger.sqlite")
    finished: list[Finished] = []
    failed_articles: set[str] = set()
    with contextlib.ExitStack() as stack:
        memory: Memory | None = None
        try:
            fresh = stack.enter_context(remembering.opened(settings, now=now, dry_run=dry_run, announce=announce))
            memory = fresh.memory
            troubles += fresh.troubles
        except NewsdeskError as error:
            troubles.append(error)  # The memory saves work; a run goes on without it.
        desks = [desk.remembering(memory.digest(desk.locale) if memory else "") for desk in desks]
        done, open_articles = _settled(settings, ledger, listed, desks, now)
        seen = {path: state_of(path, _nanoseconds(now)) or "" for path in open_articles}
        documents, unreadable = articles.read(settings, open_articles)
        troubles += [*unusable, *unreadable]
        for document in () if dry_run else documents:
            try:
                _write_template(settings, document, now)
            except NewsdeskError as error:
                troubles.append(error)
                failed_articles.add(document.path)
        for desk in desks:
            open_here = [d for d in documents if (d.path, desk.locale) not in done]
            works, failed = _gather(settings, open_here, desk, seen)
            made, failure = _draft_all(settings, works, desk, memory, announce)
            troubles += [*failed, *failure]
            if failure:
                failed_articles.update(work.document.path for work in works)
            for work in works:
                try:
                    finished.append(_finish(settings, work, desk, made.get(work.shown, Made()), now, dry_run=dry_run))
                except NewsdeskError as error:
                    troubles.append(error)
    if not dry_run:
        # What failed is tried again by the next run, though no file changes until then.
        whole = [one for one in finished if one.result.article not in failed_articles]
        settled.remember(ledger, whole, _nanoseconds(datetime.now(now.tzinfo)))
    results = {**done, **{(one.result.article, one.locale): one.result for one in finished}}
    return Summary(
        dry_run=dry_run,
        engines=tuple((desk.locale, desk.signature) for desk in desks),
        catalogs=tuple(results[key] for desk in desks for key in sorted(results) if key[1] == desk.locale),
        troubles=tuple(dict.fromkeys(Trouble(str(e), e.path, e.line) for e in troubles)),
        notes=(
            *(f"{d.path}: {note}" for d in documents for note in d.notes),
            *(memory.notes if memory else ()),
        ),
    )


def _files(settings: Settings, article: Path, locale: str, slug: str) -> Files:
    return Files(article, catalog_path(settings, locale, slug), template_path(settings, slug))


def _settled(
    settings: Settings, ledger: Ledger, listed: Sequence[Path], desks: Sequence[Desk], now: datetime
) -> tuple[dict[tuple[str, str], CatalogResult], list[Path]]:
    """What is as the last run left it, by article and locale; and the articles that have to be opened."""
    results: dict[tuple[str, str], CatalogResult] = {}
    to_open = []
    for path in listed:
        shown = articles.shown_path(settings, path)
        for desk in desks:
            try:
                found = settled.recall(
                    ledger,
                    _files(settings, path, desk.locale, slug_of(shown)),
                    shown,
                    locale=desk.locale,
                    context=desk.context,
                    now_ns=_nanoseconds(now),
                )
            except NewsdeskError:
                found = None  # Reading the article will tell what is wrong with its name.
            if found is not None:
                results[shown, desk.locale] = found
        if any((shown, desk.locale) not in results for desk in desks):
            to_open.append(path)
    return results, to_open


def _gather(
    settings: Settings, documents: Sequence[Document], desk: Desk, seen: Mapping[Path, str]
) -> tuple[list[Work], list[NewsdeskError]]:
    """Read what each article's catalog has, and find the glossary's terms in each message."""
    works: list[Work] = []
    troubles: list[NewsdeskError] = []
    states = {articles.shown_path(settings, path): (path, state) for path, state in seen.items()}
    for document in documents:
        article, state = states[document.path]
        own = _files(settings, article, desk.locale, document.slug)
        shown = articles.shown_path(settings, own.catalog)
        try:
            old = files.load(own.catalog, shown)
        except NewsdeskError as error:
            troubles.append(error)
            continue
        messages = template(document)
        asked = {m.key: enforcement.demands(desk.matcher, m.msgid) for m in messages}
        inherited = merging.inherit(old.catalog if old else None, messages)
        works.append(Work(document, own, shown, old, messages, inherited, asked, state))
    return works, troubles


def _draft_all(
    settings: Settings, works: Sequence[Work], desk: Desk, memory: Memory | None, announce: Announce
) -> tuple[dict[str, Made], list[NewsdeskError]]:
    """Recall or draft whatever wants it, all articles in one batch; what was made, by PO file."""
    made = {work.shown: Made() for work in works}
    jobs = _plan(settings, works, desk, memory, made)
    if desk.engine is None or desk.signature is None:
        return made, []
    try:
        enforced = enforcing.draft(
            desk.engine,
            [Case(sentence.text, job.asked.within(sentence)) for job in jobs for sentence in job.sentences],
            settings.source,
            desk.locale,
            hypotheses=settings.hypotheses,
            announce=announce,
        )
    except EngineError as error:
        return made, [error]
    answers = iter(enforced)
    for job in jobs:
        one = _assemble(job, [next(answers) for _ in job.sentences], desk.signature)
        if one is not None:
            made[job.work.shown].drafts[job.message.key] = one
    return made, []


def _plan(
    settings: Settings, works: Sequence[Work], desk: Desk, memory: Memory | None, made: Mapping[str, Made]
) -> list[Job]:
    """Recall what the memory has; cut the other messages that want a draft into sentences, never inside a term."""
    jobs: list[Job] = []
    segmenter = segmenter_for(settings.source)
    for work in works:
        for message in work.messages:
            entry = work.inherited.entries.get(message.key)
            if entry is not None and owner(entry) is Owner.PERSON:
                continue
            asked = work.demands[message.key]
            inputs = _inputs(message, asked, desk.signature or "", settings.hypotheses)
            wanted = merging.wants_draft(entry, inputs)
            answer = Answer()
            if memory is not None:
                answer = remembering.ask(memory, desk.locale, message, asked, wants_draft=wanted)
            if answer.recalled is not None:
                made[work.shown].recalled[message.key] = answer.recalled
            elif wanted:
                sentences = cut(message.msgid, segmenter, [(m.start, m.end) for m in asked.matches])
                jobs.append(Job(work, message, sentences, inputs, answer.suggestions))
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
    return Draft(text, signature, job.inputs, enforcement.outcomes(job.asked, text, ways), job.suggestions)


def _finish(settings: Settings, work: Work, desk: Desk, made: Made, now: datetime, *, dry_run: bool) -> Finished:
    """Merge what was made into the catalog and write it, if anything changed."""
    old = work.old
    entries = merging.merge(
        old.catalog if old else None,
        work.messages,
        made.drafts,
        work.demands,
        recalled=made.recalled,
        inherited=work.inherited,
    )
    unchanged = old is not None and entries == old.catalog.entries
    catalog = Catalog(_header(settings, old, desk.locale, now, entries), entries)
    data = old.data if unchanged and old else render(catalog, old, wrap=settings.wrap)
    if not unchanged and not dry_run:
        files.save(work.files.catalog, data, expected=old.data if old else None, shown=work.shown)
    result = CatalogResult(
        locale=desk.locale,
        article=work.document.path,
        path=work.shown,
        state=State.NEW if old is None else State.UNCHANGED if unchanged else State.UPDATED,
        drafted=len(made.drafts),
        counts=count(catalog),
        recalled=len(made.recalled),
        terms=term_ways(catalog),
        flags=term_flags(catalog),
    )
    return Finished(work.files, desk.locale, desk.context, result, work.article_seen, settled.digest(data))


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


def _write_template(settings: Settings, document: Document, now: datetime) -> None:
    """Write an article's POT file, if its messages changed."""
    path = template_path(settings, document.slug)
    entries = template(document)
    shown = articles.shown_path(settings, path)
    old = files.load(path, shown)
    if old is None or old.catalog.entries != entries:
        catalog = Catalog(_new_header(settings, None, now), entries)
        data = render(catalog, old, wrap=settings.wrap)
        files.save(path, data, expected=old.data if old else None, shown=shown)


def _nanoseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000_000)
