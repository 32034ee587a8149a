"""Measure where inline tags land: on references and on drafts, beside simpler ways, with what it costs.

    python benchmarks/tags/table.py ../shared/eval/tags/pairs.jsonl
    python benchmarks/tags/table.py ../shared/eval/tags/pairs.jsonl --part held

Estonian goes through the Argos package that is installed (``ARGOS_PACKAGES_DIR``), Spanish through Apertium. Pairs that
the package was trained on are printed and count for nothing. See README.md for what the figures are.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pairs import Pair, Wanted, on_draft, on_reference, placed, proportion, read

from translate.core.offers import SourceSentence
from translate.core.placing.evidence import Means
from translate.core.placing.placed import Doubt, Effort, Placed
from translate.core.placing.placing import Unplaced, place
from translate.core.text import tags
from translate.core.text.sentences import cut
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.engines.interface import Engine
from translate.segmentation import segmenter_for
from translate.workflow.answering import answer
from translate.workflow.placing import means_of

PAGE = Path(__file__).parents[2] / "docs/tags.md"
BEGINS, ENDS = "<!-- measured: begins -->", "<!-- measured: ends -->"
PROPORTION, ALONE = "proportion", "alignment alone"
SAMPLES = 1000
Where = tuple[dict[str, frozenset[int]], dict[str, int]]


@dataclass
class Set:
    """Pairs with what is right for one text of each."""

    name: str
    pairs: Sequence[Pair]
    wanted: Sequence[Wanted]

    @property
    def unplaced(self) -> list[Unplaced]:
        """The texts without their tags."""
        return [
            Unplaced(pair.source, one.text, sentences(tags.plain(pair.source), one.text, pair.lang))
            for pair, one in zip(self.pairs, self.wanted, strict=True)
        ]

    def among(self, those: Sequence[bool]) -> Set:
        """Some of them."""
        both = [each for each, wanted in zip(zip(self.pairs, self.wanted, strict=True), those, strict=True) if wanted]
        return Set(self.name, [pair for pair, _ in both], [one for _, one in both])


@dataclass
class Score:
    """Hits of words, and of whole places."""

    hits: int = 0
    found: int = 0
    wanted: int = 0
    exact: int = 0
    spans: int = 0
    points: int = 0
    point_hits: int = 0
    point_near: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def f1(self) -> float:
        """Of words, all spans together."""
        return 2 * self.hits / max(self.found + self.wanted, 1)

    def told(self) -> str:
        """In a line."""
        return f"{self.f1:.3f} / {self.exact / max(self.spans, 1):.3f}"


def scored(one: Wanted, where: Where) -> Score:
    """The score of one text."""
    spans, points = where
    score = Score()
    for name, gold in one.words.items():
        got = spans.get(name, frozenset())
        score += Score(len(got & gold), len(got), len(gold), got == gold, 1)
    for name, gold in one.points.items():
        off = abs(points.get(name, -9) - gold)
        score += Score(points=1, point_hits=not off, point_near=off <= 1)
    return score


def sentences(source: str, text: str, lang: str) -> tuple:
    """The sentences of both where there are as many."""
    own, others = cut(source, segmenter_for("en"), []), cut(text, segmenter_for(lang), [])
    if len(own) != len(others) or len(own) < 2:  # noqa: PLR2004 -- One is the whole.
        return ()
    return tuple(((a.start, a.end), (b.start, b.end)) for a, b in zip(own, others, strict=True))


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--part", choices=("all", "held", "chosen"), default="all")
    parser.add_argument("--cost", action="store_true", help="measure processor time as well")
    parser.add_argument("--write", action="store_true", help=f"write them into {PAGE.name}, with the processor time")
    told = parser.parse_args()

    def part(pairs: Sequence[Pair]) -> list[Pair]:
        return [pair for pair in pairs if told.part == "all" or pair.is_held is (told.part == "held")]

    lines = [*report(part, read(told.pairs, "et"), read(told.pairs, "es"), with_cost=told.cost or told.write)]
    if told.write:
        page = PAGE.read_text("utf-8")
        before, after = page.split(BEGINS)[0], page.split(ENDS)[1]
        PAGE.write_text(f"{before}{BEGINS}\n\n```text\n{_joined(lines)}\n```\n\n{ENDS}{after}", "utf-8")
    return 0


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip()


def report(
    part: Callable[[Sequence[Pair]], list[Pair]], estonian: Sequence[Pair], spanish: Sequence[Pair], *, with_cost: bool
) -> Iterator[str]:
    """All tables, line by line; they are printed as well."""
    argos, apertium = ArgosEngine(), ApertiumEngine()
    unseen = part([pair for pair in estonian if pair.unseen])
    recited = part([pair for pair in estonian if not pair.unseen])
    others = part(spanish)
    drafts = drafted(apertium, others)
    sets = (
        (Set("Estonian, references", unseen, [*map(on_reference, unseen)]), argos),
        (Set("Estonian, drafts", unseen, [on_draft(pair, pair.draft) for pair in unseen]), argos),
        (Set("Estonian, references, recited: they count for nothing", recited, [*map(on_reference, recited)]), argos),
        (Set("Spanish, drafts", others, [on_draft(p, d) for p, d in zip(others, drafts, strict=True)]), apertium),
    )
    told = [table(texts, engine) for texts, engine in sets]
    if with_cost:
        told += [cost("Estonian", argos, unseen), cost("Spanish", apertium, others)]
    for lines in told:
        for one in lines:
            print(one, flush=True)
            yield one


@dataclass
class Found:
    """What all ways made of a set."""

    scores: dict[str, list[Score]]
    """For each way, the score of each text."""
    placed: dict[str, list[Placed]]
    """For those of this project, the texts themselves."""


def found(texts: Set, engine: Engine) -> Found:
    """Place the tags of a set in all ways."""
    lang = texts.pairs[0].lang
    unplaced = texts.unplaced
    ways: dict[str, list[Where]] = {
        "all at the end": [({}, {}) for _ in unplaced],
        PROPORTION: [proportion(pair, one.text) for pair, one in zip(texts.pairs, texts.wanted, strict=True)],
        "… with sentences, names": [placed(tags.put(one.text, one.source, one.sentences)) for one in unplaced],
    }
    results = {name: answer(place(unplaced, means), engine, "en", lang) for name, means in kinds(engine, lang)}
    ways |= {name: [placed(one.text) for one in result] for name, result in results.items()}
    scores = {
        name: [scored(one, where) for one, where in zip(texts.wanted, way, strict=True)] for name, way in ways.items()
    }
    return Found(scores, results)


def table(texts: Set, engine: Engine) -> Iterator[str]:
    """How the ways compare on a set."""
    got = found(texts, engine)
    yield f"\n{texts.name}: {len(texts.pairs)} entries"
    yield f"  {'way':24} {'F1 / exact':13} {'95 % of F1':11} above  points exact / near"
    for name, scores in got.scores.items():
        yield f"  {name:24} {line(scores, got.scores[PROPORTION])}".rstrip()
    for name, result in got.placed.items():
        if name != ALONE:
            yield f"  {name}: {flags(texts, result).told}"
            yield from (f"  BROKEN: entry {number}" for number in faults(texts, result))


def kinds(engine: Engine, lang: str) -> Iterator[tuple[str, Means]]:
    """The ways that are of this project."""
    quick, thorough = (means_of(engine, "en", lang, effort) for effort in (Effort.QUICK, Effort.THOROUGH))
    yield ALONE, replace(quick, alone=False)
    yield "quick", quick
    if thorough != quick:
        yield "thorough", thorough


def line(scores: Sequence[Score], base: Sequence[Score]) -> str:
    """The figures of a way."""
    total = sum(scores, Score())
    generator = random.Random(1)  # noqa: S311 -- No secret.
    some = [generator.choices(range(len(scores)), k=len(scores)) for _ in range(SAMPLES)]
    spread = sorted(sum((scores[n] for n in sample), Score()).f1 for sample in some)
    low, high = spread[SAMPLES // 40], spread[-SAMPLES // 40]
    above = f"{total.f1 - sum(base, Score()).f1:+.3f}"
    count = max(total.points, 1)
    points = f"{total.point_hits / count:.2f} / {total.point_near / count:.2f} of {count}" if total.points else ""
    return f"{total.told():13} {low:.3f}–{high:.3f} {above} {points}"


@dataclass
class Flags:
    """What the flags of a set are worth."""

    wordless: float
    """The share of entries in which the text has no words for something."""
    unsure: float
    """The share of the others in which a place is unsure."""
    rest: Score
    """Of the entries without a flag."""
    wrong: float
    """The share of flagged entries with a tag that is not exact."""

    @property
    def told(self) -> str:
        """In a line."""
        return (
            f"no words {self.wordless:.1%}, other doubts {self.unsure:.1%}; unflagged {self.rest.told()}; "
            f"wrong of flagged {self.wrong:.0%}"
        )


def flags(texts: Set, result: Sequence[Placed]) -> Flags:
    """How many entries are flagged, and what the others are worth."""
    wordless = [any(doubt.doubt is not Doubt.UNSURE for doubt in one.doubts) for one in result]
    unsure = [bool(one.doubts) and not lacks for one, lacks in zip(result, wordless, strict=True)]
    scores = [scored(one, placed(got.text)) for one, got in zip(texts.wanted, result, strict=True)]
    clean = sum((score for score, one in zip(scores, result, strict=True) if not one.doubts), Score())
    doubtful = [score for score, one in zip(scores, result, strict=True) if one.doubts and score.spans]
    wrong = sum(score.exact < score.spans for score in doubtful) / max(len(doubtful), 1)
    return Flags(sum(wordless) / len(result), sum(unsure) / len(result), clean, wrong)


def faults(texts: Set, result: Sequence[Placed]) -> Iterator[int]:
    """The entries in which a tag is lost, doubled, crossed or within a word, or whose text is another."""
    for pair, one, got in zip(texts.pairs, texts.wanted, result, strict=True):
        told = tags.parted(got.text)
        # Where a break stands for a space between two words, the text has one more or less.
        same = told.plain == one.text or (
            any(place.parts for place in told.places) and "".join(told.plain.split()) == "".join(one.text.split())
        )
        inside = any(
            told.plain[place.at - 1 : place.at].isalnum() and told.plain[place.at : place.at + 1].isalnum()
            for place in told.places
        )
        if not (tags.has_tags_of(got.text, pair.source) and same) or inside:
            yield pair.number


def drafted(engine: Engine, pairs: Sequence[Pair]) -> list[str]:
    """Drafts of the sources without tags; of one that comes to nothing, nothing."""
    asked = [SourceSentence(tags.plain(pair.source)) for pair in pairs]
    offers = engine.translate(asked, "en", pairs[0].lang)
    return [offer[0].text if offer else "" for offer in offers]


def cost(name: str, engine: Engine, pairs: Sequence[Pair]) -> Iterator[str]:
    """The processor time of placing in drafts of the same entries."""
    drafted(engine, pairs[:20])  # Everything is loaded then.
    texts: list[str] = []

    def draft() -> None:
        texts[:] = drafted(engine, pairs)

    one = seconds(draft)
    wanted = [on_draft(pair, text or pair.reference) for pair, text in zip(pairs, texts, strict=True)]
    unplaced = Set("", pairs, wanted).unplaced
    yield f"\n{name}, processor time for {len(pairs)} entries with tags, where drafting them once is 1:"
    for kind, means in kinds(engine, pairs[0].lang):
        took = seconds(lambda means=means: answer(place(unplaced, means), engine, "en", pairs[0].lang))
        yield f"  {kind:24} {took / one:.2f}"


def seconds(work: Callable[[], object]) -> float:
    """The processor time of some work, that of the programs it runs included."""

    def now() -> float:
        return sum(
            usage.ru_utime + usage.ru_stime
            for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )

    began = now()
    work()
    return now() - began


if __name__ == "__main__":
    sys.exit(main())
