"""Each line that newsdesk writes into an entry is a value that tells it and is read from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import FERRY, HARBOUR, case
from tests.core.terms.test_ways import HOSTILE, WAYS
from tests.core.titled import titled
from translate.core.article import Kind
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import (
    Approval,
    DraftedAgain,
    Hole,
    InParts,
    KeptAsIs,
    MemoryLine,
    Position,
    SetBack,
    SourceChange,
    Stamp,
    Unconfirmed,
    Unknown,
    flagged,
    flags,
    of_kind,
    parse,
    recorded_ways,
    written,
)
from translate.core.entries.taglines import DoubtfulTag, MoreDoubtfulTags, tag_lines
from translate.core.entries.termlines import Shape, TermLine, advice_lines, term_lines
from translate.core.placing.placed import Doubt, TagDoubt
from translate.core.terms.demands import TermOutcome, outcomes
from translate.core.terms.glossary import Action
from translate.core.terms.ways import AS_IS, How, Way

REPAIRED = "repaired: was “laevale”, margin 2.2, also “praami”"
INSERTED = "inserted, margin 0.3, also “praam”"
IN_PARTS_BEFORE_TITLES = (
    "In parts: the engine lost an address or the like, so what stands around it was drafted piece by piece"
)


def outcome(form, how="as is", label="", **more):
    return TermOutcome("ferry", "praam", form, Way.parse(how), label, **more)


@pytest.mark.parametrize(
    ("became", "line", "flag"),
    [
        (outcome("praam"), "ferry = praam [as is]", False),
        (outcome("Praam", "as is", "nom"), "ferry = Praam [as is]", False),
        (outcome("praami", "n-best 2", "gen"), "ferry = praami [inflected, n-best 2]", False),
        (outcome("leiger"), "ferry = leiger [other form, as is]", False),
        (outcome("praamile", REPAIRED, "all"), f"ferry = praamile [inflected, {REPAIRED}]", False),
        (outcome("praam", "inserted"), "ferry = praam [FLAG inserted]", True),
        (outcome("praami", INSERTED, "gen"), f"ferry = praami [FLAG inflected, {INSERTED}]", True),
        (outcome(None), "ferry = praam [FLAG missing]", True),
        (outcome(None, "offered “praami”"), "ferry = praam [FLAG offered “praami”]", True),
        (outcome(None, "repaired: was “laeva”"), "ferry = praam [FLAG missing]", True),
        (outcome("praami", f"doubtful, {REPAIRED}", "gen"), f"ferry = praami [inflected, doubtful, {REPAIRED}]", False),
        (outcome("Praam", "doubtful, redrafted"), "ferry = Praam [doubtful, redrafted]", False),
        (outcome(None, "avoided", forbidden=True), "ferry ≠ praam [avoided]", False),
        (outcome(None, "missing, only a warning"), "ferry = praam [missing, only a warning]", False),
        (outcome(None, "unlisted form “praamil”"), "ferry = praam [unlisted form “praamil”]", False),
        (TermOutcome("ferry", "laevale", None, AS_IS, forbidden=True), "ferry ≠ laevale [FLAG forbidden]", True),
    ],
)
def test_a_line_says_what_became_of_a_term_and_whether_a_person_must_look(became, line, flag):
    [told] = term_lines([became])
    assert (str(told), told.told) == (f"Glossary: {line}", line)
    assert parse(str(told)) == told
    entry = Entry("x", extracted=(f"Glossary: {line}",))
    assert flagged(entry) is flag
    assert flags(entry) == (entry.extracted if flag else ())


def test_the_same_outcome_is_told_once_with_how_often_it_came_and_the_order_is_the_texts():
    praam, sadam = (TermOutcome(t.source, t.target, t.target, AS_IS) for t in (FERRY, HARBOUR))
    missing = TermOutcome("ferry", "praam", None, AS_IS)
    nearly = [replace(praam, how=Way(How.REPAIRED, was="laev", margin=m, also="x")) for m in (2.21, 2.24)]
    assert tuple(map(str, term_lines([sadam, praam, sadam, missing, *nearly]))) == (
        "Glossary: harbor = sadam [as is] ×2",
        "Glossary: ferry = praam [as is]",
        "Glossary: ferry = praam [FLAG missing]",
        "Glossary: ferry = praam [repaired: was “laev”, margin 2.2, also “x”] ×2",
    )


def test_how_often_an_outcome_came_is_read_and_counted():
    several = TermLine("ferry", "praam", AS_IS, times=12)
    assert TermLine.parse("Glossary: ferry = praam [as is] ×12") == several
    lines = ("Glossary: ferry = praam [FLAG missing] ×2", "Glossary: ferry = praam [as is]")
    entry = Entry("x", extracted=lines)
    assert recorded_ways(entry) == ("missing", "missing", "as is")
    assert flags(entry) == lines[:1]


@pytest.mark.parametrize(
    "told", ["ferry = praam ×2", "ferry = praam [as is] ×1", "ferry = praam [as is] ×02", "a [b] × 2"]
)
def test_what_only_looks_like_a_number_of_mentions_is_told_again_as_it_was(told):
    line = TermLine.parse(f"Glossary: {told}")
    assert (line.times, line.told) == (1, told)


def test_advice_tells_of_a_title_in_its_place_that_nobody_has_decided_on_it():
    asked = titled("“Today” is on the ferry, and so is “Today”.", FERRY).asked
    assert tuple(map(str, advice_lines(asked))) == (
        "Glossary: Today = Today [on the list of shows, decided by nobody]",
        "Glossary: ferry = praam",
    )


def test_a_title_that_nobody_has_decided_on_is_told_and_not_flagged():
    asked = titled("“TODAY” AND “TODAY”").asked
    lines = tuple(map(str, term_lines(outcomes(asked, "„TODAY“ JA „TODAY“"))))
    assert lines == ("Glossary: Today = TODAY [on the list of shows, decided by nobody] ×2",)
    assert not flagged(Entry("x", extracted=lines))
    assert recorded_ways(Entry("x", extracted=lines)) == ("on the list of shows, decided by nobody",) * 2


def test_advice_tells_what_is_asked_for_before_anybody_has_translated():
    asked = case("The ferry met a ferry in the harbor.", FERRY, HARBOUR).asked
    lines = tuple(map(str, advice_lines(asked)))
    assert lines == ("Glossary: ferry = praam", "Glossary: harbor = sadam")
    assert not flagged(Entry("x", extracted=lines))
    assert recorded_ways(Entry("x", extracted=lines)) == ()


def test_lines_stand_in_their_order_and_are_found_again():
    stamp = Stamp("fake 1", "00000000", "11111111")
    term = TermLine("ferry", "praam", AS_IS)
    lines = written(("Paragraph 1",), (term, SourceChange.joined()), stamp)
    assert lines == ("Paragraph 1", "Glossary: ferry = praam [as is]", str(SourceChange.joined()), str(stamp))
    assert of_kind(Entry("x", extracted=lines), TermLine) == (term,)
    assert of_kind(Entry("x", extracted=lines), Stamp) == (stamp,)
    assert written((), (), None) == ()


def test_the_tags_that_a_draft_has_no_words_for_are_told_before_the_others_and_of_many_the_number():
    told = [TagDoubt(Doubt.UNSURE, f"<b{number}>", "now") for number in (1, 2, 3, 4)]
    lacking = [TagDoubt(Doubt.NO_WORDS, f"<a{number}>", "Data Range") for number in (5, 6, 7)]
    assert tuple(map(str, tag_lines([*told, *lacking]))) == (
        "Tags: the draft has no words for “Data Range” in <a5>; see what it left out",
        "Tags: the draft has no words for “Data Range” in <a6>; see what it left out",
        "Tags: the draft has no words for “Data Range” in <a7>; see what it left out",
        "Tags: <b1> may belong elsewhere; see which words say “now”",
        "Tags: <b2> may belong elsewhere; see which words say “now”",
        "Tags: 2 more to look at",
    )
    assert tuple(tag_lines([])) == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("on\n  Tuesday ", "on Tuesday"),
        ("“now” in <a1>; see", "“now” in <a1>; see"),
        ("no\x1b[31mw\u202e", r"no\x1b[31mw\u202e"),
        ("w" * 61, f"{'w' * 60}…"),
        ("w" * 60, "w" * 60),
    ],
)
def test_the_words_of_a_tag_are_told_in_one_line_that_no_terminal_obeys_and_long_ones_are_cut(words, shown):
    told = DoubtfulTag.of(TagDoubt(Doubt.EMPTY, "<a1>", words))
    assert str(told) == f"Tags: <a1> is around no words; see which say “{shown}”"
    assert parse(str(told)) == told


@pytest.mark.parametrize("words", ["", " ", ",", "“ … ”"])
@pytest.mark.parametrize("doubt", Doubt)
def test_of_a_tag_without_words_only_its_place_is_doubtful(doubt, words):
    assert str(DoubtfulTag.of(TagDoubt(doubt, "<br2/>", words))) == "Tags: <br2/> may belong elsewhere; see where"


def test_a_flag_in_a_text_of_another_kind_is_no_flag():
    assert not flagged(Entry("x", extracted=("Paragraph 1 of “[FLAG missing]”", "MT: [FLAG missing]")))
    assert not flagged(Entry("x", extracted=("Glossary: [FLAG missing] = praam [as is]",)))


def test_a_text_of_several_lines_is_quoted_in_one():
    lines = term_lines([TermOutcome("ferry", "praam", "suur\r\npraam", AS_IS)])
    assert written((), lines, None) == ("Glossary: ferry = suur praam [other form, as is]",)


def test_every_way_is_read_back_from_the_line_of_a_term_and_a_flag_with_it():
    for how in How:
        for line in (TermLine("ferry", "praam", Way(how), Shape.INFLECTED, flagged=True), TermLine("a", "b", Way(how))):
            assert parse(str(line)) == line
            assert recorded_ways(Entry("x", extracted=(str(line),))) == (Way(how).name,)
            assert flagged(Entry("x", extracted=(str(line),))) is line.flagged


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Headline", Position(Kind.HEADLINE)),
        ("Paragraph 3 of “The “big” ferry”", Position(Kind.PARAGRAPH, 3, "The “big” ferry")),
        ("Credit 1 of “”", Position(Kind.CREDIT, 1, "")),
        ("Memory: the same text in locales/et/LC_MESSAGES/a.po", MemoryLine(origin="locales/et/LC_MESSAGES/a.po")),
        ("Memory: the same text in a.po, for review", MemoryLine(origin="a.po", review=True)),
        ("Memory: its 2 sentences in agency.tmx", MemoryLine(origin="agency.tmx", sentences=2)),
        ("Memory: its 12 sentences in a.po and b.po", MemoryLine(origin="a.po and b.po", sentences=12)),
        ("Memory: 97% of the text in a.po", MemoryLine(97, "a.po")),
        ("Memory: 100% of the text in a.po", MemoryLine(100, "a.po")),
        ("Memory: 82% “It left.” = “See lahkus.”", MemoryLine(82, source="It left.", target="See lahkus.")),
        ("Memory: of an elephant", MemoryLine(other="of an elephant")),
        ("Source changed: €3 → €4; the translation is of the old text", SourceChange.edited("€3 → €4")),
        ("Source changed; the translation is of the old text", SourceChange.edited("")),
        ("Source changed: joined from several paragraphs, whose translations these are", SourceChange.joined()),
        ("Source changed: the same words were a headline before", SourceChange.moved("headline")),
        ("Source changed", SourceChange()),
        ("Approved for the old text [0123abcd]", Approval("0123abcd")),
        ("As in the source, and left so by a person", KeptAsIs()),
        (
            "Unconfirmed: one of 25 drafts that were approved at once; edit it, or run “newsdesk confirm”",
            Unconfirmed(25),
        ),
        (
            "Lost: a person's translation is gone since 2026-11-28; “newsdesk restore” brings it back",
            Hole("2026-11-28"),
        ),
        ("Lost: its approval is gone since 2026-11-28; “newsdesk restore” brings it back", SetBack("2026-11-28")),
        ("Again: this draft was deleted here, and no other was to be had", DraftedAgain()),
        (
            "In parts: the engine lost what stays as it is, so the words around it were drafted piece by piece",
            InParts(),
        ),
        (IN_PARTS_BEFORE_TITLES, InParts(IN_PARTS_BEFORE_TITLES)),
        (
            "Tags: the draft has no words for “Data Range” in <em1>; see what it left out",
            DoubtfulTag(Doubt.NO_WORDS, "<em1>", "Data Range"),
        ),
        (
            "Tags: <a1> may belong elsewhere; see which words say “on Tuesday”",
            DoubtfulTag(Doubt.UNSURE, "<a1>", "on Tuesday"),
        ),
        ("Tags: <br2/> may belong elsewhere; see where", DoubtfulTag(Doubt.UNSURE, "<br2/>")),
        (
            "Tags: <a1> is around no words; see which say “on Tuesday”",
            DoubtfulTag(Doubt.EMPTY, "<a1>", "on Tuesday"),
        ),
        ("Tags: 3 more to look at", MoreDoubtfulTags(3)),
        ("Tags: 03 more to look at", Unknown("Tags: 03 more to look at")),
        ("Tags: <A1> may belong elsewhere; see where", Unknown("Tags: <A1> may belong elsewhere; see where")),
        ("Memory: the same text in a.po, fill 0123abcd", MemoryLine(origin="a.po", fill="0123abcd")),
        (
            "Memory: the same text in a.po, for review, fill 0123abcd",
            MemoryLine(origin="a.po", review=True, fill="0123abcd"),
        ),
        (
            "Memory: corrected in a.po, was “Vana.”, fill 0123abcd",
            MemoryLine(origin="a.po", review=True, was="Vana.", fill="0123abcd"),
        ),
        (
            "Memory: no longer approved in a.po, fill 0123abcd",
            MemoryLine(origin="a.po", review=True, withdrawn=True, fill="0123abcd"),
        ),
        ("Memory: no longer approved in a.po", MemoryLine(other="no longer approved in a.po")),
        (
            "Lost: a person's translation is gone since yesterday; see there",
            Unknown("Lost: a person's translation is gone since yesterday; see there"),
        ),
        ("Unconfirmed: one of 0 drafts", Unknown("Unconfirmed: one of 0 drafts")),
        ("MT: argos en-et 1.9, draft 0123abcd, inputs 2-00c0ffee", Stamp("argos en-et 1.9", "0123abcd", "2-00c0ffee")),
        ("MT: fake 1, draft 0123abcd, inputs 00c0ffee, score -0.42", Stamp("fake 1", "0123abcd", "00c0ffee", -0.42)),
        ("Glossary: ferry = praam", TermLine("ferry", "praam")),
        ("Glossary: a [b] = c [d] [as is]", TermLine("a [b]", "c [d]", AS_IS)),
        (
            "Glossary: a = b [repaired: was “x [as is]”]",
            TermLine("a", "b", Way(How.REPAIRED, was="x [as is]")),
        ),
        ("Glossary: a ≠ b = c [as is]", TermLine("a ≠ b", "c", AS_IS)),
        ("Glossary: ferry = praam [FLAG guessed]", TermLine("ferry", "praam", Way(rest="guessed"), flagged=True)),
        ("Glossary: nobody knows", TermLine("", "nobody knows")),
        ("A line of another tool", Unknown("A line of another tool")),
        ("Approved for the old text [0123]", Unknown("Approved for the old text [0123]")),
        ("Elephant 3 of “Ferry”", Unknown("Elephant 3 of “Ferry”")),
        ("", Unknown("")),
    ],
)
def test_each_kind_of_line_is_a_value(line, value):
    assert parse(line) == value
    assert str(value) == line


BEGINNINGS = st.sampled_from(
    [
        *(
            "",
            "Glossary: ",
            "Glossary: a = b [",
            "Memory: ",
            "Memory: 9% ",
            "Source changed",
            "MT: ",
            "Paragraph 1 of “",
        ),
        *("Tags: ", "Tags: <a1> ", "Tags: the draft has no words for “"),
    ]
)


@given(st.builds("{}{}{}".format, BEGINNINGS, st.text() | HOSTILE, st.sampled_from(["", "]", "”", " [as is]"])))
def test_whatever_line_is_read_is_told_again(line):
    assert str(parse(line)) == line


def without(text: str, *marks: str) -> bool:
    return not any(mark in text for mark in marks)


# What a line is divided by, no text in it may have: nobody could tell the two apart.
SOURCES = HOSTILE.filter(lambda text: text and without(f" {text} ", " = ", " ≠ ", " ["))
TARGETS = HOSTILE.filter(lambda text: without(f" {text} ", " ["))
FILES = HOSTILE.filter(lambda text: text and without(text, ", was “") and not text.endswith(", for review"))
HASHES = st.text("0123456789abcdef", min_size=8, max_size=8)
VALUES = st.one_of(
    st.builds(
        Position, st.sampled_from([kind for kind in Kind if kind is not Kind.HEADLINE]), st.integers(0, 999), HOSTILE
    ),
    st.builds(TermLine, SOURCES, TARGETS, WAYS, st.sampled_from(Shape), st.booleans(), st.integers(1, 9_999)),
    st.builds(TermLine, SOURCES, TARGETS),
    st.builds(
        MemoryLine,
        st.none(),
        HOSTILE.filter(lambda text: text and not text.endswith(", for review")),
        review=st.booleans(),
    ),
    st.builds(MemoryLine, origin=HOSTILE.filter(bool), sentences=st.integers(2, 9_999)),
    st.builds(MemoryLine, st.integers(0, 100), HOSTILE.filter(bool)),
    st.builds(
        MemoryLine, st.integers(0, 100), source=HOSTILE, target=HOSTILE.filter(lambda text: without(text, "” = “"))
    ),
    st.builds(SourceChange.edited, HOSTILE),
    st.builds(SourceChange.moved, HOSTILE),
    st.builds(Approval, HASHES),
    st.builds(MemoryLine, origin=FILES, review=st.booleans(), fill=HASHES),
    st.builds(MemoryLine, origin=FILES, review=st.just(True), was=HOSTILE.filter(bool), fill=HASHES),
    st.builds(MemoryLine, origin=FILES, review=st.just(True), withdrawn=st.just(True), fill=HASHES),
    st.builds(Unconfirmed, st.integers(1, 999_999_999)),
    st.builds(Hole, st.dates().map(str)) | st.builds(SetBack, st.dates().map(str)),
    st.sampled_from([KeptAsIs(), DraftedAgain(), InParts(), InParts(IN_PARTS_BEFORE_TITLES)]),
    st.builds(
        TagDoubt, st.sampled_from(Doubt), st.sampled_from(["<a1>", "<br2/>", "<footnote999>"]), HOSTILE | st.text()
    ).map(DoubtfulTag.of),
    st.builds(MoreDoubtfulTags, st.integers(1, 999_999_999)),
    st.builds(
        Stamp,
        HOSTILE.filter(lambda text: text and "," not in text),
        HASHES,
        HASHES | HASHES.map("2-{}".format),
        st.none() | st.floats(-9_999, 0).map(lambda score: round(score, 2) + 0.0),
    ),
)


@given(VALUES)
def test_what_a_value_tells_is_read_as_the_value(value):
    assert parse(str(value)) == value


# --- every edge of it


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Paragraph 0 of “Ferry”", Position(Kind.PARAGRAPH, 0, "Ferry")),
        ("Footer 10 of “Ferry”", Position(Kind.FOOTER, 10, "Ferry")),
        ("Paragraph 999999999 of “Ferry\nline”", Position(Kind.PARAGRAPH, 999_999_999, "Ferry\nline")),
        ("Memory: 0% of the text in a.po", MemoryLine(0, "a.po")),
        ("Memory: 10% of the text in a\nb.po", MemoryLine(10, "a\nb.po")),
        ("Memory: 999% “\n” = “\n”", MemoryLine(999, source="\n", target="\n")),
        ("Memory: the same text in a\nb.po", MemoryLine(origin="a\nb.po")),
        ("Memory: the same text in ", MemoryLine(other="the same text in ")),
        ("Memory: the same text in , for review", MemoryLine(origin=", for review")),
        ("Memory: its 9999 sentences in a\nb.po", MemoryLine(origin="a\nb.po", sentences=9_999)),
        ("Memory: its 1 sentences in a.po", MemoryLine(other="its 1 sentences in a.po")),
        ("Memory: its 10000 sentences in a.po", MemoryLine(other="its 10000 sentences in a.po")),
        ("Memory: ", MemoryLine(other="")),
        ("Source changed: the same words were a paragraph before", SourceChange.moved("paragraph")),
        ("MT: a, draft 0123abcd, inputs 9999-00c0ffee", Stamp("a", "0123abcd", "9999-00c0ffee")),
        ("MT: a, draft 0123abcd, inputs 2-00c0ffee, score 0.00", Stamp("a", "0123abcd", "2-00c0ffee", 0.0)),
        ("MT: a, draft 0123abcd, inputs 2-00c0ffee, score -9999.99", Stamp("a", "0123abcd", "2-00c0ffee", -9999.99)),
        ("MT: a, draft 0123abcd, inputs 2-00c0ffee, score 10.05", Stamp("a", "0123abcd", "2-00c0ffee", 10.05)),
    ],
)
def test_numbers_in_a_line_are_read_up_to_the_greatest_that_is_ever_written(line, value):
    assert parse(line) == value
    assert str(value) == line


@pytest.mark.parametrize(
    "line",
    [
        "Headline ",
        "headline",
        "Headline 3 of “Ferry”",
        "paragraph 3 of “Ferry”",
        "Paragraph 03 of “Ferry”",
        "Paragraph 1000000000 of “Ferry”",
        "Paragraph ٣ of “Ferry”",
        "Paragraph 3 of “Ferry” ",
        "Paragraph 3 of Ferry",
        "Memory",
        "memory: 3%",
        "Approved for the old text [0123ABCD]",
        "Approved for the old text [0123abcd0]",
        "Approved for the old text [0123abcd] ",
        "approved for the old text [0123abcd]",
        "MT: , draft 0123abcd, inputs 00c0ffee",
        "MT: a, b, draft 0123abcd, inputs 00c0ffee",
        "MT: a, draft 0123abc, inputs 00c0ffee",
        "MT: a, draft 0123abcd0, inputs 00c0ffee",
        "MT: a, draft 0123ABCD, inputs 00c0ffee",
        "MT: a, draft 0123abcd, inputs 00c0ffee0",
        "MT: a, draft 0123abcd, inputs 12345-00c0ffee",
        "MT: a, draft 0123abcd, inputs 00c0ffee, score -10000.00",
        "MT: a, draft 0123abcd, inputs 00c0ffee, score 1.000",
        "MT: a, draft 0123abcd, inputs 00c0ffee, score 1",
        " MT: a, draft 0123abcd, inputs 00c0ffee",
        "source changed",
        "Glossary ferry = praam",
    ],
)
def test_a_line_that_is_nearly_one_of_ours_is_none(line):
    assert parse(line) == Unknown(line)


@pytest.mark.parametrize("percent", ["1000%", "07%", "-3%", "٣%", "3.5%"])
def test_a_likeness_that_is_never_written_is_told_again_as_it_was(percent):
    for line in (f"{percent} of the text in a.po", f"{percent} “a” = “b”"):
        assert parse(f"Memory: {line}") == MemoryLine(other=line)


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (-0.005001, ", score -0.01"),
        (-9999.99, ", score -9999.99"),
        (-9999.994, ", score -9999.99"),
        (-9999.996, ""),
        (-10_000.0, ""),
        (9999.99, ", score 9999.99"),
        (10_000.0, ""),
        (float("nan"), ""),
        (float("-inf"), ""),
        (0.0, ", score 0.00"),
    ],
)
def test_a_score_is_told_only_where_the_line_is_read_again(score, told):
    line = str(Stamp("a", "0123abcd", "00c0ffee", score))
    assert line == f"MT: a, draft 0123abcd, inputs 00c0ffee{told}"
    assert Stamp.parse(line) is not None


def test_only_ways_that_have_a_name_are_counted():
    lines = ("Glossary: a = b [: odd]", "Glossary: a = b [n-best 3]", "Glossary: a = b", "Glossary: a = b [odd, 3]")
    assert recorded_ways(Entry("x", extracted=lines)) == ("n-best 3", "odd")


def test_each_line_end_in_a_line_is_one_space_and_the_place_stays_as_it_is():
    lines = written(("Paragraph 1",), (Unknown("a\nb\r\n\n\rc"), Unknown("d\re")), None)
    assert lines == ("Paragraph 1", "a b c", "d e")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        # A way that is known, then the words of one, then the last brackets; and always a term before them.
        ("a = b [as is] [as is]", TermLine("a", "b [as is]", AS_IS)),
        ("a = b [x] [y]", TermLine("a", "b [x]", Way(rest="y"))),
        ("a = b [inserted oddly] [y]", TermLine("a", "b", Way(How.INSERTED, rest=" oddly] [y"))),
        ("a = b [inserted x] [as is]", TermLine("a", "b [inserted x]", AS_IS)),
        (
            "a = b [repaired: was “x [repaired: was “y”]",
            TermLine("a", "b", Way(How.REPAIRED, was="x [repaired: was “y")),
        ),
        ("[inserted: x = y [z]", TermLine("[inserted: x", "y", Way(rest="z"))),
        ("a [inserted x = y [z]", TermLine("a [inserted x", "y", Way(rest="z"))),
        ("a ≠ b [forbidden]", TermLine("a", "b", Way(How.FORBIDDEN))),
        ("a ≠ b = c [FLAG forbidden]", TermLine("a", "b = c", Way(How.FORBIDDEN), flagged=True)),
        ("a ≠ b", TermLine("", "a ≠ b")),
        (" = b", TermLine("", " = b")),
        (" = b = c", TermLine(" = b", "c")),
        ("a = ", TermLine("a", "")),
        ("a = b = c", TermLine("a", "b = c")),
        ("a = b [as is", TermLine("a", "b [as is")),
        ("a = b[as is]", TermLine("a", "b[as is]")),
        ("nobody [as is]", TermLine("", "nobody", AS_IS)),
        ("a = b [other form, n-best 2]", TermLine("a", "b", Way(How.N_BEST, rank=2), Shape.OTHER)),
        ("a = b [FLAG inflected, x]", TermLine("a", "b", Way(rest="x"), Shape.INFLECTED, flagged=True)),
        ("a = b [inflected, other form, x]", TermLine("a", "b", Way(rest="other form, x"), Shape.INFLECTED)),
        ("a = b [flag x]", TermLine("a", "b", Way(rest="flag x"))),
        ("a = b [FLAG]", TermLine("a", "b", Way(rest="FLAG"))),
    ],
)
def test_of_several_readings_of_a_line_the_best_is_taken(line, value):
    assert parse(f"Glossary: {line}") == value
    assert value.told == line


def test_of_thousands_of_brackets_the_first_fifty_and_the_last_are_looked_at():
    assert TermLine.parse(f"Glossary: a = b{' [c' * 5000} [as is]") == TermLine("a", f"b{' [c' * 5000}", AS_IS)
    for before, known in ((49, True), (50, False)):
        line = f"Glossary: a = b{' [c' * before} [repaired: was “x{' [c' * 9}”]"
        assert TermLine.parse(line).way.known is known
        assert str(TermLine.parse(line)) == line


def test_two_mentions_that_are_offered_different_forms_have_a_line_each():
    told = term_lines([outcome(None, f"offered “{form}”") for form in ("praami", "praam", "praami")])
    assert [line.told for line in told] == [
        "ferry = praam [FLAG offered “praami”] ×2",
        "ferry = praam [FLAG offered “praam”]",
    ]
    assert recorded_ways(Entry("x", extracted=tuple(map(str, told)))) == ("offered",) * 3


def test_of_a_term_that_asks_for_nothing_nothing_is_told():
    asked = case("The ferry left the harbor.", replace(FERRY, action=Action.OFF), HARBOUR).asked
    assert tuple(map(str, advice_lines(asked))) == ("Glossary: harbor = sadam",)
