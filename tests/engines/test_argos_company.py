"""What Argos' packages make of a sentence does not depend on what they are asked with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.patience import SHARED_FIXTURE
from tests.ready import LONG
from translate.core.offers import SourceSentence
from translate.engines.argos import ArgosEngine

DATA = Path(__file__).parents[1] / "data/sample-model"
HELD_OUT = (DATA / "heldout.en").read_text(encoding="utf-8").splitlines()
REFERENCES = (DATA / "heldout.et").read_text(encoding="utf-8").splitlines()
# With translations of other sentences, too: there the network is sure of nothing.
PAIRS = list(dict.fromkeys([*zip(HELD_OUT, REFERENCES, strict=True), *zip(HELD_OUT, REFERENCES[1:], strict=False)]))

Ask = Callable[[ArgosEngine, list[Any]], list[Any]]

pytestmark = pytest.mark.usefixtures("sample_packages")


def drafts(hypotheses: int) -> Ask:
    def ask(engine: ArgosEngine, texts: list[str]) -> list[Any]:
        return engine.translate([SourceSentence(text) for text in texts], "en", "et", hypotheses=hypotheses)

    return ask


QUESTIONS: dict[str, tuple[Ask, list[Any]]] = {
    "the best": (drafts(1), HELD_OUT),
    "several": (drafts(4), HELD_OUT),
    "without": (
        lambda engine, texts: engine.translate_without(texts, ["Vali", "lahter"], "en", "et", hypotheses=2),
        HELD_OUT,
    ),
    "scores": (lambda engine, pairs: engine.score(pairs, "en", "et"), PAIRS),
    "alignments": (lambda engine, pairs: engine.align(pairs, "en", "et"), PAIRS),
}


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_bit_by_bit_the_same_alone_and_in_any_company(question: str, threads: int):
    ask, asked = QUESTIONS[question]
    engine = ArgosEngine({"threads": threads})
    alone: dict[Any, Any] = {}

    @settings(max_examples=60 if LONG else 4, suppress_health_check=SHARED_FIXTURE)
    @given(st.integers(0, len(asked) - 1), st.integers(1, len(asked)), st.integers(1, 40))
    def check(start: int, step: int, number: int) -> None:
        company = [asked[(start + at * step) % len(asked)] for at in range(number)]
        for one in company:
            if one not in alone:
                [alone[one]] = ask(engine, [one])

        assert ask(engine, company) == [alone[one] for one in company]

    check()
