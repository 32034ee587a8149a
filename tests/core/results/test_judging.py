"""Each entry is judged by whose text it holds and by what the checks say of it."""

from dataclasses import replace

import pytest

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.merging import merge
from translate.core.entries.stamp import Draft
from translate.core.results.checked import CheckedEntries, CheckedText, check_entries
from translate.core.results.judging import judge, stage_of, waiting_in
from translate.core.results.looks import Collected, look_of, usual_of
from translate.core.results.review import Mark, Span, Stage, Turn
from translate.core.results.risk import ENOUGH, USUAL, Evidence, assess
from translate.core.terms.demands import demands_on, outcomes
from translate.core.terms.glossary import Glossary, Origin, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.rows import rows_of
from translate.core.terms.titles import with_undecided
from translate.languages.loading import load_pair

GLOSSARY = Glossary("et", (Term("ferry", "praam"), Term("captain", "kapten"), Term("storm", "torm")))
PAIR = load_pair("en", "et")


def drafted(source, text, score=-0.5):
    message = Entry(source)
    asked = {message.key: demands_on(Matcher(GLOSSARY), source)}
    draft = Draft(text, "argos 1", "11111111", outcomes(asked[message.key], text), score=score)
    (entry,) = merge(None, [message], {message.key: draft}, asked)
    return entry


DRAFT = drafted("It was late.", "Oli hilja.")
UNSURE = drafted("It was dark.", "Oli pime.", -0.9)
APPROVED = Entry("The captain left.", "Kapten lahkus.")
WRONG = Entry("The ferry left.", "Laev lahkus.")
REVIEWED = Entry("A storm came.", "Tuli torm.", flags=("fuzzy",))
UNTRANSLATED = Entry("It sank.")
GONE = Entry("Old.", "Vana.", obsolete=True)
ENTRIES = (DRAFT, UNSURE, APPROVED, WRONG, REVIEWED, UNTRANSLATED, GONE)
LINES = {entry.key: 10 * number for number, entry in enumerate(ENTRIES, 1)}


def checked(*entries):
    return check_entries(entries or ENTRIES, PAIR, Matcher(GLOSSARY))


def look(*entries):
    found = checked(*entries)
    return look_of(Catalog(Header(), entries or ENTRIES), LINES, found, judge(found), rows_of(GLOSSARY.terms))


@pytest.mark.parametrize(
    ("entry", "stage"),
    [
        (DRAFT, Stage.DRAFT),
        (APPROVED, Stage.APPROVED),
        (REVIEWED, Stage.IN_REVIEW),
        (UNTRANSLATED, Stage.UNTRANSLATED),
    ],
)
def test_how_far_an_entry_is_depends_on_whose_text_it_holds(entry, stage):
    assert stage_of(entry) is stage


def test_what_is_approved_waits_only_where_something_speaks_against_it():
    judged = judge(checked())
    assert [(one.entry.msgid, one.waits) for one in judged] == [
        ("It was late.", True),
        ("It was dark.", True),
        ("The captain left.", False),
        ("The ferry left.", True),
        ("A storm came.", True),
        ("It sank.", True),
    ]


def test_an_entry_that_waits_is_told_with_its_place_line_and_marks():
    placed = {one.waiting.source.text: one for one in waiting_in(judge(checked()), LINES, "locales/et/a.po", "et")}
    assert "The captain left." not in placed
    wrong, storm, sank = placed["The ferry left."], placed["A storm came."], placed["It sank."]
    assert (wrong.place, wrong.waiting.line, wrong.waiting.article) == (3, 40, "a")
    assert (wrong.waiting.source.spans, wrong.waiting.target.spans) == ((Span(4, 9, Mark.MISSING),), ())
    assert (storm.waiting.source.spans, storm.waiting.target.spans) == (
        (Span(2, 7, Mark.TERM),), (Span(5, 9, Mark.TERM),),
    )  # fmt: skip
    assert (len(wrong.waiting.findings), sank.waiting.target.text) == (1, "")


def test_a_look_is_the_file_in_figures():
    found = look()
    assert (found.counts.entries, found.counts.obsolete, found.errors, found.warnings) == (6, 1, 1, 0)
    assert (dict(found.rules), found.mentioned) == ({"term-missing": 1}, (0, 1, 2))
    assert [(one.place, one.turn) for one in found.waiting] == [
        (0, Turn.TEXT), (1, Turn.TEXT), (3, Turn.TEXT), (4, Turn.TEXT), (5, Turn.UNTRANSLATED),
    ]  # fmt: skip
    assert found.scores == (-0.5, -0.9)


@pytest.mark.parametrize("usual", [USUAL, -0.05, -0.7, -3.0])
def test_figures_come_to_the_very_risk_that_their_reasons_come_to(usual):
    judged = judge(checked())
    for one in look().waiting:
        entry, texts = judged[one.place].entry, judged[one.place].texts
        findings = [finding for text in texts for finding in text.findings]
        risk = assess(Evidence.of(entry, findings), usual)
        assert one.weights.risk(usual) == judged[one.place].grounds.risk(usual).score == risk.score


def test_what_is_usual_is_the_median_of_enough_scores_in_steps_of_a_twentieth():
    few, many = look(DRAFT), look(*(drafted(f"It was {n}.", f"Oli {n}.", -0.31) for n in range(ENOUGH)))
    assert (usual_of([few]), usual_of([many]), usual_of([few, many])) == (-0.45, -0.3, -0.3)


def test_the_first_places_are_those_of_the_highest_risk_flagged_ones_apart():
    collected = Collected(1)
    flagged = drafted("The ferry came.", "Laev tuli.")
    collected.add("b.po", "et", look(flagged, UNSURE), USUAL)
    collected.add("a.po", "et", look(DRAFT, UNTRANSLATED), USUAL)
    assert (collected.waiting, [catalog.article for catalog in collected.catalogs.named()]) == (4, ["a", "b"])
    assert [(place.path, place.place, place.turn) for place in collected.first()] == [
        ("b.po", 0, Turn.FLAGGED), ("b.po", 1, Turn.TEXT),
    ]  # fmt: skip


def test_however_many_wait_the_first_are_the_same():
    few, many = Collected(2), Collected(1_000)
    for number in range(60):
        one = look(drafted(f"It was {number}.", f"Oli {number}.", -(number * 37 % 60) / 50))
        few.add(f"a{number:02}.po", "et", one, USUAL)
        many.add(f"a{number:02}.po", "et", one, USUAL)
    assert few.first() == tuple(sorted(many.first())[:2])
    assert (few.waiting, few.catalogs) == (many.waiting, many.catalogs)


def test_of_what_is_found_in_an_entry_the_errors_are_told_first():
    entry = Entry("The ferry left in 1905 (late).", "Laev lahkus (hilja.")
    [placed] = waiting_in(judge(checked(entry)), {entry.key: 1}, "a.po", "et")
    assert placed.waiting.findings == (
        "“ferry” is not rendered as the glossary asks; write “praam”",
        "“1905” of the source is not here; put the number right",
        "“(” and “)” do not pair; see that each has its other half",
    )
    spaced = Entry("The ferry left.", " Laev lahkus.")
    [placed] = waiting_in(judge(checked(spaced)), {spaced.key: 1}, "a.po", "et")
    assert [told.split("; ")[0] for told in placed.waiting.findings] == [
        "“ferry” is not rendered as the glossary asks", "there is a space before the text",
    ]  # fmt: skip


def with_findings(target, *findings, source="A ferry."):
    """An approved entry of which the checks say that."""
    entry = Entry(source, target, msgctxt="caption")
    unit = Unit.of(source, target, *PAIR, Matcher(GLOSSARY).find(source))
    return entry, CheckedEntries((entry,), (CheckedText(entry, None, unit, findings),))


def fault(start, end, level=Level.WARNING):
    return Finding("rule", level, f"from {start} to {end}", (start, end))


@pytest.mark.parametrize(("level", "waits"), [(Level.ERROR, True), (Level.WARNING, True), (Level.INFO, False)])
def test_what_is_approved_does_not_wait_for_what_is_only_worth_knowing(level, waits):
    (one,) = judge(with_findings("Praam.", fault(0, 2, level))[1])
    assert (one.stage, one.waits) == (Stage.APPROVED, waits)


@pytest.mark.parametrize(
    ("findings", "marked"),
    [
        ([fault(0, 4)], ["fault 0–4", "term 4–9"]),
        ([fault(0, 5)], ["fault 0–5"]),
        ([fault(9, 12)], ["term 4–9", "fault 9–12"]),
        ([fault(8, 12)], ["fault 8–12"]),
        ([fault(9, 9), fault(2, 2)], ["term 4–9"]),
        ([fault(9, 10), fault(10, 12), fault(0, 1)], ["fault 0–1", "term 4–9", "fault 9–10", "fault 10–12"]),
        ([fault(0, 2), fault(1, 3)], ["fault 0–2", "term 4–9"]),
        ([fault(1, 3), fault(0, 2)], ["fault 1–3", "term 4–9"]),
        ([fault(0, 2, Level.INFO), Finding("rule", Level.ERROR, "of the whole")], ["term 4–9"]),
    ],
)
def test_marks_of_a_translation_are_in_order_and_none_lies_on_another(findings, marked):
    always = Finding("rule", Level.WARNING, "of the whole")
    entry, checked = with_findings("Uus praam tuli.", always, *findings)
    (placed,) = waiting_in(judge(checked), {entry.key: 1}, "a.po", "et")
    assert [f"{span.mark} {span.start}–{span.end}" for span in placed.waiting.target.spans] == marked


def test_what_is_told_of_an_entry_that_waits_is_its_own():
    entry, checked = with_findings("Praam.", fault(0, 2), fault(0, 2, Level.ERROR), fault(1, 2, Level.INFO))
    (placed,) = waiting_in(judge(checked), {entry.key: 7}, "locales/et/a.po", "et")
    told = placed.waiting
    assert (told.locale, told.article, told.path, told.line) == ("et", "a", "locales/et/a.po", 7)
    assert (told.context, told.stage, told.flags) == ("caption", Stage.APPROVED, ())
    assert told.findings == ("from 0 to 2",)


def test_what_is_found_in_any_form_of_a_plural_is_told_once_and_the_first_is_shown():
    entry = Entry("The ferry.", msgid_plural="The storm.", msgstr_plural=("Laev.", "Laevad.", "Laevu."))
    found = check_entries((entry,), PAIR, Matcher(GLOSSARY))
    (placed,) = waiting_in(judge(found), {entry.key: 1}, "a.po", "et")
    assert (placed.waiting.source.text, placed.waiting.target.text) == ("The ferry.", "Laev.")
    assert placed.waiting.source.spans == (Span(4, 9, Mark.MISSING),)
    assert [told.split(" is ")[0] for told in placed.waiting.findings] == ["“ferry”", "“storm”"]


def test_the_lines_of_flagged_terms_are_told():
    entry = drafted("The ferry came.", "Laev tuli.")
    (placed,) = waiting_in(judge(check_entries((entry,), PAIR, Matcher(GLOSSARY))), {entry.key: 1}, "a.po", "et")
    assert placed.waiting.flags == ("Glossary: ferry = praam [FLAG missing]",)


@pytest.mark.parametrize("target", ["Praamijuht.", "Praamil."])
def test_a_term_that_a_person_is_told_of_is_marked_as_there_and_the_text_does_not_wait(target):
    entry = Entry("A ferry.", target)
    language = PAIR[1]
    matches = Matcher(Glossary("et", GLOSSARY.terms, language.compounding, language.inflection)).find(entry.msgid)
    text = CheckedText(entry, None, Unit.of(entry.msgid, entry.msgstr, *PAIR, matches), ())
    checked_here = CheckedEntries((entry,), (text,))
    assert [one.waits for one in judge(checked_here)] == [False]
    drafted = replace(entry, flags=("fuzzy",))
    [placed] = waiting_in(
        judge(CheckedEntries((drafted,), (replace(text, entry=drafted),))), {drafted.key: 1}, "a.po", "et"
    )
    assert placed.waiting.source.spans == (Span(2, 7, Mark.TERM),)


@pytest.mark.parametrize("target", ["See oli saates „Täna“.", "See oli saates „Today“."])
def test_a_title_that_nobody_has_decided_on_is_marked_as_there_however_a_person_has_it(target):
    titled = with_undecided(GLOSSARY, [("Today", Origin("shows/spring.csv", 2))], PAIR[0])
    entry = Entry("It was on “Today”.", target, flags=("fuzzy",))
    found = check_entries((entry,), PAIR, Matcher(titled))
    [placed] = waiting_in(judge(found), {entry.key: 1}, "a.po", "et")
    assert (placed.waiting.source.spans, placed.waiting.findings) == ((Span(11, 16, Mark.TERM),), ())
