"""Feeds and exports of WordPress, from the tests of what reads and writes them; feedparser is the other reader."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from tools.roundtrip.family import Family, Form, Read
from tools.roundtrip.fetching import Source, sdists
from translate.core.article import Collection, Kind
from translate.core.text.tags import TAG
from translate.documents.xml.feed import FeedFormat
from translate.documents.xml.wordpress import WxrFormat

_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL)
_FEED = ("title", "subtitle", "info", "tagline")
_ENTRY = ("title", "summary", "subtitle")
_TEXTS = frozenset({Kind.HEADLINE, Kind.SUMMARY, Kind.SUBHEAD, Kind.PARAGRAPH, Kind.ITEM, Kind.CELL})
"""What feedparser tells of an item, too; it knows but some of what Media RSS and HTML say of pictures."""


_ODD = (b"charset overrides", b"xml:lang inherit", b"classid=", b"Crazy HTML")
"""In what feedparser reads by what its server said, or has a title that is no text, or is in another language."""


class _Feeds(FeedFormat):
    """Feeds in which another reader finds a text, and no damage.

    The tests of feedparser have many that tell of dates alone, are damaged, or hide their text in base64.
    """

    def recognises(self, data: bytes) -> bool:
        if not super().recognises(data) or b"base64" in data or any(odd in data for odd in _ODD):
            return False
        found = _parsed(data)
        return not found.bozo and any(re.search(r"\w", html.unescape(_TAG.sub("", text))) for text in _values(found))


def _forms() -> list[Form]:
    return [WxrFormat(), _Feeds()]


def _parsed(data: bytes) -> Any:
    return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)


def _values(found: Any) -> Iterator[str]:
    """All texts that feedparser tells of a feed."""
    yield from (found.feed.get(name, "") for name in _FEED)
    for entry in found.entries:
        yield from (entry.get(name, "") for name in _ENTRY)
        yield from (content.value for content in entry.get("content", ()))


def _second(read: Read, data: bytes) -> str:
    """The text of each segment stands in what feedparser tells, and each title of an entry in the segments."""
    if not isinstance(read, Collection) or read.format != FeedFormat.name:
        return ""
    found = _parsed(data)
    told = "\n".join(_flat(each) for value in _values(found) for each in _readings(value))
    items = [article for article in read.articles if article.slug != "channel"]
    segments = [segment for article in items for segment in article.segments]
    texts = [(segment.kind, _flat(TAG.sub("", segment.text))) for segment in segments]
    strange = [f"feedparser has no {text[:50]}" for kind, text in texts if kind in _TEXTS and text not in told]
    ours = "".join(text for _, text in texts)
    titles = [entry.get("title", "") for entry in found.entries]
    return "; ".join([*strange, *(f"has no {title[:50]}" for title in titles if not _is_in(title, ours))])


def _is_in(title: str, ours: str) -> bool:
    return any(_flat(each) in ours for each in _readings(title))


def _readings(value: str) -> Iterator[str]:
    """What a value may say: it is text or HTML."""
    yield value
    yield html.unescape(value)
    yield html.unescape(_TAG.sub("", value))
    yield _TAG.sub("", html.unescape(value))


def _flat(text: str) -> str:
    return re.sub(r"[\s\x80-\x9f‘’]+", "", text)


FAMILY = Family(
    name="feeds",
    forms=_forms,
    sources=sdists("pelican", "nikola", "reader", "podcastparser", "feedparser"),
    endings=(".xml", ".rss", ".atom", ".wxr"),
    second=_second,
    sample=Source("sdist", "pelican"),
)
