"""What is done is counted and written down, in the order of the locales and articles."""

from dataclasses import replace

from tests.workflow.project import Project, told
from tests.workflow.runs import a_run, settle
from translate.core.results import worst
from translate.core.results.summary import CatalogResult, CatalogState, Counts
from translate.errors import HistoryError
from translate.ledger.pages import About
from translate.ledger.states import WINDOW
from translate.workflow.article import draft_article
from translate.workflow.clock import Clock
from translate.workflow.moving import Move
from translate.workflow.settled import Files, Finished
from translate.workflow.tally import Tally


def finished(project, article="articles/ferry.txt", locale="et"):
    missing = Files(project.root / "no.txt", project.root / "no.po", project.root / "no.pot")
    result = CatalogResult(locale, article, "a.po", CatalogState.NEW, 3, Counts(drafts=3))
    return Finished(missing, "context", result, "", None, "", {})


def test_results_stand_by_locale_and_article_whatever_order_they_came_in(tmp_path):
    project = Project(tmp_path, locales=("ru", "et"))
    with a_run(project) as ready:
        tally = Tally.of(ready)
        for locale, article in [("et", "b"), ("ru", "b"), ("et", "a")]:
            tally.add(finished(project, article, locale))
        summary = tally.summary(("articles/late.txt",))
    assert [(c.locale, c.article) for c in summary.catalogs] == [("ru", "b"), ("et", "a"), ("et", "b")]
    assert ([locale for locale, _ in summary.engines], summary.unfinished) == (["ru", "et"], ("articles/late.txt",))


def test_of_too_many_po_files_the_first_are_named_and_the_others_are_counted(project, monkeypatch):
    monkeypatch.setattr(worst, "MOST", 1)
    with a_run(project) as ready:
        tally = Tally.of(ready)
        for article in ("c", "a", "b"):
            tally.add(finished(project, article))
        summary = tally.summary(())
    assert [one.article for one in summary.catalogs] == ["a"]
    assert (summary.left_out["et"].new, summary.totals.drafted, summary.totals.counts.drafts) == (2, 9, 9)


def test_what_was_settled_is_counted_without_anybody_doing_anything(project):
    settle(project)
    with a_run(project) as ready:
        (result,) = Tally.of(ready).summary(()).catalogs
    assert (result.state, result.drafted) == (CatalogState.UNCHANGED, 0)


def test_the_ledger_is_written_now_and_then_and_at_the_end(project):
    with a_run(project) as ready:
        tally = Tally.of(ready)
        known = []
        for number in range(30):
            tally.write([finished(project, f"articles/a{number:02}.txt")])
            known.append(len([*ready.ledger.contents(About.ARTICLE)]))
        assert (known[23], known[24]) == (0, 25)
        tally.close()
        # They are none of the project's articles.
        assert [*ready.ledger.contents(About.ARTICLE)] == []


def test_before_a_review_the_last_ones_are_given_the_moment_that_makes_them_sure(project):
    paused, clock = [], [2 * 10**18]

    def pause(seconds):
        paused.append(seconds)
        clock[0] += 10 * WINDOW

    for night in (False, True):
        with a_run(project, night=night, clock=Clock(lambda: clock[0], lambda: 0.0, pause)) as ready:
            tally = Tally.of(ready)
            tally.write([finished(project)])
            tally.close()
    assert paused == [0.05]


def test_articles_that_are_gone_are_forgotten_but_not_by_a_run_over_a_few(project):
    settle(project)
    other = project.write("articles/train.txt", "Train\n")
    (project.root / "articles/ferry.txt").unlink()
    with a_run(project, other) as ready:
        Tally.of(ready).close()
        assert [*ready.ledger.contents(About.ARTICLE)] == [("articles/ferry.txt", "et")]
    with a_run(project) as ready:
        Tally.of(ready).close()
        assert [*ready.ledger.contents(About.ARTICLE)] == []


def test_what_does_not_settle_is_in_no_ledger(project):
    with a_run(project) as ready:
        tally = Tally.of(ready)
        done = draft_article(ready.run, ready.read(ready.to_open[0]), ready.desks[0], tally.relief).finished
        tally.write([replace(done, settles=False)])
        tally.close()
        assert [*ready.ledger.contents(About.ARTICLE)] == []


def test_a_po_file_that_cannot_follow_its_article_is_told_and_the_run_goes_on(project):
    old = project.catalog("old", ("ferry", "praam"))
    taken = project.catalog("new", ("ferry", "laev"))
    with a_run(project) as ready:
        tally = Tally.of(replace(ready, moves=(Move(old, taken, "et"),)))
        tally.follow()
    assert told(tally.troubles) == ["locales/et/LC_MESSAGES/old.po: cannot be moved: new.po is there already"]
    assert (old.is_file(), tally.notes) == (True, [])


def test_a_history_that_cannot_be_written_is_told_when_po_files_follow(project, monkeypatch):
    old = project.catalog("old", ("ferry", "praam"))

    def fail(*_arguments, **_options):
        raise HistoryError("cannot be used: the disk is full")

    with a_run(project) as ready:
        monkeypatch.setattr(type(ready.run.seen.history), "move", fail)
        tally = Tally.of(replace(ready, moves=(Move(old, old.with_name("new.po"), "et"),)))
        tally.follow()
    assert told(tally.troubles) == ["cannot be used: the disk is full"]
    assert old.with_name("new.po").is_file()
