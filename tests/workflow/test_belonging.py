"""A PO file without an article is known by the article that says the same."""

import os
import time
from datetime import UTC, datetime

import pytest

from tests.workflow.people import translate
from tests.workflow.project import FERRY, NOW, Project
from translate.cli.project import CLOCK
from translate.core.entries.past import Past
from translate.history.texts import History, Look
from translate.workflow import articles
from translate.workflow.belonging import live_messages, past_of, standing, with_homes
from translate.workflow.draft import draft
from translate.workflow.noticing import Noticing, noticing
from translate.workflow.strays import strays

OLD = "locales/et/LC_MESSAGES/old.po"


@pytest.fixture
def project(tmp_path):
    """A drafted article, and its PO file once more under another name."""
    project = Project(tmp_path)
    project.write("articles/train.txt", "Train opens\n\nThe train went on, and nobody saw it.\n")
    for _ in range(2):  # The second run looks at what the first has written.
        draft(project.settings, now=datetime.now(UTC), clock=CLOCK)
    project.write(OLD, project.read("locales/et/LC_MESSAGES/ferry.po"))
    os.utime(project.root / OLD, (1_700_000_000, 1_700_000_000))
    return project


@pytest.fixture
def seen(project):
    found, _ = noticing(project.settings, now=datetime.now(UTC))
    with found.history:
        yield found


def homes(project, seen):
    return [stray.homes for stray in with_homes(seen, strays(project.settings, seen.articles))]


def test_a_stray_says_to_which_article_it_may_belong(project, seen):
    assert homes(project, seen) == [("articles/ferry.txt",)]


def test_a_stray_that_is_like_no_article_belongs_to_none(project, seen):
    project.catalog("old", ("Nobody has ever written this", "Ei keegi"))
    assert homes(project, seen) == [()]


def test_a_copy_of_another_file_is_compared_with_nothing(project, seen):
    (project.root / OLD).rename(project.root / "locales/et/LC_MESSAGES/ferry.po~")
    assert homes(project, seen) == [()]
    assert seen.history.past("locales/et/LC_MESSAGES/ferry.po~") is None


def test_what_was_looked_at_and_has_not_changed_is_not_read_again(project, seen, monkeypatch):
    time.sleep(0.1)  # No file is known to be as it was that has changed just now.
    seen.now = datetime.now(UTC)
    seen.history.put(Look(OLD, "et", Past()))
    first = past_of(seen, project.root / OLD, "et", keep=True)
    assert "The ferry sailed." in {message for _, message in live_messages(first)}
    with monkeypatch.context() as patched:
        patched.setattr("translate.workflow.belonging.load", None)
        assert past_of(seen, project.root / OLD, "et", keep=True) == first
    translate(project, "old", {"The ferry sailed.": "Praam väljus."})
    assert "Praam väljus." in {one.entry.msgstr for one in past_of(seen, project.root / OLD, "et", keep=True)}


def test_what_never_was_an_articles_is_not_known_as_one(project, seen):
    assert past_of(seen, project.root / OLD, "et", keep=True)
    assert homes(project, seen) == [("articles/ferry.txt",)]
    assert seen.history.past(OLD) is None


def test_what_stands_in_po_files_is_what_their_articles_have_today(project, seen):
    sailed, late, went = ((None, text) for text in ("The ferry sailed.", "The captain was late.", "Train opens"))
    there = {message for _, message in standing(seen, "et", {})}
    assert there >= {message for _, message in (sailed, late, went)}
    assert late not in standing(seen, "et", {"ferry": [sailed]})
    assert sailed in {(None, message) for _, message in standing(seen, "et", {"ferry": [sailed]})}


def test_what_shall_not_be_kept_is_not(project, seen):
    assert past_of(seen, project.root / OLD, "et", keep=False)
    assert seen.history.past(OLD) is None


def test_a_file_that_cannot_be_read_says_nothing(project):
    seen = Noticing(project.settings, History(None, home=None), NOW, articles.named(project.settings))
    bad = project.write(OLD, 'msgid "open\n')
    assert past_of(seen, bad, "et", keep=True) == ()
    assert FERRY in project.read("articles/ferry.txt")
