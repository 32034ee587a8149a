"""Write the honest table of docs/glossary.md: what enforcing the glossary does to drafts, with the goals that it has.

    python benchmarks/glossary/table.py [--date 2026-11-28] [--print]

Everything is measured anew, which takes some minutes: the sets by their halves (``terms.py``), with the true glossary
and with the shuffled one, with forms from ``suggest-forms`` alone, false flags (``false_flags.py``), what was read
(``reading.py``) and the cost (``evaluate.py``). Sets that are not here are told as skipped, in the table too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import false_flags
from evaluate import Data, cost
from false_flags import Share
from reading import READINGS, Verdict, read_verdicts
from sample import HERE
from sets import ALL, DESIGN, HALVES, HELD_OUT, LINES, NAMES, SHARED, TermSet, read_lines, read_set
from suggested_forms import suggested
from terms import Counts, Pair, chrf, count, drafted, engines

from translate.engines.interface import Engine

PAGE = HERE.parents[1] / "docs/glossary.md"
BEGINS, ENDS = "<!-- measured: begins -->", "<!-- measured: ends -->"
NEWSDESK = (sys.executable, "-m", "translate")
MINED, OTHERS, PEOPLE = NAMES[:3]
TITLES = {
    MINED: "mined terms",
    OTHERS: "other renderings",
    PEOPLE: "names",
    "e4-challenge": "hard cases",
    "es-apertium": "Spanish, Apertium",
    LINES: "held-out lines",
}
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Shuffled:
    """What a wrong glossary does to the drafts of a half."""

    marked: Share
    """Of the changed drafts those that are marked."""
    safe: Share
    """Of all whose plain draft lacks what is asked, those that are marked or left plain."""

    @classmethod
    def of(cls, drafts: Sequence[Pair]) -> Shuffled:
        """Count them."""
        changed = [pair for pair in drafts if pair.changed]
        marked = sum(bool(pair.marks) for pair in changed)
        lacking = sum(pair.changed or bool(pair.marks) for pair in drafts)
        return cls(Share(marked, len(changed)), Share(lacking - len(changed) + marked, lacking))


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted in the halves of a set, and in both."""

    given: TermSet
    true: Mapping[str, Counts]
    shuffled: Mapping[str, Shuffled]
    """Empty where the glossary cannot be shuffled."""
    suggested: Mapping[str, Counts]
    """With the forms of ``suggest-forms`` alone, judged by those of the set; empty where it proposes none."""


def measure(given: TermSet, engine: Engine) -> Measured:
    """Draft a set in all ways, and count."""
    texts = given.texts

    def halves(pairs: Sequence[Pair]) -> dict[str, dict[str, Pair]]:
        drafts = dict(zip(texts, pairs, strict=True))
        return {half: {text: drafts[text] for text in given.within(half)} for half in HALVES}

    pairs = drafted(given, texts, engine)
    plain = {text: pair.plain for text, pair in zip(texts, pairs, strict=True)}
    true = {half: count(given, drafts) for half, drafts in halves(pairs).items()}
    if not given.asks or given.locale != "et":  # Bans cannot be shuffled, and Apertium's terms have no forms.
        return Measured(given, true, {}, {})
    wrong = halves(drafted(given.shuffled(), texts, engine, plain))
    shuffled = {half: Shuffled.of(tuple(drafts.values())) for half, drafts in wrong.items()}
    forms = suggested(NEWSDESK, given.rows)
    if not any(forms):
        return Measured(given, true, shuffled, {})
    cells = ("; ".join(f"{form['label']}={form['text']}" for form in some) for some in forms)
    rows = tuple({**row, "forms": cell} for row, cell in zip(given.rows, cells, strict=True))
    declined = halves(drafted(replace(given, rows=rows), texts, engine, plain))
    return Measured(given, true, shuffled, {half: count(given, drafts) for half, drafts in declined.items()})


def short(share: Share) -> str:
    """A share as the table has it: ``.58 [.49, .67]`` with the whole that it is of."""
    if not share.whole:
        return "–"
    value, low, high = (f"{number:.3f}".removeprefix("0") for number in (share.value, *share.interval))
    return f"{value} [{low}, {high}] of {share.whole}"


def between(both: tuple[float, float] | None) -> str:
    """The chrF of plain and of enforced drafts."""
    return "–" if both is None else f"{both[0]:.2f} → {both[1]:.2f} ({both[1] - both[0]:+.2f})"


def lines_of(header: Row, rows: Sequence[Row]) -> str:
    """A table as Markdown has it."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows))


def terms_table(sets: Sequence[Measured]) -> str:
    """Whether the terms are there, and in which form."""
    header = ("set", "half", "present", "silent", "offered", "form right, all", "form right, moved",
              "the same with suggested forms alone")  # fmt: skip
    rows = []
    for one in sets:
        for half, counts in one.true.items() if one.given.asks else ():
            rows.append((
                TITLES[one.given.name], half, short(present(counts)), str(counts.silent),
                short(Share(counts.offered, counts.asked)), short(Share(sum(counts.judged), len(counts.judged))),
                short(moved(counts)), short(moved(one.suggested[half])) if one.suggested else "–",
            ))  # fmt: skip
    return lines_of(header, rows)


def drafts_table(sets: Sequence[Measured]) -> str:
    """What became of the drafts around the terms."""
    header = ("set", "half", "texts", "changed", "chrF", "the rest of the sentence", "content lost", "marked",
              "marked, shuffled glossary", "marked or left plain, shuffled")  # fmt: skip
    rows = []
    for one in sets:
        for half, counts in one.true.items():
            wrong = one.shuffled.get(half, Shuffled.of(()))
            rows.append((
                TITLES[one.given.name], half, str(counts.texts), str(counts.changed), between(whole(one, half)),
                between(chrf(counts.rest)), str(counts.lost), short(marked(counts)), short(wrong.marked),
                short(wrong.safe),
            ))  # fmt: skip
    return lines_of(header, rows)


def ways_table(sets: Sequence[Measured]) -> str:
    """How many are in the right form of the terms that newsdesk brought about, by how they came."""
    by_set = {TITLES[one.given.name]: one.true[ALL].by_way for one in sets if one.true[ALL].moved}
    ways = sorted({way for ways in by_set.values() for way in ways}, key=lambda way: way.removeprefix("doubtful, "))
    rows = [(way, *(short(ways.get(way, Share(0, 0))) for ways in by_set.values())) for way in ways]
    return lines_of(("came as", *by_set), rows)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A bound that a figure has to keep."""

    sign: str
    """``≥`` or ``≤``."""
    bound: float

    def __str__(self) -> str:
        return f"{self.sign} {self.bound:g}" if self.bound else "none"

    def met(self, value: float) -> str:
        """Whether it is kept, as the table says so."""
        return "yes" if (value >= self.bound if self.sign == "≥" else value <= self.bound) else "**no**"


def at_least(bound: float) -> Wanted:
    """A lower bound."""
    return Wanted("≥", bound)


def at_most(bound: float) -> Wanted:
    """An upper bound."""
    return Wanted("≤", bound)


Figure = Share | float | int | None
"""None where it cannot be had."""


def present(counts: Counts) -> Share:
    """Of all mentions those that are there."""
    return Share(counts.present, counts.asked)


def moved(counts: Counts) -> Share:
    """Of the terms that newsdesk brought about, those in the right form."""
    return Share(sum(right for *_, right in counts.moved), len(counts.moved))


def marked(counts: Counts) -> Share:
    """Of the changed drafts those whose entry says that something is wrong or doubtful."""
    return Share(counts.marked, counts.changed)


def whole(one: Measured, half: str) -> tuple[float, float] | None:
    """The chrF of whole drafts; none where the references have the usual words, not those that are asked."""
    return None if one.given.usual else chrf(one.true[half].whole)


def gain(both: tuple[float, float] | None) -> float | None:
    """By how much the second is higher."""
    return None if both is None else both[1] - both[0]


def of_counts(figure: Callable[[Counts], Figure]) -> Callable[[Measured, str], Figure]:
    """A figure of what the true glossary does in a half."""
    return lambda one, half: figure(one.true[half])


def rest(counts: Counts) -> float | None:
    """What the rest of the sentence gains."""
    return gain(chrf(counts.rest))


def safe(one: Measured, half: str) -> Share | None:
    """Of the drafts that a wrong glossary would change, those that are marked or left plain."""
    return one.shuffled[half].safe if one.shuffled else None


def suggested_gap(one: Measured, half: str) -> float | None:
    """How far form right is away where the forms are proposed ones."""
    return abs(moved(one.suggested[half]).value - moved(one.true[half]).value) if one.suggested else None


GOALS: Sequence[tuple[str, Callable[[Measured, str], Figure], Mapping[str, Wanted]]] = (
    ("present", of_counts(present), {MINED: at_least(0.88), OTHERS: at_least(0.94), PEOPLE: at_least(1)}),
    ("silent", of_counts(lambda counts: counts.silent), dict.fromkeys((*NAMES[:3], LINES), at_most(0))),
    ("form right, moved", of_counts(moved), {MINED: at_least(0.58), OTHERS: at_least(0.66), PEOPLE: at_least(0.9)}),
    ("distance of the same with suggested forms alone", suggested_gap, dict.fromkeys(NAMES[:3], at_most(0.03))),
    ("the rest of the sentence", of_counts(rest), {MINED: at_least(0.5), OTHERS: at_least(-0.3)}),
    ("chrF", lambda one, half: gain(whole(one, half)), {MINED: at_least(1.5)}),
    ("marked of the changed", of_counts(marked), {MINED: at_most(0.3), PEOPLE: at_most(0.4)}),
    ("marked or left plain, shuffled glossary", safe, {MINED: at_least(0.9), PEOPLE: at_least(0.9)}),
    ("content lost", of_counts(lambda counts: counts.lost), dict.fromkeys((*NAMES, LINES), at_most(0))),
)
"""What is told, how it is had, and what is wanted of which set."""


def goal_row(what: str, wanted: Wanted, held_out: Figure, both: Figure) -> Row:
    """A goal, what was reached in the half that nothing was chosen on and in both, and whether that is enough."""
    value = both.value if isinstance(both, Share) else both
    return what, str(wanted), told(held_out), told(both), "–" if value is None else wanted.met(value)


def told(figure: Figure) -> str:
    """A figure as the table has it."""
    match figure:
        case Share():
            return short(figure)
        case float():
            return f"{figure:+.3f}"
    return "–" if figure is None else str(figure)


def goal_rows(sets: Sequence[Measured]) -> Iterator[Row]:
    """The goals of the sets."""
    by_name = {one.given.name: one for one in sets}
    for what, figure, goals in GOALS:
        for name, wanted in goals.items():
            if name in by_name:
                halves = (figure(by_name[name], half) for half in (HELD_OUT, ALL))
                yield goal_row(f"{TITLES[name]}: {what}", wanted, *halves)


def flag_rows() -> Iterator[Row]:
    """False flags on professional translations; their halves are those of ``false_flags.py``."""
    path = SHARED / f"{MINED}.json"
    if not path.is_file():
        return
    given = read_set(path)
    counts = false_flags.measure(NEWSDESK, given.rows, list(given.references.items()))
    held_out, design = counts["held out"], counts["design"]
    wrong = [Share(len(one.wrong_texts), one.texts) for one in (held_out, design)]
    yield goal_row("references with a false “missing”", at_most(0.01), wrong[0], together(wrong))
    said = [Share(one.cut - len(one.untold), one.cut) for one in (held_out, design)]
    yield goal_row("terms cut out of references and told", at_least(0.98), said[0], together(said))


def together(shares: Sequence[Share]) -> Share:
    """The share of all."""
    return Share(sum(one.part for one in shares), sum(one.whole for one in shares))


def reading_rows() -> Iterator[Row]:
    """How changed drafts read beside the plain ones."""
    verdicts = read_verdicts(READINGS)
    if verdicts:
        worse = Share(sum(one is Verdict.WORSE for one in verdicts.values()), len(verdicts))
        yield goal_row("changed drafts that read worse than the plain ones", at_most(0.25), worse, None)
        better = Share(sum(one is Verdict.BETTER for one in verdicts.values()), len(verdicts))
        yield "changed drafts that read better", "", "–", short(better), ""


def cost_rows(engine: Engine, rounds: int) -> Iterator[Row]:
    """The time with terms in one text of five."""
    if rounds:
        measured = cost(Data.of("all"), engine, rounds)
        for what in ("wall", "processor"):
            times = float(str(measured[f"times plain, {what}"]))
            wanted = at_most(2)
            yield f"times plain drafting, {what} time", str(wanted), "–", f"{times:.2f}", wanted.met(times)


def page(sets: Sequence[Measured], others: Sequence[Row], date: str, skipped: Sequence[str]) -> str:
    """The part of the page that is measured."""
    missing = f" Not here, and so not measured: {', '.join(skipped)}." if skipped else ""
    return "\n\n".join((
        f"Measured on {date} with the sample package; `{DESIGN}` is what constants were chosen on.{missing}",
        "**The goals**, with Wilson's 95 % intervals:",
        lines_of(("what", "wanted", "held-out", "both halves", "met"), (*goal_rows(sets), *others)),
        "**The terms**: of all mentions in the sources",
        terms_table(sets),
        "**The drafts**: plain → with the glossary",
        drafts_table(sets),
        "**By how the term came**: form right, of what newsdesk brought about, both halves",
        ways_table(sets),
    ))  # fmt: skip


def put(measured: str, path: Path = PAGE) -> None:
    """Write it between the marks of the page."""
    before, begins, rest = path.read_text("utf-8").partition(BEGINS)
    _, ends, behind = rest.partition(ENDS)
    if not (begins and ends):
        raise SystemExit(f"{path.name} has no place for the table; write {BEGINS} and {ENDS} in it")
    path.write_text(f"{before}{BEGINS}\n\n{measured}\n\n{ENDS}{behind}", "utf-8")


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", default=dt.datetime.now().astimezone().date().isoformat(), help="of the table")
    parser.add_argument("--sets", nargs="*", default=[*NAMES, LINES], choices=[*NAMES, LINES], help="some of them only")
    parser.add_argument("--rounds", type=int, default=5, help="of the timing; 0 leaves it out")
    parser.add_argument("--print", action="store_true", help="print the tables and leave the page as it is")
    wished = parser.parse_args()
    measured, skipped = [], []
    with engines() as known:
        for name in wished.sets:
            path = SHARED / f"{name}.json"
            given = read_lines() if name == LINES else read_set(path) if path.is_file() else None
            if given is None or given.locale not in known:
                skipped.append(TITLES[name])
            else:
                measured.append(measure(given, known[given.locale]))
        flags = flag_rows() if MINED in wished.sets else ()
        others = [*flags, *reading_rows(), *cost_rows(known["et"], wished.rounds)]
    text = page(measured, others, wished.date, skipped)
    if wished.print:
        print(text)
    else:
        put(text)


if __name__ == "__main__":
    main()
