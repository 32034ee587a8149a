"""The ledger says that nothing has changed only where that is sure."""

import time
from dataclasses import replace

import pytest

from translate.core.results.summary import CatalogResult, CatalogState, Counts
from translate.files.exchange import mark
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import state_of
from translate.workflow.settled import Files, Finished, recall, remember

RESULT = CatalogResult("et", "a.txt", "a.po", CatalogState.NEW, 3, Counts(drafts=3), 1, {"as is": 2}, (("a", "b"),))
SETTLED = replace(RESULT, state=CatalogState.UNCHANGED, drafted=0, recalled=0)


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path / "a.txt", tmp_path / "a.po", tmp_path / "a.pot")
    for path in (made.article, made.catalog, made.template):
        path.write_bytes(b"text")
    return made


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite", home=None) as ledger:
        yield ledger


def later():
    return time.time_ns() + 10**9


def finished(files, **changes):
    given = {
        "context": "context",
        "result": RESULT,
        "article_seen": state_of(files.article, later()),
        "catalog_seen": None,
        "catalog_mark": mark(b"text"),
        "pages": {About.CATALOG: Page("a.po", "et", "", "glossary", b"look")},
    }
    return Finished(files, **{**given, **changes})


def known(ledger, files):
    page = ledger.get(About.ARTICLE, "a.txt", "et")
    return recall(page, files.state(later())) if page else None


def test_of_what_was_never_finished_nothing_is_recalled(files, ledger):
    assert known(ledger, files) is None


def test_what_is_finished_is_recalled_with_nothing_new_in_it(files, ledger):
    assert remember(ledger, [finished(files)], later()) == ([], [])
    found = known(ledger, files)
    assert (found.context, found.result) == ("context", SETTLED)
    assert ledger.get(About.CATALOG, "a.po", "et").state == state_of(files.catalog, later())


def test_what_has_just_been_written_is_asked_again_later(files, ledger):
    one = finished(files)
    assert remember(ledger, [one], time.time_ns()) == ([one], [])
    assert (known(ledger, files), ledger.get(About.CATALOG, "a.po", "et")) == (None, None)
    assert remember(ledger, [one], later()) == ([], [])
    assert known(ledger, files).result == SETTLED


@pytest.mark.parametrize("name", ["article", "catalog", "template"])
def test_whatever_changes_the_article_is_looked_at_again(files, ledger, name):
    remember(ledger, [finished(files)], later())
    getattr(files, name).write_bytes(b"other")
    assert known(ledger, files) is None


def test_what_somebody_saved_after_us_is_not_taken_for_seen(files, ledger):
    one = finished(files)
    files.catalog.write_bytes(b"TEXT")
    remember(ledger, [one], later())
    assert (known(ledger, files), ledger.get(About.CATALOG, "a.po", "et")) == (None, None)
    page = ledger.get(About.ARTICLE, "a.txt", "et")
    assert (page.state, page.result != b"") == ("", True)  # The next run knows what was there.


def test_an_article_that_changed_while_it_was_drafted_is_drafted_again(files, ledger):
    remember(ledger, [finished(files, article_seen="another")], later())
    assert (known(ledger, files), ledger.get(About.CATALOG, "a.po", "et") is not None) == (None, True)


def test_a_catalog_that_was_only_read_is_known_by_its_state_and_not_read_again(files, ledger):
    one = finished(files, catalog_seen=state_of(files.catalog, later()), catalog_mark="of something else")
    remember(ledger, [one], later())
    assert known(ledger, files).result == SETTLED


def test_a_catalog_behind_a_link_is_known_by_its_bytes(files, ledger, tmp_path):
    files.catalog.rename(tmp_path / "elsewhere.po")
    files.catalog.symlink_to(tmp_path / "elsewhere.po")
    remember(ledger, [finished(files)], later())
    assert known(ledger, files).result == SETTLED


def test_what_failed_is_looked_at_again_and_still_spares_the_review_a_reading(files, ledger):
    files.template.unlink()  # What the run did not come to, it does not ask for again.
    assert remember(ledger, [finished(files, settles=False)], later()) == ([], [])
    assert ledger.get(About.ARTICLE, "a.txt", "et") is None
    assert ledger.get(About.CATALOG, "a.po", "et").result == b"look"


def test_a_killed_run_leaves_nothing_said_of_what_it_did_not_come_to(files, ledger, monkeypatch):
    def killed(*_):
        raise SystemExit

    one = finished(files)
    monkeypatch.setattr("translate.workflow.settled.exchange.look", killed)
    with pytest.raises(SystemExit):
        remember(ledger, [one], later())
    assert [[*ledger.contents(about)] for about in About] == [[]] * len(About)


def test_a_file_that_is_gone_is_not_settled(files, ledger):
    one = finished(files)
    files.template.unlink()
    assert remember(ledger, [one], later()) == ([one], [])
    assert known(ledger, files) is None


def test_what_another_version_wrote_down_is_not_recalled(files, ledger):
    ledger.put(About.ARTICLE, [Page("a.txt", "et", files.state(later()), "context", b'{"terms": 7}')])
    assert known(ledger, files) is None
