"""`make demo` shows on one screen what newsdesk does, and the same each time."""

import os
import re
import subprocess
import sys

import pytest

from tests.conftest import SAMPLE_MODEL
from tests.programs import needs
from tests.ready import LONG
from tests.sample_index import serving
from tests.samples import ROOT
from tools.demo.__main__ import MARK
from tools.demo.showing import DECIDED, KINDS, MEANING, TAGGED
from translate.core.terms.ways import How

EXPECTED = ROOT / "tests/cases/demo/expected.txt"
"""What it shows, but for the last line: that names the folder of this installation."""
SAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "locales").rglob("*.po*"))


@pytest.fixture
def demo(tmp_path, own_home):
    """Makes the demo in a folder of its own."""

    def run(**environment):
        return subprocess.run(
            [sys.executable, "-m", "tools.demo"], cwd=tmp_path, capture_output=True, text=True, check=False,
            env={"HOME": str(own_home), "PYTHONPATH": str(ROOT), "ARGOS_PACKAGES_DIR": str(tmp_path / "packages")} | {
                "PATH": "/usr/bin:/bin", "ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/"} | {
                "CT2_USE_MKL": os.environ["CT2_USE_MKL"]} | environment,
        )  # fmt: skip

    run.folder = tmp_path / "demo"
    return run


def masked(data):
    """A PO file without its times, and without what is another on each machine: the state of its Apertium."""
    text = re.sub(r'"(POT-Creation|PO-Revision)-Date: [^"]+', r'"\1-Date: ', data.decode())
    return re.sub(r"(?m)^#\. MT: apertium .*", "#. MT: apertium", text)


def left_behind(mine):
    """Somebody wrote an article into the folder that an earlier demo has made."""
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.parents[2].joinpath(MARK).touch()
    mine.write_text("Mine\n\nMy own text.\n", "utf-8")


@needs("apertium")
def test_two_projects_are_shown_where_no_package_can_be_fetched(demo):
    mine = demo.folder / "news/articles/mine.txt"
    left_behind(mine)
    first = demo()
    assert (first.returncode, first.stderr, mine.exists()) == (0, "", False)
    lines = first.stdout.splitlines()
    assert "\n".join(lines[:-1]) + "\n" == EXPECTED.read_text("utf-8")
    assert len(lines) <= 40
    assert max(map(len, lines[:-1])) <= 80
    told = [line.strip() for line in lines]
    headings = [DECIDED, TAGGED, *(heading for heading, _ in KINDS.values())]
    assert [line for line in told if line in headings] == headings
    assert "its line   Glossary decides: keep [0efb98df]" in told
    assert "draft      El premio va al fabricante de The Winter Ferry." in told
    assert ["[FLAG " in line for line in told if line.startswith("its line ")] == [False, False, False, False, True]
    assert sum(line.startswith("which says ") for line in told) == 3
    assert "The next night: nothing new, and nothing written" in told
    for name in re.findall(r"demo/\S+\.(?:po|html)", first.stdout):
        assert (demo.folder.parent / name).is_file()
    if LONG:
        left_behind(mine)
        assert demo().stdout == first.stdout
    for sample in SAMPLES:
        (made,) = (path for path in demo.folder.rglob("*.po*") if path.as_posix().endswith(sample))
        assert masked(made.read_bytes()) == masked((ROOT / sample).read_bytes())


def test_every_way_is_explained():
    assert set(MEANING) == set(How)


@pytest.fixture
def index(tmp_path):
    """Offers the sample package as if it were the official one: its address, and the folder behind it."""
    folder = tmp_path / "index"
    folder.mkdir()
    with serving(folder) as address:
        yield address, folder


def test_estonian_is_drafted_where_its_package_can_be_fetched(demo, index):
    address, _ = index
    done = demo(ARGOS_PACKAGE_INDEX=address)
    assert (done.returncode, "by Argos Translate" in done.stdout, "Apertium" in done.stdout) == (0, True, False)
    assert (demo.folder / "news/locales/et/LC_MESSAGES").is_dir()


def test_a_package_that_cannot_be_used_is_told_as_what_it_is(demo, index):
    address, folder = index
    (folder / SAMPLE_MODEL.name).write_bytes(b"no archive")
    done = demo(ARGOS_PACKAGE_INDEX=address)
    assert (done.returncode, "no zip archive" in done.stderr, "reached" in done.stdout + done.stderr) == (
        2,
        True,
        False,
    )


def test_a_folder_that_is_not_the_demos_is_left_alone(demo):
    demo.folder.mkdir()
    (demo.folder / "mine.txt").touch()
    done = demo()
    assert (done.returncode, done.stderr) == (2, "demo: demo: is not of the demo's making; move it elsewhere\n")
    assert [path.name for path in demo.folder.iterdir()] == ["mine.txt"]
