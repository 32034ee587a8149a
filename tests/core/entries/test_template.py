from translate.core.article import Document, Facts, Kind, Segment, Tag
from translate.core.entries.catalog import Entry
from translate.core.entries.template import template
from translate.core.text.tags import Side

HEAD = Segment(Kind.HEADLINE, ("Ferry line opens",), 1)
FIRST = Segment(Kind.PARAGRAPH, ("The ferry sailed on Monday.",), 3)
AGAIN = Segment(Kind.PARAGRAPH, ("The ferry sailed on Monday.",), 4)
EDITOR = Segment(Kind.CREDIT, ("Editor: Mari Maasikas",), 6)


def document(*segments, path="articles/ferry.txt"):
    return Document("ferry", path, segments, ("",) * (len(segments) + 1))


def test_each_segment_becomes_a_message_with_its_place():
    assert template(document(HEAD, FIRST, EDITOR)) == (
        Entry("Ferry line opens", "", "headline", extracted=("Headline",), references=("articles/ferry.txt:1",)),
        Entry(
            "The ferry sailed on Monday.",
            extracted=("Paragraph 1 of “Ferry line opens”",),
            references=("articles/ferry.txt:3",),
        ),
        Entry(
            "Editor: Mari Maasikas",
            "",
            "credit",
            extracted=("Credit 1 of “Ferry line opens”",),
            references=("articles/ferry.txt:6",),
        ),
    )


def test_a_paragraph_that_repeats_is_one_message_with_two_references():
    (entry,) = template(document(FIRST, AGAIN))
    assert entry.references == ("articles/ferry.txt:3", "articles/ferry.txt:4")
    assert [line.split(" of ")[0] for line in entry.extracted] == ["Paragraph 1", "Paragraph 2"]


def test_a_headline_that_is_also_a_paragraph_stays_apart_by_its_context():
    line = Segment(Kind.PARAGRAPH, (HEAD.text,), 2)
    assert [e.key for e in template(document(HEAD, line))] == [("headline", HEAD.text), (None, HEAD.text)]


def test_an_inserted_paragraph_changes_no_identity():
    new = Segment(Kind.PARAGRAPH, ("It was late.",), 2)
    before = {e.key for e in template(document(HEAD, FIRST))}
    assert before <= {e.key for e in template(document(HEAD, new, FIRST))}


def test_no_reference_has_a_space_in_it():
    (entry,) = template(document(FIRST, path="articles/the new ferry.txt"))
    assert entry.references == ("articles/the%20new%20ferry.txt:3",)


def test_each_kind_is_counted_by_itself_and_only_headlines_and_credits_say_what_they_are():
    follow, like = Segment(Kind.FOOTER, ("Follow us.",), 5), Segment(Kind.FOOTER, ("Like us.",), 7)
    second = Segment(Kind.PARAGRAPH, ("It was late.",), 4)
    source = Segment(Kind.CREDIT, ("Source: BNS",), 8)
    found = template(document(HEAD, FIRST, second, follow, EDITOR, like, source))
    assert [(entry.msgctxt, *entry.extracted) for entry in found] == [
        ("headline", "Headline"),
        (None, "Paragraph 1 of “Ferry line opens”"),
        (None, "Paragraph 2 of “Ferry line opens”"),
        (None, "Footer 1 of “Ferry line opens”"),
        ("credit", "Credit 1 of “Ferry line opens”"),
        (None, "Footer 2 of “Ferry line opens”"),
        ("credit", "Credit 2 of “Ferry line opens”"),
    ]


def test_a_text_that_repeats_keeps_its_first_place_among_the_messages():
    late = Segment(Kind.PARAGRAPH, ("It was late.",), 4)
    first, second = template(document(FIRST, late, Segment(Kind.FOOTER, (FIRST.text,), 9)))
    assert (first.msgid, second.msgid) == (FIRST.text, "It was late.")
    assert first.references == ("articles/ferry.txt:3", "articles/ferry.txt:9")
    assert first.extracted == (f"Paragraph 1 of “{FIRST.text}”", f"Footer 1 of “{FIRST.text}”")


def test_a_title_is_one_message_with_what_its_lists_say_and_its_first_place_in_each():
    def title(line, path, **facts):
        return Segment(Kind.SHOW, ("Esimene stuudio",), line, facts=Facts(**facts), path=path)

    titles = (
        title(4, "shows/guide.xml", channel="ETV"),
        title(9, "shows/guide.xml", channel="ETV2"),
        title(2, "shows/own list.csv", limit=20),
        Segment(Kind.EPISODE, ("Esimene stuudio",), 5, path="shows/guide.xml"),
    )
    assert template(document(*titles, path="shows")) == (
        Entry(
            "Esimene stuudio",
            "",
            "show title",
            extracted=("Channels: ETV | ETV2", "At most 20 columns wide"),
            references=("shows/guide.xml:4", "shows/own%20list.csv:2"),
        ),
        Entry("Esimene stuudio", "", "episode title", references=("shows/guide.xml:5",)),
    )


def test_what_the_tags_of_a_text_stand_for_is_told_once_each():
    link = (Tag("a1", Side.OPEN, '<a href="/x">'), "ferry", Tag("a1", Side.CLOSE, "</a>"))
    other = (Tag("a1", Side.OPEN, '<a href="/y">'), "ferry", Tag("a1", Side.CLOSE, "</a>"))
    markdown = (
        Tag("a1", Side.OPEN, "["),
        "left",
        Tag("a1", Side.CLOSE, "](/z)"),
        Tag("br2", Side.VOID, "  \n"),
        "late",
    )
    page = document(
        *(Segment(Kind.PARAGRAPH, ("The ", *parts), 3) for parts in (link, link, other)),
        Segment(Kind.PARAGRAPH, markdown, 5),
    )
    ferry, left = template(page)
    assert [line for line in ferry.extracted if line.startswith("Tag")] == [
        'Tag <a1>: <a href="/x">', 'Tag <a1>: <a href="/y">'
    ]  # fmt: skip
    assert [line for line in left.extracted if line.startswith("Tag")] == [
        "Tag <a1>: [ … ](/z)",
        "Tag <br2/>: a line end",
    ]
