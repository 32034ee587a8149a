"""The ladder on the real sample package."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import SETTINGS, Newsroom
from tests.core.fake_engine import case
from tests.programs import needs
from translate.core.enforcing.ladder import Enforced
from translate.core.entries.termlines import TermLine
from translate.core.offers import SourceSentence
from translate.core.terms import demands
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Action, Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.verification import forbidden, verify
from translate.core.terms.ways import How
from translate.engines.argos import ArgosEngine
from translate.languages.loading import load_language
from translate.termbases.csvfile import read_glossary
from translate.workflow import enforcing

ROOT = Path(__file__).parents[2]
HELD_OUT = (ROOT / "tests/data/sample-model/heldout.en").read_text(encoding="utf-8").splitlines()
CSV = (ROOT / "benchmarks/glossary/et.csv").read_bytes()
TERMS, _ = read_glossary(CSV, "et.csv")
MATCHER = Matcher(Glossary("et", TERMS, load_language("et").compounding))
CASES = [(text, found) for text in HELD_OUT if len(text) < 120 and (found := MATCHER.find(text))][:40]
COLUMNS = "To sort the list, click a column heading."

pytestmark = pytest.mark.usefixtures("sample_packages")


@pytest.fixture(scope="module")
def engine(sample_packages: Path) -> ArgosEngine:
    return ArgosEngine()


@pytest.fixture(scope="module")
def climbed(engine: ArgosEngine) -> list[Enforced]:
    return draft(engine)


def cases():
    return [case(text, *TERMS) for text, _ in CASES]


def draft(engine, some=None):
    return enforcing.draft(engine, some or cases(), "en", "et", hypotheses=4)


def alone(engine, texts):
    return [answer[0].text for answer in engine.translate([SourceSentence(text) for text in texts], "en", "et")]


def test_most_terms_that_the_plain_draft_missed_are_there_and_the_others_are_offered(engine, climbed):
    plain = alone(engine, [text for text, _ in CASES])
    missed = [len(verify(found, text).missing) for (_, found), text in zip(CASES, plain, strict=True)]
    missing = [len(verify(found, made.text).missing) for (_, found), made in zip(CASES, climbed, strict=True)]
    assert sum(missed) > 15
    assert 3 * sum(missing) < sum(missed)
    for (text, found), made in zip(CASES, climbed, strict=True):
        asked = Demands(found)
        told = demands.outcomes(asked, made.text, made.ways)
        assert (text, len(made.ways)) == (text, len(asked.enforced))
        assert {TermLine.of(outcome).way.how for outcome in told if not outcome.form} <= {How.WITHIN, How.OFFERED}


def test_a_term_comes_in_several_ways(climbed):
    ways = {way.how for made in climbed for way in made.ways}
    assert {How.AS_IS, How.N_BEST, How.REDRAFTED, How.REPAIRED, How.OFFERED} <= ways


def test_no_carrier_stays_behind(engine, climbed):
    own = engine.translate([SourceSentence(text) for text, _ in CASES], "en", "et", hypotheses=4)
    for (text, found), made, hypotheses in zip(CASES, climbed, own, strict=True):
        known = " ".join([text, *(h.text for h in hypotheses), *(f for m in found for f in m.term.accepted)]).lower()
        for word in load_language("et").stand_ins:
            if word.source not in known and word.target[:4] not in known:
                assert word.target[:4] not in made.text.lower(), (text, made)
                assert word.source not in made.text.lower()


def test_the_same_drafts_come_again(engine, climbed):
    assert draft(ArgosEngine()) == climbed


def test_a_sentence_without_a_term_is_what_the_engine_alone_says(engine):
    texts = [text for text in HELD_OUT[:120] if not MATCHER.find(text)][:15]
    assert len(texts) == 15
    made = draft(engine, [case(text, *TERMS) for text in texts])
    own = [answer[0] for answer in engine.translate([SourceSentence(text) for text in texts], "en", "et")]
    assert made == [Enforced(one.text, (), likelihood=one.likelihood) for one in own]


def test_a_sentence_that_was_changed_keeps_the_likelihood_of_the_engines_own_first_choice(engine, climbed):
    own = engine.translate([SourceSentence(text) for text, _ in CASES], "en", "et", hypotheses=4)
    changed = [made.text != offers[0].text for made, offers in zip(climbed, own, strict=True)]
    assert sum(changed) > 15
    assert [made.likelihood for made in climbed] == [offers[0].likelihood for offers in own]


def test_a_forbidden_rendering_of_a_real_sentence_is_avoided(engine):
    [plain] = alone(engine, [COLUMNS])
    ban = Term("", "loendi", Action.FORBID)
    [made] = draft(engine, [case(COLUMNS, *TERMS, ban)])
    assert len(forbidden([ban], (), plain)) == 1
    assert forbidden([ban], (), made.text) == ()
    assert "veerupäis" in made.text
    assert [outcome.target for outcome in made.avoided] == ["Loendi"]


@pytest.fixture
def newsroom(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "newsroom"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "200")
    room = Newsroom(folder, capsys)
    room.write("newsdesk.toml", SETTINGS.replace('"identity"', '"argos"'))
    room.write(
        "articles/ferry.txt",
        f"{COLUMNS} Opens the dialog.\n"
        "When you define a new page break region, an automatic page break is replaced by a manual page break.\n"
        "Click twice with a short pause in between on an entry to edit its value.\n"
        "Maintains proportions when you resize the selected object.\n",
    )
    room.write("glossaries/et.csv", CSV)
    return room


@needs("msgfmt")
def test_a_real_paragraph_says_how_its_term_came_and_a_second_run_writes_nothing(newsroom):
    ran = newsroom.run("draft")
    po = newsroom.read("locales/et/LC_MESSAGES/ferry.po")
    assert (ran.code, ran.err) == (1, "")
    assert "1 entry with a flagged term" in ran.out
    heading = "veerupäise [inflected, doubtful, repaired: was “veeru pealkirja”, margin "
    assert f"#. Glossary: column heading = {heading}" in po
    assert "#. Glossary: page break = leheküljepiiri [inflected, as is]\n" in po
    assert "#. Glossary: page break = leheküljepiiri [inflected, repaired: was “lehekülje”, margin " in po
    assert "#. Glossary: value = väärtuse [inflected, n-best " in po
    assert "#. Glossary: proportion = proportsioon [FLAG offered “proportsioonid”]\n" in po
    assert "#. Glossary: dialog = dialoogi [inflected, as is]\n" in po

    checked = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", "-"], input=po.encode(), capture_output=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, b"")

    before = newsroom.files()
    assert newsroom.run("draft").code == 1
    assert newsroom.files() == before


def test_forms_that_change_their_labels_change_the_draft(newsroom):
    newsroom.write("articles/ferry.txt", "Ferry\n\nThe name of the ferry is shown.\n")
    newsroom.write("glossaries/et.csv", "source,target,forms\nferry,praam,nom=praam; gen=praami; part=praamit\n")
    newsroom.run("draft")
    assert "raami " in newsroom.read("locales/et/LC_MESSAGES/ferry.po")
    newsroom.write("glossaries/et.csv", "source,target,forms\nferry,praam,nom=praam; part=praami; gen=praamit\n")
    newsroom.run("draft")
    assert "raamit " in newsroom.read("locales/et/LC_MESSAGES/ferry.po")
