"""What stands is told by the files alone; whether it still holds, by what else it depends on."""

import time

from tests.workflow.runs import ledger_of, settle
from translate.ledger.states import Glance
from translate.workflow.standing import standing

ARTICLE = "articles/ferry.txt"
PO = "locales/et/LC_MESSAGES/ferry.po"


def stand(project, locales=("et",)):
    with ledger_of(project) as ledger:
        return standing(project.settings, ledger, {"ferry": project.root / ARTICLE}, locales, Glance(time.time_ns()))


def test_nothing_stands_where_no_run_has_been(project):
    assert stand(project).known == {}


def test_what_stands_holds_for_the_same_context_only(project):
    settle(project)
    found = stand(project)
    ((key, one),) = found.known.items()
    assert key == (ARTICLE, "et")
    assert found.settled({"et": one.context}) == {key: one.result}
    assert found.settled({"et": "another"}) == {}


def test_a_file_that_somebody_saved_moves_the_article_in_that_locale(project):
    settle(project)
    project.write(PO, project.read(PO) + "\n")
    assert stand(project).known == {}
