"""What every page for a browser is made with: it loads nothing, runs no script and shows every text as it is."""

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
from translate.core.results.review import Mark, Side, Span
from translate.core.text.changes import parts
from translate.core.text.showing import on_a_page
from translate.reports import languages

if TYPE_CHECKING:
    from jinja2 import Environment

Link = Callable[[str, int], str]

_MARKS = {Mark.TERM: "term", Mark.MISSING: "missing term", Mark.FAULT: "possible fault", Mark.CHANGED: "changed"}
"""What is said of a mark to those who do not see it."""

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


def environment() -> Environment:
    """What fills templates: every value is escaped, and shown as `shown` has it."""
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {
        "sides": sides,
        "pieces": pieces,
        "language": cache(languages.name),
        "tag": languages.tag,
    }
    made.filters["soft"] = _soft
    return made


def style_sheet() -> str:
    """The style sheet of all pages."""
    return (resources.files(__package__) / "templates" / "page.css").read_text("utf-8")


def hash_of(style: str) -> str:
    """What a page's policy knows its style sheet by."""
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def pieces(side: Side) -> Iterator[tuple[str, str, str]]:
    """A text cut at its marks: each piece, the name of its mark, and what that means; both empty where it has none."""
    done = 0
    for span in side.spans:
        start, end = max(done, span.start), min(len(side.text), span.end)
        if start < end:
            yield side.text[done:start], "", ""
            yield side.text[start:end], span.mark.value, _MARKS[span.mark]
            done = end
    yield side.text[done:], "", ""


def sides(was: str, now: str) -> tuple[Side, Side]:
    """What was and what is, each with its changes marked."""
    old, new = parts(was, now)
    return _side(was, old), _side(now, new)


def _side(text: str, changed: Sequence[tuple[int, int]]) -> Side:
    return Side(text, tuple(Span(start, end, Mark.CHANGED) for start, end in changed))


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
