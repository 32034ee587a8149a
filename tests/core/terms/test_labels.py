"""A label says which form it is, in newsdesk's spelling and in those that glossaries from elsewhere have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.authoring import pymorphy, vabamorf
from translate.core.terms.labels import LABELS, NOMINATIVE, PLURAL_NOMINATIVE, Label, canonical, fault_of_label, read
from translate.languages.loading import load_languages

WRITTEN = [*LABELS, "pl", *(f"pl {label}" for label in LABELS)]


@pytest.mark.parametrize("label", WRITTEN)
def test_newsdesks_own_labels_are_known_and_stay_as_they_are(label):
    assert (canonical(label), fault_of_label(label)) == (label, None)


def test_what_newsdesk_itself_writes_are_its_own_labels():
    proposed = {*vabamorf.CASES, *(label for cases in pymorphy.CASES.values() for label in cases)}
    stored = {
        form.label
        for language in load_languages()
        for word in (*language.stand_ins, *language.voters)
        for form in word.forms
    }
    assert stored
    assert proposed | stored <= set(WRITTEN)


@pytest.mark.parametrize(
    ("label", "own"),
    [
        ("ine", "in"),
        ("sg.in", "in"),
        ("sg in", "in"),
        ("sg gen", "gen"),
        ("Ine|Sing", "in"),
        ("Sing|Ine", "in"),
        ("Case=Ine|Number=Sing", "in"),
        ("Animacy=Inan|Case=Acc|Number=Plur", "pl acc"),
        ("Sg+Par", "part"),
        ("sg p", "part"),
        ("sg adt", "ill"),
        ("PL GEN", "pl gen"),
        ("gen.", "gen"),
        ("gen2", "gen"),
        ("gen-2", "gen"),
        ("inessive plural", "pl in"),
        ("loct", "loc"),
        ("com", "kom"),
        ("Gender=Com", "common"),
        ("fem pl", "pl fem"),
        ("sg", "sg"),
        ("Sup", "sup"),
    ],
)
def test_other_spellings_are_understood(label, own):
    assert canonical(label) == own
    assert (canonical(own), fault_of_label(label)) == (own, None)
    assert read(label) == read(own) is not None


def test_a_label_tells_a_place_among_the_forms_of_a_word():
    assert read("in") == Label("sg", "in")
    assert read("pl fem def") == Label("pl", "nom", "fem", "def")
    assert (read("sg"), read("nom"), read("pl"), read("pl nom")) == (NOMINATIVE,) * 2 + (PLURAL_NOMINATIVE,) * 2


def test_a_gender_alone_tells_no_number():
    assert read("fem") == Label("", "nom", "fem")


def test_the_case_that_russians_and_ukrainians_call_otherwise_is_the_same():
    assert read("prp") == read("loc") == read("Case=Loc")


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        ("inness", "is unknown and was not read; did you mean “in”?"),
        ("pl inness", "is unknown and was not read; did you mean “pl in”?"),
        ("Case=Inn|Number=Plur", "is unknown and was not read; did you mean “pl in”?"),
        ("genitiv", "is unknown and was not read; did you mean “gen”?"),
        ("Case=Sing", "is unknown and was not read; did you mean “in”?"),
        ("gen part", "says two things at once and was not read; write the form once for each of them"),
        ("sg pl", "says two things at once and was not read; write the form once for each of them"),
    ],
)
def test_an_unknown_label_is_told_with_what_may_be_meant(label, fault):
    assert fault_of_label(label) == fault
    assert (read(label), canonical(label)) == (None, label)


@pytest.mark.parametrize("label", ["kaasav", "2", "Aspect=Perf", "pl kaasav"])
def test_where_nothing_is_alike_the_labels_are_listed(label):
    fault = fault_of_label(label)
    assert fault.startswith("is unknown and was not read; there is: nom, gen, part, ")
    assert fault.endswith(", indef, and pl before them for the plural")


@given(
    st.text(max_size=12) | st.lists(st.sampled_from(["pl", "Case=", "gen", "in", "ess", " ", "|", "."])).map("".join)
)
def test_every_label_is_known_or_has_a_fault_and_newsdesks_spelling_is_final(label):
    assert (read(label) is None) == (fault_of_label(label) is not None)
    assert canonical(canonical(label)) == canonical(label)
    assert read(canonical(label)) == read(label)
