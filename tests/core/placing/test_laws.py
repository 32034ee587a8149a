"""No tag is lost, doubled, crossed, or within a word, and the text stays: whatever an engine says of any text."""

from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.placing.laws import faults
from tests.core.tagged import PIECES, STRANGE, answered, random_answers, spans_of, strange_texts, tagged
from translate.core.placing.evidence import Means
from translate.core.placing.placing import Unplaced, place
from translate.core.placing.units import Units
from translate.core.text import tags

TEXTS = strange_texts()
MEANS = st.builds(Means, st.booleans(), st.booleans())
SEEDS = st.integers(0, 10**9)
LIMITS = settings(max_examples=300)


@st.composite
def unplaced(draw, texts=TEXTS, pieces=(*PIECES, *STRANGE)):
    """A translation of any source, with anything known of where things stand in both."""
    source, text = draw(tagged(pieces, depth=5)), draw(texts)
    bare = tags.plain(source)
    sentences = known = ()
    if bare and text and draw(st.booleans()):
        sentences = tuple(zip(spans_of(bare, draw), spans_of(text, draw), strict=True))
    if bare.strip() and text.strip() and draw(st.booleans()):
        known = tuple((draw(_unit(bare)), draw(_unit(text))) for _ in range(draw(st.integers(1, 2))))
    return Unplaced(source, text, sentences, known)


def _unit(text):
    return st.sampled_from(Units.of(text).spans)


def placed(one, means, seed):
    (found,) = answered(place([one], means), partial(random_answers, seed=seed))
    return found


@LIMITS
@given(unplaced(), MEANS, SEEDS)
def test_whatever_an_engine_says_nothing_is_lost_crossed_torn_or_silently_empty(one, means, seed):
    assert faults(one.source, one.text, placed(one, means, seed)) == []


@LIMITS
@given(unplaced(), MEANS, SEEDS)
def test_the_same_is_placed_the_same(one, means, seed):
    assert placed(one, means, seed) == placed(one, means, seed)


SPACED = st.lists(st.sampled_from(["üks", "kaks", "err.ee/x", "„", "4"]), max_size=8).map(" ".join)


@LIMITS
@given(unplaced(SPACED), MEANS, SEEDS)
def test_where_spaces_part_all_words_and_marks_the_text_stays_byte_for_byte(one, means, seed):
    assert tags.plain(placed(one, means, seed).text) == one.text


WITHOUT_BREAKS = unplaced().filter(lambda one: "<br" not in one.source)


@LIMITS
@given(WITHOUT_BREAKS, MEANS, SEEDS)
def test_without_line_breaks_the_text_stays_byte_for_byte(one, means, seed):
    assert tags.plain(placed(one, means, seed).text) == one.text


@LIMITS
@given(st.lists(unplaced(), max_size=4), MEANS, SEEDS)
def test_each_text_gets_its_own_tags_back_among_others(texts, means, seed):
    together = answered(place(texts, means), partial(random_answers, seed=seed))
    assert [faults(one.source, one.text, found) for one, found in zip(texts, together, strict=True)] == [
        [] for _ in texts
    ]
