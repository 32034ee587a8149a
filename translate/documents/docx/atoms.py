"""What a paragraph of a DOCX file is made of."""

from __future__ import annotations

from dataclasses import field

from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Text of one run, or one character that the file spells."""

    start: int
    end: int
    text: str
    tag: int
    """Where the tag of its text begins, in its run."""
    tail: int
    """Behind the tag that ends its text."""
    look: str
    """The formatting of its run, as the file has it; empty where it has none."""
    keeps: bool
    """Whether space at its ends counts."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something that is no text, such as a picture or a line break."""

    start: int
    end: int
    name: str
    """Empty where a reader sees nothing of it, such as a bookmark."""
    original: str
    """Complete, with a run around it where it stands in one."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Where something begins or ends that is around runs, such as a link."""

    start: int
    end: int
    name: str
    begins: bool
    original: str
    look: str | None
    """The formatting of the run that it stands in; None where it stands between runs."""


Atom = Words | Point | Edge


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or a part of one that has nothing in it that holds paragraphs of its own."""

    number: int
    """In its file, counted from 1."""
    style: str = ""
    """The name of its style, as the file refers to it."""
    is_item: bool = False
    """Whether it is numbered, or has a bullet."""
    in_cell: bool = False
    level: str = ""
    """Its level in the outline, where it tells one itself."""
    torn: bool = False
    """Whether something that begins in it ends elsewhere."""
    atoms: list[Atom] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What is read to whoever does not see a picture."""

    start: int
    end: int
    number: int
    """That of the paragraph it stands in."""
