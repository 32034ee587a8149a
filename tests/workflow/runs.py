"""Runs over a small project, opened as the commands open them."""

import contextlib
import time
from datetime import UTC, datetime

from translate.cli.project import CLOCK
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.ledger.pages import FILE, Ledger
from translate.workflow.clock import Clock
from translate.workflow.draft import draft
from translate.workflow.opening import opened
from translate.workflow.terms import Glossaries

LATER = Clock(lambda: time.time_ns() + 10**9, CLOCK.seconds, CLOCK.pause)
"""By which no file is fresh."""


def ledger_of(project, **options):
    return Ledger(project.root / FILE, home=project.root, **options)


@contextlib.contextmanager
def a_run(project, *paths, **options):
    """A run that is ready to start."""
    with (
        ledger_of(project, keep=not options.get("dry_run", False)) as ledger,
        opened(
            project.settings,
            paths,
            glossaries=Glossaries(project.settings, writes=not options.get("dry_run", False)),
            ledger=ledger,
            **{"now": datetime.now(UTC), "clock": CLOCK, **options},
        ) as ready,
    ):
        yield ready


def then(act, monkeypatch, place, name):
    """Have something happen just after each time that something else is done."""
    do = getattr(place, name)

    def do_and_then(*arguments, **options):
        done = do(*arguments, **options)
        act()
        return done

    monkeypatch.setattr(place, name, do_and_then)


def fail_on(monkeypatch, words):
    """Have the identity engine fail as a whole wherever a sentence has some words."""
    translate = IdentityEngine.translate

    def failing(self, sentences, *arguments, **options):
        if any(words in one.text for one in sentences):
            raise EngineError("planted")
        return translate(self, sentences, *arguments, **options)

    monkeypatch.setattr(IdentityEngine, "translate", failing)


def settle(project):
    """Draft until nothing is left to do, and the ledger knows it."""
    for _ in range(2):
        draft(project.settings, now=datetime.now(UTC), clock=CLOCK)
        time.sleep(0.06)  # No file is known to be as it was that has changed within 50 ms.


def one_article(ready):
    """The article of a run that has one, and the desk of its first locale."""
    return ready.read(ready.to_open[0]), ready.desks[0]
