"""The trial of a mutant: the tests that run what it changes, in a process that never knew it otherwise."""

import functools
import importlib.machinery
import importlib.util
import os
import resource
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import pytest

from tools.mutation.children import Job, exit_code
from tools.mutation.mutants import Mutant
from tools.mutation.sessions import House, Steady, run_pytest
from tools.mutation.trails import Trail

NOTICED = "noticed"

NEAR, FAR = 60.0, 40.0
"""Seconds of processor time that a mutant's tests may take as it was: those of the first folder, and the others."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The tests that a mutant is tried with, in rounds; each is run only if those before let it pass."""

    rounds: tuple[dict[str, float], ...]
    """Each test with the seconds of processor time that it took as it was."""
    seconds: float
    """All of them, with what it takes to collect them."""


def plan(house: House, mutant: Mutant, trails: Mapping[str, Trail], importers: Mapping[str, frozenset[str]]) -> Plan:
    """Choose the tests that run what a mutant changes: the cheapest first, as long as there is time for them."""
    rounds, total = [], 0.0
    chosen = _chosen(mutant, trails, importers)
    for is_near, limit in ((True, NEAR), (False, FAR)):
        files = [file for file in trails if file.startswith(house.tests[0]) is is_near]
        cheap = sorted((trails[file].seconds[test], test, file) for file in files for test in chosen[file])
        taken: dict[str, list[str]] = {}
        spent = 0.0
        for seconds, test, file in cheap:
            spent += seconds + (0.0 if file in taken else trails[file].collecting)
            if spent > limit:
                break
            taken.setdefault(file, []).append(test)
        nearest = sorted(taken, key=lambda file: (not _is_namesake(mutant, file), trails[file].collecting))
        if taken:
            rounds.append({test: trails[file].seconds[test] for file in nearest for test in taken[file]})
        total += min(spent, limit)
    return Plan(tuple(rounds), total)


def job(house: House, mutant: Mutant, source: str, todo: Plan, folder: Path) -> Job:
    """The trial as a job: its exit code is 0 if no test noticed; the file NOTICED names the one that did."""
    return Job(functools.partial(_try, house, mutant, source, todo, folder), 60 + 5 * todo.seconds, folder / "output")


def whole(house: House, trails: Mapping[str, Trail]) -> Plan:
    """Every test, for a trial of what was not changed at all."""
    rounds: list[dict[str, float]] = [{}, {}]
    for file, trail in trails.items():
        rounds[not file.startswith(house.tests[0])] |= dict(sorted(trail.seconds.items(), key=lambda test: test[1]))
    total = sum(sum(trail.seconds.values()) + trail.collecting for trail in trails.values())
    return Plan(tuple(each for each in rounds if each), total)


def _chosen(
    mutant: Mutant, trails: Mapping[str, Trail], importers: Mapping[str, frozenset[str]]
) -> dict[str, list[str]]:
    if not mutant.at_import:
        want = sum(1 << line for line in range(mutant.first, mutant.last + 1))
        return {
            file: [test for test, lines in trail.tests.items() if lines.get(mutant.path, 0) & want]
            for file, trail in trails.items()
        }
    concerned = {mutant.path} | importers.get(mutant.path, frozenset())
    return {
        file: [test for test, lines in trail.tests.items() if file in concerned or concerned & lines.keys()]
        for file, trail in trails.items()
    }


def _is_namesake(mutant: Mutant, file: str) -> bool:
    return Path(file).stem == f"test_{Path(mutant.path).stem}"


def _try(house: House, mutant: Mutant, source: str, todo: Plan, folder: Path) -> int:
    code = compile(mutant.applied(source), str(house.root / mutant.path), "exec", dont_inherit=True)
    for number, tests in enumerate(todo.rounds):
        child = os.fork()
        if not child:
            return _round(house, mutant, code, tests, folder / str(number))
        ended = exit_code(os.waitpid(child, 0)[1], folder / "output")
        if ended:
            return ended
    return 0


def _round(house: House, mutant: Mutant, code: CodeType, tests: Mapping[str, float], folder: Path) -> int:
    sys.meta_path.insert(0, Mutated(house, mutant, code))
    files = dict.fromkeys(test.split("::")[0] for test in tests)
    options = ("-x", "--tb=line", "--basetemp", str(folder))
    return run_pytest(house, list(files), [Steady(), Chosen(tests, folder.parent / NOTICED, house.grace)], *options)


class Mutated(importlib.machinery.SourceFileLoader):
    """Imports the one module that is mutated; as a finder, it stands before all others."""

    def __init__(self, house: House, mutant: Mutant, code: CodeType) -> None:
        name = mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        super().__init__(name, str(house.root / mutant.path))
        self._code = code

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:  # noqa: ARG002
        """The module, if it is the one."""
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        """What it was compiled to, never what is kept beside the source."""
        return self._code


class Chosen:
    """A plugin of pytest that runs these tests, in this order, and says which one failed."""

    def __init__(self, tests: Mapping[str, float], noticed: Path, grace: int) -> None:
        self._order = {test: n for n, test in enumerate(tests)}
        self._seconds = tests
        self._noticed = noticed
        self._grace = grace

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid]
        )
        if len(items) < len(self._order):
            pytest.exit("some of the tests are gone", returncode=1)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test that takes five times as long as before, and some seconds, has no end: the process has none either."""
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        limit = int(time.process_time() + self._grace + 5 * self._seconds[nodeid])
        resource.setrlimit(resource.RLIMIT_CPU, (min(limit, most), most))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write down the first that failed; there is no second."""
        if report.failed:
            self._noticed.write_text(report.nodeid, "utf-8")
