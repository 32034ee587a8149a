"""Draw mutants of the core, let the tests loose on them, and tell what share was noticed and what was not."""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.mutation.children import OUT_OF_TIME, run_all
from tools.mutation.mutants import Mutant, difference, drawn, line_of, read_sources
from tools.mutation.sessions import House
from tools.mutation.trails import CleanRunError, Trail, importers, state, trails
from tools.mutation.trials import NOTICED, Plan, job, plan, whole

SEED = 4007
"""Of the figure that counts. Whoever writes tests looks at what survives of other seeds, never of this one."""

CODE = "translate/core"
TESTS = (
    "tests/core", "tests/authoring", "tests/catalogs", "tests/cli", "tests/documents", "tests/languages",
    "tests/ledger", "tests/memory", "tests/reports", "tests/runs", "tests/schedules", "tests/termbases",
    "tests/workflow", "tests/test_merging_files.py", "tests/test_old_projects.py", "tests/test_trouble_cases.py",
)  # fmt: skip
"""Not those that take long for what they run of the core: engines, faults, whole seasons of a newsroom."""
LEFT_OUT = ("tests/reports/test_morning_page.py",)
"""This one has a browser, which wants more room than a mutant may have."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant."""

    number: int
    """In the order of the draw, from 1 on."""
    mutant: Mutant
    line: int
    killed_by: str
    """The test that noticed, or what else ended the trial; empty if it survived."""
    difference: str

    def __str__(self) -> str:
        return f"{self.number}  {self.mutant.path}:{self.line}  {self.mutant.kind}\n{self.difference}"


def main() -> int:
    """Draw, try, tell; 2 where the tests fail without any mutant."""
    options = _options()
    house = House(options.root.resolve(), options.code, tuple(options.tests), LEFT_OUT, options.grace)
    sources = read_sources(house.root, house.code)
    if options.group:
        sources = {path: source for path, source in sources.items() if _group(path, house.code) == options.group}
    mutants = drawn(sources, options.mutants, options.seed)
    try:
        known = trails(house, options.jobs, _tell)
        _try_unchanged(house, sources, known)
    except CleanRunError as error:
        _tell(f"mutants: none was tried: as it is, these tests fail: {error}")
        return 2
    by = importers(house)
    plans = [plan(house, mutant, known, by) for mutant in mutants]
    if options.show:
        _show(house, mutants[options.show - 1], sources, plans[options.show - 1])
        return 0
    outcomes = _tried(house, mutants, sources, plans, options.jobs)
    if options.json:
        print(json.dumps(_as_json(outcomes, options.seed, house.code), ensure_ascii=False, indent=1))
    else:
        print(_as_text(outcomes, house.code))
    return 0


def wilson(killed: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's score."""
    if not of:
        return 0.0, 1.0
    z, share = 1.959964, killed / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - spread) / (1 + z * z / of)), min(1.0, (middle + spread) / (1 + z * z / of))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/mutants", description=__doc__)
    parser.add_argument("-n", "--mutants", type=int, default=400, metavar="N", help="how many to draw (400)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the draw; write tests by others than {SEED}")
    parser.add_argument("--jobs", type=int, default=2, help="how many to try at once (2)")
    parser.add_argument("--group", help="draw from one group of the core only, such as enforcing")
    parser.add_argument("--show", type=int, metavar="K", help="only show mutant K and what it would be tried with")
    parser.add_argument("--grace", type=int, default=5, metavar="S", help="seconds until what has no end is ended (5)")
    parser.add_argument("--json", action="store_true", help="print one object with every mutant")
    parser.add_argument("--root", type=Path, default=Path(), help="the repository (this one)")
    parser.add_argument("--code", default=CODE, help=f"the folder that is mutated ({CODE})")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="files and folders; the first goes before the rest")
    return parser.parse_args()


def _try_unchanged(house: House, sources: dict[str, str], known: dict[str, Trail]) -> None:
    """Once for every state of the tests: in the way that mutants are tried, too, they pass what was not changed."""
    kept = house.cache / "unchanged"
    now = state(house)
    if kept.exists() and kept.read_text("utf-8") == now:
        return
    path = next(iter(sources))
    same = Mutant(path, "none", 1, 1, at_import=True, start=0, end=0, text="")
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for _, code in run_all([job(house, same, sources[path], whole(house, known), Path(folder))], 1):
            if by := _killed_by(Path(folder), code):
                raise CleanRunError(by)
    kept.write_text(now, "utf-8")


def _tried(
    house: House, mutants: Sequence[Mutant], sources: dict[str, str], plans: Sequence[Plan], at_once: int
) -> list[Outcome]:
    found: dict[int, str] = {n: "" for n, todo in enumerate(plans) if not todo.rounds}
    asked = [n for n, todo in enumerate(plans) if todo.rounds]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        folders = {n: Path(folder, str(n)) for n in asked}
        for each in folders.values():
            each.mkdir()
        jobs = [job(house, mutants[n], sources[mutants[n].path], plans[n], folders[n]) for n in asked]
        for done, (number, code) in enumerate(run_all(jobs, at_once), 1):
            n = asked[number]
            found[n] = _killed_by(folders[n], code)
            if sys.stderr.isatty() or not done % 20:
                survivors = sum(not by for by in found.values())
                _tell(f"{done} of {len(jobs)} tried, {survivors} survivors so far")
    return [
        Outcome(n + 1, m, line_of(m, sources[m.path]), found[n], difference(m, sources[m.path]))
        for n, m in enumerate(mutants)
    ]


def _killed_by(folder: Path, code: int) -> str:
    if code == 0:
        return ""
    if code == OUT_OF_TIME:
        return "no end"
    noticed = folder / NOTICED
    return noticed.read_text("utf-8") if noticed.exists() else "what is imported fails"


def _show(house: House, mutant: Mutant, sources: dict[str, str], todo: Plan) -> None:
    source = sources[mutant.path]
    print(f"{mutant.path}:{line_of(mutant, source)}  {mutant.kind}\n{difference(mutant, source)}")
    for tests in todo.rounds:
        print(f"{len(tests)} tests:", *tests, sep="\n  ")
    print(f"They take {todo.seconds:.1f} s of processor time in {house.root.name} as it is.")


def _group(path: str, code: str) -> str:
    return path.removeprefix(f"{code}/").split("/")[0].removesuffix(".py")


def _shares(outcomes: Sequence[Outcome], code: str) -> dict[str, tuple[int, int]]:
    shares: dict[str, tuple[int, int]] = {}
    for outcome in outcomes:
        for name in (_group(outcome.mutant.path, code), "all"):
            killed, of = shares.get(name, (0, 0))
            shares[name] = killed + bool(outcome.killed_by), of + 1
    return dict(sorted(shares.items(), key=lambda share: (share[0] == "all", share[0])))


def _as_text(outcomes: Sequence[Outcome], code: str) -> str:
    lines = [f"{outcome}\n" for outcome in outcomes if not outcome.killed_by]
    for name, (killed, of) in _shares(outcomes, code).items():
        low, high = wilson(killed, of)
        lines.append(f"{name:<12} {killed:>4} of {of:>4} killed  {killed / of:6.1%}  ({low:.1%} to {high:.1%})")
    return "\n".join(lines)


def _as_json(outcomes: Sequence[Outcome], seed: int, code: str) -> dict[str, object]:
    return {
        "seed": seed,
        "shares": {
            name: {"killed": killed, "of": of, "interval": wilson(killed, of)}
            for name, (killed, of) in _shares(outcomes, code).items()
        },
        "mutants": [
            {
                "number": outcome.number,
                "file": outcome.mutant.path,
                "line": outcome.line,
                "kind": outcome.mutant.kind,
                "difference": outcome.difference,
                "killed by": outcome.killed_by,
            }
            for outcome in outcomes
        ],
    }


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
