"""``newsdesk glossary find``: where a term occurs, and what became of it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.core.entries.blanks import cleared
from translate.core.results.occurrences import ROOM, Found, Occurrence, Search, occurrences
from translate.core.terms.glossary import Action, Glossary, Match, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.searching import called
from translate.core.text.excerpts import excerpt
from translate.core.text.guessing import did_you_mean
from translate.core.text.tags import plain
from translate.errors import NewsdeskError
from translate.languages.loading import load_language
from translate.settings import Settings
from translate.workflow import articles, catalogs
from translate.workflow.inspecting import read_catalog
from translate.workflow.locales import chosen
from translate.workflow.steps import Announce, silently
from translate.workflow.terms import Glossaries
from translate.workflow.troubles import trouble_of


def find(settings: Settings, name: str, locales: Sequence[str] = (), *, announce: Announce = silently) -> Search:
    """Find a term in the PO files of the project, and in its articles where no PO file has it.

    Args:
        settings: The project.
        name: A source or a target of a row, or any words.
        locales: Only these; none for all of the project's.
        announce: Told of the files as they come.

    Returns:
        What was found. A file that cannot be read is told in it and stops nothing else.

    Raises:
        SettingsError: A locale is none.
    """
    troubles: list[NewsdeskError] = []
    found: list[Found] = []
    known: dict[str, None] = {}
    for locale, glossary in Glossaries(settings, writes=False).ready(chosen(settings, locales), troubles.append):
        rows = called((*glossary.terms, *glossary.undecided), name)
        known.update(dict.fromkeys(source for term in glossary.terms for source in term.sources))
        own = _in_catalogs(settings, glossary, rows, announce, troubles) if rows else ()
        found.append(Found(locale, rows, tuple(sorted(own, key=lambda one: (one.rank, one.path, one.line)))))
    sources = dict.fromkeys(source for one in found for term in one.rows for source in term.sources)
    is_there = any(one.occurrences for one in found)
    return Search(
        name,
        tuple(found),
        () if is_there else tuple(_in_articles(settings, tuple(sources) or (name,), announce, troubles)),
        "" if any(one.rows for one in found) else did_you_mean(name, known),
        tuple(trouble_of(error, "") for error in dict.fromkeys(troubles)),
    )


def _in_catalogs(
    settings: Settings,
    glossary: Glossary,
    rows: tuple[Term, ...],
    announce: Announce,
    troubles: list[NewsdeskError],
) -> Iterator[Occurrence]:
    listed, unfit = catalogs.find(settings, (), [glossary.locale])
    troubles += unfit
    joining = load_language(glossary.locale).inflection.joining
    advance = announce(f"Looking through {glossary.locale}", len(listed)) if listed else silently("", 0)
    matcher, wanted = Matcher(glossary), frozenset(rows)
    for path, _ in listed:
        try:
            read = read_catalog(settings, path)
        except NewsdeskError as error:
            troubles.append(error)
        else:
            entries = cleared(read.catalog).entries
            yield from occurrences(entries, read.lines, read.path, matcher, wanted, joining=joining)
        advance(1)


def _in_articles(
    settings: Settings, names: Sequence[str], announce: Announce, troubles: list[NewsdeskError]
) -> Iterator[tuple[str, str]]:
    """The places of names in articles, each with what stands around it."""
    terms = tuple(Term(name, name, Action.KEEP, match=Match.ANY) for name in names)
    matcher = Matcher(Glossary(settings.source, terms))
    listed, unseen = articles.find(settings)
    troubles += unseen
    reader = articles.reader(settings, articles.names(settings, listed))
    advance = announce("Looking through the articles", len(listed)) if listed else silently("", 0)
    for path in listed:
        try:
            document = reader.read(path)
        except NewsdeskError as error:
            troubles.append(error)
        else:
            for segment in document.segments:
                text = plain(segment.text)
                for match in matcher.find(text):
                    place = f"{segment.path or document.path}:{segment.line}"
                    yield place, excerpt(text, (match.start, match.end), ROOM)
        advance(1)
