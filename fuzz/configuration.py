"""newsdesk.toml, as somebody may leave it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from fuzz.laws import law
from translate.errors import SettingsError
from translate.settings import load


@cache
def _file() -> Path:
    return Path(tempfile.mkdtemp(prefix="newsdesk-fuzz-")) / "newsdesk.toml"


def settings(data: bytes) -> None:
    """Read the settings."""
    file = _file()
    file.write_bytes(data)
    try:
        found = load(file)
    except SettingsError as error:
        law(bool(str(error)), "a refusal says something")
        return
    inside = (*found.articles, found.glossaries, found.catalogs, found.nightly.reports)
    law(all((file.parent / folder).resolve().is_relative_to(file.parent.resolve()) for folder in inside), "inside")
    metrics = found.nightly.metrics
    law(metrics is None or (file.parent / metrics).resolve().is_relative_to(file.parent.resolve()), "metrics inside")
    law(found.model_index is None and not any(found.engines.values()), "no program or package is a project's to name")
    law(bool(found.locales and found.source and found.name), "a project has a name and locales")
