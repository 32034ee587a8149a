"""What a rule settles is nobody's, as long as the entry says so and nobody has written anything else."""

from dataclasses import replace

import pytest

from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import (
    Hole,
    InParts,
    MemoryLine,
    Rule,
    Settled,
    Unconfirmed,
    UndecidedTitle,
    of_kind,
)
from translate.core.entries.leverage import Leveraged
from translate.core.entries.losses import Reason, superseded
from translate.core.entries.merging import merge, replaced, wants_draft
from translate.core.entries.noticing import notice
from translate.core.entries.past import Past, Seen
from translate.core.entries.remembered import approved
from translate.core.entries.settling import settled
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.stamp import Draft, Owner, is_ours, is_untouched_fill, owner, text_hash
from translate.core.terms.demands import Demands, demands_on
from translate.core.terms.glossary import Action, Glossary, Match, Term
from translate.core.terms.matching import Matcher

LINK = Entry("https://example.org/a", extracted=("Paragraph 1 of “Ferry”",), references=("articles/ferry.txt:3",))
LINE = Settled(Rule.COPY, text_hash(LINK.msgid))
COPY = replace(LINK, msgstr=LINK.msgid, extracted=(*LINK.extracted, str(LINE)))
DRAFT = Draft("https://example.org/b", "argos en-et 1.9", "11111111")
DRAFTED = replace(LINK, msgstr=DRAFT.text, extracted=(*LINK.extracted, str(DRAFT.stamp)), flags=("fuzzy",))
LINKS = Entry("aa.ee bb.ee cc.ee")
AT = "2026-11-28T04:00:00Z"


def catalog(*entries):
    return Catalog(Header(), entries)


def merged(old, message=LINK, asked=None, drafts=None):
    (entry, *_) = merge(catalog(old) if old else None, [message], drafts or {}, {message.key: asked or Demands()})
    return entry


def asked(text, *terms):
    return demands_on(Matcher(Glossary("et", terms)), text)


def test_a_text_that_every_language_has_alike_is_copied_and_says_so():
    assert merged(None) == COPY
    assert str(LINE) == f"Settled: nothing to translate, as in the source [{text_hash(LINK.msgid)}]"
    assert (owner(COPY), stage_of(COPY), is_ours(COPY)) == (Owner.RULE, Stage.SETTLED, True)


@pytest.mark.parametrize("text", ["See err.ee", "19.30", "Nr. 5", "", " "])
def test_a_text_with_anything_of_its_own_is_settled_by_no_rule(text):
    assert settled(Entry(text), Demands()) is None


def test_the_glossary_goes_before():
    handle = Entry("@ferry_line")
    assert settled(handle, asked(handle.msgid, Term("@ferry_line", "@praamiliin"))) is None
    assert settled(handle, asked(handle.msgid, Term("@ferry_line", "@ferry_line", Action.KEEP))) is not None
    assert settled(Entry("***"), asked("***", Term("", "***", Action.FORBID))) is None


def test_a_message_with_plural_forms_is_settled_by_no_rule():
    assert settled(Entry("%s", msgid_plural="%s"), Demands()) is None


def test_a_second_run_changes_nothing_and_a_paragraph_above_it_neither():
    assert merged(COPY) == COPY
    moved = replace(LINK, extracted=("Paragraph 2 of “Ferry”",), references=("articles/ferry.txt:4",))
    assert merged(COPY, moved) == COPY


def test_an_untouched_draft_becomes_a_copy_and_its_comments_stay():
    assert merged(replace(DRAFTED, comments=("AK: look",))) == replace(COPY, comments=("AK: look",))
    in_parts = replace(DRAFTED, extracted=(*DRAFTED.extracted, str(InParts())))
    assert merged(in_parts) == COPY


def test_a_draft_that_was_approved_with_many_others_becomes_a_copy():
    bulk = replace(DRAFTED, flags=(), extracted=(*DRAFTED.extracted, str(Unconfirmed(30))))
    assert merged(bulk) == COPY


@pytest.mark.parametrize(
    "theirs",
    [
        replace(DRAFTED, flags=()),
        replace(LINK, msgstr=LINK.msgid),
        replace(LINK, msgstr="https://example.org/et"),
        replace(COPY, msgstr="https://example.org/et"),
        replace(COPY, flags=("fuzzy",)),
    ],
    ids=["a draft that was approved", "a copy of theirs", "another text", "a copy that was edited", "marked for work"],
)
def test_what_a_person_has_approved_written_or_marked_is_theirs(theirs):
    assert owner(theirs) is Owner.PERSON
    found = merged(theirs)
    assert (found.msgstr, found.flags, owner(found)) == (theirs.msgstr, theirs.flags, Owner.PERSON)
    assert of_kind(found, Settled) == ()


def test_a_hole_is_filled_by_no_rule():
    hole = replace(LINK, extracted=(*LINK.extracted, str(Hole("2026-11-28"))))
    assert merged(hole).msgstr == ""


def test_what_a_person_approved_elsewhere_for_this_very_text_goes_before_a_copy_and_stays():
    theirs = Leveraged("https://example.org/et", MemoryLine(origin="other.po"))
    for was in (None, COPY, DRAFTED):
        old = catalog(was) if was else None
        (entry,) = merge(old, [LINK], {}, {}, recalled={LINK.key: theirs})
        assert (entry.msgstr, entry.fuzzy, is_untouched_fill(entry)) == (theirs.text, False, True)
        assert of_kind(entry, Settled) == ()
        assert merged(entry) == entry


def test_a_copy_that_is_kept_for_its_comment_comes_back_as_a_copy():
    (there, gone) = merge(catalog(replace(COPY, comments=("AK: look",))), [LINKS], {}, {})
    assert (there.msgid, gone.obsolete, owner(gone), gone.comments) == (LINKS.msgid, True, Owner.RULE, ("AK: look",))
    assert merged(gone) == replace(COPY, comments=("AK: look",))


def test_a_copy_that_is_joined_to_a_persons_text_stays_in_it():
    theirs = Entry("The last ferry was late.", "Viimane praam hilines.", references=("articles/ferry.txt:2",))
    joined = replace(LINK, msgid=f"{theirs.msgid} {LINK.msgid}")
    entry, kept = merge(catalog(theirs, COPY), [joined], {}, {})
    assert (entry.msgstr, entry.fuzzy) == (f"{theirs.msgstr} {LINK.msgid}", True)
    assert (kept.msgid, kept.obsolete) == (theirs.msgid, True)
    again = merge(catalog(entry, kept), [theirs, LINK], {}, {})
    assert [(e.msgstr, owner(e)) for e in again if not e.obsolete] == [
        (theirs.msgstr, Owner.PERSON),
        (LINK.msgid, Owner.RULE),
    ]


def test_an_address_that_was_put_apart_from_a_persons_words_is_a_copy_and_the_words_are_kept():
    theirs = Entry(f"Read more: {LINK.msgid}", f"Loe edasi: {LINK.msgid}", references=("articles/ferry.txt:3",))
    entry, kept = merge(catalog(theirs), [LINK], {}, {})
    assert (entry, kept.msgstr, kept.obsolete) == (COPY, theirs.msgstr, True)


def test_an_address_that_a_person_wrote_follows_the_one_that_it_was_written_for():
    theirs = replace(LINK, msgstr="https://example.org/et")
    (entry,) = merge(catalog(theirs), [replace(LINK, msgid="https://example.org/b")], {}, {})
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (theirs.msgstr, True, LINK.msgid)


def test_a_copy_follows_its_source_and_leaves_nothing_behind():
    message = replace(LINK, msgid="https://example.org/c")
    (entry,) = merge(catalog(COPY), [message], {}, {})
    assert (entry.msgstr, owner(entry)) == (message.msgid, Owner.RULE)
    assert replaced(catalog(COPY), {message.key}, frozenset()) == ()


def test_what_no_rule_settles_any_more_is_drafted_or_left_to_people():
    handle = Entry("@ferry_line")
    copy = merged(None, handle)
    wanted = asked(handle.msgid, Term("@ferry_line", "@praamiliin"))
    assert wants_draft(copy, None)
    assert merged(copy, handle, wanted).msgstr == ""
    drafted = merged(copy, handle, wanted, {handle.key: replace(DRAFT, text="@praamiliin")})
    assert (drafted.msgstr, owner(drafted)) == ("@praamiliin", Owner.MACHINE)


def test_a_rule_of_a_later_version_is_not_known_and_the_text_a_persons():
    later = replace(COPY, extracted=(str(LINE).replace("nothing to translate", "by the moon"),))
    assert owner(later) is Owner.PERSON


def test_the_memory_learns_nothing_of_it():
    assert approved([(COPY, AT)], "et", "a.po") == ()


def test_a_look_counts_it_neither_as_a_draft_nor_as_approved():
    past = Past((Seen(COPY, AT), Seen(DRAFTED, AT)))
    noticed = notice(past, catalog(COPY), at=AT)
    assert (noticed.drafted, noticed.approved_as_drafted) == (1, frozenset())


def test_its_line_is_put_back_where_a_tool_has_removed_it():
    noticed = notice(Past((Seen(COPY, AT),)), catalog(replace(COPY, extracted=())), at=AT)
    assert owner(noticed.catalog.entries[0]) is Owner.RULE


def test_a_text_that_reads_as_a_copy_of_ours_under_another_source_is_a_persons():
    theirs = Entry("See the page.", LINK.msgid, flags=("fuzzy",))
    noticed = notice(Past((Seen(COPY, AT),)), catalog(COPY, theirs), at=AT)
    assert noticed.catalog.entries[1].msgstr == LINK.msgid


def test_copies_of_ours_are_no_sign_of_a_tool_that_fills_in_the_source():
    ours = [merged(None, message) for message in (LINK, LINKS)]
    assert {owner(entry) for entry in ours} == {Owner.RULE}
    kept = Entry("The ferry sailed to the island.", "The ferry sailed to the island.")
    assert cleared(catalog(*ours, kept)).entries == (*ours, kept)
    assert cleared(catalog(*ours)).entries == tuple(ours)


def test_copies_whose_lines_a_tool_has_removed_are_no_sign_of_it_either():
    ours = [merged(None, message) for message in (LINKS, Entry("dd.ee ee.ee ff.ee"))]
    theirs = [Entry(f"The ferry number {n} sailed to the island.", f"Praam {n} sõitis saarele.") for n in range(12)]
    past = Past(tuple(Seen(entry, AT) for entry in (*ours, *theirs)))
    noticed = notice(past, catalog(*(replace(entry, extracted=()) for entry in ours), *theirs), at=AT)
    assert (noticed.catalog.entries[:2], noticed.filled) == (tuple(ours), 0)


def test_a_copy_in_the_place_of_a_persons_text_is_an_old_copy_of_the_file():
    theirs = replace(LINK, msgstr="https://example.org/et")
    (lost,) = superseded(Past((Seen(theirs, AT),)), catalog(COPY), is_there=True, exported=False)
    assert lost.reason is Reason.LOST


TITLE = Entry("Esimene stuudio", "", "show title", extracted=("Channels: ETV",), references=("shows/own.csv:2",))
KEEP = Term(TITLE.msgid, TITLE.msgid, Action.KEEP)


def decided_by(*rows, old=None, message=TITLE, drafts=None):
    return merged(old, message, asked(message.msgid, *rows), drafts)


@pytest.mark.parametrize(
    ("row", "text", "line"),
    [
        (KEEP, "Esimene stuudio", "Glossary decides: keep [{}]"),
        (replace(KEEP, action=Action.INFLECT), "Esimene stuudio", "Glossary decides: inflect [{}]"),
        (Term(TITLE.msgid, "The First Studio"), "The First Studio", "Glossary decides: translate [{}]"),
    ],
)
def test_the_row_of_a_title_fills_its_entry_and_the_entry_says_so(row, text, line):
    entry = decided_by(row)
    assert (entry.msgstr, entry.fuzzy, owner(entry), stage_of(entry)) == (text, False, Owner.RULE, Stage.SETTLED)
    assert entry.extracted == ("Channels: ETV", line.format(text_hash(text)))
    assert decided_by(row, old=entry) == entry


def test_a_row_that_changes_rewrites_its_entry_while_nobody_has_touched_it():
    entry = decided_by(KEEP)
    renamed = decided_by(Term(TITLE.msgid, "The First Studio"), old=entry)
    assert (renamed.msgstr, owner(renamed)) == ("The First Studio", Owner.RULE)


def test_who_edits_a_decided_title_has_made_it_theirs():
    theirs = replace(decided_by(KEEP), msgstr="First Studio")
    assert owner(theirs) is Owner.PERSON
    assert decided_by(KEEP, old=theirs).msgstr == "First Studio"
    assert decided_by(Term(TITLE.msgid, "The First Studio"), old=theirs).msgstr == "First Studio"


def test_a_title_without_a_row_is_drafted_and_says_that_nobody_has_decided_it():
    draft = Draft("First studio", "argos en-et 1.9", "11111111")
    entry = decided_by(drafts={TITLE.key: draft})
    assert (entry.msgstr, entry.fuzzy) == ("First studio", True)
    assert of_kind(entry, UndecidedTitle)
    assert of_kind(decided_by(), UndecidedTitle)
    assert of_kind(decided_by(old=entry), UndecidedTitle)
    approved = replace(entry, msgstr="The studio", flags=())
    assert not of_kind(decided_by(old=approved), UndecidedTitle)


def test_a_title_whose_row_is_taken_away_waits_for_a_draft():
    entry = decided_by(old=decided_by(KEEP))
    assert (entry.msgstr, owner(entry)) == ("", Owner.NOBODY)


@pytest.mark.parametrize(
    "row",
    [
        Term("stuudio", "studio"),
        Term("ESIMENE STUUDIO", "The First Studio", match=Match.ANY),
        Term(TITLE.msgid, TITLE.msgid, Action.OFF),
    ],
    ids=["a part of it", "other letters", "off"],
)
def test_only_a_row_for_the_whole_title_in_its_own_letters_decides_it(row):
    assert settled(TITLE, asked(TITLE.msgid, row)) is None


def test_the_same_words_in_an_article_are_decided_by_no_row():
    for context in (None, "headline"):
        assert settled(replace(TITLE, msgctxt=context), asked(TITLE.msgid, KEEP)) is None


def test_the_memory_does_not_learn_what_the_glossary_decides():
    assert approved([(decided_by(KEEP), AT)], "et", "locales/et/LC_MESSAGES/shows.po") == ()


def test_a_title_takes_up_nothing_that_was_written_for_another_however_alike():
    theirs = replace(TITLE, msgstr="Esimene studio", msgctxt="episode title")
    sibling = replace(TITLE, msgid="Esimene stuudio 2", msgctxt="episode title")
    live, gone = merge(catalog(theirs), [sibling], {}, {})
    assert (live.msgstr, live.previous_msgid) == ("", None)
    assert (gone.obsolete, gone.msgstr, gone.fuzzy) == (True, "Esimene studio", False)
    (back, *_) = merge(catalog(live, gone), [theirs], {}, {})
    assert (back.msgstr, back.fuzzy, back.obsolete) == ("Esimene studio", False, False)


def test_a_title_that_turns_out_to_be_a_film_keeps_its_translation_for_review():
    theirs = replace(TITLE, msgstr="Esimene studio")
    (live, *_) = merge(catalog(theirs), [replace(TITLE, msgctxt="film title")], {}, {})
    assert (live.msgstr, live.fuzzy) == ("Esimene studio", True)


def test_a_vanished_title_is_kept_where_articles_mention_it():
    mentioned = replace(TITLE, extracted=("In articles: 1 time, in articles/a.txt",))
    draft = Draft("First studio", "argos en-et 1.9", "11111111")
    for title, kept in ((TITLE, False), (mentioned, True)):
        (entry,) = merge(None, [title], {title.key: draft}, {})
        assert [one.obsolete for one in merge(catalog(entry), [], {}, {})] == [True] * kept
