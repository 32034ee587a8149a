"""What a format of lists must be able to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from translate.core.article import Document


class ListFormat(ABC):
    """One file format of lists of titles; `reading.FORMATS` has each."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    """File name endings that belong to it, lower case, with the dot."""

    @abstractmethod
    def read(self, data: bytes, path: str, *, source: str = "") -> Document:
        """Read a list.

        Args:
            data: The whole file.
            path: The file as the newsroom knows it, with ``/`` between folders.
            source: The locale of the titles to translate, for a format that may have a title in several languages.

        Returns:
            A segment for each title, in the file's order, repeats included. What a segment has as `raw`, between the
            pieces of the frame, gives the text of the file back.

        Raises:
            DocumentError: The file is no list of this format; with path, and line where it is known.
        """

    @abstractmethod
    def write(self, document: Document, texts: Sequence[str], locale: str) -> bytes:
        """Write the list back with other titles.

        Args:
            document: What `read` returned.
            texts: A text for each segment, in order. A segment's own text leaves what the file has there as it is.
            locale: The locale of the texts, for a format that names it.

        Raises:
            DocumentError: A text can be no title: it is empty, too long, or has a character that none has.
        """
