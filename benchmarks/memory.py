"""Measure the translation memory: how quick and how right it is with 100,000 texts, and what memory TMX files take.

    python benchmarks/memory.py

The texts are made of the held-out sentences of the sample package: two that are drawn by chance, the first part of one
and the last part of the other, in half of them a third one, with one word in seven exchanged for another or, as names
would be, for an Estonian one, and a number here and there. The queries are remembered texts with one to three words, in
short texts fewer, exchanged, left out, put in, misspelt or moved.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from translate.core.entries.remembered import MemoryUnit
from translate.memory import tmx
from translate.memory.database import Feed, Memory

ROOT = Path(__file__).parents[1]
HELD_OUT = ROOT / "tests/data/sample-model"
QUERIES = 200

T = TypeVar("T")


def texts(count: int) -> Iterator[str]:
    """So many different texts, always the same ones."""
    chance = random.Random(4)  # noqa: S311  Not for secrets.
    sentences = [line.split() for line in (HELD_OUT / "heldout.en").read_text("utf-8").splitlines()]
    sentences = [words for words in sentences if len(words) > 4]  # noqa: PLR2004
    names = (HELD_OUT / "heldout.et").read_text("utf-8").title().split()
    words = [word for sentence in sentences for word in sentence] + names
    seen: set[str] = set()
    while len(seen) < count:
        first, last, end = chance.choice(sentences), chance.choice(sentences), chance.choice(sentences)
        made = [*first[: chance.randrange(2, len(first))], *last[chance.randrange(len(last) - 2) :]]
        made += end if chance.random() < 1 / 2 else []
        made = [chance.choice(words) if chance.random() < 1 / 7 else word for word in made]
        if chance.random() < 1 / 3:
            made.insert(chance.randrange(len(made)), str(chance.randrange(1900, 2100)))
        text = " ".join(made)
        if text not in seen:
            seen.add(text)
            yield text


def units(count: int) -> Iterator[MemoryUnit]:
    """So many units; a translation is the text itself, turned round word by word."""
    for text in texts(count):
        yield MemoryUnit("et", text, " ".join(reversed(text.split())), None, "benchmark", "2026-10-01T04:00:00Z")


def edited(text: str, chance: random.Random) -> str:
    """The text with one to three words changed, in a short text fewer."""
    words = text.split()
    for _ in range(chance.randint(1, min(3, max(1, len(words) // 6)))):
        at = chance.randrange(len(words) - 1)
        match chance.randrange(5):
            case 0:
                words[at] = chance.choice(["harbour", "ferry", "minister", "seventeen"])
            case 1:
                del words[at]
            case 2:
                words.insert(at, chance.choice(["also", "never", "Tallinn", "2031"]))
            case 3:
                words[at] = words[at][1:] + "e"
            case _:
                words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def lookups(count: int, folder: Path) -> None:
    """Print how long lookups take and how often the right text comes first."""
    sources = list(texts(count))
    chance = random.Random(5)  # noqa: S311  Not for secrets.
    path = folder / "memory.sqlite"
    with Memory(path, source="en", home=None) as memory:
        begin = time.perf_counter()
        memory.feed([Feed("benchmark", "", units(count))])
        length = statistics.mean(map(len, sources))
        print(f"{count:,} texts of {length:.0f} characters on average remembered in "
              f"{time.perf_counter() - begin:.1f} s, {path.stat().st_size / 1e6:.0f} MB")  # fmt: skip
    asked = [(text, edited(text, chance)) for text in chance.sample(sources, QUERIES)]
    with Memory(path, source="en", home=None) as memory:
        exact = [timed(lambda text=text: memory.exact("et", text, None)) for text, _ in asked]
        fuzzy = [timed(lambda query=query: memory.fuzzy("et", query, None)) for _, query in asked]
        # What other programs take of the machine does not count in this one.
        again = [timed(lambda query=query: memory.fuzzy("et", query, None), time.process_time) for _, query in asked]
    found = sum(bool(hits) and hits[0].unit.source == text for (text, _), (_, hits) in zip(asked, fuzzy, strict=True))
    print(f"{'':14} {'median':>8} {'95 %':>8} {'most':>8}   milliseconds")
    for name, runs in (("exact", exact), ("fuzzy", fuzzy), ("fuzzy, CPU", again)):
        taken = sorted(seconds * 1000 for seconds, _ in runs)
        print(f"{name:14} {statistics.median(taken):8.2f} {taken[len(taken) * 95 // 100]:8.2f} {taken[-1]:8.2f}")
    print(f"the right text first: {found} of {len(asked)}")
    if found * 100 < len(asked) * 98:
        sys.exit("fewer than 98 % of the queries find the right text first")


def timed(ask: Callable[[], T], clock: Callable[[], float] = time.perf_counter) -> tuple[float, T]:
    """The seconds that it takes, and the answer."""
    begin = clock()
    answer = ask()
    return clock() - begin, answer


def export_units(count: int, folder: Path) -> None:
    """Write the units of a memory to a TMX file."""
    with (
        Memory(folder / f"{count}.sqlite", source="en", home=None) as memory,
        (folder / f"{count}.tmx").open("wb") as file,
    ):
        tmx.write(file, memory.units(["et"]), source="en", version="0")


def import_units(count: int, folder: Path) -> None:
    """Feed a memory from a TMX file."""
    path = folder / f"{count}.tmx"
    with Memory(folder / f"{count}-imported.sqlite", source="en", home=None) as memory, path.open("rb") as file:
        read = tmx.read(file, path.name, source="en", locales=["et"])
        memory.feed([Feed("benchmark", "", (unit for unit in read if isinstance(unit, MemoryUnit)))])
        if sum(c.units for c in memory.counts()) != count:
            sys.exit(f"{path} did not give {count} units back")


def make(count: int, folder: Path) -> None:
    """Make the memory that is exported."""
    with Memory(folder / f"{count}.sqlite", source="en", home=None) as memory:
        memory.feed([Feed("benchmark", "", units(count))])


WORKERS = {"make": make, "export": export_units, "import": import_units}


def exchange(counts: tuple[int, ...], folder: Path) -> None:
    """Print what importing and exporting takes, each in a process of its own."""
    print(f"{'TMX':20} {'seconds':>8} {'peak MiB':>9} {'file MB':>8}")
    for count in counts:
        worker("make", count, folder)
        for step in ("export", "import"):
            seconds, peak = worker(step, count, folder)
            size = (folder / f"{count}.tmx").stat().st_size / 1e6
            print(f"{step} {count:13,} {seconds:8.1f} {peak:9.1f} {size:8.1f}")


def worker(step: str, count: int, folder: Path) -> tuple[float, float]:
    """Seconds and peak MiB of a step."""
    command = [sys.executable, __file__, "--worker", step, "--count", str(count), "--folder", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    seconds, peak = re.findall(r"[\d.]+", done.stdout)
    return float(seconds), float(peak)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        seconds, _ = timed(lambda: WORKERS[arguments.worker](arguments.count, arguments.folder))
        # Not getrusage(): what it tells starts with what the parent process had.
        peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
        print(seconds, int(peak[1]) / 1024 if peak else "nan")
        return
    with tempfile.TemporaryDirectory() as folder:
        lookups(arguments.count, Path(folder))
        exchange((arguments.count // 10, arguments.count), Path(folder))


if __name__ == "__main__":
    main()
