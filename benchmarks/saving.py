"""Let people and runs save one PO file at the same moment, and count what is lost; time what it costs.

    PYTHONPATH=. python benchmarks/saving.py [--seconds 10] [--saves 300] [--folder DIR]

The old way looks at the file just before it flushes and renames. Ends with 1 if anything was lost the new way.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.files.rivals import SAVED, drafted, kill_everywhere, late_save, race, save, tidy

BAD = ("lost", "left", "torn")


def timed(step: Callable[[], object]) -> float:
    """Milliseconds that something takes."""
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def costs(folder: Path, saves: int) -> None:
    """Print what a save of 20 kB costs, the old way and the new by turns."""
    path = folder / "a.po"
    old = SAVED * 700
    path.write_bytes(old)
    late, now = [], []
    for number in range(saves):
        data = drafted(SAVED * 700, number)
        late.append(timed(lambda old=old, data=data: late_save(path, data, old)))
        again = drafted(SAVED * 700, -1 - number)
        now.append(timed(lambda data=data, again=again: save(path, again, expected=data)))
        old = again
    ratio = statistics.median(now) / statistics.median(late)
    print(f"a save: old {statistics.median(late):.2f} ms, new {statistics.median(now):.2f} ms, ratio {ratio:.2f}")


def tidying(folder: Path) -> None:
    """Print what it costs to tidy up where there is nothing to do."""
    for number in range(5000):
        (folder / f"article-{number:05}.po").write_bytes(SAVED)
    print(f"tidy, 5000 files: {statistics.median(timed(lambda: tidy(folder, 'po')) for _ in range(20)):.2f} ms")


def main() -> None:
    """Print figures, one line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="of each race")
    parser.add_argument("--saves", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="where; on the disk to measure")
    told = parser.parse_args()
    lost = 0

    def show(name: str, figures: dict[str, int], *, ours: bool = True) -> None:
        nonlocal lost
        lost += sum(figures.get(key, 0) for key in BAD) if ours else 0
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()), flush=True)

    for way in ("renaming", "in place", "both"):
        for late in (True, False):
            with tempfile.TemporaryDirectory(dir=told.folder) as name:
                figures = race(Path(name) / "a.po", told.seconds, late=late, way=way)
            show(f"race, {way}, {'old' if late else 'new'} way", figures, ours=not late)
    with tempfile.TemporaryDirectory(dir=told.folder) as name:
        show("race with kills", race(Path(name) / "a.po", told.seconds, kills=0.02))
    with tempfile.TemporaryDirectory(dir="/dev/shm") as name:
        show("killed at every line", kill_everywhere(Path(name), 1))
    with tempfile.TemporaryDirectory(dir=told.folder) as name:
        costs(Path(name), told.saves)
    with tempfile.TemporaryDirectory(dir=told.folder) as name:
        tidying(Path(name))
    sys.exit(bool(lost))


if __name__ == "__main__":
    main()
