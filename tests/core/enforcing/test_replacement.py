import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import (
    FERRY,
    HARBOUR,
    KALLAS,
    NATO,
    FakeScoringEngine,
    candidate,
    case,
    drafted,
    means,
    term,
)
from translate.core.enforcing.ladder import Enforced
from translate.core.enforcing.replacement import Place, repair
from translate.core.terms.ways import AS_IS, How, Way
from translate.languages.loading import load_language
from translate.workflow.enforcing import answer


def repaired(source, draft, likes, *terms):
    """What becomes of a draft in a locale that has no stand-ins, so that repairs are the only rung."""
    return drafted(FakeScoringEngine({source: [draft]}, likes), case(source, *terms), locale="fi")[0]


def was(one, number=0):
    return one.ways[number].was


def test_the_words_that_lose_most_without_the_term_give_way_to_it():
    likes = means({"Laev": "ferry", "sadamast": "harbor"})
    one = repaired("The ferry left the harbor.", "Laev lahkus sadamast.", likes, FERRY)
    assert (one.text, was(one)) == ("Praam lahkus sadamast.", "Laev")


@pytest.mark.parametrize("drops", [{"suur": 5.0, "laev": 8.0}, {"suur": 8.0, "laev": 5.0}])
def test_neighbours_that_lose_as_well_give_way_with_it(drops):
    def likes(source, word):
        return -1.0 - drops.get(word, 0.0) * ("ferry" not in source)

    one = repaired("The ferry left.", "Siis suur laev lahkus.", likes, FERRY)
    assert (one.text, was(one)) == ("Siis praam lahkus.", "suur laev")


@pytest.mark.parametrize("drops", [{"suur": 1.5, "laev": 8.0}, {"suur": 8.0, "laev": 1.5}])
def test_a_neighbour_that_loses_little_stays(drops):
    def likes(source, word):
        return -1.0 - drops.get(word, 0.0) * ("ferry" not in source)

    one = repaired("The ferry left.", "Siis suur laev lahkus.", likes, FERRY)
    assert was(one) == max(drops, key=drops.__getitem__)


@pytest.mark.parametrize(("drop", "text"), [(1.4, "Siis see lahkus praam."), (1.6, "Siis praam lahkus.")])
def test_a_word_stands_for_a_term_if_it_loses_a_nat_and_a_half_without_it(drop, text):
    def likes(source, word):
        return -1.0 - drop * (word == "see" and "ferry" not in source) - (word.strip(".") in {"praami", "praamist"})

    assert repaired("Then left the ferry.", "Siis see lahkus.", likes, FERRY).text == text


@pytest.mark.parametrize("best", ["laevale,", "suurele."])
def test_words_beyond_a_comma_are_no_neighbours(best):
    likes = means({"laevale": "ferry", "suurele": "ferry"})
    one = repaired(
        "To the ferry.", "Läks laevale, suurele.", lambda s, w: likes(s, w) - (w == best) * ("ferry" not in s), FERRY
    )
    assert was(one) == best[:-1]


def test_the_form_with_the_best_score_is_taken_and_margin_and_runner_up_are_told():
    likes = means({"laevale": "ferry"}, {"praam": -4.0, "praami": -2.5, "praamist": -9.0, "praamile": -0.25})
    few = term("ferry", "praam", "nom=praam; gen=praami; el=praamist; all=praamile")
    one = repaired("He went to the ferry.", "Ta läks laevale.", likes, few)
    assert one == Enforced("Ta läks praamile.", (Way.parse("repaired: was “laevale”, margin 2.2, also “praami”"),))


def test_a_term_with_one_form_has_no_runner_up():
    one = repaired("The ferry left.", "Laev lahkus.", means({"Laev": "ferry"}), term("ferry", "leiger"))
    assert one == Enforced("Leiger lahkus.", (Way.parse("repaired: was “Laev”"),))


def test_the_words_of_another_term_are_never_touched():
    # By occlusion of the ferry, the harbour's words lose most; still they stay.
    likes = means({"sadamast": "ferry", "laev": "ferry"}, {"sadamast": -3.0})
    one = repaired("The ferry left the harbor.", "Siis laev sadamast lahkus.", likes, FERRY, HARBOUR)
    assert one.text == "Siis praam sadamast lahkus."
    assert one.ways[1] == AS_IS


@pytest.mark.parametrize(
    "dear",
    ["2035", "%laev", "laev_2", "&laev;", "{laev}", "$laev", "https://laev", "laev.ee", "l@ev.ee", "</laev>", "laev()"],
)
def test_numbers_and_words_beside_markup_are_never_touched(dear):
    def likes(source, word):
        return -1.0 if "ferry" in source else -9.0 if word == dear else -4.0 if word == "läks" else -1.0

    one = repaired("The ferry left again.", f"Siis {dear} läks taas.", likes, FERRY)
    assert one.text == f"Siis {dear} praam taas."


def test_a_term_that_nothing_stands_for_goes_between_two_words_and_is_told():
    one = repaired("The big ferry left.", "Suur lahkus.", means({}, {"praami": -1.0, "praamist": -2.0}), FERRY)
    assert one.text == "Suur praam lahkus."
    assert str(one.ways[0]).startswith("inserted, margin ")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The ferry left us here.", "Lahkus praam meist siin."),
        ("Here left us the ferry.", "Lahkus meist siin praam."),
    ],
)
def test_a_term_that_no_word_stands_for_goes_as_far_on_as_it_is_in_the_source(source, text):
    [one] = drafted(FakeScoringEngine({source: ["Lahkus meist siin."]}), case(source, FERRY), locale="fi")
    assert one.text == text


def test_nothing_is_put_inside_another_term():
    show = term("First Studio", "Esimene stuudio")
    one = repaired("First Studio ferry.", "Esimene stuudio.", means({}), show, FERRY)
    assert "Esimene stuudio" in one.text
    assert "praam" in one.text.lower()


@pytest.mark.parametrize("draft", ["…", "?!", "“”", ".", "-"])
def test_a_draft_without_a_word_is_still_sound_or_flagged(draft):
    one = repaired("The ferry left.", draft, means({}), FERRY)
    assert one.text == one.text.strip()
    assert one.text == draft or "Praam" in one.text or "praam" in one.text


@pytest.mark.parametrize("draft", ["", " "])
def test_an_empty_draft_is_left_as_it_is_and_nobody_is_asked_to_score_it(draft):
    one = repaired("The ferry left.", draft, means({}), FERRY)
    assert not one.text.strip()


def test_several_terms_each_take_the_place_of_their_own_words():
    likes = means({"Laev": "ferry", "kai": "harbor", "äärest": "harbor", "Kallas": "Kallas"}, {"sadamast": 0.5})
    one = repaired(
        "The ferry left the harbor of Kallas.", "Laev lahkus Kallas kai äärest.", likes, FERRY, HARBOUR, KALLAS
    )
    assert one.text == "Praam lahkus Каллас sadamast."
    assert [was(one, n) for n in range(3)] == ["Laev", "kai äärest", "Kallas"]


def test_the_same_term_twice_takes_both_places():
    likes = means({"Laev": "ferry", "paati": "ferry"}, {"praam": -1.0, "Praam": -1.0})
    one = repaired("The ferry met a ferry.", "Laev kohtas paati.", likes, FERRY)
    assert one.text.lower() == "praami kohtas praami."


@pytest.mark.parametrize("draft", ["Praam kohtas paati.", "Paat kohtas praami."])
def test_of_the_same_term_twice_the_mention_that_is_missing_is_found(draft):
    # The engine looks at the whole source: a word for a ferry is fine as long as there is one ferry for each.
    def likes(source, word):
        bare = word.strip(".").lower()
        ferries = source.count("ferry")
        return -1.0 - {"praam": 4.0, "praami": 4.0, "paat": 5.0, "paati": 5.0}.get(bare, 0.0) * (ferries == 0)

    one = repaired("The ferry met a ferry.", draft, likes, FERRY)
    assert How.INSERTED not in {way.how for way in one.ways}
    assert "paat" not in one.text.lower()


def test_a_nested_term_is_the_longer_ones_alone():
    port = term("ferry harbor", "praamisadam", "el=praamisadamast")
    likes = means({"kaist": "ferry harbor"}, {"praamisadam": -2.0})
    one = repaired("He left the ferry harbor.", "Ta lahkus kaist.", likes, port, FERRY, HARBOUR)
    assert (one.text, len(one.ways)) == ("Ta lahkus praamisadamast.", 1)


@pytest.mark.parametrize(
    ("source", "draft", "text"),
    [
        ("Kallas' plan failed.", "Tema plaan nurjus.", "Калласи plaan nurjus."),
        ("Kallas's plan failed.", "Tema plaan nurjus.", "Калласи plaan nurjus."),
        ("The plan, said (Kallas), failed.", "Plaan, ütles (Tema), nurjus.", "Plaan, ütles (Калласи), nurjus."),
        ("The plan is “Kallas”", "Plaan on “Tema”", "Plaan on “Калласи”"),
        ("Kallas", "Tema", "Калласи"),
    ],
)
def test_what_touches_a_term_stays_around_it(source, draft, text):
    likes = means({"Tema": "Kallas"}, {"Калласи": 0.9})
    assert repaired(source, draft, likes, KALLAS).text == text


@pytest.mark.parametrize("name", ["St. Petersburg", "Yes, Minister", "U.S.", "AT&T", "C++", "Who’s who?"])
def test_a_term_with_marks_in_it_is_taken_whole(name):
    likes = means({"linnas": name}, {"Pihkvas": 0.5})
    one = repaired(f"They met in {name} again.", "Nad kohtusid linnas taas.", likes, term(name, "Pihkva", "in=Pihkvas"))
    assert one.text == "Nad kohtusid Pihkvas taas."


def test_the_term_of_a_hyphen_compound_takes_the_place_of_the_whole_word():
    likes = means({"sõjaväe-juhitud": "NATO"}, {"Alliansi": 0.5})
    one = repaired("A NATO-led force.", "Üks sõjaväe-juhitud vägi.", likes, NATO)
    assert one.text == "Üks Alliansi vägi."


@pytest.mark.parametrize(
    ("source", "draft", "target", "text"),
    [
        ("European Union", "EL", "Euroopa Liit", "Euroopa Liit"),
        ("NATO", "See", "Põhja-Atlandi Lepingu Organisatsioon", "Põhja-Atlandi Lepingu Organisatsioon"),
        # Nobody is handed a draft that has lost two fifths of its length; the term is missing, and the entry says so.
        ("North Atlantic Treaty Organization", "Põhja-Atlandi leping", "NATO", "Põhja-Atlandi leping"),
    ],
)
def test_a_term_that_is_the_whole_sentence_may_make_it_far_longer_and_not_far_shorter(source, draft, target, text):
    def likes(asked, word):
        return -1.0 - 5.0 * (asked == ".")

    assert repaired(source, draft, likes, term(source, target)).text == text


def test_the_first_letter_of_a_sentence_stays_a_capital_and_others_stay_small():
    likes = means({"Laev": "ferry", "laev": "ferry"})
    assert repaired("The ferry left.", "“Laev lahkus.”", likes, FERRY).text == "“Praam lahkus.”"
    assert repaired("The ferry left.", "Siis Laev lahkus.", likes, FERRY).text == "Siis praam lahkus."


def test_capitals_of_a_headline_are_kept():
    likes = means({"LAEV": "FERRY"})
    assert repaired("BIG FERRY LEFT", "SUUR LAEV LAHKUS", likes, FERRY).text == "SUUR PRAAM LAHKUS"
    assert repaired("BIG FERRY LEFT", "SUUR LAHKUS", means({}), FERRY).text in {
        "SUUR PRAAM LAHKUS",
        "SUUR LAHKUS PRAAM",
    }


def test_a_word_in_capitals_gives_way_to_one_in_capitals_and_a_small_one_to_a_small_one():
    steamer = term("steamboat", "aurupraam")
    likes = means({"LAEV": "STEAMBOAT", "laev": "STEAMBOAT"})
    assert repaired("Then the STEAMBOAT left.", "Siis LAEV lahkus.", likes, steamer).text == "Siis AURUPRAAM lahkus."
    assert repaired("Then the STEAMBOAT left.", "Siis laev lahkus.", likes, steamer).text == "Siis aurupraam lahkus."
    assert repaired("The steamboat left.", "Siis LAEV lahkus.", means({"LAEV": "steamboat"}), steamer).text == (
        "Siis aurupraam lahkus."
    )


def asked_to_score(draft, likes, *terms):
    source = "The big ferry left."
    engine = FakeScoringEngine({}, likes)
    did = answer(repair([candidate(case(source, *terms), draft)], load_language("et")), engine, "en", "et")
    return did, {asked for asked, _ in engine.scored}


def test_well_known_words_vote_in_the_place_of_a_word_and_not_between_words():
    assert asked_to_score("Suur laev lahkus.", means({"laev": "ferry"}), FERRY) == (True, {
        "The big ferry left.", "The big left.",
        "The big table left.", "The big object left.", "The big cell left.", "The big file left.",
    })  # fmt: skip
    assert asked_to_score("Suur lahkus.", means({}), FERRY) == (True, {"The big ferry left.", "The big left."})


def test_the_first_two_forms_are_tried_and_the_three_that_end_most_like_the_word_that_gives_way():
    engine = FakeScoringEngine({}, means({"laevi": "ferry"}))
    ask = repair([candidate(case("The ferry left.", FERRY), "Siis laevi läks.")], load_language("fi"))
    answer(ask, engine, "en", "fi")
    tried = {text.split()[1] for _, text in engine.scored} - {"laevi"}
    assert {"praam", "praami"} < tried
    assert len(tried) == 5


def test_where_no_term_is_missing_nothing_is_asked():
    assert asked_to_score("Suur praam lahkus.", means({}), FERRY) == (False, set())


def test_an_acronym_gives_way_to_words_that_do_not_shout():
    pact = term("NATO", "põhja allianss")
    likes = means({"NATO": "NATO"})
    assert repaired("Now NATO acts.", "Nüüd NATO tegutseb.", likes, pact).text == "Nüüd põhja allianss tegutseb."


def test_a_repair_that_repeats_the_sentence_is_refused_and_the_next_form_taken():
    loop = "praam sõitis üle mere ja praam sõitis üle mere"
    twice = term("ferry", loop, "gen=praami")
    one = repaired(
        "The ferry left now.", "Siis suur laev sõitis minema.", means({"laev": "ferry"}, {"praami": -5.0}), twice
    )
    assert one.text == "Siis suur praami sõitis minema."


def test_a_term_that_finds_no_sound_place_is_given_up_and_the_others_still_find_theirs():
    # Every form of the first term repeats the sentence; nothing but giving it up lets the second have its turn.
    loop = "praam sõitis üle mere ja praam sõitis üle mere"
    likes = means({"laev": "ferry", "kaist": "harbor"}, {"sadamast": 0.5})
    one = repaired("The ferry left the harbor.", "Siis suur laev lahkus kaist.", likes, term("ferry", loop), HARBOUR)
    assert one.text == "Siis suur laev lahkus sadamast."
    assert was(one, 1) == "kaist"


WORDS = st.sampled_from(
    [
        "laev",
        "Laev",
        "LAEV",
        "sadam",
        "2035",
        "„",
        "”",
        ",",
        ".",
        "(",
        ")",
        " ",
        " ",
        "-",
        "’",
        "\u00a0",
        "e\u0301",
        "漢字",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map("".join).filter(str.strip)
FORMS = st.sampled_from(["praam", "praamist", "Esimene stuudio", "NATO", "õ", "𝒳"])


@given(TEXTS, st.data(), FORMS)
def test_nothing_outside_the_replaced_span_changes(text, data, form):
    end = data.draw(st.integers(1, len(text)))
    start = data.draw(st.integers(0, end - 1))
    place = Place(candidate(case("The ferry left.", FERRY), text), 0, start, end)
    filled = place.with_form(form)
    assert filled.startswith(text[:start])
    assert filled.endswith(text[end:])
    assert filled[start : len(filled) - len(text[end:])].lower() == form.lower()


@given(TEXTS, FORMS)
def test_an_insertion_changes_nothing_but_the_space_around_it(text, form):
    text = text.strip()
    for at in range(len(text) + 1):
        filled = Place(candidate(case("The ferry left.", FERRY), text), 0, at, at).with_form(form)
        assert filled == filled.lstrip()
        bare = filled.lower().replace(" ", "")
        expected = (text[:at] + form + text[at:]).lower().replace(" ", "")
        assert bare.replace("\u00a0", "") == expected.replace("\u00a0", "")


@given(TEXTS, FORMS)
def test_what_is_scored_is_the_beginning_of_what_is_written(text, form):
    for start, end in itertools.islice(itertools.combinations(range(len(text) + 1), 2), 40):
        place = Place(candidate(case("The ferry left.", FERRY), text), 0, start, end)
        assert place.with_form(form).lower().startswith(place.frame.filled(form).lower())


def tried(source, draft, likes, *terms):
    """What an engine is asked to score with forms in it, without the questions that find the place."""
    engine = FakeScoringEngine({source: [draft]}, likes)
    drafted(engine, case(source, *terms), locale="fi")
    return [text for _, text in engine.scored if text != draft]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("laevalt", ["praam", "praami", "praamist", "praamidest", "praamile"]),
        ("LAEVAGA", ["praam", "praami", "praamiga", "praamist", "praamile"]),
        ("idest", ["praam", "praami", "praamidest", "praamist", "praamile"]),
        ("laevu", ["praam", "praami", "praamist", "praamile", "praamiga"]),
    ],
)
def test_five_forms_are_tried_two_of_the_first_and_those_that_end_like_the_word_that_gives_way(word, forms):
    texts = tried("He left the ferry.", f"Ta läks {word}.", means({word: "ferry"}), FERRY)
    assert [text.lower() for text in texts] == [f"ta läks {form}." for form in forms]


def test_between_words_only_the_first_two_forms_are_tried():
    assert tried("The big ferry left.", "Suur lahkus.", means({}), FERRY) == [
        "Suur praam lahkus.",
        "Suur praami lahkus.",
    ]


@pytest.mark.parametrize(
    ("rest", "scored", "whole"),
    [
        ("", "", True),
        (".", ".", True),
        (" läks.", " läks.", True),
        (" läks ära", " läks ära", True),
        (" läks ära.", " läks ära", False),
        (" läks ära siis.", " läks ära", False),
    ],
)
def test_two_words_behind_a_place_are_scored_with_it(rest, scored, whole):
    frame = Place(candidate(case("The ferry left.", FERRY), f"Siis laev{rest}"), 0, 5, 9).frame
    assert (frame.before, frame.after, frame.whole) == ("Siis ", scored, whole)


@pytest.mark.parametrize(
    ("best", "neighbour", "gone"),
    [
        (10.0, 2.75, "laev"),
        (10.0, 3.0, "suur laev kaunis"),
        (8.0, 2.25, "laev"),
        (8.0, 2.5, "suur laev kaunis"),
        (2.0, 0.625, "laev"),
        (2.0, 0.75, "suur laev kaunis"),
    ],
)
def test_a_neighbour_gives_way_that_loses_three_tenths_of_the_most_but_never_less_than_three_quarters(
    best, neighbour, gone
):
    drops = {"suur": neighbour, "laev": best, "kaunis": neighbour}

    def likes(source, word):
        return -1.0 - drops.get(word, 0.0) * ("ferry" not in source)

    assert was(repaired("The ferry left.", "Siis suur laev kaunis lahkus.", likes, FERRY)) == gone


@pytest.mark.parametrize("draft", ["Suur laev lahkus.", "Lahkus suur laev"])
def test_a_neighbour_may_be_the_first_or_the_last_word(draft):
    likes = means({"Suur": "ferry", "laev": "ferry", "suur": "ferry"})
    assert was(repaired("The ferry left.", draft, likes, FERRY)).lower() == "suur laev"


BEFORE = "$%#@&/\\<{=_^~*"
BEHIND = "$%#@/\\>}=_^~*("


@pytest.mark.parametrize(
    "dear",
    [
        *(f"{mark}laev" for mark in BEFORE),
        *(f"laev{mark}" for mark in BEHIND),
        *("laev_suur", "laev.ee", "laev:ee", "ee.laev", "ee:laev", "laev://", "laev7", "7laev"),
    ],
)
def test_a_word_with_any_mark_of_markup_or_of_an_address_is_never_touched(dear):
    def likes(source, word):
        return -1.0 if "ferry" in source else -9.0 if "laev" in word else -4.0 if word == "läks" else -1.0

    one = repaired("The ferry left again.", f"Siis {dear} läks taas.", likes, FERRY)
    assert was(one) == "läks"
    assert f"Siis {dear} praam" in one.text


@pytest.mark.parametrize(
    "around", ["({})", "„{}”", "{}.", "{}: see", "Jah. {}", "Jah: {}", "{}; see", ")laev}}{}", "{}!"]
)
def test_a_word_beside_common_marks_gives_way(around):
    def likes(source, word):
        return -1.0 - 9.0 * ("ferry" not in source and "paat" in word)

    assert was(repaired("The ferry left again.", around.format("paat"), likes, FERRY)) == "paat"


@pytest.mark.parametrize(
    ("source", "draft", "text"),
    [
        ("A big ferry left us.", "Aga, lahkus meilt", "Aga, praam lahkus meilt"),
        ("A big ferry left us.", "Aga; lahkus meilt", "Aga; praam lahkus meilt"),
        ("A big ferry left us here.", "Aga. Lahkus see meilt", "Aga. Lahkus praam see meilt"),
        ("A big ferry left us here.", "Aga — lahkus see meilt", "Aga — lahkus praam see meilt"),
        ("A ferry left us all at once.", "A lahkus meilt hoopis", "A praam lahkus meilt hoopis"),
        *(
            ("Off went the ferry", f"Lahkus siit meilt{end}", f"Lahkus siit meilt praam{end}")
            for end in ("", ".", ":", "!", "?", "…", ")", '"', "”", "’", "»", ".”", ")!")
        ),
    ],
)
def test_between_words_is_behind_a_word_a_comma_or_a_semicolon_or_before_the_marks_at_the_end(source, draft, text):
    [one] = drafted(FakeScoringEngine({source: [draft]}), case(source, FERRY), locale="fi")
    assert one.text == text


def test_a_place_between_words_is_where_the_middle_of_the_term_is():
    long = term("ferry of the north", "praam")
    source, draft = "ferry of the north sails", "Nüüd seilab siit ära"
    [one] = drafted(FakeScoringEngine({source: [draft]}), case(source, long), locale="fi")
    assert one.text == "Nüüd praam seilab siit ära"


def test_a_term_goes_beside_another_one_and_never_into_it():
    show = term("First Studio", "Esimene suur stuudio")
    source = "The new First ferry Studio First Studio"
    [one] = drafted(FakeScoringEngine({source: ["Uus Esimene suur stuudio"]}), case(source, show, FERRY), locale="fi")
    assert one.text == "Uus praam Esimene suur stuudio"


@pytest.mark.parametrize(
    ("source", "draft", "text"),
    [
        ("The ferry", "LAEV", "Leiger"),  # A single word in capitals may be an acronym.
        ("FERRY LEFT", "Siis X läks", "Siis leiger läks"),  # A single letter tells nothing.
        ("FERRY LEFT", "Siis XY läks", "Siis LEIGER läks"),
        ("The ferry left", "Siis XY läks", "Siis leiger läks"),
        ("The ferry", "SIIS LAEV", "SIIS LEIGER"),
    ],
)
def test_a_word_shouts_where_all_does_or_where_both_it_and_the_term_do(source, draft, text):
    likes = means(dict.fromkeys(("LAEV", "X", "XY"), "FERRY" if "FERRY" in source else "ferry"))
    assert repaired(source, draft, likes, term("ferry", "leiger")).text == text


def test_a_term_goes_between_another_one_and_a_free_word():
    source = "Kallas ferry left us all here at once, now"
    engine = FakeScoringEngine({source: ["Каллас läks meilt ära nüüd"]})
    assert drafted(engine, case(source, KALLAS, FERRY), locale="fi")[0].text == "Каллас praam läks meilt ära nüüd"
