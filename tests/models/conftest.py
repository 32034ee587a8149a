import json
import subprocess
import sys

import pytest

from tests.models.server import Server


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    started = Server()
    yield started
    started.close()


@pytest.fixture
def packages(tmp_path):
    """A packages folder to be, alone in a folder so that everything left around it is seen."""
    return tmp_path / "home" / "packages"


ARGOS = """
import json, sys
from pathlib import Path
from argostranslate.package import get_installed_packages
for line in sys.stdin:
    try:
        found = sorted([p.type, p.from_code, p.to_code, p.package_version]
                       for p in get_installed_packages(path=[Path(json.loads(line))]))
    except Exception as error:
        found = repr(error)
    print(json.dumps(found), flush=True)
"""


@pytest.fixture(scope="module")
def argos_lists(tmp_path_factory):
    """What Argos Translate itself finds in a packages folder; in another process, as it reads $HOME when imported."""
    home = str(tmp_path_factory.mktemp("argos"))
    environment = {"HOME": home, "PATH": ""}
    process = subprocess.Popen(
        [sys.executable, "-c", ARGOS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )

    def ask(folder):
        process.stdin.write(json.dumps(str(folder)) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.communicate()
