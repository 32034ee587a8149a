"""A run that is opened knows what it has to do, and has written nothing that people work with."""

import os

import pytest

from tests.workflow.project import told
from tests.workflow.runs import LATER, a_run, settle, then
from translate.documents.reading import Reader
from translate.errors import DocumentError, SettingsError
from translate.ledger.states import state_of


def test_a_run_has_the_articles_to_open_the_newest_first(project):
    for age, name in enumerate(["c", "a", "b"], 1):
        path = project.write(f"articles/{name}.txt", f"News of {name}\n\nText.\n")
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    with a_run(project) as ready:
        assert [path.stem for path in ready.to_open] == ["ferry", "c", "a", "b"]
        assert ready.listed == {f"articles/{name}.txt" for name in ("a", "b", "c", "ferry")}


def test_what_is_settled_need_not_be_opened_until_what_it_depends_on_changes(project):
    settle(project)
    with a_run(project) as ready:
        assert (ready.to_open, [result.drafted for result in ready.settled["et"].named()]) == ((), [0])
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    with a_run(project) as ready:
        assert ([path.stem for path in ready.to_open], ready.settled["et"].named()) == (["ferry"], ())


def test_a_run_over_some_articles_knows_nothing_of_the_others(project):
    project.write("articles/train.txt", "Train\n\nIt is late.\n")
    with a_run(project, project.root / "articles/train.txt") as ready:
        assert ([path.stem for path in ready.to_open], ready.listed) == (["train"], None)


def test_opening_writes_nothing_for_people(project):
    before = project.files()
    with a_run(project, night=True):
        pass
    assert project.files() == before


def test_a_dry_run_writes_nothing_at_all(project):
    with a_run(project, night=True, dry_run=True) as ready:
        assert ready.run.memory is not None
    assert not (project.root / ".newsdesk").exists()


def test_what_somebody_saves_just_after_an_article_was_read_is_not_taken_for_seen(project, monkeypatch):
    path = project.root / "articles/ferry.txt"
    before = state_of(path, LATER.nanoseconds())
    then(lambda: project.write("articles/ferry.txt", "Ferry closes\n"), monkeypatch, Reader, "read")
    with a_run(project, clock=LATER) as ready:
        article = ready.read(path)
    assert article.document.segments[0].text == "Ferry opens"
    assert article.seen == before != state_of(path, LATER.nanoseconds())


def test_an_article_that_cannot_be_one_is_told_and_the_others_are_opened(project):
    project.write("articles/bad.txt", b"\xff\xfe\x00")
    with a_run(project) as ready:
        bad, ferry = sorted(ready.to_open)
        assert ready.read(ferry).document.path == "articles/ferry.txt"
        with pytest.raises(DocumentError):
            ready.read(bad)


def test_without_its_memory_a_run_goes_on_and_tells_of_it(project):
    (project.root / ".newsdesk/memory.sqlite").mkdir(parents=True)
    with a_run(project) as ready:
        assert (ready.run.memory, len(ready.to_open), len(told(ready.troubles))) == (None, 1, 1)


def test_an_engine_that_is_none_stops_the_run(project):
    with pytest.raises(SettingsError, match="no engine called “agros”"), a_run(project, engine="agros"):
        pass
