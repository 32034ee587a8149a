"""What one article in one locale is drafted from: the article, its PO file as it is, and what the glossary asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path

from translate.catalogs.loading import load
from translate.catalogs.reading import PoFile
from translate.core.article import Document
from translate.core.entries import merging
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.merging import Inheritance
from translate.core.entries.noticing import Noticed
from translate.core.entries.past import Past, Seen
from translate.core.entries.template import Key, is_title
from translate.core.terms.demands import Demands, demands_on
from translate.core.terms.impact import asks_alike
from translate.core.terms.matching import Matcher
from translate.core.terms.mentions import Usage
from translate.core.text.tags import plain
from translate.ledger.states import state_of
from translate.memory.database import Memory
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.clock import Clock
from translate.workflow.desk import Desk
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_path, template_path
from translate.workflow.settled import Files


@dataclass(frozen=True, slots=True)
class Run:
    """What holds for every article of a run."""

    settings: Settings
    memory: Memory | None
    seen: Noticing
    """Knows what the PO files were at the last look."""
    now: datetime
    """When it began: the time that headers carry."""
    clock: Clock
    """The time while it is at work."""
    dry_run: bool
    looks: bool = False
    """Whether a review follows, which shall know what the PO files have without reading them again."""
    following: Mapping[str, tuple[Seen, ...]] = field(default_factory=dict)
    """What people wrote for paragraphs that stand in new articles now, by the PO files that these will have."""
    against: Mapping[str, Matcher] | None = None
    """By locale, what finds the terms of the glossary that drafts were made with, where nothing but what another
    glossary asks for is to be drafted, in catalogs that are there; None where everything is."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read."""

    path: Path
    document: Document
    seen: str
    """Its file's state before it was read."""
    messages: tuple[Entry, ...]
    besides: str = ""
    """As `settled.Files.besides`."""


@dataclass(frozen=True, slots=True)
class Work:
    """One article in one locale: everything that its new catalog is made from."""

    article: Article
    files: Files
    shown: str
    """The PO file as the newsroom knows it."""
    seen: str | None
    """The PO file's state before it was read."""
    old: PoFile | None
    """The PO file as it is."""
    noticed: Noticed | None
    """The same as it is to be understood; None where there is nothing to understand."""
    inherited: Inheritance
    """What the old catalog has for the messages."""
    demands: Mapping[Key, Demands]
    concerned: frozenset[Key] | None = None
    """The entries that another glossary asks something else of, where nothing else is to be drafted (`Run.against`)."""


def files_of(settings: Settings, article: Path, locale: str, slug: str, besides: str = "") -> Files:
    """The files of one article in one locale."""
    return Files(article, catalog_path(settings, locale, slug), template_path(settings, slug), besides)


def open_work(run: Run, article: Article, desk: Desk) -> Work:
    """Read what the article's catalog has, and find the glossary's terms in each message.

    Raises:
        CatalogError: The PO file cannot be read.
    """
    own = files_of(run.settings, article.path, desk.locale, article.document.slug, article.besides)
    shown = storable(run.settings, own.catalog)
    seen = state_of(own.catalog, run.clock.nanoseconds())
    old = load(own.catalog, shown, home=run.settings.root)
    found = run.seen.notice(shown, old.catalog if old else None)
    noticed = found if old is not None or found.past.entries else None
    if noticed is None and (follows := run.following.get(shown)):
        noticed = replace(found, catalog=Catalog(Header(), tuple(seen.entry for seen in follows)), past=Past(follows))
    inherited = merging.inherit(noticed.catalog if noticed else None, article.messages)
    asked = demands_of(desk.matcher, article.messages)
    concerned = None
    if run.against is not None:
        there = {entry.key for entry in noticed.catalog.entries if not entry.obsolete} if noticed else set()
        before = demands_of(run.against[desk.locale], article.messages)
        concerned = frozenset(key for key in there & before.keys() if not asks_alike(before[key], asked[key]))
    return Work(article, own, shown, seen, old, noticed, inherited, asked, concerned)


def demands_of(matcher: Matcher, messages: Sequence[Entry]) -> dict[Key, Demands]:
    """What a glossary asks of each message of an article.

    Args:
        matcher: Finds its terms.
        messages: All that the article has.
    """
    usage = usage_in(matcher, messages)
    return {message.key: demands_of_one(matcher, message, usage) for message in messages}


def usage_in(matcher: Matcher, messages: Sequence[Entry]) -> Usage:
    """How an article uses the titles that may be words, too (`Matcher.usage`)."""
    return matcher.usage(plain(message.msgid) for message in messages)


def demands_of_one(matcher: Matcher, message: Entry, usage: Usage) -> Demands:
    """What a glossary asks of a message, where its article uses titles so."""
    asked = demands_on(matcher, plain(message.msgid), usage)
    return asked.decided if is_title(message) else asked
