"""Every folder that is saved into is tidied and looked at; which those are, is told in one place."""

from dataclasses import replace

import pytest

from tests.workflow.project import Project, told
from translate.catalogs.loading import PO_FILE
from translate.cli.project import CLOCK
from translate.files import saving, staging, tidying
from translate.files.exchange import mark
from translate.settings import Nightly
from translate.termbases.folder import GLOSSARY
from translate.workflow.folders import saved_into, tidied, untidied

FOLDERS = (
    "locales", "locales/et/LC_MESSAGES", "locales/2025-02", "locales/et/LC_MESSAGES/070",
    "reports", ".newsdesk/runs", ".newsdesk/glossaries", ".newsdesk/wordings",
    ".newsdesk/seals", "glossaries", "memory", "memory/agency", "exports/et/articles",
)  # fmt: skip
ROW = "source,target\n"


def tidy(settings, *exports):
    """What is told when all is tidied now."""
    return told(tidied(settings, *exports, now=CLOCK.nanoseconds()))


def killed_in(project, folder):
    """What a run leaves that is killed just when somebody saves a file."""
    project.write(f"{folder}/a", b"ours")
    staged = f".newsdesk-{mark(b'a')}-{mark(b'old')}-{mark(b'ours')}-{'0' * 16}.staged"
    return project.write(f"{folder}/{staged}", ROW)


@pytest.mark.parametrize("folder", FOLDERS)
def test_wherever_a_run_was_killed_the_next_brings_to_light_what_somebody_saved(project, folder):
    staged = killed_in(project, folder)
    (looked,) = untidied(project.settings)
    assert looked.startswith(f"{folder}/a: a run was killed")
    (sentence,) = tidy(project.settings)
    assert sentence.startswith(f"{folder}/a")
    assert not staged.exists()
    saved = [path.name for path in staged.parent.iterdir() if path.read_text() == ROW]
    assert saved == ["a" if folder == "glossaries" else f"a.rescued-{mark(ROW.encode())}"]


def test_a_project_in_which_nothing_was_saved_yet_is_tidy(project):
    assert (tidy(project.settings), list(untidied(project.settings))) == ([], [])


def test_a_folder_that_cannot_be_read_is_told_and_the_others_are_tidied(project):
    (project.root / "locales").symlink_to("locales")
    killed_in(project, "glossaries")
    reason = "cannot be read: Too many levels of symbolic links"
    first, second, third = tidy(project.settings)
    assert (first, second) == (f"locales: {reason}", f"locales/et/LC_MESSAGES: {reason}")
    assert third.startswith("glossaries/a: ")


def test_of_the_folder_of_metrics_only_our_own_file_is_ours(project):
    settings = replace(project.settings, nightly=Nightly(metrics="collector/news.prom"))
    (shared,) = (folder for folder in saved_into(settings) if folder.only)
    assert (shared.path, shared.shown, shared.only) == (project.root / "collector", "collector", {"news.prom"})


def test_a_folder_of_metrics_that_a_link_leads_out_to_is_none_of_ours(tmp_path):
    project = Project(tmp_path / "desk")
    (project.root / "collector").symlink_to(tmp_path / "outside")
    named = {
        "collector/news.prom": [],
        f"{project.root}/collector/news.prom": [],
        f"{tmp_path}/news.prom": [{"news.prom"}],
    }
    for metrics, own in named.items():
        settings = replace(project.settings, nightly=Nightly(metrics=metrics))
        assert [folder.only for folder in saved_into(settings) if folder.only] == own


def test_all_links_into_one_folder_are_looked_at_together(project):
    store = project.write("store/a.po", "").parent
    for name in ("a", "b"):
        (store / f"{name}.po").touch()
        link = project.root / f"locales/et/LC_MESSAGES/{name}.po"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(store / f"{name}.po")
    (shared,) = (folder for folder in saved_into(project.settings) if folder.only)
    assert (shared.path, shared.only, shared.kind) == (store, {"a.po", "b.po"}, PO_FILE)


@pytest.mark.parametrize("metrics", ["", "glossaries/news.prom"])
def test_what_lies_in_a_folder_of_ours_is_told_once_whatever_links_lead_there(project, metrics):
    (project.root / "glossaries/pt_BR.csv").symlink_to("et.csv")
    (project.root / "names").symlink_to("glossaries")
    settings = replace(project.settings, nightly=Nightly(reports="names", metrics=metrics or None))
    for name in ("et.csv", "pt_BR.csv", "news.prom"):
        project.write(f"glossaries/{name}.rescued-{'0' * 16}", ROW)
    assert len(list(untidied(settings))) == len(tidy(settings)) == 3


def test_exports_elsewhere_are_in_the_register_of_whoever_writes_there(project, tmp_path):
    shown = {folder.shown for folder in saved_into(project.settings, tmp_path / "site")}
    assert {"exports/et", "site/et"} <= shown


def test_the_projects_own_exports_are_told_once_by_whatever_name(project):
    project.write(f"exports/et/ferry.txt.rescued-{'0' * 16}", "a correction")
    assert len(tidy(project.settings, project.root / "articles/../exports")) == 1


def test_what_a_link_leads_out_of_the_project_to_is_left_alone_and_a_folder_is_told(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    left = [outside / name for name in (f".newsdesk-{'-'.join(['0' * 16] * 4)}.staged", ".all.csv.01234567.dwtmp")]
    for path in left:
        path.write_text(ROW)
    (outside / "all.csv").write_text(ROW)
    (project.root / "glossaries/all.csv").symlink_to(outside / "all.csv")
    (project.root / "memory").symlink_to(outside)
    assert tidy(project.settings) == [
        "memory: is a link that leads out of the project; put the folder itself in its place"
    ]
    assert sorted(outside.iterdir()) == sorted([*left, outside / "all.csv"])


def test_a_folder_that_a_link_leads_to_is_not_tidied_where_it_is_swapped_for_one_outside(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    left = outside / ".all.csv.01234567.dwtmp"
    left.write_text(ROW)
    store = project.write("store/all.csv", ROW).parent
    (project.root / "glossaries/all.csv").symlink_to(store / "all.csv")
    (shared,) = (folder for folder in saved_into(project.settings) if folder.only)
    store.rename(project.root / "away")
    store.symlink_to(outside)
    tidying.tidy(replace(shared, shared=False), now=CLOCK.nanoseconds())
    assert [*outside.iterdir()] == [left]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("way", ["link", "output"])
def test_what_another_project_is_just_saving_is_left_to_it(tmp_path, monkeypatch, way, moment):
    ours, theirs, shared = Project(tmp_path / "ours"), Project(tmp_path / "theirs"), tmp_path / "shared"
    file = theirs.write("../shared/et/names.csv", ROW)
    if way == "link":
        (ours.root / "glossaries/all.csv").symlink_to(file)
    exchange = staging.exchange

    def while_we_tidy(one, other):
        monkeypatch.undo()
        if moment == "after":
            exchange(one, other)
        assert tidy(ours.settings, *([shared] if way == "output" else [])) == []
        if moment == "before":
            exchange(one, other)

    monkeypatch.setattr(staging, "exchange", while_we_tidy)
    assert saving.save(file, b"new", kind=GLOSSARY, expected=ROW.encode(), home=None)
    assert [path.read_bytes() for path in file.parent.iterdir()] == [b"new"]
