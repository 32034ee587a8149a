"""Each mention of a term is told with what became of it, in drafts and in what people wrote."""

from dataclasses import replace

import pytest

from translate.core.entries.catalog import Entry
from translate.core.entries.stages import Stage
from translate.core.entries.stamp import Draft
from translate.core.results.occurrences import Fate, Occurrence, counted, occurrences
from translate.core.terms.glossary import Action, Form, Glossary, Require, Term
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_language

FERRY = Term("ferry", "praam", forms=(Form("praami", "gen"),), forbid=("laev",))
LINE = Term("ferry line", "praamiliin")
PLAIN = Term("quay", "kai")
CURSE = Term("", "kurat", Action.FORBID)
SHIP_BAN = Term("ship", "purjekas", Action.FORBID)
TERMS = (FERRY, LINE, PLAIN, CURSE, SHIP_BAN)
ESTONIAN = load_language("et")


def found(*entries, wanted=(FERRY,), terms=TERMS):
    glossary = Glossary("et", terms, ESTONIAN.compounding, ESTONIAN.inflection)
    lines = {entry.key: number for number, entry in enumerate(entries, 3)}
    return list(occurrences(entries, lines, "a.po", Matcher(glossary), frozenset(wanted)))


def drafted(source, target, *lines):
    draft = Draft(target, "argos 1", "11111111")
    told = (*(f"Glossary: {line}" for line in lines), str(draft.stamp))
    return Entry(source, target, extracted=told, flags=("fuzzy",), references=("articles/a.txt:7",))


def fates(*entries, **more):
    return [(one.stage, one.fate, one.form, one.label, one.way, one.flagged) for one in found(*entries, **more)]


def test_a_mention_is_told_with_its_place_and_what_stands_around_it():
    assert found(drafted("The ferry sank.", "Praam uppus.", "ferry = Praam [as is]")) == [
        Occurrence(
            "a.po", 3, "articles/a.txt:7", Stage.DRAFT, Fate.AS_ASKED, "ferry", "The ferry sank.", "Praam uppus.",
            form="Praam", way="as is",
        ),
    ]  # fmt: skip


def test_of_a_draft_it_is_told_how_each_form_came():
    entry = drafted(
        "The ferry, a ferry and the ferry.", "Praam, praami ja see.",
        "ferry = Praam [n-best 2]", "ferry = praami [inflected, repaired: was “laeva”]", "ferry = praam [FLAG missing]",
    )  # fmt: skip
    assert fates(entry) == [
        (Stage.DRAFT, Fate.AS_ASKED, "Praam", "", "n-best 2", False),
        (Stage.DRAFT, Fate.AS_ASKED, "praami", "gen", "repaired", False),
        (Stage.DRAFT, Fate.OTHERWISE, "", "", "missing", True),
    ]


def test_a_line_is_of_the_mention_whose_form_it_names_wherever_it_stands():
    entry = drafted("A ferry, a ferry.", "Praami, praam.", "ferry = praam [n-best 2]", "ferry = Praami [repaired]")
    assert [(one.form, one.way) for one in found(entry)] == [("Praami", "repaired"), ("praam", "n-best 2")]


def test_how_it_came_is_told_of_no_text_that_people_approved():
    entry = replace(drafted("The ferry.", "Praam.", "ferry = Praam [as is]"), flags=())
    assert fates(entry) == [(Stage.APPROVED, Fate.AS_ASKED, "Praam", "", "", False)]


def test_a_line_of_several_mentions_tells_of_each():
    assert [one.way for one in found(drafted("Ferry, ferry.", "Praam, praam.", "ferry = praam [as is] ×2"))] == [
        "as is", "as is",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "fate", "form"),
    [
        ("Praam uppus.", Fate.AS_ASKED, "Praam"),
        ("Süstik uppus.", Fate.OTHERWISE, ""),
        ("Praamireis uppus.", Fate.UNLISTED, "Praamireis"),
    ],
)
def test_of_what_people_wrote_it_is_told_how_it_goes_with_the_glossary(target, fate, form):
    assert fates(Entry("The ferry sank.", target)) == [(Stage.APPROVED, fate, form, "", "", False)]
    assert fates(Entry("The ferry sank.", target, flags=("fuzzy",))) == [(Stage.IN_REVIEW, fate, form, "", "", False)]


def test_an_evident_form_of_a_term_without_forms_is_told_as_one_that_is_not_listed():
    assert fates(Entry("The quay.", "Kail."), wanted=(PLAIN,)) == [
        (Stage.APPROVED, Fate.UNLISTED, "Kail", "", "", False),
    ]


def test_what_is_not_translated_has_no_rendering():
    assert fates(Entry("The ferry sank.")) == [(Stage.UNTRANSLATED, Fate.UNTRANSLATED, "", "", "", False)]


def test_a_longer_term_takes_the_place_of_a_shorter_one():
    entry = Entry("The ferry line.", "Praamiliin.")
    assert (fates(entry), len(found(entry, wanted=(LINE,)))) == ([], 1)


def test_what_is_off_or_enough_at_first_is_not_asked_for():
    off, first = replace(FERRY, action=Action.OFF), replace(FERRY, require=Require.FIRST)
    entry = Entry("The ferry and the ferry.", "Praam ja see.")
    assert [one.fate for one in found(entry, wanted=(off,), terms=(off,))] == [Fate.FREE, Fate.FREE]
    assert [one.fate for one in found(entry, wanted=(first,), terms=(first,))] == [Fate.AS_ASKED, Fate.FREE]
    soft = replace(FERRY, require=Require.WARN)
    assert [one.fate for one in found(Entry("A ferry.", "See."), wanted=(soft,), terms=(soft,))] == [Fate.OTHERWISE]


def test_what_is_forbidden_is_told_for_the_row_that_forbids_it_and_no_other():
    entry = Entry("The ferry, a ship.", "Laev, purjekas, kurat.")
    assert [(one.fate, one.term, one.form) for one in found(entry)] == [
        (Fate.OTHERWISE, "ferry", ""), (Fate.FORBIDDEN, "ferry", "Laev"),
    ]  # fmt: skip
    assert [(one.term, one.form) for one in found(entry, wanted=(CURSE,))] == [("kurat", "kurat")]
    assert [(one.term, one.form) for one in found(entry, wanted=(SHIP_BAN,))] == [("ship", "purjekas")]


def test_what_is_forbidden_is_found_in_one_word_with_what_a_language_writes_before_it():
    joining, ban = load_language("he").inflection.joining, Term("", "פרלמנט", Action.FORBID)
    entry = Entry("It met.", "הפרלמנט")
    (one,) = occurrences([entry], {entry.key: 3}, "a.po", Matcher(Glossary("he", (ban,))), {ban}, joining=joining)
    assert one.fate is Fate.FORBIDDEN


def test_entries_that_are_gone_are_left_out():
    assert found(Entry("The ferry.", "Praam.", obsolete=True)) == []


def test_of_a_long_text_the_part_about_it_is_told():
    source, target = f"{'Nothing. ' * 60}The ferry.{' Nothing.' * 60}", f"{'Tühi. ' * 60}See.{' Tühi.' * 60}"
    (one,) = found(Entry(source, target))
    assert "ferry" in one.source
    assert "See." in one.target
    assert max(len(one.source), len(one.target)) <= 120


def test_what_people_wrote_otherwise_comes_first_then_what_is_wrong_in_drafts():
    entries = (
        drafted("One ferry.", "Praam.", "ferry = Praam [as is]"),
        drafted("Two ferry.", "See.", "ferry = praam [FLAG missing]"),
        Entry("Three ferry.", "See."),
        Entry("Four ferry.", "Praam."),
    )
    assert [one.rank for one in found(*entries)] == [2, 1, 0, 2]


def test_all_of_it_is_counted():
    entries = (
        drafted("One ferry.", "Praam.", "ferry = Praam [as is]"),
        drafted("Two ferry.", "See.", "ferry = praam [FLAG missing]"),
        Entry("Three ferry.", "Laev."),
        Entry("Four ferry.", "praami"),
        Entry("Five ferry.", "Praamireis."),
        Entry("Six ferry."),
    )
    told = counted(found(*entries))
    assert (told.mentions, told.files, told.untranslated, told.flagged, told.forbidden) == (6, 1, 1, 1, 1)
    assert told.forms == {("Praam", ""): 1, ("praami", "gen"): 1}
    assert told.unlisted == {"Praamireis": 1}
    assert told.ways == {"as is": 1, "missing": 1}
    assert told.people == {Fate.OTHERWISE: 1, Fate.AS_ASKED: 1, Fate.UNLISTED: 1}
