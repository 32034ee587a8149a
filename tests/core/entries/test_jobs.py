"""What nobody has translated is cut into sentences for an engine, and what it makes of them is one draft again."""

from dataclasses import replace

import pytest

from tests.core.titled import titled
from tests.core.told import Told
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Hole, MemoryLine
from translate.core.entries.jobs import assembled, job_of, sentences_of, unanswered, wishes
from translate.core.entries.merging import Inheritance
from translate.core.entries.stamp import Draft, text_hash
from translate.core.entries.termlines import TermLine
from translate.core.offers import Likelihood
from translate.core.terms.demands import Demands, TermOutcome, demands_on
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import AS_IS, How, Way
from translate.languages.loading import load_pair
from translate.segmentation import segmenter_for

MATCHER = Matcher(Glossary("et", (Term("ferry", "praam"), Term("St. Mary", "Püha Maarja"))))
NEW = Entry("The ferry left. It sank.")
MINE = Entry("It was late.")
OLD = Entry("It was dark.")
MESSAGES = (NEW, MINE, OLD)
MEMORY = MemoryLine(80, source="The ferry left.", target="Praam läks.")
SECOND = Way(How.N_BEST, rank=2)


def wished(entries, signature="argos 1", *, matcher=MATCHER, **options):
    demands = {message.key: demands_on(matcher, message.msgid) for message in MESSAGES}
    told = {"signature": signature, "hypotheses": 4, "words": "", **options}
    return list(wishes(MESSAGES, Inheritance(entries), demands, **told))


def draft_of(*arguments):
    """What is assembled, but for the tags that it may want."""
    return assembled(*arguments).draft


def cut(wish, *suggestions, language="en"):
    return job_of(wish, sentences_of(wish.message, wish.asked, segmenter_for(language)), suggestions)


def job(message=NEW):
    (wish,) = [wish for wish in wished({}) if wish.message is message]
    return cut(wish, MEMORY)


def test_a_persons_text_is_wished_by_nobody():
    found = wished({MINE.key: Entry(MINE.msgid, "Oli hilja.")})
    assert [(wish.message, wish.wanted, len(wish.asked.matches)) for wish in found] == [(NEW, True, 1), (OLD, True, 0)]


def test_a_hole_that_a_tool_made_is_wished_by_nobody():
    found = wished({MINE.key: Entry(MINE.msgid, extracted=(str(Hole("2026-11-28")),))})
    assert [wish.message for wish in found] == [NEW, OLD]


def test_what_was_taken_over_may_follow_its_origin_and_is_never_drafted():
    line = MemoryLine(origin="a.po", fill=text_hash("Oli hilja."))
    fill = Entry(MINE.msgid, "Oli hilja.", extracted=(str(line),))
    assert [(wish.fill, wish.wanted) for wish in wished({MINE.key: fill})] == [
        (None, True),
        (fill, False),
        (None, True),
    ]
    assert [wish.message for wish in wished({MINE.key: replace(fill, msgstr="Oli vara.")})] == [NEW, OLD]


def test_a_draft_of_ours_is_wanted_anew_when_what_it_is_made_from_changes():
    inputs = wished({})[2].inputs.told
    stamp = Draft("Oli pime.", "argos 1", inputs).stamp
    ours = Entry(OLD.msgid, "Oli pime.", extracted=(str(stamp),), flags=("fuzzy",))
    assert [wish.wanted for wish in wished({OLD.key: ours})] == [True, True, False]
    assert [wish.wanted for wish in wished({OLD.key: ours}, "argos 2")] == [True, True, True]


def test_whoever_stands_in_for_an_engine_that_is_away_drafts_anew_only_what_the_other_would():
    stamp = Draft("Praam läks.", "argos 1", wished({})[0].inputs.told).stamp
    entries = {NEW.key: Entry(NEW.msgid, "Praam läks.", extracted=(str(stamp),), flags=("fuzzy",))}
    assert [wish.wanted for wish in wished(entries, "apertium 1")] == [True, True, True]
    assert [wish.wanted for wish in wished(entries, "apertium 1", standing_in=True)] == [False, True, True]
    assert [wish.wanted for wish in wished(entries, "argos 2", standing_in=True)] == [True, True, True]
    changed = Matcher(Glossary("et", (Term("ferry", "laev"),)))
    assert [wish.wanted for wish in wished(entries, "apertium 1", standing_in=True, matcher=changed)] == [
        True,
        True,
        True,
    ]
    assert [wish.inputs for wish in wished(entries, "apertium 1", standing_in=True)] == [
        wish.inputs for wish in wished(entries, "apertium 1")
    ]


def test_a_message_is_cut_into_sentences_and_never_inside_a_term():
    assert [sentence.text for sentence in job().sentences] == ["The ferry left.", "It sank."]
    message = Entry("We saw St. Mary today.")
    demands = {message.key: demands_on(MATCHER, message.msgid)}
    (wish,) = wishes([message], Inheritance({}), demands, signature="argos 1", hypotheses=4, words="")
    assert len(cut(wish, language="et").sentences) == 1


def test_a_message_is_never_cut_inside_an_identifier():
    class Everywhere:
        def split(self, text):
            return list(text)

    message = Entry("See story.asp?StoryID=5 now")
    cut = [one.text for one in sentences_of(message, Demands(), Everywhere())]
    assert cut == ["S", "e", "e", "story.asp?StoryID=5", "n", "o", "w"]


def test_a_draft_one_of_whose_sentences_was_drafted_in_parts_says_so():
    told = [Told("Praam lahkus."), Told("See uppus.", in_parts=True)]
    assert draft_of(job(), told, "argos 1").in_parts
    assert not draft_of(job(), [Told("Praam lahkus."), Told("See uppus.")], "argos 1").in_parts


def test_the_sentences_of_a_draft_are_joined_and_its_terms_told():
    made = draft_of(job(), [Told("Praam lahkus.", (SECOND,)), Told("See uppus.")], "argos 1")
    assert (made.text, made.engine, made.suggestions, made.score) == (
        "Praam lahkus. See uppus.", "argos 1", (MEMORY,), None,
    )  # fmt: skip
    assert made.outcomes == (TermOutcome("ferry", "praam", "Praam", SECOND),)


def test_a_draft_is_as_sure_as_its_sentences_are_together():
    said = [Told("Praam lahkus.", (AS_IS,), Likelihood(-2.0, 4)), Told("See uppus.", (), Likelihood(-4.0, 4))]
    assert draft_of(job(), said, "argos 1").score == -0.75


@pytest.mark.parametrize(
    ("said", "lacking"),
    [(("Praam lahkus.", ""), 1), (("", "See uppus."), 1), ((" ", "\u00a0"), 2), (("\n", ""), 2), (("P", "U"), 0)],
)
def test_a_text_that_lacks_a_sentence_is_no_draft(said, lacking):
    sentences = [Told(text) for text in said]
    assert (unanswered(sentences), assembled(job(), sentences, "argos 1") is None) == (lacking, lacking > 0)


def test_of_nothing_comes_no_draft():
    assert assembled(replace(job(), sentences=()), [], "argos 1") is None


def test_what_a_draft_is_made_from_is_told_with_it_and_all_of_it_counts():
    def inputs(signature="argos 1", hypotheses=4, words="", demands=None):
        asked = demands or {message.key: demands_on(MATCHER, message.msgid) for message in MESSAGES}
        found = wishes(MESSAGES, Inheritance({}), asked, signature=signature, hypotheses=hypotheses, words=words)
        return [wish.inputs.told for wish in found]

    before = inputs()
    nothing = {message.key: demands_on(Matcher(Glossary("et", ())), message.msgid) for message in MESSAGES}
    assert len(set(before)) == len(MESSAGES)
    assert [one == other for one, other in zip(before, inputs("argos 2"), strict=True)] == [False, False, False]
    assert [one == other for one, other in zip(before, inputs(hypotheses=5), strict=True)] == [False, False, False]
    assert [one == other for one, other in zip(before, inputs(words="aa"), strict=True)] == [False, True, True]
    assert [one == other for one, other in zip(before, inputs(demands=nothing), strict=True)] == [False, True, True]
    assert job().inputs == before[0]
    assert draft_of(job(), [Told("Praam lahkus."), Told("See uppus.")], "argos 1").inputs == before[0]


def test_a_job_has_what_its_wish_has_and_no_suggestion_where_the_memory_has_none():
    (wish, *_) = wished({})
    made = cut(wish)
    assert (made.message, made.asked, made.suggestions) == (NEW, wish.asked, ())
    assert job().suggestions == (MEMORY,)


def test_an_entry_without_a_text_is_wished_for():
    assert [wish.wanted for wish in wished({MINE.key: MINE})] == [True, True, True]


def test_a_forbidden_word_that_was_avoided_has_a_line_of_its_own():
    avoided = TermOutcome("dock", "kai", None, Way(How.AVOIDED), forbidden=True)
    draft = draft_of(job(), [Told("Praam lahkus."), Told("See uppus.", avoided=(avoided,))], "argos 1")
    assert draft.outcomes[-1] == avoided
    assert str(TermLine.of(avoided)) == "Glossary: dock ≠ kai [avoided]"
    assert TermLine.parse("Glossary: dock ≠ kai [avoided]") == TermLine.of(avoided)


@pytest.mark.parametrize(("terms", "number"), [((), 2), ((Term("Help! Now", "Appi!"),), 1)])
def test_a_sentence_that_ends_inside_a_term_goes_on(terms, number):
    message = Entry("They played Help! Now and then it rained.")
    demands = {message.key: demands_on(Matcher(Glossary("et", terms)), message.msgid)}
    (wish,) = wishes([message], Inheritance({}), demands, signature="argos 1", hypotheses=4, words="")
    assert len(cut(wish).sentences) == number


def test_a_draft_is_set_as_its_language_is_but_for_its_terms():
    source, own = (language.typography() for language in load_pair("en", "et"))
    message = Entry("“The ferry left,” he said. He paid 1,250 euros .")
    demands = {message.key: demands_on(MATCHER, message.msgid)}
    (wish,) = wishes([message], Inheritance({}), demands, signature="argos 1", hypotheses=4, words="")
    said = [Told('"Praam lahkus," ütles ta.', (SECOND,)), Told("Ta maksis 1,250 eurot.")]
    draft = draft_of(cut(wish), said, "argos 1", (source, own))
    assert draft.text == "„Praam lahkus,“ ütles ta. Ta maksis 1\u00a0250 eurot."
    assert draft.outcomes == (TermOutcome("ferry", "praam", "Praam", SECOND),)


def test_a_term_whose_form_is_set_otherwise_stays_as_the_glossary_has_it():
    source, own = (language.typography() for language in load_pair("en", "es"))
    message = Entry("NATO is late.")
    demands = {message.key: demands_on(Matcher(Glossary("es", (Term("NATO", "LA OTAN"),))), message.msgid)}
    (wish,) = wishes([message], Inheritance({}), demands, signature="argos 1", hypotheses=4, words="")
    draft = draft_of(cut(wish), [Told("LA OTAN llega tarde.")], "argos 1", (source, own))
    assert draft.text == "LA OTAN llega tarde."
    assert [outcome.form for outcome in draft.outcomes] == ["LA OTAN"]


def test_a_sentence_that_the_engine_left_as_it_is_is_not_set_otherwise():
    draft = draft_of(
        job(),
        [Told("The ferry left."), Told("It sank.")],
        "identity 1",
        tuple(language.typography() for language in load_pair("en", "es")),
    )
    assert draft.text == "The ferry left. It sank."


def test_a_quotation_that_the_engine_left_as_it_is_is_not_opened():
    message = Entry("They sang “Spring is coming!”")
    (wish,) = wishes([message], Inheritance({}), {message.key: Demands()}, signature="a 1", hypotheses=4, words="")
    setting = tuple(language.typography() for language in load_pair("en", "es"))
    said = [Told("Cantaban “Spring is coming!”")]
    assert draft_of(cut(wish), said, "a 1", setting).text == "Cantaban “Spring is coming!”"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They saw Kes? Mis? Kus? It was good.", ["They saw Kes? Mis? Kus?", "It was good."]),
        ("Is Kes? Mis? Kus? back? Jüri Üdi klubi. is.", ["Is Kes? Mis? Kus? back?", "Jüri Üdi klubi. is."]),
    ],
)
def test_a_title_with_the_end_of_a_sentence_in_it_is_never_cut(text, sentences):
    message = Entry(text)
    assert [one.text for one in sentences_of(message, titled(text).asked, segmenter_for("en"))] == sentences


@pytest.mark.parametrize(
    ("title", "locale"),
    [
        ("1,250 rändajat", "et"),
        ("See “kuulus” rändaja", "et"),
        ("March 31, 2027: pealtnägija", "et"),
        ("AKT DE AKT", "es"),
    ],
)
@pytest.mark.parametrize("written", [str, str.upper])
def test_a_title_that_nobody_has_decided_on_is_not_set_as_the_language_is(title, locale, written):
    text = written(f"The team of {title}.")
    asked = titled(text, Term("ferry", "praam"), titles=(title,)).asked
    message = Entry(text)
    (wish,) = wishes([message], Inheritance({}), {message.key: asked}, signature="a 1", hypotheses=4, words="")
    setting = tuple(language.typography() for language in load_pair("en", locale))
    said = [Told(written(f"Nii on {title}, 1,250 ."))]
    told = draft_of(cut(wish), said, "a 1", setting).text
    assert written(title) in told


def test_tags_wait_for_what_is_known_of_sentences_terms_and_identifiers():
    source = "The long ferry of err.ee left late. It sank, and err.ee/x says so."
    text = "Praam lahkus err.ee poolt väga hilja täna. See vajus, ütleb err.ee/x nii."
    message = Entry("The long <a1>ferry</a1> of err.ee left late. It sank, and <b2>err.ee/x</b2> says <i3>so</i3>.")
    told = [Told("Praam lahkus err.ee poolt väga hilja täna."), Told("See vajus, ütleb err.ee/x nii.")]
    demands = demands_on(MATCHER, source)
    (wish,) = wishes([message], Inheritance({}), {message.key: demands}, signature="argos 1", hypotheses=4, words="")
    made = assembled(cut(wish), told, "argos 1")
    assert made.draft.text == made.unplaced.text == text
    assert made.unplaced.source == message.msgid
    assert [(source[slice(*here)], text[slice(*there)]) for here, there in made.unplaced.sentences] == [
        ("The long ferry of err.ee left late.", "Praam lahkus err.ee poolt väga hilja täna."),
        ("It sank, and err.ee/x says so.", "See vajus, ütleb err.ee/x nii."),
    ]
    # The shorter identifier stands in the longer one, too, so that nobody knows which is which.
    assert [(source[slice(*here)], text[slice(*there)]) for here, there in made.unplaced.known] == [
        ("ferry", "Praam"),
        ("err.ee/x", "err.ee/x"),
    ]


def test_a_draft_of_a_text_without_tags_waits_for_none():
    assert assembled(job(), [Told("Praam lahkus."), Told("See uppus.")], "argos 1").unplaced is None


def test_a_tag_that_the_engine_has_invented_is_none_of_the_draft():
    said = [Told("<b1>Praam</b1> lahkus<br2/>kohe."), Told("<code3/> uppus.</i9>")]
    assert draft_of(job(), said, "argos 1").text == "Praam lahkus kohe. <code3/> uppus."
    said = [Told("<b1></b1>"), Told("See uppus.")]
    assert (unanswered(said), assembled(job(), said, "argos 1")) == (1, None)
