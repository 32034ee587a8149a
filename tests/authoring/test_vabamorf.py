"""Estonian names of the newsroom, declined by Vabamorf; the right forms are written by hand."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.packages import needs_packages
from translate.authoring.languages import suggester_for

pytestmark = needs_packages("estnltk")


@pytest.fixture(scope="module")
def vabamorf():
    return suggester_for("et")


def forms(proposal, label):
    return [form.text for form in proposal.forms if form.label == label]


NAMES = [
    # base, kind, genitive, partitive, inessive, comitative
    ("Esimene stuudio", "title", "Esimese stuudio", "Esimest stuudiot", "Esimeses stuudios", "Esimese stuudioga"),
    ("Kaja Kallas", "person", "Kaja Kallase", "Kaja Kallast", "Kaja Kallases", "Kaja Kallasega"),
    ("Kursk", "place", "Kurski", "Kurskit", "Kurskis", "Kurskiga"),
    ("julgeolekuekspert", "common", "julgeolekueksperdi", "julgeolekueksperti", "julgeolekueksperdis",
     "julgeolekueksperdiga"),
    ("Vikerraadio", "org", "Vikerraadio", "Vikerraadiot", "Vikerraadios", "Vikerraadioga"),
    ("ICDS", "acronym", "ICDS-i", "ICDS-i", "ICDS-is", "ICDS-iga"),
    ("ETV", "acronym", "ETV", "ETV-d", "ETV-s", "ETV-ga"),
    ("NATO", "acronym", "NATO", "NATO-t", "NATO-s", "NATO-ga"),
    ("Aktuaalne kaamera", "title", "Aktuaalse kaamera", "Aktuaalset kaamerat", "Aktuaalses kaameras",
     "Aktuaalse kaameraga"),
    ("Eesti Konservatiivne Rahvaerakond", "org", "Eesti Konservatiivse Rahvaerakonna",
     "Eesti Konservatiivset Rahvaerakonda", "Eesti Konservatiivses Rahvaerakonnas",
     "Eesti Konservatiivse Rahvaerakonnaga"),
    ("Euroopa Liit", "org", "Euroopa Liidu", "Euroopa Liitu", "Euroopa Liidus", "Euroopa Liiduga"),
    ("Hanno Pevkur", "person", "Hanno Pevkuri", "Hanno Pevkurit", "Hanno Pevkuris", "Hanno Pevkuriga"),
    ("Indrek Kannik", "person", "Indrek Kanniku", "Indrek Kannikut", "Indrek Kannikus", "Indrek Kannikuga"),
    ("Donald Trump", "person", "Donald Trumpi", "Donald Trumpi", "Donald Trumpis", "Donald Trumpiga"),
    ("Jüri Ratas", "person", "Jüri Ratase", "Jüri Ratast", "Jüri Ratases", "Jüri Ratasega"),
    ("Liisu Lass", "person", "Liisu Lassi", "Liisu Lassi", "Liisu Lassis", "Liisu Lassiga"),
    ("Riigikogu", "org", "Riigikogu", "Riigikogu", "Riigikogus", "Riigikoguga"),
    ("Postimees", "org", "Postimehe", "Postimeest", "Postimehes", "Postimehega"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "kind", "expected"), [(base, kind, right) for base, kind, *right in NAMES])
def test_the_newsrooms_names_decline_as_the_newsroom_writes_them(vabamorf, base, kind, expected):
    proposal = vabamorf.suggest(base, kind)
    # An acronym is declined with a hyphen first, and then without.
    spellings = [dict.fromkeys((form, form.replace("-", "") if kind == "acronym" else form)) for form in expected]
    assert [forms(proposal, label) for label in ("gen", "part", "in", "kom")] == list(map(list, spellings))
    assert len({form.label for form in proposal.forms}) == 13


def test_an_adjective_stands_in_the_genitive_before_four_cases(vabamorf):
    proposal = vabamorf.suggest("Esimene stuudio", "title")
    assert [forms(proposal, label) for label in ("ter", "es", "ab", "kom")] == [
        ["Esimese stuudioni"], ["Esimese stuudiona"], ["Esimese stuudiota"], ["Esimese stuudioga"],
    ]  # fmt: skip


def test_the_short_illative_stands_beside_the_long_one(vabamorf):
    assert forms(vabamorf.suggest("Riigikogu", "org"), "ill") == ["Riigikogusse", "Riigikokku"]
    assert "Esimesse stuudiosse" in forms(vabamorf.suggest("Esimene stuudio", "title"), "ill")


def test_a_plural_stays_one(vabamorf):
    proposal = vabamorf.suggest("julgeolekueksperdid", "common")
    assert forms(proposal, "pl gen") == ["julgeolekuekspertide"]
    assert {form.label.split()[0] for form in proposal.forms} == {"pl"}


def test_an_acronym_is_also_declined_without_a_hyphen(vabamorf):
    assert forms(vabamorf.suggest("ERR", "acronym"), "in") == ["ERR-is", "ERRis"]


def test_capitals_inside_a_word_stay(vabamorf):
    assert forms(vabamorf.suggest("VikerRaadio", "org"), "in") == ["VikerRaadios"]


@pytest.mark.parametrize(
    ("base", "kind", "doubt"),
    [
        ("Trump", "person", "“Trump” is also a common noun (Trumbi), which an Estonian’s name may decline like"),
        ("Alar Karis", "person", "“Karis” may decline in several ways (Karise, Karisi); delete what is wrong"),
        (
            "Andrew Whyte",
            "person",
            "“Whyte” is spelt in a foreign way: if its last letter is silent, it takes endings as in Whyte’i",
        ),
        ("NATO", "", "“NATO” is declined as one that is read as a word; letter by letter its endings may differ"),
        ("Eesti 200", "org", "“Eesti 200” ends in a number; write its forms by hand"),
    ],
)
def test_the_reviewer_is_told_what_to_look_at(vabamorf, base, kind, doubt):
    assert vabamorf.suggest(base, kind).doubts == (doubt,)


@pytest.mark.parametrize("base", ["Eesti 200", "stuudiosse", "…", ""])
def test_what_is_no_base_form_gets_no_forms_and_a_reason(vabamorf, base):
    proposal = vabamorf.suggest(base, "")
    assert proposal.forms == ()
    assert proposal.doubts


def test_estnltk_around_vabamorf_is_not_imported(vabamorf):
    assert vabamorf.suggest("stuudio", "").forms
    assert "estnltk" not in sys.modules


@settings(max_examples=100)
@given(st.text("abdeiklmorstuõäöüšABDKSTÕ -’.0", max_size=20), st.sampled_from(["", "person", "acronym", "common"]))
def test_every_text_gets_labelled_forms_or_a_reason(vabamorf, base, kind):
    proposal = vabamorf.suggest(base, kind)
    assert proposal.forms or proposal.doubts
    assert all(form.label and form.text for form in proposal.forms)
