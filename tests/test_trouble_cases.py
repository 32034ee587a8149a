"""The cases of trouble in tests/cases/trouble, and that a case which is not written well is told so."""

import json
from collections import Counter

import pytest

from tests import trouble
from tests.trouble import CASES, CaseError, faults, find, lay, read_case, run

LEAST = 150
FOUND = find()


@pytest.fixture(autouse=True)
def own_packages(tmp_path, monkeypatch):
    """Packages lie in the project's folder “packages”."""
    import argostranslate.settings

    folder = tmp_path / "desk" / "packages"
    monkeypatch.setattr(argostranslate.settings, "package_data_dir", folder)
    monkeypatch.setattr(argostranslate.settings, "package_dirs", [folder])
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)
    # Which of this machine's own pairs are broken is not theirs to find out.
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path / "no-pairs"))


def test_there_are_enough_cases():
    areas = Counter(case.parent.name for case in FOUND)
    assert sum(areas.values()) >= LEAST, areas


@pytest.mark.parametrize("folder", FOUND, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_a_case_goes_as_it_says(folder, tmp_path):
    try:
        case = read_case(folder)
        project = lay(case, tmp_path)
    except CaseError as error:
        pytest.fail(str(error), pytrace=False)
    if found := faults(case, project):
        pytest.fail(f"{case.name}:\n  " + "\n  ".join(found), pytrace=False)


DRAFTING = [case for case in FOUND if (case / "expected.txt").read_text("utf-8").count("$ newsdesk draft\n") == 1]


@pytest.mark.parametrize("folder", DRAFTING, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_the_report_for_machines_says_the_same(folder, tmp_path):
    case = read_case(folder)
    (step,) = [step for step in case.steps if step.arguments == ["draft"]]
    project = lay(case, tmp_path)
    ran = run(["draft", "--json"], project)
    assert ran.code == step.code
    if step.code == 2 and not ran.out:
        return  # Nothing was done, so there is no report; the sentence stands on stderr.
    report = json.loads(ran.out)
    said = [f"newsdesk: {trouble['message']}" for trouble in report["troubles"]]
    said += [f"newsdesk: {note}" for note in report["notes"]]
    assert said == step.says
    assert report["exit_code"] == step.code
    for told in report["troubles"]:
        place = told["path"] or ""
        place += f" line {told['line']}" if told["line"] is not None else ""
        assert told["message"].startswith(f"{place}: " if place else "")


# --- a case that is not written well -------------------------------------------------------------------------------


def written(folder, expected, recipe=None):
    folder.mkdir()
    (folder / "expected.txt").write_text(expected, "utf-8")
    if recipe is not None:
        (folder / "make.txt").write_text(recipe, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("", "expected.txt: has no command; write one, such as “$ newsdesk draft”"),
        ("exit 4\n", "expected.txt line 1: a command must come first, such as “$ newsdesk draft”"),
        ("$ newsdesk draft\n", "expected.txt line 1: say how the command leaves, such as “exit 4”"),
        ("$ rm articles\n", "expected.txt line 1: a command starts with “newsdesk”"),
        ("$ newsdesk 'draft\n", "expected.txt line 1: the command cannot be read (No closing quotation)"),
        (
            "# why\n$ newsdesk draft\nexit 3\n",
            "expected.txt line 3: “exit 3” is no exit code that can be expected; there is: 0, 1, 2, 4, 75",
        ),
        ("$ newsdesk draft\nexit 0\nwrites\n", "expected.txt line 3: “writes” needs a file name behind it"),
    ],
)
def test_a_malformed_expectation_is_told_with_its_line(expected, sentence, tmp_path):
    with pytest.raises(CaseError) as told:
        read_case(written(tmp_path / "case", expected))
    assert str(told.value) == f"{tmp_path}/case/{sentence}"


@pytest.mark.parametrize(
    ("recipe", "sentence"),
    [
        ("bake articles/a.txt\n", "line 1: “bake” is no word of a recipe; there is: bytes, copy, "),
        ("\nlink articles/a.txt\n", "line 2: “link” needs 2 words behind it and has 1"),
        ("bytes articles/a.txt no-hex\n", "line 1: this cannot be done (non-hexadecimal number"),
        ("text ../../../a.txt x\n", "line 1: this cannot be done (the name leads too far out)"),
        ("encode articles/none.txt latin-1\n", "line 1: this cannot be done ([Errno 2]"),
    ],
)
def test_a_malformed_recipe_is_told_with_its_line(recipe, sentence, tmp_path):
    case = read_case(written(tmp_path / "case", "$ newsdesk draft\nexit 0\n", recipe))
    with pytest.raises(CaseError) as told:
        lay(case, tmp_path / "here")
    assert str(told.value).startswith(f"{tmp_path}/case/make.txt {sentence}")


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ("$ newsdesk draft\nexit 4\n", "“newsdesk draft” leaves with 0 and not with 4"),
        ("$ newsdesk draft\nexit 0\nnewsdesk: boo\n", "“newsdesk draft” says\n    \n  and not\n    newsdesk: boo"),
        ("$ newsdesk draft\nexit 0\nprints boo\n", "“newsdesk draft” does not print “boo” but\n"),
        ("$ newsdesk draft\nexit 0\nwrites a.po\n", "a.po is not there afterwards"),
        ("$ newsdesk draft\nexit 0\nlacks newsdesk.toml\n", "newsdesk.toml is there afterwards"),
        (
            "$ newsdesk draft\nexit 0\nkeeps locales/et/LC_MESSAGES/ferry.po\n",
            "locales/et/LC_MESSAGES/ferry.po was changed, made or removed",
        ),
    ],
)
def test_whatever_a_case_promises_can_be_broken(expected, fault, tmp_path):
    case = read_case(written(tmp_path / "case", expected))
    found = faults(case, lay(case, tmp_path))
    assert any(one.startswith(fault) for one in found), found


def test_a_file_outside_the_project_that_changes_is_seen(tmp_path, monkeypatch):
    case = read_case(written(tmp_path / "case", "$ newsdesk draft\nexit 0\n", "text ../secret.txt hush-hush\n"))
    project = lay(case, tmp_path)

    def careless(arguments, project):
        (project.parent / "secret.txt").write_text("hush-hush too", "utf-8")
        (project / "articles" / "ferry.txt").unlink()
        (project / "copy").write_text("it was hush-hush", "utf-8")
        return trouble.Ran(0, "", "")

    monkeypatch.setattr(trouble, "run", careless)
    assert faults(case, project) == [
        "articles/ferry.txt was changed, made or removed",
        "secret.txt was changed, made or removed",
        "what stands in secret.txt, outside the project, has come into desk/copy",
    ]


def test_no_case_is_forgotten_in_the_wrong_place():
    assert sorted(path.parent for path in CASES.rglob("expected.txt")) == FOUND
