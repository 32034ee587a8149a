"""Measure where links land in the news: on human translations, and in drafts that somebody has read.

    python benchmarks/tags/news.py ../shared/eval/news/news.tsv
    python benchmarks/tags/news.py ../shared/eval/news/news.tsv --show es

The links are those of ``links.csv``. Drafts are made by the command, in a project of its own with a paragraph for each
sentence: into Estonian by the Argos package that is installed (``ARGOS_PACKAGES_DIR``), into Spanish by Apertium.
``--show`` prints those of a locale instead, to be read. See README.md for what the verdicts mean.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from pathlib import Path

import polib
from pairs import Pair, on_reference, placed
from table import Found, Score, Set, found, table

from translate.core.entries.taglines import DoubtfulTag
from translate.core.placing.placed import Doubt
from translate.core.text.fingerprints import fingerprint
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine

HERE = Path(__file__).parent
ENGINES = {"et": ("argos", ArgosEngine), "es": ("apertium", ApertiumEngine)}
"""By locale, the engine that drafts, by its name and itself."""


class Verdict(StrEnum):
    """What a person found of a link in a draft."""

    RIGHT = "right"
    FAIR = "fair"
    WRONG = "wrong"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a sentence."""

    sentence: str
    start: int
    end: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """What is before the words, they themselves, and what is behind them."""
        return self.sentence[: self.start], self.sentence[self.start : self.end], self.sentence[self.end :]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a sentence of the news, with its places in the human translations."""

    number: int
    """Of the sentence, from 1."""
    source: Span
    human: Mapping[str, Span]
    """By locale."""
    fits: Mapping[str, str]
    """By locale, ``same`` where the words say the linked ones and nothing else."""

    @property
    def tagged(self) -> str:
        """The sentence with its link, by the short name that newsdesk gives it."""
        before, words, behind = self.source.parts
        return f"{before}<a1>{words}</a1>{behind}"

    @property
    def paragraph(self) -> str:
        """The sentence with its link as a newsroom has it."""
        before, words, behind = (escape(part, quote=False) for part in self.source.parts)
        return f'<p>{before}<a href="https://example.org/{self.number}">{words}</a>{behind}</p>\n'

    def pair(self, locale: str) -> Pair:
        """The sentence and its human translation, to be measured like any other."""
        own, other = self.source, self.human[locale]
        spans = {"a1": ((own.start, own.end), (other.start, other.end))}
        return Pair(self.number, locale, self.tagged, other.sentence, spans, {}, unseen=True, draft="")


def read_links(news: Path, path: Path = HERE / "links.csv") -> list[Link]:
    """The links, in their sentences.

    Args:
        news: The sentences and their human translations; see README.md.
        path: Where the links are.
    """
    head, *rows = [line.rstrip("\r").split("\t") for line in news.read_bytes().decode("utf-8").split("\n") if line]

    def span(row: Mapping[str, str], column: str, words: str, sentence: str) -> Span:
        first, last, start, end = (
            int(row[f"{name}_{edge}"]) for name in (sentence, words) for edge in ("start", "end")
        )  # fmt: skip
        text = rows[int(row["number"]) - 1][head.index(column)]
        return Span(text[first:last], start - first, end - first)

    with path.open(encoding="utf-8", newline="") as file:
        return [
            Link(
                int(row["number"]),
                span(row, "en", "source", "sentence"),
                {locale: span(row, locale, locale, f"{locale}_sentence") for locale in ENGINES},
                {locale: row[f"{locale}_fit"] for locale in ENGINES},
            )
            for row in csv.DictReader(file)
        ]


@dataclass(frozen=True, slots=True)
class Draft:
    """What newsdesk made of a sentence with a link."""

    text: str
    """With the link; empty where the engine has no translation."""
    doubt: Doubt | None
    """What it says of the link, if anything."""

    @property
    def fingerprint(self) -> str:
        """By which it is known again."""
        return fingerprint([self.text])


def drafted(links: Sequence[Link], locale: str) -> list[Draft]:
    """Have the command draft the sentences.

    Raises:
        SystemExit: It could not.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("articles", "glossaries"):
            (project / name).mkdir()
        (project / "newsdesk.toml").write_text(
            f'[project]\nname = "Links"\nsource = "en"\nlocales = ["{locale}"]\n'
            f'[draft]\nengine = "{ENGINES[locale][0]}"\n',
            encoding="utf-8",
        )
        (project / "articles/links.html").write_text("".join(link.paragraph for link in links), encoding="utf-8")
        command = [sys.executable, "-m", "translate", "--project", str(project), "--quiet", "draft"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in {0, 1}:
            raise SystemExit(f"newsdesk draft left with {done.returncode}\n{done.stderr}")
        catalog = polib.pofile(str(project / "locales" / locale / "LC_MESSAGES/links.po"))
    drafts = [Draft(entry.msgstr, _doubt(entry.comment)) for entry in catalog]
    if not any(draft.text for draft in drafts):
        raise SystemExit(f"{ENGINES[locale][0]} has drafted nothing into {locale}\n{done.stderr}")
    return drafts


def _doubt(comment: str) -> Doubt | None:
    return next((told.doubt for told in map(DoubtfulTag.parse, comment.splitlines()) if told), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict about a draft."""

    fingerprint: str
    """Of the draft that was read."""
    verdict: Verdict


def read_verdicts(locale: str, path: Path = HERE / "verdicts.csv") -> dict[int, Judged]:
    """The verdicts of a locale, by the number of the sentence."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            int(row["number"]): Judged(row["fingerprint"], Verdict(row["verdict"]))
            for row in csv.DictReader(file)
            if row["locale"] == locale
        }


def lines(links: Sequence[Link], drafts: Sequence[Draft], verdicts: Mapping[int, Judged]) -> Iterator[str]:
    """How many links are right, how many of the others are flagged, and how many verdicts no longer count."""
    counts: Counter[tuple[Verdict, Doubt | None]] = Counter()
    stale = 0
    for link, draft in zip(links, drafts, strict=True):
        judged = verdicts.get(link.number)
        if judged is None or judged.fingerprint != draft.fingerprint:
            stale += 1
        else:
            counts[judged.verdict, draft.doubt] += 1
    yield f"  {'verdict':8} {'links':>5} {'unflagged':>10}" + "".join(f"{doubt:>10}" for doubt in Doubt)
    for verdict in Verdict:
        each = [counts[verdict, doubt] for doubt in (None, *Doubt)]
        yield f"  {verdict:8} {sum(each):5} " + "".join(f"{count:10}" for count in each)
    yield f"  {'stale':8} {stale:5}"


def shown(links: Sequence[Link], drafts: Sequence[Draft]) -> Iterator[str]:
    """Each sentence and its draft, for somebody to read; whether it is flagged is not told."""
    for link, draft in zip(links, drafts, strict=True):
        yield f"{link.number} {draft.fingerprint}\n  {link.tagged}\n  {draft.text}"


def reach(texts: Set, results: Found) -> Iterator[str]:
    """How many words the links in human translations are around, beside those that they should be around."""
    for name, result in results.placed.items():
        total, shorter, unflagged = sum(results.scores[name], Score()), 0, 0
        for one, got in zip(texts.wanted, result, strict=True):
            if placed(got.text)[0]["a1"] < one.words["a1"]:
                shorter += 1
                unflagged += not got.doubts
        yield (
            f"  {name}: {total.found} words, wanted {total.wanted}; precision {total.hits / total.found:.3f}, recall "
            f"{total.hits / total.wanted:.3f}; {shorter} around a part of their words and nothing else, {unflagged} of "
            "them unflagged"
        )


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--show", choices=ENGINES, help="print the drafts of a locale, to be read")
    told = parser.parse_args()
    if not told.news.is_file():
        print(f"skipped: there is no {told.news}")
        return
    links = read_links(told.news)
    if told.show:
        print(*shown(links, drafted(links, told.show)), sep="\n")
        return
    for locale, (name, start) in ENGINES.items():
        engine = start()
        for title, some in (
            ("all", links),
            ("those that say the same", [link for link in links if link.fits[locale] == "same"]),
        ):
            pairs = [link.pair(locale) for link in some]
            texts = Set(f"{locale}, human translations, {title}", pairs, [*map(on_reference, pairs)])
            print(*table(texts, engine), *reach(texts, found(texts, engine)), sep="\n")
        print(f"\n{locale}, drafts of {name}: what a reader found, and what was flagged for")
        print(*lines(links, drafted(links, locale), read_verdicts(locale)), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
