"""What was measured, where and when, kept in a file from which the page is made."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.speed.ground import ROOT
from benchmarks.speed.row import Round
from benchmarks.speed.timing import Took

RESULTS = Path(__file__).with_name("results.json")
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Surroundings:
    """When, where and with what something was measured."""

    date: str
    commit: str
    machine: str
    versions: str

    @classmethod
    def now(cls) -> Surroundings:
        """Those of this moment."""
        commit = _said("git", "describe", "--always", "--dirty=, changed")
        names = ("argostranslate", "ctranslate2", "polib")
        versions = [f"{name} {importlib.metadata.version(name)}" for name in names]
        versions.append(f"gettext {_numbers(_said('msgcat', '--version'))}")
        return cls(datetime.now(UTC).date().isoformat(), commit, _machine(), ", ".join((_python(), *versions)))


def _numbers(text: str) -> str:
    """The first numbers with points between them."""
    found = re.search(r"\d+(?:\.\d+)+", text)
    return found[0] if found else "unknown"


def _python() -> str:
    return f"Python {platform.python_version()}"


def _machine() -> str:
    try:
        said = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        said = ""
    model = re.search(r"^model name\s*: (.*)", said, re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    cores = len(os.sched_getaffinity(0))
    name = model[1] if model else platform.machine()
    return f"{cores} cores of {name}, {memory:.0f} GB, Linux {_numbers(platform.release())}"


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the contestants of a row took."""

    at: Surroundings
    rounds: Sequence[Round]


def load(path: Path = RESULTS) -> dict[str, Measured]:
    """What is known of each row, by its name."""
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {
        name: Measured(
            Surroundings(**one["at"]),
            [{contestant: Took(**took) for contestant, took in each.items()} for each in one["rounds"]],
        )
        for name, one in kept.items()
    }


def save(results: Mapping[str, Measured], path: Path = RESULTS) -> None:
    """Keep what is known of each row."""
    kept = {
        name: {
            "at": asdict(one.at),
            "rounds": [{name: _rounded(asdict(took)) for name, took in each.items()} for each in one.rounds],
        }
        for name, one in results.items()
    }
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _rounded(took: Mapping[str, object]) -> dict[str, object]:
    return {
        name: round(value, DIGITS) if isinstance(value, float) else _rounded(value) if name == "told" else value
        for name, value in took.items()
    }
