"""What the drafts of Argos' packages depend on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from translate.engines.argos.packages import Installed
from translate.engines.argos.tuning import Tuning
from translate.engines.interface import Basis

_LIBRARIES = ("argostranslate", "ctranslate2", "sacremoses", "sentencepiece")
_CHOOSING = ("CT2_", "DNNL_", "MKL_", "ONEDNN_")
"""How the variables begin by which CTranslate2, and the libraries under it, are told which code to run."""
_PROCESSORS = Path("/proc/cpuinfo")
_KIND = ("vendor_id", "flags", "CPU implementer", "Features")
"""The lines by which CTranslate2 chooses its code, on Intel's and on Arm's processors."""

_OF_THE_FIRST = 4096
"""Bytes that have the first processor's lines; the others are alike, and asking for all of many takes a while."""


def basis_of(legs: Sequence[Installed], tuning: Tuning) -> Basis | None:
    """What the drafts of a way from one language to another depend on; None where they depend on their neighbours.

    How many threads there are does not count: they share out the sentences.
    """
    if not tuning.is_exact:
        return None
    chosen = (str(tuning.beam), tuning.device, tuning.compute_type)
    own = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith(_CHOOSING))
    files = (file for leg in legs for file in _files(leg.folder))
    return Basis((*chosen, *map(_version, _LIBRARIES), *own), tuple(files), (*_processor(),))


def _files(package: Path) -> Iterator[Path]:
    """A package's own: what it brings for splitting sentences, a folder, newsdesk does not use."""
    for folder in (package, package / "model"):
        yield from sorted(path for path in folder.glob("*") if path.is_file())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _processor() -> Iterator[str]:
    """What kind of processor this is: with another one, numbers are rounded in other places."""
    yield platform.machine()
    try:
        with _PROCESSORS.open("rb", buffering=0) as file:
            told = file.read(_OF_THE_FIRST).decode(errors="replace")
    except OSError:
        return
    yield from (line for line in told.partition("\n\n")[0].splitlines() if line.startswith(_KIND))
