"""Measure the morning report of a large newsroom: how long it takes to make, its size, and how soon a browser shows it.

    PYTHONPATH=. python benchmarks/report.py [--articles 5000] [--waiting 400] [--rounds 5]

Articles and texts are made up, in two locales, with thirty runs behind them; the browser is Debian's Chromium without a
window, started anew for each round, and the page a file. Times are those that the browser itself reports, counted from
the start of the navigation.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from tests.reports.browser import chromium
from translate.core.results.inspection import GlossaryUse
from translate.core.results.night import LocaleFigures, Night, Phase, RunRecord
from translate.core.results.review import CatalogReview, Mark, Review, Side, Span, Stage, Waiting
from translate.core.results.risk import Kind, Reason, Risk
from translate.core.results.summary import CatalogResult, CatalogState, Counts, ExitCode, Summary
from translate.reports.morning import html, text

LOCALES = ("et", "ru")
CHANGED = 40
"""PO files that the run made, of each locale."""
SOURCE = "The ferry Laidur will sail between the mainland and the island of Suurlaid until the ice stops it. " * 3
TARGET = "Parvlaev Laidur sõidab mandri ja Suurlaiu saare vahet, kuni jää selle peatab. " * 3
TIMES = """
const [page] = performance.getEntriesByType('navigation');
const paint = performance.getEntriesByName('first-contentful-paint')[0];
return {load: page.loadEventEnd, paint: paint ? paint.startTime : NaN, parsed: page.domInteractive};
"""


def counts(number: int) -> Counts:
    """How far a made-up PO file is; two of three are done."""
    left = 0 if number % 3 else 11
    return Counts(approved=12 - left, drafts=left, flagged=number % 9 == 0, words_left=20 * left)


def path(locale: str, number: int) -> str:
    """The place of a made-up PO file."""
    return f"locales/{locale}/LC_MESSAGES/2026-11-{number % 30 + 1:02}-a-made-up-article-number-{number:05}.po"


def entry(number: int) -> Waiting:
    """A made-up draft that waits; every fourth has a flagged term."""
    locale = LOCALES[number % 2]
    reasons = (Reason(Kind.GLOSSARY, "“Laidur” is not rendered as the glossary asks", 1.2), Reason(Kind.TEXT, "x", 0.1))
    return Waiting(
        locale=locale,
        article=Path(path(locale, number)).stem,
        path=path(locale, number),
        line=number + 20,
        context=None,
        stage=Stage.DRAFT,
        source=Side(SOURCE, (Span(10, 16, Mark.TERM), Span(65, 73, Mark.MISSING))),
        target=Side(TARGET, (Span(9, 15, Mark.TERM), Span(30, 40, Mark.FAULT))),
        risk=Risk.of(reasons),
        flags=("Glossary: Suurlaid = Suurlaid [FLAG missing]",) if number % 4 == 0 else (),
        findings=("“Suurlaid” is not in the translation in any accepted form",),
    )


def run(number: int, articles: int) -> RunRecord:
    """A made-up run."""
    sizes = Counts(
        approved=8 * articles, drafts=4 * articles, flagged=articles // 9, words_left=74 * articles - 9 * number
    )
    return RunRecord(
        number,
        f"run-{number}",
        "0.1.0",
        f"2026-11-{number % 30 + 1:02}T02:00:00Z",
        f"2026-11-{number % 30 + 1:02}T02:09:00Z",
        ExitCode.FINDINGS,
        500.0 + number,
        (Phase("survey", 20.0, {"articles": articles}), Phase("draft", 470.0, {"articles": 40})),
        tuple(
            LocaleFigures(locale, f"argos en-{locale} 1.9", sizes, articles, 3, 5, 90, 4, 30, 60) for locale in LOCALES
        ),
    )


def large(articles: int, waiting: int) -> Night:
    """The night of a large newsroom."""
    catalogs = tuple(
        CatalogReview(locale, Path(path(locale, n)).stem, path(locale, n), counts(n), n % 7 == 0, n % 5, n % 10 / 10)
        for locale in LOCALES
        for n in range(articles)
    )
    results = tuple(
        CatalogResult(
            locale,
            f"articles/{n}.txt",
            path(locale, n),
            CatalogState.NEW if n < CHANGED else CatalogState.UNCHANGED,
            12,
            counts(n),
        )
        for locale in LOCALES
        for n in range(articles)
    )
    return Night(
        project="bench",
        record=run(60, articles),
        summary=Summary(dry_run=False, engines=tuple((locale, "argos") for locale in LOCALES), catalogs=results),
        review=Review(
            catalogs=catalogs,
            waiting=tuple(sorted(map(entry, range(waiting)), key=lambda one: one.order)),
            waiting_in_all=7 * articles,
            rules={"term-missing": 400, "number": 31},
            glossaries=tuple(GlossaryUse(locale, 900, 310) for locale in LOCALES),
        ),
        history=tuple(run(number, articles) for number in range(31, 60)),
    )


def opened(page: Path) -> dict[str, float]:
    """Milliseconds until a browser, just started, has parsed, painted and loaded a page."""
    with tempfile.TemporaryDirectory() as home, chromium(Path(home)) as browser:
        browser.get(page.as_uri())
        time.sleep(0.5)  # The first paint may come after the load event, with which get() returns.
        times: dict[str, float] = browser.execute_script(TIMES)
        return times


def main() -> None:
    """Print size, seconds to make, and milliseconds to show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--waiting", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    night = large(arguments.articles, arguments.waiting)
    link = html.links(Path("/srv/newsroom"), "reports", None)
    making = []
    for _ in range(arguments.rounds):
        start = time.perf_counter()
        page = html.page(night, link=link, source="en")
        making.append(time.perf_counter() - start)
    print(f"{len(night.review.catalogs):,} PO files, {len(night.review.waiting):,} entries that wait")
    print(f"page     {len(page.encode()) / 1e6:8.2f} MB, made in {statistics.median(making):.2f} s")
    print(f"mail     {len(text.mail(night).splitlines()):8} lines")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "morning.html"
        file.write_text(page, "utf-8")
        shown = [opened(file) for _ in range(arguments.rounds)]
    for name in ("parsed", "paint", "load"):
        times = sorted(one[name] for one in shown)
        print(f"{name:8} {statistics.median(times):8.0f} ms, at most {times[-1]:.0f}, median of {arguments.rounds}")


if __name__ == "__main__":
    main()
