"""What a machine made, or nobody has approved yet, is told by its marks; what only looks like one is a person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from translate.memory.provenance import Hand, Marks, is_machines, mark, marks

NAMES = [
    "MT!", "MT", "mt-based", "NMT", "Machine Translation", "MachineTranslation", "machine-translated",
    "AdaptiveMachineTranslation", "AutomaticTranslation", "automatic-translation", "Neural Machine Translation v2",
    "Google", "Google Translate", "Google Cloud Translation API v3", "DeepL", "DeepL Pro", "Microsoft-Translator",
    "Azure Translator", "Amazon Translate", "ModernMT", "OPUS-MT", "Moses MT", "Apertium 3.8", "argos-translate 1.9",
    "LibreTranslate", "Yandex.Translate", "MT (DeepL)", "ChatGPT", "GPT-4o", "gpt4", "NLLB 200", "memoQ MT plugin",
    "Weblate machine translation", "Systran", "eTranslation", "leveraged-mt", "mt-suggestion", "Crowdin MT",
]  # fmt: skip
"""As tools write them."""
PEOPLE = [
    "", "anna", "ANNA-PC\\Anna", "anna@google.com", "Marian", "Claude Lucy", "Bing Crosby", "translator", "Translation",
    "agency", "TM", "100", "ICE", "Alignment", "translations/mt/app.ts", "mt.po", "Google Docs", "MT Høgsnes",
    "mtamm", "machine", "microsoft", "Human translation", "MTPE", "post-edited MT", "GPT press office",
]  # fmt: skip
"""Who people are, what they work for, and where their texts are from."""
UNFINISHED = ["fuzzy", "Fuzzy", " FUZZY\n", "Draft", "needs-review-translation", "needs editing", "RejectedTranslation"]

names = st.sampled_from(NAMES).flatmap(lambda name: st.sampled_from([name, name.lower(), name.upper(), f"\n {name} "]))


def element(tag, text="", **attributes):
    made = etree.Element(tag, attributes)
    made.text = text
    return made


@given(names)
def test_a_machine_is_known_by_its_name_in_any_capitals(name):
    assert Marks(name).named is Hand.MACHINE
    assert mark(element("note", name)) is Hand.MACHINE
    assert mark(element("prop", name, type="x-origin")) is Hand.MACHINE


@pytest.mark.parametrize(
    "value", ["MT: Acme", "machine translation (Acme 7)", "MT! Acme", "Machine-Translated by Acme"]
)
def test_an_origin_may_name_an_engine_that_nobody_knows(value):
    assert mark(element("prop", value, type="Txt::Origin")) is Hand.MACHINE


@pytest.mark.parametrize("value", ["mt/app.po", "MT.tmx", "mtamm: notes", "MT Høgsnes"])
def test_an_origin_may_be_a_file_or_a_person_that_begins_so(value):
    assert mark(element("prop", value, type="Txt::Origin")) is None


def test_the_reserved_author_is_a_machine_whatever_follows():
    assert Marks("MT!Acme").named is Hand.MACHINE
    assert Marks("mt! (acme)").named is Hand.MACHINE


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_no_machine_whatever_their_name_and_their_files_are(name):
    assert Marks(name).named is None
    assert mark(element("prop", name, type="origin")) is None


@pytest.mark.parametrize("state", UNFINISHED)
def test_what_waits_for_review_is_approved_by_nobody(state):
    assert mark(element("note", state)) is Hand.NOBODY_YET
    assert mark(element("prop", state, type="x-ConfirmationLevel")) is Hand.NOBODY_YET


@pytest.mark.parametrize("state", ["", "Translated", "ApprovedSignOff", "final", "The fuzzy ferry", "needs", "drafty"])
def test_another_note_or_state_is_no_reason(state):
    assert mark(element("note", state)) is None
    assert mark(element("prop", state, type="x-ConfirmationLevel")) is None


@pytest.mark.parametrize(
    "name", ["origin", "x-origin", "X-Origin:SingleString", "Txt::Origin", "x-match-quality", "tuv-translation-origin"]
)
def test_a_property_counts_by_its_name_however_a_tool_writes_it(name):
    assert mark(element("prop", "MT", type=name)) is Hand.MACHINE


@pytest.mark.parametrize("name", ["", "x-client", "subject", "x-document", "x-newsdesk-origin", "x-origin-client"])
def test_a_property_about_something_else_may_name_a_machine(name):
    assert mark(element("prop", "Google", type=name)) is None
    assert mark(element("prop", "Draft", type=name)) is None


def test_a_property_that_only_machines_have_counts_unless_it_says_no():
    told = {value: mark(element("prop", value, type="x-MT")) for value in ("", "true", "1", "yes", "false", "No", "0")}
    assert [value for value, hand in told.items() if hand is None] == ["false", "No", "0"]


def test_a_property_that_says_whether_a_text_is_approved_is_believed():
    told = {value: mark(element("prop", value, type="x-approved")) for value in ("yes", "true", "", "no", "False", "0")}
    assert {value for value, hand in told.items() if hand is Hand.NOBODY_YET} == {"no", "False", "0"}


def by(**attributes):
    return marks(element("tuv", **attributes)).named


def test_who_changed_a_text_last_is_who_made_it():
    assert by(creationid="MT!") is Hand.MACHINE
    assert by(creationid="MT!", creationdate="20240101T000000Z", changeid="anna", changedate="20240301T000000Z") is None
    assert by(creationid="anna", changeid="MT!") is Hand.MACHINE
    assert by(creationid="anna", changeid="mari") is None
    assert by(changeid="MT!") is Hand.MACHINE
    assert by() is None


@pytest.mark.parametrize("dates", [{}, {"creationdate": "20240101T000000Z", "changedate": "20240101T000000Z"}])
def test_who_brought_a_machines_text_into_a_memory_has_not_changed_it(dates):
    assert by(creationid="MT!", changeid="anna", **dates) is Hand.MACHINE


def test_only_what_stands_directly_in_an_element_is_said_of_it():
    unit = etree.fromstring("<tu><tuv><note>fuzzy</note></tuv></tu>")
    assert (marks(unit).told, marks(unit[0]).told) == (None, Hand.NOBODY_YET)
    assert mark(element("seg", "MT")) is None


def test_a_header_may_say_that_its_file_is_a_machines():
    assert is_machines(element("header", **{"o-tmf": "MT-based"}))
    assert not is_machines(element("header", **{"o-tmf": "PO", "creationtool": "ModernMT"}))
    assert not is_machines(element("header"))
