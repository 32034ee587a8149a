"""What each paragraph of a plain text is in its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate import patterns
from translate.core.article import Kind
from translate.documents.text.paragraphs import Paragraph
from translate.documents.text.signs import END, SEPARATOR, byline, follows, known_label, label, marker

_BYLINES = 5
"""So many paragraphs from the headline who wrote it may stand: a wire tells its editors something before that."""
_LONGEST_SUBHEAD = 60
_LONGEST_HEADLINE = 200
_ENDED = patterns.compile(r"[.!?…:;,]\W*$|[\"”’»']$")


def kinds_of(paragraphs: Sequence[Paragraph]) -> list[Kind | None]:
    """What each paragraph is; None for one that only parts some.

    Args:
        paragraphs: All of an article.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    kinds = [None if SEPARATOR.fullmatch(text) else Kind.PARAGRAPH for text in texts]
    seen = [index for index, kind in enumerate(kinds) if kind]
    if not seen:
        return kinds
    head = _headline(texts, seen)
    kinds[head] = Kind.HEADLINE
    _end(texts, kinds, head, seen)
    for index in [*seen[: seen.index(head)], *seen[seen.index(head) + 1 :][:_BYLINES]]:
        if kinds[index] is Kind.PARAGRAPH and byline(texts[index]):
            kinds[index] = Kind.BYLINE
    for index in _items(texts, kinds):
        kinds[index] = Kind.ITEM
    for index in list(_subheads(paragraphs, kinds)):
        kinds[index] = Kind.SUBHEAD
    return kinds


def _headline(texts: Sequence[str], seen: Sequence[int]) -> int:
    """Which one is the headline: the first, or the second where the first evidently says who wrote it."""
    if len(seen) > 1 and byline(texts[seen[0]]):
        second = texts[seen[1]]
        if len(second) <= _LONGEST_HEADLINE and not second.endswith("."):
            return seen[1]
    return seen[0]


def _end(texts: Sequence[str], kinds: list[Kind | None], head: int, seen: Sequence[int]) -> None:
    """Tell the end block, which the last separator starts; without one, the last lines are credits if known."""
    separators = [i for i, text in enumerate(texts) if END.fullmatch(text) and head < i < seen[-1]]
    for index in reversed(seen[seen.index(head) + 1 :]):
        told = label(texts[index])
        if separators and index > separators[-1]:
            kinds[index] = Kind.CREDIT if told else Kind.FOOTER
        elif not separators and known_label(told):
            kinds[index] = Kind.CREDIT
        else:
            break


def _items(texts: Sequence[str], kinds: Sequence[Kind | None]) -> Iterator[int]:
    """The items of lists, of which each has another one beside it."""
    marks = [marker(text) if kind is Kind.PARAGRAPH else "" for text, kind in zip(texts, kinds, strict=True)]
    pairs = [follows(mark, after) for mark, after in pairwise(["", *marks, ""])]
    return (index for index, beside in enumerate(pairwise(pairs)) if any(beside))


def _subheads(paragraphs: Sequence[Paragraph], kinds: Sequence[Kind | None]) -> Iterator[int]:
    """Short lines that stand alone between paragraphs that are longer, or are in capitals."""
    for index, (before, here, after) in enumerate(zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False), 1):
        kind_before, kind, kind_after = kinds[index - 1 : index + 2]
        if kind is not Kind.PARAGRAPH or kind_after is not Kind.PARAGRAPH or kind_before is Kind.HEADLINE:
            continue
        text = here.text
        if len(here.lines) > 1 or len(text) > _LONGEST_SUBHEAD or _ENDED.search(text):
            continue
        alone = here.lines[0].apart and after.lines[0].apart
        longer = kind_before is Kind.PARAGRAPH and all(
            len(beside.text) > 2 * len(text) and _ENDED.search(beside.text) for beside in (before, after)
        )
        if (alone and longer) or (text.isupper() and " " in text and not after.text.isupper()):
            yield index
