"""Real news comes out of feeds, exports of WordPress and NewsML-G2 whole, and its human translations go in whole.

The articles and their translations are not ours to hand on: they lie beside the repository where they are had.
"""

import csv
from html import escape
from itertools import groupby
from pathlib import Path

import feedparser
import pytest

from translate.core.article import Imprint, Making
from translate.documents.disclosure import digital_source_type
from translate.documents.xml.feed import FeedFormat
from translate.documents.xml.newsml import NewsmlFormat
from translate.documents.xml.wordpress import WxrFormat

NEWS = Path(__file__).parents[4] / "shared" / "eval" / "news" / "news.tsv"
needs_news = pytest.mark.skipif(not NEWS.is_file(), reason="needs the news articles in ../shared/eval/news")
LANGUAGES = ("et", "ru", "es")


def articles(language):
    """The name of each article, and its paragraphs, of which the first is its headline."""
    with NEWS.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [
        (name, [" ".join(row[language].split()) for row in group])
        for name, group in groupby(rows, key=lambda row: row["document"])
    ]


def spelt(text):
    return escape(text, quote=False)


def body(paragraphs):
    return "".join(f"<p>{spelt(text)}</p>\n" for text in paragraphs)


def feed(language):
    items = "".join(
        f"<item><guid>{name}</guid><title>{spelt(title)}</title><description>{spelt(body(rest[:1]))}</description>"
        f"<content:encoded><![CDATA[{body(rest)}]]></content:encoded></item>\n"
        for name, (title, *rest) in articles(language)
    )
    head = f"<channel><title>News</title><language>{language}</language>"
    return f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">{head}{items}</channel></rss>'


def export(language):
    lines = "\n\n"
    items = "".join(
        f"<item><title>{spelt(title)}</title><content:encoded><![CDATA[{lines.join(map(spelt, rest))}]]>"
        f"</content:encoded><wp:post_id>{number}</wp:post_id><wp:post_type>post</wp:post_type></item>\n"
        for number, (_, (title, *rest)) in enumerate(articles(language), start=1)
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    return f"<rss {spaces}><channel><language>{language}</language>{items}</channel></rss>"


def item(paragraphs, language, source=""):
    title, *rest = paragraphs
    meta = f'<contentMeta>{source}<language tag="{language}"/><headline>{spelt(title)}</headline></contentMeta>'
    html = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body(rest)}</body></html>'
    inline = f"<contentSet><inlineXML>{html}</inlineXML></contentSet>"
    space = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    return f'<newsItem {space} xml:lang="{language}"><itemMeta/>{meta}{inline}</newsItem>'


def texts_of(document):
    return [segment.text for segment in document.segments]


@needs_news
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_of_real_news_is_read_whole_and_translated_whole(language):
    form, imprint = FeedFormat(), Imprint(language, "ltr", Making.HUMAN)
    collection = form.read(feed("en").encode(), "articles/feed.rss")
    channel, *items = map(texts_of, collection.articles)
    assert items == [[title, rest[0], *rest] for _, (title, *rest) in articles("en")]
    texts = [channel, *([title, rest[0], *rest] for _, (title, *rest) in articles(language))]
    data = form.write(collection, texts, [imprint] * len(texts))
    assert data == feed(language).encode()
    entries = feedparser.parse(data).entries
    assert [entry.title for entry in entries] == [title for _, (title, *_) in articles(language)]
    assert [entry.content[0].value for entry in entries] == [body(rest).strip() for _, (_, *rest) in articles(language)]


@needs_news
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_export_of_real_news_is_read_whole_and_translated_whole(language):
    form, imprint = WxrFormat(), Imprint(language, "ltr", Making.HUMAN)
    collection = form.read(export("en").encode(), "articles/export.xml")
    assert [*map(texts_of, collection.articles)] == [paragraphs for _, paragraphs in articles("en")]
    texts = [paragraphs for _, paragraphs in articles(language)]
    assert form.write(collection, texts, [imprint] * len(texts)) == export(language).encode()


@needs_news
@pytest.mark.parametrize("language", LANGUAGES)
def test_items_of_real_news_are_read_whole_and_translated_whole(language):
    form, imprint = NewsmlFormat(), Imprint(language, "ltr", Making.HUMAN)
    source = f'<digitalSourceType uri="{digital_source_type(Making.HUMAN)}"/>'
    for (_, english), (_, paragraphs) in zip(articles("en"), articles(language), strict=True):
        document = form.read(item(english, "en").encode(), "articles/item.xml")
        assert texts_of(document) == english
        assert form.write(document, paragraphs, imprint) == item(paragraphs, language, source).encode()
