"""Numbers with their nouns."""

import pytest

from translate.reports.counting import count


@pytest.mark.parametrize(
    ("number", "noun", "told"),
    [
        (0, ("text",), "0 texts"),
        (1, ("text",), "1 text"),
        (2000, ("PO file",), "2,000 PO files"),
        (1, ("entry", "entries"), "1 entry"),
        (3, ("entry", "entries"), "3 entries"),
    ],
)
def test_one_is_one_and_everything_else_is_many(number, noun, told):
    assert count(number, *noun) == told
