"""Whatever an editor wrote is read completely, kept to the byte, or refused with its line."""

import random
import re
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.catalogs.gettext import msgcat
from tests.catalogs.strategies import catalogs
from tests.programs import needs
from translate.catalogs.reading import read
from translate.catalogs.writing import render
from translate.core.entries.catalog import Entry, Header
from translate.errors import CatalogError

CASES = sorted((Path(__file__).parents[1] / "cases" / "po").iterdir())
HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
UNREADABLE_BY_MSGCAT = {"byte-order-mark.po", "no-header.po", "xgettext-charset.pot"}

every_file = pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)


@every_file
def test_an_unchanged_file_is_the_same_bytes_again(path):
    data = path.read_bytes()
    po = read(data, path.name)
    assert render(po.catalog, po) == data


@every_file
def test_the_line_of_an_entry_is_where_its_msgid_stands(path):
    po = read(path.read_bytes(), path.name)
    lines = path.read_bytes().decode(po.charset).split("\n")
    assert po.lines.keys() == {entry.key for entry in po.blocks}
    for entry, line in po.lines.items():
        assert re.search(r"\bmsgid\b", lines[line - 1]), entry


@every_file
def test_a_new_entry_leaves_the_lines_of_all_others_as_they_were(path):
    data = path.read_bytes()
    po = read(data, path.name)
    new = Entry("Something new", "Midagi uut")
    written = render(replace(po.catalog, entries=(new, *po.catalog.entries)), po)
    assert read(written, path.name).catalog.entries == (new, *po.catalog.entries)
    if po.charset == "utf-8":
        lost = set(data.removeprefix(b"\xef\xbb\xbf").splitlines()) - set(written.splitlines())
        assert {line for line in lost if b"charset=CHARSET" not in line and line.strip(b"#~ ")} == set()


@needs("msgcat")
@pytest.mark.parametrize(
    "path", [path for path in CASES if path.name not in UNREADABLE_BY_MSGCAT], ids=lambda path: path.name
)
def test_we_understand_a_file_as_msgcat_does(path):
    data = path.read_bytes()
    ours = read(data, path.name)
    theirs = read(msgcat(data), path.name)

    def meaning(po):
        # msgcat drops unknown flags and comments.
        return [replace(entry, flags=(), unknown=(), comments=()) for entry in po.catalog.entries]

    assert meaning(theirs) == meaning(ours)


def test_a_file_of_every_oddity_is_read_completely():
    po = read(next(path for path in CASES if path.name == "hostile.po").read_bytes(), "hostile.po")
    assert po.catalog.header == Header(
        fields=(
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("X-Twice", "one"),
            ("X-Twice", "two"),
            ("X-No-Space", "value"),
            ("", "no field at all"),
            ("Language", "et"),
        ),
        comments=(
            "comment without a space",
            "\tcomment with a tab",
            "",
            " ",
            "trailing space ",
            "# twice",
            "************ banner",
            "=========== banner",
        ),
    )
    assert po.catalog.entries == (
        Entry(
            msgid="octal õ hex õ \\x41 bell \a tab \tmoreand more",
            msgstr="line separator \u2028 next line \x85 paragraph \u2029 vt \v ff \f cr \r bom \ufeff nbsp \u00a0",
            msgctxt="kind",
            extracted=("no space", ""),
            references=("a.txt:1", "b.txt:2", "\u2068my file.txt\u2069:3"),
            flags=("fuzzy", "c-format", "no-wrap", "max-length:30", "range: 0..3", "python-format"),
            previous_msgid="old source",
        ),
        Entry("right behind", "no blank line"),
        Entry("keyword and text apart", "y"),
        Entry("\u00a0nbsp first", msgid_plural="", msgstr_plural=("a", "b", "")),
        Entry("obsolete in the middle", "x", obsolete=True),
        Entry(
            msgid="old text",
            msgctxt="kind",
            msgid_plural="texts",
            msgstr_plural=("vana",),
            comments=("comment of an obsolete entry",),
            extracted=("fact",),
            references=("c.txt:1",),
            flags=("fuzzy",),
            previous_msgctxt="old kind",
            previous_msgid="old",
            obsolete=True,
        ),
        Entry("z", "wv", comments=("inside the mark",), flags=("fuzzy",), obsolete=True),
    )
    assert po.header_entry is not None
    assert po.header_entry.unknown == ("#! some tool", "#@ another tool")
    assert po.tail == "#~\n# the end, without a line end"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n', 5, "a merge conflict is marked here"),
        ('msgid "a"\nmsgstr "b\0"\n', 5, "a NUL byte stands here"),
        ('msgid "a"\nmsgstr "b\\0"\n', 5, "“\\0” is a NUL"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 7, "the entry of line 4 stands here again"),
        ('msgid "a"\nmsgstr "b"\n\n# x\n#~ msgid "a"\n#~ msgstr "c"\n', 8, "the entry of line 4 stands here again"),
        ('# c\nmsgid ""\nmsgstr ""\n', 5, "the entry of line 1 stands here again"),
        ('#~ msgid ""\n#~ msgstr "x"\n', 4, "an obsolete entry has an empty msgid"),
        ('msgid "a\nmsgstr "b"\n', 4, "the quotation mark that opens here is not closed"),
        ('msgid "a"\n\nmsgstr "b', 6, "the quotation mark that opens here is not closed"),
        ('msgid "a" "b"c"\nmsgstr "b"\n', 4, "“c” is no PO keyword"),
        ('msgid "a"\nmsgstr b\n', 5, "“b” is no PO keyword"),
        ("msgid “a”\n", 4, "““” cannot stand here"),
        ('msgid "a";\n', 4, "“;” cannot stand here"),
        ('msgid\u00a0"a"\n', 4, "the character U+00A0 cannot stand here"),
        ('MSGID "a"\n', 4, "“MSGID” is no PO keyword"),
        ('msgid "a"\nmsgstr "\\q"\n', 5, "“\\q” is no escape of PO files"),
        ('msgid "a\\\nb"\nmsgstr "\\q"\n', 6, "“\\q” is no escape of PO files"),
        ('msgid "a"\nmsgstr ""\n"x"\n"\\xff"\n', 7, "“\\xff” is no valid utf-8"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 6, "“msgid” cannot stand here"),
        ('msgid "a"\n# c\nmsgstr "b"\n', 5, "the entry above has no msgstr"),
        ('msgid "a"\n', 5, "the entry above has no msgstr"),
        ('msgctxt "a"\nmsgstr "a"\n', 5, "“msgstr” cannot stand here"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 6, "“msgstr” cannot stand here"),
        ('msgid "a"\nmsgstr[0] "b"\n', 5, "“msgstr[0]” cannot stand here"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 6, "“msgstr” cannot stand here"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 6, "“msgstr[1]” cannot stand here"),
        ('# c\n"a"\n', 5, "a text in quotes stands here without a keyword"),
        ('msgid\nmsgstr "b"\n', 5, "a text in quotes is missing before this keyword"),
        ('msgid "a"\nmsgstr\n', 6, "“msgstr” has no text in quotes"),
        ('msgid "a"\n#~ msgstr "b"\n', 5, "an entry is marked as obsolete (#~) in all its lines or in none"),
        ('#~ msgid "a"\n"b"\n#~ msgstr "b"\n', 5, "a text goes on here with another #~ or #|"),
        ('#| msgctxt "a"\nmsgid "a"\nmsgstr ""\n', 5, "“msgid” cannot stand here"),
        ('domain "d"\n', 4, "newsdesk reads files of one domain"),
        ('msgid "a"\nmsgstr "b\x04c"\n', 5, "the character U+0004 stands in this text"),
        ('msgid "a"\nmsgstr "b\\004c"\n', 5, "the character U+0004 stands in this text"),
        ("An article that somebody saved as .po.\n", 4, "“An” is no PO keyword"),
    ],
)
def test_what_is_no_po_file_is_refused_with_its_line(text, line, sentence):
    with pytest.raises(CatalogError) as caught:
        read(HEADER + text.encode(), "locales/et/a.po")
    assert str(caught.value).startswith(f"locales/et/a.po line {line}: {sentence}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xde\x12\x04\x95rest", "a.po: is a compiled .mo file"),
        (b"\xff\xfem\0s\0", "a.po: is written in UTF-16; save it as UTF-8"),
        (HEADER + b'msgid "\xe4"\n', "a.po line 4: byte 0xE4 is not valid utf-8; save the file as UTF-8"),
        (b"\xef\xbb\xbf" + HEADER + b"\n\xe4", "a.po line 5: byte 0xE4 is not valid utf-8"),
        (HEADER.replace(b"UTF-8", b"klingon"), "a.po line 1: the charset “klingon” is not known"),
        (b"#\n" + HEADER.replace(b"charset=UTF-8", b"Charset=unicode_escape"), "a.po line 2: the charset"),
        (HEADER.replace(b"UTF-8", b"utf-7"), "a.po line 1: the charset “utf-7” is not known"),
    ],
)
def test_a_file_in_no_readable_encoding_is_refused(data, sentence):
    with pytest.raises(CatalogError) as caught:
        read(data, "a.po")
    assert str(caught.value).startswith(sentence)


ONE_BYTE = ["ISO-8859-1", "ISO-8859-13", "ISO-8859-15", "WINDOWS-1252", "CP1257", "KOI8-R", "TIS-620", "ISO-8859-7"]
LAYOUTS = [
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n"Language: es\\n"\n',
    'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n"Language: es\\n"\n',
    'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset={}\\n"\n',
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; "\n"charset={}\\n"\n"Language: es\\n"\n',
    'msgid ""\nmsgstr ""\n""\n"Content-Type: text/plain; charset={}\\nLanguage: es\\n"\n',
    'msgid ""\n""\nmsgstr ""\n"content-type: text/plain; Charset={}\\n"\n"Language: es\\n"\n',
    '# Mine\n#, fuzzy\r\nmsgid ""\r\nmsgstr ""\r\n"Content-Type: text/plain; charset={}\\n"\r\n"Language: es\\n"\r\n',
    'msgid "" msgstr "" "X-Note: a \\"quoted\\" word\\n" "Content-Type: text/plain; charset={}\\nLanguage: es\\n"\n',
]
"""Headers as tools and people write them, the same for gettext."""
layouts = pytest.mark.parametrize("layout", LAYOUTS)


def said_to_be(charset, layout, text, encoding):
    return f'{layout.format(charset)}\nmsgid "Nobody came."\nmsgstr "{text}"\n'.encode(encoding)


@layouts
def test_the_charset_of_a_header_counts_wherever_it_stands_there(layout):
    po = read(said_to_be("ISO-8859-1", layout, "No vino nadie, ¿eh?", "latin-1"), "a.po")
    assert po.catalog.entries == (Entry("Nobody came.", "No vino nadie, ¿eh?"),)
    assert po.catalog.header.get("Language") == "es"


@layouts
@pytest.mark.parametrize("charset", [*ONE_BYTE, "GBK", "EUC-JP"])
def test_utf_8_that_is_said_to_be_something_else_is_refused_with_what_to_do(charset, layout):
    with pytest.raises(CatalogError) as caught:
        read(said_to_be(charset, layout, "¿eh? Más tarde.", "utf-8"), "a.po")
    line = 3 if layout.startswith("#") else 1
    sentence = f"the header says “{charset}”, and all that is not ASCII is UTF-8; write charset=UTF-8 into the header"
    assert str(caught.value) == f"a.po line {line}: {sentence}"


@settings(max_examples=200)
@given(st.sampled_from(ONE_BYTE), st.sampled_from(LAYOUTS), st.data())
def test_a_text_is_read_as_its_header_says_or_refused_and_never_becomes_another(charset, layout, data):
    letters = [c for c in (bytes([code]).decode(charset, "ignore") for code in range(0xA0, 0x100)) if c.isalpha()]
    text = data.draw(st.text(st.sampled_from([*letters, "a", " "]), min_size=1, max_size=12))
    for encoding in (charset, "utf-8"):
        written = said_to_be(charset, layout, text, encoding)
        try:
            assert read(written, "a.po").catalog.entries == (Entry("Nobody came.", text),)
        except CatalogError:
            assert written.decode("utf-8").isascii() is False


def test_an_empty_text_in_a_context_is_no_header():
    data = (
        LAYOUTS[0].format("ISO-8859-1").replace("msgid", 'msgctxt "show title"\nmsgid', 1) + '\nmsgid "a"\nmsgstr "õ"\n'
    )
    assert read(data.encode(), "a.po").charset == "utf-8"
    assert read(HEADER + data.encode(), "a.po").catalog.entries[1].msgstr == "õ"


@pytest.mark.parametrize("named", ["charset=ISO-8859-1", "Charset = ISO-8859-1", 'charset=\\"ISO-8859-1\\"'])
@pytest.mark.parametrize("more", ["", '"Content-Type: text/plain\\n"\n'])
def test_what_is_written_anew_names_its_charset_wherever_the_old_one_stood(named, more):
    head = f'msgid ""\nmsgstr ""\n{more}"Content-Type: text/plain; {named}\\n"\n\n'
    po = read(f'{head}msgid "a"\nmsgstr "¿eh?"\n'.encode("latin-1"), "a.po")
    written = render(replace(po.catalog, entries=(*po.catalog.entries, Entry("c", "ñ"))), po)
    assert [entry.msgstr for entry in read(written, "a.po").catalog.entries] == ["¿eh?", "ñ"]


def test_ascii_is_read_whatever_its_header_says():
    for charset in ONE_BYTE:
        assert read(said_to_be(charset, LAYOUTS[0], "No.", "ascii"), "a.po").catalog.entries[0].msgstr == "No."


def test_a_file_in_another_encoding_becomes_utf_8_when_it_changes():
    data = next(path for path in CASES if path.name == "iso-8859-13.po").read_bytes()
    po = read(data, "a.po")
    assert po.catalog.entries[0].msgid == "Minister: ä and ä"
    changed = read(render(replace(po.catalog, entries=po.catalog.entries[:1]), po), "a.po")
    assert changed.charset == "utf-8"
    assert changed.catalog.header.get("Content-Type") == "text/plain; charset=UTF-8"
    assert changed.catalog.entries == po.catalog.entries[:1]


def test_a_windows_file_keeps_its_line_ends():
    po = read(HEADER.replace(b"\n", b"\r\n") + b'# c\r\nmsgid "a"\r\nmsgstr "b"\r\n', "a.po")
    assert po.catalog.entries == (Entry("a", "b", comments=("c",)),)
    written = render(replace(po.catalog, entries=(*po.catalog.entries, Entry("c", "d\ne"))), po)
    assert written.count(b"\n") == written.count(b"\r\n") > 8


@pytest.mark.parametrize(
    ("body", "wrap"),
    [
        (b'msgid "a"\nmsgstr "b"\n', True),
        (b'msgid ""\n"a "\n"b"\nmsgstr ""\n', True),
        (b'msgid ""\n"a\\n"\n"b"\nmsgstr ""\n', True),
        (b'msgid "' + b"word " * 30 + b'"\nmsgstr ""\n', False),
        (b'msgid "' + b"w" * 100 + b'"\nmsgstr ""\n', True),
        (b'msgid ""\n"a "\n"b"\nmsgstr "' + b"word " * 30 + b'"\n', True),
    ],
)
def test_it_is_seen_whether_a_file_wraps_its_lines(body, wrap):
    po = read(HEADER + body, "a.po")
    assert po.wrap is wrap
    long = Entry("x", "word " * 30)
    added = render(replace(po.catalog, entries=(long,)), po, wrap=not wrap)
    assert (max(map(len, added.splitlines())) < 80) is wrap


@given(catalogs)
def test_what_was_written_is_read_again_as_it_was(catalog):
    assert read(render(catalog), "a.po").catalog == catalog


@settings(max_examples=40)
@given(catalogs, catalogs)
def test_a_catalog_is_written_over_any_other_without_a_trace_of_it(old, new):
    po = read(render(old), "a.po")
    assert read(render(new, po), "a.po").catalog.entries == new.entries


def refused_or_kept(data):
    try:
        po = read(data, "a.po")
    except CatalogError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both outcomes are fine
        return
    assert render(po.catalog, po) == data


TOKENS = [
    *(
        b'"',
        b"\\",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"#",
        b"#~ ",
        b"#| ",
        b"#~| ",
        b"#, ",
        b"#: ",
        b"#= ",
        b"# c\n",
        b"\xe4",
    ),
    *(
        b"msgctxt ",
        b"msgid ",
        b"msgid_plural ",
        b"msgstr ",
        b"msgstr[0] ",
        b"msgstr[10]",
        b'"a"\n',
        b'""\n',
        b"[",
        b"9" * 12,
    ),
    *(
        b"\\x4",
        b"\\777",
        b"\\n",
        b"charset=",
        b"Content-Type: ",
        "\u2028\u2068õ".encode(),
        b"\0",
        b"<<<<<<< x\n",
        HEADER,
    ),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(TOKENS) | st.binary(max_size=3), max_size=30).map(b"".join))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"# a comment alone")
@example(b'#| msgid "a"')
def test_arbitrary_bytes_are_read_or_refused(data):
    refused_or_kept(data)


@settings(max_examples=300)
@given(st.sampled_from(CASES), st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_or_refused(path, chance: random.Random):
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        data[at : at + chance.choice([0, 1, 1, 5])] = chance.choice(TOKENS)
    refused_or_kept(bytes(data))


def calls_made(work):
    """Count the calls of functions, in Python and in C, while some work is done."""
    count = 0

    def count_call(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(count_call)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_twice_the_entries_are_twice_the_work():
    def file_of(size):
        return HEADER + b"".join(b'#: a:%d\nmsgid "%d"\nmsgstr ""\n%s\n' % (n, n, b'"x "\n' * 5) for n in range(size))

    def read_and_write(data):
        po = read(data, "a.po")
        changed = replace(po.catalog, entries=po.catalog.entries[1:])
        assert read(render(changed, po), "a.po").catalog == changed

    read_and_write(file_of(10))  # What is done once, such as imports, is done now.
    once = calls_made(partial(read_and_write, file_of(200)))
    assert calls_made(partial(read_and_write, file_of(400))) < 2.1 * once


@pytest.mark.parametrize(
    "piece", [b" ", b"#~", b"\\", b'"', b"[", b"a", b"\xe2\x81\xa8", b"#: \xe2\x81\xa8", b"msgid ", b"\n"]
)
def test_a_megabyte_of_one_thing_is_read_or_refused(piece):
    for data in (piece * (1_000_000 // len(piece)), b"#:" + piece * 300_000, b'msgid "' + piece * 300_000):
        refused_or_kept(data)
