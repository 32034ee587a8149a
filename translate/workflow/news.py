"""Gather what is no longer true: approved texts of corrected sources, exports that are old, articles that are gone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from translate.core.results.news import Correction, News, Outdated
from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.workflow import articles
from translate.workflow.noticing import noticing
from translate.workflow.outdating import outdated
from translate.workflow.withdrawing import Found, Voice, withdraw


def news(
    settings: Settings,
    corrections: Sequence[Correction],
    *,
    now: datetime,
    voice: Voice,
    renamed: Collection[str] = (),
) -> tuple[News, list[NewsdeskError]]:
    """See what is no longer true.

    Args:
        settings: The project.
        corrections: What a look at the PO files has found.
        now: The time.
        voice: Who looks: a night counts, and takes out of the exports what the newsroom wants out.
        renamed: The PO files that may belong to articles of other names.

    Returns:
        What was found, and what could not be done.
    """
    acts = voice is Voice.NIGHT
    listed, unseen = articles.find(settings)
    seen, unusable = noticing(settings, now=now, listed=listed, keep=acts)
    gone = Found()
    found: list[Outdated | NewsdeskError] = []
    with seen.history:
        if unusable is not None:
            return News(tuple(corrections)), [unusable]
        try:
            gone = withdraw(seen, listed, unseen, voice=voice, renamed=renamed)
            found += outdated(seen, listed, acts=acts)
        except NewsdeskError as error:
            found.append(error)  # The history cannot be written; what is known is told all the same.
    old = tuple(one for one in found if isinstance(one, Outdated))
    errors = [one for one in found if isinstance(one, NewsdeskError)]
    return News(tuple(corrections), old, gone.withdrawals, gone.returns), [*gone.troubles, *errors]
