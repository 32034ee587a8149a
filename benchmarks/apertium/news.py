"""Read the English news sentences, and make a glossary of some of their words with invented Spanish renderings."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pair import ENGLISH, SPANISH, Word, analyse
from shared import SHARED, glossary_of

from translate.core.terms.glossary import Glossary
from translate.termbases.csvfile import read_glossary

NEWS = SHARED / "news/news.tsv"
COLUMNS = ("source", "target", "kind", "action", "variants", "forms", "gender", "article")
NOUNS, NAMES = 400, 300
KINDS = ("person", "org", "place", "acronym")
"""What the names are said to be, by turns."""

_OPEN_CLASSES = re.compile(r"[^<]*<(?:n|vblex|adj)>")
_NOUN = re.compile(r"(?P<lemma>[^<]*)<n>(?:<acr>)?<(?P<number>sg|pl)>")
_LEAST = 3
"""Letters that a word has at least."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a Spanish glossary."""

    source: str
    target: str
    kind: str = "common"
    action: str = ""
    variants: tuple[str, ...] = ()
    """Plurals."""
    forms: str = ""
    gender: str = ""
    article: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """As a file has it."""
        variants = "; ".join(self.variants)
        return (self.source, self.target, self.kind, self.action, variants, self.forms, self.gender, self.article)


def sentences() -> list[str]:
    """The English ones in their order, each once; none, which is told, where they are not here."""
    if not NEWS.is_file():
        print(f"skipped: there is no {NEWS}")
        return []
    with NEWS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(dict.fromkeys(" ".join(row["en"].split()) for row in rows))


def glossary(rows: Sequence[Row]) -> Glossary:
    """Rows as newsdesk reads them from a file."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows((COLUMNS, *(row.cells for row in rows)))
    terms, _ = read_glossary(file.getvalue().encode(), "pseudo.csv")
    return glossary_of(terms, SPANISH)


def pseudo_rows(texts: Sequence[str], seed: int, nouns: int = NOUNS, names: int = NAMES) -> list[Row]:
    """Some nouns of the texts with an invented word of a random gender, and some names that are kept or invented."""
    rng = random.Random(seed)  # noqa: S311 - a measure must be the same each time.
    words = analyse(texts, ENGLISH)
    common, capitalised = _nouns(words), _names(texts, words)
    invented = _invented(rng, " ".join(texts).lower())
    rows = [_noun(source, common[source], invented, rng) for source in _some(sorted(common), nouns, rng)]
    for at, name in enumerate(_some(sorted(capitalised), names, rng)):
        kept, kind = rng.random() < 1 / 2, KINDS[at % len(KINDS)]
        article = "yes" if kind in {"org", "acronym"} and rng.random() < 1 / 2 else "no"
        target = "" if kept else next(invented).capitalize()
        rows.append(Row(name, target, kind, "keep" if kept else "", gender=rng.choice("mf"), article=article))
    return rows


def _noun(source: str, plurals: set[str], invented: Iterator[str], rng: random.Random) -> Row:
    target = next(invented)
    return Row(source, target, "common", "", tuple(sorted(plurals)), f"pl={target}s", rng.choice("mf"))


def _some(words: Sequence[str], number: int, rng: random.Random) -> list[str]:
    return rng.sample(words, min(number, len(words)))


def _nouns(analysed: Sequence[Sequence[Word]]) -> dict[str, set[str]]:
    """Words that may be a common noun, by their singular, with the plurals that stand in the texts."""
    found: dict[str, set[str]] = {}
    for word in (word for some in analysed for word in some):
        if len(word.text) < _LEAST or not (word.text.isalpha() and word.text.islower()):
            continue
        if not all(_OPEN_CLASSES.match(reading) for reading in word.readings):
            continue
        for noun in filter(None, map(_NOUN.match, word.readings)):
            if noun["number"] == "sg" and word.text == noun["lemma"]:
                found.setdefault(word.text, set())
            elif noun["number"] == "pl" and word.text != noun["lemma"] and noun["lemma"].isalpha():
                found.setdefault(noun["lemma"], set()).add(word.text)
    taken = {plural for plurals in found.values() for plural in plurals}
    return {source: plurals for source, plurals in found.items() if source not in taken}


def _names(texts: Sequence[str], analysed: Sequence[Sequence[Word]]) -> set[str]:
    """Capitalised words inside sentences, not at the start of one, that are nowhere written small."""
    small = {word.text for some in analysed for word in some if word.text.islower()}
    return {
        word.text
        for text, some in zip(texts, analysed, strict=True)
        for before, word in pairwise(some)
        if word.text[:1].isupper()
        and word.text.isalpha()
        and len(word.text) >= _LEAST
        and before.text[-1].isalnum()
        and text[before.end : word.start] == " "
        and word.text.lower() not in small
    }


def _invented(rng: random.Random, known: str) -> Iterator[str]:
    """Words that no dictionary has and no text here, of whatever ending, each once."""
    given: set[str] = set()
    while True:
        word = "".join(rng.choice("bdfgklmnprtvz") + rng.choice("aeiou") for _ in range(3)) + rng.choice("kxgw")
        word += rng.choice("aoe")
        if word not in given and word not in known:
            given.add(word)
            yield word
