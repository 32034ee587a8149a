"""A PO file is changed at a person's word, whoever saves meanwhile, and the next look knows what it says."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workflow.project import NOW
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.losses import Reason
from translate.errors import CatalogError, HistoryError
from translate.files import saving
from translate.workflow.amending import Amended, amend, looked

PO = "locales/et/LC_MESSAGES/ferry.po"
SAILED, LATE = ("The ferry sailed.", "Praam väljus."), ("The captain was late.", "Kapten jäi hiljaks.")


@contextmanager
def look(project, **options):
    with looked(project.settings, now=NOW, **options) as (seen, troubles):
        yield seen, troubles


def file_of(project):
    return Amended(project.root / PO, PO, "et")


def saying(text):
    """A change by which every entry says this."""
    return lambda before, _: Catalog(before.header, tuple(replace(e, msgstr=text) for e in before.entries))


def texts(project):
    with look(project) as (seen, _):
        past = seen.history.past(PO)
    return {known.entry.msgid: (known.entry.msgstr, known.since) for known in past.entries}


def test_what_it_says_from_now_on_is_known_and_what_it_said_is_kept(project):
    project.catalog("ferry", SAILED)
    with look(project) as (seen, troubles):
        amend(seen, file_of(project), saying("Laev läks."))
        (one,) = seen.history.kept()
        assert (one.seen.entry.msgstr, one.reason) == ("Praam väljus.", Reason.REPLACED)
    assert troubles == []
    assert 'msgstr "Laev läks."' in project.read(PO)
    assert {text for text, _ in texts(project).values()} == {"Laev läks."}


def test_a_file_that_is_not_there_is_made_with_a_header(project):
    with look(project) as (seen, _):
        amend(seen, file_of(project), lambda before, _: Catalog(before.header, (Entry(*SAILED),)))
    assert '"Language: et\\n"' in project.read(PO)
    assert 'msgstr "Praam väljus."' in project.read(PO)


def test_where_nothing_changes_nothing_is_written(project):
    path = project.catalog("ferry", SAILED)
    before = path.stat()
    with look(project) as (seen, _):
        amend(seen, file_of(project), lambda before, _: before)
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_dry_run_asks_and_forgets(project):
    project.catalog("ferry", SAILED)
    before, asked = project.files(), []
    with look(project, dry_run=True) as (seen, _):
        amend(seen, file_of(project), lambda *both: asked.append(both) or saying("Laev läks.")(*both), dry_run=True)
    assert (len(asked), project.files()) == (1, before)
    assert not (project.root / "history").exists()


def test_what_is_to_be_remembered_is_asked_of_whoever_changes_it(project):
    project.catalog("ferry", SAILED)

    def long_ago(past):
        return replace(past, entries=tuple(replace(known, since="2020-01-01T00:00:00Z") for known in past.entries))

    with look(project) as (seen, _):
        amend(seen, file_of(project), saying("Laev läks."), remember=long_ago)
    assert texts(project) == {SAILED[0]: ("Laev läks.", "2020-01-01T00:00:00Z")}


def test_what_somebody_saves_meanwhile_is_changed_instead(project, monkeypatch):
    project.catalog("ferry", SAILED)
    save, times = saving.save, []

    def late(*arguments, **named):
        times.append(arguments)
        if len(times) == 1:
            project.catalog("ferry", SAILED, LATE)
        return save(*arguments, **named)

    monkeypatch.setattr(saving, "save", late)
    with look(project) as (seen, _):
        amend(seen, file_of(project), saying("Laev läks."))
    assert (len(times), project.read(PO).count("Laev läks.")) == (2, 2)


def test_a_file_that_cannot_be_read_is_told_and_stays(project):
    path = project.write(PO, 'msgid "open\n')
    with look(project) as (seen, troubles):
        assert [trouble.path for trouble in troubles] == [PO]
        with pytest.raises(CatalogError):
            amend(seen, file_of(project), saying("Laev läks."))
    assert path.read_text("utf-8") == 'msgid "open\n'


def test_trouble_with_what_was_imported_is_none_of_it(project):
    project.write("memory/agency.tmx", "no TMX")
    with look(project) as (_, troubles):
        assert troubles == []


def test_without_a_history_nothing_begins(project):
    project.write("history/texts.sqlite", b"no database" * 500)
    with pytest.raises(HistoryError), look(project):
        pass


def test_the_next_run_reads_the_file_again(project):
    project.catalog("ferry", SAILED)
    with look(project) as (seen, _):
        amend(seen, file_of(project), saying("Laev läks."))
        assert seen.history.states([*seen.history.paths()]) == {PO: ""}
    with looked(project.settings, now=NOW + timedelta(days=36_500)) as (seen, _):
        assert seen.history.states([*seen.history.paths()])[PO] != ""
