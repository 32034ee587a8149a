import pytest

from tests.core.checks.saying import said, sentences, unit
from translate.core.checks.endings import check_endings
from translate.core.checks.findings import Level


@pytest.mark.parametrize("closing", [*"\"'“”„‟«»’‘‹›)]}）」』》*_ \u00a0\u202f", "”) ", "*_"])
def test_quotation_marks_and_brackets_may_stand_behind_the_end(closing):
    for end in ("?", ":", "…", "."):
        assert said(check_endings, f"Was it cold{end}", f"Oli külm{end}{closing}") == []


@pytest.mark.parametrize(
    ("end", "name"),
    [
        *(("?", "a question mark"), ("？", "a question mark"), ("؟", "a question mark")),
        *((":", "a colon"), ("：", "a colon")),
        *(("…", "an ellipsis"), ("⋯", "an ellipsis"), ("...", "an ellipsis")),
    ],
)
def test_a_question_a_colon_and_an_ellipsis_stay(end, name):
    wanted = f"the source ends in {name}, and this does not; end it as the source ends"
    assert sentences(check_endings, f"It was cold{end}", "Oli külm.") == [wanted]
    assert sentences(check_endings, f"It was cold{end}", "Oli külm") == [wanted]
    assert sentences(check_endings, f"It was cold{end}", "Oli külm!") == [wanted]
    assert said(check_endings, f"It was cold{end}", "  ") == []
    in_headline = said(check_endings, f"It was cold{end}", "Oli külm", context="headline")
    assert in_headline == [("ending", None)] * (name == "a question mark")


@pytest.mark.parametrize("end", ["!", "！", "՜"])
def test_an_exclamation_comes_from_somewhere(end):
    sentence = "this ends in an exclamation mark, and the source does not; end it as the source ends"
    for context in (None, "headline"):
        assert sentences(check_endings, "It was cold.", f"Oli külm{end}", context=context) == [sentence]
        assert sentences(check_endings, "It was cold", f"Oli külm{end}", context=context) == [sentence]
        assert sentences(check_endings, "It was cold!", f"Oli külm{end}", context=context) == []
    assert said(check_endings, "It was cold:", f"Oli külm{end}", context="headline") == []


@pytest.mark.parametrize("stop", [".", "。", "．", "।", "։", "۔"])
def test_a_full_stop_of_any_language_is_one(stop):
    assert sentences(check_endings, "Ferry returns", f"Praam tuleb tagasi{stop}", context="headline") == [
        "this headline ends in a full stop, and its source does not; end it as the source ends"
    ]
    assert said(check_endings, "Ferry returns.", f"Praam tuleb tagasi{stop}", context="headline") == []
    assert said(check_endings, "Ferry returns", f"Praam tuleb tagasi{stop}") == []
    assert said(check_endings, "Ferry returns?", f"Praam tuleb tagasi{stop}", context="caption") == [("ending", None)]
    assert said(check_endings, "Ferry returns:", f"Praam tuleb tagasi{stop}", context="caption") == []


@pytest.mark.parametrize(
    ("last", "abbreviated"), [("p", True), ("jne", True), ("kell", False), ("p.l.a", True), ("kl.11", True)]
)
def test_a_stop_behind_a_few_letters_may_be_of_an_abbreviation(last, abbreviated):
    in_headline = said(check_endings, "Ferry returns", f"Praam tuleb {last}.", context="headline")
    assert in_headline == [("ending", None)] * (not abbreviated)
    in_quotes = said(check_endings, "Ferry returns", f"„Praam tuleb {last}.“", context="headline")
    assert in_quotes == [("ending", None)] * (not abbreviated)
    in_body = said(check_endings, f"Praam tuleb {last}.", "The ferry returns")
    assert in_body == [("full-stop", None)] * (not abbreviated)


def test_a_full_stop_that_was_lost_is_a_note_on_body_text_that_ends_in_nothing():
    (note,) = check_endings(unit("It was cold.", "Oli külm"))
    assert (note.level, note.message) == (
        Level.INFO,
        "the source ends in a full stop, and this in nothing; see whether it ends",
    )
    assert said(check_endings, "It was cold.", "Oli külm", context="headline") == []
    for end in ("?", ":", "…", ".", "..."):
        assert said(check_endings, "It was cold.", f"Oli külm{end}") == []
    assert said(check_endings, "It was cold", "Oli külm:") == []


def test_two_stops_are_no_ellipsis():
    assert said(check_endings, "It was cold..", "Oli külm.") == []
    assert said(check_endings, "It was cold.", "Oli külm..") == []


def test_each_language_has_its_own_question_mark():
    assert said(check_endings, "Είναι;", "On see nii?", source_locale="el") == []
    assert said(check_endings, "Είναι;", "On see nii.", source_locale="el") == [("ending", None)]
    assert said(check_endings, "Is it?", "Είναι;", locale="el") == []
    assert said(check_endings, "It is;", "On see nii.") == []


def test_a_question_may_be_one_by_its_words_or_by_a_mark_within_them():
    for target, locale in (("寒いですか。", "ja"), ("หนาวไหม", "th"), ("Ցո՞ւրտ է։", "hy")):
        assert said(check_endings, "Is it cold?", target, locale=locale) == []
    assert said(check_endings, "Is it cold?", "寒いですか。寒いです。", locale="ja") == [("ending", None)]
    assert said(check_endings, "Is it cold?", "หนาว", locale="th") == [("ending", None)]


def test_white_space_behind_the_end_hides_nothing():
    assert said(check_endings, "It is cold!\r", "On külm!") == []
    assert said(check_endings, "It is cold.\r", "On külm.", context="headline") == []


def test_a_text_of_nothing_but_marks_ends_in_nothing():
    for nothing in ("", "“”", " *"):
        assert sentences(check_endings, nothing, "Praam tuleb tagasi.", context="headline") == [
            "this headline ends in a full stop, and its source does not; end it as the source ends"
        ]
        assert said(check_endings, nothing, "Praam tuleb tagasi") == []
    assert said(check_endings, "It was cold.", "„“") == [("full-stop", None)]
    assert said(check_endings, "It was cold?", "„“") == [("ending", None)]


@pytest.mark.parametrize(
    ("source", "target", "locale", "told"),
    [
        ("He asked, “Where?”", "Preguntó: «¿Dónde?».", "es", False),
        ("He asked, “Where?”", "Ele perguntou: “Onde?”.", "pt", False),
        ("He asked, “Where?”", "Он спросил: «Где?».", "ru", False),
        ("He asked, “Where?”", "Он спросил: «Где».", "ru", True),
        ("He asked, “Where?”", "Он спросил, где?.", "ru", True),
        ("«Где?».", "“Where?”", "en", False),
        ("He cried, “Come!”", "Gritó: «¡Ven!».", "es", False),
        ("He saw “Where”", "Vio «Dónde».", "es", True),
    ],
)
def test_a_full_stop_may_stand_behind_the_marks_of_a_quoted_question(source, target, locale, told):
    pair = {"locale": locale, "source_locale": "ru" if locale == "en" else "en"}
    assert said(check_endings, source, target, context="headline", **pair) == [("ending", None)] * told


def test_a_quoted_question_may_stand_before_its_verb():
    assert said(check_endings, "He asked, “Where?”", "彼は「どこ？」と聞いた。", locale="ja") == []
    assert said(check_endings, "He asked, “Where?”", "彼は「どこ」と聞いた。", locale="ja") == [("ending", None)]
    assert said(check_endings, "He asked where?", "彼は「どこ？」と聞いた。", locale="ja") == [("ending", None)]
