"""Look at every PO file: what waits in it for people, and in which order to take that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from translate.core.results.checked import glossary_use
from translate.core.results.inspection import GlossaryUse
from translate.core.results.judging import Placed
from translate.core.results.looks import Collected, Look, usual_of
from translate.core.results.review import Review, Waiting
from translate.core.results.summary import Trouble
from translate.core.terms.matching import Matcher
from translate.errors import NewsdeskError
from translate.ledger import results
from translate.ledger.pages import About, Ledger
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.clock import Clock
from translate.workflow.locales import chosen
from translate.workflow.looking import Looks, Yardstick, known, look_into, yardstick
from translate.workflow.places import shown_path
from translate.workflow.steps import Advance, Announce, silently
from translate.workflow.strays import work_in
from translate.workflow.terms import Glossaries
from translate.workflow.troubles import trouble_of

_SAMPLE = 300
"""PO files from which it is told how sure an engine usually is."""


@dataclass(slots=True)
class _Found:
    """What a review has found so far."""

    collected: Collected
    usual: dict[str, float] = field(default_factory=dict)
    """The score that is usual for the drafts of a locale."""
    paths: dict[str, Path] = field(default_factory=dict)
    """The PO files, as the newsroom knows them."""
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

    Returns:
        What was found. A file that cannot be read is told in it and stops nothing else.
    """
    found = _Found(Collected(most))
    yardsticks: dict[str, Yardstick] = {}
    uses: list[GlossaryUse] = []
    named = articles.named(settings)
    for locale, glossary in glossaries.ready(chosen(settings, locales), found.tell):
        by = yardsticks[locale] = yardstick(settings, glossary, Matcher(glossary))
        mentioned = _look_through(Looks(by, ledger, clock), work_in(settings, locale, named), found, announce)
        uses.append(glossary_use(locale, by.matcher.rows, mentioned))
    waiting = sorted(_named(found, yardsticks, ledger, clock), key=lambda entry: entry.order)
    return Review(
        catalogs=tuple(found.collected.catalogs),
        waiting=tuple(waiting),
        waiting_in_all=found.collected.waiting,
        rules=dict(found.collected.rules.most_common()),
        glossaries=tuple(uses),
        corrections=tuple(found.collected.corrections),
        troubles=tuple(dict.fromkeys(found.troubles)),
    )


def _look_through(looks: Looks, paths: Sequence[Path], found: _Found, announce: Announce) -> set[int]:
    """Look at a locale's files; the terms that they mention, by their place in the glossary."""
    by = looks.by
    mentioned: set[int] = set()
    advance = announce(f"Looking through {by.locale}", len(paths)) if paths else silently("", 0)
    # What is usual is told from files that are spread over all of them, before any entry is ranked.
    sample = {path: _take(looks, path, advance) for path in paths[:: len(paths) // _SAMPLE + 1]}
    usual = found.usual[by.locale] = usual_of(look for look in sample.values() if isinstance(look, Look))
    for path in paths:
        match sample.get(path) or _take(looks, path, advance):
            case Look() as look:
                shown = shown_path(by.settings, path)
                found.paths[shown] = path
                found.collected.add(shown, by.locale, look, usual)
                mentioned.update(look.mentioned)
            case Trouble() as trouble:
                found.troubles.append(trouble)
    looks.keep()
    looks.forget_all_but(paths)
    return mentioned


def _take(looks: Looks, path: Path, advance: Advance) -> Look | Trouble:
    """The look at a file; or why it cannot be read."""
    try:
        return looks.take(path)
    except Exception as error:  # noqa: BLE001  A bug that one file brings to light must not cost the others.
        return trouble_of(error, shown_path(looks.by.settings, path))
    finally:
        advance(1)


def _named(found: _Found, yardsticks: dict[str, Yardstick], ledger: Ledger, clock: Clock) -> Iterator[Waiting]:
    """The entries in the first places, with all that is known of them."""
    named: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in found.collected.first():
        named[one.locale, one.path].append(one.place)
    for (locale, shown), places in named.items():
        try:
            placed = _waiting_in(yardsticks[locale], ledger, found.paths[shown], clock)
        except Exception as error:  # noqa: BLE001  As above; somebody may also have saved it since.
            found.troubles.append(trouble_of(error, shown))
            continue
        usual = found.usual[locale]
        yield from (replace(one.waiting, risk=one.grounds.risk(usual)) for one in placed if one.place in places)


def _waiting_in(by: Yardstick, ledger: Ledger, path: Path, clock: Clock) -> tuple[Placed, ...]:
    page = known(by, ledger, About.WAITING, path, clock.nanoseconds())
    found = results.to_waiting(page.result) if page else None
    return look_into(by, path).waiting if found is None else found
