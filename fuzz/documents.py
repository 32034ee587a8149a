"""Articles of every format: whatever is read is written back byte for byte."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence

from fuzz.laws import law
from translate.core.article import Collection, Document, Imprint, Making, Segment
from translate.core.entries.template import template
from translate.core.text.tags import unbalanced
from translate.documents.docx import Docx
from translate.documents.html.page import HtmlFormat
from translate.documents.interface import CollectionFormat, DocumentFormat, Format
from translate.documents.markdown.format import Markdown
from translate.documents.ninjs import Ninjs
from translate.documents.plaintext import PlainText
from translate.documents.slugs import LONGEST, choices, slug_of
from translate.documents.xml.feed import FeedFormat
from translate.documents.xml.newsml import NewsmlFormat
from translate.documents.xml.wordpress import WxrFormat
from translate.errors import DocumentError

_SLUG = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


def article(data: bytes) -> None:
    """Read a plain text, and write it with its own texts and with others."""
    text = PlainText()
    try:
        document = text.read(data, "articles/a.txt")
    except DocumentError as error:
        law(error.line is None or 1 <= error.line <= data.count(b"\n") + data.count(b"\r") + 1, "a line of the file")
        return
    law(text.write(document, [segment.text for segment in document.segments]) == data, "the same bytes again")
    law(all(s.text == s.text.strip() != "" for s in document.segments), "a text has no space around it")
    law(bool(document.title), "every article has a title")
    messages = template(document)
    law(0 < len(messages) <= len(document.segments), "each message once")
    other = text.write(document, [f"X{number}x" for number, _ in enumerate(document.segments)])
    law(len(text.read(other, "articles/a.txt").segments) >= 1, "another text is an article, too")


FORMS: tuple[Format, ...] = (
    Docx(), FeedFormat(), HtmlFormat(), Markdown(), NewsmlFormat(), Ninjs(), WxrFormat(),
)  # fmt: skip
TEXTS = ("Õhtu <b1>", "“A”, 'b' & \"c\": <d> # e; f\\", "*_[x](y)_*", "- 1. | `z`", "]]>&amp;", "\U0001f600")
"""Texts that a format must write in its own way."""
ARABIC = Imprint("ar", "rtl", Making.MACHINE)


def formats(data: bytes) -> None:
    """Read a file in each of the other formats, and write it with its own texts, and with others."""
    for form in FORMS:
        path = f"articles/a{form.suffixes[0]}"
        if not form.recognises(data):
            continue
        try:
            found = form.read(data, path)  # type: ignore[attr-defined]  Both kinds of format have it.
        except DocumentError as error:
            law(error.path == path, "an error has its path")
            law(error.message.isprintable(), "an error can be shown")
        else:
            _written(form, found, data)


def _written(form: Format, found: Document | Collection, data: bytes) -> None:
    every = found.articles if isinstance(found, Collection) else (found,)
    own = [[segment.text for segment in one.segments] for one in every]
    law(_write(form, found, own) == data, "the same bytes again")
    law(all(text == text.strip() != "" for texts in own for text in texts), "a text has no space around it")
    law(all(not any(unbalanced(_without_literals(s))) for one in every for s in one.segments), "tags are balanced")
    others = [[TEXTS[number % len(TEXTS)] for number, _ in enumerate(texts)] for texts in own]
    for texts in (others, [[f"X {text[:300]}" for text in texts] for texts in own]):
        try:
            written = _write(form, found, texts)
        except DocumentError as error:
            law(bool(error.path), "an error has its path")
        else:
            law(type(form.read(written, found.path)) is type(found), "what is written can be read")  # type: ignore[attr-defined]
    with contextlib.suppress(DocumentError):  # What an article says of itself may stand in a damaged part of its file.
        _write(form, found, own, ARABIC)


def _write(
    form: Format, found: Document | Collection, texts: Sequence[Sequence[str]], imprint: Imprint | None = None
) -> bytes:
    if isinstance(form, CollectionFormat) and isinstance(found, Collection):
        return form.write(found, texts, [imprint] * len(texts) if imprint else ())
    if isinstance(form, DocumentFormat) and isinstance(found, Document):
        return form.write(found, texts[0], imprint)
    raise AssertionError("a format reads what it writes")


def _without_literals(segment: Segment) -> str:
    """A text without what only looks like a tag in it."""
    return "".join("." if isinstance(part, str) else str(part) for part in segment.parts)


def slug(data: bytes) -> None:
    """Name catalogs after a file, whatever bytes its name has."""
    name = os.fsdecode(data)
    try:
        made = choices(name)
    except DocumentError:
        return
    law(made[0] == slug_of(name), "the name after the file comes first")
    for slug in made:
        law(_SLUG.fullmatch(slug) is not None, f"the slug {slug!r} is safe in every file system")
        law(len(slug) <= LONGEST and slug[-1] not in ".-", f"the slug {slug!r} is short")
        law(slug_of(f"{slug}.txt") == slug, "a name that is a slug stays as it is")
