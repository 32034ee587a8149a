"""Have an engine draft what the messages of PO files want: those of several together, or of one."""

from __future__ import annotations

from collections.abc import Sequence

from translate.errors import EngineError
from translate.settings import Settings
from translate.workflow.desk import Desk
from translate.workflow.drafting import produce
from translate.workflow.steps import Announce, silently
from translate.workflow.wanting import Made, Wanted, wanted
from translate.workflow.work import Run, Work


def make(run: Run, work: Work, desk: Desk, *, known: Wanted | None = None, announce: Announce = silently) -> Made:
    """Recall what the memory has, and have the engine draft the rest.

    Args:
        run: The run.
        work: The article and its PO file.
        desk: The locale.
        known: What it wants, where that has been told for this very desk; what has been made of it already stays.
        announce: Told of the engine's steps as they come.
    """
    told = known if known is not None and known.made.desk is desk else wanted(run, work, desk)
    if not told.made.is_done:
        try:
            make_together(run.settings, [told], desk, announce=announce)
        except EngineError as error:
            told.made.failure = error
    return told.made


def make_together(settings: Settings, several: Sequence[Wanted], desk: Desk, *, announce: Announce = silently) -> None:
    """Have the engine draft what several PO files want, with all their sentences at once.

    Args:
        settings: The project.
        several: What each of them wants; that is where its drafts are put.
        desk: Their locale.
        announce: Told of the engine's steps as they come.

    Raises:
        EngineError: The engine failed as a whole; then nothing has been made for any of them.
    """
    if bench := desk.bench(settings):
        found = produce(bench, [one.jobs for one in several], announce=announce)
        for one, produced in zip(several, found, strict=True):
            one.made.take(produced)
    for one in several:
        one.made.is_done = True
