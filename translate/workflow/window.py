"""Draft articles a few at a time: an engine is quicker with many sentences than with a few, and never waits for files.

While engines are at work on the sentences of one window, the articles of the next are read, and those of the last are
written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial

from translate.core.text.tags import parted
from translate.errors import EngineError
from translate.workflow.alongside import Alongside
from translate.workflow.desk import Desk
from translate.workflow.making import make_together
from translate.workflow.places import shown_path
from translate.workflow.steps import Advance, InParts
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally
from translate.workflow.troubles import trouble_of
from translate.workflow.turn import draft_one
from translate.workflow.wanting import Wanted

Window = Sequence[Taken]

MAKING = 15 / 16
"""The share of the work that is the engines'."""


Turn = Callable[[Tally, Taken, InParts], object]
"""What is done with an article once the sentences of its window have been drafted."""


Crew = Callable[[Tally, Iterator[Window], Advance], Generator[Window]]
"""Has the sentences of windows drafted, and gives each of them back when that is done, as far as it can be; it is told
the run, the windows, and whom to tell how far it is."""


def draft_windows(
    tally: Tally, windows: Iterator[Window], advance: Advance, turn: Turn = draft_one, crew: Crew | None = None
) -> None:
    """Draft articles, each by itself once its window's sentences have been drafted together.

    Args:
        tally: The run.
        windows: The articles; they are read as this goes on.
        advance: Told of the articles as they are done, by fractions.
        turn: What is done with each of them then.
        crew: Who has the sentences drafted; None for the run itself (`here`).
    """
    with contextlib.closing((crew or here)(tally, windows, advance)) as made:
        for window in made:
            for taken in window:
                unit = InParts(lambda share: advance(share * (1 - MAKING)), len(tally.ready.desks))
                try:
                    turn(tally, taken, unit)
                except Exception as error:  # noqa: BLE001  A bug that one article brings to light must not cost the others.
                    tally.troubles.append(trouble_of(error, shown_path(tally.ready.run.settings, taken.path)))
                unit.finish()


def here(tally: Tally, windows: Iterator[Window], advance: Advance) -> Generator[Window]:
    """The windows once the run's own engines have drafted their sentences, which are at work on the next meanwhile.

    Not so where something has to be made again in an article's turn: nobody else may ask the engine meanwhile.
    """
    made: Window = ()
    window: Window = next(windows, ())
    while window:
        with Alongside(partial(_make, tally, window)) as at_work:
            if made:
                yield made
            following: Window = next(windows, ())
            at_work.wait(advance)
        window, made = following, window
        if not all(map(_is_made, made)):
            yield made
            made = ()
    if made:
        yield made


def _is_made(taken: Taken) -> bool:
    return taken.is_whole and all(begun.wanted.made.is_done for begun in taken.begun.values())


def _make(tally: Tally, window: Window, advance: Advance) -> None:
    """Have engines draft the sentences of several articles together.

    What an engine fails on is asked again in the article's turn, and told there; one that cannot start is relieved now.
    """
    wanted = [(desk, _wanted(window, desk)) for desk in tally.relief.desks if not tally.patience.is_lost(desk.locale)]
    bar = InParts(lambda share: advance(share * len(window) * MAKING), sum(_steps(several) for _, several in wanted))
    for desk, several in wanted:
        # What one of them brings to light is told in that article's turn.
        with contextlib.suppress(Exception):
            try:
                make_together(tally.ready.run.settings, several, desk, announce=bar.announce)
            except EngineError as error:
                tally.relief.relieve(desk, error)
    bar.finish()


def _wanted(window: Window, desk: Desk) -> list[Wanted]:
    begun = (taken.begun[desk.locale] for taken in window if desk.locale in taken.begun)
    return [one.wanted for one in begun if one.wanted.made.desk is desk and not one.wanted.made.is_done]


def _steps(several: Sequence[Wanted]) -> int:
    """How many steps it takes an engine at most: drafts are made, and then their tags are placed."""
    messages = [job.message.msgid for one in several for job in one.jobs]
    return bool(messages) + any(parted(msgid).places for msgid in messages)
