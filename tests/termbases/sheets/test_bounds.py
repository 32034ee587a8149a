"""A spreadsheet's file that was made to harm, or is damaged, is refused before any of its cells is laid out."""

import io
import warnings
import zipfile

import pytest

from tests.termbases.sheets.workbooks import ods, ods_parts, ods_row, packed, text_rows, with_cells, xlsx, xlsx_parts
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary
from translate.termbases.sheets import archive, markup
from translate.termbases.sheets.archive import vetted

PLAIN = xlsx("source,target", "ferry,praam")


def refusal(data, path="glossaries/et.xlsx"):
    with pytest.raises(GlossaryError) as refused:
        read_glossary(data, path)
    assert refused.value.path == path
    return refused.value.message


def sheet(cell):
    return with_cells(f'<c r="{cell}"><v>1</v></c>')


def repeated(rows=1, columns=1, text="x", inside=""):
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string">'
    return ods(
        ods_row("source", "target"),
        ods_row(cells=f"{cell}<text:p>{text}{inside}</text:p></table:table-cell>", repeated=rows),
    )


REACHES = "reaches over more than 2,000,000 cells; delete the rows and columns behind the last term"
FULL = "has more than 50,000,000 characters in its cells; is it a glossary?"


@pytest.mark.parametrize(
    "data",
    [
        sheet("XFD1048576"),
        sheet("D1048576"),
        sheet("zzzzzz2"),
        with_cells('<c r="A1048576"><v>1</v></c><c><v>1</v></c><c><v>1</v></c>'),
        packed(xlsx_parts(text_rows("source,target") + '<row r="1048575"/><row><c/><c/><c><v>1</v></c></row>')),
        packed(xlsx_parts(text_rows("source,target"), '<row r="1048576"><c r="J1048576"><v>1</v></c></row>')),
        repeated(rows=1_048_576, columns=16_384),
        repeated(rows="+1048576", columns=3),
        repeated(columns=4_000_000),
    ],
)
def test_a_cell_far_off_would_take_all_memory(data):
    assert refusal(data) == REACHES


@pytest.mark.parametrize(
    "data",
    [
        repeated(rows=1_000, columns=2, text="x" * 30_000),
        repeated(rows=1_000, inside='<text:s text:c="60000"/>'),
        packed(xlsx_parts(
            text_rows("source,target") + "".join(f'<row><c t="s"><v>{n % 2}</v></c></row>' for n in range(2_000)),
            shared=("x" * 10, "x" * 60_000),
        )),
    ],
)  # fmt: skip
def test_a_long_text_that_is_repeated_would_too(data):
    assert refusal(data) == FULL


def test_rows_and_columns_that_are_empty_to_the_end_of_the_sheet_do_not_count():
    end = '<table:table-cell table:number-columns-repeated="16382"/>'
    rows = (ods_row("source", "target", cells=end), ods_row("ferry", "praam", cells=end))
    data = ods(*rows, ods_row(cells='<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_048_574))
    terms, errors = read_glossary(data, "et.ods")
    assert ([term.target for term in terms], errors) == (["praam"], ())


def test_each_sheet_has_room_of_its_own(monkeypatch):
    monkeypatch.setattr(markup, "MOST_CELLS", 40)
    wide, long = '<row r="1"><c r="Z1"><v>1</v></c></row>', text_rows("source,target", *["a,b"] * 15)
    assert len(read_glossary(packed(xlsx_parts(wide, long)), "et.xlsx")[0]) == 1


def test_rows_and_cells_that_do_not_say_where_they_are_are_counted(monkeypatch):
    monkeypatch.setattr(markup, "MOST_CELLS", 29)
    row = "<row><c><v>1</v></c><c/><c><v>1</v></c></row>"
    assert "reaches over more than 29 cells" in refusal(packed(xlsx_parts(row * 10)))
    assert "has no column" in refusal(packed(xlsx_parts(row * 9)))


def test_each_table_of_an_open_document_has_room_of_its_own_and_no_table_within_one(monkeypatch):
    monkeypatch.setattr(markup, "MOST_CELLS", 20)
    wide = ods_row(*"abcdefghij")
    long = ods_row("source", "target") + ods_row("a", "b", repeated=9)
    between = '</table:table><table:table table:name="T">'
    assert len(read_glossary(ods(wide, between, long), "et.ods")[0]) == 1
    within = "<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>"
    assert "reaches over more than 20 cells" in refusal(
        ods(wide, within, ods_row("a", repeated=4)), "glossaries/et.ods"
    )


@pytest.mark.parametrize("declared", ['<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'])
@pytest.mark.parametrize("name", ["xl/sharedStrings.xml", "xl/worksheets/s1.xml", "xl/_rels/workbook.xml.rels"])
def test_what_declares_entities_is_refused(declared, name):
    parts = xlsx_parts(text_rows("source,target"))
    told = (
        f"{name} in it declares a document type, as no spreadsheet does; open it in your spreadsheet and save it again"
    )
    assert refusal(packed({**parts, name: declared + parts[name]})) == told


def test_what_is_no_xml_is_refused():
    parts = ods_parts(ods_row("source", "target"))
    told = "content.xml in it is no XML that can be read (unclosed token in its line 1); open it in your spreadsheet"
    assert refusal(packed({**parts, "content.xml": parts["content.xml"][:-4]}), "et.ods").startswith(told)
    in_utf16 = '<?xml version="1.0" encoding="UTF-16"?>' + parts["content.xml"]
    told = "content.xml in it is not in UTF-8; open it in your spreadsheet and save it again"
    assert refusal(packed({**parts, "content.xml": in_utf16.encode("utf-16")}), "et.ods") == told


@pytest.mark.parametrize(
    "data", [b"", b"source,target\n", PLAIN[:40], PLAIN[:-30], PLAIN.replace(b"PK\x01\x02", b"PK\x01\x03")]
)
def test_what_is_no_whole_archive_is_refused(data):
    assert (
        refusal(data) == "is no spreadsheet, or only a part of one: it is no whole archive; was all of the file copied?"
    )


def test_an_archive_of_something_else_is_refused():
    assert (
        refusal(packed({"a.txt": "x"}))
        == "cannot be read as a spreadsheet; open it in your spreadsheet and save it again"
    )


def test_a_spreadsheet_of_before_2007_or_with_a_password_is_refused():
    told = "is a spreadsheet of before 2007 (.xls), or has a password; save it as .xlsx without one"
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == told
    encrypted = bytearray(PLAIN)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := encrypted.find(mark, at + 1)) >= 0:
            encrypted[at + flags] |= 1
    assert refusal(bytes(encrypted)) == "has a password; save it without one"


def test_a_bomb_is_not_unpacked_to_its_end():
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("xl/sharedStrings.xml", "w") as member:
        for _ in range(101):
            member.write(b" " * 1_000_000)
    told = "has more than 100,000,000 bytes when it is unpacked; is it a spreadsheet?"
    assert len(done.getvalue()) < 200_000
    assert refusal(done.getvalue()) == told


def test_a_bomb_of_many_members_is_none_either(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 10_000)
    assert "when it is unpacked" in refusal(packed({f"{n}.xml": f"<a>{' ' * 900}</a>" for n in range(12)}))
    assert refusal(packed({f"{n}": "" for n in range(1_001)})) == "holds more than 1,000 files; is it a spreadsheet?"


def test_what_says_less_of_itself_than_it_has_is_no_whole_archive():
    lying = PLAIN.replace(len(xlsx_parts("")["_rels/.rels"]).to_bytes(4, "little"), (5).to_bytes(4, "little"))
    assert lying != PLAIN
    assert "it is no whole archive" in refusal(lying)


@pytest.mark.parametrize("second", ["xl/workbook.xml", "XL/Workbook.xml"])
def test_a_member_that_is_there_twice_is_refused(second):
    done = io.BytesIO(PLAIN)
    with zipfile.ZipFile(done, "a") as longer, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        longer.writestr(second, "<x/>")
    assert refusal(done.getvalue()) == "holds a file twice; open it in your spreadsheet and save it again"


def test_nothing_is_handed_on_that_was_not_looked_at():
    parts = xlsx_parts(text_rows("source,target"))
    data = packed({**parts, "xl/media/evil.png": "<c/>", "xl/vbaProject.bin": "x", "docProps/thumbnail.jpeg": "x"})
    with zipfile.ZipFile(io.BytesIO(vetted(data, "et.xlsx"))) as handed_on:
        assert handed_on.namelist() == [*parts]
