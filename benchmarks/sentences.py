"""Measure how well sentence ends are found, on Universal Dependencies treebanks: newsdesk, sentencex and choppa alone.

    python benchmarks/sentences.py ~/treebanks            # folders with the treebanks' .conllu files somewhere below
    UD_TREEBANKS=~/treebanks python benchmarks/sentences.py --part dev
    python benchmarks/sentences.py --fetch ~/treebanks    # gets what is missing from the treebanks' own pages first

A text is the sentences of a paragraph, or of a document where the treebank marks no paragraphs, with one space between
them; the end of the text counts for nobody. *Closed* are runs of sentences that end with a mark (`.`, `?`, `!`, `…`,
then quotation marks or brackets); *all* are those of headlines, lists and web pages too, whose ends nothing shows.
A set that is not there is named as not run. Rules are tuned on the dev parts; the test parts are what is told of.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby
from pathlib import Path

from translate.core.text.sentences import cut
from translate.segmentation import segmenter_for, wikimedia
from translate.segmentation.rules import import_choppa

import_choppa()
import choppa  # noqa: E402  Installed without all that it asks for.

Split = Callable[[str, str], list[str]]
CLOSED = re.compile(r"""[.!?…]["'”’“»«)\]]*$""")


@dataclass(frozen=True, slots=True)
class Treebank:
    """A part of a treebank of Universal Dependencies."""

    name: str
    language: str
    home: str
    file: str
    documents: str = ""
    """What the ids of its sentences start with."""


TREEBANKS = (
    Treebank("en PUD", "en", "UD_English-PUD", "en_pud-ud"),
    Treebank("en GUM", "en", "UD_English-GUM", "en_gum-ud"),
    Treebank("en EWT", "en", "UD_English-EWT", "en_ewt-ud"),
    Treebank("et papers", "et", "UD_Estonian-EDT", "et_edt-ud", "aja_"),
    Treebank("et science", "et", "UD_Estonian-EDT", "et_edt-ud", "tea_"),
    Treebank("fi TDT", "fi", "UD_Finnish-TDT", "fi_tdt-ud"),
    Treebank("fi PUD", "fi", "UD_Finnish-PUD", "fi_pud-ud"),
    Treebank("de PUD", "de", "UD_German-PUD", "de_pud-ud"),
    Treebank("de GSD", "de", "UD_German-GSD", "de_gsd-ud"),
    Treebank("es PUD", "es", "UD_Spanish-PUD", "es_pud-ud"),
    Treebank("ru PUD", "ru", "UD_Russian-PUD", "ru_pud-ud"),
)


def ours(text: str, language: str) -> list[str]:
    """As newsdesk cuts."""
    return [sentence.text for sentence in cut(text, segmenter_for(language), longest=len(text) + 1)]


@cache
def languagetool() -> choppa.SrxDocument:
    """LanguageTool's rules as choppa ships them."""
    return choppa.SrxDocument(ruleset=Path(choppa.__file__).parent / "data/srx/languagetool_segment.srx")


def choppa_alone(text: str, language: str) -> list[str]:
    """As LanguageTool cuts."""
    return list(choppa.SrxTextIterator(languagetool(), f"{language}_two", text))


SPLITTERS: dict[str, Split] = {"newsdesk": ours, "sentencex": wikimedia.split, "choppa alone": choppa_alone}


def read(path: Path, documents: str) -> Iterator[list[str]]:
    """The sentences of each paragraph or document of a treebank."""
    sentences: list[str] = []
    wanted = True
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(" = ")
        if line.startswith(("# newdoc", "# newpar")):
            yield sentences
            sentences = []
        elif key == "# sent_id":
            wanted = value.startswith(documents)
        elif key == "# text" and wanted:
            sentences.append(value.strip())
    yield sentences


def closed(paragraph: list[str]) -> Iterator[list[str]]:
    """The runs of sentences that end with a mark."""
    for is_closed, run in groupby(paragraph, key=lambda sentence: bool(CLOSED.search(sentence))):
        if is_closed:
            yield list(run)


def ends(pieces: Sequence[str]) -> set[int]:
    """After how many characters, white space aside, the pieces of a text end, but for the last one."""
    return set(accumulate(len("".join(piece.split())) for piece in pieces if piece.strip())) - {
        sum(len("".join(piece.split())) for piece in pieces)
    }


def score(texts: list[list[str]], language: str, split: Split) -> tuple[float, int, int]:
    """F1, ends too many, ends missed."""
    right = more = missed = 0
    for sentences in texts:
        gold, found = ends(sentences), ends(split(" ".join(sentences), language))
        right, more, missed = right + len(gold & found), more + len(found - gold), missed + len(gold - found)
    return 2 * right / max(1, 2 * right + more + missed), more, missed


def found(treebank: Treebank, part: str, folders: Sequence[Path]) -> Path | None:
    """Where a part of a treebank lies; an empty file, as a clone without its large files has, is none."""
    paths = (path for folder in folders for path in folder.rglob(f"{treebank.file}-{part}.conllu"))
    return next((path for path in paths if path.stat().st_size), None)


def fetch(treebank: Treebank, part: str, folder: Path) -> None:
    """Get a part of a treebank from its page; what cannot be reached is left out."""
    target = folder / treebank.home / f"{treebank.file}-{part}.conllu"
    address = f"https://raw.githubusercontent.com/UniversalDependencies/{treebank.home}/master/{target.name}"
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                shutil.copyfileobj(answer, file)
    except OSError as error:
        print(f"{target.name}: not fetched, {error}")


def main() -> None:
    """Print a line for each treebank and splitter."""
    given = os.environ.get("UD_TREEBANKS")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(given)] if given else [])
    parser.add_argument("--part", default="test", choices=("test", "dev"))
    parser.add_argument("--only", nargs="*", choices=list(SPLITTERS), default=list(SPLITTERS))
    parser.add_argument("--fetch", type=Path, metavar="FOLDER", help="get what is not there into this folder")
    asked = parser.parse_args()
    folders = [*asked.folders, *([asked.fetch] if asked.fetch else [])]
    print(f"{'set':12}{'splitter':14}{'closed F1':>10}{'more':>6}{'missed':>8}{'all F1':>10}{'more':>6}{'missed':>8}")
    for treebank in TREEBANKS:
        if asked.fetch and not found(treebank, asked.part, folders):
            fetch(treebank, asked.part, asked.fetch)
        path = found(treebank, asked.part, folders)
        if path is None:
            print(f"{treebank.name:12}not run: no {treebank.file}-{asked.part}.conllu in the folders given")
            continue
        texts = list(read(path, treebank.documents))
        runs = [run for text in texts for run in closed(text)]
        for name in asked.only:
            split = SPLITTERS[name]
            figures = (*score(runs, treebank.language, split), *score(texts, treebank.language, split))
            print("{:12}{:14}{:10.4f}{:6}{:8}{:10.4f}{:6}{:8}".format(treebank.name, name, *figures), flush=True)


if __name__ == "__main__":
    main()
