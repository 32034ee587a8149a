"""Compare what two commits make of the same projects, byte for byte.

    python tools/compare [OLD [NEW]] [--only PATTERN]

OLD is a commit (by default the one before the house was straightened), NEW another, or by default the working tree.
Both run the same commands in the same folders, with the libraries of the environment that this is run with. What is
compared: every file of the project but newsdesk's own state, what each command prints, and its exit code. The exit code
is 1 if anything differs that `expected.toml` does not name.
"""

from __future__ import annotations

import argparse
import difflib
import fnmatch
import re
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import local

from projects import Project, projects
from sides import Side, checkout

BEFORE = "4d7c7cd"
MASKS = {
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d| UTC)?": "{time}",
    r"\d{8}T\d{6}Z": "{time}",
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d+ \w+ \d{4} at \d\d:\d\d UTC": "{time}",
    r'"seconds": \d+(?:\.\d+)?': '"seconds": {seconds}',
    r"\b\d+\.\d s\b": "{seconds}",
    r'(<rect class="bar[^"]*" x="[^"]*") y="[^"]*"( width="[^"]*") height="[^"]*"': r"\1\2",  # Of how long nights took.
    r"\b[0-9a-f]{32}\b": "{run}",
    r"(#\. MT: .*?)\binputs [\w-]+": r"\1inputs {inputs}",
}
"""What differs though nothing has changed; every match is taken for the same."""
MOST_LINES, WIDEST = 16, 220

Outcome = dict[str, bytes]
"""Files and commands of a project, by their names."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one commit makes otherwise than the other."""

    where: str
    lines: tuple[str, ...]
    """Those that differ, with - or + before each."""

    def is_meant(self, entry: dict[str, str]) -> bool:
        """Whether an entry of expected.toml names all of it."""
        return fnmatch.fnmatch(self.where, entry["where"]) and all(
            re.fullmatch(entry["lines"], line[1:]) for line in self.lines
        )


def main() -> None:
    """Run both and tell what differs."""
    parser = argparse.ArgumentParser(prog="tools/compare", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("old", nargs="?", default=BEFORE)
    parser.add_argument("new", nargs="?", help="by default the working tree")
    parser.add_argument("--only", default="*", help="the projects to run, such as 'trouble/po/*'")
    told = parser.parse_args()
    entries = tomllib.loads(Path(__file__).with_name("expected.toml").read_text("utf-8")).get("expected", [])
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="newsdesk-compare-") as name:
        folder = Path(name)
        with checkout(told.old, folder / "old") as old, checkout(told.new, folder / "new") as new:
            asked = [
                p for p in projects(old, faketime=bool(shutil.which("faketime"))) if fnmatch.fnmatch(p.name, told.only)
            ]
            differences, counted = _compare_all(asked, old, new, folder)
    meant: Counter[str] = Counter()
    for difference in differences:
        reason = next((entry["reason"] for entry in entries if difference.is_meant(entry)), None)
        if reason:
            meant[reason] += 1
        else:
            _show(difference)
    _sum_up(asked, counted, meant, time.monotonic() - began)
    unmeant = len(differences) - meant.total()
    print(f"{unmeant} differences between {told.old} and {told.new or 'the working tree'} that nobody has named")
    sys.exit(unmeant > 0)


def _compare_all(asked: list[Project], old: Path, new: Path, folder: Path) -> tuple[list[Difference], Counter[str]]:
    """Run both sides of every project, two projects at once."""
    mine, sides = local(), []

    def compared(project: Project) -> tuple[list[Difference], Counter[str]]:
        if not hasattr(mine, "sides"):
            mine.sides = Side(old), Side(new)
            sides.extend(mine.sides)
        outcomes = [_run(project, mine.sides[0], side, folder / "runs") for side in mine.sides]
        kinds = Counter("commands" if "$" in name else "files" for name in outcomes[0])
        return list(_differences(project.name, *outcomes)), kinds

    (folder / "runs").mkdir()
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(compared, asked))
    for side in sides:
        side.close()
    return [one for found, _ in done for one in found], sum((kinds for _, kinds in done), Counter())


def _run(project: Project, layer: Side, side: Side, runs: Path) -> Outcome:
    """Lay a project, and do in it what is to be done; always in the same place, so that all paths are the same."""
    place = runs / project.name.replace("/", "+")
    desk, home = place / "desk", place.with_name(f"{place.name}.home")
    for folder in (place, home):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    steps = list(project.steps)
    if project.laid is not None:
        commands = layer.lay(project.laid, place)
        steps = steps or [(command, None) for command in commands]
    elif project.lay is not None:
        project.lay(desk)
    outcome: Outcome = {}
    out, err = home / "out", home / "err"
    for number, step in enumerate(steps, 1):
        if callable(step):
            step(desk)
            continue
        arguments, clock = step
        time.sleep(0.1)  # The ledger trusts no file that is younger than 50 ms.
        code = side.run(desk, arguments, out=out, err=err, clock=clock)
        told = f"exit {code}\n".encode() + out.read_bytes() + b"--- stderr\n" + err.read_bytes()
        outcome[f"$ {number} newsdesk {' '.join(arguments)}"] = told.replace(str(side.code).encode(), b"{checkout}")
    return outcome | _files(place)


def _files(place: Path) -> Outcome:
    found = {}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if name.startswith(("desk/.newsdesk", "desk/packages")):
            continue
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}".encode("utf-8", "surrogateescape")
        elif path.is_file():
            with path.open("rb") as file:
                found[name] = file.read(2_000_000)
    return found


def _differences(project: str, old: Outcome, new: Outcome) -> Iterator[Difference]:
    for name in sorted(old.keys() | new.keys()):
        one, other = (_masked(side.get(name)) for side in (old, new))
        if one != other:
            told = list(difflib.unified_diff(one, other, n=0, lineterm=""))[2:]
            yield Difference(f"{project}: {name}", tuple(line for line in told if line[0] in "-+"))


def _masked(data: bytes | None) -> list[str]:
    if data is None:
        return ["(is not there)"]
    text = data.decode("utf-8", "backslashreplace")
    for pattern, mask in MASKS.items():
        text = re.sub(pattern, mask, text)
    return text.split("\n")


def _show(difference: Difference) -> None:
    print(f"\n{difference.where}")
    shown = difference.lines[:MOST_LINES]
    start = 0
    for line, after in zip(shown, (*shown[1:], ""), strict=True):
        if line[0] == "-":
            start = _start(line[1:], after[1:]) if after[:1] == "+" else 0
        text = line[1 + start :]
        print(f"  {line[0]}{'…' if start else ''}{text[:WIDEST]}{'…' if len(text) > WIDEST else ''}")
    if len(difference.lines) > MOST_LINES:
        print(f"  … and {len(difference.lines) - MOST_LINES} lines more")


def _start(one: str, other: str) -> int:
    """Where to begin to show two long lines, a little before the first character that differs."""
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return max(0, same - WIDEST // 3)


def _sum_up(asked: list[Project], counted: Counter[str], meant: Counter[str], seconds: float) -> None:
    ran = f"{counted['commands']} commands, {counted['files']} files"
    print(f"\ncompared {len(asked)} projects, {ran}, in {seconds:.0f} s")
    print("taken for the same wherever they stand:")
    for pattern, mask in MASKS.items():
        print(f"  {pattern}  →  {mask}")
    for reason, count in sorted(meant.items()):
        print(f"meant, {count} times: {reason}")


if __name__ == "__main__":
    main()
