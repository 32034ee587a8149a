import sys

import pytest

from translate.errors import EngineError
from translate.workers import versions

OWN = {"Python": "3.11", "distributed": "2026.8.0", "newsdesk": "1.0"}


def test_what_carries_units_is_told_beside_what_makes_drafts() -> None:
    told = versions.told(lambda: {"newsdesk": "1.0"})
    assert told["newsdesk"] == "1.0"
    assert told["Python"] == ".".join(map(str, sys.version_info[:2]))
    assert {"dask", "distributed", "msgpack", "tornado"} <= told.keys()


def test_the_last_number_of_pythons_version_makes_no_difference() -> None:
    assert versions.packages({"python": "3.11.7.final.0", "dask": None}) == {"Python": "3.11", "dask": "none"}


NO_MODULE = "its newsdesk is missing, or another (No module named 'translate')"


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (OWN, ""),
        (OWN | {"newsdesk": "0.9"}, "newsdesk 0.9 there and 1.0 here"),
        (OWN | {"argos en-et": "1.9"}, "argos en-et 1.9 there and none here"),
        ({"Python": "3.11", "newsdesk": "1.0"}, "distributed none there and 2026.8.0 here"),
        (
            dict.fromkeys("abcde", "2"),
            "Python none there and 3.11 here; a 2 there and none here; b 2 there and none here; and 5 more",
        ),
        (ModuleNotFoundError("No module named 'translate'"), NO_MODULE),
        (EngineError("no package"), "it cannot tell what it has (no package)"),
        (RuntimeError("what"), "it cannot tell what it has (RuntimeError: what)"),
        (7, "it cannot tell what it has (int: 7)"),
    ],
)  # fmt: skip
def test_differences_are_told_in_half_a_sentence(theirs: object, said: str) -> None:
    assert versions.differences(OWN, theirs) == said
