"""Write what a try of another glossary found as a page for a browser."""

from __future__ import annotations

import os
from pathlib import Path

from translate.core.results.trial import Trial
from translate.errors import ReportError
from translate.files.reading import read
from translate.files.saving import save
from translate.reports import pages, trial_page
from translate.settings import Settings
from translate.workflow.folders import REPORT
from translate.workflow.places import home_of, shown_path


def page_in_place(settings: Settings, path: Path) -> bytes | None:
    """The page of another try that a new one may be written over; None where there is no such file.

    Args:
        settings: The project.
        path: Where the page is wanted.

    Raises:
        ReportError: There is another file, which stays as it is, or it cannot be read.
    """
    shown = shown_path(settings, path)
    data = read(path, REPORT, shown, home=home_of(settings, path))
    if data is not None and not trial_page.is_page(data):
        raise ReportError("is there, and no page of this command; name another file", path=shown)
    return data


def write_page(settings: Settings, trial: Trial, path: Path) -> None:
    """Write a page for a browser, over one of another try.

    Args:
        settings: The project.
        trial: What was found.
        path: Where to.

    Raises:
        ReportError: It cannot be written, or `page_in_place` says so.
    """
    before = page_in_place(settings, path)
    link = pages.links(settings.root, os.path.relpath(path.parent, settings.root), settings.nightly.link)
    data = trial_page.page(trial, project=settings.name, source=settings.source, link=link).encode("utf-8", "replace")
    save(path, data, kind=REPORT, expected=before, shown=shown_path(settings, path), home=home_of(settings, path))
