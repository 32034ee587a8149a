"""Titles that nobody has decided on through every engine: each comes back exactly and in its order, never altered.

``NEWSDESK_LONG=1`` sends thousands of texts, and a few go by default.
"""

import os
from pathlib import Path

import pytest

from tests.core.titled import FRAMES, kept, texts, titled
from tests.programs import needs
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.engines.identity import IdentityEngine
from translate.workflow import enforcing

LONG = os.environ.get("NEWSDESK_LONG") == "1"
TEXTS = 2000 if LONG else 2 * len(FRAMES)
MOST_IN_PARTS = 0.15
"""Of the texts; what a hyphen ties to a title, as “Today-style”, goes in parts."""
HELD_OUT = (Path(__file__).parents[1] / "data/sample-model/heldout.en").read_text(encoding="utf-8").splitlines()


def check(engine, locale, number=TEXTS):
    told = [*texts(number, tuple(HELD_OUT))]
    cases = [titled(text) for text, _ in told]
    assert [len(case.asked.undecided) for case in cases] == [meant for _, meant in told]
    made = enforcing.draft(engine, cases, "en", locale, hypotheses=4)
    assert [(one.source, said.text) for one, said in zip(cases, made, strict=True) if not said.text] == []
    assert [(c.source, said.text) for c, said in zip(cases, made, strict=True) if not kept(c, said.text)] == []
    assert sum(said.in_parts for said in made) <= MOST_IN_PARTS * number


def test_identity_gives_each_title_back():
    check(IdentityEngine(), "et", 10 * TEXTS if LONG else TEXTS)


@pytest.mark.usefixtures("sample_packages")
def test_argos_gives_each_title_back():
    check(ArgosEngine(), "et")


@needs("apertium")
@pytest.mark.parametrize("locale", ["es", "ca"])
def test_apertium_gives_each_title_back(locale):
    check(ApertiumEngine(), locale)


@needs("apertium")
def test_apertium_drafts_the_words_around_a_title_as_around_a_name():
    (said,) = enforcing.draft(ApertiumEngine(), [titled("The law was published in Osoon.")], "en", "es", hypotheses=1)
    assert said.text == "La ley estuvo publicada en Osoon."
