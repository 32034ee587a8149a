"""XML that was made to do harm, or was damaged, is refused in a sentence or read as what it is; none takes for ever."""

import re

import pytest

from tests.patience import PATIENCE
from translate.documents.xml.feed import FeedFormat
from translate.documents.xml.newsml import NewsmlFormat
from translate.documents.xml.wordpress import WxrFormat
from translate.errors import DocumentError

SPACES = 'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:a="http://www.w3.org/2005/Atom"'


def feed(body, before="", tag="description"):
    return f"<?xml version='1.0'?>{before}<rss {SPACES}><channel><item><{tag}>{body}</{tag}></item></channel></rss>"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PARAGRAPHS = f"<description><![CDATA[{'<p>x' * 4_900}]]></description>"
HOSTILE = {
    "laughs": feed("&l9;", f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'),
    "quadratic laughs": feed("&a;" * 100_000, f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>'),
    "a file": feed("&a;", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "a parameter": feed("x", '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://example.com/a.dtd"> %a;]>'),
    "a DTD elsewhere": feed("x", '<!DOCTYPE rss SYSTEM "file:///dev/zero">'),
    "nested elements": feed("<b>" * 100_000 + "x" + "</b>" * 100_000),
    "unclosed elements": feed("<b>" * 100_000),
    "nested HTML": feed("<![CDATA[" + "<b>" * 100_000 + "x]]>"),
    "nested blocks of HTML": feed("<![CDATA[" + "<div>" * 100_000 + "x]]>"),
    "escaped HTML": feed("&lt;b&gt;x" * 180_000),
    "much escaped HTML": feed("&lt;b&gt;x" * 99_000),
    "ampersands": feed("&amp;" * 390_000),
    "nobody's references": feed("&nobody;" * 200_000),
    "ten million letters": feed("x" * 10_000_000),
    "ten million letters of HTML": feed("<![CDATA[<p>" + "x " * 5_000_000 + "]]>", tag="c:encoded"),
    "empty elements": feed("<b/>" * 2_500_000),
    "elements with text": feed("<p>x</p>" * 1_200_000),
    "sections": feed("<![CDATA[x]]>" * 150_000),
    "sections in a section": feed("<![CDATA[" * 200_000 + "]]>"),
    "an open section": feed("<![CDATA[" + "]]" * 1_000_000),
    "comments": feed("<!---->" * 250_000 + "x"),
    "an open comment": feed("<!--" + "- " * 1_000_000),
    "items": f"<rss><channel>{'<item><title>x</title></item>' * 100_000}</channel></rss>",
    "items of one name": f"<rss><channel>{'<item><guid>1</guid><title>x</title></item>' * 4_000}</channel></rss>",
    "paragraphs": f"<rss><channel>{f'<item><title>x</title>{PARAGRAPHS}</item>' * 500}</channel></rss>",
    "a long tag": feed(f"<b {'x' * 5_000_000}"),
    "attributes": feed("<b " + " ".join(f'a{n}="x"' for n in range(200_000)) + "/>"),
    "a long value": feed(f'<b a="{"x" * 10_000_000}">x</b>'),
    "a script": feed("<![CDATA[<script>alert(1)</script><p onclick='x()'>y</p>]]>"),
    "NUL": feed("\0"),
    "an escape": feed("\x1b"),
    "a surrogate": feed("&#xD800;"),
    "a number too large": feed(f"&#{'9' * 1_000_000};"),
    "spaces": feed(" " * 5_000_000),
    "inline elements in XHTML": feed("<i>x</i> " * 60_000),
    "nested inline elements": feed(("<i>" * 90 + "x" + "</i>" * 90) * 1_000),
    "brackets": feed("<![CDATA[" + "[a " * 500_000 + "]]>"),
}


EVERYWHERE = frozenset(
    {"laughs", "a file", "nested elements", "nested HTML", "much escaped HTML", "sections", "brackets"}
)
"""What is tried in each format; as all read XML in one way, the rest is in one."""
FORMS = [FeedFormat(), WxrFormat(), NewsmlFormat()]
CASES = [(form, name) for name in HOSTILE for form in (FORMS if name in EVERYWHERE else FORMS[:1])]


def hostile(form, name):
    """The bytes of a case, as a file of a format has it."""
    text = HOSTILE[name]
    if form.name == "wordpress":
        fields = "<w:post_type>post</w:post_type><w:post_id>1</w:post_id>"
        text = text.replace("<rss", '<rss xmlns:w="http://wordpress.org/export/1.2/"', 1)
        text = text.replace("description>", "c:encoded>").replace("<item>", f"<item>{fields}")
    elif form.name == "newsml":
        text = re.sub(r"<rss [^>]*><channel><item>", "<newsItem><contentMeta>", text)
        text = text.replace("</item></channel></rss>", "</contentMeta></newsItem>")
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize(("form", "name"), CASES, ids=lambda value: getattr(value, "name", value))
def test_it_is_refused_in_one_sentence_or_read(form, name):
    data = hostile(form, name)
    try:
        found = form.read(data, "articles/a.xml")
    except DocumentError as error:
        assert error.path == "articles/a.xml"  # noqa: PT017 - a refusal is one of two right answers
        assert re.fullmatch(r".{10,250}[^.\s]", error.message)  # noqa: PT017
    else:
        articles = getattr(found, "articles", (found,))
        own = [[segment.text for segment in article.segments] for article in articles]
        assert form.write(found, own[0] if articles == (found,) else own) == data
