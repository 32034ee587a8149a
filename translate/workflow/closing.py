"""Close an export: what it wrote is remembered, what it left is seen to, and which articles are gone is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath

from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.workflow.articles import Listing
from translate.workflow.folders import EXPORTS
from translate.workflow.gate import Gate
from translate.workflow.missing import Voice
from translate.workflow.noticing import noticing
from translate.workflow.passed import Passed
from translate.workflow.withdrawing import withdraw


def closed(
    settings: Settings,
    folder: Path,
    passed: Sequence[Passed],
    *,
    now: datetime,
    locales: Sequence[str],
    publishes: bool,
    whole: Listing | None,
) -> Gate:
    """Close the gate behind an export.

    Args:
        settings: The project.
        folder: The folder of exports.
        passed: The articles, each in each locale.
        now: The time.
        locales: Those that were asked for.
        publishes: Whether it wrote for readers, and not only for somebody to look at.
        whole: All articles that the project has; None where only some were asked for.
    """
    is_own = folder == settings.root / EXPORTS
    seen, unusable = noticing(settings, now=now, named=whole.named if whole else None)
    gate = Gate(seen, folder)
    with seen.history:
        try:
            if unusable is None:
                gate.close(passed, publishes=publishes or is_own)
                if whole:
                    # An article that no run has taken in may be the one that is missed, under another name.
                    known = {PurePosixPath(shown).stem for shown in seen.history.paths()}
                    voice = Voice.EXPORT if publishes and whole.named.keys() <= known else Voice.NOBODY
                    gate.gone = withdraw(seen, whole, voice=voice, folder=folder, locales=locales)
                    gate.troubles += gate.gone.troubles
        except NewsdeskError as error:
            # A project that may only be read is exported all the same, elsewhere.
            gate.troubles += [error] if is_own else []
            gate.is_unkept = True
    return gate
