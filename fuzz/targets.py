"""Every target by its name; a new one is a function that takes bytes, and a line here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fuzz import catalogs, configuration, documents, language, memory, models, schedules, termbases

Target = Callable[[bytes], None]
"""Returns for whatever it foresees, and raises for nothing but our bugs."""

TARGETS: dict[str, Target] = {
    "po": catalogs.po,
    "merge": catalogs.merge,
    "history": catalogs.history,
    "article": documents.article,
    "formats": documents.formats,
    "slug": documents.slug,
    "shows": schedules.shows,
    "glossary": termbases.glossary,
    "sheet": termbases.sheet,
    "cells": termbases.cells,
    "tmx": memory.tmx,
    "query": memory.query,
    "archive": models.archive,
    "package": models.package,
    "metadata": models.metadata,
    "index": models.index,
    "settings": configuration.settings,
    "stream": language.stream,
    "checks": language.texts_checked,
    "terms": language.terms,
    "sentences": language.sentences,
    "versions": language.versions,
}

CORPUS = Path(__file__).with_name("corpus")
DICTIONARIES = Path(__file__).with_name("dictionaries")


def inputs(name: str) -> list[Path]:
    """The committed inputs of a target."""
    return sorted(path for path in (CORPUS / name).iterdir() if path.is_file())
