"""A text is cut into what no tag may part."""

import pytest

from translate.core.placing.units import Units


def cut(text):
    units = Units.of(text)
    return [text[slice(*span)] for span in units.spans]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", []),
        ("The ferry, it left.", ["The", "ferry", ",", "it", "left", "."]),
        ("don’t run the URL-id", ["don’t", "run", "the", "URL-id"]),
        ("Shift-klahv", ["Shift", "-", "klahv"]),
        ("See err.ee/x, %1 and $5", ["See", "err.ee/x", ",", "%1", "and", "$5"]),
        ("It is 3.5 at 12:30, v2.3.1 of 1,250", ["It", "is", "3.5", "at", "12:30", ",", "v2.3.1", "of", "1,250"]),
        ("&brand; & &File; x.5 5.", ["&brand;", "&", "&File;", "x", ".", "5", "5", "."]),
        ("遅い", ["遅", "い"]),
        ("a\u00a0b\u200bc", ["a", "b", "\u200b", "c"]),
    ],
)
def test_words_and_identifiers_are_whole_and_marks_alone(text, units):
    assert cut(text) == units


@pytest.mark.parametrize(
    "one",
    ["e\u0301", "x\u20d7", "Vana\u00adema", "می\u200cخواهم", "हिन्दी", "സ്വാഗതം", "1\ufe0f\u20e3"],
)
def test_a_word_keeps_its_signs_and_what_does_not_print_in_it(one):
    units = Units.of(f"“{one}”")
    assert (cut(f"“{one}”"), units.words) == (["“", one, "”"], (False, True, False))


@pytest.mark.parametrize(
    "one", ["👩\u200d👩\u200d👧", "👍🏽", "❤\ufe0f", "🇪🇪", "🏴\U000e0067\U000e0062\U000e007f", "(\u0301", "\u0301"]
)
def test_what_is_one_character_to_a_reader_is_one_mark(one):
    units = Units.of(f" {one} {one}")
    assert (cut(f" {one} {one}"), any(units.words)) == ([one, one], False)


def test_two_flags_side_by_side_are_two():
    assert cut("🇪🇪🇫🇮") == ["🇪🇪", "🇫🇮"]


def test_a_number_is_known_again_however_its_digits_are_parted():
    assert Units.of("3.5 12:30 3.5m x.y").names == Units.of("3,5 12.30 3,5M X.y").names


def test_offsets_lead_to_the_units_that_they_touch():
    units = Units.of("The ferry left.")
    assert [units.touched(*span) for span in [(0, 3), (3, 4), (5, 6), (4, 15), (15, 15)]] == [
        (0, 1), (1, 1), (1, 2), (1, 4), (4, 4),
    ]  # fmt: skip
    assert [units.gap(at) for at in (0, 1, 3, 4, 15)] == [0, 1, 1, 1, 4]
    assert [units.is_spaced(gap) for gap in range(5)] == [True, True, True, False, True]
