"""Open the translation memory for a run, and ask it before any engine."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from translate.core.entries import context
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, of_kind
from translate.core.entries.leverage import Leveraged, followed, joined, of_its_own, recall, suggestions
from translate.core.entries.remembered import MemoryHit
from translate.core.terms.demands import Demands
from translate.core.text.sentences import Sentence
from translate.files import bounds
from translate.history.texts import History
from translate.memory.database import Memory
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.feeding import PLACE, Refreshed, refresh
from translate.workflow.noticing import Noticing, See, unseen
from translate.workflow.steps import Announce

_ALIKE = 3
"""Similar segments that are looked at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the memory has for one message."""

    recalled: Leveraged | None = None
    suggestions: tuple[MemoryLine, ...] = ()


@contextlib.contextmanager
def opened(
    settings: Settings, *, now: datetime, dry_run: bool, announce: Announce, seen: Noticing, see: See = unseen
) -> Iterator[Refreshed]:
    """The memory, brought up to date with the PO files; a dry run works on a copy of it that is thrown away.

    Args:
        settings: The project.
        now: The time.
        dry_run: Whether the project's own memory stays as it is.
        announce: Told of the files that have to be read.
        seen: Looks at each PO file of the project that has to be read.
        see: Shown what was noticed in it.

    Raises:
        MemoryFileError: Its file cannot be read or written.
        LockedError: Another process has been writing it for a minute.
    """
    with contextlib.ExitStack() as stack:
        path: Path | None = None
        if dry_run:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / PLACE.name
            # Where it cannot be read, a run that writes tells of it.
            with contextlib.suppress(OSError):
                own = os.fdopen(bounds.opened(settings.root, settings.root / PLACE), "rb")
                with own, path.open("wb") as copy:
                    shutil.copyfileobj(own, copy)
        fresh = refresh(settings, now=now, announce=announce, path=path, seen=seen, see=see)
        stack.callback(fresh.memory.close)
        yield fresh


def ask(
    memory: Memory,
    locale: str,
    message: Entry,
    asked: Demands,
    sentences: Sequence[Sentence],
    *,
    wants_draft: bool,
    beside: Sequence[str] = (),
    own: str = "",
) -> Answer:
    """What the memory has for a message that no person has translated.

    Args:
        memory: The memory.
        locale: The locale.
        message: The message.
        asked: What today's glossary asks of its translation.
        sentences: Its sentences.
        wants_draft: Whether it would be drafted otherwise; if not, only the very same text is good enough, whatever its
            tags, as a whole or sentence by sentence.
        beside: The texts that tell what its article is about.
        own: Its PO file. What that has of this very message is what somebody took away here.
    """
    variants = memory.variants(locale, message.msgid, message.msgctxt)
    if known := [hit for hit in variants if not own or hit.unit.origin != own]:
        if context.speaks_for_itself(message):
            return Answer(recall(known[0], (), asked))
        vouched = (hit for hit in known if context.vouched(message.msgid, memory.shared(hit.unit, beside)))
        exact = next(vouched, None)
        return Answer(recall(exact or known[0], (), asked, review=exact is None))
    there = (locale, message.msgid, message.msgctxt)
    alike = memory.fuzzy(*there, _ALIKE) if wants_draft else memory.but_for_tags(*there)
    found = recall(None, of_its_own(alike, message), asked) or _sentence_by_sentence(memory, locale, message, sentences)
    return Answer(found, suggestions(alike))


def _sentence_by_sentence(
    memory: Memory, locale: str, message: Entry, sentences: Sequence[Sentence]
) -> Leveraged | None:
    """What is remembered for each of a message's sentences; None where one is not, as of a message of one alone."""
    found: list[MemoryHit] = []
    for sentence in sentences:
        exact = memory.exact(locale, sentence.text, message.msgctxt)
        same = (exact,) if exact else memory.but_for_tags(locale, sentence.text, message.msgctxt)
        if not same:
            return None
        found.append(same[0])
    return joined(message.msgid, sentences, found) if found else None


def follow(memory: Memory, history: History, locale: str, fill: Entry) -> Leveraged | None:
    """What becomes of a translation that was taken over from the memory; None where all is as it was.

    Args:
        memory: The memory.
        history: Knows what people took back.
        locale: The locale.
        fill: The entry that it stands in, untouched.
    """
    line = next(line for line in of_kind(fill, MemoryLine) if line.fill)
    place = history.now_called(line.origin)
    known = history.past(place)
    there = known.by_key.get(fill.key) if known else None
    taken_back = history.was_taken_back(place, fill.msgctxt, fill.msgid, fill.msgstr)
    # What newsdesk itself has waiting there takes nothing back.
    marked = there is not None and there.marked and not there.entry.obsolete and there.entry.msgstr == fill.msgstr
    origin = memory.approved_in(place, locale, fill.msgid, fill.msgctxt)
    found = followed(fill, origin, memory.exact(locale, fill.msgid, fill.msgctxt), taken_back=taken_back or marked)
    return replace(found, line=replace(found.line, origin=place)) if found else None
