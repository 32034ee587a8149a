"""What merging promises to the people whose words are in a catalog."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import (
    DraftedAgain,
    GuessedTags,
    Hole,
    InParts,
    KeptAsIs,
    MemoryLine,
    SourceChange,
    Unconfirmed,
    of_kind,
)
from translate.core.entries.inputs import Inputs
from translate.core.entries.leverage import Leveraged
from translate.core.entries.merging import inherit, merge, replaced, wants_draft
from translate.core.entries.noticing import notice
from translate.core.entries.stamp import Draft, Owner, is_untouched_fill, owner, text_hash
from translate.core.entries.taglines import DoubtfulTag, MoreDoubtfulTags
from translate.core.placing.placed import Doubt, TagDoubt
from translate.core.terms.demands import TermOutcome, demands_on
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.ways import AS_IS, Way

ENGINE = "argos en-et 1.9"
SOURCE = Entry("The ferry sailed.", extracted=("Paragraph 1 of “Ferry”",), references=("articles/ferry.txt:3",))
OTHER = Entry("It was late.", extracted=("Paragraph 2 of “Ferry”",), references=("articles/ferry.txt:4",))


def draft(text, inputs="11111111", outcomes=()):
    return Draft(text, ENGINE, inputs, outcomes)


def catalog(*entries):
    return Catalog(Header(), entries)


def understood(*entries):
    """A catalog that nobody has looked at before."""
    return notice(None, catalog(*entries), at="2026-11-28T04:00:00Z").catalog


def merged(old, *template, drafts=None, demands=None):
    return merge(old, template, drafts or {}, demands or {})


def first_draft(text="Laev sõitis."):
    (entry,) = merged(None, SOURCE, drafts={SOURCE.key: draft(text)})
    return entry


def test_a_draft_is_fuzzy_and_stamped():
    entry = first_draft()
    assert (entry.msgstr, entry.flags, owner(entry)) == ("Laev sõitis.", ("fuzzy",), Owner.MACHINE)


def test_the_facts_stand_in_their_order():
    second = TermOutcome("ferry", "laev", "laevaga", Way.parse("n-best 2"), "kom")
    told = (second, TermOutcome("line", "liin", None, AS_IS))
    (entry,) = merged(None, SOURCE, drafts={SOURCE.key: draft("…", outcomes=told)})
    assert entry.extracted[:3] == (
        "Paragraph 1 of “Ferry”",
        "Glossary: ferry = laevaga [inflected, n-best 2]",
        "Glossary: line = liin [FLAG missing]",
    )
    assert entry.extracted[3].startswith("MT: argos en-et 1.9, draft ")


def test_without_a_draft_a_message_stays_untranslated_and_not_fuzzy():
    assert merged(None, SOURCE) == (SOURCE,)


def test_an_untranslated_message_says_what_the_glossary_asks_for():
    asked = {SOURCE.key: demands_on(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
    (entry,) = merged(None, SOURCE, demands=asked)
    assert entry.extracted == ("Paragraph 1 of “Ferry”", "Glossary: ferry = laev")


def test_an_approved_line_survives_a_new_draft():
    approved = replace(first_draft(), msgstr="Praam läks.", flags=())
    (entry,) = merged(catalog(approved), SOURCE, drafts={SOURCE.key: draft("Laev sõitis minema.")})
    assert entry == approved


def test_an_edited_draft_that_is_still_fuzzy_survives_a_new_draft():
    edited = replace(first_draft(), msgstr="Laev sõi")
    (entry,) = merged(catalog(edited), SOURCE, drafts={SOURCE.key: draft("Laev sõitis minema.")})
    assert entry == edited


def test_what_the_memory_has_never_goes_before_a_persons_text():
    recalled = {SOURCE.key: Leveraged("Praam sõitis.", MemoryLine(origin="locales/et/LC_MESSAGES/a.po"))}
    approved = replace(first_draft(), msgstr="Laev väljus.", flags=())
    for theirs in (approved, replace(approved, flags=("fuzzy",)), replace(first_draft(), flags=())):
        (entry,) = merge(catalog(theirs), [SOURCE], {}, {}, recalled=recalled)
        assert (entry.msgstr, entry.flags) == (theirs.msgstr, theirs.flags)
    (entry,) = merge(catalog(first_draft()), [SOURCE], {}, {}, recalled=recalled)
    assert entry.msgstr == "Praam sõitis."


def test_a_translation_of_another_text_waits_for_review_and_says_what_it_was_made_for():
    told = MemoryLine(95, "a.po")
    near = Leveraged("Praam väljus.", told, made_for="The ferry left.", fuzzy=True)
    source, old = (replace(entry, msgctxt="headline") for entry in (SOURCE, first_draft()))
    old = replace(old, comments=("Ask Mari.",), flags=("fuzzy", "no-wrap"), unknown=("#! tool",))
    (entry,) = merge(catalog(old), [source], {}, {}, recalled={source.key: near})
    assert entry == replace(
        source,
        msgstr="Praam väljus.",
        comments=("Ask Mari.",),
        flags=("fuzzy", "no-wrap"),
        unknown=("#! tool",),
        previous_msgctxt="headline",
        previous_msgid="The ferry left.",
        extracted=(*source.extracted, str(told), str(SourceChange.edited("left. → sailed."))),
    )


def test_a_translation_of_this_very_text_is_approved_and_says_only_where_it_is_from():
    told = MemoryLine(origin="a.po")
    for made_for in (None, SOURCE.msgid):
        same = Leveraged("Praam väljus.", told, made_for=made_for)
        (entry,) = merge(catalog(first_draft()), [SOURCE], {}, {}, recalled={SOURCE.key: same})
        filled = replace(told, fill=text_hash("Praam väljus."))
        assert entry == replace(SOURCE, msgstr="Praam väljus.", extracted=(*SOURCE.extracted, str(filled)))


def test_an_untouched_draft_gives_way_to_a_new_one_and_keeps_the_comment_of_a_person():
    old = replace(first_draft(), comments=("Is this the Saaremaa ferry?",), flags=("fuzzy", "no-wrap"))
    (entry,) = merged(catalog(old), SOURCE, drafts={SOURCE.key: draft("Praam sõitis.", "22222222")})
    assert (entry.msgstr, entry.comments) == ("Praam sõitis.", ("Is this the Saaremaa ferry?",))
    assert entry.flags == ("fuzzy", "no-wrap")


def test_an_untouched_draft_is_taken_back_where_there_is_no_translation_any_more():
    commented = replace(first_draft(), comments=("Ask the captain.",))
    unanswered = {SOURCE.key, OTHER.key}
    entries = merge(catalog(commented), (SOURCE, OTHER), {}, {}, unanswered=unanswered)
    assert entries == (replace(SOURCE, comments=("Ask the captain.",)), OTHER)
    assert merge(catalog(*entries), (SOURCE, OTHER), {}, {}, unanswered=unanswered) == entries


@pytest.mark.parametrize("change", [{"flags": ()}, {"msgstr": "Praam läks."}])
def test_a_persons_text_is_never_taken_back(change):
    theirs = replace(first_draft(), **change)
    assert merge(catalog(theirs), (SOURCE,), {}, {}, unanswered={SOURCE.key}) == (theirs,)


def test_an_emptied_draft_is_no_longer_fuzzy_until_it_is_drafted_again():
    emptied = replace(first_draft(), msgstr="")
    (entry,) = merged(catalog(emptied), SOURCE)
    assert (entry.msgstr, entry.flags) == ("", ())
    (entry,) = merged(catalog(emptied), SOURCE, drafts={SOURCE.key: draft("Laev sõitis.")})
    assert (entry.msgstr, entry.flags) == ("Laev sõitis.", ("fuzzy",))


BELOW = {"extracted": ("Paragraph 2 of “Ferry”",), "references": ("articles/ferry.txt:9",)}


def test_a_message_of_which_nothing_is_new_but_its_place_is_left_as_it_is():
    for theirs in (replace(first_draft(), flags=()), first_draft()):
        assert merged(catalog(theirs), replace(SOURCE, **BELOW)) == (theirs,)


def test_a_message_learns_its_new_place_with_whatever_else_is_new():
    moved = replace(SOURCE, **BELOW)
    asked = {SOURCE.key: demands_on(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
    (entry,) = merged(catalog(replace(first_draft(), flags=())), moved, demands=asked)
    assert (entry.extracted[:2], entry.references) == (
        ("Paragraph 2 of “Ferry”", "Glossary: ferry = Laev [as is]"),
        ("articles/ferry.txt:9",),
    )
    (entry,) = merged(catalog(first_draft()), moved, drafts={SOURCE.key: draft("Praam sõitis.")})
    assert (entry.extracted[0], entry.references) == ("Paragraph 2 of “Ferry”", ("articles/ferry.txt:9",))


@pytest.mark.parametrize(
    "references", [(), ("articles/other.txt:3",), ("articles/ferry.txt:3", "articles/other.txt:3")]
)
def test_a_message_that_is_told_to_be_in_no_file_or_in_another_learns_where_it_is(references):
    (entry,) = merged(catalog(replace(first_draft(), references=references)), SOURCE)
    assert entry == first_draft()


def test_a_persons_text_that_vanishes_is_kept_as_obsolete_and_comes_back():
    approved = replace(first_draft(), msgstr="Praam läks.", flags=(), comments=("AK",))
    gone = merged(catalog(approved))
    assert [(e.obsolete, e.msgstr, e.comments) for e in gone] == [(True, "Praam läks.", ("AK",))]
    (back,) = merged(catalog(*gone), SOURCE)
    assert (back.obsolete, back.msgstr, back.fuzzy, back.comments) == (False, "Praam läks.", False, ("AK",))


def test_an_untouched_draft_that_vanishes_leaves_nothing_behind():
    assert merged(catalog(first_draft())) == ()


def test_a_persons_comment_on_a_draft_that_vanishes_is_kept():
    commented = replace(first_draft(), comments=("Ask Mari.",))
    (gone,) = merged(catalog(commented))
    assert (gone.obsolete, gone.comments, owner(gone)) == (True, ("Ask Mari.",), Owner.MACHINE)


def test_a_persons_text_is_checked_against_todays_glossary():
    approved = replace(first_draft(), msgstr="Praam läks.", flags=())
    asked = {SOURCE.key: demands_on(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
    (entry,) = merged(catalog(approved), SOURCE, demands=asked)
    assert "Glossary: ferry = laev [FLAG missing]" in entry.extracted


def test_a_draft_is_wanted_where_there_is_no_text_or_the_inputs_of_ours_changed():
    ours = first_draft()
    approved = replace(ours, flags=())
    assert wants_draft(None, Inputs("11111111"))
    assert wants_draft(replace(ours, msgstr=""), Inputs("11111111"))
    assert not wants_draft(ours, Inputs("11111111"))
    assert wants_draft(ours, Inputs("22222222"))
    assert not wants_draft(approved, Inputs("22222222"))


def test_a_hole_stays_one_until_a_person_fills_it():
    hole = replace(SOURCE, extracted=(*SOURCE.extracted, str(Hole("2026-11-28"))), comments=("AK",))
    assert not wants_draft(hole, Inputs("11111111"))
    assert merged(catalog(hole), SOURCE) == (hole,)
    (entry,) = merged(catalog(replace(hole, msgstr="Praam sõitis.")), SOURCE)
    assert (entry.msgstr, of_kind(entry, Hole)) == ("Praam sõitis.", ())


def test_what_was_taken_over_gives_way_to_what_its_origin_says_now_and_an_edited_one_does_not():
    told = MemoryLine(origin="a.po", fill=text_hash("Praam sõitis."))
    fill = replace(SOURCE, msgstr="Praam sõitis.", extracted=(*SOURCE.extracted, str(told)), comments=("AK",))
    corrected = Leveraged("Praam väljus.", MemoryLine(origin="a.po", review=True, was="Praam sõitis."), fuzzy=True)
    (entry,) = merge(catalog(fill), [SOURCE], {}, {}, recalled={SOURCE.key: corrected})
    assert (entry.msgstr, entry.fuzzy, entry.comments) == ("Praam väljus.", True, ("AK",))
    assert of_kind(entry, MemoryLine) == (replace(corrected.line, fill=text_hash("Praam väljus.")),)
    edited = replace(fill, msgstr="Laev sõitis.")
    assert merge(catalog(edited), [SOURCE], {}, {}, recalled={SOURCE.key: corrected})[0].msgstr == "Laev sõitis."


def test_a_draft_that_was_deleted_says_so_only_if_it_comes_again():
    dropped = {SOURCE.key: text_hash("Laev sõitis.")}
    for text, told in (("Laev sõitis.", (DraftedAgain(),)), ("Praam sõitis.", ())):
        (entry,) = merge(None, [SOURCE], {SOURCE.key: draft(text)}, {}, dropped=dropped)
        assert (entry.msgstr, of_kind(entry, DraftedAgain)) == (text, told)
        assert merged(catalog(entry), SOURCE) == (entry,)


def test_a_draft_that_was_made_in_parts_says_so_until_a_person_has_written_another():
    made = replace(draft("Laev sõitis."), in_parts=True)
    (entry,) = merge(None, [SOURCE], {SOURCE.key: made}, {})
    assert of_kind(entry, InParts) == (InParts(),)
    assert merged(catalog(entry), SOURCE) == (entry,)
    (edited,) = merged(catalog(replace(entry, msgstr="Praam sõitis.", flags=())), SOURCE)
    assert of_kind(edited, InParts) == ()


def test_that_tags_were_put_in_by_proportion_is_said_until_a_person_has_approved_the_text():
    source = replace(SOURCE, msgid="The <a1>ferry</a1> sailed.")
    near = Leveraged("Praam sõitis.", MemoryLine(100, "a.po"), made_for="The ferry sailed.", fuzzy=True)
    (entry,) = merge(None, [source], {}, {}, recalled={source.key: near})
    assert of_kind(entry, GuessedTags) == (GuessedTags(),)
    assert merged(catalog(entry), source) == (entry,)
    (approved,) = merged(catalog(replace(entry, flags=())), source)
    assert of_kind(approved, GuessedTags) == ()


def test_what_is_doubtful_of_the_tags_of_a_draft_is_said_until_a_person_has_made_the_text_theirs():
    source = replace(SOURCE, msgid="The <a1>ferry</a1> sailed.")
    doubts = tuple(TagDoubt(Doubt.NO_WORDS, f"<a{number}>", "ferry") for number in range(1, 8))
    made = replace(draft("<a1>Laev</a1> sõitis."), tag_doubts=doubts, in_parts=True)
    (entry,) = merge(None, [source], {source.key: made}, {}, dropped={source.key: text_hash(made.text)})
    assert (of_kind(entry, DoubtfulTag), of_kind(entry, MoreDoubtfulTags)) == (
        tuple(map(DoubtfulTag.of, doubts[:5])),
        (MoreDoubtfulTags(2),),
    )
    assert merged(catalog(entry), source) == (entry,)
    for theirs in (replace(entry, flags=()), replace(entry, msgstr="<a1>Praam</a1> sõitis.")):
        (after,) = merged(catalog(theirs), source)
        assert (of_kind(after, DoubtfulTag), of_kind(after, MoreDoubtfulTags)) == ((), ())


def test_what_an_earlier_version_said_of_a_draft_in_parts_stays_in_its_words():
    before = "In parts: the engine lost an address or the like, so what stands around it was drafted piece by piece"
    (entry,) = merge(None, [SOURCE], {SOURCE.key: replace(draft("Laev sõitis."), in_parts=True)}, {})
    old = replace(entry, extracted=tuple(before if line == str(InParts()) else line for line in entry.extracted))
    assert before in old.extracted
    assert merged(catalog(old), SOURCE) == (old,)


def test_a_source_that_a_person_left_as_it_is_says_so_as_long_as_it_is():
    left = Entry("The ferry sailed to the island.", "The ferry sailed to the island.")
    kept = replace(left, extracted=(str(KeptAsIs()),))
    new = replace(left, msgstr="")
    assert merged(catalog(kept), new) == (kept,)
    gone = merged(catalog(kept))
    assert merged(catalog(*gone), new) == (kept,)
    assert merged(catalog(replace(kept, msgstr="Praam sõitis saarele.")), new)[0].extracted == ()
    assert merged(catalog(replace(left, obsolete=True)), new) == (kept,)


# --- a source that changed

PRICE = Entry("A ticket costs €3.20 for islanders.", references=("articles/ferry.txt:5",))
DEARER = Entry("A ticket costs €3.50 for islanders.", references=("articles/ferry.txt:5",))


def approved_price(**changes):
    (drafted,) = merged(None, PRICE, drafts={PRICE.key: draft("Pilet maksab 3.20.")})
    return replace(drafted, **{"msgstr": "Saarlasele maksab pilet 3,20 eurot.", "flags": (), **changes})


def test_a_persons_text_follows_its_changed_source_as_a_fuzzy_one():
    old = approved_price(comments=("AK", "", "MT", ""), flags=("no-wrap",), unknown=("#! tool",))
    (entry,) = merged(catalog(old), DEARER, drafts={DEARER.key: draft("Uus.")})
    assert (entry.key, entry.msgstr, entry.previous_msgid) == (DEARER.key, old.msgstr, PRICE.msgid)
    assert (entry.comments, entry.flags, entry.unknown) == (old.comments, ("fuzzy", "no-wrap"), old.unknown)
    assert entry.extracted[0] == "Source changed: €3.20 → €3.50; the translation is of the old text"


def test_an_approved_draft_is_a_persons_even_after_its_source_changed():
    old = approved_price(msgstr="Pilet maksab 3.20.")
    (entry,) = merged(catalog(old), DEARER)
    assert owner(entry) is Owner.PERSON
    (entry,) = merged(catalog(entry), DEARER, drafts={DEARER.key: draft("Uus.")})
    assert entry.msgstr == "Pilet maksab 3.20."


def test_what_nobody_has_confirmed_is_not_carried_on_and_not_approved_when_its_source_returns():
    old = approved_price(msgstr="Pilet maksab 3.20.")
    old = replace(old, extracted=(*old.extracted, str(Unconfirmed(20))))
    changed = merged(catalog(old), DEARER, drafts={DEARER.key: draft("Uus.")})
    assert [entry.msgstr for entry in changed if not entry.obsolete] == ["Uus."]
    back, *_ = merged(catalog(*changed), PRICE)
    assert not back.translated or of_kind(back, Unconfirmed)


def test_an_older_previous_source_is_kept():
    first = merged(catalog(approved_price()), DEARER)
    again = replace(DEARER, msgid="A ticket now costs €3.50 for islanders.")
    (entry,) = merged(catalog(*first), again)
    assert entry.previous_msgid == PRICE.msgid


def test_what_was_approved_for_a_source_is_approved_again_when_that_source_returns():
    old = approved_price(comments=("AK",))
    changed = merged(catalog(old), DEARER)
    (back,) = merged(catalog(*changed), PRICE)
    assert back == replace(old, extracted=())


def test_a_headline_is_approved_again_also_where_a_tool_has_dropped_its_old_context():
    first, changed = (replace(entry, msgctxt="headline") for entry in (PRICE, DEARER))
    old = approved_price(msgctxt="headline")
    (entry,) = merged(catalog(old), changed)
    assert entry.previous_msgctxt == "headline"
    for context in ("headline", None):
        (back,) = merged(catalog(replace(entry, previous_msgctxt=context)), first)
        assert (back.msgstr, back.fuzzy, back.previous_msgid) == (old.msgstr, False, None)


def test_of_two_vanished_texts_that_are_copies_of_each_other_neither_goes():
    one = Entry("a", "Tekst.", flags=("fuzzy",), previous_msgid="b")
    other = Entry("b", "Tekst.", flags=("fuzzy",), previous_msgid="a")
    kept = merged(catalog(one, other), OTHER)[1:]
    assert [(entry.msgid, entry.msgstr, entry.obsolete) for entry in kept] == [
        ("a", "Tekst.", True),
        ("b", "Tekst.", True),
    ]


def test_what_was_changed_meanwhile_stays_fuzzy_when_the_source_returns():
    (changed,) = merged(catalog(approved_price()), DEARER)
    for touched in (replace(changed, msgstr="Saarlasele 3,50."), replace(changed, extracted=())):
        (back,) = merged(catalog(touched), PRICE)
        assert (back.msgstr, back.flags, back.previous_msgid) == (touched.msgstr, ("fuzzy",), None)


def test_what_was_never_approved_does_not_become_so():
    (changed,) = merged(catalog(approved_price(flags=("fuzzy",))), DEARER)
    (back,) = merged(catalog(changed), PRICE)
    assert back.fuzzy


def test_a_source_that_returns_beside_its_changed_self_has_its_translation_again():
    changed = merged(catalog(approved_price()), DEARER)
    dearer, back = merged(catalog(*changed), DEARER, PRICE)
    assert (back.msgstr, back.fuzzy) == (approved_price().msgstr, False)
    assert dearer == changed[0]


def test_a_changed_source_under_an_untouched_draft_gets_a_new_draft_and_keeps_the_comment():
    old = replace(approved_price(msgstr="Pilet maksab 3.20.", flags=("fuzzy",)), comments=("Ask Mari.",))
    had = inherit(catalog(old), [DEARER]).entries
    assert wants_draft(had[DEARER.key], Inputs("11111111"))
    (entry,) = merged(catalog(old), DEARER, drafts={DEARER.key: draft("Uus.")})
    assert (entry.msgstr, entry.previous_msgid, entry.comments) == ("Uus.", None, ("Ask Mari.",))


def test_no_draft_is_wanted_where_a_persons_text_follows():
    had = inherit(catalog(approved_price()), [DEARER]).entries
    assert not wants_draft(had[DEARER.key], Inputs("11111111"))


def test_joined_texts_stand_together_and_come_back_each_by_itself():
    late = Entry("The last ferry was late.", references=("articles/ferry.txt:3",))
    one, two = approved_price(), replace(late, msgstr="Viimane praam hilines.")
    joined = replace(PRICE, msgid=f"{late.msgid} {PRICE.msgid}")
    entries = merged(understood(one, two), joined)  # An editor has sorted them by their translations.
    assert [(e.msgstr, e.fuzzy, e.obsolete) for e in entries] == [
        (f"{two.msgstr} {one.msgstr}", True, False),
        (two.msgstr, False, True),
        (one.msgstr, False, True),
    ]
    back = merged(catalog(*entries), late, PRICE)
    assert [(e.msgstr, e.fuzzy) for e in back if not e.obsolete] == [(two.msgstr, False), (one.msgstr, False)]


def test_a_copy_that_a_split_made_goes_when_the_paragraph_is_one_again():
    whole = Entry("The ferry sailed at noon. Nobody was at the harbor.", "Praam läks keskpäeval. Sadam oli tühi.")
    halves = [Entry("The ferry sailed at noon."), Entry("Nobody was at the harbor.")]
    split = merged(catalog(whole), *halves)
    assert [(e.msgstr, e.fuzzy, e.previous_msgid) for e in split] == [(whole.msgstr, True, whole.msgid)] * 2
    (back,) = merged(catalog(*split), replace(whole, msgstr=""))
    assert back == whole


def test_a_copy_is_kept_where_only_an_untouched_draft_says_the_same():
    (drafted,) = merged(None, PRICE, drafts={PRICE.key: draft("Pilet maksab 3.20.")})
    copy = Entry(DEARER.msgid, drafted.msgstr, flags=("fuzzy",), previous_msgid=PRICE.msgid)
    _, kept = merged(catalog(drafted, copy), PRICE)
    assert (kept.msgstr, kept.obsolete) == (copy.msgstr, True)


def test_what_a_person_says_of_a_copy_is_kept_with_it():
    whole = Entry("The ferry sailed at noon. Nobody was at the harbor.", "Praam läks keskpäeval. Sadam oli tühi.")
    one, other = merged(catalog(whole), Entry("The ferry sailed at noon."), Entry("Nobody was at the harbor."))
    back = merged(catalog(one, replace(other, comments=("AK: empty?",))), replace(whole, msgstr=""))
    assert back == (replace(whole, comments=("AK: empty?",)),)
    there = merged(catalog(whole, replace(other, comments=("AK: empty?",))), replace(whole, msgstr=""))
    assert [(e.key, e.comments) for e in there if e.obsolete] == [(other.key, ("AK: empty?",))]


def test_a_text_that_vanished_while_its_source_was_changed_is_approved_again_for_the_first_source():
    changed = merged(catalog(approved_price()), DEARER)
    gone = merged(catalog(*changed))
    assert [(e.obsolete, e.fuzzy) for e in gone] == [(True, True)]
    (back,) = merged(catalog(*gone), PRICE)
    assert (back.msgstr, back.fuzzy) == (approved_price().msgstr, False)


def test_a_paragraph_that_comes_back_changed_has_its_old_text_as_a_fuzzy_one():
    gone = merged(catalog(approved_price()))
    live, kept = merged(catalog(*gone), DEARER)
    assert (live.msgstr, live.fuzzy, live.previous_msgid) == (approved_price().msgstr, True, PRICE.msgid)
    assert kept == gone[0]


def test_what_comes_back_unchanged_lends_its_text_to_no_other():
    gone = merged(catalog(approved_price()))
    back, new = merged(catalog(*gone), PRICE, DEARER)
    assert ((back.msgstr, back.fuzzy), new.msgstr) == ((approved_price().msgstr, False), "")


def test_plural_forms_of_another_tool_are_left_alone():
    plural = Entry(SOURCE.msgid, msgid_plural="The ferries sailed.", msgstr_plural=("", ""))
    assert not wants_draft(plural, Inputs("11111111"))
    (entry,) = merged(catalog(plural), SOURCE, drafts={SOURCE.key: draft("Laev sõitis.")})
    assert (entry.msgid_plural, entry.msgstr_plural) == ("The ferries sailed.", ("", ""))


def test_a_source_that_changed_into_what_a_person_wrote_leaves_it_a_persons():
    (entry,) = merged(catalog(approved_price(msgstr=DEARER.msgid)), DEARER)
    assert owner(replace(entry, flags=(), previous_msgid=None)) is Owner.PERSON


def test_line_ends_in_what_an_editor_wrote_do_not_make_every_run_write_again():
    was = Entry(
        SOURCE.msgid, "Laev\nsõitis.", flags=("fuzzy",), previous_msgctxt="head\nline", previous_msgid=SOURCE.msgid
    )
    asked = {SOURCE.key: demands_on(Matcher(Glossary("et", (Term("ferry", "laev sõitis"),))), SOURCE.msgid)}
    (entry,) = merged(catalog(was), SOURCE, demands=asked)
    assert entry.extracted == (
        "Paragraph 1 of “Ferry”",
        "Glossary: ferry = Laev sõitis [other form, as is]",
        "Source changed: the same words were a head line before",
    )


def test_a_name_may_be_its_own_translation():
    name = replace(SOURCE, msgid="Aktuaalne kaamera", msgctxt="headline")
    (drafted,) = merged(None, name, drafts={name.key: draft("Käimasolev kaamera")})
    kept = replace(drafted, msgstr=name.msgid, flags=())
    assert merged(catalog(kept), name, drafts={name.key: draft("Kaamera")}) == (kept,)


# --- whatever happens

texts = st.sampled_from(["", "Laev sõitis.", "Praam läks.", "…"])
messages = st.sampled_from(
    [
        *(SOURCE, OTHER, PRICE, DEARER, Entry("Ferry", msgctxt="headline"), Entry("Ferry")),
        *(
            Entry(f"{SOURCE.msgid} {PRICE.msgid}"),
            Entry(f"{DEARER.msgid} {OTHER.msgid}"),
            Entry("The ferry sailed back."),
        ),
    ]
)


@st.composite
def touched_entries(draw):
    """An entry as a machine and then any editor could have left it."""
    (entry,) = merged(None, draw(messages), drafts={})
    if draw(st.booleans()):
        (entry,) = merged(None, entry, drafts={entry.key: draft(draw(texts.filter(bool)))})
    return replace(
        entry,
        msgstr=draw(st.one_of(st.just(entry.msgstr), texts)),
        flags=draw(st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")])),
        comments=draw(st.sampled_from([(), ("AK: fine",), ("MT: late",)])),
        previous_msgid=draw(st.sampled_from([None, None, PRICE.msgid, SOURCE.msgid])),
        obsolete=draw(st.booleans()),
    )


catalogs = st.lists(touched_entries(), unique_by=lambda e: e.key).map(lambda entries: catalog(*entries))
templates = st.lists(messages, unique_by=lambda e: e.key)


@given(catalogs, templates, st.dictionaries(messages.map(lambda m: m.key), texts.filter(bool).map(draft)))
def test_no_word_of_a_person_is_ever_lost(old, template, drafts):
    new = merge(old, template, drafts, {})
    live = {e.key for e in template}
    theirs = [e.msgstr for e in new if owner(e) is Owner.PERSON]
    for entry in old.entries:
        if owner(entry) is Owner.PERSON:
            assert any(entry.msgstr in text for text in theirs)
            if entry.key in live:
                assert (entry.msgstr, entry.flags) in {(e.msgstr, e.flags) for e in new if e.key == entry.key}
        assert set(entry.comments) <= {line for e in new for line in e.comments}


@given(catalogs, templates, st.dictionaries(messages.map(lambda m: m.key), texts.filter(bool).map(draft)))
def test_merging_twice_equals_merging_once(old, template, drafts):
    once = merge(old, template, drafts, {})
    assert merge(catalog(*once), template, drafts, {}) == once
    assert merge(catalog(*once), template, {}, {}) == once


def test_what_an_editor_made_obsolete_stays_whoever_wrote_it():
    retired = replace(first_draft(), obsolete=True)
    assert merged(catalog(retired)) == (retired,)


def test_an_approval_is_remembered_though_the_new_source_reads_as_its_translation():
    old = Entry("The ferry sails at 5.", "The ferry sails at 6.")
    changed = Entry("The ferry sails at 6.")
    (entry, *_) = merged(catalog(old), changed)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (old.msgstr, True, old.msgid)
    (back, *_) = merged(catalog(entry), Entry(old.msgid))
    assert (back.msgstr, back.fuzzy) == (old.msgstr, False)


# --- every edge of it

NEXT = Entry("A ticket costs €3.60 for islanders.", references=("articles/ferry.txt:6",))
CHEAPER = Entry("A ticket costs €3.40 for islanders.", references=("articles/ferry.txt:7",))
CHANGED = {"flags": ("fuzzy",), "previous_msgid": PRICE.msgid}


def test_what_vanishes_keeps_its_stamp_and_no_place_and_a_proof_only_where_it_waits_for_review():
    approved = approved_price(comments=("AK",))
    stamp = approved.extracted[-1]
    (gone,) = merged(catalog(approved))
    assert gone == replace(approved, obsolete=True, references=(), extracted=(stamp,))
    (changed,) = merged(catalog(approved), DEARER)
    (gone,) = merged(catalog(changed))
    assert (gone.references, gone.extracted) == ((), changed.extracted[-1:])


def test_an_obsolete_entry_stays_just_as_it_is():
    gone = Entry("a b c", "d e f", extracted=("Of another tool",), references=("a.txt:1",), obsolete=True)
    assert merged(catalog(gone)) == (gone,)


def test_an_approved_text_is_no_copy_whatever_previous_source_an_editor_left_in_it():
    left = replace(PRICE, msgstr="Pilet.", previous_msgid=DEARER.msgid)
    assert [(e.msgid, e.obsolete) for e in merged(catalog(left))] == [(PRICE.msgid, True)]
    (kept,) = merged(catalog(left), PRICE)
    assert (kept.extracted, kept.previous_msgid) == ((), DEARER.msgid)
    (_, other) = merged(catalog(left), PRICE, DEARER)
    assert other == DEARER


def test_plural_forms_that_wait_for_review_are_no_copy_of_others():
    forms = Entry(PRICE.msgid, msgid_plural="Tickets", msgstr_plural=("Pilet", "Piletid"))
    others = replace(forms, msgid="x", msgstr_plural=("Üks", "Mitu"), **CHANGED)
    assert [e.msgstr_plural for e in merged(catalog(forms, others))] == [("Pilet", "Piletid"), ("Üks", "Mitu")]


def test_plural_forms_are_not_carried_to_a_changed_message():
    forms = Entry(PRICE.msgid, msgid_plural="Tickets", msgstr_plural=("Pilet", "Piletid"), comments=("AK",))
    new, kept = merged(catalog(forms), DEARER)
    assert (new, kept) == (DEARER, replace(forms, obsolete=True))


def test_a_copy_goes_with_its_source_approved_or_beside_a_live_one_and_not_where_it_says_something_else():
    copy = Entry("It snowed.", "Pilet.", **CHANGED)
    source = replace(PRICE, msgstr="Pilet.")
    assert [e.msgid for e in merged(catalog(copy, source))] == [PRICE.msgid]
    waits = replace(source, flags=("fuzzy",))
    assert [e.msgid for e in merged(catalog(copy, waits), PRICE)] == [PRICE.msgid]
    assert [e.msgid for e in merged(catalog(copy, replace(source, msgstr="Hind.")))] == ["It snowed.", PRICE.msgid]
    assert [e.msgid for e in merged(catalog(copy, replace(source, msgstr="Hind.")), PRICE)] == [
        PRICE.msgid,
        "It snowed.",
    ]


def test_what_an_editor_has_emptied_hides_no_other_translation_of_a_source_that_returns():
    emptied = Entry("It snowed in Tartu.", **CHANGED)
    near = replace(DEARER, msgstr="Pilet maksab 3,50.")
    (back,) = merged(catalog(emptied, near), PRICE)
    assert (back.msgstr, back.previous_msgid) == ("Pilet maksab 3,50.", DEARER.msgid)


def test_a_source_that_returns_has_the_text_that_was_changed_away_from_it_and_no_older_one():
    live = replace(DEARER, msgstr="Uus.", **CHANGED)
    older = replace(NEXT, msgstr="Vana.", references=(), obsolete=True, **CHANGED)
    assert merged(understood(older, live), PRICE)[0].msgstr == "Uus."
    there = replace(NEXT, msgstr="Teine.", **CHANGED)
    assert merged(catalog(there, live), NEXT, PRICE)[1].msgstr == "Uus."
    both = merged(understood(there, live), NEXT, DEARER, PRICE)  # As they stand in the article, not in the file.
    assert [e.msgstr for e in both] == ["Teine.", "Uus.", "Uus."]


def test_a_text_that_has_gone_back_to_its_source_is_lent_to_no_other():
    live = replace(DEARER, msgstr="Uus.", **CHANGED)
    for was in (live, replace(live, obsolete=True)):
        assert [e.msgstr for e in merged(catalog(was), PRICE, NEXT) if not e.obsolete] == ["Uus.", ""]


def test_a_source_that_returns_beside_its_changed_self_takes_nothing_from_one_that_vanishes():
    (dearer,) = merged(catalog(approved_price()), DEARER)
    vanishes = replace(CHEAPER, msgstr="Odavam.")
    entries = merged(catalog(dearer, vanishes), DEARER, PRICE)
    assert [(e.msgid, e.msgstr, e.obsolete) for e in entries] == [
        (DEARER.msgid, dearer.msgstr, False),
        (PRICE.msgid, dearer.msgstr, False),
        (CHEAPER.msgid, "Odavam.", True),
    ]


def test_a_message_that_comes_back_was_made_from_no_other():
    gone = replace(PRICE, msgstr="Pilet.", references=(), obsolete=True)
    entries = merged(catalog(replace(DEARER, msgstr="Kallim."), gone), PRICE, OTHER)
    assert [(e.msgid, e.msgstr, e.obsolete) for e in entries] == [
        (PRICE.msgid, "Pilet.", False),
        (OTHER.msgid, "", False),
        (DEARER.msgid, "Kallim.", True),
    ]


def test_a_draft_of_an_older_version_lends_nothing_not_even_what_a_person_says_of_it():
    (gone,) = merged(catalog(approved_price(msgstr="Pilet maksab 3.20.", flags=("fuzzy",), comments=("Ask Mari.",))))
    assert owner(gone) is Owner.MACHINE
    assert merged(catalog(gone), DEARER) == (DEARER, gone)


def test_a_text_follows_one_changed_source_only():
    entries = merged(catalog(approved_price()), DEARER, NEXT)
    assert sorted(e.msgstr for e in entries) == ["", approved_price().msgstr]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((), ("a.txt:1",)),
        (("a.txt",), ("a.txt:1",)),
        (("a.txt:²",), ("a.txt:1",)),
        (("a.txt:9",), ("a.txt:10",)),
        (("a:7.txt:9",), ("a:7.txt:10", "a:7.txt:1")),
        (("a.txt:100000002",), ("a.txt:200000001",)),
        ((f"a.txt:{'9' * 5000}1",), ("a.txt:999999999",)),
    ],
)
def test_texts_are_joined_as_they_stood_in_the_article(first, second):
    late = Entry("The last ferry was late.", "Viimane praam hilines.", references=first)
    price = replace(PRICE, msgstr="Pilet.", references=second)
    joined = Entry(f"{late.msgid} {PRICE.msgid}")
    entry = merged(understood(price, late), joined)[0]
    assert (entry.msgstr, entry.previous_msgid) == (f"{late.msgstr} Pilet.", joined.msgid)
    assert entry.extracted == (str(SourceChange.joined()),)


def test_of_a_person_and_a_machine_whose_paragraphs_are_joined_the_persons_text_follows():
    late = Entry("The last ferry was late.", references=("articles/ferry.txt:3",))
    (drafted,) = merged(None, late, drafts={late.key: draft("Viimane praam hilines.")})
    drafted, price = (
        replace(drafted, comments=("Who?", "AK")),
        replace(PRICE, msgstr="Pilet.", comments=("AK",), flags=("no-wrap",)),
    )
    (entry,) = merged(catalog(drafted, price), Entry(f"{late.msgid} {PRICE.msgid}"))
    assert (entry.msgstr, entry.previous_msgid, entry.flags) == ("Pilet.", PRICE.msgid, ("fuzzy", "no-wrap"))
    assert entry.comments == ("Who?", "AK", "AK")


def test_what_two_halves_have_twice_is_there_once_when_they_are_one_again():
    whole = Entry(
        "The ferry sailed at noon. Nobody was at the harbor.",
        "Praam läks keskpäeval. Sadam oli tühi.",
        comments=("AK",),
        flags=("no-wrap",),
        unknown=("#! tool",),
    )
    split = merged(catalog(whole), Entry("The ferry sailed at noon."), Entry("Nobody was at the harbor."))
    assert merged(catalog(*split), replace(whole, msgstr="", comments=(), flags=(), unknown=())) == (whole,)
    one, other = split
    back, *_ = merged(catalog(one, replace(other, msgstr="Sadam.")), replace(whole, msgstr=""))
    assert (back.msgstr, back.flags) == (f"{whole.msgstr} Sadam.", ("fuzzy", "no-wrap"))


def test_a_proof_that_was_written_long_ago_proves_it_still():
    # As 4d7c7cd wrote them.
    for context, proof in ((None, "ce9c5e62"), ("headline", "675f52bc")):
        line = f"Approved for the old text [{proof}]"
        changed = replace(DEARER, msgstr="Pilet.", msgctxt=context, extracted=(line,), **CHANGED)
        (back,) = merged(catalog(changed), replace(PRICE, msgctxt=context))
        assert (back.msgstr, back.flags) == ("Pilet.", ())


def test_plural_forms_take_nothing_from_the_memory_and_are_held_to_the_glossary():
    forms = Entry(SOURCE.msgid, msgid_plural="The ferries sailed.", msgstr_plural=("", ""))
    recalled = {SOURCE.key: Leveraged("Praam sõitis.", MemoryLine(origin="a.po"))}
    (entry,) = merge(catalog(forms), [SOURCE], {}, {}, recalled=recalled)
    assert (entry.msgstr, entry.msgstr_plural) == ("", ("", ""))
    asked = {SOURCE.key: demands_on(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
    (entry,) = merged(catalog(replace(forms, msgstr_plural=("praam", "laev"))), SOURCE, demands=asked)
    assert entry.extracted[1:] == ("Glossary: ferry = laev [as is]",)


def test_a_run_that_drafts_nothing_leaves_what_is_told_of_a_draft_and_of_a_text_from_the_memory():
    told = (TermOutcome("ferry", "laev", "Laev", Way.parse("n-best 2")),)
    near = MemoryLine(80, source="The ferry left.", target="Praam läks.")
    made = Draft("Laev sõitis.", ENGINE, "11111111", told, (near,), -0.5)
    (entry,) = merged(None, SOURCE, drafts={SOURCE.key: made})
    assert entry.extracted == (
        "Paragraph 1 of “Ferry”",
        "Glossary: ferry = Laev [n-best 2]",
        str(near),
        str(made.stamp),
    )
    assert merged(catalog(entry), SOURCE) == (entry,)
    recalled = Leveraged("Praam väljus.", MemoryLine(95, "a.po"), made_for="The ferry left.", fuzzy=True)
    (entry,) = merge(None, [SOURCE], {}, {}, recalled={SOURCE.key: recalled})
    assert merged(catalog(entry), SOURCE) == (entry,)


@pytest.mark.parametrize(("was", "now", "told"), [(None, "headline", "paragraph"), ("credit", None, "credit")])
def test_words_that_have_become_another_part_of_the_article_say_what_they_were(was, now, told):
    (entry,) = merged(catalog(replace(PRICE, msgctxt=was, msgstr="Pilet.")), replace(PRICE, msgctxt=now))
    assert entry.extracted == (f"Source changed: the same words were a {told} before",)
    assert (entry.flags, entry.previous_msgctxt, entry.previous_msgid) == (("fuzzy",), was, PRICE.msgid)


def test_a_new_draft_keeps_the_lines_of_a_kind_that_nobody_knows():
    old = replace(first_draft(), unknown=("#! tool",))
    (entry,) = merged(catalog(old), SOURCE, drafts={SOURCE.key: draft("Praam sõitis.", "22222222")})
    assert entry.unknown == ("#! tool",)


def test_a_text_from_the_memory_in_which_the_glossary_finds_a_fault_says_which_and_has_no_previous_source():
    source = replace(SOURCE, msgctxt="headline")
    asked = {source.key: demands_on(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
    told = MemoryLine(origin="a.po")
    recalled = {source.key: Leveraged("Praam väljus.", told, fuzzy=True)}
    (entry,) = merge(None, [source], {}, asked, recalled=recalled)
    missing = "Glossary: ferry = laev [FLAG missing]"
    assert entry == replace(
        source,
        msgstr="Praam väljus.",
        flags=("fuzzy",),
        extracted=(*SOURCE.extracted, missing, str(replace(told, fill=text_hash("Praam väljus.")))),
    )


def test_an_emptied_draft_leaves_no_stamp():
    assert merged(catalog(replace(first_draft(), msgstr="")), SOURCE) == (SOURCE,)


def test_a_source_that_returns_asks_what_is_in_the_article_before_what_is_gone():
    live = replace(DEARER, msgstr="Uus.", **CHANGED)
    gone = replace(NEXT, msgstr="Vana.", references=(), obsolete=True, **CHANGED)
    assert [e.msgstr for e in merged(catalog(gone, live), DEARER, PRICE) if not e.obsolete] == ["Uus.", "Uus."]


def test_words_that_become_the_part_of_the_article_again_that_they_were_have_no_previous_source():
    moved = replace(PRICE, msgstr="Pilet.", previous_msgctxt="credit", **CHANGED)
    (back,) = merged(catalog(moved), replace(PRICE, msgctxt="credit"))
    assert (back.msgstr, back.flags, back.previous_msgid) == ("Pilet.", ("fuzzy",), None)


def test_a_source_that_two_joined_texts_were_made_for_is_told_once():
    whole = Entry("The ferry sailed at noon. Nobody was at the harbor.", "Praam läks keskpäeval. Sadam oli tühi.")
    one, other = merged(catalog(whole), Entry("The ferry sailed at noon."), Entry("Nobody was at the harbor."))
    parts = catalog(replace(one, msgstr="Praam läks."), replace(other, msgstr="Sadam oli tühi."))
    new = merged(parts, Entry("The ferry sailed at noon. Nobody was at the old harbor."))[0]
    assert (new.msgstr, new.previous_msgid) == ("Praam läks. Sadam oli tühi.", whole.msgid)


def test_whoever_has_looked_at_what_was_taken_over_has_made_it_theirs():
    """It was marked for work one day and approved the next, and then followed its origin as if nobody had seen it."""
    recalled = Leveraged("Laev sõitis.", MemoryLine(origin="a.po"))
    (fill,) = merge(None, (SOURCE,), {}, {}, recalled={SOURCE.key: recalled})
    (marked,) = merged(catalog(replace(fill, flags=("fuzzy",))), SOURCE)
    (approved,) = merged(catalog(replace(marked, flags=())), SOURCE)
    assert is_untouched_fill(fill)
    assert not is_untouched_fill(approved)
    assert [line.origin for line in of_kind(approved, MemoryLine)] == ["a.po"]


def test_what_was_approved_is_replaced_where_the_article_says_something_new_in_its_place():
    approved, other, new = (
        Entry("The captain was late.", "Kapten hilines."),
        Entry("Ice lies in the harbor.", "Sadamas on jää."),
        Entry("Islanders travel free until spring."),
    )
    old = Catalog(Header(), (approved, other))
    assert replaced(old, {other.key, new.key}, set()) == (approved,)
    assert replaced(old, {other.key}, set()) == ()  # It was only taken out.
    assert replaced(old, {other.key, new.key}, {approved.key}) == ()  # It lives on in another text.
    waits = Catalog(Header(), (replace(approved, flags=("fuzzy",)), other))
    assert replaced(waits, {other.key, new.key}, set()) == ()
