"""The lists that newsdesk is installed by agree with each other, are complete, and leave torch out."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import translate

ROOT = Path(__file__).parent.parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXCLUDED = frozenset(map(canonicalize_name, PYPROJECT["tool"]["uv"]["exclude-dependencies"]))


def lines_of(name):
    """The lines of a list, without its remarks."""
    return [line for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith("#")]


LISTED = {Requirement(line).name: Requirement(line) for line in lines_of("requirements.txt")}
CLUSTER = {Requirement(line).name: Requirement(line) for line in lines_of("requirements-cluster.txt")}
EXTRAS = PYPROJECT["project"]["optional-dependencies"]


def needed(requirement):
    """The names of all that a requirement brings, as the installed packages have it, but for what is left out."""
    seen, waiting = set(), [requirement]
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        if name in EXCLUDED or (name, frozenset(asked.extras)) in seen:
            continue
        seen.add((name, frozenset(asked.extras)))
        for text in importlib.metadata.requires(name) or ():
            further = Requirement(text)
            here = [default_environment() | {"extra": extra} for extra in (asked.extras or {""})]
            if further.marker is None or any(map(further.marker.evaluate, here)):
                waiting.append(further)
    return {name for name, _ in seen}


def test_the_list_is_all_that_newsdesk_needs_and_nothing_else():
    wanted = set().union(*(needed(Requirement(text)) for text in PYPROJECT["project"]["dependencies"]))
    here = {name for name, line in LISTED.items() if line.marker is None or line.marker.evaluate()}
    assert here == wanted


def test_the_list_with_the_extra_is_the_other_and_what_the_extra_needs():
    more = set().union(*(needed(Requirement(text)) for text in EXTRAS["cluster"]))
    here = {name for name, line in CLUSTER.items() if line.marker is None or line.marker.evaluate()}
    assert here == more | {name for name, line in LISTED.items() if line.marker is None or line.marker.evaluate()}
    assert CLUSTER.items() >= LISTED.items()


def test_each_line_is_one_version_and_the_one_that_the_tests_run_with():
    pinned = {Requirement(line).name: Requirement(line).specifier for line in lines_of("constraints.txt")}
    assert {name: line.specifier for name, line in CLUSTER.items()} == {name: pinned.get(name) for name in CLUSTER}
    assert all(re.fullmatch(r"==[^*,]+", str(line.specifier)) for line in CLUSTER.values())


@pytest.mark.parametrize("text", PYPROJECT["project"]["dependencies"])
def test_each_line_is_what_pyproject_allows(text):
    wanted = Requirement(text)
    (version,) = (each.version for each in LISTED[canonicalize_name(wanted.name)].specifier)
    assert version in wanted.specifier


def test_every_import_of_the_product_is_listed():
    """But for those of the extras, which most runs never need."""
    homes = importlib.metadata.packages_distributions()
    extra = set().union(*(needed(Requirement(text)) for name in ("forms", "cluster") for text in EXTRAS[name]))
    names = {
        name.partition(".")[0]
        for path in Path(translate.__file__).parent.rglob("*.py")
        if path.parent.name != "testing"  # It serves those who write tests.
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    } - {"translate", *sys.stdlib_module_names}
    assert {name: homes.get(name, ()) for name in names if not
        {canonicalize_name(home) for home in homes.get(name, ())} & (LISTED.keys() | extra)
    } == {}  # fmt: skip


def test_torch_and_what_else_is_left_out_is_in_no_list():
    assert {"torch", "stanza", "spacy", "minisbd"} <= EXCLUDED
    assert not EXCLUDED & CLUSTER.keys()
    assert not EXCLUDED & {Requirement(line).name for line in lines_of("constraints.txt")}


def test_uv_is_told_the_same_with_the_project_and_without():
    assert lines_of("excludes.txt") == PYPROJECT["tool"]["uv"]["exclude-dependencies"]
