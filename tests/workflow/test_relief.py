"""Who cannot start leaves its place to the next engine, and who has failed on something keeps it."""

from dataclasses import replace

import pytest

from tests.workflow.project import told
from tests.workflow.runs import a_run, one_article
from translate.core.entries.stamp import Draft
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError, SettingsError
from translate.languages.loading import load_language
from translate.plugins import Chosen
from translate.workflow.relief import Relief, fault, started
from translate.workflow.wanting import Made

TORN = EngineError("the package is torn")
PLAIN = load_language("en").sample


@pytest.fixture
def desk(project, monkeypatch):
    """A desk of a run with Argos, behind which Apertium has the pair, too."""
    monkeypatch.setattr(ArgosEngine, "signature", lambda *_: "argos 1")
    monkeypatch.setattr(ApertiumEngine, "signature", lambda *_: "apertium 1")
    project.settings = replace(project.settings, engine="auto")
    with a_run(project) as ready:
        yield one_article(ready)[1]


def answering(monkeypatch, engine, answer):
    """From now on an engine answers so, or raises; the sentences that it was asked for."""
    asked = []

    def translate(_self, sentences, *_pair, **_options):
        asked.extend(sentence.text for sentence in sentences)
        if isinstance(answer, Exception):
            raise answer
        return [answer for _ in sentences]

    monkeypatch.setattr(engine, "translate", translate)
    return asked


def making(*torn, answers=True):
    """What makes an article with any engine but these, and the names of those that were asked."""
    asked = []

    def make(desk):
        asked.append(desk.chosen.name)
        if desk.chosen.name in torn:
            return Made(desk, failure=TORN)
        desk.decoded.has_answered = answers
        return Made(desk, drafts={(None, "a"): Draft("a", desk.signature, "")})

    return make, asked


def test_who_cannot_translate_a_plain_sentence_leaves_its_place_for_the_whole_run(project, desk, monkeypatch):
    answering(monkeypatch, ArgosEngine, TORN)
    relief = Relief(project.settings, [desk])
    make, asked = making("argos")
    made = relief.made(make, relief.on_duty(desk))
    assert (made.desk.signature, made.failure, told(relief.troubles)) == ("apertium 1", None, ["the package is torn"])
    assert relief.made(make, relief.on_duty(desk)).failure is None
    assert (asked, [one.signature for one in relief.desks]) == (["argos", "apertium", "apertium"], ["apertium 1"])


def test_who_translates_a_plain_sentence_keeps_its_place_and_is_not_tried_again(project, desk, monkeypatch):
    tried = answering(monkeypatch, ArgosEngine, ())
    relief = Relief(project.settings, [desk])
    make, _ = making("argos")
    for _ in range(2):
        made = relief.made(make, relief.on_duty(desk))
        assert (made.desk.signature, made.failure) == ("argos 1", TORN)
    assert (relief.troubles, tried) == ([], [PLAIN])


def test_who_has_drafted_in_this_run_keeps_its_place_whatever_happens(project, desk, monkeypatch):
    tried = answering(monkeypatch, ArgosEngine, TORN)
    relief = Relief(project.settings, [desk])
    relief.made(making()[0], desk)
    assert relief.made(making("argos")[0], desk).failure is TORN
    assert (tried, relief.troubles) == ([], [])


def test_who_was_not_asked_since_all_was_known_may_still_leave_its_place(project, desk, monkeypatch):
    answering(monkeypatch, ArgosEngine, TORN)
    relief = Relief(project.settings, [desk])
    relief.made(making(answers=False)[0], desk)
    assert relief.made(making("argos")[0], desk).desk.signature == "apertium 1"


def test_where_nobody_else_has_the_pair_nothing_is_tried_and_the_failure_is_told_as_ever(project, desk, monkeypatch):
    tried = answering(monkeypatch, ArgosEngine, TORN)
    relief = Relief(project.settings, [replace(desk, wanted="argos")])
    made = relief.made(making("argos")[0], relief.on_duty(desk))
    assert (made.failure, made.desk.signature, tried, relief.troubles) == (TORN, "argos 1", [], [])


def test_when_all_fail_the_last_failure_is_told_and_so_is_why_the_others_could_not_start(project, desk, monkeypatch):
    answering(monkeypatch, ArgosEngine, TORN)
    relief = Relief(project.settings, [desk])
    made = relief.made(making("argos", "apertium")[0], desk)
    assert (made.failure, made.desk.signature, told(relief.troubles)) == (TORN, "apertium 1", ["the package is torn"])


def test_what_is_wrong_with_an_engine_is_found_with_a_plain_sentence_of_the_source_language(monkeypatch):
    tried = answering(monkeypatch, IdentityEngine, ())
    assert fault(IdentityEngine(), "en", "et") is None
    assert fault(IdentityEngine(), "tlh", "et") is None
    assert tried == [PLAIN, "It rains."]
    answering(monkeypatch, IdentityEngine, MemoryError())
    assert str(fault(IdentityEngine(), "en", "et")) == "the engine “identity” failed (MemoryError)"


def test_the_engine_that_starts_is_found_behind_all_that_do_not(project, desk, monkeypatch):
    answering(monkeypatch, ArgosEngine, TORN)
    answering(monkeypatch, ApertiumEngine, ())
    chosen = started(project.settings, "auto", desk.locale)
    assert (chosen.signature, chosen.unable) == ("apertium 1", {"argos": TORN})
    assert started(project.settings, "argos", desk.locale) == Chosen(unable={"argos": TORN})
    with pytest.raises(SettingsError):
        started(project.settings, "agros", desk.locale)
