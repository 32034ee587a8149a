"""What linting found is told by file and line, and in an object."""

from translate.core.checks.findings import Level
from translate.core.linting.findings import Finding
from translate.core.linting.linting import Linted
from translate.errors import GlossaryError
from translate.reports.linting import lint_object, text_lines

FINDINGS = (
    Finding("spaces-around", Level.INFO, 2, "source", "has spaces around it", "ferry"),
    Finding("swapped", Level.ERROR, 4, "", "“a” and “b” have changed places"),
    Finding("common-word", Level.WARNING, 5, "source", "“and” is a word of every text"),
)
FILE = Linted("glossaries/et.csv", 3, FINDINGS, (GlossaryError("has no target", path="glossaries/et.csv", line=3),))
FIXED = Linted("glossaries/all.csv", 1, fixed=("--- a", "+++ b"))


def test_each_line_begins_with_its_place_as_compilers_have_it():
    assert list(text_lines([FIXED, FILE])) == [
        "--- a",
        "+++ b",
        "glossaries/et.csv:3: error: has no target [unusable]",
        "glossaries/et.csv:4: error: “a” and “b” have changed places [swapped]",
        "glossaries/et.csv:5: warning: source “and” is a word of every text [common-word]",
        "2 errors and 1 warning in 4 rows of 2 files; --verbose has 1 note more.",
    ]


def test_a_file_beside_is_told_by_its_own_name():
    beside = Linted("glossaries/et.csv", 7, errors=(GlossaryError("is not read", path="glossaries/et.ods"),))
    assert next(text_lines([beside])) == "glossaries/et.ods:1: error: is not read [unusable]"


def test_notes_are_shown_to_whoever_asks_and_nothing_is_closed_for_programs():
    (first, *_, last) = text_lines([FILE], notes=True, closing=False)
    assert first == "glossaries/et.csv:2: info: source has spaces around it [spaces-around]"
    assert last.endswith("[common-word]")


def test_where_there_is_nothing_that_is_said():
    assert list(text_lines([])) == ["There are no glossary files here to check."]
    assert list(text_lines([Linted("glossaries/all.csv", 7)])) == ["Nothing to look at in 7 rows of 1 file."]


def test_machines_are_told_all_of_it():
    told, _ = lint_object([FILE, FIXED])["files"]
    assert (told["path"], told["rows"], told["diff"]) == ("glossaries/et.csv", 3, [])
    assert told["errors"] == [{"path": "glossaries/et.csv", "line": 3, "message": "has no target"}]
    assert told["findings"][0] == {
        "rule": "spaces-around", "level": "info", "line": 2, "column": "source", "message": "has spaces around it",
        "fix": "ferry",
    }  # fmt: skip
