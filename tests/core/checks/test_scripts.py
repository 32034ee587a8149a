import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.scripts import check_scripts


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("aб", "“б” is Cyrillic and “a” is Latin"),
        ("бa", "“a” is Latin and “б” is Cyrillic"),
        ("aλ", "“λ” is Greek and “a” is Latin"),
        ("бλ", "“λ” is Greek and “б” is Cyrillic"),
        ("cдaб", "“д” is Cyrillic and “c” is Latin"),
        ("aбλ", "“λ” is Greek and “б” is Cyrillic and “a” is Latin"),
    ],
)
def test_a_word_of_two_alphabets_is_told_with_the_first_letter_of_each(word, told):
    assert sentences(check_scripts, "It", f"See {word} on") == [
        f"“{word}” mixes alphabets: {told}; type the word again"
    ]
    assert said(check_scripts, "It", f"See {word} on {word}") == [("mixed-alphabets", word)] * 2
    assert said(check_scripts, f"It {word}", f"See {word} on") == []


@pytest.mark.parametrize(
    "word", ["µm", "μm", "πr", "Δt", "kΩ", "õun", "паром", "λόγος", "日a", "aب", "б日", "a-б", "a б", "a1"]
)
def test_signs_and_other_letters_mix_with_any(word):
    assert said(check_scripts, "It", f"See õ {word} on") == []
