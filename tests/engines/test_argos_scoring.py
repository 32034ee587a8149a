import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.argos_packages import relabelled, with_bpe
from tests.patience import SHARED_FIXTURE
from tests.ready import LONG
from translate.core.offers import Scored, SourceSentence
from translate.engines.argos import ArgosEngine
from translate.errors import EngineError
from translate.testing.engines import AligningEngineContract, ScoringEngineContract

DATA = Path(__file__).parents[1] / "data/sample-model"
HELD_OUT = (DATA / "heldout.en").read_text(encoding="utf-8").splitlines()
REFERENCES = (DATA / "heldout.et").read_text(encoding="utf-8").splitlines()
ODD = [
    *(
        "Vali",
        "lahter.",
        "ﬁle",
        "½",
        "…",
        "™",
        "①②",
        "ﷺ",
        "e\u0301",
        "İ",
        "ß",
        "ŉ",
        "“Vali”",
        "„x“",
        "😀",
        "漢字",
        "عربي",
    ),
    *("a\u200bb", "\u00ad", "▁", "⁇", "<unk>", "__x__", "&amp;", "@@"),
]
WORD = re.compile(r"[^\W\d_]{3,}")

pytestmark = pytest.mark.usefixtures("sample_packages")

Use = Callable[[Path], None]


@pytest.fixture(scope="module")
def sample(sample_packages: Path) -> Path:
    return sample_packages / "translate-en_et-0_1"


@pytest.fixture(scope="module")
def engine(sample_packages: Path) -> ArgosEngine:
    return ArgosEngine()


@pytest.fixture
def use_packages(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Let this test's engines look into another folder; Argos' settings are read from the environment only once."""
    from argostranslate import settings as argos_settings

    return lambda folder: monkeypatch.setattr(argos_settings, "package_dirs", [folder])


def drafted(engine: ArgosEngine, texts: list[str], source: str = "en", target: str = "et") -> list[str]:
    return [a[0].text for a in engine.translate([SourceSentence(text) for text in texts], source, target)]


def words_of(scored: Scored, text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in scored.pieces]


def bare_places(text: str, scored: Scored) -> str:
    """The characters that no piece has; white space may be left over."""
    covered = {at for piece in scored.pieces for at in range(piece.start, piece.end)}
    return "".join(char for at, char in enumerate(text) if at not in covered and not char.isspace())


def has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


class TestArgosScoring(ScoringEngineContract, AligningEngineContract):
    pair = ("en", "et")
    unknown_pair = ("en", "lv")
    sentences = ("Opens the dialog.", "Why?", "Click the “Format” tab (again).", "Formatting Cells")
    named = ("Click the Chart Wizard icon twice.", "Chart Wizard", "Diagramminõustaja")

    @pytest.fixture
    def engine(self):
        return ArgosEngine()


def test_the_total_is_ctranslate2s_own_score_without_its_division_by_the_length(engine: ArgosEngine):
    hypotheses = [a[0] for a in engine.translate([SourceSentence(text) for text in HELD_OUT[:200]], "en", "et")]

    scored = engine.score([(s, h.text) for s, h in zip(HELD_OUT, hypotheses, strict=False)], "en", "et")

    own = [(h.score or 0) * (len(s.pieces) + 1) ** 0.2 for h, s in zip(hypotheses, scored, strict=True)]
    same = [abs(s.total - total) < 0.01 for s, total in zip(scored, own, strict=True)]
    # The network sometimes spells a word in other pieces than the tokenizer does; the text then scores lower.
    assert sum(same) > 180
    assert all(s.total <= total + 0.1 for s, total in zip(scored, own, strict=True))


def test_the_likelihood_of_a_hypothesis_is_what_scoring_its_text_gives(engine: ArgosEngine):
    answers = engine.translate([SourceSentence(text) for text in HELD_OUT[:100]], "en", "et", hypotheses=3)
    offers = [(source, offer) for source, answer in zip(HELD_OUT, answers, strict=False) for offer in answer]

    scored = engine.score([(source, offer.text) for source, offer in offers], "en", "et")

    same = [
        abs(s.likelihood.total - offer.likelihood.total) < 0.01 and s.likelihood.tokens == offer.likelihood.tokens
        for s, (_, offer) in zip(scored, offers, strict=True)
    ]
    # The rest are those that the network spells in other pieces than the tokenizer.
    assert sum(same) > 0.9 * len(same)
    best = [(s, offer) for s, (_, offer) in zip(scored, offers, strict=True) if offer.likelihood.mean]
    assert len(best) == len(offers)
    assert all(s.likelihood.mean <= offer.likelihood.mean + 0.05 for s, offer in best)


def test_the_last_piece_and_the_end_are_told_apart(engine: ArgosEngine):
    [whole, cut] = engine.score([("Opens the dialog.", "Avab dialoogi."), ("Opens the dialog.", "Avab")], "en", "et")

    assert words_of(whole, "Avab dialoogi.") == ["Ava", "b", "dialoogi", "."]
    # A sentence that stops in the middle: its word is as likely as ever, its end is not.
    assert cut.pieces[0].score == pytest.approx(whole.pieces[0].score, abs=0.05)
    assert cut.total - sum(piece.score for piece in cut.pieces) < -3
    assert whole.total - sum(piece.score for piece in whole.pieces) > -0.5


def test_every_character_of_real_translations_has_a_piece(engine: ArgosEngine):
    scored = engine.score(list(zip(HELD_OUT, REFERENCES, strict=True)), "en", "et")

    assert [bare_places(text, s) for text, s in zip(REFERENCES, scored, strict=True)] == [""] * len(REFERENCES)
    joined = ["".join(words_of(s, text)) for text, s in zip(REFERENCES, scored, strict=True)]
    assert joined == ["".join(text.split()) for text in REFERENCES]


@settings(max_examples=60, suppress_health_check=SHARED_FIXTURE)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(ODD),
            st.text(min_size=1, max_size=6),
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["", " ", "  ", "\u00a0"]),
)
def test_every_character_of_any_text_has_a_piece_and_words_behind_it_are_found(
    engine: ArgosEngine, parts: list[str], between: str
):
    text = "Ava " + between.join(parts) + " lahter Vali"

    [scored] = engine.score([("Select the cell.", text)], "en", "et")

    assert bare_places(text, scored) == ""
    ends = [piece.end for piece in scored.pieces]
    assert ends == sorted(ends)
    assert words_of(scored, text)[-2:] == ["lahter", "Vali"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vali ﬁle ½ … ™ ja lahter.", "lahter"),
        ("e\u0301e\u0301e\u0301 “Vali” 漢字 😀 lahter", "lahter"),
        ("……………………… lahter .........", "lahter"),
        ("a\u200bb\u200bc\ufeff lahter", "lahter"),
        ("lahter " * 60 + "Vali", "Vali"),
    ],
)
def test_a_word_behind_rare_characters_is_where_it_stands(engine: ArgosEngine, text: str, word: str):
    [scored] = engine.score([("Select the cell.", text)], "en", "et")

    at = text.rindex(word)
    assert (at, at + len(word)) in {(piece.start, piece.end) for piece in scored.pieces}


def test_a_translation_beyond_the_networks_reach_is_scored_at_its_beginning(engine: ArgosEngine):
    long = " ".join(REFERENCES[:60])
    source = " ".join(HELD_OUT[:60])

    both, short, deep = engine.score([(source, long), (HELD_OUT[0], long), (source, REFERENCES[0])], "en", "et")

    assert 300 < len(both.pieces) < 500
    assert "".join(words_of(both, long)) == "".join(long[: both.pieces[-1].end].split())
    assert all(piece.score <= 0 for scored in (both, short, deep) for piece in scored.pieces)
    # What was cut off is not in the total, the end of the cut text is.
    assert both.total < sum(piece.score for piece in both.pieces)


def test_a_right_form_scores_better_than_the_base_form_in_its_place(engine: ArgosEngine):
    right, wrong = engine.score(
        [("Opens the dialog.", "Avab dialoogi."), ("Opens the dialog.", "Avab dialoog.")], "en", "et"
    )

    assert right.total > wrong.total + 1


def test_a_package_with_bpe_scores_and_its_pieces_cover_the_text(tmp_path: Path, use_packages: Use):
    with_bpe(tmp_path / "en_xx", HELD_OUT[:200], "en", "xx")
    use_packages(tmp_path)
    bpe = ArgosEngine()
    texts = [*HELD_OUT[200:220], "“Quoted” — don't…", "a@@ & <b> 'x' | [y]", "½ ﬁle"]

    scored = bpe.score([("Opens the dialog.", text) for text in texts], "en", "xx")

    assert [bare_places(text, s) for text, s in zip(texts, scored, strict=True)] == [""] * len(texts)
    assert all(s.total < sum(piece.score for piece in s.pieces) < 0 for s in scored)
    # A word of ASCII letters is made of its own pieces, whatever its quotation marks became.
    [quoted] = bpe.score([("Opens the dialog.", "Open “format” now")], "en", "xx")
    spans = [(piece.start, piece.end) for piece in quoted.pieces]
    assert {6, 12} <= {start for start, _ in spans} | {end for _, end in spans}
    assert all(not (start < 6 < end or start < 12 < end) for start, end in spans)


def test_a_package_with_bpe_translates_without_a_word(tmp_path: Path, use_packages: Use):
    with_bpe(tmp_path / "en_xx", HELD_OUT[:200], "en", "xx")
    use_packages(tmp_path)
    bpe = ArgosEngine()
    [text] = drafted(bpe, ["x"], "en", "xx")
    word = WORD.findall(text)[0]

    [(answer,)] = bpe.translate_without(["x"], [word, "漢字", ""], "en", "xx")

    assert answer.text
    assert answer.text != text


def test_a_target_prefix_is_not_counted(tmp_path: Path, sample: Path, use_packages: Use, engine: ArgosEngine):
    relabelled(sample, tmp_path / "p", from_code="en", to_code="et", target_prefix="▁Vali")
    use_packages(tmp_path)

    [forced] = ArgosEngine().score([("Select the cell.", "lahter .")], "en", "et")
    [(without,)] = ArgosEngine().translate_without(["Select the cell."], ["lahter"], "en", "et")

    [plain] = engine.score([("Select the cell.", "Vali lahter .")], "en", "et")
    [(own,)] = ArgosEngine().translate([SourceSentence("Select the cell.")], "en", "et")
    [again] = ArgosEngine().score([("Select the cell.", own.text)], "en", "et")
    assert words_of(forced, "lahter .") == ["lahter", "."] or words_of(forced, "lahter .")[0] == "lahter"
    assert [p.score for p in forced.pieces] == pytest.approx([p.score for p in plain.pieces[1:]], abs=0.1)
    assert forced.total == pytest.approx(plain.total - plain.pieces[0].score, abs=0.1)
    assert own.likelihood.tokens == again.likelihood.tokens
    assert own.likelihood.total == pytest.approx(again.likelihood.total, abs=0.1)
    assert not without.text.startswith("Vali")
    assert not has_word(without.text, "lahter")


def test_what_goes_through_a_third_language_cannot_be_scored(tmp_path: Path, sample: Path, use_packages: Use):
    relabelled(sample, tmp_path / "a", from_code="aa", to_code="mm")
    relabelled(sample, tmp_path / "b", from_code="mm", to_code="zz")
    use_packages(tmp_path)
    pivot = ArgosEngine()

    assert pivot.can_score("aa", "mm")
    assert not pivot.can_score("aa", "zz")
    for ask in (
        lambda: pivot.score([("a", "b")], "aa", "zz"),
        lambda: pivot.translate_without(["a"], ["b"], "aa", "zz"),
    ):
        with pytest.raises(EngineError, match="no single Argos package leads from aa to zz"):
            ask()


def test_a_package_without_a_readable_vocabulary_is_named(tmp_path: Path, sample: Path, use_packages: Use):
    package = relabelled(sample, tmp_path / "translate-en_et-1_0", from_code="en", to_code="et")
    model = package / "model"
    model.unlink()
    model.mkdir()
    for file in (sample / "model").iterdir():
        (model / file.name).write_bytes(b"[1" if "vocabulary" in file.name else file.read_bytes())
    use_packages(tmp_path)

    with pytest.raises(EngineError) as trouble:
        ArgosEngine().translate_without(["Open."], ["Ava"], "en", "et")

    assert trouble.value.path == str(package)
    assert "\n" not in trouble.value.message


def test_a_barred_word_is_avoided_wherever_it_stands(engine: ArgosEngine):
    texts = HELD_OUT[: 60 if LONG else 30]
    asked = []
    for source, text in zip(texts, drafted(engine, texts), strict=True):
        words = list(dict.fromkeys(WORD.findall(text)))
        asked += [(source, word) for word in (words[:1], words[3:4], words[-1:]) for word in word]

    answers = [engine.translate_without([source], [word], "en", "et")[0][0].text for source, word in asked]

    kept = [word for (_, word), answer in zip(asked, answers, strict=True) if has_word(answer, word)]
    assert len(asked) > len(texts) * 5 // 3
    assert len(kept) <= len(texts) // 30, kept


@pytest.mark.parametrize("word", ["again", "Vorrang", "Klõpsa"])
def test_a_barred_word_is_avoided_behind_a_quotation_mark_or_a_bracket_too(engine: ArgosEngine, word: str):
    source = "Click the “Format” tab (again)."
    [text] = drafted(engine, [source])
    assert has_word(text, word)

    [answer] = engine.translate_without([source], [word], "en", "et", hypotheses=4)

    assert not any(has_word(hypothesis.text, word) for hypothesis in answer)


def test_several_words_are_barred_at_once_and_in_every_hypothesis(engine: ArgosEngine):
    source = "Select the cell range that you want to sort."
    barred = ["Vali", "lahter", "lahtrite", "mida soovid"]

    [answer] = engine.translate_without([source], barred, "en", "et", hypotheses=4)

    assert len(answer) == 4
    assert [(h.text, word) for h in answer for word in barred if has_word(h.text, word)] == []


def test_words_that_the_package_cannot_write_are_no_trouble(engine: ArgosEngine):
    source = "Click the “Format” tab (again)."
    plain = engine.translate_without([source], [], "en", "et")

    assert engine.translate_without([source], ["漢字", "Кая Каллас", "😀", "\u200b", ""], "en", "et") == plain
    [(answer,)] = engine.translate_without([source], ["漢字", "Klõpsa"], "en", "et")
    assert not has_word(answer.text, "Klõpsa")


def test_sentences_without_a_word_come_in_their_places_each_as_if_alone(engine: ArgosEngine):
    half = " ".join(sentence.rstrip(".").replace(",", "") for sentence in HELD_OUT[:12])
    texts = [*HELD_OUT[:12], "\u200b", "漢字", HELD_OUT[3], f"{half}, {half}", half]

    together = engine.translate_without(texts, ["lahter", "Vali"], "en", "et", hypotheses=2)

    alone = [engine.translate_without([text], ["lahter", "Vali"], "en", "et", hypotheses=2)[0] for text in texts]
    assert [answer[0].text for answer in together] == [answer[0].text for answer in alone]
    assert together[3] == together[14]
    assert together[12][0].text == "\u200b"
    assert "unk" not in together[13][0].text
    # A text beyond the network's reach is translated to its end.
    assert together[15][0].text.endswith(together[16][0].text)
