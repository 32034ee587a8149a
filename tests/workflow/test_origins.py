"""The memory is fed from the PO files of articles and from imports, and from nothing else that lies there."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.workflow.project import NOW, Project
from translate.core.entries.past import Past
from translate.history.texts import Look
from translate.memory.database import Feed, Memory
from translate.workflow import origins as page
from translate.workflow.noticing import noticing
from translate.workflow.origins import Origin, compared, origins

PO = "locales/et/LC_MESSAGES/ferry.po"
HERE = Path("somewhere")


def found(project, now=NOW):
    seen, _ = noticing(project.settings, now=now)
    with seen.history:
        return list(origins(seen))


def later():
    return datetime.now(UTC) + timedelta(minutes=1)


def test_the_po_files_of_articles_and_what_was_imported_are_origins(project):
    project.catalog("ferry", ("It sank.", "See uppus."))
    project.write("memory/agency.tmx", "<tmx/>")
    assert [(origin.shown, origin.locale) for origin in found(project)] == [(PO, "et"), ("memory/agency.tmx", None)]


@pytest.mark.parametrize("name", ["nobody", "ferry.sync-conflict-20261127-101010-ABCDEFG", "ferry (1)"])
def test_a_po_file_without_an_article_is_none(project, name):
    project.catalog(name, ("It sank.", "See uppus."))
    assert found(project) == []


def test_a_po_file_that_follows_its_article_is_one_by_its_new_name(project):
    old = project.catalog("fery", ("It sank.", "See uppus."))
    seen, _ = noticing(project.settings, now=later())
    seen.moving[old] = old.with_name("ferry.po")
    with seen.history:
        (origin,) = origins(seen)
    assert (origin.path, origin.shown, origin.locale, origin.name) == (old, PO.replace("ferry", "fery"), "et", PO)
    assert origin.is_known({PO: origin.fingerprint}, {origin.shown: origin.fingerprint})


def test_an_origin_is_known_while_it_is_as_it_was_for_the_memory_and_at_the_last_look():
    own, foreign = Origin(HERE, "ferry.po", PO, "state", "et"), Origin(HERE, "a.tmx", "memory/a.tmx", "state", None)
    assert own.is_known({PO: "state"}, {PO: "state"})
    assert not own.is_known({PO: "state"}, {})
    assert not own.is_known({}, {PO: "state"})
    assert not own.is_known({PO: "other"}, {PO: "state"})
    assert foreign.is_known({"memory/a.tmx": "state"}, {})


def test_a_file_whose_state_tells_nothing_is_never_known():
    assert not Origin(HERE, "ferry.po", PO, "", "et").is_known({PO: ""}, {PO: ""})


def test_a_file_that_was_saved_this_moment_has_no_state_yet(project):
    path = project.catalog("ferry", ("It sank.", "See uppus."))
    moment = datetime.fromtimestamp(path.stat().st_ctime, UTC)
    assert [origin.fingerprint for origin in found(project, moment)] == [""]
    (sure,) = found(project, later())
    os.utime(path, ns=(1, 1))
    (touched,) = found(project, later())
    assert "" != sure.fingerprint != touched.fingerprint


def test_an_imported_file_is_looked_at_anew_for_another_locale(project):
    project.write("memory/agency.tmx", "<tmx/>")
    (origin,) = found(project, later())
    assert origin.fingerprint.endswith(" et")


def test_what_changed_what_is_fed_no_more_and_what_is_gone_is_told_of_all_locales_however_few_are_asked_for_at_once(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(page, "_AT_ONCE", 1)
    project = Project(tmp_path, locales=("et", "ru"))
    for slug in ("train", "tram"):
        project.write(f"articles/{slug}.txt", "It is late.\n")
    for locale in ("et", "ru"):
        for slug in ("ferry", "train", "tram"):
            project.catalog(slug, ("It sank.", f"{slug} {locale}"), locale=locale)
    project.write("memory/agency.tmx", "<tmx/>")
    former = ("po/et/LC_MESSAGES/ferry.po", "locales/et/LC_MESSAGES/gone.po")
    seen, _ = noticing(project.settings, now=later())
    with seen.history, Memory(tmp_path / "memory.sqlite", source="en", home=None) as memory:
        for one in origins(seen):
            memory.feed([Feed(one.name, one.fingerprint, ())])
            seen.history.put(Look(one.shown, one.locale or "", Past(), one.fingerprint))
        for path in former:
            memory.feed([Feed(path, "state", ())])
            seen.history.put(Look(path, "et", Past(), "state"))
        project.catalog("train", ("It sank.", "See läks põhja."))
        (tmp_path / "locales/ru/LC_MESSAGES/tram.po").unlink()
        told = compared(seen, memory)
    missing = {*former, "locales/ru/LC_MESSAGES/tram.po"}
    assert [one.shown for one in told.changed] == ["locales/et/LC_MESSAGES/train.po"]
    assert ({*told.unfed}, {*told.absent}, len(told.unfed)) == (missing, missing, 3)
