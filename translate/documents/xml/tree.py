"""The elements of an XML file, and where each stands in its text.

Expat reads it. A DOCTYPE is taken as it is: nothing that it names is fetched, and one that defines entities is
refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from xml.parsers import expat

from translate import patterns
from translate.core.text.decoding import check_characters
from translate.documents.layout import Sheet
from translate.errors import DocumentError
from translate.values import dataclass

MOST_ELEMENTS = 200_000
"""In one file; each takes time and memory."""
MOST_REFERENCES = 300_000
"""Letters that are spelt, in one file."""
DEEPEST = 100
"""How deep elements may be nested."""
_START_TAG = patterns.compile(r"""<(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = patterns.compile(r"""\s(?P<name>[^\s=<>"'/]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
_SPACES = MappingProxyType(
    {
        "http://www.w3.org/2005/Atom": "atom",
        "http://purl.org/atom/ns#": "atom",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
        "http://purl.org/rss/1.0/": "",
        "http://purl.org/rss/1.0/modules/content/": "content",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://search.yahoo.com/mrss/": "media",
        "http://search.yahoo.com/mrss": "media",
        "http://www.w3.org/1999/xhtml": "html",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
        "http://iptc.org/std/nar/2006-10-01/": "nar",
        "http://iptc.org/std/NITF/2006-10-18/": "nitf",
        "http://www.w3.org/XML/1998/namespace": "xml",
    }
)
_ROOTS = MappingProxyType({"feed": "atom", "rss": ""})
"""The prefix of what is in such a root, in whatever namespace: feeds had others before they had their own, or none."""
_WORDPRESS = patterns.compile(r"https?://wordpress\.org/export/[\d.]+/(?P<part>excerpt/)?")


@dataclass(slots=True, eq=False)
class Element:
    """One element, with its offsets in the text of the file."""

    name: str
    """With the prefix that its namespace has here, such as ``content:encoded``, whatever the file calls it."""
    local: str
    """The same without a prefix, in small letters."""
    attributes: Mapping[str, str]
    """By their names in the file."""
    start: int
    inner: int
    """Where its content begins."""
    close: int = 0
    """Where its content ends."""
    end: int = 0
    children: list[Element] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language that it names for what is in it; empty where it names none."""
        return self.attributes.get("xml:lang") or self.attributes.get("lang", "")

    def every(self, *names: str) -> Iterator[Element]:
        """Its children of some names."""
        return (child for child in self.children if child.name in names)

    def first(self, *names: str) -> Element | None:
        """The first child of some names."""
        return next(self.every(*names), None)

    def walk(self) -> Iterator[Element]:
        """Itself and all that is in it, in the order of the text."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending += reversed(element.children)


def root_of(sheet: Sheet) -> Element:
    """The root element of a file, with all that is in it.

    Raises:
        DocumentError: It is no XML that can be read, defines entities, or has too many elements or too deep.
    """
    return _Reading(sheet).root()


class _Reading:
    """What Expat has told so far."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._text = sheet.text
        self._data = sheet.text.encode("utf-8", "surrogatepass")
        self._byte = 0
        self._offset = 0
        self._count = 0
        self._home: tuple[str | None, str] = (None, "")
        self._open: list[Element] = []
        self._root: Element | None = None
        self._scopes: list[tuple[Mapping[str, str], dict[str, tuple[str, str]]]] = [({}, {})]
        # The text was decoded already; what its first line says of its encoding is of its bytes.
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._entity
        # Many feeds have &nbsp; and define it nowhere. Expat takes it where a DTD elsewhere may do so; ours is empty.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self._elsewhere

    def root(self) -> Element:
        """The root element."""
        check_characters(self._text, self._sheet.path)
        if self._text.count("&") > MOST_REFERENCES:
            told = f"has more than {MOST_REFERENCES:,} references, such as &lt;"
            raise self._sheet.fault(f"{told}; split it into several files")
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            message = f"is no XML that can be read: {expat.ErrorString(error.code)}; look at the lines before, too"
            raise DocumentError(message, path=self._sheet.path, line=error.lineno) from None
        if self._root is None:
            raise self._sheet.fault("is no XML: it has no element")
        return self._root

    def _at(self, byte: int) -> int:
        """The offset of a byte, where none before it is asked for again."""
        if len(self._data) == len(self._text):
            return byte
        self._offset += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._offset

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._at(self._parser.CurrentByteIndex)
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise self._sheet.fault(f"has more than {MOST_ELEMENTS:,} elements; split it into several", start)
        if len(self._open) >= DEEPEST:
            raise self._sheet.fault(
                f"has elements nested more than {DEEPEST} deep; is one of them never closed?", start
            )
        found = _START_TAG.match(self._text, start)
        if found is None:
            raise self._sheet.fault("has a tag that never ends; close it", start)
        element = Element(*self._named(name, attributes), attributes, start, found.end())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._scopes.pop()
        element = self._open.pop()
        at = self._at(self._parser.CurrentByteIndex)
        if self._text.startswith("/>", element.inner - 2) and at == element.inner:
            element.close = element.end = at
        else:
            element.close = at
            element.end = self._text.index(">", at) + 1

    def _named(self, name: str, attributes: Mapping[str, str]) -> tuple[str, str]:
        """The name of an element with the prefix that its namespace has here, and without."""
        spaces, names = self._scopes[-1]
        own = attributes and {
            key[5:].lstrip(":"): value.strip() for key, value in attributes.items() if key.startswith("xmlns")
        }
        if own:
            spaces, names = {**spaces, **own}, {}
        self._scopes.append((spaces, names))
        known = names.get(name)
        if known is None:
            prefix, _, local = name.rpartition(":")
            space = spaces.get(prefix, "")
            if self._root is None and local in _ROOTS and space not in _SPACES:
                self._home = (space, _ROOTS[local])
            if space == self._home[0]:
                short = self._home[1]
            elif found := _WORDPRESS.fullmatch(space):
                short = "excerpt" if found["part"] else "wp"
            else:
                short = _SPACES.get(space, prefix)
            known = names[name] = (f"{short}:{local}" if short else local), local.lower()
        return known

    def _elsewhere(self, context: str | None, *_: object) -> int:
        """What stands in another file: nothing, for none is fetched."""
        self._parser.ExternalEntityParserCreate(context).Parse(b"", True)
        return 1

    def _entity(self, name: str, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        message = f"defines an entity, “{name[:40]}”, which no article needs; take it out"
        raise DocumentError(message, path=self._sheet.path, line=line)


def parsed(text: str) -> Element:
    """The root element of a text that was read before as a file or a part of one."""
    return root_of(Sheet("", text))


def values(text: str, element: Element) -> Iterator[tuple[str, int, int]]:
    """The attributes of an element: the name of each, and where its value begins and ends, without its quotes."""
    for found in _ATTRIBUTE.finditer(text, element.start, element.inner):
        yield found["name"], *found.span(found.lastgroup or 0)
