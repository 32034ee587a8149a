"""What a page says about itself: its language, the direction of its text, and how it came about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate import patterns
from translate.core.article import Imprint
from translate.documents.disclosure import AI_DISCLOSURE, digital_source_type, schema_org
from translate.documents.html.attributes import BARE, value_of
from translate.documents.html.data import ARTICLE, scripts
from translate.documents.html.fragments import language_of
from translate.documents.html.parsing import Token, What, tokens
from translate.documents.html.walking import Walker

Edit = tuple[int, int, str]
"""What stands from one offset to another in place of what did."""

_LANGUAGES = frozenset({"content-language", "dc.language", "dcterms.language", "language"})
"""The ``<meta>`` that say the language of a page."""
_ARTICLE = patterns.compile(r"(?:\w*Article|\w*BlogPosting)")
_IN_LANGUAGE = patterns.compile(r'"inLanguage"\s*:\s*"([^"\\]*)"')
_SOURCE_TYPE = patterns.compile(r'"digitalSourceType"\s*:\s*"([^"\\]*)"')


def imprinted(html: str, imprint: Imprint) -> str:
    """A page or a fragment that says of itself what an imprint has.

    Language and direction are set where the page has a field for them, and on ``<html>`` in any case; how it came about
    goes to the end of the head of a page that has one.

    Args:
        html: Its text, translated.
        imprint: What it shall say.
    """
    found = [*tokens(html)]
    edits = sorted({*_languages(html, found, imprint), *_metas(html, found, imprint), *_data(html, found, imprint)})
    done, parts = 0, []
    for start, end, new in edits:
        parts += [html[done:start], new]
        done = end
    return "".join([*parts, html[done:]])


def _languages(html: str, found: Sequence[Token], imprint: Imprint) -> Iterator[Edit]:
    """On the elements that are in the language of the page."""
    walker = Walker(html, language_of([*found]))
    for _ in walker.walk(found):
        pass
    root = next((token for token in found if token.what is What.START and token.name == "html"), None)
    body = next((token for token in found if token.what is What.START and token.name == "body"), None)
    tags = {tag.start: tag for tag in (*walker.speaking, root, body) if tag}
    said = [tag.attributes.get("dir", "").lower() for _, tag in sorted(tags.items())]
    direction = next((each for each in said if each in {"ltr", "rtl"}), "")
    for tag in tags.values():
        names = [name for name in ("lang", "xml:lang") if name in tag.attributes]
        if tag is root and not names:
            yield from _set(html, tag, "lang", imprint.language)
        for name in names:
            yield from _set(html, tag, name, imprint.language)
        own = tag.attributes.get("dir", "").lower()
        if own == direction if own else tag is root and imprint.direction == "rtl":
            yield from _set(html, tag, "dir", imprint.direction)


def _metas(html: str, found: Sequence[Token], imprint: Imprint) -> Iterator[Edit]:
    disclosed = {
        "ai-disclosure": AI_DISCLOSURE[imprint.making],
        "digitalsourcetype": digital_source_type(imprint.making),
    }
    missing = {"ai-disclosure": "ai-disclosure", "digitalsourcetype": "digitalSourceType"}
    for token in found:
        if token.what is not What.START or token.name != "meta":
            continue
        attributes = token.attributes
        name = (attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or "").lower()
        if name in disclosed:
            missing.pop(name, None)
            yield from _set(html, token, "content", disclosed[name])
        elif name == "og:locale":
            yield from _set(html, token, "content", imprint.language.replace("-", "_"))
        elif name in _LANGUAGES:
            yield from _set(html, token, "content", imprint.language)
    if missing and (at := _end_of_head(found)) is not None:
        close = " />" if html.lstrip("\ufeff \t\r\n").startswith("<?xml") else ">"
        new = (f'<meta name="{name}" content="{disclosed[key]}"{close}' for key, name in missing.items())
        yield at, at, "".join(f"{each}\n" for each in new)


def _end_of_head(found: Iterable[Token]) -> int | None:
    """Where something can be put at the end of a page's head; None where there is no page."""
    at = None
    for token in found:
        if token.what is What.END and token.name == "head":
            return token.start
        if token.what is What.START and token.name == "body":
            return token.start if at is None else at
        if token.what is What.START and token.name in {"html", "head"}:
            at = token.end
    return at


def _data(html: str, found: Sequence[Token], imprint: Imprint) -> Iterator[Edit]:
    """What a page tells search engines of its article, in JSON."""
    base = language_of([*found])
    for token in scripts(found):
        said = html[token.start : token.end]
        if not _tells_of_an_article(said):
            continue
        for field in _IN_LANGUAGE.finditer(said):
            if not base or re.split("[-_]", field[1].lower())[0] == base:
                yield token.start + field.start(1), token.start + field.end(1), imprint.language
        for field in _SOURCE_TYPE.finditer(said):
            yield token.start + field.start(1), token.start + field.end(1), schema_org(imprint.making)


def _tells_of_an_article(said: str) -> bool:
    try:
        told = json.loads(said)
    except (ValueError, RecursionError):
        return False
    within = told.get("@graph", told) if isinstance(told, Mapping) else told
    for one in within if isinstance(within, list) else [within]:
        kinds = one.get("@type") if isinstance(one, Mapping) else None
        if any(
            isinstance(kind, str) and ARTICLE.fullmatch(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            return True
    return False


def _set(html: str, tag: Token, name: str, value: str) -> Iterator[Edit]:
    """An attribute with another value, or one that is added."""
    if name not in tag.attributes:
        at = tag.start + 1 + len(tag.name)
        yield at, at, f' {name}="{value}"'
    elif found := value_of(html, tag, name):
        yield found.start, found.end, f'"{value}"' if found.quote == BARE else value
