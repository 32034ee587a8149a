"""``newsdesk articles retire``: articles that are gone are withdrawn now, and not after two nights."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from translate.core.results.news import Withdrawal
from translate.documents.paths import printable
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings
from translate.workflow import articles, lists
from translate.workflow.missing import missing
from translate.workflow.noticing import noticing
from translate.workflow.places import shown_path
from translate.workflow.withdrawing import retired


def retire(
    settings: Settings, paths: Sequence[Path], *, dry_run: bool, now: datetime
) -> tuple[list[Withdrawal], list[NewsdeskError]]:
    """Withdraw articles.

    Args:
        settings: The project.
        paths: The articles, or folders that they were in.
        dry_run: Write nothing.
        now: The time.

    Returns:
        Those that are withdrawn, and what is wrong with the paths or could not be done.

    Raises:
        HistoryError: What is known of PO files and exports cannot be read.
    """
    every = articles.listing(settings)
    seen, unusable = noticing(settings, now=now, named=every.named, keep=not dry_run)
    done: list[Withdrawal] = []
    errors: list[NewsdeskError] = []
    with seen.history:
        if unusable:
            raise unusable
        found = missing(seen, every.paths)
        for path in dict.fromkeys(paths):
            shown = shown_path(settings, path)
            named = [one for article, one in found.items() if article == shown or article.startswith(f"{shown}/")]
            if not named:
                there = (*every.paths, *lists.one_by_one(settings, every.paths))
                is_there = any(shown in {each, *_above(each)} for each in (shown_path(settings, p) for p in there))
                fault = "is there; delete it, or move it out of the articles first" if is_there else _UNKNOWN
                errors.append(DocumentError(fault, path=printable(shown)))
            for one in named:
                withdrawal, troubles = retired(seen, one, dry_run=dry_run)
                done.append(withdrawal)
                errors += troubles
    return done, errors


_UNKNOWN = "is no article that is gone; spell it as the nightly report and “newsdesk status” do"


def _above(article: str) -> Sequence[str]:
    return [str(folder) for folder in Path(article).parents]
