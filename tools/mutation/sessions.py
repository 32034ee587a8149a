"""What is mutated, what tests it, and how pytest is run on it."""

import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PRELOADED = (
    "babel.core", "click", "filelock", "hypothesis", "jinja2", "lxml.etree", "polib", "prometheus_client", "pydantic",
    "rapidfuzz", "requests", "rich.console", "sqlite3",
)  # fmt: skip
"""What tests import from elsewhere; imported once, before any child is born, where it is installed."""


@dataclass(frozen=True, slots=True)
class House:
    """A repository: what is mutated in it and which tests are tried."""

    root: Path
    code: str
    """The folder whose modules are mutated, from the root."""
    tests: tuple[str, ...]
    """Folders and files of tests; those of the first are tried before the others."""
    left_out: tuple[str, ...] = ()
    """Files of tests that are not tried."""
    grace: int = 5
    """So many seconds beyond five times of what it took before may a test take of the processor: then it has no end."""

    @property
    def package(self) -> str:
        """The package that the code belongs to."""
        return self.code.split("/")[0]

    @property
    def cache(self) -> Path:
        """Where it is kept which test runs which lines."""
        return self.root / ".mutants"

    def test_files(self) -> Iterator[str]:
        """Every file of tests, by its path from the root."""
        for tests in self.tests:
            path = self.root / tests
            for file in sorted(path.rglob("test_*.py")) if path.is_dir() else [path]:
                if (name := file.relative_to(self.root).as_posix()) not in self.left_out:
                    yield name

    def preload(self) -> None:
        """Import what children would each import again, but nothing that is mutated."""
        os.chdir(self.root)
        sys.path[:0] = [str(self.root)]
        for name in PRELOADED:
            try:
                importlib.import_module(name)
            except ImportError:
                continue


class Steady:
    """A plugin of pytest by which properties try the same examples every time, not many, and shrink none."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """After the tests' own profile, which has the last word on all else."""
        if "hypothesis" not in sys.modules:
            return
        from hypothesis import Phase, settings  # noqa: PLC0415 -- Where it is installed.

        settings.register_profile(
            "mutants",
            settings(),
            max_examples=50,
            derandomize=True,
            database=None,
            phases=(Phase.explicit, Phase.generate),
        )
        settings.load_profile("mutants")


def run_pytest(house: House, files: Sequence[str], plugins: list[Any], *options: str) -> int:
    """Run files of tests in this process, in the repository's way."""
    without = [option for name in ("cacheprovider", "faulthandler", "xdist") for option in ("-p", f"no:{name}")]
    # Of Hypothesis, which is preloaded.
    silent = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    return int(pytest.main([*without, *silent, "--rootdir", str(house.root), *options, *files], plugins))
