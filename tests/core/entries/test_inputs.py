"""What makes a draft stale, and what does not."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Stamp
from translate.core.entries.inputs import Inputs, inputs_of, words_of
from translate.core.entries.stamp import stamp_of
from translate.core.terms.demands import Demands
from translate.core.terms.endings import Endings
from translate.core.terms.glossary import Action, Form, Match, Origin, Require, Term
from translate.core.terms.labels import Label
from translate.core.terms.language import Language
from translate.core.terms.matching import TermMatch
from translate.core.text.fingerprints import fingerprint
from translate.core.text.locales import Locale

MESSAGE = Entry("The ferry sailed.", msgctxt="headline")
TERM = Term(
    "ferry",
    "praam",
    Action.INFLECT,
    kind="common",
    match=Match.ANY,
    variants=("ferries", "ferryboat"),
    forms=(Form("praami", "gen"), Form("praami", "part"), Form("leiger")),
    forbid=("laev", "laeva"),
    require=Require.FIRST,
    note="a note",
    reviewed="2026-01-15",
    gender="fem pl",
    article=True,
    undecided=True,
    origin=Origin("glossaries/et.csv", 2),
)
BAN = Term("", "laev", Action.FORBID)


def told(*terms: Term, bans: tuple[Term, ...] = (), words: str = "") -> Inputs:
    asked = Demands(tuple(TermMatch(term, 4, 9) for term in terms), bans)
    return inputs_of(MESSAGE, asked, "argos en-et 1.9", 4, words=words)


def test_a_draft_of_a_text_with_an_identifier_from_before_these_were_kept_is_stale():
    message = Entry("Ask @ferry_line.")
    before = fingerprint(("", message.msgid, "argos en-et 1.9", "4"))
    inputs = inputs_of(message, Demands(), "argos en-et 1.9", 4)
    assert not inputs.agree_with(before)
    assert not inputs.agree_with(f"2-{before}")


def others(value: object) -> Iterator[object]:
    """Values of the same kind that are not the same, each with one change in it."""
    match value:
        case StrEnum():
            yield from (one for one in type(value) if one is not value)
        case str():
            yield from (f"{value}x", "")
        case bool():
            yield from (not value, None)
        case int():
            yield value + 1
        case tuple():
            yield from (value[:-1], value[::-1], (*value, value[0]))
            yield from ((*value[:n], other, *value[n + 1 :]) for n, one in enumerate(value) for other in others(one))
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from (replace(value, **{field.name: one}) for one in others(getattr(value, field.name)))
        case _:
            pytest.fail(f"say here how another {type(value).__name__} looks")


@pytest.mark.parametrize("name", [field.name for field in fields(Term)])
def test_every_field_of_a_term_makes_a_draft_stale_but_those_for_people(name):
    value = getattr(TERM, name)
    [field] = [field for field in fields(Term) if field.name == name]
    assert value != field.default, f"give TERM a {name}, so that it can be seen to change"
    changed = [replace(TERM, **{name: other}) for other in others(value) if other != value]
    assert len(changed) > 1
    stale = {not told(one).agree_with(told(TERM).told) for one in changed}
    assert stale == {name not in {"origin", "note", "reviewed"}}


def test_labels_that_change_places_make_a_draft_stale():
    swapped = replace(TERM, forms=(Form("praami", "part"), Form("praami", "gen"), Form("leiger")))
    assert told(swapped).told != told(TERM).told


def test_a_column_that_is_empty_is_not_in_it_so_that_a_new_one_makes_no_draft_stale():
    plain = Term("ferry", "praam")
    assert told(plain).told == "2-16acab63"
    assert told(replace(plain, require=Require.ALL, variants=(), kind="")) == told(plain)


def test_all_else_that_a_draft_is_made_from_counts_too():
    before = inputs_of(MESSAGE, Demands(), "argos en-et 1.9", 4)
    for after in (
        inputs_of(replace(MESSAGE, msgid="The ferry sank."), Demands(), "argos en-et 1.9", 4),
        inputs_of(replace(MESSAGE, msgctxt=None), Demands(), "argos en-et 1.9", 4),
        inputs_of(MESSAGE, Demands(), "argos en-et 2.0", 4),
        inputs_of(MESSAGE, Demands(), "argos en-et 1.9", 5),
        told(TERM),
        told(bans=(BAN,)),
    ):
        assert not after.agree_with(before.told)
        assert not after.agree_with(before.by_the_first_rule)
    elsewhere = replace(MESSAGE, references=("a.txt:9",), comments=("AK",))
    assert inputs_of(elsewhere, Demands(), "argos en-et 1.9", 4) == before


def test_the_words_that_help_a_term_count_where_there_is_one():
    assert told(TERM, words="aaaa").told != told(TERM, words="bbbb").told
    assert told(bans=(BAN,), words="aaaa").told != told(bans=(BAN,)).told
    assert told(words="aaaa") == told()
    assert told(TERM, words="aaaa").by_the_first_rule == told(TERM).by_the_first_rule


def test_only_the_words_that_help_a_term_count_of_a_language():
    table = Term("table", "tabel", forms=(Form("tabel", "nom"), Form("tabeli", "gen")))
    swapped = replace(table, forms=(Form("tabel", "gen"), Form("tabeli", "nom")))
    plain = Language(Locale("et"), credit_labels=("foto",))
    assert words_of(plain) == ""
    some, others = (Endings({"le": ((Label("sg", "all"), share),)}) for share in (0.5, 0.6))
    different = [
        replace(plain, endings=some),
        replace(plain, endings=others),
        replace(plain, endings=Endings({"l": some.shares["le"]})),
        replace(plain, stand_ins=(table,), endings=some),
        replace(plain, stand_ins=(table,)),
        replace(plain, voters=(table,)),
        replace(plain, voters=(table, BAN)),
        replace(plain, voters=(swapped,)),
    ]
    assert len({words_of(language) for language in different}) == len(different)
    for one in different:
        assert words_of(replace(one, credit_labels=(), function_words=("ja",))) == words_of(one)


def test_a_language_is_gone_through_once(monkeypatch):
    language = Language(Locale("et"), voters=(Term("table", "tabel"),))
    words = words_of(language)
    monkeypatch.setattr("translate.core.entries.inputs.fingerprint", None)
    assert words_of(language) == words


def test_a_stamp_of_the_first_kind_is_compared_by_the_first_rule():
    # As 4d7c7cd wrote them: for no term, and for these.
    assert told().by_the_first_rule == "414a1e5c"
    assert told(TERM, bans=(BAN,)).by_the_first_rule == "ebd27808"
    body = inputs_of(replace(MESSAGE, msgctxt=None), Demands(), "argos en-et 1.9", 4)
    assert body.by_the_first_rule == "d5b34861"
    unseen = replace(TERM, variants=(), match=Match.EXACT, kind="", forms=(Form("praami"), Form("leiger", "nom")))
    assert told(unseen).agree_with(told(TERM).by_the_first_rule)
    assert not told(unseen).agree_with(told(TERM).told)
    for seen in ({"source": "boat"}, {"require": Require.ALL}, {"forbid": ()}, {"target": "leiger"}):
        assert not told(replace(TERM, **seen)).agree_with(told(TERM).by_the_first_rule)


def test_the_kinds_cannot_be_taken_for_each_other():
    today = told(TERM)
    number, _, rest = today.told.partition("-")
    assert (number, len(rest)) == ("2", 8)
    assert not today.agree_with(rest)
    assert not today.agree_with(f"3-{rest}")
    assert not today.agree_with(f"2-{today.by_the_first_rule}")


@pytest.mark.parametrize("inputs", ["2-1f0c9a77", "1f0c9a77", "3-1f0c9a77"])
def test_a_draft_is_ours_by_whatever_rule_its_stamp_was_made(inputs):
    stamp = Stamp("argos en-et 1.9", "0123abcd", inputs, -0.42)
    assert stamp_of(Entry("Hello.", "Tere.", extracted=(str(stamp),))) == stamp


@pytest.mark.parametrize("inputs", ["2_1f0c9a77", "-1f0c9a77", "2-1f0c9a7", "2-1F0C9A77", "٢-1f0c9a77", "2--1f0c9a77"])
def test_what_no_rule_writes_makes_no_stamp(inputs):
    line = str(Stamp("argos en-et 1.9", "0123abcd", inputs))
    assert stamp_of(Entry("Hello.", "Tere.", extracted=(line,))) is None


texts = st.text(max_size=3)
terms = st.builds(
    Term,
    texts,
    texts,
    st.sampled_from(Action),
    variants=st.lists(texts, max_size=2).map(tuple),
    forms=st.lists(st.builds(Form, texts, texts), max_size=2).map(tuple),
    forbid=st.lists(texts, max_size=2).map(tuple),
)


@given(st.lists(terms, max_size=2), st.lists(terms, max_size=2))
def test_two_lists_of_terms_agree_only_where_they_are_the_same(some, more):
    assert (told(*some).told == told(*more).told) == (some == more)


def test_what_a_stamp_of_the_second_kind_says_of_the_same_terms_and_words_stays_the_same():
    # With every column, with bans, and with words that help: another hash would make every draft stale.
    as_it_was = replace(TERM, gender="", article=None, undecided=False)
    assert told(as_it_was).told == "2-ffb5c880"
    assert told(as_it_was, bans=(BAN,), words="aaaa").told == "2-e3173acf"
    assert told(replace(TERM, undecided=False)).told == "2-c53bd95c"
    table = Term("table", "tabel", forms=(Form("tabel", "nom"), Form("tabeli", "gen")))
    assert words_of(Language(Locale("et"), stand_ins=(table,), voters=(BAN,))) == "7891f525"
