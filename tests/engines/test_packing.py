"""Offers come back from their bytes as they were, and nothing comes back that no engine could have offered."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.offers import Hypothesis, Likelihood
from translate.core.terms.ways import AS_IS, How, Way
from translate.engines.packing import packed, unpacked

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text.strip() == text and len(text.splitlines()) == 1
)
WAYS = st.sampled_from([AS_IS, Way(How.AGREED), Way(How.N_BEST, 2), Way(How.REPAIRED, was="laeva", doubtful=True)])
OFFERS = st.lists(
    st.builds(
        Hypothesis,
        LINES,
        st.none() | NUMBERS,
        st.builds(Likelihood, NUMBERS, st.integers(0, 10**6)),
        st.lists(WAYS, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda offer: offer.text,
).map(tuple)


@given(OFFERS)
def test_offers_come_back_as_they_were(offers):
    assert unpacked(packed(offers)) == offers


@pytest.mark.parametrize(
    "offers",
    [
        (),
        (Hypothesis(""),),
        (Hypothesis("a"), Hypothesis("a", 0.5)),
        (Hypothesis("a", float("nan")),),
        (Hypothesis("a", float("-inf")),),
        (Hypothesis("a\udc80"),),
        (Hypothesis("a", ways=(Way(How.REPAIRED, word="”", was="”"),)),),
    ],
    ids=["none", "empty", "twice", "no number", "endless", "no text", "a way with a quotation mark"],
)
def test_what_would_not_come_back_as_it_was_is_refused(offers):
    with pytest.raises(ValueError):  # noqa: PT011  Any.
        packed(offers)


GOOD = ["praam", -0.5, -1.0, 3]


@pytest.mark.parametrize(
    "told",
    [
        *({}, "praam", 7, None, [], [[]], ["praam"], [["praam"]], [GOOD, GOOD]),
        *([[text, *GOOD[1:]]] for text in ("", " praam", "a\nb", 7)),
        *([["praam", score, -1.0, 3]] for score in ("-0.5", True, 1)),
        *([["praam", None, total, 3]] for total in (None, "-1.0", -1)),
        *([["praam", None, -1.0, tokens]] for tokens in (-3, 3.0, True, None)),
        *([[*GOOD, way]] for way in (None, ["as is"])),
    ],
    ids=repr,
)
def test_what_no_engine_offers_is_refused(told):
    with pytest.raises(ValueError):  # noqa: PT011  Any.
        unpacked(json.dumps(told).encode())


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[" * 90_000, b'[["a", null, 1e999, 1]]', b'[["a", NaN, 1.0, 1]]', b"9" * 9000]
)
def test_bytes_that_are_no_offers_are_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011  Any.
        unpacked(data)


@given(st.binary())
def test_any_bytes_are_offers_or_refused(data):
    try:
        offers = unpacked(data)
    except ValueError:
        return
    assert unpacked(packed(offers)) == offers
