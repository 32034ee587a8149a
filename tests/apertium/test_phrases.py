"""The words that agree with a phrase's head change with it, and the others stay."""

import pytest

from translate.apertium.phrases import changed, rewritten, stranger, with_capitals_of
from translate.apertium.readings import read

LA = "^la/el<det><def><f><sg>/prpers<prn><pro><p3><f><sg>$"
EL = "^el/el<det><def><m><sg>$"
AGUA = "^agua/agua<n><f><sg>$"
EXPERTO = "^experto/experto<n><m><sg>/experto<adj><m><sg>$"
JOVEN = "^joven/joven<adj><mf><sg>$"
FINO = "^fino/fino<adj><m><sg>$"
EN = "^en/en<pr>$"
MAR = "^mar/mar<n><m><sg>$"
Y = "^y/y<cnjcoo>$"
CRISIS = "^crisis/crisis<n><f><sp>$"
MINISTERIO = "^Ministerio de Defensa/Ministerio<n><m><sg># de defensa$"


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ([EXPERTO], {0: "experto<n><m><pl>"}),
        ([JOVEN, EXPERTO, FINO], {0: "joven<adj><mf><pl>", 1: "experto<n><m><pl>", 2: "fino<adj><m><pl>"}),
        ([EXPERTO, EN, MAR, FINO], {0: "experto<n><m><pl>"}),
        ([MAR, AGUA, FINO], {0: "mar<n><m><pl>"}),
        (
            [EXPERTO, JOVEN, Y, FINO],
            {0: "experto<n><m><pl>", 1: "joven<adj><mf><pl>", 3: "fino<adj><m><pl>"},
        ),
        ([EL, AGUA], {0: "el<det><def><f><pl>", 1: "agua<n><f><pl>"}),
        ([CRISIS], {0: "crisis<n><f><sp>"}),
        ([MINISTERIO], {0: "Ministerio<n><m><pl># de defensa"}),
        (["^dron/*dron$", FINO], {}),
        ([EXPERTO, "^dronero/*dronero$"], {}),
        ([EXPERTO, "^Kallas/*Kallas$"], {0: "experto<n><m><pl>"}),
        ([EXPERTO, EN, "^dron/*dron$"], {0: "experto<n><m><pl>"}),
        ([], {}),
    ],
)
def test_the_head_and_its_adjectives_go_into_the_plural(phrase, units):
    assert changed(read(" ".join(phrase)), number="pl") == units


def test_another_gender_is_asked_of_those_words_that_have_one():
    units = {0: "joven<adj><mf><sg>", 1: "experto<n><f><sg>", 2: "fino<adj><f><sg>"}
    assert changed(read(f"{JOVEN} {EXPERTO} {FINO}"), number="sg", gender="f") == units


def test_the_word_that_leaves_it_open_is_named():
    assert stranger(read(f"{EXPERTO} ^dronero/*dronero$ ^x/*x$")) == "dronero"
    assert stranger(read(f"{EXPERTO} {EN} ^x/*x$")) == ""


def test_what_stands_between_the_words_stays():
    words = read(f"{EXPERTO} {EN} {MAR}")
    assert rewritten("«experto», en  mar!", words, {0: "expertos"}.get) == "«expertos», en  mar!"
    assert rewritten("something else", words, {0: "expertos"}.get) is None


@pytest.mark.parametrize(
    ("text", "form", "written"),
    [
        ("Tribunal Supremo", "tribunales supremos", "Tribunales Supremos"),
        ("tribunal", "Tribunales", "Tribunales"),
        ("Del", "de los", "De los"),
    ],
)
def test_a_form_has_the_capitals_of_its_word(text, form, written):
    assert with_capitals_of(text, form) == written
