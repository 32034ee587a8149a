"""It is known which articles mention which titles, and no article is read twice for it."""

import pytest

from tests.workflow.broadcasting import LIST, OWN, PO, broadcasting
from tests.workflow.runs import LATER, ledger_of
from translate.workflow import articles
from translate.workflow.mentions import Mentioned, mentioned

NOBODY = Mentioned()


@pytest.fixture
def days(tmp_path):
    days = broadcasting(tmp_path)
    days.write("ferry", "The Morning View is back", "Who saw “Pealtnägija”? Who saw The Morning View?")
    return days


def found(days):
    settings = days.project.settings
    with ledger_of(days.project) as ledger:
        return mentioned(settings, ledger, articles.names(settings), None, LATER.nanoseconds())


def test_where_there_are_no_lists_nobody_mentions_anything(project):
    with ledger_of(project) as ledger:
        assert mentioned(project.settings, ledger, {}, None, LATER.nanoseconds()) == NOBODY
    assert not (project.root / ".newsdesk").exists()


def test_each_article_has_its_titles_with_how_often_and_each_title_its_articles(days):
    days.write("train", "Pealtnägija tells", "It was long.")
    told = found(days)
    assert told.by_article == {
        "articles/ferry.txt": {"Pealtnägija": 1, "The Morning View": 2},
        "articles/train.txt": {"Pealtnägija": 1},
    }
    assert told.by_title["Pealtnägija"] == [("articles/ferry.txt", 1), ("articles/train.txt", 1)]


def test_an_article_whose_file_has_not_changed_is_not_read_again(days, monkeypatch):
    first = found(days)
    read = []
    real = articles.reader

    def reader(*arguments):
        one = real(*arguments)
        told = {"read": staticmethod(lambda path: (read.append(path.name), one.read(path))[1])}
        return type(
            "Telling", (), {**told, "collection": one.collection, "file_of": one.file_of, "collects": one.collects}
        )

    monkeypatch.setattr(articles, "reader", reader)
    assert (found(days), read) == (first, [])
    days.write("train", "The Ferry sails", "It was long.")
    assert "articles/train.txt" in found(days).by_article
    assert read == ["train.txt"]
    days.project.write(OWN, f"{LIST}Osoon,series,ETV,,\n")
    found(days)
    assert sorted(read) == ["ferry.txt", "train.txt", "train.txt"]


def test_what_an_article_mentions_counts_for_it_and_for_the_lists_alone(days):
    before = found(days).besides("shows")
    days.write("train", "The Ferry sails", "It was long.")
    after = found(days).besides("shows")
    assert {name for name in after if after[name] != before.get(name)} == {"articles/train.txt", "shows"}


def test_a_title_that_comes_to_the_list_is_kept_in_the_articles_that_have_it_and_no_other_is_opened(days):
    days.write("train", "Osoon tells", "It was long.")
    days.draft()
    days.draft()
    days.project.write(OWN, f"{LIST}Osoon,series,ETV,,\n")
    days.night()
    assert "Osoon = Osoon [on the list of shows" in days.project.read("locales/et/LC_MESSAGES/train.po")
    assert "In articles: 1 time, in articles/train.txt" in days.project.read(PO)


def test_an_article_that_cannot_be_read_mentions_nothing(days):
    days.project.write("articles/train.txt", b"\xff\xfe\xff")
    assert "articles/train.txt" not in found(days).by_article
