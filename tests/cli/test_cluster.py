"""Whatever becomes of a cluster, the night is the one that a machine has alone, and what failed is named."""

import json
import os
import shutil
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.cli.nights import OWN_WORDS, again, catalogs, fill
from tests.workers.clusters import LOOKED_AFTER, ROOT, machines
from translate.workers.cluster import Cluster, Waits

long = pytest.mark.skipif(
    os.environ.get("NEWSDESK_LONG") != "1", reason="starts many processes; NEWSDESK_LONG=1 runs it"
)
DEADLY = "locales/et/LC_MESSAGES/deadly.po"
MISHAPS = '''
import os, signal, time
from pathlib import Path
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError

class Mishaps(IdentityEngine):
    """On a worker it needs its time, tells of each unit, and dies of one article; everywhere it fails on another."""
    name = "mishaps"
    def translate(self, sentences, source, target, **options):
        texts = " ".join(one.text for one in sentences)
        if told := os.environ.get("MISHAPS"):
            Path(told, f"{os.getpid()}-{time.monotonic_ns()}").touch()
            time.sleep(0.8)
            if "It is deadly." in texts:
                os.kill(os.getpid(), signal.SIGKILL)
        if "It fails." in texts:
            raise EngineError("the model has no words for it")
        return super().translate(sentences, source, target, **options)
'''


@pytest.fixture
def small(monkeypatch):
    """Units of few sentences, and less patience than a night has."""
    monkeypatch.setattr("translate.workflow.draft.SENTENCES", 4)
    monkeypatch.setattr("translate.workflow.taking.FEW", 4)
    be_patient(monkeypatch, silence=10)


def be_patient(monkeypatch, silence):
    """Take a worker for one that hangs of which nothing is heard for so long."""
    waits = Waits(start=60, absence=60, silence=silence, first=60, least=60, look=0.05)
    monkeypatch.setattr("translate.workflow.crews.Cluster", partial(Cluster, waits=waits))


@pytest.fixture
def mishaps(newsroom, small, tmp_path, monkeypatch):
    """A project of an engine of its own, which has mishaps."""
    be_patient(monkeypatch, silence=4)
    folder = tmp_path / "plugins"
    told = folder / "newsdesk_mishaps-1.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-mishaps\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[newsdesk.engines]\nmishaps = newsdesk_mishaps:Mishaps\n")
    (folder / "newsdesk_mishaps.py").write_text(MISHAPS)
    monkeypatch.syspath_prepend(folder)
    fill(newsroom, "mishaps", articles=40)
    newsroom.write("articles/failing.md", "# It fails.\n\nOn whoever tries.\n")
    deadly = newsroom.write("articles/deadly.md", "# It is deadly.\n\nFor workers.\n")
    os.utime(deadly, (1, 1))  # It is drafted last.
    yield newsroom
    sys.modules.pop("newsdesk_mishaps", None)


def told_in(ran):
    """The notes and troubles of a night."""
    told = json.loads(ran.out)
    troubles = {(each["path"], each["message"]) for each in told["record"]["troubles"] + told["summary"]["troubles"]}
    return told["summary"]["notes"], troubles


def test_a_cluster_makes_the_files_that_a_night_alone_makes(newsroom, small):
    fill(newsroom, "identity")
    before = newsroom.files()
    newsroom.run("nightly")
    alone = catalogs(newsroom)
    again(newsroom, before)
    with machines() as there:
        there.scheduler()
        there.workers(1)
        ran = newsroom.run("nightly", "--cluster", there.address, "--json")
        assert "Run out-of-band function 'told'" in there.log(1)  # It was the worker that worked.
    assert (told_in(ran), catalogs(newsroom)) == (([], set()), alone)


@long
def test_four_workers_make_the_files_that_a_night_alone_makes_though_one_is_killed(newsroom, sample_packages, small):
    fill(newsroom)
    before = newsroom.files()
    code = newsroom.run("nightly").code
    alone = catalogs(newsroom)
    assert any(line.startswith("#. Glossary: ") for lines in alone.values() for line in lines)
    assert f'msgstr "{OWN_WORDS}"' in newsroom.read("locales/et/LC_MESSAGES/a3.po")
    again(newsroom, before)
    with machines() as there, ThreadPoolExecutor() as aside:
        there.scheduler()
        killed, *_ = there.workers(4)

        def kill():
            """Kill the first worker once it has been asked what it has: it is given a unit then."""
            while "out-of-band function 'told'" not in (there.folder / "1.log").read_text():
                time.sleep(0.05)
            killed.kill()

        aside.submit(kill)
        ran = newsroom.run("nightly", "--cluster", there.address, "--json")
    notes, troubles = told_in(ran)
    assert (ran.code, troubles) == (code, set())
    assert all("was lost; " in note for note in notes)
    assert catalogs(newsroom) == alone


def test_where_there_is_no_cluster_the_night_drafts_by_itself_and_says_so(newsroom, monkeypatch):
    waits = Waits(start=0.2, look=0.05)
    monkeypatch.setattr("translate.workflow.crews.Cluster", partial(Cluster, waits=waits))
    ran = newsroom.run("nightly", "--cluster", "tcp://127.0.0.1:1")
    assert ran.code == 0
    assert "1 PO file made" in ran.out
    assert "the cluster did nothing: nobody works at tcp://127.0.0.1:1 for 0 seconds" in " ".join(ran.out.split())


@long
def test_a_worker_with_another_model_is_given_nothing_and_is_named(newsroom, sample_packages, small, tmp_path):
    fill(newsroom)
    other = tmp_path / "other"
    shutil.copytree(sample_packages, other)
    (told,) = other.glob("*/metadata.json")
    told.write_text(json.dumps({**json.loads(told.read_text()), "package_version": "0.2"}))
    with machines() as there:
        there.scheduler()
        there.workers(1, ARGOS_PACKAGES_DIR=str(other))
        there.workers(1)
        (note,) = told_in(newsroom.run("nightly", "--cluster", there.address, "--json"))[0]
    assert " is given nothing: engine for et argos en-et 0.2 (" in note
    assert " there and argos en-et 0.1 (" in note
    assert {line for line in newsroom.read("locales/et/LC_MESSAGES/a1.po").splitlines() if "0.2" in line} == set()


@long
def test_a_night_of_mishaps_makes_the_files_that_a_quiet_one_makes_and_names_what_failed(mishaps, tmp_path):
    before = mishaps.files()
    code = mishaps.run("nightly").code
    alone = catalogs(mishaps)
    again(mishaps, before)
    units = tmp_path / "units"
    units.mkdir()

    def at_work(number):
        """Who is at work once so many units have been begun."""
        while len(found := sorted(units.iterdir(), key=lambda path: path.name.partition("-")[2])) < number:
            time.sleep(0.05)
        return list(dict.fromkeys(int(path.name.partition("-")[0]) for path in reversed(found)))

    with machines(MISHAPS=str(units), PYTHONPATH=f"{ROOT}:{tmp_path / 'plugins'}") as there:
        scheduler = there.scheduler()
        there.workers(1, (*LOOKED_AFTER, "--nworkers", "4"))

        def meddle():
            killed, stopped, *_ = at_work(8)
            os.kill(killed, signal.SIGKILL)
            os.kill(stopped, signal.SIGSTOP)
            time.sleep(6)  # It is missed before the scheduler is.
            at_work(20)
            scheduler.kill()
            scheduler.wait()
            there.scheduler()
            there.workers(1, (*LOOKED_AFTER, "--nworkers", "2"))

        with ThreadPoolExecutor() as aside:
            meddling = aside.submit(meddle)
            ran = mishaps.run("nightly", "--cluster", there.address, "--json")
            assert meddling.exception(60) is None
    notes, troubles = told_in(ran)
    assert ran.code == code
    assert {name for name, lines in catalogs(mishaps).items() if lines != alone[name]} == {DEADLY}
    assert sum("was lost; " in note for note in notes) >= 4  # One was killed, and three died of an article.
    assert [sum(words in note for note in notes) for words in ("hung at", "the scheduler at")] == [1, 1]
    assert [path for path, told in troubles if " was given up after 3 tries: worker" in told] == ["articles/deadly.md"]
    assert (None, "the model has no words for it") in troubles
