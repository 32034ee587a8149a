"""Make a parallel corpus from the translations that Debian's packages carry: LibreOffice's help and gettext's .mo.

Help pages are parallel by element id, .mo entries by msgid. Sentences that are held out for evaluation never come into
the corpus; `heldout.sha256` names them.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections.abc import Iterable
from pathlib import Path

import polib
import sentencex
from lxml import html

HELD_OUT = frozenset(Path(__file__).with_name("heldout.sha256").read_text(encoding="ascii").split())
SHORTEST, LONGEST = 2, 400
NARROWEST, WIDEST = 0.4, 2.5
"""A translation's length, in lengths of its source."""

_SPACE = re.compile(r"\s+")
_ACCELERATOR = re.compile(r"[_&~](?=\w)")
MARKUP = re.compile(r"[<>{}\\]|%\(")

Pair = tuple[str, str]


def tidy(text: str) -> str:
    """The text with single spaces and none around it."""
    return _SPACE.sub(" ", text).strip()


def paragraphs(page: Path) -> dict[str, str]:
    """The texts of a help page, by the id of their element."""
    elements = html.parse(str(page)).getroot().iter("p", "h1", "h2", "h3", "h4", "td", "li", "title")
    return {element.get("id"): tidy(element.text_content()) for element in elements if element.get("id")}


def sentences(language: str, text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [sentence.strip() for sentence in sentencex.segment(language, text) if sentence.strip()]


def help_pairs(unpacked: Path, target: str) -> set[Pair]:
    """Pairs from LibreOffice's help: sentences where both sides have as many, else whole paragraphs."""
    pages = unpacked / "usr/share/libreoffice/help"
    pairs: set[Pair] = set()
    for page in (pages / "en-US/text").rglob("*.html"):
        translated_page = pages / target / "text" / page.relative_to(pages / "en-US/text")
        if not translated_page.exists():
            continue
        originals, translations = paragraphs(page), paragraphs(translated_page)
        for key in originals.keys() & translations.keys():
            whole = (originals[key], translations[key])
            parts = (sentences("en", whole[0]), sentences(target, whole[1]))
            pairs.update(zip(*parts, strict=True) if len(parts[0]) == len(parts[1]) else [whole])
    return pairs


def catalog_pairs(mo: Path) -> set[Pair]:
    """Pairs from a compiled catalog, without keyboard accelerators."""
    pairs: set[Pair] = set()
    for entry in polib.mofile(str(mo)):
        both = [(entry.msgid, entry.msgstr or entry.msgstr_plural.get(0, ""))]
        if entry.msgid_plural:
            both.append((entry.msgid_plural, entry.msgstr_plural.get(1, "")))
        pairs.update((tidy(_ACCELERATOR.sub("", s)), tidy(_ACCELERATOR.sub("", t))) for s, t in both)
    return pairs


def gettext_pairs(unpacked: Path, target: str) -> set[Pair]:
    """Pairs from all compiled catalogs, without those that hold markup."""
    catalogs = unpacked.rglob(f"{target}/LC_MESSAGES/*.mo")
    return {pair for mo in catalogs for pair in catalog_pairs(mo) if not MARKUP.search(pair[0])}


def held_out(source: str) -> bool:
    """Whether a sentence is kept for evaluation."""
    return hashlib.sha256(source.encode()).hexdigest()[:16] in HELD_OUT


def usable(source: str, translation: str) -> bool:
    """Whether a pair may teach: translated at all, of sane length, and not held out."""
    return (
        source != translation
        and SHORTEST <= len(source) <= LONGEST
        and SHORTEST <= len(translation) <= LONGEST
        and NARROWEST < len(translation) / len(source) < WIDEST
        and not held_out(source)
    )


def build(unpacked: Path, target: str) -> list[Pair]:
    """Every usable pair, each once, in an order that is mixed but always the same."""
    pairs = sorted(pair for pair in help_pairs(unpacked, target) | gettext_pairs(unpacked, target) if usable(*pair))
    random.Random(1).shuffle(pairs)  # noqa: S311 - an order, not a secret.
    return pairs


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write one line for each text."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Write train.en and train.<target> into the working folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("unpacked", type=Path, help="folder that the Debian packages were unpacked into")
    parser.add_argument("target", nargs="?", default="et", help="language to translate into (default: %(default)s)")
    arguments = parser.parse_args()
    pairs = build(arguments.unpacked, arguments.target)
    write_lines(Path("train.en"), (source for source, _ in pairs))
    write_lines(Path(f"train.{arguments.target}"), (translation for _, translation in pairs))
    print(f"{len(pairs)} pairs")


if __name__ == "__main__":
    main()
