"""Walk through a part of a DOCX file, and find its paragraphs on the way."""

from __future__ import annotations

import re
from dataclasses import field, replace

from translate import patterns
from translate.core.text.decoding import CONTROL, named
from translate.documents.docx.atoms import Alternative, Edge, Paragraph, Point, Words
from translate.documents.docx.markup import REFERENCE, TAG, attributes, unescaped, values
from translate.documents.layout import MOST_PARAGRAPHS, NOUN
from translate.errors import DocumentError
from translate.values import dataclass

MOST_ATOMS = 60_000
"""Runs, references and other things in one part."""
_WRAPS = {
    "hyperlink": "a",
    "smartTag": "g",
    "customXml": "g",
    "fldSimple": "field",
    "dir": "bdi",
    "bdo": "bdo",
    "ins": "ins",
    "moveTo": "ins",
}
"""What is around runs, with the name that it has in a text."""
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
_GONE = frozenset({"del", "moveFrom"})
_POINTS = {
    "br": "br",
    "cr": "br",
    "tab": "tab",
    "ptab": "tab",
    "sym": "sym",
    "footnoteReference": "fn",
    "endnoteReference": "fn",
    "footnoteRef": "fn",
    "endnoteRef": "fn",
    "drawing": "img",
    "pict": "img",
    "object": "img",
    "AlternateContent": "img",
    "ruby": "ruby",
    "fldSimple": "field",
    "oMath": "math",
    "oMathPara": "math",
}
_SPELT = {"noBreakHyphen": "\u2011", "softHyphen": "\xad"}
"""Characters that have an element of their own."""
_FADED = frozenset({"proofErr", "lastRenderedPageBreak"})
"""What a word processor makes anew each time, and nobody has to keep."""
_COUNTED = patterns.compile(r"\s*(?:page|numpages|sectionpages|pageref|seq|noteref)\b", re.IGNORECASE)
"""Fields that are a figure, which a word processor fills in."""
_LINK = patterns.compile(r"\s*hyperlink\b", re.IGNORECASE)
_INSTRUCTION = patterns.compile(r"<(?:\w+:)?instrText[^>]*>([^<]*)")
_PIECE = patterns.compile(r"&[^;]*;|[^&]+")


@dataclass(slots=True)
class _Field:
    """A field that has begun: an instruction, and behind a separator what it makes."""

    start: int
    look: str
    number: int
    """Of atoms before it."""
    instruction: str = ""
    separated: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph that has begun."""

    paragraph: Paragraph
    look: str = ""
    """The formatting of the run that is open."""
    in_run: bool = False
    in_properties: bool = False
    whole: int = 0
    """How many elements are open from one on that is taken as a whole."""
    split: bool = False
    """Whether that has paragraphs of its own in it."""
    wraps: int = 0
    fields: list[_Field] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """A way through a part."""

    path: str
    text: str
    start: int
    """Where the part begins in the text."""
    end: int
    prefix: str
    """What Word's own names begin with."""
    accepts: bool
    """Whether changes that are tracked are taken as accepted."""
    number: int = 0
    """Of paragraphs before."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _elements: list[tuple[str, int, int]] = field(default_factory=list)
    """The elements that are open: name, and where the tag begins and ends."""
    _cells: int = 0
    _atoms: int = 0

    def run(self) -> None:
        """Find all paragraphs and pictures.

        Raises:
            DocumentError: There is something that cannot be read, such as a tracked change.
        """
        for match in TAG.finditer(self.text, self.start, self.end):
            if match["cdata"] is not None:
                raise self._fault("has a CDATA section, as no word processor does; open it in one and save it again")
            if not match["name"]:
                continue
            name = match["name"].removeprefix(self.prefix)
            if ":" in name:
                name = name.rpartition(":")[2] if name.endswith((":docPr", ":AlternateContent", ":oMath")) else name
            if match["close"]:
                _, start, behind = self._elements.pop()
                self._closed(name, start, behind, match)
                continue
            self._begun(name, match)
            if match["empty"]:
                self._closed(name, match.start(), match.end(), match)
            else:
                self._elements.append((name, match.start(), match.end()))

    def _fault(self, message: str) -> DocumentError:
        return DocumentError(message, path=self.path, line=max(self.number, 1))

    def _begun(self, name: str, match: re.Match[str]) -> None:
        if name == "p":
            self._paragraph()
            return
        if name in _CHANGES and not self.accepts:
            raise self._fault(
                "this paragraph has tracked changes; accept or reject them in a word processor, "
                "or have them taken as accepted (accept_changes = true under [formats.docx])"
            )
        if name == "docPr":
            self._alternative(match)
        self._cells += name == "tc"
        if self._open:
            self._inside(self._open[-1], name, match)

    def _inside(self, here: _Open, name: str, match: re.Match[str]) -> None:
        """Something begins in a paragraph."""
        if here.whole:
            here.whole += 1
        elif here.in_properties:
            self._property(here, name, match)
        elif name == "pPr" and not here.in_run:
            here.in_properties = True
        elif name == "r":
            here.in_run, here.look = True, ""
        elif name in _WRAPS and not self._is_counted(match):
            here.wraps += 1
            self._edge(here, _WRAPS[name], match.start(), match)
        elif name == "sdtContent":
            here.wraps += 1
            self._edge(here, "sdt", self._elements[-1][1], match)
        elif name not in {"sdt", "t"}:
            here.whole, here.split = 1, False

    def _is_counted(self, match: re.Match[str]) -> bool:
        """Whether something is a field in one element, and that a figure."""
        return bool(_COUNTED.match(attributes(match["attributes"]).get(f"{self.prefix}instr", "")))

    def _edge(self, here: _Open, called: str, start: int, match: re.Match[str]) -> None:
        self._count()
        if not match["empty"]:
            begun = self.text[start : match.end()]
            here.paragraph.atoms.append(Edge(start, match.end(), called, True, begun, None))

    def _property(self, here: _Open, name: str, match: re.Match[str]) -> None:
        said = attributes(match["attributes"]).get(f"{self.prefix}val", "")
        if name == "pStyle":
            here.paragraph.style = said
        elif name == "numPr":
            here.paragraph.is_item = True
        elif name == "numId" and said == "0":
            here.paragraph.is_item = False
        elif name == "outlineLvl":
            here.paragraph.level = said
        elif name == "pPrChange":  # What the properties were.
            here.whole = 1

    def _closed(self, name: str, start: int, behind: int, match: re.Match[str]) -> None:
        """An element has ended that began at an offset, with a tag up to another."""
        if name == "p":
            self._ended()
            return
        self._cells -= name == "tc"
        if self._open:
            self._left(self._open[-1], name, (start, behind), match)

    def _left(self, here: _Open, name: str, tag: tuple[int, int], match: re.Match[str]) -> None:
        """Something ends in a paragraph."""
        if here.whole:
            here.whole -= 1
            if not here.whole:
                self._whole(here, name, tag[0], match.end())
        elif here.in_properties:
            here.in_properties = name != "pPr"
        elif name == "r":
            here.in_run = False
        elif name == "t":
            self._words(here, *tag, match)
        elif name in _WRAPS or name == "sdtContent":
            here.wraps -= 1
            self._unwrapped(here, name, match)
        elif name == "sdt" and here.paragraph.atoms:
            last = here.paragraph.atoms[-1]
            if isinstance(last, Edge) and last.name == "sdt" and not last.begins:
                here.paragraph.atoms[-1] = replace(last, end=match.end())

    def _unwrapped(self, here: _Open, name: str, match: re.Match[str]) -> None:
        if match["empty"]:
            here.paragraph.atoms.append(Point(match.start(), match.end(), "", match[0]))
            return
        called = _WRAPS.get(name, "sdt")
        ended = match[0] if name in _WRAPS else f"{match[0]}</{self.prefix}sdt>"
        here.paragraph.atoms.append(Edge(match.start(), match.end(), called, False, ended, None))

    def _paragraph(self) -> None:
        """A paragraph begins, perhaps in a text box of another."""
        self.number += 1
        if self._open:
            outer = self._open[-1]
            if not outer.split:
                self._parted(outer)
            outer.split = True
        self._open.append(_Open(Paragraph(self.number, in_cell=self._cells > 0)))

    def _parted(self, outer: _Open) -> None:
        """What was before a text box is one thing, and what is behind it another."""
        before = outer.paragraph
        before.torn = before.torn or bool(outer.wraps or outer.fields)
        outer.fields.clear()
        self._keep(before)
        outer.paragraph = replace(before, atoms=[], torn=before.torn)

    def _ended(self) -> None:
        here = self._open.pop()
        here.paragraph.torn = here.paragraph.torn or bool(here.fields)
        self._keep(here.paragraph)
        if self._open:
            self._open[-1].paragraph.number = self.number

    def _keep(self, paragraph: Paragraph) -> None:
        if not paragraph.atoms:
            return
        self.paragraphs.append(paragraph)
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise self._fault(f"the file has more than {MOST_PARAGRAPHS:,} paragraphs; is it {NOUN}?")

    def _count(self) -> None:
        self._atoms += 1
        if self._atoms > MOST_ATOMS:
            raise self._fault(f"the file has more than {MOST_ATOMS:,} runs and other things in it; is it {NOUN}?")

    def _words(self, here: _Open, start: int, behind: int, match: re.Match[str]) -> None:
        """The text between two tags; nothing where it is empty."""
        keeps = "preserve" in self.text[start:behind]
        for piece in _PIECE.finditer(self.text, behind, match.start()):
            self._count()
            said = unescaped(piece[0]) if REFERENCE.match(piece[0]) else piece[0]
            if found := CONTROL.search(said):
                raise self._fault(f"{named(found[0])} stands in this paragraph; take it out")
            words = Words(piece.start(), piece.end(), said, start, match.end(), here.look, keeps)
            here.paragraph.atoms.append(words)

    def _whole(self, here: _Open, name: str, start: int, end: int) -> None:
        """Something has ended that is taken as a whole."""
        self._count()
        atoms = here.paragraph.atoms
        raw = self.text[start:end]
        if name == "rPr" and here.in_run:
            here.look = raw
        elif here.split or name in _FADED or name in _GONE or name.endswith(("Pr", "Change")):
            return
        elif not here.in_run:
            atoms.append(Point(start, end, _POINTS.get(name, ""), raw))
        elif name == "fldChar":
            self._field(here, attributes(raw).get(f"{self.prefix}fldCharType", ""), start, end)
        elif name == "instrText":
            return  # The field that it belongs to takes it.
        elif name in _SPELT:
            atoms.append(Words(start, end, _SPELT[name], start, end, here.look, keeps=True))
        else:
            atoms.append(Point(start, end, _POINTS.get(name, ""), self._in_run(here.look, raw)))

    def _in_run(self, look: str, raw: str) -> str:
        return f"<{self.prefix}r>{look}{raw}</{self.prefix}r>"

    def _field(self, here: _Open, kind: str, start: int, end: int) -> None:
        atoms = here.paragraph.atoms
        if kind == "begin":
            here.fields.append(_Field(start, here.look, len(atoms)))
            return
        if not here.fields:  # It began in an earlier paragraph.
            atoms.append(Point(start, end, "", self._in_run(here.look, self.text[start:end])))
            return
        found = here.fields[-1]
        if kind == "separate":
            raw = self.text[found.start : end]
            del atoms[found.number :]
            found.instruction, found.separated = "".join(_INSTRUCTION.findall(raw)), True
            called = "a" if _LINK.match(found.instruction) else "field"
            atoms.append(Edge(found.start, end, called, True, self._in_run(found.look, raw), found.look))
        elif kind == "end":
            here.fields.pop()
            raw = self.text[found.start : end]
            if found.separated and not _COUNTED.match(found.instruction):
                called = "a" if _LINK.match(found.instruction) else "field"
                closing = self._in_run(here.look, self.text[start:end])
                atoms.append(Edge(start, end, called, False, closing, here.look))
                return
            del atoms[found.number :]
            visible = "field" if found.separated else ""
            atoms.append(Point(found.start, end, visible, self._in_run(found.look, raw)))

    def _alternative(self, match: re.Match[str]) -> None:
        for name, start, end in values(match["attributes"]):
            if name == "descr" and start < end:
                if len(self.alternatives) == MOST_PARAGRAPHS:
                    raise self._fault(f"the file has more than {MOST_PARAGRAPHS:,} pictures; is it {NOUN}?")
                begin = match.start("attributes")
                self.alternatives.append(Alternative(begin + start, begin + end, max(self.number, 1)))
