"""Run tests on every CPython from 3.11 on that the machine has, and name those that it lacks.

    python -m tools.pythons [PYTEST ARGUMENT ...]

Looked for on the PATH, among pyenv's versions, and where uv looks. Each gets a venv of its own, made anew each time.
The exit code is 1 where tests failed, or where there was no Python to run them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.venvs import UV, Refused, make_venv, run_tests

WANTED = ((3, 11), (3, 12), (3, 13), (3, 14))
"""The versions that a machine ought to have; a newer one that it has is tried as well."""
NAME = re.compile(r"python3(?:\.(\d+))?")
PATIENCE = 60
"""Seconds for an answer."""
ASK = """
import sys, sysconfig
kind = "free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else sys.implementation.name
print("python", kind, sys.version.split()[0])
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What the machine has."""

    pythons: dict[str, tuple[Path, ...]]
    """Where each version is, in full (“3.12.1”), oldest version first."""
    broken: dict[tuple[int, int], str]
    """The versions of which there is nothing that starts, and what the last one said."""

    @property
    def minors(self) -> set[tuple[int, int]]:
        """The versions that are there, without the last number."""
        return {minor_of(version) for version in self.pythons}

    @property
    def missing(self) -> list[tuple[int, int]]:
        """The versions that ought to be there and are not."""
        return [minor for minor in WANTED if minor not in self.minors and minor not in self.broken]


def minor_of(version: str) -> tuple[int, int]:
    """The first two numbers of a version."""
    major, minor = version.split(".")[:2]
    return int(major), int(minor)


def places() -> Iterator[Path]:
    """Every file on the machine that is called like a Python 3."""
    folders = [Path(name) for name in os.get_exec_path() if name]
    roots = {Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")}
    if pyenv := shutil.which("pyenv"):
        roots |= {Path(line) for line in _said(pyenv, "root").splitlines()}
    folders += [folder for root in sorted(roots) for folder in sorted(root.glob("versions/*/bin"))]
    for folder in folders:
        yield from (path for path in sorted(folder.glob("python3*")) if NAME.fullmatch(path.name))
    known = _said(UV, "python", "list", "--only-installed", "--output-format", "json")
    yield from (Path(each["path"]) for each in json.loads(known or "[]"))


def look(paths: Iterable[Path]) -> Found:
    """Ask every file what it is; what is no CPython from 3.11 on is passed over, and so is one without the GIL."""
    pythons: dict[str, list[Path]] = defaultdict(list)
    broken: dict[tuple[int, int], str] = {}
    for path in dict.fromkeys(paths):
        try:
            done = subprocess.run([path, "-c", ASK], capture_output=True, text=True, check=False, timeout=PATIENCE)
            answer, error = done.stdout.split(), done.stderr.strip() or f"exit code {done.returncode}"
        except OSError as trouble:
            answer, error = [], str(trouble.strerror)
        except subprocess.TimeoutExpired:
            answer, error = [], "it hangs"
        named = NAME.fullmatch(path.name)
        if answer[:1] == ["python"]:
            _, kind, version = answer
            if kind == "cpython" and minor_of(version) >= WANTED[0]:
                pythons[version].append(path)
        elif named and named[1] and (3, int(named[1])) >= WANTED[0]:
            broken[3, int(named[1])] = f"{path} does not start: {error.splitlines()[-1]}"
    in_order = sorted(pythons, key=lambda version: [int(number) for number in re.findall(r"\d+", version)])
    found = {version: tuple(pythons[version]) for version in in_order}
    good = {minor_of(version) for version in found}
    return Found(found, {minor: why for minor, why in sorted(broken.items()) if minor not in good})


def try_on(version: str, paths: Iterable[Path], tests: list[str]) -> str:
    """Run tests on one version; the first of its files that a venv can be made from will do.

    Returns:
        What came of it: “passed”, “failed”, or why there was nothing to run them with.
    """
    reason = ""
    for path in paths:
        try:
            own = make_venv(version, path, "--editable", ".[dev,forms,cluster]")
        except Refused as refused:
            reason = f"cannot be used: {refused}"
        else:
            return "passed" if run_tests(own, Path.cwd(), *tests) else "failed"
    return reason


def main(tests: list[str]) -> int:
    """Try all that are there."""
    found = look(places())
    came = {}
    for version, paths in found.pythons.items():
        print(f"\nPython {version} ({paths[0]})", flush=True)
        came[version] = try_on(version, paths, tests)
    print()
    for version, what in came.items():
        print(f"Python {version}: {what}")
    for (major, minor), why in found.broken.items():
        print(f"Python {major}.{minor}: broken; {why}")
    for major, minor in found.missing:
        print(f"Python {major}.{minor}: missing")
    return 1 if "failed" in came.values() or "passed" not in came.values() else 0


def _said(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
