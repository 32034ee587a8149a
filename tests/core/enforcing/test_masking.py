import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import FERRY, HARBOUR, FakeScoringEngine, case, drafted, means, term
from translate.core.enforcing.ladder import NOTHING, Enforced
from translate.core.offers import Hypothesis, Mark
from translate.core.terms.glossary import Action
from translate.core.terms.ways import AS_IS, How
from translate.core.text.identifiers import identifiers
from translate.engines.identity import IdentityEngine

ASK = "Ask @ferry_line or see news.example/Ferry."
BRACKETS = "Ask [1] or see [2]."
NUMBERS = "Ask 7391 or see 7392."


class Always(FakeScoringEngine):
    """Has one answer to everything."""

    def __init__(self, answer):
        super().__init__({}, scores=False)
        self.answer = answer

    def _answered(self, sentences, _without, _hypotheses):
        self.asked += sentences
        return [(Hypothesis(self.answer),) for _ in sentences]


def one(answers, source=ASK, *terms):
    engine = FakeScoringEngine(answers)
    [said] = drafted(engine, case(source, *terms))
    return said, engine.asked


def test_an_engine_sees_marks_and_the_draft_has_what_they_stand_for():
    said, asked = one({BRACKETS: ["Küsi [1] või vaata [2]."]})
    assert said == Enforced("Küsi @ferry_line või vaata news.example/Ferry.", ())
    assert asked == [BRACKETS]


@pytest.mark.parametrize("written", ["[ 1 ] ja [ 2 ]", "【1】 ja 【2】", "［1］ ja [2]"])
def test_a_mark_may_come_back_in_other_brackets(written):
    said, _ = one({BRACKETS: [written]})
    assert said.text == "@ferry_line ja news.example/Ferry"


@pytest.mark.parametrize(
    "spoilt",
    [
        "Küsi [1].",
        "Küsi [2] või [1].",
        "Küsi [1] või [1] [2].",
        "Küsi [1] või [3].",
        "Küsi x[1] või [2].",
        "Küsi [1]-ga või [2].",
        "Küsi [1] või [2]ga.",
        "Küsi @[1] või [2].",
        "Küsi",
    ],
)
def test_a_mark_that_is_lost_doubled_moved_or_tied_is_tried_again_as_a_bare_number(spoilt):
    said, asked = one({BRACKETS: [spoilt], NUMBERS: ["Küsi 7391, vaata 7392."]})
    assert said == Enforced("Küsi @ferry_line, vaata news.example/Ferry.", ())
    assert asked == [BRACKETS, NUMBERS]


@pytest.mark.parametrize(
    ("source", "answer", "draft"),
    [
        ("On err.ee it sank.", "[1]:ssä se upposi.", "err.ee:ssä se upposi."),
        ("To {name} it sank.", "[1]ga see uppus.", "{name}ga see uppus."),
        ("The err.ee-based one.", "See [1]-põhine.", "See err.ee-põhine."),
    ],
)
def test_an_ending_may_be_tied_to_what_is_known_in_spite_of_it(source, answer, draft):
    assert drafted(Always(answer), case(source)) == [Enforced(draft, ())]


class Wordy(FakeScoringEngine):
    """Copies words that it does not know better than anything else."""

    marks = (Mark.WORD, Mark.BRACKETS)


def test_each_engine_says_what_it_copies_best():
    engine = Wordy({"Ask Qzxwv or see Qzxwk.": ["Küsi Qzxwv või vaata Qzxwk."]})
    [said] = drafted(engine, case(ASK))
    assert (said.text, engine.asked) == ("Küsi @ferry_line või vaata news.example/Ferry.", ["Ask Qzxwv or see Qzxwk."])


@pytest.mark.parametrize("spoilt", ["Küsi Qzxwvga või Qzxwk.", "Küsi Qzxwk või Qzxwv.", "Küsi qzxwv või Qzxwk."])
def test_a_word_that_comes_back_otherwise_is_no_mark(spoilt):
    engine = Wordy({"Ask Qzxwv or see Qzxwk.": [spoilt], BRACKETS: ["Küsi [1], vaata [2]."]})
    [said] = drafted(engine, case(ASK))
    assert (said.text, engine.asked[1:]) == ("Küsi @ferry_line, vaata news.example/Ferry.", [BRACKETS])


def test_there_are_as_many_words_as_there_are_identifiers():
    source = " ".join(f"@ada_{n}" for n in range(400)) + " left"
    engine = IdentityEngine()
    engine.marks = (Mark.WORD,)
    assert drafted(engine, case(source)) == [Enforced(source, ())]


def test_what_loses_every_mark_is_drafted_in_parts_and_says_so():
    said, asked = one({"Ask": ["Küsi"], "or see": ["või vaata"]})
    assert said == Enforced("Küsi @ferry_line või vaata news.example/Ferry.", (), in_parts=True)
    assert asked == [BRACKETS, NUMBERS, "Ask", "or see"]


def test_a_sentence_of_which_a_part_has_no_translation_has_none():
    said, _ = one({"Ask": [], "or see": ["või vaata"]})
    assert said == NOTHING


def test_a_sentence_without_a_translation_is_not_asked_for_in_parts():
    said, asked = one({BRACKETS: []})
    assert (said, asked) == (NOTHING, [BRACKETS])


def test_a_number_of_the_sentence_is_no_mark():
    said, asked = one({"Ask [2] in 1939.": ["Küsi [2] aastal 1939."]}, "Ask @ada in 1939.")
    assert (said.text, asked) == ("Küsi @ada aastal 1939.", ["Ask [2] in 1939."])


def test_a_term_beside_an_identifier_is_enforced_and_none_in_it():
    likes = means({"Laev": "ferry", "laeva": "ferry"})
    engine = FakeScoringEngine({"The ferry is on [1].": ["Laev on [1]."]}, likes)
    [said] = drafted(engine, case("The ferry is on news.example/ferry.", FERRY))
    assert said.text == "Praam on news.example/ferry."
    assert [way.how for way in said.ways] == [How.REPAIRED]


def test_a_term_behind_a_mark_is_known_by_its_place_among_the_marks():
    _, asked = one({}, "Ask @ada, see news.example/timetable: the ferry sank.", FERRY)
    assert "Ask [1], see [2]: the table sank." in asked
    assert "Ask 7391, see 7392: the table sank." in asked
    assert "the table sank" in asked


def test_a_term_behind_a_mark_is_asked_for_in_its_place():
    [said] = drafted(
        IdentityEngine(), case("On @ada_lovelace the ferry and on a.example/b the harbor.", FERRY, HARBOUR)
    )
    assert said.text == "On @ada_lovelace the praam and on a.example/b the sadam."


def test_an_identifier_that_is_a_term_is_the_glossarys():
    handle = term("@ferry_line", "@praamiliin")
    engine = FakeScoringEngine({"Ask @ferry_line or [1].": ["Küsi @praamiliin või [1]."]})
    [said] = drafted(engine, case("Ask @ferry_line or @ada.", handle))
    assert (said.text, said.ways) == ("Küsi @praamiliin või @ada.", (AS_IS,))


def test_a_term_that_is_off_and_an_identifier_stays_as_it_is():
    engine = FakeScoringEngine({"The [1] praam": ["See [1] praam"], "The [1] ferry.": ["See [1] praam."]})
    [said] = drafted(engine, case("The @ada ferry.", term("@ada", action=Action.OFF, target=""), FERRY))
    assert said.text == "See @ada praam."


def test_a_sentence_of_identifiers_alone_is_no_engines_business():
    said, asked = one({}, "https://example.org/a, @ada!")
    assert (said, asked) == (Enforced("https://example.org/a, @ada!", ()), [])


@pytest.mark.parametrize(("source", "terms"), [("…", ()), ("@ada, @eve", (term("@ada", "@aada"),))])
def test_signs_alone_and_what_a_term_asks_for_are(source, terms):
    engine = Always("…")
    drafted(engine, case(source, *terms))
    assert engine.asked


def test_a_sentence_without_identifiers_goes_as_it_is_whatever_comes_back():
    said, asked = one({"It sank.": ["[1] 7391 @x"]}, "It sank.")
    assert (said.text, asked) == ("[1] 7391 @x", ["It sank."])


def test_numbers_between_identifiers_stay_in_parts_and_a_possessive_goes_with_its_name():
    said, _ = one({}, "@ada 12 @eve’s 5")
    assert said == Enforced("@ada 12 @eve’s 5", (), in_parts=True)


def test_parts_of_a_language_without_spaces_are_put_apart():
    said, _ = one({"访问": ["Külasta"], "了解": ["et teada"]}, "访问err.ee了解")
    assert said.text == "Külasta err.ee et teada"


KINDS = (
    "https://example.org/a(b)?c=d", "news.example/Ferry?Day=Monday", "err.ee", "desk@example.org", "@ferry_line",
    "@ada@fedi.example", "#MeToo", ":smile:", "README.md", "story.asp?StoryID=5", "v2.1.0", "0.85.x", "/usr/bin",
    "EE38 2200 2210 2014 5685", "978-3-16-148410-0", "%(name)s", "{name}", "${name}", "9fceb02d0ae5", "10.1000/xyz",
)  # fmt: skip
WORDS = st.sampled_from(("See", "the ferry", "and", "in 2025", "(", ",", "“", "”", "No. 7391", "[1]"))
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from(KINDS)), min_size=1, max_size=7).map(" ".join)


class Careless(FakeScoringEngine):
    """Loses, doubles, ties and moves words, as it is told to."""

    def __init__(self, harm):
        super().__init__({}, scores=False)
        self.harm = harm

    def _answered(self, sentences, _without, _hypotheses):
        return [(Hypothesis(self._harmed(sentence)),) for sentence in sentences]

    def _harmed(self, text):
        words = text.split()
        for kind, place in self.harm:
            at = place % len(words)
            word = words.pop(at)
            translated = word.replace("1", "üks").replace("[", "(")
            words[at:at] = {"double": [word] * 2, "tie": [f"{word}ga"], "translate": [translated]}.get(kind, [])
            words += [word] if kind == "move" else []
            words = words or ["läks"]
        return " ".join(words)


HARM = st.lists(
    st.tuples(st.sampled_from(("lose", "double", "tie", "translate", "move")), st.integers(0, 9)), max_size=3
)


@given(TEXTS, HARM)
def test_each_identifier_comes_back_exactly_and_in_its_order_whatever_an_engine_does(text, harm):
    [said] = drafted(Careless(harm), case(text))
    wanted = (text[i.start : i.end] for i in identifiers(text))
    # An ending may be tied to a brace, and to no letter.
    free = (rf"(?<![^\W_]){re.escape(name)}" + (r"(?!\w)" if name[-1].isalnum() else "") for name in wanted)
    assert re.search(".*".join(free), said.text)
