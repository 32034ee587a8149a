"""Withdraw articles that are gone: their exports go aside, their PO files stay, and they are told until it is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from translate.core.results.news import Fate, Policy, Remnant, Withdrawal
from translate.errors import DocumentError, NewsdeskError
from translate.history.exports import Missed
from translate.workflow.aside import WOULD, taken_out
from translate.workflow.folders import EXPORTS
from translate.workflow.missing import Missing, believed, missing
from translate.workflow.noticing import Noticing
from translate.workflow.places import shown_path

NIGHTS = 2
"""An article that so many nights in a row have missed is withdrawn."""
_TOLD = NIGHTS + 1
"""Whoever wanted to know of it knows by now."""


class Voice(Enum):
    """Who says that an article is missing."""

    NIGHT = "night"
    """A night that did all that it should."""
    EXPORT = "export"
    """Somebody who exports, after a night has said so."""
    NOBODY = "nobody"
    """Somebody who only looks."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the missing articles."""

    withdrawals: tuple[Withdrawal, ...] = ()
    returns: tuple[str, ...] = ()
    troubles: tuple[NewsdeskError, ...] = ()


def withdraw(
    seen: Noticing,
    listed: Sequence[Path],
    troubles: Sequence[NewsdeskError] = (),
    *,
    voice: Voice,
    folder: Path | None = None,
    renamed: Collection[str] = (),
    locales: Collection[str] = (),
) -> Found:
    """See which articles are missed, and withdraw those that have been missed for long enough.

    Args:
        seen: Knows what the PO files were, and what was exported.
        listed: All articles that the project has.
        troubles: What could not be read when they were looked for.
        voice: Who says so; what `Voice.NOBODY` finds is only told.
        folder: The folder of exports from which translations are taken out; None for the project's own.
        renamed: The PO files that may belong to articles of other names: nobody can say of these.
        locales: Only the exports of these are taken out; empty for all.
    """
    settings, exports = seen.settings, seen.history.exports
    voice = voice if exports.is_kept else Voice.NOBODY
    found = missing(seen, listed)
    known = exports.missed()
    belief = believed(settings, found, listed, troubles)
    sure = belief.gone - {article for article, one in found.items() if set(one.catalogs) & set(renamed)}
    kept: dict[str, Missed] = {article: one for article, one in known.items() if article in found}
    told: list[Withdrawal] = []
    failed: list[NewsdeskError] = []
    for article in sorted(sure | kept.keys()):
        before = kept.get(article, Missed(article, seen.at, 0))
        now = _later(before, voice) if article in sure else before
        fates: Mapping[Path, Fate] = {}
        if now.nights >= NIGHTS and voice is not Voice.NOBODY and article in sure:
            place = folder or settings.root / EXPORTS
            fates, errors = taken_out(seen, found[article], place, settings.export.withdrawn, locales)
            failed += errors
            if voice is Voice.EXPORT:
                now = replace(now, nights=_TOLD)
        one = _told(seen, found[article], now, fates)
        is_left = one.exports and settings.export.withdrawn is not Policy.KEEP
        # What the newsroom keeps on purpose is told no more, and what nobody could take out is.
        if before.nights < NIGHTS or now.nights < _TOLD or is_left:
            told.append(one)
        if now.nights:
            kept[article] = now
    there = {shown_path(settings, path) for path in listed}
    back = (article for article, one in known.items() if one.nights >= NIGHTS and article in there)
    if voice is not Voice.NOBODY:
        exports.miss(kept.values())
    if voice is Voice.NIGHT:
        failed += map(_unbelieved, belief.emptied.items())
    return Found(tuple(told), tuple(back), tuple(failed))


def _unbelieved(emptied: tuple[str, int]) -> NewsdeskError:
    folder, number = emptied
    told = f"none of its {number:,} articles is there, so nothing is withdrawn; is a disk missing?"
    return DocumentError(f"{told} If they are gone, “newsdesk articles retire {folder}” withdraws them", path=folder)


def _later(before: Missed, voice: Voice) -> Missed:
    if voice is Voice.NIGHT or (voice is Voice.EXPORT and before.nights):
        return replace(before, nights=min(before.nights + 1, _TOLD))
    return before


def _told(seen: Noticing, one: Missing, missed: Missed, fates: Mapping[Path, Fate]) -> Withdrawal:
    return Withdrawal(
        article=one.article,
        since=missed.since[:10],
        is_sure=missed.nights >= NIGHTS,
        catalogs=tuple(one.catalogs),
        exports=tuple(Remnant(shown_path(seen.settings, p), fates.get(p, Fate.STAYS)) for p in one.exports),
    )


def retired(seen: Noticing, one: Missing, *, dry_run: bool) -> tuple[Withdrawal, list[NewsdeskError]]:
    """Withdraw a missing article now.

    Args:
        seen: Knows what was exported.
        one: The article.
        dry_run: Write nothing.

    Returns:
        What is told of it, and why some of its exports could not be taken out.
    """
    exports, known = seen.history.exports, seen.history.exports.missed()
    now = Missed(one.article, known[one.article].since if one.article in known else seen.at, _TOLD)
    settings = seen.settings
    if dry_run:
        own = (path for path, folder in one.exports.items() if folder == settings.root / EXPORTS)
        return _told(seen, one, now, dict.fromkeys(own, WOULD[settings.export.withdrawn])), []
    fates, errors = taken_out(seen, one, settings.root / EXPORTS, settings.export.withdrawn)
    exports.miss({**known, one.article: now}.values())
    return _told(seen, one, now, fates), errors
