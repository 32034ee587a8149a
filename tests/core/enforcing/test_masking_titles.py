"""Titles that nobody has decided on: no engine sees them, whatever it would do to them."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.enforcing.test_masking import HARM, Careless
from tests.core.fake_engine import FERRY, FakeScoringEngine, drafted, means
from tests.core.titled import FRAMES, kept, texts, titled
from translate.core.enforcing.ladder import Enforced
from translate.core.offers import Hypothesis
from translate.core.terms.ways import How

LONG = os.environ.get("NEWSDESK_LONG") == "1"
TEXTS = [text for text, _ in texts(20 * len(FRAMES))]
BRACKETS = "The host of [1] told “[2]” that it sank."
HOST = "The host of Pealtnägija told “Today” that it sank."


def one(answers, source=HOST, *rows):
    engine = FakeScoringEngine(answers)
    [said] = drafted(engine, titled(source, *rows))
    return said, engine.asked


def test_the_sentences_mean_as_many_titles_as_they_say():
    for text, meant in texts(20 * len(FRAMES)):
        assert len(titled(text).asked.undecided) == meant, text


def test_an_engine_sees_marks_and_the_draft_has_the_titles():
    said, asked = one({BRACKETS: ["Saate [1] juht ütles saatele „[2]“, et see uppus."]})
    assert said == Enforced("Saate Pealtnägija juht ütles saatele „Today“, et see uppus.", ())
    assert asked == [BRACKETS]


def test_what_loses_every_mark_is_drafted_in_parts_and_says_so():
    said, _ = one({"The host of": ["Saatejuht"], "told": ["ütles"], "that it sank": ["et see uppus"]})
    assert said == Enforced("Saatejuht Pealtnägija ütles “Today” et see uppus.", (), in_parts=True)


def test_a_title_stands_in_the_letters_of_the_source():
    said, asked = one({"[1] SHOWS IT": ["[1] NÄITAB SEDA"]}, "PEALTNÄGIJA SHOWS IT")
    assert (said.text, asked) == ("PEALTNÄGIJA NÄITAB SEDA", ["[1] SHOWS IT"])


def test_a_possessive_goes_with_its_title_in_parts():
    said, _ = one({"ferry sank": ["praam uppus"]}, "Pealtnägija’s ferry sank.")
    assert said == Enforced("Pealtnägija’s praam uppus.", (), in_parts=True)


def test_a_title_and_an_identifier_have_marks_in_their_order():
    said, asked = one({"[1] wrote to [2] of [3].": ["[1] kirjutas [2] saatest [3]."]}, "@ada wrote to Osoon of err.ee.")
    assert (said.text, len(asked)) == ("@ada kirjutas Osoon saatest err.ee.", 1)


def test_a_title_that_is_an_address_has_one_mark():
    engine = FakeScoringEngine({"See [1] now.": ["Vaata nüüd [1]."]})
    [said] = drafted(engine, titled("See “Rada7.ee klubi” now.", FERRY, titles=("“Rada7.ee klubi”",)))
    assert (said.text, engine.asked) == ("Vaata nüüd “Rada7.ee klubi”.", ["See [1] now."])


def test_a_term_beside_a_title_is_enforced():
    engine = FakeScoringEngine({"The ferry is in [1].": ["Laev on [1]."]}, means({"Laev": "ferry", "laeva": "ferry"}))
    [said] = drafted(engine, titled("The ferry is in Osoon.", FERRY))
    assert said.text == "Praam on Osoon."
    assert [way.how for way in said.ways] == [How.REPAIRED]


@pytest.mark.parametrize("text", ["Pealtnägija", "“Pealtnägija”, “Today”!", "Kes? Mis? Kus? – Jüri Üdi klubi."])
def test_a_sentence_of_titles_alone_is_no_engines_business(text):
    said, asked = one({}, text)
    assert (said, asked) == (Enforced(text, ()), [])


class Hostile(FakeScoringEngine):
    """Translates every word that it sees, titles before all."""

    def _answered(self, sentences, _without, _hypotheses):
        self.asked += sentences
        return [
            (Hypothesis(" ".join(f"{word[::-1]}x" if word.isalpha() else word for word in s.split())),)
            for s in sentences
        ]


@pytest.mark.parametrize("text", TEXTS[: 2 * len(FRAMES)])
def test_an_engine_that_translates_all_that_it_sees_alters_no_title(text):
    case = titled(text)
    [said] = drafted(Hostile({}, scores=False), case)
    assert kept(case, said.text)


@settings(max_examples=5_000 if LONG else 100)
@given(st.sampled_from(TEXTS), HARM)
def test_each_title_comes_back_exactly_and_in_its_order_whatever_an_engine_does(text, harm):
    case = titled(text)
    [said] = drafted(Careless(harm), case)
    assert kept(case, said.text)
