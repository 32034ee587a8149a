"""A phrase is looked up by its letters without capitals, and by their first word."""

import pytest

from translate.core.terms.phrases import keys_of


@pytest.mark.parametrize(
    ("spelling", "keys"),
    [
        ("Prime Minister", [("prime minister", "prime")]),
        ("U.S.", [("u.s.", "u")]),
        ("«Osoon»", [('"osoon"', '"')]),
        ("Õhtu", [("õhtu", "õhtu")]),
        ("Straße 7", [("straße 7", "straße"), ("strasse 7", "strasse")]),
        (" ", []),
    ],
)
def test_a_phrase_has_the_keys_of_its_letters_and_of_its_capitals(spelling, keys):
    assert list(keys_of(spelling)) == keys
