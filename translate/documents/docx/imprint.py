"""What a translated DOCX file says about itself: its language, its direction, and how it came about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translate import patterns
from translate.core.article import Imprint
from translate.documents.disclosure import digital_source_type
from translate.documents.docx.archive import Archive
from translate.documents.docx.direction import directed
from translate.documents.docx.markup import TAG, escaped, part_of, prefix_of, values
from translate.documents.docx.parts import ROOT, Parts, relationships

PROPERTY = "digitalSourceType"
"""The property of the file that tells how it came about, as IPTC calls it."""

_CORE, _CUSTOM, _TYPES = "docProps/core.xml", "docProps/custom.xml", "[Content_Types].xml"
_CUSTOM_KIND = "custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY = f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"></Properties>'
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that people may add to, as all of them are marked."""
_NUMBER = patterns.compile(r'\bpid="(\d+)"')
_OWN = patterns.compile(
    rf'<(?P<name>(?:\w+:)?property)\s(?=[^>]*\bname="{PROPERTY}")[^>]*?(?:/>|>.*?</(?P=name)\s*>)', re.DOTALL
)
_SPOKEN = patterns.compile(r"(<(?P<name>(?:\w+:)?language)\b[^>]*?)(?:/>|>[^<]*</(?P=name)\s*>)")
_LAST = patterns.compile(r"</[^>]*>\s*$")


def signed(archive: Archive, parts: Parts, changed: Mapping[str, bytes], imprint: Imprint) -> dict[str, bytes]:
    """The parts of a file that says something else about itself.

    Its language stands where a word processor's speller looks for it, and in the file's properties if they have one;
    its direction in each paragraph and run; how it came about in a property of its own, ``digitalSourceType``.

    Args:
        archive: The file.
        parts: Those of its parts that have text.
        changed: What these hold now, where that is something else.
        imprint: What it shall say.
    """
    done = dict(changed)

    def text_of(name: str) -> str:
        return done[name].decode() if name in done else part_of(archive.read(name), name, archive.path)

    def save(name: str, before: str, after: str) -> None:
        if before != after:
            done[name] = after.encode()

    for name in filter(None, [*parts.names, parts.styles]):
        text = text_of(name)
        save(name, text, _spoken(text, imprint, is_text=name != parts.styles))
    if _CORE in archive.members:
        text = text_of(_CORE)
        save(_CORE, text, _with_language(text, imprint.language))
    told = relationships(text_of(ROOT), "")
    custom = next((each.target for each in told if each.kind == _CUSTOM_KIND), "")
    if custom in archive.members:
        text = text_of(custom)
        save(custom, text, _with_property(text, digital_source_type(imprint.making)))
    elif _CUSTOM not in archive.members and not custom:
        done[_CUSTOM] = _with_property(_EMPTY, digital_source_type(imprint.making)).encode()
        text = text_of(_TYPES)
        added = f'<Override PartName="/{_CUSTOM}" ContentType="{_CUSTOM_TYPE}"/>'
        save(_TYPES, text, _with_last(text, added, "Types"))
        text = text_of(ROOT)
        kind = f"{_OFFICE}/relationships/{_CUSTOM_KIND}"
        added = f'<Relationship Id="{_free(text)}" Type="{kind}" Target="{_CUSTOM}"/>'
        save(ROOT, text, _with_last(text, added, "Relationships"))
    return done


def _with_language(text: str, language: str) -> str:
    """The properties that all files have, with their language."""
    if _SPOKEN.search(text):
        return _SPOKEN.sub(rf"\1>{language}</\g<name>>", text)
    if "xmlns:dc=" not in text:
        return text
    return _LAST.sub(lambda match: f"<dc:language>{language}</dc:language>{match[0]}", text)


def _free(text: str) -> str:
    """A name that no relationship has."""
    number = 1
    while f'"newsdesk{number}"' in text:
        number += 1
    return f"newsdesk{number}"


def _with_last(text: str, added: str, root: str) -> str:
    """The text of a part with one element more at the end, in the names that its root has."""
    closing = _LAST.search(text)
    prefix = closing[0][2:].partition(root)[0] if closing else ""
    return _LAST.sub(lambda match: f"{added.replace('<', f'<{prefix}')}{match[0]}", text)


def _with_property(text: str, value: str) -> str:
    """The properties of a file with the one that tells how it came about."""
    text = _OWN.sub("", text)
    number = max([1, *map(int, _NUMBER.findall(text))]) + 1
    types = f"{_OFFICE}/docPropsVTypes"
    told = f'<vt:lpwstr xmlns:vt="{types}">{escaped(value)}</vt:lpwstr>'
    closing = _LAST.search(text)
    prefix = closing[0][2:].partition("Properties")[0] if closing else ""
    named = f"{prefix}property"
    added = f'<{named} fmtid="{_FORMAT}" pid="{number}" name="{PROPERTY}">{told}</{named}>'
    return _LAST.sub(lambda match: f"{added}{match[0]}", text)


def _spoken(text: str, imprint: Imprint, *, is_text: bool) -> str:
    """The text of a part whose languages and directions are others."""
    prefix = prefix_of(text)
    if prefix is None:
        return text
    done: list[str] = []
    at = 0
    wanted = {f"{prefix}val", *([f"{prefix}bidi"] if imprint.direction == "rtl" else [])}
    for match in TAG.finditer(text):
        if match["name"] != f"{prefix}lang" or match["close"]:
            continue
        begin = match.start("attributes")
        for name, start, end in values(match["attributes"]):
            if name in wanted:
                done += text[at : begin + start], imprint.language
                at = begin + end
    text = "".join((*done, text[at:]))
    return directed(text, prefix, rtl=imprint.direction == "rtl") if is_text else text
