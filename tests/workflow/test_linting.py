"""The project's glossary files are linted, each with the languages that it is for."""

import pytest

from translate.errors import GlossaryError
from translate.workflow.linting import lint

ET, ALL, RU = "glossaries/et.csv", "glossaries/all.csv", "glossaries/ru.csv"


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


def test_a_file_that_no_locale_reads_is_told(doubtful):
    doubtful.write(RU, "source,target\nferry,паром\n")
    *_, astray = lint(doubtful.settings)
    assert [str(error) for error in astray.errors] == [
        "glossaries/ru.csv: is read for no locale of the project; name it after one, or all.csv"
    ]


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
