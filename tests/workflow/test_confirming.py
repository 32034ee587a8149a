"""Drafts that were approved all at once are found, and are a person's word once somebody says so."""

from dataclasses import replace

import pytest

from tests.workflow.project import NOW, told
from translate.core.entries.stamp import Draft
from translate.settings import Reviewing
from translate.workflow.amending import looked
from translate.workflow.confirming import confirm, waiting

PO = "locales/et/LC_MESSAGES/{}.po"


@pytest.fixture
def settings(project):
    """Two articles of a paragraph, approved at once; of so few two are a bulk here."""
    for fuzzy in ("#, fuzzy\n", ""):
        for name in ("ferry", "train"):
            source = f"The {name} left."
            stamp = Draft(f"Mustand: {source}", "argos 1", "11111111").stamp
            project.write(f"articles/{name}.txt", f"{name}\n\n{source}\n")
            entry = f'#. {stamp}\n{fuzzy}msgid "{source}"\nmsgstr "Mustand: {source}"\n'
            project.write(PO.format(name), f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{entry}')
        settings = replace(project.settings, review=Reviewing(bulk_entries=2, bulk_percent=80))
        with looked(settings, now=NOW):
            pass
    return settings


def found(settings, *paths, locales=()):
    with looked(settings, now=NOW) as (seen, _):
        waits, troubles = waiting(seen, paths, locales)
    return {one.file.shown: (len(one.entries), one.together) for one in waits}, told(troubles)


def test_they_are_found_with_how_many_there_were_at_once(settings):
    assert found(settings) == ({PO.format("ferry"): (1, 2), PO.format("train"): (1, 2)}, [])


def test_only_what_is_asked_for_is_found(settings):
    ferry = ({PO.format("ferry"): (1, 2)}, [])
    assert found(settings, settings.root / "articles/ferry.txt") == ferry
    assert found(settings, settings.root / PO.format("ferry")) == ferry


def test_a_file_that_cannot_be_read_is_told(settings):
    (settings.root / PO.format("ferry")).write_text('msgid "open\n', "utf-8")
    files, troubles = found(settings)
    assert (files.keys(), len(troubles)) == ({PO.format("train")}, 1)


def test_what_is_confirmed_is_approved_and_remembered_and_does_not_wait_again(settings):
    with looked(settings, now=NOW) as (seen, _):
        (one, _) = waiting(seen)[0]
        assert seen.units(one.file.shown, "et") == ()
        confirm(seen, one.file)
        assert [unit.target for unit in seen.units(one.file.shown, "et")] == ["Mustand: The ferry left."]
    assert found(settings)[0].keys() == {PO.format("train")}
    assert "Unconfirmed" not in (settings.root / PO.format("ferry")).read_text("utf-8")
