"""Translation packages and the index of them, as a mirror that was broken into may serve them."""

from __future__ import annotations

import contextlib
import shutil
import struct
import tempfile
import warnings
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from fuzz.laws import Draws, law
from translate.errors import ModelError
from translate.models.archive import check, unpack
from translate.models.facts import parse_facts, release_order
from translate.models.index import available

_METADATA = (
    b'{"from_code": "en", "to_code": "et", "package_version": "1.0", "argos_version": "1.9", "type": "translate"}'
)
_NAMES = (
    "translate-en_et/metadata.json",
    "translate-en_et/model/model.bin",
    "translate-en_et/sentencepiece.model",
    "translate-en_et/",
    "translate-en_et/README.md",
    "translate-en_et/newsdesk.json",
    "translate-en_et/../../etc/passwd",
    "/etc/passwd",
    "translate-en_et/a:b",
    "other/metadata.json",
    "translate-en_et/METADATA.JSON",
    "translate-en_et/metadata.json/below",
    "translate-en_et\\metadata.json",
)


@cache
def _folder() -> Path:
    # Gone with the process's other temporary files; a target has nobody to close it.
    return Path(tempfile.mkdtemp(prefix="newsdesk-fuzz-"))


def archive(data: bytes) -> None:
    """Check a package file as it is."""
    file = _folder() / "a.argosmodel"
    file.write_bytes(data)
    into = _folder() / "unpacked"
    try:
        checked = check(file)
    except ModelError:
        # Unpacking looks again, and must come to the same end.
        checked = None
    into.mkdir()
    try:
        unpacked = unpack(file, into)
    except ModelError:
        law(checked is None, "what was checked can be unpacked")
    else:
        law(unpacked.archive == checked, "what is unpacked is what was checked")
        there = {str(path.relative_to(into / unpacked.archive.folder)) for path in into.rglob("*") if path.is_file()}
        law(there == set(unpacked.files) and len(list(into.iterdir())) == 1, "everything lies in the one folder")
    finally:
        shutil.rmtree(into)


def package(data: bytes) -> None:
    """Build a zip archive of entries that the bytes decide, damage it as they decide, and check it."""
    draws = Draws(data)
    file = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as made, contextlib.suppress(ValueError, struct.error):
        warnings.simplefilter("ignore")  # A name that is in it twice is one of the things to try.
        for name in _NAMES[:3]:
            if draws.number(8) != 1:
                made.writestr(name, _METADATA if name.endswith("json") else b"weights")
        for _ in range(draws.number(5)):
            _add(made, draws)
    content = bytearray(file.getvalue())
    for _ in range(draws.number(4)):
        if not content:
            break
        # Most of what is interesting stands in the table of contents at the end.
        place = len(content) - 1 - draws.number(min(len(content), 256))
        content[place : place + 1 + draws.number(4)] = draws.bytes(draws.number(5))
    archive(bytes(content))


def _add(made: zipfile.ZipFile, draws: Draws) -> None:
    info = zipfile.ZipInfo(draws.pick(_NAMES) if draws.number(2) else f"translate-en_et/{draws.text()}")
    info.external_attr = draws.pick((0, 0o100644 << 16, 0o120777 << 16, 0o040755 << 16, 0o010644 << 16))
    info.compress_type = draws.pick((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA))
    info.create_system = draws.number(4)
    info.extra = draws.bytes(draws.number(40)) if not draws.number(4) else b""
    content = draws.bytes(draws.number(256)) * (1 + draws.number(64))
    made.writestr(info, _METADATA if not draws.number(4) else content)


def metadata(data: bytes) -> None:
    """Read a metadata.json."""
    try:
        facts = parse_facts(data)
    except ValueError:
        return
    release_order(facts.version)
    law(all(text.isprintable() for text in (facts.source, facts.target, facts.version, facts.name)), "plain texts")


def index(data: bytes) -> None:
    """Read a package index."""
    file = _folder() / "index.json"
    file.write_bytes(data)
    try:
        packages = available(str(file))
    except ModelError:
        return
    for one in packages:
        release_order(one.version)
        law(all(link.lower().startswith(("http://", "https://")) for link in one.links), "links lead to the web")
