"""Of the proposals only those are written that leave every other row as it was."""

from dataclasses import replace

import pytest

from translate.authoring.filling import cells_to_fill, without_refused, written
from translate.authoring.interface import Proposal
from translate.authoring.suggestions import FormsState, Sheet, Suggestion
from translate.core.terms.glossary import Action, Form, Origin, Term
from translate.errors import GlossaryError

KURSKI = Proposal((Form("Kurski", "gen"),))
KURSK = Suggestion("Kursk", "Kursk", "like Minsk", KURSKI, FormsState.PROPOSED, 2)
OMSK = Suggestion("Omsk", "Omsk", "like Minsk", Proposal((Form("Omski", "gen"),)), FormsState.PROPOSED, 3)
KEPT = replace(OMSK, state=FormsState.FILLED)
LOOSE = replace(OMSK, state=FormsState.LOOSE, line=None)
BEFORE = Sheet(
    "et.csv",
    (Term("Kursk", "Kursk", origin=Origin("et.csv", 2)), Term("Omsk", "Omsk", origin=Origin("et.csv", 3))),
    (),
    {2: {}, 3: {}},
)


def with_forms(**forms):
    return replace(BEFORE, terms=tuple(replace(t, forms=forms.get(t.source, ())) for t in BEFORE.terms))


def fault(line, message="contradicts line 9"):
    return GlossaryError(message, path="et.csv", line=line)


def breaking(line, *causes):
    """Reads a file of which a row cannot be used with the forms of all the causes in it."""

    def sheet_with(some):
        there = {s.line for s in some if s.proposal.forms}
        return replace(BEFORE, errors=(fault(line),)) if there.issuperset(causes) else BEFORE

    return sheet_with


def of_rows(*lines):
    return tuple(replace(KURSK, line=line) for line in lines)


def test_only_what_is_proposed_for_a_row_is_written():
    assert cells_to_fill((KURSK, KEPT, LOOSE)) == {"gender": {}, "forms": {2: "gen=Kurski"}}


def test_each_empty_cell_is_filled_and_what_a_person_wrote_stays():
    masculine = replace(KURSK, proposal=replace(KURSKI, gender="masc"))
    assert cells_to_fill((masculine, replace(masculine, line=3, filled=("forms",)))) == {
        "gender": {2: "masc", 3: "masc"},
        "forms": {2: "gen=Kurski"},
    }


def test_a_gender_is_written_though_its_forms_are_refused():
    masculine = replace(KURSK, proposal=replace(KURSKI, gender="masc"))
    (left,) = without_refused(BEFORE, replace(BEFORE, errors=(fault(2),)), (masculine,), breaking(2, 2))
    assert (left.state, left.cells) == (FormsState.PROPOSED, {"gender": "masc"})
    after = replace(BEFORE, terms=(replace(BEFORE.terms[0], gender="masc"), BEFORE.terms[1]))
    assert [one.state for one in written(BEFORE, after, (left,))] == [FormsState.WRITTEN]
    (given_up,) = without_refused(BEFORE, replace(BEFORE, errors=(fault(2),)), (left,), breaking(2))
    assert given_up.state is FormsState.NOTHING


def test_forms_that_make_their_row_contradict_another_are_not_tried_again():
    after = replace(BEFORE, errors=(fault(2),))
    refused, other = without_refused(BEFORE, after, (KURSK, OMSK), breaking(2, 2))
    assert other == OMSK
    assert (refused.state, refused.proposal) == (
        FormsState.NOTHING,
        Proposal((), ("not written, because then the row contradicts line 9",)),
    )


def test_a_fault_that_was_there_before_refuses_nothing():
    before = replace(BEFORE, errors=(fault(2),))
    assert without_refused(before, before, (KURSK,), breaking(7)) == (KURSK,)


@pytest.mark.parametrize("line", [9, 4], ids=["a row without a proposal", "a row with one"])
def test_forms_that_make_another_row_unusable_are_left_out_alone(line):
    all_rows, sheet_with = of_rows(2, 3, 4, 5, 6), breaking(line, 3)
    left = without_refused(BEFORE, sheet_with(all_rows), all_rows, sheet_with)
    doubt = f"not written, because then line {line} contradicts line 9"
    refused = replace(all_rows[1], state=FormsState.NOTHING, proposal=Proposal((), (doubt,)))
    assert left == (all_rows[0], refused, *all_rows[2:])


@pytest.mark.parametrize("cause", [2, 3, 4, 5, 6])
def test_the_cause_is_found_wherever_it_stands(cause):
    all_rows, sheet_with = of_rows(2, 3, 4, 5, 6), breaking(9, cause)
    left = without_refused(BEFORE, sheet_with(all_rows), all_rows, sheet_with)
    assert [s.line for s in left if s.state is FormsState.NOTHING] == [cause]


def test_of_forms_that_break_a_row_together_the_last_ones_are_left_out():
    all_rows, sheet_with = of_rows(2, 3, 4, 5, 6), breaking(9, 3, 5)
    left = without_refused(BEFORE, sheet_with(all_rows), all_rows, sheet_with)
    assert [s.line for s in left if s.state is FormsState.NOTHING] == [5]
    assert without_refused(BEFORE, sheet_with(left), left, sheet_with) == left


def test_what_stands_in_the_broken_row_itself_is_looked_at_first():
    ban = Term("", "Omski", Action.FORBID, origin=Origin("et.csv", 9_999))
    before, readings = replace(BEFORE, terms=(*BEFORE.terms, ban)), []
    all_rows, sheet_with = (*of_rows(2), OMSK, *of_rows(*range(4, 4_098))), breaking(9_999, 3)

    def counted(some):
        readings.append(len(some))
        return sheet_with(some)

    left = without_refused(before, sheet_with(all_rows), all_rows, counted)
    assert [s.line for s in left if s.state is FormsState.NOTHING] == [3]
    assert len(readings) == 1


def test_among_thousands_the_cause_is_found_in_a_dozen_readings():
    all_rows, sheet_with, readings = of_rows(*range(2, 4_098)), breaking(9_999, 1_234), []

    def counted(some):
        readings.append(len(some))
        return sheet_with(some)

    without_refused(BEFORE, sheet_with(all_rows), all_rows, counted)
    assert len(readings) <= 12


def test_what_stands_in_the_file_is_told_to_be_written():
    after = with_forms(Kursk=KURSKI.forms)
    assert written(BEFORE, after, (KURSK, KEPT)) == (replace(KURSK, state=FormsState.WRITTEN), KEPT)


def test_a_row_that_the_forms_make_usable_changes_no_other():
    after = with_forms(Kursk=KURSKI.forms)
    cured = Term("Oskol", "Oskol", forms=(Form("Oskoli", "gen"),), origin=Origin("et.csv", 4))
    after = replace(after, terms=(*after.terms, cured))
    assert [s.state for s in written(BEFORE, after, (KURSK,))] == [FormsState.WRITTEN]


def test_a_file_that_says_something_else_afterwards_is_not_written():
    after = with_forms(Kursk=KURSKI.forms, Omsk=(Form("Omskis", "in"),))
    with pytest.raises(GlossaryError, match=r"et\.csv: cannot be rewritten without changing other cells"):
        written(BEFORE, after, (KURSK,))
