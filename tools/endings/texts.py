"""Read running text of a language from the Debian packages that carry it: help, handbooks, messages, stories."""

import bz2
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree, html

from tools.sample_model.corpus import MARKUP, catalog_pairs, held_out, help_pairs, sentences, tidy
from translate.core.text.spelling import normalise
from translate.core.text.words import WORD
from translate.languages.loading import load_language

PROSE = re.compile("/(?:wesnoth|freeciv|kalzium|kgeography|kstars|ktuberling|marble|parley|unknown-horizons)")
"""Catalogs of games and of books of knowledge: of what there is, they are nearest to what newsrooms write."""
KINDS = ("help", "handbooks", "interfaces", "prose")

_SENTENCES = 60
"""Characters of a message that may be several sentences."""
_PARAGRAPHS = ("p", "para", "li", "item", "dd", "td")
_WORTH_READING = re.compile(r"[^\W\d_]{2}")
_NO_TEXT = re.compile(r"%[\w(]|https?:")


def comparable(text: str) -> str:
    """A sentence by its words alone."""
    return " ".join(WORD.findall(normalise(text).folded))


def read_texts(unpacked: Path, language: str, without: Iterable[Path]) -> dict[str, list[str]]:
    """The sentences of each kind, each once, but for what is kept for evaluation.

    Args:
        unpacked: The folder that the Debian packages were unpacked into.
        language: The code of the language.
        without: Files whose lines, or strings where they are JSON, are kept for evaluation, too.
    """
    pages, messages, kept = help_pairs(unpacked, language), dict[str, set[tuple[str, str]]](), set[str]()
    for mo in sorted(unpacked.rglob(f"{language}/LC_MESSAGES/*.mo")):
        kind = "prose" if PROSE.search(mo.as_posix()) else "interfaces"
        messages.setdefault(kind, set()).update(catalog_pairs(mo))
    for pairs in (pages, *messages.values()):
        kept |= {comparable(translation) for source, translation in pairs if held_out(source)}
    for path in without:
        kept |= {comparable(sentence) for text in _texts_of(path) for sentence in (text, *sentences(language, text))}
    found = {
        "help": {translation for _, translation in pages},
        "handbooks": {s for text in _handbooks(unpacked, language) for s in sentences(language, text)},
        **{kind: set(_translations(language, pairs)) for kind, pairs in messages.items()},
    }
    foreign = frozenset(load_language("en").function_words)
    texts: dict[str, list[str]] = {}
    for kind in KINDS:
        texts[kind] = []
        for text in sorted(found.get(kind, ())):
            words = comparable(text)
            if words not in kept and _is_text(text) and foreign.isdisjoint(words.split()):
                texts[kind].append(text)
                kept.add(words)
    return texts


def _translations(language: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for source, translation in pairs:
        if source != translation:
            yield from sentences(language, translation) if len(translation) > _SENTENCES else [translation]


def _handbooks(unpacked: Path, language: str) -> Iterator[str]:
    """The paragraphs of KDE's and MATE's handbooks."""
    pages = [bz2.decompress(path.read_bytes()) for path in unpacked.rglob(f"HTML/{language}/*/index.cache.bz2")]
    for folder in unpacked.rglob(f"help/{language}"):
        pages += [path.read_bytes() for path in folder.glob("*/*") if path.suffix in {".xml", ".docbook", ".page"}]
    for page in pages:
        try:
            root = html.fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
        except etree.ParserError:
            continue
        for element in root.iter(*_PARAGRAPHS):
            if not any(True for _ in element.iterdescendants(*_PARAGRAPHS)):
                yield tidy(element.text_content())


def _is_text(text: str) -> bool:
    return bool(_WORTH_READING.search(text)) and not MARKUP.search(text) and not _NO_TEXT.search(text)


def _texts_of(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    yield from _strings(json.loads(text)) if path.suffix == ".json" else re.split(r"[\t\n]", text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
