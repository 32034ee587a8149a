"""Measure the checks on human translations: how often they cry wolf, and how many planted faults they find.

    python benchmarks/checks/table.py [SET …] [--locale et …] [--against TREE] [--faults 100] [--alarms] [--write]

A set is the path of a TSV file (``sets.py``) or ``sample``; without one the news of ``../shared/eval/news``, skipped
where they are not there. Every text is entered as approved and checked by the command. *False alarms* are the texts,
in per cent, for which a check asks somebody to look, with Wilson's interval of 95 %; what was read and found to be the
translator's own fault (``verdicts.csv``) is counted apart. *Caught* is how many of the faults that were planted
(``faults.py``) a check finds that did not tell of the same text before. ``--against`` gives the same texts to another
version of newsdesk, the folder of a checkout; ``--write`` puts both tables into ``docs/checks.md``.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk import Told, checked
from faults import FAULTS, Fault, chances, glossary, plant
from sets import HERE, NEWS, Text, read_set

TREE = HERE.parents[1]
PAGE = TREE / "docs/checks.md"
BEGINS, ENDS = "<!-- measured: begins -->", "<!-- measured: ends -->"
ALL = "any of them"
_Z = 1.96
"""Standard deviations of an interval of 95 %."""

Report = Mapping[int, frozenset[Told]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding about a human translation that somebody has read and found right."""

    set: str
    locale: str
    number: int
    rule: str


@dataclass(frozen=True, slots=True)
class Alarms:
    """How often a check asks somebody to look, in one locale."""

    texts: int
    told: int
    right: int
    """Of these, those that are the translator's fault."""

    def cell(self) -> str:
        """The false alarms in per cent with their interval; behind them the right ones, if there are any."""
        false = self.told - self.right
        low, high = wilson(false, self.texts)
        right = f", right {self.right}" if self.right else ""
        return f"{false / self.texts:.1%} ({low:.1%}–{high:.1%}{right})" if self.told else "–"


@dataclass(frozen=True, slots=True)
class Caught:
    """How many planted faults of a kind were told."""

    planted: int
    found: int
    levels: frozenset[str]

    def cell(self) -> str:
        """Such as ``98 of 100``."""
        return f"{self.found} of {self.planted}" if self.planted else "–"


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's score interval of a share (E. B. Wilson, 1927).

    Returns:
        Its ends, from 0 to 1.
    """
    if not of:
        return 0.0, 1.0
    share, squared = hits / of, _Z * _Z
    centre = share + squared / (2 * of)
    spread = _Z * (share * (1 - share) / of + squared / (4 * of * of)) ** 0.5
    return tuple(max(0.0, (centre + sign * spread) / (1 + squared / of)) for sign in (-1, 1))  # type: ignore[return-value]


def verdicts(path: Path = HERE / "verdicts.csv") -> frozenset[Verdict]:
    """What was found right by reading: set, locale, number of the sentence and rule, never a text."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(
            Verdict(row["set"], row["locale"], int(row["number"]), row["rule"]) for row in csv.DictReader(file)
        )


def alarms(name: str, locale: str, texts: Sequence[Text], report: Report) -> Iterator[tuple[str, Alarms]]:
    """For each rule that tells of a text, and for all together, how often; the commonest first."""
    known = verdicts()
    told: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for number, findings in report.items():
        rules = {finding.rule for finding in findings}
        faults = {rule for rule in rules if Verdict(name, locale, number, rule) in known}
        told.update(rules)
        right.update(faults)
        told[ALL] += 1
        right[ALL] += rules == faults
    for rule, times in sorted(told.items(), key=lambda item: (item[0] != ALL, -item[1], item[0])):
        yield rule, Alarms(len(texts), times, right[rule])


def caught(tree: Path, locale: str, fault: Fault, texts: Sequence[Text], base: Report, *, most: int) -> Caught:
    """Plant the faults of a kind and have them looked for.

    Args:
        tree: The version of newsdesk.
        locale: Of the translations.
        fault: The kind.
        texts: Of a set, whole documents.
        base: What the same version tells of the texts as they are.
        most: So many faults at most.
    """
    good, spoilt, numbers = plant(fault, locale, texts, chances(locale, fault), most)
    if not numbers:
        return Caught(0, 0, frozenset())
    rows = glossary(locale)
    before = checked(tree, locale, good, rows) if fault.own else base
    after = checked(tree, locale, spoilt, rows)
    planted = found = 0
    levels = set()
    for number in numbers:
        told = {finding for finding in after.get(number, ()) if finding.rule in fault.rules}
        known = {finding for finding in before.get(number, ()) if finding.rule in fault.rules}
        if known and not fault.own:
            continue  # It was told before, so nobody knows what is told now.
        planted += 1
        found += bool(told - known) if fault.own else bool(told)
        levels |= {finding.level for finding in told}
    return Caught(planted, found, frozenset(levels))


def rows_of(title: str, columns: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """A table of Markdown: a line for each name that a column has, in the order in which they come."""
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    yield f"| {title} | {' | '.join(columns)} |"
    yield f"| --- |{' --- |' * len(columns)}"
    for name in names:
        yield f"| {name} | {' | '.join(column.get(name, '–') for column in columns.values())} |"


def measured(name: str, arguments: argparse.Namespace) -> Iterator[str]:
    """The tables of one set, line by line."""
    sets = read_set(name)
    chosen = [locale for locale in sets if not arguments.locale or locale in arguments.locale]
    known = Path(name).stem
    base = {locale: checked(TREE, locale, sets[locale]) for locale in chosen}
    told = {
        locale: {rule: one.cell() for rule, one in alarms(known, locale, sets[locale], base[locale])}
        for locale in chosen
    }
    total = sum(len(sets[locale]) for locale in chosen)
    yield f"False alarms on {total} human translations ({known}), in per cent of the texts with 95 % intervals:"
    yield ""
    yield from rows_of("check", told)
    if arguments.alarms:
        return
    others = (
        {locale: checked(arguments.against, locale, sets[locale]) for locale in chosen} if arguments.against else {}
    )
    found: dict[str, dict[str, str]] = {locale: {} for locale in chosen}
    for fault in FAULTS:
        print(f"planting: {fault.name}", file=sys.stderr)
        for locale in chosen:
            one = caught(TREE, locale, fault, sets[locale], base[locale], most=arguments.faults)
            found[locale][fault.name] = one.cell()
            if arguments.against and one.planted:
                other = caught(arguments.against, locale, fault, sets[locale], others[locale], most=arguments.faults)
                worse = " worse" if other.found * one.planted > one.found * other.planted else ""
                weaker = " other level" if other.found and one.levels != other.levels else ""
                found[locale][fault.name] += f" ({other.found} of {other.planted} before{worse}{weaker})"
    yield ""
    yield "Faults that were planted in them, and that were told:"
    yield ""
    yield from rows_of("fault", found)


def main() -> None:
    """Print the tables, and write them where that is asked for."""
    parser = argparse.ArgumentParser(
        description="What the checks say of human translations, good ones and spoilt ones."
    )
    parser.add_argument("sets", nargs="*", default=[str(NEWS)], metavar="SET")
    parser.add_argument("--locale", action="append", default=[], help="only this one; may be given again")
    parser.add_argument("--against", type=Path, help="a checkout of another version")
    parser.add_argument("--faults", type=int, default=100, help="planted of each kind in each locale, at most")
    parser.add_argument("--alarms", action="store_true", help="only the false alarms")
    parser.add_argument("--write", action="store_true", help="into docs/checks.md")
    arguments = parser.parse_args()
    lines: list[str] = []
    for name in arguments.sets:
        if name != "sample" and not Path(name).exists():
            print(f"skipped: there is no {name}")
            continue
        for line in measured(name, arguments):
            print(line, flush=True)
            lines.append(line)
    if arguments.write and lines:
        head, _, rest = PAGE.read_text("utf-8").partition(BEGINS)
        PAGE.write_text("\n".join([f"{head}{BEGINS}\n", *lines, f"\n{ENDS}{rest.partition(ENDS)[2]}"]), "utf-8")


if __name__ == "__main__":
    main()
