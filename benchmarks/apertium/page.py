"""Write the figures of ``docs/apertium.md``, with the day they were measured on.

python benchmarks/apertium/page.py [--seeds 21 22 23] [--date 2026-11-28] [--print]
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import cost
import headlines
from agreement import Counts, measure, wrong
from news import sentences
from pair import INSTALLED, found
from plain import READINGS, Pair, pairs
from shared import (
    ALL,
    HALVES,
    HELD_OUT,
    HERE,
    Share,
    Verdict,
    at_least,
    at_most,
    goal_row,
    half_of,
    lines_of,
    put,
    read_verdicts,
    short,
)
from spanish import OWN, Beside, SpanishSet, beside, read_sets

PAGE = HERE.parents[1] / "docs/apertium.md"
SEEDS = (21, 22, 23)
HEADLINES = 5000
TITLES = {OWN: "own sentences"}
HEADER = (
    "sentences", "mentions", "there", "lost", "crossed", "number wrong", "determiner before wrong",
    "adjective behind wrong", "wanted article lacking", "small letter at the start", "flagged", "flagged though there",
    "lost and nothing said",
)  # fmt: skip
Row = Sequence[str]


def cells(counts: Counts) -> Row:
    """What was counted, as a row of a table has it."""
    there = counts.mentions - len(counts.lost)
    shares = (wrong(counts.number), wrong(counts.determiners), wrong(counts.adjectives), counts.lacking, counts.lowered)
    numbers = (counts.flagged, len(counts.false_flags), len(counts.silent))
    return (
        str(counts.sentences), str(counts.mentions), str(there), str(len(counts.lost)), str(len(counts.crossed)),
        *map(short, shares), *map(str, numbers),
    )  # fmt: skip


def counted_table(first: str, counted: Mapping[str, Mapping[str, Counts]]) -> str:
    """What was counted in each half of several."""
    rows = [(name, half, *cells(counts)) for name, halves in counted.items() for half, counts in halves.items()]
    return lines_of((first, "half", *HEADER), rows)


def ways_table(counted: Mapping[str, Mapping[str, Counts]]) -> str:
    """How the terms came to stand there."""
    ways = sorted({way for halves in counted.values() for way in halves[ALL].ways})
    rows = [(name, *(str(halves[ALL].ways[way]) for way in ways)) for name, halves in counted.items()]
    return lines_of(("", *ways), rows)


def plain_table(known: Sequence[Pair]) -> str:
    """How many drafts without terms are the command's."""
    rows = []
    for half in HALVES:
        some = [pair for pair in known if half in {ALL, half_of(pair.text)}]
        equal = sum(pair.command == pair.draft for pair in some)
        counts = (equal, sum(pair.in_spaces for pair in some), sum(pair.changed for pair in some))
        rows.append((half, str(len(some)), *map(str, counts)))
    return lines_of(("half", "sentences", "equal", "other spaces", "changed"), rows)


def news_goals(news: Mapping[str, Mapping[str, Counts]]) -> Iterator[Row]:
    """The goals of terms in the news."""
    for name, halves in news.items():
        held_out, both = halves[HELD_OUT], halves[ALL]
        yield goal_row(f"news, seed {name}: lost", at_most(0), len(held_out.lost), len(both.lost))
        yield goal_row(f"news, seed {name}: crossed", at_most(0), len(held_out.crossed), len(both.crossed))
        shares = wrong(held_out.determiners), wrong(both.determiners)
        yield goal_row(f"news, seed {name}: determiner before wrong", at_most(0.01), *shares)


def set_goals(sets: Sequence[Beside]) -> Iterator[Row]:
    """The goals of the Spanish sets."""
    for one in sets:
        title = TITLES.get(one.given.name, one.given.name)
        halves = (one.counts[HELD_OUT], one.counts[ALL])
        for what, figure, wanted in (
            ("flagged though there", lambda counts: len(counts.false_flags), 0),
            ("lost and nothing said", lambda counts: len(counts.silent), 0),
            ("small letter at the start", lambda counts: sum(counts.small), 0),
            ("number wrong", lambda counts: counts.number.count(False), 1),
        ):
            yield goal_row(f"{title}: {what}", at_most(wanted), *map(figure, halves))


def reading_goals() -> Iterator[Row]:
    """How drafts without terms read beside the command's."""
    verdicts = list(read_verdicts(READINGS).values()) if READINGS.is_file() else []
    if verdicts:
        better, equal, worse = (Share(verdicts.count(one), len(verdicts)) for one in Verdict)
        wanted = at_least(0.9)
        what = "changed drafts without terms that read"
        yield f"{what} better", str(wanted), short(better), "–", wanted.met(better.value)
        yield f"{what} equally well", "", short(equal), "–", ""
        yield f"{what} worse", "", short(worse), "–", ""


def headline_goals(number: int) -> Iterator[Row]:
    """What is lost at the end of headlines."""
    several = headlines.drafted(headlines.headlines(number, seed=2))
    lost = sum(one.lost for one in several)
    yield goal_row(f"last words lost in {number} headlines", at_most(0), None, lost)
    yield "headlines that differ from the command's", "", "–", str(sum(one.differs for one in several)), ""


def cost_goals(times: Mapping[int, Mapping[str, cost.Took]]) -> Iterator[Row]:
    """The time, as so many times the command's."""
    for size, best in times.items():
        wanted = at_most(1.15 if size > 1 else 1)
        for way in ("no terms", "terms"):
            took = best[way].over(best["command"])
            for kind, ratio in (("time", took.wall), ("processor time", took.processor)):
                what = f"{kind} of {size} sentence{'s' * (size > 1)}, {way}, × the command's"
                yield what, str(wanted), "–", f"{ratio:.2f}", wanted.met(ratio)


def begin_rows(best: Mapping[str, cost.Took]) -> Iterator[Row]:
    """What a run pays once for a locale, of which nothing is wanted."""
    if best:
        took = best["run"].over(best["command"])
        for kind, seconds, ratio in (
            ("time", best["run"].wall, took.wall),
            ("processor time", best["run"].processor, took.processor),
        ):
            what = f"{kind} of the signature, with its trial sentence, and 1 sentence, × the command's"
            yield what, "", "–", f"{ratio:.2f} ({seconds:.2f} s)", ""


def with_suggested(given: SpanishSet) -> Iterator[SpanishSet]:
    """A set as it is, and with the genders that newsdesk suggests, where its rows lack any."""
    yield given
    if not any(term.gender for term in given.glossary.terms):
        yield given.with_suggested()


def page(seeds: Sequence[int], date: str, number: int, rounds: int) -> str:
    """The part of the page that is measured."""
    texts = sentences()
    news = {str(seed): measure(texts, seed) for seed in seeds} if texts else {}
    known = pairs(texts)
    sets = [beside(one) for given in read_sets(()) for one in with_suggested(given)]
    counted = {TITLES.get(one.given.name, one.given.name): one.counts for one in sets}
    times = cost.measure(texts, cost.SIZES, rounds) if texts and rounds else {}
    first = cost.begin(texts[0], rounds) if texts and rounds else {}
    goals = [
        *news_goals(news), *set_goals(sets), *headline_goals(number), *reading_goals(), *cost_goals(times),
        *begin_rows(first),
    ]  # fmt: skip
    mode = INSTALLED.mode("en", "es")
    return "\n\n".join((
        f"Measured on {date} with Apertium {INSTALLED.version()} and {mode.stem if mode else '–'} of Debian.",
        "**The goals**, with Wilson's 95 % intervals:",
        lines_of(("what", "wanted", "held-out", "both halves", "met"), goals),
        "**Terms in the news**: invented words of random gender",
        counted_table("seed", news),
        "**Spanish sets with a glossary**:",
        counted_table("set", counted),
        "**How the terms came**:",
        ways_table({**{f"news, seed {seed}": halves for seed, halves in news.items()}, **counted}),
        "**News without a glossary, beside Apertium's own command**:",
        plain_table(known),
    ))  # fmt: skip


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", default=dt.datetime.now().astimezone().date().isoformat(), help="of the figures")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS, help="that nobody has looked at before")
    parser.add_argument("--headlines", type=int, default=HEADLINES)
    parser.add_argument("--rounds", type=int, default=5, help="of the timing; 0 leaves it out")
    parser.add_argument("--print", action="store_true", help="print the figures and leave the page as it is")
    wished = parser.parse_args()
    if not found():
        print("skipped: apertium-eng-spa is not installed")
        return
    text = page(wished.seeds, wished.date, wished.headlines, wished.rounds)
    if wished.print:
        print(text)
    else:
        put(text, PAGE)


if __name__ == "__main__":
    main()
