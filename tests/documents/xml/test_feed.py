"""Feeds in RSS and Atom are read item by item, and written back byte for byte."""

from typing import ClassVar

import pytest

from translate.core.article import Kind
from translate.documents.xml.feed import FeedFormat
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
