"""A survey counts what a run would change, and reads no PO file that has been read for it already."""

import pytest

from tests.workflow.broadcasting import OWN, broadcasting
from tests.workflow.runs import a_run, settle
from translate.core.results.change_guard import Change
from translate.core.results.night import Limit
from translate.ledger.pages import FILE
from translate.workflow import survey as surveying
from translate.workflow.survey import survey

PO = "locales/et/LC_MESSAGES/ferry.po"
ARTICLE = "articles/ferry.txt"


def surveyed(project):
    """How many entries there are, and what a run would do to those of them that do not stay as they are."""
    with a_run(project, night=True) as ready:
        found = survey(ready)
        return found.entries, *found.changes


def test_what_is_settled_counts_with_its_entries(project):
    settle(project)
    assert surveyed(project) == (3,)


def test_a_new_article_changes_nothing_that_is_there(project):
    assert surveyed(project) == (0,)


def test_paragraphs_that_vanish_and_paragraphs_that_change_are_counted_apart(project):
    settle(project)
    project.write(ARTICLE, "Ferry opens\n\nThe ferry sailed away.\n")
    assert surveyed(project) == (3, Change(ARTICLE, "et", 3, vanished=1, changed=1))


def test_a_po_file_that_is_gone_counts_with_all_its_entries(project):
    settle(project)
    (project.root / PO).unlink()
    assert surveyed(project) == (3, Change(ARTICLE, "et", 3, vanished=3))


def test_what_a_tool_dropped_counts_whatever_the_ledger_knows(project):
    settle(project)
    project.write(PO, project.read(PO).replace("#, fuzzy\n", "").replace("The captain", "Kapten"))
    settle(project)
    (project.root / FILE).unlink()
    (project.root / PO).unlink()
    assert [change.vanished for change in surveyed(project)[1:]] == [3]
    project.write(PO, b"")
    assert surveyed(project) == (3, Change(ARTICLE, "et", 3, lost=3))


def test_an_article_that_is_gone_counts_once(project):
    settle(project)
    (project.root / ARTICLE).unlink()
    assert surveyed(project) == (3, Change(ARTICLE, "et", 3, vanished=3))


def test_an_article_that_is_gone_counts_though_another_has_its_name(project):
    project.write("articles/harbour/ferry.txt", "A harbour opens\n\nNobody came.\n")
    settle(project)
    (project.root / ARTICLE).unlink()
    assert surveyed(project) == (5, Change(ARTICLE, "et", 3, vanished=3))


def test_a_run_over_some_articles_misses_none_of_the_others(project):
    settle(project)
    (project.root / ARTICLE).unlink()
    other = project.write("articles/train.txt", "Train\n")
    with a_run(project, other, night=True) as ready:
        assert survey(ready).vanished == 0


@pytest.mark.parametrize(
    ("name", "content"), [(PO, 'msgid "open\n'), (ARTICLE, b"\xff\xfe\x00")], ids=["catalog", "article"]
)
def test_what_cannot_be_read_is_left_to_the_run(project, name, content):
    settle(project)
    project.write(name, content)
    assert surveyed(project) == (0,)


def test_what_the_memory_read_is_not_read_again(project, monkeypatch):
    settle(project)
    project.write(PO, project.read(PO) + "\n# A note.\n")
    read = []
    load = surveying.load
    monkeypatch.setattr(surveying, "load", lambda *arguments: read.append(arguments[1]) or load(*arguments))
    assert (surveyed(project), read) == ((3,), [])


def test_titles_that_come_and_go_hold_no_night_back(tmp_path):
    days = broadcasting(tmp_path)
    days.draft()
    days.project.write(OWN, "name\nOsoon\n")
    with a_run(days.project) as ready:
        guard = survey(ready)
    assert (guard.vanished, guard.changed) == (0, 0)
    guard.check(Limit(entries=0))
