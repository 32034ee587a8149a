"""The ladder as a whole, on engines that say anything; each rung has a file of its own."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.fake_engine import (
    FERRY,
    HARBOUR,
    KALLAS,
    NATO,
    SOFT,
    FakeScoringEngine,
    case,
    drafted,
    means,
    term,
)
from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.damage import LEAST_LENGTH, damaged
from translate.core.enforcing.ladder import (
    HYPOTHESES_WITHOUT,
    MOST_REPAIRS,
    STAND_IN_TURNS,
    Enforced,
    climb,
    first_choice,
)
from translate.core.entries.termlines import term_lines
from translate.core.offers import Hypothesis, Likelihood
from translate.core.terms.demands import choose, outcomes
from translate.core.terms.glossary import Action, Match
from translate.core.terms.verification import verify
from translate.core.terms.ways import AS_IS, How, Way
from translate.languages.loading import load_language
from translate.workflow import enforcing

BAN = term("", "laev", "gen=laeva; all=laevale", action=Action.FORBID)
STRICT = term("ferry", "praam", "nom=praam; gen=praami; all=praamile", forbid=("laev", "laevale"))
SOURCE = "The ferry left."


def told(asked, one):
    """The lines of the terms in what became of a sentence."""
    return tuple(map(str, term_lines(outcomes(asked, one.text, one.ways))))


def test_a_draft_that_has_every_term_asks_nothing_more():
    engine = FakeScoringEngine({SOURCE: ["Praam lahkus."]})
    assert drafted(engine, case(SOURCE, FERRY)) == [Enforced("Praam lahkus.", (AS_IS,))]
    assert engine.requests == 0


def test_another_hypothesis_with_the_term_comes_before_every_repair():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", "Paat lahkus.", "Praam läks."]})
    assert drafted(engine, case(SOURCE, FERRY)) == [Enforced("Praam läks.", (Way(How.OFFERED, rank=3),))]
    assert engine.requests == 0


def test_a_hypothesis_without_the_forbidden_word_is_enough():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", "Praam lahkus."]})
    assert drafted(engine, case(SOURCE, BAN)) == [Enforced("Praam lahkus.", ())]
    assert engine.barred == []


def test_forbidden_words_are_barred_in_all_forms_and_capitals():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", "Läks laevale.", "Laeva minek.", "Paat lahkus."]})
    [one] = drafted(engine, case(SOURCE, BAN), hypotheses=1)
    assert one == Enforced("Paat lahkus.", ())
    assert engine.barred == [("Laev", "Laeva", "Laevale", "laev", "laeva", "laevale")]


def test_only_as_many_hypotheses_as_said_are_looked_at_behind_a_barred_word():
    other = "Suur laevuke lahkus."
    ban = term("", "laev", forbid=(), action=Action.FORBID)
    clumsy = term("", "laevuke", action=Action.FORBID)
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", *[other] * HYPOTHESES_WITHOUT, "Paat lahkus."]})
    [one] = drafted(engine, case(SOURCE, ban, clumsy), hypotheses=1)
    assert one.text == "Laev lahkus."


def test_a_forbidden_word_that_cannot_be_avoided_is_flagged():
    asked = case(SOURCE, STRICT).asked
    engine = FakeScoringEngine({SOURCE: ["Praam, laev lahkus."]})
    [one] = drafted(engine, case(SOURCE, STRICT))
    assert one.text == "Praam, laev lahkus."
    assert told(asked, one) == (
        "Glossary: ferry = Praam [as is]",
        "Glossary: ferry ≠ laev [FLAG forbidden]",
    )


def test_a_clean_draft_without_the_term_is_worse_than_a_flag():
    engine = FakeScoringEngine({SOURCE: ["Praam, laev lahkus.", "Paat, see lahkus."]})
    [one] = drafted(engine, case(SOURCE, STRICT), hypotheses=1)
    assert one.text == "Praam, laev lahkus."


def test_a_sentence_may_need_a_term_and_do_without_a_forbidden_word():
    source = "The ferry left the harbor."
    ban = term("", "kai", "el=kaist", action=Action.FORBID)
    engine = FakeScoringEngine({source: ["Laev lahkus kaist.", "Laev lahkus sealt."]}, means({"Laev": "ferry"}))
    [one] = drafted(engine, case(source, FERRY, ban), hypotheses=1)
    assert one.text == "Praam lahkus sealt."
    assert str(one.ways[0]).startswith("repaired")


def test_the_forbidden_rendering_of_a_term_gives_way_to_its_form():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus."]}, means({"Laev": "ferry"}))
    [one] = drafted(engine, case(SOURCE, STRICT))
    assert one.text == "Praam lahkus."


def test_a_term_that_every_rung_fails_on_is_flagged_as_missing():
    # All of its forms repeat themselves, which no draft may.
    loop = term("ferry", "praam ja praam ja praam ja praam ja praam")
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus."]}, means({"Laev": "ferry"}))
    [one] = drafted(engine, case(SOURCE, loop))
    assert one == Enforced("Laev lahkus.", (AS_IS,))
    [line] = told(case(SOURCE, loop).asked, one)
    assert line.endswith("[FLAG missing]")


def test_a_term_that_was_inserted_is_flagged():
    engine = FakeScoringEngine({SOURCE: ["Lahkus siis ära."]})
    [one] = drafted(engine, case(SOURCE, FERRY))
    [line] = told(case(SOURCE, FERRY).asked, one)
    assert "praam" in one.text.lower()
    assert re.match(r"Glossary: ferry = praam\w* \[FLAG (inflected, )?inserted", line, re.IGNORECASE)


def test_an_empty_answer_stays_empty_and_its_term_is_flagged():
    engine = FakeScoringEngine({SOURCE: [""]})
    [one] = drafted(engine, case(SOURCE, FERRY, BAN))
    assert one == Enforced("", (AS_IS,))
    assert told(case(SOURCE, FERRY).asked, one) == ("Glossary: ferry = praam [FLAG missing]",)


def test_many_sentences_ask_together():
    sources = [f"The ferry left {name}." for name in ("A", "B", "C", "D", "E", "F")]
    engine = FakeScoringEngine({s: ["Laev lahkus siis."] for s in sources}, means({"Laev": "ferry"}))
    alone = FakeScoringEngine(engine.answers, engine.likes)
    together = drafted(engine, *(case(s, FERRY) for s in sources))
    assert together == [drafted(alone, case(s, FERRY))[0] for s in sources]
    assert engine.requests * len(sources) == alone.requests


def test_more_terms_than_one_sentence_takes_are_flagged():
    terms = [term(f"name{letter}", f"nimi{letter}") for letter in "abcdefghij"]
    source = " ".join(t.source for t in terms)
    draft = " ".join(f"sõna{letter}" for letter in "abcdefghij")
    likes = means({f"sõna{letter}": f"name{letter}" for letter in "abcdefghij"})
    one = case(source, *terms)
    [made] = drafted(FakeScoringEngine({source: [draft]}, likes), one)
    told = outcomes(one.asked, made.text, made.ways)
    assert sum(outcome.form is not None for outcome in told) == MOST_REPAIRS
    assert sum(outcome.form is None for outcome in told) == 2


def test_the_lowest_rung_alone_chooses_and_tells():
    one = case(SOURCE, FERRY)
    offers = [Hypothesis("Laev lahkus."), Hypothesis("Praam lahkus.")]
    assert first_choice(one, offers) == Enforced("Praam lahkus.", (Way(How.OFFERED, rank=2),))
    assert first_choice(one, offers[:1]) == Enforced("Laev lahkus.", (AS_IS,))


def test_the_likelihood_is_that_of_the_engines_own_first_choice_whatever_became_of_it():
    one = case(SOURCE, FERRY)
    sure, unsure = Likelihood(-1.0, 4), Likelihood(-6.0, 4)
    offers = [Hypothesis("Laev lahkus.", -1.0, sure), Hypothesis("Praam lahkus.", -6.0, unsure)]
    assert first_choice(one, offers) == Enforced("Praam lahkus.", (Way(How.OFFERED, rank=2),), sure)
    engine = FakeScoringEngine({}, means({"Laev": "ferry"}))
    [made] = enforcing.answer(climb([one], [offers[:1]], load_language("et")), engine, "en", "et")
    assert made.text == "Praam lahkus."
    assert made.likelihood == sure


TERMS = (
    FERRY,
    HARBOUR,
    KALLAS,
    NATO,
    SOFT,
    BAN,
    term("ferry harbor", "praamisadam"),
    term("cell", "kong", "gen=kongi"),
)
TARGETS = [word for t in TERMS for word in t.accepted]
LEAKS = [form.text for word in load_language("et").stand_ins[:3] for form in word.forms[:4]] + [
    "cell",
    "Cell",
    "CELL",
    "formula",
]
SOURCES = st.lists(
    st.sampled_from(
        [
            "The ",
            "ferry",
            "ferries",
            "Ferry",
            "harbor",
            "Kallas",
            "Kallas's",
            "NATO",
            "NATO-led",
            "line",
            "cell",
            "cells",
            "an ",
            "2035",
            ",",
            ".",
            "“",
            "”",
            " ",
        ]
    ),
    min_size=1,
    max_size=9,
)
WORDS = st.sampled_from(
    [*TARGETS, *LEAKS, "laev", "Laev", "lahkus", "2035", "<b>", "ja", "—", ",", ".", "…", "ṍ", "", " "]
)
DRAFTS = st.lists(WORDS, max_size=9).map(lambda words: " ".join(" ".join(words).split()))


class FakeThatSaysAnything(FakeScoringEngine):
    """Answers and scores by chance, but the same each time."""

    def __init__(self, random, drafts):
        super().__init__({}, lambda source, word: -random(f"{source}\n{word}") * 12)
        self.random = random
        self.drafts = drafts

    def _answered(self, sentences, without, hypotheses):
        self.asked += sentences
        return [
            tuple(
                Hypothesis(self.drafts[int(self.random(f"{s}{n}{without}") * len(self.drafts))])
                for n in range(hypotheses)
            )
            for s in sentences
        ]


@settings(max_examples=250)
@given(
    st.lists(SOURCES.map(" ".join).map(str.strip).filter(bool), min_size=1, max_size=3),
    st.lists(DRAFTS, min_size=1, max_size=12),
    st.integers(0, 2**32),
    st.sampled_from(["et", "ru", "fi"]),
)
def test_whatever_an_engine_says_the_draft_is_no_worse_and_the_report_is_true(sources, drafts, seed, locale):
    cases = [case(" ".join(s.split()), *TERMS) for s in sources]
    engine = FakeThatSaysAnything(by_chance(seed), drafts)
    made = drafted(engine, *cases, locale=locale)

    # Two for the stand-ins, six for each term that a repair may put in, one for each set of barred words.
    assert engine.requests <= STAND_IN_TURNS + 6 * MOST_REPAIRS + len(cases)
    assert made == drafted(FakeThatSaysAnything(by_chance(seed), drafts), *cases, locale=locale)
    for one, result in zip(cases, made, strict=True):
        [offers] = engine._answered([one.source], (), 4)
        sound = [n for n, o in enumerate(offers) if not damaged(one.source, offers[0].text, o.text, one.asked.enforced)]
        best = choose(offers, one.asked, among=sound).text
        seen = verify(one.asked.matches, result.text)
        assert len(seen.missing) <= len(verify(one.asked.matches, best).missing)
        assert len(result.text) >= LEAST_LENGTH * len(offers[0].text)
        assert len(result.ways) == len(one.asked.enforced)
        became = outcomes(one.asked, result.text, result.ways)
        assert [o.source for o in became if o.at_fault and not o.forbidden] == [
            r.match.term.source for r in seen.missing
        ]
        first = verify(one.asked.matches, offers[0].text).renderings
        for way, rendering, was in zip(result.ways, seen.renderings, first, strict=True):
            # Nobody says that nothing was done for a term that the engine's own draft has not.
            assert was.found or not rendering.found or way != AS_IS or _as_many(one, offers[0].text, rendering)


def _as_many(one, first, rendering):
    """Whether the first draft has as many of a term, so that another mention of it lends its place."""
    return any(r.found and r.match.term == rendering.match.term for r in verify(one.asked.matches, first).renderings)


TRACES = [
    "lahter",
    "Lahtrit",
    "lahtris",
    "lahtriga",
    "lahtrid",
    "lahterdama",
    "lahtrivahemik",
    "Cell",
    "cells",
    "LAHTER",
]


@settings(max_examples=200)
@given(
    st.lists(
        st.lists(st.sampled_from([*TRACES, "laev", "lahkus", "siis", "."]), min_size=1, max_size=5),
        min_size=2,
        max_size=8,
    ),
    st.integers(0, 2**32),
)
def test_no_trace_of_a_stand_in_stays_behind(drafts, seed):
    engine = FakeThatSaysAnything(by_chance(seed), [" ".join(words) for words in drafts])
    one = case(SOURCE, FERRY)
    [result] = drafted(engine, one)
    assert engine.asked[0] == SOURCE
    own = [h.text.lower() for h in engine._answered([SOURCE], (), 4)[0]]
    for trace in ("laht", "cell"):
        assert result.text.lower().count(trace) <= max(text.count(trace) for text in own)


def by_chance(seed):
    """A number from 0 to 1 for each key, the same each time."""
    return lambda key: random.Random(f"{seed}{key}").random()  # noqa: S311 - no secret.


def test_two_stand_ins_are_tried_for_a_term_and_no_third():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus."]}, means({"Laev": "ferry"}))
    drafted(engine, case(SOURCE, FERRY))
    assert engine.asked == [SOURCE, "The cell left.", "The formula left."]


@pytest.mark.parametrize(("place", "text"), [(4, "Paat lahkus."), (5, "Laev lahkus.")])
def test_four_offers_are_looked_at_behind_a_barred_word(place, text):
    clumsy = term("", "laevuke", action=Action.FORBID)
    offers = ["Suur laevuke lahkus."] * (place - 1) + ["Paat lahkus."]
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", *offers]})
    assert drafted(engine, case(SOURCE, BAN, clumsy), hypotheses=1)[0].text == text


def test_all_that_is_forbidden_of_a_term_is_barred_and_its_own_forms_are_not():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", "Paat lahkus."]})
    drafted(engine, case(SOURCE, STRICT), hypotheses=1)
    assert engine.barred == [("Laev", "Laevale", "laev", "laevale")]


def test_a_forbidden_word_is_barred_in_the_capitals_that_it_stands_in():
    loud = term("", "laev", action=Action.FORBID, match=Match.ANY)
    engine = FakeScoringEngine({SOURCE: ["Siis lAEV lahkus.", "Paat lahkus."]})
    drafted(engine, case(SOURCE, loud), hypotheses=1)
    assert engine.barred == [("Laev", "lAEV", "laev")]


def test_the_first_clean_offer_is_taken_and_its_terms_say_so():
    ban = term("", "kai", "el=kaist", action=Action.FORBID)
    source = "The ferry left the dock."
    engine = FakeScoringEngine({source: ["Praam lahkus kaist.", "Praam lahkus sealt.", "Praam lahkus siit."]})
    assert drafted(engine, case(source, FERRY, ban), hypotheses=1) == [
        Enforced("Praam lahkus sealt.", (Way(How.CLEANED),))
    ]


def test_sentences_with_the_same_forbidden_word_are_drafted_again_together():
    ban = term("", "kai", action=Action.FORBID)
    answers = {
        "One left.": ["Üks laev läks.", "Üks paat läks."],
        "Two left.": ["Kaks laev läks.", "Kaks paat läks."],
        "Three left.": ["Kolm kai läks.", "Kolm paat läks."],
        "Four left.": ["Neli paat läks."],
    }
    engine = FakeScoringEngine(answers)
    made = drafted(engine, *(case(source, BAN, ban) for source in answers), hypotheses=1)
    assert [one.text for one in made] == [offers[-1] for offers in answers.values()]
    assert engine.barred == [("Laev", "Laeva", "Laevale", "laev", "laeva", "laevale"), ("Kai", "kai")]
    assert engine.asked[4:] == ["One left.", "Two left.", "Three left."]


def test_terms_that_are_there_and_terms_that_are_not_each_tell_their_own_way():
    source = "The ferry left the harbor."
    loop = term("harbor", "kai ja kai ja kai ja kai ja kai ja kai")
    engine = FakeScoringEngine({source: ["Laev läks.", "Praam läks."]})
    [one] = drafted(engine, case(source, loop, FERRY))
    assert one == Enforced("Praam läks.", (Way(How.OFFERED, rank=2), AS_IS))


def test_nothing_is_put_beside_a_word_that_goes_on_behind_the_term():
    one = case(SOURCE, FERRY)
    engine = FakeScoringEngine({SOURCE: ["Praamijuht lahkus."]}, means({"Praamijuht": "ferry"}))
    [made] = drafted(engine, one)
    assert made.text == "Praamijuht lahkus."
    assert engine.requests == 0
    assert told(one.asked, made) == ("Glossary: ferry = praam [in “Praamijuht”]",)


def test_nothing_is_put_beside_a_compound_of_the_term():
    one = case(SOURCE, FERRY)
    engine = FakeScoringEngine({SOURCE: ["Autopraam lahkus."]}, means({"Autopraam": "ferry"}))
    [made] = drafted(engine, one)
    assert (made.text, told(one.asked, made)) == ("Autopraam lahkus.", ("Glossary: ferry = praam [as is]",))


def test_a_word_with_one_term_in_it_gives_way_to_no_other():
    candidate = Candidate.start(case(SOURCE, FERRY), [Hypothesis("Meie praamijuht lahkus.")])
    assert [candidate.is_taken(*place) for place in ((0, 4), (4, 6), (14, 15), (16, 22))] == [False, True, True, False]
