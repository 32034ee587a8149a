"""What people have approved is compiled as msgfmt compiles it."""

import gettext
import io
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.strategies import HEADER, prose
from tests.patience import SHARED_FIXTURE
from tests.programs import needs
from translate.catalogs.compiled import compile_catalog
from translate.catalogs.reading import read
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry

FULL = b"""\
msgid ""
msgstr ""
"Language: et\\n"
"X-Note: one\\n"
"X-Note: two\\n"
"Content-Type: text/plain; charset=ISO-8859-15\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Frost"
msgstr "K\xfclm"

msgctxt "headline"
msgid "Frost"
msgstr "Pakane"

msgctxt ""
msgid "Frost"
msgstr "H\xe4rmatis"

msgid "Frost\\n"
msgstr "Jah\\n"

msgid "%d ferry"
msgid_plural "%d ferries"
msgstr[0] "%d praam"
msgstr[1] "%d praami"

#, fuzzy
msgid "The ice broke."
msgstr "J\xe4\xe4 murdus."

msgid "Nobody knows."
msgstr ""

#~ msgid "Gone"
#~ msgstr "L\xe4inud"
"""


def told(data):
    """What Python's reader makes of a .mo file."""
    return gettext.GNUTranslations(io.BytesIO(data))


def msgfmt(data, folder):
    subprocess.run(["msgfmt", "-o", folder / "theirs.mo", "-"], input=data, check=True, capture_output=True)
    return (folder / "theirs.mo").read_bytes()


def msgunfmt(data, folder):
    (folder / "file.mo").write_bytes(data)
    done = subprocess.run(["msgunfmt", "--no-wrap", folder / "file.mo"], check=True, capture_output=True)
    return done.stdout


def test_only_what_is_approved_is_in_it():
    compiled = told(compile_catalog(read(FULL, "a.po")))
    assert compiled.gettext("Frost") == "Külm"
    assert compiled.pgettext("headline", "Frost") == "Pakane"
    assert compiled.pgettext("", "Frost") == "Härmatis"
    assert compiled.ngettext("%d ferry", "%d ferries", 5) == "%d praami"
    for text in ("The ice broke.", "Nobody knows.", "Gone"):
        assert compiled.gettext(text) == text
    assert compiled.info()["language"] == "et"


def test_the_same_texts_are_the_same_bytes_in_any_order():
    head, *entries = FULL.split(b"\n\n")
    turned = b"\n\n".join([head, *reversed(entries[:-1]), entries[-1]])
    assert compile_catalog(read(turned, "a.po")) == compile_catalog(read(FULL, "a.po"))


def test_a_file_without_a_header_is_compiled():
    compiled = compile_catalog(read(b'msgid "Frost"\nmsgstr "Pakane"\n', "a.po"))
    assert told(compiled).gettext("Frost") == "Pakane"


@needs("msgfmt", "msgunfmt")
def test_msgunfmt_reads_the_same_from_ours_as_from_msgfmts(tmp_path):
    utf8 = FULL.decode("iso-8859-15").replace("ISO-8859-15", "UTF-8").encode()
    ours = msgunfmt(compile_catalog(read(FULL, "a.po")), tmp_path)
    assert ours == msgunfmt(msgfmt(utf8, tmp_path), tmp_path)
    assert "Härmatis".encode() in ours


@needs("msgfmt", "msgunfmt")
@pytest.mark.parametrize("start", [b"", b"#, fuzzy\n"])
def test_a_header_is_kept_as_msgfmt_keeps_it(start, tmp_path):
    data = (
        start
        + b'msgid ""\nmsgstr "Language: et\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    )
    assert msgunfmt(compile_catalog(read(data, "a.po")), tmp_path) == msgunfmt(msgfmt(data, tmp_path), tmp_path)


LINES = prose.map(lambda text: text.strip("\n"))  # msgfmt refuses line ends that only one of the two texts has.
ENTRIES = st.builds(
    Entry,
    msgid=LINES.filter(bool),
    msgstr=st.just("") | LINES,
    msgctxt=st.sampled_from([None, "headline", "credit", "é"]),
    flags=st.sampled_from([(), ("fuzzy",)]),
    obsolete=st.booleans(),
)


@needs("msgfmt", "msgunfmt")
@settings(max_examples=25, suppress_health_check=SHARED_FIXTURE)
@given(st.lists(ENTRIES, max_size=8, unique_by=lambda entry: entry.key))
def test_any_prose_is_compiled_as_msgfmt_compiles_it(tmp_path, entries):
    data = render(Catalog(HEADER, tuple(sorted(entries, key=lambda entry: entry.obsolete))))
    assert msgunfmt(compile_catalog(read(data, "a.po")), tmp_path) == msgunfmt(msgfmt(data, tmp_path), tmp_path)
