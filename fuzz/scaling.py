"""Time every target on long inputs of one piece over and over: ``python -m fuzz.scaling [TARGET ...]``."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from fuzz.targets import TARGETS

SMALL, LARGE = 64_000, 256_000
"""Bytes."""
PATIENCE = 10
"""Seconds for a small input from which on the large one is not tried."""

_PO = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
_TMX = b'<tmx version="1.4"><header/><body>'
_UNIT = b'<tu><tuv xml:lang="en"><seg>%s</seg></tuv><tuv xml:lang="et"><seg>%s</seg></tuv></tu>'
_TEXTS = (
    b"a", b" ", b"a ", b"A. ", b". ", b"(a.b) ", b"\xcc\x81", b"a\xcc\x81", b"\xe2\x80\x8b", b"NATO ", b"NATO-",
    b"First ", b"First Studio ", b"1,050 ", b"9", b"1.", b"1,", b"<b>", b"<b ", b"<", b"&", b"@", b"a@", b"a@b.",
    b"https://", b"(", b'"', b"'", b"\xe2\x80\x9c", b"__", b"[[", b"*a ", b"\xe5\x8d\x83", b"\\", b"\xf0\x9f\x98\x80",
    b"{{a", b"$a", b"%(", b"x.ee/", b"x.ee ", b"AA11 ", b"1-", b"#a", b"/a", b"a1b2c3d4-", b"10.1000/", b":a",
    b"9.9.9.9:8/", b"a.com)", b"a.txt/", b"a@b.c:d/", b"a.no ", b"@1a", b"magnet:?",
    b"-", b"a-", b"\xc2\xa0", b"e.g. ", b"uudised ", b"the of ", b"7 p.m. ", b"%", b"\xed\x95\x9c", b"\xe1\x84\x80",
    b'"a" ',
)  # fmt: skip
_QUANTITIES = (
    b"1 ", b"1, ", b"$5m ", b"12:30 ", b"2 p.m. ", b"5 May ", b"3-1 ", b"5 F ", b"6-foot-6 ", b"1930s ", b"\xc2\xbd ",
)  # fmt: skip
_WAYS = tuple(
    text.encode() for text in ("a [", " [as is", "a ≠ b [forbidden", "a [repaired: was “x”, margin 1.1, also “y” ", "”")
)
PIECES: dict[str, tuple[tuple[bytes, bytes, bytes], ...]] = {
    "po": (
        *((_PO + b'msgid "x"\nmsgstr "', text, b'"\n') for text in (b"a", b" ", b"\\\\", b"\\n", b"\\x41")),
        *((_PO + b'msgid "x"\nmsgstr ""\n', line, b"") for line in (b'"a"\n', b'""\n', b'"a" ', b'"\\\n"')),
        *((_PO, line, b"") for line in (b"#\n", b"#, a\n", b"#: a\n", b"\n", b" ", b"#|", b"#~", b"\xe2\x81\xa8")),
        *((_PO + b"#. Glossary: a = b [as is", way, b']\n#, fuzzy\nmsgid "x"\nmsgstr "y"\n') for way in _WAYS),
        (_PO + b"#:", b" \xe2\x81\xa8", b'\nmsgid "x"\nmsgstr ""\n'),
        (_PO + b"#,", b"a,", b'\nmsgid "x"\nmsgstr ""\n'),
        (b'msgid ""\nmsgstr ""\n', b'"Content-Type:"\n', b""),
        (b"", b'msgid "" ', b""),
        (b"", b'"', b""),
    ),
    "article": tuple(
        (b"Title\n", piece, b"") for piece in (b"a\n", b"\r", b"\n", b" ", b"-\n", b"- ", b"* ", b"A: b\n", b"A b ")
    ),
    "slug": tuple((b"", piece, b".txt") for piece in (b"a", b".", b"\xcc\x81", b"/", b" ", b"\xff")),
    "glossary": tuple(
        (b"source,target,forms,variants,declines_like\n", piece, b"")
        for piece in (
            b"a,b\n", b'"', b'"\n', b"a,", b"a;b", b"\n", b"\r", b"a,b,c,d,e,f\n", b'"a', b'"a"b\n', b"# ",
            b"a,b,,,a\n", b'a,b,"c;d"\n',
        )
    ),
    "cells": tuple((b"", piece, b"") for piece in _TEXTS),
    "tmx": (
        *((_TMX, piece, b"") for piece in (_UNIT % (b"a", b"b"), b"<tu>", b"<a/>", b"a", b"<!---->", b"&#65;")),
        *((_TMX + b"<tu><tuv xml:lang='en'><seg>", p, b"") for p in (b"a", b"<hi>", b"<hi/>", b"<ph/>a", b"&a;")),
        (_TMX + b"<tu ", b"a='b' ", b""),
        (b"<!DOCTYPE tmx [", b"<!ENTITY a 'b'>", b"]>"),
        (b"", b"<", b""),
    ),
    "metadata": tuple((b"", piece, b"") for piece in (b"[", b'{"a":', b"9", b" ", b'"\\u0041')),
    "index": tuple(
        (b"[", piece, b"]")
        for piece in (b"[", b"{},", b'{"from_code":"en","to_code":"et","package_version":"1.0","links":["a"]},', b"9")
    ),
    "settings": tuple(
        (b'[project]\nname="x"\nsource="en"\nlocales=["et"]\n', piece, b"")
        for piece in (b"a.", b"[a]\n", b"[", b'a="', b"#", b"\n", b"a=[")
    ),
    "stream": tuple(
        (b"NATO First Studio\n%%\n", piece, b"")
        for piece in (
            b"a", b" ", b"[[0]]", b"[[0]]NATO[[/]]", b"[[0]]NATO[[/]] de la ",
            b"\\", b"[t0]", b" ,", b"[[0]]de ", b"[x41]",
        )
    ),
    "checks": (
        *((b"\0a b c\t", piece, b"") for piece in _TEXTS),
        *((b"\0", piece, b"\tA b c.") for piece in (*_TEXTS, *_QUANTITIES)),
        *((b"\0" + piece * 5000 + b"\t", piece, b"7 ") for piece in _QUANTITIES),
    ),
    "terms": tuple((b"", piece, b"") for piece in _TEXTS),
    "sentences": tuple((b"\0", piece, b"") for piece in _TEXTS),
    "query": tuple((b"", piece, b"") for piece in _TEXTS),
    "versions": tuple((b"", piece, b"\n%%\n" + piece * 1000) for piece in (b"a\n", b"a b c d e\n", b"a ", b"1.", b"a")),
    "archive": tuple((b"", piece, b"") for piece in (b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04", b"\0", b"a")),
}  # fmt: skip


def main() -> None:
    """Tell the seconds of each, and whether four times the input took much more than four times as long."""
    for name in sys.argv[1:] or PIECES:
        for start, piece, end in PIECES[name]:
            small, large = _times(name, start, piece, end)
            steep = "  steep" if large > 1 and large > 6 * small else ""
            slow = "  slow" if max(small, large) > 5 else ""  # noqa: PLR2004 - seconds, as libFuzzer is told
            sys.stdout.write(f"{name:10} {(start + piece)[-30:]!r:60} {small:8.3f} {large:8.3f}{steep}{slow}\n")
            sys.stdout.flush()


def _times(name: str, start: bytes, piece: bytes, end: bytes) -> tuple[float, float]:
    times = list(_each(name, start, piece, end))
    return times[0], times[-1]


def _each(name: str, start: bytes, piece: bytes, end: bytes) -> Iterator[float]:
    for size in (SMALL, LARGE):
        began = time.process_time()
        TARGETS[name](start + piece * (size // len(piece)) + end)
        took = time.process_time() - began
        yield took
        if took > PATIENCE:
            return


if __name__ == "__main__":
    main()
