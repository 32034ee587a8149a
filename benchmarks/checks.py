"""Measure the checks on the held-out sentences of the sample package and their human translations.

    python benchmarks/checks.py

*False alarms*: what a check says of the human translations, in per cent of the texts. Whoever translated them had no
glossary of ours, so what `term-missing` finds there are other words for a term, and no mistakes of the check.
*Caught*: of translations that were spoilt on purpose in the one way that a rule is there for, how many it finds.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from translate.core.checks import check, check_article  # noqa: E402 - from the tree that the script lies in.
from translate.core.checks.findings import Unit  # noqa: E402
from translate.core.terms.glossary import Glossary  # noqa: E402
from translate.core.terms.matching import Matcher  # noqa: E402
from translate.languages.loading import load_language, load_pair  # noqa: E402
from translate.termbases.csvfile import read_glossary  # noqa: E402

SAMPLE = ROOT / "tests/data/sample-model"
GLOSSARY = ROOT / "benchmarks/glossary/et.csv"
ARTICLE = 10
"""Sentences that are taken for one article."""
TWINS = str.maketrans("aeopcxyAEOPCXTMHKB", "аеорсхуАЕОРСХТМНКВ")
"""Latin letters and the Cyrillic ones that look like them."""

chance = random.Random(1)  # noqa: S311 - the same faults each time.


def other_number(unit: Unit) -> str:
    """A number in place of the last one."""
    return re.sub(r"\d+(?=\D*\Z)", lambda found: str(int(found[0]) + 7), unit.target)


def pasted(unit: Unit) -> str:
    """The base form, and behind it a word that governs the genitive."""
    found = [r.found for r in unit.verification.renderings if r.found and r.found.form.label == "gen"]
    if not found:
        return unit.target
    return unit.target[: found[0].start] + found[0].term.target + " jaoks" + unit.target[found[0].end :]


def doubled(unit: Unit) -> str:
    """A rendering twice."""
    found = [r.found for r in unit.verification.renderings if r.found]
    if not found:
        return unit.target
    return f"{unit.target[: found[0].end]} {found[0].form.text}{unit.target[found[0].end :]}"


def without_term(unit: Unit) -> str:
    """A rendering replaced by a word that means nothing."""
    found = [r.found for r in unit.verification.renderings if r.found]
    return unit.target if not found else f"{unit.target[: found[0].start]}midagi{unit.target[found[0].end :]}"


def twin(unit: Unit) -> str:
    """A letter replaced by one that looks like it."""
    places = [m.start() for m in re.finditer(r"(?<=\w)[aeopcxy](?=\w)", unit.target)]
    at = chance.choice(places) if places else 0
    return unit.target[:at] + unit.target[at : at + 1].translate(TWINS) + unit.target[at + 1 :]


def looped(unit: Unit) -> str:
    """The last five words again."""
    words = unit.target.split()
    return " ".join([*words, *words[-5:]]) if len(words) > 5 else unit.target  # noqa: PLR2004


def without_last(pattern: str) -> Callable[[Unit], str]:
    """Whatever a pattern finds last in the translation is left out."""

    def spoilt(unit: Unit) -> str:
        found = list(re.finditer(pattern, unit.target))
        return unit.target[: found[-1].start()] + unit.target[found[-1].end() :] if found else unit.target

    return spoilt


def half_translated(unit: Unit) -> str:
    """The first half of the source before the second half of the translation."""
    source, target = unit.source.split(), unit.target.split()
    return " ".join([*source[: len(source) // 2], *target[len(target) // 2 :]])


def cyrillic(unit: Unit) -> str:
    """Every letter moved into the Cyrillic alphabet."""
    return "".join(chr(0x430 + ord(c.lower()) % 32) if c.isalpha() else c for c in unit.target)


FAULTS: Mapping[str, Callable[[Unit], str]] = {
    "leftover": lambda unit: unit.target.replace(" ", " <unk> ", 1),
    "mixed-alphabets": twin,
    "wrong-script": cyrillic,
    "line-break": lambda unit: unit.target.replace(" ", "\n", 1),
    "space-around": lambda unit: f"{unit.target} ",
    "double-space": lambda unit: unit.target.replace(" ", "  ", 1),
    "invisible": lambda unit: unit.target.replace(" ", " \u200b", 1),
    "direction": lambda unit: unit.target.replace(" ", " \u202e", 1),
    "hidden": lambda unit: unit.target.replace(" ", "\u2028", 1),
    "number": other_number,
    "unpaired": without_last(r"[\"“”„«»()\[\]]"),
    "ending": without_last(r"(?:[?:]|\.\.\.)\Z"),
    "full-stop": without_last(r"\.\Z"),
    "untranslated": lambda unit: unit.source,
    "source-words": half_translated,
    "name": without_last(r"\b[A-Z]{2,}\b"),
    "length": lambda unit: unit.target[: len(unit.target) // 4],
    "loop": looped,
    "term-missing": without_term,
    "term-doubled": doubled,
    "term-case": pasted,
}

ADDED: Mapping[str, tuple[str, str, str]] = {
    "address": (
        "Read https://example.org/a?b=1.",
        "Loe https://example.org/a?b=1.",
        "Loe https://example.org/a?b=l.",
    ),
    "unit": ("It costs €5.", "See maksab 5 €.", "See maksab 5 $."),
    "markup": ("<em>Quick!</em>", "<em>Kiiresti!</em>", "<em>Kiiresti!"),
}
"""What the sentences lack is added: to the source, to the translation, and the faulty one in place of that."""


def with_added(unit: Unit, rule: str) -> tuple[Unit, Unit]:
    """A good text and a spoilt one."""
    source, good, bad = ADDED.get(rule, ("", "", ""))
    first = replace(unit, source=f"{unit.source} {source}".rstrip(), target=f"{unit.target} {good}".rstrip())
    return first, replace(first, target=f"{unit.target} {bad}".rstrip())


def units(matcher: Matcher) -> list[Unit]:
    """The held-out sentences with their human translations."""
    sources, targets = ((SAMPLE / f"heldout.{end}").read_text(encoding="utf-8").splitlines() for end in ("en", "et"))
    pair = load_pair("en", "et")
    return [
        Unit.of(source, target, *pair, matcher.find(source), bans=matcher.bans(source))
        for source, target in zip(sources, targets, strict=True)
    ]


def main() -> None:
    """Print a row for each rule."""
    terms = read_glossary(GLOSSARY.read_bytes(), GLOSSARY.name)[0] if GLOSSARY.exists() else ()
    texts = units(Matcher(Glossary("et", terms, load_language("et").compounding)))
    articles = [texts[at : at + ARTICLE] for at in range(0, len(texts), ARTICLE)]
    alarms = Counter(rule for found in map(check, texts) for rule in {finding.rule for finding in found})
    alarms["term-inconsistent"] = sum(
        any(f.rule == "term-inconsistent" for f in found) for article in articles for found in check_article(article)
    )
    mentions = sum(len(text.matches) for text in texts)
    print(f"{len(texts)} texts, {len(terms)} terms with {mentions} mentions\n")
    print(f"{'rule':<18} {'false alarms':>12}   caught")
    for rule in (*FAULTS, *ADDED, "term-inconsistent", "term-forbidden"):
        if rule in ADDED:
            spoilt = [with_added(u, rule) for u in texts]
        else:
            fault = FAULTS.get(rule, lambda unit: unit.target)
            spoilt = [(u, replace(u, target=text)) for u in texts if (text := fault(u)) != u.target]
        fresh = [bad for good, bad in spoilt if all(finding.rule != rule for finding in check(good))]
        caught = sum(any(finding.rule == rule for finding in check(bad)) for bad in fresh)
        told = f"{caught} of {len(fresh)}" if fresh else "-"
        print(f"{rule:<18} {alarms[rule] / len(texts):>12.1%}   {told}")


if __name__ == "__main__":
    main()
