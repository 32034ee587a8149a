"""What a translated ninjs item says about itself: its language, and how it came about."""

from __future__ import annotations

import json
from collections.abc import Iterator

from translate import patterns
from translate.core.article import Imprint, Making
from translate.documents.disclosure import NAMES, digital_source_type
from translate.documents.jsonvalues import Pairs, Text, value_of
from translate.documents.layout import Sheet
from translate.documents.ninjs.passages import item_of

_SOURCE = ("digitalSourceType", "digitalsourcetype")
"""In 3.x, and before."""
_SINCE = {"1": 6, "2": 2, "3": 1}
"""By the first figure of a version the second that has the field."""
_VERSION = patterns.compile(r"([123])\.(\d+)")

_Edit = tuple[int, int, str]


def signed(sheet: Sheet, imprint: Imprint) -> str:
    """The text of an item that says something else about itself.

    The item says in which language it is, and so do those that go with it where they have said the same before. How it
    came about it says where its version of ninjs has a field for that: 1.6, 2.2, 3.1 and later, or one that it does not
    tell. There is no field for the direction.

    Args:
        sheet: The file.
        imprint: What it shall say.
    """
    root = value_of(sheet)
    if not isinstance(root, Pairs):
        return sheet.text
    edits = [(node.start, node.end, json.dumps(imprint.language)) for node in item_of(sheet, root).languages]
    added: list[tuple[str, str]] = []
    language = root.last("language")
    if language is None:
        added.append(("language", json.dumps(imprint.language)))
    elif not isinstance(language, Text):
        edits.append((language.start, language.end, json.dumps(imprint.language)))
    names = [member for member in root.members if member.key in _SOURCE]
    told = _told(imprint.making, _colon(sheet, root))
    if names:
        edits += [(member.value.start, member.value.end, told) for member in names]
    elif _has_source(sheet, root):
        added.append((_SOURCE[0] if _is_third(sheet, root) else _SOURCE[1], told))
    end = root.members[-1].value.end
    edits.append((end, end, "".join(_members(sheet, root, added))))
    return _edited(sheet.text, edits)


def _edited(text: str, edits: list[_Edit]) -> str:
    # From the end, so that earlier offsets stay true.
    done: list[str] = []
    last = len(text)
    for start, end, new in sorted(edits, reverse=True):
        done += text[end:last], new
        last = start
    return "".join((text[:last], *reversed(done)))


def _members(sheet: Sheet, root: Pairs, added: list[tuple[str, str]]) -> Iterator[str]:
    """New members, spaced as the last one is."""
    last = root.members[-1]
    before = root.members[-2].value.end if len(root.members) > 1 else root.start + 1
    space = sheet.text[before : last.start].partition(",")[2] or sheet.text[before : last.start].replace(",", "")
    for key, value in added:
        yield f",{space}{json.dumps(key)}{_colon(sheet, root)}{value}"


def _colon(sheet: Sheet, root: Pairs) -> str:
    """The colon behind a key, with the space that the file has around it."""
    last = root.members[-1]
    between = sheet.text[last.start : last.value.start]
    return between[between.rindex('"') + 1 :]


def _told(making: Making, colon: str) -> str:
    spaced = colon.endswith(" ")
    told = {"name": NAMES[making], "uri": digital_source_type(making)}
    return json.dumps(told, separators=(", ", ": ") if spaced else (",", ":"))


def _version(sheet: Sheet, root: Pairs) -> tuple[str, int] | None:
    """The version of ninjs that an item says it is of."""
    standard = root.last("standard", "$standard")
    version = standard.last("version") if isinstance(standard, Pairs) else None
    found = _VERSION.match(sheet.text, version.start + 1, version.end) if isinstance(version, Text) else None
    return (found[1], int(found[2])) if found else None


def _has_source(sheet: Sheet, root: Pairs) -> bool:
    """Whether there is a field for how an item came about, as far as its version is known."""
    version = _version(sheet, root)
    return version is None or version[1] >= _SINCE[version[0]]


def _is_third(sheet: Sheet, root: Pairs) -> bool:
    """Whether an item is of ninjs 3: as its version says, or its keys show, which alone have capitals."""
    if version := _version(sheet, root):
        return version[0] == "3"
    return any(any(map(str.isupper, member.key)) for member in root.members)
