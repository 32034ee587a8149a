"""What a night comes to in the end: its exit code, the figures of each locale, and the record that is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.core.results.night import LocaleFigures, Night, Phase, RunRecord
from translate.core.results.review import Review
from translate.core.results.summary import ExitCode, Summary, Totals, Trouble, total
from translate.errors import NewsdeskError

_LOOKED = {ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.PARTIAL}
"""A run that ended otherwise may not have looked for engines."""


def exit_code(night: Night, troubles: Sequence[Trouble]) -> ExitCode:
    """What a night amounts to; `ExitCode.FINDINGS` says that somebody should look today, and only that.

    Args:
        night: What was done and found.
        troubles: Everything that went wrong.
    """
    if any(trouble.traceback for trouble in troubles):
        return ExitCode.BUG
    if night.summary.exit_code is ExitCode.STOPPED:
        return ExitCode.STOPPED
    if troubles or night.summary.exit_code is ExitCode.PARTIAL:
        return ExitCode.PARTIAL
    return ExitCode.FINDINGS if _is_for_today(night) else ExitCode.CLEAN


def _is_for_today(night: Night) -> bool:
    """Whether a person should look today: not for drafts that wait for review anyway, or every night would end so."""
    if night.news or night.summary.unconfirmed or without_an_engine(night):
        return True
    return night.flags_are_news and any(one.errors or one.flagged for one in night.review.locales.values())


def without_an_engine(night: Night) -> tuple[str, ...]:
    """The locales that have no engine now, and had one when a run last looked for it."""
    return tuple(
        locale for locale, engine in night.summary.engines if engine is None and _had_one(locale, night.history)
    )


def _had_one(locale: str, history: Iterable[RunRecord]) -> bool:
    looked = [record for record in history if record.exit_code in _LOOKED]
    engines = [one.engine for record in looked for one in record.locales if one.locale == locale]
    return engines[-1:] not in ([], [None])


def exit_code_of(stop: BaseException) -> ExitCode:
    """What a night amounts to that is stopped by this."""
    match stop:
        case KeyboardInterrupt() | SystemExit(code=ExitCode.INTERRUPTED):
            return ExitCode.INTERRUPTED
        case SystemExit():
            return ExitCode.TERMINATED
        case NewsdeskError():
            return ExitCode.STOPPED
        case _:
            return ExitCode.BUG


def drafting_counts(summary: Summary, articles: int) -> dict[str, int]:
    """What a run's record has of its drafting.

    Args:
        summary: What was drafted.
        articles: How many articles were to be opened.
    """
    found = summary.totals
    return {
        "articles": articles - len(summary.unfinished),
        "unfinished": len(summary.unfinished),
        "written": found.changed,
        "drafted": found.drafted,
        "recalled": found.recalled,
    }


def review_counts(found: Review) -> dict[str, int]:
    """What a run's record has of its review."""
    every = total(found.locales.values())
    return {
        "catalogs": every.catalogs,
        "waiting": found.waiting_in_all,
        "errors": every.errors,
        "warnings": every.warnings,
    }


def figures(summary: Summary, found: Review) -> tuple[LocaleFigures, ...]:
    """How each locale stands: those that were drafted, then those that were only looked at."""
    engines, drafted, reviewed, nothing = dict(summary.engines), summary.locales, found.locales, Totals()
    return tuple(
        _figures(locale, engines.get(locale), drafted.get(locale, nothing), reviewed.get(locale, nothing))
        for locale in dict.fromkeys((*engines, *reviewed))
    )


def _figures(locale: str, engine: str | None, drafted: Totals, reviewed: Totals) -> LocaleFigures:
    return LocaleFigures(
        locale=locale,
        engine=engine,
        counts=reviewed.counts,
        catalogs=reviewed.catalogs,
        new=drafted.new,
        updated=drafted.updated,
        drafted=drafted.drafted,
        recalled=drafted.recalled,
        errors=reviewed.errors,
        warnings=reviewed.warnings,
    )


def ended(night: Night, *, at: str, seconds: float, phases: Iterable[Phase], troubles: Sequence[Trouble]) -> Night:
    """The night with the record of a run that is over.

    Args:
        night: What was done and found, with what was known of its run when it began.
        at: When it ended, as RFC 3339 has it.
        seconds: How long it took.
        phases: Its steps.
        troubles: Everything that went wrong.
    """
    record = replace(
        night.record,
        ended=at,
        exit_code=exit_code(night, troubles),
        seconds=seconds,
        phases=tuple(phases),
        locales=figures(night.summary, night.review),
        unfinished=len(night.summary.unfinished),
        lost=sum(loss.texts for loss in night.summary.lost),
        corrections=len(night.news.corrections),
        outdated=len(night.news.outdated),
        withdrawn=len(night.news.withdrawals),
        troubles=tuple(troubles),
    )
    return replace(night, record=record)
