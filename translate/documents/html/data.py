"""What a page tells search engines of its article in JSON (schema.org), where that is for readers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from translate import patterns
from translate.core.article import Kind
from translate.documents.html.parsing import Token, What
from translate.documents.inline import piece_of
from translate.documents.jsonvalues import Many, Pairs, Text, Value, decoded, value_of
from translate.documents.layout import Piece, Sheet
from translate.errors import DocumentError

FORM = "json"
"""The coding of a text in it."""
ARTICLE = patterns.compile(r"(?:\w*Article|\w*BlogPosting)")
_READ = frozenset({"alternativeHeadline", "description", "headline"})


def scripts(found: Sequence[Token]) -> Iterator[Token]:
    """The texts of a page's scripts that are JSON of schema.org."""
    for tag, token in pairwise(found):
        is_script = tag.name == "script" and tag.what is What.START and token.what is What.TEXT
        if is_script and tag.attributes.get("type", "").strip().lower() == "application/ld+json":
            yield token


def pieces(html: str, found: Sequence[Token], language: str) -> Iterator[Piece]:
    """The headline and the description of an article that is in the language of the page.

    Args:
        html: The text of the page.
        found: Its tokens.
        language: The page's, without its region; empty where it does not say.
    """
    for token in scripts(found):
        sheet = Sheet("", html[token.start : token.end])
        try:
            articles = [*_articles(sheet, value_of(sheet))]
        except DocumentError:
            continue
        for article in articles:
            spoken = re.split("[-_]", _said(sheet, article.last("inLanguage")).lower())[0]
            if not language or not spoken or spoken == language:
                yield from _texts(sheet, article, token.start)


def spelt(text: str) -> str:
    """How a script has a text between quotation marks."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("<", r"\u003c")


def _articles(sheet: Sheet, root: Value) -> Iterator[Pairs]:
    within = (root.last("@graph") or root) if isinstance(root, Pairs) else root
    for one in within.items if isinstance(within, Many) else [within]:
        if isinstance(one, Pairs):
            kinds = one.last("@type")
            told = kinds.items if isinstance(kinds, Many) else [kinds]
            if any(ARTICLE.fullmatch(_said(sheet, kind)) for kind in told):
                yield one


def _said(sheet: Sheet, value: Value | None) -> str:
    try:
        return decoded(sheet, value).text if isinstance(value, Text) else ""
    except DocumentError:
        return ""


def _texts(sheet: Sheet, article: Pairs, at: int) -> Iterator[Piece]:
    for member in article.members:
        if member.key not in _READ or not isinstance(member.value, Text):
            continue
        try:
            said = decoded(sheet, member.value)
        except DocumentError:
            continue
        if any(map(str.isalnum, said.text)):
            runs = [*said.runs(0, len(said.text))]
            if piece := piece_of(Kind.SUMMARY, runs, FORM):
                yield replace(piece, start=piece.start + at, end=piece.end + at)
