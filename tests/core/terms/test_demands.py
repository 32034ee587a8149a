from dataclasses import replace

from tests.core.titled import titled
from translate.core.terms.demands import TermOutcome, demands_on, outcomes
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


def test_outcomes_are_honest_about_a_missing_term():
    found = asked("The security expert spoke to Esimene stuudio.", SHOW, EXPERT)
    assert outcomes(found, "Ekspert rääkis Esimeses stuudios.", (AS_IS, Way.parse("n-best 2"))) == (
        TermOutcome("security expert", "julgeolekuekspert", None, AS_IS),
        TermOutcome("Esimene stuudio", "Esimene stuudio", "Esimeses stuudios", Way.parse("n-best 2"), "in"),
    )


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


def test_a_sentence_is_asked_for_compounds_as_its_text_is():
    found = asked_in_estonian("Go. The file.", FAIL).within(Sentence("The file.", 4, 13))
    assert [outcome.form for outcome in outcomes(found, "Tekstifail.")] == ["fail"]


def test_a_title_that_nobody_has_decided_on_asks_for_nothing_and_is_told_as_it_is():
    found = titled("“Today” told the security expert and Osoon.", EXPERT).asked
    assert [match.term.source for match in found.enforced] == ["security expert"]
    assert [match.term.source for match in found.undecided] == ["Today", "Osoon"]
    assert outcomes(found, "„Today“ rääkis: julgeolekuekspert ja Osoon.", (Way.parse("n-best 2"),)) == (
        TermOutcome("Today", "Today", "Today", Way(How.UNDECIDED)),
        TermOutcome("security expert", "julgeolekuekspert", "julgeolekuekspert", Way.parse("n-best 2")),
        TermOutcome("Osoon", "Osoon", "Osoon", Way(How.UNDECIDED)),
    )


def test_a_title_in_all_caps_is_told_as_its_list_has_it():
    [told] = outcomes(titled("“TODAY” RETURNS").asked, "„TODAY“ ON TAGASI")
    assert (told.target, told.form, told.how) == ("Today", "TODAY", Way(How.UNDECIDED))


def test_of_a_title_that_somebody_has_translated_nothing_is_told():
    asked = titled("She told “Today” that Osoon was better than Ringvaade.").asked
    told = outcomes(asked, "Ta ütles „Täna“ saates, et Osoon on parem, kui Ringvaadetki.")
    assert [outcome.source for outcome in told] == ["Osoon"]
