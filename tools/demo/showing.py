"""Find the entries of a PO file that show best what a glossary does, beside drafts that were made without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten, wrap

from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.comments import Rule, Settled, TagMeaning
from translate.core.entries.termlines import Shape, TermLine
from translate.core.terms.ways import How
from translate.core.text.sentences import cut
from translate.segmentation import segmenter_for

WIDTH = 79
_INDENT = 15
_MOST_LINES = 2
"""Of one text."""

MEANING = {
    How.AS_IS: "the engine had it right, or was made to take it",
    How.N_BEST: "another choice of the engine than its first had it",
    How.CLEANED: "drafted again without a word that the newsroom does not want",
    How.REDRAFTED: "drafted again with a common word in its place",
    How.AGREED: "the grammar placed it, and the words around it agree",
    How.PASTED: "the grammar did not see it: see whether the words agree",
    How.REPAIRED: "it took the place of the words that stood for it",
    How.INSERTED: "the draft had no word for it; where it stands is a guess",
    How.WITHIN: "it is only there as the beginning of another word",
    How.UNLISTED: "a form of it is there; its row in the glossary lists none",
    How.WARNED: "it is not there, and the newsroom only wants to know of it",
    How.UNDECIDED: "it stays as it is until the glossary has a row for it",
    How.OFFERED: "put in, it would make the draft worse; a person may know how",
    How.AVOIDED: "the engine had this word at first, which the newsroom does not want",
    How.MISSING: "no accepted form of it is in the draft",
    How.FORBIDDEN: "a word that the newsroom does not want is in the draft",
}


@dataclass(frozen=True, slots=True)
class Example:
    """An entry with the line of one of its terms, and the same text drafted without a glossary."""

    entry: Entry
    plain: str
    line: TermLine

    @property
    def merit(self) -> tuple[bool, int]:
        """The less the better: the glossary makes a difference, and the text is short."""
        return self.line.target in self.plain, len(self.entry.msgid)


KINDS: Mapping[str, tuple[str, Callable[[TermLine], bool]]] = {
    "undecided": (
        "A title that nobody has decided on stays as it is",
        lambda line: line.way is not None and line.way.how is How.UNDECIDED,
    ),
    "inflected": ("A term stands in the case that the sentence asks for", lambda line: line.shape is Shape.INFLECTED),
    "flag": ("A term is flagged, since only a person can decide", lambda line: line.flagged),
}
"""What there is to show: its heading, and whether a line is an example of it; only the last is of flagged ones."""


def example(kind: str, catalog: Catalog, plain: Mapping[str, str]) -> Example | None:
    """The best example of a kind that a PO file has; None where it has none.

    Args:
        kind: One of `KINDS`.
        catalog: With drafts that have their terms.
        plain: By msgid, what the same engine drafts without a glossary.
    """
    _, wanted = KINDS[kind]
    found = (
        Example(entry, plain[entry.msgid], line)
        for entry in catalog.entries
        for line in map(TermLine.parse, entry.extracted)
        if line and line.way and wanted(line) and line.flagged is (kind == "flag") and entry.msgid in plain
    )
    return min(found, key=lambda each: each.merit, default=None)


def told(kind: str, one: Example, language: str) -> Iterator[str]:
    """An example in lines of a terminal: the source, both drafts, and the entry's line with what it means.

    Args:
        kind: One of `KINDS`.
        one: The example.
        language: The code of the drafts' language.
    """
    place, source = _sentence(one.entry.msgid, one.line.source, "en")
    yield f"  {KINDS[kind][0]}"
    yield from _beside("source", source)
    yield from _beside("without", _nth(one.plain, place, language))
    yield from _beside("draft", _nth(one.entry.msgstr, place, language))
    yield from _beside("its line", one.line.told)
    yield from _beside("which says", MEANING[one.line.way.how] if one.line.way and one.line.way.how else "")


DECIDED = "The glossary decides what a show is called, and it waits for nobody"


def decided(titles: Catalog) -> Iterator[str]:
    """A title for which the glossary has a row, in lines of a terminal; nothing where there is none.

    Args:
        titles: The PO file of the lists.
    """
    for entry in titles.entries:
        for line in map(Settled.parse, entry.extracted):
            if line and line.rule is not Rule.COPY:
                yield f"  {DECIDED}"
                yield from _beside("title", entry.msgid)
                yield from _beside("its line", str(line))
                return


TAGGED = "A link stands at the words that it belongs to, wherever they go"


def tagged(catalog: Catalog) -> Iterator[str]:
    """A text with a tag, in lines of a terminal; nothing where there is none.

    Args:
        catalog: With drafts.
    """
    for entry in catalog.entries:
        for line in filter(None, map(TagMeaning.parse, entry.extracted)):
            yield f"  {TAGGED}"
            yield from _beside("source", entry.msgid)
            yield from _beside("draft", entry.msgstr)
            yield from _beside("its line", str(line))
            return


def _beside(label: str, text: str) -> list[str]:
    """A text of at most two lines beside its label."""
    room = WIDTH - _INDENT
    lines = wrap(shorten(text, _MOST_LINES * room - 10, placeholder=" …"), room)
    return [f"    {label if n == 0 else '':<{_INDENT - 4}}{line}" for n, line in enumerate(lines)]


def _sentence(text: str, term: str, language: str) -> tuple[int, str]:
    """The first sentence that has a term, and which one it is."""
    pieces = _sentences(text, language)
    place = next((n for n, piece in enumerate(pieces) if term.casefold() in piece.casefold()), 0)
    return place, pieces[place]


def _nth(text: str, place: int, language: str) -> str:
    pieces = _sentences(text, language)
    return pieces[place] if place < len(pieces) else text


def _sentences(text: str, language: str) -> list[str]:
    return [sentence.text for sentence in cut(text, segmenter_for(language))]
