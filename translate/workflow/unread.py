"""What lies among a project's articles, and no format reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.documents import finding
from translate.documents.paths import printable
from translate.settings import Settings
from translate.workflow import articles
from translate.workflow.places import shown_path


def unread(settings: Settings) -> Iterator[tuple[str, Sequence[str]]]:
    """The folders that have files which no format reads, each with the names of these."""
    found = finding.unread(finding.Places(settings.root, settings.articles, articles.endings()))
    shows = settings.root / settings.shows
    for folder, files in found.items():
        if not folder.is_relative_to(shows):  # What is wrong there is told of the lists.
            yield shown_path(settings, folder), [printable(name) for name in files]
