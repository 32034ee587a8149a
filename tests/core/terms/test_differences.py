"""Two versions of a glossary differ in rows, and a row in what it says; where it stands is no difference."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.terms.differences import Change, Detail, Kind, differences
from translate.core.terms.glossary import Action, Form, Match, Origin, Require, Term

STUDIO = Term("Esimene stuudio", "Esimene stuudio", Action.INFLECT, forms=(Form("Esimese stuudio", "gen"),))
FERRY = Term("ferry", "praam", variants=("ferries",), note="by Mari", origin=Origin("glossaries/et.csv", 3))
BAN = Term("captain", "pealik", Action.FORBID)
EVERYWHERE = Term("", "kurat", Action.FORBID)
GLOSSARY = (STUDIO, FERRY, BAN, EVERYWHERE)


def test_where_rows_stand_is_no_difference():
    moved = tuple(replace(term, origin=Origin("glossaries/all.csv", 90)) for term in reversed(GLOSSARY))
    assert differences(GLOSSARY, moved) == ()


def test_rows_that_come_and_go_are_told_those_that_go_last():
    harbour = Term("harbour", "sadam")
    assert differences((BAN, FERRY), (FERRY, harbour)) == (
        Change("harbour", None, harbour, (Kind.ADDED,)),
        Change("captain", BAN, None, (Kind.REMOVED,)),
    )


@pytest.mark.parametrize(
    ("now", "kinds"),
    [
        (replace(FERRY, target="parvlaev"), (Kind.TARGET,)),
        (replace(FERRY, forms=(Form("praami", "gen"),)), (Kind.FORMS,)),
        (replace(FERRY, action=Action.OFF), (Kind.RULES,)),
        (replace(FERRY, kind="common"), (Kind.RULES,)),
        (replace(FERRY, gender="fem"), (Kind.RULES,)),
        (replace(FERRY, article=False), (Kind.RULES,)),
        (replace(FERRY, match=Match.ANY), (Kind.RULES,)),
        (replace(FERRY, variants=()), (Kind.RULES,)),
        (replace(FERRY, forbid=("laev",)), (Kind.RULES,)),
        (replace(FERRY, require=Require.WARN), (Kind.RULES,)),
        (replace(FERRY, note=""), (Kind.NOTES,)),
        (replace(FERRY, reviewed="Mari, May"), (Kind.NOTES,)),
        (replace(FERRY, reviewed="Mari", match=Match.ANY, target="x"), (Kind.TARGET, Kind.RULES, Kind.NOTES)),
    ],
)
def test_a_row_is_told_with_what_it_was_and_what_kind_of_change_it_is(now, kinds):
    assert differences(GLOSSARY, (STUDIO, now, BAN, EVERYWHERE)) == (Change("ferry", FERRY, now, kinds),)


def test_every_field_of_a_term_that_a_row_can_set_is_compared():
    """A new one must be put into `_COLUMNS`, and have a line above."""
    told = {field for field in Term.__dataclass_fields__ if field not in {"source", "origin", "undecided"}}
    assert told == {
        "target", "action", "kind", "match", "variants", "forms", "forbid", "require", "note", "reviewed", "gender",
        "article",
    }  # fmt: skip


def test_what_only_people_read_is_known_as_that():
    only, more = replace(FERRY, note="by Jaan"), replace(FERRY, note="by Jaan", target="laev")
    assert [change.only_notes for now in (only, more) for change in differences((FERRY,), (now,))] == [True, False]


def test_a_ban_with_another_target_is_another_row_and_so_is_one_that_holds_for_every_text():
    chief, curse = replace(BAN, target="ülem"), replace(EVERYWHERE, target="pagan")
    assert [change.kinds for change in differences((BAN, EVERYWHERE), (chief, curse))] == [
        (Kind.ADDED,), (Kind.ADDED,), (Kind.REMOVED,), (Kind.REMOVED,),
    ]  # fmt: skip


def test_a_ban_of_every_text_that_is_switched_off_is_one_row():
    off = replace(EVERYWHERE, action=Action.OFF)
    assert differences((EVERYWHERE,), (off,)) == (Change("", EVERYWHERE, off, (Kind.RULES,)),)


def test_of_rows_with_one_source_each_is_compared_with_its_like():
    exact, free = Term("ERR", "ERR", match=Match.EXACT), Term("ERR", "eksima", match=Match.ANY)
    assert differences((exact, free), (free, exact)) == ()
    changed, kept = replace(free, target="eksib"), replace(exact, note="kept")
    assert [change.old for change in differences((exact, free), (changed, kept))] == [free, exact]
    assert differences((exact, free), (changed, exact)) == (Change("ERR", free, changed, (Kind.TARGET,)),)
    assert differences((exact, free), (free,)) == (Change("ERR", exact, None, (Kind.REMOVED,)),)


def test_forms_are_told_by_their_labels():
    new = replace(STUDIO, forms=(Form("Esimeses stuudios", "in"), Form("Esimese Stuudio", "gen"), Form("Esimest")))
    (change,) = differences((STUDIO,), (new,))
    assert change.details == (
        Detail("forms", "", "", "Esimest"),
        Detail("forms", "gen", "Esimese stuudio", "Esimese Stuudio"),
        Detail("forms", "in", "", "Esimeses stuudios"),
    )


def test_cells_are_told_as_a_glossary_has_them():
    new = replace(FERRY, variants=("ferries", "boat"), article=True, note="", match=Match.EXACT)
    (change,) = differences((FERRY,), (new,))
    assert change.details == (
        Detail("article", was="", now="yes"),
        Detail("match", was="smart", now="exact"),
        Detail("variants", was="ferries", now="ferries; boat"),
        Detail("note", was="by Mari", now=""),
    )


def test_of_a_row_that_was_added_all_cells_are_told():
    (change,) = differences((), (Term("harbour", "sadam"),))
    assert [(detail.column, detail.now) for detail in change.details] == [
        ("source", "harbour"), ("target", "sadam"), ("action", "translate"), ("match", "smart"), ("require", "all"),
    ]  # fmt: skip


terms = st.builds(
    Term,
    st.sampled_from(("", "ferry", "ERR")),
    st.sampled_from(("praam", "laev")),
    st.sampled_from(Action),
    match=st.sampled_from((Match.EXACT, Match.ANY)),
    forms=st.lists(st.builds(Form, st.sampled_from("ab"), st.sampled_from(("", "gen"))), max_size=2).map(tuple),
    note=st.sampled_from(("", "x")),
)
glossaries = st.lists(terms, max_size=6)


@given(glossaries, st.randoms())
def test_in_another_order_nothing_differs(terms, random):
    shuffled = [*terms]
    random.shuffle(shuffled)
    assert differences(terms, shuffled) == ()


@given(glossaries, glossaries)
def test_the_changes_make_one_version_of_the_other(old, new):
    left = [*old]
    changes = differences(old, new)
    for change in changes:
        if change.old:
            left.remove(change.old)
    left += [change.new for change in changes if change.new]
    assert sorted(map(repr, left)) == sorted(map(repr, new))


@given(glossaries, glossaries)
def test_the_way_back_is_the_same_changes_turned_around(old, new):
    there, back = differences(old, new), differences(new, old)
    assert len(there) == len(back)
    assert sorted(map(repr, (c.old for c in there))) == sorted(map(repr, (c.new for c in back)))
