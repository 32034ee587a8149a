"""``newsdesk glossary suggest-terms``: what the articles have and no row of the glossary knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.mining.candidates import Candidate, Passage
from translate.core.mining.facts import facts_of
from translate.core.mining.known import KnownTerms
from translate.core.mining.ranking import candidates
from translate.core.mining.renderings import Drafts
from translate.core.terms.matching import Matcher
from translate.core.text.tags import plain
from translate.errors import CatalogError, GlossaryError, NewsdeskError
from translate.files.reading import read
from translate.languages.cldr import calendar, common_names
from translate.languages.loading import load_language
from translate.settings import Settings
from translate.termbases.folder import GLOSSARY
from translate.termbases.header import Header, header_of
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.applied import live
from translate.workflow.lists import Lists
from translate.workflow.locales import chosen
from translate.workflow.places import catalog_path, glossary_path, shown_path
from translate.workflow.terms import Glossaries

Tell = Callable[[NewsdeskError], object]


@dataclass(frozen=True, slots=True)
class Mined:
    """What was found in the articles."""

    locales: tuple[str, ...]
    articles: int
    candidates: tuple[Candidate, ...]
    """The likeliest first."""
    headers: tuple[Header, ...]
    """How the glossary files of the locales have their rows."""
    errors: tuple[NewsdeskError, ...] = ()


def suggest_terms(settings: Settings, paths: Sequence[Path] = (), *, locales: Sequence[str] = ()) -> Mined:
    """Find names, titles and acronyms that the glossary may lack. Nothing is written.

    Args:
        settings: The project.
        paths: Articles, or folders of them; none for all that the project has.
        locales: Those whose glossaries and drafts count; none for all. What all of their glossaries know is left out.

    Returns:
        What was found. What cannot be read is told in it and stops nothing else.

    Raises:
        SettingsError: A locale is none.
    """
    wanted = chosen(settings, locales)
    errors: list[NewsdeskError] = []
    passages = list(_passages(settings, paths, wanted, errors))
    # What waits to be applied is known, too: nobody wants it proposed, and then twice in the file.
    every = Glossaries(settings, writes=False, source=partial(live, settings))
    matchers = [Matcher(glossary) for _, glossary in every.ready(wanted, errors.append)]
    language = load_language(settings.source)
    source = settings.source
    facts = facts_of(language, lambda: common_names(source), lambda: calendar(source))
    drafts = [
        Drafts(locale, passages, same_script=load_language(locale).script == language.script)
        for locale in wanted
        if any(locale in passage.drafts for passage in passages)
    ]
    return Mined(
        wanted,
        len({passage.article for passage in passages}),
        tuple(candidates(passages, facts, KnownTerms(matchers, passages), drafts)),
        tuple(_header(settings, locale) for locale in wanted),
        tuple(dict.fromkeys(errors)),
    )


def _passages(
    settings: Settings, paths: Sequence[Path], locales: Sequence[str], errors: list[NewsdeskError]
) -> Iterator[Passage]:
    """The texts of the articles with their drafts; what stands in several places, as a footer does, comes once."""
    listed, unseen = articles.find(settings, paths)
    lists = Lists(settings)
    own = [path for path in listed if path != lists.folder and not lists.has(path)]
    documents, unread = articles.read(settings, own)
    errors += (*unseen, *unread)
    seen: set[str] = set()
    for document in documents:
        known = [(locale, _drafts(settings, locale, document.slug, errors.append)) for locale in locales]
        for segment in document.segments:
            text = plain(segment.text)
            if text not in seen:
                seen.add(text)
                drafts = {locale: texts[segment.text] for locale, texts in known if segment.text in texts}
                yield Passage(text, segment.path or document.path, segment.line, drafts)


def _drafts(settings: Settings, locale: str, slug: str, tell: Tell) -> dict[str, str]:
    """The translations in an article's PO file, whoever wrote them, by their source."""
    path = catalog_path(settings, locale, slug)
    try:
        found = load(path, shown_path(settings, path), home=settings.root)
    except CatalogError as error:
        tell(error)
        return {}
    entries = found.catalog.entries if found else ()
    return {entry.msgid: plain(entry.msgstr) for entry in entries if entry.msgstr}


def _header(settings: Settings, locale: str) -> Header:
    """How the glossary file of a locale has its rows; where there is none or it cannot be used, as a new one would."""
    try:
        path = glossary_path(settings, locale)
        data = read(settings.root / path, GLOSSARY, path, home=settings.root)
        return header_of(data, path) if data else Header()
    except GlossaryError:  # Whoever reads its rows has told it.
        return Header()
