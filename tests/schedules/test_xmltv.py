import re
from pathlib import Path
from typing import ClassVar
from xml.sax.saxutils import escape

import pytest
from hypothesis import strategies as st
from lxml import etree

from tests.programs import needs
from tests.schedules import broadcast
from tests.schedules.contract import ListContract
from translate.core.article import Facts, Kind
from translate.core.text.locales import parse
from translate.errors import DocumentError
from translate.schedules.titles import one_line
from translate.schedules.xmltv import XmltvList

EXAMPLE = Path(__file__).parent / "examples" / "guide.xml"
DTD = "/usr/share/sgml/xmltv/dtd/0.5/xmltv.dtd"

OTHERS = (
    "", "<desc>Õ &amp; x</desc>", "<!-- <title>x</title> -->", "<credits><director>B</director></credits>",
    "\n\r\n<icon src='x'/>",
)  # fmt: skip


def guide(inner, *, channels=""):
    return f'<tv>{channels}<programme start="20261130183000 +0200" channel="r">{inner}</programme></tv>'.encode()


def read(data, source="en"):
    return XmltvList().read(data, "shows/a.xml", source=source)


def titles(inner, source="en"):
    return [(segment.kind, segment.text) for segment in read(guide(inner), source).segments]


class TestContract(ListContract):
    form = XmltvList()
    readable: ClassVar = {
        "shows/example.xml": EXAMPLE.read_bytes(),
        "shows/generated.xmltv": broadcast.as_xmltv(broadcast.schedule()),
        "shows/latin.xml": b"<?xml version='1.0' encoding='ISO-8859-1'?>\r\n" + guide("<title>\xd5htu</title>").replace(
            "Õ".encode(), b"\xd5"
        ),
        "shows/mark.xml": b"\xef\xbb\xbf"
        + guide("<title\nlang = 'en'>\n  A &amp;\n <![CDATA[<B>]]><!-- x --> &#xD5;</title >"),
        "shows/empty.xml": guide("<title/><sub-title></sub-title><title>\t</title><sub-title>A</sub-title>"),
    }  # fmt: skip
    unreadable: ClassVar = {
        "empty": (b"", " line 1: is no XML that can be read: no element found"),
        "no-title": (b"<tv/>", ": there is no title in the file"),
        "other": (b"<?xml version='1.0'?>\n<rss/>", " line 2: is XML, but no guide of XMLTV"),
        "open": (b"<tv>\n<programme>", " line 2: is no XML that can be read: no element found"),
        "mixed": (b"<tv>\n<programme></tv>", " line 2: is no XML that can be read: mismatched tag"),
        "nested": (guide("\n<title>A <b>B</b></title>"), " line 2: has an element <b> in a text that has none"),
        "unknown": (guide("\n<title>A&eacute;</title>"), " line 2: is no XML that can be read: undefined entity"),
        "skipped": (
            b'<!DOCTYPE tv SYSTEM "xmltv.dtd">\n' + guide("<title>A&eacute;</title>"),
            " line 2: has an entity in a title, &eacute;, which nothing defines",
        ),
        "laughs": (
            b'<!DOCTYPE tv [\n<!ENTITY a "ha">' + b'<!ENTITY b "&a;&a;">' * 9 + b"]>" + guide("<title>&b;</title>"),
            " line 2: defines an entity, “a”, which no guide needs; take it out",
        ),
        "external": (b'<!DOCTYPE tv [<!ENTITY a SYSTEM "/etc/passwd">]><tv/>', " line 1: defines an entity, “a”"),
        "parameter": (b'<!DOCTYPE tv [<!ENTITY % a SYSTEM "x"> %a;]><tv/>', " line 1: defines an entity, “a”"),
        "deep": (b"<tv>" + b"<a>" * 100_000, " line 1: is no XML that can be read: no element found"),
        "wide": ("<tv/>\n".encode("utf-16"), " line 1: the file is not UTF-8 but looks like UTF-16"),
        "latin": (guide("\n<title>?</title>").replace(b"?", b"\xd5"), " line 2: byte 0xD5 is not UTF-8"),
        "encoding": (b"<?xml version='1.0' encoding='UTF-7'?><tv/>", " line 1: its encoding UTF-7 is not known here"),
        "japanese": (b"<?xml version='1.0' encoding='Shift_JIS'?><tv/>", " line 1: its encoding Shift_JIS is not"),
        "nowhere": (
            b"<?xml version='1.0' encoding='iso-8859-12'?><tv/>",
            " line 1: is not in the encoding iso-8859-12",
        ),
        "ascii": (b"<?xml version='1.0' encoding='us-ascii'?><!--\xd5--><tv/>", " line 1: is not in the encoding"),
        "control": (guide("\n<title>A&#27;</title>"), " line 2: is no XML that can be read: reference to invalid"),
        "delete": (guide("\n<title>A&#127;</title>"), " line 2: the title has U+007F in it; take it out"),
        "long": (guide("\n<title>" + "A" * 501 + "</title>"), " line 2: the title has 501 characters"),
        "never-closed": (guide("\n<title>" + "A\n" * 999_999 + "</title>"), " line 2: has a text that is too long"),
        "large": (
            b"<tv>" + b" " * 20_000_000,
            ": the file has 20,000,004 bytes, and a list of titles at most 20,000,000",
        ),
        "many": (b"<tv>" + b"<a/>" * 500_000 + b"</tv>", " line 1: has more than 500,000 elements"),
        "many-texts": (
            guide("<title>A</title>" * 250_001),
            " line 1: has more than 250,000 titles, categories and names; split it into several",
        ),
        "many-programmes": (
            b"<tv>\n" + b"<programme><title/></programme>" * 400_000,
            " line 2: has more than 50,000 programmes; split it into several",
        ),
        "many-channels": (
            b"<tv>\n" + b"<channel><display-name>A</display-name></channel>" * 50_001,
            " line 2: has more than 50,000 channels; split it into several",
        ),
        "many-titles": (
            b"<tv>" + b"<programme><title>A</title><sub-title>B</sub-title></programme>\n" * 25_001 + b"</tv>",
            ": the file has more than 50,000 titles; split it into several",
        ),
    }

    @staticmethod
    def made(draw, names):
        encoding = draw(st.sampled_from(("UTF-8", "utf-8", "ISO-8859-1", "windows-1257", "US-ASCII")))
        other = draw(st.sampled_from(OTHERS))
        lang = draw(st.sampled_from(("", ' lang="en"', "\n lang = 'en-GB' other='>' ")))
        declared = f"<?xml version='1.0' encoding='{encoding}' ?>\r\n"
        if encoding == "UTF-8":
            declared = draw(st.sampled_from(("", '<?xml version="1.0"?>\n', declared)))
        parts = [declared, draw(st.sampled_from(("", '<!DOCTYPE tv SYSTEM "xmltv.dtd">\n'))), "<tv>"]
        for name in names:
            tag = draw(st.sampled_from(("title", "sub-title")))
            text = escape(name) if "]]>" in name or draw(st.booleans()) else f"<![CDATA[{name}]]>"
            if encoding not in {"UTF-8", "utf-8"}:
                text = escape(name)  # What is in a CDATA section has no numbers for its letters.
            parts += "<programme>", other, f"<{tag}{lang}>{text}</{tag}>", other, "</programme>\n"
        mark = b"\xef\xbb\xbf" if draw(st.booleans()) and encoding == "UTF-8" else b""
        return mark + "".join((*parts, "</tv>")).encode(encoding, "xmlcharrefreplace")

    @staticmethod
    def names_in(data):
        return ["".join(each.itertext(with_tail=False)) for each in etree.fromstring(data).iter("title", "sub-title")]

    def _text(self, data):
        found = re.match(rb"<\?xml[^>]*encoding='([^']*)'", data)
        return data.decode(found[1].decode() if found else "utf-8")


def test_a_guide_tells_what_is_known_of_a_title():
    document = read(EXAMPLE.read_bytes())
    assert [(s.kind, s.text, s.line, s.facts) for s in document.segments] == [
        (Kind.SHOW, "The Quiet Harbour", 7, Facts("Randa 1", "", None, "2026-11-30")),
        (Kind.EPISODE, "Part 3: The Letter", 8, Facts("Randa 1", "", None, "2026-11-30")),
        (Kind.FILM, "Nobody Leaves Kaarnaküla", 13, Facts(
            "Meri TV", "Swedish", None, "2026-12-05", "sv: Ingen lämnar Kaarnaküla",
        )),
    ]  # fmt: skip


def test_a_channel_without_a_name_is_called_by_its_code_and_may_stand_behind_its_programmes():
    document = read(
        b'<tv><programme channel="a"><title>A</title></programme>'
        b'<channel id="b"><display-name>B!</display-name></channel>'
        b'<programme channel="b"><title>B</title></programme></tv>'
    )
    assert [segment.facts.channel for segment in document.segments] == ["a", "B!"]


@pytest.mark.parametrize(
    ("start", "shown", "first"),
    [
        ("20261130183000 +0200", "", "2026-11-30"),
        ("20261130183000 +0200", '<previously-shown start="19990102"/>', "1999-01-02"),
        ("20261130183000 +0200", "<previously-shown/>", "2026-11-30"),
        ("soon", "", ""),
    ],
)
def test_the_first_broadcast_is_the_day_or_an_earlier_one(start, shown, first):
    document = read(f'<tv><programme start="{start}"><title>A</title>{shown}</programme></tv>'.encode())
    assert document.segments[0].facts.first == first


@pytest.mark.parametrize("category", ["movie", "FILM", "Movie / Drama", "\n Feature Film "])
def test_a_category_makes_a_title_that_of_a_film(category):
    inner = f"<title>A</title><sub-title>B</sub-title><category>x</category><category>{category}</category>"
    assert titles(inner) == [(Kind.FILM, "A"), (Kind.EPISODE, "B")]
    assert titles("<title>A</title><category>Film magazine</category>") == [(Kind.SHOW, "A")]


@pytest.mark.parametrize(
    ("source", "chosen"),
    [("en", "B"), ("en_GB", "C"), ("en_US", "B"), ("de", "A"), ("fr", "A"), ("", "A"), ("sr@latin", "D")],
)
def test_of_several_languages_the_source_is_translated_or_else_the_first(source, chosen):
    langs = {"A": "de", "B": "en", "C": "en-GB", "D": "sr-Latn"}
    inner = "".join(f'<title lang="{lang}">{name}</title>' for name, lang in langs.items())
    assert titles(inner, source) == [(Kind.SHOW, chosen)]


def test_a_translated_title_has_the_language_of_the_translation_where_it_had_one():
    data = guide("<title a='lang=\"en\"' lang='en'>A</title><sub-title>B</sub-title>")
    assert XmltvList().write(read(data), ["Ä & <ö>", "B]]>"], "sr@latin") == guide(
        '<title a=\'lang="en"\' lang="sr-Latn">Ä &amp; &lt;ö&gt;</title><sub-title>B]]&gt;</sub-title>'
    )


def written(inner, text, locale, source="en"):
    """What a guide becomes when all its titles are called something else."""
    document = read(guide(inner), source)
    return XmltvList().write(document, [text for _ in document.segments], locale).decode()


def both(name, lang, other="Hommik"):
    return f'<{name} lang="{lang}">{other}</{name}>', f'<{name} lang="en">Morning</{name}>'


@pytest.mark.parametrize("name", ["title", "sub-title"])
@pytest.mark.parametrize(
    ("lang", "locale", "tag"),
    [
        ("et", "et", "et"), ("ET", "et", "et"), ("et-EE", "et", "et"), ("et_EE", "et", "et"), ("et", "et_EE", "et-EE"),
        ("pt-br", "pt_BR", "pt-BR"), ("sr-Latn-RS", "sr@latin", "sr-Latn"), ("en-GB", "en_GB", "en-GB"),
    ],
)  # fmt: skip
def test_the_translation_takes_the_place_of_the_guides_own_title_in_its_language(name, lang, locale, tag):
    own, title = both(name, lang)
    new = f'<{name} lang="{tag}">Koit</{name}>'
    for inner in ("{title}{own}", "{own}\n<desc>Õ</desc>{title}", "<!-- {title} -->{title}\r\n{own}"):
        now = written(inner.format(title=title, own=own), "Koit", locale)
        assert now == guide(inner.format(title=title, own=new)).decode()


@pytest.mark.parametrize(
    ("lang", "locale"), [("fi", "et"), ("pt-PT", "pt_BR"), ("sr", "sr@latin"), ("?", "et"), ("ca-valencia", "ca")]
)
def test_a_title_in_another_language_than_that_of_the_translation_stays(lang, locale):
    own, title = both("title", lang)
    tag = parse(locale).tag
    assert written(own + title, "Koit", locale) == guide(f'{own}<title lang="{tag}">Koit</title>').decode()


def test_of_two_titles_for_the_same_readers_the_one_in_their_very_language_is_replaced_and_no_empty_one():
    (empty, title), (near, _), (own, _) = (
        both("title", lang, other) for lang, other in (("et", ""), ("et-EE", "A"), ("et", "B"))
    )
    assert (
        written(empty + near + own + title, "Koit", "et")
        == guide(empty + near + '<title lang="et">Koit</title>' + title).decode()
    )


@pytest.mark.parametrize(
    "own",
    [
        "<title lang='et'/>", "<title lang='et' />", "<title lang='et'></title >", "<title a='/>' lang='et'></title>",
        "<title lang='et'>/></title>",
    ],
)  # fmt: skip
def test_a_title_in_the_language_of_the_translation_is_replaced_if_it_is_empty_too(own):
    for inner in ("{}<title lang='en'>Morning</title>", "<title lang='en'>Morning</title>{}"):
        now = etree.fromstring(written(inner.format(own), "Koit", "et"))
        assert {each.get("lang"): each.text for each in now.iter("title")} == {"et": "Koit", "en": "Morning"}


def test_each_title_of_a_guide_is_written_in_its_own_place_whatever_stands_before_it():
    data = (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<tv>'
        '<programme><sub-title lang="et">Õ1</sub-title><title lang="en">A</title><sub-title lang="en">B</sub-title>'
        '<title lang="et">Õ2</title></programme><programme><title lang="en">C</title></programme></tv>'
    )
    document = read(data.encode("latin-1"))
    now = XmltvList().write(document, ["Ä", "Ö", "Ü"], "et").decode("latin-1")
    assert now == data.replace("Õ1", "Ö").replace("Õ2", "Ä").replace('"en">C', '"et">Ü')
    assert XmltvList().write(document, ["A", "Ö", "C"], "et").decode("latin-1") == data.replace("Õ1", "Ö")


def test_the_guides_own_title_stays_where_nothing_is_translated():
    data = guide("".join(both("title", "ET")))
    assert XmltvList().write(read(data), ["Morning"], "et") == data


def test_a_note_tells_what_a_title_is_called_in_other_languages():
    inner = '<title lang="et_EE">\n Hommik\n</title><title lang="en">A</title><title>B</title><title lang="fi"/>'
    (segment,) = read(guide(f'{inner}<title lang="sv">C</title><title lang="!">D</title>')).segments
    assert segment.facts.note == "et-EE: Hommik; sv: C"


def test_a_note_on_other_languages_has_what_there_is_room_for_and_nothing_that_no_title_has():
    others = "".join(f'<title lang="{lang}">{lang * 50}</title>' for lang in ("et", "fi", "sv", "lv", "lt"))
    damaged = f'<title lang="de">A&#127;</title><title lang="es">{"A" * 501}</title>'
    (segment,) = read(guide(f'<title lang="en">A</title>{damaged}{others}')).segments
    assert segment.facts.note == "; ".join(f"{lang}: {lang * 50}" for lang in ("et", "fi", "sv", "lv"))


def test_a_title_that_stays_keeps_its_language():
    data = guide('<title lang="en">A</title>')
    assert XmltvList().write(read(data), ["A"], "et") == data


def test_a_letter_that_the_encoding_has_not_got_becomes_its_number():
    data = b'<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- \xe4 -->' + guide("<title>A</title>")
    assert XmltvList().write(read(data), ["Õ Š ☃"], "et") == data.replace(b"<title>A", b"<title>\xd5 &#352; &#9731;")


@needs(DTD)
@pytest.mark.parametrize(
    "data", [EXAMPLE.read_bytes(), broadcast.as_xmltv(broadcast.schedule())], ids=("example", "all")
)
def test_what_is_written_is_what_xmltv_allows(data):
    document = read(data)
    written = XmltvList().write(document, [f"„{segment.text}“ & <ö>" for segment in document.segments], "zh_Hant_TW")
    dtd = etree.DTD(DTD)
    assert dtd.validate(etree.fromstring(data)), dtd.error_log
    assert dtd.validate(etree.fromstring(written)), dtd.error_log


@pytest.mark.parametrize("doctype", ["SYSTEM '{}'", "PUBLIC 'x' '{}'"])
def test_nothing_that_a_doctype_names_is_read(doctype, tmp_path):
    secret = tmp_path / "xmltv.dtd"
    secret.write_text('<!ENTITY x "hush"><!ATTLIST title lang CDATA "hush">', "utf-8")
    for address in (str(secret), secret.as_uri(), secret.name):
        data = f"<!DOCTYPE tv {doctype.format(address)}>".encode() + guide("<title>A</title><desc>&x;</desc>")
        document = read(data)
        assert XmltvList().write(document, ["B"], "et") == data.replace(b">A<", b">B<")
        with pytest.raises(DocumentError):
            read(data.replace(b">A<", b">&x;<"))


def test_the_white_space_in_a_title_is_one_space():
    assert titles("<title>\r\n\tA\n  B &#10; C\u00a0D </title>") == [(Kind.SHOW, "A B C\u00a0D")]
    assert one_line("\u00a0A\u200b") == "A"
