r"""Apertium's stream format: words with what is known of them, and what stands between them.

The format (https://wiki.apertium.org/wiki/Apertium_stream_format) in short: a backslash stands before a special
character; ``^experts/expert<n><pl>$`` is a lexical unit, here with one reading; ``[...]`` is a blank that goes through
every stage untouched, and ``[[...]]^...$[[/]]`` ties such a note to a word, so that it moves along with the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from translate import patterns
from translate.values import dataclass

END = "[].[]"
"""Closes a text and is taken off again: at the end of its input lt-proc forgets what could still become a longer word,
and a full stop behind a blank is no part of any word."""

UNIT = r"\^(?:[^$\\]|\\.)*\$"
"""A lexical unit, as a pattern."""

_SPECIAL = patterns.compile(r"[\[\]{}$/\\@<>]")
_PART = patterns.compile(r"\^(?P<unit>(?:[^$\\]|\\.)*)\$|\[\[?(?:[^\[\]\\]|\\.)*\]\]?|(?:[^\[^\\]|\\.)+|.", re.DOTALL)
_SLASH = patterns.compile(r"((?:[^/\\]|\\.)*)(?:/|$)", re.DOTALL)
_READING = patterns.compile(r"((?:[^<\\]|\\.)*)((?:<[^<>]*>)*)(.*)", re.DOTALL)
_ESCAPED = patterns.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word is: its lemma, with backslashes as the stream has them, and its tags."""

    lemma: str
    tags: tuple[str, ...] = ()
    rest: str = ""
    """What follows, as ``+lo<prn><enc>`` does in ``dar<vblex><inf>+lo<prn><enc>``."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one, such as ``expert<n><pl>``."""
        found = _READING.fullmatch(text)
        if found is None:
            return cls(text)
        return cls(found[1], tuple(found[2][1:-1].split("><")) if found[2] else (), found[3])

    @property
    def known(self) -> bool:
        """Whether a dictionary knows it."""
        return bool(self.tags) and self.lemma[:1] not in {"*", "@", "#"}

    def __str__(self) -> str:
        return f"{self.lemma}{''.join(f'<{tag}>' for tag in self.tags)}{self.rest}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A lexical unit: a word of the text with its readings; or one reading, with its translations behind it."""

    parts: tuple[str, ...]
    """What stands between the slashes."""

    @classmethod
    def of(cls, *parts: Reading | str) -> Unit:
        """Make one."""
        return cls(tuple(map(str, parts)))

    @property
    def first(self) -> Reading:
        """What stands first, as a reading."""
        return Reading.parse(self.parts[0])

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What stands behind the first slash."""
        return tuple(map(Reading.parse, self.parts[1:]))

    def __str__(self) -> str:
        return f"^{'/'.join(self.parts)}$"


Part = Unit | str
"""A lexical unit, or what stands between two of them: white space, blanks, notes, and letters without a reading."""


def parse(text: str) -> list[Part]:
    """Cut a stream into its parts, which together are the same again.

    Adjacent blanks and letters are parts of their own, so that nobody has to look into one.
    """
    return [
        Unit(tuple(_sides(found["unit"]))) if found["unit"] is not None else found[0] for found in _PART.finditer(text)
    ]


def _sides(unit: str) -> Iterable[str]:
    return _cut(unit) if "\\" in unit else unit.split("/")


def _cut(unit: str) -> Iterator[str]:
    """The parts between slashes, where one of them may have a backslash before it."""
    end = -1
    while end < len(unit):
        found = _SLASH.match(unit, end + 1)
        if found is None:
            yield unit[end + 1 :]
            return
        yield found[1]
        end = found.start() + len(found[1])


def written(parts: Sequence[Part]) -> str:
    """The stream of some parts."""
    return "".join(map(str, parts))


def is_blank(part: Part) -> bool:
    """Whether a part is a blank in brackets, or white space."""
    return isinstance(part, str) and (part.startswith("[") or part.isspace())


def escaped(text: str) -> str:
    """Write a text in the stream format.

    A character that Apertium would lose or take for something else (controls, ``~``, U+FFFF …) goes as a blank that
    holds its code; an escaped ``^`` near the end even takes the sentence with it (3.8.3).
    """
    text = _SPECIAL.sub(r"\\\g<0>", unicodedata.normalize("NFC", text))
    if text.isprintable() and "~" not in text and "^" not in text:
        return text
    return "".join(f"[x{ord(char):x}]" if char in "~^" or not char.isprintable() else char for char in text)


def unescaped(text: str) -> str:
    """A text of the stream without its backslashes."""
    return _ESCAPED.sub(r"\1", text)
