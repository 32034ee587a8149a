"""What is wrong with glossaries, and what their languages lack, is told with what to do."""

import pytest

from tests.programs import needs
from tests.termbases.sheets.workbooks import xlsx
from tests.workflow.project import Project
from translate.apertium.installation import Installation
from translate.workflow import vocabulary


def checks(project):
    """What is found, by whether it is fine."""
    settings = project.settings
    yield from (check for locale in settings.locales for check in vocabulary.glossary(settings, locale))
    yield from vocabulary.files(settings)


def wrong(project):
    return [(check.subject, check.message) for check in checks(project) if not check.fine]


def fine(project):
    return {check.subject: check.message for check in checks(project) if check.fine}


def test_rows_and_files_of_glossaries_that_cannot_be_used_are_told(project):
    project.write("glossaries/et.csv", "source,target\nferry,praam\ncaptain,\n")
    assert wrong(project) == [
        ("glossary et", "glossaries/et.csv line 3: “captain” has no target; write one, or keep under action")
    ]
    project.write("glossaries/et.csv", b"\xff\xfe\x00")
    assert [subject for subject, _ in wrong(project)] == ["glossary et"]


def test_rows_that_list_no_forms_are_counted_and_the_first_named(project):
    rows = ["NATO,,keep,", "captain,kapten,,gen=kapteni", *(f"w{n},sõna{n},," for n in range(5)), "Kallas,,inflect,"]
    project.write("glossaries/et.csv", "\n".join(("source,target,action,forms", *rows, "")))
    assert wrong(project) == []
    assert fine(project)["glossary et"] == (
        "8 terms; 6 rows list no forms (glossaries/et.csv:4, glossaries/et.csv:5, glossaries/et.csv:6 …):"
        " “newsdesk glossary suggest-forms --locale et” proposes some"
    )


def test_a_language_without_cases_needs_no_forms(tmp_path):
    project = Project(tmp_path, locales=("da",))
    project.write("glossaries/da.csv", "source,target\nferry,færge\n")
    assert fine(project)["glossary da"] == "1 term"


SPANISH = """source,target,action,kind,gender,forms
rule,norma,,common,,
school,escuela,,common,,pl=escuelas
elections,elecciones,,common,,
drone,dron,,common,,pl=drones
oblast,óblast,,common,m,pl=óblasts
Riigikogu,,inflect,org,,
Kallas,,inflect,person,,
Ringvaade,,keep,title,,
"""


@needs("apertium")
def test_genders_that_no_dictionary_knows_and_plurals_that_no_row_lists_are_counted(tmp_path):
    if Installation().mode("en", "es") is None:
        pytest.skip("no pair of Apertium's for es")
    project = Project(tmp_path, locales=("es",))
    project.write("glossaries/es.csv", SPANISH)
    assert fine(project)["glossary es"] == (
        "8 terms; 2 rows say no gender (glossaries/es.csv:5, glossaries/es.csv:7),"
        " 1 row lists no plural (glossaries/es.csv:2): “newsdesk glossary suggest-forms --locale es” proposes some"
    )


def test_without_apertium_nobody_asks_for_genders(tmp_path):
    project = Project(tmp_path, locales=("es",), engines={"apertium": {"program": str(tmp_path / "apertium")}})
    project.write("glossaries/es.csv", SPANISH)
    assert fine(project)["glossary es"] == "8 terms"


def test_a_glossary_that_no_locale_reads_is_a_slip_in_its_name(project):
    project.write("glossaries/ee.csv", "source,target\n")
    project.write("glossaries/all.csv", "source,target\n")
    project.write("glossaries/notes.txt", "")
    (project.root / "glossaries/all.ods").write_bytes(xlsx("source,target"))
    (project.root / "glossaries/all.csv").unlink()
    (project.root / "glossaries/ee.xlsx").write_bytes(b"")
    (project.root / "glossaries/~$et.xlsx").write_bytes(b"")
    message = "belongs to none of the project's locales and is not read; rename it, or add its locale"
    assert wrong(project) == [
        ("glossaries", f"glossaries/ee.csv: {message}"),
        ("glossaries", f"glossaries/ee.xlsx: {message}"),
    ]


def test_a_spreadsheet_that_a_csv_file_hides_is_told(project):
    (project.root / "glossaries/et.xlsx").write_bytes(b"")
    message = "is not read, as there is et.csv beside it; keep the one that is right, and remove the other"
    assert wrong(project) == [("glossaries", f"glossaries/et.xlsx: {message}")]


def test_the_glossary_of_a_language_serves_its_regions(tmp_path):
    project = Project(tmp_path, locales=("et_EE",))
    assert wrong(project) == []


def test_without_the_folder_of_glossaries_it_is_told_what_to_make(project):
    (project.root / "glossaries" / "et.csv").unlink()
    (project.root / "glossaries").rmdir()
    message = "there is no folder “glossaries”; make it, or name another under “glossaries”"
    assert ("glossaries", message) in wrong(project)


def test_what_a_language_with_cases_lacks_is_no_trouble_and_told(tmp_path):
    project = Project(tmp_path, locales=("lv", "ru"))
    (tmp_path / "glossaries/et.csv").unlink()
    for locale in ("lv", "ru"):
        project.write(f"glossaries/{locale}.csv", "source,target\nferry,x\n")
    assert wrong(project) == []
    less = "for it, and less to tell by which form a place wants"
    assert fine(project)["language lv"] == f"newsdesk has no table of endings and no stand-in words {less}"
    assert fine(project)["language ru"] == f"newsdesk has no table of endings {less}"


@pytest.mark.parametrize("locale", ["et", "et_EE", "da", "fr"])
def test_a_language_that_lacks_nothing_or_has_no_cases_is_passed_over(tmp_path, locale):
    project = Project(tmp_path, locales=(locale,))
    project.write(f"glossaries/{locale}.csv", "source,target\nferry,x\n")
    assert list(fine(project)) == [f"glossary {locale}"]


def test_of_a_language_without_spaces_it_is_told_once_what_is_not_sure(tmp_path):
    project = Project(tmp_path, locales=("ja",))
    project.write("glossaries/ja.csv", "source,target\nferry,x\nship,y\n")
    assert fine(project)["terms ja"] == (
        "it puts no spaces between words, so a term is taken to be there within a longer word, too; where that is"
        " wrong, make the longer word a term"
    )


@pytest.mark.parametrize("locale", ["he", "ar", "ko"])
def test_of_a_language_that_joins_more_than_is_known_it_is_told_that_forms_are_surer(tmp_path, locale):
    project = Project(tmp_path, locales=(locale,))
    project.write(f"glossaries/{locale}.csv", "source,target\nferry,x\n")
    assert fine(project)[f"terms {locale}"] == (
        "what it writes in one word with a term is known in part; list the forms of a term to be sure of it"
    )
    project.write(f"glossaries/{locale}.csv", "source,target,forms\nferry,x,x; y\n")
    assert f"terms {locale}" not in fine(project)


def test_a_language_that_nobody_has_written_down_is_told_where_there_are_terms_for_it(tmp_path):
    project = Project(tmp_path, locales=("tlh",))
    (tmp_path / "glossaries/et.csv").unlink()
    assert list(fine(project)) == ["glossary tlh"]
    project.write("glossaries/tlh.csv", "source,target\nferry,x\n")
    assert fine(project)["language tlh"] == (
        "newsdesk has no file for it, and less to tell by which form a place wants"
    )
