"""What ``newsdesk doctor`` finds of the glossaries, and of the languages that they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.core.results.checkup import Check
from translate.core.terms.glossary import Glossary
from translate.errors import NewsdeskError
from translate.languages.loading import load_language
from translate.reports.counting import count
from translate.settings import Settings
from translate.termbases.folder import file_names
from translate.workflow.places import load_glossary, shown_path

FIRST_ROWS = 3
"""So many of the rows that lack something are named."""


def glossary(settings: Settings, locale: str) -> Iterator[Check]:
    """Whether a locale's glossary can be read, and what its rows and its language lack."""
    subject = f"glossary {locale}"
    try:
        loaded = load_glossary(settings, locale)
    except NewsdeskError as error:
        yield Check(subject, fine=False, message=str(error))
        return
    for row in loaded.errors:
        yield Check(subject, fine=False, message=str(row))
    yield Check(subject, fine=True, message=count(len(loaded.glossary.terms), "term") + _without_forms(loaded.glossary))
    lacking = load_language(locale).lacking if loaded.glossary.terms else ()
    if lacking:
        message = f"newsdesk has no {' and no '.join(lacking)} for it, and less to tell by which form a place wants"
        yield Check(f"language {locale}", fine=True, message=message)


def _without_forms(glossary: Glossary) -> str:
    """How many rows list no forms and should, and which come first; nothing where there is none."""
    bare = [term.origin for term in glossary.without_forms if term.origin]
    if not bare:
        return ""
    first = ", ".join(f"{place.path}:{place.line}" for place in bare[:FIRST_ROWS])
    more = " …" if len(bare) > FIRST_ROWS else ""
    advice = f"“newsdesk glossary suggest-forms --locale {glossary.locale}” proposes some"
    return f"; {count(len(bare), 'row lists', 'rows list')} no forms ({first}{more}): {advice}"


def files(settings: Settings) -> Iterator[Check]:
    """Files that nothing reads, as a slip in a name would have it: their terms would be missing without a word."""
    folder = settings.root / settings.glossaries
    if not folder.is_dir():
        message = f"there is no folder “{settings.glossaries}”; make it, or name another under “glossaries”"
        yield Check("glossaries", fine=False, message=message)
        return
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and not _is_read(path.name, settings.locales):
            message = "belongs to none of the project's locales and is not read; rename it, or add its locale"
            yield Check("glossaries", fine=False, message=f"{shown_path(settings, path)}: {message}")


def _is_read(name: str, locales: Sequence[str]) -> bool:
    return any(name in file_names(locale) for locale in locales)
