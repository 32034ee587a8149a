"""Export files with their articles: most have one, and one of several is written with those that are ready."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from translate import plugins
from translate.core.article import Collection, Document
from translate.core.results.exporting import Exported
from translate.documents.interface import CollectionFormat, DocumentFormat, Format
from translate.documents.reading import Reader
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles, lists
from translate.workflow.exporting import export_article, printed
from translate.workflow.passed import Passed
from translate.workflow.proofs import Press, Proof, proof_of


@dataclass(frozen=True, slots=True)
class Bundle:
    """The articles of one file."""

    documents: tuple[Document, ...]
    collection: Collection | None = None
    """The file, where it may have several articles."""

    def writer(self, press: Press) -> Format:
        """What writes it in a locale."""
        first, settings = self.documents[0], press.seen.settings
        options = settings.formats.get(first.format, {})
        return lists.writer(settings, first, press.locale) or plugins.load_format(first.format, options)


def wholes(settings: Settings, paths: Sequence[Path]) -> tuple[tuple[Path, ...], list[NewsdeskError]]:
    """What is asked for, with whole files in the place of articles that lie in files of several; see `Reader.file_of`.

    Args:
        settings: The project.
        paths: Files, folders, and articles.

    Returns:
        The files and folders, each once, and what is wrong with the articles that are not in their files.
    """
    file_of = articles.reader(settings, {}).file_of
    homes = {path: file_of(path) for path in paths}
    inside = [path for path, home in homes.items() if path != home]
    found, troubles = articles.find(settings, inside) if inside else ([], [])
    there = {*map(file_of, found)}
    return tuple(dict.fromkeys(home for path, home in homes.items() if path == home or home in there)), troubles


Outcome = tuple[Passed, NewsdeskError | None]
"""What becomes of an article, and why nothing could."""


def bundled(reader: Reader, documents: Sequence[Document]) -> Iterator[Bundle]:
    """Put the articles of a file together.

    Args:
        reader: Reads articles.
        documents: Articles.
    """
    files: dict[Path, list[Document]] = {}
    for document in documents:
        files.setdefault(reader.file_of(reader.root / document.path), []).append(document)
    for file, own in files.items():
        is_one = len(own) == 1 and file == reader.root / own[0].path
        yield Bundle(tuple(own), None if is_one else reader.collection(file))


def exported(press: Press, bundle: Bundle, states: Mapping[str, str]) -> Iterator[Outcome]:
    """Write a file in one locale; what becomes of each of its articles.

    Args:
        press: The locale.
        bundle: The file.
        states: The state of each article before it was read.
    """
    writer = bundle.writer(press)

    def outcome(document: Document, became: Exported | NewsdeskError) -> Outcome:
        error = became if isinstance(became, NewsdeskError) else None
        done = became if isinstance(became, Exported) else press.nothing_of(document)
        mark = press.marks.get(done.path, "") if error is None else ""
        return Passed(document, states[document.path], done, mark, writer), error

    if bundle.collection is not None and isinstance(writer, CollectionFormat):
        for document, became in _all_exported(press, bundle.documents, bundle.collection, writer):
            yield outcome(document, became)
    elif isinstance(writer, DocumentFormat):
        for document in bundle.documents:
            try:
                yield outcome(document, export_article(press, document, writer))
            except NewsdeskError as error:
                yield outcome(document, error)


def _all_exported(
    press: Press, documents: Sequence[Document], collection: Collection, writer: CollectionFormat
) -> Iterator[tuple[Document, Exported | NewsdeskError]]:
    """Write a file of several articles with those that are ready, as soon as one is.

    What has been ready and is no more is left out, so that a file which is there is written whatever is ready.
    """
    proofs: dict[str, Proof] = {}
    for document in documents:
        try:
            proof = proof_of(press, document)
        except NewsdeskError as error:
            yield document, error
            continue
        if isinstance(proof, Exported):
            yield document, proof
        else:
            proofs[document.path] = proof
    while proofs or os.access(press.folder / collection.path, os.F_OK):
        own = [proofs.get(article.path) for article in collection.articles]
        texts, imprints = [one.texts if one else None for one in own], [one.imprint if one else None for one in own]
        try:
            data = writer.write(collection, texts, imprints)
        except DocumentError as error:
            failed = proofs.pop(error.path or "", None)
            if failed is None:
                yield from ((proof.document, error) for proof in proofs.values())
                return
            yield failed.document, failed.fault(error)
            continue
        yield from _printed(press, collection.path, data, tuple(proofs.values()))
        return


def _printed(
    press: Press, file: str, data: bytes, proofs: Sequence[Proof]
) -> Iterator[tuple[Document, Exported | NewsdeskError]]:
    """Write the file; of each of its articles the same becomes."""
    try:
        written = printed(press, file, data)
    except NewsdeskError as error:
        yield from ((proof.document, error) for proof in proofs)
    else:
        yield from ((proof.document, proof.exported(press, *written)) for proof in proofs)
