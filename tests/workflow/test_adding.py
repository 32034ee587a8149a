"""A row is looked at before it is written, and nothing else in its file changes."""

import pytest

from tests.termbases.sheets.workbooks import xlsx
from translate.authoring.interface import Proposal
from translate.authoring.suggestions import FormsState, Suggestion
from translate.core.terms.glossary import Action, Form
from translate.errors import ChangedGlossaryError, FormsError, GlossaryError
from translate.workflow import adding
from translate.workflow.adding import plan, with_forms, write

ET, ALL = "glossaries/et.csv", "glossaries/all.csv"
QUAY = {"source": "quay", "target": "kai"}


@pytest.fixture(autouse=True)
def no_dictionary(monkeypatch):
    """What is installed here is not this test's business."""

    def propose(*_words, **_options):
        raise FormsError("no dictionary is here")

    monkeypatch.setattr(adding, "propose", propose)


def test_one_row_is_written_behind_the_last_and_every_other_byte_stays(project):
    before = b'\xef\xbb\xbfSource;Target;note\r\n"ferry";praam;"x;y"\r\n'
    project.write(ET, before)
    planned = plan(project.settings, "et", {**QUAY, "forms": "gen=kai; in=kais", "note": " by  me "})
    assert (planned.path, planned.line, planned.findings) == (ET, 3, ())
    assert (planned.term.forms, planned.term.note) == ((Form("kai", "gen"), Form("kais", "in")), "by me")
    assert (project.root / ET).read_bytes() == before
    write(project.settings, planned)
    after = (project.root / ET).read_bytes()
    assert after == before.replace(b";note", b";note;forms") + b'quay;kai;by me;"gen=kai; in=kais"\r\n'


def test_a_file_that_there_was_not_is_made(project):
    planned = plan(project.settings, "all", {"source": "BBC", "action": "keep"})
    write(project.settings, planned)
    assert project.read(ALL) == "source,target,action,kind,note\nBBC,,keep\n"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"source": "ferry", "target": "laev"}, f"{ET} line 2: has “ferry” already, as “praam”; change that row"),
        (
            {"source": "boat", "target": "laev", "variants": "ferry"},
            f"{ET} line 2: has “ferry” already, as “praam”; change that row",
        ),
        (QUAY | {"kind": "plce"}, f"{ET}: cannot take the row: kind “plce” is unknown; did you mean “place”?"),
        (QUAY | {"source": "# quay"}, f"{ET}: cannot take the row: another row would say something else"),
        (
            {"source": "ferry", "target": "praam", "action": "forbid"},
            f"{ET}: cannot take the row: forbids “praam”, which line 2 accepts; decide for one of them",
        ),
    ],
)
def test_a_row_that_the_file_cannot_take_is_refused(project, cells, message):
    with pytest.raises(GlossaryError) as error:
        plan(project.settings, "et", cells)
    assert str(error.value) == message
    assert project.read(ET) == "source,target\nferry,praam\n"


def test_rows_that_are_matched_otherwise_and_bans_may_share_a_source(project):
    assert plan(project.settings, "et", {"source": "ferry", "target": "laev", "match": "exact"}).line == 3
    assert plan(project.settings, "et", {"source": "ferry", "target": "laev", "action": "forbid"}).line == 3


def test_a_glossary_that_is_none_of_the_projects_is_told(project):
    with pytest.raises(GlossaryError, match="“ett” is no glossary of the project's; did you mean “et”"):
        plan(project.settings, "ett", QUAY)
    with pytest.raises(GlossaryError, match="“ru” is no glossary of the project's; there is: et, all"):
        plan(project.settings, "ru", QUAY)


def test_a_spreadsheet_is_not_written(project):
    (project.root / ET).unlink()
    project.write("glossaries/et.xlsx", xlsx("source,target", "ferry,praam"))
    with pytest.raises(GlossaryError, match=r"glossaries/et\.xlsx"):
        plan(project.settings, "et", QUAY)


def test_what_linting_says_of_the_row_is_told_and_not_what_it_says_of_others(project):
    project.write(ET, "source,target\nthe,see\n")
    assert plan(project.settings, "et", QUAY).findings == ()
    assert [one.rule for one in plan(project.settings, "et", {"source": "and", "target": "ja"}).findings] == [
        "common-word"
    ]


def test_the_row_that_it_stands_in_the_place_of_is_told(project):
    project.write(ALL, "source,target\nquay,sadam\n")
    replaced = plan(project.settings, "et", QUAY).replaces
    assert (replaced.target, replaced.origin.path, replaced.origin.line) == ("sadam", ALL, 2)
    assert plan(project.settings, "et", {"source": "boat", "target": "paat"}).replaces is None


def test_forms_are_proposed_for_a_row_that_takes_some(project, monkeypatch):
    proposal = Proposal((Form("kai", "gen"), Form("kais", "in")), gender="masc")
    found = Suggestion("quay", "kai", "a dictionary", proposal, FormsState.PROPOSED, 3)
    monkeypatch.setattr(adding, "propose", lambda *_words, **_options: (found,))
    planned = plan(project.settings, "et", QUAY)
    assert (planned.proposed, planned.term.forms) == (found, ())
    assert with_forms(QUAY, found) == QUAY | {"forms": "gen=kai; in=kais", "gender": "masc"}
    assert with_forms(QUAY | {"forms": "pl=kaid", "note": ""}, found) == QUAY | {"forms": "pl=kaid", "gender": "masc"}
    for cells in (QUAY | {"forms": "gen=kai"}, {"source": "BBC", "action": "keep"}):
        assert plan(project.settings, "et", cells).proposed is None
    assert plan(project.settings, "all", QUAY).proposed is None


def test_why_nothing_is_proposed_is_told(project):
    planned = plan(project.settings, "et", QUAY)
    assert (planned.proposed, planned.why_none, planned.term.action) == (
        None,
        "no dictionary is here",
        Action.TRANSLATE,
    )


def test_a_change_that_somebody_made_meanwhile_is_not_written_over(project):
    planned = plan(project.settings, "et", QUAY)
    project.write(ET, "source,target\nferry,parvlaev\n")
    with pytest.raises(ChangedGlossaryError):
        write(project.settings, planned)
    assert project.read(ET) == "source,target\nferry,parvlaev\n"
