"""What looks like a translation and is none: text that nobody can see, and a tool's copies of the source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.blanks import cleared, is_copy
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import KeptAsIs
from translate.core.entries.stamp import Draft

SOURCES = [f"The ferry number {n} sailed to the island." for n in range(12)]
COPIES = [Entry(source, source) for source in SOURCES]
DONE = [Entry(source, f"Praam {n} sõitis saarele.") for n, source in enumerate(SOURCES)]
WAITS = [replace(entry, flags=("fuzzy",)) for entry in DONE]
NAME = Entry("Mari Maasikas", "Mari Maasikas")


def left(*entries, waited=None):
    """The translations that stand when what is none is cleared away."""
    return [entry.msgstr for entry in cleared(Catalog(Header(), entries), waited).entries]


def waiting(*entries):
    """The entries of these texts as drafts that nobody has approved."""
    return {entry.key: replace(WAITS[SOURCES.index(entry.msgid)], comments=entry.comments) for entry in entries}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "\u00a0", "\u200b", "\u00ad", "\u200e\u202c", "\U000e0041", "\ufe0f", "\u2800"]
)
def test_a_text_that_nobody_can_see_is_no_translation(text):
    assert left(replace(DONE[0], msgstr=text)) == [""]
    plural = Entry("a", msgid_plural="as", msgstr_plural=(text, "b"))
    assert cleared(Catalog(Header(), (plural,))).entries == (replace(plural, msgstr_plural=("", "b")),)


def test_where_nobody_can_see_the_source_either_that_is_its_translation():
    assert left(Entry("\u200e\u2800", "\u200e")) == ["\u200e"]


def test_a_catalog_of_translations_is_the_very_same():
    catalog = Catalog(Header(), (*DONE, NAME))
    assert cleared(catalog) is catalog


def test_a_source_that_a_person_left_as_it_is_stays():
    assert left(COPIES[0], *DONE[1:]) == [SOURCES[0], *(entry.msgstr for entry in DONE[1:])]
    assert left(COPIES[0], *DONE[1:], waited=waiting(COPIES[0])) == [SOURCES[0], *(entry.msgstr for entry in DONE[1:])]


@pytest.mark.parametrize("space", ["", " ", "\u00a0"])
def test_a_file_that_holds_nothing_but_its_source_is_untranslated_whatever_its_white_space(space):
    filled = [replace(entry, msgstr=f"{entry.msgstr}{space}") for entry in COPIES]
    assert left(*filled) == [""] * 12


def test_a_filled_file_is_known_by_its_whole_and_names_in_it_stay():
    assert left(*COPIES[:2], NAME) == ["", "", "Mari Maasikas"]


def test_where_more_are_copies_than_not_a_tool_filled_them_in():
    assert left(*COPIES[:4], *DONE[4:7]) == [""] * 4 + [entry.msgstr for entry in DONE[4:7]]
    assert left(*COPIES[:4], *WAITS[4:7]) == [""] * 4 + [entry.msgstr for entry in WAITS[4:7]]


@pytest.mark.parametrize(("copies", "filled"), [(1, False), (2, False), (3, True)])
def test_where_nothing_is_left_open_more_than_one_in_five_is_a_tools(copies, filled):
    assert left(*COPIES[:copies], *DONE[copies:])[:copies] == ["" if filled else source for source in SOURCES[:copies]]


@pytest.mark.parametrize("other", [WAITS[11], Entry(SOURCES[11])], ids=["fuzzy", "untranslated"])
def test_where_something_is_left_open_a_few_copies_are_a_persons(other):
    assert left(*COPIES[:4], *DONE[4:11], other)[:4] == SOURCES[:4]


def test_of_a_file_whose_past_is_known_a_tool_fills_what_waited_and_a_person_leaves_a_single_one():
    entries = (*COPIES[:3], *DONE[3:])
    assert left(*entries, waited=waiting(*COPIES[:3]))[:3] == [""] * 3
    assert left(*entries, waited=waiting(*COPIES[:3], DONE[3]))[:3] == [""] * 3
    assert left(*entries, waited=waiting(COPIES[0]))[:3] == SOURCES[:3]
    assert left(*entries, waited={})[:3] == SOURCES[:3]


def test_a_blank_is_a_text_to_a_tool_and_leaves_nothing_open():
    entries = (*COPIES[:2], replace(DONE[2], msgstr="\u00a0"), *DONE[3:])
    assert left(*entries, waited=waiting(*COPIES[:3]))[:3] == ["", "", ""]
    assert left(*COPIES[:2], Entry(SOURCES[2]), *DONE[3:], waited=waiting(*COPIES[:3]))[:2] == SOURCES[:2]


def test_a_comment_speaks_for_a_copy_only_where_it_is_newer():
    asked = [replace(entry, comments=("Is it this ferry?",)) for entry in COPIES[:3]]
    assert left(*asked, *DONE[3:], waited=waiting(*asked))[:3] == [""] * 3
    assert left(*asked, *DONE[3:], waited=waiting(*COPIES[:3]))[:3] == SOURCES[:3]


@pytest.mark.parametrize(
    "entry",
    [
        replace(COPIES[0], comments=("It is a quotation.",)),
        replace(COPIES[0], flags=("fuzzy",)),
        replace(COPIES[0], obsolete=True),
        replace(COPIES[0], extracted=(str(KeptAsIs()),)),
        replace(COPIES[0], extracted=(str(Draft(SOURCES[0], "argos 1", "11111111").stamp),)),
        replace(COPIES[0], msgid_plural="The ferries"),
        NAME,
        DONE[0],
    ],
    ids=["commented", "fuzzy", "obsolete", "known to be left so", "drafted so", "a plural", "a name", "a translation"],
)
def test_what_something_speaks_for_is_no_copy(entry):
    assert not is_copy(entry)
    assert is_copy(COPIES[0])


def test_what_a_person_spoke_for_stays_in_a_file_that_a_tool_has_filled():
    spoken = replace(COPIES[0], comments=("Lyrics.",))
    assert left(spoken, *COPIES[1:4]) == [SOURCES[0], "", "", ""]


def test_what_was_left_so_once_and_waits_again_a_tool_approves_with_its_own_copies_and_nobody_else_does():
    kept = [replace(entry, extracted=(str(KeptAsIs()),)) for entry in COPIES[:2]]
    entries = (*kept, COPIES[2], DONE[3])
    there = cleared(Catalog(Header(), entries), waiting(*kept, COPIES[2])).entries
    assert [(entry.msgstr, entry.fuzzy) for entry in there[:3]] == [
        *((entry.msgid, True) for entry in kept),
        ("", False),
    ]
    # Where they never waited, the third is the only one, as a person leaves it.
    assert cleared(Catalog(Header(), entries), waiting(COPIES[2])).entries == entries


@given(st.lists(st.sampled_from([*COPIES, *DONE, *WAITS, NAME]), unique_by=lambda entry: entry.key), st.booleans())
def test_what_is_cleared_holds_nothing_more_to_clear_and_no_translation_goes(entries, known):
    waited = waiting(*(e for e in entries[::2] if e != NAME)) if known else None
    once = cleared(Catalog(Header(), tuple(entries)), waited)
    assert cleared(once, waited) == once
    translated = {entry.key: entry for entry in entries if entry not in COPIES and entry != NAME}
    assert {entry.key: entry for entry in once.entries if entry.key in translated} == translated
