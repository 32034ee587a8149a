"""See the project's PO files as the next run will understand them, and keep nothing of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from translate.catalogs.loading import load
from translate.errors import HistoryError, NewsdeskError
from translate.settings import Settings
from translate.workflow.noticing import Noticing, noticing
from translate.workflow.origins import origins


@contextlib.contextmanager
def outlook(
    settings: Settings, *, now: datetime, named: Mapping[str, Path] | None = None
) -> Iterator[tuple[Noticing, HistoryError | None]]:
    """Look at whatever was saved since the last look.

    Args:
        settings: The project.
        now: The time.
        named: All articles that the project has, by the names of their catalogs; None where they have to be found.

    Yields:
        What has looked at the PO files, those of all articles and locales: only together do they tell what was approved
        in bulk. And why the history cannot be used, if so; then nothing is known but what the files say.
    """
    seen, trouble = noticing(settings, now=now, named=named, keep=False)
    with seen.history:
        _look(seen)
        yield seen, trouble


def _look(seen: Noticing) -> None:
    for origin in origins(seen) if any(seen.history.paths()) else ():
        known = seen.history.states((origin.shown,)) if origin.locale else {}
        # What nobody has looked at before can be held against nothing.
        if origin.locale is None or origin.shown not in known or origin.is_as_seen(known):
            continue
        with contextlib.suppress(NewsdeskError):  # Told by whoever wants something of that file.
            read = load(origin.path, origin.shown, home=seen.settings.root)
            seen.look(origin.path, origin.shown, origin.locale, read, origin.fingerprint)
    seen.settle()
