"""The entries that another glossary asks something else of are found, whatever their file looks like."""

import pytest

from translate.core.entries.stages import Stage
from translate.core.results.trial import Concerned
from translate.core.terms.glossary import Glossary, Term
from translate.errors import CatalogError
from translate.workflow.scanning import Change, scan
from translate.workflow.steps import silently

FERRY = Change.of(Glossary("et", (Term("ferry", "praam"),)), Glossary("et", (Term("ferry", "laev"),)))
PO = "locales/et/LC_MESSAGES/a.po"


def found(project, *paths, change=FERRY):
    return [one for _, one in scan(project.settings, change, paths, silently("", 0))]


def test_entries_are_counted_by_the_row_and_by_how_far_they_are(project):
    path = project.catalog("a", ("The ferry sailed.", "Praam läks."), ("A ferry", ""), ("The captain", "Kapten"))
    (one,) = found(project, path)
    assert (one.path, one.locale) == (PO, "et")
    assert one.stages == {Stage.APPROVED: 1, Stage.UNTRANSLATED: 1}
    assert one.terms == {("ferry", Stage.APPROVED): 1, ("ferry", Stage.UNTRANSLATED): 1}


def test_files_without_the_term_are_none(project):
    assert found(project, project.catalog("a", ("The captain", "ferry"), ("ferryman", ""))) == []


@pytest.mark.parametrize(
    "text",
    [
        '"The fer"\n"ry sailed."',
        '"The fer" \n\t"ry sailed."',
        '"The fer" "ry sailed."',
        '"The fer"\n""\n\n"ry sailed."',
        r'"The\nferry sailed."',
        r'"The \"ferry\" sailed."',
        '"The fer\u00adry sailed."',
        '"The fer<strong1>ry</strong1> sailed."',
        '"The fer<a1"\n">ry</a1> sailed."',
    ],
)
@pytest.mark.parametrize("change", [FERRY, Change.of(
    FERRY.old, Glossary("et", (Term("ferry", "laev"), *(Term(f"w{n}", "x") for n in range(200)))))
])  # fmt: skip
def test_a_term_is_found_however_its_string_is_written(project, text, change):
    path = project.catalog("a")
    path.write_text(f'{path.read_text()}\nmsgid {text}\nmsgstr "x"\n', "utf-8")
    assert len(found(project, path, change=change)) == 1


def test_a_term_is_found_in_a_plural(project):
    path = project.catalog("a", ("The captain", "Kapten"))
    plural = 'msgid "%d boat"\nmsgid_plural "%d boats, each a ferry"\nmsgstr[0] "x"\nmsgstr[1] "%d praami"\n'
    path.write_text(f"{path.read_text()}\n{plural}", "utf-8")
    (one,) = found(project, path)
    assert one.terms == {("ferry", Stage.APPROVED): 1}


def test_a_term_is_found_in_another_encoding(project):
    change = Change.of(Glossary("et"), Glossary("et", (Term("Põhja", "Põhja"),)))
    path = project.catalog("a", ("In Põhja", ""))
    path.write_bytes(path.read_text("utf-8").replace("UTF-8", "ISO-8859-15").encode("iso-8859-15"))
    assert len(found(project, path, change=change)) == 1


def test_a_broken_file_is_told_and_the_others_go_on(project):
    broken = project.write("locales/et/LC_MESSAGES/b.po", 'msgid "ferry\n')
    error, one = found(project, broken, project.catalog("a", ("ferry", "")))
    assert isinstance(error, CatalogError)
    assert isinstance(one, Concerned)


def test_rows_that_only_their_keepers_see_are_no_change():
    change = Change.of(Glossary("et", (Term("a", "b"),)), Glossary("et", (Term("a", "b", note="n", reviewed="x"),)))
    assert (bool(change.impact), change.rows) == (False, ())
