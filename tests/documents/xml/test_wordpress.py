"""Exports of WordPress are read post by post, and written back byte for byte."""

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.article import Imprint, Kind, Making
from translate.documents.xml.feed import FeedFormat
from translate.documents.xml.wordpress import WxrFormat
from translate.testing.documents import CollectionContract

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Harbour</title><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
"""
POST = """<item><title><![CDATA[Ferry sails]]></title><link>https://example.com/?p=7</link>
<dc:creator><![CDATA[ann]]></dc:creator><guid isPermaLink="false">https://example.com/?p=7</guid>
<content:encoded><![CDATA[<!-- wp:paragraph {"align":"left"} -->
<p>It <a href="/x">sailed</a>.</p>
<!-- /wp:paragraph -->]]></content:encoded>
<excerpt:encoded><![CDATA[It sailed.]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_name><![CDATA[ferry-sails]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status>
<wp:post_type><![CDATA[post]]></wp:post_type>
<wp:postmeta><wp:meta_key><![CDATA[digital_source_type]]></wp:meta_key><wp:meta_value><![CDATA[x]]></wp:meta_value>
</wp:postmeta><wp:comment><wp:comment_content><![CDATA[Hello]]></wp:comment_content></wp:comment></item>
"""
CLASSIC = """<item><title>Soup &amp; bread</title><content:encoded><![CDATA[The first <em>paragraph</em>
goes on [sic].

[caption id="a" width="300"]<img src="s.jpg" alt="Soup" /> Soup in a pot[/caption]

Listen: [audio src="x.mp3"] now.

[gallery ids="1,2"]

<blockquote>Quoted</blockquote>
Last.]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>8</wp:post_id>
<wp:status>draft</wp:status><wp:post_type>page</wp:post_type></item>
"""
TRASH = POST.replace(">7<", ">9<").replace("publish", "trash")
MENU = POST.replace(">7<", ">10<").replace("[post]", "[nav_menu_item]")
PICTURE = """<item><title>soup</title><content:encoded><![CDATA[]]></content:encoded>
<excerpt:encoded><![CDATA[Soup in a pot]]></excerpt:encoded><wp:post_id>11</wp:post_id><wp:status>inherit</wp:status>
<wp:post_type>attachment</wp:post_type><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
<wp:meta_value>A pot of soup</wp:meta_value></wp:postmeta></item>
"""
END = "</channel></rss>\n"
EXPORT = HEAD + POST + CLASSIC + TRASH + MENU + PICTURE + END


def read(text, path="articles/export.xml"):
    return WxrFormat().read(text.encode(), path)


def texts_of(collection):
    return {article.slug: [segment.text for segment in article.segments] for article in collection.articles}


class TestWordpress(CollectionContract):
    readable: ClassVar = {
        "articles/export.xml": EXPORT.encode(),
        "articles/export.wxr": (HEAD + POST + END).replace("\n", "\r\n").encode(),
    }
    unreadable: ClassVar = {
        "articles/empty.xml": (HEAD + END).encode(),
        "articles/unwritten.xml": (HEAD + TRASH + MENU + END).encode(),
        "articles/cut.xml": EXPORT[:1200].encode(),
        "articles/other.xml": b"<rss/>",
    }

    @pytest.fixture
    def form(self):
        return WxrFormat()


def test_posts_pages_and_pictures_are_articles_by_their_number():
    assert texts_of(read(EXPORT)) == {
        "post-7": ["Ferry sails", "It <a1>sailed</a1>.", "It sailed."],
        "page-8": [
            "Soup & bread",
            "The first <em1>paragraph</em1> goes on [sic].",
            "Soup",
            "Soup in a pot",
            "Listen: <audio1/> now.",
            "Quoted",
            "Last.",
        ],
        "attachment-11": ["soup", "Soup in a pot", "A pot of soup"],
    }
    picture = read(EXPORT).articles[-1]
    assert [segment.kind for segment in picture.segments] == [Kind.LABEL, Kind.CAPTION, Kind.IMAGE]


def test_what_is_no_text_of_a_post_stays():
    collection = read(EXPORT)
    texts = [[f"Uus {number}" for number, _ in enumerate(article.segments)] for article in collection.articles]
    data = WxrFormat().write(collection, texts).decode()
    for part in ("ferry-sails", "ann", "Hello", '[caption id="a" width="300"]', '[gallery ids="1,2"]', "Harbour"):
        assert data.count(part) == EXPORT.count(part)
    assert '<!-- wp:paragraph {"align":"left"} -->' in data


def test_a_shortcode_in_a_sentence_goes_where_its_tag_goes():
    collection = read(HEAD + CLASSIC + END)
    texts = [segment.text for segment in collection.articles[0].segments]
    texts[4] = "<audio1/> Kuula!"
    assert '[audio src="x.mp3"] Kuula!\n' in WxrFormat().write(collection, [texts]).decode()


def test_an_export_says_its_language_and_a_post_how_it_came_about_where_it_has_a_field_for_it():
    collection = read(EXPORT)
    own = [[segment.text for segment in article.segments] for article in collection.articles]
    data = WxrFormat().write(collection, own, [Imprint("et", "ltr", Making.REVIEWED)] * len(own)).decode()
    changed = EXPORT.replace("en-US", "et")
    first = changed.index("[x]")
    said = "[compositeWithTrainedAlgorithmicMedia]"
    assert data == changed[:first] + said + changed[first + 3 :]


def test_an_export_is_no_feed_though_it_looks_like_one():
    assert not FeedFormat().recognises(EXPORT.encode())
    assert not WxrFormat().recognises(b"<rss><channel/></rss>")


SHORTCODES = ["[sic]", "[gallery]", "[x y='z']", "[b]", "[/b]", "[caption]", "[/caption]", "[", "]"]
HTML = ["<b>", "</b>", "<p>", "</p>", "<br>", "<!-- wp:x -->", "<!--more-->", "&amp;", "<", ">", "<a title='[b]'>"]
BITS = st.lists(st.sampled_from(["a", "õ", " ", "\n", "\n\n", *SHORTCODES, *HTML]), max_size=14).map("".join)


@given(BITS.filter(lambda text: "]]>" not in text))
def test_whatever_a_post_has_is_written_back_and_takes_new_texts(content):
    fields = "<wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type>"
    body = f"<title>T</title><content:encoded><![CDATA[{content}]]></content:encoded>{fields}"
    text = f"{HEAD}<item>{body}</item>{END}"
    collection = read(text)
    own = [segment.text for segment in collection.articles[0].segments]
    assert WxrFormat().write(collection, [own]) == text.encode()
    texts = [f"„{number}“ & <i> {found}" for number, found in enumerate(own)]
    assert [*texts_of(read(WxrFormat().write(collection, [texts]).decode())).values()] == [texts]
