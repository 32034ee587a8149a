"""Running text is told from names and titles by its small words."""

from translate.core.text.prose import is_prose


def test_three_words_in_small_letters_make_prose():
    assert is_prose(["The", "ferry", "left", "late"])
    assert not is_prose(["The", "ferry", "left"])


def test_names_titles_and_numbers_are_none():
    assert not is_prose(["Kaja", "Kallas", "NATO", "2026", "de", "la"])
    assert not is_prose([])


def test_any_three_words_in_small_letters_are_enough_and_two_are_not():
    assert is_prose(["a", "B", "c", "D", "e"])
    assert not is_prose(["a", "B", "c", "D"])
