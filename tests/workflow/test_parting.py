"""A PO file that is deleted with its article is let go of, and what people wrote in it is kept."""

import shutil
from datetime import UTC, datetime

import pytest

from tests.workflow.people import translate
from tests.workflow.project import Project
from translate.cli.project import CLOCK
from translate.core.entries.losses import Reason
from translate.history.texts import History
from translate.workflow.draft import draft
from translate.workflow.places import history_file

CATALOGS = "locales/et/LC_MESSAGES"
TRAIN = f"{CATALOGS}/train.po"
LEFT, LATE = "The train left before anybody had noticed.", "The guard was late."
KEPT = f"{TRAIN}: was deleted with its article; 2 texts of people are kept: “newsdesk restore --all”"


@pytest.fixture
def project(tmp_path):
    """Two articles; in one of them a translator has approved a text, and has another in review."""
    project = Project(tmp_path)
    project.write("articles/train.txt", f"Train\n\n{LEFT}\n{LATE}\n")
    run(project)
    translate(project, "train", {LEFT: "Rong lahkus märkamatult."})
    translate(project, "train", {LATE: "Valvur jäi hiljaks."}, fuzzy=True)
    run(project)
    return project


def run(project, **options):
    return draft(project.settings, now=datetime.now(UTC), clock=CLOCK, **options)


def remembered(project):
    """What the history keeps, and whether it knows the file."""
    with History(history_file(project.settings), home=None) as history:
        kept = [(one.path, one.seen.entry.msgid, one.reason, one.is_open) for one in history.kept()]
        return kept, TRAIN in [*history.paths()]


BOTH = [(TRAIN, LEFT, Reason.REMOVED, False), (TRAIN, LATE, Reason.REMOVED, False)]


@pytest.mark.parametrize("way", ["deleted", "renamed", "orphaned"])
def test_what_people_wrote_in_a_file_that_is_deleted_with_its_article_is_kept_and_told_once(project, way):
    if way == "renamed":
        (project.root / "articles/train.txt").rename(project.root / "articles/rail.txt")
    else:
        (project.root / "articles/train.txt").unlink()
    if way == "orphaned":
        run(project)
    (project.root / TRAIN).unlink()
    ran = run(project)
    assert (ran.notes, ran.troubles, ran.lost) == ((KEPT,), (), ())
    assert remembered(project) == (BOTH, False)
    assert run(project).notes == ()
    assert remembered(project) == (BOTH, False)


def test_a_dry_run_tells_of_it_and_keeps_nothing(project):
    for name in ("articles/train.txt", TRAIN):
        (project.root / name).unlink()
    assert run(project, dry_run=True).notes == (KEPT,)
    assert remembered(project) == ([], True)


def test_drafts_alone_are_let_go_of_in_silence(project):
    project.write("articles/tram.txt", "Tram\n\nThe tram did not come.\n")
    run(project)
    for name in ("articles/tram.txt", f"{CATALOGS}/tram.po"):
        (project.root / name).unlink()
    assert run(project).notes == ()
    with History(history_file(project.settings), home=None) as history:
        assert {*history.paths()} == {TRAIN, f"{CATALOGS}/ferry.po"}


def test_a_file_that_somebody_renamed_by_hand_as_its_article_is_not_deleted(project):
    (project.root / "articles/train.txt").rename(project.root / "articles/rail.txt")
    (project.root / TRAIN).rename(project.root / CATALOGS / "rail.po")
    assert run(project).notes == ()
    assert remembered(project) == ([], False)


@pytest.mark.parametrize("missing", [["articles"], [CATALOGS], ["articles", CATALOGS]])
def test_while_a_disk_may_be_missing_nothing_is_let_go_of(project, missing):
    (project.root / "articles/train.txt").unlink()
    for name in missing:
        shutil.move(project.root / name, project.root / "away")
    if missing == [CATALOGS]:
        (project.root / CATALOGS).mkdir()
    assert not [note for note in run(project).notes if "deleted with its article" in note]
    assert remembered(project) == ([], True)
