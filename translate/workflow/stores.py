"""What runs keep for the next ones: what is in its way, and what of it may be deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from translate.core.results.checkup import Check
from translate.files import bounds, databases
from translate.settings import Settings
from translate.workflow.feeding import PLACE
from translate.workflow.places import history_file, shown_path


def stores(settings: Settings) -> Iterator[Check]:
    """Look at the memory, as far as no run makes it anew by itself; and say which folder to keep."""
    try:
        with contextlib.suppress(FileNotFoundError), bounds.place(settings.root, settings.root / PLACE) as place:
            databases.look(place)
    except OSError as error:
        message, shown = bounds.explained(error, "cannot be used", PLACE.as_posix(), "a file")
        yield Check("memory", fine=False, message=f"{shown}: {message}")
    kept = shown_path(settings, history_file(settings).parent)
    advice = f"back up {kept}/, which is in no repository, and never delete it; .newsdesk/ may be deleted"
    yield Check("people's texts", fine=True, message=f"what is in their files no more is kept: {advice}")
