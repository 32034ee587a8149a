"""In the morning every report is there that could be written."""

import json
from dataclasses import replace

from tests.reports.nights import night
from tests.workflow.project import NOW, Project, told
from translate import settings
from translate.runs.records import Runs
from translate.workflow.morning import report
from translate.workflow.places import runs_folder
from translate.workflow.watch import Watch

REPORTS = ["reports/morning.html", "reports/morning.json", "reports/morning.txt"]


def write(project):
    watch = Watch(NOW, lambda: 0.0, lambda _: None)
    report(project.settings, night(), Runs(runs_folder(project.settings), home=None), watch)
    return told(watch.troubles)


def test_there_is_a_page_an_object_and_a_mail(project):
    assert write(project) == []
    assert [name for name in project.files() if name.startswith("reports/")] == REPORTS
    assert json.loads(project.read(REPORTS[1]))["record"]["number"] == night().record.number
    assert project.read(REPORTS[0]).startswith("<!doctype html>")


def test_one_that_cannot_be_written_is_told_and_the_others_are_there(project):
    (project.root / "reports/morning.html").mkdir(parents=True)
    assert len(write(project)) == 1
    assert [name for name in project.files() if name.startswith("reports/")] == REPORTS[1:]


def test_monitoring_is_told_where_the_newsroom_wants_it(tmp_path):
    project = Project(tmp_path)
    project.settings = replace(project.settings, nightly=replace(project.settings.nightly, metrics="news.prom"))
    assert write(project) == []
    assert "newsdesk_last_run_exit_code" in project.read("news.prom")


def test_what_a_project_names_for_monitoring_is_written_inside_whatever_a_link_leads_to_by_then(tmp_path):
    project = Project(tmp_path / "desk")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/news.prom").write_text("theirs")
    toml = project.root / "newsdesk.toml"
    (project.root / "link").symlink_to("reports")
    toml.write_text(
        '[project]\nname = "news"\nsource = "en"\nlocales = ["et"]\n[nightly]\nmetrics = "link/news.prom"\n', "utf-8"
    )
    project.settings = settings.load(toml)
    (project.root / "link").unlink()
    (project.root / "link").symlink_to(tmp_path / "outside")
    (trouble,) = write(project)
    assert "link: is a link that leads out of the project; put the folder itself in its place" in trouble
    assert [(path.name, path.read_text()) for path in (tmp_path / "outside").iterdir()] == [("news.prom", "theirs")]


def test_what_the_machine_names_for_monitoring_may_lie_anywhere(tmp_path):
    project = Project(tmp_path / "desk")
    nightly = replace(project.settings.nightly, metrics=str(tmp_path / "news.prom"))
    project.settings = replace(project.settings, nightly=nightly)
    assert write(project) == []
    assert "newsdesk_last_run_exit_code" in (tmp_path / "news.prom").read_text()
