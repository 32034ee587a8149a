"""Runs and tags, as a format finds them, become what a translator sees."""

import re

import pytest

from translate.core.article import Kind
from translate.core.text.tags import Side, unbalanced
from translate.documents.inline import Mark, Run, piece_of

ENTITIES = {"&amp;": "&", "&nbsp;": "\xa0", "&lt;": "<", "&gt;": ">"}


def items(text):
    found = []
    for match in re.finditer(r"<(/?)(\w+)[^>]*>|&\w+;|[^<&]+", text):
        if match[0][0] == "<":
            side = Side.CLOSE if match[1] else Side.VOID if match[2] in {"br", "img", "code"} else Side.OPEN
            found.append(Mark(*match.span(), match[2], side, match[0]))
        else:
            found.append(Run(*match.span(), ENTITIES.get(match[0], match[0])))
    return found


@pytest.mark.parametrize(
    ("text", "inner", "shown"),
    [
        ("It left.", "It left.", "It left."),
        ("  It\n left. ", "It\n left.", "It left."),
        ("<b>A</b> and <i>B</i>", "<b>A</b> and <i>B</i>", "<b1>A</b1> and <i2>B</i2>"),
        (" <p><b>All of it</b> </p>", "All of it", "All of it"),
        ("<b>A</b><b>B</b>", "<b>A</b><b>B</b>", "<b1>A</b1><b2>B</b2>"),
        ("<a><img></a> Text<br>more <i></i>", "Text<br>more", "Text<br1/>more"),
        ("&nbsp;<b> x</b>&nbsp;", "x", "x"),
        ("R&amp;D <b>x</b>", "R&amp;D <b>x</b>", "R&D <b1>x</b1>"),
        ("x &lt;a1&gt; <a>k</a>", "x &lt;a1&gt; <a>k</a>", "x <a1> <a2>k</a2>"),
        ("a <b>b <i>c</b> d</i> e", "a <b>b <i>c</b> d</i> e", "a <b1/>b <i2>c<b3/> d</i2> e"),
        ("a</b> <i>b", "a</b> <i>b", "a<b1/> <i2/>b"),
        ("x <h> y</h> <x>z</x> <my-tag>k</my-tag>", "x <h> y</h> <x>z</x> <my-tag>k</my-tag>",
         "x <g1> y</g1> <g2>z</g2> <my3>k</my3>"),
    ],
)  # fmt: skip
def test_a_translator_sees_the_words_and_short_tags_and_nothing_around_them(text, inner, shown):
    piece = piece_of(Kind.PARAGRAPH, items(text))
    assert (text[piece.start : piece.end], "".join(map(str, piece.parts))) == (inner, shown)
    assert not list(unbalanced(shown.replace("<a1>", "")))


@pytest.mark.parametrize("text", ["", " \n ", "<b></b>", "<img>", "<a><img></a>&nbsp;", "</b><i>"])
def test_where_there_is_nothing_to_see_there_is_no_piece(text):
    assert piece_of(Kind.PARAGRAPH, items(text)) is None


@pytest.mark.parametrize("text", ["<b>" * 50_000 + "x" + "</b>" * 50_000, "<b>" * 100_000 + "x", "x" + "</b>" * 99_999])
def test_a_hundred_thousand_tags_are_no_trouble(text):
    assert piece_of(Kind.PARAGRAPH, items(text)).parts == ("x",)
