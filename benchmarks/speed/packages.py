"""The packages that drafting is measured with: the tests' small one, and one of the size of Argos Translate's own.

    python -m benchmarks.speed.packages FOLDER

makes the second one in a folder. Its network is random, so it writes nonsense; what it costs is what a real one costs.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "tests/data/sample-model/translate-en_et-0_1.argosmodel"
NAME = "translate-en_et-0_1"


def unpack_sample(folder: Path) -> Path:
    """Unpack the tests' package, and give its own folder."""
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(folder)
    return folder / NAME


def relabel(folder: Path, codes: Sequence[str]) -> None:
    """Put packages beside the tests' one that say to be of other languages, and have its files."""
    from tests.engines.argos_packages import relabelled

    for code in codes:
        relabelled(folder / NAME, folder / NAME.replace("et", code), from_code="en", to_code=code)


def make_argos_sized(folder: Path) -> Path:
    """Make a package of six layers of width 512, as Argos Translate's are, with the tests' vocabulary."""
    from tests.engines.argos_packages import random_network

    package = unpack_sample(folder)
    vocabulary = json.loads((package / "model/shared_vocabulary.json").read_text("utf-8"))
    shutil.rmtree(package / "model")
    random_network(package / "model", vocabulary, 512, layers=6, heads=8, inner=2048, length=20)
    return package


if __name__ == "__main__":
    make_argos_sized(Path(sys.argv[1]))
