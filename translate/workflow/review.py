"""Look at every PO file: what waits in it for people, and in which order to take that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from translate.core.results.checked import glossary_use
from translate.core.results.inspection import GlossaryUse
from translate.core.results.looks import Collected, Look, usual_of
from translate.core.results.review import Review, Waiting
from translate.core.results.summary import Trouble
from translate.core.terms.matching import Matcher
from translate.errors import NewsdeskError
from translate.ledger.pages import Ledger
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.clock import Clock
from translate.workflow.inspecting import files_in
from translate.workflow.locales import chosen
from translate.workflow.looking import Looks, Yardstick, waiting, yardstick
from translate.workflow.places import catalogs_folder, shown_path
from translate.workflow.steps import Advance, Announce, silently
from translate.workflow.terms import Glossaries
from translate.workflow.troubles import trouble_of

_AT_ONCE = 100
"""So many PO files are asked for at a time."""

_SAMPLE = 300
"""PO files from which it is told how sure an engine usually is."""


@dataclass(slots=True)
class _Found:
    """What a review has found so far."""

    collected: Collected
    usual: dict[str, float] = field(default_factory=dict)
    """The score that is usual for the drafts of a locale."""
    names: dict[str, str] = field(default_factory=dict)
    """The names of PO files that the newsroom knows by others, as they are no text."""
    troubles: list[Trouble] = field(default_factory=list)

    def tell(self, error: NewsdeskError) -> None:
        """Something is wrong with a glossary."""
        self.troubles.append(trouble_of(error, ""))


def review(
    settings: Settings,
    locales: Sequence[str] = (),
    *,
    most: int,
    glossaries: Glossaries,
    ledger: Ledger,
    clock: Clock,
    announce: Announce = silently,
    named: Mapping[str, Path] | None = None,
) -> Review:
    """Look at all PO files of a project that are work; those that are as at the last look are not read again.

    Args:
        settings: The project.
        locales: Only these; none for all of the project's.
        most: So many entries that wait are named: as many with a flagged term, and as many others.
        glossaries: The project's.
        ledger: What earlier looks have found; what this one finds is added.
        clock: The time.
        announce: Told of the files as they come.
        named: The articles by the names of their catalogs; None where they have to be found.

    Returns:
        What was found. A file that cannot be read is told in it and stops nothing else.
    """
    found = _Found(Collected(most))
    yardsticks: dict[str, Yardstick] = {}
    uses: list[GlossaryUse] = []
    named = articles.named(settings) if named is None else named
    for locale, glossary in glossaries.ready(chosen(settings, locales), found.tell):
        by = yardsticks[locale] = yardstick(settings, glossary, Matcher(glossary))
        files = files_in(settings, locale, named)
        mentioned = _look_through(Looks(by, ledger, clock), files, found, announce)
        uses.append(glossary_use(locale, by.matcher.rows, mentioned))
    return Review(
        catalogs=found.collected.catalogs.named(),
        waiting=tuple(sorted(_named(found, yardsticks, ledger, clock), key=lambda entry: entry.order)),
        waiting_in_all=found.collected.waiting,
        rules=dict(found.collected.rules.most_common()),
        glossaries=tuple(uses),
        corrections=tuple(found.collected.corrections),
        troubles=tuple(dict.fromkeys(found.troubles)),
        left_out=found.collected.catalogs.left_out(),
    )


def _look_through(looks: Looks, files: Sequence[tuple[str, str]], found: _Found, announce: Announce) -> set[int]:
    """Look at a locale's files; the terms that they mention, by their place in the glossary."""
    by, mentioned = looks.by, set[int]()
    found.names.update((shown, name) for shown, name in files if not shown.endswith(f"/{name}"))
    advance = announce(f"Looking through {by.locale}", len(files)) if files else silently("", 0)
    # What is usual is told from files that are spread over all of them, before any entry is ranked.
    sampled = files[:: len(files) // _SAMPLE + 1]
    sample = dict(zip(sampled, _taken(looks, sampled, advance), strict=True))
    usual = found.usual[by.locale] = usual_of(look for look in sample.values() if isinstance(look, Look))
    others = _taken(looks, [file for file in files if file not in sample], advance)
    for shown, name in files:
        match sample.get((shown, name)) or next(others):
            case Look() as look:
                found.collected.add(shown, by.locale, look, usual)
                mentioned.update(look.mentioned)
            case Trouble() as trouble:
                found.troubles.append(trouble)
    looks.keep()
    looks.forget_all_but(shown for shown, _ in files)
    return mentioned


def _taken(looks: Looks, files: Sequence[tuple[str, str]], advance: Advance) -> Iterator[Look | Trouble]:
    """The looks at files; or why one cannot be read."""
    folder = catalogs_folder(looks.by.settings, looks.by.locale)
    for start in range(0, len(files), _AT_ONCE):
        batch = [(shown, folder / name) for shown, name in files[start : start + _AT_ONCE]]
        looks.expect([path for _, path in batch])
        for shown, path in batch:
            try:
                yield looks.take(path)
            except Exception as error:  # noqa: BLE001  A bug that one file brings to light must not cost the others.
                yield trouble_of(error, shown)
            advance(1)


def _named(found: _Found, yardsticks: dict[str, Yardstick], ledger: Ledger, clock: Clock) -> Iterator[Waiting]:
    """The entries in the first places, with all that is known of them."""
    named: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in found.collected.first():
        named[one.locale, one.path].append(one.place)
    for (locale, shown), places in named.items():
        by, usual = yardsticks[locale], found.usual[locale]
        try:
            folder = catalogs_folder(by.settings, locale)
            path = folder / (found.names.get(shown) or shown.removeprefix(f"{shown_path(by.settings, folder)}/"))
            placed = waiting(by, ledger, path, clock.nanoseconds())
        except Exception as error:  # noqa: BLE001  As above; somebody may also have saved it since.
            found.troubles.append(trouble_of(error, shown))
            continue
        yield from (replace(one.waiting, risk=one.grounds.risk(usual)) for one in placed if one.place in places)
