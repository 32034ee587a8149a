"""PO files are moved with all that is known of them, and one that cannot be moved stays where it is."""

import pytest

from tests.workflow.project import NOW, Project
from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Reason, Superseded
from translate.core.entries.past import Past, Seen
from translate.errors import CatalogError
from translate.history.texts import Look
from translate.workflow.moving import Move, carry_out, told
from translate.workflow.noticing import noticing
from translate.workflow.places import catalog_path
from translate.workflow.watch import stamp

OLD, NEW = "locales/et/LC_MESSAGES/old.po", "locales/et/LC_MESSAGES/new.po"
SEEN = Seen(Entry("ferry", "praam"), stamp(NOW))


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path, locales=("et", "et_EE"))
    project.catalog("old", ("ferry", "praam"))
    return project


@pytest.fixture
def seen(project):
    seen, _ = noticing(project.settings, now=NOW)
    with seen.history as history:
        history.put(Look(OLD, "et", Past((SEEN,)), "state", (Superseded(SEEN, Reason.LOST),), stamp(NOW)))
        history.commit()
        yield seen


def move(project, old="old", new="new", locale="et"):
    return Move(catalog_path(project.settings, "et", old), catalog_path(project.settings, locale, new), locale)


def test_a_po_file_is_moved_with_its_past_its_losses_and_its_template(project, seen):
    project.write("locales/old.pot", "")
    data = (project.root / OLD).read_bytes()
    wanted = move(project)
    assert list(carry_out(seen, [wanted])) == [wanted]
    assert (project.root / NEW).read_bytes() == data
    assert (seen.history.past(OLD), seen.history.past(NEW)) == (None, Past((SEEN,)))
    assert [(kept.path, kept.seen) for kept in seen.history.kept()] == [(NEW, SEEN)]
    assert [path.name for path in (project.root / "locales").glob("*.pot")] == ["new.pot"]
    assert told(project.settings, wanted) == f"{OLD}: follows its article, and is {NEW} now"


def test_a_template_that_is_there_already_stays_and_the_old_one_goes(project, seen):
    project.write("locales/old.pot", "old")
    project.write("locales/new.pot", "new")
    assert len(list(carry_out(seen, [move(project)]))) == 1
    assert (project.read("locales/new.pot"), (project.root / "locales/old.pot").exists()) == ("new", False)


def test_a_name_that_is_taken_is_told_and_the_others_are_moved(project, seen):
    project.catalog("new", ("ferry", "laev"))
    project.catalog("other", ("ferry", "lodi"))
    fine = move(project, "other", "another")
    error, made = carry_out(seen, [move(project), fine])
    assert isinstance(error, CatalogError)
    assert str(error) == f"{OLD}: cannot be moved: new.po is there already"
    assert made == fine
    assert "praam" in project.read(OLD)
    assert "laev" in project.read(NEW)
    assert seen.history.past(OLD) == Past((SEEN,))


def test_a_po_file_of_another_locale_says_so_in_its_header_and_keeps_its_entries(project, seen):
    wanted = move(project, new="old", locale="et_EE")
    assert list(carry_out(seen, [wanted])) == [wanted]
    text = project.read("locales/et_EE/LC_MESSAGES/old.po")
    assert '"Language: et_EE\\n"' in text
    assert 'msgid "ferry"\nmsgstr "praam"\n' in text
    assert not (project.root / OLD).exists()


def test_what_was_moved_before_it_is_stopped_is_known(project, seen):
    moves = carry_out(seen, [move(project), move(project, "other", "another")])
    next(moves)
    moves.close()
    assert seen.history.past(NEW) == Past((SEEN,))
