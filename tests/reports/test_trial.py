"""What a try found is told in lines, in an object and on a page."""

import io
import json
from pathlib import Path

from translate.core.checks.findings import Finding, Level
from translate.core.entries.stages import Stage
from translate.core.results.summary import Trouble
from translate.core.results.trial import Affected, Concerned, Effect, Trial
from translate.core.text.showing import as_json
from translate.reports import pages, trial_page
from translate.reports.console import Screen
from translate.reports.trial import print_trial, told, trial_object

PO = "locales/et/LC_MESSAGES/a.po"
MISSING = Finding("term-missing", Level.ERROR, "“ferry” should be “laev”", term="ferry")
DRAFTED = Affected(PO, "et", 7, None, "A ferry", Effect.DRAFTED, Stage.DRAFT, "Praam", "Laev", terms=("ferry",))
FLAGGED = Affected(
    PO, "et", 9, "headline", "<b>", Effect.FLAGGED, Stage.APPROVED, "<i>x", "<i>x", (MISSING,), (), ("ferry",)
)
NOTED = Affected(PO, "et", 11, None, "It", Effect.NOTED, Stage.IN_REVIEW, "See", "See")
CONCERNED = (
    Concerned(PO, "et", {Stage.DRAFT: 1, Stage.APPROVED: 1}, {("ferry", Stage.DRAFT): 1, ("ferry", Stage.APPROVED): 1}),
)
TRIAL = Trial("new", {"et": ("ferry",)}, CONCERNED, (DRAFTED, FLAGGED, NOTED))


def lines(trial=TRIAL, **options):
    out = io.StringIO()
    print_trial(Screen(out, 80, color=False), trial, **options)
    return out.getvalue().splitlines()


def test_first_it_is_counted_and_then_shown_before_and_after():
    assert lines() == [
        "row    drafts  approved",
        "ferry       1         1",
        f"{PO}:7: drafted by ferry [draft]",
        "  - Praam",
        "  + Laev",
        f"{PO}:9: flagged by ferry [approved]",
        "    <i>x",
        "  ! “ferry” should be “laev” [term-missing]",
        "1 row differs from what the drafts were made with (et 1): 1 entry would be",
        "  drafted anew, 1 entry would be flagged, 1 entry with other notes only.",
    ]


def test_other_notes_are_shown_to_whoever_asks_and_to_the_quiet_only_what_is_flagged():
    assert f"{PO}:11: noted [in review]" in lines(verbose=True)
    assert [line for line in lines(quiet=True) if line.startswith(PO)] == [f"{PO}:9: flagged by ferry [approved]"]


def test_many_are_cut_and_it_is_said_how_to_see_them_all():
    many = Trial("new", {"et": ("ferry",)}, CONCERNED, (DRAFTED,) * 12)
    assert "… and 2 more entries: --verbose shows all of them." in lines(many)
    assert sum(line.startswith(PO) for line in lines(many, verbose=True)) == 12
    rows = {(f"row{n}", Stage.DRAFT): 1 for n in range(25)}
    assert "… and 5 more rows" in lines(
        Trial("new", {"et": tuple(f"row{n}" for n in range(25))}, (Concerned(PO, "et", {Stage.DRAFT: 25}, rows),), ())
    )


def test_what_was_applied_is_told_as_done_and_nothing_as_nothing():
    assert told(Trial("new", {"et": ("ferry",)}, CONCERNED, (DRAFTED,), applied=True)) == "1 entry drafted anew"
    assert lines(Trial("glossaries", {"et": ()}, (), ())) == [
        "glossaries says what the drafts were made with: nothing would change."
    ]
    assert lines(Trial("new", {"et": ("one", "two")}, (), ())) == [
        "Concerning no entry: one, two",
        "2 rows differ from what the drafts were made with (et 2): no entry changes.",
    ]


def test_where_no_glossary_is_known_nobody_says_that_nothing_would_change():
    assert lines(Trial("glossaries", {}, (), (), troubles=(Trouble("nobody knows"),))) == ["Nothing was compared."]


def test_without_drafts_it_is_told_how_many_are_concerned():
    assert lines(Trial("new", {"et": ("ferry",)}, CONCERNED))[-2:] == [
        "1 row differs from what the drafts were made with (et 1); 2 entries in 1 PO file",
        "  concerned.",
    ]


def test_programs_get_all_of_it():
    found = json.loads(as_json(trial_object(TRIAL)))
    assert found["effects"] == {"drafted": 1, "flagged": 1, "cleared": 0, "noted": 1}
    assert found["terms"][0]["stages"]["approved"] == 1
    assert found["entries"][1]["found"] == [
        {"rule": "term-missing", "level": "error", "message": MISSING.message, "term": "ferry", "span": None}
    ]
    assert (found["catalogs"][0]["path"], found["applied"], found["exit_code"]) == (PO, False, 1)
    assert trial_object(Trial("new", {}, ()))["entries"] is None


def page(trial=TRIAL):
    link = pages.links(Path("/srv/desk"), ".", None)
    return trial_page.page(trial, project="desk & co", source="en", link=link)


def test_the_page_has_every_entry_before_and_after_and_no_text_is_markup():
    html = page()
    assert html.count("<article") == 3
    assert "&lt;i&gt;x" in html
    assert "<i>" not in html
    assert "desk &amp; co" in html
    assert f'href="{PO}#L9"' in html
    assert "“ferry” should be “laev”" in html


def test_the_page_loads_nothing_and_tells_what_went_wrong():
    html = page(Trial("<new>", {"et": ("ferry",)}, CONCERNED, (DRAFTED,), troubles=(Trouble("a.po is <broken>"),)))
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert "a.po is &lt;broken&gt;" in html
    assert "<title>&lt;new&gt;: what it would change</title>" in html
