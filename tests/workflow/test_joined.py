"""A night whose shards are done ends as one that did all of it itself."""

import resource
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.project import NOW, told
from tests.workflow.runs import a_run
from tests.workflow.test_afar import undated
from translate.cli.project import CLOCK
from translate.ledger.pages import About, Ledger, Page
from translate.workers.frozen import Frozen, FrozenError, Shard
from translate.workflow import outcomes
from translate.workflow.draft import draft_all
from translate.workflow.joined import Joined
from translate.workflow.orders import Orders
from translate.workflow.preparing import prepare
from translate.workflow.sharding import shard


@pytest.fixture
def several(project, monkeypatch):
    monkeypatch.setattr("translate.workflow.preparing.SENTENCES", 4)
    for number in range(5):
        project.write(f"articles/n{number}.txt", f"News {number}\n\nThe ferry sailed.\nIt was {number} hours late.\n")
    project.settings = replace(project.settings, jobs=1)
    return project


def frozen(project, *parts):
    prepare(project.settings, Orders(), now=NOW, clock=CLOCK)
    for part in parts:
        shard(project.settings, part)


def joined(project):
    with closing(Joined(project.settings)) as crew, a_run(project) as ready:
        return draft_all(ready, hire=crew.orders(Orders()).hire)


def catalogs(project):
    return {name: undated(data) for name, data in project.files().items() if name.startswith("locales")}


def test_it_writes_what_a_night_alone_writes_and_asks_no_engine(several, monkeypatch):
    with a_run(several) as ready:
        draft_all(ready)
    alone = catalogs(several)
    for name in alone:
        (several.root / name).unlink()
    frozen(several, Shard(2, 3), Shard(1, 3), Shard(3, 3), Shard(2, 3))
    monkeypatch.setattr("translate.engines.identity.IdentityEngine.translate", None)
    summary = joined(several)
    assert (told(summary.troubles), summary.unfinished) == ([], ())
    assert catalogs(several) == alone
    with pytest.raises(FrozenError, match="no night is prepared"):
        Frozen(several.root).plan()


def test_what_was_learnt_by_a_unit_is_taken_in_once_and_not_with_each_of_its_articles(several, monkeypatch):
    frozen(several, Shard(1, 1))
    learnt = []
    learn = outcomes.learn
    monkeypatch.setattr(outcomes, "learn", lambda *given: learnt.append(given) or learn(*given))
    joined(several)
    assert len(learnt) == 3


def test_what_no_shard_has_done_is_left_and_told_and_may_be_joined_later(several):
    frozen(several, Shard(1, 3), Shard(3, 3))
    summary = joined(several)
    (trouble,) = told(summary.troubles)
    assert trouble == "1 of 3 work units have been done by nobody (shards 2/3); do those shards, and join once more"
    assert len(summary.unfinished) == 2
    assert not {name for name in catalogs(several) if any(left[9:-4] in name for left in summary.unfinished)} - {
        name for name in catalogs(several) if name.endswith(".pot")
    }
    shard(several.settings, Shard(2, 3))
    again = joined(several)
    assert (told(again.troubles), again.unfinished) == ([], ())
    assert len(catalogs(several)) == 12


def test_what_has_changed_since_is_drafted_as_it_is_now(several):
    frozen(several, Shard(1, 1))
    several.write("articles/n3.txt", "All is new\n\nThe ferry sank.\n")
    several.write("articles/late.txt", "It came late\n\nThe ferry is back.\n")
    several.translated("n1", ("The ferry sailed.", "Praam lahkus."))
    summary = joined(several)
    assert told(summary.troubles) == []
    assert "The praam sank." in several.read("locales/et/LC_MESSAGES/n3.po")
    assert "The praam is back." in several.read("locales/et/LC_MESSAGES/late.po")
    assert "Praam lahkus." in several.read("locales/et/LC_MESSAGES/n1.po")


def test_what_is_asked_of_it_is_what_was_asked_when_it_was_prepared(several):
    several.settings = replace(several.settings, locales=("et", "fi"))
    prepare(several.settings, Orders(locales=("fi",), engine="identity"), now=NOW, clock=CLOCK)
    with closing(Joined(several.settings)) as crew:
        orders = crew.orders(Orders(dry_run=True))
    assert (orders.locales, orders.engine, orders.began, orders.dry_run) == (("fi",), "identity", NOW, True)


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(b"nonsense"), lambda path: path.unlink()])
def test_a_ledger_that_is_none_has_done_nothing(several, harm):
    frozen(several, Shard(1, 1))
    harm(Frozen(several.root).ledger(Shard(1, 1)))
    assert told(joined(several).troubles)[0].startswith("3 of 3 work units have been done by nobody")


def test_there_may_be_more_shards_than_files_that_a_run_may_have_open(several):
    frozen(several, Shard(1, 1))
    night = Frozen(several.root)
    other = night.ledger(Shard(1, 200))
    with Ledger(other, home=several.root) as ledger:
        ledger.put(About.OUTCOME, [Page("0" * 32, "", "", "", b"")])
    for number in range(2, 200):
        shutil.copy(other, night.ledger(Shard(number, 200)))
    night.ledger(Shard(1, 1)).rename(night.ledger(Shard(200, 200)))
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(list(Path("/proc/self/fd").iterdir())) + 50, usual[1]))
    try:
        summary = joined(several)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
    assert (told(summary.troubles), summary.unfinished) == ([], ())
