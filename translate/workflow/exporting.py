"""Export one article in one locale: its approved texts in its own format, or what keeps it back."""

from __future__ import annotations

from translate.core.article import Document
from translate.core.results.exporting import Exported, ExportState
from translate.documents.interface import DocumentFormat
from translate.errors import DocumentError
from translate.files.exchange import mark
from translate.workflow.folders import EXPORT, exports_home, refuse_elsewhere
from translate.workflow.places import shown_path
from translate.workflow.proofs import Press, proof_of, replaced


def export_article(press: Press, document: Document, writer: DocumentFormat) -> Exported:
    """Write an article in one locale, if it is ready for print.

    Args:
        press: The locale.
        document: The article, or a list.
        writer: Its format.

    Raises:
        NewsdeskError: Its PO file cannot be read, or its translation not be written.
    """
    proof = proof_of(press, document)
    if isinstance(proof, Exported):
        return proof
    try:
        data = writer.write(document, proof.texts, proof.imprint)
    except DocumentError as error:
        raise proof.fault(error) from error
    return proof.exported(press, *printed(press, document.path, data))


def printed(press: Press, file: str, data: bytes) -> tuple[str, ExportState]:
    """Write a file in one locale.

    Args:
        press: The locale.
        file: The file, as the newsroom knows it.
        data: What it shall hold.

    Returns:
        Where it lies, as the newsroom knows it, and what became of it.

    Raises:
        NewsdeskError: It cannot be written.
    """
    settings = press.seen.settings
    target = press.folder / file
    shown = shown_path(settings, target)
    refuse_elsewhere(settings, press.exports, target)
    state = replaced(target, data, EXPORT, shown, exports_home(settings, press.exports))
    press.marks[shown] = mark(data)
    return shown, state
