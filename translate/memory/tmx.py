"""TMX 1.4b files ⇄ units, one at a time, so that a file of any size takes the same memory.

The format: “TMX 1.4b Specification”, OSCAR recommendation, 26 April 2005.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from typing import IO, TYPE_CHECKING

from translate import patterns
from translate.core.entries.remembered import MemoryUnit, comparable
from translate.core.text.locales import Locale, parse
from translate.core.text.prose import is_prose
from translate.core.text.showing import is_visible
from translate.core.text.words import UNSPACED
from translate.errors import MemoryFileError
from translate.memory.provenance import Hand, Marks, is_machines, mark, marks
from translate.memory.serving import serving
from translate.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KIND = "x-newsdesk-kind"
_ORIGIN = "x-newsdesk-origin"
_TOOL = "newsdesk"
"""As a header has it in the files that `write` makes."""
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements in a segment that hold an editor's formatting, not text."""
_MOST_ELEMENTS = 10_000
"""In one unit; no translator's tool writes so many, and they would all be in memory at once."""
_IN_FILE, _IN_BODY = 2, 3
"""The depth of the header, and of a unit: tmx, body, tu."""

NO_LANGUAGE = "without a text in the project's languages"
NO_TEXT = "without a text"
NO_ENTITY = "with an entity that the file does not define"
COPY = "copied from the source"
"""As Crowdin and others fill in what nobody has translated; a name may well be the same in both languages."""


_REASONS = {
    "no element found": "there is nothing in it",
    "Start tag expected": "it is no XML",
    "Premature end of data": "it ends too early; was all of it copied?",
    "too long": "a text in it is longer than ten million characters",
    "Excessive depth": "its elements are nested too deep",
    "xmlParseCharRef": "it holds a character that XML has no place for; take it out",
    "Invalid character": "it holds a character that XML has no place for; take it out",
    "PCDATA invalid Char": "it holds a character that XML has no place for; take it out",
    "Invalid bytes in character encoding": "it is not in the encoding that its first line names; save it as UTF-8",
    "not proper UTF-8": "it is not in the encoding that its first line names; save it as UTF-8",
    "Unsupported encoding": "its encoding is not known; save it as UTF-8",
}
"""libxml2's words, as far as they are known, in ours."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A unit of a TMX file that gives nothing to the memory."""

    line: int
    reason: str
    """Behind “units”: `NO_LANGUAGE`, `NO_TEXT`, `NO_ENTITY`, `COPY`, or what a `Hand` is called."""


@dataclass(frozen=True, slots=True)
class _Variant:
    """A unit's text in one language."""

    text: str | None
    """None where it cannot be known."""
    seen: str
    marks: Marks


@dataclass(slots=True)
class _Unit:
    """What is read of the unit that the parser stands in."""

    line: int
    seen: str
    by: str
    hand: Hand | None
    """Who made it, where that was no person."""
    texts: dict[Locale, list[_Variant]] = field(default_factory=dict)
    kind: str | None = None
    origin: str = ""

    def newest(self, locales: Collection[Locale]) -> _Variant:
        """Of a person's texts in some languages the one that was changed last; where there is none, of all."""
        found = [variant for locale in locales for variant in self.texts[locale]]
        return max([v for v in found if not self.hand_of(v)] or found, key=lambda variant: variant.seen)

    def hand_of(self, variant: _Variant) -> Hand | None:
        """Who made a text, where that was no person; what a unit says of its author it says of a text without one."""
        named = variant.marks.named if variant.marks.by else Marks(self.by).named
        return self.hand or variant.marks.told or named


def read(file: IO[bytes], shown: str, *, source: str, locales: Collection[str]) -> Iterator[MemoryUnit | Skipped]:
    """Read a TMX file, any 1.x, in any encoding that XML knows.

    Formatting codes in the texts are left out, highlighted text (``hi``) stays. Line breaks and the white space around
    them are the layout of a file that was printed prettily, and so are blanks at a text's ends; only in a file of ours
    they are text. Nothing outside the file is looked at, whatever it refers to.

    Args:
        file: The file, read as it goes.
        shown: The file as the user knows it, for messages and as the units' origin where they have none.
        source: The locale of the sources. It is served by a regional variant too, as the others are.
        locales: The locales of the translations that are wanted.

    Yields:
        A unit for each wanted translation, and what had none, or only one that no person has approved. Where a
        language has several, it is the one that was changed last. What was yielded before an error must not be used:
        a file is read as a whole or not at all.

    Raises:
        MemoryFileError: It is no TMX file, or one that is made to do harm, with the line.
    """
    depth = elements = 0
    reader = _Reader()
    for event, element in _events(file, shown):
        if event == "start":
            depth += 1
            elements = elements + 1 if depth > _IN_BODY else 0
            if elements > _MOST_ELEMENTS:
                message = f"a unit has more than {_MOST_ELEMENTS:,} elements; this is no translation memory"
                raise MemoryFileError(message, path=shown, line=element.sourceline)
            if depth == 1:
                _refuse_others(element, shown)
            reader.start(element, depth)
            continue
        if unit := reader.end(element, depth):
            yield from _units(unit, shown, source, locales)
        if depth <= _IN_BODY + (reader.unit is not None):
            _forget(element)
        depth -= 1


def _events(file: IO[bytes], shown: str) -> Iterator[tuple[str, etree._Element]]:
    """The starts and ends of the file's elements; libxml2's own limits hold."""
    from lxml import etree

    try:
        yield from etree.iterparse(
            file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "no element found").partition(", line ")[0].strip()
        plain = next((words for start, words in _REASONS.items() if start in reason), f"{reason}; export it again")
        message = f"is no TMX file that can be read: {plain}"
        raise MemoryFileError(message, path=shown, line=error.lineno or None) from error
    except OSError as error:
        raise MemoryFileError(f"cannot be read: {error.strerror or error}", path=shown) from error


def _refuse_others(root: etree._Element, shown: str) -> None:
    if root.tag != "tmx":
        raise MemoryFileError(f"is no TMX file: it starts with “{root.tag}” and not with “tmx”", path=shown)
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise MemoryFileError("defines entities, which no translation memory needs; take them out", path=shown, line=1)


def _forget(element: etree._Element) -> None:
    """Free an element that has been read, and what stands before it."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


@dataclass(slots=True)
class _Reader:
    """Where the parser stands, and what the header has said of all units."""

    unit: _Unit | None = None
    is_ours: bool = False
    """Whether we wrote the file, so that all white space in it is text."""
    hand: Hand | None = None
    """Who made all of it, where that was no person."""

    def start(self, element: etree._Element, depth: int) -> None:
        if depth == _IN_FILE and element.tag == "header":
            self.is_ours = element.get("creationtool") == _TOOL
            self.hand = Hand.MACHINE if is_machines(element) else None
        elif depth == _IN_BODY and element.tag == "tu":
            self.unit = _Unit(element.sourceline or 0, _date(element), marks(element).by, self.hand)

    def end(self, element: etree._Element, depth: int) -> _Unit | None:
        """Take what is wanted of an element that has been read; the unit, where it is one."""
        unit = self.unit
        if depth == _IN_BODY:
            self.unit = None
            if unit is None:
                self.hand = self.hand or mark(element)
            return unit
        if unit and depth == _IN_BODY + 1:
            if element.tag == "tuv":
                self._take(unit, element)
            elif element.tag == "prop" and element.get("type") == _KIND:
                unit.kind = element.text or None
            elif element.tag == "prop" and element.get("type") == _ORIGIN:
                unit.origin = element.text or ""
            else:
                unit.hand = unit.hand or mark(element)
        return None

    def _take(self, unit: _Unit, element: etree._Element) -> None:
        """Take a variant into its unit."""
        # Before 1.4 the attribute had no namespace.
        locale = parse((element.get(_LANG) or element.get("lang") or "").strip())
        segment = element.find("seg")
        if locale and segment is not None:
            text = _text(segment)
            told = text if text is None or self.is_ours else _tidied(text)
            unit.texts.setdefault(locale, []).append(_Variant(told, _date(element) or unit.seen, marks(element)))


_BREAK = r"[ \t]*[\r\n][ \t\r\n]*"
_WIDE = rf"(?:{UNSPACED}|[\u3000-\u303f\uff00-\uffef])"
"""A letter or a mark of a script without spaces."""
_LAYOUT = patterns.compile(rf"(?<={_WIDE}){_BREAK}(?={_WIDE})|(?P<space>{_BREAK})")


def _tidied(text: str) -> str:
    """A text without the layout of its file: in one line, and without blanks at its ends."""
    return _LAYOUT.sub(lambda found: " " if found["space"] else "", text.strip(" \t\r\n"))


def _text(element: etree._Element) -> str | None:
    """A segment without its codes; None where an entity that nobody knows stands in it."""
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            return None  # Comments and processing instructions are gone already.
        if child.tag not in _CODES:
            inner = _text(child)
            if inner is None:
                return None
            parts.append(inner)
        parts.append(child.tail or "")
    return "".join(parts)


def _units(unit: _Unit, shown: str, source: str, locales: Collection[str]) -> Iterator[MemoryUnit | Skipped]:
    sources = serving(source, unit.texts)
    served = [(locale, found) for locale in locales if (found := serving(locale, unit.texts))] if sources else []
    if not served:
        yield Skipped(unit.line, NO_LANGUAGE)
        return
    original = unit.newest(sources)
    for locale, found in served:
        translation = unit.newest(found)
        if original.text is None or translation.text is None:
            yield Skipped(unit.line, NO_ENTITY)
        elif not is_visible(original.text) or not is_visible(translation.text):
            yield Skipped(unit.line, NO_TEXT)
        elif hand := unit.hand_of(translation) or unit.hand_of(original):
            yield Skipped(unit.line, hand.value)
        elif _is_copy(original.text, translation.text):
            yield Skipped(unit.line, COPY)
        else:
            yield MemoryUnit(locale, original.text, translation.text, unit.kind, unit.origin or shown, translation.seen)


def _is_copy(source: str, target: str) -> bool:
    return comparable(source) == comparable(target) and is_prose(source.split())


_DATE = patterns.compile(
    r"(\d{4})(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:?)([0-5]\d)\6([0-5]\d)(?:[.,]\d+)?Z?", re.ASCII
)
"""As the specification has it, or as ISO 8601 has it otherwise; UTC."""


def _date(element: etree._Element) -> str:
    """When an element was changed last, else when it was made; empty where it does not say."""
    dates = (_DATE.fullmatch((element.get(name) or "").strip()) for name in ("changedate", "creationdate"))
    return next(("{}-{}-{}T{}:{}:{}Z".format(*found.group(1, 3, 4, 5, 7, 8)) for found in dates if found), "")


# XML 1.0, section 2.2.
_NO_XML = patterns.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(unit: MemoryUnit) -> bool:
    """Whether XML can hold the unit's texts: it has no place for most control characters."""
    return not any(_NO_XML.search(text) for text in (unit.source, unit.target, unit.kind or "", unit.origin))


def write(file: IO[bytes], units: Iterable[MemoryUnit], *, source: str, version: str) -> int:
    """Write units as a TMX 1.4b file in UTF-8, without their order being changed.

    Args:
        file: Written as it goes.
        units: What to write.
        source: The locale of the sources.
        version: newsdesk's own.

    Returns:
        How many units were left out because they are not `writable`.
    """
    from lxml import etree

    header = {
        "creationtool": _TOOL, "creationtoolversion": version, "segtype": "paragraph", "o-tmf": "PO",
        "adminlang": "en", "srclang": _tag(source), "datatype": "plaintext",
    }  # fmt: skip
    left_out = 0
    with etree.xmlfile(file, encoding="UTF-8") as xml:
        xml.write_declaration()
        xml.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        with xml.element("tmx", version="1.4"):
            xml.write("\n", etree.Element("header", header), "\n")
            with xml.element("body"):
                xml.write("\n")
                for unit in units:
                    if writable(unit):
                        xml.write(_element(unit, source), "\n")
                    else:
                        left_out += 1
            xml.write("\n")
    return left_out


def _element(unit: MemoryUnit, source: str) -> etree._Element:
    from lxml import etree

    element = etree.Element("tu", tuid=_tuid(unit))
    if unit.seen:
        element.set("creationdate", unit.seen.replace("-", "").replace(":", ""))
    for name, value in ((_KIND, unit.kind), (_ORIGIN, unit.origin)):
        if value:
            etree.SubElement(element, "prop", type=name).text = value
    for locale, text in ((source, unit.source), (unit.locale, unit.target)):
        variant = etree.SubElement(element, "tuv", {_LANG: _tag(locale)})
        etree.SubElement(variant, "seg").text = text
    return element


def _tag(locale: str) -> str:
    known = parse(locale)
    return known.tag if known else locale


def _tuid(unit: MemoryUnit) -> str:
    """A name for the unit that is the same in every export, so that other tools can tell what is new."""
    digest = hashlib.blake2b(digest_size=8)
    for part in (unit.locale, unit.kind or "", unit.source, unit.target, unit.origin):
        digest.update(b"%d:" % len(data := part.encode()) + data)
    return f"n{digest.hexdigest()}"
