"""Find identifiers that were lost or changed: addresses, handles, hashtags, file names, versions, placeholders."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.terms.glossary import Action
from translate.core.text.identifiers import Identifier, Kind, has, identifiers
from translate.core.text.tags import Place, Tagged, parted

_MOST = 1000
"""Identifiers of a text that are looked for: one with more is no text for readers."""
_NUMBERS = frozenset({Kind.VERSION, Kind.HASH, Kind.ACCOUNT})
"""What letters behind it make another one, such as a version."""
_HOST = patterns.compile(r"(?:[\w+.-]{1,20}://)?[^/?#]*")


def check_addresses(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``address`` for each identifier of the source that the translation does not have as it is.

    What a term of the glossary covers is the glossary's. The page in the other language is a translator's good right;
    then the warning is wrong, and rare.
    """
    wanted = {unit.source[one.start : one.end]: one.kind for one in identifiers(unit.source) if not _asked(unit, one)}
    wanted = {text: kind for text, kind in wanted.items() if kind is not Kind.CODE}  # A tag is `tags`' matter.
    given = {unit.target[one.start : one.end]: one for one in identifiers(unit.target)}
    alike = {_plain(text, one.kind) for text, one in given.items()}
    known = {_plain(text, kind) for text, kind in wanted.items()}
    strange = {
        one.kind: (one.start, one.end)
        for text, one in reversed([*islice(given.items(), _MOST)])
        if _plain(text, one.kind) not in known and not has(unit.source, text, ending=one.kind not in _NUMBERS)
    }
    for text, kind in islice(wanted.items(), _MOST):
        if _plain(text, kind) not in alike and not has(unit.target, text, ending=kind not in _NUMBERS):
            other = strange.get(kind)
            instead = f"; “{unit.target[slice(*other)]}” may stand in its place" if other else ""
            message = f"the {kind} “{text}” of the source is not here{instead}; copy it from the source"
            yield Finding("address", Level.WARNING, message, other)
    yield from _torn(unit)


def _torn(unit: Unit) -> Iterator[Finding]:
    """Identifiers that a tag parts here, and none does in the source: the article would have them in two pieces."""
    if unit.tagged is None:
        return
    source, target = map(parted, unit.tagged)
    whole = {source.plain[one.start : one.end] for one in identifiers(source.plain) if not _within(one, source)}
    for one in identifiers(target.plain):
        text = target.plain[one.start : one.end]
        if text in whole and (tag := _within(one, target)):
            message = f"the tag “{tag}” stands within the {one.kind} “{text}” here; put it before or behind that"
            yield Finding("address", Level.WARNING, message, (one.start, one.end))


def _within(one: Identifier, text: Tagged) -> Place | None:
    """The first tag within an identifier."""
    behind = text.places[bisect_right(text.places, one.start, key=lambda place: place.at) :][:1]
    return next((place for place in behind if place.at < one.end), None)


def _asked(unit: Unit, one: Identifier) -> bool:
    """Whether the glossary asks for something in the place of an identifier of the source."""
    asking = (match for match in unit.matches if match.term.action is not Action.OFF)
    return any(match.start <= one.start and one.end <= match.end for match in asking)


def _plain(text: str, kind: Kind) -> str:
    """An identifier without what two that are the same may differ in: a host's capitals, what groups a number."""
    match kind:
        case Kind.URL if host := _HOST.match(text):
            return host[0].lower() + text[host.end() :]
        case Kind.MAIL:
            return text.lower()
        case Kind.ACCOUNT | Kind.CATALOGUE:
            return re.sub("[ \u00a0-]", "", text)
        case _:
            return text
