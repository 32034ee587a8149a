"""What ``newsdesk doctor`` finds of the glossaries, and of the languages that they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.authoring.numbers import lacks_plural
from translate.core.results.checkup import Check
from translate.core.terms.glossary import Action, Glossary, Term
from translate.errors import NewsdeskError
from translate.languages.loading import load_language
from translate.reports.counting import count
from translate.settings import Settings
from translate.termbases.folder import NOT_READ, names_in, stem_of, stems, strays_in, unread
from translate.workflow.forms import dictionary
from translate.workflow.places import shown_path
from translate.workflow.terms import Glossaries

FIRST_ROWS = 3
"""So many of the rows that lack something are named."""


def glossary(settings: Settings, locale: str) -> Iterator[Check]:
    """Whether a locale's glossary can be read, and what its rows and its language lack."""
    subject = f"glossary {locale}"
    try:
        loaded = Glossaries(settings, writes=False).load(locale)
    except NewsdeskError as error:
        yield Check(subject, fine=False, message=str(error))
        return
    for row in loaded.errors:
        yield Check(subject, fine=False, message=str(row))
    lacks = (*_without_forms(loaded.glossary), *_without_genders(settings, loaded.glossary))
    advice = f"; {', '.join(lacks)}: “newsdesk glossary suggest-forms --locale {locale}” proposes some" if lacks else ""
    yield Check(subject, fine=True, message=count(len(loaded.glossary.terms), "term") + advice)
    if not loaded.glossary.terms:
        return
    if lacking := load_language(locale).lacking:
        message = f"newsdesk has no {' and no '.join(lacking)} for it, and less to tell by which form a place wants"
        yield Check(f"language {locale}", fine=True, message=message)
    yield from _joining(loaded.glossary)


def _joining(glossary: Glossary) -> Iterator[Check]:
    """What nobody can tell by the letters in a language that writes other words in one with a term."""
    joining = load_language(glossary.locale).inflection.joining
    if not joining.spaces:
        message = "it puts no spaces between words, so a term is taken to be there within a longer word, too"
        yield Check(
            f"terms {glossary.locale}", fine=True,
            message=f"{message}; where that is wrong, make the longer word a term",
        )  # fmt: skip
    elif (joining.changing or joining.particles) and any(term.lacks_forms for term in glossary.terms):
        message = "what it writes in one word with a term is known in part; list the forms of a term to be sure of it"
        yield Check(f"terms {glossary.locale}", fine=True, message=message)


def _without_forms(glossary: Glossary) -> Iterator[str]:
    """How many rows list no forms and should, and which come first; nothing where there is none."""
    yield from _counted(glossary.without_forms, "no forms", "lists", "list")


def _without_genders(settings: Settings, glossary: Glossary) -> Iterator[str]:
    """The same of genders that no dictionary knows, and of plurals, where Apertium would ask for them."""
    apertium = dictionary(settings, glossary.locale, [term.target for term in glossary.terms])
    if not apertium.covers:
        return
    terms = [term for term in glossary.terms if term.action in {Action.TRANSLATE, Action.INFLECT}]
    genders = {term: term.gender or apertium.gender(term.target) for term in terms}
    yield from _counted([t for t in terms if not genders[t] and t.kind != "person"], "no gender", "says", "say")
    lacking = [t for t in terms if lacks_plural(t) and not genders[t].endswith("pl")]
    yield from _counted(lacking, "no plural", "lists", "list")


def _counted(terms: Sequence[Term], what: str, one: str, more: str) -> Iterator[str]:
    places = [term.origin for term in terms if term.origin]
    if places:
        first = ", ".join(f"{place.path}:{place.line}" for place in places[:FIRST_ROWS])
        rest = " …" if len(places) > FIRST_ROWS else ""
        yield f"{count(len(places), f'row {one}', f'rows {more}')} {what} ({first}{rest})"


def files(settings: Settings) -> Iterator[Check]:
    """Files that nothing reads, as a slip in a name would have it: their terms would be missing without a word."""
    folder = settings.root / settings.glossaries
    if not folder.is_dir():
        message = f"there is no folder “{settings.glossaries}”; make it, or name another under “glossaries”"
        yield Check("glossaries", fine=False, message=message)
        return
    strays = strays_in(folder)
    for name in sorted((*names_in(folder), *strays)):
        if not _is_read(name, settings.locales):
            message = "belongs to none of the project's locales and is not read; rename it, or add its locale"
            message = NOT_READ if name in strays else message
            yield Check("glossaries", fine=False, message=f"{shown_path(settings, folder / name)}: {message}")
    for stem in dict.fromkeys(stem for locale in settings.locales for stem in stems(locale)):
        for beside in unread(folder, stem, settings.glossaries):
            yield Check("glossaries", fine=False, message=str(beside))


def _is_read(name: str, locales: Sequence[str]) -> bool:
    return any(stem_of(name) in stems(locale) for locale in locales)
