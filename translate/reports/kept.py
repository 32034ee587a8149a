"""What people wrote once, and what becomes of it when it shall come back: lines for people, objects for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Kept, Reason
from translate.core.entries.restoring import Outcome
from translate.reports.console import good
from translate.reports.counting import count
from translate.reports.losses import what_happened
from translate.reports.tables import Column

_REASONS = {
    Reason.EMPTIED: "a person deleted it",
    Reason.REPLACED: "another text took its place",
    Reason.REMOVED: "its former paragraph was taken out",
}
_OUTCOMES = {
    Outcome.RESTORED: "back",
    Outcome.REPLACED: "back, the other one is kept",
    Outcome.THERE: "there already",
    Outcome.TAKEN: "left out",
    Outcome.FORGOTTEN: "to be drafted anew",
}
_NOTHING = "Nothing that people wrote is missing from their PO files."

LISTED = (
    Column("number", number=True),
    Column("file"),
    Column("since"),
    Column("was"),
    Column("source", prose=True),
    Column("text", prose=True, style=good),
)
"""What tools have dropped, as columns of a table."""
EVERYTHING = (*LISTED, Column("why", prose=True))
"""The same with what people have deleted or replaced themselves."""
DONE = (
    Column("number", number=True),
    Column("file"),
    Column("", style=lambda told: "yellow" if told == _OUTCOMES[Outcome.TAKEN] else "green"),
    Column("text", prose=True),
)
"""What becomes of texts that shall come back."""


def listed(texts: Sequence[Kept]) -> Iterator[tuple[str, ...]]:
    """Cells of `EVERYTHING`."""
    for one in texts:
        entry = one.seen.entry
        why = what_happened(one.harm) if one.harm else _REASONS.get(one.reason, "")
        yield (str(one.number), one.path, one.until[:10], _state(entry), entry.msgid, _text(entry), why)


def done(texts: Sequence[tuple[Kept, Outcome]]) -> Iterator[tuple[str, ...]]:
    """Cells of `DONE`."""
    for one, outcome in texts:
        yield (str(one.number), one.path, _OUTCOMES[outcome], _text(one.seen.entry))


def closing(texts: Sequence[Kept], *, everything: bool) -> str:
    """What a list comes to, and what to do."""
    waits = sum(one.is_open for one in texts)
    if not texts:
        return f"{_NOTHING[:-1]}, and none was deleted or replaced." if everything else _NOTHING
    if not waits:
        return f"{_NOTHING} “newsdesk restore NUMBER” brings back what people have deleted or replaced themselves."
    them, they = ("it", "it") if waits == 1 else ("them", "they")
    back = f"“newsdesk restore PATH” or “newsdesk restore NUMBER” brings {them} back"
    return f"{count(waits, 'text')} lost: {back}, and with --forget {they} may be drafted anew."


def summed(texts: Sequence[tuple[Kept, Outcome]], *, dry_run: bool) -> str:
    """What became of all texts together."""
    counts = Counter(outcome for _, outcome in texts)
    back = counts[Outcome.RESTORED] + counts[Outcome.REPLACED]
    parts = []
    if back:
        parts.append(f"{count(back, 'text')} {'would come back' if dry_run else 'brought back'}")
    if counts[Outcome.FORGOTTEN]:
        verb = "would be" if dry_run else "will be"
        parts.append(f"{count(counts[Outcome.FORGOTTEN], 'entry', 'entries')} {verb} drafted anew by the next run")
    if counts[Outcome.THERE]:
        parts.append(f"{count(counts[Outcome.THERE], 'text')} there already")
    if counts[Outcome.TAKEN]:
        since = "since a person has written something else there (--replace puts it in the place of that)"
        parts.append(f"{count(counts[Outcome.TAKEN], 'text')} left out, {since}")
    return f"{'; '.join(parts)}." if parts else "Nothing that was lost there waits to be brought back."


def kept_object(one: Kept) -> dict[str, Any]:
    """One text for machines; keys are only ever added to it."""
    entry = one.seen.entry
    return {
        "number": one.number,
        "path": one.path,
        "locale": one.locale,
        "since": one.until,
        "reason": one.reason.value,
        "harm": one.harm.value if one.harm else None,
        "open": one.is_open,
        "approved": not entry.fuzzy,
        "context": entry.msgctxt,
        "source": entry.msgid,
        "text": entry.msgstr,
        "plurals": list(entry.msgstr_plural),
        "comments": list(entry.comments),
    }


def _state(entry: Entry) -> str:
    return "in review" if entry.fuzzy else "approved"


def _text(entry: Entry) -> str:
    return entry.msgstr or " / ".join(entry.msgstr_plural)
