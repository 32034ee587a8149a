"""A newsroom of thousands of articles: new PO files lie in sub-folders, and everything that is done finds them."""

import re
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from tests.workflow.days import Days
from tests.workflow.people import entries, standing, translate
from tests.workflow.project import Project, told
from translate.cli.project import CLOCK
from translate.core.results.exporting import ExportState
from translate.core.results.summary import ExitCode
from translate.settings import SubFolders
from translate.workflow import articles, shelves
from translate.workflow.amending import looked
from translate.workflow.catalogs import find
from translate.workflow.draft import draft
from translate.workflow.kept import listed
from translate.workflow.relocating import relocate
from translate.workflow.restoring import restore
from translate.workflow.status import status
from translate.workflow.strays import strays

ET = "locales/et/LC_MESSAGES"
FERRY, TRAIN = f"{ET}/ferry.po", f"{ET}/130/train.po"
SNOW, SNOW_POT = f"{ET}/2025-02/2025-02-20-snow.po", "locales/2025-02/2025-02-20-snow.pot"
COLD, COLD_TOO = "It snowed all day.", "Õhtul sadas lund."


def run(project, *paths, **options):
    return draft(project.settings, paths, **{"now": datetime.now(UTC), "clock": CLOCK, **options})


def with_sub_folders(project, said=SubFolders.ALWAYS):
    project.settings = replace(project.settings, sub_folders=said)


def asked_for(project, path):
    return {path.name for path, _ in find(project.settings, [project.root / path], [])[0]}


def catalogs(project):
    return sorted(name for name in project.files() if name.startswith("locales/"))


@pytest.fixture
def project(tmp_path):
    """An article whose PO file was there before there were so many, and two that came after that."""
    project = Project(tmp_path)
    run(project)
    with_sub_folders(project)
    project.write("articles/train.txt", "Train opens\n\nThe train left.\n")
    project.write("articles/2025-02-20-snow.txt", f"Snow\n\n{COLD}\n")
    run(project)
    return project


def test_what_is_there_stays_and_new_files_lie_in_sub_folders(project):
    assert catalogs(project) == [
        "locales/130/train.pot", SNOW_POT, FERRY.replace("ferry", "130/train"), SNOW, FERRY, "locales/ferry.pot"
    ]  # fmt: skip
    for said in SubFolders:  # A project that shrinks, or changes its mind, finds what it has.
        with_sub_folders(project, said)
        before = project.files()
        summary = run(project)
        assert [one.path for one in summary.catalogs] == [SNOW, FERRY, TRAIN]
        assert (project.files(), summary.notes, told(summary.troubles)) == (before, (), [])


def test_a_project_decides_by_all_its_articles_whichever_are_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(shelves, "MANY", 1)
    project = Project(tmp_path)
    project.write("articles/train.txt", "Train opens\n")
    run(project, project.root / "articles/ferry.txt")
    assert catalogs(project) == ["locales/070/ferry.pot", f"{ET}/070/ferry.po"]
    (project.root / "articles/ferry.txt").rename(project.root / "articles/ice.txt")
    names = [project.root / f"articles/{name}.txt" for name in ("ferry", "ice")]
    relocate(project.settings, *names, dry_run=False, now=datetime.now(UTC))
    assert catalogs(project) == ["locales/239/ice.pot", f"{ET}/239/ice.po"]


def test_the_files_are_the_same_wherever_they_lie(tmp_path):
    made = {}
    for said in (SubFolders.NEVER, SubFolders.ALWAYS):
        days = Days(Project(tmp_path / said, sub_folders=said))
        days.publish()
        days.correct()
        days.write("ice", "Ice", "It was long.", "Nobody came.")
        news, summary = days.night(), days.told().summary
        made[said] = (
            {
                re.sub(r"/(070|130|239)/", "/", name): re.sub(rb"/(070|130|239)/", b"/", data)
                for name, data in days.project.files().items()
                if name.startswith(("locales", "exports"))
            },
            news.outdated,
            [replace(one, path=PurePosixPath(one.path).name) for one in summary.catalogs],
        )
    assert made[SubFolders.NEVER] == made[SubFolders.ALWAYS]


def test_what_a_translator_approves_there_is_kept_remembered_exported_and_counted(tmp_path):
    days = Days(Project(tmp_path, sub_folders=SubFolders.ALWAYS))
    days.publish()
    time.sleep(0.06)  # No file is known to be as it was that has changed within 50 ms.
    days.night()
    before = days.project.files()
    days.draft()
    assert days.project.files() == before
    days.write("ice", "Ice", "It was long.")
    days.draft()
    assert entries(days.project, "ice")["It was long."].msgstr == "Õ: It was long."
    assert {one.state for one in days.export("ferry", "train").articles} == {ExportState.UNCHANGED}
    counted = {one.path: one.counts.approved for one in status(days.project.settings, now=days.now).catalogs}
    assert counted[TRAIN] == 2
    assert asked_for(days.project, f"{ET}/130") == {"train.po"}
    assert asked_for(days.project, "articles") == asked_for(days.project, ET) == {"ferry.po", "ice.po", "train.po"}
    assert {TRAIN} <= {one.path for one in days.told().review.catalogs}


def test_an_article_that_is_renamed_takes_its_work_along(project):
    translate(project, "2025-02-20-snow", {COLD: COLD_TOO})
    run(project)
    (project.root / "articles/2025-02-20-snow.txt").rename(project.root / "articles/2025-03-01-snow.txt")
    new = "2025-03/2025-03-01-snow"
    assert f"{SNOW}: follows its article, and is {ET}/{new}.po now" in run(project).notes
    assert standing(project, "2025-03-01-snow") == {COLD: (COLD_TOO, False)}
    assert {name for name in catalogs(project) if "snow" in name} == {f"{ET}/{new}.po", f"locales/{new}.pot"}

    names = [project.root / f"articles/{name}.txt" for name in ("2025-03-01-snow", "blizzard")]
    done = relocate(project.settings, *names, dry_run=False, now=datetime.now(UTC))
    assert done.exit_code is ExitCode.CLEAN
    assert standing(project, "blizzard") == {COLD: (COLD_TOO, False)}
    summary = run(project)
    assert ([one for one in summary.notes if "rail" not in one], told(summary.troubles)) == ([], [])


def test_an_article_that_is_withdrawn_is_told_with_its_file_and_its_translation_is_moved(tmp_path):
    days = Days(Project(tmp_path, sub_folders=SubFolders.ALWAYS))
    days.publish()
    days.withdraw("train")
    (gone,) = days.night().withdrawals
    assert (gone.article, gone.catalogs) == ("articles/train.txt", (TRAIN,))
    days.night()
    assert (days.lies("exports/et/articles/train.txt"), days.lies(TRAIN)) == (False, True)


def test_what_was_deleted_comes_back_where_it_was(project):
    translate(project, "2025-02-20-snow", {COLD: COLD_TOO})
    run(project)
    (project.root / SNOW).unlink()
    with looked(project.settings, now=datetime.now(UTC)) as (seen, _):
        restored = restore(seen, listed(seen))
    assert told(restored.troubles) == []
    assert standing(project, "2025-02-20-snow") == {COLD: (COLD_TOO, False)}


# --- what people do to the folders ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), [(SNOW, f"{ET}/2025-02-20-snow.po"), (FERRY, f"{ET}/070/ferry.po")])
@pytest.mark.parametrize("way", [shutil.move, shutil.copy])
def test_a_file_that_somebody_moves_or_copies_to_its_other_place_loses_nothing(project, old, new, way):
    name = PurePosixPath(old).stem
    source = next(source for source in entries(project, name) if " " in source)
    translate(project, name, {source: COLD_TOO})
    run(project)
    (project.root / new).parent.mkdir(exist_ok=True)
    way(project.root / old, project.root / new)
    before = project.files()

    summary = run(project)

    assert (project.files(), told(summary.troubles)) == (before, [])
    is_second = (project.root / old).exists()
    counting, other = sorted((old, new), key=len) if is_second else (new, old)
    assert counting in {one.path for one in summary.catalogs}
    advice = f"is no work: the PO file of its article is {counting}; bring the two together there, and delete this one"
    assert [note for note in summary.notes if other in note] == ([f"{other}: {advice}"] if is_second else [])
    with looked(project.settings, now=datetime.now(UTC)) as (seen, _):
        assert (listed(seen), [one for one in seen.history.paths() if name in one]) == ([], [counting])


def test_of_two_files_only_the_one_that_counts_is_ever_written_read_or_learnt_from(project):
    second = project.write(f"{ET}/070/ferry.po", project.read(FERRY))
    data = second.read_bytes().replace(b'msgstr "The ferry sailed."', b'msgstr "Laev."').replace(b"#, fuzzy\n", b"")
    second.write_bytes(data)
    project.write("articles/ferry.txt", "Ferry opens\n\nThe ferry sailed.\nIt rained.\n")
    project.write("articles/ice.txt", "Ice\n\nThe ferry sailed.\n")
    run(project)
    assert second.read_bytes() == data
    assert entries(project, "ice")["The ferry sailed."].msgstr != "Laev."
    assert f"{ET}/070/ferry.po" in {stray.shown for stray in strays(project.settings, articles.named(project.settings))}
    assert "070" not in str(status(project.settings, now=datetime.now(UTC)).catalogs)


def test_a_file_in_the_wrong_sub_folder_is_named_and_is_nobodys_work(project):
    wrong = project.write(f"{ET}/007/ferry.po", project.read(FERRY))
    before = wrong.read_bytes()
    (note,) = run(project).notes
    assert note.startswith(f"{ET}/007/ferry.po: is no work: the PO file of its article is {FERRY}")
    assert wrong.read_bytes() == before


def test_a_file_that_somebody_renamed_as_its_article_goes_to_the_sub_folder_of_its_new_name(project):
    translate(project, "train", {"The train left.": "Rong väljus."})
    run(project)
    (project.root / "articles/train.txt").rename(project.root / "articles/rail.txt")
    (project.root / TRAIN).rename(project.root / f"{ET}/130/rail.po")
    dry, done = run(project, dry_run=True), run(project)
    assert f"{ET}/130/rail.po: follows its article, and is {ET}/242/rail.po now" in {*dry.notes} & {*done.notes}
    assert standing(project, "rail") == {"The train left.": ("Rong väljus.", False)}
    assert (done.lost, told(done.troubles)) == ((), [])
    before = project.files()
    assert (run(project).notes, project.files()) == ((), before)


def test_of_two_files_in_wrong_sub_folders_neither_is_moved(project):
    data = project.read(TRAIN)
    (project.root / TRAIN).unlink()
    for shelf in ("007", "008"):
        project.write(f"{ET}/{shelf}/train.po", data)
    summary = run(project)
    assert [note.partition(":")[0] for note in summary.notes] == [f"{ET}/007/train.po", f"{ET}/008/train.po"]
    assert (project.read(f"{ET}/007/train.po"), project.read(f"{ET}/008/train.po")) == (data, data)


@pytest.mark.parametrize("name", ["2025-02-20-snow (1).po", "2025-02-20-snow.po.orig", "2025-02-20-gone.po"])
def test_what_lies_about_in_a_sub_folder_is_named(project, name):
    project.write(f"{ET}/2025-02/{name}", project.read(SNOW))
    (note,) = run(project).notes
    assert note.startswith(f"{ET}/2025-02/{name}: ")


def test_somebodys_own_folders_are_left_alone(project):
    for name in (f"{ET}/mine/ferry.po", f"{ET}/2025-02/old/x.po", f"{ET}/et/y.po", "locales/mine/z.pot"):
        project.write(name, project.read(FERRY))
    before = project.files()
    summary = run(project)
    assert (project.files(), summary.notes, told(summary.troubles)) == (before, (), [])


def test_a_file_that_is_called_like_a_sub_folder_keeps_out_what_belongs_in_there_and_nothing_else(project):
    project.write(f"{ET}/2025-05", "somebody's")
    project.write("articles/2025-05-01-may.txt", "May\n\nIt was warm.\n")
    project.write("articles/2025-06-01-june.txt", "June\n\nIt was hot.\n")
    summary = run(project)
    (trouble,) = summary.troubles
    assert trouble.path == f"{ET}/2025-05/2025-05-01-may.po"
    assert project.read(f"{ET}/2025-05") == "somebody's"
    assert f"{ET}/2025-06/2025-06-01-june.po" in catalogs(project)


def test_a_link_that_leads_out_in_the_place_of_a_sub_folder_is_told_and_not_followed(project, tmp_path_factory):
    translate(project, "2025-02-20-snow", {COLD: COLD_TOO})
    run(project)
    outside = tmp_path_factory.mktemp("outside")
    shelf = project.root / ET / "2025-02"
    shelf.rename(outside / "there")
    shelf.symlink_to(outside / "there")
    before = {path.name: path.read_bytes() for path in (outside / "there").iterdir()}
    project.write("articles/2025-02-21-ice.txt", "Ice\n\nIt froze.\n")

    for _ in range(2):
        summary = run(project)
        assert told(summary.troubles) == [
            f"{ET}/2025-02: is a link that leads out of the project; put the folder itself in its place"
        ]
    assert {path.name: path.read_bytes() for path in (outside / "there").iterdir()} == before
    found = status(project.settings, now=datetime.now(UTC))
    assert ([one.slug for one in found.catalogs], [one.path for one in found.troubles]) == (
        ["ferry", "train"],
        [f"{ET}/2025-02"],
    )
    assert found.lost == ()
