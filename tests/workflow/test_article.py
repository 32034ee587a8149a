"""One article comes into one locale: what changed is written, and what somebody saves meanwhile is kept."""

import pytest

from tests.workflow.runs import a_run, one_article, settle, then
from translate.core.results.summary import CatalogState
from translate.engines.identity import IdentityEngine
from translate.errors import CatalogError
from translate.files import saving
from translate.files.exchange import mark
from translate.ledger.pages import About
from translate.workflow.article import draft_article
from translate.workflow.relief import Relief

PO = "locales/et/LC_MESSAGES/ferry.po"


def drafted(project, **options):
    with a_run(project, **options) as ready:
        article, desk = one_article(ready)
        done = draft_article(ready.run, article, desk, Relief(ready.run.settings, ready.desks))
        finished, made = done.finished, done.made
        assert made.failure is None
        return finished


def test_a_new_article_gets_a_catalog(project):
    finished = drafted(project)
    assert (finished.result.state, finished.result.drafted, finished.result.counts.drafts) == (CatalogState.NEW, 3, 3)
    assert 'msgstr "The praam sailed."' in project.read(PO)
    assert [*finished.pages] == [About.FIGURES]


def test_a_catalog_in_which_nothing_changes_is_not_written(project):
    settle(project)
    project.write("articles/ferry.txt", project.read("articles/ferry.txt") + "\n")
    before = (project.root / PO).stat().st_mtime_ns
    finished = drafted(project)
    assert (finished.result.state, finished.catalog_seen is None) == (CatalogState.UNCHANGED, False)
    assert (project.root / PO).stat().st_mtime_ns == before


def test_a_dry_run_tells_what_it_would_write_and_looks_at_what_is_there(project):
    settle(project)
    before = project.files()
    project.write("articles/ferry.txt", "Ferry opens\n\nThe ferry sank.\n")
    finished = drafted(project, dry_run=True, night=True)
    assert (finished.result.state, finished.result.counts.entries) == (CatalogState.UPDATED, 2)
    assert project.read(PO).encode() == before[PO]
    assert b"The captain was late." not in finished.pages[About.CATALOG].result
    assert finished.pages[About.CATALOG].result.count(b'"place"') == 3


def test_in_a_night_the_review_is_told_what_was_written(project):
    pages = drafted(project, night=True).pages
    assert [(about, page.name, page.state) for about, page in pages.items()] == [
        (About.FIGURES, PO, ""), (About.CATALOG, PO, ""), (About.WAITING, PO, ""),
    ]  # fmt: skip


def saved_meanwhile(project, monkeypatch, times):
    """Have somebody save the catalog just before we do, so many times."""
    left = list(range(times))
    save = saving.save

    def saved(*arguments, **options):
        if left:
            note = f"# Note {left.pop()}."
            project.write(PO, project.read(PO).replace('msgid "The captain', f'{note}\nmsgid "The captain'))
        return save(*arguments, **options)

    monkeypatch.setattr(saving, "save", saved)


@pytest.mark.parametrize("times", [1, 5])
def test_what_somebody_saves_meanwhile_is_merged_with_what_was_made(project, monkeypatch, times):
    settle(project)
    project.write("articles/ferry.txt", project.read("articles/ferry.txt") + "It sank.\n")
    saved_meanwhile(project, monkeypatch, times)
    assert drafted(project).result.counts.entries == 4
    text = project.read(PO)
    assert [f"# Note {number}." in text for number in range(times)] == [True] * times
    assert 'msgid "It sank."' in text


def test_what_somebody_saves_just_after_us_is_not_taken_for_ours(project, monkeypatch):
    settle(project)
    project.write("articles/ferry.txt", project.read("articles/ferry.txt") + "It sank.\n")
    ours = []

    def saved():
        ours.append(mark((project.root / PO).read_bytes()))
        project.write(PO, project.read(PO) + "# A note.\n")

    then(saved, monkeypatch, saving, "save")
    assert [drafted(project).catalog_mark] == ours != [mark((project.root / PO).read_bytes())]


def test_whoever_saves_again_and_again_is_let_have_it(project, monkeypatch):
    settle(project)
    project.write("articles/ferry.txt", project.read("articles/ferry.txt") + "It sank.\n")
    saved_meanwhile(project, monkeypatch, 6)
    with pytest.raises(CatalogError, match="somebody changed the file meanwhile"):
        drafted(project)
    assert 'msgid "It sank."' not in project.read(PO)


def test_a_text_that_the_engine_has_nothing_for_stays_untranslated_with_what_the_glossary_advises(project, monkeypatch):
    monkeypatch.setattr(IdentityEngine, "translate", lambda _self, sentences, *_, **__: [()] * len(sentences))
    result = drafted(project).result
    assert (result.drafted, result.counts.drafts, result.counts.untranslated) == (0, 0, 3)
    lines = "#. Paragraph 1 of “Ferry opens”\n#. Glossary: ferry = praam\n#: articles/ferry.txt:3\n"
    assert f'{lines}msgid "The ferry sailed."\nmsgstr ""\n' in project.read(PO)


def test_a_draft_is_taken_back_where_the_engine_of_today_has_nothing_and_a_persons_text_stays(project, monkeypatch):
    settle(project)
    project.write(PO, project.read(PO).replace('#, fuzzy\nmsgid "The captain', 'msgid "The captain'))
    drafts = project.read(PO)
    monkeypatch.setattr(IdentityEngine, "signature", lambda *_: "identity 2")
    monkeypatch.setattr(IdentityEngine, "translate", lambda _self, sentences, *_, **__: [()] * len(sentences))
    result = drafted(project).result
    assert (result.state, result.counts.approved, result.counts.untranslated) == (CatalogState.UPDATED, 1, 2)
    assert ("praam" in drafts, 'msgstr "The captain was late."' in project.read(PO)) == (True, True)
    before = project.read(PO)
    project.write("articles/ferry.txt", project.read("articles/ferry.txt") + "\n")
    assert (drafted(project).result.state, project.read(PO)) == (CatalogState.UNCHANGED, before)
