"""Rows about drafting: from articles to PO files, beside bare CTranslate2 and Argos Translate's own API."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.speed import texts
from benchmarks.speed.ground import ROOT, Desk, Ground, surroundings
from benchmarks.speed.packages import NAME
from benchmarks.speed.row import Bound, Row, times, told
from benchmarks.speed.texts import Article
from benchmarks.speed.timing import Contestant, last_line, run

NEWSDESK, BARE, ARGOS = "newsdesk draft", "bare CTranslate2", "Argos' own API"
WORKERS = (sys.executable, "-m", "benchmarks.speed.workers")
NO_TERMS, SOME_TERMS, ALL_TERMS = "without terms", "terms in 1 of 5 sentences", "terms in every sentence"
ONCE, AS_OFTEN, COMPARING = "each sentence once", "each as often as it comes", "comparing"
ALONE, IN_PROCESSES = "the run alone", "processes of its own"
CORES = str(len(os.sched_getaffinity(0)))
BATCHES = {
    "batches of 16 sentences": ("examples", "16"),
    "batches of 32 sentences": ("examples", "32"),
    "batches of 64 sentences": ("examples", "64"),
    "batches of 1,024 tokens": ("tokens", "1024"),
}
"""How bare CTranslate2 may be run."""
ON_EACH = {"ARGOS_INTER_THREADS": CORES, "ARGOS_INTRA_THREADS": "1"}
THREADS = {
    "all cores on a sentence": {"ARGOS_INTRA_THREADS": CORES},
    "a sentence on each core": ON_EACH,
    "batches of 1,024 tokens on each core": {**ON_EACH, "ARGOS_BATCH_SIZE": "1024"},
}
"""How Argos Translate may be run; by itself it takes batches of 32 tokens, one at a time."""
TRIED = {"sample": 30, "argos-sized": 4}
"""Articles that the quickest way of each is found with."""
GLOSSARY = ROOT / "benchmarks/glossary/et.csv"
SHARE = 1 / 5


class Job:
    """Articles to be drafted with a package."""

    def __init__(self, ground: Ground, package: str, count: int, length: int, paragraph: int) -> None:
        self.ground, self.package = ground, package
        self.paragraph = paragraph
        self.articles: Sequence[Article] = ground.once(
            ("articles", count, length, paragraph), lambda: [*texts.articles(count, length, paragraph)]
        )
        self.given: Path = ground.once(("given", count, length, paragraph), self._write)

    def _write(self) -> Path:
        path = self.ground.new() / "articles.json"
        path.write_text(json.dumps(self.articles), "utf-8")
        return path

    def worker(self, name: str, *command: str | Path, **environment: str) -> Contestant:
        """What does only a part of the work, in a process of its own."""
        home, packages = self.ground.new(), self.ground.packages(self.package)
        own = surroundings(home) | {"ARGOS_PACKAGES_DIR": str(packages)} | environment
        return Contestant(name, (*WORKERS, *command), ROOT, own, self.given, texts.words(self.articles))

    def bare(self, batch: Sequence[str], name: str = BARE) -> Contestant:
        """All sentences in one call of CTranslate2."""
        return self.worker(name, "bare", self.ground.packages(self.package) / NAME, *batch)

    def argos(self, threads: Mapping[str, str], name: str = ARGOS) -> Contestant:
        """Article by article with Argos Translate's own API."""
        return self.worker(name, "argos", **threads)

    def bare_at_its_best(self) -> Contestant:
        """CTranslate2 as it is quickest on this machine."""
        return self.bare(BATCHES[self._quickest(BARE, BATCHES, Job.bare)])

    def argos_at_its_best(self) -> Contestant:
        """Argos Translate as it is quickest on this machine, with paragraphs like these."""
        return self.argos(THREADS[self._quickest(ARGOS, THREADS, Job.argos)])

    def _quickest(self, name: str, ways: Mapping[str, Any], made: Callable[[Job, Any], Contestant]) -> str:
        def found() -> str:
            if self.ground.is_small:
                return next(iter(ways))
            some = Job(self.ground, self.package, self.ground.of(TRIED[self.package]), 16, self.paragraph)
            took = {way: run(made(some, given)).wall for way, given in ways.items()}
            best = min(took, key=lambda way: took[way])
            print(f"  {name} is quickest with {best}", flush=True)
            return best

        return self.ground.once((name, self.package, self.paragraph > 1), found)


def beside(
    ground: Ground, package: str, count: int, length: int, paragraph: int, *, argos: bool
) -> Iterator[Contestant]:
    """A first run, and the others."""
    job = Job(ground, package, ground.of(count), ground.of(length, 4), paragraph)
    desk = ground.desk(job.articles, package=package)
    yield desk.runs(NEWSDESK, "draft", "--quiet", words=desk.words)
    ground.clear(desk)
    yield job.bare_at_its_best()
    if argos:
        yield job.argos_at_its_best()


def threads(ground: Ground, package: str, paragraph: int) -> Iterator[Contestant]:
    """The others in all ways that are tried before the quickest is taken, and as they are by themselves."""
    job = Job(ground, package, ground.of(TRIED[package]), ground.of(16, 4), paragraph)
    for way, batch in ({"a sentence at a time": ("examples", "1")} | BATCHES).items():
        yield job.bare(batch, f"{BARE}, {way}")
    for way, own in ({"by itself": {}} | THREADS).items():
        yield job.argos(own, f"{ARGOS}, {way}")


def lengths(ground: Ground) -> Iterator[Contestant]:
    """The same number of sentences in short articles and in long ones."""
    for count, length in ((48, 6), (6, 48)):
        desk = ground.desk(texts.articles(ground.of(count), ground.of(length, 4), 1), package="argos-sized")
        yield desk.runs(f"{count} articles of {length} sentences", "draft", "--quiet", words=desk.words)
        ground.clear(desk)


def locales(ground: Ground) -> Iterator[Contestant]:
    """The same articles into one language and into four."""
    for several in (("et",), ("et", "fi", "lt", "lv")):
        desk = ground.desk(texts.articles(ground.of(50), ground.of(16, 4), 3), locales=several)
        yield desk.runs(f"{len(several)} locale{'s'[: len(several) > 1]}", "draft", "--quiet", words=desk.words)
        ground.clear(desk)


def terms(ground: Ground, count: int) -> Iterator[Contestant]:
    """The same articles without terms, with some, and with many."""
    head, *rows = GLOSSARY.read_text("utf-8").splitlines(keepends=True)
    every = mentions(rows)
    articles = [*texts.articles(ground.of(count), ground.of(16, 4), 3, wanted=lambda text: bool(every.search(text)))]
    own = [text for article in articles for paragraph in article for text in paragraph]
    some: list[str] = []
    met: set[str] = set()
    for row in rows:
        finds = mentions([row])
        more = met | {text for text in own if finds.search(text)}
        if len(more) <= SHARE * len(own):
            some, met = [*some, row], more
    for name, chosen in ((NO_TERMS, []), (SOME_TERMS, some), (ALL_TERMS, rows)):
        desk = ground.desk(articles, glossary="".join([head, *chosen]) if chosen else "")
        yield desk.runs(name, "draft", "--quiet", words=desk.words)
        ground.clear(desk)


def processes(ground: Ground, count: int, *, has_terms: bool) -> Iterator[Contestant]:
    """The same articles by the run alone, and by processes that it starts."""
    glossary = GLOSSARY.read_text("utf-8") if has_terms else ""
    articles = [*texts.articles(ground.of(count), ground.of(16, 4), 3)]
    for name, worker in ((ALONE, "alone"), (IN_PROCESSES, "shared")):
        desk = ground.desk(articles, glossary=glossary)
        yield desk.runs(name, "draft", "--quiet", command=(*WORKERS, worker), words=desk.words)
        ground.clear(desk)


def mentions(rows: Sequence[str]) -> re.Pattern[str]:
    """What finds the terms of a glossary's rows."""
    names = (name for source, _, _, _, _, variants, *_ in csv.reader(io.StringIO("".join(rows)))
             for name in (source, *variants.split(";")) if name)  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def repeated(ground: Ground, package: str, count: int) -> Iterator[Contestant]:
    """Articles that share sentences, as newsdesk drafts them, and as it would if it remembered none."""
    articles = [*texts.articles(ground.of(count), ground.of(16, 4), 3, repeated=0.3)]
    desks = [ground.desk(articles, package=package) for _ in range(2)]
    for desk, name, worker in zip(desks, (ONCE, AS_OFTEN), ("plain", "forgetful"), strict=True):
        yield desk.runs(name, "draft", "--quiet", command=(*WORKERS, worker), words=desk.words, reads=last_line)
    yield comparison(ground, *desks)
    for desk in desks:
        ground.clear(desk)


def comparison(ground: Ground, one: Desk, other: Desk) -> Contestant:
    """What compares the PO files of two projects."""
    folders = (desk.folder / "locales" for desk in (one, other))
    return Contestant(COMPARING, (*WORKERS, "differing", *folders), ROOT, surroundings(ground.new()), reads=last_line)


def ten_names(ground: Ground) -> Iterator[Contestant]:
    """One article under ten names."""
    (article,) = texts.articles(1, ground.of(16, 4), 3)
    desk = ground.desk([article] * 10)
    yield desk.runs(ONCE, "draft", "--quiet", command=(*WORKERS, "plain"), reads=last_line, words=desk.words)
    ground.clear(desk)


def changed(ground: Ground) -> Iterator[Contestant]:
    """A first run, and further ones after some articles have got another paragraph."""
    count = ground.of(100)
    sentences = texts.sentences(seed=3)
    articles = [*texts.articles(count, ground.of(16, 4), 3)]
    desk = ground.desk(articles)
    yield desk.runs("first run", "draft", "--quiet", words=desk.words)
    for name, some in (
        ("nothing changed", 0),
        ("one article in a hundred changed", max(1, count // 100)),
        ("each article changed", count),
    ):
        for number in range(some):
            head, _, *rest = articles[number]
            desk.write(number, (head, (next(sentences), next(sentences), next(sentences)), *rest))
        yield desk.runs(name, "draft", "--quiet")
    ground.clear(desk)


def row(name: str, package: str, count: int, length: int, paragraph: int, *bounds: Bound, argos: bool = True) -> Row:
    """A row of `beside`."""
    title = f"{package} package, {count:,} × {length} sentences, {paragraph} a paragraph"
    return Row(name, title, lambda ground: beside(ground, package, count, length, paragraph, argos=argos), bounds)


OF_BARE = Bound("speed, of that of bare CTranslate2", times(BARE, NEWSDESK), least=0.9)
SAMPLE_ARGOS = Bound("speed, times that of Argos' own API", times(ARGOS, NEWSDESK), least=2.3)
SIZED_ARGOS = Bound("speed, times that of Argos' own API", times(ARGOS, NEWSDESK), least=6)

FEW_TERMS = Bound("time with terms in 1 of 5 sentences, times without", times(SOME_TERMS, NO_TERMS), most=1.6)
REPEATED = Bound("speed, 30 % repeated, times that of a run that remembers none", times(AS_OFTEN, ONCE), least=1.25)
SAME_FILES = Bound("PO files of the two that differ", told(COMPARING, "differing"), most=0)
ONE_DECODE = Bound(
    "sentences decoded, times those that differ",
    lambda took, _: took[ONCE].told["decoded"] / took[ONCE].told["different"],
    most=1,
)

ROWS = (
    row("sample-1", "sample", 1, 16, 3),
    row("sample-10", "sample", 10, 48, 3),
    row("sample-100", "sample", 100, 48, 3, OF_BARE, SAMPLE_ARGOS),
    row("sample-1000", "sample", 1000, 16, 3, OF_BARE, argos=False),
    row("paragraphs-1", "sample", 100, 16, 1),
    row("paragraphs-8", "sample", 100, 17, 8),
    row("short-100", "sample", 100, 6, 1, OF_BARE),
    row("short-1000", "sample", 1000, 6, 1, OF_BARE, argos=False),
    row("sized-1", "argos-sized", 1, 16, 3),
    row("sized-10", "argos-sized", 10, 6, 1),
    row("sized-100", "argos-sized", 100, 6, 1, OF_BARE, SIZED_ARGOS),
    Row("lengths", "argos-sized package, the same number of sentences", lengths),
    Row(
        "threads-sample",
        "sample package, 30 × 16 sentences, 3 a paragraph",
        partial(threads, package="sample", paragraph=3),
        rounds=2,
    ),
    Row(
        "threads-sized",
        "argos-sized package, 4 × 16 sentences, 1 a paragraph",
        partial(threads, package="argos-sized", paragraph=1),
        rounds=2,
    ),
    *(
        Row(
            f"processes-{kind}-{count}",
            f"sample package, {count:,} × 16 sentences, {'terms in some' if kind == 'terms' else 'no terms'}",
            partial(processes, count=count, has_terms=kind == "terms"),
            rounds=2,
        )
        for kind in ("plain", "terms")
        for count in (200, 800)
    ),
    Row("terms-1", "sample package, 1 × 16 sentences", partial(terms, count=1)),
    Row("terms-10", "sample package, 10 × 16 sentences", partial(terms, count=10)),
    Row("terms-100", "sample package, 100 × 16 sentences", partial(terms, count=100), (FEW_TERMS,)),
    Row(
        "repeated",
        "sample package, 100 × 16 sentences, 30 % of them repeated",
        partial(repeated, package="sample", count=100),
        (REPEATED, SAME_FILES),
    ),
    Row(
        "repeated-sized",
        "argos-sized package, 20 × 16 sentences, 30 % of them repeated",
        partial(repeated, package="argos-sized", count=20),
        (REPEATED, SAME_FILES),
    ),
    Row("ten-names", "sample package, one article under ten names", ten_names, (ONE_DECODE,), rounds=1),
    Row("locales", "sample package, 50 × 16 sentences", locales),
    Row("changed", "sample package, 100 × 16 sentences", changed),
)
