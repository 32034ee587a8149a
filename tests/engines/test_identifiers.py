"""Identifiers of every kind through every engine: each comes back exactly and in its order, or there is no draft.

``NEWSDESK_LONG=1`` sends thousands of texts, and a few go by default.
"""

import itertools
import os
import random
import re
from pathlib import Path

import pytest

from tests.core.fake_engine import case
from tests.programs import needs
from translate.core.text.identifiers import Kind, identifiers
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.engines.identity import IdentityEngine
from translate.workflow import enforcing

LONG = os.environ.get("NEWSDESK_LONG") == "1"
TEXTS = 2000 if LONG else 48
MOST_IN_PARTS = 0.05
"""Of the texts."""
HELD_OUT = (Path(__file__).parents[1] / "data/sample-model/heldout.en").read_text(encoding="utf-8").splitlines()

WORDS = ("harbour", "line", "ferry", "news", "desk", "port", "island", "table")
FRAMES = (
    "See {} for more information.",
    "The ferry line wrote on {} that it would sail again.",
    "{} was shared by thousands of people.",
    "Write to {} or {} before Monday.",
    "She said: “Look at {}”, and left.",
    "Open {} and choose {} in the list (see also {}).",
    "It sailed to {}",
    "Has {} been updated?",
)


MADE = {
    Kind.URL: (
        *("https://{a}.example", "www.{a}.example/{b}?a={a}#b", "{a}.example", "{a}.example/{A}?Day={B}"),
        "{a}.ee",
    ),
    Kind.MAIL: ("{a}.{n}@{b}.example",),
    Kind.HANDLE: ("@{a}_{b}", "@{a}{n}@{b}.example"),
    Kind.HASHTAG: ("#{A}{B}", "#{a}{n}", "#паром", "#渡船"),
    Kind.EMOJI: (":{a}_{b}:",),
    Kind.FILE: ("{a}-{n}.pdf", "{a}.asp?{B}ID={n}"),
    Kind.PATH: ("/usr/{a}/{b}", "~/{a}", "C:\\{a}\\{b}"),
    Kind.VERSION: ("v{n}.1", "{n}.85.x", "24.{n}.1-rc{n}"),
    Kind.ACCOUNT: ("EE38 2200 2210 2014 5685", "RF18539007547034"),
    Kind.CATALOGUE: ("978-3-16-148410-0", "10.10{n}/{a}.{n}"),
    Kind.PLACEHOLDER: ("%s", "%({a})s", "{{{a}}}", "${{{a}}}", "{{{{{a}}}}}", "${a}"),
    Kind.HASH: ("9fceb02d{n}ae{n}", "550e8400-e29b-41d4-a716-4466554400{n}"),
    Kind.CODE: ("<code{n}/>", "<x{n}/>", "<kbd1/>"),
}


def identifier(kind: Kind, chance: random.Random) -> str:
    one, other = chance.choice(WORDS), chance.choice(WORDS)
    told = chance.choice(MADE[kind])
    return told.format(a=one, A=one.title(), b=other, B=other.title(), n=chance.randrange(10, 99))


def texts(number: int) -> list[str]:
    """Sentences with identifiers of all kinds by turns, where they belong and then anywhere in a real sentence."""
    chance = random.Random(16)  # noqa: S311 -- The same texts each time.
    frames = [*FRAMES]
    for line in HELD_OUT:
        words = line.split()
        place = chance.randrange(1, len(words) + 1)
        frames.append(" ".join((*words[:place], "{}", *words[place:])))
    kinds, made = itertools.cycle(Kind), []
    for n in range(number):
        first, *others = frames[n % len(frames)].split("{}")
        made.append(
            first + "".join(identifier(kind, chance) + other for other, kind in zip(others, kinds, strict=False))
        )
    return made


def kept(text: str, draft: str) -> bool:
    """Whether a draft has the identifiers of a text, in order, with no letter tied to them."""
    wanted = (text[one.start : one.end] for one in identifiers(text))
    return bool(re.search(".*".join(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])" for name in wanted), draft))


def test_the_texts_have_identifiers_of_every_kind():
    assert {one.kind for text in texts(24) for one in identifiers(text)} == set(Kind)
    assert all(identifiers(text) for text in texts(2000))


def check(engine, locale, number=TEXTS):
    cases = [case(text) for text in texts(number)]
    made = enforcing.draft(engine, cases, "en", locale, hypotheses=4)
    assert [(one.source, said.text) for one, said in zip(cases, made, strict=True) if not said.text] == []
    assert [(c.source, said.text) for c, said in zip(cases, made, strict=True) if not kept(c.source, said.text)] == []
    assert sum(said.in_parts for said in made) <= MOST_IN_PARTS * number


def test_identity_gives_each_identifier_back():
    check(IdentityEngine(), "et", 2000)


@pytest.mark.usefixtures("sample_packages")
def test_argos_gives_each_identifier_back():
    check(ArgosEngine(), "et")


@needs("apertium")
@pytest.mark.parametrize("locale", ["es", "ca"])
def test_apertium_gives_each_identifier_back(locale):
    check(ApertiumEngine(), locale)


@needs("apertium")
def test_apertium_drafts_the_words_around_an_identifier_as_around_a_name():
    (said,) = enforcing.draft(ApertiumEngine(), [case("The law was published on island.ee.")], "en", "es", hypotheses=1)
    assert said.text == "La ley estuvo publicada en island.ee."
