"""Say a run's facts as a person says them; the page and the mail share these words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime

from translate.core.results.ending import without_an_engine
from translate.core.results.night import Night, RunRecord
from translate.core.results.risk import Risk
from translate.core.results.summary import ExitCode, Trouble
from translate.reports import losses, news
from translate.reports.counting import count

_STATES = {
    ExitCode.CLEAN: "All done",
    ExitCode.FINDINGS: "Done; look today",
    ExitCode.STOPPED: "Could not run",
    ExitCode.BUG: "Stopped by a bug in newsdesk",
    ExitCode.PARTIAL: "Partly done",
    ExitCode.LOCKED: "Did not run: another run was at work",
    ExitCode.INTERRUPTED: "Interrupted by a person",
    ExitCode.TERMINATED: "Stopped from outside",
    None: "Not over yet, or killed",
}
_FULL, _SHORT = "%A %-d %B %Y at %H:%M UTC", "%Y-%m-%d %H:%M UTC"


def state(record: RunRecord) -> str:
    """How a run went."""
    return _STATES[record.exit_code]


def headline(night: Night) -> str:
    """What a person has to know before all else, and how the night went."""
    told = _first(night)
    return ". ".join(told if _is_stopped(night) else (*told, _went(night)))


def _first(night: Night) -> tuple[str, ...]:
    """What is gone of people's texts, that nothing was done, and what is no longer true: as far as there is any."""
    return tuple(filter(None, (gone(night), _went(night) if _is_stopped(night) else "", untrue(night))))


def _is_stopped(night: Night) -> bool:
    return night.record.exit_code is ExitCode.STOPPED


def _went(night: Night) -> str:
    """How a night went, what was in its way, and why it could not run."""
    known = troubles(night)
    in_the_way = [
        f"{count(number, noun)}{rest}"
        for number, noun, rest in (
            (len(known), "problem", ""),
            (night.record.unfinished, "article", " left for the next run"),
        )
        if number
    ]
    went = f"{state(night.record)}: {listed(in_the_way)}" if in_the_way else state(night.record)
    # What is to be done about it stands behind the semicolon, and in the list of problems.
    return f"{went}. {known[0].message.partition('; ')[0]}" if known and _is_stopped(night) else went


def gone(night: Night) -> str:
    """What is gone of people's texts, and what to do; empty where nothing is."""
    return losses.headline(night.summary.lost)


def untrue(night: Night) -> str:
    """What somebody should look at today; empty where nothing is to be looked at."""
    unconfirmed = night.summary.unconfirmed
    parts = (
        news.headline(night.news),
        f"{count(unconfirmed, 'draft')} approved all at once" if unconfirmed else "",
        *(f"{locale} has lost its engine" for locale in without_an_engine(night)),
    )
    told = ", ".join(filter(None, parts))
    return told[:1].upper() + told[1:]


def title(night: Night) -> str:
    """What the page is called: what a person has to know before all else."""
    first = ". ".join(_first(night))
    return f"{first} – " if first else ""


def exit_words(record: RunRecord) -> str:
    """What a run told the shell."""
    return "no exit code" if record.exit_code is None else f"exit code {int(record.exit_code)}"


def level(score: float) -> str:
    """A risk as a word."""
    return Risk(score).band


def share(score: float) -> str:
    """A risk as a number; it is only shown beside the word."""
    return f"{finite(score):.2f}"


def finite(number: float) -> float:
    """The number, and 0 for what is none: a report shows and draws it all the same."""
    return number if math.isfinite(number) else 0.0


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence, one at least, the last behind “and”."""
    *head, last = parts
    return f"{', '.join(head)} and {last}" if head else last


def duration(seconds: float) -> str:
    """A length of time."""
    if finite(seconds) < 9.95:  # noqa: PLR2004  From ten seconds on nobody wants the tenths.
        return f"{finite(seconds):.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes_rest = divmod(minutes, 60)
    if hours:
        return f"{hours:,} h {minutes_rest} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def effort(words: int, per_hour: int) -> str:
    """The hours of a person's work that some words of source are."""
    minutes = 60 * words / max(1, per_hour)
    if minutes <= 55:  # noqa: PLR2004  Below an hour, steps of five minutes; then of half an hour; from ten on, hours.
        return f"{5 * math.ceil(minutes / 5)} min"
    hours = minutes / 60
    return f"{round(2 * hours) / 2:g} h" if hours < 10 else f"{round(hours):,} h"  # noqa: PLR2004


def moment(stamp: str, *, short: bool = False) -> str:
    """A time of RFC 3339 in UTC, in full or as short as a table wants it; another text stays as it is."""
    try:
        when = datetime.fromisoformat(stamp)
        return when.astimezone(UTC).strftime(_SHORT if short else _FULL) if when.tzinfo else stamp
    except (ValueError, OverflowError):
        return stamp


def opening(record: RunRecord) -> str:
    """Which run it was, when it began, how long it took and what it told the shell."""
    took = f"and took {duration(record.seconds)}" if record.exit_code is not None else "and has not ended"
    return f"Run {record.number:,} began on {moment(record.started)} {took} ({exit_words(record)})."


def fresh(night: Night) -> str:
    """What the run changed, in a sentence."""
    found = night.summary.totals
    made = {"made": found.new, "updated": found.updated}
    parts = [f"{count(number, 'PO file')} {verb}" for verb, number in made.items() if number]
    if found.drafted:
        parts.append(f"{count(found.drafted, 'entry', 'entries')} drafted")
    if found.recalled:
        parts.append(f"{count(found.recalled, 'entry', 'entries')} filled from the memory")
    tried = "This was a dry run, nothing was written; it would be: " if night.summary.dry_run else ""
    return f"{tried}{listed(parts or ['Nothing new'])}."


def remarks(night: Night) -> tuple[str, ...]:
    """What else is worth a line: what is new first, then locales without an engine, and what there was no time for."""
    without = [locale for locale, engine in night.summary.engines if engine is None]
    unfinished = night.record.unfinished
    left = f"{count(unfinished, 'article')} left for the next run: the time was up."
    return (
        *night.summary.notes,
        *(f"{locale}: no engine has this pair, nothing was drafted (see “newsdesk doctor”)." for locale in without),
        *((left,) if unfinished else ()),
    )


def troubles(night: Night) -> tuple[Trouble, ...]:
    """All that could not be done, each once."""
    return tuple(dict.fromkeys((*night.record.troubles, *night.summary.troubles, *night.review.troubles)))
