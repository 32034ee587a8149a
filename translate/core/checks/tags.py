"""Find inline tags that were lost, doubled or torn: the translated article could not be put together with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.tags import TAG, Side, counted, unbalanced

_MOST = 20
"""Findings of one text; whoever has mended these sees the rest."""
_SHOWN = 40
"""Characters of the words that a tag stands at."""


def check_tags(unit: Unit) -> Iterator[Finding]:
    """Yield an error ``tags`` for each tag that the source has and the translation has not as often, or the other way.

    Spans are those of the translation with its tags.
    """
    if unit.tagged is not None:
        yield from islice(_found(*unit.tagged), _MOST)


def _found(source: str, target: str) -> Iterator[Finding]:
    wanted, given = counted(source), counted(target)
    for tag in wanted:
        if tag not in given:
            yield _error(f"the tag “{tag}” is missing here; the source has it {_where(source, tag)}")
    for match in TAG.finditer(target):
        if match[0] not in wanted:
            yield _error(f"the tag “{match[0]}” is not in the source; take it out", match.span())
    for tag, number in given.items():
        if wanted[tag] and number > wanted[tag]:
            places = [match.span() for match in TAG.finditer(target) if match[0] == tag]
            yield _error(f"the tag “{tag}” stands here {number} times; leave it once", places[-1])
    if given == wanted and not any(unbalanced(source)):
        for start, end in unbalanced(target):
            yield _error(
                f"the tag “{target[start:end]}” crosses another one here; put one around the other", (start, end)
            )
    if given == wanted:
        yield from _doubly_linked(source, target)


def _doubly_linked(source: str, target: str) -> Iterator[Finding]:
    if not any(_links_in_links(source)):
        for tag, outer, span in _links_in_links(target):
            yield _error(f"the link “{tag}” stands within the link “{outer}” here; put it before or behind that", span)


def _links_in_links(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Where a link begins within another one, which no format has; and that other one."""
    pending: list[str] = []
    for match in TAG.finditer(text):
        if match["name"].rstrip("0123456789") != "a" or match["void"]:
            continue
        if not match["close"]:
            if pending:
                yield match[0], f"<{pending[-1]}>", match.span()
            pending.append(match["name"])
        elif match["name"] in pending[-1:]:
            pending.pop()


def _where(source: str, tag: str) -> str:
    """The words of the source that a tag stands at, for whoever looks for its place."""
    match = next(match for match in TAG.finditer(source) if match[0] == tag)
    closes = Side.of(match) is Side.CLOSE
    beside = source[: match.start()][-_SHOWN:] if closes else source[match.end() :][:_SHOWN]
    words = TAG.sub("", beside).split()
    near = words[-1:] if closes else words[:1]
    if not near:
        return "at its end" if not closes else "at its beginning"
    return f"{'behind' if closes else 'before'} “{near[0]}”"


def _error(message: str, span: tuple[int, int] | None = None) -> Finding:
    return Finding("tags", Level.ERROR, message, span)
