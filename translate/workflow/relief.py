"""Have the next engine draft a locale whose engine cannot start, which shows only when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate.core.offers import SourceSentence
from translate.engines.guarding import guarded
from translate.engines.interface import Engine
from translate.errors import EngineError
from translate.languages.loading import load_language
from translate.plugins import Chosen, choose_engine
from translate.settings import Settings
from translate.workflow.desk import Desk
from translate.workflow.wanting import Made

_PLAIN = "It rains."
"""What is tried where nothing is known of the source language."""


def fault(engine: Engine, source: str, locale: str) -> EngineError | None:
    """Translate a plain sentence; why that cannot be done, if it cannot."""
    sentence = load_language(source).sample or _PLAIN
    try:
        with guarded(type(engine)):
            engine.translate([SourceSentence(sentence)], source, locale)
    except EngineError as error:
        return error
    return None


def started(settings: Settings, engine: str, locale: str) -> Chosen:
    """Find the engine for a locale that not only has the pair but translates a plain sentence.

    Args:
        settings: The project.
        engine: The engine's name, or ``auto``.
        locale: The locale.

    Raises:
        SettingsError: There is no engine of this name, or it does not take its options.
    """
    unable: dict[str, EngineError] = {}
    while True:
        chosen = choose_engine(engine, settings.source, locale, settings.engines, unable=unable)
        failure = fault(chosen.engine, settings.source, locale) if chosen.engine else None
        if failure is None:
            return chosen
        unable = {**chosen.unable, chosen.name: failure}


class Relief:
    """Who drafts each locale of a run."""

    def __init__(self, settings: Settings, desks: Sequence[Desk]) -> None:
        """Take the desks as they were opened."""
        self._settings = settings
        self._on_duty = {desk.locale: desk for desk in desks}
        self.troubles: list[EngineError] = []
        """Why engines could not start."""

    @property
    def desks(self) -> tuple[Desk, ...]:
        """The desks as they are by now."""
        return tuple(self._on_duty.values())

    def on_duty(self, desk: Desk) -> Desk:
        """The desk of the same locale as it is by now."""
        return self._on_duty[desk.locale]

    def made(self, make: Callable[[Desk], Made], desk: Desk) -> Made:
        """Have an article made for a locale, by the next engine where the first one cannot start.

        An engine that has drafted anything in this run, or still translates a plain sentence, is not relieved: what it
        has failed on stays undrafted, and the next run tries again.
        """
        found = make(desk)
        while found.failure is not None and (relieved := self.relieve(found.desk, found.failure)) is not None:
            found = make(relieved)
        return found

    def relieve(self, desk: Desk, failure: EngineError) -> Desk | None:
        """Put the next engine in the place of one that has failed, if that cannot start; the desk with it, or None."""
        if desk.engine is None or desk.decoded.has_answered:
            return None
        relieved = desk.relieved(self._settings, failure)
        if relieved is None:
            return None
        if fault(desk.engine, self._settings.source, desk.locale) is None:
            desk.decoded.has_answered = True
            return None
        self.troubles += relieved.chosen.troubles
        self._on_duty[desk.locale] = relieved
        return relieved
