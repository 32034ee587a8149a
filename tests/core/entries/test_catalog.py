"""What a PO file says is found in it by the names that gettext has."""

import pytest

from translate.core.entries.catalog import Catalog, Entry, Header

HEADER = Header((("Language", "et"), ("X-Twice", "1"), ("X-Twice", "2")), comments=("The newsroom",), fuzzy=True)


def test_a_field_is_found_whatever_its_capitals_and_the_first_of_two_counts():
    assert (HEADER.get("language"), HEADER.get("X-TWICE"), HEADER.get("Plural-Forms")) == ("et", "1", None)


def test_a_field_is_set_in_its_place_and_a_new_one_at_the_end():
    assert HEADER.set("LANGUAGE", "ru") == Header(
        (("Language", "ru"), *HEADER.fields[1:]), ("The newsroom",), fuzzy=True
    )
    assert HEADER.set("X-Twice", "3").fields == (("Language", "et"), ("X-Twice", "3"), ("X-Twice", "3"))
    added = HEADER.set("MIME-Version", "1.0")
    assert added == Header((*HEADER.fields, ("MIME-Version", "1.0")), ("The newsroom",), fuzzy=True)


def test_an_entry_is_known_by_its_context_and_its_source():
    headline, body = Entry("Ferry", msgctxt="headline"), Entry("Ferry", obsolete=True)
    assert Catalog(Header(), (headline, body)).by_key() == {("headline", "Ferry"): headline, (None, "Ferry"): body}


@pytest.mark.parametrize(
    ("entry", "translated"),
    [
        (Entry("a"), False),
        (Entry("a", "b"), True),
        (Entry("a", msgid_plural="as", msgstr_plural=("", "")), False),
        (Entry("a", msgid_plural="as", msgstr_plural=("", "bd")), True),
    ],
)
def test_any_text_makes_an_entry_translated(entry, translated):
    assert entry.translated is translated


def test_among_other_flags_fuzzy_is_seen():
    assert Entry("a", flags=("no-wrap", "fuzzy")).fuzzy
    assert not Entry("a", flags=("no-wrap",)).fuzzy
