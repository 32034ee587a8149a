"""What the checks of prose take for a fault, and what they leave to the translator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.checks import CHECKS, check
from translate.core.checks.findings import Level, Unit
from translate.core.terms.glossary import Action, Form, Glossary, Term
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_pair

RINGS = Term("Lord of the Rings", "Lord of the Rings", Action.KEEP)
STUDIO = Term("Actual Camera and the news", "Actual Camera and the news", Action.KEEP)


def found(source, target, *terms, locale="et", source_locale="en", context=None):
    matches = Matcher(Glossary(locale, terms)).find(source)
    return check(Unit.of(source, target, *load_pair(source_locale, locale), matches, context=context))


def rules(source, target, *terms, **options):
    return [f.rule for f in found(source, target, *terms, **options) if f.level is not Level.INFO]


def notes(source, target, *terms, **options):
    return [f.rule for f in found(source, target, *terms, **options) if f.level is Level.INFO]


# --- addresses -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("See https://example.org/a?b=1.", "Vaata https://example.org/a?b=1."),
        ("See (www.example.org).", "Vaata: www.example.org."),
        ("See https://example.org/Frost_(band).", "Vaata https://example.org/Frost_(band)."),
        ("Write to desk@example.org, please.", "Kirjuta: desk@example.org."),
        ("It was @err and 5 @ 3 and a.b.", "Oli @err ja 5 @ 3 ja a.b."),
    ],
)
def test_an_address_that_stays_is_no_finding(source, target):
    assert rules(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "place"),
    [
        ("See https://example.org/a.", "Vaata https://example.org/b.", "https://example.org/b"),
        ("See https://example.org/Frost_(band).", "Vaata https://example.org/Frost_(bänd).", None),
        ("Write to desk@example.org.", "Kirjuta: desk@example.ee.", "desk@example.ee"),
        ("Write to desk@example.org.", "Kirjuta toimetusele.", None),
    ],
)
def test_an_address_that_was_lost_or_changed_is_found(source, target, place):
    (finding,) = found(source, target)
    assert finding.rule == "address"
    if place:
        assert target[slice(*finding.span)] == place


# --- markup --------------------------------------------------------------------------------------------------------


def test_a_lost_tag_is_found_and_an_attribute_may_be_translated():
    source = 'It is <b>cold</b> <img alt="ice" src="i.png">.'
    assert rules(source, 'On <b>külm</b> <img alt="ice" src="i.png">.') == []
    assert rules(source, 'On <b>külm <img alt="ice" src="i.png">.') == ["markup"]
    assert rules("a <B>b</B>", "a <b>b</b>", locale="en") == ["leftover", "leftover"]


def test_words_between_angle_brackets_are_no_tags():
    assert rules("Press <Enter> if 3 < 5.", "Vajuta sisestusklahvi, kui 3 < 5.") == []


# --- pairs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target", ["„Ei,“ ütles ta.", "„Ei,” ütles ta.", "”Ei,” ütles ta.", "«Ei», ütles ta.", '"Ei."']
)
def test_each_language_has_its_own_quotation_marks(target):
    assert rules("“No,” she said.", target) == []


def test_a_quotation_mark_without_its_other_half_is_found():
    assert rules("“No,” she said.", "„Ei, ütles ta.") == ["unpaired"]
    assert rules("It is (not) cold.", "Ei (ole külm.") == ["unpaired"]


def test_what_is_open_in_the_source_may_be_open():
    assert rules("“No, she said.", "„Ei, ütles ta.") == []
    assert rules("a) cold", "a) külm (väga") == []
    assert rules("The captain's 'game'", "Kapteni mäng’") == []


# --- white space ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        (" Külm", "space-around"),
        ("Külm\u00a0", "space-around"),
        ("Kül\nm", "line-break"),
        ("On  külm", "double-space"),
        ("On   külm", "double-space"),
        ("On\tkülm", "double-space"),
        ("Kül\u200bm", "invisible"),
    ],
)
def test_white_space_that_the_source_has_not_is_found(target, rule):
    assert rules("Cold", target) == [rule]
    assert rules(target, target) == []


def test_a_line_end_is_an_error_since_the_article_cannot_be_written_with_it():
    assert [f.level for f in found("Cold", "Kül\nm")] == [Level.ERROR]


# --- endings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("“Is it?”", "„On see nii?”", "et"),
        ("Is it?", "Είναι;", "el"),
        ("Is it?", "هل هو؟", "ar"),
        ("It is.", "就是。", "zh"),
        ("It said:", "它说：", "zh"),
        ("It is...", "See on…", "et"),
        ("Go!", "Mine.", "et"),
        ("“It is.”", "„See on“.", "et"),
        ("It is (so).", "See on nii (jah).", "et"),
        ("Whether it is", "Ist es so?", "de"),
    ],
)
def test_another_sign_for_the_same_end_is_no_finding(source, target, locale):
    assert rules(source, target, locale=locale) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [("Is it?", "See on."), ("It said:", "See ütles."), ("It is…", "See on."), ("It is.", "See on!")],
)
def test_another_kind_of_end_is_found(source, target):
    assert rules(source, target) == ["ending"]


def test_a_headline_gets_no_full_stop_and_needs_none():
    assert rules("Ferry returns", "Praam tuleb tagasi.", context="headline") == ["ending"]
    assert rules("Ferry returns to the U.S.", "Praam tuleb USA-sse", context="headline") == []
    assert rules("Ferry returns at 5 p.m.", "Praam tuleb kl 5 p.l.", context="headline") == []
    assert rules("Ferry returns?", "Praam tuleb", context="headline") == ["ending"]


def test_a_paragraph_without_its_full_stop_is_worth_a_note():
    assert notes("It was very cold.", "Oli väga külm") == ["full-stop"]
    assert notes("It was in the U.S.", "See oli Ameerikas") == []


# --- copies --------------------------------------------------------------------------------------------------------

PROSE = "The ferry sails when the ice has gone."


def test_a_copy_of_the_source_is_found():
    assert rules(PROSE, PROSE) == ["untranslated"]
    assert rules(PROSE, PROSE.upper()) == ["untranslated"]


def test_names_titles_credits_and_kept_terms_may_stay():
    for text in ("Esimene stuudio", "Kaja Kallas", "Rein Laheots on ice"):
        assert rules(text, text) == []
    assert rules(PROSE, PROSE, context="credit") == []
    assert rules(PROSE, PROSE, locale="en_GB") == []
    assert rules("Actual Camera and the news today", "Actual Camera and the news today", STUDIO) == []
    assert rules("Actual Camera and the news today", "Actual Camera and the news today") == ["untranslated"]


def test_words_that_stayed_in_the_source_language_are_found_with_their_neighbours():
    (finding,) = found("It rained when the ice had gone.", "Sadas, kui the ice had läinud.")
    assert (finding.rule, finding.span) == ("source-words", (11, 22))


@pytest.mark.parametrize(
    ("source", "target", "terms", "options"),
    [
        ("He saw Lord of the Rings.", "Ta nägi filmi Lord of the Rings.", (), {}),
        ("He saw “which way of the two”.", "Ta nägi filmi „which way of the two“.", (), {}),
        ("He saw of the day.", "Ta nägi saadet of the day.", (Term("of the day", "of the day"),), {}),
        ("One of two", "Een of twee", (), {"locale": "nl"}),
        ("It was there", "The", (), {}),
        ("De la casa", "the casa", (), {"source_locale": "es"}),
    ],
)  # fmt: skip
def test_source_words_in_a_name_are_none_of_our_business(source, target, terms, options):
    assert rules(source, target, *terms, **options) == []


def test_a_word_of_the_source_beside_one_name_is_no_title():
    assert rules("She came with Mari.", "with Mari tuli.") == ["source-words"]
    assert rules("She came with Mari.", "Tuli Mari with.") == ["source-words"]
    assert rules("She saw Gone with Wind.", "Nägi filmi Gone with Wind.") == []


# --- writing systems -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "locale", "wrong"),
    [
        ("Паром ходит зимой", "ru", False),
        ("Parom hodit zimoi", "ru", True),
        ("Паром ходит зимой", "et", True),
        ("Паром ходит зимой", "sr", False),
        ("Паром ходит зимой", "sr_Latn", True),
        ("Parom ide zimi", "sr@latin", False),
        ("Parom ide zimi", "sr@cyrillic", True),
        ("Паром ходит зимой", "sr-Latn", True),
        ("Паром ходит зимой", "ks@arabic", True),
        ("العبارة تسير في الشتاء", "ks@arabic", False),
        ("Parom qışın yöri", "tt@iqtelif", False),
        ("Паром кышын йөри", "tt@iqtelif", True),
        ("Паром кышын йөри", "tt", False),
        ("渡轮冬天也开，每周三次往返", "zh_Hant_TW", False),
        ("Captain Rein Laheots and Leida Metsakuru", "ru", False),
        ("Jah", "ru", False),
        ("Anything at all goes", "xx", False),
    ],
)
def test_a_text_is_in_its_own_writing_system(target, locale, wrong):
    source = "Captain Rein Laheots and Leida Metsakuru"
    assert ("wrong-script" in rules(source, target, locale=locale)) == wrong


# --- names ---------------------------------------------------------------------------------------------------------


def test_a_lost_acronym_is_worth_a_note_unless_the_glossary_knows_it():
    assert notes("NATO and ICDS spoke", "NATO ja keskus rääkisid") == ["name"]
    assert notes("ICDS spoke", "RKK rääkis", Term("ICDS", "RKK")) == []
    assert notes("ICDS spoke", "ICDSi sõnul") == []
    assert notes("NATO SPEAKS", "Nii see on") == []


# --- laws ----------------------------------------------------------------------------------------------------------


@given(st.text(), st.sampled_from(["et", "ru", "zh", "ar", "el"]))
def test_a_copy_has_no_fault_but_being_one(text, locale):
    found = {rule for rule in rules(text, text, locale=locale) if not rule.startswith("source-")}
    assert found <= {"untranslated", "loop"}


@given(st.text(max_size=40), st.text(max_size=40))
def test_each_rule_has_a_sentence_that_says_what_to_do(source, target):
    for finding in found(source, target, RINGS, Term("a", "b", forms=(Form("c", "gen"),))):
        assert ";" in finding.message
        assert not finding.message.endswith(".")


def test_every_check_is_used():
    assert len(CHECKS) == len(set(CHECKS))
