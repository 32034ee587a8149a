"""How rows are used is found out from the project's PO files, and added to what linting says of them."""

from dataclasses import replace

import pytest

from translate.core.linting.counting import Use
from translate.core.linting.findings import Finding, Level
from translate.core.linting.linting import Linted
from translate.workflow import usage
from translate.workflow.usage import Usage, with_use

ET, ALL = "glossaries/et.csv", "glossaries/all.csv"


@pytest.fixture
def misused(project):
    """A row for which people always write something else, and one for every locale."""
    project.write(ALL, "source,target,action\ncaptain,kapten,\nship,laev,off\n")
    project.translated("a", *((f"Ferry {n} sank.", f"See {n} uppus.") for n in range(3)), ("The captain.", "Kapten."))
    return project


def linted(*paths):
    return [Linted(path, 1) for path in paths]


def rules(found):
    return [(file.path, [(one.line, one.rule) for one in file.findings]) for file in found[0]]


def test_rows_are_counted_by_locale(misused):
    ((glossary, used),) = Usage(misused.settings).by_locale(["et"])
    assert (glossary.locale, used.files, used.texts, used.with_terms) == ("et", 1, 4, 4)
    assert {term.source: use for term, use in used.rows.items()} == {
        "ferry": Use(texts=3, approved=3, otherwise=3), "captain": Use(texts=1, approved=1),
    }  # fmt: skip


def test_what_is_found_stands_at_its_line_among_the_rest(misused):
    one = Finding("spaces-around", Level.INFO, 3, "source", "x")
    found = with_use(misused.settings, [Linted(ET, 1, (one,)), *linted(ALL)], None)
    assert rules(found) == [(ET, [(2, "never-used"), (3, "spaces-around")]), (ALL, [])]


def test_a_row_for_every_locale_is_judged_by_all_of_them(misused):
    both = replace(misused.settings, locales=("et", "fi"))
    misused.write("glossaries/et.csv", "source,target\nboat,paat\n")
    misused.write(ALL, "source,target\nferry,praam\n")
    assert rules(with_use(both, linted(ALL), None)) == [(ALL, [(2, "never-used")])]
    misused.catalog("a", ("Ferry 1 sank.", "Praam upposi."), locale="fi")
    assert rules(with_use(both, linted(ALL), None)) == [(ALL, [])]


SWAPPED = ("kapten,captain", "praam,ferry", "jää,ice", "sadam,harbour", "saar,island")


def test_columns_that_have_changed_places_are_told_by_the_texts(misused):
    misused.write(ET, "\n".join(("source,target", *SWAPPED, "")))
    misused.translated("b", ("The ice closed the harbour.", "Jää sulges sadama."))
    ((path, told), _) = rules(with_use(misused.settings, linted(ET, ALL), None))
    assert (path, told) == (ET, [(1, "swapped")])
    found, _ = with_use(misused.settings, linted(ET), None)
    assert found[0].findings[0].message == (
        "none of the file's sources is in a text, and 4 of 5 targets are: have the columns changed places? "
        "Then call each by the other's name"
    )


@pytest.mark.parametrize("rows", [(*SWAPPED, "ferry,praam"), SWAPPED[:4], (*SWAPPED[2:], "laev,ship", "meri,sea")])
def test_few_rows_and_such_as_texts_mention_are_in_order(misused, rows):
    misused.write(ET, "\n".join(("source,target", *rows, "")))
    misused.translated("b", ("The ice closed the harbour.", "Jää sulges sadama."))
    assert "swapped" not in str(rules(with_use(misused.settings, linted(ET), None)))


def test_the_texts_of_all_locales_are_counted(project):
    project.write(ALL, "source,target\nferry,praam\n")
    project.write(ET, "source,target\n")
    for locale in ("et", "fi"):
        project.catalog("a", *((f"A ferry {n}.", "") for n in range(50)), locale=locale)
    project.write("articles/a.txt", "On a\n\nA ferry.\n")
    both = replace(project.settings, locales=("et", "fi"))
    assert rules(with_use(both, linted(ALL), None)) == [(ALL, [(2, "too-often")])]
    assert rules(with_use(project.settings, linted(ALL), None)) == [(ALL, [])]


def test_only_locales_that_read_the_files_are_looked_through(misused, monkeypatch):
    monkeypatch.setattr(usage, "read_catalog", None)
    both = replace(misused.settings, locales=("et", "fi"))
    assert rules(with_use(both, linted("glossaries/fi.csv"), None)) == [("glossaries/fi.csv", [])]


def test_very_many_po_files_are_read_only_where_somebody_asks_for_it(misused, monkeypatch):
    monkeypatch.setattr(usage, "AT_ONCE", 0)
    files = linted(ET)
    assert with_use(misused.settings, files, None) == (tuple(files), 1)
    assert with_use(misused.settings, files, False) == (tuple(files), 0)
    assert rules(with_use(misused.settings, files, True)) == [(ET, [(2, "never-used")])]


def test_without_po_files_there_is_nothing_to_read(project):
    files = linted(ET)
    assert with_use(project.settings, files, True) == (tuple(files), 0)


def test_a_file_that_cannot_be_read_is_told_and_stops_no_other(misused):
    misused.translated("b", ("A ferry.", "See."))
    misused.write("locales/et/LC_MESSAGES/b.po", "msgid broken\n")
    asked = Usage(misused.settings)
    ((_, used),) = asked.by_locale(["et"])
    assert (asked.files, used.files) == (2, 1)
    assert [trouble.path for trouble in asked.troubles] == ["locales/et/LC_MESSAGES/b.po"]


def test_copies_that_a_tool_has_filled_in_are_no_translations(project):
    project.translated("a", *((f"The ferry sank on day {n}.",) * 2 for n in range(3)))
    ((_, used),) = Usage(project.settings).by_locale(["et"])
    assert [*used.rows.values()] == [Use(texts=3)]
