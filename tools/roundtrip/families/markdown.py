"""Markdown: the pages and READMEs of many projects; the parser's own rendering is the second road."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tools.roundtrip.family import Family, Read
from tools.roundtrip.fetching import Source, debian, sdists
from translate.core.article import Document
from translate.documents.layout import Sheet
from translate.documents.markdown import frontmatter
from translate.documents.markdown.format import Markdown
from translate.documents.markdown.parsing import DEEPEST

_ADDED = "Zq7 "
"""What the texts are given that are written: no file has it."""
_CODES = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[:#.][^{}\s][^{}]*\}|^\[TOC\]$", re.MULTILINE)
"""What is for the generator of a site, and no text."""
_LETTERS = re.compile(r"[^\W\d_]")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(deflist_plugin)


def _body(text: str) -> str:
    return text[frontmatter.read(Sheet("", text)).end :]


def _rendered(text: str) -> str:
    """What a reader gets to see of a file, and its tags, without white space."""
    return re.sub(r"\s+", "", html.unescape(_parser().render(_body(text))))


def _visible(tokens: Sequence[Token]) -> Iterator[str]:
    auto = False
    for token in tokens:
        if token.info == "auto":
            auto = token.nesting > 0
        elif token.type in {"text", "text_special"} and not auto:
            yield token.content
        elif token.type == "image" and token.children:
            yield from _visible(token.children)


def _letters(texts: Iterator[str]) -> str:
    return "".join(_LETTERS.findall("".join(texts)))


def _read_by_the_parser(text: str) -> str:
    """All letters that the parser takes for text, in order."""
    parser = _parser()
    parser.disable("footnote_tail")
    tokens = parser.parse(_CODES.sub("", _body(text)))
    parser.enable("footnote_tail")
    inline = (token for token in tokens if token.type == "inline")
    return _letters(word for token in inline for word in _visible(token.children or []))


def _read_by_us(document: Document) -> str:
    ours = (s for s in document.segments if not s.coding.startswith((frontmatter.FORM, "html")))
    return _letters(part for segment in ours for part in segment.parts if isinstance(part, str))


def second(read: Read, data: bytes) -> str:
    """What the parser's own rendering says against what was read, and against what is written with other texts."""
    if not isinstance(read, Document):
        return "is no document"
    text = data.decode()
    if re.sub("x", "", _read_by_the_parser(text)) != re.sub(
        "x", "", _read_by_us(read)
    ):  # A task that is done is no text.
        return "the parser sees other text"
    written = Markdown().write(read, [_ADDED + segment.text for segment in read.segments]).decode()
    if written.count(_ADDED) != len(read.segments):
        return "not every text was written"
    if _rendered(written).replace(_ADDED.strip(), "") != _rendered(text):
        return "with other texts the file is rendered otherwise"
    return ""


FAMILY = Family(
    "markdown",
    lambda: (Markdown(),),
    [
        *debian("docker-doc", "golang-github-containers-common-dev", "golang-github-docker-docker-dev"),
        *debian("golang-google-grpc-dev", "node-babel7", "node-undici", "npm", "rust-src"),
        *sdists("fastapi", "mkdocs"),
    ],
    (".md", ".markdown"),
    second,
    sample=Source("sdist", "fastapi"),
)
