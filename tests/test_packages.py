"""The packages hold what they must: the sdist everything that is committed, the wheel what runs and nothing else."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import translate

ROOT = Path(__file__).parent.parent
TESTED = Path(os.environ.get("NEWSDESK_TESTED", ROOT)).resolve()
"""The folder that `translate/` is meant to be imported from; tools/packages.py says which."""
RUNS = ("*.py", "py.typed", "*.css", "*.j2", "*.srx", "*.toml", "*.csv", "*.txt")
"""What there is beside the code; the README of the languages is for whoever mends one."""

checkout = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no checkout: nobody knows what is committed")


def files_of(builder, root=ROOT, settings=None):
    """What a package is built from, without building it."""
    chosen = builder(str(root), config=settings).recurse_included_files()
    return {Path(file.path).relative_to(root).as_posix() for file in chosen}


def listed(*arguments):
    """The files of the checkout that are still there."""
    done = subprocess.run(["git", "ls-files", "-z", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()}


@checkout
def test_the_sdist_has_all_that_is_committed():
    assert sorted(listed() - files_of(SdistBuilder)) == []


@checkout
def test_the_wheel_has_the_package_and_nothing_else():
    """A module that is new and not yet committed is in it, too."""
    ours = listed("--cached", "--others", "--exclude-standard", "translate")
    assert files_of(WheelBuilder) == {
        name for name in ours if any(Path(name).match(kind) for kind in RUNS) or name == "translate/languages/README.md"
    }


@pytest.mark.parametrize("builder", [SdistBuilder, WheelBuilder])
def test_no_pattern_matches_deeper_down(builder, tmp_path):
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    names = [pattern.strip("/") for pattern in patterns["sdist"]["include"]]
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for name in (*names, "translate"):
        for folder in (f"notes/{name}", f"notes/more/{name}"):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / "stray.py").touch()
    (tmp_path / "translate").mkdir()
    (tmp_path / "translate" / "__init__.py").touch()
    assert files_of(builder, tmp_path) - {"pyproject.toml"} == {"translate/__init__.py"}


def test_what_is_tested_is_what_was_meant(tmp_path):
    """A process that a test starts imports it from the same place, also where the tests' own folder comes first."""
    program = "import translate; print(translate.__file__)"
    for own in ({}, {"PYTHONPATH": str(ROOT)}):
        said = subprocess.check_output([sys.executable, "-c", program], cwd=tmp_path, env=os.environ | own, text=True)
        assert Path(said.strip()).resolve() == Path(translate.__file__).resolve()
    assert Path(translate.__file__).resolve() == TESTED / "translate" / "__init__.py"


def test_each_make_target_in_the_readme_is_one():
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    assert named
    assert named <= set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
