"""What became of a term is told in a few words and read from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.terms.ways import AS_IS, How, Way

PIECES = [
    *"ab]“”[,:=≠ \n\r",
    " [",
    "”, ",
    ": was “",
    ", margin 2.2, also “",
    "FLAG ",
    " = ",
    "missing",
    "doubtful, ",
    "offered",
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
QUOTED = HOSTILE.filter(bool)
WAYS = st.builds(
    Way,
    how=st.sampled_from(How),
    rank=st.none() | st.integers(1, 9999),
    word=st.text("abõ-", max_size=5),
    was=HOSTILE.filter(lambda text: ", margin" not in text),
    doubtful=st.booleans(),
) | st.builds(
    Way,
    how=st.sampled_from(How),
    was=HOSTILE,
    margin=st.floats(0, 9999).map(lambda nats: round(nats, 1)),
    also=QUOTED.filter(lambda text: ", margin" not in text),
    doubtful=st.booleans(),
)


@pytest.mark.parametrize(
    ("words", "way", "name"),
    [
        ("as is", AS_IS, "as is"),
        ("n-best 2", Way(How.N_BEST, rank=2), "n-best 2"),
        ("drafted without a forbidden word", Way(How.CLEANED), "drafted without a forbidden word"),
        ("redrafted", Way(How.REDRAFTED), "redrafted"),
        ("agreed", Way(How.AGREED), "agreed"),
        ("doubtful, pasted", Way(How.PASTED, doubtful=True), "pasted"),
        ("repaired: was “laeva”", Way(How.REPAIRED, was="laeva"), "repaired"),
        (
            "repaired: was “laeva”, margin 2.2, also “praam”",
            Way(How.REPAIRED, was="laeva", margin=2.2, also="praam"),
            "repaired",
        ),
        ("inserted", Way(How.INSERTED), "inserted"),
        ("inserted, margin 0.0, also “praam”", Way(How.INSERTED, margin=0.0, also="praam"), "inserted"),
        ("offered “praami”", Way(How.OFFERED, word="praami"), "offered"),
        ("offered", Way(How.OFFERED), "offered"),
        ("avoided", Way(How.AVOIDED), "avoided"),
        ("doubtful, redrafted", Way(How.REDRAFTED, doubtful=True), "redrafted"),
        ("doubtful, n-best 2", Way(How.N_BEST, rank=2, doubtful=True), "n-best 2"),
        (
            "doubtful, repaired: was “laeva”, margin 2.2, also “praam”",
            Way(How.REPAIRED, was="laeva", margin=2.2, also="praam", doubtful=True),
            "repaired",
        ),
        ("in “failinime”", Way(How.WITHIN, word="failinime"), "in a compound"),
        ("unlisted form “kausta”", Way(How.UNLISTED, word="kausta"), "unlisted form"),
        ("missing, only a warning", Way(How.WARNED), "missing, only a warning"),
        (
            "on the list of shows, decided by nobody",
            Way(How.UNDECIDED),
            "on the list of shows, decided by nobody",
        ),
        ("missing", Way(How.MISSING), "missing"),
        ("forbidden", Way(How.FORBIDDEN), "forbidden"),
    ],
)
def test_the_words_of_each_way_are_these_and_are_read(words, way, name):
    assert str(way) == words
    assert Way.parse(words) == way
    assert way.name == name
    assert way.known


def test_each_way_has_words_that_no_other_begins_with():
    for how in How:
        assert Way.parse(str(Way(how))).how is how


@given(WAYS)
def test_what_is_told_is_read_again(way):
    assert Way.parse(str(way)) == way


@given(st.text() | HOSTILE | st.builds("{}{}".format, st.sampled_from(How), HOSTILE))
def test_whatever_words_are_read_are_told_again(words):
    assert str(Way.parse(words)) == words


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("repaired by hand: was “x”", How.REPAIRED),
        ("repaired, nobody knows why", How.REPAIRED),
        ("missing, as before", How.MISSING),
        ("inserted: “x”", How.INSERTED),
        ("offered “praami” and more", How.OFFERED),
        ("doubtful, repaired by hand", How.REPAIRED),
        ("doubtful, in a way that only a later version knows", None),
        ("doubtful, doubtful, repaired", None),
        ("doubtful, guessed", None),
        ("doubtful", None),
        ("doubtful, ", None),
        ("repairedly", None),
        ("guessed: was “x”", None),
        ("in a way that only a later version knows", None),
        ("in “”", None),
        ("", None),
    ],
)
def test_a_way_that_is_told_with_more_words_is_still_known_by_the_first_ones(words, how):
    way = Way.parse(words)
    assert (way.how, way.known) == (how, False)
    assert str(way) == words


@pytest.mark.parametrize(
    ("piece", "end"),
    [
        ("doubtful, ", "repaired"), ("doubtful, ", "repaired: was “x”"), ("repaired: was “", "”"), (" “x”", "”"),
        ("offered “", "”"), (", margin 2.2, also “", "”"), ("offered “x”, margin 0.1, also “", "x”"), ("“", "”"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("begins", ["", "doubtful, ", "repaired", "doubtful, repaired: was “", "offered"])
def test_thousands_of_the_same_words_are_read_at_once_and_told_again(begins, piece, end):
    words = begins + piece * 30_000 + end
    assert str(Way.parse(words)) == words
    assert len(Way.parse(words).name) <= len(words)
