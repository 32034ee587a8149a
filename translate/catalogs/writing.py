"""Write a catalog as a PO file, to the byte as gettext's own tools write it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from translate import patterns
from translate.catalogs.reading import HEADER_KEY, SEPARATES_CONTEXT, PoFile, read
from translate.catalogs.wrapping import COLUMNS, quoted_lines
from translate.core.entries.catalog import FUZZY, Catalog, Entry, Header
from translate.errors import CatalogError

# The order in which msgcat writes flags; those that it does not know, and would drop, stand behind them.
_FORMATS = (  # A sentence of names is read at once, a column of forty is not.
    "c objc c++ python python-brace java java-printf csharp javascript scheme lisp elisp librep rust go ruby sh "
    "sh-printf awk lua object-pascal modula2 d ocaml smalltalk qt qt-plural kde kde-kuit boost tcl perl perl-brace php "
    "gcc-internal gfc-internal ycp"
)
_FLAG_ORDER = {FUZZY: 0, **{f"{name}-format": place for place, name in enumerate(_FORMATS.split(), 1)}}
_RANGE, _NO_WRAP, _OTHER = (len(_FLAG_ORDER) + place for place in range(3))


def render(catalog: Catalog, like: PoFile | None = None, *, wrap: bool = True) -> bytes:
    """Write a catalog: UTF-8 without a byte order mark, the obsolete entries last.

    What the file said before and still says keeps its lines, whoever wrote them; a catalog that did not change is the
    same bytes again. What is new follows the file: wrapped or not, with its kind of line end.

    Args:
        catalog: What to write.
        like: The file that it will replace.
        wrap: Whether to wrap at 79 columns (or as ``msgcat --no-wrap``) where there is no `like`.

    Raises:
        CatalogError: Two entries have the same msgctxt and msgid, or a text has a character that no PO file can hold.
    """
    if like is not None and catalog == like.catalog:
        return like.data
    # In another encoding an escape such as \344 is another character.
    kept = like.blocks if like and like.charset == "utf-8" else {}
    newline = like.newline if like else "\n"
    wrap = like.wrap if like else wrap
    header = _header_entry(catalog.header, like)
    entries = ([header] if header else []) + sorted(catalog.entries, key=lambda entry: entry.obsolete)
    blocks = [kept.get(entry) or newline.join(_lines(entry, wrap=wrap)) for entry in entries]
    if like and like.tail:
        blocks.append(like.tail)
    text = (newline * 2).join(blocks) + newline if blocks else ""
    _refuse_unreadable(catalog, text, like.path if like else None)
    return text.encode()


_MSGID = patterns.compile(r"^[ \t]*(?:#~[ \t]*)?msgid(?![A-Za-z_])", re.MULTILINE)
_UNREADABLE = patterns.compile("[\0\ud800-\udfff]")


def msgid_lines(catalog: Catalog, data: bytes) -> Mapping[tuple[str | None, str], int]:
    """The line of every entry's msgid in what `render` has made of a catalog, without reading that.

    Args:
        catalog: What was written.
        data: What `render` gave.

    Returns:
        The lines, counted from 1, by the entries' keys.
    """
    text = data.decode()
    entries = sorted(catalog.entries, key=lambda entry: entry.obsolete)
    found: list[int] = []
    line, behind = 1, 0
    for start in (match.start() for match in _MSGID.finditer(text)):
        line += text.count("\n", behind, start)
        behind = start
        found.append(line)
    # Before them stands the header. A person may have written entries in an unusual way, two of them in a line say.
    if len(found) != len(entries) + 1:
        return read(data, "").lines
    return dict(zip((entry.key for entry in entries), found[1:], strict=True))


def _refuse_unreadable(catalog: Catalog, text: str, path: str | None) -> None:
    """Refuse to write what gettext's tools, or we, could not read again."""
    if found := _UNREADABLE.search(text):
        raise CatalogError(f"no PO file can hold the character U+{ord(found[0]):04X}", path=path)
    values = (value for _, value in catalog.header.fields)
    if any(SEPARATES_CONTEXT in part for part in (*values, *(part for e in catalog.entries for part in _texts(e)))):
        raise CatalogError("no text of a PO file can hold the character U+0004", path=path)
    keys = Counter([HEADER_KEY, *(entry.key for entry in catalog.entries)])
    for (_, msgid), times in keys.items():
        if times > 1:
            raise CatalogError(f"there would be two entries with the msgid “{msgid}”", path=path)


def _texts(entry: Entry) -> Iterator[str]:
    """What stands in quotation marks."""
    previous = (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural)
    texts = (entry.msgctxt, entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural, *previous)
    return (text for text in texts if text)


_CHARSET = patterns.compile(r'charset\s*=\s*"?(?!utf-8\b)[\w.:-]', re.IGNORECASE)


def _header_entry(header: Header, like: PoFile | None) -> Entry | None:
    """The header as an entry, with what the file's one had beside its fields; None where there is nothing to say."""
    before = like.header_entry if like else None
    # The field may stand there twice; it is read where it names a charset.
    if any(name.lower() == "content-type" and _CHARSET.search(value) for name, value in header.fields):
        header = header.set("Content-Type", "text/plain; charset=UTF-8")
    if like and header == like.catalog.header:
        return before
    if before is None and header == Header():
        return None
    before = before or Entry("")
    flags = tuple(flag for flag in before.flags if flag != FUZZY)
    return replace(
        before,
        msgstr="".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in header.fields),
        comments=header.comments,
        flags=(FUZZY, *flags) if header.fuzzy else flags,
    )


def _lines(entry: Entry, *, wrap: bool) -> Iterator[str]:
    """The lines of an entry, in gettext's order."""
    yield from _comment_lines("#", entry.comments)
    yield from _comment_lines("#.", entry.extracted)
    yield from _reference_lines(entry.references)
    yield from entry.unknown
    if entry.flags:
        yield f"#, {', '.join(sorted(dict.fromkeys(entry.flags), key=_flag_place))}"
    wrap = wrap and "no-wrap" not in entry.flags
    mark = "#~| " if entry.obsolete else "#| "
    if entry.previous_msgid is not None:
        yield from _optional_lines("msgctxt", entry.previous_msgctxt, mark, wrap=wrap)
        yield from quoted_lines("msgid", entry.previous_msgid, prefix=mark, wrap=wrap)
        yield from _optional_lines("msgid_plural", entry.previous_msgid_plural, mark, wrap=wrap)
    mark = "#~ " if entry.obsolete else ""
    yield from _optional_lines("msgctxt", entry.msgctxt, mark, wrap=wrap)
    yield from quoted_lines("msgid", entry.msgid, prefix=mark, wrap=wrap)
    yield from _optional_lines("msgid_plural", entry.msgid_plural, mark, wrap=wrap)
    if entry.msgid_plural is None:
        yield from quoted_lines("msgstr", entry.msgstr, prefix=mark, wrap=wrap)
    for form, text in enumerate(entry.msgstr_plural or ("",) if entry.msgid_plural is not None else ()):
        yield from quoted_lines(f"msgstr[{form}]", text, prefix=mark, wrap=wrap)


def _optional_lines(keyword: str, text: str | None, mark: str, *, wrap: bool) -> list[str]:
    return [] if text is None else quoted_lines(keyword, text, prefix=mark, wrap=wrap)


def _comment_lines(mark: str, texts: Iterable[str]) -> Iterator[str]:
    """Comments are never wrapped, and an empty one has no space behind its mark."""
    for line in (line.rstrip("\r") for text in texts for line in text.split("\n")):
        yield f"{mark} {line}" if line else mark


def _reference_lines(references: Iterable[str]) -> Iterator[str]:
    """References fill lines of 79 bytes (gettext does not count columns here), each of them once."""
    line = "#:"
    for reference in dict.fromkeys(map(_one_word, references)):
        longer = f"{line} {reference}"
        if line != "#:" and len(longer.encode(errors="surrogatepass")) > COLUMNS:
            yield line
            longer = f"#: {reference}"
        line = longer
    if line != "#:":
        yield line


_WHITE_SPACE = patterns.compile(r"[ \t\r\n\v\f]+")
_ISOLATED = patterns.compile("\u2068[^\u2069]*\u2069")


def _one_word(reference: str) -> str:
    """A reference with spaces in its file name stands between U+2068 and U+2069, as GNU standards have it."""
    if not (_WHITE_SPACE.search(reference) and _WHITE_SPACE.search(_ISOLATED.sub("", reference))):
        return reference
    path, colon, line = _WHITE_SPACE.sub(" ", reference).rpartition(":")
    return f"\u2068{path}\u2069:{line}" if colon and line.isdigit() else f"\u2068{path}{colon}{line}\u2069"


def _flag_place(flag: str) -> int:
    """Where msgcat puts a flag."""
    if flag.startswith("range:"):
        return _RANGE
    return _NO_WRAP if flag == "no-wrap" else _FLAG_ORDER.get(flag.removeprefix("no-"), _OTHER)
