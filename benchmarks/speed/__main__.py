"""Measure how fast newsdesk is, against others and against itself, and make docs/performance.md of it.

    python -m benchmarks.speed                            # all rows; about an hour
    python -m benchmarks.speed --must-hold                # those that something must hold of
    python -m benchmarks.speed --only sample-100 help     # some of them
    python -m benchmarks.speed --write                    # make the page of all that is kept, and measure nothing

Each contestant is a process of its own, in a folder and with a home of its own, and is timed from its start to its end.
The contestants of a row take turns, so that a busy machine disturbs all alike. What was measured is kept in
results.json, row by row, with the machine and the commit.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed import page, results, texts
from benchmarks.speed.every import ROWS
from benchmarks.speed.ground import Ground
from benchmarks.speed.results import Measured, Surroundings
from benchmarks.speed.row import Row
from benchmarks.speed.timing import Took, run


def main() -> None:
    """Measure rows, or write the page."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=ROWS, metavar="ROW", default=list(ROWS), help="see --list")
    parser.add_argument("--must-hold", action="store_true", help="only rows with a bound")
    parser.add_argument("--rounds", type=int, help="in place of each row's own number of them")
    parser.add_argument("--small", action="store_true", help="as little as shows that all works; nothing is kept")
    parser.add_argument("--write", action="store_true", help="make the page of what is kept, and measure nothing")
    parser.add_argument("--list", action="store_true", help="name the rows")
    told = parser.parse_args()
    chosen = [ROWS[name] for name in told.only if ROWS[name].bounds or not told.must_hold]
    if told.list:
        for row in chosen:
            print(f"{row.name:16} {row.title}")
    elif told.write:
        page.write(results.load())
    else:
        sys.exit(measure(chosen, rounds=told.rounds, small=told.small))


def measure(rows: list[Row], *, rounds: int | None, small: bool) -> int:
    """Measure rows one after the other, and keep what is found; 1 if one of them could not be measured."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="newsdesk-speed-") as name:
        ground = Ground(Path(name), is_small=small)
        warm_up(ground)
        for row in rows:
            print(f"\n{row.name}: {row.title}", flush=True)
            try:
                found = [dict(taken(row, ground)) for _ in range(rounds or row.rounds)]
                for bound in row.bounds:
                    verdict = "holds" if bound.holds(found) else "does NOT hold"
                    print(f"  {bound.says}: {bound.figure(found)}, wanted {bound.wanted}: {verdict}", flush=True)
            except Exception as error:  # noqa: BLE001  A row that cannot be measured must not cost the others.
                print(f"  not measured: {type(error).__name__}: {error}", flush=True)
                failed = 1
                continue
            if not small:
                # Whoever measures in another process meanwhile has its own rows.
                results.save(results.load() | {row.name: Measured(Surroundings.now(), found)})
    return failed


def warm_up(ground: Ground) -> None:
    """Run newsdesk once, so that all bytecode is there, as in an installation."""
    desk = ground.desk(texts.articles(1, 2, 1))
    run(desk.runs("warming up", "draft", "--quiet"))
    ground.clear(desk)


def taken(row: Row, ground: Ground) -> Iterator[tuple[str, Took]]:
    """What each contestant takes in a round, told as it comes."""
    for contestant in row.contestants(ground):
        took = run(contestant)
        also = "".join(f"  {name} {value:g}" for name, value in took.told.items())
        print(
            f"  {contestant.name:60} {took.wall:8.2f} s {took.processor:8.2f} CPU s {took.peak:7.0f} MB{also}",
            flush=True,
        )
        yield contestant.name, took


if __name__ == "__main__":
    main()
