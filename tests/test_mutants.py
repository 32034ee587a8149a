"""The tool that draws mutants makes each kind of them, and tells which of them a test notices."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import translate
from tools.mutation.__main__ import CODE, TESTS, wilson
from tools.mutation.mutants import difference, drawn, mutants_of, read_sources

ROOT = Path(__file__).parent.parent
LONG = os.environ.get("NEWSDESK_LONG") == "1"
INSTALLED = Path(translate.__file__).resolve().parent.parent


def made(source):
    """Each mutant of a source as its kind and what it makes of the source."""
    return [(mutant.kind, mutant.applied(source)) for mutant in mutants_of(source, "house/rooms.py")]


@pytest.mark.parametrize(
    ("source", "kind", "mutants"),
    [
        ("a < b", "comparison", ["a <= b", "a >= b"]),
        ("a >= b", "comparison", ["a > b", "a < b"]),
        ("a == b != c", "comparison", ["a != b != c", "a == b == c"]),
        ("a is not b", "comparison", ["a is b"]),
        ("a in b", "comparison", ["a not in b"]),
        ("x = a or b", "and, or", ["x = a and b"]),
        ("x = a and b", "condition dropped", ["x = b", "x = a"]),
        ("x = a and (b or c)", "and, or", ["x = a or (b or c)", "x = a and ((b and c))"]),
        ("x = not a", "not", ["x = a"]),
        ("x = a + b", "arithmetic", ["x = a - b"]),
        ("x = -a", "arithmetic", ["x = a"]),
        ("x -= a", "arithmetic", ["x += a"]),
        ("x = a * (b - c)", "arithmetic", ["x = a + (b - c)", "x = a * ((b + c))"]),
        ("x = 'say: ' + a", "part dropped", ["x = 'say: '", "x = a"]),
        ("x = 7", "number", ["x = 8", "x = 6"]),
        ("x = 0.5", "number", ["x = 1.5", "x = -0.5"]),
        ("x = True", "true, false", ["x = False"]),
        ("x = 'a'", "text", ["x = ''"]),
        ("x = 'abc'", "text", ["x = 'ac'"]),
        ("x = ''", "text", ["x = 'XX'"]),
        ("x = f'a{b[1]}'", "number", ["x = f'a{b[2]}'", "x = f'a{b[0]}'"]),
        ("say(a)", "statement removed", ["pass"]),
        ("a.b = c", "statement removed", ["pass"]),
        ("a = c", "statement removed", []),
        ("def f(a):\n    a = c", "statement removed", ["def f(a):\n    pass"]),
        ("def f() -> str:\n    return a", "nothing returned", ["def f() -> str:\n    return ''"]),
        ("def f() -> list[A]:\n    return a", "nothing returned", ["def f() -> list[A]:\n    return []"]),
        ("def f():\n    return a", "nothing returned", ["def f():\n    return None"]),
        ("def f():\n    return None", "nothing returned", []),
        ("if a: b", "condition decided", ["if True: b", "if False: b"]),
        ("while a: b", "condition decided", ["while False: b"]),
        ("x = b if a else c", "condition decided", ["x = b if True else c", "x = b if False else c"]),
        ("x = [b for b in c if b]", "condition decided", ["x = [b for b in c if True]", "x = [b for b in c if False]"]),
        ("x = f(a, b=c)", "keyword dropped", ["x = f(a)"]),
        ("x = a[1:]", "slice", ["x = a[:]"]),
        ("x = a[b:c]", "slice", [
            "x = a[:c]", "x = a[b + 1:c]", "x = a[b - 1:c]", "x = a[b:]", "x = a[b:c + 1]", "x = a[b:c - 1]",
        ]),
        ("while a: break", "break, continue", ["while a: continue"]),
        ("while a: continue", "break, continue", ["while a: break"]),
    ],
)  # fmt: skip
def test_each_kind_of_mutant_is_made(source, kind, mutants):
    assert [mutant for each, mutant in made(source) if each == kind] == mutants


@pytest.mark.parametrize(
    "source",
    [
        '"""Tells what it is for."""',
        "from __future__ import annotations",
        "import a as b",
        "class A:\n    __slots__ = ('a', 'b')\n    a: 'int'\n    'The a.'",
        "@dataclass(frozen=True, slots=True)\nclass A:\n    a: int",
        "def f(a: 'A' = b) -> 'A':\n    'Give it back.'",
        "@lru_cache(maxsize=100)\ndef f(a):\n    'Give it back.'",
        "if TYPE_CHECKING:\n    A = 1",
        "assert a < 1",
        "T = TypeVar('T', bound='A')",
        "Likes = Callable[[str], 'A' | None]",
        "x = cast('A', b)",
        "for a in zip(b, c, strict=True): ...",
    ],
)
def test_what_no_test_could_hold_the_code_to_makes_no_mutant(source):
    assert made(source) == []


def test_no_mutant_is_what_was_there_before_and_none_is_drawn_twice():
    source = "x = 1 if True else 2"
    mutants = [mutant.applied(source) for mutant in drawn({"rooms.py": source}, 1000, 1)]
    # Two that is never reached may as well be three.
    assert sorted(mutants) == ["x = 0 if True else 2", "x = 1 if False else 2", "x = 2 if True else 2"]


@pytest.fixture(scope="module")
def core():
    """Some of the core: all of it is `make mutants`'s."""
    sources = read_sources(INSTALLED, CODE)
    return dict(list(sources.items())[:: 1 if LONG else 8])


def test_a_seed_draws_the_same_mutants_and_another_one_others(core):
    sources = core
    assert drawn(sources, 20, 1) == drawn(sources, 20, 1)
    assert drawn(sources, 20, 1) == drawn(sources, 30, 1)[:20]
    assert drawn(sources, 20, 1) != drawn(sources, 20, 2)


def test_a_mutant_of_the_core_differs_in_what_it_says(core):
    for path, source in core.items():
        for mutant in mutants_of(source, path)[::25]:
            before, after = (ast.dump(ast.parse(text)) for text in (source, mutant.applied(source)))
            assert before != after, (path, mutant)
            assert difference(mutant, source).startswith("-")


def test_the_tests_that_are_tried_are_there():
    assert [name for name in TESTS if not (ROOT / name).exists()] == []


@pytest.mark.parametrize(
    ("killed", "of", "interval"),
    [(0, 0, (0.0, 1.0)), (0, 10, (0.0, 0.278)), (10, 10, (0.722, 1.0)), (380, 400, (0.924, 0.967))],
)
def test_the_interval_of_a_share(killed, of, interval):
    assert wilson(killed, of) == pytest.approx(interval, abs=0.001)


ROOMS = '''"""A module with a bound that is tested, and one that is not."""

LEAST = 3


def is_big(number):
    return number >= LEAST


def doubled(number):
    while number < 10:
        number += number
    return number


def alone():
    return 1
'''

TESTED = """from house.rooms import doubled, is_big


def test_three_is_big():
    assert is_big(3) is True


def test_two_is_not():
    assert is_big(2) is False


def test_doubled():
    assert doubled(7)
"""


@pytest.fixture
def house(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    (tmp_path / "house" / "__init__.py").write_text("")
    (tmp_path / "house" / "rooms.py").write_text(ROOMS)
    (tmp_path / "tests" / "test_rooms.py").write_text(TESTED)
    return tmp_path


def run(house, *options):
    command = (sys.executable, "-m", "tools.mutation", "--root", house, "--code", "house", "--tests", "tests", *options)
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_what_a_test_notices_is_killed_and_the_rest_survives(house):
    told = json.loads(run(house, "--json", "--grace", "2").stdout)
    lines = {outcome["difference"]: outcome["killed by"] for outcome in told["mutants"]}
    bound = "-    return number >= LEAST\n+    return number {} LEAST"
    assert lines[bound.format(">")] == "tests/test_rooms.py::test_three_is_big"
    assert lines[bound.format("<")].startswith("tests/test_rooms.py::test_")
    assert lines["-LEAST = 3\n+LEAST = 2"] == "tests/test_rooms.py::test_two_is_not"
    assert lines["-        number += number\n+        number -= number"] == "no end"
    assert lines["-    while number < 10:\n+    while number < 11:"] == ""
    assert lines["-    return 1\n+    return 2"] == ""  # No test runs it.
    killed = sum(bool(by) for by in lines.values())
    assert told["shares"]["all"] == {"killed": killed, "of": len(lines), "interval": list(wilson(killed, len(lines)))}


def test_where_tests_fail_as_it_is_no_mutant_is_tried(house):
    (house / "tests" / "test_rooms.py").write_text("def test_never():\n    assert False\n")
    told = run(house)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.endswith(
        "mutants: none was tried: as it is, these tests fail: tests/test_rooms.py::test_never\n"
    )


@pytest.mark.skipif(not LONG, reason="make long")
def test_a_test_that_runs_out_of_stack_hides_nothing_of_those_behind_it(house):
    deep = """import pytest
from house.rooms import is_big


def test_deep():
    def deeper():
        is_big(3)
        deeper()

    with pytest.raises(RecursionError):
        deeper()


"""
    (house / "tests" / "test_rooms.py").write_text(deep + TESTED)
    told = json.loads(run(house, "--json").stdout)
    assert next(m for m in told["mutants"] if "number -= number" in m["difference"])["killed by"] == "no end"
