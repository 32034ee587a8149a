"""Measure what `newsdesk --help` costs before it says a word, against Python alone, and what it imports.

python benchmarks/startup.py --rounds 15
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import translate": [sys.executable, "-c", "import translate"],
    "import translate.cli": [sys.executable, "-c", "import translate.cli"],
    "newsdesk --help": [str(Path(sys.executable).with_name("newsdesk")), "--help"],
}
SHOWN = 12


def seconds(command: list[str]) -> float:
    """The seconds from start to end of a process."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def imports() -> list[tuple[int, int, str]]:
    """What importing the command line imports: own microseconds, those of all below it too, and the module's name."""
    command = [sys.executable, "-X", "importtime", "-c", "import translate.cli"]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    rows = [line.removeprefix("import time:").split("|") for line in report.splitlines()[1:]]
    return [(int(own), int(total), module.strip()) for own, total, module in rows]


def main() -> None:
    """Print medians, ratios and the heaviest imports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    runs: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(arguments.rounds):
        for name, command in COMMANDS.items():
            runs[name].append(seconds(command))
    bare = statistics.median(runs["python -c pass"])
    print(f"median of {arguments.rounds}")
    for name, times in runs.items():
        median = statistics.median(times)
        print(f"{name:24} {median * 1000:7.1f} ms  {median / bare:5.2f} times python -c pass")
    print("\nheaviest imports of translate.cli, in ms: own, with all below")
    for own, total, module in sorted(imports(), reverse=True)[:SHOWN]:
        print(f"{own / 1000:8.1f} {total / 1000:8.1f}  {module}")


if __name__ == "__main__":
    main()
