"""The parts of a DOCX file that have text, found by how they refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from translate.documents.docx.archive import Archive
from translate.documents.docx.markup import TAG, attributes, part_of
from translate.errors import DocumentError
from translate.values import dataclass

ROOT = "_rels/.rels"
SEPARATOR = "\0"
"""What stands between parts, where their texts are one; XML has none in it."""
_TEXTS = ("footnotes", "endnotes", "header", "footer")
"""The relationships of what has text beside the document itself, in the order in which they are read."""
MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part says of another."""

    kind: str
    """The last word of its type, such as ``header``."""
    target: str
    """The name of the other in the archive."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that are read."""

    names: Sequence[str]
    """Of those that have text: the document itself first."""
    kinds: Sequence[str]
    """What they are to it, such as ``footer``; of itself empty."""
    texts: Sequence[str]
    """Of the same."""
    styles: str
    """The name of the part that has the styles; empty where there is none."""

    @property
    def text(self) -> str:
        """All text as one."""
        return SEPARATOR.join(self.texts)


def relationships(text: str, holder: str) -> list[Relationship]:
    """What a part says of others, without what lies outside of the file.

    Args:
        text: Its part of relationships.
        holder: The name of the part that they are of.
    """
    found = []
    for match in TAG.finditer(text):
        if match["close"] or not match["name"] or match["name"].rpartition(":")[2] != "Relationship":
            continue
        said = attributes(match["attributes"])
        if said.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(holder), said.get("Target", "")))
        found.append(Relationship(said.get("Type", "").rpartition("/")[2], target.lstrip("/")))
    return found


def related(holder: str) -> str:
    """The name of the part that says what another refers to."""
    folder, name = posixpath.split(holder)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parts_of(archive: Archive) -> Parts:
    """The parts of a file that have text.

    Raises:
        DocumentError: It is no Word document, or a part is missing, damaged or too large.
    """
    path = archive.path
    told = relationships(part_of(archive.read(ROOT), ROOT, path), "")
    main = next((each.target for each in told if each.kind == "officeDocument"), "")
    if not main:
        raise DocumentError("has no document in it; is it a Word document?", path=path)
    names, kinds = [main], [""]
    styles = ""
    if related(main) in archive.members:
        others = relationships(part_of(archive.read(related(main)), related(main), path), main)
        for kind in _TEXTS:
            targets = sorted({each.target for each in others if each.kind == kind})
            names += targets
            kinds += [kind] * len(targets)
        styles = next((each.target for each in others if each.kind == "styles" and each.target in archive.members), "")
    if len(names) > MOST_PARTS:
        raise DocumentError(f"has more than {MOST_PARTS} parts with text; is it an article?", path=path)
    texts: list[str] = []
    size = 0
    for name in names:
        data = archive.read(name, size)
        size += len(data)
        texts.append(part_of(data, name, path))
    return Parts(names, kinds, texts, styles)
