"""What a tool did to a file is told from what a person did, by what the file was at the last look."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import (
    DraftedAgain,
    Hole,
    KeptAsIs,
    MemoryLine,
    Rule,
    SetBack,
    Settled,
    Unconfirmed,
    of_kind,
)
from translate.core.entries.losses import Harm, Reason
from translate.core.entries.noticing import notice
from translate.core.entries.past import Past, Seen, after
from translate.core.entries.stamp import Draft, Owner, is_peoples, owner, text_hash
from translate.core.entries.taglines import DoubtfulTag, MoreDoubtfulTags
from translate.core.placing.placed import Doubt

OCTOBER, MONDAY, TUESDAY = "2026-10-01T04:00:00Z", "2026-11-23T04:00:00Z", "2026-11-24T04:00:00Z"
HEADER = Header((("Language", "et"),))
SOURCES = [f"The ferry number {n} sailed to the island." for n in range(20)]
FLAG = "Glossary: ferry = praam [FLAG missing]"


def file(*entries, header=HEADER):
    return Catalog(header, entries)


def drafted(n, **changes):
    draft = Draft(f"Mustand {n} siin.", "argos 1", "11111111")
    entry = Entry(SOURCES[n], draft.text, extracted=(FLAG, str(draft.stamp)), flags=("fuzzy",))
    return replace(entry, **changes)


def approved(n, **changes):
    return replace(drafted(n), **{"msgstr": f"Inimene {n} kirjutas.", "flags": (), **changes})


def looked(*entries, past=None, header=HEADER, at=MONDAY):
    return notice(past, file(*entries, header=header), at=at)


def since_monday(before, after_, header=HEADER):
    """What is noticed on Tuesday in a file that was something else on Monday."""
    return looked(*after_, past=looked(*before).past, header=header, at=TUESDAY)


def gone(noticed):
    return [(one.seen.entry.msgstr, one.reason) for one in noticed.superseded]


def holes(noticed):
    return [entry.msgid for entry in noticed.catalog.entries if of_kind(entry, Hole)]


# --- our lines


@pytest.mark.parametrize("kept", [(), (FLAG,), ("A line of another tool",)])
def test_a_draft_whose_lines_a_tool_removed_is_known_again_with_its_flags(kept):
    stripped = drafted(0, extracted=kept)
    noticed = since_monday([drafted(0)], [stripped])
    (entry,) = noticed.catalog.entries
    assert (owner(entry), FLAG in entry.extracted, noticed.drafts_known_again) == (Owner.MACHINE, True, 1)
    assert set(kept) <= set(entry.extracted)


def test_a_draft_that_somebody_edited_while_its_lines_went_is_theirs():
    edited = drafted(0, msgstr="Mustand 0 seal.", extracted=())
    noticed = since_monday([drafted(0)], [edited])
    assert (noticed.catalog.entries, noticed.drafts_known_again) == ((edited,), 0)
    assert owner(edited) is Owner.PERSON


def test_a_draft_that_was_approved_while_its_lines_went_is_approved_and_known_to_be_ours():
    noticed = since_monday([drafted(0)], [drafted(0, flags=(), extracted=())])
    (entry,) = noticed.catalog.entries
    assert (owner(entry), entry.extracted, noticed.approved_as_drafted) == (
        Owner.PERSON,
        drafted(0).extracted,
        {entry.key},
    )


TAG_LINES = [DoubtfulTag(Doubt.NO_WORDS, "<a1>", "ferry"), MoreDoubtfulTags(2)]


@pytest.mark.parametrize("line", [KeptAsIs(), Unconfirmed(30), SetBack("2026-11-22"), DraftedAgain(), *TAG_LINES])
def test_every_line_by_which_a_text_is_known_comes_back(line):
    known = approved(0, extracted=(str(line),))
    assert since_monday([known], [replace(known, extracted=())]).catalog.entries == (known,)


def test_a_line_that_the_file_has_otherwise_is_not_doubled():
    new = replace(drafted(0), extracted=("Glossary: ferry = laev [FLAG missing]", drafted(0).extracted[1]))
    assert since_monday([drafted(0)], [new]).catalog.entries == (new,)


def test_a_draft_that_msgmerge_put_under_another_source_is_nobodys():
    moved = Entry(SOURCES[1], drafted(0).msgstr, flags=("fuzzy",))
    noticed = since_monday([drafted(0)], [moved])
    assert [(e.msgid, e.msgstr) for e in noticed.catalog.entries] == [(SOURCES[1], "")]
    commented = replace(moved, comments=("AK",))
    assert since_monday([drafted(0)], [commented]).catalog.entries == (commented,)


def test_what_has_the_words_of_a_copy_under_another_source_is_no_draft_that_was_moved():
    stars = Entry("***", "***", extracted=(str(Settled(Rule.COPY, text_hash("***"))),))
    theirs = Entry(SOURCES[1], "***", flags=("fuzzy",))
    assert since_monday([stars], [stars, theirs]).catalog.entries == (stars, theirs)


# --- people's texts


def test_what_one_person_deletes_is_theirs_to_delete():
    before = [approved(n) for n in range(10)]
    noticed = since_monday(before, [approved(0, msgstr=""), *before[1:]])
    assert (gone(noticed), holes(noticed)) == ([("Inimene 0 kirjutas.", Reason.EMPTIED)], [])


@pytest.mark.parametrize(
    ("texts", "emptied", "by_a_tool"), [(10, 3, False), (10, 4, True), (20, 4, False), (20, 5, True)]
)
def test_more_than_three_texts_or_a_fifth_of_them_are_a_tools_doing(texts, emptied, by_a_tool):
    before = [approved(n) for n in range(texts)]
    noticed = since_monday(before, [approved(n, msgstr="") if n < emptied else approved(n) for n in range(texts)])
    assert {reason for _, reason in gone(noticed)} == {Reason.LOST if by_a_tool else Reason.EMPTIED}
    assert {one.harm for one in noticed.superseded} == {Harm.BLANKED if by_a_tool else None}
    assert holes(noticed) == (SOURCES[:emptied] if by_a_tool else [])


def test_of_a_file_that_lacks_an_entry_whatever_is_gone_was_dropped_by_a_tool():
    noticed = since_monday([approved(n) for n in range(10)], [approved(n) for n in range(9)])
    assert (gone(noticed), holes(noticed)) == ([("Inimene 9 kirjutas.", Reason.LOST)], [SOURCES[9]])
    assert [one.harm for one in noticed.superseded] == [Harm.CUT]


@pytest.mark.parametrize(("now", "harm"), [(file(header=Header()), Harm.EMPTIED), (None, Harm.DELETED)])
def test_of_a_file_that_is_empty_or_gone_every_text_was_dropped_by_a_tool(now, harm):
    past = looked(approved(0), drafted(1)).past
    noticed = notice(past, now, at=TUESDAY)
    assert gone(noticed) == [("Inimene 0 kirjutas.", Reason.LOST)]
    assert [one.harm for one in noticed.superseded] == [harm]
    assert noticed.catalog.entries == (Entry(SOURCES[0], extracted=(str(Hole("2026-11-24")),)),)


def test_of_a_file_without_its_header_whatever_is_gone_was_dropped_by_a_tool():
    noticed = since_monday([approved(0), approved(1)], [approved(0), approved(1, msgstr="")], header=Header())
    assert gone(noticed) == [("Inimene 1 kirjutas.", Reason.LOST)]


def test_an_export_of_omegat_drops_texts_in_review_however_few():
    before = [approved(0), approved(1, flags=("fuzzy",)), drafted(2)]
    exported = [approved(0), approved(1, msgstr=""), drafted(2, msgstr="", flags=())]
    noticed = since_monday(before, exported)
    assert gone(noticed) == [("Inimene 1 kirjutas.", Reason.LOST)]
    assert ([one.harm for one in noticed.superseded], holes(noticed)) == ([Harm.EXPORTED], [SOURCES[1]])
    assert noticed.past.by_key[None, SOURCES[2]].dropped == ""


def test_a_person_who_reviews_all_and_deletes_one_is_no_omegat():
    before = [approved(0), *(approved(n, flags=("fuzzy",)) for n in range(1, 9))]
    noticed = since_monday(before, [approved(0, msgstr=""), *(approved(n) for n in range(1, 9))])
    assert (gone(noticed), holes(noticed)) == ([("Inimene 0 kirjutas.", Reason.EMPTIED)], [])


def test_a_persons_text_that_is_replaced_is_kept():
    noticed = since_monday([approved(0)], [approved(0, msgstr="Teine kirjutas.")])
    assert gone(noticed) == [("Inimene 0 kirjutas.", Reason.REPLACED)]


def test_our_drafts_where_peoples_texts_stood_are_an_old_copy_of_the_file():
    noticed = since_monday([approved(n) for n in range(5)], [drafted(n) for n in range(5)])
    assert {reason for _, reason in gone(noticed)} == {Reason.LOST}
    assert ({one.harm for one in noticed.superseded}, len(holes(noticed))) == ({Harm.SET_BACK}, 5)


def test_approvals_that_are_gone_at_once_leave_the_texts_where_they_are():
    texts = [approved(n) for n in range(5)]
    noticed = since_monday(texts, [replace(entry, flags=("fuzzy",)) for entry in texts])
    assert {reason for _, reason in gone(noticed)} == {Reason.LOST}
    for entry in noticed.catalog.entries:
        assert (owner(entry), of_kind(entry, SetBack)) == (Owner.PERSON, (SetBack("2026-11-24"),))


def test_whoever_writes_something_else_where_an_approval_was_lost_has_seen_to_it():
    texts = [replace(approved(n), flags=("fuzzy",), extracted=(str(SetBack("2026-11-22")),)) for n in range(2)]
    tuesday = since_monday(texts, [texts[0], replace(texts[1], msgstr="Inimene kirjutas ümber.")])
    assert [len(of_kind(entry, SetBack)) for entry in tuesday.catalog.entries] == [1, 0]
    # The same night looks at the same file once more when it drafts.
    again = looked(*texts[:1], replace(texts[1], msgstr="Inimene kirjutas ümber."), past=tuesday.past, at=TUESDAY)
    assert again.catalog == tuesday.catalog


def marks(noticed):
    return [seen.marked for seen in noticed.past.entries]


def test_a_person_who_marks_an_approved_text_for_work_is_known_until_it_says_something_else_or_is_approved():
    texts = [approved(n) for n in range(6)]
    marked = [replace(texts[0], flags=("fuzzy",)), *texts[1:]]
    tuesday = since_monday(texts, marked)
    assert marks(tuesday) == [True, *[False] * 5]
    assert marks(looked(*marked, past=tuesday.past)) == marks(tuesday)
    assert marks(looked(*texts, past=tuesday.past)) == [False] * 6
    other = replace(marked[0], msgstr="Midagi muud.")
    assert marks(looked(other, *texts[1:], past=tuesday.past)) == [False] * 6


def test_what_waits_from_the_first_or_because_a_run_or_a_tool_made_it_wait_no_person_has_marked():
    waiting = [approved(n, flags=("fuzzy",)) for n in range(6)]
    assert marks(looked(*waiting)) == [False] * 6
    texts = [approved(n) for n in range(6)]
    assert marks(since_monday(texts, waiting)) == [False] * 6  # All of them at once.
    written = after(looked(*texts).past, waiting, TUESDAY)
    assert [seen.marked for seen in written.entries] == [False] * 6


def test_a_text_that_became_obsolete_or_stands_in_another_entry_is_not_gone():
    obsolete = approved(0, obsolete=True)
    joined = Entry("Both sailed.", f"{approved(1).msgstr} Ja veel.", flags=("fuzzy",))
    assert since_monday([approved(0), approved(1)], [obsolete, joined]).superseded == ()


def test_an_obsolete_text_that_somebody_takes_out_is_kept_and_leaves_no_hole():
    noticed = since_monday([approved(0), approved(1, obsolete=True)], [approved(0)])
    assert (gone(noticed), holes(noticed)) == ([("Inimene 1 kirjutas.", Reason.REMOVED)], [])


def test_a_hole_stays_with_the_comment_until_somebody_fills_it():
    lost = since_monday([approved(0, comments=("AK",)), approved(1)], [], header=Header())
    assert [entry.comments for entry in lost.catalog.entries] == [("AK",), ()]
    again = looked(past=lost.past, at=TUESDAY)
    assert holes(again) == SOURCES[:2]
    filled = Entry(SOURCES[0], "Inimene jälle.")
    assert holes(looked(filled, past=again.past)) == [SOURCES[1]]


def test_an_old_copy_of_the_file_fills_no_hole_with_our_draft():
    lost = since_monday([approved(0)], [], header=Header())
    assert holes(looked(drafted(0), past=lost.past)) == [SOURCES[0]]


@pytest.mark.parametrize(
    "entry",
    [
        drafted(0),
        approved(0, extracted=(str(MemoryLine(origin="a.po", fill=text_hash(approved(0).msgstr))),)),
        drafted(0, flags=(), extracted=(str(Unconfirmed(30)), *drafted(0).extracted)),
    ],
    ids=["a draft", "an untouched fill", "approved in bulk"],
)
def test_what_no_person_wrote_or_confirmed_is_missed_by_nobody(entry):
    assert not is_peoples(entry)
    assert since_monday([entry], []).superseded == ()


# --- dates


@pytest.mark.parametrize(
    ("revised", "since"),
    [("", MONDAY), ("2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z"), ("2099-01-01T00:00:00Z", MONDAY)],
)
def test_of_a_file_that_was_never_seen_its_own_date_is_believed_unless_it_is_to_come(revised, since):
    noticed = notice(None, file(approved(0)), at=MONDAY, revised=revised)
    assert [seen.since for seen in noticed.past.entries] == [since]


def test_an_approval_is_of_the_day_on_which_it_was_first_seen_whatever_the_files_date_is():
    past = looked(approved(0), approved(1)).past
    noticed = notice(past, file(approved(0), approved(1, msgstr="Uus.")), at=TUESDAY, revised="2099-01-01T00:00:00Z")
    assert [seen.since for seen in noticed.past.entries] == [MONDAY, TUESDAY]


def test_a_draft_is_approved_on_the_day_of_its_approval():
    assert since_monday([drafted(0)], [drafted(0, flags=())]).past.entries[0].since == TUESDAY


# --- what was deleted


def test_a_draft_that_a_person_deleted_is_known_until_another_text_has_its_place():
    before = [approved(0), drafted(1), drafted(2)]
    past = since_monday(before, [approved(0), drafted(1, msgstr="", flags=()), drafted(2)]).past
    assert past.by_key[None, SOURCES[1]].dropped == text_hash(drafted(1).msgstr)
    again = after(past, [approved(0), drafted(1)], TUESDAY)
    assert again.by_key[None, SOURCES[1]].dropped == text_hash(drafted(1).msgstr)
    assert after(again, [approved(0), approved(1)], TUESDAY).by_key[None, SOURCES[1]].dropped == ""


# --- copies of the source


def test_one_source_that_a_person_left_says_so_and_a_filled_file_is_untranslated():
    left = Entry(SOURCES[0], SOURCES[0])
    noticed = since_monday([drafted(0), approved(1), drafted(2)], [left, approved(1), drafted(2)])
    assert noticed.catalog.entries[0] == replace(left, extracted=(str(KeptAsIs()),))
    copies = [Entry(source, source) for source in SOURCES[:3]]
    filled = since_monday([drafted(n) for n in range(3)], copies)
    assert ([e.msgstr for e in filled.catalog.entries], filled.filled) == ([""] * 3, 3)


# --- laws


def kinds(n):
    copy = MemoryLine(origin="a.po", fill=text_hash(f"Täide {n}."))
    return st.sampled_from([
        drafted(n), drafted(n, flags=()), approved(n), approved(n, flags=("fuzzy",)), Entry(SOURCES[n]),
        Entry(SOURCES[n], SOURCES[n]), Entry(SOURCES[n], f"Täide {n}.", extracted=(str(copy),)),
        approved(n, obsolete=True, references=()), approved(n, comments=(f"AK {n}",), references=(f"a.txt:{n}",)),
    ])  # fmt: skip


def edits(entry):
    """An entry as a person or a tool may leave it; None where it is gone."""
    return st.sampled_from([
        entry, entry, entry, None, replace(entry, msgstr=""), replace(entry, extracted=()), replace(entry, flags=()),
        replace(entry, flags=("fuzzy",)), replace(entry, msgstr=entry.msgid), replace(entry, msgstr="\u200b"),
        replace(entry, msgstr=f"Inimene teisiti {entry.msgid[17:20]}"), replace(entry, obsolete=not entry.obsolete),
        replace(entry, msgctxt="key"), replace(drafted(0), msgid=entry.msgid),
    ])  # fmt: skip


@st.composite
def days(draw):
    """A file as it was noticed on Monday, and as it is on Tuesday."""
    places = draw(st.lists(st.integers(0, 9), unique=True, max_size=8))
    monday = notice(None, file(*(draw(kinds(n)) for n in places)), at=MONDAY)
    tuesday = [edited for entry in monday.catalog.entries if (edited := draw(edits(entry)))]
    header = draw(st.sampled_from([HEADER, HEADER, Header()]))
    return monday, Catalog(header, tuple({entry.key: entry for entry in draw(st.permutations(tuesday))}.values()))


@given(days())
def test_a_look_at_what_was_noticed_notices_nothing_more(drawn):
    monday, catalog = drawn
    once = notice(monday.past, catalog, at=TUESDAY)
    again = notice(once.past, once.catalog, at=TUESDAY)
    assert (again.superseded, again.catalog, again.past) == ((), once.catalog, once.past)


def as_written(entry):
    """An entry as a run leaves it, drafted where there is none."""
    wanted = not (entry.translated or entry.obsolete or of_kind(entry, Hole))
    return drafted(int(entry.msgid.split()[3]), msgctxt=entry.msgctxt) if wanted else entry


@given(days())
def test_what_a_run_has_written_lacks_nothing(drawn):
    monday, catalog = drawn
    once = notice(monday.past, catalog, at=TUESDAY)
    written = tuple(as_written(entry) for entry in once.catalog.entries)
    again = notice(after(once.past, written, TUESDAY), Catalog(HEADER, written), at=TUESDAY)
    assert (again.superseded, again.catalog.entries) == ((), written)


@given(days())
def test_no_text_of_a_person_is_neither_in_the_file_nor_kept(drawn):
    monday, catalog = drawn
    noticed = notice(monday.past, catalog, at=TUESDAY)
    there = {e.msgstr for e in noticed.catalog.entries} | {one.seen.entry.msgstr for one in noticed.superseded}
    for entry in (*monday.catalog.entries, *catalog.entries):
        assert not entry.msgstr.startswith("Inimene") or entry.msgstr in there


@given(days())
def test_no_line_that_comes_back_makes_a_persons_text_ours(drawn):
    monday, catalog = drawn
    for entry in notice(monday.past, catalog, at=TUESDAY).catalog.entries:
        assert not entry.msgstr.startswith("Inimene") or owner(entry) is Owner.PERSON


@given(days())
def test_no_comment_of_a_person_goes_with_a_text_that_a_tool_dropped(drawn):
    monday, catalog = drawn
    noticed = notice(monday.past, catalog, at=TUESDAY)
    told = {line for entry in noticed.catalog.entries for line in entry.comments}
    for one in noticed.lost:
        assert one.seen.entry.obsolete or set(one.seen.entry.comments) <= told


def test_of_nothing_nothing_is_noticed():
    assert notice(Past(), file(), at=MONDAY).superseded == ()
    assert Past((Seen(approved(0), MONDAY),)).by_key == {(None, SOURCES[0]): Seen(approved(0), MONDAY)}


def test_our_draft_in_place_of_one_persons_text_is_a_loss_though_few_are_gone():
    noticed = since_monday([*map(approved, range(10))], [drafted(0), *map(approved, range(1, 10))])
    assert gone(noticed) == [("Inimene 0 kirjutas.", Reason.LOST)]
    assert holes(noticed) == [SOURCES[0]]


def test_a_person_who_marks_some_texts_for_work_has_lost_nothing():
    marked = [approved(n, flags=("fuzzy",)) for n in range(6)]
    noticed = since_monday([*map(approved, range(10))], [*marked, *map(approved, range(6, 10))])
    assert noticed.superseded == ()


def test_a_platform_that_renames_contexts_and_takes_fuzzy_marks_away_has_approved_nothing():
    """Lokalise does: each entry has a context of its own then, and no comment."""
    exported = [drafted(0, flags=(), extracted=()), drafted(1, msgctxt="key_1", flags=(), extracted=())]
    noticed = since_monday([drafted(0), drafted(1)], exported)
    assert [owner(entry) for entry in noticed.catalog.entries] == [Owner.MACHINE] * 2
    assert [entry.key for entry in noticed.catalog.entries] == [drafted(0).key, drafted(1).key]


def test_a_short_draft_that_msgmerge_put_under_another_source_is_nobodys_too():
    headline = Entry(
        "Ferry", "Praam", "headline", extracted=(str(Draft("Praam", "argos 1", "1" * 8).stamp),), flags=("fuzzy",)
    )
    moved = Entry("Ferries", "Praam", "headline", flags=("fuzzy",))
    assert [entry.msgstr for entry in since_monday([headline], [moved]).catalog.entries if entry.key == moved.key] == [
        ""
    ]
