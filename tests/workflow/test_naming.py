"""Whose the catalogs of a name are stands in them, and is asked where the name alone does not tell."""

import shutil
from dataclasses import replace

import pytest

from tests.workflow.readings import Readings
from tests.workflow.runs import a_run, ledger_of, settle
from translate.ledger.pages import About
from translate.workflow import articles, naming, owning
from translate.workflow.naming import former

NEWS, SPORT = "articles/news/storm.txt", "articles/sport/storm.txt"
STORM = "Storm hits the coast\n\nThe storm of Monday reached the coast before anybody was warned of it.\nNobody died.\n"
MATCH = "A storm of goals\n\nThe team of the harbour won the last match of the season by nine goals.\nThe coach wept.\n"
PO = "locales/et/LC_MESSAGES"


def called(project):
    """What the catalogs of the articles are called, but for the one that every project here has."""
    found = naming.names(project.settings, articles.find(project.settings)[0])
    return {article: name for article, name in found.items() if article != "articles/ferry.txt"}


@pytest.fixture
def two(project):
    """Two articles of one name, of which the second by the alphabet was there first."""
    project.write(SPORT, MATCH)
    settle(project)
    project.write(NEWS, STORM)
    settle(project)
    return project


def test_whoever_was_there_first_keeps_the_name(two):
    assert called(two) == {SPORT: "storm", NEWS: "news-storm"}


def test_the_articles_that_are_not_asked_for_count(two):
    assert articles.names(two.settings, [two.root / NEWS])[NEWS] == "news-storm"


def test_the_files_tell_also_without_anything_that_newsdesk_remembers(two):
    (two.root / ".newsdesk/ledger.sqlite").unlink()
    assert called(two) == {SPORT: "storm", NEWS: "news-storm"}


@pytest.mark.parametrize("gone", ["locales/storm.pot", f"{PO}/storm.po"])
def test_one_file_of_a_name_is_enough(two, gone):
    (two.root / gone).unlink()
    assert called(two) == {SPORT: "storm", NEWS: "news-storm"}


def test_where_all_files_were_deleted_each_gets_the_name_that_it_had(two):
    for path in (two.root / "locales").rglob("*.po*"):
        path.unlink()
    assert called(two) == {SPORT: "storm", NEWS: "news-storm"}


def test_where_nothing_tells_the_order_of_the_articles_decides(two):
    (two.root / "locales/storm.pot").unlink()
    two.write(f"{PO}/storm.po", two.read(f"{PO}/storm.po").replace("#: ", "#. "))
    for name in ("locales/news-storm.pot", f"{PO}/news-storm.po", ".newsdesk/ledger.sqlite"):
        (two.root / name).unlink()
    assert called(two) == {NEWS: "storm", SPORT: "sport-storm"}


def test_a_file_that_cannot_be_read_tells_nothing(two):
    for name in ("locales/storm.pot", f"{PO}/storm.po"):
        (two.root / name).unlink()
        (two.root / name).mkdir()
    assert called(two) == {SPORT: "storm", NEWS: "news-storm"}


@pytest.mark.parametrize(("gone", "name"), [(SPORT, "news-storm"), (NEWS, "storm")])
def test_who_stays_keeps_the_name_when_the_other_goes(two, gone, name):
    (two.root / gone).unlink()
    assert [*called(two).values()] == [name]


def test_a_space_in_a_path_is_the_space_in_a_reference(project):
    project.write("articles/the news/storm.txt", STORM)
    settle(project)
    project.write(NEWS, MATCH)
    assert called(project) == {"articles/the news/storm.txt": "storm", NEWS: "news-storm"}


def test_an_article_that_was_moved_to_another_folder_keeps_its_name_though_it_has_a_namesake(two):
    moved = "articles/culture/storm.txt"
    (two.root / SPORT).rename(two.write(moved, ""))
    assert called(two) == {moved: "storm", NEWS: "news-storm"}
    two.write(moved, MATCH.replace("wept", "laughed"))
    assert called(two) == {moved: "storm", NEWS: "news-storm"}


def test_it_keeps_its_name_in_a_folder_of_articles_that_leads_out_too(two, tmp_path_factory):
    feed = tmp_path_factory.mktemp("feed")
    (two.root / "feed").symlink_to(feed)
    two.settings = replace(two.settings, articles=("articles", "feed"))
    shutil.move(two.root / SPORT, feed / "storm.txt")
    assert called(two) == {"feed/storm.txt": "storm", NEWS: "news-storm"}


def test_an_article_of_the_same_name_that_says_something_else_gets_catalogs_of_its_own(project):
    project.write(SPORT, MATCH)
    settle(project)
    (project.root / SPORT).unlink()
    project.write(NEWS, STORM)
    assert called(project) == {NEWS: "news-storm"}
    settle(project)
    assert called(project) == {NEWS: "news-storm"}
    project.write(SPORT, MATCH)
    assert called(project) == {SPORT: "storm", NEWS: "news-storm"}


def test_who_has_catalogs_inherits_none_though_it_says_the_same(two):
    two.write(NEWS, MATCH)
    settle(two)
    (two.root / SPORT).unlink()
    assert called(two) == {NEWS: "news-storm"}


def test_what_cannot_be_read_inherits_nothing(project):
    project.write(SPORT, MATCH)
    settle(project)
    (project.root / SPORT).unlink()
    project.write(NEWS, b"\0")
    assert called(project) == {NEWS: "news-storm"}


def test_a_file_that_somebody_copied_for_another_article_is_that_articles(project):
    project.write(SPORT, MATCH)
    settle(project)
    project.write("articles/goals.txt", MATCH)
    project.write(f"{PO}/goals.po", project.read(f"{PO}/storm.po"))
    assert called(project) == {SPORT: "storm", "articles/goals.txt": "goals"}


def test_an_article_that_is_gone_is_known_by_what_its_files_say(two):
    (two.root / NEWS).unlink()
    assert former(two.settings, NEWS, called(two))[0] == "news-storm"
    assert former(two.settings, "articles/none.txt", called(two))[0] == "none"
    (two.root / SPORT).unlink()
    assert former(two.settings, SPORT, {})[0] == "storm"
    assert "storm" not in former(two.settings, NEWS, {})


def test_the_catalogs_of_a_locale_that_has_another_name_now_tell_too(project):
    project.write(SPORT, MATCH)
    settle(project)
    (project.root / "locales/storm.pot").unlink()
    (project.root / "locales/et").rename(project.root / "locales/et_EE")
    project.write(NEWS, STORM)
    assert called(project) == {SPORT: "storm", NEWS: "news-storm"}


def test_the_usual_night_opens_no_file_for_it(two, monkeypatch):
    (two.root / NEWS).unlink()
    two.write("articles/news/flood.txt", STORM)
    settle(two)
    readings = Readings(monkeypatch)
    opened = []
    monkeypatch.setattr(owning.reading, "read", lambda path, *_: opened.append(path))
    with a_run(two) as ready:
        assert ready.to_open == ()
    readings.end()
    assert (opened, readings.most) == ([], {})


def test_that_an_article_was_there_is_not_enough_where_a_namesake_has_left_files(two):
    (two.root / SPORT).unlink()
    with ledger_of(two) as ledger:
        assert (NEWS, "et") in [*ledger.contents(About.ARTICLE)]
    assert called(two) == {NEWS: "news-storm"}
