"""A row about runs over very many PO files that are settled; most of the files are one and the same."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from benchmarks.speed import texts
from benchmarks.speed.ground import Desk, Ground
from benchmarks.speed.nights import SETTLED
from benchmarks.speed.row import Bound, Cost, Round, Row
from benchmarks.speed.timing import MEGABYTE, Contestant, run
from translate.history.texts import History, Look
from translate.ledger import results
from translate.ledger.pages import FILE, About, Ledger, Page
from translate.ledger.states import state_of
from translate.memory.database import Feed, Memory
from translate.settings.project import load
from translate.workflow.feeding import PLACE
from translate.workflow.places import catalogs_folder, history_file, templates_folder
from translate.workflow.settled import seal

SIZES = (10_000, 100_000)
SMALL = (4, 8)
LOCALES = ("de", "es", "et", "fi", "fr", "lt", "lv", "pl", "ru", "uk")
LINKS = 50_000
"""So many names may one file have."""
AT_ONCE = 1_000
"""So many of its names are filled in at a time."""
MOST = 100
"""Bytes that one more settled PO file may take of a run's memory."""


def settled(ground: Ground) -> Iterator[Contestant]:
    """Drafting with nothing new, in one of ten locales and in all."""
    for size, small in zip(SIZES, SMALL, strict=True):
        desk = filled(ground, ground.of(size, small))
        yield desk.runs(of(size, 1), "draft", "--locale", LOCALES[0], reads=unchanged)
        yield desk.runs(of(size, len(LOCALES)), "draft", reads=unchanged)
        ground.clear(desk)


def of(size: int, locales: int) -> str:
    """The name of a contestant."""
    return f"newsdesk draft, {size:,} articles × {locales}"


def unchanged(output: str) -> Mapping[str, float]:
    """How many PO files a run has found as they were."""
    found = re.search(r"Nothing new, ([\d,]+) PO files unchanged", output)
    return {"PO files unchanged": float(found[1].replace(",", "")) if found else 0}


def filled(ground: Ground, number: int) -> Desk:
    """A project of so many articles that is settled: one was drafted, and the others have its files, by other names."""
    desk = ground.desk(texts.articles(1, 2, 1), engine="identity", locales=LOCALES)
    for _ in range(2):
        run(desk.runs("one article", "draft", "--quiet"))
        time.sleep(SETTLED)
    settings = load(desk.folder / "newsdesk.toml")
    places = [(desk.folder / "articles", ".txt"), (templates_folder(settings), ".pot")]
    places += [(catalogs_folder(settings, locale), ".po") for locale in LOCALES]
    names = [f"a{each:05}" for each in range(number)]
    for folder, ending in places:
        for at, name in enumerate(names[1:], 1):
            first = names[at - at % LINKS]
            if at % LINKS:
                os.link(folder / f"{first}{ending}", folder / f"{name}{ending}")
            else:
                shutil.copyfile(folder / f"{names[0]}{ending}", folder / f"{name}{ending}")
    time.sleep(SETTLED)
    remember(desk.folder, names)
    return desk


def remember(folder: Path, names: list[str]) -> None:
    """Have the ledger, the history and the memory know the files as they know those of the first name."""
    settings, now_ns = load(folder / "newsdesk.toml"), time.time_ns()
    shown, file = "articles/{}.txt".format, history_file(settings)
    with (
        Ledger(folder / FILE, home=folder) as ledger,
        History(file, str(file), home=folder) as history,
        Memory(folder / PLACE, source="en", home=folder) as memory,
    ):
        for locale in LOCALES:
            place = catalogs_folder(settings, locale)
            path = f"{place.relative_to(folder)}/{{}}.po".format
            page = ledger.get(About.ARTICLE, shown(names[0]), locale)
            result = results.to_result(page.result) if page else None
            past = history.past(path(names[0]))
            if page is None or result is None or past is None:
                raise LookupError(f"nothing is known of the first article in {locale}")
            waiting = iter(names)
            while batch := [*islice(waiting, AT_ONCE)]:
                pages = []
                for name in batch:
                    own = state_of(place / f"{name}.po", now_ns) or ""
                    article = state_of(folder / shown(name), now_ns)
                    template = state_of(templates_folder(settings) / f"{name}.pot", now_ns)
                    told = results.from_result(replace(result, article=shown(name), path=path(name)))
                    pages.append(Page(shown(name), locale, seal(article, own, template), page.context, told))
                    history.put(Look(path(name), locale, past, own))
                ledger.put(About.ARTICLE, pages)
                history.commit()
                memory.feed(Feed(own, state, ()) for own, state in history.states(map(path, batch)).items())


def apiece(took: Round, _cost: Cost) -> float:
    """Bytes of memory for each of the PO files that a run over all locales finds settled, and one over one does not."""
    size = SIZES[-1]
    more = took[of(size, len(LOCALES))].peak - took[of(size, 1)].peak
    return more * MEGABYTE / (size * (len(LOCALES) - 1))


def each_article(took: Round, _cost: Cost) -> float:
    """Bytes of memory for each article more."""
    more = took[of(SIZES[1], 1)].peak - took[of(SIZES[0], 1)].peak
    return more * MEGABYTE / (SIZES[1] - SIZES[0])


ROWS = (
    Row(
        "settled",
        "nothing new in up to 1,000,000 PO files",
        settled,
        (
            Bound("bytes of memory for one more settled PO file", apiece, most=MOST),
            Bound("bytes of memory for one more article", each_article, most=4_000),
        ),
        rounds=1,
    ),
)
