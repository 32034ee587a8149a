"""A unit and its outcome come back from bytes as they were, and what is neither is said to be none."""

import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.enforcing.lexicon import Wording
from translate.core.entries.stamp import Draft
from translate.core.placing.placed import Doubt, Effort, TagDoubt
from translate.core.terms.demands import TermOutcome
from translate.core.terms.glossary import Action, Form, Origin, Term
from translate.core.terms.phrases import Capitals
from translate.core.terms.ways import How, Way
from translate.core.text.sentences import Sentence
from translate.workers import units
from translate.workers.units import Done, Drafted, Mention, Message, Outcome, Piece, Unit, UnreadableError

FERRY = Term("ferry", "praam", forms=(Form("praami", "gen"),), origin=Origin("et.csv", 2), article=None)
BAN = Term("", "laev", Action.FORBID)
MESSAGE = Message(
    "The ferry\nsailed.",
    None,
    (Mention(0, 4, 9, capitals=Capitals.ALL, inflects=True),),
    (1,),
    (Sentence("x", 0, 1),),
    "in",
)
UNIT = Unit(
    "1.0", "en", "et", "argos", {"beam": 4}, "argos en-et 1.9", "0f", "1e", 4, Effort.QUICK, (FERRY, BAN),
    (Piece("articles/a.txt", (MESSAGE,)), Piece("articles/b.txt", (replace(MESSAGE, mentions=(), bans=(1,)),))),
    {"ferry": (Wording("praam", 0.1 + 0.2),)}, {"00ff": "[]"},
)  # fmt: skip
DRAFT = Draft(
    "Praam <a1>lahkus</a1>.", "argos en-et 1.9", "in",
    (TermOutcome("ferry", "praam", None, Way(How.OFFERED, word="praami", margin=1.5), forbidden=False),),
    (), -0.25, True, False, (TagDoubt(Doubt.UNSURE, "<a1>", "sailed"),),
)  # fmt: skip
OUTCOME = Outcome(
    (Done("articles/a.txt", (Drafted("m", "headline", DRAFT), Drafted("n", None, None, 2)), "no tags"),
     Done("articles/b.txt", failure="it fails", given_up=True)),
    {"ferry": (Wording("praam", 1.0),)}, {"aa": "x"}, "1e",
)  # fmt: skip


def test_a_unit_comes_back_as_it_was_and_so_does_its_outcome():
    assert units.unit_of(units.packed(UNIT)) == UNIT
    assert units.outcome_of(units.packed(OUTCOME)) == OUTCOME


def test_the_same_unit_has_the_same_key_and_another_has_another():
    key = units.key_of(units.packed(UNIT))
    assert key == units.key_of(units.packed(units.unit_of(units.packed(UNIT))))
    assert key != units.key_of(units.packed(replace(UNIT, hypotheses=5)))


@given(st.binary(max_size=200))
def test_whatever_else_there_is_is_no_unit(data):
    for strange in (data, zlib.compress(data)):
        for read in (units.unit_of, units.outcome_of):
            with pytest.raises(UnreadableError):
                read(strange)


def test_what_unpacks_to_more_than_there_may_be_is_refused(monkeypatch):
    monkeypatch.setattr(units, "LARGEST", 1000)
    with pytest.raises(UnreadableError, match="too large"):
        units.unit_of(zlib.compress(b" " * 100_000))


@pytest.mark.parametrize("number", [-1, 2, 10**30])
def test_what_asks_for_a_term_that_it_has_not_is_no_unit(number):
    for message in (replace(MESSAGE, bans=(number,)), replace(MESSAGE, mentions=(Mention(number, 4, 9),))):
        with pytest.raises(UnreadableError, match="a term that it has not"):
            units.unit_of(units.packed(replace(UNIT, pieces=(Piece("a", (message,)),))))


def test_a_text_that_is_no_unicode_cannot_be_told():
    with pytest.raises(UnreadableError):
        units.packed(replace(UNIT, pieces=(Piece("a", (replace(MESSAGE, msgid="\udcff"),)),)))


def test_each_article_has_a_share_that_is_as_if_it_had_been_asked_for_alone():
    first, second = units.shares(UNIT)
    assert first == replace(UNIT, pieces=UNIT.pieces[:1])
    assert (second.terms, second.pieces[0].messages[0].bans) == ((BAN,), (0,))


def test_the_state_of_an_article_depends_on_nothing_that_is_beside_it():
    alone = replace(UNIT, pieces=UNIT.pieces[1:], terms=(BAN, BAN), wordings={}, answers={}, machine="")
    assert units.states(alone)["articles/b.txt"] == units.states(UNIT)["articles/b.txt"]
    other = replace(UNIT, edition="other")
    assert units.states(other)["articles/b.txt"] != units.states(UNIT)["articles/b.txt"]
