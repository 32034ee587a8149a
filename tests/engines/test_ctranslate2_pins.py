"""What CTranslate2 does, as the engine and the ladder rely on it or stay clear of it; most of it stands in no manual.

A failure here is news about a new version, not always a fault: each test says what to look at.
"""

from itertools import pairwise
from pathlib import Path
from typing import Any

import ctranslate2
import pytest
import sentencepiece

from tests.engines.argos_packages import random_network

HELD_OUT = (Path(__file__).parents[1] / "data/sample-model/heldout.en").read_text(encoding="utf-8").splitlines()
SOURCE = "Select the cell range that you want to sort."
DRAFT = ["▁Vali", "▁lahter", ",", "▁mida", "▁soovid", "▁sortida", "."]
PENALTY = 0.2


@pytest.fixture(scope="module")
def package(sample_packages: Path) -> Path:
    return sample_packages / "translate-en_et-0_1"


@pytest.fixture(scope="module")
def translator(package: Path) -> Any:
    return ctranslate2.Translator(str(package / "model"), compute_type="int8", inter_threads=1, intra_threads=1)


@pytest.fixture(scope="module")
def pieces(package: Path) -> Any:
    processor = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    return lambda text: processor.encode(text, out_type=str)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A random network, which has no end of positions as most packages of Argos have none; it never ends a sentence."""
    folder = tmp_path_factory.mktemp("random") / "model"
    random_network(folder, ["<blank>", "<unk>", "<s>", "</s>", *(f"w{n}" for n in range(50))])
    return ctranslate2.Translator(str(folder), compute_type="int8", inter_threads=1, intra_threads=1)


def words(count: int) -> list[str]:
    return [f"w{n * 7 % 50}" for n in range(count)]


def score(translator: Any, source: list[str], target: list[str], **options: Any) -> Any:
    return translator.score_batch([source], [target], **options)[0]


def translate(translator: Any, source: list[str], **options: Any) -> Any:
    return translator.translate_batch([source], **({"beam_size": 4, "length_penalty": PENALTY} | options))[0]


def test_the_version_is_one_that_these_pins_were_read_off():
    """CTranslate2 promises none of what stands in this file.

    When this fails: run the other tests here with the new version. Where they pass, raise the upper end below. Where
    one fails, its docstring names what relies on it: look there first, then change the pin; then run
    benchmarks/glossary, since scores decide which form of a term is taken.
    """
    version = tuple(int(part) for part in ctranslate2.__version__.split(".")[:2])
    assert (4, 8) <= version < (4, 9)


def test_a_score_is_the_log_probability_with_the_end_divided_by_a_power_of_the_length_with_the_end(
    translator: Any, pieces: Any
):
    """`ArgosEngine.translate` says so of its scores, so that they can be turned into totals of `score`."""
    result = translate(translator, pieces(SOURCE), num_hypotheses=4, return_scores=True)

    for tokens, own in zip(result.hypotheses, result.scores, strict=True):
        total = sum(score(translator, pieces(SOURCE), tokens).log_probs)
        assert own == pytest.approx(total / (len(tokens) + 1) ** PENALTY, abs=0.01)


def test_the_score_of_the_same_words_rises_with_each_token_that_is_forced(translator: Any, pieces: Any):
    """A forced token counts in the length and not in the sum: never choose a term's form by such a score.

    If the scores became equal, forms could be chosen while decoding; `score_batch` stays right all the same.
    """
    forced = [
        translate(translator, pieces(SOURCE), target_prefix=[DRAFT[:count]], return_scores=True)
        for count in range(len(DRAFT))
    ]

    assert [result.hypotheses[0] for result in forced] == [DRAFT] * len(DRAFT)
    scores = [result.scores[0] for result in forced]
    assert all(later > earlier for earlier, later in pairwise(scores))
    own = score(translator, pieces(SOURCE), DRAFT).log_probs
    for count, got in enumerate(scores):
        assert got == pytest.approx(sum(own[count:]) / (len(DRAFT) + 1) ** PENALTY, abs=0.01)


def test_score_batch_gives_a_log_probability_to_each_token_and_the_end(translator: Any, pieces: Any):
    """`Model.score` puts them beside the tokens and takes the last one for the end."""
    result = score(translator, pieces(SOURCE), DRAFT)

    assert result.tokens == [*DRAFT, "</s>"]
    assert len(result.log_probs) == len(DRAFT) + 1
    assert all(value <= 0 for value in result.log_probs)


def test_score_batch_scores_a_token_by_the_source_and_what_stands_before_it(translator: Any, pieces: Any):
    """So two substitutions differ only from the substituted word on, and their sums can be compared."""
    one = score(translator, pieces(SOURCE), DRAFT).log_probs
    other = score(translator, pieces(SOURCE), [*DRAFT[:4], "▁pead", "▁kustutama", "."]).log_probs

    assert other[:4] == pytest.approx(one[:4], abs=0.01)
    assert abs(other[4] - one[4]) > 1
    assert abs(score(translator, pieces("Save the file."), DRAFT).log_probs[0] - one[0]) > 1


def test_score_batch_answers_in_order_whatever_the_batches(translator: Any, pieces: Any):
    """`Model.score` zips the answers with what it asked, after sorting it as it likes."""
    sources = [pieces(text) for text in HELD_OUT[:60]]
    targets = [result.hypotheses[0] for result in translator.translate_batch(sources, beam_size=1)]

    answers = translator.score_batch(sources, targets, max_batch_size=64, batch_type="tokens", asynchronous=True)

    assert [promise.result().tokens for promise in answers] == [[*target, "</s>"] for target in targets]


def test_a_batch_changes_scores_a_little(translator: Any, pieces: Any):
    """8-bit arithmetic rounds by what stands beside: margins below a tenth mean nothing.

    Nearly all sums stay within a hundredth; one in two hundred sentences moves by some hundredths.
    """
    sources = [pieces(text) for text in HELD_OUT[:150]]
    targets = [result.hypotheses[0] for result in translator.translate_batch(sources, beam_size=1)]

    together = [sum(result.log_probs) for result in translator.score_batch(sources, targets)]
    alone = [sum(score(translator, *pair).log_probs) for pair in zip(sources, targets, strict=True)]

    apart = [abs(a - b) for a, b in zip(together, alone, strict=True)]
    assert max(apart) < 0.2
    assert sum(difference < 0.01 for difference in apart) > 0.95 * len(apart)


def test_scoring_what_has_no_tokens_means_nothing(translator: Any, endless: Any):
    """An empty source makes everything certain where the network gets no end of its own: never score one."""
    assert score(endless, [], words(3)).log_probs == [0.0] * 4
    assert score(translator, DRAFT, []).tokens == ["</s>"]
    with pytest.raises(RuntimeError, match="less examples"):
        translator.score_batch([DRAFT, DRAFT], [DRAFT])


def test_score_batch_cuts_both_sides_at_the_longest_input_and_keeps_room_for_the_end(translator: Any, pieces: Any):
    """`Model.score` sets the limit; the last value is that of the end even where the text was cut."""
    long = pieces(SOURCE) * 12

    cut = score(translator, long, DRAFT, max_input_length=50).log_probs
    assert cut == pytest.approx(score(translator, long[:49], DRAFT).log_probs, abs=0.001)

    target = score(translator, pieces(SOURCE), long, max_input_length=50)
    assert target.tokens == [*long[:49], "</s>"]
    assert len(target.log_probs) == 50


def test_more_positions_than_a_network_has_stop_the_whole_call(translator: Any, pieces: Any):
    """Networks with learnt positions end somewhere (the sample at 512), so long texts are cut before they get there."""
    long = (pieces(SOURCE) * 60)[:512]

    score(translator, long[:511], long[:511])
    for pair in ((long, DRAFT), (DRAFT, long)):
        with pytest.raises(RuntimeError, match="No position encodings"):
            score(translator, *pair)
    with pytest.raises(RuntimeError, match="No position encodings"):
        translate(translator, long, max_decoding_length=1)


def test_a_source_is_cut_at_1024_tokens_without_a_word(endless: Any):
    """So `Model.translate` cuts long texts itself."""
    long = words(1100)

    def read(source: list[str]) -> list[float]:
        return list(score(endless, source, words(3)).log_probs)

    assert read(long) == read(long[:1024])
    assert read(long[:1024]) != read(long[:1023])
    told = translate(endless, long, max_decoding_length=5, return_scores=True)
    assert told.scores == translate(endless, long[:1024], max_decoding_length=5, return_scores=True).scores
    assert score(endless, words(3), long).tokens == [*long[:1023], "</s>"]


def test_a_translation_ends_after_256_tokens_without_a_word(endless: Any):
    """So `Model.translate` keeps its parts well below that."""
    assert len(translate(endless, words(20), beam_size=1).hypotheses[0]) == 256


def test_suppressed_sequences_hold_for_the_whole_call(translator: Any, pieces: Any):
    """One list for a batch: sentences are grouped by what is barred."""
    sources = [pieces(SOURCE), pieces("Select a cell.")]
    plain = translator.translate_batch(sources, beam_size=4)
    assert all("▁Vali" in result.hypotheses[0] for result in plain)

    barred = translator.translate_batch(sources, beam_size=4, suppress_sequences=[["▁Vali"]])

    assert all("▁Vali" not in result.hypotheses[0] for result in barred)


def test_a_suppressed_sequence_bars_its_order_not_its_tokens(translator: Any, pieces: Any):
    """Other words made of the same pieces stay possible, and so does the same word in other pieces."""
    tokens = translate(translator, pieces(SOURCE), suppress_sequences=[["▁Vali", "▁lahter"]]).hypotheses[0]

    assert "▁Vali" in tokens or "▁lahter" in tokens
    assert ("▁Vali", "▁lahter") not in list(pairwise(tokens))


def test_a_suppressed_sequence_of_one_piece_bars_longer_words_that_begin_with_it(translator: Any, pieces: Any):
    """A ban on “Ava” costs “Avab” too, which is the price of `translate_without`, and why it comes late."""
    assert pieces("Avab") == ["▁Ava", "b"]
    source = pieces("Opens the dialog.")
    assert translate(translator, source).hypotheses[0][:2] == ["▁Ava", "b"]

    assert translate(translator, source, suppress_sequences=[["▁Ava"]]).hypotheses[0][0] != "▁Ava"


def test_suppressing_an_unknown_token_stops_the_call(translator: Any, pieces: Any):
    """So `Model` asks the vocabulary first. In an asynchronous call the error comes with the result."""
    barred = [["▁Vali"], ["no such piece"]]

    with pytest.raises(ValueError, match="Token no such piece is not in the vocabulary"):
        translate(translator, pieces(SOURCE), suppress_sequences=barred)
    [promise] = translator.translate_batch([pieces(SOURCE)], suppress_sequences=barred, asynchronous=True)
    with pytest.raises(ValueError, match="Token no such piece is not in the vocabulary"):
        promise.result()


def test_a_forced_prefix_may_have_in_it_what_is_suppressed_but_not_be_followed_by_its_end(translator: Any, pieces: Any):
    """Forcing and barring in one call bars only what comes behind, its beginning in the prefix or not."""
    barred = {"suppress_sequences": [["▁Vali", "▁lahter"]]}

    inside = translate(translator, pieces(SOURCE), target_prefix=[["▁Vali", "▁lahter"]], **barred)
    across = translate(translator, pieces(SOURCE), target_prefix=[["▁Vali"]], **barred)

    assert inside.hypotheses[0] == DRAFT
    assert across.hypotheses[0][0] == "▁Vali"
    assert across.hypotheses[0][1] != "▁lahter"


def test_an_unknown_token_of_a_forced_prefix_becomes_unk_without_a_word(translator: Any, pieces: Any):
    """So a form in letters that a package has not is never forced."""
    tokens = translate(translator, pieces(SOURCE), target_prefix=[["no such piece"]]).hypotheses[0]

    assert tokens[0] == "<unk>"
    assert len(tokens) > 1
    assert score(translator, pieces(SOURCE), ["no such piece"]).tokens == ["<unk>", "</s>"]


def test_a_forced_beginning_may_become_a_longer_word(translator: Any, pieces: Any):
    """A prefix ends at a piece, not at a word: whoever forces a form has to look at what came of it."""
    tokens = translate(translator, pieces("Opens the dialog."), target_prefix=[["▁Ava"]]).hypotheses[0]

    assert tokens[:2] == ["▁Ava", "b"]


def test_more_hypotheses_than_beams_are_refused(translator: Any, pieces: Any):
    """So `Model` widens the beam to the number of hypotheses."""
    with pytest.raises(ValueError, match="number of hypotheses cannot be greater than beam_size"):
        translate(translator, pieces(SOURCE), beam_size=2, num_hypotheses=3)
    assert len(translate(translator, pieces(SOURCE), beam_size=3, num_hypotheses=3).hypotheses) == 3


def test_hypotheses_come_with_the_best_first(translator: Any, pieces: Any):
    """`ArgosEngine.translate` keeps the order for equal texts."""
    for text in HELD_OUT[:30]:
        scores = translate(translator, pieces(text), num_hypotheses=4, return_scores=True).scores
        assert scores == sorted(scores, reverse=True)


def attention(result: Any) -> list[list[float]]:
    return [list(row) for row in result.attention[0]]


@pytest.mark.parametrize(("beam", "right"), [(1, True), (4, False)])
def test_attention_of_a_batch_belongs_to_other_sentences_when_the_beam_is_wide(
    translator: Any, pieces: Any, beam: int, right: bool
):
    """A bug of 4.8.5, and `replace_unknowns` stands on it: `Model` lets a sentence with an unknown token go alone.

    When the wide beam comes right: drop the second round in `Model._run`, and think again about alignment.
    """
    sources = [pieces(text) for text in HELD_OUT[:30]]
    options = {"beam_size": beam, "return_attention": True}

    together = translator.translate_batch(sources, **options)
    alone = [translator.translate_batch([source], **options)[0] for source in sources]

    same = [
        all(a == pytest.approx(b, abs=0.1) for a, b in zip(attention(one), attention(other), strict=True))
        for one, other in zip(together, alone, strict=True)
        if one.hypotheses == other.hypotheses
    ]
    assert len(same) > 20
    assert (sum(same) > 0.9 * len(same)) is right


def test_int8_and_auto_are_the_same_arithmetic(package: Path):
    """`Model` asks for int8, Argos Translate for auto, and both must write the same text."""
    kinds = {
        kind: ctranslate2.Translator(str(package / "model"), compute_type=kind).compute_type
        for kind in ("auto", "default", "int8")
    }

    assert len(set(kinds.values())) == 1, kinds
