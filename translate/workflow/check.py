"""``newsdesk check``: what is wrong in the PO files, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from translate.core.entries.stamp import owner
from translate.core.results.checked import glossary_use
from translate.core.results.inspection import CheckedCatalog, GlossaryUse, Inspection, PlacedFinding, form_use
from translate.core.terms.glossary import Term
from translate.core.terms.matching import Matcher
from translate.core.text.locales import is_code
from translate.documents.slugs import slug_of
from translate.errors import CatalogError, GlossaryError, NewsdeskError
from translate.settings import Settings
from translate.workflow import articles
from translate.workflow.inspecting import Inspected, inspect
from translate.workflow.locales import chosen
from translate.workflow.places import catalog_path, catalog_paths, load_glossary, shown_path
from translate.workflow.troubles import trouble_of


def check(settings: Settings, paths: Sequence[Path] = (), *, locales: Sequence[str] = ()) -> Inspection:
    """Check the translations in PO files against today's glossary.

    Args:
        settings: The project.
        paths: PO files, articles, or folders of them; none for all of the project's PO files.
        locales: Only these; none for all of the project's. A PO file whose path names no locale is taken to be in the
            one that is given here, if it is only one.

    Returns:
        What was found. A file that cannot be read is told in it and stops nothing else.

    Raises:
        SettingsError: A locale is none.
    """
    listed, troubles = _find(settings, paths, locales)
    found = {shown_path(settings, path): (path, locale) for path, locale in listed}
    catalogs: list[CheckedCatalog] = []
    glossaries: list[GlossaryUse] = []
    for locale in dict.fromkeys(locale for _, locale in found.values()):
        try:
            loaded = load_glossary(settings, locale)
        except GlossaryError as error:
            troubles.append(error)  # Without its glossary a locale is not checked at all.
            continue
        troubles += loaded.errors
        matcher = Matcher(loaded.glossary)
        mentioned: set[Term] = set()
        for path in (path for path, its_locale in found.values() if its_locale == locale):
            try:
                inspected = inspect(settings, path, locale, matcher)
            except NewsdeskError as error:
                troubles.append(error)
            else:
                catalogs.append(_checked(inspected, locale))
                mentioned |= inspected.checked.mentioned
        glossaries.append(glossary_use(loaded.glossary, mentioned))
    return Inspection(
        catalogs=tuple(catalogs),
        glossaries=tuple(glossaries),
        troubles=tuple(trouble_of(error, "") for error in dict.fromkeys(troubles)),
    )


def _find(
    settings: Settings, paths: Sequence[Path], locales: Sequence[str]
) -> tuple[list[tuple[Path, str]], list[NewsdeskError]]:
    """The PO files with their locales, and what is wrong with the paths that lead to none."""
    wanted = chosen(settings, locales)
    if not paths:
        return [(path, locale) for locale in wanted for path in catalog_paths(settings, locale)], []
    found: list[tuple[Path, str]] = []
    troubles: list[NewsdeskError] = []
    for path in paths:
        if path.is_dir():
            inside = [(each, _locale_of(each, locales)) for each in sorted(path.rglob("*.po"))]
            # In somebody's folder there may be PO files that are none of ours.
            found += [(each, locale) for each, locale in inside if locale and (not locales or locale in locales)]
        elif path.suffix.lower() == ".po" and path.exists():
            locale = _locale_of(path, locales)
            if locale is None:
                message = "lies in no folder <locale>/LC_MESSAGES; name its locale with --locale"
                troubles.append(CatalogError(message, path=shown_path(settings, path)))
            elif not locales or locale in locales:
                found.append((path, locale))
            continue
        listed, unfit = articles.find(settings, [path])
        if not listed and path.is_file() and path.suffix.lower() not in articles.endings():
            unfit = [CatalogError("is neither a PO file nor an article", path=shown_path(settings, path))]
        troubles += unfit
        for article in listed:
            try:
                slug = slug_of(shown_path(settings, article))
            except NewsdeskError as error:
                troubles.append(error)
                continue
            own = [(catalog_path(settings, locale, slug), locale) for locale in wanted]
            found += [(each, locale) for each, locale in own if each.exists()]
    return found, troubles


def _locale_of(path: Path, locales: Sequence[str]) -> str | None:
    """The locale that a path names; where it names none, the only one that is asked for."""
    folder = path.absolute().parent
    if folder.name == "LC_MESSAGES" and is_code(folder.parent.name):
        return folder.parent.name
    return locales[0] if len(locales) == 1 else None


def _checked(inspected: Inspected, locale: str) -> CheckedCatalog:
    """What was found in one PO file."""
    translated = sum(entry.translated for entry in inspected.checked.live)
    return CheckedCatalog(
        locale=locale,
        article=PurePosixPath(inspected.file.path).stem,
        path=inspected.file.path,
        checked=translated,
        untranslated=len(inspected.checked.live) - translated,
        findings=tuple(_placed(inspected)),
        forms=form_use(text.unit for text in inspected.checked.texts),
    )


def _placed(inspected: Inspected) -> Iterable[PlacedFinding]:
    """The findings with the entries that they are about."""
    for text in inspected.checked.texts:
        entry = text.entry
        for finding in text.findings:
            yield PlacedFinding(
                finding=finding,
                line=inspected.file.lines[entry],
                msgctxt=entry.msgctxt,
                msgid=entry.msgid,
                form=text.form,
                owner=owner(entry),
                fuzzy=entry.fuzzy,
            )
