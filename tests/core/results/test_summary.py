from dataclasses import replace

import pytest

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import GuessedTags, Unconfirmed
from translate.core.entries.stamp import Draft
from translate.core.entries.taglines import DoubtfulTag
from translate.core.placing.placed import Doubt
from translate.core.results.summary import (
    CatalogResult,
    CatalogState,
    Counts,
    ExitCode,
    Summary,
    Trouble,
    add,
    count,
    result_of,
    term_flags,
    term_ways,
)

DRAFT = Draft("Tere.", "identity", "00000000")
OURS = Entry("Hello.", "Tere.", extracted=(str(DRAFT.stamp),), flags=("fuzzy",))
THEIRS = Entry("Good bye, all.", "Head aega.", extracted=("Glossary: all = kõik [FLAG missing]",), flags=("fuzzy",))
DONE = Entry("Yes.", "Jah.")
EMPTY = Entry("Never said so.")
GONE = Entry("No.", "Ei.", obsolete=True)


def test_every_live_entry_is_counted_once():
    counts = count(Catalog(Header(), (OURS, THEIRS, DONE, EMPTY, GONE)))
    assert counts == Counts(approved=1, in_review=1, drafts=1, untranslated=1, obsolete=1, flagged=1, words_left=7)
    assert counts.entries == 4


@pytest.mark.parametrize(
    ("tags", "lacking", "unsure"),
    [
        ((), 0, 0),
        ((DoubtfulTag(Doubt.NO_WORDS, "<a1>", "ferry"),), 1, 0),
        ((DoubtfulTag(Doubt.UNSURE, "<a1>"), DoubtfulTag(Doubt.NO_WORDS, "<a2>", "ferry")), 1, 0),
        ((DoubtfulTag(Doubt.UNSURE, "<a1>"),), 0, 1),
        ((DoubtfulTag(Doubt.EMPTY, "<a1>", "ferry"),), 0, 1),
        ((GuessedTags(),), 0, 1),
    ],
)
def test_drafts_without_words_for_something_are_counted_apart_from_those_with_unsure_tags(tags, lacking, unsure):
    draft = replace(OURS, extracted=(*OURS.extracted, *map(str, tags)))
    counts = count(Catalog(Header(), (OURS, draft)))
    assert (counts.drafts, counts.lacking_words, counts.unsure_tags) == (2, lacking, unsure)
    others = (replace(draft, flags=()), replace(draft, obsolete=True), replace(draft, msgstr="Tsau."))
    counts = count(Catalog(Header(), others))
    assert (counts.lacking_words, counts.unsure_tags) == (0, 0)


def test_terms_are_told_of_live_entries_only():
    gone = Entry("Ferry.", "Praam.", extracted=("Glossary: ferry = praam [FLAG missing]",), obsolete=True)
    catalog = Catalog(Header(), (THEIRS, gone))
    assert term_ways(catalog) == {"missing": 1}
    assert term_flags(catalog) == (("Good bye, all.", "Glossary: all = kõik [FLAG missing]"),)


def test_counts_are_added_each_to_its_own():
    assert add([]) == Counts()
    assert add([Counts(1, 2, 3, 4, 5, 6, 7, 8), Counts(10, 20, 30, 40, 50, 60, 70, 80)]) == Counts(
        11, 22, 33, 44, 55, 66, 77, 88
    )


def result(**counts):
    return CatalogResult("et", "a.txt", "a.po", CatalogState.NEW, 1, Counts(**counts))


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        (Summary(dry_run=False, engines=(("et", "identity"),), catalogs=(result(),)), ExitCode.CLEAN),
        (Summary(dry_run=False, engines=(("et", "identity"),), catalogs=(result(flagged=1),)), ExitCode.FINDINGS),
        (Summary(dry_run=False, engines=(("et", "identity"),), catalogs=(result(unconfirmed=1),)), ExitCode.FINDINGS),
        (Summary(dry_run=False, engines=(("et", None),), catalogs=(result(),)), ExitCode.FINDINGS),
        (Summary(dry_run=False, engines=(), catalogs=(result(),), troubles=(Trouble("x"),)), ExitCode.PARTIAL),
        (Summary(dry_run=False, engines=(), catalogs=(), troubles=(Trouble("x"),)), ExitCode.STOPPED),
    ],
)
def test_the_exit_code_says_the_worst(summary, code):
    assert summary.exit_code is code


def test_what_the_shell_is_told_stays_what_it_is():
    assert {code.name.lower(): int(code) for code in ExitCode} == {
        "clean": 0, "findings": 1, "stopped": 2, "bug": 3, "partial": 4,
        "locked": 75, "interrupted": 130, "terminated": 143,
    }  # fmt: skip
    assert [str(state) for state in CatalogState] == ["new", "updated", "unchanged"]


BUG = Trouble("x", traceback="Traceback …")
ENGINE = (("et", "identity"),)


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        (Summary(False, ENGINE, ()), ExitCode.CLEAN),
        (Summary(False, ENGINE, (result(), result(flagged=1))), ExitCode.FINDINGS),
        (Summary(False, (*ENGINE, ("ru", None)), ()), ExitCode.FINDINGS),
        (Summary(False, ENGINE, (), unfinished=("b.txt",)), ExitCode.PARTIAL),
        (Summary(False, ENGINE, (), (Trouble("x"),), unfinished=("b.txt",)), ExitCode.PARTIAL),
        (Summary(False, ENGINE, (result(flagged=1),), unfinished=("b.txt",)), ExitCode.PARTIAL),
        (Summary(False, ENGINE, (result(),), (Trouble("x"), BUG)), ExitCode.BUG),
        (Summary(False, ENGINE, (), (BUG,)), ExitCode.BUG),
    ],
)
def test_a_bug_is_worse_than_what_is_not_done_and_that_than_a_flag(summary, code):
    assert summary.exit_code is code


def test_flagged_entries_are_counted_over_all_catalogs():
    assert Summary(False, ENGINE, (result(flagged=1), result(), result(flagged=2))).flagged == 3


def test_only_live_entries_are_counted_as_entries():
    assert (Counts().entries, Counts(obsolete=5, flagged=6, words_left=7).entries) == (0, 0)


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        (DONE, Counts(approved=1)),
        (Entry("One two.", "Üks kaks.", flags=("fuzzy",)), Counts(in_review=1, words_left=2)),
        (OURS, Counts(drafts=1, words_left=1)),
        (Entry("One two  three."), Counts(untranslated=1, words_left=3)),
        (Entry("<img1/> <b2>One</b2>.<br3/>Two."), Counts(untranslated=1, words_left=2)),
        (Entry("No more.", "", obsolete=True), Counts(obsolete=1)),
        (
            Entry("No.", "Ei.", extracted=("Glossary: no = ei [FLAG missing]",), flags=("fuzzy",), obsolete=True),
            Counts(obsolete=1),
        ),
        (
            replace(OURS, extracted=(str(Unconfirmed(25)), *OURS.extracted), flags=()),
            Counts(drafts=1, words_left=1, unconfirmed=1),
        ),
    ],
)
def test_an_entry_alone_is_counted_as_what_it_is(entry, counts):
    assert count(Catalog(Header(), (entry,))) == counts


TERMS = Catalog(
    Header(),
    (
        Entry(
            "One.", "Üks.", extracted=("Glossary: a = b [n-best 2]", "Paragraph 1 of “A”", "Glossary: c = d [as is]")
        ),
        Entry("Two.", "Kaks.", extracted=("Glossary: c = e [as is]", "Glossary: f = g [FLAG missing]")),
        Entry("Three.", extracted=("Glossary: a = b",)),
        Entry("Four.", "Neli.", extracted=("Glossary: a = b [FLAG inserted]",), obsolete=True),
    ),
)


def test_of_live_entries_the_ways_of_their_terms_are_counted_and_their_flags_told():
    assert list(term_ways(TERMS).items()) == [("as is", 2), ("n-best 2", 1), ("missing", 1)]
    assert term_flags(TERMS) == (("Two.", "Glossary: f = g [FLAG missing]"),)


def test_a_result_has_what_the_run_did_and_what_the_catalog_says():
    told = result_of(
        TERMS, locale="et", article="a.txt", path="et/a.po", state=CatalogState.UPDATED, drafted=3, recalled=2
    )
    assert told == CatalogResult(
        "et", "a.txt", "et/a.po", CatalogState.UPDATED, 3, count(TERMS), 2,
        {"as is": 2, "n-best 2": 1, "missing": 1}, (("Two.", "Glossary: f = g [FLAG missing]"),),
    )  # fmt: skip


def test_a_result_of_a_run_that_recalled_nothing_says_so():
    assert (result().recalled, dict(result().terms), result().flags) == (0, {}, ())
