"""A glossary in a spreadsheet's own file says what it would say as a CSV file; where nobody can tell, it says that."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.termbases.sheets.workbooks import ods, ods_row, packed, text_rows, with_cells, xlsx, xlsx_parts
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary, read_rows
from translate.termbases.sheets.reading import cut_sheet

LINES = ("# ours", "Source,TARGET,forms", "", "ferry, praam ,gen=praami", "#,left out", ",,", "harbour,sadam")


def cut(data, path="et.xlsx"):
    return [(row.line, row.typed) for row in cut_sheet(data, path)]


def faults(data, path="et.xlsx"):
    return [str(error) for error in read_glossary(data, path)[1]]


def said(data, path):
    return [(term.source, term.target, term.forms, term.origin.line) for term in read_glossary(data, path)[0]]


def test_it_says_what_the_csv_file_says_and_its_lines_are_the_rows_of_the_sheet():
    csv = "\n".join(LINES).encode()
    sheet = ods(*(ods_row(*line.split(",")) for line in LINES))
    assert said(csv, "et.csv") == said(xlsx(*LINES), "et.xlsx") == said(sheet, "et.ods")
    assert [line for *_, line in said(csv, "et.csv")] == [4, 7]


def test_rows_and_columns_before_the_first_cell_count():
    rows = text_rows("", "", ",source,target", ",ferry,praam")
    assert cut(packed(xlsx_parts(rows))) == [(3, ["", "source", "target"]), (4, ["", "ferry", "praam"])]


def test_the_glossary_is_the_first_visible_sheet_whose_first_row_names_its_columns():
    old = (text_rows("source,target", "ferry,laev"), 'state="hidden"')
    older = (text_rows("source,target", "ferry,paat"), 'state="veryHidden"')
    own, other = text_rows("source,target", "ferry,praam"), text_rows("source,target", "ferry,parvlaev")
    book = packed(xlsx_parts("", old, older, text_rows("Read me"), own, other))
    assert cut(book) == [(1, ["source", "target"]), (2, ["ferry", "praam"])]


@pytest.mark.parametrize(
    "sheets", [("",), (text_rows("word,sõna"),), ((text_rows("source,target"), 'state="hidden"'),)]
)
def test_without_such_a_sheet_it_is_no_glossary(sheets):
    with pytest.raises(GlossaryError, match=r"has no column “source”; the first row of a sheet must name the columns"):
        cut(packed(xlsx_parts(*sheets)))


def test_whole_numbers_are_read_and_known_as_numbers():
    cells = '<c r="A2"><v>112</v></c><c r="B2"><v>1.12E2</v></c><c r="C2"><v>7</v></c>'
    (_, row) = cut_sheet(with_cells(cells), "et.xlsx")
    assert (row.typed, row.numbers, row.fault) == (["112", "112", "7"], {"source", "target"}, "")


def test_a_truth_reads_as_the_spreadsheet_would_save_it():
    assert cut(with_cells('<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>'))[1] == (2, ["TRUE", "FALSE", ""])


def test_of_a_formula_there_is_what_came_of_it():
    cells = '<c r="A2" t="str"><f>"fer"&amp;"ry"</f><v>ferry</v></c><c r="B2"><f>1+1</f><v>2</v></c>'
    assert cut(with_cells(cells))[1] == (2, ["ferry", "2", ""])


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ('<c r="A2" t="d"><v>2026-03-05</v></c>', "source is a date or a time to the spreadsheet (2026-03-05)"),
        (
            '<c r="A2" t="d"><v>2026-03-05T10:30:00</v></c>',
            "source is a date or a time to the spreadsheet (2026-03-05 10",
        ),
        ('<c r="A2"><v>0.5</v></c>', "source is the number 0.5 to the spreadsheet, however it looks there"),
        ('<c r="A2"><v>1E30</v></c>', "source is the number 1e+30 to the spreadsheet"),
        ('<c r="A2"><v>NaN</v></c>', "source is the number nan to the spreadsheet"),
        ('<c r="A2"><v>-inf</v></c>', "source is the number -inf to the spreadsheet"),
    ],
)
def test_what_nobody_can_tell_makes_its_row_unusable_and_no_other(cell, told):
    rows = text_rows("source,target,note") + f'<row r="2">{cell}</row>' + text_rows("", "", "ferry,praam")
    terms, errors = read_glossary(packed(xlsx_parts(rows)), "et.xlsx")
    assert [term.origin.line for term in terms] == [3]
    (error,) = map(str, errors)
    assert error.startswith(f"et.xlsx line 2: {told}")
    assert error.endswith("; format the cell as text, and type it again")


def test_a_note_may_be_a_date_or_any_number():
    cells = '<c r="A2" t="inlineStr"><is><t>a ferry</t></is></c><c r="B2" t="d"><v>2026-03-05</v></c>'
    cells += '<c r="C2"><v>0.5</v></c>'
    found = read_rows(with_cells(cells, "source,reviewed,note,target"), "et.xlsx")
    assert [error.message for error in found.errors] == ["“a ferry” has no target; write one, or keep under action"]
    assert cut(with_cells(cells, "source,reviewed,note"))[1] == (2, ["a ferry", "2026-03-05", "0.5"])


def test_empty_cells_behind_the_last_column_are_none_and_others_are_told():
    wide = '<c r="A2" t="inlineStr"><is><t>ferry</t></is></c><c r="H2" t="inlineStr"><is><t> </t></is></c>'
    assert faults(with_cells(wide))[0].startswith("et.xlsx line 2: “ferry” has no target")
    assert faults(with_cells(wide.replace("<t> </t>", "<t>x</t>"))) == [
        "et.xlsx line 2: has a cell in a column without a name; name the column in the first row, or empty the cell"
    ]


def test_the_lower_rows_of_merged_cells_are_told():
    target = '<table:table-cell office:value-type="string"><text:p>laev</text:p></table:table-cell>'
    rows = ods_row("source", "target") + ods_row("ferry", "praam")
    rows += ods_row(cells=f"<table:covered-table-cell/>{target}")
    assert faults(ods(rows), "et.ods") == ["et.ods line 3: “laev” has no source"]


def test_rows_that_are_hidden_are_read():
    rows = text_rows("source,target") + text_rows("", "ferry,praam").replace('r="2"', 'r="2" hidden="1"')
    assert cut(packed(xlsx_parts(rows)))[1:] == [(2, ["ferry", "praam"])]


def test_what_the_library_refuses_is_told():
    with pytest.raises(GlossaryError, match="cannot be read as a spreadsheet; open it in your spreadsheet and save it"):
        cut(with_cells('<c r="A2" t="s"><v>99</v></c>'))


CELLS = st.text(st.sampled_from(" \u00a0a\u0308õ&amp;“”#,;=x\n1"), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_the_same_cells_make_the_same_terms_in_every_kind_of_file(rows):
    rows = [["source", "target", "note"], *([cell.replace("&", "").replace(",", "") for cell in row] for row in rows)]
    csv = "\n".join(",".join('"' + cell + '"' for cell in row) for row in rows).encode()
    terms, errors = read_glossary(csv, "g")
    lineless = lambda found: [(term.source, term.target, term.note) for term in found]  # noqa: E731
    for data, path in ((xlsx(*map(",".join, rows)), "g.xlsx"), (ods(*(ods_row(*row) for row in rows)), "g.ods")):
        others, refused = read_glossary(data, path)
        assert lineless(others) == lineless(terms)
        assert len(refused) == len(errors)


@given(st.binary(max_size=300), st.sampled_from(["et.xlsx", "et.ods"]))
def test_any_bytes_are_read_or_refused(data, path):
    with contextlib.suppress(GlossaryError):
        read_glossary(data, path)


@given(st.data())
def test_a_file_with_other_bytes_somewhere_is_read_or_refused(data):
    whole = bytearray(data.draw(st.sampled_from([xlsx(*LINES), ods(*(ods_row(*line.split(",")) for line in LINES))])))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(GlossaryError):
        read_glossary(bytes(whole), "et.xlsx")
