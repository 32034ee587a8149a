"""Plain text articles are read into their parts and written back byte for byte."""

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import ARTICLES
from translate.core.article import Kind
from translate.documents.layout import LONGEST_PARAGRAPH, MOST_PARAGRAPHS
from translate.documents.plaintext import LARGEST_FILE, MOST_LINES, PlainText
from translate.errors import DocumentError
from translate.testing.documents import DocumentContract

CASES = sorted((Path(__file__).parents[1] / "cases" / "documents").iterdir())
STORY = "Frost brings soup back\n\nIt is cold.\n--\nEditor: Leida Metsakuru\n"


def read(data, path="articles/story.txt"):
    return PlainText().read(data if isinstance(data, bytes) else data.encode(), path)


def own_texts(document):
    return [segment.text for segment in document.segments]


class TestPlainText(DocumentContract):
    readable: ClassVar = {
        "articles/story.txt": STORY.encode(),
        "articles/windows.txt": STORY.replace("\n", "\r\n").encode(),
        "articles/old-mac.txt": STORY.replace("\n", "\r").encode(),
        "articles/mixed.txt": b"Frost\r\n\rIt is cold.\n\r\n--\rEditor: A\n\n",
        "articles/marked.txt": b"\xef\xbb\xbf" + STORY.encode(),
        "articles/no-last-line-end.txt": STORY.strip().encode(),
        "articles/spaces.txt": "\xa0 Frost\u3000\t\n\u200bIt is\xa0cold.\u2028 \n\ufeff--\xa0\n\u2060A: B\x85".encode(),
        "articles/one.txt": b"Frost",
        **{f"articles/{path.name}": path.read_bytes() for path in ARTICLES},
    }
    unreadable: ClassVar = {
        "articles/empty.txt": b"",
        "articles/blank.txt": "\ufeff \n\xa0\r\n\u200b".encode(),
        "articles/nul.txt": b"Frost brings soup back\nIt\0is cold.\n",
        "articles/form-feed.txt": b"Frost brings soup back\n\x0cIt is cold.\n",
        "articles/latin-1.txt": "Külm toob supi tagasi\n".encode("latin-1"),
        "articles/utf-16.txt": "Frost brings soup back\n".encode("utf-16"),
        "articles/utf-16-without-mark.txt": "Frost brings soup back\n".encode("utf-16-be"),
        "articles/long-line.txt": b"Frost\n" + b"x" * (LONGEST_PARAGRAPH + 1),
        "articles/list.txt": b"x\n" * (MOST_PARAGRAPHS + 1),
        "articles/lines.txt": b"\n" * MOST_LINES + b"x",
        "articles/data.txt": b"x" * (LARGEST_FILE + 1),
        "articles/новости.txt": STORY.encode(),
    }

    @pytest.fixture
    def form(self):
        return PlainText()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_line_of_an_article_is_what_an_editor_would_call_it(case):
    told = []
    try:
        document = read((case / "article.txt").read_bytes())
    except DocumentError as error:
        told.append(f"refused: {error.message}\n")
    else:
        told += [f"note: {note}\n" for note in document.notes]
        told += [f"{segment.kind} {segment.line}: {segment.text}\n" for segment in document.segments]
    assert "".join(told) == (case / "expected.txt").read_bytes().decode()


LINES = st.sampled_from(
    [
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        " ",
        "\xa0",
        "\t",
        "\u2028",
        "\x85",
        "\ufeff",
        "--",
        "* * *",
        "—",
        "Editor: A",
        "a b",
        "õ",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES).map("".join)))
def test_whatever_can_be_read_is_written_back_byte_for_byte(text):
    try:
        document = read(text)
    except DocumentError:
        return
    assert PlainText().write(document, own_texts(document)) == text.encode()
    assert all(segment.text == segment.text.strip() != "" for segment in document.segments)


@given(st.binary())
def test_bytes_of_any_kind_are_an_article_or_refused(data):
    try:
        document = read(data)
    except DocumentError as error:
        assert error.path == "articles/story.txt"  # noqa: PT017 - a refusal is one of two right answers
    else:
        assert PlainText().write(document, own_texts(document)) == data


@given(st.lists(st.sampled_from(["A b.", "Õ: c", "Editor: d"]), min_size=1), st.sampled_from(["\n", "\r", "\r\n"]))
def test_a_line_number_is_the_editors_line_number(lines, end):
    document = read(end.join(lines))
    assert [(s.line, s.text) for s in document.segments] == list(enumerate(lines, start=1))


def test_translated_texts_stand_where_the_originals_stood():
    document = read("\ufeff Frost \r\n\r\nIt is cold.\r\n--\r\nEditor: A")
    written = PlainText().write(document, ["Külm", "On külm.", "Toimetaja: A"])
    assert written == "\ufeff Külm \r\n\r\nOn külm.\r\n--\r\nToimetaja: A".encode()


def test_a_text_with_a_line_end_is_refused_at_the_line_of_its_segment():
    document = read(STORY)
    with pytest.raises(DocumentError) as caught:
        PlainText().write(document, ["Külm", "On\r\nkülm.", "Toimetaja: A"])
    assert str(caught.value) == (
        "articles/story.txt line 3: the new text has U+000D U+000A (CR LF) in it, "
        "but a paragraph is one line; take it out"
    )


def test_a_text_with_a_control_character_is_refused():
    with pytest.raises(DocumentError, match=r"line 1: the new text has U\+0000 \(NUL\) in it"):
        PlainText().write(read("Frost"), ["Kü\0lm"])


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (b"Frost\n", ()),
        (b"Frost", ()),
        (b"\xef\xbb\xbfFrost\n", ("starts with a byte order mark; it is kept when written back",)),
        (b"Frost\r\ncold\r\n", ("has lines that end in CR LF; they are kept when written back",)),
        (b"Frost\rcold", ("has lines that end in CR; they are kept when written back",)),
        (b"Frost\ncold\r\n", ("mixes line ends (CR LF, LF); they are kept when written back",)),
        (
            "Frost\n\x93Cold,\x94 he said\n".encode(),
            ("has U+0093 in line 2, which a wrong conversion leaves behind; look at that line",),
        ),
    ],
)
def test_what_is_odd_about_a_file_is_noted(data, notes):
    assert read(data).notes == notes


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "articles/story.txt: there is no text in the file; write the headline on its first line"),
        (b"Frost\r\nIt is\x0ccold", "articles/story.txt line 2: U+000C (form feed) stands in column 6; take it out"),
        (b"Frost\rIt is\rco\x01ld", "articles/story.txt line 3: U+0001 stands in column 3; take it out"),
        (b"Frost is\nhere \0", "articles/story.txt line 2: U+0000 (NUL) stands in column 6; take it out"),
        (
            b"Frost\nK\xfclm\n",
            (
                "articles/story.txt line 2: byte 0xFC is not UTF-8; the file looks like Latin-1 or a Windows "
                "code page, so convert it, as with “iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW”"
            ),
        ),
        (
            b"\xff\xfeF\0",
            (
                "articles/story.txt line 1: the file is not UTF-8 but looks like UTF-16; "
                "convert it (iconv -f UTF-16 -t UTF-8 OLD > NEW)"
            ),
        ),
        (
            b"Frost\n" + b"x" * 20_001,
            (
                "articles/story.txt line 2: a paragraph of 20,001 characters, where 20,000 are allowed; "
                "is it an article, with its paragraphs apart?"
            ),
        ),
        (
            b"x" * 5_000_001,
            "articles/story.txt: the file has 5,000,001 bytes, and an article at most 5,000,000; is it an article?",
        ),
    ],
)
def test_a_refusal_says_where_and_what_to_do(data, sentence):
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert str(caught.value) == sentence


def test_the_longest_paragraph_and_the_longest_article_are_read():
    assert len(read("x" * LONGEST_PARAGRAPH).title) == LONGEST_PARAGRAPH
    assert len(read("x\n" * MOST_PARAGRAPHS).segments) == MOST_PARAGRAPHS


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_sample_articles_have_every_part(path):
    document = PlainText().read(path.read_bytes(), f"articles/{path.name}")
    kinds = [segment.kind for segment in document.segments]
    assert kinds == [
        Kind.HEADLINE,
        *[Kind.PARAGRAPH] * (len(kinds) - 4),
        Kind.FOOTER,
        Kind.CREDIT,
        Kind.CREDIT,
    ]
    assert document.slug == path.stem
    assert document.notes == ()


def test_a_byline_may_stand_below_what_a_wire_tells_its_editors():
    text = "Frost\n\nAP Photo TAL101\n\nEds: Updates with quotes.\n\nBy JANE DOE\n\nIt is cold.\n"
    kinds = [segment.kind for segment in PlainText().read(text.encode(), "articles/wire.txt").segments]
    assert kinds == [Kind.HEADLINE, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.BYLINE, Kind.PARAGRAPH]
