"""The project's glossary files are linted, each with the languages that it is for."""

from datetime import UTC, datetime

import pytest

from tests.termbases.sheets.workbooks import with_cells, xlsx
from translate.errors import GlossaryError
from translate.workflow import linting

ET, ALL, RU = "glossaries/et.csv", "glossaries/all.csv", "glossaries/ru.csv"


NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def lint(settings, names=(), *, fix=False):
    return linting.lint(settings, names, now=NOW, fix=fix)


@pytest.fixture
def doubtful(project):
    project.write(ET, "source,target\n ferry,praam\nand,ja\nship\n")
    project.write(ALL, "source,target,action\nBBC,,keep\n")
    return project


def rules(file):
    return [(one.line, one.rule) for one in file.findings]


def test_every_file_is_looked_at_and_none_is_written(doubtful):
    before = doubtful.files()
    every, own = lint(doubtful.settings)
    assert (every.path, every.rows, rules(every), every.errors) == (ALL, 1, [], ())
    assert (own.path, own.rows, rules(own)) == (ET, 2, [(2, "spaces-around"), (3, "common-word")])
    assert [error.line for error in own.errors] == [4]
    assert (own.fixed, doubtful.files()) == ((), before)


@pytest.mark.parametrize("name", ["et", "et.csv", ET])
def test_a_file_may_be_named_in_every_way(doubtful, name):
    assert [file.path for file in lint(doubtful.settings, [name])] == [ET]


def test_a_file_that_there_is_not_is_no_clean_one(doubtful):
    with pytest.raises(GlossaryError, match="there is no such file in glossaries; did you mean “et”"):
        list(lint(doubtful.settings, ["ett"]))


def test_what_there_is_is_told_where_no_name_is_like_it(doubtful):
    with pytest.raises(
        GlossaryError, match=r"glossaries/lv\.xls: there is no such file in glossaries; there is: all, et"
    ):
        list(lint(doubtful.settings, ["lv.xls"]))


@pytest.mark.parametrize("name", ["ET.CSV", "et.xls", "et.tsv", "et.numbers", "et.Xlsx"])
def test_a_table_that_nothing_reads_is_told_whether_it_is_named_or_not(doubtful, name):
    doubtful.write(f"glossaries/{name}", "source,target\nferry,praam\n")
    doubtful.write(f"glossaries/~${name}", "")
    told = (
        f"glossaries/{name}: is not read; save it as CSV (“CSV UTF-8”), "
        "and call it after its locale, such as et.csv, or all.csv"
    )
    for names in ([], [name]):
        astray = [file for file in lint(doubtful.settings, names) if file.path == f"glossaries/{name}"]
        assert [str(error) for file in astray for error in file.errors] == [told]


def test_a_file_that_no_locale_reads_is_told(doubtful):
    doubtful.write(RU, "source,target\nferry,паром\n")
    *_, astray = lint(doubtful.settings)
    assert [str(error) for error in astray.errors] == [
        "glossaries/ru.csv: is read for no locale of the project; name it after one, or all.csv"
    ]


def test_a_spreadsheet_is_looked_at_and_not_put_right(doubtful):
    (doubtful.root / ET).unlink()
    (doubtful.root / "glossaries/et.xlsx").write_bytes(with_cells('<c r="A2"><v>112</v></c><c r="B2"><v>911</v></c>'))
    _, own = lint(doubtful.settings)
    assert (own.path, rules(own)) == ("glossaries/et.xlsx", [(2, "number"), (2, "number")])
    (doubtful.root / "glossaries/et.xlsx").write_bytes(xlsx("source,target", " ferry,praam"))
    assert [rules(file) for file in lint(doubtful.settings, ["et.xlsx"])] == [[(2, "spaces-around")]]
    (refused,) = lint(doubtful.settings, ["et"], fix=True)
    assert rules(refused) == [(2, "spaces-around")]
    (error,) = refused.errors
    assert str(error) == (
        "glossaries/et.xlsx: is a spreadsheet's own file, which is only read; "
        "save it as et.csv (“CSV UTF-8”), and remove it"
    )


def test_rows_of_wider_files_are_looked_at_too(doubtful):
    doubtful.write(ALL, "source,target,action\nBBC,,keep\nFerry,,keep\nberth,sadam,\n")
    doubtful.write(ET, "source,target,action\nBBC,,keep\nferry,praam,\n,sadam,forbid\n")
    every, own = lint(doubtful.settings)
    assert (every.findings, every.errors) == ((), ())
    assert rules(own) == [(2, "copied"), (3, "near")]
    assert own.findings[0].message.startswith("says what glossaries/all.csv line 2 says already")
    assert [str(error) for error in own.errors] == [
        "glossaries/et.csv line 4: forbids “sadam”, which glossaries/all.csv line 4 accepts; decide for one of them"
    ]


def test_a_wider_file_that_cannot_be_used_is_told_once(doubtful):
    doubtful.write(ALL, "no header\n")
    every, own = lint(doubtful.settings)
    assert ([error.path for error in every.errors], own.errors[0].line) == ([ALL], 4)


def test_a_review_holds_for_two_years(doubtful):
    doubtful.write(ET, "source,target,reviewed\nferry,praam,2024-11-29\nharbour,sadam,2024-12-01\n")
    assert [rules(file) for file in lint(doubtful.settings, ["et"])] == [[(2, "out-of-date")]]


def test_a_spreadsheet_beside_is_told(doubtful):
    (doubtful.root / "glossaries/et.ods").write_bytes(b"")
    every, own = lint(doubtful.settings)
    assert (every.path, own.path, rules(own)) == (ALL, ET, [(2, "spaces-around"), (3, "common-word")])
    assert str(own.errors[-1]) == (
        "glossaries/et.ods: is not read, as there is et.csv beside it; keep the one that is right, and remove the other"
    )


def test_two_spreadsheets_are_told_and_stop_no_other(doubtful):
    (doubtful.root / ET).unlink()
    for ending in ("xlsx", "ods"):
        (doubtful.root / f"glossaries/et.{ending}").write_bytes(b"")
    every, own = lint(doubtful.settings)
    assert (every.path, every.errors, own.path) == (ALL, (), "glossaries/et.xlsx")
    assert "is there beside et.ods" in str(own.errors[0])


def test_a_file_that_cannot_be_used_stops_no_other(doubtful):
    doubtful.write(ALL, "no header\n")
    every, own = lint(doubtful.settings)
    assert [error.path for error in every.errors] == [ALL]
    assert own.rows == 2


def test_a_file_that_cannot_be_used_is_not_written(doubtful):
    doubtful.write(ET, "source,target,target\nferry , praam,\n")
    _, own = lint(doubtful.settings, fix=True)
    assert ["two columns “target”" in str(error) for error in own.errors] == [True]
    assert doubtful.read(ET) == "source,target,target\nferry , praam,\n"


def test_what_needs_no_question_is_written_and_shown(doubtful):
    _, own = lint(doubtful.settings, fix=True)
    assert doubtful.read(ET) == "source,target\nferry,praam\nand,ja\nship\n"
    assert own.fixed[-2:] == ("- ferry,praam", "+ferry,praam")
    assert rules(own) == [(3, "common-word")]
    assert [file.fixed for file in lint(doubtful.settings, fix=True)] == [(), ()]
