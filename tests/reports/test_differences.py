"""What differs between two versions of a glossary is told by file and line, and in an object."""

from dataclasses import replace

from translate.core.terms.differences import Compared, differences
from translate.core.terms.glossary import Action, Form, Origin, Term
from translate.errors import GlossaryError
from translate.reports.differences import differences_object, text_lines

OLD, NEW = "HEAD:glossaries/et.csv", "glossaries/et.csv"
FERRY = Term("ferry", "praam", note="by Mari", origin=Origin(OLD, 2))
SHIP = Term("ship", "laev", origin=Origin(OLD, 3))
CURSE = Term("", "kurat", Action.FORBID, origin=Origin(OLD, 4))
FERRY_NOW = replace(
    FERRY, target="parvlaev", forms=(Form("parvlaeva", "gen"),), note="", variants=("ferries",), origin=Origin(NEW, 7)
)
PORT = Term("port", "sadam", kind="common", note="by Jaan", origin=Origin(NEW, 8))
FILE = Compared(
    NEW,
    OLD,
    differences((FERRY, SHIP, CURSE), (FERRY_NOW, PORT, replace(CURSE, reviewed="Mari", origin=Origin(NEW, 9)))),
    (GlossaryError("has no target", path=NEW, line=12),),
)


def test_each_line_says_what_is_and_what_was_behind_the_place():
    assert list(text_lines([FILE])) == [
        "glossaries/et.csv:7: “ferry”: target “parvlaev”, was “praam”",
        "glossaries/et.csv:7: “ferry”: variants “ferries”, was empty",
        "glossaries/et.csv:7: “ferry”: forms gen “parvlaeva”, was empty",
        "glossaries/et.csv:8: “port” added: target “sadam”; kind “common”",
        "HEAD:glossaries/et.csv:3: “ship” removed: target “laev”",
        "1 row added, 1 removed, 1 changed; 2 rows with another note or review (--verbose shows them).",
    ]


def test_what_only_people_read_is_shown_to_whoever_asks():
    lines = [*text_lines([FILE], notes=True)]
    assert "glossaries/et.csv:7: “ferry”: note deleted, was “by Mari”" in lines
    assert "glossaries/et.csv:9: “kurat”: reviewed “Mari”, was empty" in lines
    assert lines[-1] == "1 row added, 1 removed, 1 changed; 2 rows with another note or review."


def test_of_many_forms_the_number_is_told():
    forms = tuple(Form(f"praam{n}", label) for n, label in enumerate(("gen", "part", "ill", "in")))
    few, many = (differences((), (replace(SHIP, forms=forms[:n]),)) for n in (2, 4))
    assert next(text_lines([Compared(NEW, OLD, few)])).endswith("forms gen “praam0”, part “praam1”")
    assert next(text_lines([Compared(NEW, OLD, many)])).endswith("target “laev”; 4 forms")


def test_of_a_name_that_stays_only_the_action_is_told():
    kept = differences((), (Term("BBC", "BBC", Action.KEEP, origin=Origin(NEW, 2)),))
    assert next(text_lines([Compared(NEW, OLD, kept)])) == "glossaries/et.csv:2: “BBC” added: action “keep”"


def test_a_row_whose_target_is_its_source_says_so():
    same = differences((), (Term("Suurlaid", "Suurlaid", origin=Origin(NEW, 2)),))
    assert next(text_lines([Compared(NEW, OLD, same)])) == "glossaries/et.csv:2: “Suurlaid” added: target “Suurlaid”"


def test_where_nothing_differs_that_is_said():
    assert list(text_lines([])) == ["No row says anything else."]
    notes = Compared(NEW, OLD, differences((SHIP,), (replace(SHIP, note="x"),)))
    assert list(text_lines([notes])) == [
        "No row asks for anything else; 1 row with another note or review (--verbose shows them).",
    ]


def test_machines_are_told_all_of_it():
    (file,) = differences_object([FILE])["files"]
    assert (file["path"], file["old_path"]) == (NEW, OLD)
    assert file["errors"] == [{"path": NEW, "line": 12, "message": "has no target"}]
    assert [(c["source"], c["kinds"], c["old_line"], c["line"]) for c in file["changes"]] == [
        ("ferry", ["target", "forms", "rules", "notes"], 2, 7),
        ("port", ["added"], None, 8),
        ("", ["notes"], 4, 9),
        ("ship", ["removed"], 3, None),
    ]
    assert file["changes"][2]["details"] == [{"column": "reviewed", "label": "", "was": "", "now": "Mari"}]
