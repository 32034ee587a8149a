"""Which names are the same, which are known, and which come first."""

from tests.core.mining.told import ENGLISH, passages, sources, suggested
from translate.core.mining.candidates import Kind, Passage, Rendering
from translate.core.mining.facts import facts_of
from translate.core.mining.known import KnownTerms
from translate.core.mining.ranking import candidates
from translate.core.mining.renderings import Drafts
from translate.core.terms.glossary import Action, Glossary, Match, Origin, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.titles import with_undecided
from translate.languages.loading import load_language


def test_a_surname_stands_with_the_full_name():
    (found,) = suggested("So Anu Tamm said.", "They asked Tamm.", "So said Tamm.")
    assert (found.source, found.others, found.times, found.articles) == ("Tamm", ("Anu Tamm",), 3, 3)
    (found,) = suggested("So Anu Tamm said.", "They asked Tamm.")
    assert (found.source, found.others) == ("Anu Tamm", ("Tamm",))


def test_a_surname_of_several_people_stands_by_itself():
    assert sources("So Anu Tamm said.", "So Jaan Tamm said.", "They asked Tamm.") == ["Anu Tamm", "Jaan Tamm", "Tamm"]


def test_a_surname_of_several_people_is_that_of_whom_the_articles_are_about():
    texts = ("So Anu Tamm said.", "There was Anu Tamm.", "It is Anu Tamm.", "So Jaan Tamm said.", "They asked Tamm.")
    assert [(one.source, one.others) for one in suggested(*texts)] == [("Anu Tamm", ("Tamm",)), ("Jaan Tamm", ())]


def test_an_acronym_stands_with_its_plural_and_its_full_stops():
    (found,) = suggested("It is an NGO.", "The NGO said so.", "Many NGOs said so.", "It is an N.G.O. by law.")
    assert (found.source, found.kind, found.spellings) == ("NGO", Kind.ACRONYM, ("N.G.O.", "NGOs"))
    assert found.times == 4


def test_a_name_with_an_article_is_the_same_without():
    (found,) = suggested(
        "She hosts “Winter Ferry” now.", "It was “Winter Ferry” then.", "He saw “The Winter Ferry” too."
    )
    assert (found.source, found.spellings, found.times) == ("Winter Ferry", ("The Winter Ferry",), 3)


def test_forms_of_a_name_are_the_same_in_a_language_with_cases():
    estonian = facts_of(load_language("et"))
    found = suggested("Nad nägid Laidurit.", "See oli Anu Tamme laev Laidur.", "Nii ütles Anu Tamm.", facts=estonian)
    assert [(one.source, one.spellings) for one in found] == [("Laidur", ("Laidurit",)), ("Anu Tamm", ("Anu Tamme",))]


def test_where_endings_are_not_known_every_form_is_a_name():
    assert sources("They saw Laidur.", "They saw Laidurit.") == ["Laidur", "Laidurit"]


def test_what_is_there_more_often_comes_first():
    found = suggested("We saw Kask.", "It was Laidur.", "They saw Laidur.")
    assert [one.source for one in found] == ["Laidur", "Kask"]


def test_what_looks_like_common_words_comes_last():
    texts = ("The Harbor is here.", "So the Harbor said.", "We saw Kask.", "It is a harbor, a harbor, a harbor.")
    assert [one.source for one in suggested(*texts)] == ["Kask", "Harbor"]


def test_what_every_engine_knows_comes_last():
    found = suggested("We saw Estonia.", "It was Estonia.", "We saw Kask.")
    assert [one.source for one in found] == ["Kask", "Estonia"]
    found = suggested("We saw a Scot.", "It was a Scot.", "We saw Kask.")
    assert [one.source for one in found] == ["Kask", "Scot"]


def test_a_name_of_one_story_comes_before_one_of_several():
    texts = (
        ("We saw Aasa.", "a.txt"),
        ("It was Aasa.", "b.txt"),
        ("They met Tamm.", "c.txt"),
        ("So said Tamm.", "c.txt"),
    )
    there = [Passage(text, article, 1, {}) for text, article in texts]
    assert [one.source for one in candidates(there, ENGLISH, KnownTerms([], there))] == ["Tamm", "Aasa"]


def test_what_has_a_plural_comes_later():
    found = suggested("We saw an Aasist.", "We saw the Aasists.", "So said Kask.")
    assert found[0].source == "Kask"


def test_names_of_people_come_before_other_names_of_several_words():
    found = suggested("So Zoe Tamm said.", "They asked Tamm.", "We saw Kask.", "It is in the Port Arena.")
    assert {one.source: one.score for one in found} == {"Zoe Tamm": 1.2, "Kask": 1.0, "Port Arena": 0.6}


def test_a_day_or_letters_for_words_are_no_surname():
    texts = ("He was in Tartumaa Saturday.", "It is on Saturday.", "They asked Laidur UK there.", "It is in the UK.")
    assert all(not one.others for one in suggested(*texts))
    assert sources(*texts) == ["Laidur UK", "Tartumaa Saturday", "UK"]


def test_letters_for_words_are_no_given_name():
    assert sources("They asked NHS Kask there.", "They asked Kask.") == ["Kask", "NHS Kask"]


def test_what_the_glossary_knows_is_left_out_whatever_it_asks_for():
    assert sources("They saw Laidur and Kask.", terms=[Term("Laidur", "Laidur")]) == ["Kask"]
    assert sources("They saw Laidur and Kask.", terms=[Term("Laidur", "", action=Action.OFF)]) == ["Kask"]
    assert sources("They saw the MPs.", terms=[Term("MP", "saadik", variants=("MPs",))]) == []


def test_a_longer_name_around_a_known_one_is_none_that_the_glossary_knows():
    assert sources("We saw the NATO Arena.", terms=[Term("NATO", "NATO")]) == ["NATO Arena"]


def test_what_is_left_of_a_known_name_at_the_start_of_a_sentence_says_nothing():
    assert sources("Follow Laidur News on the way.", terms=[Term("Laidur News", "Laidur News")]) == []


def test_titles_of_the_newsrooms_lists_are_left_out():
    glossary = with_undecided(Glossary("et"), [("The Winter Ferry", Origin("shows/a.csv", 2))], load_language("en"))
    there = passages("She hosts “The Winter Ferry” there, says Kask.")
    found = candidates(there, ENGLISH, KnownTerms([Matcher(glossary)], there))
    assert [one.source for one in found] == ["Kask"]


def test_a_listed_title_is_left_out_even_where_it_may_be_a_word():
    glossary = with_undecided(Glossary("et"), [("Laidur", Origin("shows/a.csv", 2))], load_language("en"))
    there = passages("Laidur sailed.", "They saw Laidur.")
    assert candidates(there, ENGLISH, KnownTerms([Matcher(glossary)], there)) == []


def test_a_term_that_is_told_by_its_quotation_marks_is_known_elsewhere_too():
    title = Term("Laidur Today", "Laidur Today", match=Match.TITLE)
    assert sources("She hosts “Laidur Today” there.", "It was in Laidur Today, no doubt.", terms=[title]) == []


def test_of_several_locales_only_what_all_know_is_left_out():
    there = passages("They saw Laidur and Kask.")
    one, other = Glossary("et", (Term("Laidur", "a"), Term("Kask", "b"))), Glossary("ru", (Term("Kask", "c"),))
    known = KnownTerms([Matcher(one), Matcher(other)], there)
    assert [found.source for found in candidates(there, ENGLISH, known)] == ["Laidur"]


def test_what_drafts_have_in_other_letters_comes_before_what_they_left():
    there = passages("It was Kask.", "It was Laidur.", drafts=("See oli Kask.", "See oli praam."))
    drafts = [Drafts("et", there, same_script=True)]
    laidur, kask = candidates(there, ENGLISH, KnownTerms((), there), drafts)
    assert (laidur.source, laidur.changed, laidur.drafts) == ("Laidur", 1, 1)
    assert (kask.changed, kask.renderings) == (0, (Rendering("et", "Kask", 1),))
