"""A locale is known by all that its drafts depend on, and one that cannot be opened stops no other."""

from dataclasses import replace

import pytest

from tests.workflow.project import NOW, told
from translate.cli.project import CLOCK
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.errors import EngineError, SettingsError
from translate.workflow.desk import open_desks
from translate.workflow.keeping import Keeping
from translate.workflow.terms import Glossaries


def desk(project, **settings):
    changed, engine = replace(project.settings, **settings), settings.get("engine", "identity")
    (found,), troubles = open_desks(changed, ["et"], engine, Glossaries(changed))
    assert troubles == []
    return found


def test_a_desk_has_the_locales_glossary_and_its_engine(project):
    found = desk(project)
    assert (found.locale, found.engine.name, found.signature is not None) == ("et", "identity", True)
    assert [match.term.target for match in found.matcher.find("The ferry")] == ["praam"]
    assert found.yardstick.locale == "et"


def test_a_desk_is_the_same_as_long_as_nothing_that_drafts_depend_on_changes(project):
    before = desk(project).context
    assert desk(project).context == before
    changed = [
        desk(project, contact="other@example.org").context,
        desk(project, hypotheses=7).context,
        desk(project, wrap=False).context,
        desk(project).remembering("digest").context,
        desk(project).remembering("other digest").context,
    ]
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    changed.append(desk(project).context)
    assert len({before, *changed}) == 7


def test_a_glossary_that_cannot_be_used_costs_its_own_locale_only(project):
    project.write("glossaries/ru.csv", b"\xff\xfe\x00")
    desks, troubles = open_desks(project.settings, ["ru", "et"], "identity", Glossaries(project.settings))
    assert ([found.locale for found in desks], len(troubles)) == (["et"], 1)


def test_a_pair_that_no_engine_has_gets_a_desk_without_one(project):
    desks, troubles = open_desks(project.settings, ["et"], "apertium", Glossaries(project.settings))
    assert [(found.engine, found.signature) for found in desks] == [(None, None)]
    assert troubles == []


def test_a_broken_pair_is_told_and_gets_a_desk_with_the_next_engine_or_without_one(project, monkeypatch):
    def torn(self, source, target):
        raise EngineError(f"the package from {source} to {target} is torn")

    monkeypatch.setattr(ArgosEngine, "signature", torn)
    monkeypatch.setattr(ApertiumEngine, "signature", lambda *_pair: "apertium 9")
    said = ["the package from en to et is torn"]
    for name, signature in (("auto", "apertium 9"), ("argos", None)):
        (found,), troubles = open_desks(project.settings, ["et"], name, Glossaries(project.settings))
        assert (found.signature, found.engine is None, told(troubles)) == (signature, signature is None, said)


def test_a_desk_whose_engine_stands_in_for_another_is_another_one(project, monkeypatch):
    monkeypatch.setattr(ApertiumEngine, "signature", lambda *_pair: "apertium 9")
    with Keeping.of(project.settings, now=NOW, clock=CLOCK, keep=False) as keeping:
        (alone,), _ = open_desks(project.settings, ["et"], "apertium", Glossaries(project.settings), keeping)
    auto = replace(alone, wanted="auto", chosen=replace(alone.chosen, name="argos", signature="argos 1"))
    relieved = auto.relieved(project.settings, EngineError("it is torn"))
    assert (relieved.chosen.name, relieved.signature, list(relieved.chosen.unable)) == (
        "apertium", "apertium 9", ["argos"]
    )  # fmt: skip
    assert len({one.context for one in (alone, auto, relieved)}) == 3
    assert len({id(keeper) for keeper in (None, keeping, alone.keeping, relieved.keeping)}) == 4
    assert alone.relieved(project.settings, EngineError("it is torn")) is None


def test_a_desk_whose_engine_is_not_asked_is_the_same_desk(project):
    found = desk(project)
    idle = found.without_engine()
    assert (idle.engine, idle.signature, idle.context) == (None, found.signature, found.context)


def test_settings_for_an_engine_that_is_none_are_told_and_one_that_is_wanted_stops(project):
    settings = replace(project.settings, engines={"agros": {}})
    _, troubles = open_desks(settings, ["et"], "identity", Glossaries(settings))
    assert [sentence.partition(";")[0] for sentence in told(troubles)] == ["[engines.agros] sets up no engine"]
    with pytest.raises(SettingsError, match="no engine called “agros”"):
        open_desks(project.settings, ["et"], "agros", Glossaries(project.settings))
