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
from translate.workflow.enforcing import answer
from translate.workflow.placing import means_of

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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--part", choices=("all", "held", "chosen"), default="all")
    parser.add_argument("--cost", action="store_true", help="measure processor time as well")
    told = parser.parse_args()

    def part(pairs: Sequence[Pair]) -> list[Pair]:
        return [pair for pair in pairs if told.part == "all" or pair.is_held is (told.part == "held")]

    argos, apertium = ArgosEngine(), ApertiumEngine()
    estonian = part(read(told.pairs, "et"))
    spanish = part(read(told.pairs, "es"))
    for name, pairs in (
        ("unseen", [pair for pair in estonian if pair.unseen]),
        ("recited, counts for nothing", [pair for pair in estonian if not pair.unseen]),
    ):
        table(Set(f"et, references, {name}", pairs, [*map(on_reference, pairs)]), argos)
        table(Set(f"et, drafts, {name}", pairs, [on_draft(pair, pair.draft) for pair in pairs]), argos)
    drafts = drafted(apertium, spanish)
    table(
        Set("es, drafts of Apertium", spanish, [on_draft(p, d) for p, d in zip(spanish, drafts, strict=True)]), apertium
    )
    if told.cost:
        cost("et, Argos", argos, [pair for pair in estonian if pair.unseen])
        cost("es, Apertium", apertium, spanish)


def table(texts: Set, engine: Engine) -> None:
    """Print how the ways compare on a set."""
    lang = texts.pairs[0].lang
    ways: dict[str, Callable[[], Sequence[Where]]] = {
        "all at the end": lambda: [({}, {})] * len(texts.pairs),
        "proportion": lambda: [proportion(p, one.text) for p, one in zip(texts.pairs, texts.wanted, strict=True)],
        "… with sentences, names": lambda: [placed(tags.put(u.text, u.source, u.sentences)) for u in texts.unplaced],
    }
    results: dict[str, list[Placed]] = {}
    for name, means in kinds(engine, lang):
        results[name] = answer(place(texts.unplaced, means), engine, "en", lang)
        ways[name] = lambda name=name: [placed(one.text) for one in results[name]]
    print(f"\n{texts.name}: {len(texts.pairs)} entries")
    print(f"  {'way':26} {'F1 / exact':15} {'95 % of F1':13} above   points exact / near")
    base = None
    for name, way in ways.items():
        scores = [scored(one, where) for one, where in zip(texts.wanted, way(), strict=True)]
        base = scores if name == "proportion" else base
        print(f"  {name:26} {line(scores, base)}")
    for name, result in results.items():
        if name != "alignment alone":
            print(f"  {flags(texts, name, result)}")
            faults(texts, result)


def kinds(engine: Engine, lang: str) -> Iterator[tuple[str, Means]]:
    """The ways that are of this project."""
    quick, thorough = (means_of(engine, "en", lang, effort) for effort in (Effort.QUICK, Effort.THOROUGH))
    yield "alignment alone", replace(quick, alone=False)
    yield "quick", quick
    if thorough != quick:
        yield "thorough", thorough


def line(scores: Sequence[Score], base: Sequence[Score] | None) -> str:
    """The figures of a way."""
    total = sum(scores, Score())
    generator = random.Random(1)  # noqa: S311 -- No secret.
    some = [generator.choices(range(len(scores)), k=len(scores)) for _ in range(SAMPLES)]
    spread = sorted(sum((scores[n] for n in sample), Score()).f1 for sample in some)
    low, high = spread[SAMPLES // 40], spread[-SAMPLES // 40]
    above = f"{total.f1 - sum(base, Score()).f1:+.3f}" if base else ""
    points = (
        f"{total.point_hits / total.points:.2f} / {total.point_near / total.points:.2f} of {total.points}"
        if total.points
        else ""
    )
    return f"{total.told():15} {low:.3f}–{high:.3f}   {above:7} {points}  ({total.spans} spans)"


def flags(texts: Set, name: str, result: Sequence[Placed]) -> str:
    """How many entries are flagged, and what the others are worth."""
    wordless = [any(doubt.doubt is not Doubt.UNSURE for doubt in one.doubts) for one in result]
    unsure = [bool(one.doubts) and not lacks for one, lacks in zip(result, wordless, strict=True)]
    scores = [scored(one, placed(got.text)) for one, got in zip(texts.wanted, result, strict=True)]
    clean = sum((score for score, one in zip(scores, result, strict=True) if not one.doubts), Score())
    doubtful = [score for score, one in zip(scores, result, strict=True) if one.doubts and score.spans]
    wrong = sum(score.exact < score.spans for score in doubtful) / max(len(doubtful), 1)
    share = len(result)
    return (
        f"{name}: no words {sum(wordless) / share:.1%}, other doubts {sum(unsure) / share:.1%} of entries; unflagged "
        f"{clean.told()}; of flagged {wrong:.0%} have a tag that is not exact"
    )


def faults(texts: Set, result: Sequence[Placed]) -> None:
    """Say what is broken; nothing may be."""
    for pair, one, got in zip(texts.pairs, texts.wanted, result, strict=True):
        whole = tags.has_tags_of(got.text, pair.source)
        same = "".join(tags.plain(got.text).split()) == "".join(one.text.split())
        inside = any(
            0 < place.at < len(one.text) and one.text[place.at - 1].isalnum() and one.text[place.at].isalnum()
            for place in tags.parted(got.text).places
        ) and not any(place.parts for place in tags.parted(got.text).places)
        if not whole or not same or inside:
            print(f"  BROKEN: entry {pair.number}")


def drafted(engine: Engine, pairs: Sequence[Pair]) -> list[str]:
    """Drafts of the sources without tags; of one that comes to nothing, nothing."""
    asked = [SourceSentence(tags.plain(pair.source)) for pair in pairs]
    offers = engine.translate(asked, "en", pairs[0].lang)
    return [offer[0].text if offer else "" for offer in offers]


def cost(name: str, engine: Engine, pairs: Sequence[Pair]) -> None:
    """Print the processor time of placing in drafts of the same entries."""
    drafted(engine, pairs[:20])  # Everything is loaded then.
    texts: list[str] = []

    def draft() -> None:
        texts[:] = drafted(engine, pairs)

    one = seconds(draft)
    wanted = [on_draft(pair, text or pair.reference) for pair, text in zip(pairs, texts, strict=True)]
    unplaced = Set("", pairs, wanted).unplaced
    print(f"\n{name}: {len(pairs)} entries with tags; one draft {one:.2f} s of processor time")
    for kind, means in kinds(engine, pairs[0].lang):
        took = seconds(lambda means=means: answer(place(unplaced, means), engine, "en", pairs[0].lang))
        print(f"  {kind:20} {took:.2f} s, {took / one:.2f} drafts")


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
