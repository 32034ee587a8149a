"""Time a run over articles that did not change, and ``newsdesk status``, against msgfmt and git on the same PO files.

    python benchmarks/rerun.py [--articles 2000] [--rounds 3] [--no-msgfmt]

Articles are made up, two locales, the engine `identity`: what is measured is how soon newsdesk knows that there is
nothing to do, and how far all is. ``msgfmt -c`` is started once for each file, as it has to be; ``git status`` is that
of a repository of the same folder. The commands take turns.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LOCALES = ("et", "ru")
SETTINGS = '[project]\nname = "bench"\nsource = "en"\nlocales = ["et", "ru"]\n[draft]\nengine = "identity"\n'


def article(number: int) -> str:
    """A made-up article of ten paragraphs."""
    body = "".join(f"The ferry number {number} sailed at {n} o'clock, and nobody was late.\n" for n in range(10))
    return f"Ferry {number} opens\n\n{body}--\nFollow us and never miss an update!\n"


def timed(command: list[list[str]], folder: Path) -> float:
    """Seconds that commands take, one after the other."""
    start = time.perf_counter()
    for one in command:
        subprocess.run(one, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-msgfmt", action="store_true")
    arguments = parser.parse_args()
    newsdesk, status = ([sys.executable, "-m", "translate", name] for name in ("draft", "status"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "newsdesk.toml").write_text(SETTINGS, "utf-8")
        (folder / "articles").mkdir()
        (folder / "glossaries").mkdir()
        for number in range(arguments.articles):
            (folder / "articles" / f"a{number:05}.txt").write_text(article(number), "utf-8")
        print(f"first run           {timed([newsdesk], folder):8.2f} s")
        print(f"second run          {timed([newsdesk], folder):8.2f} s")
        files = sorted(folder.rglob("*.po"))
        before = {path: path.stat().st_mtime_ns for path in files}
        timed([["git", "init", "-q"], ["git", "add", "-A"]], folder)
        check = [["msgfmt", "-c", "-o", "/dev/null", str(path)] for path in files]
        commands = {"nothing new": [newsdesk], "status": [status], "git status": [["git", "status"]]}
        commands |= {} if arguments.no_msgfmt else {"msgfmt -c": check}
        times = [{name: timed(command, folder) for name, command in commands.items()} for _ in range(arguments.rounds)]
        touched = sum(path.stat().st_mtime_ns != stamp for path, stamp in before.items())
    print(f"{len(files)} PO files, medians of {arguments.rounds} rounds; files touched: {touched}")
    for name in commands:
        print(f"{name:<20}{statistics.median(each[name] for each in times):8.2f} s")
    for name, other in ((one, other) for one in ("nothing new", "status") for other in [*commands][2:]):
        ratios = sorted(each[name] / each[other] for each in times)
        spread = f"{ratios[0]:.3f} to {ratios[-1]:.3f}"
        print(f"{name} / {other:<16}{statistics.median(ratios):8.3f}, {spread}")


if __name__ == "__main__":
    main()
