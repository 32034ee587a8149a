"""Withdraw articles that are gone: their exports go aside, their PO files stay, and they are told until it is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from translate.core.results.news import Fate, Policy, Remnant, Withdrawal
from translate.errors import DocumentError, NewsdeskError
from translate.history.exports import Missed
from translate.values import dataclass
from translate.workflow.articles import Listing
from translate.workflow.aside import WOULD, taken_out
from translate.workflow.believing import believed
from translate.workflow.folders import EXPORTS
from translate.workflow.missing import Missing, Voice, missing
from translate.workflow.noticing import Noticing
from translate.workflow.places import shown_path

NIGHTS = 2
"""An article that so many nights in a row have missed is withdrawn."""
_TOLD = NIGHTS + 1
"""Whoever wanted to know of it knows by now."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the missing articles."""

    withdrawals: tuple[Withdrawal, ...] = ()
    returns: tuple[str, ...] = ()
    troubles: tuple[NewsdeskError, ...] = ()
    is_unkept: bool = False
    """Whether it could not be remembered; then nothing was taken out."""


def withdraw(
    seen: Noticing,
    listing: Listing,
    *,
    voice: Voice,
    folder: Path | None = None,
    renamed: Collection[str] = (),
    locales: Collection[str] = (),
) -> Found:
    """See which articles are missed, and withdraw those that have been missed for long enough.

    Args:
        seen: Knows what the PO files were, and what was exported.
        listing: All articles that the project has.
        voice: Who says so.
        folder: The folder of exports from which translations are taken out; None for the project's own.
        renamed: The PO files that may belong to articles of other names: nobody can say of these.
        locales: Only the exports of these are taken out; empty for all.
    """
    settings, exports = seen.settings, seen.history.exports
    voice = voice if exports.is_kept else Voice.NOBODY
    found = missing(seen, listing.paths)
    known = exports.missed()
    withdrawn = {article for article, one in known.items() if one.nights >= NIGHTS}
    belief = believed(settings, found, listing, withdrawn=withdrawn, is_strict=voice is Voice.EXPORT)
    offered = {article for article, one in found.items() if set(one.catalogs) & set(renamed)}
    sure = belief.gone - offered
    lying = {article for article in belief.gone & offered if found[article].exports}
    before = {a: known.get(a, Missed(a, seen.at, 0)) for a in sorted(sure | lying | (known.keys() & found.keys()))}
    now = {a: _later(o, voice) if a in sure or voice is Voice.STOPPED else o for a, o in before.items()}
    failed: list[NewsdeskError] = []
    try:
        # First: what could not be remembered would be done without a word.
        exports.miss(one for one in now.values() if one.nights) if voice.keeps else None
    except NewsdeskError as error:
        voice, now, failed = Voice.NOBODY, before, [error]
    is_unkept = bool(failed)
    told: list[Withdrawal] = []
    for article, missed in now.items():
        fates: Mapping[Path, Fate] = {}
        if missed.nights >= NIGHTS and voice.counts and article in sure:
            place = folder or settings.root / EXPORTS
            fates, errors = taken_out(seen, found[article], place, settings.export.withdrawn, locales)
            failed += errors
        one = _told(seen, found[article], missed, fates)
        is_left = one.exports and settings.export.withdrawn is not Policy.KEEP
        # What the newsroom keeps on purpose is told no more, and what nobody could take out is.
        if before[article].nights < NIGHTS or missed.nights < _TOLD or is_left:
            told.append(replace(one, may_be_renamed=article in offered and not one.is_sure))
    places = (place for path in listing.paths for place in (path, path.parent)) if withdrawn else ()
    there = {shown_path(settings, place) for place in places}
    back = (article for article in known if article in withdrawn & there)
    if voice is Voice.NIGHT:
        failed += map(_unbelieved, belief.emptied.items())
    return Found(tuple(told), tuple(back), tuple(failed), is_unkept=is_unkept)


def _unbelieved(emptied: tuple[str, int]) -> NewsdeskError:
    folder, number = emptied
    told = f"none of its {number:,} articles is there, so nothing is withdrawn; is a disk missing?"
    return DocumentError(f"{told} If they are gone, “newsdesk articles retire {folder}” withdraws them", path=folder)


def _later(before: Missed, voice: Voice) -> Missed:
    if voice is Voice.NIGHT:
        return replace(before, nights=min(before.nights + 1, _TOLD))
    if voice is Voice.STOPPED and before.nights < NIGHTS:
        return replace(before, nights=0)
    # Whoever exports tells it at once.
    return replace(before, nights=_TOLD) if voice is Voice.EXPORT and before.nights else before


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
        own = (path for path, lying in one.exports.items() if lying.folder == settings.root / EXPORTS)
        return _told(seen, one, now, dict.fromkeys(own, WOULD[settings.export.withdrawn])), []
    fates, errors = taken_out(seen, one, settings.root / EXPORTS, settings.export.withdrawn)
    exports.miss({**known, one.article: now}.values())
    return _told(seen, one, now, fates), errors
