"""A night is frozen once, by one run; nothing that people work with is written for it."""

from dataclasses import replace

import pytest

from tests.workflow.project import NOW
from translate.cli.project import CLOCK
from translate.core.results.night import Limit
from translate.errors import TooManyChangesError
from translate.workers import units
from translate.workers.frozen import Frozen
from translate.workflow.draft import draft
from translate.workflow.orders import Orders
from translate.workflow.preparing import prepare


def prepared(project, **orders):
    return prepare(project.settings, Orders(**orders), now=NOW, clock=CLOCK).plan


def test_all_that_is_to_be_drafted_is_frozen_in_units_and_no_po_file_is_written(project):
    for number in range(3):
        project.write(f"articles/n{number}.txt", f"News {number}\n\nThe ferry sailed.\n")
    before = project.files()
    plan = prepared(project)
    assert project.files() == before
    assert (plan.articles, plan.sentences, plan.began) == (4, 9, "2026-11-22T02:15:00Z")
    frozen = Frozen(project.root)
    pieces = [piece.article for key in plan.keys for piece in units.unit_of(frozen.unit(key)).pieces]
    assert len(pieces) == 4


def test_what_is_frozen_twice_has_the_same_units(project):
    assert prepared(project).keys == prepared(project).keys


def test_what_is_drafted_already_is_in_none(project):
    draft(project.settings, now=NOW, clock=CLOCK)
    assert prepared(project).keys == ()


def test_where_more_would_change_than_is_plausible_nothing_is_frozen(project):
    draft(project.settings, now=NOW, clock=CLOCK)
    project.write("articles/ferry.txt", "All is new\n\nNothing is left.\nNot a word.\n")
    with pytest.raises(TooManyChangesError):
        prepared(project, limit=Limit(entries=1))
    project.settings = replace(project.settings, locales=("et", "fi"))
    assert prepared(project, locales=("fi",)).locales == ("fi",)
