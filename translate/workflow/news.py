"""Gather what is no longer true: approved texts of corrected sources, exports that are old, articles that are gone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from translate.core.results.news import Correction, News, Outdated
from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.workflow.articles import Listing
from translate.workflow.missing import Voice
from translate.workflow.noticing import noticing
from translate.workflow.outdating import outdated
from translate.workflow.withdrawing import withdraw


def news(
    settings: Settings,
    corrections: Sequence[Correction],
    listing: Listing,
    *,
    now: datetime,
    voice: Voice,
    renamed: Collection[str] = (),
) -> tuple[News, list[NewsdeskError]]:
    """See what is no longer true.

    Args:
        settings: The project.
        corrections: What a look at the PO files has found.
        listing: The articles, as whoever looks has found them.
        now: The time.
        voice: Who looks: a night counts, and takes out of the exports what the newsroom wants out.
        renamed: The PO files that may belong to articles of other names.

    Returns:
        What was found, and what could not be done.
    """
    seen, unusable = noticing(settings, now=now, named=listing.named, keep=voice.keeps)
    with seen.history:
        if unusable is not None:
            return News(tuple(corrections)), [unusable]
        gone = withdraw(seen, listing, voice=voice, renamed=renamed)
        found = [*outdated(seen, listing.paths, acts=voice is Voice.NIGHT and not gone.is_unkept)]
    old = tuple(one for one in found if isinstance(one, Outdated))
    errors = [one for one in found if isinstance(one, NewsdeskError)]
    return News(tuple(corrections), old, gone.withdrawals, gone.returns), [*gone.troubles, *errors]
