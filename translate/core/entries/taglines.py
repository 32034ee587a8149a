"""The ``#. `` lines of a draft that tell which of its tags somebody should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.core.placing.placed import Doubt, TagDoubt
from translate.core.text.showing import in_a_line
from translate.core.text.tags import TAG
from translate.values import dataclass

_MOST = 5
"""So many tags of an entry are told of one by one."""
_SHOWN = 60
"""Characters of the words that a tag is around."""
_LINES = (
    (Doubt.NO_WORDS, "Tags: the draft has no words for “{words}” in {tag}; see what it left out"),
    (Doubt.UNSURE, "Tags: {tag} may belong elsewhere; see which words say “{words}”"),
    (Doubt.UNSURE, "Tags: {tag} may belong elsewhere; see where"),
    (Doubt.EMPTY, "Tags: {tag} is around no words; see which say “{words}”"),
)
_PATTERNS = tuple(
    (
        doubt,
        re.compile(
            re.escape(line).replace(r"\{tag\}", f"(?P<tag>{TAG.pattern})").replace(r"\{words\}", "(?P<words>.+)"),
            re.DOTALL,
        ),
    )
    for doubt, line in _LINES
)


@dataclass(frozen=True, slots=True)
class DoubtfulTag:
    """A tag of a draft that somebody should look at: ``Tags: <a1> may belong elsewhere; see which words say “…”``.

    ``Tags: the draft has no words for “Data Range” in <em1>; see what it left out``,
    ``Tags: <a1> is around no words; see which say “on Tuesday”``.
    """

    doubt: Doubt
    """`Doubt.UNSURE` where there are no words to tell of, but at most a mark."""
    tag: str
    words: str = ""
    """Those of the source that it is around, in one line; of many only the first."""

    @classmethod
    def of(cls, doubt: TagDoubt) -> DoubtfulTag:
        """What is told of a tag, in one line."""
        words = in_a_line(" ".join(doubt.words.split())) if any(map(str.isalnum, doubt.words)) else ""
        shown = f"{words[:_SHOWN].rstrip()}…" if len(words) > _SHOWN else words
        return cls(doubt.doubt if shown else Doubt.UNSURE, doubt.tag, shown)

    @classmethod
    def parse(cls, line: str) -> DoubtfulTag | None:
        """The tag that a line tells of, None where it tells of something else."""
        for doubt, pattern in _PATTERNS if line.startswith("Tags: ") else ():
            if found := pattern.fullmatch(line):
                told = found.groupdict()
                return cls(doubt, told["tag"], told.get("words", ""))
        return None

    def __str__(self) -> str:
        line = next(line for doubt, line in _LINES if doubt is self.doubt and bool(self.words) is ("{words}" in line))
        return line.format(tag=self.tag, words=self.words)


@dataclass(frozen=True, slots=True)
class MoreDoubtfulTags:
    """That there are more such tags than are told of one by one: ``Tags: 3 more to look at``."""

    number: int

    @classmethod
    def parse(cls, line: str) -> MoreDoubtfulTags | None:
        """How many more a line tells of, None where it tells of something else."""
        found = re.fullmatch(r"Tags: ([1-9][0-9]{0,8}) more to look at", line)
        return cls(int(found[1])) if found else None

    def __str__(self) -> str:
        return f"Tags: {self.number} more to look at"


def tag_lines(doubts: Sequence[TagDoubt]) -> Iterator[DoubtfulTag | MoreDoubtfulTags]:
    """What is told of the tags of a draft.

    Args:
        doubts: In the order of the source.

    Returns:
        A line for each, those that the draft has no words for before the others; what is too much is told as a number.
    """
    ordered = sorted(doubts, key=lambda one: one.doubt is not Doubt.NO_WORDS)
    told = tuple(dict.fromkeys(map(DoubtfulTag.of, ordered)))
    yield from told[:_MOST]
    if len(told) > _MOST:
        yield MoreDoubtfulTags(len(told) - _MOST)
