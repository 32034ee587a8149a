import pytest

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.stamp import Draft
from translate.core.results.summary import (
    CatalogResult,
    CatalogState,
    Counts,
    ExitCode,
    Summary,
    Trouble,
    add,
    count,
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


def test_terms_are_told_of_live_entries_only():
    gone = Entry("Ferry.", "Praam.", extracted=("Glossary: ferry = praam [FLAG missing]",), obsolete=True)
    catalog = Catalog(Header(), (THEIRS, gone))
    assert term_ways(catalog) == {"missing": 1}
    assert term_flags(catalog) == (("Good bye, all.", "Glossary: all = kõik [FLAG missing]"),)


def test_counts_are_added_each_to_its_own():
    assert add([]) == Counts()
    assert add([Counts(1, 2, 3, 4, 5, 6, 7), Counts(10, 20, 30, 40, 50, 60, 70)]) == Counts(11, 22, 33, 44, 55, 66, 77)


def result(**counts):
    return CatalogResult("et", "a.txt", "a.po", CatalogState.NEW, 1, Counts(**counts))


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        (Summary(dry_run=False, engines=(("et", "identity"),), catalogs=(result(),)), ExitCode.CLEAN),
        (Summary(dry_run=False, engines=(("et", "identity"),), catalogs=(result(flagged=1),)), ExitCode.FINDINGS),
        (Summary(dry_run=False, engines=(("et", None),), catalogs=(result(),)), ExitCode.FINDINGS),
        (Summary(dry_run=False, engines=(), catalogs=(result(),), troubles=(Trouble("x"),)), ExitCode.PARTIAL),
        (Summary(dry_run=False, engines=(), catalogs=(), troubles=(Trouble("x"),)), ExitCode.STOPPED),
    ],
)
def test_the_exit_code_says_the_worst(summary, code):
    assert summary.exit_code is code
