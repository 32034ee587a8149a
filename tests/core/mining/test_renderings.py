"""What the drafts have for a name."""

import pytest

from tests.core.mining.told import ENGLISH, passages
from translate.core.mining.known import KnownTerms
from translate.core.mining.ranking import candidates
from translate.core.mining.renderings import Drafts


def rendered(pairs, name, *, locale="et", same_script=True):
    """What drafts have for a name, and how many of them changed it."""
    there = passages(*(source for source, _ in pairs), drafts=tuple(draft for _, draft in pairs), locale=locale)
    (found,) = (one for one in candidates(there, ENGLISH, KnownTerms((), there)) if one.source == name)
    told = Drafts(locale, there, same_script=same_script).rendered(found)
    return {each.text: each.times for each in told.commonest}, told.changed, told.drafts


@pytest.mark.parametrize("draft", ["Nägime Laidurit.", "Nägime LAIDURIT.", "Nägime Laidur-laeva.", "Nägime Laidur’it."])
def test_a_name_with_an_ending_has_stayed(draft):
    assert rendered([("We saw Laidur.", draft)], "Laidur") == ({"Laidur": 1}, 0, 1)


def test_a_short_name_within_a_longer_word_has_not():
    assert rendered([("So Ri said.", "Riigi sõnul.")], "Ri") == ({}, 1, 1)
    assert rendered([("So Ri said.", "Ri’i sõnul.")], "Ri") == ({"Ri": 1}, 0, 1)


def test_a_name_that_is_something_else_in_most_drafts_is_called_so():
    pairs = [
        ("We saw Channel Two.", "Nägime Teist Kanalit täna."),
        ("It was Channel Two.", "See oli Teist Kanalit täna."),
        ("It was Kask.", "See oli Kask."),
    ]
    assert rendered(pairs, "Channel Two") == ({"Teist Kanalit": 2}, 2, 2)


def test_what_only_one_draft_has_is_no_rendering_that_anybody_knows():
    assert rendered([("We saw Channel Two.", "Nägime Teist Kanalit.")], "Channel Two") == ({}, 1, 1)


def test_what_most_drafts_have_anyway_is_no_rendering():
    pairs = [(f"We saw Channel Two {n}.", f"See on Eesti {n}.") for n in range(2)]
    pairs += [(f"It rains {n}.", f"See on Eesti kord {n}.") for n in range(3)]
    assert rendered(pairs, "Channel Two") == ({}, 2, 2)


def test_what_few_drafts_of_a_name_have_is_no_rendering():
    pairs = [(f"We saw Channel Two {n}.", "See on Teine Kanal." if n < 2 else f"See on see {n}.") for n in range(12)]
    pairs[1] = (pairs[1][0], "Nii on Teine Kanal.")
    assert rendered(pairs, "Channel Two")[0] == {}
    assert rendered(pairs[:8], "Channel Two")[0] == {"Teine Kanal": 2}


def test_another_name_of_the_same_text_is_no_rendering():
    pairs = [(f"We saw Channel Two with Kask {n}.", f"See on kanal ja Kask {n}.") for n in range(2)]
    assert rendered(pairs, "Channel Two") == ({}, 2, 2)


def test_forms_of_one_word_are_one_rendering():
    texts = ("Видели Лайдуру вчера.", "Это у Лайдура вчера.", "Там Лайдура вчера.", "Ей Лайдуру вчера.")
    pairs = [(f"We saw Laidur {n}.", draft) for n, draft in enumerate(texts)]
    assert rendered(pairs, "Laidur", locale="ru", same_script=False) == ({"Лайдура": 4}, 0, 4)


def test_in_a_script_of_its_own_what_most_drafts_do_not_have_is_changed():
    texts = ["Там Лайдур вчера."] * 3 + ["Там Паром вчера."] * 2
    pairs = [(f"We saw Laidur {n}.", f"{draft[:-1]} {n}.") for n, draft in enumerate(texts)]
    assert rendered(pairs, "Laidur", locale="ru", same_script=False) == ({"Лайдур": 3, "Паром": 2}, 2, 5)


def test_a_name_that_nobody_has_drafted_says_nothing():
    there = passages("We saw Laidur.")
    (found,) = candidates(there, ENGLISH, KnownTerms((), there))
    told = Drafts("et", there, same_script=True).rendered(found)
    assert (told.commonest, told.changed, told.drafts) == ((), 0, 0)
