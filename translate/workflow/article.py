"""Draft one article into one locale, from what its catalog has to the catalog that is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from translate import __version__
from translate.catalogs import headers
from translate.catalogs.loading import PO_FILE, load
from translate.catalogs.reading import PoFile
from translate.catalogs.writing import render
from translate.core.article import Document
from translate.core.enforcing.candidate import Case
from translate.core.enforcing.ladder import Enforced
from translate.core.entries import merging
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.inputs import inputs_of
from translate.core.entries.leverage import Leveraged
from translate.core.entries.merging import Inheritance
from translate.core.entries.stamp import Draft, Owner, joint_score, owner
from translate.core.entries.template import Key
from translate.core.results.summary import CatalogResult, CatalogState, count, term_flags, term_ways
from translate.core.terms.demands import Demands, demands_on, outcomes
from translate.core.text.sentences import Sentence, cut, join
from translate.errors import ChangedError, EngineError
from translate.files import saving
from translate.memory.database import Memory
from translate.segmentation import segmenter_for
from translate.settings import Settings
from translate.workflow import enforcing, remembering, settled
from translate.workflow.desk import Desk
from translate.workflow.places import catalog_path, shown_path, template_path
from translate.workflow.remembering import Answer
from translate.workflow.settled import Files, Finished
from translate.workflow.steps import Announce, silently

_ATTEMPTS = 5
"""So often a catalog is merged again because somebody saved it meanwhile."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read."""

    path: Path
    document: Document
    seen: str
    """Its file's state before it was read."""
    messages: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """One article in one locale: everything that its new catalog is made from."""

    article: Article
    files: Files
    shown: str
    """The PO file as the newsroom knows it."""
    old: PoFile | None
    inherited: Inheritance
    """What the old catalog has for the messages."""
    demands: Mapping[Key, Demands]


@dataclass(frozen=True, slots=True)
class Job:
    """One message to draft, cut into sentences."""

    message: Entry
    asked: Demands
    """What the glossary asks of it."""
    sentences: tuple[Sentence, ...]
    inputs: str
    suggestions: tuple[str, ...] = ()
    """What the memory has to say of it."""


@dataclass(slots=True)
class Made:
    """What a run has for the messages of one PO file."""

    drafts: dict[Key, Draft] = field(default_factory=dict)
    recalled: dict[Key, Leveraged] = field(default_factory=dict)
    failure: EngineError | None = None
    """Why nothing was drafted."""


@dataclass(frozen=True, slots=True)
class Run:
    """What holds for every article of a run."""

    settings: Settings
    memory: Memory | None
    now: datetime
    """The time that headers carry."""
    dry_run: bool


def files_of(settings: Settings, article: Path, locale: str, slug: str) -> Files:
    """The files of one article in one locale."""
    return Files(article, catalog_path(settings, locale, slug), template_path(settings, slug))


def open_work(settings: Settings, article: Article, desk: Desk) -> Work:
    """Read what the article's catalog has, and find the glossary's terms in each message.

    Raises:
        CatalogError: The PO file cannot be read.
    """
    own = files_of(settings, article.path, desk.locale, article.document.slug)
    shown = shown_path(settings, own.catalog)
    old = load(own.catalog, shown)
    inherited = merging.inherit(old.catalog if old else None, article.messages)
    asked = {m.key: demands_on(desk.matcher, m.msgid) for m in article.messages}
    return Work(article, own, shown, old, inherited, asked)


def draft_article(
    run: Run, article: Article, desk: Desk, announce: Announce = silently
) -> tuple[Finished, EngineError | None]:
    """Draft one article into one locale and write its PO file, if anything changed.

    Should somebody save the PO file meanwhile, what they saved is read and merged with what was made: theirs stays.

    Returns:
        What was done, and why the engine drafted nothing, if it failed.

    Raises:
        CatalogError: The PO file cannot be read or written, or is saved by others again and again.
    """
    work = open_work(run.settings, article, desk)
    made = _make(run, work, desk, announce)
    for _ in range(_ATTEMPTS):
        try:
            return _finish(run, work, desk, made), made.failure
        except ChangedError:
            work = open_work(run.settings, article, desk)
    return _finish(run, work, desk, made), made.failure


def _make(run: Run, work: Work, desk: Desk, announce: Announce) -> Made:
    """Recall or draft whatever wants it."""
    made = Made()
    jobs = _plan(run, work, desk, made)
    if desk.engine is None or desk.signature is None:
        return made
    try:
        enforced = enforcing.draft(
            desk.engine,
            [Case(sentence.text, job.asked.within(sentence)) for job in jobs for sentence in job.sentences],
            run.settings.source,
            desk.locale,
            hypotheses=run.settings.hypotheses,
            announce=announce,
        )
    except EngineError as error:
        made.failure = error
        return made
    answers = iter(enforced)
    for job in jobs:
        one = _assemble(job, [next(answers) for _ in job.sentences], desk.signature)
        if one is not None:
            made.drafts[job.message.key] = one
    return made


def _plan(run: Run, work: Work, desk: Desk, made: Made) -> list[Job]:
    """Recall what the memory has; cut the other messages that want a draft into sentences, never inside a term."""
    jobs: list[Job] = []
    segmenter = segmenter_for(run.settings.source)
    for message in work.article.messages:
        entry = work.inherited.entries.get(message.key)
        if entry is not None and owner(entry) is Owner.PERSON:
            continue
        asked = work.demands[message.key]
        inputs = inputs_of(message, asked, desk.signature or "", run.settings.hypotheses)
        wanted = merging.wants_draft(entry, inputs)
        answer = Answer()
        if run.memory is not None:
            answer = remembering.ask(run.memory, desk.locale, message, asked, wants_draft=wanted)
        if answer.recalled is not None:
            made.recalled[message.key] = answer.recalled
        elif wanted:
            sentences = cut(message.msgid, segmenter, [(m.start, m.end) for m in asked.matches])
            jobs.append(Job(message, asked, sentences, inputs.told, answer.suggestions))
    return jobs


def _assemble(job: Job, enforced: Sequence[Enforced], signature: str) -> Draft | None:
    """Join the drafts of its sentences to a draft of the message."""
    text = join(job.message.msgid, job.sentences, [sentence.text for sentence in enforced])
    if not text.strip():
        return None
    ways = [way for sentence in enforced for way in sentence.ways]
    told = outcomes(job.asked, text, ways)
    score = joint_score(sentence.likelihood for sentence in enforced)
    return Draft(text, signature, job.inputs, told, job.suggestions, score)


def _finish(run: Run, work: Work, desk: Desk, made: Made) -> Finished:
    """Merge what was made into the catalog and write it, if anything changed."""
    old = work.old
    entries = merging.merge(
        old.catalog if old else None,
        work.article.messages,
        made.drafts,
        work.demands,
        recalled=made.recalled,
        inherited=work.inherited,
    )
    unchanged = old is not None and entries == old.catalog.entries
    catalog = Catalog(_header(run, old, desk.locale, entries), entries)
    data = old.data if unchanged and old else render(catalog, old, wrap=run.settings.wrap)
    if not unchanged and not run.dry_run:
        expected = old.data if old else None
        saving.save(work.files.catalog, data, kind=PO_FILE, expected=expected, shown=work.shown)
    result = CatalogResult(
        locale=desk.locale,
        article=work.article.document.path,
        path=work.shown,
        state=CatalogState.NEW if old is None else CatalogState.UNCHANGED if unchanged else CatalogState.UPDATED,
        drafted=len(made.drafts),
        counts=count(catalog),
        recalled=len(made.recalled),
        terms=term_ways(catalog),
        flags=term_flags(catalog),
    )
    return Finished(work.files, desk.locale, desk.context, result, work.article.seen, settled.digest(data))


def _header(run: Run, old: PoFile | None, locale: str, entries: Sequence[Entry]) -> Header:
    """The header that was there, with the dates of what changed; or a new one."""
    if old is None:
        return _new_header(run, locale)
    header = old.catalog.header
    stamp = headers.timestamp(run.now)
    if [e.key for e in entries if not e.obsolete] != [e.key for e in old.catalog.entries if not e.obsolete]:
        header = header.set("POT-Creation-Date", stamp)
    return header.set("PO-Revision-Date", stamp)


def _new_header(run: Run, locale: str | None) -> Header:
    return headers.new_header(
        project=run.settings.name,
        contact=run.settings.contact,
        locale=locale,
        source_language=run.settings.source,
        created=run.now,
        generator=f"newsdesk {__version__}",
    )


def write_template(run: Run, article: Article) -> None:
    """Write an article's POT file, if its messages changed.

    Raises:
        CatalogError: It cannot be read or written.
    """
    path = template_path(run.settings, article.document.slug)
    shown = shown_path(run.settings, path)
    old = load(path, shown)
    if old is None or old.catalog.entries != article.messages:
        catalog = Catalog(_new_header(run, None), article.messages)
        data = render(catalog, old, wrap=run.settings.wrap)
        saving.save(path, data, kind=PO_FILE, expected=old.data if old else None, shown=shown)
