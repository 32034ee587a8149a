from dataclasses import replace

from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.core.terms.demands import Demands, TermOutcome, choose, demands_on, forms_for, outcomes, to_translate
from translate.core.terms.glossary import Action, Form, Glossary, Require, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import AS_IS, How, Way
from translate.core.text.sentences import Sentence
from translate.languages.loading import load_language

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


def test_a_term_that_only_warns_is_told_where_it_is_not_there_and_is_no_fault():
    soft = Term("ferry", "praam", require=Require.WARN)
    [told] = outcomes(asked("The ferry sailed.", soft), "See sõitis.")
    assert told == TermOutcome("ferry", "praam", None, Way(How.WARNED))
    assert not told.at_fault


def test_a_mention_behind_the_first_is_told_where_it_is_there_only():
    once = Term("ferry", "praam", require=Require.FIRST)
    told = outcomes(asked("The ferry sailed. The ferry sank.", once), "Praam sõitis. See uppus.")
    assert told == (TermOutcome("ferry", "praam", "Praam", AS_IS),)


def test_a_term_at_either_end_of_a_sentence_is_its_own_and_one_beyond_is_not():
    text = "Go. Esimene stuudio. Go."
    found = asked(text, SHOW)
    [(start, end)] = [(m.start, m.end) for m in found.matches]
    for shift, length, inside in ((0, 0, True), (1, 0, False), (0, -1, False), (-1, 1, True)):
        sentence = Sentence(text[start + shift : end + length], start + shift, end + length)
        assert [(m.start, m.end) for m in found.within(sentence).matches] == [(-shift, 15 - shift)] * inside


def test_every_ban_holds_for_every_sentence():
    text = "The expert left. He went."
    assert asked(text, BANNED).within(Sentence("He went.", 17, 25)).bans == (BANNED,)


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


def test_outcomes_of_terms_come_before_those_of_bans_and_each_has_the_way_that_is_told_of_it():
    ban = Term("", "ateljee", Action.FORBID, forms=(Form("ateljees"),))
    strict = Term("ferry", "praam", forbid=("laev",))
    found = asked("The ferry, a security expert.", strict, EXPERT, ban)
    way = Way.parse("redrafted")
    assert outcomes(found, "Ateljees laev, praam julgeolekuekspert.", (way,)) == (
        TermOutcome("ferry", "praam", "praam", way),
        TermOutcome("security expert", "julgeolekuekspert", "julgeolekuekspert", AS_IS),
        TermOutcome("ateljees", "Ateljees", None, AS_IS, forbidden=True),
        TermOutcome("ferry", "laev", None, AS_IS, forbidden=True),
    )


def test_a_term_that_may_be_missing_and_is_there_is_told_of():
    soft = Term("ferry", "praam", require=Require.WARN)
    assert outcomes(asked("The ferry sailed.", soft), "Praam sõitis.") == (
        TermOutcome("ferry", "praam", "Praam", AS_IS),
    )


FAIL = Term("file", "fail", forms=(Form("faili", "gen"),))


def asked_in_estonian(text, *terms):
    language = load_language("et")
    return demands_on(Matcher(Glossary("et", terms, language.compounding, language.inflection)), text)


def test_a_term_within_a_word_is_told_with_the_word_and_is_no_fault():
    found = asked_in_estonian("The file, a file.", FAIL)
    within, missing = outcomes(found, "Muuda failinime.", (AS_IS, Way.parse("n-best 2")))
    assert within == TermOutcome("file", "fail", None, Way(How.WITHIN, word="failinime"))
    assert missing == TermOutcome("file", "fail", None, AS_IS)
    assert (within.at_fault, missing.at_fault) == (False, True)


def test_of_mentions_in_several_sentences_what_is_offered_is_told_of_one_that_is_not_there():
    found = asked_in_estonian("Open a file. The file is empty.", FAIL)
    offered, was = Way(How.OFFERED, word="fail"), Way.parse("repaired: was “kaust”")
    first, second = outcomes(found, "Ava see. Fail on tühi.", (offered, was))
    assert (first.form, first.how, second.form, second.how) == ("Fail", was, None, offered)
    both = outcomes(found, "Ava fail. Fail on tühi.", (offered, was))
    assert [(one.form, one.how) for one in both] == [("fail", was), ("Fail", AS_IS)]


def test_a_mention_that_may_be_missing_is_told_within_a_word_only_where_its_term_warns():
    told = {
        require: [outcome.how.how for outcome in outcomes(found, "Muuda fail ja failinime.")]
        for require in Require
        if (found := asked_in_estonian("The file, the file.", replace(FAIL, require=require)))
    }
    both = [How.AS_IS, How.WITHIN]
    assert told == {Require.ALL: both, Require.FIRST: [How.AS_IS], Require.WARN: both}


def test_a_form_that_is_not_listed_is_told_with_the_word_and_is_no_fault():
    folder = Term("folder", "kaust")
    [told] = outcomes(asked_in_estonian("Open the folder.", folder), "Ava kausta.")
    assert told == TermOutcome("folder", "kaust", None, Way(How.UNLISTED, word="kausta"))
    assert not told.at_fault


def test_a_first_choice_with_a_form_that_is_not_listed_is_kept():
    offers = (Hypothesis("Ava kaustas."), Hypothesis("Ava kaust."))
    assert choose(offers, asked_in_estonian("Open the folder.", Term("folder", "kaust"))).rank == 1


def test_a_first_choice_with_the_term_within_a_word_is_kept():
    offers = (Hypothesis("Muuda failinime."), Hypothesis("Muuda fail."))
    assert choose(offers, asked_in_estonian("Change the file.", FAIL)).rank == 1


def test_a_sentence_is_asked_for_compounds_as_its_text_is():
    found = asked_in_estonian("Go. The file.", FAIL).within(Sentence("The file.", 4, 13))
    assert [outcome.form for outcome in outcomes(found, "Tekstifail.")] == ["fail"]
