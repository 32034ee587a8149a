"""Night → one page for a browser, which loads nothing, runs no script and shows every text as it is."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from translate import patterns
from translate.core.results.night import Night
from translate.core.results.review import CatalogReview, Mark, Side, Span, Waiting
from translate.core.results.summary import CatalogState, add
from translate.core.text.changes import parts
from translate.core.text.showing import on_a_page
from translate.reports import news, tagging
from translate.reports.morning import charts, languages, words

if TYPE_CHECKING:
    from jinja2 import Template

Link = Callable[[str, int], str]

_MARKS = {Mark.TERM: "term", Mark.MISSING: "missing term", Mark.FAULT: "possible fault", Mark.CHANGED: "changed"}
"""What is said of a mark to those who do not see it."""

_FEW = 30
"""A list of so many is open; a longer one is folded, or cut."""

_PIECES = 2000
"""So many of the template's pieces are put together at a time."""

_VERY_LONG = patterns.compile(r"\S{200}(?=[!-~\w])")
"""What follows is no mark that belongs to the letter before it."""


def links(root: Path, folder: str, template: str | None) -> Link:
    """Make the addresses that open a file at a line.

    Args:
        root: The project's folder, absolute.
        folder: Where the page will lie, relative to the project.
        template: An address with ``{path}`` (absolute) and ``{line}`` in it; None links the file relative to the page.

    Returns:
        What makes an address of a path, relative to the project, and a line.
    """

    @cache  # Thousands of files lie in a few folders.
    def way(place: str) -> str:
        return os.path.relpath(os.path.join(root, place), root / folder)  # noqa: PTH118

    def link(path: str, line: int) -> str:
        if template is None:
            place, _, name = path.rpartition("/")
            file = f"{way(place)}/{name}"
            # On the way from the page up to such a folder the name itself may lie.
            if not place or way(place).endswith(".") or name in {"", ".", ".."}:
                file = way(path)
            return f"{_quoted(file)}#L{line}"
        file = os.path.join(root, path)  # noqa: PTH118  A path of pathlib refuses some texts that are no path.
        return template.replace("{line}", str(line)).replace("{path}", _quoted(file))

    return link


def _quoted(path: str) -> str:
    try:
        name = path.encode("utf-8", "surrogateescape")  # As the file system has it.
    except UnicodeEncodeError:
        name = path.encode("utf-8", "replace")
    return quote(name)


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
        style_hash=base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii"),
        link=link,
        source=source,
        untrue=night.news,
        troubles=words.troubles(night),
        remarks=words.remarks(night),
        changed=changed[:_FEW],
        changed_in_all=len(changed),
        words_left=night.record.words_left,
        doubtful_tags=tagging.doubtful(add(one.counts for one in night.record.locales)),
        locales={locale: (number, _waiting_in(locale, entries)) for number, locale in enumerate(locales)},
        flagged=[entry for entry in entries if entry.flags],
        others=[entry for entry in entries if not entry.flags],
        left_out=max(0, night.review.waiting_in_all - len(entries)),
        runs=runs,
        charts=charts.charts(runs) if len(runs) > 1 else (),
        chart_rows=charts.rows(runs),
        shelves=_shelves(night.review.catalogs),
    )
    stream.enable_buffering(_PIECES)  # The template's own pieces, all at once, take thirty times the page's room.
    return "".join(stream)


def _waiting_in(locale: str, entries: Sequence[Waiting]) -> int:
    return sum(entry.locale == locale for entry in entries)


def _shelves(catalogs: Sequence[CatalogReview]) -> dict[str, list[CatalogReview]]:
    """The PO files of each locale."""
    shelves: dict[str, list[CatalogReview]] = {}
    for catalog in catalogs:
        shelves.setdefault(catalog.locale, []).append(catalog)
    return shelves


def _waits(catalog: CatalogReview) -> bool:
    """Whether a PO file has anything for a person to do."""
    counts = catalog.counts
    return counts.entries > counts.approved or bool(counts.flagged or catalog.errors or catalog.warnings)


def _pieces(side: Side) -> Iterator[tuple[str, str, str]]:
    """A text cut at its marks: each piece, the name of its mark, and what that means; both empty where it has none."""
    done = 0
    for span in side.spans:
        start, end = max(done, span.start), min(len(side.text), span.end)
        if start < end:
            yield side.text[done:start], "", ""
            yield side.text[start:end], span.mark.value, _MARKS[span.mark]
            done = end
    yield side.text[done:], "", ""


def _sides(was: str, now: str) -> tuple[Side, Side]:
    """What was and what is, each with its changes marked."""
    old, new = parts(was, now)
    return _side(was, old), _side(now, new)


def _side(text: str, changed: Sequence[tuple[int, int]]) -> Side:
    return Side(text, tuple(Span(start, end, Mark.CHANGED) for start, end in changed))


def _style(locales: int) -> str:
    """The style sheet; choosing a locale hides the entries of the others, without a script."""
    chosen = "".join(
        f":root:has(#only-{number}:checked) .entry:not(.of-{number}){{display:none}}\n" for number in range(locales)
    )
    return _read("page.css") + chosen


def _read(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {
        "words": words,
        "news": news,
        "sides": _sides,
        "language": cache(languages.name),
        "tag": languages.tag,
        "pieces": _pieces,
        "few": _FEW,
        "chart_titles": charts.TITLES,
        "chart_width": charts.WIDTH,
        "chart_height": charts.HEIGHT,
    }
    environment.filters["soft"] = _soft
    environment.tests["waiting"] = _waits
    return environment.from_string(_read("page.html.j2"))


def _soft(text: str) -> str:
    """A text whose very long words may be broken; looking for where to break one takes a browser seconds."""
    from markupsafe import Markup

    ends = [found.end() for found in _VERY_LONG.finditer(text)]
    if not ends:
        return text
    cuts = pairwise((0, *ends, len(text)))
    return Markup("<wbr>").join(on_a_page(text[start:end]) for start, end in cuts)


def _shown(value: Any) -> Any:
    """Whatever the template prints goes through here: no text may turn, hide or break what stands around it."""
    return on_a_page(value) if type(value) is str else value
