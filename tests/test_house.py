"""The house keeps its plan: names, doors, and what is loaded when."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import translate
from translate import errors
from translate.cli import COMMANDS, newsdesk

ROOT = Path(__file__).parent.parent
PACKAGE = Path(translate.__file__).resolve().parent


def test_nobody_else_claims_the_name_translate():
    claims = [d for d in importlib.metadata.distributions() if any(
        str(f).startswith("translate/") and str(f).endswith(".py") for f in d.files or ()
    )]  # fmt: skip
    assert {d.metadata["Name"] for d in claims} <= {"newsdesk"}


def test_the_version_is_written_once():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in pyproject["project"]["dynamic"]
    assert pyproject["tool"]["hatch"]["version"]["path"] == f"{PACKAGE.name}/__init__.py"
    assert re.fullmatch(r"[0-9]+(\.[0-9]+)+", translate.__version__)


def test_every_module_says_in_its_first_line_what_it_is_for():
    silent = [p for p in PACKAGE.rglob("*.py") if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_every_error_has_a_noun_and_stands_in_the_tree():
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert kinds == set(re.findall(r"\w+Error\b(?=  )", errors.__doc__))
    bare = [
        (path.relative_to(PACKAGE).as_posix(), node.lineno)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "NewsdeskError"
    ]
    assert bare == []


def test_who_works_at_a_place_of_bounds_shows_no_name_that_the_system_has_for_it():
    """It may be /proc/self/fd/4/newsdesk.toml; the user's own name for it is at hand."""
    shown = [
        (path.relative_to(PACKAGE).as_posix(), found)
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bbounds\.(place|folder|note|opened)", text := path.read_text("utf-8"))
        for found in re.findall(r"\berror\.filename\w*|filename=error", text)
    ]
    assert shown == []


def test_the_core_opens_nothing():
    calls = [
        (path.name, node.lineno)
        for path in (PACKAGE / "core").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}
    ]
    assert calls == []


CORRIDOR = sorted(path for path in (PACKAGE / "workflow").glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("page", CORRIDOR, ids=lambda path: path.stem)
def test_a_page_of_the_corridor_is_short_and_has_its_own_tests(page):
    assert len(page.read_text("utf-8").splitlines()) <= 150
    assert (ROOT / "tests" / "workflow" / f"test_{page.stem}.py").is_file()


def test_only_a_command_asks_what_time_it_is():
    """Everybody else is told, or is handed a clock."""
    asked = [
        (path.relative_to(PACKAGE).as_posix(), node.lineno)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {
            "datetime.now", "datetime.today", "date.today", "time.time", "time.time_ns", "time.monotonic",
            "time.perf_counter", "time.gmtime", "time.localtime", "time.strftime", "time.sleep",
        } and "cli" not in path.relative_to(PACKAGE).parts
    ]  # fmt: skip
    assert asked == []


def test_values_are_made_by_the_dataclass_that_costs_a_start_little():
    """Import `dataclass` from `translate.values`."""
    costly = [
        (path.relative_to(PACKAGE).as_posix(), node.lineno)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        and "dataclass" in {alias.name for alias in node.names} and path.name != "values.py"
    ]  # fmt: skip
    assert costly == []


def test_every_built_in_is_an_entry_point_that_loads():
    points = {
        (p.group, p.name): p.load()
        for group in ("newsdesk.engines", "newsdesk.documents")
        for p in importlib.metadata.entry_points(group=group)
    }
    assert {name for group, name in points if group == "newsdesk.engines"} >= {"argos", "apertium", "identity"}
    assert all(loaded.name == name for (_, name), loaded in points.items())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_stands_in_the_readme(name):
    command = newsdesk.get_command(None, name)
    assert command.help
    assert f"newsdesk {name}" in (ROOT / "README.md").read_text("utf-8")


# Slow to import, or seldom needed: imported where it is used, and by no `--help`.
HEAVY = (
    "argostranslate",
    "babel",
    "choppa",
    "ctranslate2",
    "ctypes",
    "dask",
    "distributed",
    "durablewrite",
    "filelock",
    "jinja2",
    "lxml",
    "markupsafe",
    "numpy",
    "polib",
    "prometheus_client",
    "py3langid",
    "pydantic",
    "python_calamine",
    "pythonjsonlogger",
    "rapidfuzz",
    "regex",
    "selenium",
    "sentencex",
    "requests",
    "rich",
    "sentencepiece",
    "unicode_rbnf",
    "unicode_segmentation_rs",
    "urllib3",
    "yaml",
    "turbohtml",
    "markdown_it",
    "mdit_py_plugins",
)


def imports_within(path):
    """The modules that a file imports below its top, each with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for node in ast.walk(function):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            yield from ((name, node.lineno) for name in names)


def test_only_what_is_heavy_is_imported_where_it_is_used():
    """A command's own rooms, too, since `--help` must not pay for what a command imports."""
    late = [
        (path.relative_to(PACKAGE).as_posix(), line, name)
        for path in PACKAGE.rglob("*.py")
        for name, line in imports_within(path)
        if name.partition(".")[0] not in (*HEAVY, *(["translate"] if "cli" in path.relative_to(PACKAGE).parts else []))
    ]
    assert late == []


@pytest.mark.parametrize("arguments", [["--help"], ["draft", "--help"], ["models", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments):
    program = (
        "import sys\nfrom translate.cli import newsdesk\n"
        f"newsdesk.main({arguments!r}, standalone_mode=False)\n"
        f"print('HEAVY', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "HEAVY []"


def test_help_makes_no_folder_in_the_home(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "translate", "--help"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, list(tmp_path.iterdir())) == (0, [])
