"""Draft several articles together: an engine is quicker with many sentences at a time than with a few."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from translate.errors import EngineError
from translate.workflow import enforcing
from translate.workflow.desk import Desk
from translate.workflow.places import shown_path
from translate.workflow.steps import Advance, InParts
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally
from translate.workflow.troubles import trouble_of
from translate.workflow.turn import draft_one


def draft_together(tally: Tally, window: Sequence[Taken], advance: Advance) -> None:
    """Draft some articles, each by itself once their sentences have been translated together."""
    half = len(window) / 2
    _translate_ahead(tally, window, lambda share: advance(share * half))
    for taken in window:
        unit = InParts(lambda share: advance(share / 2), len(tally.ready.desks))
        try:
            draft_one(tally, taken, unit)
        except Exception as error:  # noqa: BLE001  A bug that one article brings to light must not cost the others.
            tally.troubles.append(trouble_of(error, shown_path(tally.ready.run.settings, taken.path)))
        unit.finish()


def _translate_ahead(tally: Tally, window: Sequence[Taken], advance: Advance) -> None:
    """Have engines translate the sentences of several articles together.

    What an engine fails on is asked again in the article's turn, and told there; one that cannot start is relieved now.

    Args:
        tally: The run.
        window: The articles.
        advance: Told of the share of the work that is done, 1 in all.
    """
    settings = tally.ready.run.settings
    desks = [desk for desk in tally.relief.desks if any(desk.locale in taken.begun for taken in window)]
    bar = InParts(advance, len(desks))
    for desk in desks:
        # What one of them brings to light is told in that article's turn.
        with contextlib.suppress(Exception):
            try:
                _ahead(desk, window, settings.source, settings.hypotheses, bar)
            except EngineError as error:
                tally.relief.relieve(desk, error)
    bar.finish()


def _ahead(desk: Desk, window: Sequence[Taken], source: str, hypotheses: int, bar: InParts) -> None:
    begun = (taken.begun[desk.locale] for taken in window if desk.locale in taken.begun)
    articles = [one.wanted.cases for one in begun if one.wanted.made.desk is desk]
    if desk.engine is not None and desk.signature is not None:
        enforcing.ahead(
            desk.engine,
            articles,
            source,
            desk.locale,
            hypotheses=hypotheses,
            decoded=desk.decoded,
            announce=bar.announce,
        )
