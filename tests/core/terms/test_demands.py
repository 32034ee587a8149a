from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.core.terms.demands import Demands, TermOutcome, choose, demands_on, forms_for, outcomes, to_translate
from translate.core.terms.glossary import Action, Form, Glossary, Require, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import AS_IS, Way
from translate.core.text.sentences import Sentence

SHOW = Term("Esimene stuudio", "Esimene stuudio", Action.INFLECT, forms=(Form("Esimeses stuudios", "in"),))
EXPERT = Term("security expert", "julgeolekuekspert")
BANNED = Term("expert", "asjatundja", Action.FORBID)


def asked(text, *terms):
    return demands_on(Matcher(Glossary("et", terms)), text)


def test_a_sentence_carries_its_own_terms_with_offsets_of_its_own():
    text = "Hello. He spoke to Esimene stuudio."
    found = asked(text, SHOW)
    sentence = Sentence(text[7:], 7, len(text))
    assert to_translate(sentence.text, found.within(sentence)) == SourceSentence(
        "He spoke to Esimene stuudio.", (RequiredTerm(12, 27, ("Esimene stuudio", "Esimeses stuudios")),)
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
        RequiredTerm(4, 19, ("JULGEOLEKUEKSPERT",)),
        RequiredTerm(26, 41, ("Julgeolekuekspert", "julgeolekuekspert")),
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


def test_outcomes_are_honest_about_a_missing_term():
    found = asked("The security expert spoke to Esimene stuudio.", SHOW, EXPERT)
    assert outcomes(found, "Ekspert rääkis Esimeses stuudios.", (AS_IS, Way.parse("n-best 2"))) == (
        TermOutcome("security expert", "julgeolekuekspert", None, AS_IS),
        TermOutcome("Esimene stuudio", "Esimene stuudio", "Esimeses stuudios", Way.parse("n-best 2"), "in"),
    )


def test_a_hypothesis_with_a_forbidden_rendering_gives_way():
    found = asked("The expert spoke.", BANNED)
    offers = (Hypothesis("Asjatundja rääkis."), Hypothesis("Ekspert rääkis."))
    assert choose(offers, found).text == "Ekspert rääkis."
    assert outcomes(found, "Asjatundja rääkis.") == (TermOutcome("expert", "Asjatundja", None, AS_IS, forbidden=True),)


def test_a_term_that_may_be_missing_is_not_told_of():
    soft = Term("ferry", "praam", require=Require.WARN)
    assert outcomes(asked("The ferry sailed.", soft), "See sõitis.") == ()
