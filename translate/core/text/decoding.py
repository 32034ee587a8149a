"""The text of a file that a newsroom hands in: UTF-8, with no character that nobody can have meant."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from translate import patterns
from translate.errors import DocumentError

LINE_END = patterns.compile(r"(\r\n|\r|\n)")
LINE_END_NAMES = {"\r\n": "CR LF", "\r": "CR", "\n": "LF"}
CHARACTER_NAMES = LINE_END_NAMES | {"\0": "NUL", "\v": "vertical tab", "\f": "form feed", "\x1b": "escape"}
CONTROL = patterns.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no text has, and that neither PO editors nor XML take."""
REORDERING = patterns.compile(r"[\u202d\u202e]")
"""Characters that show the text behind them in another order than it stands."""
DAMAGED = patterns.compile(r"[\x80-\x9f\ufffd]")
"""What a wrong conversion leaves behind."""
MARK = "\ufeff"
"""The byte order mark."""
INVISIBLE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + f"\u200b\u2060{MARK}"
"""White space, and characters without any width."""


def check_size(data: bytes, path: str, noun: str, largest: int) -> None:
    """See that a file has no more bytes than one of its kind may have.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.
        noun: What it is, with its article: ``an article``.
        largest: How many bytes it may have.

    Raises:
        DocumentError: It has more.
    """
    if len(data) > largest:
        raise DocumentError(
            f"the file has {len(data):,} bytes, and {noun} at most {largest:,}; is it {noun}?", path=path
        )


def decode(data: bytes, path: str, noun: str) -> str:
    """The text of a file in UTF-8, with its byte order mark.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.
        noun: What it is, with its article: ``an article``.

    Raises:
        DocumentError: It is no UTF-8, or nothing but NUL bytes; with the line where it is known.
    """
    if data and not data.strip(b"\0"):
        told = f"the file has {len(data):,} bytes of NUL and no text, as after a crash"
        raise DocumentError(f"{told}; fetch the {noun.partition(' ')[2]} again", path=path)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise DocumentError(
            "the file is not UTF-8 but UTF-32; convert it (iconv -f UTF-32 -t UTF-8 OLD > NEW)", path=path, line=1
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or data.count(0) * 4 > len(data):
        raise DocumentError(
            "the file is not UTF-8 but looks like UTF-16; convert it (iconv -f UTF-16 -t UTF-8 OLD > NEW)",
            path=path,
            line=1,
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        if error.end == len(data) and error.reason == "unexpected end of data":
            raise DocumentError(
                "the file ends in the middle of a letter; was all of it copied?", path=path, line=line_behind(before)
            ) from None
        raise DocumentError(
            f"byte 0x{data[error.start]:02X} is not UTF-8; the file looks like Latin-1 or a Windows code page, "
            "so convert it, as with “iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW”",
            path=path,
            line=line_behind(before),
        ) from None


def check_characters(text: str, path: str) -> None:
    """See that there is no control character in the text of a file.

    Raises:
        DocumentError: There is one; with its line.
    """
    if found := CONTROL.search(text):
        before = text[: found.start()]
        raise DocumentError(
            f"{named(found[0])} stands in column {len(LINE_END.split(before)[-1]) + 1}; take it out",
            path=path,
            line=line_behind(before),
        )


def notes_on(text: str) -> Iterator[str]:
    """What a person should know about the text of a file, though it can be read."""
    if text.startswith(MARK):
        yield "starts with a byte order mark; it is kept when written back"
    used = set(LINE_END.findall(text))
    ends = [name for end, name in LINE_END_NAMES.items() if end in used]
    if len(ends) > 1:
        yield f"mixes line ends ({', '.join(ends)}); they are kept when written back"
    elif ends and ends != ["LF"]:
        yield f"has lines that end in {ends[0]}; they are kept when written back"
    if found := DAMAGED.search(text):
        where = line_behind(text[: found.start()])
        yield f"has {named(found[0])} in line {where}, which a wrong conversion leaves behind; look at that line"
    if found := REORDERING.search(text):
        where = line_behind(text[: found.start()])
        yield f"has {named(found[0])} in line {where}, which shows letters in another order than they have; look there"


def line_behind(before: str) -> int:
    """The number of the line that follows this much of a text, counted from 1."""
    return len(LINE_END.findall(before)) + 1


def named(character: str) -> str:
    """What a character is called that does not print, or a line end: ``U+001B (escape)``."""
    name = CHARACTER_NAMES.get(character)
    codes = " ".join(f"U+{ord(c):04X}" for c in character)
    return f"{codes} ({name})" if name else codes
