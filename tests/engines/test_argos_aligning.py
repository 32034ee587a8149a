"""What Argos tells of where words come from: the network's attention, of each pair as if it were alone."""

from pathlib import Path

import pytest

from translate.core.offers import Alignment, SourceSentence
from translate.engines.argos import ArgosEngine

DATA = Path(__file__).parents[1] / "data/sample-model"
HELD_OUT = (DATA / "heldout.en").read_text(encoding="utf-8").splitlines()[:400]
REFERENCES = (DATA / "heldout.et").read_text(encoding="utf-8").splitlines()[:400]
PAIR = ("en", "et")

pytestmark = pytest.mark.usefixtures("sample_packages")


@pytest.fixture(scope="module")
def engine(sample_packages: Path) -> ArgosEngine:
    return ArgosEngine()


@pytest.fixture(scope="module")
def drafted(engine: ArgosEngine) -> list[tuple[str, str]]:
    answers = engine.translate([SourceSentence(text) for text in HELD_OUT], *PAIR)
    return [(source, answer[0].text) for source, answer in zip(HELD_OUT, answers, strict=True)]


def word_at(text: str, start: int, end: int) -> str:
    """The words that a piece has a part of, as spaces part them."""
    first = text.rfind(" ", 0, start + 1) + 1
    last = text.find(" ", max(end, start + 1))
    return text[first : last if last >= 0 else len(text)].strip(".,:;!?()“”„\"'")


def from_itself(pair: tuple[str, str], told: Alignment) -> list[bool]:
    """Of each word that stands once in both, whether most of it comes from itself."""
    found = {}
    for span, weights in zip(told.targets, told.weights, strict=True):
        word = word_at(pair[1], *span)
        if len(word) > 1 and pair[0].split().count(word) == pair[1].split().count(word) == 1:
            shares = found.setdefault(word, {})
            for place, weight in zip(told.sources, weights, strict=True):
                one = word_at(pair[0], *place)
                shares[one] = shares.get(one, 0.0) + weight
    return [max(shares, key=lambda one: shares[one]) == word for word, shares in found.items()]


def test_most_words_that_stay_as_they_are_come_from_themselves(engine, drafted):
    told = engine.align(drafted, *PAIR)
    found = [is_so for pair, one in zip(drafted, told, strict=True) for is_so in from_itself(pair, one)]
    assert len(found) > 20
    assert sum(found) > len(found) / 2


def test_shares_are_shares(engine, drafted):
    for told in engine.align([*drafted, *zip(HELD_OUT, REFERENCES, strict=True)], *PAIR):
        assert [*map(len, told.weights)] == [len(told.sources)] * len(told.targets)
        assert all(weight >= 0 for row in told.weights for weight in row)
        assert all(sum(row) <= 1.001 for row in told.weights)


def test_a_batch_says_of_each_pair_what_it_says_alone(engine, drafted):
    together = engine.align(drafted[:40], *PAIR)
    for pair, told in zip(drafted, together, strict=False):
        (alone,) = engine.align([pair], *PAIR)
        assert (told.sources, told.targets) == (alone.sources, alone.targets)
        differences = [
            abs(one - other)
            for rows in zip(told.weights, alone.weights, strict=True)
            for one, other in zip(*rows, strict=True)
        ]
        # A batch is padded, which changes the arithmetic a little.
        assert max(differences, default=0.0) < 0.1


def test_the_pieces_are_those_of_the_given_text_and_not_of_the_networks_own(engine):
    source, text = "Opens the dialog.", "Täiesti teine lause, mida keegi ei oodanud."
    (told,) = engine.align([(source, text)], *PAIR)
    covered = {at for start, end in told.targets for at in range(start, end)}
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered
    assert told.targets == tuple(sorted(told.targets))


@pytest.mark.parametrize("side", [0, 1])
def test_of_a_text_that_is_too_long_for_the_network_nothing_is_known(engine, side):
    long = "Vali lahter. " * 300
    pair = (long, "Lahter.") if side == 0 else ("Select the cell.", long)
    told = engine.align([pair, ("Select the cell.", "Vali lahter.")], *PAIR)
    assert told[0] == Alignment((), (), ())
    assert told[1].weights


def test_what_has_no_token_tells_nothing(engine):
    (told,) = engine.align([("Select the cell.", "\u200b")], *PAIR)
    assert not any(weight for row in told.weights for weight in row) or told.targets
