"""What we write is what gettext's own tools write, and they have nothing to say about it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.gettext import msgcat, run
from tests.catalogs.strategies import HEADER, catalogs, entries, prose
from tests.programs import needs
from translate.catalogs.reading import read
from translate.catalogs.writing import msgid_lines, render
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.errors import CatalogError

DRAFT = Entry(
    msgid="The government said on Monday that it would raise the minimum wage to €1,100 next year. “A step.”",
    msgstr="Valitsus teatas esmaspäeval, et tõstab järgmisel aastal miinimumpalga 1100 euroni. „Samm.“",
    extracted=("Paragraph 3 of “Minimum wage to rise”", "MT: argos en-et 1.9, draft 866bf079"),
    references=("world/2026-10-01-minimum-wage.txt:3",),
    flags=("fuzzy",),
)
APPROVED = Entry("News at Ten", "Kümnesed uudised", "show title", comments=("AK: checked",), references=("etv.txt:1",))
REVISED = replace(DRAFT, msgid="It did.", msgstr="Nii oli.", previous_msgid="It did not.", previous_msgctxt="headline")
UNTRANSLATED = Entry("Talks broke down", references=("a.txt:2",))
GONE = Entry("Old", "Vana", extracted=("Paragraph 1",), references=("a.txt:9",), obsolete=True)
CATALOG = Catalog(HEADER, (DRAFT, APPROVED, REVISED, UNTRANSLATED, GONE))


def test_an_entry_has_its_parts_in_gettexts_order():
    entry = Entry(
        msgid="one",
        msgctxt="kind",
        msgid_plural="many",
        msgstr_plural=("üks", ""),
        comments=("by a person", ""),
        extracted=("", "fact"),
        references=("a:1", "b:2", "a:1"),
        flags=("max-length:9", "no-wrap", "range: 0..3", "python-format", "no-c-format", "fuzzy"),
        previous_msgctxt="old kind",
        previous_msgid="old",
        previous_msgid_plural="olds",
        unknown=("#! x",),
    )
    assert render(Catalog(Header(), (entry,))).decode() == (
        "# by a person\n"
        "#\n"
        "#.\n"
        "#. fact\n"
        "#: a:1 b:2\n"
        "#! x\n"
        "#, fuzzy, no-c-format, python-format, range: 0..3, no-wrap, max-length:9\n"
        '#| msgctxt "old kind"\n'
        '#| msgid "old"\n'
        '#| msgid_plural "olds"\n'
        'msgctxt "kind"\n'
        'msgid "one"\n'
        'msgid_plural "many"\n'
        'msgstr[0] "üks"\n'
        'msgstr[1] ""\n'
    )


def test_nothing_at_all_is_an_empty_file():
    assert render(Catalog(Header())) == b""


def test_a_line_end_in_a_comment_starts_a_comment_line():
    entry = Entry("a", comments=("one\ntwo\r\n\nmsgid",), extracted=('x\nmsgstr "y"',))
    assert render(Catalog(Header(), (entry,))).startswith(b'# one\n# two\n#\n# msgid\n#. x\n#. msgstr "y"\nmsgid "a"\n')


def test_a_reference_with_spaces_stays_one():
    entry = Entry("a", references=("my file.txt:3", "my\nfile", "\u2068your file\u2069:4"))
    written = render(Catalog(Header(), (entry,)))
    assert written.startswith("#: \u2068my file.txt\u2069:3 \u2068my file\u2069 \u2068your file\u2069:4\n".encode())
    assert len(read(written, "a.po").catalog.entries[0].references) == 3


@pytest.mark.parametrize(
    ("catalog", "sentence"),
    [
        (
            Catalog(HEADER, (Entry("a"), Entry("a", "b", obsolete=True))),
            "there would be two entries with the msgid “a”",
        ),
        (Catalog(HEADER, (Entry(""),)), "there would be two entries with the msgid “”"),
        (Catalog(HEADER, (Entry("a\0b"),)), "no PO file can hold the character U+0000"),
        (Catalog(HEADER, (Entry("a\x04b"),)), "no text of a PO file can hold the character U+0004"),
        (Catalog(HEADER, (Entry("a", "b\x04", obsolete=True),)), "no text of a PO file can hold the character U+0004"),
        (Catalog(HEADER, (Entry("a", "\ud800"),)), "no PO file can hold the character U+D800"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(catalog, sentence):
    with pytest.raises(CatalogError) as caught:
        render(catalog)
    assert str(caught.value) == sentence


def test_a_comment_may_have_what_no_text_may():
    catalog = Catalog(Header(), (Entry("a", comments=("b\x04c", "\x04"), extracted=("\x04",)),))
    assert read(render(catalog), "a.po").catalog == catalog


def test_what_the_header_had_beside_its_fields_survives_a_new_date():
    po = read(b'# c\n#. fact\n#: a:1\n#, x-flag\nmsgid ""\nmsgstr "Language: et\\n"\n', "a.po")
    changed = replace(po.catalog, header=po.catalog.header.set("Language", "ru"))
    assert render(changed, po) == b'# c\n#. fact\n#: a:1\n#, x-flag\nmsgid ""\nmsgstr "Language: ru\\n"\n'


_slug = st.from_regex(r"\A[a-z0-9õж中-]{1,30}(/[a-z-]{1,20})?\.txt:[1-9][0-9]{0,2}\Z")
_comment = st.lists(prose.map(lambda text: re.sub(r"\s+", " ", text)), max_size=3).map(tuple)


@st.composite
def newsroom_entries(draw):
    """An entry such as we write: prose in it, no fuzzy or obsolete one without a translation."""
    entry = draw(entries(prose))
    translated = entry.translated and all(entry.msgstr_plural)
    return replace(
        entry,
        comments=draw(_comment),
        extracted=draw(_comment),
        references=tuple(draw(st.lists(_slug, max_size=12, unique=True))),
        flags=entry.flags if translated else (),
        obsolete=entry.obsolete and translated,
        unknown=(),
    )


@needs("msgcat")
@settings(max_examples=25)
@given(st.lists(newsroom_entries(), max_size=12, unique_by=lambda entry: entry.key), st.booleans())
def test_msgcat_changes_nothing_in_what_we_write(drawn, wrap):
    written = render(Catalog(HEADER, tuple(drawn)), wrap=wrap)
    assert msgcat(written, wrap=wrap).decode() == written.decode()
    again = read(written, "a.po")
    assert msgcat(render(again.catalog, wrap=wrap), wrap=wrap) == written


@needs("msgfmt", "msgattrib")
def test_msgfmt_is_silent_about_what_we_write_even_with_drafts_taken_as_they_are():
    written = render(CATALOG)
    checked = run("msgfmt", "-c", "-v", "-o", "/dev/null", "-", data=written)
    assert (checked.returncode, checked.stderr.decode()) == (
        0,
        "1 translated message, 2 fuzzy translations, 1 untranslated message.\n",
    )
    accepted = run("msgattrib", "--clear-fuzzy", "--clear-previous", data=written)
    assert accepted.stderr == b""
    compiled = run("msgfmt", "-c", "-o", "/dev/null", "-", data=accepted.stdout)
    assert (compiled.returncode, compiled.stderr) == (0, b"")


@needs("msgattrib")
def test_no_draft_counts_as_translated():
    kept = run("msgattrib", "--translated", "--no-fuzzy", "--no-obsolete", data=render(CATALOG)).stdout
    assert read(kept, "a.po").catalog.entries == (APPROVED,)


@needs("msgmerge")
def test_msgmerge_finds_our_file_and_its_template_in_agreement(tmp_path):
    template = replace(HEADER, fuzzy=True)
    messages = tuple(
        Entry(entry.msgid, msgctxt=entry.msgctxt, extracted=entry.extracted, references=entry.references)
        for entry in CATALOG.entries
        if not entry.obsolete
    )
    (tmp_path / "news.pot").write_bytes(render(Catalog(template, messages)))
    (tmp_path / "et.po").write_bytes(render(CATALOG))
    arguments = ["-q", "--previous", str(tmp_path / "et.po"), str(tmp_path / "news.pot")]
    merged = run("msgmerge", *arguments, data=b"")
    assert (merged.returncode, merged.stderr) == (0, b"")
    assert read(merged.stdout, "a.po").catalog.entries == (
        *CATALOG.entries[:-1],
        replace(GONE, extracted=(), references=()),
    )


@given(catalogs)
def test_where_every_msgid_stands_is_known_without_reading_what_was_written(catalog):
    catalog = replace(catalog, header=HEADER)
    data = render(catalog)
    there = read(data, "a.po")
    assert msgid_lines(catalog, data) == {entry.key: there.lines[entry.key] for entry in catalog.entries}


def test_an_entry_that_a_person_wrote_in_one_line_is_found_as_well():
    old = read(render(CATALOG).replace(b'msgid "Talks broke down"\nmsgstr ""', b'msgid "Talks broke down" msgstr ""')
               .replace(b'msgctxt "show title"\nmsgid', b'msgctxt "show title" msgid'), "a.po")  # fmt: skip
    catalog = Catalog(old.catalog.header, (*old.catalog.entries, Entry("New")))
    data = render(catalog, old)
    found = msgid_lines(catalog, data)
    assert [data.decode().splitlines()[found[entry.key] - 1].count("msgid ") for entry in catalog.entries] == [1] * 6
