"""What stands is told by the files alone; whether it still holds, by what else it depends on."""

import time

from tests.workflow.runs import ledger_of, settle
from translate.ledger.pages import About
from translate.workflow.standing import standing

ARTICLE = "articles/ferry.txt"
PO = "locales/et/LC_MESSAGES/ferry.po"


def stand(project, locales=("et",)):
    with ledger_of(project) as ledger:
        return standing(project.settings, ledger, {"ferry": project.root / ARTICLE}, locales, time.time_ns())


def test_nothing_stands_where_no_run_has_been(project):
    found = stand(project)
    assert (list(found.changed("et")), found.settled({"et": "any"})["et"].named()) == (["ferry"], ())
    assert list(found.unsettled({"et": "any"})) == [("ferry", ("et",))]


def test_what_stands_holds_for_the_same_context_only(project):
    settle(project)
    with ledger_of(project) as ledger:
        context = ledger.get(About.ARTICLE, ARTICLE, "et").context
    found = stand(project)
    assert list(found.changed("et")) == []
    (result,) = found.settled({"et": context})["et"].named()
    assert (result.article, list(found.unsettled({"et": context}))) == (ARTICLE, [])
    assert found.settled({"et": "another"})["et"].named() == ()
    assert list(found.unsettled({"et": "another"})) == [("ferry", ("et",))]


def test_a_file_that_somebody_saved_moves_the_article_in_that_locale(project):
    settle(project)
    project.write(PO, project.read(PO) + "\n")
    assert list(stand(project).changed("et")) == ["ferry"]
