"""An article is its segments between the pieces of its frame, and has a title."""

import pytest

from translate.core.article import Document, Kind, Segment, Tag
from translate.core.text.tags import Side

HEAD = Segment(Kind.HEADLINE, ("Ferry line opens",), 3)
FIRST = Segment(Kind.PARAGRAPH, ("The ferry sailed.",), 1)
EDITOR = Segment(Kind.CREDIT, ("Editor: Mari",), 5)


@pytest.mark.parametrize("pieces", [1, 3])
def test_a_frame_has_one_piece_more_than_there_are_segments(pieces):
    assert Document("a", "a.txt", (HEAD,), ("", "\n")).notes == ()
    with pytest.raises(ValueError, match=r"^a frame has one piece more than there are segments$"):
        Document("a", "a.txt", (HEAD,), ("",) * pieces)


@pytest.mark.parametrize(
    ("segments", "title"),
    [
        ((HEAD, FIRST), HEAD.text),
        ((FIRST, HEAD), HEAD.text),
        ((FIRST, HEAD, Segment(Kind.HEADLINE, ("Another",), 4)), HEAD.text),
        ((FIRST, EDITOR), FIRST.text),
        ((EDITOR, FIRST), EDITOR.text),
    ],
)
def test_an_article_is_called_by_its_headline_or_what_stands_first(segments, title):
    assert Document("a", "a.txt", segments, ("",) * (len(segments) + 1)).title == title


LINK = (Tag("a1", Side.OPEN, '<a href="/ferry">'), "ferry", Tag("a1", Side.CLOSE, "</a>"))
LINKED = Segment(Kind.PARAGRAPH, ("The ", *LINK, " left.", Tag("br2", Side.VOID, "<br>"), "Late."), 3)


def originals(text):
    return "".join(part.original if isinstance(part, Tag) else part for part in LINKED.parts_of(text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The <a1>ferry</a1> left.<br2/>Late.", 'The <a href="/ferry">ferry</a> left.<br>Late.'),
        ("<br2/>Hilja lahkus <a1>laev</a1>.", '<br>Hilja lahkus <a href="/ferry">laev</a>.'),
        ("<a1>Laev lahkus", '<a href="/ferry">Laev lahkus</a>'),
        ("Laev</a1> lahkus", "Laev lahkus"),
        ("<a1>Laev</a1> <a1>lahkus</a1>", '<a href="/ferry">Laev</a> lahkus'),
        ("<br2/><br2/>", "<br>"),
        ("<a3>Laev</a3> 1 < 2 <b>", "<a3>Laev</a3> 1 < 2 <b>"),
    ],
)
def test_a_translation_is_written_with_what_the_file_has_for_its_tags_and_never_torn(text, written):
    assert originals(text) == written


def test_a_segment_is_shown_with_the_short_names_of_its_tags():
    assert LINKED.text == "The <a1>ferry</a1> left.<br2/>Late."
    assert LINKED.parts_of(LINKED.text) == LINKED.parts
    assert [str(tag) for tag in LINKED.tags] == ["<a1>", "</a1>", "<br2/>"]
