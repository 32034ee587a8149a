"""Measure what newsdesk costs to begin: its help against Python alone, drafting one article against bare CTranslate2.

    python benchmarks/startup.py --rounds 15

Bare CTranslate2 loads the same package and decodes the same sentences in one batch. What of the command line takes
longest to import is told, too. Rounds are interleaved, so that a busy machine disturbs all alike, and the first,
which may write bytecode, is not counted. On a busy machine the processor's seconds say more than the clock's.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "tests/data/sample-model"
NEWSDESK = str(Path(sys.executable).with_name("newsdesk"))
ALONE, HELP, BARE, DRAFT = "python -c pass", "newsdesk --help", "bare CTranslate2", "newsdesk draft"
SHOWN = 12
PARAGRAPH = 3
SETTINGS = '[project]\nname = "bench"\nsource = "en"\nlocales = ["et"]\n[draft]\nengine = "argos"\n'
DECODE = """
import os, sys, ctranslate2, sentencepiece
tokens = sentencepiece.SentencePieceProcessor(model_file=sys.argv[1] + "/sentencepiece.model")
cores = len(os.sched_getaffinity(0))
network = ctranslate2.Translator(sys.argv[1] + "/model", compute_type="int8", inter_threads=cores, intra_threads=1)
sentences = tokens.encode(sys.stdin.read().splitlines(), out_type=str)
options = {"beam_size": 4, "length_penalty": 0.2, "max_batch_size": 1024, "batch_type": "tokens"}
print(tokens.decode([found.hypotheses[0] for found in network.translate_batch(sentences, **options)]))
"""


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took, in seconds."""

    wall: float
    processor: float


def timed(command: Sequence[str], folder: Path, environment: dict[str, str], given: str = "") -> Took:
    """What a process takes from its start to its end."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, input=given, text=True, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def new_project(sentences: Sequence[str], home: Path) -> Path:
    """A project with one article that nothing is drafted of yet."""
    folder = Path(tempfile.mkdtemp(dir=home))
    for name in ("articles", "glossaries"):
        (folder / name).mkdir()
    paragraphs = [" ".join(sentences[at : at + PARAGRAPH]) for at in range(1, len(sentences), PARAGRAPH)]
    (folder / "newsdesk.toml").write_text(SETTINGS, "utf-8")
    (folder / "articles" / "one.txt").write_text("\n\n".join([sentences[0], *paragraphs]) + "\n", "utf-8")
    return folder


def rounds(number: int, sentences: Sequence[str], home: Path) -> dict[str, list[Took]]:
    """What each contestant took in each round."""
    (package,) = (home / "packages").iterdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment |= {"HOME": str(home), "ARGOS_PACKAGES_DIR": str(package.parent), "CT2_USE_MKL": "1"}
    text = "\n".join(sentences)
    took: dict[str, list[Took]] = {}
    for _ in range(number + 1):
        commands = {
            ALONE: ([sys.executable, "-c", "pass"], home, ""),
            "import translate": ([sys.executable, "-c", "import translate"], home, ""),
            "import translate.cli": ([sys.executable, "-c", "import translate.cli"], home, ""),
            HELP: ([NEWSDESK, "--help"], home, ""),
            BARE: ([sys.executable, "-c", DECODE, str(package)], home, text),
            DRAFT: ([NEWSDESK, "draft", "--quiet"], new_project(sentences, home), ""),
        }
        for name, (command, folder, given) in commands.items():
            took.setdefault(name, []).append(timed(command, folder, environment, given))
    return {name: every[1:] for name, every in took.items()}


def row(title: str, values: Sequence[Took]) -> str:
    """A line of the table: the median, the least and the most."""
    kinds = [one.wall for one in values], [one.processor for one in values]
    wall, processor = (f"{statistics.median(kind):7.3f} ({min(kind):.3f}–{max(kind):.3f})" for kind in kinds)
    return f"{title:28} {wall:24} {processor}"


def imports() -> list[tuple[int, int, str]]:
    """What importing the command line imports: own microseconds, those of all below it too, and the module's name."""
    command = [sys.executable, "-X", "importtime", "-c", "import translate.cli"]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    rows = [line.removeprefix("import time:").split("|") for line in report.splitlines()[1:]]
    return [(int(own), int(total), module.strip()) for own, total, module in rows]


def show(took: dict[str, list[Took]]) -> None:
    """Print what each took, and what the goals are about, round by round."""
    print(f"{'':28} {'wall':24} processor")
    for name, every in took.items():
        print(row(name, every))
    drafts = list(zip(took[DRAFT], took[BARE], strict=True))
    helps = list(zip(took[HELP], took[ALONE], strict=True))
    print(row("help, times Python alone", [Took(a.wall / b.wall, a.processor / b.processor) for a, b in helps]))
    print(row("draft, times bare", [Took(a.wall / b.wall, a.processor / b.processor) for a, b in drafts]))
    print(row("draft, seconds above bare", [Took(a.wall - b.wall, a.processor - b.processor) for a, b in drafts]))


def main() -> None:
    """Print the table and the heaviest imports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sentences", type=int, default=13, help="in the article; the first is its headline")
    arguments = parser.parse_args()
    sentences = (SAMPLE / "heldout.en").read_text("utf-8").splitlines()[: arguments.sentences]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with zipfile.ZipFile(SAMPLE / "translate-en_et-0_1.argosmodel") as archive:
            archive.extractall(home / "packages")
        print(f"seconds, median (least–most) of {arguments.rounds} rounds, an article of {len(sentences)} sentences")
        show(rounds(arguments.rounds, sentences, home))
    print("\nheaviest imports of translate.cli, in ms: own, with all below")
    for own, total, module in sorted(imports(), reverse=True)[:SHOWN]:
        print(f"{own / 1000:8.1f} {total / 1000:8.1f}  {module}")


if __name__ == "__main__":
    main()
