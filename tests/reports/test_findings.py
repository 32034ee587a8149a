import json
from collections import Counter
from dataclasses import replace

from translate.core.checks.findings import Finding, Level
from translate.core.entries.stamp import Owner
from translate.core.results.inspection import CheckedCatalog, FormUse, GlossaryUse, Inspection, PlacedFinding, Sums
from translate.core.results.summary import ExitCode, Trouble
from translate.reports.csvfile import inspection_csv
from translate.reports.findings import github_lines, inspection_object, text_lines

MISSING = Finding("term-missing", Level.ERROR, "“ferry” is not here", None, "ferry")
NUMBER = Finding("number", Level.WARNING, "100% wrong,\r\nisn't it: yes", (3, 6))
NOTE = Finding("term-missing", Level.INFO, "a note")


def placed(finding, owner=Owner.MACHINE, *, fuzzy=True):
    return PlacedFinding(finding, 12, "headline", "Ferry", None, owner, fuzzy)


def inspection(*findings, path="locales/et/LC_MESSAGES/a.po", troubles=()):
    return Inspection(
        (CheckedCatalog("et", "a", path, 1200, 1, findings, FormUse(4, 3)),),
        (GlossaryUse("et", 10, 7),),
        troubles,
    )


ALL = inspection(placed(MISSING), placed(NUMBER, Owner.PERSON, fuzzy=False), placed(NOTE, Owner.PERSON))


def test_people_read_place_level_and_whose_text_it_is():
    assert list(text_lines(ALL)) == [
        "locales/et/LC_MESSAGES/a.po:12: error: “ferry” is not here [term-missing, draft]",
        "locales/et/LC_MESSAGES/a.po:12: warning: 100% wrong,\r\nisn't it: yes [number, approved]",
        "1 error and 1 warning in 1,200 translated texts of 1 PO file; --verbose has 1 note more.",
    ]


def test_files_that_are_too_many_to_be_named_are_counted_with_what_was_found_in_them():
    left_out = Sums(2_000, 3_000, Counter({Level.ERROR: 4, Level.INFO: 1}), Counter({"number": 4, "term-missing": 1}))
    many = replace(ALL, left_out=left_out)
    told = "and 2,000 PO files more: the worst are named, 1,000 in a language at most"
    closing = "5 errors and 1 warning in 4,200 translated texts of 2,001 PO files; --verbose has 2 notes more."
    assert list(text_lines(many))[-2:] == [told, closing]
    assert [*github_lines(many)][-1] == f"::notice title=newsdesk check::{told}"
    assert told in inspection_csv(many).decode("utf-8-sig").splitlines()[-1]
    shown = inspection_object(many)
    assert (shown["levels"]["error"], shown["rules"]["number"], shown["left_out"]["catalogs"]) == (5, 5, 2_000)
    assert "left_out" not in inspection_object(ALL)


def test_nothing_found_is_said():
    assert list(text_lines(inspection())) == ["Nothing to look at in 1,200 translated texts of 1 PO file."]
    assert list(text_lines(Inspection(()))) == ["There are no PO files here to check."]
    assert list(text_lines(Inspection((), troubles=(Trouble("x"),)))) == ["No PO file was checked."]


def test_annotations_escape_what_github_would_take_for_its_own_signs():
    strange = inspection(placed(NUMBER), path="a,b:c%d\n.po")
    assert list(github_lines(strange)) == [
        "::warning file=a%2Cb%3Ac%25d%0A.po,line=12,title=number (draft)::100%25 wrong,%0D%0Aisn't it: yes"
    ]


def test_annotations_show_what_turns_a_line_around_as_its_code():
    (line,) = github_lines(inspection(placed(NUMBER), path="a\u202eop.txt"))
    assert line.startswith("::warning file=a[U+202E]op.txt,")


def test_annotations_tell_of_files_that_could_not_be_read():
    (line,) = github_lines(Inspection((), troubles=(Trouble("a.po line 3: is broken", "a.po", 3),)))
    assert line == "::error file=a.po,line=3,title=newsdesk check::a.po line 3: is broken"


def test_notes_are_for_machines_alone():
    assert not any("a note" in line for line in (*text_lines(ALL), *github_lines(ALL)))
    assert "a note" in json.dumps(inspection_object(ALL))


def test_the_object_has_everything():
    told = json.loads(json.dumps(inspection_object(ALL)))
    (catalog,) = told["catalogs"]
    assert (told["exit_code"], told["levels"], told["rules"]) == (
        1,
        {"error": 1, "warning": 1, "info": 1},
        {"number": 1, "term-missing": 2},
    )
    assert told["glossaries"] == [{"locale": "et", "terms": 10, "unmatched": 7}]
    assert (catalog["checked"], catalog["untranslated"], catalog["forms"]) == (1200, 1, {"rendered": 4, "base": 3})
    assert catalog["findings"][1] == {
        "path": "locales/et/LC_MESSAGES/a.po", "line": 12, "rule": "number", "level": "warning",
        "message": NUMBER.message, "term": None, "span": [3, 6], "msgctxt": "headline", "msgid": "Ferry", "form": None,
        "owner": "person", "fuzzy": False,
    }  # fmt: skip


def test_the_exit_code_tells_findings_trouble_and_nothing_apart():
    trouble = (Trouble("x"),)
    assert inspection().exit_code is ExitCode.CLEAN
    assert inspection(placed(NOTE)).exit_code is ExitCode.CLEAN
    assert inspection(placed(NUMBER)).exit_code is ExitCode.FINDINGS
    assert inspection(placed(MISSING), troubles=trouble).exit_code is ExitCode.PARTIAL
    assert Inspection((), troubles=trouble).exit_code is ExitCode.STOPPED
    assert Inspection(()).exit_code is ExitCode.CLEAN
