"""In its turn an article is read, if it has not been, and drafted into each locale."""

import pytest

from tests.workflow.runs import a_run
from translate.errors import NewsdeskError
from translate.workflow.steps import InParts
from translate.workflow.taking import Taken, take
from translate.workflow.tally import Tally
from translate.workflow.turn import draft_one


@pytest.fixture
def tally(project):
    with a_run(project) as ready:
        yield Tally.of(ready)


def drafted(tally, taken):
    draft_one(tally, taken, InParts(lambda _: None, 1))
    return [(result.article, result.drafted) for result in tally.results.named()]


@pytest.mark.parametrize("ahead", [True, False])
def test_it_is_the_same_whether_what_it_wants_was_known_before_or_not(tally, ahead):
    taken = take(tally, *tally.ready.to_open)
    assert drafted(tally, taken if ahead else Taken(taken.path, taken.article)) == [("articles/ferry.txt", 3)]


def test_what_somebody_wrote_since_it_was_read_stays(project, tally):
    taken = take(tally, tally.ready.to_open[0])
    project.catalog("ferry", ("The ferry sailed.", "Praam sõitis."))
    drafted(tally, taken)
    assert 'msgstr "Praam sõitis."' in project.read("locales/et/LC_MESSAGES/ferry.po")


def test_an_article_that_cannot_be_read_is_told_in_its_turn(tally):
    with pytest.raises(NewsdeskError):
        drafted(tally, take(tally, tally.ready.run.settings.root / "articles/gone.txt"))
