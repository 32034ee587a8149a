"""Part with PO files that were deleted together with their articles: what people wrote in them is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from translate.core.entries.catalog import Entry
from translate.core.entries.parting import parted
from translate.core.entries.past import Past
from translate.history.texts import Look
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_paths, locale_in
from translate.workflow.strays import is_known, work_in


def part(seen: Noticing, absent: Iterable[str]) -> None:
    """Have the history keep what people wrote in files that are gone with their articles, and forget the files.

    Args:
        seen: Has looked at the PO files that are there.
        absent: Those that the history knows and that are no work, as the newsroom knows them.
    """
    for locale, paths in _gone(seen, absent).items():
        standing = tuple(_standing(seen, locale)) if paths else ()
        for shown in paths:
            superseded = parted(seen.history.past(shown) or Past(), standing)
            seen.history.put(Look(shown, locale, Past(), superseded=superseded, at=seen.at))
            seen.history.forget([shown])
            seen.parted.add(shown)
            if superseded:
                kept = "text of people is" if len(superseded) == 1 else "texts of people are"
                told = f"{shown}: was deleted with its article; {len(superseded)} {kept} kept"
                seen.notes.append(f"{told}: “newsdesk restore --all”")


def _gone(seen: Noticing, absent: Iterable[str]) -> Mapping[str, list[str]]:
    """The files, by their locales; none while a disk may be missing."""
    settings, found = seen.settings, defaultdict[str, list[str]](list)
    if not is_known(settings, seen.articles):
        return found
    for shown in sorted(absent):
        path = settings.root / shown
        if (locale := locale_in(path)) in settings.locales and path.stem not in seen.articles:
            found[locale].append(shown)
    lying = {locale: {storable(settings, path) for path in catalog_paths(settings, locale)} for locale in found}
    return {locale: [s for s in paths if s not in lying[locale]] for locale, paths in found.items() if lying[locale]}


def _standing(seen: Noticing, locale: str) -> Iterator[Entry]:
    """What stands in the other PO files of a locale: somebody may have renamed one by hand, as its article."""
    moving = (path for path in seen.moving if locale_in(path) == locale)
    for path in (*work_in(seen.settings, locale, seen.articles), *moving):
        if past := seen.history.past(storable(seen.settings, path)):
            yield from (one.entry for one in past.entries)
