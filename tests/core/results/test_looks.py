"""Looks at single files come to the figures of all, and to the places that are named first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.stamp import Draft
from translate.core.results.checked import CheckedEntries, CheckedText
from translate.core.results.judging import judge
from translate.core.results.looks import Collected, Look, Place, Waits, look_of, usual_of
from translate.core.results.review import CatalogReview, Turn
from translate.core.results.risk import Weights
from translate.core.results.summary import Counts
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.rows import rows_of
from translate.languages.loading import load_pair

PAIR = load_pair("en", "et")


def stamped(source, score, **more):
    draft = Draft("Ta lahkus.", "argos 1", "11111111", score=score)
    return Entry(source, draft.text, extracted=(str(draft.stamp),), flags=("fuzzy",), **more)


def look(*waiting, scores=(), rules=None, errors=0, warnings=0):
    """Of a file in which entries of such a risk wait: each with its place, turn and weight."""
    waits = tuple(Waits(place, turn, Weights((weight,), drafted=False)) for place, turn, weight in waiting)
    return Look(Counts(drafts=len(waits)), errors, warnings, rules or {}, (), waits, scores, ())


def places(collected):
    return [(one.path, one.place) for one in collected.first()]


def test_a_look_counts_what_is_wrong_and_not_what_is_worth_knowing():
    ferry, captain, storm = Term("ferry", "praam"), Term("captain", "kapten"), Term("storm", "torm")
    glossary = Glossary("et", (ferry, captain, storm))
    entry = Entry("A ferry, a storm.", "Praam, torm.")
    levels = (Level.ERROR, Level.WARNING, Level.WARNING, Level.INFO)
    findings = tuple(Finding(f"rule-{level}", level, f"told {number}") for number, level in enumerate(levels))
    unit = Unit.of(entry.msgid, entry.msgstr, *PAIR, Matcher(glossary).find(entry.msgid))
    checked = CheckedEntries((entry,), (CheckedText(entry, None, unit, findings),))
    found = look_of(Catalog(Header(), (entry,)), {}, checked, judge(checked), rows_of(glossary.terms))
    assert (found.errors, found.warnings, found.rules) == (1, 2, {"rule-error": 1, "rule-warning": 2})
    assert (found.mentioned, found.counts) == ((0, 2), Counts(approved=1))
    assert [(one.place, one.turn) for one in found.waiting] == [(0, Turn.TEXT)]


def test_the_scores_are_those_that_drafts_have():
    entries = (stamped("One.", -0.5), stamped("Two.", None), Entry("Three."), stamped("Four.", 0.0))
    checked = CheckedEntries(entries, ())
    assert look_of(Catalog(Header(), entries), {}, checked, judge(checked), rows_of(())).scores == (-0.5, 0.0)


@pytest.mark.parametrize(("score", "usual"), [(-0.57, -0.55), (-0.58, -0.6), (-1.02, -1.0), (-0.01, 0.0)])
def test_what_is_usual_is_told_in_steps_of_a_twentieth_over_all_files(score, usual):
    halves = [look(scores=(score,) * 15), look(), look(scores=(score,) * 15)]
    assert usual_of(halves) == usual


def test_a_file_is_told_with_the_highest_risk_in_it():
    collected = Collected(3)
    collected.add("et/a.po", "et", look((0, Turn.TEXT, 0.2), (4, Turn.TEXT, 0.7), errors=1, warnings=2), -0.5)
    collected.add("ru/b.po", "ru", look(), -0.5)
    risks = [round(one.risk, 3) for one in collected.catalogs.named()]
    assert risks == [0.503, 0.0]
    assert collected.catalogs.named() == (
        CatalogReview("et", "a", "et/a.po", Counts(drafts=2), 1, 2, collected.catalogs.named()[0].risk),
        CatalogReview("ru", "b", "ru/b.po", Counts()),
    )


def test_what_waits_and_what_checks_found_is_added_up_however_few_are_named():
    collected = Collected(1)
    collected.add("a.po", "et", look((0, Turn.TEXT, 0.2), (1, Turn.FLAGGED, 0.2), rules={"number": 2}), -0.5)
    collected.add("b.po", "et", look((0, Turn.UNTRANSLATED, 3.0), rules={"number": 1, "unit": 1}), -0.5)
    assert (collected.waiting, collected.rules) == (3, {"number": 3, "unit": 1})
    assert places(collected) == [("a.po", 1), ("a.po", 0)]


def test_as_many_with_a_flagged_term_are_named_as_others():
    collected = Collected(2)
    for path in ("b.po", "a.po"):
        both = [(place, turn, 0.5) for place, turn in enumerate([Turn.FLAGGED, Turn.TEXT, Turn.UNTRANSLATED])]
        collected.add(path, "et", look(*both, *both[:1]), -0.5)
    assert places(collected) == [("a.po", 0), ("a.po", 0), ("a.po", 1), ("b.po", 1)]


def test_of_equals_the_first_by_file_and_place_is_named_whatever_its_locale():
    assert Place(Turn.TEXT, -0.5, "a.po", 1, "ru") == Place(Turn.TEXT, -0.5, "a.po", 1, "et")
    collected = Collected(9)
    collected.add("b.po", "et", look((0, Turn.TEXT, 0.5)), -0.5)
    collected.add("a.po", "ru", look((7, Turn.TEXT, 0.5), (2, Turn.TEXT, 0.5), (9, Turn.TEXT, 0.6)), -0.5)
    collected.add("c.po", "et", look((0, Turn.UNTRANSLATED, 3.0)), -0.5)
    assert places(collected) == [("a.po", 9), ("a.po", 2), ("a.po", 7), ("b.po", 0), ("c.po", 0)]


@given(
    most=st.integers(0, 3),
    files=st.lists(
        st.tuples(st.sampled_from("abc"), st.lists(st.tuples(st.sampled_from(Turn), st.sampled_from([0.5, 1.0])))),
        max_size=60,
    ),
)
def test_the_first_places_are_the_same_whatever_came_before(most, files):
    few, all_ = Collected(most), Collected(10_000)
    for number, (name, entries) in enumerate(files):
        one = look(*((place, turn, weight) for place, (turn, weight) in enumerate(entries)))
        for collected in (few, all_):
            collected.add(f"{name}{number}.po", "et", one, -0.5)
    every = sorted(all_.first())
    flagged = [place for place in every if place.turn is Turn.FLAGGED]
    others = [place for place in every if place.turn is not Turn.FLAGGED]
    assert few.first() == (*flagged[:most], *others[:most])
    assert (few.waiting, few.catalogs) == (all_.waiting, all_.catalogs)


def test_the_risk_is_told_by_what_is_usual_for_the_locale():
    waits = (Waits(0, Turn.TEXT, Weights((), drafted=True, score=-1.0)),)
    one = Look(Counts(drafts=1), 0, 0, {}, (), waits, (-1.0,), ())
    collected = Collected(2)
    collected.add("a.po", "et", one, -1.0)
    collected.add("b.po", "ru", one, -0.25)
    assert places(collected) == [("b.po", 0), ("a.po", 0)]
    assert [one.locale for one in collected.first()] == ["ru", "et"]
