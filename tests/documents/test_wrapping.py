"""Copy that was wrapped is read paragraph by paragraph, and another text is wrapped where it stands."""

import contextlib
import textwrap
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.wrapping import WIDTHS, articles, found, read, wired, wrapped
from tests.patience import PATIENCE
from tests.samples import ROOT
from translate.documents.plaintext import PlainText
from translate.errors import DocumentError
from translate.testing.documents import DocumentContract

NEWS = ROOT.parent / "shared" / "eval" / "news" / "news.tsv"
COPY = (ROOT / "tests/cases/documents/wrapped-copy/article.txt").read_text("utf-8")
needs_news = pytest.mark.skipif(not NEWS.is_file(), reason="needs the news articles in ../shared/eval/news")


def texts(document):
    return [segment.text for segment in document.segments]


def document_of(text):
    return PlainText().read(text.encode(), "articles/story.txt")


class TestWrapped(DocumentContract):
    readable: ClassVar = {
        "articles/copy.txt": COPY.encode(),
        "articles/windows.txt": COPY.replace("\n", "\r\n").encode(),
        "articles/old-mac.txt": COPY.replace("\n", "\r").encode(),
        **{
            f"articles/{name}.txt": (ROOT / "tests/cases/documents" / name / "article.txt").read_bytes()
            for name in (
                "wrapped-with-indents",
                "wrapped-lists-and-verses",
                "lists-have-items",
                "a-poem-is-not-wrapped",
            )
        },
    }
    unreadable: ClassVar = {"articles/blank.txt": b"\n \n"}

    @pytest.fixture
    def form(self):
        return PlainText()


@needs_news
@pytest.mark.parametrize("blank", [True, False], ids=["blank lines", "indents"])
@pytest.mark.parametrize("width", WIDTHS)
def test_paragraphs_of_real_articles_are_found_in_wrapped_copy(width, blank):
    real = [wired(article) for article in articles(NEWS) if len(article) > 1]
    right = sum(found(article, wrapped(article, width, blank=blank)) for article in real)
    assert right >= 0.99 * sum(map(len, real))


@needs_news
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_real_article_with_a_paragraph_a_line_is_read_as_it_is(gap):
    for article in articles(NEWS):
        if len(article) > 1:
            assert [text for _, text in read(gap.join(article))] == article


@needs_news
@pytest.mark.parametrize("column", [2, 3, 4], ids=["et", "ru", "es"])
@pytest.mark.parametrize("width", [None, 65])
def test_a_translation_by_a_person_arrives_whole_and_in_order(width, column):
    pairs = zip(articles(NEWS), articles(NEWS, column), strict=True)
    for article, translation in pairs:
        if len(article) > 1:
            document = document_of(wrapped(article, width, blank=True) if width else "\n".join(article))
            if texts(document) == article:
                written = PlainText().write(document, translation)
                assert "".join(written.decode().split()) == "".join("".join(translation).split())


def test_another_text_is_wrapped_as_wide_as_the_file_is():
    document = document_of(COPY)
    new = [f"Uus: {text}" for text in texts(document)]
    written = PlainText().write(document, new).decode()
    assert max(map(len, written.splitlines())) == max(map(len, COPY.splitlines()))
    assert written.splitlines()[5:9] == [
        "Uus: TALLINN, Feb 20 (Reuters) - The ferry that runs between the",
        'mainland and Suurlaid will sail all winter. Speaking to "Esimene',
        'stuudio," the minister said that she had "no doubt about it."',
        "",
    ]
    assert texts(document_of(written)) == new


def test_a_text_that_would_be_read_as_others_is_not_wrapped():
    document = document_of(COPY)
    short = [f"Lause {number}." for number, _ in enumerate(document.segments)]
    written = PlainText().write(document, short)
    assert texts(document_of(written.decode())) == short
    long = [short[0], *("x " * 60 + "." for _ in short[1:])]
    assert texts(document_of(PlainText().write(document, long).decode())) == [text.strip() for text in long]


def test_a_hyphen_at_the_end_of_a_line_goes_only_where_the_word_is_known_without():
    filler = "one two three four five six seven eight nine ten eleven twelve"
    for broken, whole in [
        ("a long-\nterm plan", "a long-term plan"),
        ("with pre-\nand post-war ferries", "with pre- and post-war ferries"),
        ("hit-\nand-run", "hit-and-run"),
        ("an inter-\nview; the interview", "an interview; the interview"),
        ("an inter-\nview; the interview, an inter-view", "an inter-view; the interview, an inter-view"),
        ("uni\u00ad\nversity", "university"),
    ]:
        document = document_of(f"Ferry\n\n{filler}\n{filler}\n{filler[:50]} {broken}")
        assert texts(document) == ["Ferry", f"{filler} {filler} {filler[:50]} {whole}"]


WORDS = st.sampled_from(["ferry", "Suurlaid", "sails,", "-", "1.", "a)", "long-term", "By", "it.", "—", "**", "\xa0"])
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1)


@given(PARAGRAPHS, st.integers(40, 90), st.sampled_from(["\n", "\r", "\r\n"]))
def test_whatever_is_wrapped_is_written_back_byte_for_byte(paragraphs, width, end):
    data = f"ferry{end}{end}".join(end.join(textwrap.wrap(text, width)) for text in ["a", *paragraphs]).encode()
    document = PlainText().read(data, "articles/story.txt")
    assert PlainText().write(document, texts(document)) == data


UNITS = ["a b\n", "- a\n", "1. a\n", "a-\n", "By A B\n", "word " * 12 + "\n", "a: b\n", "--\n", " " * 900 + "a\n"]


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("unit", UNITS)
def test_a_large_file_is_read(unit):
    with contextlib.suppress(DocumentError):
        document_of("Ferry\n" + unit * 4_900)
