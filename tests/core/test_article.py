"""An article is its segments between the pieces of its frame, and has a title."""

import pytest

from translate.core.article import Document, Kind, Segment

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
