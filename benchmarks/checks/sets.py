"""Read texts with their human translations: what the checks are measured on.

A set is a TSV file: its first line names the columns ``document``, ``en`` and a locale for each other one; every other
line is a sentence. ``../shared/eval/news`` is not in this repository, and nothing of it is copied; ``sample`` are the
500 held-out lines of the sample package, which come from software.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
NEWS = HERE.parents[2] / "shared/eval/news/news.tsv"
SAMPLE = "sample"
_HELD_OUT = HERE.parents[1] / "tests/data/sample-model"
_ARTICLE = 10
"""Lines of the sample that are taken for one article."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence with its translation."""

    number: int
    """Its place in the set, from one."""
    document: str
    first: bool
    """Whether it is the first of its document, which is taken for a headline."""
    source: str
    target: str


def read_set(name: str) -> dict[str, list[Text]]:
    """The texts of a set by locale, in order.

    Args:
        name: ``sample``, or the path of a TSV file.

    Raises:
        SystemExit: The file is not as this page says.
    """
    if name == SAMPLE:
        sources, targets = ((_HELD_OUT / f"heldout.{code}").read_text("utf-8").splitlines() for code in ("en", "et"))
        rows = [[f"lines-{at // _ARTICLE}", *pair] for at, pair in enumerate(zip(sources, targets, strict=True))]
        return {"et": _texts(rows, 2, headlines=False)}
    # Not splitlines(): a translation may have whatever Python takes for the end of a line.
    lines = Path(name).read_bytes().decode("utf-8").split("\n")
    head, *rows = [line.rstrip("\r").split("\t") for line in lines if line]
    if head[:2] != ["document", "en"] or any(len(row) != len(head) for row in rows):
        raise SystemExit(f"{name}: the columns must be document, en and locales, and every line must have all of them")
    return {locale: _texts(rows, at, headlines=True) for at, locale in enumerate(head) if at > 1}


def _texts(rows: list[list[str]], column: int, *, headlines: bool) -> list[Text]:
    texts, before = [], ""
    for number, row in enumerate(rows, 1):
        texts.append(Text(number, row[0], headlines and row[0] != before, row[1].strip(), row[column].strip()))
        before = row[0]
    return texts
