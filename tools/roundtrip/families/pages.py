"""HTML: handbooks from Debian and pages of newsrooms, with lol-html, Cloudflare's rewriter, as a second road."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape, unescape
from typing import Any

from tools.roundtrip.family import Family, Read
from tools.roundtrip.fetching import Source, debian, sdists
from translate.core.article import Document, Segment
from translate.core.text.decoding import INVISIBLE
from translate.documents.html import data as data_of
from translate.documents.html.charsets import decoded, encoded
from translate.documents.html.page import HtmlFormat

_SPACE = re.compile(r"[ \t\r\n\f]+")


class _Texts:
    """Collects the texts of a page, or puts others in their places."""

    def __init__(self, others: dict[int, str] | None = None) -> None:
        self.found = [""]
        self._others = others or {}

    def text(self, chunk: Any) -> None:
        """Called for each chunk of a text; the last of one is empty."""
        number, said = len(self.found) - 1, chunk.text
        if said and number in self._others:
            if self.found[-1]:
                chunk.remove()
            else:
                chunk.replace(self._others[number], _html())
        self.found[-1] += said
        if chunk.last_in_text_node:
            self.found.append("")


class _Values:
    """Collects the values of attributes that are read to people."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def element(self, element: Any) -> None:
        """Called for each element that has one."""
        for name in ("alt", "title", "content"):
            if value := element.get_attribute(name):
                self.found.add(_even(value))


def _html() -> Any:
    import lolhtml  # noqa: PLC0415  Only its developers have it.

    return lolhtml.ContentType.HTML


def _rewritten(text: str, texts: _Texts, values: _Values | None = None) -> bytes:
    import lolhtml  # noqa: PLC0415

    out = bytearray()
    rewriter = lolhtml.HTMLRewriter(out.extend)
    rewriter.on_document(texts)
    if values:
        rewriter.on("[alt], [title], meta[content]", values)
    rewriter.write(text.encode())
    rewriter.end()
    return bytes(out)


def compared(read: Read, data: bytes) -> str:
    """What lol-html says against what we read of a page; empty where it sees the same."""
    assert isinstance(read, Document)  # noqa: S101  For the types.
    text, _ = decoded(data, read.path)
    texts, values = _Texts(), _Values()
    if _rewritten(text, texts, values) != text.encode():
        return "lol-html itself does not give it back"
    if missing := _missing(read.segments, texts.found, values.found):
        return f"lol-html does not see “{missing[:60]}” there"
    new, others = {}, {}
    for number, node in _alone(read.segments, texts.found):
        new[number] = f"„{number}“ < & > {read.segments[number].text}"
        raw = texts.found[node]
        lead = raw[: len(raw) - len(raw.lstrip())]
        others[node] = f"{lead}{escape(new[number], quote=False)}{raw[len(raw.rstrip()) :]}"
    ours = HtmlFormat().write(read, [new.get(number, one.text) for number, one in enumerate(read.segments)])
    theirs = _rewritten(text, _Texts(others))
    return "" if ours == encoded(theirs.decode(), read.encoding) else "with other texts lol-html writes another page"


def _missing(segments: Sequence[Segment], nodes: Sequence[str], values: set[str]) -> str:
    """The first piece of a segment that does not stand in the page, behind those before it; empty where all do."""
    evened = [_even(node) for node in nodes]
    node = at = 0
    for segment in segments:
        if segment.coding == data_of.FORM:
            if not any((segment.raw or segment.text) in each for each in nodes):
                return segment.text
            continue
        if segment.coding:
            if _even(segment.raw or segment.text) not in values:
                return segment.text
            continue
        for part in segment.parts:
            if not isinstance(part, str) or not (wanted := part.strip()):
                continue
            while node < len(evened) and (found := evened[node].find(wanted, at)) < 0:
                node, at = node + 1, 0
            if node == len(evened):
                return wanted
            at = found + len(wanted)
    return ""


def _alone(segments: Sequence[Segment], nodes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The segments that are a whole text between two tags, and the only one that reads so; with the text's number."""
    texts = Counter(segment.text for segment in segments)
    places = Counter(map(_even, nodes))
    at = {node.strip(): number for number, node in enumerate(nodes)}
    for number, segment in enumerate(segments):
        raw = segment.raw or segment.text
        if not segment.coding and not segment.tags and texts[segment.text] == places[segment.text] == 1 and raw in at:
            yield number, at[raw]


def _even(text: str) -> str:
    return _SPACE.sub(" ", unescape(text)).strip(INVISIBLE)


FAMILY = Family(
    name="html",
    forms=lambda: [HtmlFormat()],
    sources=[
        *debian(
            "apache2-doc",
            "aptitude-doc-en",
            "debian-policy",
            "debian-reference-ja",
            "developers-reference",
            "exim4-doc-html",
            "git-doc",
            "maint-guide-ru",
            "octave-doc",
            "postgresql-doc-15",
            "python-django-doc",
            "python3.11-doc",
            "r-doc-html",
            "sqlite3-doc",
        ),
        *sdists("newspaper4k", "html2text", "trafilatura"),
    ],
    endings=HtmlFormat.suffixes,
    second=compared,
    sample=Source("debian", "aptitude-doc-en"),
)
