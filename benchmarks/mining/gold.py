"""Make the gold list of names by rule, from the English of the news and its three human translations.

    python benchmarks/mining/gold.py [--write] [--names]

A name is a row of words of an English sentence that all three translations have as the same name, word by word:

- each word has a capital in English, one space, hyphen or full stop of an initial is all that stands between two, and
  the row is as long as it can be; an English possessive is cut off;
- the Spanish sentence has the same word, accents aside, with a capital;
- the Estonian one has it with a capital and at most five letters of an ending;
- the Russian one has it in Latin letters, or a word with a capital that sounds like it: vowels aside and consonants in
  eight kinds, two thirds of the letters are the same in the same order, and the first one is.

So places and bodies that are called something else in a language (London, the Senate) are none, nor is what only one
translator left. The same letters are the same name, wherever they stand; a surname is one, and the full name another.
It is kept where at least half of the sentences with these letters have it as a name by this rule. How many sentences
make a name worth a row of the glossary, nobody can tell by rule: `evaluate.py` gives all figures for each number.

`gold.csv` has a row for each sentence of each name: the name's number, the line of the sentence in `news.tsv` behind
the header, its first word and how many words it has, both counted in `words` below. No text is in it. The rule was
written before anything that suggests terms, and looks at none of that.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

GOLD = Path(__file__).parent / "gold.csv"
NEWS = Path(__file__).parents[2] / "../shared/eval/news/news.tsv"
LONGEST_ENDING = 5
ALIKE = 2 / 3
AGREED = 1 / 2

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)
_BETWEEN = frozenset({" ", "-", ". "})
_KINDS = {
    "P": "bpбп", "F": "fvwвф", "T": "dtдт", "K": "cgkqгкх", "S": "jszжзсцчшщ", "L": "lл", "M": "mм", "N": "nн",
    "R": "rр", "KS": "x",
}  # fmt: skip
_SOUNDS = {letter: kind for kind, letters in _KINDS.items() for letter in letters}
_SOFT = frozenset("CGHJ")
"""Letters that begin names which Russian begins with another sound."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the set."""

    document: str
    english: str
    estonian: str
    russian: str
    spanish: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence."""

    sentence: int
    first: int
    count: int
    text: str


def read(path: Path = NEWS) -> list[Sentence]:
    """The sentences of the set, in order."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return [Sentence(*line.split("\t")) for line in lines]


def words(text: str) -> list[tuple[int, int]]:
    """Where the words of a sentence stand, without possessives."""
    found = ((match.start(), match[0]) for match in _WORD.finditer(text))
    return [(start, start + len(_POSSESSIVE.sub("", word))) for start, word in found]


def mentions(number: int, sentence: Sentence) -> Iterator[Mention]:
    """The names of one sentence."""
    estonian = {_plain(word) for word in _capitalised(sentence.estonian)}
    spanish = {_plain(word) for word in _capitalised(sentence.spanish)}
    russian = _capitalised(sentence.russian)
    text = sentence.english
    places = words(text)
    row: list[int] = []
    for place, (start, end) in enumerate([*places, (len(text), len(text))]):
        word = text[start:end]
        shared = _has_capital(word) and _in_spanish(word, spanish) and _in_estonian(word, estonian)
        shared = shared and _in_russian(word, russian)
        if row and (not shared or text[places[row[-1]][1] : start] not in _BETWEEN):
            name = text[places[row[0]][0] : places[row[-1]][1]]
            if len(name) > 1:
                yield Mention(number, row[0], len(row), name)
            row = []
        if shared:
            row.append(place)


def names(sentences: Sequence[Sentence]) -> list[list[Mention]]:
    """The names of the set, each with one mention for each sentence that has it; those of most sentences come first."""
    found: dict[str, dict[int, Mention]] = {}
    for number, sentence in enumerate(sentences, start=1):
        for mention in mentions(number, sentence):
            found.setdefault(mention.text, {}).setdefault(number, mention)
    shared = [list(each.values()) for text, each in found.items() if _agreed(text, found, sentences)]
    return sorted(shared, key=lambda each: (-len(each), each[0].sentence, each[0].first))


def _agreed(text: str, found: dict[str, dict[int, Mention]], sentences: Sequence[Sentence]) -> bool:
    """Whether enough of the sentences that have the letters have them as a name, by themselves or in a longer one."""
    letters = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    there = [number for number, sentence in enumerate(sentences, start=1) if letters.search(sentence.english)]
    longer = {number for other, each in found.items() if letters.search(other) for number in each}
    return len(longer.intersection(there)) >= AGREED * len(there)


def _capitalised(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text) if _has_capital(text[start:end])]


def _has_capital(word: str) -> bool:
    return any(map(str.isupper, word))


def _plain(word: str) -> str:
    """A word in small letters, without accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _in_spanish(word: str, spanish: set[str]) -> bool:
    return _plain(word) in spanish


def _in_estonian(word: str, estonian: set[str]) -> bool:
    plain = _plain(word)
    return any(
        other == plain or (len(plain) > 1 and other.startswith(plain) and len(other) - len(plain) <= LONGEST_ENDING)
        for other in estonian
    )


def _in_russian(word: str, russian: Sequence[str]) -> bool:
    plain, sound = _plain(word), _sound(word)
    for other in russian:
        if len(plain) > 1 and _plain(other).startswith(plain):
            return True
        heard = _sound(other)
        if not sound or not heard or (sound[0] != heard[0] and word[0] not in _SOFT):
            continue
        if SequenceMatcher(None, sound, heard, autojunk=False).ratio() >= ALIKE:
            return True
    return False


def _sound(word: str) -> str:
    """The kinds of a word's consonants, doubled ones once."""
    return re.sub(r"(.)\1+", r"\1", "".join(_SOUNDS.get(letter, "") for letter in _plain(word)))


def rows(gold: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, int, int, int]]:
    """The rows of the file: name, sentence, first word, words."""
    for number, each in enumerate(gold, start=1):
        yield from ((number, mention.sentence, mention.first, mention.count) for mention in each)


def main() -> None:
    """Say whether the file is what the rule makes, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--names", action="store_true", help="print them, with how many sentences each has")
    asked = parser.parse_args()
    if not NEWS.is_file():
        print(f"skipped: there is no {NEWS}")
        return
    gold = names(read())
    if asked.names:
        for each in gold:
            print(len(each), each[0].text)
    made = [("name", "sentence", "first", "words"), *rows(gold)]
    if asked.write:
        with GOLD.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(made)
        return
    with GOLD.open(encoding="utf-8", newline="") as file:
        same = [list(map(str, row)) for row in made] == list(csv.reader(file))
    print(f"{len(gold)} names in {len(made) - 1} sentences; the file is {'what the rule makes' if same else 'another'}")


if __name__ == "__main__":
    main()
