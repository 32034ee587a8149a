"""Find what a spreadsheet, an import or another tool has left in a cell."""

from __future__ import annotations

import contextlib
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping

from translate import patterns
from translate.core.checks.findings import Level
from translate.core.linting.findings import Finding, Row
from translate.core.terms.cells import tidy
from translate.core.terms.glossary import parse_list

_NAMES = ("source", "target")
_LISTS = ("variants", "forms", "forbid")
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|dets"
    "|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек"
)
_DATE = patterns.compile(
    rf"\d{{4}}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?|\d{{1,2}}([./-])\d{{1,2}}\3\d{{2,4}}"
    rf"|\d{{1,2}}:\d\d:\d\d( [AP]M)?|\d{{1,2}}(-|\. ?)({_MONTHS})\.?([-. ]\d{{2,4}})?|({_MONTHS})[-.]\d\d",
    re.IGNORECASE,
)
_EXPONENT = patterns.compile(r"\d+([.,]\d+)?E[+-]?\d+")
_NUMBER = patterns.compile(r"\d+")
_TRUTHS = frozenset({
    "TRUE", "FALSE", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "FALSO", "TÕENE", "VÄÄR", "TOSI", "EPÄTOSI",
    "ИСТИНА", "ЛОЖЬ",
})  # fmt: skip
"""What spreadsheets make of true and false, in several languages."""
_QUOTES = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ('"', '"'), ("‘", "’"), ("'", "'"), ("”", "”"))
_GARBLED = patterns.compile(r"[^\x00-\x7f]{2,}")
_WILDCARD = patterns.compile(r"\w\*(?!\w)|(?<!\w)\*\w|[a-zõäöü]\*\w|\w\?\w")
_EXPRESSION = patterns.compile(r"\\[bwds]|\.[*+]|\[[^\]]+-[^\]]+\]|\(\?|[\^].*\$|^/.+/[a-z]*$")
_BRACKETED = patterns.compile(r"(?:^|\s)[(\[][^()\[\]]+[)\]]$|^[(\[][^()\[\]]+[)\]]\s")
_OPTIONAL = patterns.compile(r"\w\w\([^\W\d_]{1,4}\)(?!\w)", re.IGNORECASE)
_MARKUP = patterns.compile(r"</?[a-zA-Z][^<>]*>|\{[^{}]*\}|%(?:\(\w*\))?[sd](?!\w)|__\w+__")
_CUT = ("…", "...")


def lint_cells(row: Row) -> Iterator[Finding]:
    """What is doubtful about the cells of a row, each by itself and its names beside each other."""
    cells = row.cells
    for column, typed in row.typed.items():
        if typed and column:
            yield from _as_typed(row.line, column, typed, cells[column])
    for column in _NAMES:
        if cells.get(column):
            yield from _damage(row.line, column, cells[column])
    for column in _LISTS:
        yield from _list(row.line, column, cells.get(column, ""))
    for column, names in (("source", (cells.get("source", ""),)), ("variants", parse_list(cells.get("variants", "")))):
        for name in names:
            yield from _foreign(row.line, column, name)
    yield from _zeros(row.line, cells)
    for column in _NAMES:
        if column in row.numbers:
            message = f"is the number {cells[column]} to the spreadsheet, which drops zeros before one"
            advice = "format the cell as text, and type it again"
            yield Finding("number", Level.WARNING, row.line, column, f"{message}; {advice}")


def _as_typed(line: int, column: str, typed: str, plain: str) -> Iterator[Finding]:
    """What is read otherwise than it stands there, and can be put right without a question."""
    if typed == plain and typed.isascii() and "&" not in typed:
        return  # As most cells are.

    def found(rule: str, message: str, fix: str) -> Finding:
        return Finding(rule, Level.INFO, line, column, message, fix)

    composed = unicodedata.normalize("NFC", typed)
    if composed != typed:
        yield found("not-composed", "has letters in two parts, a base and an accent; write them as one", composed)
    if composed.strip(" ") != composed:
        yield found("spaces-around", "has spaces around it, which are not read; delete them", plain)
    elif composed != plain:
        yield found(
            "two-spaces", "has several spaces in a row, or one that does not break; one plain one is read", plain
        )
    if "&" in plain and (named := html.unescape(plain)) != plain:
        yield found("entity", f"has “{_first_entity(plain)}” of a web page in it; write the character itself", named)
    if _GARBLED.search(composed) and (mended := tidy(_GARBLED.sub(_mended, composed))) != plain:
        message = f"is garbled, as UTF-8 is that was read as another encoding; write “{mended}”"
        yield Finding("garbled", Level.WARNING, line, column, message, mended)


def _first_entity(text: str) -> str:
    found = re.search(r"&#?\w+;?", text)
    return found[0] if found else "&"


def _mended(garbled: re.Match[str]) -> str:
    """What some letters were before somebody read their bytes in another encoding; they themselves where none did."""
    for encoding in ("cp1252", "latin-1"):
        with contextlib.suppress(UnicodeError):
            return garbled[0].encode(encoding).decode("utf-8")
    return garbled[0]


def _damage(line: int, column: str, text: str) -> Iterator[Finding]:
    """What hardly anybody means by a name."""
    if text.replace(" ", "").isalpha() and text not in _TRUTHS:
        return  # As most names are.

    def found(rule: str, message: str) -> Finding:
        return Finding(rule, Level.WARNING, line, column, message)

    for rule, is_so, what in (
        ("date", _DATE.fullmatch(text), "made a date or a time of a name"),
        ("exponent", _EXPONENT.fullmatch(text), "shortened a number"),
        ("truth", text in _TRUTHS, "made a truth of a word"),
    ):
        if is_so:
            yield found(rule, f"is “{text}”: has a spreadsheet {what}? Write it as texts have it, in a cell of text")
    for first, last in _QUOTES:
        inside = text[1:-1]
        if inside and (text[0], text[-1]) == (first, last) and not {first, last} & {*inside}:
            yield found("quoted", f"is in quotation marks, which belong to a text around it; write “{inside.strip()}”")
            break
    if text.endswith(_CUT):
        yield found("cut-off", "ends in an ellipsis: has it been cut off? Write the whole name")
    if " / " in text or "|" in text or (";" in text and "&" not in text):
        where = "under variants" if column == "source" else "under forms"
        yield found("alternatives", f"has several names in one; write one of them here, and the others {where}")
    if column == "target" and _BRACKETED.search(text):
        yield found(
            "bracketed", f"has “{_inside(text)}” in it, which readers would see; put what is for people under note"
        )


def _foreign(line: int, column: str, text: str) -> Iterator[Finding]:
    """What other tools know as a pattern, and no text has."""
    if text.replace(" ", "").replace("-", "").isalnum():
        return  # As most names are.

    def found(rule: str, message: str) -> Finding:
        return Finding(rule, Level.WARNING, line, column, message)

    if _EXPRESSION.search(text):
        yield found(
            "expression", "looks like a regular expression, which newsdesk does not know; write the words themselves"
        )
    elif _WILDCARD.search(text):
        yield found("wildcard", "has a wildcard in it, which newsdesk does not know; write the forms under variants")
    if _BRACKETED.search(text):
        yield found(
            "bracketed", f"has “{_inside(text)}” beside it, and is found only with that; write that under variants"
        )
    elif _OPTIONAL.search(text):
        yield found("optional", "has an ending in brackets, and is found only with these; write both under variants")
    if marked := _MARKUP.search(text):
        yield found("markup", f"has “{marked[0]}” in it, and is found only with that; write what readers see")


def _inside(text: str) -> str:
    found = _BRACKETED.search(text)
    return found[0].strip() if found else ""


def _list(line: int, column: str, text: str) -> Iterator[Finding]:
    """Names that are parted by something else than a semicolon."""
    for part in parse_list(text) if ", " in text else ():
        commas = part.count(", ")
        if commas and (part.count("=") > 1 or (column != "forms" and commas == part.count(","))):
            yield Finding(
                "commas", Level.WARNING, line, column, f"has “{part}” as one name; write semicolons between several"
            )
            return


def _zeros(line: int, cells: Mapping[str, str]) -> Iterator[Finding]:
    """A number that has lost the zeros before it in one of two cells."""
    one, other = (cells.get(column, "") for column in _NAMES)
    if one != other and _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other) and int(one) == int(other):
        message = f"is “{other}” and its source “{one}”: has a spreadsheet dropped zeros? Write both in cells of text"
        yield Finding("lost-zeros", Level.WARNING, line, "target", message)
