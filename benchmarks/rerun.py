"""Time a run over articles that did not change, against ``msgfmt -c`` over the same PO files.

    python benchmarks/rerun.py [--articles 2000] [--rounds 3]

Articles are made up, two locales, the engine `identity`: what is measured is how soon newsdesk knows that there is
nothing to do. msgfmt is started once for each file, as it has to be.
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
    arguments = parser.parse_args()
    newsdesk = [sys.executable, "-m", "translate", "draft"]
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
        check = [["msgfmt", "-c", "-o", "/dev/null", str(path)] for path in files]
        ours, theirs = [], []
        for _ in range(arguments.rounds):
            ours.append(timed([newsdesk], folder))
            theirs.append(timed(check, folder))
        touched = sum(path.stat().st_mtime_ns != stamp for path, stamp in before.items())
    print(f"run with nothing new{statistics.median(ours):8.2f} s, median of {arguments.rounds}")
    print(f"msgfmt -c           {statistics.median(theirs):8.2f} s, {len(files)} files")
    print(f"ratio               {statistics.median(ours) / statistics.median(theirs):8.3f}; files touched: {touched}")


if __name__ == "__main__":
    main()
