import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.loops import check_loops


@pytest.mark.parametrize(
    ("source", "target", "again"),
    [
        ("One", "üks kaks kolm neli", None),
        ("One", "üks kaks kolm neli üks kaks kolm", None),
        ("One", "üks kaks kolm neli, Üks kaks kolm neli", "Üks kaks kolm neli"),
        ("a b c d", "üks kaks kolm neli, Üks kaks kolm neli", "Üks kaks kolm neli"),
        ("a b c d a b c d", "üks kaks kolm neli, Üks kaks kolm neli", None),
        ("a b c d a b c d", "üks kaks kolm neli " * 3, "üks kaks kolm neli"),
        ("One", "üks kaks kolm neli " * 5, "üks kaks kolm neli"),
    ],
)
def test_four_words_that_come_more_often_than_any_of_the_source_are_told_once(source, target, again):
    assert said(check_loops, source, target) == ([("loop", again)] if again else [])


def test_a_loop_tells_what_to_do():
    assert sentences(check_loops, "One", "a b c d, a b c d") == [
        "“a b c d” stands here again, as where a machine goes round in circles; delete what is too much"
    ]


def test_four_words_of_another_language_may_be_two_of_the_source_in_the_same_places():
    source = "North Korea has told the others that nobody will visit North Korea"
    target = "La Corée du Nord a dit aux autres que personne ne visitera la Corée du Nord"
    assert said(check_loops, source, target, locale="fr") == []
    other = "One country has told the others that nobody will visit it"
    assert said(check_loops, other, target, locale="fr") == [("loop", "la Corée du Nord")]


def test_what_a_machine_says_again_at_once_is_a_loop_whatever_the_source_says_again():
    source = "North Korea, North Korea"
    target = "La Corée du Nord la Corée du Nord"
    assert said(check_loops, source, target, locale="fr") == [("loop", "la Corée du Nord")]


def test_seven_syllables_say_as_much_as_four_words():
    far = "a b c d e f {} x y z, a b c d e f {}"
    assert said(check_loops, "One", far.format("g", "h"), locale="vi") == []
    assert said(check_loops, "One", far.format("g", "g"), locale="vi") == [("loop", "d e f g")]
    assert said(check_loops, "One", "a b c d, a b c d", locale="vi") == [("loop", "a b c d")]


FAR = "Uues Koreas on külm ja pime, ütles minister meile eile õhtul. Uues Koreas on külm ja"


@pytest.mark.parametrize(
    ("source", "again"),
    [
        ("New Korea is cold, the minister told us last night. In New Korea it is cold", None),
        ("Korea is cold, the minister told us last night. In Korea it is cold", "Koreas on külm ja"),
        ("It is, as it is, as it is, the minister told us", "Koreas on külm ja"),
    ],
)
def test_five_words_far_apart_are_a_loop_where_the_source_has_no_two_again_in_the_same_places(source, again):
    assert said(check_loops, source, FAR) == ([("loop", again)] if again else [])


def test_four_words_that_the_source_says_again_elsewhere_excuse_no_five_of_the_translation():
    source = "It is as it is as it is as it is, the minister told us last night, and nobody knew any more"
    assert said(check_loops, source, FAR) == [("loop", "Koreas on külm ja")]


@pytest.mark.parametrize(
    ("source", "target", "locale", "again"),
    [
        ("They gathered", "Nad kogunes kogunes Kogunes koidikul", "et", "kogunes kogunes Kogunes"),
        ("They gathered", "Nad kogunes kogunes koidikul", "et", None),
        ("No, no, no", "Ei, ei, ei", "et", None),
        ("The score", "Seis 0 0 0", "et", None),
        ("It sailed.", "船は出た。船は出た。船は出た。", "ja", "船は出た。船は出た。船は出た"),
    ],
)
def test_one_word_three_times_in_a_row_is_a_loop_unless_the_source_has_one(source, target, locale, again):
    assert said(check_loops, source, target, locale=locale) == ([("loop", again)] if again else [])


def test_a_short_phrase_may_come_again_where_the_source_says_a_light_word_again():
    source, target = (
        "Most people stayed and most houses fell.",
        "La mayor parte de {} gente y la mayor parte de {} casas",
    )
    assert said(check_loops, source, target.format("la", "las"), locale="es") == []
    assert said(check_loops, "People stayed.", target.format("la", "las"), locale="es") == [
        ("loop", "la mayor parte de")
    ]
