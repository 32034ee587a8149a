"""What a document format must be able to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from translate.core.article import Document


class DocumentFormat(ABC):
    """One file format of articles. Registered under the entry point group ``newsdesk.documents``."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    """File name endings that belong to it, lower case, with the dot."""

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
    def write(self, document: Document, texts: Sequence[str]) -> bytes:
        """Write the article back with other texts in its frame.

        Args:
            document: What `read` returned.
            texts: A text for each segment, in order. The segments' own texts give the file back byte for byte.
        """
