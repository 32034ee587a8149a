"""Feeds in RSS and Atom are read item by item, and written back byte for byte."""

import re
from typing import ClassVar

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.article import Imprint, Kind, Making
from translate.documents.xml.feed import FeedFormat
from translate.errors import DocumentError
from translate.testing.documents import CollectionContract

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Harbour News</title>
    <description>All about ships &amp; piers</description>
    <language>en-gb</language>
    <image><title>Harbour News</title><url>https://example.com/logo.png</url></image>
    <item>
      <title>Ferry sails again</title>
      <guid isPermaLink="false">https://example.com/news/ferry-sails?id=17</guid>
      <description><![CDATA[<p>It sailed <a href="/at?x=1&amp;y=2">at noon</a>.</p>]]></description>
      <content:encoded><![CDATA[<h2>Back</h2>
<p>The ferry is <b>back</b>.<br/>At last.</p><p><img src="f.jpg" alt="The ferry"></p>]]></content:encoded>
      <category>Ships</category>
      <media:content url="f.jpg"><media:title>Ferry</media:title><media:credit>Photo: Ann</media:credit></media:content>
    </item>

    <item>
      <title>Soup &lt;b&gt;returns&lt;/b&gt; &amp;amp; stays</title>
      <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; &lt;i&gt;three&lt;/i&gt;.&lt;/p&gt;</description>
      <link>https://example.com/news/soup</link><enclosure url="soup.mp3" length="1" type="audio/mpeg"/>
    </item>
  </channel>
</rss>
"""
ATOM = """<?xml version='1.0'?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en">
  <a:title>Harbour</a:title><a:subtitle type="html">All &lt;em&gt;about&lt;/em&gt; ships</a:subtitle>
  <a:entry xml:lang="en"><a:id>tag:example.com,2026:1</a:id><a:title>Ships &amp; &lt;piers&gt;</a:title>
    <a:summary>Short&nbsp;&#8211; text</a:summary>
    <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><p>It <em>is</em> so.<br/>Yes.</p>
    <ul><li>One</li><li><code>x</code> two</li></ul><p xml:lang="fr">Bonjour</p></div></a:content></a:entry>
  <a:entry><a:id>tag:example.com,2026:2</a:id><a:title type="xhtml"><div
 xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b>
  one</div></a:title><a:content type="image/png">iVBORw0=</a:content></a:entry>
</a:feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.com/"><title>Harbour</title><dc:language>en</dc:language>
<items><rdf:Seq><rdf:li rdf:resource="https://example.com/1"/></rdf:Seq></items></channel>
<item rdf:about="https://example.com/1"><title>Ferry</title><link>https://example.com/1</link><dc:language>en</dc:language>
<description>It sails.</description></item></rdf:RDF>"""
OLD = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Caf&eacute;</title><item><title>Ferry</title><link>https://example.com/1</link>
</item></channel></rss>"""
MIXED = """<rss><channel><item><guid>1</guid><title>A <![CDATA[B & C]]> D</title>
<description><![CDATA[]]>x<!-- y --> <![CDATA[ z]]>
</description></item></channel></rss>"""


def read(text, path="articles/feed.xml"):
    return FeedFormat().read(text if isinstance(text, bytes) else text.encode(), path)


def texts_of(collection):
    return [[segment.text for segment in article.segments] for article in collection.articles]


class TestFeed(CollectionContract):
    readable: ClassVar = {
        "articles/news.rss": RSS.encode(),
        "articles/windows.rss": RSS.replace("\n", "\r\n").encode(),
        "articles/news.atom": ATOM.encode(),
        "articles/rdf.xml": RDF.encode(),
        "articles/old.rss": OLD.encode(),
        "articles/mixed.rss": MIXED.encode(),
        "articles/marked.rss": b"\xef\xbb\xbf" + RSS.encode(),
        "articles/latin.rss": RSS.replace("utf-8", "ISO-8859-1").replace("at noon", "täna").encode("latin-1"),
        "articles/wide.rss": RSS.replace("utf-8", "utf-16").encode("utf-16"),
        "articles/japanese.rss": RSS.replace("utf-8", "Shift_JIS").replace("noon", "正午").encode("shift_jis"),
    }
    unreadable: ClassVar = {
        "articles/empty.rss": b"",
        "articles/cut.rss": RSS[:900].encode(),
        "articles/page.xml": b"<html><body><p>No feed</p></body></html>",
        "articles/nothing.rss": b"<rss><channel><item><guid>1</guid></item></channel></rss>",
        "articles/lying.rss": RSS.replace("noon", "tänä").encode("latin-1"),
        "articles/lying-16.rss": RSS.replace("utf-8", "utf-16").encode("utf-32"),
        "articles/twofold.rss": RSS.replace("utf-8", "ISO-2022-JP").replace("noon", "\x1b(B").encode("latin-1"),
        "articles/unknown.rss": RSS.replace("utf-8", "utf-7").encode(),
        "articles/laughs.rss": b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
        "articles/outside.rss": b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>',
    }

    @pytest.fixture
    def form(self):
        return FeedFormat()


def test_each_item_is_an_article_and_the_feed_itself_is_one():
    assert texts_of(read(RSS)) == [
        ["Harbour News", "All about ships & piers", "Harbour News"],
        [
            "Ferry sails again",
            "It sailed <a1>at noon</a1>.",
            "Back",
            "The ferry is <b1>back</b1>.<br2/>At last.",
            "The ferry",
            "Ferry",
            "Photo: Ann",
        ],
        ["Soup <b1>returns</b1> & stays", "One.", "Two & <i1>three</i1>."],
    ]
    kinds = [segment.kind for segment in read(RSS).articles[1].segments]
    assert kinds == [
        Kind.HEADLINE,
        Kind.SUMMARY,
        Kind.SUBHEAD,
        Kind.PARAGRAPH,
        Kind.IMAGE,
        Kind.CAPTION,
        Kind.CREDIT,
    ]


def test_atom_says_what_its_texts_are_made_of():
    assert texts_of(read(ATOM)) == [
        ["Harbour", "All <em1>about</em1> ships"],
        ["Ships & <piers>", "Short\xa0– text", "It <em1>is</em1> so.<br2/>Yes.", "One", "two"],
        ["A <b1>bold</b1> one"],
    ]


def test_an_updated_item_is_the_same_article():
    old, new = read(RSS), read(RSS.replace("Ferry sails again", "Ferry sails at last"))
    assert [article.slug for article in old.articles] == [article.slug for article in new.articles]
    assert re.fullmatch(r"17-[0-9a-f]{10}", old.articles[1].slug)
    assert re.fullmatch(r"soup-[0-9a-f]{10}", old.articles[2].slug)


def test_an_item_without_an_identifier_is_known_by_its_title():
    one, other = (read(f"<rss><channel><item><title>{title}</title></item></channel></rss>") for title in "AB")
    assert one.articles[0].slug != other.articles[0].slug


def test_of_two_items_with_one_identifier_the_second_has_a_number_and_a_note_says_so():
    collection = read(RSS.replace("https://example.com/news/soup", "https://example.com/news/ferry-sails?id=17"))
    first, second = (article.slug for article in collection.articles[1:])
    assert second == f"{first}-2"
    assert collection.notes == (f"has “{first}” 2 times; give each article an identifier of its own",)


def test_an_item_that_is_left_out_goes_with_the_space_behind_it_and_the_feed_itself_stays():
    collection = read(RSS)
    own = texts_of(collection)
    data = FeedFormat().write(collection, [None, None, own[2]]).decode()
    start, end = RSS.index("<item>"), RSS.index("<item>", RSS.index("<item>") + 1)
    assert data == RSS[:start] + RSS[end:]


def test_a_text_is_spelt_as_the_one_in_whose_place_it_stands():
    collection = read(MIXED)
    assert texts_of(collection) == [["A B & C D", "x z"]]
    data = FeedFormat().write(collection, [["<Ü> & ]]>", "y"]]).decode()
    assert "<title>&lt;Ü&gt; &amp; ]]&gt;</title>" in data
    literal = read("<rss><channel><item><guid>1</guid><title><![CDATA[A]]></title></item></channel></rss>")
    data = FeedFormat().write(literal, [["<Ü> & ]]>"]]).decode()
    assert "<title><![CDATA[<Ü> & ]]]]><![CDATA[>]]></title>" in data
    assert texts_of(read(data)) == [["<Ü> & ]]>"]]


@pytest.mark.parametrize("spelt", ["A", "<![CDATA[A]]>", "<![CDATA[<p>A</p>]]>", "&lt;p&gt;A&lt;/p&gt;"])
def test_a_letter_that_the_encoding_has_not_got_is_written_as_its_number(spelt):
    text = (
        f'<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>{spelt}</title></item></channel></rss>'
    )
    data = FeedFormat().write(read(text.encode("latin-1")), [["Жã ]]>"]])
    assert b"\xe3" in data
    assert b"&#1046;" in data
    assert texts_of(read(data)) == [["Жã ]]>"]]
    assert feedparser.parse(data).entries[0].title.removeprefix("<p>").removesuffix("</p>") in {"Жã ]]>", "Жã ]]&gt;"}


@pytest.mark.parametrize("text", ["a <b>word</b> in brackets", "Tom &amp; Jerry", "<!-- no comment -->", "&#228;"])
def test_a_text_that_looks_like_html_in_a_title_is_read_as_what_it_says(text):
    collection = read(RSS)
    texts = [[text for _ in own] for own in texts_of(collection)]
    data = FeedFormat().write(collection, texts)
    assert [*{found for own in texts_of(read(data)) for found in own}] == [text]


def test_a_translated_feed_says_its_language_and_nothing_else_of_itself():
    collection = read(RDF)
    own = texts_of(collection)
    data = FeedFormat().write(collection, own, [Imprint("ar", "rtl", Making.MACHINE)] * len(own)).decode()
    assert data == RDF.replace("<dc:language>en<", "<dc:language>ar<")
    collection = read(ATOM)
    own = texts_of(collection)
    data = FeedFormat().write(collection, own, [Imprint("et", "ltr", Making.HUMAN)] * len(own)).decode()
    assert data == ATOM.replace('"en"', '"et"')


def test_an_item_is_in_the_language_that_all_its_texts_name_whatever_the_feed_says():
    start = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>1</id><title xml:lang="et">Parv</title>'
    assert texts_of(read(f"{start}</entry></feed>")) == [["Parv"]]
    assert texts_of(read(f"{start}<summary>A note</summary></entry></feed>")) == [["A note"]]


def test_a_feed_in_several_languages_says_none_of_them():
    collection = read(RSS)
    imprints = [Imprint(tag, "ltr", Making.HUMAN) for tag in ("et", "et", "ru")]
    assert FeedFormat().write(collection, texts_of(collection), imprints) == RSS.encode()


def test_an_item_with_a_text_too_long_is_left_as_it_is_and_a_note_says_so():
    collection = read(RSS.replace("Ferry sails again", "x" * 30_000))
    assert len(collection.articles) == 2
    assert [note for note in collection.notes if re.match(r"leaves “17-\w+” as it is: a paragraph of 30,000 ", note)]


def test_another_reader_finds_the_same_texts_in_what_is_written():
    collection = read(RSS)
    texts = [[f"„Tõlge“ {number} & <b>" for number, _ in enumerate(own)] for own in texts_of(collection)]
    found = feedparser.parse(FeedFormat().write(collection, texts))
    assert not found.bozo
    assert found.feed.title == "„Tõlge“ 0 &amp; &lt;b&gt;"
    first, second = found.entries
    assert first.summary == "<p>„Tõlge“ 1 &amp; &lt;b&gt;</p>"
    assert "<h2>„Tõlge“ 2 &amp; &lt;b&gt;</h2>\n<p>„Tõlge“ 3 &amp; &lt;b&gt;</p>" in first.content[0].value
    assert second.summary == "<p>„Tõlge“ 1 &amp; &lt;b&gt;</p><p>„Tõlge“ 2 &amp; &lt;b&gt;</p>"


BITS = st.lists(
    st.sampled_from(
        [
            "a",
            "õ",
            " ",
            "\n",
            "&amp;",
            "&lt;",
            "&gt;",
            "&lt;b&gt;",
            "&nbsp;",
            "&#8211;",
            "<![CDATA[",
            "]]>",
            "<b>",
            "</b>",
            "<!-- x -->",
            "<?x y?>",
            "<br/>",
            "]",
            "&amp;amp;",
            '"',
            "&x;",
            "<p>",
            "</p>",
            "&lt;p&gt;",
            "<a1>",
            "&lt;a1&gt;",
        ]
    ),
    max_size=12,
).map("".join)


@given(BITS, BITS, st.sampled_from(["description", "content:encoded", "title", "atom:content type='html'"]))
def test_whatever_can_be_read_is_written_back_and_takes_new_texts(one, other, tag):
    name = tag.partition(" ")[0]
    texts = f"<{tag}>{one}</{name}><media:title>{other}</media:title>"
    text = f"<rss><channel><item><guid>1</guid>{texts}</item></channel></rss>"
    try:
        collection = read(text)
    except DocumentError as error:
        assert error.path == "articles/feed.xml"  # noqa: PT017 - a refusal is one of two right answers
        return
    own = texts_of(collection)
    assert FeedFormat().write(collection, own) == text.encode()
    texts = [[f"„{number}“ & <i> ]]> {found}" for number, found in enumerate(texts)] for texts in own]
    assert texts_of(read(FeedFormat().write(collection, texts))) == texts


@given(st.binary())
def test_bytes_of_any_kind_are_a_feed_or_refused(data):
    with pytest.raises(DocumentError):
        read(data)
