import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.checks import check
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.merging import merge
from translate.core.entries.stamp import Draft, Owner
from translate.core.entries.taglines import DoubtfulTag
from translate.core.entries.termlines import TermLine, term_lines
from translate.core.placing.placed import Doubt, TagDoubt
from translate.core.results.risk import (
    ENOUGH,
    HIGH,
    MEDIUM,
    TERM,
    USUAL,
    Band,
    Evidence,
    Kind,
    Reason,
    Risk,
    assess,
    grounds,
    usual_score,
)
from translate.core.results.summary import count, term_flags, term_ways
from translate.core.terms.demands import TermOutcome
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import FOR_A_PERSON, NO_FAULT, How, Way
from translate.languages.loading import load_pair

DRAFT = Evidence("The ferry left.", "Praam lahkus.", Owner.MACHINE, score=USUAL)
APPROVED = Evidence("The ferry left.", "Praam lahkus.", Owner.PERSON, fuzzy=False)
MISSING = Finding("term-missing", Level.ERROR, "“ferry” is not rendered; write “praam”", None, "ferry")
NUMBER = Finding("number", Level.WARNING, "“7” of the source is not here; put the number right")
LOOP = Finding("loop", Level.WARNING, "“ja siis” stands here again", (0, 8))
HINT = Finding("name", Level.INFO, "“Kallas” of the source is not here")


def outcome(how: str = "as is", form: str | None = "praami", **more: object) -> TermLine:
    [line] = term_lines([TermOutcome("ferry", "praam", form, Way.parse(how), "gen", **more)])
    return line


MISSED = outcome(form=None)
INSERTED = outcome("inserted")
REPAIRED = outcome("repaired: was “laeva”, margin 2.2, also “praami”")
REDRAFTED = outcome("redrafted")
WITHIN = TermLine.parse("Glossary: ferry = praam [in “praamijuhile”]")
UNLISTED = TermLine.parse("Glossary: ferry = praam [unlisted form “praamil”]")
WARNED = TermLine.parse("Glossary: ferry = praam [missing, only a warning]")
UNDECIDED = TermLine.parse("Glossary: Today = Today [on the list of shows, decided by nobody]")
AS_IS = outcome()
[FORBIDDEN] = term_lines([TermOutcome("ferry", "laev", None, Way.parse("as is"), forbidden=True)])


def texts(risk: Risk, kind: Kind) -> list[str]:
    return [reason.text for reason in risk.reasons if reason.kind is kind]


def test_nothing_speaks_against_an_approved_text_without_findings():
    assert assess(APPROVED) == Risk(0.0, ())
    assert assess(replace(APPROVED, findings=(HINT,), terms=(AS_IS,), score=-9.0)) == Risk(0.0, ())


def test_an_approved_text_without_a_term_says_so_in_words():
    risk = assess(replace(APPROVED, findings=(MISSING,)))
    assert texts(risk, Kind.GLOSSARY) == [MISSING.message]
    assert risk.band is Band.HIGH


def test_a_draft_says_that_nobody_has_read_it_and_how_sure_the_engine_was():
    risk = assess(replace(DRAFT, score=-1.9), usual=-0.5)
    assert texts(risk, Kind.TEXT) == ["a machine wrote it, and nobody has read it yet"]
    assert texts(risk, Kind.MODEL) == ["the engine was 15 % sure of its words, where 61 % is usual"]


def test_what_an_engine_does_not_say_counts_as_usual():
    silent = assess(replace(DRAFT, score=None))
    assert silent.score == pytest.approx(assess(DRAFT).score)
    assert texts(silent, Kind.MODEL) == ["how sure the engine was is not known, so it counts as usual"]


def test_a_score_is_compared_with_what_is_usual_for_its_engine():
    proud = assess(replace(DRAFT, score=-0.2), usual=-0.1)
    humble = assess(replace(DRAFT, score=-2.0), usual=-1.0)
    assert proud.score == pytest.approx(humble.score)


def test_a_score_says_nothing_of_what_a_person_wrote():
    in_review = replace(DRAFT, owner=Owner.PERSON)
    assert assess(replace(in_review, score=-9.0)) == assess(replace(in_review, score=None))
    assert texts(assess(in_review), Kind.TEXT) == ["it waits for a person’s approval"]


def test_an_untranslated_entry_comes_before_every_draft_that_has_a_warning():
    empty = assess(Evidence("The ferry left.", "", Owner.NOBODY, fuzzy=False))
    assert [reason.text for reason in empty.reasons] == ["nobody has translated it, and there is no draft"]
    assert empty.score > assess(replace(DRAFT, findings=(NUMBER,))).score
    assert empty.band is Band.HIGH


def test_a_text_whose_source_changed_has_to_be_looked_at():
    changed = assess(replace(DRAFT, owner=Owner.PERSON, source_changed=True))
    assert "the source has changed since it was translated" in texts(changed, Kind.TEXT)
    assert changed.band is not Band.LOW
    assert assess(replace(APPROVED, source_changed=True)) == Risk()


def test_a_long_sentence_is_told_and_many_short_ones_are_not():
    long = replace(DRAFT, source="one " * 41)
    assert "long sentence: 41 words" in texts(assess(long), Kind.TEXT)
    assert assess(replace(DRAFT, source="One two three. " * 20)) == assess(DRAFT)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (MISSED, "“ferry” is not rendered as the glossary asks, by “praam” or another form of it"),
        (FORBIDDEN, "“laev” stands here, which the glossary forbids"),
        (
            INSERTED,
            "“praami” was put in, since the draft had no word for “ferry”; see whether its place is right",
        ),
        (REPAIRED, "“praami” was put in place of “laeva”"),
        (REDRAFTED, "“praami” was put in place of another word"),
        (WITHIN, "“ferry” stands only within “praamijuhile”; see whether that says it"),
        (UNLISTED, "“praamil” stands here for “ferry”, whose row lists no forms; see whether it is one"),
        (WARNED, "“ferry” is not rendered by “praam”, which its row only warns of"),
        (UNDECIDED, "“Today” is on the list of shows, and no row of the glossary says whether it stays so"),
    ],
)
def test_each_line_of_the_glossary_that_asks_for_an_eye_is_told(line, told):
    assert texts(assess(replace(DRAFT, terms=(AS_IS, line))), Kind.GLOSSARY) == [told]


NAMES = {How.N_BEST: "n-best 2", How.WITHIN: "in a compound"}


def read_back(how: How) -> Entry:
    """An entry as merging writes it for a term of which that became."""
    form = None if how in {How.MISSING, How.OFFERED, How.FORBIDDEN, *NO_FAULT} else "praami"
    way = Way(how, rank=2 if how is How.N_BEST else None, was="laeva" if how is How.REPAIRED else "")
    way = replace(way, word="praamijuhi") if how in {How.OFFERED, How.WITHIN, How.UNLISTED} else way
    told = TermOutcome("ferry", "praam", form, way, "gen", forbidden=how in {How.AVOIDED, How.FORBIDDEN})
    draft = Draft("Praami lõpp.", "argos en-et 1.9", "2-00c0ffee", (told,), score=0.0)
    [entry] = merge(None, [Entry("The ferry’s end.")], {(None, "The ferry’s end."): draft}, {})
    return entry


@pytest.mark.parametrize("how", How)
def test_whatever_way_a_term_came_the_risk_and_the_summary_read_it_back_from_its_line(how):
    entry = read_back(how)
    told = texts(assess(Evidence.of(entry)), Kind.GLOSSARY)
    assert (len(told) == 1) is bool(TERM[how])
    assert all(
        ("praam" if how in {How.MISSING, How.FORBIDDEN, How.AVOIDED, How.WARNED} else "praami") in text for text in told
    )
    catalog = Catalog(Header(), (entry,))
    assert term_ways(catalog) == {NAMES.get(how, how.value): 1}
    assert [line for _, line in term_flags(catalog)] == [line for line in entry.extracted if "FLAG" in line]
    assert count(catalog).flagged == (how in FOR_A_PERSON)


LACKING = DoubtfulTag(Doubt.NO_WORDS, "<em1>", "Data Range")
UNSURE = DoubtfulTag(Doubt.UNSURE, "<a2>", "on Tuesday")


def test_what_a_draft_has_no_words_for_asks_for_much_care_and_a_tag_in_a_doubtful_place_for_some():
    lacking, unsure = (assess(replace(DRAFT, doubtful_tags=(tag,))) for tag in (LACKING, UNSURE))
    assert lacking.band is Band.HIGH
    assert lacking.score > unsure.score > assess(DRAFT).score
    assert "the draft has no words for “Data Range”" in texts(lacking, Kind.TEXT)
    assert "<a2> may belong elsewhere" in texts(unsure, Kind.TEXT)


def test_the_same_words_count_once_and_so_do_all_tags_in_doubtful_places():
    twice = (LACKING, replace(LACKING, tag="<b3>"), UNSURE, replace(UNSURE, tag="<a4>"))
    told = texts(assess(replace(DRAFT, doubtful_tags=twice)), Kind.TEXT)
    assert told[0] == "the draft has no words for “Data Range”"
    assert "<a2>, <a4> may belong elsewhere" in told
    assert sum("no words" in text or "elsewhere" in text for text in told) == 2


def test_a_tag_around_nothing_is_the_checks_to_tell():
    assert assess(replace(DRAFT, doubtful_tags=(DoubtfulTag(Doubt.EMPTY, "<a1>", "on Tuesday"),))) == assess(DRAFT)


def test_what_was_doubtful_of_a_drafts_tags_says_nothing_of_what_a_person_wrote():
    theirs = replace(DRAFT, owner=Owner.PERSON)
    assert assess(replace(theirs, doubtful_tags=(LACKING, UNSURE))) == assess(theirs)


def test_of_every_way_it_is_said_what_it_weighs():
    assert set(TERM) == set(How)
    assert {how for how in How if TERM[how]} == {
        How.MISSING, How.OFFERED, How.FORBIDDEN, How.INSERTED, How.WITHIN, How.UNLISTED, How.WARNED, How.AVOIDED,
        How.REPAIRED, How.REDRAFTED, How.PASTED, How.UNDECIDED,
    }  # fmt: skip


def test_what_is_doubtful_weighs_more_and_says_so():
    doubtful = replace(REPAIRED, way=replace(REPAIRED.way, doubtful=True))
    plain, doubted = (assess(replace(DRAFT, terms=(line,))) for line in (REPAIRED, doubtful))
    assert doubted.score > plain.score
    assert texts(doubted, Kind.GLOSSARY) == [f"{text}; that may be wrong here" for text in texts(plain, Kind.GLOSSARY)]


def test_a_term_that_is_missing_or_forbidden_weighs_most_in_a_usual_draft():
    risks = {line: assess(replace(DRAFT, terms=(line,))) for line in (MISSED, FORBIDDEN, INSERTED, REPAIRED)}
    for line in (MISSED, FORBIDDEN, INSERTED):
        assert risks[line].reasons[0].kind is Kind.GLOSSARY
        assert risks[line].band is Band.HIGH
    assert risks[MISSED].score > assess(replace(DRAFT, findings=(NUMBER,))).score
    assert risks[REPAIRED].reasons[0].kind is Kind.MODEL


def test_what_a_glossary_line_says_and_a_check_finds_again_counts_once():
    term = Term("ferry", "praam", forbid=("laev",))
    matches = Matcher(Glossary("et", (term,))).find("The ferry left.")
    findings = check(Unit.of("The ferry left.", "Suur laev lahkus.", *load_pair("en", "et"), matches))
    assert {"term-missing", "term-forbidden"} <= {finding.rule for finding in findings}
    evidence = replace(DRAFT, target="Suur laev lahkus.", terms=(MISSED, FORBIDDEN))
    assert assess(replace(evidence, findings=findings)) == assess(evidence)


def test_the_heaviest_reason_comes_first():
    risk = assess(replace(DRAFT, findings=(LOOP, MISSING, NUMBER), terms=(REPAIRED,), score=-0.1))
    weights = [reason.weight for reason in risk.reasons]
    assert weights == sorted(weights, reverse=True)
    assert risk.reasons[0].kind is Kind.GLOSSARY


def test_what_a_check_finds_is_told_in_its_own_words():
    risk = assess(replace(DRAFT, findings=(HINT, NUMBER, HINT), terms=(INSERTED,)))
    assert {reason.kind: reason.text for reason in risk.reasons} == {
        "glossary": "“praami” was put in, since the draft had no word for “ferry”; see whether its place is right",
        "check": "“7” of the source is not here; put the number right",
        "model": "the engine was 63 % sure of its words, where 63 % is usual",
        "text": "a machine wrote it, and nobody has read it yet",
    }


@pytest.mark.parametrize(
    ("rule", "level", "band"),
    [
        ("term-missing", Level.ERROR, Band.HIGH),
        ("term-forbidden", Level.ERROR, Band.HIGH),
        ("untranslated", Level.WARNING, Band.HIGH),
        ("mixed-alphabets", Level.ERROR, Band.HIGH),
        ("number", Level.WARNING, Band.MEDIUM),
        ("unit", Level.WARNING, Band.MEDIUM),
        ("loop", Level.WARNING, Band.MEDIUM),
        ("length", Level.WARNING, Band.MEDIUM),
        ("unpaired", Level.WARNING, Band.LOW),
        ("space-around", Level.WARNING, Band.LOW),
        ("double-space", Level.WARNING, Band.LOW),
        ("invisible", Level.WARNING, Band.LOW),
        ("hidden", Level.WARNING, Band.LOW),
        ("direction", Level.WARNING, Band.MEDIUM),
        ("source-direction", Level.WARNING, Band.LOW),
    ],
)
def test_what_only_looks_bad_in_an_approved_text_asks_for_less_care_than_what_is_wrong(rule, level, band):
    risk = assess(replace(APPROVED, findings=(Finding(rule, level, "Look at it; mend it"),)))
    assert risk.band is band
    assert risk.score > 0


def test_what_the_glossary_asks_for_is_no_reason_before_anybody_has_translated():
    advice = TermLine("ferry", "praam")
    assert assess(replace(APPROVED, terms=(advice,))) == Risk()


@pytest.mark.parametrize(
    ("score", "band"),
    [(0.0, Band.LOW), (MEDIUM - 0.001, Band.LOW), (MEDIUM, Band.MEDIUM), (HIGH, Band.HIGH), (1.0, Band.HIGH)],
)
def test_a_band_begins_at_its_threshold(score, band):
    assert Risk(score).band is band


def test_a_usual_draft_is_of_medium_risk_and_a_sure_one_of_low():
    assert assess(DRAFT).band is Band.MEDIUM
    assert assess(replace(DRAFT, score=USUAL / 2)).band is Band.LOW
    assert assess(replace(DRAFT, score=USUAL * 2)).band is Band.HIGH


def test_what_is_usual_is_the_median_of_an_engines_own_scores_if_they_are_enough():
    assert usual_score([-1.0, None] * (ENOUGH - 1)) == USUAL
    assert usual_score([*[-1.0] * ENOUGH, *[-3.0] * (ENOUGH - 1), *[None] * 500]) == -1.0


def test_the_evidence_is_read_from_an_entry():
    draft = Draft("Praam lahkus.", "argos en-et 1.9", "00c0ffee", score=-1.25)
    entry = Entry("The ferry left.", draft.text, extracted=(str(MISSED), str(draft.stamp)), flags=("fuzzy",))
    expected = Evidence("The ferry left.", "Praam lahkus.", Owner.MACHINE, True, (NUMBER,), (MISSED,), -1.25)
    assert Evidence.of(entry, [NUMBER]) == expected
    doubted = replace(entry, extracted=(*entry.extracted, str(LACKING), str(UNSURE)))
    assert Evidence.of(doubted, [NUMBER]) == replace(expected, doubtful_tags=(LACKING, UNSURE))
    changed = replace(entry, msgstr="Laev lahkus.", previous_msgid="The ship left.")
    assert Evidence.of(changed) == Evidence(
        "The ferry left.", "Laev lahkus.", Owner.PERSON, True, (), (MISSED,), -1.25, True
    )
    assert Evidence.of(Entry("Hello.")) == Evidence("Hello.", "", Owner.NOBODY, fuzzy=False)
    plural = Entry("One.", msgid_plural="Many.", msgstr_plural=("Üks.", "Mitu."), flags=("fuzzy",))
    assert Evidence.of(plural).target == "Üks.\nMitu."


ANY_TEXT = st.text(max_size=12)
RULES = st.sampled_from(["term-missing", "term-forbidden", "number", "loop", "space-around", "no-such-rule"])
SPANS = st.none() | st.tuples(st.integers(0, 20), st.integers(0, 20))
FINDINGS = st.builds(Finding, RULES, st.sampled_from(Level), ANY_TEXT, SPANS, st.sampled_from(["", "ferry"]))
LINES = st.sampled_from([MISSED, FORBIDDEN, INSERTED, REPAIRED, REDRAFTED, AS_IS]) | ANY_TEXT.map(
    lambda text: TermLine.parse(f"Glossary: {text} = {text} [FLAG missing]")
)
TAGS = st.builds(TagDoubt, st.sampled_from(Doubt), st.sampled_from(["<a1>", "<br2/>"]), ANY_TEXT).map(DoubtfulTag.of)
SCORES = st.floats(-30, 0)
EVIDENCE = st.builds(
    Evidence,
    source=st.text(max_size=30) | st.integers(0, 60).map(lambda words: "word " * words),
    target=st.sampled_from(["", "Praam lahkus.", "Suur laev\nlahkus."]),
    owner=st.sampled_from(Owner),
    fuzzy=st.booleans(),
    findings=st.lists(FINDINGS, max_size=4).map(tuple),
    terms=st.lists(LINES, max_size=4).map(tuple),
    score=st.none() | SCORES,
    source_changed=st.booleans(),
    doubtful_tags=st.lists(TAGS, max_size=4).map(tuple),
)


@given(EVIDENCE, SCORES)
def test_the_reasons_explain_the_whole_risk(evidence, usual):
    risk = assess(evidence, usual)
    assert 0 <= risk.score <= 1
    assert risk.score == pytest.approx(1 - math.exp(-sum(reason.weight for reason in risk.reasons)))
    assert all(reason.weight > 0 for reason in risk.reasons)
    assert (risk.score > 0) == bool(risk.reasons)


@given(EVIDENCE)
def test_every_reason_is_one_line_of_words(evidence):
    for reason in assess(evidence).reasons:
        assert reason.text.splitlines() in ([], [reason.text])


@given(EVIDENCE, FINDINGS, LINES, TAGS, SCORES)
def test_more_trouble_never_lowers_the_risk(evidence, finding, line, tag, usual):
    before = assess(evidence, usual).score
    worse = [
        replace(evidence, findings=(*evidence.findings, finding)),
        replace(evidence, terms=(*evidence.terms, line)),
        replace(evidence, doubtful_tags=(*evidence.doubtful_tags, tag)),
        replace(evidence, source_changed=True),
        replace(evidence, source=f"{evidence.source} and more words"),
    ]
    if evidence.score is not None:
        worse.append(replace(evidence, score=evidence.score - 0.5))
    assert min(assess(one, usual).score for one in worse) >= before


@given(st.lists(st.builds(Reason, st.sampled_from(Kind), ANY_TEXT, st.floats(0.01, 3)), max_size=6))
def test_the_order_of_reasons_changes_nothing(reasons):
    assert Risk.of(reasons).score == Risk.of(reversed(reasons)).score


def alone(*findings: Finding, terms: tuple[TermLine, ...] = ()) -> str:
    """The risk of an approved text that nothing else speaks against."""
    return f"{assess(replace(APPROVED, findings=findings, terms=terms)).score:.0%}"


@pytest.mark.parametrize(
    ("rule", "level", "risk"),
    [
        ("of-nobody", Level.ERROR, "63%"),
        ("of-nobody", Level.WARNING, "39%"),
        ("of-nobody", Level.INFO, "0%"),
        ("term-missing", Level.ERROR, "70%"),
        ("term-missing", Level.WARNING, "70%"),
        ("term-missing", Level.INFO, "0%"),
        ("term-forbidden", Level.ERROR, "70%"),
        ("untranslated", Level.WARNING, "63%"),
        ("number", Level.WARNING, "55%"),
        ("unit", Level.WARNING, "55%"),
        ("loop", Level.WARNING, "55%"),
        ("space-around", Level.WARNING, "10%"),
        ("double-space", Level.WARNING, "10%"),
        ("unpaired", Level.WARNING, "18%"),
    ],
)
def test_a_finding_alone_comes_to_a_risk_that_its_check_or_its_level_says(rule, level, risk):
    assert alone(Finding(rule, level, "something is wrong")) == risk


@pytest.mark.parametrize(
    ("line", "risk"),
    [
        (MISSED, "70%"), (FORBIDDEN, "70%"), (INSERTED, "45%"), (REPAIRED, "10%"), (REDRAFTED, "10%"), (WITHIN, "10%"),
        (UNLISTED, "10%"), (WARNED, "10%"),
        (AS_IS, "0%"),
        (TermLine.parse("Glossary: ferry = praam"), "0%"),
        (TermLine.parse("Glossary: ferry = praami [in a way that only a later version knows]"), "0%"),
    ],
)  # fmt: skip
def test_what_became_of_a_term_alone_comes_to_a_risk(line, risk):
    assert alone(terms=(line,)) == risk


@pytest.mark.parametrize(
    ("evidence", "risk"),
    [
        (Evidence("It left.", "", Owner.NOBODY), "95%"),
        (Evidence("It left.", "", Owner.MACHINE, score=-2.0), "95%"),
        (Evidence("It left.", "See lahkus.", Owner.PERSON), "10%"),
        (Evidence("It left.", "See lahkus.", Owner.PERSON, source_changed=True), "55%"),
        (Evidence("It left.", "See lahkus.", Owner.MACHINE, score=0.0), "7%"),
        (Evidence("It left.", "See lahkus.", Owner.MACHINE, score=-0.46), "40%"),
        (Evidence("It left.", "See lahkus.", Owner.MACHINE, score=0.0, source_changed=True), "54%"),
    ],
)
def test_how_far_a_text_is_alone_comes_to_a_risk(evidence, risk):
    assert f"{assess(evidence).score:.0%}" == risk


@pytest.mark.parametrize(("words", "told"), [(29, []), (30, ["long sentence: 30 words"])])
def test_a_sentence_is_long_from_thirty_words_on(words, told):
    risk = assess(replace(DRAFT, source="one " * words, score=0.0))
    assert [reason.text for reason in risk.reasons if "long" in reason.text] == told
    assert f"{risk.score:.0%}" == ("24%" if told else "7%")


@pytest.mark.parametrize("mark", ".!?…")
def test_a_sentence_ends_behind_each_mark_that_ends_one(mark):
    halves = "one " * 19 + f"two{mark} " + "one " * 20
    assert assess(replace(DRAFT, source=halves)) == assess(DRAFT)
    assert assess(replace(DRAFT, source=halves.replace(mark, ","))) != assess(DRAFT)


def test_thirty_scores_tell_what_is_usual_and_twenty_nine_do_not():
    assert usual_score([-1.0] * 30) == -1.0
    assert usual_score([-1.0] * 29) == usual_score([]) == usual_score([None] * 30) != -1.0


def test_an_engine_that_is_usually_surer_than_a_twentieth_counts_as_one_that_is_not():
    unsure = replace(DRAFT, score=-0.1)
    assert assess(unsure, usual=-0.05).score == assess(unsure, usual=-0.04).score == assess(unsure, usual=0.0).score
    assert assess(unsure, usual=-0.06).score < assess(unsure, usual=-0.05).score


def test_an_engine_is_never_more_than_sure():
    sure = assess(replace(DRAFT, score=0.0))
    assert assess(replace(DRAFT, score=0.4)) == sure
    assert texts(sure, Kind.MODEL) == []
    assert texts(assess(DRAFT, usual=0.4), Kind.MODEL) == [
        "the engine was 63 % sure of its words, where 100 % is usual"
    ]


@pytest.mark.parametrize(
    ("finding", "kind"),
    [
        (Finding("other", Level.WARNING, "told"), Kind.CHECK),
        (Finding("other", Level.WARNING, "told", term="ferry"), Kind.GLOSSARY),
        (Finding("term-missing", Level.ERROR, "told"), Kind.GLOSSARY),
        (Finding("term-forbidden", Level.ERROR, "told"), Kind.GLOSSARY),
    ],
)
def test_what_a_check_says_of_a_term_comes_from_the_glossary(finding, kind):
    assert texts(assess(replace(APPROVED, findings=(finding,))), kind) == ["told"]


def test_a_term_that_is_wrong_counts_once_for_each_word_that_is():
    def forbidden(start, end):
        return Finding("term-forbidden", Level.ERROR, "told", (start, end), "ferry")

    evidence = replace(APPROVED, target="Laev, laeva laev.".lower())
    assert len(assess(replace(evidence, findings=(forbidden(0, 4), forbidden(12, 16)))).reasons) == 1
    assert len(assess(replace(evidence, findings=(forbidden(0, 4), forbidden(6, 11)))).reasons) == 2
    other = replace(MISSING, term="captain")
    assert len(assess(replace(evidence, findings=(MISSING, MISSING, other))).reasons) == 2


def test_each_way_of_a_term_that_has_several_is_told():
    told = texts(assess(replace(APPROVED, terms=(REPAIRED, INSERTED, REDRAFTED, REDRAFTED))), Kind.GLOSSARY)
    assert len(told) == 3
    other = replace(MISSED, source="boat")
    assert len(texts(assess(replace(APPROVED, terms=(MISSED, other, MISSED))), Kind.GLOSSARY)) == 2


def test_a_message_of_several_lines_is_told_in_one():
    risk = assess(replace(APPROVED, findings=(Finding("other", Level.ERROR, " one\n  two "),)))
    assert texts(risk, Kind.CHECK) == ["one two"]


@pytest.mark.parametrize("evidence", [APPROVED, replace(APPROVED, fuzzy=True), Evidence("It left.", "", Owner.MACHINE)])
def test_an_engines_doubt_is_known_of_its_drafts_alone(evidence):
    found = grounds(replace(evidence, score=-1.5))
    assert (found.drafted, found.score, found.weights.score) == (False, None, None)
    assert grounds(replace(DRAFT, score=-1.5)).weights.score == -1.5
