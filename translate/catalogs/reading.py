"""Read a PO file, so that nothing of it is lost and what does not change keeps its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import NoReturn

from translate import patterns
from translate.catalogs.wrapping import COLUMNS
from translate.core.entries.catalog import FUZZY, Catalog, Entry, Header
from translate.errors import CatalogError
from translate.values import dataclass

HEADER_KEY = (None, "")


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file as it was read: what it says, and how its lines stand."""

    path: str
    data: bytes = field(repr=False)
    """The whole file."""
    catalog: Catalog
    blocks: Mapping[Entry, str] = field(repr=False)
    """The lines of every entry as they stand in the file, without blank lines around them."""
    lines: Mapping[tuple[str | None, str], int] = field(repr=False)
    """The line of every entry's msgid, counted from 1, by the entry's key."""
    header_entry: Entry | None
    """The header as an entry, with what `Header` has no place for; None where the file has no header."""
    tail: str
    """Comments behind the last entry. gettext's tools drop them; we do not."""
    wrap: bool
    """Whether long texts are wrapped at 79 columns; False for a file such as ``msgcat --no-wrap`` writes."""
    newline: str
    r"""How a line that we add ends: ``\n`` or ``\r\n``."""
    charset: str
    """Python's name of the file's encoding."""


def read(data: bytes, path: str) -> PoFile:
    r"""Read a PO or POT file: everything that msgcat reads, and a few things that it refuses.

    Beyond msgcat: a byte order mark, a file without a charset (it is UTF-8), ``#|`` before ``#~``, ``#= flag``.

    Args:
        data: The whole file.
        path: The file as the user knows it, for messages.

    Raises:
        CatalogError: It is no PO file, with the line. A file is read as a whole or not at all.
    """
    text, charset = _decode(data, path)
    blocks, tail = _scan(text, charset, path)
    entries = _entries(blocks)
    _refuse_doubles(zip(entries, blocks, strict=True), path)
    header_entry = next((entry for entry in entries if entry.key == HEADER_KEY), None)
    messages = sorted((entry for entry in entries if entry is not header_entry), key=lambda entry: entry.obsolete)
    return PoFile(
        path=path,
        data=data,
        catalog=Catalog(_header(header_entry), tuple(messages)),
        blocks={entry: block.raw for entry, block in zip(entries, blocks, strict=True)},
        lines={entry.key: block.line for entry, block in zip(entries, blocks, strict=True)},
        header_entry=header_entry,
        tail=tail,
        wrap=_is_wrapped(blocks),
        newline="\r\n" if text.partition("\n")[0].endswith("\r") else "\n",
        charset=charset,
    )


# --- bytes to text -------------------------------------------------------------------------------------------------

_NOT_TEXT = {
    b"\xde\x12\x04\x95": "is a compiled .mo file; give the .po file that it was made from",
    b"\x95\x04\x12\xde": "is a compiled .mo file; give the .po file that it was made from",
    # Before UTF-16, whose mark theirs begins with.
    codecs.BOM_UTF32_LE: "is written in UTF-32; save it as UTF-8",
    codecs.BOM_UTF32_BE: "is written in UTF-32; save it as UTF-8",
    codecs.BOM_UTF16_LE: "is written in UTF-16; save it as UTF-8",
    codecs.BOM_UTF16_BE: "is written in UTF-16; save it as UTF-8",
}
_PIECE = rb'"((?:[^"\\\n]|\\.)*+)"\s*+'
_HEADER = patterns.compile(
    rb'^[ \t]*+(?P<context>msgctxt\s*+(?:%b)++)?+msgid\s*+(?:""\s*+)++msgstr\s*+(?P<fields>(?:%b)++)'
    % (_PIECE, _PIECE),
    re.MULTILINE,
)
_CHARSET = patterns.compile(rb'^Content-Type:[^\n]*?charset\s*=\s*(?:\\")?([\w.:-]+)', re.MULTILINE | re.IGNORECASE)
_ASCII_BASED = patterns.compile(r"iso8859-\d+|koi8-[rtu]|cp\d+|euc_\w+|gb\w+|big5\w*|shift_jis\w*|johab|tis-620")
_CONFLICT = patterns.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r\n]|\Z)", re.MULTILINE)


def _decode(data: bytes, path: str) -> tuple[str, str]:
    """The file's text without a byte order mark, and the name of its encoding."""
    for start, reason in _NOT_TEXT.items():
        if data.startswith(start):
            raise CatalogError(reason, path=path)
    if data.lstrip().startswith((b"<!", b"<?xml", b"<html", b"<HTML")):
        raise CatalogError("is a web page or another kind of XML, and no PO file; fetch the PO file again", path=path)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise CatalogError("a NUL byte stands here; the file is damaged, or no text", path=path, line=line)
    charset = "utf-8" if data.startswith(codecs.BOM_UTF8) else _charset(data, path)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02X} is not valid {charset}; save the file as UTF-8"
        raise CatalogError(message, path=path, line=line) from None
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise CatalogError("a merge conflict is marked here; resolve it first", path=path, line=line)
    return text, charset


def _charset(data: bytes, path: str) -> str:
    """Python's name of the encoding that the header declares; UTF-8 where it declares none."""
    header = next((found for found in _HEADER.finditer(data) if not found["context"]), None)
    if header is None:
        return "utf-8"
    fields = b"".join(re.findall(_PIECE, header["fields"])).replace(rb"\n", b"\n")
    declared = _CHARSET.search(fields)
    name = declared[1].decode() if declared else "CHARSET"
    if name == "CHARSET":  # What xgettext writes where nobody has decided.
        return "utf-8"
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    if codec in {"utf-8", "ascii"}:
        return "utf-8"
    line = data.count(b"\n", 0, header.start()) + 1
    if not _ASCII_BASED.fullmatch(codec):
        message = f"the charset “{name}” is not known; convert the file to UTF-8, with msgconv -t UTF-8 for example"
        raise CatalogError(message, path=path, line=line)
    if _is_utf8(data):
        message = f"the header says “{name}”, and all that is not ASCII is UTF-8; write charset=UTF-8 into the header"
        raise CatalogError(message, path=path, line=line)
    return codec


def _is_utf8(data: bytes) -> bool:
    """Whether data are in UTF-8 and not only ASCII; by chance no text in another charset is, but of a word or two."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


# --- text to blocks ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Field:
    keyword: str
    """``msgid``, ``msgstr[0]`` …; of the previous source with a bar before it."""
    mark: str
    """What stood behind the ``#`` of its lines: nothing, ``~``, ``|`` or ``~|``."""
    line: int
    pieces: list[str] = field(default_factory=list)
    """What stood between each pair of quotes, with no escapes but those that polib knows."""


@dataclass(slots=True)
class _Block:
    """One entry, as its lines say it."""

    comments: list[str] = field(default_factory=list)
    """Whole lines, from their ``#`` on."""
    fields: list[_Field] = field(default_factory=list)
    end: int = 0
    """Where its last text ends in the file."""
    raw: str = ""

    @property
    def line(self) -> int:
        """Where its msgid stands."""
        return next(part.line for part in self.fields if part.keyword == "msgid")


_TOKEN = patterns.compile(
    r"""[ \t\r\v\f]*+ (?:
      (?P<newline> \n )
    | "(?P<string> [^"\\\n]*+ (?: \\ (?: \r?\n | [^\r\n] ) [^"\\\n]*+ )*+ )"
    | (?P<keyword> [A-Za-z_]++ (?: [ \t]*+ \[ [ \t]*+ [0-9]{1,9} [ \t]*+ \] )? )
    | \# (?P<mark> ~\|? | \| )
    | (?P<comment> \# [^\n]*+ )
    | (?P<end> \Z )
    | (?P<stray> . )
    )""",
    re.VERBOSE,
)
_BLANK_LINES = patterns.compile(r"(?:[ \t\r\v\f]*+\n)*+")


def _scan(text: str, charset: str, path: str) -> tuple[list[_Block], str]:
    """Cut the text into its entries; what remains behind the last one is the tail."""
    scanner = _Scanner(charset, path)
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "newline":
                scanner.newline()
            case "string":
                scanner.string(token["string"], token.end())
            case "comment":
                scanner.comment(token["comment"])
            case "keyword":
                scanner.keyword(token["keyword"])
            case "mark":
                scanner.mark = token["mark"]
            case "stray":
                scanner.stray(token["stray"])
    scanner.finish_entry()
    start = 0
    for block in scanner.blocks:
        block.raw = text[start : block.end]
        start = _BLANK_LINES.match(text, block.end).end()  # type: ignore[union-attr]  # It matches nothing, too.
    return scanner.blocks, text[start:].rstrip(" \t\r\n")


# Which part of an entry may follow which.
_FOLLOWERS = {
    "": {"|msgctxt", "|msgid", "msgctxt", "msgid"},
    "|msgctxt": {"|msgid"},
    "|msgid": {"|msgid_plural", "msgctxt", "msgid"},
    "|msgid_plural": {"msgctxt", "msgid"},
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr[0]"},
    "msgstr": set(),
    # polib reads one digit; no language has more than six forms.
    **{f"msgstr[{form}]": {f"msgstr[{form + 1}]"} for form in range(9)},
    "msgstr[9]": set(),
}
_KEYWORDS = {"msgctxt", "msgid", "msgid_plural", "msgstr"}
_ESCAPES = patterns.compile(
    r"""\\[\\"nrtvbf] | (?P<bytes> (?: \\ (?: x[0-9A-Fa-f]++ | [0-7]{1,3} ) )++ )
    | (?P<bell> \\a ) | (?P<continued> \\\r?\n ) | (?P<wrong> \\. )""",
    re.VERBOSE | re.DOTALL,
)
_UNCOMMON_ESCAPE = patterns.compile(r"""\\[^\\"nrtvbf]""")
SEPARATES_CONTEXT = "\4"
"""In a .mo file it stands between msgctxt and msgid; gettext's tools refuse it in any text."""


class _Scanner:
    """What has been read of a file so far, token by token."""

    def __init__(self, charset: str, path: str) -> None:
        self.blocks: list[_Block] = []
        self.mark = ""
        self._block = _Block()
        self._field: _Field | None = None
        self._line = 1
        self._charset = charset
        self._path = path

    def newline(self) -> None:
        self._line += 1
        self.mark = ""

    def comment(self, text: str) -> None:
        self.finish_entry()
        self._field = None
        self._block.comments.append(text.rstrip("\r"))

    def keyword(self, text: str) -> None:
        word, _, index = text.partition("[")
        name = word.rstrip()
        if name not in _KEYWORDS:
            if name == "domain":
                self._fail("newsdesk reads files of one domain; take this line out, and what is of another domain")
            self._fail(f"“{name}” is no PO keyword; is a quotation mark missing, or a # before a comment?")
        if index:
            name += f"[{int(index.rstrip(' ]').strip())}]"
        if "|" in self.mark:
            name = f"|{name}"
        if name.endswith(("msgctxt", "msgid")) and self._last.startswith("msgstr"):
            self.finish_entry()
        if name not in _FOLLOWERS[self._last]:
            self._fail(f"“{text}” cannot stand here; an entry is msgctxt, msgid, msgid_plural, msgstr, in this order")
        if self._field and not self._field.pieces:
            self._fail("a text in quotes is missing before this keyword")
        if any("|" not in part.mark and part.mark != self.mark for part in self._block.fields):
            self._fail("an entry is marked as obsolete (#~) in all its lines or in none")
        self._field = _Field(name, self.mark, self._line)
        self._block.fields.append(self._field)

    def string(self, text: str, end: int) -> None:
        if self._field is None:
            self._fail("a text in quotes stands here without a keyword such as msgstr")
        if self._field.mark != self.mark:
            self._fail("a text goes on here with another #~ or #| than it began with")
        plain = self._common(text) if _UNCOMMON_ESCAPE.search(text) else text
        if SEPARATES_CONTEXT in plain:
            self._fail("the character U+0004 stands in this text, which no text may have; take it out")
        self._field.pieces.append(plain)
        self._line += text.count("\n")
        self._block.end = end

    def stray(self, character: str) -> None:
        if character == '"':
            self._fail("the quotation mark that opens here is not closed in the same line")
        shown = f"“{character}”" if character.isprintable() else f"the character U+{ord(character):04X}"
        self._fail(f"{shown} cannot stand here; is a quotation mark missing, or a # before a comment?")

    def finish_entry(self) -> None:
        """End the entry that has been read; nothing happens where only comments have been."""
        if self._field and not self._field.pieces:
            self._fail(f"“{self._field.keyword.lstrip('|')}” has no text in quotes")
        if self._last.startswith("msgstr"):
            self.blocks.append(self._block)
            self._block, self._field = _Block(), None
        elif self._last and not self._last.startswith("|"):
            self._fail("the entry above has no msgstr; complete it (no comment may stand inside) or remove it")

    @property
    def _last(self) -> str:
        """The last keyword of the entry."""
        return self._block.fields[-1].keyword if self._block.fields else ""

    def _common(self, text: str) -> str:
        """Replace what polib does not understand: octal and hexadecimal escapes, bells, a continued line."""
        import polib

        def replacement(found: re.Match[str]) -> str:
            if found["wrong"]:
                self._fail(f"“{found[0]}” is no escape of PO files; write “\\{found[0]}” for a backslash")
            if found["continued"]:
                return ""
            if found["bell"]:
                return "\a"
            if not found["bytes"]:
                return found[0]
            codes = re.findall(r"x[0-9A-Fa-f]+|[0-7]+", found["bytes"])
            data = bytes((int(code[1:], 16) if code[0] == "x" else int(code, 8)) & 0xFF for code in codes)
            try:
                decoded = data.decode(self._charset)
            except UnicodeDecodeError:
                self._fail(f"“{found[0]}” is no valid {self._charset}")
            if "\0" in decoded:
                self._fail(f"“{found[0]}” is a NUL, which no text may have")
            return str(polib.escape(decoded))

        return _ESCAPES.sub(replacement, text)

    def _fail(self, message: str) -> NoReturn:
        raise CatalogError(message, path=self._path, line=self._line)


def _is_wrapped(blocks: list[_Block]) -> bool:
    r"""Whether the file breaks long texts elsewhere than behind ``\n``; True where none is long."""
    wrapped = unwrapped = 0
    for part in (part for block in blocks for part in block.fields):
        if part.keyword == "msgid" and part.pieces == [""]:
            continue
        wrapped += any(piece and not piece.endswith(r"\n") for piece in part.pieces[:-1])
        unwrapped += any(len(piece) > COLUMNS and (" " in piece or not piece.isascii()) for piece in part.pieces)
    return wrapped >= unwrapped


# --- blocks to entries ---------------------------------------------------------------------------------------------

# polib splits its text at all of these, not at line feeds alone; no decoded text has lone surrogates.
_HIDDEN = {ord(separator): 0xD800 + place for place, separator in enumerate("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")}
_SHOWN = {hidden: separator for separator, hidden in _HIDDEN.items()}
_SEPARATOR = patterns.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def _entries(blocks: list[_Block]) -> list[Entry]:
    """Have polib read the fields of each block, one line for each; comments and flags are read here."""
    import polib

    class Fields(polib.POFile):
        def find(self, *_args: object, **_options: object) -> None:
            """Keep polib from taking the header out of the list, which would lose repeated fields."""

    text = "".join(_plain_line(part) for block in blocks for part in block.fields)
    hidden = bool(_SEPARATOR.search(text))
    parsed = polib.pofile(text.translate(_HIDDEN) if hidden else text, encoding="utf-8", klass=Fields)

    def shown(value: str | None) -> str | None:
        return value.translate(_SHOWN) if hidden and value else value

    entries = []
    for block, fields in zip(blocks, parsed, strict=True):
        comments, extracted, references, flags, unknown = _comments(block.comments)
        forms = fields.msgstr_plural
        entry = Entry(
            msgid=shown(fields.msgid) or "",
            msgstr=shown(fields.msgstr) or "",
            msgctxt=shown(fields.msgctxt),
            msgid_plural=shown(fields.msgid_plural) if forms else None,
            msgstr_plural=tuple(shown(forms[form]) or "" for form in sorted(forms)),
            comments=comments,
            extracted=extracted,
            references=references,
            flags=flags,
            previous_msgctxt=shown(fields.previous_msgctxt),
            previous_msgid=shown(fields.previous_msgid),
            previous_msgid_plural=shown(fields.previous_msgid_plural),
            obsolete=bool(fields.obsolete),
            unknown=unknown,
        )
        entries.append(entry)
    return entries


def _plain_line(part: _Field) -> str:
    prefix = "#| " if "|" in part.mark else "#~ " if part.mark else ""
    return f'{prefix}{part.keyword.lstrip("|")} "{"".join(part.pieces)}"\n'


# A file name with spaces stands between U+2068 and U+2069.
_REFERENCE = patterns.compile(r"(?:\u2068[^\u2069]{0,1000}\u2069|[^ \t\r\v\f])+")


def _comments(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """Sort the comment lines of an entry into comments, extracted, references, flags and unknown ones."""
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    unknown: list[str] = []
    for line in lines:
        match line[1:2]:
            case ".":
                extracted.append(line[2:].removeprefix(" "))
            case ":":
                references += _REFERENCE.findall(line, 2)
            case ",":
                flags += _flags(line[2:])
            case "=" if line[2:3] in {" ", "\t"}:  # Not a line of ==== under somebody's heading.
                flags += _flags(line[2:])
            case "!" | "@":
                unknown.append(line)
            case _:
                comments.append(line[1:].removeprefix(" "))
    once = (tuple(dict.fromkeys(references)), tuple(dict.fromkeys(flags)))
    return tuple(comments), tuple(extracted), *once, tuple(unknown)


def _flags(text: str) -> Iterator[str]:
    """The flags of a line; gettext parts them at commas or spaces, but some, such as ``range: 0..3``, have a space."""
    for part in text.split(","):
        words = part.split()
        if FUZZY in words:
            yield from words
        elif words:
            yield " ".join(words)


def _header(entry: Entry | None) -> Header:
    """The header's fields; a line that is none has an empty name."""
    if entry is None:
        return Header()
    fields = []
    for line in entry.msgstr.removesuffix("\n").split("\n") if entry.msgstr else ():
        name, colon, value = line.partition(":")
        fields.append((name, value.removeprefix(" ")) if name and colon else ("", line))
    return Header(tuple(fields), entry.comments, entry.fuzzy)


def _refuse_doubles(entries: Iterable[tuple[Entry, _Block]], path: str) -> None:
    """Refuse what gettext's tools refuse: two entries with one msgctxt and msgid, obsolete ones among them."""
    first: dict[tuple[str | None, str], int] = {}
    for entry, block in entries:
        line = block.line
        if entry.obsolete and entry.key == HEADER_KEY:
            raise CatalogError("an obsolete entry has an empty msgid; remove it", path=path, line=line)
        if entry.key in first:
            message = f"the entry of line {first[entry.key]} stands here again; keep one of the two"
            raise CatalogError(message, path=path, line=line)
        first[entry.key] = line
