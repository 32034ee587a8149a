"""Each sentence goes on the best road that brings its terms back, through a made-up pair of small scripts."""

import pytest

from tests.apertium.scripts import install, write_stage
from tests.patience import PATIENCE
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline, Program, read_pipeline
from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.terms.glossary import Term
from translate.core.terms.ways import How
from translate.engines.apertium import sending
from translate.engines.apertium.agreement import MOST
from translate.engines.apertium.drafting import Drafting
from translate.errors import EngineError

# A language whose words are those of English with -as behind; the article is le.
WORKS = {
    "analyses": """
tags = {"London": "np><loc><sg", "Google": "np><al><sg", "Johnson": "np><cog><sg"}
tags |= {"the": "det><def><sp", "of": "pr", ".": "sent"}
def unit(found):
    word = found[0]
    if word[0] in "[\\\\":
        return word
    if word.startswith("xqz"):
        return f"^{word}/*{word}$"
    return f"^{word}/{word}<{tags.get(word, 'n><pl' if word.endswith('s') else 'n><sg')}>$"
say(re.sub(r"\\[\\[?[^]]*\\]\\]?|\\\\.|\\w+|[.]", unit, piece))
""",
    "translates": """
def unit(found):
    word, lemma, tags = found.groups()
    known = {"the": "le", ".": "."}.get(lemma, lemma if lemma in {"London", "Kevin"} else f"{lemma}as")
    return f"^{lemma}{tags}/{'@' + lemma if lemma.lower().startswith('xqz') else known}{tags}$"
say(re.sub(r"\\^([^/$]*)/([^<$/]*)([^/$]*)[^$]*\\$", unit, piece))
""",
    "transfers": r"say(re.sub(r'\^[^/$]*/([^/$]*)[^$]*\$', r'^\1$', piece))",
    "generates": r"say(re.sub(r'\^[*@#]?([^<$]*)[^$]*\$', r'\1', piece))",
}
"""What the four stages do."""


def loses(*patterns):
    """A transfer that loses what fits a pattern."""
    lost = "|".join(patterns)
    return {"transfers": f"piece = re.sub({lost!r}, '', piece); {WORKS['transfers']}"}


MADE_UP = r"\^[Xx]qz[^$]*\$"
NOTES = r"\[\[[^]]*\]\]"
BLANKS = r"\[t[^]]*\]"


@pytest.fixture
def draft(tmp_path):
    """Drafts sentences with the made-up pair, its stages changed; gives texts and how their terms came."""

    def make(*sentences, stages=(), pair=("en", "lv"), patience=PATIENCE):
        programs = []
        for name, does in {**WORKS, **dict(stages)}.items():
            write_stage(tmp_path / name, does.strip().replace("\n", "\n        "))
            programs.append((Program(name, (str(tmp_path / name),)),))
        return _drafts(
            Drafting(Installation("no-apertium"), Pipeline("eng-lav", tuple(programs)), pair, patience=patience),
            sentences,
        )

    return make


def _drafts(pair, sentences):
    found = dict(pair.hypotheses(sentences))
    assert found.keys() == set(range(len(sentences)))
    texts = [found[number] for number in range(len(sentences))]
    return [(one.text, *((way.how, way.doubtful) for way in one.ways)) if one else None for one in texts]


NATO = Term("NATO", "OTAN", kind="acronym", gender="fem")
STANDARD = Term("standard", "norma", kind="common", gender="fem")
KALLAS = Term("Kallas", "Kallas", kind="person")


def sentence(text, *rows):
    return SourceSentence(
        text,
        tuple(
            RequiredTerm(text.index(row.source), text.index(row.source) + len(row.source), (row.target,), row)
            for row in rows
        ),
    )


PLAN = sentence("plan of NATO and the standard.", NATO, STANDARD)


def test_a_term_goes_as_one_word_of_the_grammar(draft):
    assert draft(PLAN) == [
        ("planas ofas le OTAN andas le norma.", (How.AGREED, False), (How.AGREED, False)),
    ]


@pytest.mark.parametrize(
    ("lost", "text", "how", "doubtful"),
    [
        ([MADE_UP], "planas ofas OTAN andas le norma.", How.REDRAFTED, False),
        ([MADE_UP, NOTES], "planas ofas OTAN andas le norma.", How.PASTED, True),
    ],
)
def test_where_it_does_not_come_back_the_next_road_is_taken(draft, lost, text, how, doubtful):
    assert draft(PLAN, stages=loses(*lost)) == [(text, (how, doubtful), (how, doubtful))]


def test_at_last_the_sentence_goes_without_its_terms(draft):
    assert draft(PLAN, stages=loses(MADE_UP, NOTES, BLANKS)) == [("planas ofas NATOas andas le standardas.",)]


def test_only_the_sentences_that_need_it_take_another_road(draft):
    falling = loses(r"\^xqz[^$]*\$")  # Names are shown in capitals.
    assert draft(sentence("plan of NATO", NATO), sentence("standard", STANDARD), stages=falling) == [
        ("planas ofas le OTAN", (How.AGREED, False)),
        ("norma", (How.REDRAFTED, False)),
    ]


def test_a_term_whose_row_leaves_its_gender_open_is_doubtful(draft):
    assert draft(sentence("plan standard", Term("standard", "norm", kind="common"))) == [
        ("planas norm", (How.AGREED, True))
    ]


def test_a_pair_whose_tags_are_others_does_without_its_grammar(draft):
    other = {"analyses": WORKS["analyses"].replace("np><", "name><")}
    assert draft(sentence("plan of Kallas and standard.", KALLAS, STANDARD), stages=other) == [
        ("planas ofas Kallas andas norma.", (How.REDRAFTED, False), (How.REPAIRED, False))
    ]


def test_a_pair_from_another_language_does_without_the_grammar_of_english(draft):
    assert draft(sentence("plan of Kallas and standard.", KALLAS, STANDARD), pair=("fr", "lv")) == [
        ("planas ofas Kallas andas norma.", (How.REDRAFTED, False), (How.REPAIRED, False))
    ]


def test_more_terms_than_there_are_made_up_words_go_by_the_next_road(draft):
    text = " ".join(f"n{number}n" for number in range(MOST + 1))
    rows = [Term(f"n{number}n", f"m{number}", kind="common", gender="fem") for number in range(MOST + 1)]
    [(drafted, *ways)] = draft(sentence(text, *rows))
    assert drafted == " ".join(f"m{number}" for number in range(MOST + 1))
    assert {how for how, _ in ways} == {How.REPAIRED}
    assert {way for _, *ways in draft(sentence(text, *rows[1:])) for way in ways} == {(How.AGREED, False)}


def test_a_sentence_that_comes_back_untouched_has_no_translation_and_a_name_alone_has(draft):
    copied = {"translates": WORKS["translates"].replace('f"{lemma}as"', "lemma")}
    assert draft(sentence("It rains every day."), sentence("Kallas"), sentence("12 %"), stages=copied) == [
        None,
        ("Kallas",),
        ("12 %",),
    ]


def test_an_empty_answer_is_no_translation(draft):
    empty = "''.join(re.findall(r'\\[[^]]*\\]', piece))"
    empties = {"generates": WORKS["generates"].replace("say(", f"say({empty} if 'rain' in piece else ")}
    assert draft(sentence("It rains."), stages=empties) == [None]


def test_an_edit_that_goes_wrong_is_our_own_fault_and_is_told(draft, monkeypatch):
    monkeypatch.setattr("translate.engines.apertium.mends.calm", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        draft(sentence("It rains."))


# What breaks.


@pytest.fixture
def broken(tmp_path):
    """Drafts with a pair of whole programs (`tests.apertium.scripts`)."""

    def make(stages, *sentences, patience=PATIENCE):
        options = install(tmp_path, {"eng-lav": stages})
        installation = Installation(options["program"], options["data"])
        pipeline = read_pipeline(installation, installation.mode("en", "lv"))
        return _drafts(Drafting(installation, pipeline, ("en", "lv"), patience=patience), sentences)

    return make


def captains(text):
    """One sentence for each letter, where a c has a captain in it."""
    return [sentence(f"The captain {n}" if letter == "c" else f"{letter}{n}") for n, letter in enumerate(text)]


@pytest.mark.parametrize("text", ["c", "cc", "acb", "ccc", "acccb", "cccccccb", "cbcbcbcb", "abc", "acccbccca"])
def test_a_sentence_that_breaks_the_pair_has_no_translation_and_the_others_have(broken, text):
    drafts = broken("adds-as | falls-at-captains", *captains(text))
    assert [draft is None for draft in drafts] == [letter == "c" for letter in text]


@pytest.mark.parametrize("sentences", [1, 2, 3, 30])
def test_a_pair_that_breaks_at_a_plain_sentence_is_broken(broken, sentences):
    with pytest.raises(
        EngineError, match=r"^Apertium gives no translation: falls of eng-lav ended with 1: no model here$"
    ):
        broken("adds-as | falls", *captains("a" * sentences))


@pytest.mark.parametrize(("text", "tries"), [("ccabcc", 1), ("acacaca", 0), ("accc", 1), ("cccccc", 2), ("c", 1)])
def test_whether_it_works_is_seen_after_three_falls_in_a_row_and_after_one_at_the_end(broken, monkeypatch, text, tries):
    seen = []
    monkeypatch.setattr(sending, "trial", lambda *_, **__: seen.append("works"))
    broken("adds-as | falls-at-captains", *captains(text))
    assert len(seen) == tries


def test_a_pair_that_hangs_is_stopped_and_not_tried_again(broken):
    with pytest.raises(
        EngineError, match=r"^Apertium gave no answer for 1 seconds and was stopped \(copies or hangs\)$"
    ):
        broken("copies | hangs", *captains("aaaa"), patience=1)


def test_a_pair_that_only_swallows_is_broken(broken):
    with pytest.raises(EngineError, match=r"^Apertium gives no translation: it gives no answer$"):
        broken("copies | is-mute", *captains("abab"))


def test_a_pair_that_breaks_for_good_in_the_middle_is_broken_whatever_is_left_to_do(broken):
    with pytest.raises(EngineError, match=r"^Apertium gives no translation: .* ended with 1$"):
        broken("adds-as | breaks-for-good", *captains("aaac"))


@pytest.mark.parametrize("stage", ["falls-once", "is-killed-once"])
@pytest.mark.parametrize("text", ["c", "aacaa", "caa"])
def test_a_fall_that_does_not_come_again_costs_no_sentence(broken, stage, text):
    assert None not in broken(f"adds-as | {stage}", *captains(text))


@pytest.mark.parametrize("text", ["c", "aacaa"])
def test_a_pair_that_is_killed_again_has_failed_whatever_the_sentence(broken, text):
    stage = "is-killed-at-captains"
    with pytest.raises(
        EngineError, match=f"^Apertium gives no translation: {stage} of eng-lav was killed by signal 9$"
    ):
        broken(f"adds-as | {stage}", *captains(text))
