"""Run targets under libFuzzer, and tell what came of it: ``tools/fuzz`` calls this."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fuzz.targets import CORPUS, DICTIONARIES, TARGETS, inputs

SLOWEST = 20
"""Seconds that one input may take; without the instruments, and with no other work to do, it is a tenth of that."""
MEMORY = 2048
"""MiB that a target may take."""
LARGEST = {"po": 4096, "merge": 4096, "glossary": 2048, "archive": 4096, "tmx": 4096, "article": 4096}
"""Bytes of an input."""
LARGEST_ELSE = 512


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one target did."""

    target: str
    runs: int
    seconds: float
    slowest: int
    """Seconds of the slowest input, rounded down."""
    crash: str
    """The file that holds the input that failed; empty where none did."""
    tail: str
    """The end of what libFuzzer said."""


def main() -> int:
    """Run what was asked for; the exit code is 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="tools/fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", help=f"of: {', '.join(TARGETS)}; none for all")
    parser.add_argument("--runs", type=int, help="inputs for each target")
    parser.add_argument("--seconds", type=int, default=60, help="at most so long for each target (60)")
    parser.add_argument("--jobs", type=int, default=2, help="targets at once (2)")
    parser.add_argument("--blind", action="store_true", help="without instruments: learns little, and is far faster")
    parser.add_argument("--seed", type=int, default=0, help="0 for another one each time")
    parser.add_argument("--corpus", type=Path, help="keep what was found in folders in here, and go on from them")
    parser.add_argument("--crashes", type=Path, default=Path("build/fuzz"), help="where inputs that fail are kept")
    parser.add_argument("--minimise", action="store_true", help="instead, bring --corpus down into the committed one")
    given = parser.parse_args()
    if unknown := [name for name in given.target if name not in TARGETS]:
        parser.error(f"no target called {', '.join(unknown)}")
    if given.minimise and not given.corpus:
        parser.error("--minimise needs --corpus")
    os.environ["PYTHONHASHSEED"] = "0"  # A run with a --seed can be repeated.
    names = given.target or list(TARGETS)
    with ThreadPoolExecutor(given.jobs) as pool:
        outcomes = list(pool.map(lambda name: _minimised(name, given) if given.minimise else _run(name, given), names))
    _show(outcomes)
    return int(any(outcome.crash for outcome in outcomes))


def _run(name: str, given: argparse.Namespace) -> Outcome:
    """Fuzz one target from the committed corpus on, which stays as it is."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-fuzz-") as scratch:
        grown = (given.corpus or Path(scratch)) / name
        grown.mkdir(parents=True, exist_ok=True)
        given.crashes.mkdir(parents=True, exist_ok=True)
        options = [
            f"-runs={given.runs or -1}",
            f"-max_total_time={given.seconds}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={MEMORY}",
            f"-max_len={LARGEST.get(name, LARGEST_ELSE)}",
            f"-seed={given.seed}",
            f"-artifact_prefix={given.crashes}/{name}-",
            "-print_final_stats=1",
            *(["--blind"] if given.blind else []),
        ]
        if (words := DICTIONARIES / f"{name}.dict").exists():
            options.append(f"-dict={words}")
        done = _libfuzzer(name, scratch, *options, str(grown), str(CORPUS / name))
    said = done.stderr
    crash = re.search(r"Test unit written to (\S*-(?:crash|timeout|oom|leak)-\S+)", said)
    seconds = re.search(r"Done \d+ runs in (\d+) second", said)
    broken = "" if done.returncode == 0 else f"exit code {done.returncode}"
    return Outcome(
        target=name,
        runs=_stat(said, "number_of_executed_units"),
        seconds=int(seconds[1]) if seconds else 0,
        slowest=_stat(said, "slowest_unit_time_sec"),
        crash=crash[1] if crash else broken,
        tail=done.stdout[-3000:] + said[-1000:],
    )


def _minimised(name: str, given: argparse.Namespace) -> Outcome:
    """Replace the committed corpus by the smallest inputs that reach as much; regressions stay."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-fuzz-") as scratch:
        least = Path(scratch) / "least"
        least.mkdir()
        folders = [str(least), str(given.corpus / name), str(CORPUS / name)]
        # Counting how often a branch is taken would keep several times as many inputs.
        done = _libfuzzer(name, scratch, "-set_cover_merge=1", "-use_counters=0", *folders)
        if done.returncode == 0:
            for path in inputs(name):
                if re.fullmatch(r"[0-9a-f]{40}", path.name):  # What has another name, a person has put there.
                    path.unlink()
            named = {path.read_bytes() for path in inputs(name)}
            for path in least.iterdir():
                if (data := path.read_bytes()) not in named:
                    (CORPUS / name / path.name).write_bytes(data)
    crash = "" if done.returncode == 0 else f"exit code {done.returncode}"
    return Outcome(name, 0, 0, 0, crash, done.stderr[-3000:])


def _libfuzzer(name: str, scratch: str, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TMPDIR": scratch, "HOME": scratch, "XDG_DATA_HOME": scratch}
    command = [sys.executable, "-m", "fuzz.drive", name, *options]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", env=environment, check=False)


def _stat(said: str, name: str) -> int:
    found = re.search(rf"stat::{name}:\s*(\d+)", said)
    return int(found[1]) if found else 0


def _show(outcomes: list[Outcome]) -> None:
    lines = [
        "| target | inputs | seconds | inputs a second | slowest input | corpus | failures |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for one in outcomes:
        rate = f"{one.runs / one.seconds:,.0f}" if one.seconds else ""
        slowest = f"{one.slowest} s" if one.slowest else "< 1 s"
        lines.append(
            f"| {one.target} | {one.runs:,} | {one.seconds:,} | {rate} | {slowest} | {_size(one.target)} "
            f"| {one.crash or 0} |"
        )
    runs, seconds = sum(one.runs for one in outcomes), sum(one.seconds for one in outcomes)
    failed = sum(bool(one.crash) for one in outcomes)
    lines.append(f"| all | {runs:,} | {seconds:,} | | | {_size(*(one.target for one in outcomes))} | {failed} |")
    sys.stdout.write("\n".join(lines) + "\n")
    for one in outcomes:
        if one.crash:
            sys.stderr.write(f"\n{one.target}: {one.crash}\n{one.tail}\n")


def _size(*names: str) -> str:
    files = [path for name in names for path in inputs(name)]
    return f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1024:.0f} KB"


if __name__ == "__main__":
    sys.exit(main())
