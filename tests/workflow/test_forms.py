"""Forms are proposed for a glossary of the project, and written into the empty cells of its file alone."""

import pytest

from tests.programs import needs
from tests.termbases.sheets.workbooks import xlsx
from translate.apertium.installation import Installation
from translate.authoring.suggestions import FormsState
from translate.errors import GlossaryError
from translate.workflow.forms import suggest

ET = "glossaries/et.csv"
CITIES = "source,target,forms,note\nMinsk,Minsk,gen=Minski,\nKursk,Kursk,,river?\nOmsk,Omsk,,\n"


@pytest.fixture
def cities(project):
    project.write(ET, CITIES)
    return project


def test_a_proposal_writes_nothing(cities):
    before = cities.files()
    found = suggest(cities.settings, "et", ["Kursk"], like="Minsk")
    assert [(s.line, s.cell, s.state) for s in found.suggestions] == [(3, "gen=Kurski", FormsState.PROPOSED)]
    assert (found.path, found.written, found.incomplete, cities.files()) == (ET, False, False, before)


def test_what_is_written_stands_in_its_cell_and_nothing_else_changes(cities):
    found = suggest(cities.settings, "et", ["Kursk"], like="Minsk", write=True)
    assert [s.state for s in found.suggestions] == [FormsState.WRITTEN]
    assert cities.read(ET) == CITIES.replace("Kursk,Kursk,,", "Kursk,Kursk,gen=Kurski,")


def test_for_a_spreadsheet_forms_are_proposed_and_not_written(project):
    (project.root / ET).unlink()
    (project.root / "glossaries/et.xlsx").write_bytes(
        xlsx("source,target,forms", "Minsk,Minsk,gen=Minski", "Kursk,Kursk")
    )
    before = project.files()
    (proposed,) = suggest(project.settings, "et", ["Kursk"], like="Minsk").suggestions
    assert (proposed.line, proposed.cell) == (3, "gen=Kurski")
    with pytest.raises(GlossaryError, match=r"is only read; save it as et\.csv \(“CSV UTF-8”\), and remove it"):
        suggest(project.settings, "et", ["Kursk"], like="Minsk", write=True)
    assert project.files() == before


def test_written_forms_are_kept_the_next_time(cities):
    suggest(cities.settings, "et", ["Kursk"], like="Minsk", write=True)
    before = cities.files()
    (again,) = suggest(cities.settings, "et", ["Kursk"], like="Minsk", write=True).suggestions
    assert (again.state, cities.files()) == (FormsState.FILLED, before)


def test_a_row_that_would_contradict_another_is_left_as_it_is(project):
    text = "source,target,forms,forbid\nMinsk,Minsk,gen=Minski,\nKursk,Kursk,,Kurski\nOmsk,Omsk,,\n"
    project.write(ET, text)
    found = suggest(project.settings, "et", ["Kursk", "Omsk"], like="Minsk", write=True)
    assert [s.state for s in found.suggestions] == [FormsState.NOTHING, FormsState.WRITTEN]
    assert found.suggestions[0].proposal.doubts[-1].startswith("not written, because then the row ")
    assert project.read(ET) == text.replace("Omsk,Omsk,,", "Omsk,Omsk,gen=Omski,")
    assert found.incomplete


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        (",Kurski,,forbid,", "forbids “Kurski”, which line 4 accepts; decide for one of them"),
        ("Oskol,Oskol,Oskoli,,Kursk", "“Oskoli” is accepted and forbidden at once; delete one of the two"),
    ],
)
def test_forms_that_make_another_row_unusable_are_left_out_and_all_others_written(project, other, fault):
    columns = "source,target,forbid,action,declines_like,forms"
    text = f"{columns}\nMinsk,Minsk,,,,gen=Minski\n{other},\nKursk,Kursk,,,,\nOmsk,Omsk,,,,\n"
    project.write(ET, text)
    found = suggest(project.settings, "et", ["Kursk", "Omsk"], like="Minsk", write=True)
    assert [s.state for s in found.suggestions] == [FormsState.NOTHING, FormsState.WRITTEN]
    assert found.suggestions[0].proposal.doubts[-1] == f"not written, because then line 3 {fault}"
    assert project.read(ET) == text.replace("Omsk,Omsk,,,,", "Omsk,Omsk,,,,gen=Omski")
    assert found.incomplete


def test_a_row_that_declines_like_one_that_gets_its_forms_can_be_used_then(project):
    text = "source,target,forms,declines_like\nMinsk,Minsk,gen=Minski,\nKursk,Kursk,,\nOmsk,Omsk,,Kursk\n"
    project.write(ET, text)
    assert [e.line for e in suggest(project.settings, "et", ["Kursk"], like="Minsk").errors] == [4]
    assert suggest(project.settings, "et", ["Kursk"], like="Minsk", write=True).errors == ()
    assert project.read(ET) == text.replace("Kursk,Kursk,,", "Kursk,Kursk,gen=Kurski,")


def test_rows_that_cannot_be_used_are_told(project):
    project.write(ET, "source,target,forms\nMinsk,Minsk,gen=Minski\nOmsk,\n")
    found = suggest(project.settings, "et")
    assert ([e.line for e in found.errors], found.suggestions, found.incomplete) == ([3], (), True)


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("e t", "“e t” is no locale; write a code such as et or pt_BR"),
        ("fi", "glossaries/fi.csv: cannot be read: No such file or directory; make it, with source,target as its"),
    ],
)
def test_a_locale_without_a_glossary_is_one_sentence(project, locale, told):
    with pytest.raises(GlossaryError) as caught:
        suggest(project.settings, locale)
    assert str(caught.value).startswith(told)


def test_the_glossary_of_every_locale_serves_too(project):
    project.write("glossaries/all.csv", CITIES)
    (one,) = suggest(project.settings, "all", ["Omsk"], like="Minsk").suggestions
    assert one.cell == "gen=Omski"


ES = "glossaries/es.csv"


@needs("apertium")
def test_genders_and_plurals_are_written_and_the_column_is_added(project):
    if Installation().mode("en", "es") is None:
        pytest.skip("no pair of Apertium's for es")
    project.write(
        ES,
        "source;target;kind;forms\r\n"
        "rule;norma;common;\r\n"
        "# a note;;;\r\n"
        "expert;experto;common;pl=expertos\r\n"
        "NATO;OTAN;acronym;\r\n"
        "Kallas;Kallas;person;\r\n",
    )
    found = suggest(project.settings, "es", write=True)
    assert [(s.target, s.state) for s in found.suggestions] == [
        (target, FormsState.WRITTEN) for target in ("norma", "experto", "OTAN")
    ]
    assert (project.root / ES).read_bytes().decode() == (
        "source;target;kind;forms;gender\r\n"
        "rule;norma;common;pl=normas;fem\r\n"
        "# a note;;;\r\n"
        "expert;experto;common;pl=expertos;masc\r\n"
        "NATO;OTAN;acronym;;fem\r\n"
        "Kallas;Kallas;person;\r\n"
    )
    before = project.files()
    assert suggest(project.settings, "es", write=True).suggestions == ()
    assert project.files() == before
