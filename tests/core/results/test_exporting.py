"""Of an article only what is ready for print comes out unmarked, and what is not is told where it stands."""

from dataclasses import replace

import pytest

from translate.core.article import Document, Kind, Making, Segment
from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import Unconfirmed
from translate.core.entries.stamp import Draft, text_hash
from translate.core.results.exporting import (
    Export,
    Exported,
    ExportState,
    Filled,
    Obstacle,
    Source,
    fill,
    making,
    source_of,
)
from translate.core.results.summary import ExitCode, Trouble
from translate.core.terms.glossary import Action, Glossary, Origin, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.titles import with_undecided
from translate.languages.loading import load_pair

GLOSSARY = Glossary("et", (Term("ferry", "praam"), Term("", "pask", Action.FORBID)))
PAIR = load_pair("en", "et")
STAMP = str(Draft("Ta lahkus.", "argos 1", "11111111").stamp)
NOT_RENDERED = "“ferry” is not rendered as the glossary asks; write “praam”"


def exported(*entries, segments=None, glossary=GLOSSARY):
    """What comes into the places of an article's segments, and where the PO file is told to have its lines."""
    lines = {entry.key: 10 * number for number, entry in enumerate(entries, 1)}
    catalog = Catalog(Header(), entries)
    source = source_of("et/a.po", catalog, lines, Matcher(glossary), PAIR, understood=cleared(catalog))
    segments = segments or [Segment(Kind.PARAGRAPH, (entry.msgid,), number) for number, entry in enumerate(entries, 3)]
    document = Document("a", "articles/a.txt", tuple(segments), ("",) * (len(segments) + 1))
    return fill(document, source)


@pytest.mark.parametrize(
    ("entry", "text", "mark", "reason"),
    [
        (Entry("It left.", "See lahkus."), "See lahkus.", "", None),
        (Entry("It left.", "See  lahkus."), "See  lahkus.", "", None),
        (Entry("It left.", ""), "It left.", "UNTRANSLATED", "not translated"),
        (Entry("It left.", "", flags=("fuzzy",)), "It left.", "UNTRANSLATED", "not translated"),
        (
            Entry("He left.", "Ta lahkus.", extracted=(STAMP,), flags=("fuzzy",)),
            "Ta lahkus.",
            "DRAFT",
            "a draft that nobody has reviewed",
        ),
        (Entry("He left.", "Lahkus ta.", flags=("fuzzy",)), "Lahkus ta.", "DRAFT", "still in review (fuzzy)"),
        (Entry("A ferry left.", "Laev läks.", flags=("fuzzy",)), "Laev läks.", "DRAFT", "still in review (fuzzy)"),
        (Entry("A ferry left.", "Laev lahkus."), "Laev lahkus.", "CHECK", NOT_RENDERED),
        (
            Entry("A ferry left.", "Laev\nlahkus."),
            "Laev\nlahkus.",
            "CHECK",
            f"{NOT_RENDERED}; a line ends within the text; make it one line",
        ),
        (Entry("It left.", "See pask."), "See pask.", "CHECK", "“pask” is forbidden; find another word"),
    ],
)
def test_what_is_not_ready_for_print_has_a_mark_and_a_reason(entry, text, mark, reason):
    (found,) = exported(entry)
    assert replace(found, made=None) == Filled(text, mark, Obstacle("et/a.po", 10, reason) if mark else None)
    assert found.marked == (f"[{mark}] {text}" if mark else text)


@pytest.mark.parametrize(
    "entry", [Entry("It left.", "See lahkus.", obsolete=True), Entry("It left.", "See lahkus.", msgctxt="headline")]
)
def test_a_text_without_a_live_entry_is_told_of_the_article(entry):
    (found,) = exported(entry, segments=[Segment(Kind.PARAGRAPH, ("It left.",), 7)])
    reason = "the text is not in the catalog; run “newsdesk draft”"
    assert replace(found, made=None) == Filled("It left.", "UNTRANSLATED", Obstacle("articles/a.txt", 7, reason))


def test_each_text_is_told_of_the_line_of_its_own_entry():
    found = exported(Entry("One.", ""), Entry("Two.", "Kaks."), Entry("Three.", "", msgctxt=None))
    assert [one.obstacle and one.obstacle.line for one in found] == [10, None, 30]


def test_what_the_checks_say_of_a_text_stops_that_text_alone():
    marks = [one.mark for one in exported(Entry("Two.", ""), Entry("A ferry left.", "Laev."), Entry("One.", "Üks."))]
    assert marks == ["UNTRANSLATED", "CHECK", ""]


def test_what_a_tool_filled_with_its_source_is_not_exported_and_what_a_person_left_so_is():
    one, other = (Entry(text, text) for text in ("It left very late.", "It came back at noon."))
    said = replace(other, comments=("A line of the song.",))
    reason = "nothing but the source stands here; translate it, or say in a comment that it stays"
    places = [Obstacle("et/a.po", line, reason) for line in (10, 20)]
    assert [(found.text, found.mark, found.obstacle) for found in exported(one, other)] == [
        (one.msgid, "UNTRANSLATED", places[0]), (other.msgid, "UNTRANSLATED", places[1])
    ]  # fmt: skip
    assert [found.mark for found in exported(one, Entry("He left.", "Ta lahkus."), said)] == ["", "", ""]


def test_a_text_that_nobody_can_see_is_none():
    (found,) = exported(Entry("It left.", "\u200b\u00ad "))
    assert replace(found, made=None) == Filled("It left.", "UNTRANSLATED", Obstacle("et/a.po", 10, "not translated"))


def test_a_draft_that_was_approved_in_bulk_is_not_ready_for_print():
    approved = Entry("He left.", "Ta lahkus.", extracted=(str(Unconfirmed(25)), STAMP))
    (found,) = exported(approved)
    assert replace(found, made=None) == Filled(
        "Ta lahkus.",
        "DRAFT",
        Obstacle("et/a.po", 10, "approved with many others at once; edit it, or run “newsdesk confirm”"),
    )
    (edited,) = exported(replace(approved, msgstr="Mees lahkus."))
    assert replace(edited, made=None) == Filled("Mees lahkus.", "", None)


def test_a_credit_may_be_its_own_translation_and_a_paragraph_may_not():
    credit = Entry("Photo by the ferry of the town.", "Photo by the ferry of the town.", msgctxt="credit")
    text = replace(credit, msgctxt=None)
    catalogs = [Catalog(Header(), (entry,)) for entry in (credit, text)]
    source, body = (source_of("a.po", each, {}, Matcher(Glossary("et")), PAIR, understood=each) for each in catalogs)
    assert ([*source.findings.values()], [one.rule for found in body.findings.values() for one in found]) == (
        [()], ["untranslated"],
    )  # fmt: skip


@pytest.mark.parametrize(("line", "told"), [(1, 10), (3, 20), (4, 30), (5, None), (2, None)])
def test_a_line_of_the_article_leads_to_the_entry_of_its_text(line, told):
    entries = (Entry("A", msgctxt="headline"), Entry("One."), Entry("Two."))
    lines = {entry.key: 10 * number for number, entry in enumerate(entries, 1)}
    source = Source("a.po", {entry.key: entry for entry in entries}, lines, {})
    segments = (
        Segment(Kind.HEADLINE, ("A",), 1), Segment(Kind.PARAGRAPH, ("One.",), 3),
        Segment(Kind.PARAGRAPH, ("Of nobody.",), 4), Segment(Kind.PARAGRAPH, ("Two.",), 4),
        Segment(Kind.PARAGRAPH, ("Of nobody.",), 5),
    )  # fmt: skip
    assert source.line_of(Document("a", "a.txt", segments, ("",) * 6), line) == told


WRITTEN = Exported("et", "a.txt", "exports/et/a.txt", ExportState.NEW)
STOPPED = Exported("et", "b.txt", "exports/et/b.txt", ExportState.STOPPED, (Obstacle("b.po", 1, "not translated"),))


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (Export(()), ExitCode.CLEAN),
        (Export((WRITTEN,)), ExitCode.CLEAN),
        (Export((WRITTEN, STOPPED)), ExitCode.FINDINGS),
        (Export((WRITTEN,), troubles=(Trouble("planted"),)), ExitCode.PARTIAL),
        (Export((STOPPED,), troubles=(Trouble("planted"),)), ExitCode.PARTIAL),
        (Export((), troubles=(Trouble("planted"),)), ExitCode.STOPPED),
        (Export((), left=(Trouble("planted"),)), ExitCode.PARTIAL),
        (Export((STOPPED,), left=(Trouble("planted"),)), ExitCode.PARTIAL),
        (Export((), troubles=(Trouble("planted"),), left=(Trouble("planted"),)), ExitCode.STOPPED),
    ],
)
def test_the_exit_code_of_an_export_says_the_worst(run, code):
    assert run.exit_code is code


def test_an_article_is_stopped_or_written_and_then_in_one_of_three_states():
    assert Export((WRITTEN, STOPPED)).stopped == (STOPPED,)
    assert [str(state) for state in ExportState] == ["new", "updated", "unchanged", "stopped"]


def test_what_a_tool_has_dropped_from_the_file_is_told_without_a_line():
    kept, lost = Entry("It left.", "See lahkus."), Entry("He left.", "")
    catalog, understood = (Catalog(Header(), entries) for entries in ((kept,), (kept, lost)))
    source = source_of("et/a.po", catalog, {kept.key: 10}, Matcher(GLOSSARY), PAIR, understood=understood)
    document = Document("a", "articles/a.txt", (Segment(Kind.PARAGRAPH, (lost.msgid,), 3),), ("", ""))
    (found,) = fill(document, source)
    assert found.obstacle == Obstacle("et/a.po", None, "not translated")
    assert source.line_of(document, 3) is None


def test_a_title_that_nobody_has_decided_on_keeps_nothing_from_print():
    titled = with_undecided(GLOSSARY, [("Today", Origin("shows/spring.csv", 2))], PAIR[0])
    [filled] = exported(Entry("It was on “Today”.", "See oli saates „Täna“."), glossary=titled)
    assert replace(filled, made=None) == Filled("See oli saates „Täna“.", "", None)


APPROVED, DRAFTED = Entry("It left.", "See lahkus."), Entry("He left.", "Ta lahkus.", extracted=(STAMP,))
RECALLED = Entry("She left.", "Naine lahkus.", extracted=("Memory: the same text in b.po, fill 866bf079",))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([APPROVED], Making.HUMAN),
        ([DRAFTED], Making.REVIEWED),
        ([replace(DRAFTED, msgstr="Mees lahkus.")], Making.REVIEWED),
        ([RECALLED], Making.REVIEWED),
        ([APPROVED, DRAFTED], Making.REVIEWED),
        ([APPROVED, replace(DRAFTED, flags=("fuzzy",))], Making.MACHINE),
        ([APPROVED, replace(APPROVED, msgid="A ferry left.")], Making.MACHINE),
        ([APPROVED, Entry("So it left.", "")], Making.MACHINE),
    ],
)
def test_an_article_says_no_more_of_itself_than_holds_for_each_of_its_texts(entries, expected):
    assert making(exported(*entries)) is expected


def test_what_a_rule_settles_is_nobodys_work():
    settled = Entry(
        "err.ee", "err.ee", extracted=(f"Settled: nothing to translate, as in the source [{text_hash('err.ee')}]",)
    )
    assert making(exported(settled, APPROVED)) is Making.HUMAN
    assert making(exported(settled)) is Making.MACHINE
