"""A feed is written with those of its articles that are ready, and each of these is an article like any other."""

from dataclasses import replace

import pytest

from tests.workflow.days import Days
from tests.workflow.people import entries, translate
from tests.workflow.project import Project
from translate.cli.project import CLOCK
from translate.core.results.exporting import ExportState
from translate.core.results.news import Policy, Why
from translate.reports.exports import text_lines
from translate.workflow.check import check
from translate.workflow.draft import draft
from translate.workflow.export import export
from translate.workflow.kept import asked


@pytest.fixture
def days(tmp_path):
    return Days(Project(tmp_path))


ITEM = "<item><guid>{guid}</guid><title>{title}</title><description>{text}</description></item>"
OUT = "exports/et/articles/news.rss"


def feed(*items):
    inside = "".join(ITEM.format(guid=guid, title=title, text=text) for guid, title, text in items)
    return f'<rss version="2.0"><channel><link>a</link><language>en</language>{inside}</channel></rss>'


STORM = ("storm", "The storm closes the port", "Nobody may sail until the wind turns.")
MAYOR = ("mayor", "The mayor resigns at last", "She had been asked to for a year.")


@pytest.fixture
def newsroom(days):
    """A newsroom that has a feed of two items, drafted."""
    days.project.write("articles/news.rss", feed(STORM, MAYOR))
    days.draft()
    return days


def names(days):
    """The catalogs of the feed's items, by what they are about."""
    found = {path.stem for path in (days.project.root / "locales/et/LC_MESSAGES").glob("*.po")}
    return {name.partition("-")[0]: name for name in found - {"ferry", "train"}}


def approve(days, name):
    name = names(days)[name]
    translate(days.project, name, {source: f"Õ: {source}" for source in entries(days.project, name)})


def states(export):
    return {
        one.article.rpartition("/")[2].partition("-")[0]: one.state
        for one in export.articles
        if "news.rss" in one.article
    }


def test_each_item_has_a_catalog_of_its_own(newsroom):
    assert set(names(newsroom)) == {"storm", "mayor"}
    assert list(entries(newsroom.project, names(newsroom)["storm"])) == list(STORM[1:])


def test_the_feed_has_what_is_ready_and_nothing_else(newsroom):
    approve(newsroom, "storm")
    assert states(newsroom.export()) == {"storm": ExportState.NEW, "mayor": ExportState.STOPPED}
    written = newsroom.project.read(OUT)
    assert f"<title>Õ: {STORM[1]}</title>" in written
    assert "<language>et</language>" in written
    assert "mayor" not in written
    approve(newsroom, "mayor")
    assert states(newsroom.export()) == {"storm": ExportState.UPDATED, "mayor": ExportState.UPDATED}
    assert newsroom.project.read(OUT).index(STORM[1]) < newsroom.project.read(OUT).index(MAYOR[1])
    assert states(newsroom.export()) == {"storm": ExportState.UNCHANGED, "mayor": ExportState.UNCHANGED}


def test_where_none_is_ready_no_feed_is_written_and_one_that_is_there_loses_what_is_ready_no_more(newsroom):
    newsroom.export()
    assert not newsroom.lies(OUT)
    approve(newsroom, "storm")
    newsroom.export()
    newsroom.project.write("articles/news.rss", feed((*STORM[:2], "Everybody may sail again."), MAYOR))
    newsroom.draft()
    assert set(states(newsroom.export()).values()) == {ExportState.STOPPED}
    assert "storm" not in newsroom.project.read(OUT)


def test_an_item_that_is_updated_is_the_same_article_and_keeps_what_people_wrote(newsroom):
    approve(newsroom, "storm")
    newsroom.project.write(
        "articles/news.rss", feed((*STORM[:2], "Nobody may sail until the wind turns round."), MAYOR)
    )
    newsroom.draft()
    found = entries(newsroom.project, names(newsroom)["storm"])
    assert found[STORM[1]].msgstr == f"Õ: {STORM[1]}"
    assert found["Nobody may sail until the wind turns round."].previous_msgid == STORM[2]


def test_what_rolls_out_of_a_feed_is_not_gone_and_leaves_its_catalog(newsroom):
    approve(newsroom, "storm")
    newsroom.export()
    newsroom.project.write("articles/news.rss", feed(MAYOR))
    newsroom.draft()
    done = newsroom.export()
    assert (done.withdrawals, done.troubles) == ((), ())
    assert set(names(newsroom)) == {"storm", "mayor"}


def test_a_feed_that_is_deleted_is_gone_as_one_and_back_as_one(newsroom):
    approve(newsroom, "storm")
    newsroom.export()
    (newsroom.project.root / "articles/news.rss").unlink()
    (night,) = {one.article: one for one in newsroom.night().withdrawals}.values()
    assert (night.article, len(night.catalogs), [one.path for one in night.exports]) == ("articles/news.rss", 2, [OUT])
    newsroom.night()
    assert not newsroom.lies(OUT)
    newsroom.project.write("articles/news.rss", feed(STORM, MAYOR))
    assert newsroom.night().returns == ("articles/news.rss",)


CALM = "Everybody may sail again."


@pytest.mark.parametrize("policy", Policy)
def test_what_has_changed_since_it_was_exported_is_told_until_the_feed_is_written_again(newsroom, policy):
    export_settings = replace(newsroom.project.settings.export, outdated=policy)
    newsroom.project.settings = replace(newsroom.project.settings, export=export_settings)
    approve(newsroom, "storm")
    approve(newsroom, "mayor")
    newsroom.export()
    assert newsroom.night().outdated == ()
    newsroom.project.write("articles/news.rss", feed((*STORM[:2], CALM), MAYOR))
    (told,) = newsroom.night().outdated
    assert (told.article, told.path) == (f"articles/news.rss/{names(newsroom)['storm']}", OUT)
    assert STORM[1] in newsroom.project.read(OUT)
    newsroom.export()
    assert STORM[1] not in newsroom.project.read(OUT)
    assert newsroom.night().outdated == ()


def test_what_has_rolled_out_of_a_feed_is_not_remembered_as_exported(newsroom):
    approve(newsroom, "storm")
    approve(newsroom, "mayor")
    newsroom.export()
    newsroom.project.write("articles/news.rss", feed(MAYOR))
    newsroom.night()
    newsroom.export()
    newsroom.night()
    with newsroom.seen() as (seen, _):
        assert [one.article.rpartition("/")[2] for one in seen.history.exports.all()] == [names(newsroom)["mayor"]]


def test_a_feed_of_another_name_is_withdrawn_under_its_former_one(newsroom):
    approve(newsroom, "storm")
    approve(newsroom, "mayor")
    newsroom.export()
    root = newsroom.project.root
    (root / "articles/news.rss").rename(root / "articles/world.rss")
    newsroom.draft()
    done = newsroom.export()
    assert [(one.path, one.why) for one in done.taken] == [(OUT, Why.RENAMED)]
    assert done.withdrawals == ()
    assert newsroom.lies("exports/et/articles/world.rss")
    assert not newsroom.lies(OUT)


def test_one_article_of_a_feed_may_be_named_and_the_feed_has_all_that_are_ready(newsroom):
    approve(newsroom, "storm")
    approve(newsroom, "mayor")
    root = newsroom.project.root
    path = root / "articles/news.rss" / names(newsroom)["storm"]
    export(newsroom.project.settings, [path], now=newsroom.now)
    assert all(text in newsroom.project.read(OUT) for text in (STORM[1], MAYOR[1]))


def test_a_feed_that_cannot_be_read_is_told_and_none_of_its_articles_is_gone(newsroom):
    approve(newsroom, "storm")
    newsroom.export()
    before = newsroom.project.read(OUT)
    newsroom.project.write("articles/news.rss", "<rss><channel><item>")
    done = newsroom.export()
    assert [trouble.path for trouble in done.troubles] == ["articles/news.rss"]
    assert done.withdrawals == ()
    assert newsroom.project.read(OUT) == before


@pytest.mark.parametrize("command", ["draft", "export", "check"])
def test_an_article_that_is_not_in_its_feed_is_told_and_no_other_is_taken_for_it(newsroom, command):
    approve(newsroom, "storm")
    path = newsroom.project.root / "articles/news.rss/nobody-0"
    settings, now = newsroom.project.settings, newsroom.now
    if command == "draft":
        done = draft(settings, [path], now=now, clock=CLOCK)
        assert done.catalogs == ()
    elif command == "export":
        done = export(settings, [path], now=now)
        assert done.articles == ()
        assert not newsroom.lies(OUT)
    else:
        done = check(settings, [path])
        assert done.catalogs == ()
    (trouble,) = done.troubles
    assert trouble.path == "articles/news.rss/nobody-0"
    assert "there is no such article in the file; was it taken out?" in trouble.message


def test_articles_that_are_in_the_feed_are_exported_though_others_that_are_named_are_not(newsroom):
    approve(newsroom, "storm")
    feed_path = newsroom.project.root / "articles/news.rss"
    done = export(
        newsroom.project.settings, [feed_path / names(newsroom)["storm"], feed_path / "nobody-0"], now=newsroom.now
    )
    assert len(done.troubles) == 1
    assert "storm" in newsroom.project.read(OUT)


def test_a_feed_that_is_written_is_told_once_with_the_number_of_its_articles(newsroom):
    approve(newsroom, "storm")
    assert next(iter(text_lines(newsroom.export()))) == f"{OUT}: new"
    approve(newsroom, "mayor")
    assert [line for line in text_lines(newsroom.export()) if OUT in line] == [f"{OUT}: updated with 2 articles"]


def test_what_was_lost_of_a_feed_is_asked_for_by_its_file_or_by_one_of_its_articles(newsroom):
    approve(newsroom, "storm")
    newsroom.night()
    catalog = f"locales/et/LC_MESSAGES/{names(newsroom)['storm']}.po"
    newsroom.project.write(catalog, newsroom.project.read(catalog).rpartition("\n\n")[0] + "\n")
    newsroom.night()
    root = newsroom.project.root / "articles/news.rss"
    with newsroom.seen() as (seen, _):
        for path in (root, root / names(newsroom)["storm"]):
            lost, troubles = asked(seen, [str(path)])
            assert ([one.path for one in lost], troubles) == ([catalog], [])
        assert asked(seen, [str(root / names(newsroom)["mayor"])]) == ([], [])
        (trouble,) = asked(seen, [str(root / "nobody-0")])[1]
        assert "nothing of it is kept" in trouble.message


def test_what_there_is_to_know_of_a_feed_is_told_once(newsroom):
    newsroom.project.write("articles/news.rss", feed(STORM, (STORM[0], "Another storm", "It came later.")))
    told = draft(newsroom.project.settings, now=newsroom.now, clock=CLOCK).notes
    assert len([note for note in told if "articles/news.rss" in note]) == 1
