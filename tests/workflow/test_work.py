"""What an article is drafted from in a locale."""

from dataclasses import replace

import pytest

from tests.workflow.runs import LATER, a_run, one_article, settle, then
from translate.core.terms.glossary import Origin
from translate.core.terms.matching import Matcher
from translate.core.terms.titles import with_undecided
from translate.errors import CatalogError
from translate.ledger.states import state_of
from translate.workflow import work
from translate.workflow.work import files_of, open_work

PO = "locales/et/LC_MESSAGES/ferry.po"


def opened(project, **options):
    with a_run(project, **options) as ready:
        article, desk = one_article(ready)
        return open_work(ready.run, article, desk)


def test_an_article_has_its_three_files(project):
    files = files_of(project.settings, project.root / "articles/ferry.txt", "et", "ferry")
    assert [path.relative_to(project.root).as_posix() for path in (files.catalog, files.template)] == [
        PO, "locales/ferry.pot",
    ]  # fmt: skip


def test_of_a_new_article_only_the_glossary_has_to_say_anything(project):
    work = opened(project)
    assert (work.shown, work.seen, work.old, work.inherited.entries) == (PO, None, None, {})
    assert [len(asked.matches) for asked in work.demands.values()] == [1, 1, 0]


def test_what_is_quoted_in_one_text_of_an_article_is_a_title_in_all_of_them(project):
    project.write("articles/ferry.txt", "Today is back\n\nThe show “Today” is back.\n")
    with a_run(project) as ready:
        article, desk = one_article(ready)
        listed = [("Today", Origin("shows/spring.csv", 2))]
        titled = with_undecided(desk.yardstick.glossary, listed, desk.yardstick.pair[0])
        found = open_work(ready.run, article, replace(desk, matcher=Matcher(titled)))
    assert [[match.term.source for match in asked.undecided] for asked in found.demands.values()] == [["Today"]] * 2


def test_what_the_catalog_has_is_inherited_by_the_messages(project):
    settle(project)
    project.write("articles/ferry.txt", "Ferry opens\n\nThe ferry sailed.\nIt sank.\n")
    work = opened(project)
    assert sorted(entry.msgid for entry in work.inherited.entries.values()) == ["Ferry opens", "The ferry sailed."]
    assert (work.old.path, work.seen is not None) == (PO, True)


def test_what_somebody_saves_just_after_the_catalog_was_read_is_not_taken_for_seen(project, monkeypatch):
    path = project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    before = state_of(path, LATER.nanoseconds())
    then(lambda: project.catalog("ferry", ("The ferry sailed.", "Laev väljus.")), monkeypatch, work, "load")
    found = opened(project, clock=LATER)
    assert found.old.catalog.entries[0].msgstr == "Praam väljus."
    assert found.seen == before != state_of(path, LATER.nanoseconds())


def test_a_catalog_that_cannot_be_read_is_told(project):
    project.write(PO, 'msgid "open\n')
    with pytest.raises(CatalogError):
        opened(project)
