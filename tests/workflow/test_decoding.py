"""A sentence is decoded once, however often runs have it."""

import pytest

from tests.workflow.project import NOW
from translate.cli.project import CLOCK
from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.identity import IdentityEngine
from translate.engines.interface import Basis
from translate.errors import EngineError
from translate.workflow import decoding
from translate.workflow.decoding import Decoded
from translate.workflow.keeping import Keeping


class CountingEngine(IdentityEngine):
    """Identity, which remembers what it was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def translate(self, sentences, source, target, *, hypotheses=1, progress=None):
        self.asked.append(([one.text for one in sentences], hypotheses))
        return super().translate(sentences, source, target, hypotheses=hypotheses, progress=progress)


def texts(decoded, engine, *sentences, hypotheses=1, progress=None):
    asked = [SourceSentence(one) for one in sentences]
    found = decoded.translate(engine, asked, "en", "et", hypotheses=hypotheses, progress=progress)
    return [offers[0].text for offers in found]


def test_what_was_asked_before_is_not_asked_again_and_all_come_in_order():
    engine, decoded = CountingEngine(), Decoded()
    assert texts(decoded, engine, "a", "b", "a") == ["a", "b", "a"]
    assert texts(decoded, engine, "c", "b", "c", "a") == ["c", "b", "c", "a"]
    assert engine.asked == [(["a", "b"], 1), (["c"], 1)]


def test_another_number_of_hypotheses_is_another_question():
    engine, decoded = CountingEngine(), Decoded()
    texts(decoded, engine, "a")
    texts(decoded, engine, "a", hypotheses=4)
    assert engine.asked == [(["a"], 1), (["a"], 4)]


def test_a_sentence_that_came_to_nothing_is_not_asked_again():
    engine, decoded = CountingEngine(), Decoded()
    engine.translate = lambda sentences, *_, **__: engine.asked.append(len(sentences)) or [()] * len(sentences)
    for _ in range(2):
        assert decoded.translate(engine, [SourceSentence("a")], "en", "et", hypotheses=1) == [()]
    assert engine.asked == [1]


def test_progress_is_told_of_every_sentence():
    told, decoded = [], Decoded()
    texts(decoded, CountingEngine(), "a", "b", "a", progress=told.append)
    texts(decoded, CountingEngine(), "b", "c", progress=told.append)
    assert sum(told) == 3 + 2


def test_those_that_nobody_asked_for_the_longest_are_forgotten(monkeypatch):
    monkeypatch.setattr(decoding, "MOST", 2)
    engine, decoded = CountingEngine(), Decoded()
    for sentence in "abacab":
        texts(decoded, engine, sentence)
    assert engine.asked == [(["a"], 1), (["b"], 1), (["c"], 1), (["b"], 1)]
    assert texts(decoded, engine, "x", "y", "z") == ["x", "y", "z"]


def test_an_engine_that_fails_leaves_nothing_behind():
    engine, decoded = CountingEngine(), Decoded()
    engine.translate = lambda *_, **__: [(Hypothesis("b"),)] * 2
    with pytest.raises(EngineError):
        decoded.translate(engine, [SourceSentence("a")], "en", "et", hypotheses=1)
    assert texts(decoded, CountingEngine(), "a") == ["a"]


class FakeThatSaysItsBasis(CountingEngine):
    """One whose answers depend on nothing else."""

    def basis(self, *_):
        return Basis()


def test_a_later_run_asks_for_what_no_earlier_one_has_asked_for(project):
    engine = FakeThatSaysItsBasis()
    for asked in ("ab", "bca"):
        with Keeping.of(project.settings, now=NOW, clock=CLOCK, keep=True) as keeping:
            decoded, told = Decoded(keeping.anew()), []
            assert texts(decoded, engine, *asked, progress=told.append) == [*asked]
            assert sum(told) == len(asked)
    assert engine.asked == [(["a", "b"], 1), (["c"], 1)]


def test_an_engine_has_answered_once_it_has_been_asked_and_not_where_an_earlier_run_knew(project):
    for knew in (False, True):
        with Keeping.of(project.settings, now=NOW, clock=CLOCK, keep=True) as keeping:
            decoded = Decoded(keeping.anew())
            assert not decoded.has_answered
            texts(decoded, FakeThatSaysItsBasis(), "a")
            assert decoded.has_answered is not knew
            texts(decoded, FakeThatSaysItsBasis(), "b" if knew else "c")
            assert decoded.has_answered
