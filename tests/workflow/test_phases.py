"""What is new is drafted unless too much would change; then everything is looked over, whatever happened."""

from tests.workflow.project import NOW, told
from tests.workflow.runs import ledger_of, settle
from translate.cli.project import CLOCK
from translate.core.results.night import Limit
from translate.core.results.summary import ExitCode
from translate.termbases import folder
from translate.workflow.orders import Job, Orders
from translate.workflow.phases import draft_anew, look_over
from translate.workflow.steps import silently
from translate.workflow.terms import Glossaries
from translate.workflow.watch import Watch


def job(project, ledger, **orders):
    watch = Watch(NOW, CLOCK.seconds, lambda _: None)
    return Job(project.settings, Orders(**orders), Glossaries(project.settings), ledger, NOW, CLOCK, watch, silently)


def counts(job):
    return {phase.name: dict(phase.counts) for phase in job.watch.phases}


def test_both_steps_count_what_they_did(project):
    with ledger_of(project) as ledger:
        night = job(project, ledger)
        drafted = draft_anew(night)
        summary, found = drafted.summary, look_over(night, drafted)
    assert (summary.exit_code, found.waiting_in_all) == (ExitCode.CLEAN, 3)
    assert counts(night) == {
        "survey": {"articles": 1, "entries": 0, "vanished": 0, "changed": 0},
        "draft": {"articles": 1, "unfinished": 0, "written": 1, "drafted": 3, "recalled": 0},
        "review": {"catalogs": 1, "waiting": 3, "errors": 0, "warnings": 1},
    }


def test_a_glossary_is_read_once_a_night(project, monkeypatch):
    readings = []
    read = folder.read

    def noted(path, *rest, **more):
        readings.append(path.stem)
        return read(path, *rest, **more)

    monkeypatch.setattr(folder, "read", noted)
    with ledger_of(project) as ledger:
        night = job(project, ledger)
        look_over(night, draft_anew(night))
    assert readings == ["et", "all"]


def test_what_would_change_too_much_is_not_begun_and_everything_is_looked_over_all_the_same(project):
    settle(project)
    before = project.files()
    project.write("articles/ferry.txt", "Sign in\n\nPlease accept all cookies.\n")
    with ledger_of(project) as ledger:
        night = job(project, ledger, limit=Limit(entries=2))
        drafted = draft_anew(night)
        summary, found = drafted.summary, look_over(night, drafted)
    assert (summary.exit_code, len(found.catalogs)) == (ExitCode.STOPPED, 1)
    assert (list(counts(night)), len(told(night.watch.troubles))) == (["survey", "review"], 1)
    assert project.files() == {**before, "articles/ferry.txt": project.files()["articles/ferry.txt"]}


def test_when_the_time_is_up_the_rest_is_left_to_the_next_night(project):
    with ledger_of(project) as ledger:
        summary = draft_anew(job(project, ledger, time_budget=0)).summary
    assert (summary.unfinished, summary.catalogs) == (("articles/ferry.txt",), ())


def test_an_engine_that_is_none_is_told_and_nothing_drafted(project):
    with ledger_of(project) as ledger:
        night = job(project, ledger, engine="agros")
        assert draft_anew(night).summary.exit_code is ExitCode.STOPPED
    assert ["no engine called “agros”" in sentence for sentence in told(night.watch.troubles)] == [True]
