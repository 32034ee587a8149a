import io

import pytest

from translate.core.results.summary import CatalogResult, CatalogState, Counts, ExitCode, Summary, Totals, Trouble
from translate.reports.console import Screen, print_summary
from translate.reports.tables import Column


def result(number, state=CatalogState.UNCHANGED):
    return CatalogResult("et", f"a{number}.txt", f"locales/et/LC_MESSAGES/a{number}.po", state, 2, Counts(drafts=12))


def screen(width=None, *, color=False):
    return Screen(io.StringIO(), width, color)


def printed(summary, **wishes):
    shown = screen()
    print_summary(shown, summary, **wishes)
    return shown.stream.getvalue()


def test_the_report_names_each_file_and_says_what_happened():
    flagged = CatalogResult(
        "et", "b.txt", "locales/et/LC_MESSAGES/b.po", CatalogState.NEW, 3, Counts(drafts=3, flagged=1)
    )
    summary = Summary(
        dry_run=False,
        engines=(("et", "argos en-et 1.9"), ("lv", None)),
        catalogs=(result(1), flagged),
        troubles=(Trouble("x"),),
    )
    lines = [line.rstrip() for line in printed(summary).splitlines() if line.strip()]
    assert [line.split() for line in lines[-5:-3]] == [
        ["locales/et/LC_MESSAGES/a1.po", "unchanged", "2", "12", "0"],
        ["locales/et/LC_MESSAGES/b.po", "new", "3", "3", "1"],
    ]
    assert lines[-3:] == [
        "1 PO file written, 1 PO file unchanged, 1 entry with a flagged term, 1 problem.",
        "et: argos en-et 1.9",
        "lv: no engine has this pair; nothing was drafted (see “newsdesk doctor”)",
    ]


def test_of_many_files_only_those_that_changed_are_named():
    many = tuple(result(n) for n in range(100))
    out = printed(Summary(dry_run=False, engines=(), catalogs=(*many, result(100, CatalogState.UPDATED))))
    assert [line.split()[0] for line in out.splitlines() if ".po" in line] == ["locales/et/LC_MESSAGES/a100.po"]
    assert "1 PO file written, 100 PO files unchanged." in out


def test_of_too_many_files_the_worst_are_named_and_the_others_are_counted_each_as_it_is():
    named = tuple(result(n, CatalogState.NEW) for n in range(2))
    left_out = {"et": Totals(1_300, Counts(drafts=9_000, flagged=7), new=1_200, drafted=9_000, flagged=5)}
    summary = Summary(False, (), named, left_out=left_out)
    told = "and 1,200 PO files more: the worst are named, 1,000 in a language at most"
    closing = "1,202 PO files written, 100 PO files unchanged, 7 entries with a flagged term."
    assert printed(summary).splitlines()[-2:] == [told, closing]
    assert printed(summary, quiet=True).splitlines()[-1].startswith("and 5 PO files more: ")
    assert printed(summary, verbose=True).splitlines()[-2].startswith("and 1,300 PO files more: ")
    assert summary.exit_code is ExitCode.FINDINGS


def test_a_dry_run_says_that_it_wrote_nothing():
    out = printed(Summary(dry_run=True, engines=(), catalogs=(result(1, CatalogState.NEW),)))
    assert "1 PO file would be written." in out


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/]", "[[t:x:1]]", "a" * 300, "\x1b[31m", "õ “”"])
def test_text_is_shown_as_it_is(text):
    shown = screen()
    shown.table((Column("head"),), [(text,)])
    shown.text(text)
    assert shown.stream.getvalue().count(text.replace("\x1b", "␛")) == 2
