"""The CSV file of a check: what a spreadsheet reads in it, and what it must never run."""

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.core.checks.findings import Finding, Level
from translate.core.entries.stamp import Owner
from translate.core.results.inspection import CheckedCatalog, Inspection, PlacedFinding
from translate.core.results.summary import Trouble
from translate.reports.csvfile import COLUMNS, harmless, inspection_csv

PATH = "locales/et/LC_MESSAGES/ferry.po"


def inspection(message="wrong", msgid="The ferry", level=Level.ERROR, troubles=()):
    finding = PlacedFinding(Finding("term-missing", level, message, term="ferry"), 7, None, msgid, None, Owner.PERSON,
                            fuzzy=False)  # fmt: skip
    return Inspection((CheckedCatalog("et", "ferry", PATH, 1, 0, (finding,)),), troubles=troubles)


def rows(data, delimiter=","):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_each_finding_is_a_row_under_the_headings():
    assert rows(inspection_csv(inspection())) == [
        list(COLUMNS),
        [PATH, "7", "error", "term-missing", "approved", "wrong", "ferry", "", "The ferry"],
    ]


def test_a_file_that_could_not_be_checked_is_a_row_too():
    told = inspection_csv(inspection(troubles=(Trouble("a.po line 3: is broken", "a.po", 3),)))
    assert rows(told)[1] == ["a.po", "3", "error", "trouble", "", "a.po line 3: is broken", "", "", ""]


def test_notes_are_left_out_as_in_the_text():
    assert rows(inspection_csv(inspection(level=Level.INFO))) == [list(COLUMNS)]


def test_excel_is_told_that_it_is_utf_8_and_lines_end_as_rfc_4180_has_it():
    data = inspection_csv(inspection("õ “ä”"))
    assert data.startswith(b"\xef\xbb\xbfpath,line,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("\nx", "'\nx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A", "'＠A"),
        ("﹦1", "'﹦1"),
        ("text;=1", "text;'=1"),
        ("text; -1", "text;' -1"),
        ("text\t=1", "text\t'=1"),
        ("text\n=1", "text\n'=1"),
        ("a = b", "a = b"),
        ("–dash", "–dash"),
        ("it's; fine", "it's; fine"),
        ("", ""),
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe(cell, shown):
    assert harmless(cell) == shown


SEPARATORS = ",;\t"
HOSTILE = st.text(st.sampled_from("=+-@＝＋－＠﹦|'\",;\t\r\n \u00a0\u200b\ufeffaõ1(!"), max_size=30)


@given(HOSTILE, HOSTILE)
@example("=1", ";=1")
@example('"\n=1', "x")
def test_no_cell_of_any_spreadsheet_begins_like_a_formula(message, msgid):
    data = inspection_csv(inspection(message, msgid))
    (_, row) = rows(data)
    for cell in row:
        for piece in (piece for line in cell.splitlines() for part in line.split(";") for piece in part.split("\t")):
            seen = "".join(char for char in piece if not char.isspace() and unicodedata.category(char)[0] != "C")
            assert unicodedata.normalize("NFKC", seen[:1]) not in {"=", "+", "-", "@"}
        assert not cell.startswith(("\t", "\r", "\n"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_but_apostrophes_is_added_and_nothing_lost(message, msgid):
    (_, row) = rows(inspection_csv(inspection(message, msgid)))
    for cell, text in ((row[5], message), (row[8], msgid)):
        kept = iter(cell)
        rest = [char for char in text if next(other for other in kept if other == char or other != "'") != char]
        assert rest == []
