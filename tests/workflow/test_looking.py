"""A look at a PO file is kept as long as nothing that it depends on changes."""

import pytest

from tests.workflow.runs import LATER, ledger_of, then
from translate.cli.project import CLOCK
from translate.core.terms.language import Language
from translate.core.terms.matching import Matcher
from translate.errors import CatalogError
from translate.ledger.pages import About
from translate.workflow import looking
from translate.workflow.clock import Clock
from translate.workflow.looking import Looks, look_into, waiting, yardstick
from translate.workflow.terms import Glossaries

FRESH = Clock(lambda: 0, CLOCK.seconds, CLOCK.pause)


def by(project):
    glossary = Glossaries(project.settings).load("et").glossary
    return yardstick(project.settings, glossary, Matcher(glossary))


@pytest.fixture
def path(project):
    return project.catalog("ferry", ("The ferry sailed.", "Laev väljus."), ("The captain was late.", "Kapten hilines."))


@pytest.fixture
def read(monkeypatch):
    """The PO files that are read from now on."""
    paths = []
    read_catalog = looking.read_catalog
    monkeypatch.setattr(
        looking, "read_catalog", lambda settings, path: paths.append(path.stem) or read_catalog(settings, path)
    )
    return paths


def look(project, path, clock=LATER):
    with ledger_of(project) as ledger:
        looks = Looks(by(project), ledger, clock)
        looks.expect([path])
        found = looks.take(path)
        looks.keep()
        return found


def test_a_look_tells_what_is_wrong_and_what_waits(project, path):
    found = look(project, path)
    assert (found.counts.approved, found.errors, found.rules, found.mentioned) == (2, 1, {"term-missing": 1}, (0,))
    assert [one.place for one in found.waiting] == [0]


def test_a_language_is_gone_through_once(project, monkeypatch):
    first = by(project).context
    monkeypatch.setattr(Language, "__repr__", None)
    assert by(project).context == first


def test_what_is_known_is_not_read_again(project, path, read):
    first = look(project, path)
    assert (look(project, path), read) == (first, ["ferry"])


def test_a_file_that_may_change_again_unseen_is_read_by_every_look(project, path, read):
    for _ in range(2):
        look(project, path, FRESH)
    assert read == ["ferry", "ferry"]


def test_what_somebody_saves_just_after_the_file_was_read_is_looked_at_the_next_time(project, path, monkeypatch):
    with monkeypatch.context() as patch:
        then(lambda: project.catalog("ferry", ("The ferry sailed.", "Praam väljus.")), patch, looking, "read_catalog")
        assert look(project, path).errors == 1
    assert look(project, path).errors == 0


def test_a_file_or_a_glossary_that_changes_makes_a_new_look(project, path, read):
    look(project, path)
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    assert look(project, path).errors == 0
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    assert look(project, path).errors == 1
    assert read == ["ferry"] * 3


def test_what_waits_is_kept_with_all_that_is_known_of_it(project, path, read):
    look(project, path)
    with ledger_of(project) as ledger:
        told = waiting(by(project), ledger, path, LATER.nanoseconds())
        assert read == ["ferry"]
        assert told == look_into(by(project), path).waiting != ()
        path.write_bytes(path.read_bytes() + b"\n")
        assert waiting(by(project), ledger, path, LATER.nanoseconds()) == told
    assert read == ["ferry"] * 3


def test_files_that_are_gone_are_forgotten_in_their_locale_only(project, path):
    look(project, path)
    with ledger_of(project) as ledger:
        looks = Looks(by(project), ledger, LATER)
        looks.forget_all_but(["locales/et/LC_MESSAGES/ferry.po"])
        assert [[*ledger.contents(about)] for about in (About.CATALOG, About.WAITING)] == [
            [("locales/et/LC_MESSAGES/ferry.po", "et")]
        ] * 2
        looks.forget_all_but([])
        assert [[*ledger.contents(about)] for about in (About.CATALOG, About.WAITING)] == [[], []]


def test_a_file_that_is_gone_is_told(project, path):
    path.unlink()
    with pytest.raises(CatalogError, match="there is no such file"):
        look(project, path)
