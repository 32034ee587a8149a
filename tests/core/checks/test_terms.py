from dataclasses import replace

import pytest

from tests.core.checks.saying import said, sentences, unit
from tests.core.titled import titled
from translate.core.checks import check
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.checks.terms import check_forbidden, check_terms
from translate.core.terms.glossary import Action, Form, Require, Term
from translate.languages.loading import load_pair

KALLAS = Term("Kallas", "Kallas", Action.INFLECT, kind="person", forms=(Form("Kallase", "gen"),))


@pytest.mark.parametrize(
    ("between", "doubled"),
    [
        *((mark, True) for mark in [" ", "\u00a0", ",", "-", "–", "—", '"', "'", "“", "”", "„", "«", "»", "’", " – „"]),
        *((mark, False) for mark in [" ja ", ".", "; ", ": ", " (", "/", " 2 ", "!"]),
    ],
)
def test_a_form_right_beside_another_one_is_one_too_many(between, doubled):
    target = f"Nii on Kallas{between}Kallas siin."
    assert said(check_terms, "Kallas is.", target, KALLAS) == [("term-doubled", "Kallas")] * doubled


def test_a_doubled_form_tells_what_to_do_wherever_it_stands():
    for target in ("Kallas Kallase", "Kallase Kallas"):
        (sentence,) = sentences(check_terms, "Kallas is.", target, KALLAS)
        assert sentence == f"“{target.split()[1]}” stands here twice for one “Kallas”; delete one of the two"
    other = Term("ferry", "praam")
    assert said(check_terms, "Kallas, the ferry.", "Kallas, praam Kallas", KALLAS, other) == []


@pytest.mark.parametrize(
    ("term", "source", "target", "sentence"),
    [
        (Term("ferry", "praam"), "A ferry.", "Laev.", "“ferry” is not rendered as the glossary asks; write “praam”"),
        (
            Term("ferry", "praam", forms=(Form("praami", "gen"),)),
            "A ferry.",
            "Laev.",
            "“ferry” is not rendered as the glossary asks; write “praam” or another form of it",
        ),
        (
            Term("ERR", "ERR", Action.KEEP),
            "The ERR.",
            "Laev.",
            "“ERR” is not rendered as the glossary asks; it stays “ERR”",
        ),
        (
            Term("ferry", "praam"),
            "A ferry, a ferry and a ferry.",
            "Laev, praam ja laev.",
            "“ferry” is rendered as the glossary asks 1 of 3 times; write “praam” each time",
        ),
        (
            Term("ferry", "praam", require=Require.WARN),
            "A ferry, a ferry.",
            "Laev.",
            "“ferry” is rendered as the glossary asks 0 of 2 times; write “praam” each time",
        ),
    ],
)
def test_a_missing_term_tells_what_to_write(term, source, target, sentence):
    assert sentences(check_terms, source, target, term) == [sentence]


@pytest.mark.parametrize(
    ("term", "source", "sentence"),
    [
        (
            Term("ferry", "praam", forbid=("laev",)),
            "A ferry.",
            "“Laev” is forbidden for “ferry”; write “praam” or another form of it",
        ),
        (Term("ferry", "laev", Action.FORBID), "A ferry.", "“Laev” is forbidden for “ferry”; find another word"),
        (
            Term("ferry", "laev", Action.FORBID, note="it is small"),
            "A ferry.",
            "“Laev” is forbidden for “ferry”; find another word (it is small)",
        ),
        (Term("", "Laev", Action.FORBID), "A boat.", "“Laev” is forbidden; find another word"),
        (
            Term("", "Laev", Action.FORBID, note="it is small"),
            "A boat.",
            "“Laev” is forbidden; find another word (it is small)",
        ),
        (
            Term("ferry", "praam", forbid=("laev",), note="it is small"),
            "A ferry.",
            "“Laev” is forbidden for “ferry”; write “praam” or another form of it",
        ),
    ],
)
def test_a_forbidden_word_tells_what_to_write(term, source, sentence):
    assert sentences(check_forbidden, source, "Laev tuleb.", term) == [sentence]
    assert said(check_forbidden, source, "Laev tuleb.", term) == [("term-forbidden", "Laev")]
    assert said(check_forbidden, source, "Praam tuleb.", term) == []


def test_each_finding_about_a_term_names_it():
    spoken = unit("Kallas is on the ferry.", "Kallas Kallas, laev.", KALLAS, Term("ferry", "praam", forbid=("laev",)))
    found = [*check_terms(spoken), *check_forbidden(spoken)]
    assert [(f.rule, f.level, f.span, f.term) for f in found] == [
        ("term-missing", Level.ERROR, None, "ferry"),
        ("term-doubled", Level.WARNING, (7, 13), "Kallas"),
        ("term-forbidden", Level.ERROR, (15, 19), "ferry"),
    ]


@pytest.mark.parametrize(
    ("require", "introduced", "level"),
    [
        (Require.ALL, False, Level.ERROR),
        (Require.ALL, True, Level.ERROR),
        (Require.FIRST, False, Level.ERROR),
        (Require.FIRST, True, None),
        (Require.WARN, False, Level.INFO),
        (Require.WARN, True, Level.INFO),
    ],
)
def test_how_much_a_term_asks_for_is_the_glossarys_to_say(require, introduced, level):
    term = Term("ferry", "praam", require=require)
    one = replace(unit("A ferry.", "Laev.", term), introduced=frozenset({term} if introduced else ()))
    assert [f.level for f in check_terms(one)] == ([level] if level else [])


FAIL = Term("file", "fail", forms=(Form("faili", "gen"),))


def test_a_term_that_a_word_goes_on_behind_is_worth_knowing_and_no_error():
    file = unit("The file.", "Muuda failinime.", FAIL)
    assert list(check_terms(file)) == [
        Finding(
            "term-in-compound",
            Level.INFO,
            "“file” stands here only within “failinime”; see whether that says it",
            (6, 15),
            "file",
        )
    ]


def test_what_stands_within_a_word_is_not_counted_as_missing_nor_as_there():
    found = sentences(check_terms, "A file, a file and a file.", "Fail ja failinimi.", FAIL)
    assert found == [
        "“file” stands here only within “failinimi”; see whether that says it",
        "“file” is rendered as the glossary asks 1 of 3 times; write “fail” or another form of it each time",
    ]


def test_a_term_that_was_introduced_is_not_told_within_a_word():
    first = unit("The file.", "Muuda failinime.", replace(FAIL, require=Require.FIRST))
    assert [found.rule for found in check_terms(first)] == ["term-in-compound"]
    assert list(check_terms(replace(first, introduced=frozenset({first.matches[0].term})))) == []


FOLDER = Term("folder", "kaust")


def test_a_form_that_the_glossary_does_not_list_is_worth_knowing_and_no_error():
    message = "“kausta” stands here for “folder”, whose row lists no forms; list it there if it is right"
    found = Finding("term-unlisted-form", Level.INFO, message, (4, 10), "folder")
    assert list(check_terms(unit("Open the folder.", "Ava kausta.", FOLDER))) == [found]
    listed = replace(FOLDER, forms=(Form("kausta", "gen"),))
    assert list(check_terms(unit("Open the folder.", "Ava kausta.", listed))) == []
    assert said(check_terms, "Open the folder.", "Ava kaustas.", listed) == [("term-missing", None)]


def test_a_term_that_was_introduced_is_not_told_in_an_unlisted_form():
    first = unit("The folder.", "Ava kausta.", replace(FOLDER, require=Require.FIRST))
    assert [found.rule for found in check_terms(first)] == ["term-unlisted-form"]
    assert list(check_terms(replace(first, introduced=frozenset({first.matches[0].term})))) == []


def test_a_term_pasted_behind_a_compound_of_it_is_one_too_many_and_a_second_compound_is_none():
    assert said(check_terms, "The file.", "Ava tekstifail fail.", FAIL) == [("term-doubled", "fail")]
    assert said(check_terms, "The file.", "Ava tekstifail, pildifail.", FAIL) == []


@pytest.mark.parametrize(
    "target",
    ["Ta ütles „Täna“ saates.", "Ta ütles Todayle.", "Ta ütles.", "Today Today ja Today.", "Ta ütles „Today“."],
)
def test_whoever_translates_a_title_that_nobody_has_decided_on_breaks_no_rule(target):
    source = "She told “Today” so."
    pair = load_pair("en", "et")
    unit = Unit.of(source, target, *pair, titled(source).asked.matches)
    assert check(unit) == ()


def test_a_forbidden_word_within_a_title_that_stands_there_is_no_offence():
    source, target = "The Plekktrumm team.", "Plekktrumm on siin."
    ban = Term("", "Plekktrumm", Action.FORBID)
    asked = titled(source, ban).asked
    assert check(Unit.of(source, target, *load_pair("en", "et"), asked.matches, bans=asked.bans)) == ()
