"""A run that is ready to start: what it stands on, and what there is to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from translate.core.entries.template import template
from translate.core.results.summary import CatalogResult, Trouble
from translate.core.results.worst import Worst
from translate.ledger.pages import Ledger
from translate.ledger.states import state_of
from translate.values import dataclass
from translate.workflow.articles import Listing
from translate.workflow.comparing import Comparing
from translate.workflow.desk import Desk
from translate.workflow.moving import Move
from translate.workflow.terms import Glossaries
from translate.workflow.work import Article, Run


@dataclass(frozen=True, slots=True)
class Opened:
    """A run that is ready to start: what it stands on, and what there is to do."""

    run: Run
    ledger: Ledger
    glossaries: Glossaries
    desks: tuple[Desk, ...]
    comparing: Comparing
    moves: tuple[Move, ...]
    """The PO files that have to follow articles which had other names; nothing is moved before a run may write."""
    settled: Mapping[str, Worst[CatalogResult]]
    """By locale, what the last run has of the articles that nothing has changed of since."""
    unsettled: Mapping[str, Collection[str]]
    """The locales in which an article has to be looked at, by its shown path."""
    to_open: tuple[Path, ...]
    """The articles that have to be looked at, the newest first."""
    listed: frozenset[str] | None
    """All that the project has, by their shown paths; None where only some were asked for."""
    troubles: tuple[Trouble, ...]
    listing: Listing | None
    besides: Mapping[str, str]
    offered: frozenset[str]
    """The PO files without an article that may belong to one of another name."""

    def read(self, path: Path) -> Article:
        """Read an article.

        Raises:
            DocumentError: It cannot be used.
        """
        seen, document = state_of(path, self.run.clock.nanoseconds()) or "", self.comparing.reader.read(path)
        return Article(path, document, seen, template(document), self.besides.get(document.path, ""))

    def desks_for(self, shown: str) -> list[Desk]:
        """The locales that an article of the run is not settled in."""
        return [desk for desk in self.desks if desk.locale in self.unsettled.get(shown, ())]
