"""What every test stands on: a home of its own, with the sample package of Argos Translate in it."""

import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import load_profile

load_profile()
# Each maker's processors get other arithmetic by default, and drafts and scores that differ in the last digit; the
# library looks when it is imported.
os.environ["CT2_USE_MKL"] = "1"

SAMPLE_MODEL = Path(__file__).parent / "data" / "sample-model" / "translate-en_et-0_1.argosmodel"


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test sees or changes the home folder of whoever runs it; programs that a test starts do not either."""
    # Argos Translate reads its settings once in a process, so this is for the whole session (of the xdist worker).
    assert "argostranslate.settings" not in sys.modules, "a test module imports argostranslate while it is collected"
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "ARGOS_BEAM_SIZE",
            "ARGOS_COMPUTE_TYPE",
            "ARGOS_DEVICE_TYPE",
            "ARGOS_INTER_THREADS",
            "ARGOS_INTRA_THREADS",
            "SNAP",
        ):
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("ARGOS_PACKAGES_DIR", str(home / "packages"))
        yield home


@pytest.fixture(scope="session")
def sample_packages(own_home: Path) -> Path:
    """The folder of Argos packages (``ARGOS_PACKAGES_DIR``), with en-et 0.1, the sample, in it; do not change it."""
    packages = own_home / "packages"
    with zipfile.ZipFile(SAMPLE_MODEL) as archive:
        archive.extractall(packages)
    return packages
