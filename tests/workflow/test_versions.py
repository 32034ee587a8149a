"""Two versions of the glossary are compared: files, folders and revisions, and the project's own files."""

import subprocess

import pytest

from tests.programs import needs
from tests.termbases.sheets.workbooks import xlsx
from translate.core.terms.differences import Kind
from translate.errors import GlossaryError
from translate.workflow.versions import compare

pytestmark = needs("git")
ET, ALL = "glossaries/et.csv", "glossaries/all.csv"


def git(project, *arguments):
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", "-C", project.root, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def kept(project, monkeypatch):
    """A project with two terms whose files are in git, and somebody stands in it."""
    project.write(ET, "source,target\nferry,praam\nship,laev\n")
    git(project, "init", "--quiet")
    git(project, "add", "glossaries")
    git(project, "commit", "--quiet", "--message=x")
    monkeypatch.chdir(project.root)
    return project


def told(found):
    return [(each.path, change.source, *change.kinds) for each in found for change in each.changes]


def test_without_a_name_the_files_are_compared_with_the_last_revision(kept):
    assert compare(kept.settings, None, None) == ()
    kept.write(ET, "source,target\nferry,parvlaev\nship,laev\n")
    (found,) = compare(kept.settings, None, None)
    assert (found.path, found.old_path) == (ET, f"HEAD:{ET}")
    (change,) = found.changes
    assert (change.kinds, change.old.target, change.new.target) == ((Kind.TARGET,), "praam", "parvlaev")
    assert (change.old.origin.path, change.new.origin.path) == (f"HEAD:{ET}", ET)


def test_where_there_is_no_last_revision_it_is_told_what_to_name(project, monkeypatch):
    monkeypatch.chdir(project.root)
    project.write(ET, "source,target\nferry,praam\n")
    for settings, why in (
        (None, "there is no project here whose files could be compared; name two files or folders"),
        (
            project.settings,
            "there is nothing to compare with, as git cannot be asked for a revision: .* name two files",
        ),
    ):
        with pytest.raises(GlossaryError, match=why):
            compare(settings, None, None)
    git(project, "init", "--quiet")
    with pytest.raises(GlossaryError, match="as git has no revision yet; name two files or folders"):
        compare(project.settings, ET, None)


def test_rows_in_another_order_columns_too_and_other_separators_are_no_difference(kept):
    kept.write(ET, '\ufeffsep=;\r\ntarget;note;source\r\nlaev;;ship\r\n"praam";;ferry\r\n'.encode())
    assert compare(kept.settings, None, None) == ()


def test_files_that_come_and_go_are_rows_that_do(kept):
    (kept.root / ET).unlink()
    kept.write(ALL, "source,target,action\nBBC,,keep\n")
    assert told(compare(kept.settings, None, None)) == [
        (ALL, "BBC", Kind.ADDED), (ET, "ferry", Kind.REMOVED), (ET, "ship", Kind.REMOVED),
    ]  # fmt: skip


def test_spreadsheets_are_compared_row_by_row(kept):
    sheet = kept.root / "glossaries/all.xlsx"
    sheet.write_bytes(xlsx("source,target", "NATO,NATO"))
    git(kept, "add", "glossaries")
    git(kept, "commit", "--quiet", "--message=y")
    sheet.write_bytes(xlsx("source,target", "NATO,OTAN"))
    assert told(compare(kept.settings, None, None)) == [("glossaries/all.xlsx", "NATO", Kind.TARGET)]
    assert told(compare(kept.settings, "HEAD", "glossaries")) == [("glossaries/all.xlsx", "NATO", Kind.TARGET)]


def test_a_file_that_became_a_spreadsheet_is_compared_with_what_it_was(kept):
    (kept.root / ET).unlink()
    (kept.root / "glossaries/et.xlsx").write_bytes(xlsx("source,target", "ferry,parvlaev", "ship,laev"))
    assert told(compare(kept.settings, None, None)) == [("glossaries/et.xlsx", "ferry", Kind.TARGET)]


def test_a_spreadsheet_beside_a_csv_file_is_not_read_now_nor_then(kept):
    (kept.root / "glossaries/et.xlsx").write_bytes(xlsx("source,target", "ferry,parvlaev"))
    assert compare(kept.settings, None, None) == ()
    git(kept, "add", "glossaries")
    git(kept, "commit", "--quiet", "--message=y")
    assert compare(kept.settings, None, None) == ()
    assert compare(kept.settings, "HEAD~1", "HEAD") == ()


def test_of_two_spreadsheets_of_a_name_none_is_taken(kept):
    for name in ("fi.xlsx", "fi.ods"):
        kept.write(f"glossaries/{name}", b"x")
    (found,) = compare(kept.settings, None, None)
    assert [str(error) for error in found.errors] == [
        "glossaries/fi.xlsx: is there beside fi.ods; keep the one that is right, and remove the other"
    ]


def test_two_revisions_are_compared_whatever_the_files_are_now(kept):
    kept.write(ET, "source,target\nferry,parvlaev\nship,laev\n")
    git(kept, "commit", "--quiet", "--all", "--message=y")
    kept.write(ET, "not even a glossary\n")
    assert told(compare(kept.settings, "HEAD~1", "HEAD")) == [(f"HEAD:{ET}", "ferry", Kind.TARGET)]
    assert told(compare(kept.settings, "HEAD", "HEAD~1")) == [(f"HEAD~1:{ET}", "ferry", Kind.TARGET)]


def test_a_file_of_the_project_is_compared_with_its_last_revision_and_another_with_its_namesake(kept, tmp_path):
    kept.write(ET, "source,target\nferry,praam\n")
    assert told(compare(kept.settings, ET, None)) == [(ET, "ship", Kind.REMOVED)]
    elsewhere = tmp_path / "elsewhere" / "et.csv"
    elsewhere.parent.mkdir()
    elsewhere.write_text("source,target\nferry,praam\nboat,paat\n")
    assert told(compare(kept.settings, str(elsewhere), None)) == [(ET, "boat", Kind.REMOVED)]
    assert told(compare(kept.settings, str(elsewhere.parent), None)) == [(ET, "boat", Kind.REMOVED)]
    assert told(compare(kept.settings, "glossaries", None)) == [(ET, "ship", Kind.REMOVED)]


def test_a_new_file_of_the_project_is_all_new(kept):
    kept.write(ALL, "source,target\nferry,praam\n")
    assert told(compare(kept.settings, ALL, None)) == [(ALL, "ferry", Kind.ADDED)]


def test_files_and_folders_can_be_compared_without_a_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder, target in (("old", "praam"), ("new", "parvlaev")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "et.csv").write_text(f"source,target\nferry,{target}\n")
    assert told(compare(None, "old", "new")) == [("new/et.csv", "ferry", Kind.TARGET)]
    assert told(compare(None, "old/et.csv", "new/et.csv")) == [("new/et.csv", "ferry", Kind.TARGET)]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("old.csv", None), "“old.csv” can be compared with nothing outside of a project; name another version"),
        (("old.csv", "folder"), "“old.csv” is one file and “folder” several; compare one with one"),
        (("folder", "old.csv"), "“old.csv” is one file and “folder” several; compare one with one"),
        (("HEAD", "old.csv"), "there is no file or folder “HEAD”; revisions can be told only within a project"),
    ],
)
def test_what_cannot_be_compared_is_told(tmp_path, monkeypatch, names, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.csv").write_text("source\n")
    (tmp_path / "folder").mkdir()
    with pytest.raises(GlossaryError) as error:
        compare(None, *names)
    assert str(error.value) == message


def test_a_name_that_git_does_not_know_is_told(kept):
    with pytest.raises(GlossaryError, match="“HAED” is no file, no folder and no revision that git knows"):
        compare(kept.settings, "HAED", None)


def test_rows_that_cannot_be_used_are_told_those_that_could_not_before_only_once(kept):
    git(kept, "reset", "--hard", "--quiet")
    kept.write(ET, "source,target\nferry,praam\nship,laev\nbroken\n")
    git(kept, "commit", "--quiet", "--all", "--message=y")
    kept.write(ET, "source,target\n\nferry,praam\nship,laev\nbroken\nboat\nquay\n")
    (found,) = compare(kept.settings, None, None)
    assert found.changes == ()
    assert [(error.path, error.line) for error in found.errors] == [(ET, 5), (ET, 6), (ET, 7)]
    (back,) = compare(kept.settings, ET, str(kept.write("other.csv", "source,target\nferry,praam\nship,laev\n")))
    assert [(error.path, error.line) for error in back.errors] == [(ET, 5), (ET, 6), (ET, 7)]


def test_a_file_that_cannot_be_used_is_told_and_stops_no_other(kept):
    kept.write(ALL, "no header\n")
    kept.write(ET, "source,target\nferry,praam\n")
    every, own = compare(kept.settings, None, None)
    assert ([error.path for error in every.errors], every.changes) == ([ALL], ())
    assert told((own,)) == [(ET, "ship", Kind.REMOVED)]


def test_of_a_file_that_nobody_has_touched_nothing_is_told(kept):
    kept.write(ALL, "source,target\nbroken\n")
    git(kept, "add", "glossaries")
    git(kept, "commit", "--quiet", "--message=y")
    assert compare(kept.settings, None, None) == ()
