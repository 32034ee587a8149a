"""Find inline tags that were lost, doubled, torn or emptied: the translated article would lack what they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.aligning import Span
from translate.core.text.mistyped import mistyped
from translate.core.text.tags import TAG, Side, counted, parted, plain, unbalanced
from translate.values import dataclass

_MOST = 20
"""Findings of one text; whoever has mended these sees the rest."""
_SHOWN = 40
"""Characters of the words that a tag stands at or around."""


def check_tags(unit: Unit) -> Iterator[Finding]:
    """Yield an error ``tags`` for each tag that the source has and the translation has not as often, or the other way.

    A pair that is around words in the source and around none in the translation is a warning ``empty-tag``: a language
    may have no word for what it is around, such as an article. Spans are those of the translation with its tags.
    """
    if unit.tagged is not None:
        yield from islice(_found(_Text.of(unit.tagged[0]), _Text.of(unit.tagged[1])), _MOST)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its tags."""

    text: str
    counted: Counter[str]
    places: Mapping[str, Sequence[Span]]
    """Where each tag stands."""

    @classmethod
    def of(cls, text: str) -> _Text:
        places: defaultdict[str, list[Span]] = defaultdict(list)
        for match in TAG.finditer(text):
            places[match[0]].append(match.span())
        return cls(text, counted(text), places)

    def around(self, name: str) -> str:
        """The words that a pair is around; empty where there is no such pair, or no words."""
        begin, end = map(self.places.get, _ends(name))
        words = " ".join(plain(self.text[begin[0][1] : end[0][0]]).split()) if begin and end else ""
        return words if any(map(str.isalnum, words)) else ""


def _found(source: _Text, target: _Text) -> Iterator[Finding]:
    typed = {(one.start, one.end): one.tag for one in mistyped(source.text, target.text)}
    for span, tag in typed.items():
        told = f"“{target.text[slice(*span)]}” stands here in the place of the tag “{tag}”"
        yield _error(f"{told}; copy that from the source", span)
    yield from _lost(source, target, typed)
    yield from _strange(source, target, typed)
    if target.counted == source.counted:
        if not any(unbalanced(source.text)):
            yield from _torn(target.text)
        yield from _doubly_linked(source.text, target.text)
    yield from _emptied(source, target)


def _lost(source: _Text, target: _Text, typed: Mapping[Span, str]) -> Iterator[Finding]:
    """Tags that are missing; of a pair of which nothing is there it is told once."""
    lost = source.counted - target.counted - Counter(typed.values())
    there = {tag: span for span, tag in typed.items()} | {tag: spans[0] for tag, spans in target.places.items()}
    for tag in source.counted:
        name = _name(tag)
        begin, end = _ends(name)
        if tag == begin and lost[begin] and lost[end] and source.around(name):
            lost[end] = 0
            yield _error(f"the {_kind(name)} “{tag}” is missing here; the source has it around {_words(source, name)}")
        elif lost[tag]:
            other = there.get(begin) or there.get(end)
            yield _error(f"the tag “{tag}” is missing here; the source has it {_where(source.text, tag)}", other)


def _strange(source: _Text, target: _Text, typed: Mapping[Span, str]) -> Iterator[Finding]:
    """Tags that the source has not, or not as often; of a pair that stands twice it is told once."""
    last: dict[str, Span] = {}
    for tag, spans in target.places.items():
        left = [span for span in spans if span not in typed]
        if tag not in source.counted:
            yield from (_error(f"the tag “{tag}” is not in the source; take it out", span) for span in left)
        elif len(left) > source.counted[tag]:
            last[tag] = left[-1]
    for tag, span in last.items():
        name, number = _name(tag), len(target.places[tag])
        begin, end = (last.get(other) for other in _ends(name))
        if begin is None or end is None or begin > end:
            yield _error(f"the tag “{tag}” stands here {number} times; leave it once", span)
        elif span == begin:
            yield _error(f"the {_kind(name)} “{tag}” stands here {number} times; leave it once", (begin[0], end[1]))


def _torn(target: str) -> Iterator[Finding]:
    """Pairs that end within another, or before they begin; each is told once."""
    pending: list[str] = []
    for match in TAG.finditer(target):
        name, side = match["name"], Side.of(match)
        if side is Side.OPEN:
            pending.append(name)
        elif side is Side.CLOSE and name not in pending:
            yield _error(f"the tag “{match[0]}” stands before “<{name}>” here; put it behind that", match.span())
        elif side is Side.CLOSE:
            if pending[-1] != name:
                told = f"the tags “<{name}>” and “<{pending[-1]}>” cross here; put one around the other, or behind it"
                yield _error(told, match.span())
            pending.remove(name)


def _emptied(source: _Text, target: _Text) -> Iterator[Finding]:
    """Pairs that are around words in the source, and around none here."""
    for name, (span, has_words) in _pairs(target.text).items():
        if not has_words and source.around(name):
            told = f"the {_kind(name)} “<{name}>” is around no words here; put it around the words that say"
            yield Finding("empty-tag", Level.WARNING, f"{told} {_words(source, name)}", span)


def _pairs(text: str) -> dict[str, tuple[Span, bool]]:
    """The pairs of a text: where each stands, and whether it is around words."""
    own = parted(text)
    words = [0, *accumulate(map(str.isalnum, own.plain))]
    begins = {place.name: place for place in own.places if place.side is Side.OPEN}
    return {
        end.name: ((begin.start, end.end), words[end.at] > words[begin.at])
        for end in own.places
        if end.side is Side.CLOSE and (begin := begins.get(end.name)) and begin.start < end.start
    }


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


def _name(tag: str) -> str:
    return tag.strip("</>")


def _ends(name: str) -> tuple[str, str]:
    return Side.OPEN.written(name), Side.CLOSE.written(name)


def _kind(name: str) -> str:
    return "link" if name.rstrip("0123456789") == "a" else "pair of tags"


def _words(source: _Text, name: str) -> str:
    """The words of the source that a pair is around, for whoever looks for its place."""
    words = source.around(name)
    return f"“{words[:_SHOWN].rstrip()}…”" if len(words) > _SHOWN else f"“{words}”"


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


def _error(message: str, span: Span | None = None) -> Finding:
    return Finding("tags", Level.ERROR, message, span)
