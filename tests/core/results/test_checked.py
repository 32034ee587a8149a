"""Each translated text of a catalog is checked beside its own source, and counted as what it is."""

from dataclasses import replace

import pytest

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Rule, Settled
from translate.core.entries.stamp import Draft, Owner, text_hash
from translate.core.results.checked import CheckedEntries, CheckedText, check_entries, checked_catalog, glossary_use
from translate.core.results.inspection import (
    CheckedCatalog,
    FormUse,
    GlossaryUse,
    Inspection,
    PlacedFinding,
    form_use,
)
from translate.core.results.summary import ExitCode, Trouble
from translate.core.terms.glossary import Action, Form, Glossary, Origin, Require, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.rows import rows_of
from translate.core.terms.titles import with_undecided
from translate.languages.loading import load_pair

FERRY = Term("ferry", "praam", forms=(Form("praami", "gen"), Form("praamid", "pl")), variants=("ferries",))
CAPTAIN = Term("captain", "kapten")
STORM = Term("storm", "torm", require=Require.WARN)
NATO = Term("NATO", "NATO", Action.OFF)
CURSE = Term("", "pask", Action.FORBID)
GLOSSARY = Glossary("et", (FERRY, CAPTAIN, STORM, NATO, CURSE))
PAIR = load_pair("en", "et")
STAMP = str(Draft("Ta lahkus.", "argos 1", "11111111").stamp)


def checked(*entries):
    return check_entries(entries, PAIR, Matcher(GLOSSARY))


def found(*entries):
    return [(text.form, text.unit.source, text.unit.target) for text in checked(*entries).texts]


def test_what_a_rule_settles_is_nobodys_text_to_check():
    entry = Entry("***", "* *", extracted=(str(Settled(Rule.COPY, text_hash("* *"))),))
    assert found(entry) == []
    told = checked_catalog(checked(entry), {entry.key: 3}, path="a.po", article="a", locale="et")
    assert (told.checked, told.untranslated, told.findings) == (0, 0, ())


def test_a_text_is_checked_where_it_is_live_and_there_is_one():
    live, gone = Entry("One.", "Üks."), Entry("Two.", "Kaks.", obsolete=True)
    empty = Entry("Three.")
    assert found(live, gone, empty) == [(None, "One.", "Üks.")]
    assert checked(live, gone, empty).live == (live, empty)


@pytest.mark.parametrize(
    ("forms", "texts"),
    [
        (("Üks.", "Mitu.", "Palju."), [(0, "One.", "Üks."), (1, "Many.", "Mitu."), (2, "Many.", "Palju.")]),
        (("", "Mitu."), [(1, "Many.", "Mitu.")]),
        (("Üks.", ""), [(0, "One.", "Üks.")]),
        ((), []),
    ],
)
def test_the_first_form_of_a_plural_is_of_the_one_and_every_other_of_the_many(forms, texts):
    assert found(Entry("One.", msgid_plural="Many.", msgstr_plural=forms)) == texts


def test_an_empty_plural_leaves_its_forms_to_the_singular():
    assert found(Entry("One.", msgid_plural="", msgstr_plural=("Üks.", "Mitu."))) == [
        (0, "One.", "Üks."), (1, "One.", "Mitu."),
    ]  # fmt: skip


def test_each_text_has_what_the_checks_say_of_it_and_no_other():
    texts = checked(
        Entry("One.", "Üks."), Entry("A ferry.", "Laev."), Entry("Oh!", "Pask!"), Entry("Two.", "Kaks.")
    ).texts
    assert [[finding.rule for finding in text.findings] for text in texts] == [
        [], ["term-missing"], ["term-forbidden"], [],
    ]  # fmt: skip


def test_a_credit_may_be_its_own_translation_and_a_paragraph_may_not():
    text = "Photo by the ferry of the town."
    credit, body = Entry(text, text, msgctxt="credit"), Entry(text, text)
    assert ["untranslated" in {f.rule for f in one.findings} for one in checked(credit, body).texts] == [False, True]


def test_what_is_only_worth_knowing_is_not_wrong():
    error, warning, info = (Finding("rule", level, "told") for level in (Level.ERROR, Level.WARNING, Level.INFO))
    text = CheckedText(Entry("One.", "Üks."), None, Unit.of("One.", "Üks.", *PAIR), (info, warning, error))
    assert text.wrong == (warning, error)


def test_the_terms_are_those_that_the_sources_of_translated_texts_mention():
    entries = (Entry("A ferry.", "Praam."), Entry("Two ferries of NATO.", "Kaks praami."), Entry("A captain."))
    assert checked(*entries).mentioned == {FERRY, NATO}


def test_a_file_is_told_with_each_finding_at_the_line_of_its_entry():
    draft = Entry("The captain left.", "Ta lahkus.", extracted=(STAMP,), flags=("fuzzy",))
    ours = Entry("One ferry.", msgctxt="caption", msgid_plural="Ferries.", msgstr_plural=("Praam.", "Laevad."))
    entries = (draft, ours, Entry("A ferry.", "Praami."), Entry("Nobody."), Entry("Gone.", "Läinud.", obsolete=True))
    lines = {entry.key: 10 * number for number, entry in enumerate(entries, 1)}
    told = checked_catalog(checked(*entries), lines, path="et/a.po", article="a", locale="et")
    assert (told.path, told.article, told.locale) == ("et/a.po", "a", "et")
    assert (told.checked, told.untranslated, told.forms) == (3, 1, FormUse(2, 1))
    first, second = told.findings
    assert replace(first, finding=None) == PlacedFinding(
        None, 10, None, "The captain left.", None, Owner.MACHINE, fuzzy=True
    )
    assert replace(second, finding=None) == PlacedFinding(
        None, 20, "caption", "One ferry.", 1, Owner.PERSON, fuzzy=False
    )
    assert {first.finding.rule, second.finding.rule} == {"term-missing"}


@pytest.mark.parametrize(
    ("mentioned", "unmatched"), [(set(), 3), ({FERRY}, 2), ({FERRY, NATO, CURSE}, 2), ({FERRY, CAPTAIN, STORM}, 0)]
)
def test_of_a_glossary_those_terms_count_that_ask_for_something_to_stand_there(mentioned, unmatched):
    rows = rows_of(GLOSSARY.terms)
    assert glossary_use("et", rows, rows.numbers(mentioned)) == GlossaryUse("et", 3, unmatched)


def test_a_title_that_the_glossary_does_not_decide_on_is_no_row_of_it():
    titled = with_undecided(GLOSSARY, [("Today", Origin("shows/spring.csv", 2))], PAIR[0])
    assert rows_of(titled.terms).numbers(titled.undecided) == ()


def test_what_is_quoted_in_one_text_of_a_file_is_a_title_in_all_of_them():
    titled = with_undecided(GLOSSARY, [("Today", Origin("shows/spring.csv", 2))], PAIR[0])
    entries = (Entry("Today is back.", "Täna on tagasi."), Entry("The show “Today”.", "Saade „Täna“."))
    for told, count in ((entries, 1), (entries[:1], 0)):
        [text, *_] = check_entries(told, PAIR, Matcher(titled)).texts
        assert (len(text.unit.matches), text.findings) == (count, ())


def test_forms_are_counted_of_rendered_terms_that_have_several():
    texts = checked(
        Entry("A ferry.", "Praam."), Entry("The ferry’s end.", "Praami lõpp."), Entry("Ferries.", "Laevad."),
        Entry("A captain.", "Kapten."), Entry("A ferry and a ferry.", "Praam ja praamid."),
        Entry("The ferries.", "Praamid."),
    ).texts  # fmt: skip
    assert form_use(text.unit for text in texts) == FormUse(rendered=5, base=2)
    assert form_use(()) == FormUse(0, 0) == FormUse()


@pytest.mark.parametrize(
    ("owner", "fuzzy", "whose"),
    [
        (Owner.MACHINE, True, "draft"),
        (Owner.PERSON, True, "in review"),
        (Owner.PERSON, False, "approved"),
    ],
)
def test_a_finding_tells_whose_text_it_is_about(owner, fuzzy, whose):
    finding = Finding("rule", Level.ERROR, "told")
    assert PlacedFinding(finding, 1, None, "One.", None, owner, fuzzy=fuzzy).whose == whose


def inspected(*levels):
    placed = (
        PlacedFinding(Finding(f"rule-{level}", level, "told"), 1, None, "One.", None, Owner.PERSON, fuzzy=False)
        for level in levels
    )
    return CheckedCatalog("et", "a", "a.po", 1, 0, tuple(placed))


TROUBLE = (Trouble("planted"),)


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (Inspection(()), ExitCode.CLEAN),
        (Inspection((inspected(Level.INFO),)), ExitCode.CLEAN),
        (Inspection((inspected(Level.INFO), inspected(Level.WARNING))), ExitCode.FINDINGS),
        (Inspection((inspected(Level.ERROR),)), ExitCode.FINDINGS),
        (Inspection((inspected(Level.ERROR),), troubles=TROUBLE), ExitCode.PARTIAL),
        (Inspection((), troubles=TROUBLE), ExitCode.STOPPED),
    ],
)
def test_the_exit_code_of_a_check_says_the_worst(run, code):
    assert run.exit_code is code


def test_findings_are_counted_over_all_files():
    run = Inspection((inspected(Level.INFO, Level.ERROR), inspected(Level.ERROR), inspected()))
    assert run.levels == {Level.INFO: 1, Level.ERROR: 2}
    assert run.rules == {"rule-info": 1, "rule-error": 2}


def test_what_nobody_translated_is_checked_as_nothing():
    assert checked() == CheckedEntries((), ())
