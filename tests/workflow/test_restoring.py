"""What is to come back comes back file by file; what fails in one is told, and the others go on."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.test_editors import PAIRS, is_peoples, tell
from tests.workflow.project import NOW, told
from translate.core.entries.restoring import Outcome
from translate.settings import Settings
from translate.workflow.amending import looked
from translate.workflow.kept import listed
from translate.workflow.restoring import forget, restore

FERRY, TRAIN = "locales/et/LC_MESSAGES/ferry.po", "locales/et/LC_MESSAGES/train.po"


@pytest.fixture
def lost(project):
    """Two files that are gone, each with a text of a person."""
    project.write("articles/train.txt", "Train\n\nThe train left.\n")
    paths = [
        project.catalog("ferry", ("The ferry sailed.", "Praam väljus.")),
        project.catalog("train", ("The train left.", "Rong läks.")),
    ]
    with looked(project.settings, now=NOW.replace(year=2020)):
        pass
    for path in paths:
        path.unlink()
    return project


def do(project, act, **options):
    with looked(project.settings, now=NOW, dry_run=options.get("dry_run", False)) as (seen, _):
        done = act(seen, listed(seen), **options)
        left = [one.seen.entry.msgstr for one in listed(seen)]
    return [outcome for _, outcome in done.texts], told(done.troubles), left


def test_each_text_comes_back_into_its_file_and_waits_no_more(lost):
    assert do(lost, restore) == ([Outcome.RESTORED, Outcome.RESTORED], [], [])
    assert 'msgid "The ferry sailed."\nmsgstr "Praam väljus."' in lost.read(FERRY)
    assert "#: articles/train.txt:3" in lost.read(TRAIN)


def test_it_is_of_the_day_on_which_it_was_approved(lost):
    do(lost, restore)
    with looked(lost.settings, now=NOW) as (seen, _):
        assert {known.since[:4] for known in seen.history.past(FERRY).entries} == {"2020"}
        assert [unit.seen[:4] for unit in seen.units(FERRY, "et")] == ["2020"]


def test_a_dry_run_tells_and_does_nothing(lost):
    outcomes, _, left = do(lost, restore, dry_run=True)
    assert (outcomes, left) == ([Outcome.RESTORED, Outcome.RESTORED], ["Praam väljus.", "Rong läks."])
    assert not (lost.root / FERRY).exists()


def test_a_file_that_cannot_be_read_is_told_with_the_way_around_it_and_the_others_go_on(lost):
    do(lost, lambda _seen, _texts: restore(_seen, []))
    lost.write(FERRY, 'msgid "open\n')
    outcomes, (trouble,), left = do(lost, restore)
    assert (outcomes, left) == ([Outcome.RESTORED], ["Praam väljus."])
    assert trouble.endswith(f"mend it, or move it away: “newsdesk restore {FERRY}” makes it anew")


def test_nothing_is_written_outside_the_project(lost):
    with looked(lost.settings, now=NOW) as (seen, _):
        texts = [replace(one, path=f"../{one.path}") for one in listed(seen)]
        done = restore(seen, texts)
    assert (done.texts, [t.partition(": ")[2] for t in told(done.troubles)]) == (
        (),
        ["lies outside the project; restore it there"] * 2,
    )
    assert not (lost.root.parent / "locales").exists()


def test_what_is_forgotten_waits_no_more_and_leaves_no_hole(lost):
    assert do(lost, forget) == ([Outcome.FORGOTTEN, Outcome.FORGOTTEN], [], [])
    with looked(lost.settings, now=NOW) as (seen, _):
        assert not any(known.entry.extracted for known in seen.history.past(FERRY).entries)
        assert len(seen.history.kept()) == 2


def test_what_is_forgotten_in_a_dry_run_waits_on(lost):
    assert do(lost, forget, dry_run=True)[2] == ["Praam väljus.", "Rong läks."]


def test_what_a_real_export_of_omegat_dropped_comes_back_as_it_was(tmp_path):
    before = next(path for path in PAIRS if path.match("omegat/export-with-human-fuzzy.*"))
    story = tell(tmp_path, before)
    settings = Settings(tmp_path.resolve(), "desk", "en", ("es",), engine="identity")
    with looked(settings, now=datetime.now(UTC)) as (seen, _):
        texts = listed(seen)
        done = restore(seen, texts)
        now = seen.history.past(texts[0].path)
    assert (len(done.texts), {outcome for _, outcome in done.texts}) == (story.lost, {Outcome.RESTORED})
    back = {known.entry.key: (known.entry.msgstr, known.entry.fuzzy) for known in now.entries}
    theirs = {e.key: (e.msgstr, e.fuzzy) for e in story.seen if is_peoples(e)}
    assert {key: back[key] for key in theirs} == theirs
