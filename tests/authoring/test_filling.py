"""Of the proposals only those are written that leave every other row as it was."""

from dataclasses import replace

import pytest

from translate.authoring.filling import cells_to_fill, without_refused, written
from translate.authoring.interface import Proposal
from translate.authoring.suggestions import FormsState, Sheet, Suggestion
from translate.core.terms.glossary import Form, Origin, Term
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
    (left,) = without_refused(BEFORE, replace(BEFORE, errors=(fault(2),)), (masculine,))
    assert (left.state, left.cells) == (FormsState.PROPOSED, {"gender": "masc"})
    after = replace(BEFORE, terms=(replace(BEFORE.terms[0], gender="masc"), BEFORE.terms[1]))
    assert [one.state for one in written(BEFORE, after, (left,))] == [FormsState.WRITTEN]
    (given_up,) = without_refused(BEFORE, replace(BEFORE, errors=(fault(2),)), (left,))
    assert given_up.state is FormsState.NOTHING


def test_forms_that_make_their_row_contradict_another_are_not_tried_again():
    after = replace(BEFORE, errors=(fault(2),))
    refused, other = without_refused(BEFORE, after, (KURSK, OMSK))
    assert other == OMSK
    assert (refused.state, refused.proposal) == (
        FormsState.NOTHING,
        Proposal((), ("not written, because then the row contradicts line 9",)),
    )


def test_a_fault_that_was_there_before_refuses_nothing():
    before = replace(BEFORE, errors=(fault(2),))
    assert without_refused(before, before, (KURSK,)) == (KURSK,)


def test_a_row_that_got_no_forms_and_breaks_stops_the_writing():
    after = replace(BEFORE, errors=(fault(7),))
    with pytest.raises(GlossaryError) as caught:
        without_refused(BEFORE, after, (KURSK,))
    assert str(caught.value) == "et.csv line 7: contradicts line 9; no forms were written"


def test_what_stands_in_the_file_is_told_to_be_written():
    after = with_forms(Kursk=KURSKI.forms)
    assert written(BEFORE, after, (KURSK, KEPT)) == (replace(KURSK, state=FormsState.WRITTEN), KEPT)


def test_a_file_that_says_something_else_afterwards_is_not_written():
    after = with_forms(Kursk=KURSKI.forms, Omsk=(Form("Omskis", "in"),))
    with pytest.raises(GlossaryError, match=r"et\.csv: cannot be rewritten without changing other cells"):
        written(BEFORE, after, (KURSK,))
