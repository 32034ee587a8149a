"""A unit has what there is to draft in a window's articles for one locale, and nothing else."""

from collections import deque

from tests.workflow.runs import a_run
from translate.workflow.parcels import unit_in
from translate.workflow.taking import windows
from translate.workflow.tally import Tally


def units_of(project, **options):
    with a_run(project, **options) as ready:
        tally = Tally.of(ready)
        return [
            unit
            for window in windows(tally, deque(ready.to_open), lambda: False, 500, evenly=True)
            for desk in ready.desks
            for unit in unit_in(window, tally, desk)
        ]


def test_a_unit_has_the_sentences_and_the_terms_of_its_articles(project):
    project.write("articles/train.txt", "Trains stop\n\nNo ferry came.\n")
    (unit,) = units_of(project)
    assert [piece.article for piece in unit.pieces] == ["articles/train.txt", "articles/ferry.txt"]
    assert [message.msgid for message in unit.pieces[0].messages] == ["Trains stop", "No ferry came."]
    assert [term.source for term in unit.terms] == ["ferry"]
    assert (unit.engine, unit.signature, unit.locale, unit.source) == ("identity", "identity", "et", "en")


def test_what_a_person_has_translated_is_in_none(project):
    project.translated("ferry", ("The ferry sailed.", "Praam lahkus."))
    (unit,) = units_of(project)
    assert [message.msgid for message in unit.pieces[0].messages] == ["On ferry"]


def test_where_there_is_nothing_to_draft_there_is_no_unit(project):
    (project.root / "articles/ferry.txt").unlink()
    assert units_of(project) == []
