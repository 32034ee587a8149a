"""The XML of a part of a DOCX file, tag by tag, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from translate import patterns
from translate.errors import DocumentError

DEEPEST = 300
"""How deep elements may be nested; a table in a table in a text box is about forty deep."""
MOST_ELEMENTS = 250_000
"""In one part."""

TAG = patterns.compile(
    r"""<(?:(?P<close>/?)(?P<name>[^\s/>!?]++)(?P<attributes>(?:[^"'/>]++|"[^"]*+"|'[^']*+'|/(?!>))*+)(?P<empty>/?)>"""
    r"|!--.*?-->|!\[CDATA\[(?P<cdata>.*?)\]\]>|\?.*?\?>)",
    re.DOTALL,
)
"""A tag, or what else stands in angle brackets; XML that `part_of` has checked has nothing beside."""
REFERENCE = patterns.compile(r"&[^;]*;")
_ATTRIBUTE = patterns.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MAINS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of what Word writes, transitional and strict."""
_AGAIN = "open it in a word processor and save it again"


def part_of(data: bytes, name: str, path: str) -> str:
    """The text of a part, which is XML as a word processor writes it.

    Args:
        data: The part.
        name: Its name in the archive.
        path: The file as the newsroom knows it.

    Raises:
        DocumentError: It is no XML, not in UTF-8, declares entities, or is nested too deep.
    """
    depth = count = 0
    parser = expat.ParserCreate()

    def refuse(message: str) -> DocumentError:
        return DocumentError(f"{name} in it {message}", path=path)

    def declared(*_: object) -> None:
        raise refuse(f"declares a document type, as no word processor does; {_AGAIN}")

    def begun(*_: object) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST:
            raise refuse(f"is nested more than {DEEPEST} deep; {_AGAIN}")
        if count > MOST_ELEMENTS:
            raise refuse(f"has more than {MOST_ELEMENTS:,} elements; is it an article?")

    def ended(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = begun
    parser.EndElementHandler = ended
    try:
        parser.Parse(data, True)
        return data.decode()
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise refuse(f"is no XML that can be read ({reason} in its line {error.lineno}); {_AGAIN}") from None
    except (UnicodeDecodeError, ValueError, LookupError):
        raise refuse(f"is not in UTF-8; {_AGAIN}") from None


def prefix_of(text: str) -> str | None:
    """What the names of Word's own elements begin with in a part, such as ``w:``; None where it has none."""
    root = next((match for match in TAG.finditer(text) if match["name"]), None)
    for name, value in attributes(root["attributes"]).items() if root else ():
        if value in _MAINS and name.partition(":")[0] == "xmlns":
            prefix = name.partition(":")[2]
            return f"{prefix}:" if prefix else ""
    return None


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, by their names as they are written."""
    return {name: unescaped(first or second) for name, first, second in _ATTRIBUTE.findall(written)}


def values(written: str) -> Iterator[tuple[str, int, int]]:
    """The names of the attributes of a tag, and where the value of each begins and ends in it."""
    for match in _ATTRIBUTE.finditer(written):
        number = 2 if match[2] is not None else 3
        yield match[1], match.start(number), match.end(number)


def unescaped(text: str) -> str:
    """What a text of XML says."""
    return REFERENCE.sub(_said, text) if "&" in text else text


def _said(match: re.Match[str]) -> str:
    name = match[0][1:-1]
    if name.startswith("#x"):
        return chr(int(f"0{name[1:]}", 0))
    return chr(int(name[1:])) if name.startswith("#") else _NAMED[name]


def escaped(text: str) -> str:
    """How XML writes a text, also in an attribute."""
    return text.translate(_ESCAPES)
