import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.directions import check_directions

REORDERS = "shows the letters behind it in another order than they have"
TURNS = "turns the direction of all that follows"


def rules(source, target, locale="et"):
    return [rule for rule, _ in said(check_directions, source, target, locale=locale)]


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("On \u202emlük", f"U+202E behind “On” {REORDERS}; delete it"),
        ("\u202dOn\u202c külm", f"U+202D at the beginning {REORDERS}; delete it"),
        ("On, \u202bkülm", f"U+202B behind “On” {TURNS}, since no U+202C ends it; delete it"),
        ("On \u2067külm", f"U+2067 behind “On” {TURNS}, since no U+2069 ends it; delete it"),
    ],
)
def test_what_turns_a_line_around_is_told_with_its_place(target, sentence):
    assert sentences(check_directions, "It is cold", target) == [sentence]
    ((rule, shown),) = said(check_directions, "It is cold", target)
    assert (rule, f"U+{ord(shown):04X}") == ("direction", sentence[:6])


@pytest.mark.parametrize(
    "left_open",
    ["\u2066a", "\u2067a\u202c", "\u202aa\u2069", "\u2066a\u2066b\u2069", "\u2068a\u202b\u2066\u202cb\u2069c"],
)
def test_a_part_of_a_line_ends_with_its_own_mark_and_within_its_own_part(left_open):
    assert rules("Cold", left_open) == ["direction"]


@pytest.mark.parametrize(
    "closed",
    [
        "\u2067ערד\u2069 on linn", "\u202bערד\u202c on linn", "\u2068a\u2067b\u2069\u2069", "\u2066a\u202bb\u2069c",
        "a\u202c b\u2069",
    ],
)  # fmt: skip
def test_parts_that_end_and_ends_of_nothing_turn_nothing(closed):
    assert rules("Cold", closed) == []


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("ar", "\u200fقالت BBC\u200f إنها \u2066(Press)\u2069 \u061cنعم"),
        ("he", "הוא אמר: \u200e+372 5555\u200e"),
        ("fa", "می\u200cشود، \u200dنمی\u200cخواهم"),
        ("hi", "क्\u200dष और क्\u200cष"),
        ("fr", "Il dit\u00a0: «\u202foui\u202f»\u00a0!"),
        ("de", "Donau\u00addampf\u00adschiff"),
        ("et", "👩‍👩‍👧 ja 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f ❤️"),
    ],
)
def test_how_languages_and_pictures_are_written_is_no_finding(locale, target):
    assert rules("He said", target, locale) == []
    assert rules(target, "He said", locale) == []


@pytest.mark.parametrize(
    "character", ["\u2028", "\u2029", "\x85", "\x9b", "\x1b", "\x00", "\u206a", "\ufff9", "\U000e0041"]
)
def test_what_only_machines_see_is_told_where_the_source_has_it_not(character):
    code = f"U+{ord(character):04X}"
    assert sentences(check_directions, "It", f"On{character}külm") == [
        f"{code} behind “On” is seen by machines only; delete it"
    ]
    assert sentences(check_directions, f"It{character}is", f"On{character}külm") == [
        f"in the source, {code} behind “It” is seen by machines only; mend the article"
    ]


@pytest.mark.parametrize("character", ["\n", "\v", "\u200b", "\u2060", "\ufeff", "\t"])
def test_what_another_check_tells_is_not_told_twice(character):
    assert rules("It", f"On{character}külm") == []


def test_of_many_the_first_is_told():
    assert rules("It", "a\u2028b\u2029c\u202ed\u2067e") == ["direction", "hidden"]


def test_the_source_is_told_of_once_and_a_translation_that_has_the_same_is_not():
    assert rules("It \u202esi cold", "On \u202emlük") == ["source-direction"]
    assert rules("It \u202esi cold", "On \u2067külm") == ["source-direction", "direction"]
    assert sentences(check_directions, "It \u202esi cold", "On külm") == [
        f"in the source, U+202E behind “It” {REORDERS}; mend the article"
    ]
