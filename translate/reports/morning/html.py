"""Night → one page for a browser, which loads nothing, runs no script and shows every text as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from translate.core.results.night import Night
from translate.core.results.review import CatalogReview, Review, Waiting
from translate.core.results.summary import CatalogState, Totals, add
from translate.reports import news, pages, tagging
from translate.reports.counting import unnamed
from translate.reports.morning import charts, words
from translate.reports.pages import Link
from translate.values import dataclass

if TYPE_CHECKING:
    from jinja2 import Template

_FEW = 30
"""A list of so many is open; a longer one is folded, or cut."""

_PIECES = 2000
"""So many of the template's pieces are put together at a time."""


def page(night: Night, *, link: Link, source: str = "") -> str:
    """The page, to be written as UTF-8.

    Args:
        night: What it tells of.
        link: Gives the address of a file, named relative to the project, at a line; see `links`.
        source: The locale of the articles; empty where it is not known.
    """
    from markupsafe import Markup

    entries = night.review.waiting
    locales = tuple(dict.fromkeys(entry.locale for entry in entries))
    style = _style(len(locales))
    runs = charts.runs(night)
    changed = [c for c in night.summary.catalogs if c.state is not CatalogState.UNCHANGED]
    stream = _template().stream(
        night=night,
        record=night.record,
        review=night.review,
        style=Markup(style),  # noqa: S704  Our own file and numbers; nothing of the night is in it.
        style_hash=pages.hash_of(style),
        link=link,
        source=source,
        untrue=night.news,
        troubles=words.troubles(night),
        remarks=words.remarks(night),
        changed=changed[:_FEW],
        changed_in_all=night.summary.totals.changed,
        words_left=night.record.words_left,
        doubtful_tags=tagging.doubtful(add(one.counts for one in night.record.locales)),
        locales={locale: (number, _waiting_in(locale, entries)) for number, locale in enumerate(locales)},
        flagged=[entry for entry in entries if entry.flags],
        others=[entry for entry in entries if not entry.flags],
        left_out=max(0, night.review.waiting_in_all - len(entries)),
        runs=runs,
        charts=charts.charts(runs) if len(runs) > 1 else (),
        chart_rows=charts.rows(runs),
        shelves=_shelves(night.review),
        files=sum(one.catalogs for one in night.review.locales.values()),
    )
    stream.enable_buffering(_PIECES)  # The template's own pieces, all at once, take thirty times the page's room.
    return "".join(stream)


def _waiting_in(locale: str, entries: Sequence[Waiting]) -> int:
    return sum(entry.locale == locale for entry in entries)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The PO files of a locale."""

    named: list[CatalogReview]
    totals: Totals
    """What all of them come to."""

    @property
    def left_out(self) -> int:
        """How many are not named."""
        return self.totals.catalogs - len(self.named)


def _shelves(review: Review) -> dict[str, _Shelf]:
    """The PO files of each locale."""
    named: defaultdict[str, list[CatalogReview]] = defaultdict(list)
    for catalog in review.catalogs:
        named[catalog.locale].append(catalog)
    return {locale: _Shelf(named[locale], totals) for locale, totals in review.locales.items()}


def _style(locales: int) -> str:
    """The style sheet; choosing a locale hides the entries of the others, without a script."""
    chosen = "".join(
        f":root:has(#only-{number}:checked) .entry:not(.of-{number}){{display:none}}\n" for number in range(locales)
    )
    return pages.style_sheet() + chosen


def _read(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text("utf-8")


@cache
def _template() -> Template:
    environment = pages.environment()
    environment.globals |= {
        "words": words,
        "news": news,
        "few": _FEW,
        "unnamed": unnamed,
        "chart_titles": charts.TITLES,
        "chart_width": charts.WIDTH,
        "chart_height": charts.HEIGHT,
    }
    return environment.from_string(_read("page.html.j2"))
