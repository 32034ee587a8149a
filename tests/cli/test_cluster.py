"""A night whose units a cluster does writes what one of this machine alone writes, whatever breaks meanwhile."""

import os
import shutil
import signal
import threading
import time

import pytest

from tests.workers.clusters import LONE, machines
from translate.workers.cluster import Cluster, Waits

WAITS = Waits(start=60, absence=120, silence=5, first=120, least=120, look=0.05)
long = pytest.mark.skipif(os.environ.get("NEWSDESK_LONG") != "1", reason="takes a minute; NEWSDESK_LONG=1 runs it")
SLOW = """
import time
from translate.workers import units
from translate.workflow import working

# It is loaded twice.
real = working.real = getattr(working, "real", working.work)

def work(data, *more):
    time.sleep(2)
    if any(piece.article == "articles/a17.md" for piece in units.unit_of(data).pieces):
        raise RuntimeError("nobody can do a17")
    return real(data, *more)

working.work = work
"""
"""What workers are loaded with: each unit takes a while, and one fails wherever it is done."""


@pytest.fixture
def desk(newsroom, monkeypatch):
    """Forty articles with terms and a person's words, and units of a few sentences."""
    monkeypatch.setattr("translate.workflow.taking.FEW", 6)
    monkeypatch.setattr("translate.workflow.draft.SENTENCES", 6)
    monkeypatch.setitem(Cluster.__init__.__kwdefaults__, "waits", WAITS)
    for number in range(40):
        newsroom.write(
            f"articles/a{number}.md",
            f"# Ferry {number}\n\nThe ferry has {number} cars. See <https://err.ee/{number}>.\n",
        )
    newsroom.write(
        "locales/et/LC_MESSAGES/a3.po",
        'msgid ""\nmsgstr ""\n"Language: et\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "headline"\nmsgid "Ferry 3"\nmsgstr "Inimese enda sõnad."\n',
    )
    return newsroom


def catalogs(newsroom):
    """The files of a night, but for their times."""
    found = {name: newsroom.read(name) for name in newsroom.files() if name.startswith("locales/")}
    return {name: [line for line in text.splitlines() if "-Date: " not in line] for name, text in found.items()}


def alone(newsroom, tmp_path):
    """What the run writes by itself; the project is then as it was before."""
    shutil.copytree(newsroom.root, tmp_path / "before")
    assert newsroom.run("nightly").code in {0, 1}
    written = catalogs(newsroom)
    assert len(written) == 82
    shutil.rmtree(newsroom.root)
    shutil.copytree(tmp_path / "before", newsroom.root)
    os.chdir(newsroom.root)
    return written


def test_a_night_of_a_cluster_writes_what_one_by_itself_writes(desk, tmp_path):
    written = alone(desk, tmp_path)
    with machines() as there:
        there.scheduler()
        there.workers(1)
        ran = desk.run("nightly", "--cluster", there.address)
        log = there.log(1)
    assert ran.code in {0, 1}
    assert catalogs(desk) == written
    assert "Run out-of-band function 'told'" in log  # It was the worker that worked.
    assert "cluster did nothing" not in desk.read("reports/morning.json")
    assert "Inimese enda sõnad." in desk.read("locales/et/LC_MESSAGES/a3.po")


@long
def test_a_night_of_mishaps_writes_what_a_quiet_one_writes_and_names_what_failed(desk, tmp_path):
    written = alone(desk, tmp_path)
    (tmp_path / "slow.py").write_text(SLOW)
    kind = (*LONE, "--preload", str(tmp_path / "slow.py"))
    with machines() as there:
        scheduler = there.scheduler()
        killed, stopped, *_ = there.workers(4, kind)

        def when_written(count):
            for _ in range(3000):
                if len(list(desk.root.rglob("a*.po"))) >= count:
                    return
                time.sleep(0.02)

        def mishaps():
            when_written(4)
            killed.kill()
            os.kill(stopped.pid, signal.SIGSTOP)
            time.sleep(WAITS.silence + 2)
            scheduler.kill()
            scheduler.wait()
            there.scheduler()
            there.workers(2, kind)

        thread = threading.Thread(target=mishaps)
        thread.start()
        ran = desk.run("nightly", "--cluster", there.address)
        thread.join()
    assert ran.code in {0, 1}, ran.err
    assert catalogs(desk) == written
    told = ran.err + desk.read("reports/morning.json")
    for words in ("was lost; ", " hung at ", "the scheduler at ", "no worker could (nobody can do a17)"):
        assert words in told
