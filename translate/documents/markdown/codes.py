"""What the generator of a site puts something else in the place of: shortcodes of Hugo, Liquid, attributes in braces.

Markdown knows nothing of them. They are shown to whoever reads it as letters that nobody has in an article, as many, so
that every place stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate import patterns
from translate.core.article import Kind, Part, Tag
from translate.core.text.tags import Side
from translate.documents.inline import Item, Mark, Run
from translate.documents.layout import Piece

FORM = "code"
"""How the coding of a value within one begins, before its quotation mark."""

_FIRST, _REST = "\U000f0000", "\U000f0001"
_MASK = patterns.compile(f"{_FIRST}{_REST}+")
_IN_HTML = patterns.compile(f"<x{_REST}+>")
_INSIDE = r"(?:[^{}`\r\n]|(?:\r\n|\r|\n)(?![ \t]*(?:[\r\n]|\Z)))*"
_CODE = patterns.compile(
    rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}"  # {{< youtube x >}}, {{ page.title }}, {% include x %}
    r"|\{(?=[:#.][^\s}])[^{}`\r\n]+\}|\{:[ ][^{}`\r\n]+\}"  # Of Kramdown and Pandoc: {#id}, {: .class}
    r"|^[ \t]*:::+[^\r\n]*"  # Where a block of Docusaurus or Pandoc begins and ends.
    r"|\$\$(?:[^$\r\n]|(?:\r\n|\r|\n)(?![ \t]*(?:[\r\n]|\Z)))+\$\$"
    # Of MDX: what a page imports, and a tag with braces.
    r"|^import[ ](?:\w+|\*[ ]as[ ]\w+|\{[^{}\r\n]*\})(?:,[ ]?\{[^{}\r\n]*\})?[ ]from"
    r"[ ](?:'[^'\r\n]+'|\"[^\"\r\n]+\");?(?=[ \t]*$)"
    r"|^</?[A-Z][\w.]*(?=[^\r\n{<>]*\{)[^<>\r\n`]*>(?=[ \t]*$)"
    r"|^\[(?:TOC|\[_TOC_\])\](?=[ \t]*$)",
    re.MULTILINE,
)
_NAME = patterns.compile(r"\{[{%][<%-]?[ \t]*/?[ \t]*(?P<name>[A-Za-z]*)")
_UNREAD = patterns.compile(r"\{[{%][<%-]?[ \t]*(?P<name>comment|gist|highlight|math|mermaid)\b(?![^{}]*/[>%]?\}\}?$)")
"""What stands between these and their ends is code, or is seen by nobody."""
_SHORTCODE = patterns.compile(r"\{\{[<%]|\{%")
_VALUE = patterns.compile(
    r"""(?<![\w-])(?P<name>alt|caption|title)[ \t]*=[ \t]*(?:"(?P<double>[^"\\]*)"|'(?P<single>[^'\\]*)')"""
)
_KINDS = {"alt": Kind.IMAGE, "caption": Kind.CAPTION, "title": Kind.LABEL}
_QUOTES = {"double": '"', "single": "'"}


def masked(text: str, begin: int = 0) -> str:
    """A text with as many letters in the place of each that is behind an offset."""
    if _FIRST in text or _REST in text:
        return text
    return text[:begin] + "".join(_masked(text[begin:]))


def _masked(text: str) -> Iterator[str]:
    done = 0
    open_ended: set[str] = set()
    while found := _CODE.search(text, done):
        end = found.end()
        unread = _UNREAD.match(found[0])
        if unread and unread["name"] not in open_ended:
            ending = re.compile(rf"\{{[{{%][<%-]?[ \t]*(?:end|/[ \t]*){unread['name']}\b[^{{}}]*\}}+")
            if last := ending.search(text, end):
                end = last.end()
            else:
                open_ended.add(unread["name"])
        yield text[done : found.start()]
        yield _FIRST + _REST * (end - found.start() - 1)
        done = end
    yield text[done:]


def parted(items: Sequence[Item], text: str) -> Iterator[Item]:
    """The items of a masked text, where each that is masked is a point.

    Args:
        items: Made of the masked text.
        text: The text itself.
    """
    for item in items:
        if isinstance(item, Mark):
            yield replace(item, original=text[item.start : item.end])
            continue
        done = 0
        for found in _MASK.finditer(item.text):
            if text[item.start + found.start()] == _FIRST:
                continue  # The file has it.
            if done < found.start():
                yield Run(item.start + done, item.start + found.start(), item.text[done : found.start()])
            yield _point(item.start + found.start(), text[item.start + found.start() : item.start + found.end()])
            done = found.end()
        if done < len(item.text) or not done:
            yield Run(item.start + done, item.end, item.text[done:])


def _point(start: int, original: str) -> Mark:
    named = _NAME.match(original)
    name = named["name"] if named else ""
    is_value = original.startswith("{{") and not _SHORTCODE.match(original)
    return Mark(start, start + len(original), "x" if is_value else name, Side.VOID, original, word=is_value)


def as_html(text: str) -> str:
    """A masked text with elements in the place of what is masked, for whoever reads HTML."""
    return _MASK.sub(lambda found: f"<x{_REST * (len(found[0]) - 3)}>", text)


def in_html(piece: Piece, masked_html: str, html: str) -> Piece:
    """A piece of such a text, with what it has in truth.

    Args:
        piece: What was found.
        masked_html: As `as_html` gave it.
        html: The text itself.
    """
    hidden = [html[slice(*found.span())] for found in _IN_HTML.finditer(masked_html, piece.start, piece.end)]
    if not hidden:
        return piece
    following = iter(hidden)

    def shown(text: str) -> str:
        return _IN_HTML.sub(lambda _: next(following), text)

    parts: list[Part] = [
        replace(part, original=shown(part.original)) if isinstance(part, Tag) else shown(part) for part in piece.parts
    ]
    return replace(piece, parts=tuple(parts))


def values(text: str, start: int, end: int) -> Iterator[Piece]:
    """What a reader sees of a shortcode: the caption of a figure, and the like.

    Args:
        text: All of the file's.
        start: Where the shortcode stands in it.
        end: Where it ends.
    """
    if not _SHORTCODE.match(text, start, end):
        return
    for found in _VALUE.finditer(text, start, end):
        group = "double" if found["double"] is not None else "single"
        said = " ".join(found[group].split())
        if any(map(str.isalnum, said)) and found[group].strip() == found[group]:
            first, last = found.span(group)
            yield Piece(first, last, _KINDS[found["name"]], (said,), f"{FORM}:{_QUOTES[group]}")


def spelt(quote: str, text: str) -> str:
    """How a shortcode has a text between quotation marks: as the other mark, which no generator takes for an end."""
    return text.replace("\\", "/").replace(quote, "”" if quote == '"' else "’")
