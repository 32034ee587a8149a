"""Tell what happened to PO files since the last look: of texts that are gone, and of what was put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from translate.core.entries.losses import Kept, Loss, Reason
from translate.core.entries.noticing import Noticed
from translate.core.results.summary import Totals, Trouble
from translate.reports import losses
from translate.reports.counting import count
from translate.settings import Settings
from translate.workflow import applied
from translate.workflow.desk import Desk

_NUMBERS = 8
"""So many texts are named by their numbers."""

_TAKEN_OUT = {
    Reason.EMPTIED: "deleted by a person and drafted anew",
    Reason.REMOVED: "of former paragraphs deleted",
}


def noticed(shown: str, found: Noticed) -> Iterator[str]:
    """What is worth a line of a PO file in which nothing was lost.

    Args:
        shown: The file, as the newsroom knows it.
        found: What was noticed in it.
    """
    if found.drafts_known_again:
        drafts = count(found.drafts_known_again, "draft")
        told = f"{shown}: the MT and Glossary lines of {drafts} were gone, as after “Update from POT” in an editor"
        yield f"{told} or Weblate's add-on msgmerge, and are written again; leave these to “newsdesk draft”"
    if found.filled:
        entries = count(found.filled, "entry", "entries")
        yield f"{shown}: {entries} held nothing but the source, as tools fill in what is untranslated"


def taken_out(fresh: Iterable[Kept]) -> Iterator[str]:
    """What people have taken out themselves, each with the numbers by which it comes back.

    Args:
        fresh: What is kept since this run.
    """
    found: defaultdict[tuple[str, Reason], list[int]] = defaultdict(list)
    for one in fresh:
        if one.reason in _TAKEN_OUT:
            found[one.path, one.reason].append(one.number)
    for (path, reason), numbers in found.items():
        texts, them = count(len(numbers), "text"), "it" if len(numbers) == 1 else "them"
        named = 0 not in numbers and len(numbers) <= _NUMBERS
        way = f"{' '.join(map(str, numbers))}” brings {them} back" if named else f"--all” lists {them}"
        # The command first: a mail has one line for it.
        yield f"{texts} {_TAKEN_OUT[reason]}: “newsdesk restore {way} ({path})"


def standing_in(desks: Iterable[Desk]) -> Iterator[str]:
    """Which engine drafts in the place of one that cannot start; why that is so, is told as a trouble.

    Args:
        desks: The locales of a run, as they are at its end.
    """
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for desk in desks:
        if desk.engine is not None and desk.chosen.unable:
            found[desk.chosen.name, " and ".join(desk.chosen.unable)].append(desk.locale)
    for (engine, away), locales in found.items():
        told = f"{', '.join(locales)}: {engine} drafts in the place of {away}, which cannot start"
        yield f"{told}; drafts that are there already stay"


def unapplied(settings: Settings, locales: Iterable[str]) -> Iterator[str]:
    """The glossary files that were changed and wait for somebody to apply them."""
    for shown, own in applied.waiting(settings, locales).items():
        told = f"{shown}: has changes that are not applied in {', '.join(own)}"
        yield f"{told}; “newsdesk glossary try” shows what they do, and “newsdesk glossary apply” does it"


def unconfirmed(found: Totals) -> Iterator[str]:
    """What nobody has confirmed of drafts that were approved all at once.

    Args:
        found: What the PO files come to, as a run leaves them.
    """
    if found.unconfirmed:
        drafts, files = count(found.counts.unconfirmed, "draft"), count(found.unconfirmed, "PO file")
        told = f"{drafts} in {files} were approved all at once: run “newsdesk confirm”"
        yield f"{told}; until then, or until they are edited, they are not exported"


def lost(found: Iterable[Loss]) -> Iterator[Trouble]:
    """What tools have dropped, and nobody has seen to, file by file."""
    return (Trouble(losses.of_file(one), one.path) for one in found)
