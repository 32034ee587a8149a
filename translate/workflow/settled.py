"""Which articles are as the last run left them, so that this run need not even open them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.core.results.summary import CatalogResult
from translate.core.text.fingerprints import fingerprint
from translate.ledger import results
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import state_of


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one article in one locale."""

    article: Path
    catalog: Path
    template: Path

    def state(self, now_ns: int) -> str:
        """The state of all of them; empty where one is missing or too fresh."""
        states = [state_of(path, now_ns) for path in (self.article, self.catalog, self.template)]
        known = [state for state in states if state is not None]
        return fingerprint(known) if len(known) == len(states) else ""


@dataclass(frozen=True, slots=True)
class Finished:
    """An article in a locale that this run is done with."""

    files: Files
    locale: str
    context: str
    result: CatalogResult
    article_seen: str
    """The article's state before it was read."""
    digest: str
    """Of the bytes that the PO file has now, as far as this run knows."""


def recall(ledger: Ledger, files: Files, shown: str, *, locale: str, context: str, now_ns: int) -> CatalogResult | None:
    """What the last run found out, if nothing has changed since.

    Args:
        ledger: The project's ledger.
        files: The article's files.
        shown: The article's path as the newsroom knows it.
        locale: The locale.
        context: The fingerprint of the glossary, the engine, the memory and the settings.
        now_ns: The time, in nanoseconds.
    """
    page = ledger.get(About.ARTICLE, shown, locale)
    if page is None or not page.state or (page.state, page.context) != (files.state(now_ns), context):
        return None
    return results.to_result(page.result)


def remember(ledger: Ledger, finished: Sequence[Finished], now_ns: int) -> list[Finished]:
    """Write down what this run is done with; only sealed, where nobody has changed a file meanwhile.

    Returns:
        What was written too lately for its files' times to tell anything; ask again later.
    """
    pages = []
    fresh = []
    for one in finished:
        state = one.files.state(now_ns)
        if not state:
            fresh.append(one)
        # Somebody may have saved between our writing and now; the ledger must not say that we saw that.
        elif state_of(one.files.article, now_ns) != one.article_seen or _digest_of(one.files.catalog) != one.digest:
            state = ""
        pages.append(Page(one.result.article, one.locale, state, one.context, results.from_result(one.result)))
    ledger.put(About.ARTICLE, pages)
    return fresh


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def digest(data: bytes) -> str:
    """The digest by which a file's content is known again."""
    return hashlib.sha256(data).hexdigest()
