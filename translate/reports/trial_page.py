"""A try of another glossary → one page for a browser, with every entry before and after."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from translate.core.results.review import Side
from translate.core.results.trial import Affected, Effect, Trial
from translate.reports import pages
from translate.reports.pages import Link
from translate.reports.trial import STAGES, closing, told

if TYPE_CHECKING:
    from jinja2 import Template

_TITLES = {
    Effect.DRAFTED: "Drafted anew",
    Effect.FLAGGED: "Something is found that was not",
    Effect.CLEARED: "Something is found no more",
    Effect.NOTED: "Other notes only",
}
_SIGN = b'<p class="kind">A change of the glossary</p>'
_PIECES = 2000
"""So many of the template's pieces are put together at a time."""


def page(trial: Trial, *, project: str, source: str, link: Link) -> str:
    """The page, to be written as UTF-8.

    Args:
        trial: What was found.
        project: The project's name.
        source: The locale of the articles.
        link: Gives the address of a file, named relative to the project, at a line; see `pages.links`.
    """
    from markupsafe import Markup

    style = pages.style_sheet()
    entries: dict[Effect, list[Affected]] = {effect: [] for effect in Effect}
    for one in trial.affected or ():
        entries[one.effect].append(one)
    stream = _template().stream(
        trial=trial,
        project=project,
        source=source,
        link=link,
        headline=told(trial),
        lead=closing(trial),
        stages=[stage for stage in STAGES if trial.stages[stage]],
        titles=_TITLES,
        groups=[(effect, found) for effect, found in entries.items() if found],
        style=Markup(style),  # noqa: S704  Our own file; nothing of the project is in it.
        style_hash=pages.hash_of(style),
    )
    stream.enable_buffering(_PIECES)
    return "".join(stream)


def is_page(data: bytes) -> bool:
    """Whether a file is such a page."""
    return _SIGN in data


@cache
def _template() -> Template:
    environment = pages.environment()
    environment.globals["plain"] = Side
    return environment.from_string((resources.files(__package__) / "templates" / "trial.html.j2").read_text("utf-8"))
