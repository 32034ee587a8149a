"""Split with Wikimedia's sentencex, which knows some 300 languages and guesses at the rest.

Only languages without SRX rules are split so. Where there are both, our rules are as good or better on every treebank
of `benchmarks/sentences.py` (Spanish PUD .998, not .985; Estonian papers .998, not .958) but for the pages of the web
that are written in small letters, which the news is not.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from translate import patterns

SPACE = patterns.compile(r"[^\S\x00-\x7f]")
"""White space of more than one byte: sentencex panics at one between a letter and a full stop, as in “Plan B .”."""


def split(text: str, language: str) -> list[str]:
    """Cut a text after each sentence of any language."""
    import sentencex  # Only for languages that have no SRX rules.

    pieces = sentencex.segment(language, SPACE.sub(" ", text))
    return [text[start:end] for start, end in pairwise(accumulate(map(len, pieces), initial=0))]
