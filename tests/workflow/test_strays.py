"""What lies about in a project is no work, and is named once with what to do."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.workflow.project import Project
from translate.cli.project import CLOCK
from translate.workflow import articles
from translate.workflow.draft import draft
from translate.workflow.strays import strays, work_in

CATALOGS = "locales/et/LC_MESSAGES"
CONFLICT = "ferry.sync-conflict-20261127-101010-ABCDEFG"


@pytest.fixture
def project(tmp_path):
    """An article with its PO file."""
    project = Project(tmp_path)
    run(project)
    return project


def run(project, **options):
    return draft(project.settings, now=datetime.now(UTC), clock=CLOCK, **options)


def work(project):
    return [path.name for path in work_in(project.settings, "et", articles.named(project.settings))]


def names(project):
    return [stray.shown for stray in strays(project.settings, articles.named(project.settings))]


def copy_of_the_catalog(project, name):
    return project.write(f"{CATALOGS}/{name}", project.read(f"{CATALOGS}/ferry.po"))


@pytest.mark.parametrize(
    "name",
    [f"{CONFLICT}.po", "ferry (1).po", "ferry - Copy.po", "ferry.po.orig", "ferry.po.rej", "ferry.po~", "old.po"],
)
def test_a_copy_and_what_has_no_article_is_no_work_and_is_named_by_the_first_run_that_sees_it(project, name):
    copy_of_the_catalog(project, name)
    assert (work(project), names(project)) == (["ferry.po"], [f"{CATALOGS}/{name}"])
    (note,) = run(project).notes
    assert note.startswith(f"{CATALOGS}/{name}: ")
    assert run(project).notes == ()


def test_the_command_for_a_stray_names_no_article_that_has_its_name_and_files_of_its_own(project):
    project.write("articles/harbour/ferry.txt", "A harbour opens\n\nNobody came.\n")
    run(project)
    (project.root / "articles/ferry.txt").unlink()
    (stray,) = strays(project.settings, articles.named(project.settings))
    told = replace(stray, homes=("articles/harbour/gale.txt",)).told
    assert f"“newsdesk articles mv {CATALOGS}/ferry.po articles/harbour/gale.txt”" in told


def test_a_copy_of_an_article_is_no_article_and_its_po_file_no_work(project):
    project.write(f"articles/{CONFLICT}.txt", project.read("articles/ferry.txt"))
    copy_of_the_catalog(project, f"{CONFLICT}.po")
    assert (work(project), names(project)) == (
        ["ferry.po"],
        [f"articles/{CONFLICT}.txt", f"{CATALOGS}/{CONFLICT}.po"],
    )
    assert [result.path for result in run(project).catalogs] == [f"{CATALOGS}/ferry.po"]


def test_what_an_editor_has_open_is_nobodys_trouble(project):
    (project.root / CATALOGS / ".#ferry.po").symlink_to("anna@desk.4711:1764300000")
    (project.root / CATALOGS / ".ferry.po.swp").write_bytes(b"")
    assert (work(project), names(project), run(project).notes) == (["ferry.po"], [], ())


def test_of_many_the_first_are_named_and_all_are_counted(project):
    for number in range(5):
        copy_of_the_catalog(project, f"old{number}.po")
    (note,) = run(project).notes
    assert note.startswith("5 files are no work")
    assert [f"old{number}.po" in note for number in range(5)] == [True, True, True, False, False]
    assert run(project).notes == ()


def test_a_dry_run_tells_of_it_and_so_does_the_run_that_follows(project):
    copy_of_the_catalog(project, "old.po")
    assert len(run(project, dry_run=True).notes) == len(run(project).notes) == 1


@pytest.mark.parametrize("way", ["no folder", "an empty folder", "one folder of two"])
def test_while_the_articles_are_not_there_every_po_file_is_work_and_nothing_is_named(tmp_path, way):
    project = Project(tmp_path, articles=("articles", "more") if way == "one folder of two" else ("articles",))
    if way == "one folder of two":
        project.write("more/train.txt", "Train\n")
    run(project)
    folder = project.root / "articles"
    folder.rename(project.root / "elsewhere")
    if way == "an empty folder":
        folder.mkdir()
    assert "ferry.po" in work(project)
    assert names(project) == []


def test_a_copy_does_not_come_into_the_place_of_a_file_that_was_deleted(project):
    """It had the article's segments, as a PO file has that was renamed, and so its texts came in as approved."""
    copy = copy_of_the_catalog(project, "ferry - Copy.po")
    before = copy.read_bytes()
    run(project)
    (project.root / CATALOGS / "ferry.po").unlink()
    run(project)
    assert copy.read_bytes() == before
    assert work(project) == ["ferry.po"]


@pytest.mark.parametrize("name", [CONFLICT, "ferry (1)", "withdrawn"])
def test_what_is_no_work_feeds_nothing(project, name):
    sentence = "The minister denied the charge of theft in a long and angry speech."
    project.write("articles/ferry.txt", f"Ferry opens\n\n{sentence}\n")
    project.catalog(name, (sentence, "Minister tunnistas varguse üles."))
    project.catalog("ferry", (sentence, ""))
    run(project)
    project.write("articles/train.txt", f"Train opens\n\n{sentence}\nIt was late, and nobody knew why.\n")
    run(project)
    assert "tunnistas" not in project.read(f"{CATALOGS}/ferry.po") + project.read(f"{CATALOGS}/train.po")


def test_a_copy_of_a_file_that_has_another_name_by_now_is_not_taken_for_that_file(project):
    copy = copy_of_the_catalog(project, "ferry - Copy.po")
    run(project)
    (project.root / "articles/ferry.txt").rename(project.root / "articles/boat.txt")
    run(project)
    (project.root / CATALOGS / "boat.po").unlink()
    (project.root / "articles/boat.txt").rename(project.root / "articles/ship.txt")
    run(project)
    assert copy.exists()
    assert work(project) == ["ship.po"]
