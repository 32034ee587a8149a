"""Which words of a translation come from which of its source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.apertium.scripts import write_stage
from tests.engines.test_apertium_drafting import WORKS
from tests.patience import PATIENCE
from tests.programs import needs
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline, Program
from translate.core.offers import Alignment, SourceSentence
from translate.engines.apertium import ApertiumEngine
from translate.engines.apertium.aligning import Aligning, carried
from translate.engines.apertium.noting import Word
from translate.errors import EngineError


def links(pair, alignment):
    """Each word of a translation that something is known of, with what it comes from."""
    source, translation = pair
    found = {}
    for (start, end), row in zip(alignment.targets, alignment.weights, strict=True):
        came = [source[slice(*span)] for span, weight in zip(alignment.sources, row, strict=True) if weight]
        found.setdefault(translation[start:end], []).extend(came)
    return {word: " ".join(came) for word, came in found.items() if came}


# Carried from the translation that came with notes onto the one that is given.

RED = "this is a red house"
WORDS = tuple(
    Word(key, frozenset({number})) for key, number in [("esto", 0), ("es", 1), ("una", 2), ("casa", 4), ("roja", 3)]
)


def carry(translation):
    return links((RED, translation), carried(RED, WORDS, translation))


def test_the_same_words_come_from_the_same():
    same = {"Esto": "this", "es": "is", "una": "a", "casa": "house", "roja": "red"}
    assert carry("Esto es una casa roja.") == same
    assert carry("«ESTO» es una  casa-roja").keys() == {"ESTO", "es", "una", "casa", "roja"}


def test_a_word_in_the_place_of_another_comes_from_where_that_came_from():
    assert carry("Esto es una vivienda roja") == {
        "Esto": "this",
        "es": "is",
        "una": "a",
        "vivienda": "house",
        "roja": "red",
    }


def test_words_in_the_place_of_others_share_where_those_came_from():
    assert carry("Esto es un gran hogar roja") == {
        "Esto": "this",
        "es": "is",
        "un": "a house",
        "gran": "a house",
        "hogar": "a house",
        "roja": "red",
    }


def test_a_word_that_has_moved_is_known_again():
    assert carry("Roja es una casa") == {"Roja": "red", "es": "is", "una": "a", "casa": "house"}


def test_a_word_that_nobody_gave_has_a_row_of_noughts():
    alignment = carried("red", (Word("rojo", frozenset({0})),), "rojo muy")
    assert alignment == Alignment(((0, 3),), ((0, 4), (5, 8)), ((1.0,), (0.0,)))


def test_the_parts_of_a_piece_share_its_row():
    alignment = carried("well known", (Word("bien", frozenset({0})), Word("sabid", frozenset({1}))), "bien’sabida")
    assert alignment == Alignment(((0, 4), (5, 10)), ((0, 11),), ((0.5, 0.5),))


def test_of_a_sentence_that_nobody_reads_nothing_is_told(monkeypatch):
    monkeypatch.setattr("translate.engines.apertium.aligning.MOST", 24)
    assert carry("Esto es una casa roja") == {}
    assert carry("una casa roja").keys() == {"una", "casa", "roja"}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sets(st.integers(0, 4)))), st.text("abcd -.1"))
def test_the_shares_of_a_row_are_at_most_one_together(words, translation):
    alignment = carried(RED, [Word(key, frozenset(sources)) for key, sources in words], translation)
    assert len(alignment.weights) == len(alignment.targets)
    assert all(min(row) >= 0 and sum(row) <= 1 + 1e-6 for row in alignment.weights)


# Through a pipeline.


@pytest.fixture
def align(tmp_path):
    """Aligns sentences with their translations by the made-up pair, its stages changed."""

    def make(*pairs, patience=PATIENCE, **stages):
        programs = []
        for name, does in {**WORKS, **stages}.items():
            write_stage(tmp_path / name, does.strip().replace("\n", "\n        "))
            programs.append((Program(name, (str(tmp_path / name),)),))
        pipeline = Pipeline("eng-lav", tuple(programs))
        alignments = Aligning(Installation("no-apertium"), pipeline, "en", patience=patience).alignments(pairs)
        return [links(pair, alignment) for pair, alignment in zip(pairs, alignments, strict=True)]

    return make


PLAN = ("plan of Kevin", "planas ofas Kevin")
LINKS = {"planas": "plan", "ofas": "of", "Kevin": "Kevin"}


def test_words_are_known_by_their_notes_whatever_becomes_of_them(align):
    assert align(PLAN, ("the sea", "le marias")) == [LINKS, {"le": "the", "marias": "sea"}]


def test_a_sentence_goes_once_for_all_its_translations(align):
    falls = f"if 'captain' in piece and not once(): sys.exit(1)\n{WORKS['analyses'].strip()}"
    both = align(("the captain", "le captainas"), ("the captain", "captainas, le!"), analyses=falls)
    assert both == [{"le": "the", "captainas": "captain"}] * 2


def test_a_sentence_that_breaks_the_pair_tells_nothing_and_the_others_do(align):
    breaks = "if 'captain' in piece: os.kill(os.getpid(), signal.SIGSEGV)\n" + WORKS["analyses"].strip()
    assert align(PLAN, ("the captain", "le captainas"), PLAN, analyses=breaks) == [LINKS, {}, LINKS]


def test_a_sentence_whose_notes_are_lost_tells_nothing(align):
    assert align(PLAN, transfers=r"say(re.sub(r'\[\[[^]]*\]\]', '', piece))") == [{}]


def test_a_pair_that_is_broken_says_so(align):
    with pytest.raises(EngineError, match=r"^Apertium gives no translation: "):
        align(PLAN, analyses="sys.exit('no model here')")


def test_a_pair_that_hangs_is_stopped(align):
    with pytest.raises(EngineError, match=r"^Apertium gave no answer for 1 seconds and was stopped"):
        align(PLAN, transfers="time.sleep(1000)", patience=1)


# With Apertium itself.


@pytest.fixture(scope="module")
def engine():
    return ApertiumEngine()


def aligned(engine, source, translation=None):
    pair = (source, translation or engine.translate([SourceSentence(source)], "en", "es")[0][0].text)
    return links(pair, engine.align([pair], "en", "es")[0])


@needs("apertium")
@pytest.mark.parametrize(
    ("source", "translation", "known"),
    [
        (RED, "Esto es una casa roja", {"roja": "red", "casa": "house", "una": "a"}),
        # Words that are one entry of the dictionary.
        ("He stood in front of it.", None, {"delante": "in front of"}),
        ("The United Nations agreed.", None, {"Naciones": "United Nations", "Unidas": "United Nations"}),
        # Two words that become one.
        ("The end of the world", None, {"del": "of the", "mundo": "world"}),
        # Only the given translation has the term.
        ("The parliament voted.", "El Riigikogu votó.", {"Riigikogu": "parliament", "votó": "voted"}),
        # The rules have never seen this address.
        ("See https://example.org/a-house now.", None, {"https://example.org/a-house": "https://example.org/a-house"}),
        ("It cost 250 euros in 2024.", None, {"250": "250", "2024": "2024"}),
    ],
)
def test_words_are_aligned_with_what_they_translate(engine, source, translation, known):
    assert known.items() <= aligned(engine, source, translation).items()


@needs("apertium")
def test_an_article_that_the_source_has_not_comes_from_nothing(engine):
    assert aligned(engine, "Houses are expensive.", "Las casas son caras.") == {
        "casas": "Houses",
        "son": "are",
        "caras": "expensive",
    }


@needs("apertium")
def test_what_apertium_does_not_know_is_aligned_with_itself(engine):
    assert aligned(engine, "Qwrtz zxcvb") == {"Qwrtz": "Qwrtz", "zxcvb": "zxcvb"}


HOSTILE = st.lists(
    st.sampled_from([*"[]{}\\^$/<>~@#*+|\0\x1b\n\u200b .", "[[", "]]", "[[0]]", "[[/]]", "[b0]", "[e0]", "[x41]"])
    | st.sampled_from(["^a/b<n>$", "https://a.example/b", "%s", "<b>", "1,050.5", "red", "house", "in front of"]),
    min_size=1,
    max_size=20,
).map("".join)


@needs("apertium")
@settings(max_examples=10)
@given(st.lists(HOSTILE, min_size=20, max_size=40))
def test_nothing_that_a_file_may_have_in_it_disturbs_the_others(engine, texts):
    pairs = [*zip(texts, reversed(texts), strict=True), (RED, "Esto es una casa roja")]
    alignments = engine.align(pairs, "en", "es")
    assert len(alignments) == len(pairs)
    assert links(pairs[-1], alignments[-1])["roja"] == "red"


def test_a_pair_that_is_no_plain_pipeline_cannot_be_aligned(tmp_path):
    (tmp_path / "modes").mkdir()
    (tmp_path / "modes" / "eng-spa.mode").write_text("lt-proc a.bin; cat $1")
    odd = ApertiumEngine({"program": "/bin/true", "data": str(tmp_path)})
    assert not odd.can_align("en", "es")
    with pytest.raises(EngineError, match=r"^Apertium's pair eng-spa cannot tell which words come from which$"):
        odd.align([("a", "b")], "en", "es")
