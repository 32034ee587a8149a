"""A try of another glossary → lines for people, and an object for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from translate.core.checks.findings import Finding, Level
from translate.core.entries.stages import Stage
from translate.core.results.trial import Affected, Effect, Trial
from translate.reports.console import Screen, alarm, faint, good
from translate.reports.counting import count, some
from translate.reports.jsonfile import trouble_object
from translate.reports.tables import Column

_ROWS = 20
"""So many rows are named, those of most entries first."""
_SHOWN = 10
"""So many entries are shown."""
STAGES = (Stage.DRAFT, Stage.UNTRANSLATED, Stage.IN_REVIEW, Stage.APPROVED, Stage.SETTLED)
_COLUMNS = {
    Stage.DRAFT: Column("drafts", number=True, style=faint),
    Stage.UNTRANSLATED: Column("untranslated", "left", number=True, style=faint),
    Stage.IN_REVIEW: Column("in review", "review", number=True, style=alarm),
    Stage.APPROVED: Column("approved", number=True, style=good),
    Stage.SETTLED: Column("settled", number=True, style=faint),
}


def print_trial(screen: Screen, trial: Trial, *, quiet: bool = False, verbose: bool = False) -> None:
    """Print what another glossary changes: first how many entries, then which.

    Args:
        screen: Where to.
        trial: What was found.
        quiet: Only what is flagged.
        verbose: All rows and entries, those with other notes alone included.
    """
    if not quiet:
        _print_counts(screen, trial, most=None if verbose else _ROWS)
    shown = [one for one in trial.affected or () if _is_shown(one, quiet=quiet, verbose=verbose)]
    for one in shown if verbose or quiet else shown[:_SHOWN]:
        screen.lines(entry_lines(one))
    if quiet:
        return
    if not verbose and len(shown) > _SHOWN:
        screen.text(f"… and {count(len(shown) - _SHOWN, 'more entry', 'more entries')}: --verbose shows all of them.")
    screen.text(closing(trial))


def _print_counts(screen: Screen, trial: Trial, *, most: int | None) -> None:
    told = [stage for stage in STAGES if trial.stages[stage]]
    rows = [(source, *(f"{stages[stage]:,}" for stage in told)) for source, stages in trial.terms.items()]
    screen.table([Column("row"), *(_COLUMNS[stage] for stage in told)], rows[:most])
    if most is not None and len(rows) > most:
        screen.text(f"… and {count(len(rows) - most, 'more row')}")
    if trial.idle:
        screen.text(f"Concerning no entry: {some(trial.idle, most or len(trial.idle))}")


def _is_shown(one: Affected, *, quiet: bool, verbose: bool) -> bool:
    if quiet:
        return one.effect is Effect.FLAGGED
    return verbose or one.effect is not Effect.NOTED


def entry_lines(one: Affected) -> Iterator[str]:
    """An entry's place, what becomes of it and by which rows; then its texts and what is found in them."""
    by = f" by {some(one.terms, len(one.terms))}" if one.terms else ""
    yield f"{one.path}:{one.line}: {one.effect}{by} [{one.stage}]"
    if one.effect is Effect.DRAFTED:
        yield f"  - {one.before}"
        yield f"  + {one.after}"
    else:
        yield f"    {one.before}"
    yield from (f"  ! {finding.message} [{finding.rule}]" for finding in _asking(one.found))
    yield from (f"  ok, no longer: {finding.message} [{finding.rule}]" for finding in _asking(one.gone))


def _asking(findings: Sequence[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.level is not Level.INFO)


def closing(trial: Trial) -> str:
    """What it comes to, in a sentence."""
    if not trial.rows:
        return "Nothing was compared."
    differing = sum(map(len, trial.rows.values()))
    if not differing and not trial.concerned:
        return f"{trial.candidate} says what the drafts were made with: nothing would change."
    where = ", ".join(f"{locale} {len(rows):,}" for locale, rows in trial.rows.items() if rows)
    head = f"{count(differing, 'row')} differ{'s' * (differing == 1)} from what the drafts were made with ({where})"
    if trial.affected is None:
        entries = sum(trial.stages.values())
        return f"{head}; {count(entries, 'entry', 'entries')} in {count(len(trial.concerned), 'PO file')} concerned."
    return f"{head}: {told(trial)}."


def told(trial: Trial) -> str:
    """What becomes of the entries, in a sentence without a full stop."""
    effects, would = trial.effects, "" if trial.applied else "would be "
    parts = [
        (effects[Effect.DRAFTED], f"{would}drafted anew"),
        (effects[Effect.FLAGGED], f"{would}flagged"),
        (effects[Effect.CLEARED], f"{would}flagged no more"),
        (effects[Effect.NOTED], "with other notes only"),
    ]
    return ", ".join(f"{count(n, 'entry', 'entries')} {what}" for n, what in parts if n) or "no entry changes"


def trial_object(trial: Trial) -> dict[str, Any]:
    """The report of ``newsdesk glossary try --json`` and ``apply --json``; keys are only ever added to it."""
    return {
        "exit_code": int(trial.exit_code),
        "candidate": trial.candidate,
        "applied": trial.applied,
        "rows": {locale: len(rows) for locale, rows in trial.rows.items()},
        "idle": list(trial.idle),
        "stages": _stages(trial.stages),
        "terms": [{"source": source, "stages": _stages(stages)} for source, stages in trial.terms.items()],
        "catalogs": [
            {"path": one.path, "locale": one.locale, "stages": _stages(Counter(one.stages))} for one in trial.concerned
        ],
        "effects": {effect.value: trial.effects[effect] for effect in Effect},
        "entries": None if trial.affected is None else [*map(_entry_object, trial.affected)],
        "troubles": [trouble_object(trouble) for trouble in trial.troubles],
    }


def _stages(stages: Counter[Stage]) -> dict[str, int]:
    return {stage.value: stages[stage] for stage in Stage}


def _entry_object(one: Affected) -> dict[str, Any]:
    return {
        "path": one.path,
        "locale": one.locale,
        "line": one.line,
        "msgctxt": one.msgctxt,
        "msgid": one.msgid,
        "effect": one.effect.value,
        "stage": one.stage.value,
        "before": one.before,
        "after": one.after,
        "terms": list(one.terms),
        "found": [*map(_finding_object, one.found)],
        "gone": [*map(_finding_object, one.gone)],
    }


def _finding_object(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "term": finding.term or None,
        "span": list(finding.span) if finding.span else None,
    }
