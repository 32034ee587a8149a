"""Estonian names of the newsroom, declined by Vabamorf; the right forms are written by hand."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.packages import needs_packages
from translate.authoring.interface import Proposal
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
    assert len({form.label for form in proposal.forms if not form.label.startswith("pl ")}) == 13


def test_an_adjective_stands_in_the_genitive_before_four_cases(vabamorf):
    proposal = vabamorf.suggest("Esimene stuudio", "title")
    assert [forms(proposal, label) for label in ("ter", "es", "ab", "kom")] == [
        ["Esimese stuudioni"], ["Esimese stuudiona"], ["Esimese stuudiota"], ["Esimese stuudioga"],
    ]  # fmt: skip


def test_the_short_illative_stands_before_the_long_one_unless_it_is_another_case_too(vabamorf):
    assert forms(vabamorf.suggest("Riigikogu", "org"), "ill") == ["Riigikokku", "Riigikogusse"]
    assert forms(vabamorf.suggest("fail", "common"), "ill") == ["failisse", "faili"]
    assert "Esimesse stuudiosse" in forms(vabamorf.suggest("Esimene stuudio", "title"), "ill")


def test_a_common_noun_has_every_case_of_its_plural(vabamorf):
    proposal = vabamorf.suggest("lehekülg", "common")
    cases = ["gen", "part", "ill", "in", "el", "all", "ad", "abl", "tr", "ter", "es", "ab", "kom"]
    assert list(dict.fromkeys(form.label for form in proposal.forms)) == [
        *cases, "pl nom", *(f"pl {case}" for case in cases)
    ]  # fmt: skip
    assert forms(proposal, "pl part") == ["lehekülgi", "lehekülgesid"]


def test_of_parallel_forms_the_commonest_comes_first(vabamorf):
    assert forms(vabamorf.suggest("raamat", "common"), "pl in") == ["raamatutes", "raamatuis"]


PHRASES = [
    # base, genitive, inessive, comitative, plural nominative, plural genitive, plural comitative
    ("uus tabel", "uue tabeli", "uues tabelis", "uue tabeliga", "uued tabelid", "uute tabelite", "uute tabelitega"),
    ("ühendatud lahter", "ühendatud lahtri", "ühendatud lahtris", "ühendatud lahtriga", "ühendatud lahtrid",
     "ühendatud lahtrite", "ühendatud lahtritega"),
    ("eri keel", "eri keele", "eri keeles", "eri keelega", "eri keeled", "eri keelte", "eri keeltega"),
    ("oma kodu", "oma kodu", "oma kodus", "oma koduga", "oma kodud", "oma kodude", "oma kodudega"),
    ("töötav programm", "töötava programmi", "töötavas programmis", "töötava programmiga", "töötavad programmid",
     "töötavate programmide", "töötavate programmidega"),
    ("lehe nimi", "lehe nime", "lehe nimes", "lehe nimega", "lehe nimed", "lehe nimede", "lehe nimedega"),
    ("uus avatud aken", "uue avatud akna", "uues avatud aknas", "uue avatud aknaga", "uued avatud aknad",
     "uute avatud akende", "uute avatud akendega"),
    ("fail ja kaust", "faili ja kausta", "failis ja kaustas", "faili ja kaustaga", "failid ja kaustad",
     "failide ja kaustade", "failide ja kaustadega"),
    ("saade „Esimene stuudio“", "saate „Esimene stuudio“", "saates „Esimene stuudio“", "saatega „Esimene stuudio“",
     "saated „Esimene stuudio“", "saadete „Esimene stuudio“", "saadetega „Esimene stuudio“"),
    ("raamatute kogu", "raamatute kogu", "raamatute kogus", "raamatute koguga", "raamatute kogud", "raamatute kogude",
     "raamatute kogudega"),
    ("PDF-fail", "PDF-faili", "PDF-failis", "PDF-failiga", "PDF-failid", "PDF-failide", "PDF-failidega"),
    ("PDF", "PDF-i", "PDF-is", "PDF-iga", "PDF-id", "PDF-ide", "PDF-idega"),
    ("CD", "CD", "CD-s", "CD-ga", "CD-d", "CD-de", "CD-dega"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "expected"), [(base, right) for base, *right in PHRASES])
def test_of_the_words_of_a_phrase_those_decline_that_do_in_estonian(vabamorf, base, expected):
    proposal = vabamorf.suggest(base, "common")
    labels = ("gen", "in", "kom", "pl nom", "pl gen", "pl kom")
    assert [forms(proposal, label)[0] for label in labels] == expected


def test_a_number_behind_a_word_stays(vabamorf):
    assert forms(vabamorf.suggest("versioon 5", "common"), "in") == ["versioonis 5"]


@pytest.mark.parametrize("base", ["valitud", "ise tehtud", "kadunud", "eri"])
def test_a_term_that_ends_in_a_word_that_does_not_decline_does_not_change(vabamorf, base):
    assert vabamorf.suggest(base, "common") == Proposal((), changes=False)


@pytest.mark.parametrize("base", ["internet", "iga päev", "Madrid"])
def test_a_plural_that_the_dictionary_does_not_have_in_full_is_not_proposed(vabamorf, base):
    assert {form.label for form in vabamorf.suggest(base, "").forms if form.label.startswith("pl ")} == set()


@pytest.mark.parametrize("base", ["Ühinenud Rahvad", "Ameerika Ühendriigid", "avatud andmed", "podcastid"])
def test_a_plural_gets_the_cases_of_the_plural_alone(vabamorf, base):
    proposal = vabamorf.suggest(base, "")
    assert {form.label[:3] for form in proposal.forms} == {"pl "}
    assert forms(proposal, "pl gen") == [
        {"Ühinenud Rahvad": "Ühinenud Rahvaste", "Ameerika Ühendriigid": "Ameerika Ühendriikide",
         "avatud andmed": "avatud andmete", "podcastid": "podcastite"}[base]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "inessive"),
    [
        ("Eesti ja Läti piir", "Eesti ja Läti piiris"),
        ("maa ja vee instituut", "maa ja vee instituudis"),
    ],
)
def test_a_genitive_before_and_is_no_word_of_its_own(vabamorf, base, inessive):
    assert forms(vabamorf.suggest(base, "org"), "in") == [inessive]


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


@pytest.mark.parametrize("base", ["Eesti 200", "stuudiosse", "Wi-Fi", "…", ""])
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
