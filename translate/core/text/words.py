r"""What a word is: whoever looks for words takes one of these kinds.

A word is a run of characters that nothing parts. Which characters, depends on what the word is wanted for: letters
alone where it is asked which language or alphabet it is of, digits too where texts are compared or looked up, and the
underscore too (``\w``) where a handle or a file's name must not fall apart. A hyphen or an apostrophe between two such
characters parts words where they are counted or looked up, and none where a reader takes them for one.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

from translate import patterns


def _marks() -> str:
    """The signs that stand on letters or between them, such as the vowels of Hindi, as a part of a pattern's class."""
    marks = [code for code in range(0x300, 0x1D00) if unicodedata.category(chr(code)).startswith("M")]
    runs = [[code for _, code in run] for _, run in groupby(enumerate(marks), lambda each: each[1] - each[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


_LETTER = r"[^\W\d_]"
_TIE = "['’-]"

LETTERS = patterns.compile(rf"{_LETTER}+")
"""Letters alone: ``don``, ``t``, ``covid``."""
READING_WORD = patterns.compile(rf"{_LETTER}+(?:{_TIE}{_LETTER}+)*")
"""Letters with what ties them: ``don’t``, ``well-known``, ``covid``. A number is none."""
TOKEN = patterns.compile(r"[^\W_]+")
"""Letters and digits: ``covid``, ``19``; the glossary and the memory look texts up by them."""
MARK = f"[{_marks()}]"
"""A sign that stands on a letter or beside it, as a pattern."""
WORD = patterns.compile(rf"[\w{MARK[1:-1]}]+")
"""The same with underscores and with signs on letters: ``my_name``, ``हिन्दी``."""
TIED_WORD = patterns.compile(rf"\w+(?:{_TIE}\w+)*")
"""The same with what ties them: ``don’t``, ``covid-19``, ``my_name``."""

UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""A letter, as a pattern, of Thai, Lao, Burmese, Khmer, Japanese or Chinese: they put no spaces between words, so that
where texts are compared each letter counts as one."""
GLUING = f"{UNSPACED}|[\uac00-\ud7a3]"
"""A letter, as a pattern, that more words may follow on without a space: of these, or Korean with its particles."""
PARTED_WORD = patterns.compile(rf"(?:(?!{UNSPACED})\w)+(?:{_TIE}(?:(?!{UNSPACED})\w)+)*")
"""What ``TIED_WORD`` is, of letters that need spaces around them, wherever it stands: the ``late`` of ``遅lateい``."""
_HELD = (
    f"{MARK[1:-1]}\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u200c\u200d\u2060\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""What belongs to the character before it, as a part of a pattern's class: signs on it, hyphens and joiners that do not
print, and the colour of an emoji."""
NARROW_WORD = patterns.compile(
    rf"{UNSPACED}[{_HELD}]*"
    rf"|(?!{UNSPACED})\w(?:(?!{UNSPACED})(?:[\w{_HELD}]|(?<=\d)[.,:](?=\d)))*"
    rf"(?:['’](?:(?!{UNSPACED})[\w{_HELD}])+|-\w{{1,3}}(?!\w))*"
)
"""What no tag may stand in: a word with the ending that a hyphen ties to it, but not with another word.

``don’t``, ``URL-id``, ``7.5``; of ``Shift-klahv`` each; a letter with its signs where there are no spaces.
"""
CHARACTER = patterns.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|\S[{_HELD}]*(?:(?<=\u200d)\S[{_HELD}]*)*")
"""What a reader takes for one character, other than a space: a flag, a family, a thumb with its colour."""
NUMBER = r"\d+(?:[.,:]\d+)*"
"""A number, as a pattern, with what parts its digits: ``1,050``, ``19.30``, ``2:1``."""
