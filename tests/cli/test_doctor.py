import json
import subprocess
from pathlib import Path

import pytest

from tests.apertium.scripts import install
from tests.programs import needs
from translate.languages.loading import load_language


def checks(newsroom):
    ran = newsroom.run("doctor", "--json")
    return ran.code, {(c["subject"], c["fine"]): c["message"] for c in json.loads(ran.out)["checks"]}


def test_a_sound_project_is_found_sound(newsroom):
    code, found = checks(newsroom)
    assert code == 0
    assert found["engine en → et", True] == "identity"
    assert found["glossary et", True].startswith("2 terms")
    assert found["articles", True] == "1 can be read"


def test_what_is_missing_comes_with_what_to_do(newsroom):
    newsroom.write(
        "newsdesk.toml", newsroom.read("newsdesk.toml").replace('"identity"', '"argos"').replace('"et"', '"lv"')
    )
    newsroom.write("glossaries/lv.csv", "source,target,action\nferry,praam,translat\n")
    newsroom.write("articles/bad.txt", b"\0")
    code, found = checks(newsroom)
    assert code == 1
    assert "newsdesk models install en lv" in found["engine en → lv", False]
    assert "glossaries/lv.csv line 2" in found["glossary lv", False]
    assert "articles/bad.txt" in found["articles", False]


def test_people_get_a_table(newsroom):
    assert "engine en → et" in newsroom.run("doctor").out


def test_every_pair_is_tried_whatever_the_project_drafts_with(newsroom, tmp_path):
    options = install(tmp_path / "apertium", {"eng-spa": "falls | adds-as", "eng-lav": "adds-as"})
    newsroom.machine(f'[engines.apertium]\nprogram = "{options["program"]}"\ndata = "{options["data"]}"\n')
    ran = newsroom.run("doctor", "--json")
    told = [(c["fine"], c["message"]) for c in json.loads(ran.out)["checks"] if c["subject"] == "Apertium pairs"]
    assert ran.code == 0  # No locale of the project needs it.
    assert told[0][1].startswith("eng-spa is broken: falls of eng-spa ended with 1")
    assert told[1:] == [(True, "1 work")]


@needs("apertium")
def test_a_pair_that_apertium_itself_makes_nothing_of_is_named(newsroom, monkeypatch):
    """Debian 12 has one: its tagger crashes, and the command ends with 0 all the same."""
    monkeypatch.delenv("APERTIUM_DATADIR")
    sentence = load_language("ru").sample.encode()
    if not Path("/usr/share/apertium/modes/rus-ukr.mode").exists():
        pytest.skip("not installed: apertium-rus-ukr")
    made = subprocess.run(["apertium", "-u", "rus-ukr"], input=sentence, capture_output=True, check=False).stdout
    told = json.loads(newsroom.run("doctor", "--json").out)["checks"]
    broken = [check["message"] for check in told if check["subject"] == "Apertium pairs"]
    assert any(message.startswith("rus-ukr is broken: apertium-") for message in broken) == (not made.strip())
