"""Find the entries that another glossary asks something else of; nothing is drafted, and few files are read whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate import patterns
from translate.catalogs.loading import PO_FILE, load
from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Entry
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.template import Key
from translate.core.results.trial import Concerned
from translate.core.terms.differences import differences
from translate.core.terms.glossary import Glossary
from translate.core.terms.impact import Impact, asks_alike, rows
from translate.core.terms.matching import Matcher
from translate.core.terms.mentions import Usage
from translate.core.text.tags import TAG, plain
from translate.errors import NewsdeskError
from translate.files.reading import read
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.places import shown_path
from translate.workflow.steps import Advance
from translate.workflow.work import demands_of_one, usage_in

_JOINT = patterns.compile(r'"\s*"')
"""Between the lines of a string, or the pieces that another program parts it in."""
_ESCAPED = patterns.compile(r'\\[nrt"]')
"""What stands in a string for something that ends a word; anything else may stand for a letter."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two glossaries of a locale."""

    locale: str
    old: Glossary
    """That which the drafts were made with."""
    new: Glossary
    was: Matcher
    """Finds the terms of `old`."""
    now: Matcher
    impact: Impact
    rows: tuple[str, ...]
    """The sources of the rows that ask for something else; of one without a source, its target."""

    @classmethod
    def of(cls, old: Glossary, new: Glossary) -> Change:
        """Compare them."""
        changes = (change for change in differences(old.terms, new.terms) if not change.only_notes)
        named = (change.new or change.old for change in changes)
        rows = tuple(term.source or term.target for term in named if term)
        return cls(old.locale, old, new, Matcher(old), Matcher(new), Impact(old, new), rows)


def scan(
    settings: Settings, change: Change, paths: Sequence[Path], advance: Advance
) -> Iterator[tuple[Path, Concerned | NewsdeskError]]:
    """Look for what a change concerns.

    Args:
        settings: The project.
        change: What changes.
        paths: The PO files of its locale.
        advance: Told of each.

    Yields:
        Those that it concerns, or that cannot be read.
    """
    for path in paths:
        advance(1)
        try:
            found = _concerned(settings, change, path)
        except NewsdeskError as error:
            yield path, error
            continue
        if found is not None:
            yield path, found


def _concerned(settings: Settings, change: Change, path: Path) -> Concerned | None:
    shown = shown_path(settings, path)
    data = read(path, PO_FILE, shown, home=settings.root) or b""
    if not _may_hold(data, change.impact):
        return None
    file = load(path, shown, home=settings.root)
    live = [entry for entry in cleared(file.catalog).entries if not entry.obsolete] if file else []
    told = terms(change, live)
    stages: Counter[Stage] = Counter(stage_of(entry) for entry in live if entry.key in told)
    sources = Counter((source, stage_of(entry)) for entry in live for source in told.get(entry.key, ()))
    return Concerned(shown, change.locale, stages, sources) if told else None


def _may_hold(data: bytes, impact: Impact) -> bool:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return True  # Of another encoding, or broken: whoever reads it whole can tell.
    text = _JOINT.sub("", _ESCAPED.sub(" ", text))  # Strings that go over several lines are parted anywhere.
    if "\\" in text or impact.may_stand_in(text):
        return True
    without = TAG.sub("", text)  # A tag may stand within a word.
    return without != text and impact.may_stand_in(without)


def terms(change: Change, messages: Sequence[Entry]) -> dict[Key, tuple[str, ...]]:
    """The sources of the rows that ask something else of each of an article's messages that are asked anything else."""
    found: dict[Key, tuple[str, ...]] = {}
    was, now = (usage_in(matcher, messages) for matcher in (change.was, change.now))
    for message in messages:
        differing = [_differing(change, one, was, now) for one in _texts(message)]
        if any(sources is not None for sources in differing):
            found[message.key] = tuple(sorted({source for sources in differing for source in sources or ()}))
    return found


def _texts(message: Entry) -> Iterator[Entry]:
    """A message, and its plural, if it has one, as one of its own."""
    yield message
    if message.msgid_plural:
        yield replace(message, msgid=message.msgid_plural, msgid_plural=None)


def _differing(change: Change, message: Entry, was: Usage, now: Usage) -> set[str] | None:
    """The sources of the rows that ask something else of a message; None where the same is asked of it."""
    if not change.impact.may_concern(plain(message.msgid)):
        return None
    # One right after the other: a text that was just looked at is at hand.
    old, new = demands_of_one(change.was, message, was), demands_of_one(change.now, message, now)
    if asks_alike(old, new):
        return None
    return {row.source or row.target for row, *_ in {*rows(old)} ^ {*rows(new)}}
