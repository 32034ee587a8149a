"""DOCX: what Word and other programs made for the tests of python-docx, and what LibreOffice makes of ours."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tests.documents.docx.sources import COUNT, sources
from tools.roundtrip.family import Family, Read
from tools.roundtrip.fetching import Source, debian, sdists
from translate.core.article import Document
from translate.documents.docx import Docx

_SPACE = re.compile(r"\s+")


def _make(folder: Path) -> None:
    """Have LibreOffice make files of ours, unless that was done or it is not installed."""
    if len(list(folder.glob("*.docx"))) == COUNT or not shutil.which("soffice"):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in sources().items():
        (folder / name).write_text(content, encoding="utf-8")
    own = f"-env:UserInstallation=file://{folder}/profile"
    for ending, options in (("html", ["--infilter=HTML (StarWriter)"]), ("fodt", [])):
        files = sorted(folder.glob(f"*.{ending}"))
        command = ["soffice", "--headless", own, *options, "--convert-to", "docx:MS Word 2007 XML"]
        subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True)
    shutil.rmtree(folder / "profile")


def _second(read: Read, data: bytes) -> str:
    """What lxml finds in the text of the document itself, and we do not."""
    assert isinstance(read, Document)  # noqa: S101  For the types.
    ours = _SPACE.sub("", "".join(part for each in read.segments for part in each.parts if isinstance(part, str)))
    missing = [text for text in _texts(data) if any(map(str.isalpha, text)) and _SPACE.sub("", text) not in ours]
    return f"{len(missing)} texts are not there, such as {missing[0]!r}" if missing else ""


def _texts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(?:document|footnotes|endnotes)\.xml", name):
                for element in etree.fromstring(archive.read(name)).iter("{*}t"):
                    if element.prefix == "w" and element.text:
                        yield element.text


class _Filled(Docx):
    """DOCX with text: many files are there to test tables and styles alone."""

    def recognises(self, data: bytes) -> bool:
        """Whether there is text; what is no archive is for the format to refuse."""
        try:
            return any(map(str.strip, _texts(data)))
        except zipfile.BadZipFile:
            return True


def _forms() -> Sequence[Docx]:
    return [_Filled()]


FAMILY = Family(
    name="docx",
    forms=_forms,
    sources=[
        *sdists("python-docx", "PyDocX", "docx2html", "Benker"),
        *debian("r-cran-officer"),
        Source("made", "docx"),
    ],
    endings=(".docx",),
    second=_second,
    make=_make,
    sample=Source("sdist", "python-docx"),
)
