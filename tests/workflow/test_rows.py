"""The rows of the glossary are listed as they apply in a locale; a file's facts, as git compares them."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.programs import needs
from tests.termbases.sheets.workbooks import xlsx
from translate.errors import GlossaryError, SettingsError
from translate.workflow.rows import facts, rows

ET, ALL = "glossaries/et.csv", "glossaries/all.csv"


@pytest.fixture
def two_files(project):
    project.write(ALL, "source,target,action\nferry,parvlaev,\nBBC,,keep\nquay\n")
    project.write(ET, "source,target\nferry,praam\nship,laev\n")
    return project


def test_rows_are_listed_as_they_apply(two_files):
    (listed,) = rows(two_files.settings)
    assert [(term.source, term.target, term.origin.path, term.origin.line) for term in listed.terms] == [
        ("ferry", "praam", ET, 2), ("ship", "laev", ET, 3), ("BBC", "BBC", ALL, 3),
    ]  # fmt: skip
    assert (listed.locale, listed.of, [error.line for error in listed.errors]) == ("et", 3, [4])


def test_a_file_that_cannot_be_used_keeps_no_other_locale_from_being_listed(two_files):
    two_files.write("glossaries/es.csv", "no header\n")
    settings = replace(two_files.settings, locales=("es", "et"))
    es, et = rows(settings)
    assert (es.terms, es.of, [error.path for error in es.errors]) == ((), 0, ["glossaries/es.csv"])
    assert et.of == 3


def test_words_choose_among_them(two_files):
    (listed,) = rows(two_files.settings, ["laev"])
    assert ([term.source for term in listed.terms], listed.of) == (["ship"], 3)


def test_a_locale_that_is_none_of_the_projects_is_told(two_files):
    with pytest.raises(SettingsError, match="“fi” is none of the project's locales"):
        rows(two_files.settings, (), ["fi"])


def test_facts_do_not_change_where_rows_columns_and_separators_do(project):
    path = project.write(ET, "source,target,forms\nship,laev,gen=laeva; in=laevas\nferry,praam,\nquay,,\n")
    before = [*facts(path)]
    assert before == [
        "ferry: target = praam", "ship: target = laev", "ship: forms gen = laeva", "ship: forms in = laevas",
        "unusable: “quay” has no target; write one, or keep under action",
    ]  # fmt: skip
    path.write_text('target;forms;source\n;;quay\npraam;;ferry\nlaev;"gen=laeva; in=laevas";ship\n')
    assert [*facts(path)] == before


def test_a_file_that_cannot_be_used_is_told_with_its_lines(project):
    path = project.write(ET, b"a,b\nferry,pr\xe4am\n")
    told, *lines = facts(path)
    assert told.startswith("unusable: ")
    assert lines == ["a,b", "ferry,pr�am"]
    with pytest.raises(GlossaryError, match="there is no such file"):
        list(facts(project.root / "glossaries/fi.csv"))


@needs("git")
def test_git_shows_the_facts_that_changed(project):
    """By the lines that README.md gives."""

    def git(*arguments):
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        command = ["git", "-C", project.root, *identity, *arguments]
        return subprocess.run(
            command, check=True, capture_output=True, text=True, env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull}
        ).stdout

    git("init", "--quiet")
    git("config", "diff.glossary.textconv", f"{sys.executable} -m translate glossary list --textconv")
    project.write(".gitattributes", "glossaries/* diff=glossary\n")
    project.write(ET, "source,target,forms\nferry,praam,gen=praami\nship,laev,\n")
    git("add", "glossaries")
    git("commit", "--quiet", "--message=x")
    project.write(ET, "source;target;forms\nship;laev;\nferry;praam;gen=praamide\n")
    changed = [line for line in git("diff").splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert changed == ["-ferry: forms gen = praami", "+ferry: forms gen = praamide"]
    project.write("glossaries/all.xlsx", xlsx("source,target", "quay,kai"))
    git("add", "glossaries")
    assert "+quay: target = kai" in git("diff", "--cached").splitlines()
