"""What another glossary makes of an entry has one name, and is counted."""

from dataclasses import replace

from translate.core.checks.findings import Finding, Level
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.stages import Stage
from translate.core.entries.stamp import Draft
from translate.core.results.checked import check_entries
from translate.core.results.summary import ExitCode, Trouble
from translate.core.results.trial import Affected, Concerned, Effect, Trial, affected
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_pair

PAIR = load_pair("en", "et")
PRAAM, LAEV = (Matcher(Glossary("et", (Term("ferry", target),))) for target in ("praam", "laev"))
STAMP = str(Draft("Praam läks.", "argos 1", "11111111").stamp)
ENTRY = Entry("The ferry sailed.", "Praam läks.")
DRAFT = replace(ENTRY, extracted=(STAMP,), flags=("fuzzy",))


def effects(before, after, was=PRAAM, now=LAEV):
    catalogs = [Catalog(Header(), (entry,)) for entry in (before, after)]
    pairs = [(one, check_entries(one.entries, PAIR, by)) for one, by in zip(catalogs, (was, now), strict=True)]
    return list(affected(*pairs, terms={ENTRY.key: ("ferry",)}, lines={ENTRY.key: 7}, path="a.po", locale="et"))


def test_a_text_that_becomes_another_is_drafted():
    (one,) = effects(DRAFT, replace(DRAFT, msgstr="Laev läks."))
    assert (one.effect, one.stage, one.line, one.terms) == (Effect.DRAFTED, Stage.DRAFT, 7, ("ferry",))
    assert (one.before, one.after, one.found, one.gone) == ("Praam läks.", "Laev läks.", (), ())


def test_a_text_that_stays_is_flagged_or_cleared_by_what_a_check_finds():
    (one,) = effects(ENTRY, ENTRY)
    assert (one.effect, one.stage, [finding.rule for finding in one.found]) == (
        Effect.FLAGGED, Stage.APPROVED, ["term-missing"]
    )  # fmt: skip
    (one,) = effects(ENTRY, ENTRY, LAEV, PRAAM)
    assert (one.effect, one.found, [finding.rule for finding in one.gone]) == (Effect.CLEARED, (), ["term-missing"])


def test_a_text_of_which_only_the_notes_change_is_noted_and_one_of_which_nothing_does_is_left_out():
    (one,) = effects(ENTRY, replace(ENTRY, extracted=("Glossary: ferry = praam",)), PRAAM, PRAAM)
    assert one.effect is Effect.NOTED
    assert effects(ENTRY, ENTRY, PRAAM, PRAAM) == []


def test_what_is_obsolete_is_nobodys_work():
    gone = replace(ENTRY, obsolete=True)
    assert effects(gone, gone) == []


def test_where_in_another_text_the_same_stands_is_no_news():
    loop = "Praam läks, läks, läks, läks, läks, läks."
    (one,) = effects(replace(DRAFT, msgstr=loop), replace(DRAFT, msgstr=loop.replace("Praam", "Parvlaev, laev")))
    assert (one.effect, one.found, one.gone) == (Effect.DRAFTED, (), ())


CONCERNED = (
    Concerned("a.po", "et", {Stage.DRAFT: 2}, {("ferry", Stage.DRAFT): 2, ("port", Stage.DRAFT): 1}),
    Concerned("b.po", "et", {Stage.APPROVED: 2}, {("port", Stage.APPROVED): 2}),
)


def trial(*effects, **options):
    of = (Affected("a.po", "et", 1, None, "a", effect, Stage.DRAFT, "a", "b") for effect in effects)
    return Trial("new", {"et": ("ferry", "port", "dock")}, CONCERNED, tuple(of), **options)


def test_entries_are_counted_by_row_the_most_frequent_first():
    assert list(trial().terms.items()) == [
        ("port", {Stage.DRAFT: 1, Stage.APPROVED: 2}), ("ferry", {Stage.DRAFT: 2})
    ]  # fmt: skip
    assert trial().stages == {Stage.DRAFT: 2, Stage.APPROVED: 2}


def test_rows_that_concern_no_entry_are_named():
    assert trial().idle == ("dock",)


def test_the_exit_code_tells_whether_anybody_has_to_look():
    assert trial(Effect.DRAFTED, Effect.NOTED).exit_code is ExitCode.CLEAN
    assert trial(Effect.DRAFTED, Effect.FLAGGED).exit_code is ExitCode.FINDINGS
    assert trial(Effect.FLAGGED, troubles=(Trouble("x"),)).exit_code is ExitCode.PARTIAL
    assert trial(troubles=(Trouble("x", traceback="Traceback"),)).exit_code is ExitCode.BUG


def test_a_note_of_a_check_flags_nothing():
    note = Finding("x", Level.INFO, "so")
    assert Affected("a.po", "et", 1, None, "a", Effect.NOTED, Stage.DRAFT, "a", "a", (note,)).found == (note,)
