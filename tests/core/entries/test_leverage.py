"""What becomes of what people have translated before."""

from dataclasses import replace

import pytest

from tests.core.fake_engine import FERRY, HARBOUR, case
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, parse
from translate.core.entries.leverage import Leveraged, followed, joined, of_its_own, recall, suggestions
from translate.core.entries.remembered import Difference, MemoryHit, MemoryUnit
from translate.core.entries.stamp import text_hash
from translate.core.terms.demands import Demands
from translate.core.text.sentences import cut

UNIT = MemoryUnit("et", "The ferry cost 3 euros.", "Praam maksis 3 eurot.", origin="locales/et/LC_MESSAGES/a.po")
ALIKE = MemoryHit(UNIT, 0.95)
ASKED = case("The ferry cost 4 euros.", FERRY).asked


def test_a_translation_of_the_very_text_is_taken_over():
    same = Leveraged(UNIT.target, parse("Memory: the same text in locales/et/LC_MESSAGES/a.po"))
    assert recall(MemoryHit(UNIT, 1.0), (), ASKED) == same


def test_a_translation_that_breaks_todays_glossary_is_taken_over_for_review_or_not_at_all():
    old = replace(UNIT, target="Laev maksis 3 eurot.")
    assert recall(MemoryHit(old, 1.0), (), ASKED).fuzzy
    assert recall(None, [MemoryHit(old, 0.95)], ASKED) is None


@pytest.mark.parametrize(("score", "taken"), [(0.89, False), (0.9, True)])
def test_a_translation_of_nearly_the_same_text_is_offered_with_its_source(score, taken):
    told = parse("Memory: 90% of the text in locales/et/LC_MESSAGES/a.po")
    offered = Leveraged(UNIT.target, told, UNIT.source, fuzzy=True)
    assert recall(None, [replace(ALIKE, score=score)], ASKED) == (offered if taken else None)


@pytest.mark.parametrize("numbers", [Difference(("4",), ("3",)), Difference(added=("4",)), Difference(missing=("3",))])
def test_a_translation_with_other_numbers_is_never_offered(numbers):
    assert recall(None, [replace(ALIKE, numbers=numbers)], ASKED) is None
    assert recall(None, [ALIKE], ASKED) is not None


def test_a_title_is_given_a_titles_translation_and_a_text_of_an_article_none():
    headline, show, film = (
        replace(ALIKE, unit=replace(UNIT, kind=kind)) for kind in ("headline", "show title", "film title")
    )
    every = [ALIKE, headline, show, film]
    assert of_its_own(every, Entry("The ferry", msgctxt="show title")) == [show, film]
    assert of_its_own(every, Entry("The ferry", msgctxt="headline")) == [ALIKE, headline]
    assert of_its_own(every, Entry("The ferry")) == [ALIKE, headline]


def test_one_term_that_is_missing_is_a_fault_though_another_is_there():
    both = case("The ferry left the harbor.", FERRY, HARBOUR).asked
    half = MemoryHit(replace(UNIT, target="Praam lahkus."), 1.0)
    assert recall(half, (), both).fuzzy
    assert not recall(replace(half, unit=replace(UNIT, target="Praam lahkus. Oli sadam.")), (), both).fuzzy


def test_only_the_likest_counts():
    assert recall(None, [replace(ALIKE, score=0.8), ALIKE], Demands()) is None


@pytest.mark.parametrize(("score", "told"), [(0.74, False), (0.75, True)])
def test_a_translation_of_a_text_somewhat_like_it_is_told_of(score, told):
    line = "Memory: 75% “The ferry cost 3 euros.” = “Praam maksis 3 eurot.”"
    assert tuple(map(str, suggestions([replace(ALIKE, score=score), ALIKE]))) == ((line,) if told else ())


@pytest.mark.parametrize(("letters", "shown"), [(160, "x" * 160), (161, "x" * 159 + "…")])
def test_a_long_text_is_told_of_by_its_beginning_in_one_line(letters, shown):
    long = replace(UNIT, source="x" * letters, target=f" A\n{'x' * (letters - 2)}")
    (line,) = suggestions([replace(ALIKE, unit=long)])
    assert (line.source, line.target) == (shown, f"A {shown[2:]}")


def test_of_a_text_that_was_taken_over_as_it_is_no_review_is_asked():
    assert recall(MemoryHit(UNIT, 1.0), (), ASKED).fuzzy is False
    assert recall(MemoryHit(UNIT, 1.0), [replace(ALIKE, unit=replace(UNIT, target="x"))], ASKED).text == UNIT.target
    assert recall(None, (), ASKED) is None


@pytest.mark.parametrize(("score", "percent"), [(0.904, 90), (0.906, 91), (0.994, 99), (0.996, 100), (1.0, 100)])
def test_a_likeness_is_told_in_whole_percents_and_goes_with_the_file_and_the_source(score, percent):
    found = recall(None, [replace(ALIKE, score=score)], ASKED)
    assert (found.line.percent, found.line.origin, found.line.source, found.line.target) == (
        percent, UNIT.origin, "", "",
    )  # fmt: skip
    assert (found.text, found.made_for, found.fuzzy) == (UNIT.target, UNIT.source, True)
    (told,) = suggestions([replace(ALIKE, score=score), ALIKE])
    assert (told.percent, told.origin) == (percent, "")


def test_only_of_the_likest_is_told():
    assert suggestions([]) == ()
    assert [line.source for line in suggestions([ALIKE, replace(ALIKE, unit=replace(UNIT, source="x"))])] == [
        UNIT.source
    ]


def test_a_translation_with_a_forbidden_rendering_is_at_fault_too():
    banned = case("The ferry left.", replace(FERRY, forbid=("laev",))).asked
    both = replace(UNIT, target="Praam, mitte laev.")
    assert recall(MemoryHit(both, 1.0), (), banned).fuzzy
    assert recall(None, [MemoryHit(both, 1.0)], banned) is None


def test_a_term_within_a_word_is_no_fault_of_a_persons_translation():
    named = replace(UNIT, target="Praamijuht maksis 3 eurot.")
    assert not recall(MemoryHit(named, 1.0), (), ASKED).fuzzy


def test_a_text_that_may_mean_something_else_is_offered_for_review():
    found = recall(MemoryHit(UNIT, 1.0), (), ASKED, review=True)
    assert found == Leveraged(UNIT.target, parse(f"Memory: the same text in {UNIT.origin}, for review"), fuzzy=True)


class AtFullStops:
    def split(self, text):
        return [f"{piece}." for piece in text.split(".")[:-1]]


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        (("a.po", "a.po", "a.po"), "a.po"),
        (("a.po", "b.tmx", "a.po"), "a.po and b.tmx"),
        (("a.po", "b.tmx", "c.po"), "a.po, b.tmx and c.po"),
    ],
)
def test_the_translations_of_its_sentences_are_joined_as_they_stand_and_offered_for_review(origins, told):
    text = "It left.  It sank. All swam."
    targets = ("See lahkus.", " See uppus.\n", "Kõik ujusid.")
    hits = [MemoryHit(MemoryUnit("et", "x", t, origin=o), 1.0) for t, o in zip(targets, origins, strict=True)]
    found = joined(text, cut(text, AtFullStops()), hits)
    line = parse(f"Memory: its 3 sentences in {told}")
    assert found == Leveraged("See lahkus.  See uppus. Kõik ujusid.", line, fuzzy=True)


FILL = Entry(
    UNIT.source, UNIT.target, extracted=(str(MemoryLine(origin=UNIT.origin, fill=text_hash(UNIT.target))),)
)  # fmt: skip
CORRECTED = replace(UNIT, target="Praam läks maksma 3 eurot.")


def test_what_was_taken_over_stays_while_its_origin_does():
    assert followed(FILL, UNIT, MemoryHit(UNIT, 1.0), taken_back=False) is None
    assert followed(FILL, UNIT, MemoryHit(UNIT, 1.0), taken_back=True) is None


def test_a_correction_at_the_origin_waits_for_review_with_what_it_was():
    told = MemoryLine(origin=UNIT.origin, review=True, was=UNIT.target)
    assert followed(FILL, CORRECTED, None, taken_back=True) == Leveraged(CORRECTED.target, told, fuzzy=True)


def test_another_translation_elsewhere_corrects_nothing():
    elsewhere = MemoryHit(replace(CORRECTED, origin="b.po"), 1.0)
    assert followed(FILL, None, elsewhere, taken_back=False) is None
    assert followed(FILL, UNIT, elsewhere, taken_back=False) is None


def test_what_a_person_took_back_at_the_origin_waits_for_review_and_is_told_once():
    told = MemoryLine(origin=UNIT.origin, review=True, withdrawn=True)
    withdrawn = Leveraged(UNIT.target, told, fuzzy=True)
    assert followed(FILL, None, None, taken_back=True) == withdrawn
    assert followed(FILL, None, MemoryHit(replace(CORRECTED, origin="b.po"), 1.0), taken_back=True) == withdrawn
    line = str(replace(told, fill=text_hash(UNIT.target)))
    assert followed(replace(FILL, extracted=(line,), flags=("fuzzy",)), None, None, taken_back=True) is None


def test_what_another_article_approves_as_well_is_not_withdrawn():
    assert followed(FILL, None, MemoryHit(replace(UNIT, origin="b.po"), 1.0), taken_back=True) is None


def test_what_is_gone_with_its_article_stays_where_it_was_taken_over():
    assert followed(FILL, None, None, taken_back=False) is None


def test_a_translation_that_has_lost_or_torn_a_tag_is_taken_over_for_review():
    unit = MemoryUnit("et", "<a1>Ferry</a1> of <b2>it</b2>", "<a1>Praam</a1> <b2>sellest</b2>")
    asked = case("Ferry of it").asked
    assert not recall(MemoryHit(unit, 1.0), (), asked).fuzzy
    for torn in ("<a1>Praam</a1> sellest", "<a1>Praam <b2>sellest</a1></b2>"):
        assert recall(MemoryHit(replace(unit, target=torn), 1.0), (), asked).fuzzy
