"""Plain text articles: a headline, a paragraph a line, and an end block of footer and credits."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

from translate.core.article import Document, Kind, Segment
from translate.documents.interface import DocumentFormat
from translate.documents.slugs import slug_of
from translate.errors import DocumentError
from translate.languages.loading import load_languages

LARGEST_FILE = 5_000_000
"""Bytes."""
LONGEST_PARAGRAPH = 20_000
"""Characters."""
MOST_PARAGRAPHS = 5_000

LINE_END = re.compile(r"(\r\n|\r|\n)")
LINE_END_NAMES = {"\r\n": "CR LF", "\r": "CR", "\n": "LF"}
CHARACTER_NAMES = LINE_END_NAMES | {"\0": "NUL", "\v": "vertical tab", "\f": "form feed", "\x1b": "escape"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no article has, and that neither PO editors nor XML take."""
REORDERING = re.compile(r"[\u202d\u202e]")
"""Characters that show the text behind them in another order than it stands."""
DAMAGED = re.compile(r"[\x80-\x9f\ufffd]")
"""What a wrong conversion leaves behind."""
MARK = "\ufeff"
"""The byte order mark."""
INVISIBLE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + f"\u200b\u2060{MARK}"
"""White space, and characters without any width."""

END = re.compile(r"(?:[-–—_=]\s?){2,}|[—⸻]")
"""A line that an end block may start with."""
SEPARATOR = re.compile(rf"{END.pattern}|(?:\*\s?){{3,}}")
"""Asterisks part an article's sections."""
LABEL = re.compile(r"([^\W\d_][\w/&.’'-]*(?: [\w/&.’'-]+){0,2})\s?[:：]\s*\S")
"""The label of a credit: one to three words."""


class PlainText(DocumentFormat):
    """Plain text in UTF-8.

    The first line that is not blank is the headline, and every other is a paragraph. The last line of nothing but
    dashes starts the end block: there a line with a short label (``Editor: …``) is a credit, any other is
    footer. Without an end block, the last lines are credits as long as their labels are known.
    """

    name: ClassVar[str] = "txt"
    suffixes: ClassVar[tuple[str, ...]] = (".txt",)

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface. Only CR, LF and CR LF end a line."""
        text = _decoded(data, path)
        _check_characters(text, path)
        lines = list(_lines(text))
        kinds = _kinds([line for _, _, line in lines])
        segments = []
        frame = []
        end = 0
        for (number, start, line), kind in zip(lines, kinds, strict=True):
            if kind is not None:
                segments.append(Segment(kind, line, number))
                frame.append(text[end:start])
                end = start + len(line)
        _check_size(segments, path)
        return Document(slug_of(path), path, tuple(segments), (*frame, text[end:]), tuple(_notes(text)))

    def write(self, document: Document, texts: Sequence[str]) -> bytes:
        """Write the article back; see the interface.

        Raises:
            DocumentError: A text has a line end or another control character in it.
        """
        parts = [document.frame[0]]
        for segment, text, after in zip(document.segments, texts, document.frame[1:], strict=True):
            if found := LINE_END.search(text) or CONTROL.search(text):
                raise DocumentError(
                    f"the new text has {_named(found[0])} in it, but a paragraph is one line; take it out",
                    path=document.path,
                    line=segment.line,
                )
            parts += (text, after)
        return "".join(parts).encode()


def _decoded(data: bytes, path: str) -> str:
    if len(data) > LARGEST_FILE:
        raise DocumentError(
            f"the file has {len(data):,} bytes, and an article at most {LARGEST_FILE:,}; is it an article?", path=path
        )
    if data and not data.strip(b"\0"):
        raise DocumentError(
            f"the file has {len(data):,} bytes of NUL and no text, as after a crash; fetch the article again", path=path
        )
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
                "the file ends in the middle of a letter; was all of it copied?", path=path, line=_line_of(before)
            ) from None
        raise DocumentError(
            f"byte 0x{data[error.start]:02X} is not UTF-8; the file looks like Latin-1 or a Windows code page, "
            "so convert it, as with “iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW”",
            path=path,
            line=_line_of(before),
        ) from None


def _check_characters(text: str, path: str) -> None:
    if found := CONTROL.search(text):
        before = text[: found.start()]
        raise DocumentError(
            f"{_named(found[0])} stands in column {len(LINE_END.split(before)[-1]) + 1}; take it out",
            path=path,
            line=_line_of(before),
        )


def _check_size(segments: Sequence[Segment], path: str) -> None:
    if not segments:
        raise DocumentError("there is no text in the file; write the headline on its first line", path=path)
    if len(segments) > MOST_PARAGRAPHS:
        raise DocumentError(
            f"the file has {len(segments):,} paragraphs, and an article at most {MOST_PARAGRAPHS:,}; is it an article?",
            path=path,
        )
    for segment in segments:
        if len(segment.text) > LONGEST_PARAGRAPH:
            raise DocumentError(
                f"a paragraph of {len(segment.text):,} characters, where {LONGEST_PARAGRAPH:,} are allowed; "
                "is it an article, with a line for each paragraph?",
                path=path,
                line=segment.line,
            )


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line that is not blank, without the space around it: its number, its offset in the text, itself."""
    start = 0
    for index, piece in enumerate(LINE_END.split(text)):
        if index % 2 == 0 and (line := piece.strip(INVISIBLE)):  # Every second piece is a line end.
            yield index // 2 + 1, start + len(piece) - len(piece.lstrip(INVISIBLE)), line
        start += len(piece)


def _kinds(lines: Sequence[str]) -> list[Kind | None]:
    """What each line is; None for a separator."""
    kinds = [None if SEPARATOR.fullmatch(line) else Kind.PARAGRAPH for line in lines]
    texts = [index for index, kind in enumerate(kinds) if kind]
    if not texts:
        return kinds
    kinds[texts[0]] = Kind.HEADLINE
    separators = [i for i, line in enumerate(lines) if END.fullmatch(line) and texts[0] < i < texts[-1]]
    for index in reversed(texts[1:]):
        label = _label(lines[index])
        if separators and index > separators[-1]:
            kinds[index] = Kind.CREDIT if label else Kind.FOOTER
        elif not separators and _known_label().fullmatch(label):
            kinds[index] = Kind.CREDIT
        else:
            break
    return kinds


def _label(line: str) -> str:
    """The label of a credit line with a capital first; empty for any other line."""
    found = LABEL.match(line)
    return found[1] if found and not found[1][0].islower() else ""


@cache
def _known_label() -> re.Pattern[str]:
    """The labels, of any language, that make a credit where no separator line stands before it."""
    labels = {label for language in load_languages() for label in language.credit_labels}
    return re.compile("|".join(map(re.escape, sorted(labels))), re.IGNORECASE)


def _notes(text: str) -> Iterator[str]:
    if text.startswith(MARK):
        yield "starts with a byte order mark; it is kept when written back"
    used = set(LINE_END.findall(text))
    ends = [name for end, name in LINE_END_NAMES.items() if end in used]
    if len(ends) > 1:
        yield f"mixes line ends ({', '.join(ends)}); they are kept when written back"
    elif ends and ends != ["LF"]:
        yield f"has lines that end in {ends[0]}; they are kept when written back"
    if found := DAMAGED.search(text):
        where = _line_of(text[: found.start()])
        yield f"has {_named(found[0])} in line {where}, which a wrong conversion leaves behind; look at that line"
    if found := REORDERING.search(text):
        where = _line_of(text[: found.start()])
        yield f"has {_named(found[0])} in line {where}, which shows letters in another order than they have; look there"


def _line_of(before: str) -> int:
    """The number of the line that follows this much of a text."""
    return len(LINE_END.findall(before)) + 1


def _named(character: str) -> str:
    name = CHARACTER_NAMES.get(character)
    codes = " ".join(f"U+{ord(c):04X}" for c in character)
    return f"{codes} ({name})" if name else codes
