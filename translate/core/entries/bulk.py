"""Drafts of several articles that were approved all at once, unchanged: a script did it, and nobody has read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.comments import Unconfirmed
from translate.core.entries.noticing import Noticed
from translate.values import dataclass

_ARTICLES = 2
"""Of one article a translator may well approve every draft in a day."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """From when on approvals are too many at once to be a person's."""

    entries: int = 20
    """Drafts that were approved unchanged, in all articles together."""
    percent: float = 80
    """Of the untouched drafts of each of these articles."""


def in_bulk(noticed: Mapping[str, tuple[str, Noticed]], limit: Bulk) -> frozenset[str]:
    """The PO files whose drafts were approved in bulk between two looks.

    Args:
        noticed: What was noticed in each PO file, with the name of its article.
        limit: From when on it is too much.
    """
    wholesale = {
        path: (article, len(one.approved_as_drafted))
        for path, (article, one) in noticed.items()
        if one.approved_as_drafted and 100 * len(one.approved_as_drafted) >= limit.percent * one.drafted
    }
    articles = {article for article, _ in wholesale.values()}
    together = sum(number for _, number in wholesale.values())
    return frozenset(wholesale) if len(articles) >= _ARTICLES and together >= limit.entries else frozenset()


def unconfirmed(noticed: Noticed, together: int) -> Noticed:
    """The same, with a line in each entry that was approved in bulk: no person has confirmed it.

    Args:
        noticed: What was noticed in one of the files.
        together: How many drafts were approved at once, in all of them.
    """

    def told(entry: Entry) -> Entry:
        if entry.key not in noticed.approved_as_drafted:
            return entry
        return replace(entry, extracted=(*entry.extracted, str(Unconfirmed(together))))

    catalog = Catalog(noticed.catalog.header, tuple(map(told, noticed.catalog.entries)))
    return replace(noticed, catalog=catalog, past=noticed.past.saying(catalog.entries))
