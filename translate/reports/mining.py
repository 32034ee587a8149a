"""What articles have and the glossary lacks → lines for people, rows for a glossary file, an object for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from translate.core.mining.candidates import Candidate, Mention
from translate.core.mining.examples import excerpt
from translate.core.text import separated
from translate.core.text.showing import JOINERS, in_a_line
from translate.reports.counting import count
from translate.reports.csvfile import harmless

WIDTH = 80
EXAMPLES = 3
_INDENT = "    "
_MOST_RENDERINGS = 4


def text_lines(found: Sequence[Candidate], limit: int, *, more: bool = False, closing: bool = True) -> Iterator[str]:
    """The candidates with where they stand and what the drafts have, and what there is besides.

    Args:
        found: All of them, the likeliest first.
        limit: So many are shown.
        more: Whether to show several examples of each.
        closing: Whether to say how many there are.
    """
    for one in found[:limit]:
        yield _head(one)
        for mention in examples(one)[: EXAMPLES if more else 1]:
            yield f"{_INDENT}{mention.passage.article}:{mention.passage.line}:"
            yield f"{_INDENT}{excerpt(mention, WIDTH - len(_INDENT))}"
        yield from (f"{_INDENT}{told}" for told in _renderings(one))
    if closing:
        yield _closing(len(found), limit)


def _head(one: Candidate) -> str:
    others = ", ".join((*one.others, *one.spellings))
    also = f" (also {others})" if others else ""
    kind = f", {one.kind.value}" if one.kind.value else ""
    return f"{one.source}{also}{kind}: {count(one.times, 'text')} of {count(one.articles, 'article')}"


def _renderings(one: Candidate) -> Iterator[str]:
    for locale in dict.fromkeys(each.locale for each in one.renderings):
        own = [each for each in one.renderings if each.locale == locale]
        told = ", ".join(f"{each.text} {each.times}" for each in own[:_MOST_RENDERINGS])
        yield f"{locale}: {told}{' …' if len(own) > _MOST_RENDERINGS else ''}"
    if one.changed:
        yield f"changed in {one.changed} of {count(one.drafts, 'draft')}"


def _closing(there: int, limit: int) -> str:
    if not there:
        return "The articles have no name, title or acronym that the glossary does not know."
    names = count(there, "name")
    shown = f"That is all: {names}." if there <= limit else f"{limit} of {names}; --limit shows more."
    return f"{shown} With --csv they are rows to paste into the glossary."


def examples(one: Candidate) -> list[Mention]:
    """Where to see a candidate: by its longest name first, in as many articles as can be."""
    whole = [mention for mention in one.mentions if mention.text == max((one.source, *one.others), key=len)]
    apart = {mention.passage.article: mention for mention in reversed((*whole, *one.mentions))}
    first = list(dict.fromkeys([*whole[:1], *reversed(apart.values()), *one.mentions]))
    return first[:EXAMPLES]


def csv_lines(found: Sequence[Candidate], columns: Sequence[str], delimiter: str) -> Iterator[str]:
    """The candidates as rows of a glossary file, ready to paste below its last one; people fill in the targets.

    Args:
        found: The candidates.
        columns: Of the file, in small letters.
        delimiter: What separates its cells.
    """
    for one in found:
        cells = {"kind": one.kind.value, "variants": "; ".join(one.spellings), "note": _note(one, one.source)}
        yield _row({"source": one.source, **cells}, columns, delimiter)
        for other in one.others:
            yield _row({"source": other, "note": _note(one, other)}, columns, delimiter)


def _note(one: Candidate, name: str) -> str:
    times = Counter(mention.text for mention in one.mentions)[name]
    mentions = times if one.others else len(one.mentions)
    drafts = (f"{text} in drafts of {locale}" for locale, text in sorted(_commonest(one, name).items()))
    return "; ".join((count(mentions, "mention"), *drafts))


def _commonest(one: Candidate, name: str) -> dict[str, str]:
    """What most drafts of each locale have for a name, be it the full one or a part of it."""
    found: dict[str, str] = {}
    words = len(name.split())
    for each in sorted(one.renderings, key=lambda each: len(each.text.split()) != words):  # Else in their order.
        found.setdefault(each.locale, each.text)
    return found


def _row(cells: dict[str, str], columns: Sequence[str], delimiter: str) -> str:
    texts = (harmless(in_a_line(cells.get(name, ""), spare=JOINERS)) for name in columns)
    return delimiter.join(separated.quoted(text, delimiter, always=False) for text in texts)


def mined_object(found: Sequence[Candidate], *, locales: Sequence[str], articles: int, there: int) -> dict[str, Any]:
    """The report of ``newsdesk glossary suggest-terms --json``; keys are only ever added to it.

    Args:
        found: The candidates that are told.
        locales: Those whose glossaries and drafts were looked at.
        articles: How many articles were read.
        there: How many candidates there are.
    """
    return {
        "locales": list(locales),
        "articles": articles,
        "there": there,
        "candidates": [
            {
                "source": one.source,
                "kind": one.kind.value,
                "variants": [*one.others, *one.spellings],
                "rows": [one.source, *one.others],
                "texts": one.times,
                "articles": one.articles,
                "score": round(one.score, 3),
                "drafts": one.drafts,
                "changed": one.changed,
                "renderings": [
                    {"locale": each.locale, "text": each.text, "times": each.times} for each in one.renderings
                ],
                "examples": [
                    {"path": each.passage.article, "line": each.passage.line, "text": excerpt(each, WIDTH)}
                    for each in examples(one)
                ],
            }
            for one in found
        ],
    }
