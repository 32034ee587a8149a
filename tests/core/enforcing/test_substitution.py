import pytest

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
from translate.core.enforcing.substitution import redraft
from translate.core.terms.glossary import Match
from translate.core.terms.ways import How, Way
from translate.languages.loading import load_language
from translate.workflow import enforcing

LEFT = "The captain left the ferry."
# Nothing stands for a term, so whatever the stand-ins cannot do ends as an insertion.
PLAIN = {LEFT: ["Kapten lahkus laevalt."]}


def redrafted(answers, *cases):
    return drafted(FakeScoringEngine(answers, means({"laevalt": "ferry"})), *cases)


def test_a_missing_term_comes_back_in_the_case_of_the_word_that_stood_in_for_it():
    answers = PLAIN | {"The captain left the cell.": ["Kapten lahkus lahtrist."]}
    assert redrafted(answers, case(LEFT, FERRY)) == [Enforced("Kapten lahkus praamist.", (Way(How.REDRAFTED),))]


def test_in_the_nominative_it_is_the_base_form_that_comes_back():
    union = term("EU", "EL", "gen=ELi; nom=Euroopa Liit; gen=Euroopa Liidu")
    source = "The EU left the harbor."
    answers = {source: ["Ühendus lahkus."], "The cell left the harbor.": ["Lahter lahkus."]}
    assert redrafted(answers, case(source, union)) == [Enforced("EL lahkus.", (Way(How.REDRAFTED),))]


def test_the_whole_redraft_is_taken_not_only_the_word():
    answers = PLAIN | {"The captain left the cell.": ["Lahtrist läks kapten minema."]}
    assert redrafted(answers, case(LEFT, FERRY)) == [Enforced("Praamist läks kapten minema.", (Way(How.REDRAFTED),))]


def test_several_missing_terms_are_redrafted_together_each_in_its_own_case():
    source = "The ferry left the harbor."
    answers = {source: ["Laev lahkus kai äärest."], "The cell left the formula.": ["Lahter lahkus valemist."]}
    assert redrafted(answers, case(source, FERRY, HARBOUR)) == [
        Enforced("Praam lahkus sadamast.", (Way(How.REDRAFTED),) * 2)
    ]


def test_the_same_term_twice_gets_two_different_words():
    source = "One ferry met another ferry."
    answers = {source: ["Laev kohtas teist."], "One cell met another formula.": ["Üks lahter kohtas teist valemit."]}
    assert redrafted(answers, case(source, FERRY)) == [
        Enforced("Üks praam kohtas teist praami.", (Way(How.REDRAFTED),) * 2)
    ]


def test_where_all_together_fails_the_first_missing_term_is_tried_alone():
    source = "The ferry left the harbor."
    answers = {
        source: ["Laev lahkus kai äärest."],
        "The cell left the formula.": ["Kõik kadus."],
        "The formula left the harbor.": ["Valem lahkus kai äärest."],
    }
    engine = FakeScoringEngine(answers, means({"kai": "harbor", "äärest": "harbor"}))
    [one] = drafted(engine, case(source, FERRY, HARBOUR))
    assert one.text.startswith("Praam lahkus sadam")
    assert one.ways[0] == Way(How.REDRAFTED)
    assert str(one.ways[1]).startswith("repaired: was “kai äärest”")


def test_a_redraft_without_the_stand_in_is_not_used():
    answers = PLAIN | {"The captain left the cell.": ["Kapten lahkus."], "The captain left the formula.": ["Läks."]}
    [one] = redrafted(answers, case(LEFT, FERRY))
    assert str(one.ways[0]).startswith("repaired: was “laevalt”")


@pytest.mark.parametrize(
    "leaky",
    [
        "Kapten lahkus lahtrist lahtrisse.",  # Twice, where once was asked for.
        "Kapten lahkus lahtrist lahtriliselt.",  # Part of another word.
        "Kapten lahkus lahtrist ja lahterdas.",  # A verb of the same stem.
        "Kapten lahkus lahtrist Cell.",  # Copied from the source.
    ],
)
def test_a_redraft_with_a_second_trace_of_the_stand_in_is_refused(leaky):
    answers = PLAIN | {"The captain left the cell.": [leaky]}
    [one] = redrafted(answers, case(LEFT, FERRY))
    assert str(one.ways[0]).startswith("repaired")
    assert not any(stem in one.text.lower() for stem in ("lahter", "laht", "cell"))


def test_a_trace_that_the_first_draft_has_as_well_is_no_leak():
    # The draft speaks of a bay, “laht”, which begins as the stand-in does.
    answers = {
        LEFT: ["Kapten lahkus lahtede laevalt."],
        "The captain left the cell.": ["Kapten lahkus lahede lahtrist."],
    }
    assert redrafted(answers, case(LEFT, FERRY))[0].text == "Kapten lahkus lahede praamist."


def test_a_word_of_the_sentence_never_stands_in():
    engine = FakeScoringEngine({})
    drafted(engine, case("The ferry has a cell, formulas and a comfortable cursor.", FERRY))
    assert engine.asked[1:3] == [
        "The parameter has a cell, formulas and a comfortable cursor.",
        "The document has a cell, formulas and a comfortable cursor.",
    ]


def test_an_article_suits_the_stand_in():
    engine = FakeScoringEngine({})
    drafted(engine, case("An ABC show followed an ABC film.", term("ABC", "EBC")))
    assert engine.asked[1] == "A cell show followed a formula film."


def test_a_plural_has_a_plural_stand_in_and_gets_a_plural_form():
    source = "They left the ferries."
    answers = {source: ["Nad lahkusid laevadelt."], "They left the cells.": ["Nad lahkusid lahtritest."]}
    assert redrafted(answers, case(source, FERRY)) == [Enforced("Nad lahkusid praamidest.", (Way(How.REDRAFTED),))]


def test_a_plural_is_kept_in_the_singular_where_the_glossary_has_no_other_form():
    source = "They left the ferry."
    answers = {source: ["Nad lahkusid laevalt."], "They left the cell.": ["Nad lahkusid lahtriteni."]}
    only = term("ferry", "praam", "ter=praamini")
    assert redrafted(answers, case(source, only))[0].text == "Nad lahkusid praamini."


def test_a_term_without_labelled_forms_comes_back_in_its_base_form():
    answers = PLAIN | {"The captain left the cell.": ["Kapten lahkus lahtrist."]}
    assert redrafted(answers, case(LEFT, term("ferry", "Leiger")))[0].text == "Kapten lahkus Leiger."


def test_a_capital_at_the_start_goes_from_the_term_to_its_stand_in_and_back():
    source = "Ferry sails."
    answers = {source: ["Laev sõidab."], "Cell sails.": ["Lahter sõidab."]}
    assert redrafted(answers, case(source, FERRY))[0].text == "Praam sõidab."


def test_capitals_of_a_headline_go_from_the_term_to_its_stand_in_and_back():
    source = "CAPTAIN LEFT FERRY"
    answers = {source: ["KAPTEN LAHKUS LAEVALT"], "CAPTAIN LEFT CELL": ["KAPTEN LAHKUS LAHTRIST"]}
    assert redrafted(answers, case(source, FERRY))[0].text == "KAPTEN LAHKUS PRAAMIST"


def test_an_acronym_does_not_make_its_stand_in_shout():
    source = "They trust NATO."
    answers = {source: ["Nad usaldavad seda."], "They trust cell.": ["Nad usaldavad lahtrit."]}
    engine = FakeScoringEngine(answers)
    [one] = drafted(engine, case(source, term("NATO", "NATO", "part=NATOt")))
    assert engine.asked[1] == "They trust cell."
    assert one.text == "Nad usaldavad NATOt."


@pytest.mark.parametrize(
    ("source", "disguised"),
    [
        ("Kallas' plan failed.", "Cell' plan failed."),
        ("Kallas's plan failed.", "Cell's plan failed."),
        ("Kallas, who left, failed.", "Cell, who left, failed."),
        ("They saw “Kallas”", "They saw “cell”"),
    ],
)
def test_what_touches_a_term_stays_around_its_stand_in(source, disguised):
    engine = FakeScoringEngine({disguised: ["Lahtri plaan nurjus täiesti."], source: ["Plaan nurjus täielikult ära."]})
    [one] = drafted(engine, case(source, KALLAS))
    assert engine.asked[1] == disguised
    assert one == Enforced("Калласи plaan nurjus täiesti.", (Way(How.REDRAFTED),))


def test_a_hyphen_compound_is_disguised_in_its_part():
    source = "A NATO-led force came."
    answers = {source: ["Tuli suur juhitud vägi."], "A cell-led force came.": ["Tuli lahtri juhitud vägi."]}
    [one] = redrafted(answers, case(source, NATO))
    assert one.text == "Tuli Alliansi juhitud vägi."


def test_an_acronym_in_a_headline_has_a_stand_in_that_shouts_with_it():
    engine = FakeScoringEngine(
        {"CELL TALKS END": ["LAHTRI KÕNELUSED LÕPPESID"], "NATO TALKS END": ["KÕNELUSED LÕPPESID"]}
    )
    [one] = drafted(engine, case("NATO TALKS END", NATO))
    assert one.text == "ALLIANSI KÕNELUSED LÕPPESID"


def test_a_locale_without_stand_ins_goes_on_without():
    engine = FakeScoringEngine(PLAIN, means({"laevalt": "ferry"}))
    [one] = drafted(engine, case(LEFT, FERRY), locale="fi")
    assert engine.asked == [LEFT]
    assert str(one.ways[0]).startswith("repaired")


def test_more_missing_terms_than_stand_ins_are_left_to_the_next_rung():
    terms = [term(f"name{letter}", f"nimi{letter}") for letter in "abcdefgh"]
    source = "They saw " + " and ".join(t.source for t in terms) + "."
    engine = FakeScoringEngine({})
    assert len(terms) > len(load_language("et").stand_ins)
    drafted(engine, case(source, *terms))
    assert engine.asked[1:] == [source.replace("namea", "formula")]


CELL = term("cell", "lahter", "nom=lahter; gen=lahtri; el=lahtrist", variants=("cells",))
FORMULA = term("formula", "valem", "nom=valem; gen=valemi; el=valemist")


def tried(one, answers, *known, turn=0, draft="Miski muu läks mööda."):
    """What a candidate is after one turn of stand-ins, and the sentences that were drafted again."""
    engine = FakeScoringEngine(answers)
    sentence = candidate(one, draft)
    enforcing.answer(redraft([sentence], known, turn), engine, "en", "et")
    return sentence.text, engine.asked


def test_the_first_answer_alone_is_looked_at():
    answers = {"The captain left the cell.": ["Kapten läks siit mööda.", "Kapten lahkus lahtrist."]}
    assert tried(case(LEFT, FERRY), answers, CELL)[0] == "Miski muu läks mööda."
    answers = {"The captain left the cell.": ["Kapten lahkus lahtrist."]}
    assert tried(case(LEFT, FERRY), answers, CELL)[0] == "Kapten lahkus praamist."


def test_as_many_stand_ins_as_missing_terms_are_enough():
    source = "The ferry left the harbor."
    both = case(source, FERRY, HARBOUR)
    answers = {"The cell left the formula.": ["Lahter lahkus valemist."]}
    assert tried(both, answers, CELL, FORMULA) == ("Praam lahkus sadamast.", ["The cell left the formula."])
    assert tried(both, answers, CELL) == ("Miski muu läks mööda.", [])


@pytest.mark.parametrize(
    ("turn", "known", "asked"),
    [
        (0, (CELL, FORMULA), ["The cell left the formula."]),
        (1, (CELL, FORMULA), ["The formula left the harbor."]),
        (2, (CELL, FORMULA), ["The cell left the harbor."]),
        (1, (CELL,), ["The cell left the harbor."]),
        (1, (), []),
    ],
)
def test_each_turn_after_the_first_tries_one_term_with_the_next_stand_in(turn, known, asked):
    assert tried(case("The ferry left the harbor.", FERRY, HARBOUR), {}, *known, turn=turn)[1] == asked


def test_a_drafter_that_lacks_nothing_asks_nothing():
    assert tried(case(LEFT, FERRY), {}, CELL, draft="Kapten lahkus praamist.")[1] == []


def test_a_word_that_is_the_target_of_a_term_never_stands_in():
    answers = {"The captain left the formula.": ["Kapten lahkus valemist."]}
    assert tried(case(LEFT, term("ferry", "lahter", "el=lahtrist")), answers, CELL, FORMULA)[0] == (
        "Kapten lahkus lahtrist."
    )


def test_stand_ins_are_looked_for_whatever_their_capitals_in_the_sentence():
    assert tried(case("Cell Formula: ferry.", FERRY), {}, CELL, FORMULA)[1] == []


def test_terms_change_places_with_their_stand_ins():
    answers = {"The cell left the formula.": ["Valemist lahkus lahter."]}
    assert tried(case("The ferry left the harbor.", FERRY, HARBOUR), answers, CELL, FORMULA)[0] == (
        "Sadamast lahkus praam."
    )


def test_a_term_that_is_there_is_not_disguised():
    source = "The ferry left the harbor."
    answers = {"The ferry left the cell.": ["Praam lahkus lahtrist."]}
    assert tried(case(source, FERRY, HARBOUR), answers, CELL, draft="Praam lahkus kaist.") == (
        "Praam lahkus sadamast.",
        ["The ferry left the cell."],
    )


def test_only_the_article_of_a_term_is_changed():
    show = term("ABC", "EBC")
    assert tried(case("Iran ABC and an ABC.", show), {}, CELL, FORMULA)[1] == ["Iran cell and a formula."]
    assert tried(case("He saw an old ABC.", show), {}, CELL)[1] == ["He saw an old cell."]


def test_a_plural_is_known_whatever_capitals_the_glossary_gives_it():
    studio = term("Studio", "stuudio", variants=("Studios",))
    assert tried(case("BIG STUDIOS LEFT", studio), {}, CELL)[1] == ["BIG CELLS LEFT"]


def test_a_name_has_a_stand_in_with_a_capital_only_where_a_sentence_starts():
    assert tried(case("“Kallas” left", KALLAS), {}, CELL)[1] == ["“Cell” left"]
    assert tried(case("So Kallas left", KALLAS), {}, CELL)[1] == ["So cell left"]
    assert tried(case("7 Kallas left", KALLAS), {}, CELL)[1] == ["7 cell left"]


@pytest.mark.parametrize(("word", "dressed"), [("BUS", "Cell"), ("BOAT", "CELL"), ("Bus", "Cell"), ("bus", "cell")])
def test_four_capitals_shout_and_three_are_an_acronym(word, dressed):
    ride = term(word.lower(), "buss", match=Match.ANY)
    assert tried(case(f"We saw {word} here.", ride), {}, CELL)[1] == [f"We saw {dressed} here."]


@pytest.mark.parametrize(("stand_in", "text"), [("Tre", "Siis Praamike läks."), ("Tree", "Siis PRAAMIKE läks.")])
def test_a_term_shouts_with_a_stand_in_of_four_capitals(stand_in, text):
    known = term("wood", stand_in, f"nom={stand_in}")
    answers = {"The wood left.": [f"Siis {stand_in.upper()} läks."]}
    assert tried(case("The ferry left.", term("ferry", "Praamike")), answers, known)[0] == text


@pytest.mark.parametrize(
    ("forms", "answer", "text"),
    [
        # Three letters are no stem, and the base form is looked for instead.
        ("nom=laud; el=lauast", "Kapten lahkus lauast ja lausus.", "Kapten lahkus praamist ja lausus."),
        ("nom=laud; el=lauast", "Kapten lahkus lauast laudas.", "Miski muu läks mööda."),
        # Four are one.
        ("nom=lauad; el=lauast", "Kapten lahkus lauast ja lauatas.", "Miski muu läks mööda."),
    ],
)
def test_a_stem_of_four_letters_gives_a_stand_in_away(forms, answer, text):
    known = term("table", "laud", forms)
    assert tried(case(LEFT, FERRY), {"The captain left the table.": [answer]}, known)[0] == text


@pytest.mark.parametrize(("sound", "text"), [(4, "Kapten lahkus praamist."), (5, "Miski muu läks mööda.")])
def test_of_a_form_that_may_be_of_many_cases_four_are_tried(sound, text):
    labels = ("nom", "gen", "part", "ill", "in", "el")
    known = term("table", "laud", "; ".join(f"{label}=laud" for label in labels))
    loops = [f"praam{n} ja praam{n} ja praam{n} ja praam{n} ja praam{n}" for n in range(6)]
    forms = [*loops[: sound - 1], "praamist", *loops[sound:]]
    ferry = term("ferry", loops[5], "; ".join(f"{label}={form}" for label, form in zip(labels, forms, strict=True)))
    assert tried(case(LEFT, ferry), {"The captain left the table.": ["Kapten lahkus laud."]}, known)[0] == text


def test_a_singular_comes_back_in_the_plural_where_the_glossary_has_no_other_form():
    answers = {"The captain left the cell.": ["Kapten lahkus lahtrist."]}
    only = term("ferry", "praam", "pl el=praamidest")
    assert tried(case(LEFT, only), answers, CELL)[0] == "Kapten lahkus praamidest."
