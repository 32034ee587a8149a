import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import FERRY, FakeScoringEngine, Likes, case, means, term
from translate.core.enforcing.form_ranking import FEW, GATE, Frame, capitalised, rank
from translate.languages.loading import load_language
from translate.workflow.enforcing import answer

VOTERS = load_language("et").voters
PAIR = ("praam", "praami")


def frame(source: str, before: str, after: str, **more: bool) -> Frame:
    [match] = case(source, FERRY).asked.enforced
    return Frame(source, match, before, after, **more)


def ranked(one: Frame, options: Sequence[str], likes: Likes, known: Sequence[object] = ()):
    engine = FakeScoringEngine({}, likes)
    [best] = answer(rank([one], [options], known), engine, "en", "et")
    return best, engine


def test_a_place_is_filled_with_a_capital_only_at_the_start():
    assert frame("ferry", "", " lahkus.").filled("praam") == "Praam lahkus."
    assert frame("ferry", "„(", " lahkus.").filled("praam") == "„(Praam lahkus."
    assert frame("ferry", "Siis ", " lahkus.").filled("praam") == "Siis praam lahkus."


def test_only_the_first_letter_becomes_a_capital():
    assert [capitalised(word) for word in ("praam", "NATO", "õu", "", "ÕU ja")] == ["Praam", "NATO", "Õu", "", "ÕU ja"]


def test_a_variant_counts_as_the_plural():
    assert [frame(f"Two {word}.", "", "").plural for word in ("ferry", "ferries")] == [False, True]
    assert frame("Ferries left.", "", "").plural


def test_forms_are_ranked_by_the_score_of_the_sentence_they_stand_in():
    best, engine = ranked(
        frame("He left the ferry.", "Ta läks ", " maha."), PAIR, means({}, {"praam": -9.0, "praami": -1.0})
    )
    assert [form for form, _ in best] == ["praami", "praam"]
    assert best[0][1] - best[1][1] == 8.0
    assert engine.scored == [
        ("He left the ferry.", "Ta läks praam maha."),
        ("He left the ferry.", "Ta läks praami maha."),
    ]


def test_the_end_of_the_sentence_is_scored_only_where_it_is_there():
    whole, _ = ranked(frame("A ferry.", "Üks ", "."), ["praam"], means({}))
    cut, _ = ranked(frame("A ferry.", "Üks ", "", whole=False), ["praam"], means({}))
    assert whole[0][1] == cut[0][1] - 0.5


def test_between_equals_the_number_of_the_source_decides():
    options = ["praam", "praamid"]
    assert ranked(frame("The ferries left.", "Siis ", "."), options, means({}))[0][0][0] == "praamid"
    assert ranked(frame("The ferry left.", "Siis ", "."), options[::-1], means({}))[0][0][0] == "praam"


def test_where_the_best_come_close_well_known_words_have_a_say():
    # The engine hardly tells the term's own forms apart, but knows that a table would be in the genitive here.
    tastes = {"praam": -1.0, "praami": -1.5, "tabel": -6.0, "objekt": -6.0, "lahter": -6.0, "fail": -6.0}
    best, engine = ranked(
        frame("The ferry's end.", "", " lõpp"),
        PAIR,
        means(
            {}, tastes | {"Praam": -1.0, "Praami": -1.5, "Tabel": -6.0, "Objekt": -6.0, "Lahter": -6.0, "Fail": -6.0}
        ),
        VOTERS,
    )
    assert [form for form, _ in best] == ["praami", "praam"]
    assert ("The table's end.", "Tabeli lõpp") in engine.scored


@pytest.mark.parametrize(("voters_lean", "first"), [(0.0, "praam"), (0.9, "praam"), (1.1, "praami")])
def test_beside_the_voters_the_terms_own_score_counts_half(voters_lean, first):
    tastes = {"praam": -1.0, "praami": -3.0} | dict.fromkeys(("tabel", "objekt", "lahter", "fail"), -voters_lean)
    best, _ = ranked(frame("The ferry's end.", "Siis ", " lõpp"), PAIR, means({}, tastes), VOTERS)
    assert best[0][0] == first


def test_a_clear_winner_asks_nobody():
    best, engine = ranked(frame("A ferry.", "Üks ", "."), PAIR, means({}, {"praami": -GATE - 1.5}), VOTERS)
    assert best[0][0] == "praam"
    assert len(engine.scored) == len(PAIR)


def test_one_form_and_forms_without_labels_ask_nobody():
    assert len(ranked(frame("A ferry.", "Üks ", "."), PAIR[:1], means({}), VOTERS)[1].scored) == 1
    plain = term("boat", "paat", "=paadi")
    [match] = case("A boat.", plain).asked.enforced
    best, engine = ranked(Frame("A boat.", match, "Üks ", "."), ["paat", "paadi"], means({}), VOTERS)
    assert (len(best), len(engine.scored)) == (2, 2)


def test_voters_are_asked_about_the_four_likeliest_forms_only():
    options = ["praam", "praami", "praamist", "praamile", "praamiga"]
    _, engine = ranked(frame("A ferry.", "Siis ", "."), options, means({}, {"praamiga": -2.0}), VOTERS)
    texts = {text for source, text in engine.scored if source == "A table."}
    assert {"Siis tabel.", "Siis tabeli.", "Siis tabelist.", "Siis tabelile."} <= texts
    assert "Siis tabeliga." not in texts


def test_a_term_does_not_vote_for_itself():
    table = next(word for word in VOTERS if word.source == "table")
    [match] = case("A table.", table).asked.enforced
    _, engine = ranked(Frame("A table.", match, "Üks ", "."), ["tabel", "tabeli"], means({}), VOTERS)
    assert {source for source, _ in engine.scored} == {"A table.", "A object.", "A cell.", "A file."}
    assert [source for source, _ in engine.scored].count("A table.") == 2


def test_a_voter_stands_in_the_number_and_capitals_of_the_term():
    options = ["praamid", "praamide"]
    _, engine = ranked(frame("Ferries left.", "Siis ", "."), options, means({}), VOTERS)
    assert {source for source, _ in engine.scored} == {
        "Ferries left.",
        "Tables left.",
        "Objects left.",
        "Cells left.",
        "Files left.",
    }


def test_many_frames_are_ranked_in_two_requests_each_in_its_place():
    frames = [frame("A ferry.", "Üks ", "."), frame("The ferries left.", "Siis ", ".")]
    engine = FakeScoringEngine({}, means({}))
    both = answer(rank(frames, [PAIR, ["praam", "praamid"]], VOTERS), engine, "en", "et")
    assert [sorted(form for form, _ in best) for best in both] == [["praam", "praami"], ["praam", "praamid"]]
    assert engine.requests == 2
    assert both[1][0][0] == "praamid"


def test_nothing_to_rank_asks_nothing():
    engine = FakeScoringEngine({})
    assert answer(rank([], [], VOTERS), engine, "en", "et") == []
    assert engine.requests == 0


NATS = st.floats(-60, 0, allow_nan=False)


@given(st.lists(st.sampled_from(FERRY.accepted), min_size=1, unique=True), st.data(), st.booleans())
def test_a_ranking_has_every_form_once_the_best_first(options, data, ask_voters):
    tastes = data.draw(st.dictionaries(st.sampled_from([*FERRY.accepted, "tabel", "tabeli", "faili"]), NATS))
    one = frame(data.draw(st.sampled_from(["A ferry.", "The ferries left."])), "Siis ", " lahkus.")
    best, _ = ranked(one, options, means({}, tastes), VOTERS if ask_voters else ())
    assert sorted(form for form, _ in best) == sorted(options)
    worth = [value for _, value in best]
    assert all(math.isfinite(value) or value == -math.inf for value in worth)
    assert worth == sorted(worth, reverse=True)
    assert sum(math.isfinite(value) for value in worth) >= min(FEW, len(options))


@pytest.mark.parametrize("opening", ["", " ", '"', "“", "„", "'", "‘", "(", "«", "¿", "¡", "„ ¿("])
def test_behind_nothing_but_opening_marks_a_form_has_a_capital(opening):
    assert frame("ferry", opening, " läks").filled("praam") == f"{opening}Praam läks"


@pytest.mark.parametrize("before", ["1. ", "– ", "…", "a"])
def test_behind_anything_else_it_has_none(before):
    assert frame("ferry", before, " läks").filled("praam") == f"{before}praam läks"


def test_a_word_with_a_capital_as_its_second_letter_stays_as_it_is():
    assert [capitalised(word) for word in ("iPhone", "eBay", "abC", "a")] == ["iPhone", "eBay", "AbC", "A"]


def test_a_plural_is_known_whatever_capitals_the_glossary_gives_it():
    studio = term("Studio", "stuudio", variants=("Studios",))
    for text, plural in (("STUDIOS LEFT", True), ("Studios left", True), ("Studio left", False)):
        [match] = case(text, studio).asked.enforced
        assert Frame(text, match, "", "").plural is plural


@pytest.mark.parametrize(("dearer", "first"), [(0.875, "praam"), (1.125, "praamid")])
def test_a_form_of_the_other_number_must_be_likelier_by_more_than_a_nat(dearer, first):
    tastes = {"praam": -dearer}
    assert ranked(frame("The ferry left.", "Siis ", "."), ["praam", "praamid"], means({}, tastes))[0][0][0] == first


def test_a_form_without_a_label_is_of_no_number():
    plain = term("boat", "paat", "=paadi; gen=paati")
    [match] = case("A boat.", plain).asked.enforced
    best, _ = ranked(Frame("A boat.", match, "Üks ", "."), ["paat", "paadi", "paati"], means({}))
    assert [(form, value - best[2][1]) for form, value in best] == [("paat", 1.0), ("paati", 1.0), ("paadi", 0.0)]


def test_voters_have_a_say_on_the_base_form_also_where_the_glossary_has_no_nominative():
    bare = term("ferry", "praam", "gen=praami; part=praami", variants=("ferries",))
    tastes = {"praam": -1.5, "praami": -1.0} | dict.fromkeys(("tabeli", "objekti", "lahtri", "faili"), -6.0)
    for one in (FERRY, bare):
        [match] = case("The ferry left.", one).asked.enforced
        best, _ = ranked(Frame("The ferry left.", match, "Siis ", " lahkus"), PAIR, means({}, tastes), VOTERS)
        assert [form for form, _ in best] == ["praam", "praami"]


def test_a_base_form_in_the_plural_is_not_called_singular():
    experts = term("experts", "eksperdid", "pl gen=ekspertide; pl part=eksperte")
    [match] = case("The experts left.", experts).asked.enforced
    best, _ = ranked(Frame("The experts left.", match, "Siis ", "."), ["ekspertide", "eksperdid"], means({}))
    assert best[0][1] == best[1][1]


def test_the_prepositional_case_is_the_voters_locative():
    voters = load_language("ru").voters
    boat = term("ferry", "паром", "gen=парома; loc=пароме")
    [match] = case("On the ferry.", boat).asked.enforced
    _, engine = ranked(Frame("On the ferry.", match, "На ", "."), ["парома", "пароме"], means({}), voters)
    assert ("On the table.", "На таблице.") in engine.scored


def test_a_form_of_both_numbers_suits_either():
    both = term("news", "uudis", "nom=uudis; pl nom=uudis; gen=uudise", variants=("newses",))
    for text, lead in (("A news.", 0.0), ("Two newses.", 1.0)):
        [match] = case(text, both).asked.enforced
        best, _ = ranked(Frame(text, match, "Üks ", "."), ["uudis", "uudise"], means({}))
        assert best[0][1] - best[1][1] == lead


@pytest.mark.parametrize(("lead", "asked"), [(2.5, True), (2.625, False)])
def test_voters_are_asked_where_the_best_two_are_two_and_a_half_nats_apart_or_less(lead, asked):
    _, engine = ranked(frame("A ferry.", "Üks ", "."), PAIR, means({}, {"praami": -lead}), VOTERS)
    assert (len(engine.scored) > len(PAIR)) is asked


FIVE = term("boat", "a", "nom=a; gen=b; part=c; ill=d; in=e")
LETTERS = {"a": 0.0, "b": -0.125, "c": -0.25, "d": -0.375, "e": -0.5}


def voted(options, tastes, *voters, one=FIVE, text="A boat."):
    [match] = case(text, one).asked.enforced
    return ranked(Frame(text, match, "Üks ", "."), options, means({}, tastes), voters)[0]


def test_voters_have_a_say_on_the_best_four_and_the_others_come_last():
    voter = term("cell", "v", "nom=v; gen=w; part=x; ill=y; in=z")
    best = voted("abcde", LETTERS | {"y": 5.0, "z": 9.0}, voter)
    assert [form for form, _ in best] == ["d", "a", "b", "c", "e"]
    assert [math.isfinite(value) for _, value in best] == [True] * 4 + [False]


def test_a_vote_is_the_log_share_of_the_likeliest_case_and_the_mean_over_the_voters():
    one = term("cell", "v", "nom=v; gen=w")
    two = term("file", "x", "nom=x; gen=y")
    tastes = {"a": -1.0, "b": -2.0, "v": math.log(1 / 4), "w": math.log(3 / 4), "x": math.log(1 / 9)}
    tastes["y"] = math.log(8 / 9)
    best = voted("ab", tastes, one, two)
    # Beside its own score, a form has 2.5 nats less for the frame and one more for the number.
    [(first, high), (second, low)] = best
    assert (first, second) == ("b", "a")
    assert high == pytest.approx((-2.0 - 2.5 + 1.0) / 2 + (math.log(3 / 4) + math.log(8 / 9)) / 2)
    assert low == pytest.approx((-1.0 - 2.5 + 1.0) / 2 + (math.log(1 / 4) + math.log(1 / 9)) / 2)


def test_of_two_forms_of_a_voter_in_the_same_case_the_likelier_one_speaks():
    tastes = {"a": 0.0, "b": 0.0, "v": -1.0, "w": -9.0, "x": -0.5}
    for forms in ("nom=v; gen=w; gen=x", "nom=v; gen=x; gen=w"):
        assert [form for form, _ in voted("ab", tastes, term("cell", "v", forms))] == ["b", "a"]


def test_a_form_of_two_cases_has_the_vote_of_the_likelier_one():
    both = term("boat", "a", "nom=a; gen=b; part=b")
    for liked, other in (("w", "x"), ("x", "w")):
        tastes = {"v": -1.0, liked: 0.0, other: -9.0}
        best = voted("ab", tastes, term("cell", "v", "nom=v; gen=w; part=x"), one=both)
        assert [form for form, _ in best] == ["b", "a"]


def test_a_form_in_a_case_that_no_voter_has_comes_last():
    assert [form for form, _ in voted("ab", {"a": -2.0}, term("cell", "v", "nom=v"))] == ["a", "b"]
    plain = term("boat", "a", "nom=a; =b")
    assert [form for form, _ in voted("ab", {"a": -1.5}, term("cell", "v", "nom=v"), one=plain)] == ["a", "b"]


def test_voters_are_asked_only_for_the_cases_of_the_forms():
    [match] = case("A boat.", FIVE).asked.enforced
    voter = term("cell", "v", "nom=v; gen=w; part=x")
    _, engine = ranked(Frame("A boat.", match, "Üks ", "."), "ab", means({}), [voter])
    assert engine.scored[2:] == [("A cell.", "Üks v."), ("A cell.", "Üks w.")]


def test_a_voter_without_a_plural_stands_for_one_as_it_is():
    two = term("boat", "a", "nom=a; gen=b", variants=("boats",))
    [match] = case("Boats left.", two).asked.enforced
    voter = term("cell", "v", "nom=v; gen=w")
    _, engine = ranked(Frame("Boats left.", match, "Üks ", "."), "ab", means({}), [voter])
    assert {source for source, _ in engine.scored[2:]} == {"Cell left."}


def test_nobody_is_asked_about_one_place_for_the_sake_of_another():
    clear, close = frame("A ferry.", "Üks ", " a"), frame("The ferry left.", "Siis ", " läks")
    engine = FakeScoringEngine({}, lambda source, word: -9.0 * (source == "A ferry." and word == "praami"))
    first, second = answer(rank([clear, close], [PAIR, PAIR], VOTERS), engine, "en", "et")
    assert {source for source, _ in engine.scored[4:]} == {f"The {word.source} left." for word in VOTERS}
    assert first[0][1] - first[1][1] == 9.0
    assert len(second) == 2
