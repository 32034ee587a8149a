"""Change an input by its lines and words, which bytes changed at random seldom do in a useful way."""

from __future__ import annotations

import random
from collections.abc import Sequence

TOKENS = (
    b"", b"\n", b"\r\n", b"\r", b"\t", b" ", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b'"', b'""', b"\\", b"#", b"# ",
    b"#~ ", b"#| ", b"#, fuzzy", b"%%", b"---", b"<", b">", b"&amp;", b"{", b"[", b"]", b"\xcc\x81", b"\xe2\x80\xa8",
    b"\xe2\x80\x8b", b"\xc2\xa0", b"\xc2\x85", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xc4\xb0", b"\xcf\x82",
    b"NATO", b"First Studio", b"Esimese stuudio", b"1,050", b"9" * 30, b"a" * 100, b". ", b"(", b"\xd9\xa3",
)  # fmt: skip
_LONGEST = 64
"""Times that a piece is repeated."""


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """An input that is like another one.

    Args:
        data: The input.
        chance: Decides.
        others: Inputs to take lines from.
    """
    for _ in range(chance.randint(1, 4)):
        data = _once(data, chance, chance.choice(others) if others else data)
    return data


def _once(data: bytes, chance: random.Random, other: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    place = chance.randint(0, len(data))
    match chance.randrange(9):
        case 0:
            lines.insert(at, chance.choice(other.split(b"\n")))
        case 1:
            del lines[at]
        case 2:
            lines.insert(chance.randint(0, len(lines)), lines[at])
        case 3:
            lines[at : at + 1] = lines[at : at + 1] * chance.randint(2, _LONGEST)
        case 4:
            there = chance.randrange(len(lines))
            lines[at], lines[there] = lines[there], lines[at]
        case 5:
            return data[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 2, _LONGEST)) + data[place:]
        case 6:
            return data[:place] + data[place + chance.randint(1, 8) :]
        case 7:
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        case _:
            words = lines[at].split(b" ")
            words[chance.randrange(len(words))] = chance.choice(TOKENS)
            lines[at] = b" ".join(words)
    return b"\n".join(lines)
