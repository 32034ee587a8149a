"""A run that is ready reads its articles, and knows in which locales each is not settled."""

from tests.workflow.project import NOW
from tests.workflow.runs import LATER, a_run, one_article, settle


def test_an_article_is_read_with_its_messages_and_with_its_state_before_that(project):
    with a_run(project) as ready:
        article, _ = one_article(ready)
    assert article.messages[0].msgid == "Ferry opens"
    assert article.document.path == "articles/ferry.txt"


def test_what_has_changed_since_a_night_was_prepared_has_a_state_too(project):
    with a_run(project, clock=LATER, dated=NOW.replace(year=2020)) as ready:
        article, _ = one_article(ready)
    assert article.seen


def test_a_locale_in_which_an_article_is_settled_is_left_out(project):
    settle(project)
    with a_run(project) as ready:
        assert ready.desks_for("articles/ferry.txt") == []
    project.write("articles/ferry.txt", "Another ferry\n")
    with a_run(project) as ready:
        assert ready.desks_for("articles/ferry.txt") == list(ready.desks)
