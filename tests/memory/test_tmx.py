import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.memory.dtd import TMX
from translate.core.entries.remembered import MemoryUnit
from translate.core.text.locales import parse
from translate.core.text.showing import is_visible
from translate.errors import MemoryFileError
from translate.memory import tmx
from translate.memory.serving import serving

xml_text = st.text(
    st.one_of(
        st.sampled_from("<>&'\" \t\n\r\x85\u2028]]>;õЖ中\U0001f600"),
        st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, range(32))) + "\ufffe\uffff"),
    ),
    min_size=1,
    max_size=30,
).filter(is_visible)
units = st.builds(
    MemoryUnit,
    st.sampled_from(["et", "pt_BR", "sr@latin", "zh_Hans", "ca@valencia"]),
    xml_text,
    xml_text,
    st.none() | xml_text,
    xml_text,
    st.sampled_from(["", "2026-10-01T04:00:59Z"]),
).filter(lambda unit: unit.source != unit.target)
LOCALES = ["et", "pt_BR", "sr@latin", "zh_Hans", "ca@valencia"]


def written(given, source="en"):
    file = io.BytesIO()
    left_out = tmx.write(file, given, source=source, version="1.0")
    return file.getvalue(), left_out


def read(data, source="en", locales=("et",)):
    if isinstance(data, str):
        data = data.encode()
    return list(tmx.read(io.BytesIO(data), "a.tmx", source=source, locales=locales))


def document(body, start=""):
    return f"""{start}<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
        o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>{body}</body></tmx>"""


def unit(source, target, target_lang="et"):
    return (
        f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="{target_lang}"><seg>{target}</seg></tuv></tu>'
    )


@settings(max_examples=150)
@given(st.lists(units, max_size=5))
def test_what_is_exported_is_imported_again_and_valid(given):
    data, left_out = written(given)
    assert left_out == 0
    assert read(data, locales=LOCALES) == given
    assert TMX.validate(etree.fromstring(data)), TMX.error_log


def test_the_dtd_of_these_tests_finds_faults():
    data = written([MemoryUnit("et", "a", "b")])[0]
    for right, wrong in ((b"srclang", b"srclan"), (b"<seg>a</seg>", b""), (b"xml:lang", b"lang"), (b"tuv", b"tuw")):
        assert right in data
        assert not TMX.validate(etree.fromstring(data.replace(right, wrong)))


@given(st.text(st.characters(), min_size=1, max_size=5).filter(is_visible))
def test_what_xml_cannot_hold_is_left_out_and_counted_and_the_rest_is_whole(text):
    fine = MemoryUnit("et", "fine", "hea")
    held = all(re.fullmatch("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", char) for char in text)
    odd = MemoryUnit("et", "a", text, origin="a.tmx")
    data, left_out = written([odd, fine])
    assert left_out == (0 if held else 1)
    assert [u.target for u in read(data)] == [text] * held + ["hea"]


def test_an_export_says_what_made_it_and_is_the_same_each_time():
    unit = MemoryUnit("pt_BR", "a", "b", "headline", "locales/a.po", "2026-10-01T04:00:00Z")
    data, _ = written([unit])
    root = etree.fromstring(data)
    assert root.find("header").attrib["creationtool"] == "newsdesk"
    tu = root.find("body/tu")
    assert (tu.get("creationdate"), bool(tu.get("tuid"))) == ("20261001T040000Z", True)
    assert [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in tu.iter("tuv")] == ["en", "pt-BR"]
    assert written([unit])[0] == data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1257"])
def test_files_in_the_encodings_that_tools_write_are_read(encoding):
    name = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{name}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + document(unit("tea", "tõe"))
    assert [u.target for u in read(data.encode(encoding))] == ["tõe"]


def test_formatting_codes_go_and_highlighted_text_stays():
    source = (
        'Press <bpt i="1">&lt;b></bpt><hi>Save <ph>{1}</ph></hi> now<ept i="1">&lt;/b></ept><it pos="begin">x</it>.'
    )
    (found,) = read(document(unit(source, "<ut>\\b</ut>Vajuta<!-- ? --> kohe<?pi?>.")))
    assert (found.source, found.target) == ("Press Save  now.", "Vajuta kohe.")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (unit("a", "b", "fi"), tmx.NO_LANGUAGE),
        ('<tu><tuv xml:lang="et"><seg>b</seg></tuv></tu>', tmx.NO_LANGUAGE),
        ('<tu><tuv xml:lang="en"/><tuv xml:lang="et"><seg>b</seg></tuv></tu>', tmx.NO_LANGUAGE),
        ("<tu/>", tmx.NO_LANGUAGE),
        (unit(" ", "b"), tmx.NO_TEXT),
        (unit("a", "<ph>x</ph>"), tmx.NO_TEXT),
        (unit("a", "&#x200b;&#xad;"), tmx.NO_TEXT),
        (unit("The ferry stays in port.", "The ferry  stays in port."), tmx.COPY),
    ],
)
def test_a_unit_that_is_no_use_is_skipped_with_its_reason(body, reason):
    skipped, taken = read(document(f"\n{body}" + unit("c", "d")))
    assert skipped == tmx.Skipped(4, reason) or skipped == tmx.Skipped(3, reason)
    assert (taken.source, taken.target) == ("c", "d")


def test_a_name_may_be_the_same_in_both_languages():
    assert [found.target for found in read(document(unit("Ringvaade ETV", "Ringvaade ETV")))] == ["Ringvaade ETV"]


def test_an_unknown_entity_loses_its_unit_and_no_other():
    data = document(unit("a&who;b", "c") + unit("d", "e"), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
    assert [getattr(u, "reason", None) or u.source for u in read(data)] == [tmx.NO_ENTITY, "d"]


LAUGHS = "".join(f"<!ENTITY a{n + 1} '" + f"&a{n};" * 10 + "'>" for n in range(12))
LAUGHS = f"<!DOCTYPE tmx [<!ENTITY a0 'ha'>{LAUGHS}]>"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "hello",
        "<html/>",
        document(unit("a", "b"))[:-20],
        document("<tu></tuv>"),
        document(unit("&a12;", "b"), LAUGHS),
        document(unit("&x;", "b"), '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        document(unit("&x;", "b"), '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'),
        document("<tu tuid='" + "x" * 11_000_000 + "'/>"),
        document("<hi>" * 300 + "</hi>" * 300),
        document("<tu>" + "<note/>" * 10_001 + "</tu>"),
        document(unit("a", "b")).encode("utf-16-le"),
        b'<?xml version="1.0" encoding="utf-8"?>' + document(unit("a", "t\xe4ht")).encode("latin-1"),
        b'<?xml version="1.0" encoding="no-such"?>' + document(unit("a", "b")).encode(),
        document("\0"),
        document("\x01"),
    ],
    ids=lambda data: repr(data[:12]) + str(len(data)),
)
def test_hostile_files_are_one_sentence_with_the_file_and_are_refused_as_a_whole(data):
    with pytest.raises(MemoryFileError) as caught:
        read(data)
    assert caught.value.path == "a.tmx"
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 300


def test_a_syntax_error_names_its_line():
    with pytest.raises(MemoryFileError) as caught:
        read(document("\n\n<tu></tuv>"))
    assert caught.value.line == 4


def test_an_external_entity_is_never_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("for nobody's eyes")
    data = document(unit("&x;", "b"), f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
    with pytest.raises(MemoryFileError, match="entities"):
        read(data)


@settings(max_examples=300)
@given(st.binary(max_size=60), st.integers(0, 400), st.integers(0, 60))
def test_no_bytes_are_a_bug(junk, at, length):
    data = document(unit("a", "b")).encode()
    try:
        found = read(data[:at] + junk + data[at + length :])
    except MemoryFileError:
        return
    assert all(isinstance(u, MemoryUnit | tmx.Skipped) for u in found)


@pytest.mark.parametrize(
    "code", ["sr@latin", "sr_Latn", "ks@arabic", "tt_RU@iqtelif", "uz@cyrillic", "ca@valencia", "de@euro"]
)
def test_a_locale_of_ours_is_known_again_in_a_file_of_ours(code):
    unit = MemoryUnit(code, "A ferry", "Паром", None, "a.po", "2026-10-01T04:00:00Z")
    assert read(written([unit])[0], locales=(code,)) == [unit]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("sr-Latn", "sr_Latn"), ("SR-latn", "sr@latin"), ("ks-Arab", "ks@arabic"), ("tt-Latn", "tt@iqtelif"),
        ("zh-TW", "zh_Hant"), ("zh-TW", "zh_Hant_TW"), ("zh-Hant-MO", "zh_MO"), ("zh-Hans-CN", "zh"),
        ("sr-Cyrl-RS", "sr"),
    ],
)  # fmt: skip
def test_a_language_of_another_tool_serves_the_locale_that_means_the_same(tag, code):
    [found] = read(document(unit("A ferry", "x", tag)), locales=(code,))
    assert found == MemoryUnit(code, "A ferry", "x", None, "a.tmx", "")


@pytest.mark.parametrize(
    ("tag", "code"), [("sr-Latn", "sr"), ("sr-Latn-RS", "sr"), ("zh-TW", "zh"), ("zh-Hant", "zh_CN"), ("uz-Cyrl", "uz")]
)
def test_another_script_serves_nobody(tag, code):
    [found] = read(document(unit("A ferry", "x", tag)), locales=(code,))
    assert found.reason == tmx.NO_LANGUAGE


def test_a_language_is_served_by_any_region_and_a_region_only_by_itself():
    def picked(code, *offered):
        return [str(found) for found in serving(code, [parse(one) for one in offered])]

    assert picked("et", "en", "et_EE") == ["et_EE"]
    assert picked("pt_BR", "pt", "pt_PT") == []
    assert picked("en", "en_US", "en") == ["en"]
    assert picked("es", "es_MX", "en", "es_ES") == ["es_ES", "es_MX"]
    assert picked("ca", "ca@valencia") == []


# --- whose text it is


PAIR = '<tuv xml:lang="en"{0}><seg>The dog barks.</seg></tuv><tuv xml:lang="et"{1}>{2}<seg>Koer haugub.</seg></tuv>'


def marked(unit="", inside="", source="", target="", within=""):
    return document(f"<tu{unit}>{inside}{PAIR.format(source, target, within)}</tu>")


MT = '<prop type="Txt::Origin">MT</prop>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (marked(unit=' creationid="MT!"'), "made by a machine"),
        (marked(target=' creationid="mt!" usagecount="0"'), "made by a machine"),
        (marked(source=' creationid="MT!"'), "made by a machine"),
        (marked(target=' changeid="DeepL"', unit=' changeid="anna"'), "made by a machine"),
        (marked(inside=MT), "made by a machine"),
        (marked(within=MT), "made by a machine"),
        (marked(inside='<prop type="x-match-quality">MT</prop>'), "made by a machine"),
        (marked(inside="<note>ask Anna</note><note>Fuzzy</note>"), "not approved"),
        (marked(within="<note>fuzzy</note>"), "not approved"),
        (marked().replace('o-tmf="x"', 'o-tmf="MT-based"'), "made by a machine"),
        (marked().replace('datatype="plaintext"/>', f'datatype="plaintext">{MT}</header>'), "made by a machine"),
    ],
)
def test_what_no_person_approved_is_skipped_with_its_reason(data, reason):
    assert [found.reason for found in read(data)] == [reason]


@pytest.mark.parametrize(
    "data",
    [
        marked(),
        marked(unit=' creationid="anna"', target=' creationid="mari"'),
        marked(unit=' creationid="MT!" changeid="anna" changedate="20240301T000000Z"'),
        marked(unit=' creationid="MT!"', source=' creationid="anna"', target=' creationid="anna"'),
        marked(inside='<prop type="x-Origin">TM</prop><note>The dog of the mayor</note>'),
        marked(inside='<prop type="x-client">Google</prop>'),
    ],
)
def test_what_a_person_made_or_changed_is_taken(data):
    assert [found.target for found in read(data)] == ["Koer haugub."]


def test_a_persons_text_beside_a_machines_is_taken_whichever_is_newer():
    variants = '<tuv xml:lang="{}" changedate="{}" changeid="{}"><seg>{}</seg></tuv>'
    body = (
        '<tu><tuv xml:lang="en"><seg>a</seg></tuv>'
        + variants.format("et", "20240101T000000Z", "MT!", "masin")
        + variants.format("et", "20200101T000000Z", "anna", "inimene")
        + "</tu>"
    )
    assert [found.target for found in read(document(body))] == ["inimene"]


# --- which of several


DATED = '<tuv xml:lang="{}" {}><seg>{}</seg></tuv>'


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("codes", [("es_ES", "es_MX"), ("es_MX", "es_ES"), ("es", "es")])
def test_of_a_units_texts_in_one_language_the_one_that_was_changed_last_is_taken(codes, turn):
    old = DATED.format(codes[0], 'creationdate="20250101T000000Z" changedate="20200101T000000Z"', "viejo")
    new = DATED.format(codes[1], 'creationdate="20240101T000000Z"', "nuevo")
    body = f'<tu changedate="20240301T000000Z"><tuv xml:lang="en"><seg>a</seg></tuv>{"".join([old, new][::turn])}</tu>'
    assert read(document(body), locales=["es"]) == [
        MemoryUnit("es", "a", "nuevo", None, "a.tmx", "2024-01-01T00:00:00Z")
    ]


def test_the_language_itself_goes_before_a_newer_text_of_a_region():
    texts = DATED.format("es-MX", 'changedate="20240101T000000Z"', "camión") + DATED.format("es", "", "autobús")
    body = f'<tu><tuv xml:lang="en"><seg>bus</seg></tuv>{texts}</tu>'
    assert [found.target for found in read(document(body), locales=["es"])] == ["autobús"]


@pytest.mark.parametrize(
    ("dates", "seen"),
    [
        ('changedate="20240301T101112Z"', "2024-03-01T10:11:12Z"),
        ('changedate=" 2024-03-01T10:11:12.500Z"', "2024-03-01T10:11:12Z"),
        ('changedate="20240301T101112"', "2024-03-01T10:11:12Z"),
        ('changedate="last week" creationdate="20230301T101112Z"', "2023-03-01T10:11:12Z"),
        ('changedate="20240301T1011:12Z"', ""),
        ('changedate="20241301T101112Z"', ""),
        ("", ""),
    ],
)
def test_a_date_is_read_as_tools_write_it(dates, seen):
    assert [found.seen for found in read(document(unit("a", "b").replace("<tu>", f"<tu {dates}>")))] == [seen]


# --- what is text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("The light\n        is on.", "The light is on."),
        ("\r\n\t  The light is on.\r\n  ", "The light is on."),
        ("  The door is shut. ", "The door is shut."),
        ("One  two\u00a0\n\n three", "One  two\u00a0 three"),
        ("\u00a0\u2003x", "\u00a0\u2003x"),
        ("渡船停\n    在港口。\n 市长", "渡船停在港口。市长"),
        ("渡船\n A", "渡船 A"),
    ],
)
def test_the_layout_of_a_file_is_no_text(printed, text):
    source, target = read(document(unit(printed, "x") + unit("x", printed)))
    assert (source.source, target.target) == (text, text)


@given(st.text("ab \n\t", min_size=1).filter(str.strip))
def test_no_layout_changes_the_words_of_a_text_and_none_is_left(text):
    (found,) = read(document(unit("x", text)))
    assert found.target.split() == text.split()
    assert not set(found.target) & set("\n\r")
    assert found.target.strip() == found.target


def test_line_breaks_and_blanks_that_we_exported_come_back_to_the_letter():
    verse = MemoryUnit("et", " Row,\n  row ", "\tSõua,\n sõua\n", None, "a.po")
    assert read(written([verse])[0]) == [verse]


def test_the_attribute_of_early_versions_names_the_language_too():
    data = document(unit("The boat left.", "Laev lahkus.", "ET-EE")).replace("xml:lang", "lang")
    assert [found.target for found in read(data)] == ["Laev lahkus."]


def test_a_file_of_all_languages_and_one_without_a_header_are_read():
    body = '<tu><tuv xml:lang="ET"><seg>vesi</seg></tuv><tuv xml:lang="EN-GB"><seg>water</seg></tuv></tu>'
    for data in (document(body).replace('srclang="en"', 'srclang="*all*"'), f"<tmx><body>{body}</body></tmx>"):
        assert [(found.source, found.target) for found in read(data)] == [("water", "vesi")]
