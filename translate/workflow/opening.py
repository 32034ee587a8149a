"""Get a run ready: its locales, its memory, and the articles that it has to open."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from translate.core.terms.matching import Matcher
from translate.errors import NewsdeskError, SettingsError
from translate.ledger.pages import Ledger
from translate.ledger.states import nanoseconds
from translate.settings import Settings
from translate.workflow import articles, following, mentions, naming, remembering, renaming, shelves, standing
from translate.workflow.articles import Listing
from translate.workflow.clock import Clock
from translate.workflow.comparing import Comparing
from translate.workflow.desk import open_desks
from translate.workflow.folders import tidied
from translate.workflow.keeping import Keeping
from translate.workflow.locales import chosen
from translate.workflow.noticing import noticing, storable
from translate.workflow.opened import Opened
from translate.workflow.places import catalogs_folder, shown_path
from translate.workflow.steps import Announce, silently
from translate.workflow.terms import Glossaries
from translate.workflow.troubles import trouble_of
from translate.workflow.work import Run


@contextlib.contextmanager
def opened(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    locales: Sequence[str] = (),
    engine: str | None = None,
    dry_run: bool = False,
    night: bool = False,
    against: Mapping[str, Matcher] | None = None,
    dated: datetime | None = None,
    glossaries: Glossaries,
    ledger: Ledger,
    now: datetime,
    clock: Clock,
    announce: Announce = silently,
) -> Iterator[Opened]:
    """Get a run ready. Nothing that people work with is written.

    Args:
        settings: The project.
        paths: The articles, files or folders; none for all that the project has.
        locales: The locales to draft into; none for all.
        engine: The engine's name, or ``auto``; None for the one of the settings.
        dry_run: Do everything but write.
        against: As `Run.against` has it.
        dated: The time that headers carry, where that is another than now.
        night: Whether a survey and a review belong to it: whatever is read is then noted for them, too.
        glossaries: The project's.
        ledger: What past runs found out; what this one finds is added.
        now: The time at which it begins; new headers carry it.
        clock: The time while it is at work.
        announce: Told of the steps as they come.

    Raises:
        NewsdeskError: Nothing can be done at all.
    """
    wanted = chosen(settings, locales)
    # Before anything is read: it may put a person's text back.
    left = () if dry_run else tuple(tidied(settings, now=clock.nanoseconds()))
    keeping = Keeping.of(settings, now=now, clock=clock, keep=not dry_run)
    try:
        desks, troubles = open_desks(settings, wanted, engine or settings.engine, glossaries, keeping)
    except SettingsError as error:
        # What is in its place again is told now or never.
        raise SettingsError("\n".join((str(error), *(one.message for one in left)))) from error
    listed, unusable = articles.find(settings, paths)
    names = articles.names(settings, listed) if paths else naming.names(settings, listed)
    settings = shelves.decided(settings, len(names))
    named = articles.by_name(settings, listed, names)
    found_in = mentions.mentioned(settings, ledger, names, None if paths else listed, nanoseconds(now))
    besides = found_in.besides(settings.shows)
    seen, unusable_history = noticing(settings, now=now, named=None if paths else named)
    troubles += filter(None, (unusable_history,))
    at_work = [desk.locale for desk in desks]
    were = standing.standing(settings, ledger, named, at_work, nanoseconds(now), besides=besides)
    troubles += following.follow(seen, at_work)
    folders = {catalogs_folder(settings, locale): locale for locale in at_work if night}
    comparing = Comparing(articles.reader(settings, names, found_in.by_title), named, folders)
    found = renaming.renaming(seen, named, at_work, were, comparing.reader)
    asked = remembering.opened(settings, now=now, dry_run=dry_run, announce=announce, seen=seen, see=comparing.see)
    with contextlib.ExitStack() as stack, seen.history, keeping:
        memory = None
        try:
            fresh = stack.enter_context(asked)
            memory, troubles = fresh.memory, [*troubles, *fresh.troubles]
        except NewsdeskError as error:
            troubles.append(error)  # The memory saves work; a run goes on without it.
        desks = [desk.remembering(memory.digest(desk.locale) if memory else "") for desk in desks]
        contexts = {desk.locale: desk.context for desk in desks}
        shown, waiting = {shown_path(settings, path): path for path in listed}, dict(were.unsettled(contexts))
        told = ((each, waiting.get(names[each], ()) if each in names else tuple(at_work)) for each in shown)
        unsettled = {each: wanted for each, wanted in told if wanted}
        ready = Opened(
            run=Run(settings, memory, seen, dated or now, clock, dry_run, night, found.following, against),
            glossaries=glossaries,
            ledger=ledger,
            desks=tuple(desks),
            comparing=comparing,
            moves=tuple(found.moves),
            settled=were.settled(contexts),
            unsettled=unsettled,
            to_open=articles.newest_first([shown[each] for each in unsettled]),
            listed=None if paths else frozenset(shown),
            listing=None if paths else Listing(tuple(listed), named, tuple(unusable)),
            besides=besides,
            troubles=(*left, *(trouble_of(error, "") for error in (*troubles, *unusable))),
            offered=frozenset(storable(settings, stray.path) for stray in found.left if stray.homes),
        )
        del were, shown, waiting  # They would be kept as long as the run is at work.
        yield ready
