"""An export that says what its article does not say any more is told until it is exported anew."""

import os
from dataclasses import replace

import pytest

from tests.workflow.days import DEARER, FARE, FERRY, HEADLINE, LATE, OUT, Days, published
from translate.core.results.news import Difference, Fate, Outdated, Policy
from translate.settings import Exporting
from translate.workflow.outdating import outdated

ASIDE = "exports/withdrawn/et/articles/ferry.txt"
TOLD = Outdated("et", FERRY, OUT, "2026-11-22", (Difference(FARE, DEARER),))


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def found(days: Days, *, acts=False):
    with days.seen() as (seen, every):
        return list(outdated(seen, every.paths, acts=acts))


def known(days):
    with days.seen() as (seen, _):
        return {(one.folder, one.article): one for one in seen.history.exports.all()}


def test_it_is_told_by_everybody_who_looks_until_it_is_exported_anew(days):
    assert found(days, acts=True) == []
    days.correct()
    assert [found(days), found(days, acts=True), found(days, acts=True)] == [[TOLD]] * 3
    days.publish()
    assert found(days, acts=True) == []


def test_it_is_not_told_any_more_when_the_article_says_again_what_it_said(days):
    days.correct()
    assert found(days, acts=True) == [TOLD]
    days.write("ferry", HEADLINE, FARE, LATE)
    assert found(days, acts=True) == []


def test_an_article_that_is_only_saved_again_is_not_read_twice(days, monkeypatch):
    days.day = 10_000  # Long after all of it was saved.
    assert found(days, acts=True) == []
    with monkeypatch.context() as patch:
        patch.setattr("translate.documents.reading.Reader.read", lambda *_: 1 / 0)
        assert found(days, acts=True) == []


def test_whoever_only_looks_keeps_nothing(days):
    before = known(days)
    days.day = 10_000  # Long after all of it was saved, so that a night would know that it is as it was.
    found(days)
    assert known(days) == before
    found(days, acts=True)
    assert known(days) != before


@pytest.mark.parametrize(
    ("policy", "fate", "places"),
    [
        (Policy.KEEP, Fate.STAYS, (True, False)),
        (Policy.MOVE, Fate.ASIDE, (False, True)),
        (Policy.REMOVE, Fate.REMOVED, (False, False)),
    ],
)
def test_a_night_does_with_it_what_the_newsroom_wants_and_a_look_never(tmp_path, policy, fate, places):
    days = published(tmp_path, export=Exporting(outdated=policy))
    days.correct()
    days.draft()
    assert (found(days), days.lies(OUT)) == ([TOLD], True)
    assert found(days, acts=True) == [replace(TOLD, fate=fate)]
    assert (days.lies(OUT), days.lies(ASIDE)) == places
    assert found(days, acts=True) == ([TOLD] if policy is Policy.KEEP else [])


def test_what_no_run_has_taken_in_yet_moves_nothing(tmp_path):
    days = published(tmp_path, export=Exporting(outdated=Policy.MOVE))
    days.correct()
    assert (found(days, acts=True), days.lies(OUT)) == ([TOLD], True)


def test_in_a_folder_elsewhere_nothing_is_touched(tmp_path):
    days = published(tmp_path, export=Exporting(outdated=Policy.REMOVE))
    days.export(output=days.project.root / "site")
    days.correct()
    days.draft()
    told = {one.path: one.fate for one in found(days, acts=True)}
    assert told == {OUT: Fate.REMOVED, "site/et/articles/ferry.txt": Fate.STAYS}
    assert days.lies("site/et/articles/ferry.txt")


def test_one_that_cannot_be_taken_out_is_told_with_the_reason(tmp_path):
    days = published(tmp_path, export=Exporting(outdated=Policy.MOVE))
    days.correct()
    days.draft()
    days.project.write("site/note.txt", "mine")
    (days.project.root / "exports/withdrawn").symlink_to(days.project.root / "site")
    told, error = found(days, acts=True)
    assert (told, days.lies(OUT)) == (TOLD, True)
    assert str(error) == (
        "exports/withdrawn: is a link that leads out of the folder of exports; put the folder itself in its place"
    )


def test_the_renamed_article_is_asked_by_its_new_name(days):
    (days.project.root / FERRY).rename(days.project.root / "articles/island-ferry.txt")
    days.draft()
    assert found(days, acts=True) == []
    days.write("island-ferry", HEADLINE, DEARER, LATE)
    assert found(days, acts=True) == [replace(TOLD, article="articles/island-ferry.txt")]


def test_what_somebody_has_deleted_is_forgotten_unless_the_whole_folder_is_away(days):
    root = days.project.root
    (root / "exports").rename(root / "elsewhere")
    assert (found(days, acts=True), len(known(days))) == ([], 2)
    (root / "elsewhere").rename(root / "exports")
    (root / OUT).unlink()
    assert (found(days, acts=True), list(known(days))) == ([], [("exports", "articles/train.txt")])


def test_of_an_article_that_cannot_be_read_it_is_known_all_the_same_that_it_is_newer(days):
    days.project.write(FERRY, b"\xff\xfe\x00")
    os.utime(days.project.root / OUT, (1_000_000_000,) * 2)
    assert found(days, acts=True) == [Outdated("et", FERRY, OUT, "2001-09-09", is_known=False)]
    assert len(known(days)) == 2


def test_of_an_export_of_which_nothing_is_known_the_time_tells(days):
    with days.seen() as (seen, _):
        seen.history.exports.forget(seen.history.exports.all())
    assert found(days) == []
    os.utime(days.project.root / OUT, (1_000_000_000,) * 2)
    assert found(days, acts=True) == [Outdated("et", FERRY, OUT, "2001-09-09", is_known=False)]
