"""A new file's header leaves nothing for an editor to add."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.catalogs.gettext import msgcat, run
from tests.programs import needs
from translate.catalogs.headers import completed, new_header, revised, timestamp
from translate.catalogs.reading import read
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry, Header

ABOUT = {
    "project": "example-news",
    "contact": "desk@example.org",
    "source_language": "en",
    "created": datetime(2026, 10, 1, 4, tzinfo=UTC),
    "generator": "newsdesk 0.1.0",
}


def test_a_new_file_has_every_standard_field_in_gettexts_order():
    header = new_header(locale="et", team="et@example.org", **ABOUT)
    assert render(Catalog(header)).decode() == (
        "# Estonian translation of example-news.\n"
        "#\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: example-news\\n"\n'
        '"Report-Msgid-Bugs-To: desk@example.org\\n"\n'
        '"POT-Creation-Date: 2026-10-01 04:00+0000\\n"\n'
        '"PO-Revision-Date: 2026-10-01 04:00+0000\\n"\n'
        '"Last-Translator: newsdesk <desk@example.org>\\n"\n'
        '"Language-Team: Estonian <et@example.org>\\n"\n'
        '"Language: et\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"X-Generator: newsdesk 0.1.0\\n"\n'
        '"X-Newsdesk-Format: 1\\n"\n'
        '"X-Source-Language: en\\n"\n'
    )


def test_a_template_is_fuzzy_and_has_what_msginit_fills():
    header = new_header(locale=None, **ABOUT)
    assert header.fuzzy
    assert header.comments == ("Translation template of example-news.", "")
    assert header.get("PO-Revision-Date") == "YEAR-MO-DA HO:MI+ZONE"
    assert header.get("Last-Translator") == "FULL NAME <EMAIL@ADDRESS>"
    assert header.get("Language") == ""
    assert header.get("Plural-Forms") is None


@needs("msgcat", "msgfmt")
@pytest.mark.parametrize("locale", ["et", "ru", "uk", "lv", "pt_BR", "zh_Hans", "tlh", None])
def test_gettexts_tools_have_nothing_to_add(locale):
    translated = Entry("Talks", "Kõnelused") if locale else Entry("Talks")
    written = render(Catalog(new_header(locale=locale, **ABOUT), (translated,)))
    assert msgcat(written) == written
    if locale:
        checked = run("msgfmt", "-c", "-v", "-o", "/dev/null", "-", data=written)
        assert checked.stderr == b"1 translated message.\n"


def test_no_setting_can_break_out_of_its_field():
    header = new_header(locale="et", **{**ABOUT, "project": 'x\\n"\nmsgid "y', "contact": "a\r\nX-Evil: b"})
    assert read(render(Catalog(header)), "a.po").catalog == Catalog(header)
    assert header.get("X-Evil") is None


def test_a_timestamp_has_its_time_zone():
    moment = datetime(2026, 10, 1, 4, 5, 6, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    assert timestamp(moment) == "2026-10-01 04:05-0330"


def test_a_header_is_dated_anew_and_the_template_only_when_a_message_comes_or_goes():
    old = Catalog(Header((("POT-Creation-Date", "then"), ("PO-Revision-Date", "then"))), (Entry("One"), Entry("Two")))
    translated = (Entry("One", "Üks"), Entry("Two"), Entry("Gone", "Läinud", obsolete=True))
    other = (Entry("One"),)
    assert [revised(old, entries, ABOUT["created"]).fields for entries in (translated, other)] == [
        (("POT-Creation-Date", "then"), ("PO-Revision-Date", timestamp(ABOUT["created"]))),
        (("POT-Creation-Date", timestamp(ABOUT["created"])), ("PO-Revision-Date", timestamp(ABOUT["created"]))),
    ]


def test_a_header_of_which_a_part_was_cut_off_is_completed_and_a_whole_one_stays_as_it_is():
    told = (
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )
    whole = Header((("Language", "et"), *told, ("X-Generator", "newsdesk 1")))
    cut = Header((("Language", "et_EE"), ("X-Mine", "kept")), comments=("A person's.",))
    assert completed(cut, whole) == Header((*cut.fields, *whole.fields[1:]), cut.comments)
    assert completed(replace(whole, fields=told), whole).fields == told
