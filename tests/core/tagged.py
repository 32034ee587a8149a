"""Texts with balanced tags, however they are nested, and an engine's answers about them, however wrong they are."""

import random

from hypothesis import strategies as st

from translate.core.offers import Alignment, Hypothesis, Scored, ScoredPiece
from translate.core.placing.units import Units
from translate.core.questions import Align, Score

PIECES = ("sõna ", "word", "x. ", "“q” ", "遅い")
STRANGE = (
    *(
        "kaks.",
        "„kolm”",
        ",",
        "4",
        "遅い",
        "don’t",
        "e\u0301",
        "CO2",
        "😀",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "👍🏽",
        "🇪🇪",
    ),
    *("1\ufe0f\u20e3", "a\u00a0b", "สวัสดี", "—", "err.ee/x", "x@y.ee", "%1", "$5", "a\u200bb", "سلام", "עברית"),
    *("well-known", "URL-id", "#tag", "(", ")", "...", "'s", "-", "_", "\u202e", "Vana\u00adema", "می\u200cخواهم"),
    *("हिन्दी", "ﬁle", "½", "File:", "&amp;", "5 < 6", "x\u20d7", "(\u0301"),
)
"""Words and marks of many scripts, and what is neither."""


@st.composite
def tagged(draw, pieces=PIECES, depth=4):
    """A text with balanced tags, however they are nested, and points among them."""
    numbers = iter(range(1, 10_000))

    def some(level):
        found = []
        for kind in draw(st.lists(st.sampled_from(["words", "point", "pair"]), max_size=4)):
            if kind == "words":
                found.append(draw(st.sampled_from(pieces)))
            elif kind == "point":
                found.append(f"<{draw(st.sampled_from(['br', 'img', 'b']))}{next(numbers)}/>")
            elif level < depth:
                number = next(numbers)
                found.append(f"<a{number}>{some(level + 1)}</a{number}>")
        return "".join(found)

    return some(0)


def strange_texts(least=0, most=8):
    """Texts of many scripts, with and without spaces between their words and at their ends."""
    pieces = st.tuples(st.sampled_from(STRANGE), st.sampled_from([" ", " ", "", "\u00a0", "  ", "\n"]))
    return st.lists(pieces, min_size=least, max_size=most).map(lambda found: "".join(map("".join, found)))


def spans_of(text, draw):
    """Two parts of a text by its units, one behind the other."""
    edges = sorted({0, len(text), *(end for span in Units.of(text).spans for end in span)})
    cut = draw(st.sampled_from(edges))
    return (0, cut), (cut, len(text))


def random_answers(question, seed):
    """What an engine might say to a question, and be wrong."""
    chance = random.Random(f"{seed} {question}")  # noqa: S311 -- Any will do.
    if isinstance(question, Align):
        return [random_alignment(chance, *pair) for pair in question.pairs]
    if isinstance(question, Score):
        return [random_score(chance, text) for _, text in question.pairs]
    return [
        tuple(Hypothesis(chance.choice(STRANGE)) for _ in range(chance.randrange(question.hypotheses + 1)))
        for _ in question.sentences
    ]


def random_alignment(chance, source, text):
    """An alignment in which anything may come from anything, or nothing is known."""
    if chance.random() < 0.1:
        return Alignment((), (), ())
    pieces = _pieces(source), _pieces(text)
    weights = tuple(tuple(chance.random() / len(pieces[0]) for _ in pieces[0]) for _ in pieces[1])
    return Alignment(*pieces, weights)


def random_score(chance, text):
    """Scores of pieces that are nobody's words."""
    pieces = tuple(ScoredPiece(*span, -9 * chance.random()) for span in _pieces(text))
    return Scored(pieces, sum(piece.score for piece in pieces))


def _pieces(text):
    return tuple((start, min(start + 3, len(text))) for start in range(0, len(text), 3))


def answered(asking, answers):
    """What work of the core comes to whose questions are answered by a function."""
    reply = None
    while True:
        try:
            reply = answers(asking.send(reply))
        except StopIteration as done:
            return done.value
