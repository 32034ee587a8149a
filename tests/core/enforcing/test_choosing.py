from translate.core.enforcing.choosing import choose, forms_for, to_translate
from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.core.terms.demands import Demands, TermOutcome, demands_on, outcomes
from translate.core.terms.glossary import Action, Form, Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import AS_IS, Way
from translate.core.text.sentences import Sentence
from translate.languages.loading import load_language

SHOW = Term("Esimene stuudio", "Esimene stuudio", Action.INFLECT, forms=(Form("Esimeses stuudios", "in"),))
EXPERT = Term("security expert", "julgeolekuekspert")
BANNED = Term("expert", "asjatundja", Action.FORBID)


def asked(text, *terms):
    return demands_on(Matcher(Glossary("et", terms)), text)


def asked_in_estonian(text, *terms):
    estonian = load_language("et")
    return demands_on(Matcher(Glossary("et", terms, estonian.compounding, estonian.inflection)), text)


def test_a_sentence_carries_its_own_terms_with_offsets_of_its_own():
    text = "Hello. He spoke to Esimene stuudio."
    found = asked(text, SHOW)
    sentence = Sentence(text[7:], 7, len(text))
    assert to_translate(sentence.text, found.within(sentence)) == SourceSentence(
        "He spoke to Esimene stuudio.", (RequiredTerm(12, 27, ("Esimene stuudio", "Esimeses stuudios"), SHOW),)
    )
    assert found.within(Sentence("Hello.", 0, 6)).matches == ()


def test_a_ban_is_not_a_requirement():
    assert to_translate("The expert left.", asked("The expert left.", BANNED)).terms == ()


def test_forms_take_the_capitals_of_the_text():
    assert forms_for(EXPERT, "security expert") == ("julgeolekuekspert",)
    assert forms_for(EXPERT, "Security expert") == ("Julgeolekuekspert", "julgeolekuekspert")
    assert forms_for(EXPERT, "SECURITY EXPERT") == ("JULGEOLEKUEKSPERT",)
    assert forms_for(Term("NATO", "NATO"), "NATO") == ("NATO",)


def test_the_capitals_are_those_of_the_term_not_of_what_is_around_it():
    text = "The SECURITY EXPERT left. Security expert!"
    assert to_translate(text, asked(text, EXPERT)).terms == (
        RequiredTerm(4, 19, ("JULGEOLEKUEKSPERT",), EXPERT),
        RequiredTerm(26, 41, ("Julgeolekuekspert", "julgeolekuekspert"), EXPERT),
    )


def test_an_acronym_is_not_in_capitals_because_its_text_shouts():
    alliance = Term("NATO", "põhja allianss", forms=(Form("põhja alliansi", "gen"),))
    assert forms_for(alliance, "NATO") == ("põhja allianss", "põhja alliansi")


def test_the_first_hypothesis_with_every_term_is_taken():
    found = asked("He spoke to Esimene stuudio.", SHOW)
    offers = (Hypothesis("Ta rääkis esimeses ateljees."), Hypothesis("Ta rääkis Esimeses stuudios."))
    assert choose(offers, found).rank == 2
    assert choose(offers, Demands()).rank == 1


def test_where_none_has_every_term_the_first_with_most_is_taken():
    found = asked("The security expert spoke to Esimene stuudio.", SHOW, EXPERT)
    offers = (
        Hypothesis("Ekspert rääkis."),
        Hypothesis("Ekspert rääkis Esimeses stuudios."),
        Hypothesis("Julgeolekuekspert rääkis."),
    )
    assert choose(offers, found).rank == 2


def test_a_hypothesis_with_a_forbidden_rendering_gives_way():
    found = asked("The expert spoke.", BANNED)
    offers = (Hypothesis("Asjatundja rääkis."), Hypothesis("Ekspert rääkis."))
    assert choose(offers, found).text == "Ekspert rääkis."
    assert outcomes(found, "Asjatundja rääkis.") == (TermOutcome("expert", "Asjatundja", None, AS_IS, forbidden=True),)


def test_a_term_that_is_off_is_seen_and_not_enforced():
    off = Term("ferry", "", Action.OFF)
    found = asked("The ferry and the security expert.", off, EXPERT)
    assert [m.term for m in found.matches] == [off, EXPERT]
    assert [m.term for m in found.enforced] == [EXPERT]
    assert [t.forms for t in to_translate("The ferry and the security expert.", found).terms] == [EXPERT.accepted]


def test_a_name_and_a_word_in_the_capitals_that_it_always_has_keep_theirs():
    assert forms_for(Term("Kallas", "kallas"), "Kallas") == ("kallas",)
    assert forms_for(Term("Kallas", "kallas"), "KALLAS") == ("KALLAS",)
    assert forms_for(Term("iPhone", "telefon"), "iPhone") == ("telefon",)
    assert forms_for(Term("iPhone", "telefon"), "IPhone") == ("Telefon", "telefon")


def test_a_missing_term_and_a_forbidden_word_weigh_the_same():
    found = asked("The security expert spoke to Esimene stuudio.", SHOW, EXPERT, Term("", "ateljee", Action.FORBID))
    offers = (
        Hypothesis("Ekspert rääkis seal."),
        Hypothesis("Ekspert rääkis Esimene stuudio ateljee."),
        Hypothesis("Julgeolekuekspert rääkis Esimene stuudio ateljee."),
        Hypothesis("Ekspert rääkis Esimene stuudio."),
    )
    assert [choose(offers[:n], found).rank for n in (1, 2, 3, 4)] == [1, 1, 3, 3]


def test_a_choice_that_is_not_the_engines_first_says_which_it_is():
    found = asked("The security expert.", EXPERT)
    offers = (Hypothesis("Ekspert."), Hypothesis("Asjatundja."), Hypothesis("Julgeolekuekspert."))
    assert choose(offers, found).how == Way.parse("n-best 3")
    assert choose(offers[2:], found).how == AS_IS
    assert choose(offers, found, among=[0, 1]).how == AS_IS
    assert choose(offers, found, among=[1, 2]).rank == 3


def test_a_first_choice_with_a_form_that_is_not_listed_is_kept():
    offers = (Hypothesis("Ava kaustas."), Hypothesis("Ava kaust."))
    assert choose(offers, asked_in_estonian("Open the folder.", Term("folder", "kaust"))).rank == 1


def test_a_first_choice_with_the_term_within_a_word_is_kept():
    offers = (Hypothesis("Muuda failinime."), Hypothesis("Muuda fail."))
    assert choose(offers, asked_in_estonian("Change the file.", Term("file", "fail"))).rank == 1
