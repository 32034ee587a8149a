"""What a unit says of an article's messages is what there was to draft."""

from dataclasses import replace

import pytest

from tests.workflow.runs import a_run
from translate.core.terms.inflection import Inflection
from translate.languages.loading import load_pair
from translate.workers.units import UnreadableError
from translate.workflow.assigning import demands_of, shared_options, unit_of
from translate.workflow.wanting import begin


def jobs_of(ready):
    return begin(ready.run, ready.read(ready.to_open[0]), ready.desks[0]).wanted.jobs


def test_the_glossary_asks_the_same_elsewhere(project):
    project.write("glossaries/et.csv", "source,target,forms,action\nferry,praam,gen=praami,\ncaptain,kipper,,forbid\n")
    with a_run(project) as ready:
        jobs = jobs_of(ready)
        unit = unit_of(project.settings, ready.desks[0], {"articles/ferry.txt": jobs})
    language = load_pair("en", "et")[1]
    (piece,) = unit.pieces
    assert [demands_of(message, unit.terms, language) for message in piece.messages] == [job.asked for job in jobs]


def test_a_term_that_is_rendered_by_other_rules_than_the_languages_cannot_be_told(project):
    with a_run(project) as ready:
        (job, *_) = jobs_of(ready)
        match = replace(job.asked.matches[0], inflection=Inflection(endings=("x",)))
        other = replace(job, asked=replace(job.asked, matches=(match,)))
        with pytest.raises(UnreadableError):
            unit_of(project.settings, ready.desks[0], {"articles/ferry.txt": [other]})


def test_without_an_engine_there_is_no_unit(project):
    with a_run(project) as ready:
        desk = ready.desks[0].without_engine()
        assert unit_of(project.settings, desk, {"articles/ferry.txt": jobs_of(ready)}) is None


def test_what_only_a_machine_may_set_stays_on_it(project):
    settings = replace(project.settings, engines={"argos": {"beam": 2}, "apertium": {"program": "/opt/apertium"}})
    with a_run(project) as ready:
        for name, shared in (("argos", {"beam": 2}), ("apertium", {})):
            from translate.plugins import load_engine

            desk = replace(ready.desks[0], chosen=replace(ready.desks[0].chosen, name=name, engine=load_engine(name)))
            assert shared_options(settings, desk) == shared
