from tests.core.checks.saying import unit
from translate.core.checks.consistency import check_consistency
from translate.core.checks.findings import Finding, Level
from translate.core.terms.glossary import Form, Term

EXPERT = Term(
    "expert", "ekspert", forms=(Form("eksperdi", "gen"), Form("asjatundja", "nom"), Form("asjatundjat", "part"))
)


def said(*targets, term=EXPERT):
    return list(check_consistency([unit(f"An {term.source}.", target, term) for target in targets]))


def places(*targets, term=EXPERT):
    return [place for place, _ in said(*targets, term=term)]


def test_the_rarer_word_is_told_with_its_place_and_how_often_the_other_stands():
    assert said("Üks ekspert.", "Kaks eksperti.", "Üks asjatundja.", "Ühe eksperdi.") == [
        (
            2,
            Finding(
                "term-inconsistent",
                Level.WARNING,
                "“expert” is “asjatundja” here and “ekspert” elsewhere in the article (2 of 3 times); settle on one",
                (4, 14),
                "expert",
            ),
        )
    ]


def test_of_words_that_stand_as_often_the_first_is_the_usual_one():
    assert places("Ekspert.", "Asjatundja.") == [1]
    assert places("Asjatundja.", "Ekspert.") == [1]
    assert [(place, finding.message) for place, finding in said("Asjatundja.", "Eksperdi.", "Ekspert.")] == [
        (0, "“expert” is “asjatundja” here and “ekspert” elsewhere in the article (2 of 3 times); settle on one")
    ]
    assert places("Ekspert.", "Asjatundjat.", "Asjatundja.") == [0]


def test_one_text_may_have_both():
    both = unit("An expert, an expert and an expert.", "Ekspert, asjatundja ja ekspert.", EXPERT)
    assert [(place, finding.span) for place, finding in check_consistency([both])] == [(0, (9, 19))]


def test_what_is_not_rendered_is_no_other_rendering():
    assert said("Ekspert.", "Keegi.", "Eksperdi.") == []
    assert said() == []
    assert said("Keegi.") == []


def test_an_abbreviation_counts_neither_for_nor_against_a_word():
    union = Term("union", "Euroopa Liit", forms=(Form("EL"), Form("Liit")))
    assert places("EL.", "EL.", "Euroopa Liit.", term=union) == []
    assert places("EL.", "EL.", "Liit.", "Euroopa Liit.", "Euroopa Liit.", term=union) == [2]


def test_capitals_make_no_other_word_and_the_first_way_to_write_it_is_shown():
    house = Term("house", "Riigikogu", forms=(Form("riigikogu", "nom"), Form("parlament", "nom")))
    told = said("riigikogu.", "parlament.", "a Riigikogu.", term=house)
    assert [(place, finding.message) for place, finding in told] == [
        (
            1,
            "“house” is “parlament” here and “riigikogu” elsewhere in the article (2 of 3 times); settle on one",
        )
    ]


def test_each_term_has_its_own_usual_word():
    ferry = Term("ferry", "praam", forms=(Form("laev"),))
    units = [unit("An expert, a ferry.", target, EXPERT, ferry) for target in ("Ekspert, laev.", "Ekspert, praam.")]
    assert [(place, finding.term) for place, finding in check_consistency(units)] == [(1, "ferry")]
