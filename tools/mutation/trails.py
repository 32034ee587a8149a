"""Which lines of the code each test runs, and how long it takes: looked at once, and again where files have changed."""

import ast
import functools
import hashlib
import importlib.metadata
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from types import FrameType
from typing import Any

import pytest

from tools.mutation import sessions
from tools.mutation.children import Job, run_all
from tools.mutation.sessions import House, Steady, run_pytest

SECONDS = 900.0
"""Of processor time for one file of tests; it is traced, which makes it slow."""

Lines = dict[str, int]
"""By path, the lines run, each a bit; of files that are not looked at closely, only the first."""


@dataclass(slots=True)
class Trail:
    """What one file of tests runs."""

    tests: dict[str, Lines] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    """Of processor time for each test, children's too."""
    collecting: float = 0.0
    """Of processor time, before the first test."""
    failed: list[str] = field(default_factory=list)


class CleanRunError(Exception):
    """Tests fail although nothing was changed."""


def trails(house: House, at_once: int, tell: Callable[[str], None]) -> dict[str, Trail]:
    """The trail of each file of tests, by its path; what is known from before is not looked at again.

    Raises:
        CleanRunError: Some tests fail as it is.
    """
    files = list(house.test_files())
    base = _base(house)
    keys = {file: hashlib.sha256(base + (house.root / file).read_bytes()).hexdigest() for file in files}
    kept = {file: house.cache / f"{file.replace('/', '-').removesuffix('.py')}.json" for file in files}
    known = {file: trail for file in files if (trail := _read(house, kept[file], keys[file])) and not trail.failed}
    new = [file for file in files if file not in known]
    if new:
        tell(f"Looking at which lines {len(new)} files of tests run ...")
        house.cache.mkdir(parents=True, exist_ok=True)
    house.preload()
    jobs = [
        Job(functools.partial(_follow, house, file, kept[file], keys[file]), SECONDS, kept[file].with_suffix(".log"))
        for file in new
    ]
    for number, code in run_all(jobs, at_once):
        file = new[number]
        known[file] = _read(house, kept[file], keys[file]) or Trail(failed=[f"{file} (ended with {code})"])
    failed = [name for trail in known.values() for name in trail.failed]
    if failed:
        raise CleanRunError(", ".join(sorted(failed)))
    return known


def importers(house: House) -> dict[str, frozenset[str]]:
    """By the path of each file of the package, the files of package and tests that import it."""
    found: dict[str, set[str]] = {}
    files = [path.relative_to(house.root).as_posix() for path in (house.root / house.package).rglob("*.py")]
    names = {file.removesuffix(".py").removesuffix("/__init__").replace("/", "."): file for file in files}
    for file in (*files, *house.test_files()):
        for node in ast.walk(ast.parse((house.root / file).read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                imported = [alias.name for alias in node.names]
            else:
                continue
            for name in imported:
                if name in names:
                    found.setdefault(names[name], set()).add(file)
    return {file: frozenset(by) for file, by in found.items()}


def state(house: House) -> str:
    """A fingerprint of the code, its tests and all that they have beside them."""
    digest = hashlib.sha256(_base(house))
    for path in (*(house.root / house.package).rglob("*.py"), *map(house.root.joinpath, house.test_files())):
        digest.update(f"{path.relative_to(house.root)} {_hash(path)}\n".encode())
    return digest.hexdigest()


def _base(house: House) -> bytes:
    """What every trail depends on: what code and tests have beside themselves, Python, and what is installed."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update(Path(__file__).read_bytes() + Path(sessions.__file__).read_bytes())
    digest.update(repr(sorted((d.name, d.version) for d in importlib.metadata.distributions())).encode())
    beside = [path for path in (house.root / house.package).rglob("*") if path.suffix not in {".py", ".pyc"}]
    helpers = [
        path
        for path in (house.root / "tests").rglob("*")
        if path.suffix != ".pyc" and not (path.name.startswith("test_") and path.suffix == ".py")
    ]
    for path in sorted(beside + helpers):
        if path.is_file():
            digest.update(f"{path.relative_to(house.root)} {_hash(path)}\n".encode())
    return digest.digest()


@functools.cache
def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _read(house: House, path: Path, key: str) -> Trail | None:
    """A trail that was kept, if the tests and all modules that they imported are as they were."""
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if kept["key"] != key or any(_hash(house.root / module) != was for module, was in kept["modules"].items()):
        return None
    tests = {name: {file: int(bits, 16) for file, bits in lines.items()} for name, lines in kept["tests"].items()}
    return Trail(tests, kept["seconds"], kept["collecting"], kept["failed"])


def _follow(house: House, file: str, into: Path, key: str) -> int:
    walker = Walker(house)
    begun = _clock()
    with walker.following():
        code = run_pytest(house, [file], [Steady(), walker])
    trail = walker.trail
    trail.collecting = _clock() - begun - sum(trail.seconds.values())
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) and not trail.failed:
        trail.failed.append(f"{file} (pytest ended with {code})")
    kept = asdict(trail)
    kept["tests"] = {name: {f: f"{bits:x}" for f, bits in lines.items()} for name, lines in trail.tests.items()}
    package = f"{house.root / house.package}/"
    files = {getattr(module, "__file__", None) or "" for module in sys.modules.values()}
    kept["modules"] = {
        Path(file).relative_to(house.root).as_posix(): _hash(Path(file)) for file in files if file.startswith(package)
    }
    into.write_text(json.dumps({"key": key} | kept), "utf-8")
    return 0


class Walker:
    """A plugin of pytest that writes down which lines each test runs, be it in a fixture that it shares with others."""

    def __init__(self, house: House) -> None:
        self.trail = Trail()
        self._package = f"{house.root / house.package}/"
        self._code = f"{house.root / house.code}/"
        self._root = len(f"{house.root}/")
        self._at_once: dict[str, set[int]] = {}
        """What runs while the file is collected: for all of its tests."""
        self._shared: dict[str, dict[str, set[int]]] = {}
        self._now = self._at_once

    @contextmanager
    def following(self) -> Iterator[None]:
        """Look at each line that runs meanwhile, in every thread."""
        self._follow()
        yield
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]

    def _follow(self) -> None:
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def _enter(self, frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:  # noqa: ARG002
        file = frame.f_code.co_filename
        if not file.startswith(self._package) or frame.f_code.co_name == "<module>":
            return None
        if not file.startswith(self._code):
            self._now.setdefault(file, set()).add(0)
            return None
        add = self._now.setdefault(file, set()).add

        def line(frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:  # noqa: ARG001
            add(frame.f_lineno)
            return line

        return line

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """What a fixture runs that several tests share belongs to each of them."""
        before = self._now
        if fixturedef.scope != "function":
            self._now = self._shared.setdefault(fixturedef.argname, {})
        try:
            return (yield)
        finally:
            self._now = before

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """What a test runs, and its time."""
        _forget()
        self._follow()  # Anew: where a test before ran out of stack, Python has stopped looking.
        self._now = {}
        begun = _clock()
        result = yield
        self.trail.seconds[item.nodeid] = _clock() - begun
        run: Lines = {}
        shared = [self._shared.get(name, {}) for name in getattr(item, "fixturenames", ())]
        for lines in (self._at_once, self._now, *shared):
            for file, numbers in lines.items():
                bits = sum(1 << number for number in numbers)
                run[file[self._root :]] = run.get(file[self._root :], 0) | bits
        self.trail.tests[item.nodeid] = run
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Whether it failed."""
        if report.failed:
            self.trail.failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Whether it can be collected at all."""
        if report.failed:
            self.trail.failed.append(report.nodeid)


def _forget() -> None:
    """Let every test compute itself what an earlier one has left in a cache."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in {"translate", "tests"}:
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


def _clock() -> float:
    own, children = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
