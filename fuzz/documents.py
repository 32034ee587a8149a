"""Articles: whatever is read is written back byte for byte."""

from __future__ import annotations

import os
import re

from fuzz.laws import law
from translate.core.entries.template import template
from translate.documents.plaintext import PlainText
from translate.documents.slugs import LONGEST, choices, slug_of
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
