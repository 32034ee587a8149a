from dataclasses import field
from enum import StrEnum

import pytest
from pydantic import TypeAdapter

from translate.core.text.jsontext import as_json
from translate.values import dataclass


class Kind(StrEnum):
    NEWS = "news"
    SPORT = "sport"


@dataclass(frozen=True, slots=True)
class Place:
    line: int
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    title: str
    kind: Kind = Kind.NEWS
    places: tuple[Place, ...] = ()
    counts: dict[Kind, tuple[str, dict[str, int]]] = field(default_factory=dict)


@pytest.mark.parametrize(
    "found",
    [
        Found(""),
        Found("Õhtu “⟦0⟧”\n\x00\u2028", Kind.SPORT, (Place(1), Place(2, -0.25), Place(3, 1e300))),
        Found("a", counts={Kind.NEWS: ("x", {"y": 1, "": -5})}),
    ],
)
def test_what_is_written_is_what_pydantic_writes_and_reads(found):
    adapter = TypeAdapter(Found)
    assert adapter.validate_json(as_json(found)) == found
    assert as_json(found) == adapter.dump_json(found)


@pytest.mark.parametrize("value", [object(), b"bytes", {1, 2}])
def test_what_is_no_value_is_not_written(value):
    with pytest.raises(TypeError):
        as_json(Found("a", places=(value,)))


def test_a_text_that_is_none_is_not_written():
    with pytest.raises(ValueError, match="surrogates not allowed"):
        as_json(Found("\ud800"))
