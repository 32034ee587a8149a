"""Each way to install newsdesk that README names works as it is written there, where there is nothing of it yet."""

import importlib.metadata
import re
import shutil
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.install.accounts import LONG, ROOT, account, by_install_test
from tests.install.test_lists import EXCLUDED, LISTED
from tests.programs import needs
from tools.pythons import Found, look, minor_of, places

pytestmark = [by_install_test, needs("git", "make")]

SECTION = re.search(r"^## Install\n(.*?)(?=^## )", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)[1]
BLOCKS = re.findall(r"```console\n(.*?)```", SECTION, re.DOTALL)
ROUTES = [re.findall(r"^\$ (.+)$", block, re.MULTILINE) for block in BLOCKS]
"""The lines of each; the last one asks the program that was installed for its version."""
PREFIX = "/opt/newsdesk"
"""README's; whoever tries it here has a folder of their own."""


def packages_in(venv):
    """The packages of a venv, but for those that each new venv may have."""
    found = importlib.metadata.distributions(path=[str(path) for path in venv.glob("lib/python3*/site-packages")])
    return {canonicalize_name(each.metadata["Name"]) for each in found} - {"pip", "setuptools", "wheel"}


def size_of(venv):
    """What a folder takes on the disk."""
    return sum(path.lstat().st_blocks * 512 for path in venv.rglob("*"))


def without_bytecode(venv):
    """The modules of newsdesk and of what it is slow to begin with that no bytecode lies beside."""
    modules = [
        path
        for name in ("translate", "choppa", "pydantic")
        for path in venv.glob(f"lib/python3*/site-packages/{name}/**/*.py")
    ]
    assert modules
    return [path for path in modules if not [*path.parent.glob(f"__pycache__/{path.stem}.cpython-*.pyc")]]


LIST = {name for name, line in LISTED.items() if line.marker is None or line.marker.evaluate()} | {"newsdesk"}


@pytest.fixture
def somebody():
    """An ordinary user."""
    with account("ordinary") as one:
        yield one


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route[0].split()[0])
def test_a_route_brings_what_is_listed_and_drafts(route, somebody):
    prefix = str(somebody.folder / "opt" / "newsdesk")
    for command in route:
        said = somebody.types(command.replace(PREFIX, prefix))
    assert said.startswith("newsdesk, version ")
    program = Path(route[-1].split()[0].replace(PREFIX, prefix).replace("~", str(somebody.home))).resolve()

    assert packages_in(program.parents[1]) == LIST
    assert not LIST & EXCLUDED
    assert len(LIST) <= 60
    assert size_of(program.parents[1]) <= 400_000_000
    assert without_bytecode(program.parents[1]) == []  # Whoever runs it may not be allowed to write any.
    somebody.drafts(str(program))


def test_make_install_says_what_it_takes_renews_itself_and_goes_with_its_folder(somebody):
    venv = somebody.folder / "opt" / ".venv"
    python, install = venv / "bin" / "python", f"make install PREFIX={venv.parent}"
    packages, megabytes, whole = re.search(
        r"^newsdesk, version \S+: (\d+) packages, (\d+) MB. To remove it, delete (.+)$",
        somebody.types(install),
        re.MULTILINE,
    ).groups()
    assert int(packages) - len(packages_in(venv)) in range(3)  # pip, and what else a new venv has.
    assert int(megabytes) * 1_000_000 == pytest.approx(size_of(venv), rel=0.02)
    assert whole == str(venv.parent)
    assert [*venv.glob("lib/python3*/site-packages/translate/segmentation/__pycache__/*.en.json")]

    somebody.types(f"{python} -m pip install six polib==1.1.1")
    somebody.types(f"rm -r {next(venv.glob('lib/python3*/site-packages/translate/cli'))}")
    somebody.types(install)
    assert packages_in(venv) == LIST
    somebody.types(f"{python} -c 'import polib; assert polib.__version__ == \"1.2.0\"'")
    away = somebody.clone.rename(somebody.folder / "elsewhere")
    somebody.types(f"{venv}/bin/newsdesk --version", folder=somebody.home)
    away.rename(somebody.clone)

    shutil.rmtree(whole)
    left = {path.relative_to(somebody.home).parts[0] for path in somebody.home.rglob("*") if path.is_file()}
    assert left <= {".cache"}
    assert somebody.types("git status --porcelain --ignored") == ""


FOUND = look(places()) if LONG else Found({}, {})
ABSENT = {**FOUND.broken, **dict.fromkeys(FOUND.missing, "missing")}


@pytest.mark.parametrize("version", [*FOUND.pythons, *("{}.{}".format(*minor) for minor in ABSENT)])
def test_it_installs_and_drafts_on_every_python_that_the_machine_has(version):
    if version not in FOUND.pythons:
        pytest.skip(f"Python {version}: {ABSENT[minor_of(version)]}")
    with account() as one:
        venv = one.folder / "opt" / ".venv"
        one.types(f"make install PREFIX={venv.parent} PYTHON={FOUND.pythons[version][0]}")
        assert one.types(f"{venv}/bin/python --version") == f"Python {version}\n"
        one.drafts(f"{venv}/bin/newsdesk")
