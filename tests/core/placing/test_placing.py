"""Tags are put in by all that is told of them, many texts together; where nothing can be told, by a proportion."""

import time
from functools import partial

import pytest

from tests.core.tagged import answered, random_answers
from translate.core.offers import Alignment, Hypothesis, Scored, ScoredPiece
from translate.core.placing.evidence import Means
from translate.core.placing.placed import Doubt, Placed, TagDoubt
from translate.core.placing.placing import LONGEST, MOST, Unplaced, in_proportion, place
from translate.core.questions import Align, Score
from translate.core.text.tags import plain, put

QUICK, THOROUGH, NO_MEANS = Means(aligns=True, scores=False), Means(aligns=True, scores=True), Means(False, False)
MEANINGS = {"See": "It", "lahkus": "left", "eile": "yesterday", "praam": "ferry", "punane": "red", "suur": "large"}


def known_by_heart(question):
    """What an engine says that knows these words and no other."""
    if isinstance(question, Align):
        return [alignment(*pair) for pair in question.pairs]
    if isinstance(question, Score):
        return [scored(*pair) for pair in question.pairs]
    meant = {source: text for text, source in MEANINGS.items()}
    said = (" ".join(meant[word] for word in phrase.split() if word in meant) for phrase in question.sentences)
    return [(Hypothesis(one),) if one else () for one in said]


def spans(text):
    bare, found = text.replace(".", " ").replace(",", " "), []
    for word in bare.split():
        start = bare.index(word, found[-1][1] if found else 0)
        found.append((start, start + len(word)))
    return found


def alignment(source, text):
    own, others = spans(source), spans(text)
    weights = [[float(MEANINGS.get(text[slice(*to)]) == source[slice(*of)]) for of in own] for to in others]
    return Alignment(tuple(own), tuple(others), tuple(map(tuple, weights)))


def scored(source, text):
    is_lost = [MEANINGS.get(text[slice(*span)], "It") not in source for span in spans(text)]
    pieces = tuple(ScoredPiece(*span, -5.0 * lost) for span, lost in zip(spans(text), is_lost, strict=True))
    return Scored(pieces, sum(piece.score for piece in pieces))


def placed(source, text, means=THOROUGH, **known):
    (found,) = answered(place([Unplaced(source, text, **known)], means), known_by_heart)
    return found


@pytest.mark.parametrize("means", [QUICK, THOROUGH])
@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("It left <a1>yesterday</a1>.", "eile See lahkus.", "<a1>eile</a1> See lahkus."),
        ("<a1>It</a1> left <b2>yesterday</b2>.", "eile lahkus See.", "<b2>eile</b2> lahkus <a1>See</a1>."),
        ("It left<fn1/> yesterday.", "See suur lahkus eile.", "See suur lahkus<fn1/> eile."),
        ("It left<fn1/> yesterday", "eile See lahkus", "eile See lahkus<fn1/>"),
        ("It left <img1/>yesterday", "eile See lahkus", "<img1/>eile See lahkus"),
        ("<a1><b2>It</b2> left</a1> yesterday", "eile lahkus See", "eile <a1>lahkus <b2>See</b2></a1>"),
    ],
)
def test_tags_go_with_their_words(means, source, text, expected):
    assert placed(source, text, means) == Placed(expected)


def test_what_is_known_of_terms_goes_before_all_that_an_engine_says():
    source, text = "It left <a1>yesterday</a1>", "eile See lahkus"
    assert placed(source, text, known=(((8, 17), (5, 8)),)).text == "eile <a1>See</a1> lahkus"


def test_a_word_that_stays_as_it_is_shows_where_its_tag_belongs():
    assert placed("It left <a1>Tallinn</a1> now", "Tallinn x y", NO_MEANS).text == "<a1>Tallinn</a1> x y"


def test_tags_at_the_ends_of_sentences_stay_there_and_nobody_is_asked():
    asked = []
    text = Unplaced("It left.<br1/><a2>It left.</a2>", "Lahkus. See.", (((0, 8), (0, 7)), ((9, 17), (8, 12))))
    found = answered(place([text], THOROUGH), asked.append)
    assert (found, asked) == ([Placed("Lahkus.<br1/><a2>See.</a2>")], [])


def test_a_text_that_stays_as_it_is_has_its_tags_where_they_were():
    source = "C<sub1>O</sub1><a2></a2><br3/>x"
    assert placed(source, plain(source)) == Placed(source)


def test_of_a_text_without_tags_nothing_is_asked():
    assert placed("It left", "See lahkus") == Placed("See lahkus")


@pytest.mark.parametrize(
    ("source", "text", "doubt"),
    [
        ("It left the <a1>red ferry</a1>", "See lahkus", TagDoubt(Doubt.NO_WORDS, "<a1>", "red ferry")),
        ("<a1>It</a1> <b2>left</b2>", "See", TagDoubt(Doubt.EMPTY, "<b2>", "left")),
        ("x <fn1/> y z", "q w r t u", TagDoubt(Doubt.UNSURE, "<fn1/>", "")),
    ],
)
def test_what_somebody_should_look_at_is_told(source, text, doubt):
    assert doubt in placed(source, text).doubts


def test_of_two_pairs_around_the_same_words_one_is_told():
    found = placed("It left the <a1><b2>ferry</b2></a1>", "See lahkus")
    assert found.doubts == (TagDoubt(Doubt.NO_WORDS, "<a1>", "ferry"),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It <a1>left", "See lahkus"),
        ("<a1>It <b2>left</a1></b2>", "See lahkus"),
        ("<a1>It</a1> left", "sõna " * (LONGEST + 1)),
        ("".join(f"<a{n}>It</a{n}> left " for n in range(1, 300)), "sõna " * (1 + MOST // 300)),
    ],
)
def test_what_is_no_tree_or_too_large_is_placed_in_proportion_and_told(source, text):
    asked = []
    found = answered(place([Unplaced(source, text)], THOROUGH), asked.append)
    assert (found, asked) == ([Placed(put(text, source), is_guessed=True)], [])


def test_without_an_engine_tags_stand_where_they_do_in_the_source():
    text = Unplaced("It left <a1>yesterday</a1>", "eile See lahkus")
    assert in_proportion(text) == Placed("eile See <a1>lahkus</a1>", is_guessed=True)
    assert in_proportion(Unplaced("It left", "See lahkus")) == Placed("See lahkus")


@pytest.mark.parametrize(("units", "number"), [(MOST // 100, 100), (200, MOST // 200), (LONGEST, MOST // LONGEST)])
@pytest.mark.parametrize("tag", ["<a{0}>{1}</a{0}>", "{1}<fn{0}/>", "<a{0}>{1}"])
def test_the_largest_texts_take_no_time_to_speak_of(units, number, tag):
    """Pairs side by side, points, and pairs within pairs: beside what an engine takes to draft as many words."""
    pairs = number // 2 if "</" in tag or "/>" not in tag else number
    step = max(units // pairs, 1)
    words = [tag.format(n // step + 1, "x") if n % step == 0 and n // step < pairs else "x" for n in range(units)]
    ends = "".join(f"</a{n}>" for n in range(pairs, 0, -1)) if tag.endswith("{1}") else ""
    began = time.process_time()
    one = Unplaced(" ".join(words) + ends, "sõna " * (units - 1) + "s")
    (found,) = answered(place([one], THOROUGH), partial(random_answers, seed=1))
    assert not found.is_guessed
    assert time.process_time() - began < 30
