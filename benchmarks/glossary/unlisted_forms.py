"""Measure how well forms are known that a glossary of two columns does not list.

    PYTHONPATH=. python benchmarks/glossary/unlisted_forms.py ../shared/eval/terms/e1-mined.json --wrong

As ``false_flags.py`` does, but every row of the set is cut down to its source, its spellings and its target: what
stands in a professional translation in another of the accepted forms has to be told as ``term-unlisted-form``. Then all
accepted forms are cut out, and what is still told is no form of the term. Whoever changes a rule looks at the half
``design`` alone. Nothing of the set is copied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from false_flags import HALVES, Share, any_of, check, forms, half_of, mentions, wished

LISTED_NOWHERE = ("info", "term-unlisted-form")


@dataclass(slots=True)
class Counted:
    """What was found in one half."""

    inflected: int = 0
    """Terms that stand in a text in other forms than the base form."""
    unknown: list[tuple[str, str]] = field(default_factory=list)
    """Those among them that are not told, each with the text."""
    cut: int = 0
    """Terms of which no form stands in a text."""
    mistaken: list[tuple[str, str]] = field(default_factory=list)
    """Those among them of which a form is told."""


def standing(words: Sequence[str]) -> re.Pattern[str]:
    """Where one of some words stands, with any capitals, also as the last part of a compound."""
    return re.compile(rf"(?<!\w)(?:\w*[^\W\d_]{{3}}-?)?{any_of(words)}(?!\w)", re.IGNORECASE)


def measure(
    newsdesk: Sequence[str], rows: Sequence[dict[str, str]], pairs: Sequence[tuple[str, str]]
) -> dict[str, Counted]:
    """Count the forms that are known, and the words that are taken for one, in each half."""
    bare = [{**row, "forms": ""} for row in rows]
    any_form = {row["source"]: standing(forms(row)) for row in rows}
    base_form = {row["source"]: standing([row["target"]]) for row in rows}
    told = check(newsdesk, bare, pairs)
    asked = {source: mentions(rows, source) for source, _ in pairs}
    counts = {half: Counted() for half in HALVES}
    cut: list[tuple[str, str]] = []
    for source, target in pairs:
        counted, without = counts[half_of(source)], target
        for term in asked[source]:
            if any_form[term].search(target) and not base_form[term].search(target):
                counted.inflected += 1
                if (source, term, *LISTED_NOWHERE) not in told:
                    counted.unknown.append((term, target))
            without = any_form[term].sub(" ", without)
        cut.append((source, " ".join(without.split()) or "–"))
    told = check(newsdesk, bare, cut)
    for source, without in cut:
        counted = counts[half_of(source)]
        counted.cut += len(asked[source])
        wrong = (term for term in asked[source] if (source, term, *LISTED_NOWHERE) in told)
        counted.mistaken += [(term, without) for term in wrong]
    return counts


def main() -> None:
    """Print the shares of both halves."""
    asked = wished(__doc__)
    if asked is None:
        return
    counts = measure(asked.newsdesk, asked.rows, asked.pairs)
    for half, counted in counts.items():
        print(half)
        print(f"  forms that are known          {Share(counted.inflected - len(counted.unknown), counted.inflected)}")
        print(f"  other words taken for a form  {Share(len(counted.mistaken), counted.cut)}")
    if asked.wrong:
        for term, text in (*counts["design"].unknown, *counts["design"].mistaken):
            print(f"  {term} | {text}")


if __name__ == "__main__":
    main()
