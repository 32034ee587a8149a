"""How well wrapped copy is recognised: real articles, wrapped at several widths, and as they are.

    python benchmarks/wrapping.py ../shared/eval/news/news.tsv

The table has a paragraph a line: the article's name, then the text in one language or more, which is the first.
"""

import csv
import itertools
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.core.article import Kind
from translate.documents.plaintext import PlainText

WIDTHS = (60, 65, 72, 80)
BYLINE = "By Jane Doe, Reuters"
DATELINE = "TALLINN, Feb 20 (Reuters) - "


def articles(table: Path, column: int = 1) -> Iterator[list[str]]:
    """The paragraphs of each article, in the language of a column."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    for _, group in itertools.groupby(rows, lambda row: row[0]):
        yield [" ".join(row[column].split()) for row in group]


def wired(paragraphs: Sequence[str]) -> list[str]:
    """An article as a wire has it, with who wrote it, where and when."""
    head, first, *rest = paragraphs
    return [head, BYLINE, DATELINE + first, *rest]


def wrapped(paragraphs: Sequence[str], width: int, *, blank: bool) -> str:
    """An article in lines of a width, its paragraphs parted by blank lines, or begun with an indent."""
    indent = "" if blank else "    "
    parts = [textwrap.fill(text, width, initial_indent=indent if n else "") for n, text in enumerate(paragraphs)]
    return ("\n\n" if blank else "\n").join(parts) + "\n"


def read(text: str) -> list[tuple[Kind, str]]:
    """What is read in a file, with the numbers of lists put back, which are no texts."""
    document = PlainText().read(text.encode(), "story.txt")
    marks = [before[before.rfind("\n") + 1 :].lstrip() for before in document.frame]
    return [(s.kind, mark * (s.kind is Kind.ITEM) + s.text) for s, mark in zip(document.segments, marks, strict=False)]


def found(paragraphs: Sequence[str], text: str) -> int:
    """How many paragraphs are read as they are."""
    there = {own for _, own in read(text)}
    return sum(own in there for own in paragraphs)


def main() -> None:
    """Print a row for each way to wrap."""
    all_articles = [wired(article) for article in articles(Path(sys.argv[1])) if len(article) > 1]
    total = sum(map(len, all_articles))
    print(f"{len(all_articles)} articles, {total} paragraphs")
    for width, blank in itertools.product(WIDTHS, (True, False)):
        right = sum(found(article, wrapped(article, width, blank=blank)) for article in all_articles)
        print(f"{width} columns, {'blank lines' if blank else 'indents    '}: {right / total:.2%} found")
    for name, gap in (("a line each", "\n"), ("a line each and blank lines", "\n\n")):
        right = sum([own for _, own in read(gap.join(article))] == article for article in all_articles)
        print(f"{name}: {right} of {len(all_articles)} articles as they are")


if __name__ == "__main__":
    main()
