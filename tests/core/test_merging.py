"""What merging promises to the people whose words are in a catalog."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from translate.core.catalog import Catalog, Entry, Header
from translate.core.drafts import Draft, Owner, TermOutcome, owner
from translate.core.enforcement import demands
from translate.core.glossary import Glossary, Term
from translate.core.matching import Matcher
from translate.core.merging import merge, wants_draft

ENGINE = "argos en-et 1.9"
SOURCE = Entry("The ferry sailed.", extracted=("Paragraph 1 of “Ferry”",), references=("articles/ferry.txt:3",))
OTHER = Entry("It was late.", extracted=("Paragraph 2 of “Ferry”",), references=("articles/ferry.txt:4",))


def draft(text, inputs="11111111", outcomes=()):
    return Draft(text, ENGINE, inputs, outcomes)


def catalog(*entries):
    return Catalog(Header(), entries)


def merged(old, *template, drafts=None, demands=None):
    return merge(old, template, drafts or {}, demands or {})


def first_draft(text="Laev sõitis."):
    (entry,) = merged(None, SOURCE, drafts={SOURCE.key: draft(text)})
    return entry


def test_a_draft_is_fuzzy_and_stamped():
    entry = first_draft()
    assert (entry.msgstr, entry.flags, owner(entry)) == ("Laev sõitis.", ("fuzzy",), Owner.MACHINE)


def test_the_facts_stand_in_their_order():
    told = (TermOutcome("ferry", "laev", "laevaga", "n-best 2", "kom"), TermOutcome("line", "liin", None, "as is"))
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
    asked = {SOURCE.key: demands(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
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


def test_an_untouched_draft_gives_way_to_a_new_one_and_keeps_the_comment_of_a_person():
    old = replace(first_draft(), comments=("Is this the Saaremaa ferry?",), flags=("fuzzy", "no-wrap"))
    (entry,) = merged(catalog(old), SOURCE, drafts={SOURCE.key: draft("Praam sõitis.", "22222222")})
    assert (entry.msgstr, entry.comments) == ("Praam sõitis.", ("Is this the Saaremaa ferry?",))
    assert entry.flags == ("fuzzy", "no-wrap")


def test_an_emptied_draft_is_no_longer_fuzzy_until_it_is_drafted_again():
    emptied = replace(first_draft(), msgstr="")
    (entry,) = merged(catalog(emptied), SOURCE)
    assert (entry.msgstr, entry.flags) == ("", ())
    (entry,) = merged(catalog(emptied), SOURCE, drafts={SOURCE.key: draft("Laev sõitis.")})
    assert (entry.msgstr, entry.flags) == ("Laev sõitis.", ("fuzzy",))


def test_a_message_that_moved_keeps_its_text_and_learns_its_new_place():
    approved = replace(first_draft(), flags=())
    moved = replace(SOURCE, extracted=("Paragraph 2 of “Ferry”",), references=("articles/ferry.txt:9",))
    (entry,) = merged(catalog(approved), moved)
    assert (entry.msgstr, entry.references) == (approved.msgstr, ("articles/ferry.txt:9",))
    assert entry.extracted[0] == "Paragraph 2 of “Ferry”"


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
    asked = {SOURCE.key: demands(Matcher(Glossary("et", (Term("ferry", "laev"),))), SOURCE.msgid)}
    (entry,) = merged(catalog(approved), SOURCE, demands=asked)
    assert "Glossary: ferry = laev [FLAG missing]" in entry.extracted


def test_a_draft_is_wanted_where_there_is_no_text_or_the_inputs_of_ours_changed():
    ours = first_draft()
    approved = replace(ours, flags=())
    assert wants_draft(None, "11111111")
    assert wants_draft(replace(ours, msgstr=""), "11111111")
    assert not wants_draft(ours, "11111111")
    assert wants_draft(ours, "22222222")
    assert not wants_draft(approved, "22222222")


texts = st.sampled_from(["", "Laev sõitis.", "Praam läks.", "…"])
messages = st.sampled_from([SOURCE, OTHER, Entry("Ferry", msgctxt="headline")])


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
        comments=draw(st.sampled_from([(), ("AK: fine",)])),
        obsolete=draw(st.booleans()),
    )


catalogs = st.lists(touched_entries(), unique_by=lambda e: e.key).map(lambda entries: catalog(*entries))
templates = st.lists(messages, unique_by=lambda e: e.key)


@given(catalogs, templates, st.dictionaries(messages.map(lambda m: m.key), texts.filter(bool).map(draft)))
def test_no_word_of_a_person_is_ever_lost(old, template, drafts):
    new = {e.key: e for e in merge(old, template, drafts, {})}
    for entry in old.entries:
        if owner(entry) is Owner.PERSON:
            assert new[entry.key].msgstr == entry.msgstr
            assert new[entry.key].flags == entry.flags
        if entry.comments:
            assert new[entry.key].comments == entry.comments


@given(catalogs, templates, st.dictionaries(messages.map(lambda m: m.key), texts.filter(bool).map(draft)))
def test_merging_twice_equals_merging_once(old, template, drafts):
    once = merge(old, template, drafts, {})
    assert merge(catalog(*once), template, drafts, {}) == once
    assert merge(catalog(*once), template, {}, {}) == once
