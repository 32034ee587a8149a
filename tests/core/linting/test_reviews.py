"""The day of a review is told, however an editor writes it."""

import pytest

from translate.core.linting.reviews import day_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("mk 5.3.2024", "2024-03-05"),
        ("05. 03. 2024, mk", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("3/5/2024", "2024"),
        ("mk", ""),
        ("yes", ""),
        ("ticket 120245", ""),
        ("", ""),
    ],
)
def test_a_day_is_read(text, day):
    assert day_of(text) == day
