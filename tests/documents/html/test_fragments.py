"""What is translated in a fragment of HTML is found where it stands, and another text is put there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patience import PATIENCE
from translate.core.article import Segment
from translate.documents.html.fragments import pieces, spelt
from translate.documents.layout import MOST_PARAGRAPHS
from translate.errors import DocumentError


def told(html, **how):
    return [f"{piece.kind}: {''.join(map(str, piece.parts))}" for piece in pieces(html, **how)]


def segment_of(html, piece):
    return Segment(piece.kind, piece.parts, 1, html[piece.start : piece.end], coding=piece.coding)


def rewritten(html, texts):
    """The fragment with these texts in the places of its pieces."""
    done, parts = 0, []
    for piece, text in zip(pieces(html), texts, strict=True):
        segment = segment_of(html, piece)
        parts += [html[done : piece.start], spelt(segment, segment.parts_of(text))]
        done = piece.end
    return "".join([*parts, html[done:]])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Only text", ["paragraph: Only text"]),
        ("<p>One</p><p>Two</p>", ["paragraph: One", "paragraph: Two"]),
        ("<p>One<p>Two", ["paragraph: One", "paragraph: Two"]),
        ("<h1>A</h1><h3>B</h3>", ["subheading: A", "subheading: B"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", ["list item: a", "list item: b", "list item: c", "paragraph: d"]),
        ("<ul><li><p>a</p></li></ul>", ["list item: a"]),
        ("<dl><dt>a<dd>b</dl>", ["list item: a", "list item: b"]),
        (
            "<table><caption>a</caption><tr><th>b<td>c<td><p>d</table>",
            ["caption: a", "table cell: b", "table cell: c", "paragraph: d"],
        ),
        (
            '<figure><img src="x" alt="A ferry"><figcaption>b</figcaption></figure>',
            ["image description: A ferry", "caption: b"],
        ),
        (
            "<table><tr><td><ul><li>a<tr><td>b<tbody><tr><td>c<tr>d</table>",
            ["list item: a", "table cell: b", "table cell: c", "paragraph: d"],
        ),
        ("<blockquote>a</blockquote>", ["paragraph: a"]),
        ("one<br><br>two<br>\n<br/>three<br>four", ["paragraph: one", "paragraph: two", "paragraph: three<br1/>four"]),
        ("<p>a <b>b</b> <i>c <u>d</u></i> e</p>", ["paragraph: a <b1>b</b1> <i2>c <u3>d</u3></i2> e"]),
        ("<p>A <a href='/x'>b</a>.</p>", ["paragraph: A <a1>b</a1>."]),
        ("<p><a href='/x'><b>All of it</b></a></p>", ["paragraph: All of it"]),
        ("<a href='/x'><h2>A</h2><p>b</p></a>", ["subheading: A", "paragraph: b"]),
        ("<p>a <time datetime='x'>b</time> <abbr>c</abbr> <q>d</q> e</p>",
         ["paragraph: a <time1>b</time1> <abbr2>c</abbr2> <q3>d</q3> e"]),
        ("<p>a <my-word>b</my-word> c</p>", ["paragraph: a <myword1>b</myword1> c"]),
        ("<my-box><p>a</p></my-box>", ["paragraph: a"]),
        ("<p>a <b>b</p><p>c</b> d</p>", ["paragraph: a <b1/>b", "paragraph: c<b1/> d"]),
        ("<p>AT&amp;T &lt;3 &eacute;&#x1F600; a&nbsp;b &notit; &unknown; & c</p>",
         ["paragraph: AT&T <3 é😀 a\xa0b ¬it; &unknown; & c"]),
        ("<p>&lt;a1&gt; <a href=x>b</a> c</p>", ["paragraph: <a1> <a2>b</a2> c"]),
        ("<p> a\r\n  b\t<br>\n c </p>", ["paragraph: a b <br1/> c"]),
        ("<p>12<!-- --> comments</p>", ["paragraph: 12<g1/> comments"]),
        ("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->b<!--more-->c",
         ["paragraph: a", "paragraph: b", "paragraph: c"]),
        ("<p>a &#1; b \x02 c \ud800 d</p>", ["paragraph: a <g1/> b <g2/> c <g3/> d"]),
        ("<p><code>git</code> is <tt>x</tt></p><p><kbd>y</kbd>, <b><var>z</var></b></p>",
         ["paragraph: <code1/> is <x2/>"]),
        ("<p>Type <code>git <b>x</b></code> now</p>", ["paragraph: Type <code1/> now"]),
        ("<p>Use <code>git</p><p>more</p>", ["paragraph: Use <code1/>", "paragraph: more"]),
        ('<p>At <span translate="no">Õhtu leht</span> now</p>', ["paragraph: At <x1/> now"]),
        ('<p>At <i class="a notranslate">Новости</i> now</p>', ["paragraph: At <x1/> now"]),
        ('<p translate="no">a<p>b</p><div class="notranslate"><p>c</p></div>', ["paragraph: b"]),
        ('<p>a</p><p>b</p><p lang="fr">Bonjour</p>', ["paragraph: a", "paragraph: b"]),
        ('<div lang="en-GB"><p>a</p><p lang="en">b</p><p lang="fr">c</p></div>', ["paragraph: a", "paragraph: b"]),
        ('<p lang="en-US">a</p><h2>b</h2><p lang="en-US">c</p>', ["paragraph: a", "subheading: b", "paragraph: c"]),
        ('<p>a <i lang="la">sic</i> b</p>', ["paragraph: a <i1>sic</i1> b"]),
        ('<blockquote class="twitter-tweet"><p>a</p></blockquote>b', ["paragraph: b"]),
        ("a<pre>b</pre>c<script>'<p>d'</script>e<style>p{}</style>f<svg><text>g</text></svg>h",
         ["paragraph: a", "paragraph: c<script1/>e<style2/>f<svg3/>h"]),
        ("<video><p>a</p></video><textarea><p>b</textarea><select><option>c</select><iframe>d</iframe>e",
         ["paragraph: e"]),
        ("<object>a</object><template><p>b</p></template><noscript><p>c</p></noscript><math>d</math>e",
         ["paragraph: e"]),
        ("<p>a</p><svg><title/><path/></svg><p>b</p>", ["paragraph: a", "paragraph: b"]),
        ("<p>| » 12 •</p><p>—</p>", ["paragraph: | » 12 •"]),
        ("<p title='x &amp; y'>a</p>", ["label: x & y", "paragraph: a"]),
        ("<p><img alt=photo title='t'> a <img alt='kept'> b</p>",
         ["image description: photo", "label: t", "paragraph: a <img1/> b"]),
        ("<p>a <a title='kept' href=x>b</a> c <img alt='seen'></p>",
         ["paragraph: a <a1>b</a1> c", "image description: seen"]),
        ("<p>a</p><!-- b --><!--[if IE]><p>c</p><![endif]--><p>d</p>", ["paragraph: a", "paragraph: d"]),
        ("<p title='AT&amp;T &copy x'>a</p><p title='x=1&copy=2'>b</p>",
         ["paragraph: a", "label: x=1&copy=2", "paragraph: b"]),
        ("<p>a</p><p b", ["paragraph: a"]),
        ("<p>a</p><!-- b", ["paragraph: a"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_fragment_has_the_paragraphs_that_a_reader_sees(html, expected):
    assert told(html) == expected


def test_blank_lines_part_paragraphs_where_an_editor_writes_so():
    html = "one\ntwo\n\n<b>three</b>\r\n \r\nfour <div>five\n\nsix</div>"
    assert told(html) == ["paragraph: one two <b1>three</b1> four", "paragraph: five six"]
    assert told(html, lines=True) == [
        "paragraph: one two",
        "paragraph: three",
        "paragraph: four",
        "paragraph: five six",
    ]


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        ("<p>a</p>", "1 < 2 & \"3\" > '4'", "<p>1 &lt; 2 &amp; \"3\" &gt; '4'</p>"),
        ('<p>a <a href="/x?a&b">b</a></p>', "<a1>B</a1> ja c", '<p><a href="/x?a&b">B</a> ja c</p>'),
        ('<img alt="a">', "\"1\" & '2' <", "<img alt=\"&quot;1&quot; &amp; '2' &lt;\">"),
        ("<img alt='a'>", "\"1\" '2'", "<img alt='\"1\" &#39;2&#39;'>"),
        ("<img alt=a>", "b c", '<img alt="b c">'),
        ("<img alt = a />", "b", '<img alt = "b" />'),
    ],
)
def test_another_text_is_written_as_its_place_wants_it(html, text, expected):
    assert rewritten(html, [text]) == expected


BITS = [
    "<p>", "</p>", "<b>", "</b>", "<i ", ">", '"', "'", "&amp;", "&", "a", "é", "😀", "\r\n", "\n", "\r", "\0", "\f",
    "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<svg>", "</svg>", "<li>", "<title/>",
    "<img alt='x y'>", " ",
    '<a title="&lt;q&gt;">', "</a>", "<br>", "<td>", "</table>", "<h1>", "&#10;", "&#1;", "<code>", "</code>", "=", "/",
    "<tr>", "<p lang=fr>",
    "<span translate=no>", "</span>", "<textarea>", "</textarea>", "\ud800", "<a1>", "&lt;a1&gt;", "</",
]  # fmt: skip


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_pieces_never_overlap_and_their_own_texts_can_be_read_again(html):
    found = pieces(html)
    ends = [0, *(end for piece in found for end in (piece.start, piece.end)), len(html)]
    assert ends == sorted(ends)
    for piece in found:
        segment = segment_of(html, piece)
        assert segment.text == segment.text.strip() != ""
        assert segment.parts_of(segment.text) == segment.parts
        assert not set(segment.text) & set("\r\n\0\ud800")
        if not piece.coding:
            (again,) = pieces(spelt(segment, segment.parts)) or (piece,)
            assert again.parts == piece.parts


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join), st.text(st.characters(exclude_categories=["C"])))
def test_a_text_that_is_put_in_a_place_is_found_there_and_nowhere_else(html, text):
    found = pieces(html)
    texts = [f"A{number}{''.join(text.split())}Z" for number, _ in enumerate(found)]
    again = pieces(rewritten(html, texts))
    assert ["".join(map(str, piece.parts)) for piece in again] == texts


TOO_MUCH = {
    "the HTML has more than 150,000 tags and texts; is it an article?",
    "the HTML is nested more than 2,000 elements deep; is it an article?",
}


HOSTILE = [
    "<div>" * 100_000 + "x",
    "<b>" * 70_000 + "x" + "</b>" * 70_000,
    "<li><ul>" + "<div>" * 40_000 + "<li></li>" * 40_000,
    "<p>x" * 100_000,
    "<" * 1_000_000,
    "&" * 1_000_000,
    "<p " + "a=b " * 300_000 + "title=x>",
    '<p title="' + "&amp;" * 100_000 + '">x',
    "<!--" * 150_000,
    "<script>" * 150_000,
    "<![CDATA[" * 150_000,
    "a" + " " * 3_000_000 + "b",
    "<a " * 1_000_000,
]


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("html", HOSTILE, ids=lambda html: html[:12])
def test_what_is_made_to_take_long_does_not_take_for_ever(html):
    try:
        assert len(pieces(html)) <= MOST_PARAGRAPHS + 1
    except DocumentError as error:
        assert error.message in TOO_MUCH  # noqa: PT017


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>The war<sup><a href="#1">1</a></sup> ended.</p>', "The war<fn1/> ended."),
        ('<p>The <b>war</b><a href="#1"><sup>[a]</sup></a> ended.</p>', "The <b1>war</b1><fn2/> ended."),
        (
            '<p>The war<sup class="r"><a href="#n"><span>[</span>note 1<span>]</span></a></sup> ended.</p>',
            "The war<fn1/> ended.",
        ),
        ('<p>The war ended.<sup><a href="#1">1</a></sup><sup><a href="#2">2</a></sup></p>', "The war ended."),
        ("<p>The 3<sup>rd</sup> war of 10<sup>6</sup> men</p>", "The 3<sup1>rd</sup1> war of 10<sup2>6</sup2> men"),
        ('<p>E is <a href="/e">mc<sup>2</sup></a> here</p>', "E is <a1>mc<sup2>2</sup2></a1> here"),
        ('<p>The <sup><a href="/n">new one</a></sup> here</p>', "The <sup1><a2>new one</a2></sup1> here"),
        ('<p>The war<sup><a href="#1">1</sup></a> ended.</p>', "The war<sup1/><a2>1<sup3/></a2> ended."),
        ('<p>The war<sup><a href="#1">1 ended.</p>', "The war<sup1/><a2/>1 ended."),
    ],
)
def test_a_raised_link_to_a_note_is_a_point_and_no_letter_of_its_word(html, expected):
    (piece,) = pieces(html)
    assert "".join(map(str, piece.parts)) == expected
    assert rewritten(html, [expected]) == html
