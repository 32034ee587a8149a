import pytest

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.stamp import Draft
from translate.core.results.summary import CatalogResult, CatalogState, Counts, ExitCode, Summary, Trouble, count

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
