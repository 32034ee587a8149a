import pytest

from tests.core.fake_engine import FERRY, HARBOUR, case
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import advice_lines, facts, flagged, recorded_terms, term_lines
from translate.core.entries.stamp import Stamp
from translate.core.terms.demands import TermOutcome

REPAIRED = "repaired: was “laevale”, margin 2.2, also “praami”"


@pytest.mark.parametrize(
    ("outcome", "line", "flag"),
    [
        (TermOutcome("ferry", "praam", "praam", "as is"), "ferry = praam [as is]", False),
        (TermOutcome("ferry", "praam", "Praam", "as is", "nom"), "ferry = Praam [as is]", False),
        (TermOutcome("ferry", "praam", "praami", "n-best 2", "gen"), "ferry = praami [inflected, n-best 2]", False),
        (TermOutcome("ferry", "praam", "leiger", "as is"), "ferry = leiger [other form, as is]", False),
        (
            TermOutcome("ferry", "praam", "praamile", REPAIRED, "all"),
            f"ferry = praamile [inflected, {REPAIRED}]",
            False,
        ),
        (TermOutcome("ferry", "praam", "praam", "inserted"), "ferry = praam [FLAG inserted]", True),
        (
            TermOutcome("ferry", "praam", "praami", "inserted, margin 0.3, also “praam”", "gen"),
            "ferry = praami [FLAG inflected, inserted, margin 0.3, also “praam”]",
            True,
        ),
        (TermOutcome("ferry", "praam", None, "as is"), "ferry = praam [FLAG missing]", True),
        (TermOutcome("ferry", "laevale", None, "as is", forbidden=True), "ferry ≠ laevale [FLAG forbidden]", True),
    ],
)
def test_a_line_says_what_became_of_a_term_and_whether_a_person_must_look(outcome, line, flag):
    assert term_lines([outcome]) == (f"Glossary: {line}",)
    assert flagged(Entry("x", extracted=(f"Glossary: {line}",))) is flag


def test_the_same_outcome_is_told_once_and_the_order_is_the_texts():
    praam, sadam = (TermOutcome(t.source, t.target, t.target, "as is") for t in (FERRY, HARBOUR))
    missing = TermOutcome("ferry", "praam", None, "as is")
    assert term_lines([sadam, praam, sadam, missing]) == (
        "Glossary: harbor = sadam [as is]",
        "Glossary: ferry = praam [as is]",
        "Glossary: ferry = praam [FLAG missing]",
    )


def test_advice_tells_what_is_asked_for_before_anybody_has_translated():
    asked = case("The ferry met a ferry in the harbor.", FERRY, HARBOUR).asked
    lines = advice_lines(asked)
    assert lines == ("Glossary: ferry = praam", "Glossary: harbor = sadam")
    assert not flagged(Entry("x", extracted=lines))


def test_facts_stand_in_their_order_and_terms_are_found_again():
    stamp = Stamp("fake 1", "00000000", "11111111")
    lines = facts(("Paragraph 1",), ("Glossary: ferry = praam [as is]",), stamp)
    assert lines == ("Paragraph 1", "Glossary: ferry = praam [as is]", str(stamp))
    assert recorded_terms(Entry("x", extracted=lines)) == ("Glossary: ferry = praam [as is]",)
    assert facts((), (), None) == ()


def test_a_flag_in_a_text_of_another_kind_is_no_flag():
    assert not flagged(Entry("x", extracted=("Paragraph 1 of “[FLAG missing]”",)))


def test_a_text_of_several_lines_is_quoted_in_one():
    lines = term_lines([TermOutcome("ferry", "praam", "suur\r\npraam", "as is")])
    assert facts((), lines, None) == ("Glossary: ferry = suur praam [other form, as is]",)
