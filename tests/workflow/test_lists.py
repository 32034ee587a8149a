"""All lists of a project make one catalog, and each is written back by itself."""

import pytest

from tests.workflow.broadcasting import GUIDE, LIST, OWN, PO, approve, broadcasting
from tests.workflow.people import entries
from translate.core.article import Kind
from translate.core.entries.stages import Stage, stage_of
from translate.core.results.exporting import ExportState
from translate.errors import DocumentError
from translate.workflow import articles, lists
from translate.workflow.lists import Lists


@pytest.fixture
def days(tmp_path):
    return broadcasting(tmp_path)


def titles(days, **more):
    every = Lists(days.project.settings, **more)
    return every.read(every.folder).segments


def test_a_project_without_lists_has_none(project):
    assert Lists(project.settings).find().files == ()
    assert articles.find(project.settings)[0] == [project.root / "articles/ferry.txt"]


def test_the_titles_of_all_lists_stand_together_by_kind_and_in_the_order_of_the_alphabet(days):
    days.project.write(GUIDE, "- {name: Akvaarium, kind: series}\n- The Ferry\n")
    found = [(one.kind, one.text, one.path, one.line) for one in titles(days)]
    assert found == [
        (Kind.SHOW, "Akvaarium", GUIDE, 1),
        (Kind.SHOW, "Pealtnägija", OWN, 2),
        (Kind.SHOW, "The Ferry", GUIDE, 2),
        (Kind.SHOW, "The Morning View", OWN, 3),
        (Kind.FILM, "The Ferry", OWN, 4),
    ]


def test_a_title_knows_which_articles_mention_it(days):
    told = titles(days, mentions={"The Ferry": [("articles/ferry.txt", 2)]})
    assert {one.text: one.facts.mentions for one in told if one.facts.mentions} == {
        "The Ferry": (("articles/ferry.txt", 2),)
    }


def test_while_one_list_cannot_be_read_nobody_says_which_titles_are_gone(days):
    days.draft()
    before = days.project.read(PO)
    days.project.write(GUIDE, "- [")
    with pytest.raises(DocumentError, match=r"shows/guide\.yaml"):
        titles(days)
    told = []
    assert {title for title, _ in Lists(days.project.settings).titles(told.append)} >= {"The Ferry"}
    assert [error.path for error in told] == [GUIDE]
    days.draft()
    assert days.project.read(PO) == before


def test_paths_of_lists_are_told_from_those_of_articles(days):
    root, settings = days.project.root, days.project.settings
    paths = [root / name for name in ("shows", OWN, "articles/ferry.txt", "shows/notes.txt")]
    assert lists.among(settings, paths) == (paths[:2], paths[2:])
    assert [lists.is_one(settings, name) for name in (OWN, "shows/gone.csv", "shows", "articles/a.csv")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_lists_are_exported_one_by_one_and_only_those_that_are_asked_for(days):
    days.project.write(GUIDE, "- The Ferry\n")
    root, settings = days.project.root, days.project.settings
    listed, _ = articles.find(settings)
    assert listed[-1] == root / "shows"
    assert lists.one_by_one(settings, listed) == [*listed[:-1], root / GUIDE, root / OWN]
    assert lists.one_by_one(settings, [root / "shows"], [root / OWN]) == [root / OWN]
    assert lists.one_by_one(settings, listed[:-1]) == listed[:-1]


def test_a_decided_list_comes_out_in_its_own_format(days):
    days.draft()
    assert {source: stage_of(entry) for source, entry in entries(days.project, "shows").items()} == {
        "Pealtnägija": Stage.SETTLED,
        "The Ferry": Stage.DRAFT,
        "The Morning View": Stage.DRAFT,
    }
    (written,) = days_export(days)
    assert (written.state, written.path, written.kept) == (ExportState.NEW, f"exports/et/{OWN}", 2)
    assert days.project.read(written.path) == LIST
    approve(days, **{"The Ferry": "Praam, film", "The Morning View": "Hommik"})
    (written,) = days_export(days)
    assert (written.state, written.kept) == (ExportState.UPDATED, 0)
    wanted = LIST.replace("The Morning View", "Hommik").replace("The Ferry", '"Praam, film"')
    assert days.project.read(written.path) == wanted
    assert [one.state for one in days_export(days)] == [ExportState.UNCHANGED]


def test_a_list_of_which_nothing_is_approved_is_not_exported(days):
    days.project.write("glossaries/et.csv", "source,target\n")
    days.draft()
    (stopped,) = days_export(days)
    assert (stopped.state, len(stopped.obstacles)) == (ExportState.STOPPED, 3)
    (marked,) = (one for one in days.export(allow_drafts=True).articles if one.article == OWN)
    assert (marked.kept, days.project.read(marked.path).count("[DRAFT]")) == (0, 3)


def days_export(days):
    return [one for one in days.export().articles if one.article.startswith("shows/")]


def test_the_second_night_writes_nothing(days):
    days.draft()
    before = days.project.files()
    days.draft()
    days.night()
    after = days.project.files()
    assert {name: data for name, data in after.items() if not name.startswith("reports/")} == before


def test_the_export_of_a_list_that_is_gone_is_told_while_the_others_stay(days):
    days.project.write(GUIDE, "- The Ferry\n")
    days.draft()
    approve(days, **{"The Ferry": "Praam", "The Morning View": "Hommik"})
    days.approve()
    days.export()
    assert days.lies(f"exports/et/{GUIDE}")
    (days.project.root / GUIDE).unlink()
    news = [days.night(), days.night()]
    assert [one.article for one in news[-1].withdrawals] == [GUIDE]
    assert (days.lies(f"exports/et/{GUIDE}"), days.lies(f"exports/et/{OWN}")) == (False, True)


def test_an_export_that_is_older_than_its_list_is_told(days):
    days.draft()
    approve(days, **{"The Ferry": "Praam", "The Morning View": "Hommik"})
    days.export()
    days.project.write(OWN, f"{LIST}Osoon,series,ETV,,\n")
    assert [(one.article, one.path) for one in days.night().outdated] == [(OWN, f"exports/et/{OWN}")]
