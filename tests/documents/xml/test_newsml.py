"""Articles in NewsML-G2 are read into their parts, and written back byte for byte."""

from typing import ClassVar

import pytest

from translate.core.article import Imprint, Kind, Making
from translate.documents.disclosure import digital_source_type
from translate.documents.xml.newsml import NewsmlFormat
from translate.errors import DocumentError
from translate.testing.documents import DocumentContract

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.com:20261120:1" version="2"
  standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en-GB">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
  <itemMeta><itemClass qcode="ninat:text"/><provider literal="Harbour"/>
    <versionCreated>2026-11-20T10:00:00Z</versionCreated>
    <title>Stays</title></itemMeta>
  <contentMeta>
    <contentCreated>2026-11-20T09:00:00Z</contentCreated>
    <by>By Ann Sea</by>
    <dateline>PORTSMOUTH, Nov 20</dateline>
    <language tag="en-GB"/>
    <slugline>ferry-sails</slugline>
    <headline>Ferry <span class="x">sails</span> again</headline>
    <headline xml:lang="fr">Le ferry</headline>
    <description role="drol:summary">It sailed at noon.</description>
  </contentMeta>
  <contentSet>
    BODY
  </contentSet>
</newsItem>
"""
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<head><title>Head</title></head><body><body.head><hedline><hl1>Ferry sails</hl1><hl2>At last</hl2></hedline>
<byline>By <person>Ann Sea</person><byttl>Editor</byttl></byline><dateline><location>Portsmouth</location>
<story.date norm="20261120">Nov 20</story.date></dateline><abstract><p>Short.</p></abstract></body.head>
<body.content><p>It <em>sailed</em> with <org idsrc="x" value="y">Sea &amp; Co</org>.</p>
<media media-type="image"><media-reference source="f.jpg"/><media-caption>The ferry</media-caption></media>
<table><tr><td>1 boat</td></tr></table><pre>as is</pre>
<p lang="fr">Bonjour</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml" wordcount="9"><html
 xmlns="http://www.w3.org/1999/xhtml" lang="en" dir="ltr">
<head><title>Ferry</title></head><body><h1>Ferry</h1><p>It <b>sailed<br/></b> on <![CDATA[<time>]]>.</p><p/>
<p><img src="f.jpg" alt="The &quot;ferry&quot;"/></p><ul><li>One <i>two</i></li></ul>
<div>Loose <i>text <b>and</b><p>in it</p></i></div></body></html></inlineXML>"""
PLAIN = """<inlineData contenttype="text/plain">First paragraph
goes on &amp; on.

Second.</inlineData>"""
DATA = """<inlineData contenttype="text/html"><![CDATA[<p>First <b>one</b>.</p><p>Second.</p>]]></inlineData>
<inlineData contenttype="image/png" encoding="base64">iVBORw0=</inlineData>"""


def item(body):
    return ITEM.replace("BODY", body)


def message(*items):
    sets = "".join(text.partition("?>")[2].strip() for text in items)
    space = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    head = "<header><sent>2026-11-20T10:00:00Z</sent></header>"
    return f"<newsMessage {space}>{head}<itemSet>{sets}</itemSet></newsMessage>"


def read(text, path="articles/item.xml"):
    return NewsmlFormat().read(text.encode(), path)


def texts_of(document):
    return [segment.text for segment in document.segments]


META = ["By Ann Sea", "PORTSMOUTH, Nov 20", "Ferry <span1>sails</span1> again", "It sailed at noon."]
PREFIXED = (
    item(PLAIN)
    .replace("<contentMeta>", '<contentMeta xmlns:nar="http://iptc.org/std/nar/2006-10-01/">')
    .replace("<by>", "<nar:by>")
    .replace("</by>", "</nar:by>")
)


class TestNewsml(DocumentContract):
    readable: ClassVar = {
        "articles/nitf.xml": item(NITF).encode(),
        "articles/xhtml.xml": item(XHTML).encode(),
        "articles/plain.xml": item(PLAIN).encode(),
        "articles/data.xml": item(DATA).encode(),
        "articles/prefixed.xml": PREFIXED.encode(),
        "articles/windows.xml": item(NITF).replace("\n", "\r\n").encode(),
        "articles/message.xml": message(item(XHTML)).encode(),
        "articles/wide.xml": item(XHTML).replace("UTF-8", "UTF-16").encode("utf-16"),
        "articles/latin.xml": item(XHTML).replace("UTF-8", "windows-1252").replace("One", "Üks").encode("cp1252"),
    }
    unreadable: ClassVar = {
        "articles/empty.xml": b"",
        "articles/cut.xml": item(NITF)[:1500].encode(),
        "articles/two.xml": message(item(NITF), item(XHTML)).encode(),
        "articles/package.xml": b'<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
        "articles/silent.xml": b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta/></newsItem>',
    }

    @pytest.fixture
    def form(self):
        return NewsmlFormat()


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            NITF,
            [
                "Ferry sails",
                "At last",
                "By <person1>Ann Sea</person1>",
                "Editor",
                "Portsmouth",
                "Short.",
                "It <em1>sailed</em1> with <org2>Sea & Co</org2>.",
                "The ferry",
                "1 boat",
            ],
        ),
        (
            XHTML,
            [
                "Ferry",
                "Ferry",
                "It <b1>sailed<br2/></b1> on <time>.",
                'The "ferry"',
                "One <i1>two</i1>",
                "Loose",
                "text <b1>and</b1>",
                "in it",
            ],
        ),
        (PLAIN, ["First paragraph goes on & on.", "Second."]),
        (DATA, ["First <b1>one</b1>.", "Second."]),
    ],
    ids=["nitf", "xhtml", "plain", "html"],
)
def test_the_text_of_an_item_is_inline_in_one_of_four_forms(body, texts):
    assert texts_of(read(item(body))) == META + texts


def test_each_part_is_what_an_agency_calls_it():
    kinds = [segment.kind for segment in read(item(NITF)).segments]
    assert kinds == [
        Kind.BYLINE,
        Kind.BYLINE,
        Kind.HEADLINE,
        Kind.SUMMARY,
        Kind.SUBHEAD,
        Kind.SUBHEAD,
        Kind.BYLINE,
        Kind.BYLINE,
        Kind.BYLINE,
        Kind.SUMMARY,
        Kind.PARAGRAPH,
        Kind.CAPTION,
        Kind.CELL,
    ]


def written(text, imprint):
    document = read(text)
    return NewsmlFormat().write(document, texts_of(document), imprint).decode()


def test_an_item_says_its_language_its_direction_and_how_it_came_about():
    data = written(item(XHTML), Imprint("ar", "rtl", Making.MACHINE))
    source = '<digitalSourceType uri="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/>'
    expected = item(XHTML).replace('"en-GB"', '"ar"').replace('lang="en" dir="ltr"', 'lang="ar" dir="rtl"')
    expected = expected.replace("<newsItem xmlns", '<newsItem dir="rtl" xmlns')
    assert data == expected.replace("</contentCreated>", f"</contentCreated>\n    {source}")


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("<contentMeta/>", "<contentMeta>SOURCE</contentMeta>"),
        ("<contentMeta></contentMeta>", "<contentMeta>SOURCE</contentMeta>"),
        ("", "<contentMeta>SOURCE</contentMeta>"),
        (
            '<contentMeta><digitalSourceType uri="x"/><located/></contentMeta>',
            "<contentMeta>SOURCE<located/></contentMeta>",
        ),
        (
            '<contentMeta><digitalSourceType qcode="digsrctype:x"><name>x</name></digitalSourceType></contentMeta>',
            '<contentMeta><digitalSourceType qcode="digsrctype:digitalCreation"/></contentMeta>',
        ),
        ("<contentMeta><urgency>4</urgency></contentMeta>", "<contentMeta><urgency>4</urgency>SOURCE</contentMeta>"),
    ],
)
def test_how_an_item_came_about_stands_where_the_schema_has_it(meta, expected):
    text = f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta/>{meta}<contentSet>{PLAIN}</contentSet></newsItem>'
    source = '<digitalSourceType uri="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"/>'
    expected = expected.replace("SOURCE", source)
    assert written(text, Imprint("et", "ltr", Making.HUMAN)) == text.replace(
        f"<itemMeta/>{meta}", f"<itemMeta/>{expected}"
    )


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("making", Making)
def test_iptcs_own_reader_finds_what_was_written(making, tmp_path):
    from NewsMLG2 import NewsMLG2Document

    document = read(item(NITF))
    texts = [f"„Tõlge“ {number} & <b>" for number, _ in enumerate(document.segments)]
    path = tmp_path / "item.xml"
    path.write_bytes(NewsmlFormat().write(document, texts, Imprint("et", "ltr", making)))
    meta = NewsMLG2Document(str(path)).get_item().contentmeta
    assert str(meta.headline[0]) == texts[2]
    assert str(meta.description[0]) == texts[3]
    assert meta.digitalsourcetype.uri == digital_source_type(making)


def test_several_items_in_one_message_are_refused_with_what_to_do():
    with pytest.raises(DocumentError, match=r"has 2 items, and 2 of them news; .* split it"):
        read(message(item(NITF), item(PLAIN)))


def test_a_feed_and_a_page_are_no_news_item():
    assert not NewsmlFormat().recognises(b"<rss><channel/></rss>")
    assert not NewsmlFormat().recognises(b"<html><newsItem/></html>")
    assert NewsmlFormat().recognises(b"<?xml version='1.0'?><!-- x -->\n<nar:newsItem xmlns:nar='x'>")
