"""``newsdesk check``: what is wrong in the PO files, whoever wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from translate.core.results.checked import checked_catalog, glossary_use
from translate.core.results.inspection import CheckedCatalog, GlossaryUse, Inspection, Sums
from translate.core.results.worst import ByLocale
from translate.core.terms.glossary import Term
from translate.core.terms.matching import Matcher
from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.workflow import catalogs
from translate.workflow.inspecting import inspect
from translate.workflow.places import shown_path
from translate.workflow.terms import Glossaries
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
    listed, troubles = catalogs.find(settings, paths, locales)
    found = {shown_path(settings, path): (path, locale) for path, locale in listed}
    checked, sums = ByLocale[CheckedCatalog](), Sums()
    glossaries: list[GlossaryUse] = []
    named = dict.fromkeys(locale for _, locale in found.values())
    for locale, glossary in Glossaries(settings).ready(named, troubles.append):
        matcher = Matcher(glossary)
        mentioned: set[Term] = set()
        for path in (path for path, its_locale in found.values() if its_locale == locale):
            try:
                seen = inspect(settings, path, locale, matcher)
            except NewsdeskError as error:
                troubles.append(error)
            else:
                shown = seen.file.path
                name = PurePosixPath(shown).stem
                one = checked_catalog(seen.checked, seen.file.lines, path=shown, article=name, locale=locale)
                checked.add(one)
                sums += Sums.of((one,))
                mentioned |= seen.checked.mentioned
        glossaries.append(glossary_use(locale, matcher.rows, matcher.rows.numbers(mentioned)))
    those, order = checked.named(), {path: place for place, path in enumerate(found)}
    if not checked.left_out():  # Then as they were asked for.
        those = tuple(sorted(those, key=lambda one: ([*named].index(one.locale), order.get(one.path, 0))))
    return Inspection(
        catalogs=those,
        glossaries=tuple(glossaries),
        troubles=tuple(trouble_of(error, "") for error in dict.fromkeys(troubles)),
        left_out=sums - Sums.of(those),
    )
