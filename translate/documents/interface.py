"""What a format of articles must be able to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from translate.core.article import Collection, Document, Imprint


class Format(ABC):
    """One file format. Registered under the entry point group ``newsdesk.documents``; see the two kinds below."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    """File name endings that belong to it, lower case, with the dot. Several formats may share one."""

    def recognises(self, data: bytes) -> bool:  # noqa: ARG002  Most formats have endings of their own.
        """Whether a file of one of its endings is of this format, damaged or not; a look at its beginning tells.

        Args:
            data: The whole file.
        """
        return True


class DocumentFormat(Format):
    """A format that has one article in a file."""

    @abstractmethod
    def read(self, data: bytes, path: str) -> Document:
        """Read an article.

        Args:
            data: The whole file.
            path: The file as the newsroom knows it, with ``/`` between folders. Its stem becomes the slug;
                whoever reads a whole project gives another one to an article that shares it.

        Raises:
            DocumentError: The file is no article of this format; with path, and line where it is known.
        """

    @abstractmethod
    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:
        """Write the article back with other texts in its frame.

        Args:
            document: What `read` returned.
            texts: A text for each segment, in order, with the short names of its tags (`Segment.parts_of`). The
                segments' own texts give the file back byte for byte.
            imprint: What the article shall say about itself, for a format that has fields for that; None for what it
                says already.

        Raises:
            DocumentError: A text cannot stand in the file; with the line of its segment.
        """


class CollectionFormat(Format):
    """A format that has several articles in a file, such as a feed."""

    @abstractmethod
    def read(self, data: bytes, path: str) -> Collection:
        """Read all articles.

        Args:
            data: The whole file.
            path: The file as the newsroom knows it, with ``/`` between folders.

        Raises:
            DocumentError: The file is none of this format; with path, and line where it is known. A single article
                that has nothing to translate is left in the frame.
        """

    @abstractmethod
    def write(
        self, collection: Collection, texts: Sequence[Sequence[str] | None], imprints: Sequence[Imprint | None] = ()
    ) -> bytes:
        """Write the file back with other texts in its frame.

        Args:
            collection: What `read` returned.
            texts: For each article what `DocumentFormat.write` takes, or None for one that is left out.
            imprints: For each article what it shall say about itself; none for what they say already. What they have
                in common the file says of itself.

        Raises:
            DocumentError: A text cannot stand in the file; with the path of its article and the line of its segment.
        """
