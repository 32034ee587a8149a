"""The two great steps of a night: what is new is drafted, and everything is looked over."""

from __future__ import annotations

import contextlib

from translate.core.entries.losses import Loss
from translate.core.results import ending
from translate.core.results.news import News, rewritten
from translate.core.results.review import Review
from translate.core.results.summary import ExitCode, Summary, Trouble
from translate.errors import NewsdeskError
from translate.values import dataclass
from translate.workflow import telling
from translate.workflow.articles import Listing, listing
from translate.workflow.draft import draft_all
from translate.workflow.missing import Voice
from translate.workflow.news import news
from translate.workflow.opening import opened
from translate.workflow.orders import Job
from translate.workflow.review import review
from translate.workflow.survey import survey
from translate.workflow.troubles import trouble_of

SHOWN = 100
"""Entries that wait, which the report shows: as many with a flagged term, and as many others."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of the drafting."""

    summary: Summary
    is_stopped: bool = False
    """Whether nothing was drafted at all, because of the brake, say."""
    offered: frozenset[str] = frozenset()
    """The PO files that may belong to articles of other names (`Opened.offered`)."""
    listing: Listing | None = None
    """The articles that it took in; None where it did not get so far."""


def draft_anew(job: Job) -> Drafted:
    """Draft what is new, unless so much has changed that something must be wrong."""
    orders, watch = job.orders, job.watch
    known: tuple[Trouble, ...] = ()
    lost: tuple[Loss, ...] = ()
    try:
        with contextlib.ExitStack() as stack:
            with watch.phase("survey") as counts:
                ready = stack.enter_context(
                    opened(
                        job.settings,
                        locales=orders.locales,
                        engine=orders.engine,
                        dry_run=orders.dry_run,
                        night=True,
                        glossaries=job.glossaries,
                        ledger=job.ledger,
                        now=job.now,
                        clock=job.clock,
                        announce=job.announce,
                        dated=orders.began,
                    )
                )
                known = ready.troubles
                seen = survey(ready, job.announce)
                counts.update(articles=len(ready.to_open), entries=seen.entries)
                counts.update(vanished=seen.vanished, changed=seen.changed)
                lost = ready.run.seen.history.losses()
            seen.check(orders.limit)
            del seen  # It has a part for each article, and nobody asks for it again.
            budget = orders.time_budget
            with watch.phase("draft") as counts:
                summary = draft_all(
                    ready,
                    out_of_time=lambda: budget is not None and watch.seconds >= budget,
                    announce=job.announce,
                    hire=orders.hire,
                )
                counts.update(ending.drafting_counts(summary, len(ready.to_open)))
            drafted = Drafted(summary, offered=ready.offered, listing=ready.listing)
    except NewsdeskError as error:
        # Where a folder of articles is not there, all else follows from that.
        first = (one for one in known if one.path in job.settings.articles)
        troubles = dict.fromkeys((*first, trouble_of(error, ""), *telling.lost(lost), *known))
        summary = Summary(orders.dry_run, (), (), tuple(troubles), lost=lost)
        drafted = Drafted(summary, is_stopped=True)
    watch.trouble(*drafted.summary.troubles)
    return drafted


def look_over(job: Job, drafted: Drafted) -> Review:
    """Look at all PO files as they are now."""
    with job.watch.phase("review") as counts:
        found = review(
            job.settings, job.orders.locales, most=SHOWN,
            glossaries=job.glossaries, ledger=job.ledger, clock=job.clock, announce=job.announce,
            named=drafted.listing.named if drafted.listing else None,
        )  # fmt: skip
        counts.update(ending.review_counts(found))
    job.watch.trouble(*found.troubles)
    return found


def see_what_holds(job: Job, drafted: Drafted, found: Review) -> News:
    """See what is no longer true, and take it out of the exports where the newsroom wants that."""
    voice = Voice.PARTIAL if job.orders.locales else Voice.NIGHT
    if drafted.is_stopped or drafted.summary.exit_code is ExitCode.STOPPED:
        voice = Voice.STOPPED
    if job.orders.dry_run:
        voice = Voice.NOBODY
    every, hit = drafted.listing or listing(job.settings), (*found.corrections, *rewritten(drafted.summary))
    with job.watch.phase("exports") as counts:
        known, errors = news(job.settings, hit, every, now=job.now, voice=voice, renamed=drafted.offered)
        counts.update(corrections=len(known.corrections), outdated=len(known.outdated))
        counts.update(withdrawn=len(known.withdrawals))
    job.watch.trouble(*(trouble_of(error, "") for error in errors))
    return known
