"""Try every language pair that Apertium has on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from translate.apertium.installation import Installation
from translate.apertium.pipeline import read_pipeline
from translate.apertium.trial import trial
from translate.core.results.checkup import Check
from translate.engines.processors import processors
from translate.languages.loading import load_languages
from translate.settings import Settings

SUBJECT = "Apertium pairs"

PATIENCE = 20
"""Seconds that a pair may take for a sentence, most of which go by while its dictionaries are loaded."""


def pairs(settings: Settings) -> Iterator[Check]:
    """Translate a sentence with each pair; where Apertium is not installed, nothing is said.

    A broken pair is a fault where the project has a locale for it; any other is told.
    """
    installation = Installation.named_by(settings.engines.get("apertium", {}))
    if installation.found is None:
        return
    modes = installation.modes()
    # Each waits for programs, which take the processors.
    with ThreadPoolExecutor(processors()) as pool:
        faults = list(pool.map(partial(_fault, installation), modes))
    wanted = {installation.mode(settings.source, locale) for locale in settings.locales}
    for mode, fault in zip(modes, faults, strict=True):
        if fault is not None:
            needless = "" if mode in wanted else "; no locale of this project needs it"
            yield Check(SUBJECT, fine=bool(needless), message=f"{mode.stem} is broken: {fault}{needless}")
    yield Check(SUBJECT, fine=True, message=f"{faults.count(None)} work")


def _fault(installation: Installation, mode: Path) -> str | None:
    return trial(installation, read_pipeline(installation, mode), _source(mode), patience=PATIENCE)


def _source(mode: Path) -> str:
    """The language that a mode translates from: of those with Apertium's code, the first that has a sentence to try."""
    code = mode.stem.partition("-")[0].partition("_")[0]
    named = (language for language in load_languages() if language.apertium == code)
    return next((language.code for language in named if language.sample), code)
