"""Every input that the fuzzers have kept, and some hundreds like them, break nothing."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.mutation import mutated
from fuzz.targets import CORPUS, DICTIONARIES, TARGETS, inputs
from translate.core.entries import merging
from translate.core.entries.stamp import Owner

every_target = pytest.mark.parametrize("name", TARGETS)


@every_target
def test_every_committed_input_is_read_or_refused(name):
    for path in inputs(name):
        TARGETS[name](path.read_bytes())


@every_target
def test_inputs_like_them_are_read_or_refused(name):
    corpus = [path.read_bytes() for path in inputs(name)]

    @settings(max_examples=50, database=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(corpus), st.integers(0, 2**32))
    def feed(data, seed):
        chance = random.Random(seed)  # noqa: S311 - it has to be repeatable, not secret
        for _ in range(4):
            TARGETS[name](mutated(data, chance, corpus))

    feed()


@pytest.mark.parametrize("name", ["history", "merge"])
def test_whose_a_text_is_the_laws_know_without_asking_newsdesk(name, monkeypatch):
    monkeypatch.setattr(merging, "owner", lambda entry: Owner.MACHINE if entry.fuzzy else Owner.PERSON)
    told = set()
    for path in inputs(name):
        try:
            TARGETS[name](path.read_bytes())
        except AssertionError as error:
            told.add(str(error).split(":")[0])
    assert "a person's text is lost" in told


def test_every_target_has_a_corpus_that_is_small():
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
    assert {path.stem for path in DICTIONARIES.iterdir()} <= set(TARGETS)
    files = [path for name in TARGETS for path in inputs(name)]
    assert sum(path.stat().st_size for path in files) < 300_000
    assert len(files) < 800
