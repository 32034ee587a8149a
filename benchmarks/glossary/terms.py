"""Measure what a glossary does to drafts: are its terms there, in the right form, and what became of the rest?

    python benchmarks/glossary/terms.py [SET.json … lines] [--half design|held-out|all] [--shuffle]

Without a set all of ``../shared/eval/terms`` and ``lines`` are measured; what is not there is skipped. What each figure
means stands in the README beside this file. Texts are drafted in this process, plainly and with the set's glossary, as
``newsdesk draft`` does, and judged from outside: by accepted forms, references and the lines of the entries.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafting import Drafted, draft_plain, draft_sentences
from false_flags import Share, any_of, forms, mentions, names
from sample import SAMPLE, package
from sets import ALL, HALVES, Row, TermSet, sets
from unlisted_forms import standing

from translate.core.entries.termlines import TermLine, term_lines
from translate.core.terms.demands import demands_on
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import AS_IS, FOR_A_PERSON, NO_FAULT, How
from translate.engines.apertium.engine import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.engines.interface import Engine

LEAST_LENGTH = 0.6
"""Of the plain draft's length: what is shorter has swallowed content."""
DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Pair:
    """The drafts of a text without and with the glossary."""

    plain: str
    enforced: str
    lines: tuple[TermLine, ...] = ()
    """What the entry says of its terms."""
    asked: Counter[str] = field(default_factory=Counter)
    """How often newsdesk finds each term in the source."""

    @property
    def changed(self) -> bool:
        """Whether the glossary made a difference."""
        return self.plain != self.enforced

    @property
    def lost(self) -> bool:
        """Whether content was swallowed."""
        return len(self.enforced) < LEAST_LENGTH * len(self.plain)

    @property
    def marks(self) -> frozenset[str]:
        """In which ways the entry says that something is wrong or doubtful."""
        return frozenset(mark for line in self.lines for mark in marks(line))


def marks(line: TermLine) -> Iterator[str]:
    """In which ways a line says that something is wrong or doubtful, such as ``offered`` or ``doubtful``."""
    if line.way is not None:
        if line.way.doubtful:
            yield DOUBTFUL
        if line.way.how in (FOR_A_PERSON | NO_FAULT) - {How.AVOIDED}:
            yield line.way.name


def drafted(given: TermSet, texts: Sequence[str], engine: Engine, plain: Mapping[str, str] | None = None) -> list[Pair]:
    """Draft texts of a set in both ways; only with the glossary where the plain drafts are known."""
    if plain is None:
        plain = dict(zip(texts, (d.text for d in draft_plain(texts, engine, given.locale)), strict=True))
    matcher = Matcher(given.glossary)
    asked = [demands_on(matcher, text) for text in texts]
    enforced: list[Drafted] = draft_sentences(texts, asked, engine, locale=given.locale)
    return [
        Pair(plain[text], one.text, term_lines(one.outcomes), Counter(m.term.source for m in some.enforced))
        for text, one, some in zip(texts, enforced, asked, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """A row, ready to be looked for in texts."""

    source: str
    labels: Mapping[str, set[str]]
    """What each accepted form may be."""
    standing: re.Pattern[str]
    """An accepted form, with any capitals, also as the last part of a compound."""
    asked: re.Pattern[str]
    """The term in a source."""

    @classmethod
    def of(cls, row: Row) -> Known:
        """Read a row; one that keeps its term has no target."""
        row = {**row, "target": row["target"] or row["source"]}
        labels: defaultdict[str, set[str]] = defaultdict(set, {row["target"].lower(): {"nom"}})
        for cell in row["forms"].split(";"):
            label, equals, form = map(str.strip, cell.partition("="))
            if equals:
                labels[form.lower()].add(label)
        asked = re.compile(rf"(?<!\w){any_of(names(row))}(?!\w)", re.IGNORECASE)
        return cls(row["source"], labels, standing(forms(row)), asked)

    def said(self, text: str) -> list[set[str]]:
        """For each place where it stands, what its form may be."""
        found = (self._form(match[0].lower()) for match in self.standing.finditer(text))
        return [self.labels[form] for form in found]

    def _form(self, word: str) -> str:
        """The longest form that a word, maybe a compound, ends in."""
        return max((form for form in self.labels if word.endswith(form)), key=len)


@dataclass(slots=True)
class Counts:
    """What was counted in some texts."""

    texts: int = 0
    asked: int = 0
    """Mentions of terms in the sources."""
    present: int = 0
    silent: int = 0
    judged: list[bool] = field(default_factory=list)
    """Of each term of a text that is there and should have a certain form, whether it has."""
    moved: list[tuple[str, bool, bool]] = field(default_factory=list)
    """The same of those that newsdesk brought about: how, whether it said to be in doubt, and whether it is right."""
    changed: int = 0
    marked: int = 0
    """Changed drafts whose entry says that something is wrong or doubtful."""
    kinds: Counter[str] = field(default_factory=Counter)
    """The same by what it says."""
    lost: int = 0
    lost_silently: int = 0
    whole: list[tuple[str, str, str]] = field(default_factory=list)
    """Plain draft, enforced draft and reference."""
    rest: list[tuple[str, str, str]] = field(default_factory=list)
    """The same with all terms taken out, where the reference has every term that is asked."""

    @property
    def offered(self) -> int:
        """Mentions that are not there and told as such."""
        return self.asked - self.present - self.silent

    @property
    def by_way(self) -> dict[str, Share]:
        """How many are right of those that newsdesk brought about, by how they came."""
        return by_key((f"{DOUBTFUL}, {way}" if doubtful else way, right) for way, doubtful, right in self.moved)


def by_key(told: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    """The share of what is true, for each of some keys; the most frequent first."""
    grouped: defaultdict[str, list[bool]] = defaultdict(list)
    for key, flag in told:
        grouped[key].append(flag)
    return {key: Share(sum(flags), len(flags)) for key, flags in sorted(grouped.items(), key=lambda i: -len(i[1]))}


def count(given: TermSet, drafts: Mapping[str, Pair]) -> Counts:
    """Count what became of the terms in some texts of a set."""
    counts = Counts(texts=len(drafts))
    known = {row["source"]: Known.of(row) for row in given.rows}
    out = taken_out(given, known.values())
    for text, pair in drafts.items():
        if given.asks:
            for term, times in mentions(given.rows, text).items():
                asked = times if given.any_capitals else min(times, pair.asked[term])
                _count_term(counts, given, known[term], (text, asked), pair)
        counts.changed += pair.changed
        if pair.changed and pair.marks:
            counts.marked += 1
            counts.kinds.update(pair.marks)
        counts.lost += pair.lost
        counts.lost_silently += pair.lost and not pair.marks
        reference = given.references.get(text)
        if reference is not None:
            three = pair.plain, pair.enforced, reference
            counts.whole.append(three)
            if given.usual or all(k.standing.search(reference) for k in known.values() if k.asked.search(text)):
                plain, enforced, wanted = (" ".join(out.sub(" ", one).split()) for one in three)
                counts.rest.append((plain, enforced, wanted))
    return counts


def _count_term(counts: Counts, given: TermSet, known: Known, asked: tuple[str, int], pair: Pair) -> None:
    (text, times), source = asked, known.source
    found = known.said(pair.enforced)
    short = max(0, times - len(found))
    counts.asked += times
    counts.present += times - short
    counts.silent += 0 if pair.marks else short
    if given.wanted:
        want = set(given.wanted.get((text, source), ()))
    else:
        want = set().union(*known.said(given.references.get(text, "")))
    if want and found:
        right = any(labels & want for labels in found)
        counts.judged.append(right)
        if not known.standing.search(pair.plain):
            lines = [line for line in pair.lines if line.source == source and line.way and not line.flagged]
            way = next((line.way for line in lines if line.way != AS_IS), AS_IS) or AS_IS
            name = "n-best" if way.rank else way.name
            counts.moved.append((name, way.doubtful, right))


def taken_out(given: TermSet, known: Iterable[Known]) -> re.Pattern[str]:
    """What is taken out of drafts and references to compare the rest: all terms, and the usual words by their stems."""
    stems = (word[: max(3, len(word) - 2)] for word in given.usual)
    patterns = (*(one.standing.pattern for one in known), *(rf"(?<!\w){re.escape(stem)}\w*" for stem in stems))
    return re.compile("|".join(patterns), re.IGNORECASE)


def chrf(threes: Sequence[tuple[str, str, str]]) -> tuple[float, float] | None:
    """The chrF of plain and of enforced drafts, by sacrebleu; None where there are no references."""
    import sacrebleu

    if not threes:
        return None
    plain, enforced, references = map(list, zip(*threes, strict=True))
    first, second = (sacrebleu.corpus_chrf(drafts, [references]).score for drafts in (plain, enforced))
    return first, second


def figures(given: TermSet, counts: Counts) -> dict[str, object]:
    """What was measured, by the names that people read."""
    told: dict[str, object] = {"texts": counts.texts, "drafts changed": counts.changed}
    if given.asks:
        told |= {
            "present": Share(counts.present, counts.asked),
            "silent": counts.silent,
            "offered": Share(counts.offered, counts.asked),
        }
    if counts.judged:
        told |= {
            "form right, all": Share(sum(counts.judged), len(counts.judged)),
            "form right, moved": Share(sum(right for *_, right in counts.moved), len(counts.moved)),
            "moved by how they came": counts.by_way,
        }
    if not given.usual:  # Such references have the usual words, not those that are asked.
        told["chrF"] = chrf(counts.whole)
    told |= {
        "rest": chrf(counts.rest),
        "rest, texts": len(counts.rest),
        "content lost": counts.lost,
        "content lost, nothing said": counts.lost_silently,
        "marked of the changed": Share(counts.marked, counts.changed),
        "marked as": dict(counts.kinds.most_common()),
    }
    return {name: value for name, value in told.items() if value not in (None, {})}


@contextmanager
def engines(file: Path | None = None) -> Iterator[dict[str, Engine]]:
    """The engine for each locale: an Argos package, the sample one by itself, and Apertium, where it is installed."""
    with package(file or SAMPLE / "translate-en_et-0_1.argosmodel"):
        both: dict[str, Engine] = {"et": ArgosEngine(), "es": ApertiumEngine()}
        yield {locale: engine for locale, engine in both.items() if engine.signature("en", locale)}


def plainly(value: object) -> object:
    """A figure for JSON."""
    match value:
        case Share():
            low, high = value.interval
            return {"part": value.part, "whole": value.whole, "low": round(low, 4), "high": round(high, 4)}
        case dict():
            return {key: plainly(entry) for key, entry in value.items()}
        case tuple():
            return [round(entry, 2) for entry in value]
    return value


def show(told: Mapping[str, object], indent: int = 2) -> None:
    """Print figures for people."""
    for name, value in told.items():
        if isinstance(value, dict):
            print(" " * indent + name)
            show(value, indent + 2)
        else:
            text = f"{value[0]:.2f} → {value[1]:.2f}" if isinstance(value, tuple) else value
            print(f"{' ' * indent}{name:{34 - indent}} {text}")


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="JSON files, which may not be here, and “lines”")
    parser.add_argument("--half", choices=HALVES, default=ALL)
    parser.add_argument("--shuffle", action="store_true", help="give each term's rendering to another one")
    parser.add_argument("--without-forms", action="store_true", help="draft with a glossary of two columns")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--package", type=Path, help="an Argos package from English to Estonian; the sample package")
    wished = parser.parse_args()
    results = {}
    with engines(wished.package) as known:
        for one in sets(wished.sets):
            given = one.shuffled() if wished.shuffle else one
            told = (
                replace(given, rows=tuple({**row, "forms": ""} for row in given.rows))
                if wished.without_forms
                else given
            )
            if given.locale not in known:
                print(f"skipped: no engine drafts {given.name} into {given.locale}")
                continue
            texts = given.within(wished.half)
            pairs = drafted(told, texts, known[given.locale])
            results[given.name] = figures(given, count(given, dict(zip(texts, pairs, strict=True))))
            if not wished.json:
                print(f"{given.name}, {wished.half}{', shuffled' if wished.shuffle else ''}")
                show(results[given.name])
    if wished.json:
        print(json.dumps(plainly(results), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
