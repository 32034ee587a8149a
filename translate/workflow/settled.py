"""Which articles are as the last run left them, so that this run need not even open them."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from translate.core.results.summary import CatalogResult
from translate.core.text.fingerprints import fingerprint
from translate.files import exchange
from translate.ledger import results
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import state_of
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one article in one locale."""

    article: Path
    catalog: Path
    template: Path
    besides: str = ""
    """The fingerprint of what else they depend on: which titles an article mentions, and which articles a title."""

    def state(self, now_ns: int) -> str:
        """The state of all of them; empty where one is missing or too fresh."""
        article, catalog, template = (state_of(path, now_ns) for path in (self.article, self.catalog, self.template))
        return seal(article, catalog, template, self.besides)


def seal(article: str | None, catalog: str | None, template: str | None, besides: str = "") -> str:
    """The state of an article in a locale, from those of its files; empty where one has none. See `Files`."""
    known = article and catalog and template
    return fingerprint(filter(None, (article, catalog, template, besides))) if known else ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the last run found out about an article in a locale none of whose files has changed since."""

    context: str
    """The fingerprint of the glossary, the engine, the memory and the settings of that run."""
    result: CatalogResult


@dataclass(frozen=True, slots=True)
class Finished:
    """An article in a locale that this run is done with."""

    files: Files
    context: str
    result: CatalogResult
    article_seen: str
    """The article's state before it was read."""
    catalog_seen: str | None
    """The PO file's state before it was read; None where it was written since, or was too fresh to tell."""
    catalog_mark: str
    """Of the bytes that the PO file has now, as far as this run knows."""
    pages: Mapping[About, Page]
    """What a look at the PO file found; its state is not known yet."""
    settles: bool = True
    """Whether the next run may leave the article alone, if nothing changes until then."""
    is_written: bool = False
    """Whether this run has written the PO file."""


def recall(page: Page, state: str) -> Settled | None:
    """What the last run found out, if no file has changed since.

    Args:
        page: What the ledger has of an article in a locale.
        state: That of the article's files (`seal`).
    """
    if not state or page.state != state:
        return None
    result = results.to_result(page.result)
    # Thousands of articles have one context.
    return Settled(sys.intern(page.context), result) if result else None


def remember(
    ledger: Ledger, finished: Sequence[Finished], now_ns: int
) -> tuple[list[Finished], list[tuple[Finished, str]]]:
    """Write down what this run is done with, each with its state where nobody has changed a file meanwhile.

    Returns:
        What was written too lately for its files' times to tell anything, to be asked again later; and what this run
        has written, where the PO file is as it was left, with the state of that.
    """
    left = []
    pages: defaultdict[About, list[Page]] = defaultdict(list)
    fresh = []
    for one in finished:
        catalog = state_of(one.files.catalog, now_ns) or ""
        state = one.files.state(now_ns)
        if not (state if one.settles else catalog):
            fresh.append(one)
        # Somebody may have saved between our writing and now; the ledger must not say that we saw that.
        sure = bool(catalog) and (catalog == one.catalog_seen or _mark_of(one.files.catalog) == one.catalog_mark)
        if sure and one.is_written:
            left.append((one, catalog))
        for about, page in one.pages.items() if sure else ():
            pages[about].append(replace(page, state=catalog))
        if one.settles:
            known = state if sure and state_of(one.files.article, now_ns) == one.article_seen else ""
            told = results.from_result(one.result)
            pages[About.ARTICLE].append(Page(one.result.article, one.result.locale, known, one.context, told))
    for about, written in pages.items():
        ledger.put(about, written)
    return fresh, left


def _mark_of(path: Path) -> str | None:
    """The mark of a file's bytes, wherever a link leads to it; None where it cannot be read."""
    try:
        return exchange.look(Path(os.path.realpath(path))).mark
    except OSError:
        return None
